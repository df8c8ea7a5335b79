// Whose folder it is, which format, who holds it.
#include <sched.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/wait.h>

#include <functional>

#include "tests/unit/library/child.h"
#include "tests/unit/library/fixture.h"

namespace foi::library {
namespace {

class Open : public testing::Test {
 protected:
  TemporaryFolder folder_;
  fs::path dir_ = folder_ / "library";

  void make() { ASSERT_TRUE(Library::open_for_build(dir_).ok()); }
  void sql(const std::string& statements) const {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open((dir_ / "library.sqlite").c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, statements.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << statements;
    sqlite3_close(database);
  }
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(dir_)) found.push_back(entry.path().filename().string());
    return sorted_ids(found);
  }
};

void expect_refused(const Status& refused, std::initializer_list<std::string_view> words) {
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().fault, Fault::kEnvironment);
  for (const std::string_view word : words) EXPECT_NE(refused.error().message.find(word), std::string::npos) << refused.error().message;
  EXPECT_EQ(refused.error().message.find('\n'), std::string::npos);
}

Status for_build(const fs::path& dir) {
  auto library = Library::open_for_build(dir);
  if (!library) return library.error();
  return success();
}

Status to_read(const fs::path& dir) {
  auto library = Library::open_to_read(dir);
  if (!library) return library.error();
  return success();
}

TEST_F(Open, a_library_is_made_where_nothing_is) {
  for (const fs::path& dir : {dir_, folder_ / "deep/er/library", folder_ / "slash/"}) {
    EXPECT_OK(for_build(dir));
    EXPECT_OK(for_build(dir));
    EXPECT_OK(to_read(dir));
  }
}

TEST_F(Open, an_empty_folder_becomes_one) {
  fs::create_directories(dir_ / "lost+found");
  EXPECT_OK(for_build(dir_));
}

TEST_F(Open, a_relative_path_and_one_that_looks_like_an_address_are_just_paths) {
  const fs::path before = fs::current_path();
  fs::current_path(folder_.path());
  EXPECT_OK(for_build("relative"));
  EXPECT_OK(for_build("file:name?mode=memory"));
  EXPECT_OK(
      for_build("."
                "/dot/./x/.."));
  EXPECT_TRUE(fs::exists("file:name?mode=memory/library.sqlite"));
  fs::current_path(before);
}

TEST_F(Open, a_folder_with_other_things_is_left_alone) {
  for (const std::string_view name : {"letter.pdf", "originals2", ".hidden", "library.db"}) {
    const TemporaryFolder other;
    spit(other / name, "x");
    expect_refused(for_build(other.path()), {name, "neither empty nor a library"});
    EXPECT_EQ(std::distance(fs::directory_iterator(other.path()), {}), 1) << "something was written beside " << name;
  }
}

TEST_F(Open, a_database_of_another_program_is_left_alone) {
  fs::create_directories(dir_);
  sql("CREATE TABLE photographs (name)");
  expect_refused(for_build(dir_), {"another program"});
  expect_refused(to_read(dir_), {"library.sqlite"});
  EXPECT_EQ(names(), std::vector<std::string>{"library.sqlite"});
  spit(dir_ / "library.sqlite",
       "this is no database, but it is longer than the hundred bytes that the header of a database would take up here");
  expect_refused(for_build(dir_), {"another program"});
  expect_refused(to_read(dir_), {"damaged"});
}

TEST_F(Open, an_empty_database_file_among_other_things_is_no_library) {
  fs::create_directories(dir_);
  spit(dir_ / "library.sqlite", "");
  spit(dir_ / "letter.pdf", "x");
  expect_refused(for_build(dir_), {"letter.pdf"});
}

TEST_F(Open, a_file_is_no_folder) {
  spit(dir_, "x");
  expect_refused(for_build(dir_), {"is a file"});
  expect_refused(to_read(dir_), {"no library"});
  expect_refused(for_build(dir_ / "below"), {"library"});
}

TEST_F(Open, a_library_whose_database_was_lost_is_not_begun_again_over_its_removals) {
  make();
  fs::remove(dir_ / "library.sqlite");
  expect_refused(for_build(dir_), {"library.sqlite is missing"});
}

TEST_F(Open, other_formats_are_refused_naming_both) {
  for (const std::string_view version : {"7", "0", "-1"}) {
    make();
    sql("PRAGMA user_version = " + std::string(version));
    for (const Status& refused : {for_build(dir_), to_read(dir_)})
      expect_refused(refused, {"format " + std::string(version), "format " + std::to_string(kLibraryFormat),
                               version == "7" ? "use a newer foi-index" : "build a new library"});
    fs::remove_all(dir_);
  }
}

// The tables as format 1 made them.
TEST_F(Open, a_library_of_format_1_keeps_what_is_dear_when_it_is_built_again) {
  make();
  sql("DROP TABLE record; DROP TABLE published; DROP TABLE replaced; ALTER TABLE source DROP COLUMN log;"
      "DROP INDEX source_inside; ALTER TABLE source DROP COLUMN container; ALTER TABLE source DROP COLUMN depth; PRAGMA user_version = 1;"
      "CREATE TABLE record (id TEXT NOT NULL UNIQUE, failed INTEGER NOT NULL, pages INTEGER NOT NULL, ocr_pages INTEGER NOT NULL,"
      " published BLOB NOT NULL); INSERT INTO record VALUES ('aaaaaaaaaaaaaaaa', 0, 1, 0, 'x')");
  expect_refused(to_read(dir_), {"format 1", "format " + std::to_string(kLibraryFormat), "foi-index build"});
  const Sample letter("a letter");
  {
    auto library = Library::open_for_build(dir_);
    ASSERT_TRUE(library.ok()) << message_of(library);
    EXPECT_TRUE(record_ids(*library).empty());
    EXPECT_OK(keep(*library, {letter}));
  }
  auto again = Library::open_to_read(dir_);
  ASSERT_TRUE(again.ok()) << message_of(again);
  EXPECT_EQ(record_ids(*again), std::vector{letter.id});
  EXPECT_TRUE(again->check()->empty());
}

