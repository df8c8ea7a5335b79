// Every damage is found, and nothing that is whole is called damaged.
#include <sqlite3.h>

#include "tests/unit/library/fixture.h"

namespace foi::library {
namespace {

class Check : public testing::Test {
 protected:
  void SetUp() override {
    EXPECT_OK(keep(library_, {one_, two_}));
    auto generation = library_.begin_generation();
    EXPECT_OK(library_.publish(*generation));
    ASSERT_TRUE(damage().empty());
  }
  std::vector<std::string> damage() const {
    const auto found = library_.check();
    return found ? *found : std::vector{"check failed: " + found.error().message};
  }
  void expect_only(std::string_view words) const {
    const auto found = damage();
    ASSERT_EQ(found.size(), 1u) << testing::PrintToString(found);
    EXPECT_NE(found[0].find(words), std::string::npos) << found[0];
    EXPECT_EQ(found[0].find('\n'), std::string::npos);
  }
  void sql(const std::string& statements) const {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open((dir_ / "library.sqlite").c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, statements.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    sqlite3_close(database);
  }
  fs::path extraction() const { return dir_ / "extractions" / one_.key().substr(0, 2) / one_.key().substr(2); }

  TemporaryFolder folder_;
  fs::path dir_ = folder_ / "library";
  Library library_ = *Library::open_for_build(dir_);
  Sample one_{"one"}, two_{"two"};
};

TEST_F(Check, an_original_with_other_bytes) {
  spit(library_.original_path(one_.sha256), "One");
  expect_only("is damaged: its bytes");
}

TEST_F(Check, an_original_that_is_gone) {
  fs::remove(library_.original_path(one_.sha256));
  expect_only("the original of document " + one_.id + " is missing");
}

TEST_F(Check, an_extraction_with_other_bytes) {
  spit(extraction(), slurp(extraction()) + " ");
  expect_only("is damaged; the next build");
}

TEST_F(Check, an_extraction_that_is_gone_is_only_made_again) {
  fs::remove(extraction());
  EXPECT_TRUE(damage().empty());
}

TEST_F(Check, files_that_do_not_belong_there) {
  spit(dir_ / "originals" / "notes.txt", "x");
  expect_only("does not belong there");
  fs::remove(dir_ / "originals" / "notes.txt");
  fs::create_directories(dir_ / "extractions" / "zz");
  spit(dir_ / "extractions" / "zz" / "top", "x");
  expect_only("does not belong there");
}

TEST_F(Check, files_being_written_are_no_damage) {
  spit(dir_ / "originals" / ".tmp-1-1", "x");
  EXPECT_TRUE(damage().empty());
}

TEST_F(Check, a_record_without_a_document) {
  const Sample ghost("ghost");
  EXPECT_OK(library_.put_record(ghost.id, ghost.published()));
  expect_only("record " + ghost.id + " has no document");
}

TEST_F(Check, a_record_that_cannot_be_read) {
  sql("UPDATE published SET bytes = 'x' WHERE id = '" + one_.id + "'");
  expect_only("record " + one_.id + " is damaged");
}

TEST_F(Check, a_record_of_another_document) {
  sql("UPDATE published SET bytes = (SELECT bytes FROM published WHERE id = '" + two_.id + "') WHERE id = '" + one_.id + "'");
  expect_only("says it is " + two_.id);
}

TEST_F(Check, a_source_of_a_document_nobody_put) {
  sql("UPDATE source SET id = 'aaaaaaaaaaaaaaaa' WHERE path = CAST('0' AS BLOB); DELETE FROM record WHERE id = '" + one_.id +
      "'; DELETE FROM published WHERE id = '" + one_.id + "'");
  expect_only("source 0 names a document");
}

TEST_F(Check, what_a_removal_should_have_deleted) {
  EXPECT_OK(library_.remove({one_.id, "why", "2024-01-01"}, false));
  EXPECT_TRUE(damage().empty());
  spit(library_.original_path(one_.sha256), one_.bytes);
  expect_only("the original of removed document " + one_.id + " is still there");
}

TEST_F(Check, what_a_removal_kept) {
  EXPECT_OK(library_.remove({one_.id, "why", "2024-01-01"}, true));
  EXPECT_TRUE(damage().empty());
}

TEST_F(Check, a_generation_that_is_gone) {
  fs::remove_all(dir_ / "generations" / "000001");
  expect_only("names generation 000001, which is not there");
}

TEST_F(Check, every_damage_has_its_line) {
  spit(library_.original_path(one_.sha256), "");
  spit(library_.original_path(two_.sha256), "");
  spit(extraction(), "");
  spit(dir_ / "CURRENT", "");
  EXPECT_EQ(damage().size(), 4u);
}

TEST_F(Check, a_database_with_scrambled_pages) {
  { const Library closed = std::move(library_); }
  std::string bytes = slurp(dir_ / "library.sqlite");
  for (std::size_t at = 4096; at < bytes.size(); at += 512) bytes.replace(at, 16, "0123456789abcdef");
  spit(dir_ / "library.sqlite", bytes);
  auto reader = Library::open_to_read(dir_);
  if (!reader) {
    EXPECT_NE(message_of(reader).find("damaged"), std::string::npos) << message_of(reader);
    return;
  }
  const auto found = reader->check();
  EXPECT_TRUE(!found.ok() || !found->empty());
}

}  // namespace
}  // namespace foi::library
