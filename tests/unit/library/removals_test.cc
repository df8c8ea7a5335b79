#include "tests/unit/library/fixture.h"

namespace foi::library {
namespace {

class Removals : public testing::Test {
 protected:
  void SetUp() override { EXPECT_OK(keep(library_, {letter_, other_})); }
  Removal removal() const { return {letter_.id, "the requester asked", "2024-05-06"}; }
  bool original_there() const { return fs::exists(library_.original_path(letter_.sha256)); }
  bool extraction_there() const { return library_.get_extraction(letter_.key())->has_value(); }

  TemporaryFolder folder_;
  Library library_ = *Library::open_for_build(folder_ / "library");
  Sample letter_{"a letter about a patient"}, other_{"another letter"};
};

TEST_F(Removals, a_removed_document_is_gone_with_all_that_was_made_of_it) {
  EXPECT_OK(library_.put_extraction(letter_.sha256 + "-1-eng_cym", "with Welsh"));
  EXPECT_OK(library_.put_extraction(letter_.sha256 + "-0-eng", "of an older extractor"));
  EXPECT_OK(library_.remove(removal(), false));
  EXPECT_EQ(ids(library_), std::vector{other_.id});
  EXPECT_EQ(record_ids(library_), std::vector{other_.id});
  EXPECT_FALSE(original_there());
  for (const std::string& key : {letter_.key(), letter_.sha256 + "-1-eng_cym", letter_.sha256 + "-0-eng"})
    EXPECT_FALSE(library_.get_extraction(key)->has_value()) << key;
  EXPECT_TRUE(fs::exists(library_.original_path(other_.sha256)));
  EXPECT_TRUE(library_.get_extraction(other_.key())->has_value());
  const auto all = library_.removals();
  ASSERT_EQ(all->size(), 1u);
  EXPECT_EQ(all->front().id, letter_.id);
  EXPECT_EQ(all->front().reason, "the requester asked");
  EXPECT_EQ(all->front().date, "2024-05-06");
}

TEST_F(Removals, its_text_is_not_left_in_the_database_file) {
  ASSERT_NE(slurp(folder_ / "library" / "library.sqlite").find(letter_.bytes), std::string::npos);
  EXPECT_OK(library_.remove(removal(), false));
  EXPECT_EQ(slurp(folder_ / "library" / "library.sqlite").find(letter_.bytes), std::string::npos);
}

TEST_F(Removals, the_original_stays_when_asked) {
  EXPECT_OK(library_.remove(removal(), true));
  EXPECT_EQ(ids(library_), std::vector{other_.id});
  EXPECT_TRUE(original_there());
  EXPECT_TRUE(extraction_there());
  EXPECT_OK(library_.remove(removal(), false));
  EXPECT_FALSE(original_there());
  EXPECT_EQ(library_.removals()->size(), 1u);
}

TEST_F(Removals, a_removed_document_does_not_come_back) {
  EXPECT_OK(library_.remove(removal(), false));
  EXPECT_OK(keep(library_, {letter_, other_}));
  EXPECT_OK(library_.replace_sources("/elsewhere", {letter_.at("/elsewhere", "copy.pdf")}));
  EXPECT_EQ(ids(library_), std::vector{other_.id});
  EXPECT_EQ(record_ids(library_), std::vector{other_.id});
  EXPECT_FALSE(original_there());
  EXPECT_FALSE(extraction_there());
}

TEST_F(Removals, nor_after_the_library_is_opened_again) {
  EXPECT_OK(library_.remove(removal(), false));
  { const Library closed = std::move(library_); }
  library_ = *Library::open_for_build(folder_ / "library");
  EXPECT_OK(keep(library_, {letter_, other_}));
  EXPECT_EQ(ids(library_), std::vector{other_.id});
  EXPECT_FALSE(original_there());
}

TEST_F(Removals, what_a_killed_removal_left_is_deleted_by_the_next_builder) {
  EXPECT_OK(library_.remove(removal(), false));
  { const Library closed = std::move(library_); }
  const fs::path original = original_path(folder_ / "library", letter_.sha256);
  fs::create_directories(original.parent_path());
  spit(original, letter_.bytes);
  library_ = *Library::open_for_build(folder_ / "library");
  EXPECT_FALSE(original_there());
}

TEST_F(Removals, restored_the_document_is_read_again) {
  EXPECT_OK(library_.remove(removal(), false));
  EXPECT_OK(library_.restore(letter_.id));
  EXPECT_TRUE(library_.removals()->empty());
  EXPECT_EQ(ids(library_), sorted_ids({letter_.id, other_.id}));
  const auto sources = *library_.sources("/corpus");
  EXPECT_NE(sources[0], letter_.at("/corpus", "0")) << "looks unchanged, so nobody would read it";
  EXPECT_EQ(sources[1], other_.at("/corpus", "1"));
  EXPECT_OK(keep(library_, {letter_, other_}));
  EXPECT_TRUE(original_there());
  EXPECT_TRUE(library_.check()->empty());
}

TEST_F(Removals, what_is_not_there_cannot_be_removed_or_restored) {
  const Sample unknown("never seen");
  for (const std::string& id : {std::string(), std::string("x"), std::string("../../../etc/passwd"), letter_.sha256, unknown.id}) {
    EXPECT_EQ(library_.remove({id, "why", "2024-01-01"}, false).error().fault, Fault::kUsage) << id;
    EXPECT_EQ(library_.restore(id).error().fault, Fault::kUsage) << id;
  }
  EXPECT_EQ(library_.restore(letter_.id).error().fault, Fault::kUsage);
  EXPECT_TRUE(library_.removals()->empty());
  EXPECT_EQ(ids(library_).size(), 2u);
}

}  // namespace
}  // namespace foi::library