TEST_F(Open, a_library_of_format_2_is_kept_whole_when_it_is_built_again) {
  const Sample letter("a letter");
  {
    auto library = Library::open_for_build(dir_);
    EXPECT_OK(keep(*library, {letter}));
  }
  sql("DROP TABLE replaced; PRAGMA user_version = 2");
  expect_refused(to_read(dir_), {"format 2", "format " + std::to_string(kLibraryFormat), "foi-index build"});
  EXPECT_OK(for_build(dir_));
  auto again = Library::open_to_read(dir_);
  ASSERT_TRUE(again.ok()) << message_of(again);
  EXPECT_EQ(record_ids(*again), std::vector{letter.id});
  EXPECT_TRUE(again->replacements()->empty());
}

TEST_F(Open, reading_needs_a_library) {
  expect_refused(to_read(dir_), {"no library at", "run foi-index build"});
  EXPECT_FALSE(fs::exists(dir_));
  fs::create_directories(dir_);
  expect_refused(to_read(dir_), {"no library at"});
  spit(dir_ / "library.sqlite", "");
  expect_refused(to_read(dir_), {"no library at"});
  EXPECT_EQ(names(), std::vector<std::string>{"library.sqlite"});
}

TEST_F(Open, reading_creates_nothing) {
  make();
  fs::remove(dir_ / "lock");
  const auto before = names();
  auto reader = Library::open_to_read(dir_);
  ASSERT_TRUE(reader.ok());
  EXPECT_TRUE(reader->documents().ok());
  EXPECT_TRUE(reader->totals().ok());
  EXPECT_TRUE(reader->check()->empty());
  EXPECT_EQ(names(), before);
}

TEST_F(Open, one_builder_at_a_time) {
  auto first = Library::open_for_build(dir_);
  ASSERT_TRUE(first.ok());
  expect_refused(for_build(dir_),
                 {"another build is running on", dir_.string(), "process " + std::to_string(::getpid()), "wait for it or stop it"});
  EXPECT_OK(to_read(dir_));
  { const Library closed = *std::move(first); }
  EXPECT_EQ(slurp(dir_ / "lock"), "") << "whoever holds it next is not this process";
  EXPECT_OK(for_build(dir_));
}

TEST_F(Open, a_killed_builder_holds_nothing) {
  make();
  const pid_t child = ::fork();
  if (child == 0) {
    auto library = Library::open_for_build(dir_);
    ::raise(SIGKILL);
  }
  ::waitpid(child, nullptr, 0);
  EXPECT_OK(for_build(dir_));
}

TEST_F(Open, temporary_files_of_killed_builders_are_cleared) {
  make();
  for (const std::string_view folder : {"", "originals", "extractions"}) spit(dir_ / folder / ".tmp-1-2", "half a document");
  EXPECT_OK(for_build(dir_));
  for (const std::string_view folder : {"", "originals", "extractions"}) EXPECT_FALSE(fs::exists(dir_ / folder / ".tmp-1-2"));
}

TEST_F(Open, a_source_whose_original_was_lost_looks_changed) {
  const Sample kept("kept"), lost("lost");
  {
    auto library = Library::open_for_build(dir_);
    EXPECT_OK(keep(*library, {kept, lost}));
  }
  fs::remove(original_path(dir_, lost.sha256));
  auto library = Library::open_for_build(dir_);
  const auto sources = *library->sources("/corpus");
  EXPECT_EQ(sources[0], kept.at("/corpus", "0"));
  EXPECT_NE(sources[1], lost.at("/corpus", "1"));
  EXPECT_EQ(ids(*library).size(), 2u);
}

// In a mount namespace of its own: a library on a disk that is then made read-only.
std::string read_from_read_only_disk(const fs::path& mount_point) {
  const fs::path dir = mount_point / "library";
  const Sample letter("a letter");
  {
    auto library = Library::open_for_build(dir);
    if (!library) return message_of(library);
    if (auto kept = keep(*library, {letter}); !kept) return message_of(kept);
  }
  if (::mount("none", mount_point.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0) return kCannotTest;
  if (!for_build(dir).ok() && message_of(for_build(dir)).find("check who may") == std::string::npos) return message_of(for_build(dir));
  auto library = Library::open_to_read(dir);
  if (!library) return message_of(library);
  if (ids(*library) != std::vector{letter.id}) return "other documents";
  if (!library->totals().ok() || !library->check()->empty()) return "totals or check";
  return slurp(library->original_path(letter.sha256)) == letter.bytes ? "" : "other bytes";
}

TEST_F(Open, a_library_on_a_read_only_disk_is_read) {
  const std::string failure = in_child_with_disk(folder_.path(), "8m", [&] { return read_from_read_only_disk(folder_.path()); });
  if (failure == kCannotTest) GTEST_SKIP() << "mounting is not allowed here";
  EXPECT_EQ(failure, "");
}

}  // namespace
}  // namespace foi::library
