// A folder is listed whole, or it is said why not.
#include "indexer/model/folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>

namespace foi {
namespace {

namespace fs = std::filesystem;

class ListFolder : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "foi-test-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path folder_;
  std::vector<fs::path> names_;
};

TEST_F(ListFolder, NamesEveryEntry) {
  std::ofstream(folder_ / "letter.pdf") << "x";
  std::ofstream(folder_ / ".hidden") << "x";
  fs::create_directory(folder_ / "annexes");
  std::ofstream(folder_ / "annexes" / "within.pdf") << "x";
  fs::create_symlink("nowhere", folder_ / "link");
  EXPECT_FALSE(list_folder(folder_, names_));
  std::ranges::sort(names_);
  EXPECT_EQ(names_, (std::vector<fs::path>{".hidden", "annexes", "letter.pdf", "link"}));
}

TEST_F(ListFolder, AddsToWhatIsThere) {
  names_ = {"before"};
  std::ofstream(folder_ / "letter.pdf") << "x";
  EXPECT_FALSE(list_folder(folder_, names_));
  EXPECT_EQ(names_, (std::vector<fs::path>{"before", "letter.pdf"}));
}

TEST_F(ListFolder, AnEmptyOneHasNone) {
  EXPECT_FALSE(list_folder(folder_, names_));
  EXPECT_TRUE(names_.empty());
}

TEST_F(ListFolder, SaysWhyNot) {
  EXPECT_EQ(list_folder(folder_ / "missing", names_), std::errc::no_such_file_or_directory);
  std::ofstream(folder_ / "letter.pdf") << "x";
  EXPECT_EQ(list_folder(folder_ / "letter.pdf", names_), std::errc::not_a_directory);
  EXPECT_TRUE(names_.empty());
}

}  // namespace
}  // namespace foi
