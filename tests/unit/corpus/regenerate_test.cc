// What is committed is what the specifications make, byte for byte.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <set>

#include "corpus/make/files.h"
#include "corpus/make/sample.h"

namespace {

namespace fs = std::filesystem;

const fs::path kLetters = fs::path(FOI_SOURCE_DIR) / "corpus/make/letters";
const fs::path kSample = fs::path(FOI_SOURCE_DIR) / "corpus/sample";

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "foi-corpus-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::set<std::string> files_under(const fs::path& folder) {
  std::set<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.insert(fs::relative(entry.path(), folder).string());
  return files;
}

TEST(Regenerate, TheCommittedSampleIsWhatTheSpecificationsMake) {
  const TemporaryFolder folder;
  const auto made = foi::corpus::make_sample(kLetters, folder.path());
  ASSERT_TRUE(made) << made.error().message;
  const auto fresh = files_under(folder.path());
  EXPECT_EQ(fresh, files_under(kSample));
  for (const std::string& file : fresh) {
    const auto now = foi::corpus::read_text(folder.path() / file), committed = foi::corpus::read_text(kSample / file);
    ASSERT_TRUE(now);
    ASSERT_TRUE(committed) << file << " is not committed";
    EXPECT_TRUE(*now == *committed) << file << " differs: run make-corpus sample corpus/make/letters corpus/sample";
  }
}

// Words in a row, with the marks for bold and the like left out.
std::string flat(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view two = std::string_view(text).substr(i, 2);
    if (two == "**" || two == "__" || two == "~~" || two == "%%") {
      ++i;
    } else {
      out += text[i] == '\n' ? ' ' : text[i];
    }
  }
  return out;
}

TEST(Specifications, WhatMustBeMaskedOrUnseenStandsInTheLetter) {
  const auto letters = foi::corpus::read_letters(kLetters);
  ASSERT_TRUE(letters) << letters.error().message;
  for (const auto& letter : *letters)
    for (const char* key : {"requesters", "staff", "hidden"})
      for (const std::string& words : letter.list(key))
        EXPECT_NE(flat(letter.body).find(words), std::string::npos) << letter.name << ": " << words;
}

TEST(Regenerate, AFolderWithoutSpecificationsIsAnError) {
  const TemporaryFolder folder;
  const auto made = foi::corpus::make_sample(folder.path(), folder.path() / "out");
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().fault, foi::Fault::kEnvironment);
  EXPECT_NE(made.error().message.find(folder.path().string()), std::string::npos);
}

}  // namespace
