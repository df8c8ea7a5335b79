// Originals and extractions.
#include <sys/stat.h>

#include "tests/unit/library/fixture.h"

namespace foi::library {
namespace {

class Contents : public testing::Test {
 protected:
  TemporaryFolder folder_;
  Library library_ = *Library::open_for_build(folder_ / "library");
  Sample letter_{"Dear Sir, we hold no information."};

  std::vector<std::string> temporary_files() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path()))
      if (entry.path().filename().string().starts_with(".tmp-")) found.push_back(entry.path().string());
    return found;
  }
};

TEST_F(Contents, an_original_is_kept_by_its_hash) {
  EXPECT_FALSE(fs::exists(library_.original_path(letter_.sha256)));
  EXPECT_OK(put_original(library_, letter_));
  const fs::path path = library_.original_path(letter_.sha256);
  EXPECT_EQ(slurp(path), letter_.bytes);
  EXPECT_EQ(path, folder_ / "library" / "originals" / letter_.sha256.substr(0, 2) / letter_.sha256.substr(2));
  EXPECT_EQ(path, original_path(folder_ / "library", letter_.sha256));
}

TEST_F(Contents, an_empty_document_is_a_document) {
  const Sample empty("");
  EXPECT_OK(put_original(library_, empty));
  EXPECT_TRUE(fs::exists(library_.original_path(empty.sha256)));
}

TEST_F(Contents, the_same_original_is_written_once) {
  EXPECT_OK(put_original(library_, letter_));
  struct stat first {};
  ASSERT_EQ(::stat(library_.original_path(letter_.sha256).c_str(), &first), 0);
  EXPECT_OK(put_original(library_, letter_));
  struct stat second {};
  ASSERT_EQ(::stat(library_.original_path(letter_.sha256).c_str(), &second), 0);
  EXPECT_EQ(first.st_ino, second.st_ino);
}

TEST_F(Contents, bytes_that_changed_since_they_were_hashed_are_refused) {
  const auto put = library_.put_original(letter_.sha256, MemoryFile("Dear Sir, we hold some information.").get());
  ASSERT_FALSE(put.ok());
  EXPECT_EQ(put.error().fault, Fault::kDocument);
  EXPECT_NE(message_of(put).find("changed while it was read"), std::string::npos);
  EXPECT_FALSE(fs::exists(library_.original_path(letter_.sha256)));
  EXPECT_TRUE(temporary_files().empty());
}

TEST_F(Contents, an_original_on_disk_is_copied_whole) {
  const Sample large(std::string(5'000'001, 'q'));
  spit(folder_ / "file", large.bytes);
  std::FILE* file = std::fopen((folder_ / "file").c_str(), "r");
  EXPECT_OK(library_.put_original(large.sha256, ::fileno(file)));
  std::fclose(file);
  EXPECT_EQ(sha256_hex(slurp(library_.original_path(large.sha256))), large.sha256);
}

TEST_F(Contents, what_is_no_hash_is_the_callers_fault) {
  for (const std::string& bad :
       {std::string(), std::string(63, 'a'), std::string(65, 'a'), std::string(64, 'A'), "../" + std::string(61, 'a')}) {
    const auto put = library_.put_original(bad, MemoryFile("x").get());
    ASSERT_FALSE(put.ok()) << bad;
    EXPECT_EQ(put.error().fault, Fault::kUsage) << bad;
  }
}

TEST_F(Contents, an_extraction_comes_back_byte_for_byte) {
  const std::string all_bytes = [] {
    std::string bytes;
    for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
    return bytes;
  }();
  for (const std::string& bytes : {std::string(), std::string("x"), all_bytes}) {
    EXPECT_OK(library_.put_extraction(letter_.key(), bytes));
    const auto got = library_.get_extraction(letter_.key());
    ASSERT_TRUE(got.ok() && got->has_value());
    EXPECT_EQ(**got, bytes);
  }
}

TEST_F(Contents, an_extraction_belongs_to_its_whole_key) {
  EXPECT_OK(library_.put_extraction(letter_.key(), "one"));
  for (const std::string& other : {letter_.sha256, letter_.sha256 + "-2-eng", letter_.sha256 + "-1-cym", letter_.key() + "-200"}) {
    const auto got = library_.get_extraction(other);
    ASSERT_TRUE(got.ok());
    EXPECT_FALSE(got->has_value()) << other;
  }
}

TEST_F(Contents, what_is_no_key_is_the_callers_fault) {
  for (const std::string& bad : {std::string("short"), letter_.sha256 + "/../x", letter_.sha256 + "1", letter_.sha256 + "- ",
                                 letter_.sha256 + "-\n", letter_.sha256 + "-" + std::string(300, 'x')}) {
    EXPECT_EQ(library_.get_extraction(bad).error().fault, Fault::kUsage) << bad;
    EXPECT_EQ(library_.put_extraction(bad, "x").error().fault, Fault::kUsage) << bad;
  }
}

TEST_F(Contents, a_damaged_extraction_counts_as_absent_and_is_replaced) {
  EXPECT_OK(library_.put_extraction(letter_.key(), "pages"));
  const fs::path path = folder_ / "library" / "extractions" / letter_.key().substr(0, 2) / letter_.key().substr(2);
  const std::string whole = slurp(path);
  std::string flipped = whole;
  flipped.back() ^= 1;
  for (const std::string& damage :
       {std::string(), whole.substr(0, 10), whole.substr(0, whole.size() - 1), whole + "x", flipped, std::string(500, 'z')}) {
    spit(path, damage);
    const auto got = library_.get_extraction(letter_.key());
    ASSERT_TRUE(got.ok());
    EXPECT_FALSE(got->has_value()) << damage;
  }
  EXPECT_OK(library_.put_extraction(letter_.key(), "pages"));
  EXPECT_EQ(**library_.get_extraction(letter_.key()), "pages");
}

TEST_F(Contents, an_extraction_that_cannot_be_read_is_the_environments_fault) {
  const fs::path path = folder_ / "library" / "extractions" / letter_.key().substr(0, 2) / letter_.key().substr(2);
  fs::create_directories(path);
  const auto got = library_.get_extraction(letter_.key());
  ASSERT_FALSE(got.ok());
  EXPECT_EQ(got.error().fault, Fault::kEnvironment);
}

TEST_F(Contents, nothing_temporary_stays) {
  EXPECT_OK(put_original(library_, letter_));
  EXPECT_OK(library_.put_extraction(letter_.key(), "pages"));
  EXPECT_TRUE(temporary_files().empty());
}

TEST_F(Contents, a_reader_puts_nothing) {
  auto reader = Library::open_to_read(folder_ / "library");
  ASSERT_TRUE(reader.ok());
  EXPECT_EQ(put_original(*reader, letter_).error().fault, Fault::kUsage);
  EXPECT_EQ(reader->put_extraction(letter_.key(), "x").error().fault, Fault::kUsage);
  EXPECT_EQ(reader->put_documents({letter_.row()}).error().fault, Fault::kUsage);
  EXPECT_EQ(reader->replace_sources("/corpus", {}).error().fault, Fault::kUsage);
  EXPECT_EQ(reader->begin().error().fault, Fault::kUsage);
  EXPECT_EQ(reader->begin_generation().error().fault, Fault::kUsage);
  EXPECT_EQ(reader->remove({letter_.id, "why", "2024-01-01"}, false).error().fault, Fault::kUsage);
}

}  // namespace
}  // namespace foi::library
