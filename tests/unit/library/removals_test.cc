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

class RemovalsInside : public Removals {
 protected:
  // The letter is a log or a message that holds both, and what the second holds in turn.
  void SetUp() override {
    Removals::SetUp();
    for (const Sample& sample : {entry_, member_, deep_}) EXPECT_OK(put_original(library_, sample));
    EXPECT_OK(library_.put_documents({entry_.row(), member_.row(), deep_.row()}));
    EXPECT_OK(put_page());
    EXPECT_OK(library_.put_inside("/corpus", "0!/m", {inside(deep_, "0!/m", "d", 2, "")}));
    for (const Sample& sample : {entry_, member_, deep_}) EXPECT_OK(library_.put_record(sample.id, sample.published()));
  }
  Status put_page() {
    return library_.put_inside("/corpus", "0", {inside(entry_, "0", "e", 1, "what the log says"), inside(member_, "0", "m", 1, "")});
  }
  static SourceRow inside(const Sample& sample, const std::string& container, const std::string& name, std::uint32_t depth,
                          const std::string& log) {
    SourceRow row = sample.at("/corpus", container + std::string(kInside) + name);
    row.container = container;
    row.depth = depth;
    row.log = log;
    return row;
  }
  bool kept(const Sample& sample) const { return fs::exists(library_.original_path(sample.sha256)); }

  Sample entry_{"an entry"}, member_{"a member"}, deep_{"a member's member"};
};

TEST_F(RemovalsInside, what_stands_nowhere_else_goes_along_and_is_denied) {
  ASSERT_EQ(ids(library_).size(), 5u);
  EXPECT_OK(library_.remove(removal(), false));
  EXPECT_EQ(ids(library_), std::vector{other_.id});
  EXPECT_EQ(record_ids(library_), std::vector{other_.id});
  EXPECT_EQ(library_.removals()->size(), 4u);
  for (const Sample& sample : {entry_, member_, deep_}) EXPECT_FALSE(kept(sample)) << sample.bytes;
  for (const bool opened_again : {false, true}) {
    if (opened_again) {
      { const Library closed = std::move(library_); }
      library_ = *Library::open_for_build(folder_ / "library");
    }
    for (const Sample& sample : {member_, deep_}) {
      EXPECT_OK(put_original(library_, sample));
      EXPECT_FALSE(kept(sample)) << sample.bytes;
    }
    EXPECT_OK(put_original(library_, entry_));
    EXPECT_TRUE(kept(entry_)) << "another page may have it";
  }
  EXPECT_TRUE(library_.check()->size() == 1) << "of the entry, as long as none has";
}

TEST_F(RemovalsInside, what_stands_elsewhere_stays) {
  EXPECT_OK(library_.replace_sources("/elsewhere", {member_.at("/elsewhere", "m")}));
  EXPECT_OK(library_.remove(removal(), false));
  EXPECT_EQ(ids(library_), sorted_ids({other_.id, member_.id}));
  EXPECT_TRUE(kept(member_));
  EXPECT_FALSE(kept(deep_));
  EXPECT_EQ(library_.removals()->size(), 3u);
}

TEST_F(RemovalsInside, is_restored_with_it_but_for_what_was_removed_by_itself) {
  EXPECT_OK(library_.remove({deep_.id, "by itself", "2024-01-01"}, false));
  EXPECT_OK(library_.remove(removal(), false));
  EXPECT_OK(library_.remove({entry_.id, "by itself now", "2024-01-02"}, false));
  EXPECT_OK(library_.restore(letter_.id));
  std::vector<std::string> left;
  const auto removals = *library_.removals();
  for (const Removal& each : removals) left.push_back(each.id);
  EXPECT_EQ(left, sorted_ids({deep_.id, entry_.id}));
  EXPECT_OK(put_original(library_, member_));
  EXPECT_TRUE(kept(member_));
  EXPECT_OK(put_original(library_, entry_));
  EXPECT_FALSE(kept(entry_)) << "denied as any other now";
}

TEST_F(RemovalsInside, a_page_that_is_read_brings_its_entries_back) {
  EXPECT_OK(library_.remove(removal(), false));
  EXPECT_OK(library_.replace_sources("/corpus", {other_.at("/corpus", "0")}));
  EXPECT_OK(put_original(library_, entry_));
  EXPECT_OK(put_page());
  EXPECT_EQ(ids(library_), sorted_ids({other_.id, entry_.id}));
  EXPECT_EQ(library_.removals()->size(), 3u);
}

TEST_F(RemovalsInside, what_was_kept_goes_when_it_is_removed_again) {
  EXPECT_OK(library_.remove(removal(), true));
  for (const Sample& sample : {letter_, entry_, member_, deep_}) EXPECT_TRUE(kept(sample)) << sample.bytes;
  EXPECT_OK(library_.remove(removal(), false));
  for (const Sample& sample : {letter_, entry_, member_, deep_}) EXPECT_FALSE(kept(sample)) << sample.bytes;
}

TEST_F(RemovalsInside, restored_what_it_stood_in_is_read_again) {
  const auto in_doubt = [&] {
    std::vector<std::string> found;
    const auto rows = *library_.record_rows();
    for (const RecordRow& row : rows)
      if (row.note.made_from.empty()) found.push_back(row.id);
    return found;
  };
  for (const Sample& sample : {letter_, other_, entry_, member_, deep_})
    EXPECT_OK(library_.put_record(sample.id, sample.published(), {.made_from = "all", .brief = {}}));
  ASSERT_TRUE(in_doubt().empty());
  EXPECT_OK(library_.remove({deep_.id, "why", "2024-01-01"}, false));
  ASSERT_TRUE(in_doubt().empty());
  EXPECT_OK(library_.restore(deep_.id));
  EXPECT_EQ(in_doubt(), std::vector{member_.id});
}

TEST_F(Removals, marks_what_is_left_to_do) {
  using enum Library::Mark;
  const auto marks = [&] { return std::pair(*library_.marked(kUnfinished), *library_.marked(kTraces)); };
  EXPECT_EQ(marks(), std::pair(true, false)) << "documents were put";
  EXPECT_OK(library_.unmark(kUnfinished));
  EXPECT_OK(library_.replace_sources("/corpus", {letter_.at("/corpus", "0"), other_.at("/corpus", "1")}));
  EXPECT_EQ(marks(), std::pair(false, false)) << "nothing changed";
  EXPECT_OK(library_.remove(removal(), false));
  EXPECT_EQ(marks(), std::pair(false, true));
  EXPECT_OK(library_.restore(letter_.id));
  EXPECT_EQ(marks(), std::pair(false, true));
  EXPECT_OK(library_.unmark(kTraces));
  EXPECT_OK(library_.replace_sources("/corpus", {other_.at("/corpus", "1")}));
  EXPECT_EQ(marks(), std::pair(true, false));
  EXPECT_OK(library_.forget("/corpus"));
  EXPECT_EQ(marks(), std::pair(false, false)) << "no folder is left to be built";
}

TEST_F(Removals, a_removal_has_a_reason) {
  for (const char* reason : {"", " ", "\n\t "})
    EXPECT_EQ(library_.remove({letter_.id, reason, "2024-01-01"}, false).error().fault, Fault::kUsage);
  EXPECT_TRUE(library_.removals()->empty());
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
