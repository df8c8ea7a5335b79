// Bench corpora: the same seed gives the same bytes, another seed others.
#include "corpus/make/bench.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "corpus/make/files.h"

namespace {

namespace fs = std::filesystem;

class Bench : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "foi-bench-XXXXXX").string();
    root_ = mkdtemp(pattern.data());
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  fs::path make(const std::string& name, std::uint64_t seed) {
    const auto made = foi::corpus::make_bench({.letters = 2, .report_pages = 2, .scans = 1, .seed = seed}, root_ / name);
    EXPECT_TRUE(made);
    return root_ / name;
  }
  static std::string bytes(const fs::path& path) {
    const auto text = foi::corpus::read_text(path);
    EXPECT_TRUE(text) << path;
    return text ? *text : std::string();
  }

  fs::path root_;
};

TEST_F(Bench, FollowsItsSeed) {
  const fs::path a = make("a", 1), b = make("b", 1), c = make("c", 2);
  for (const char* file :
       {"report.pdf", "letters/00001.pdf", "letters/00002.pdf", "scans/m-01.pdf", "scans/m-01.txt", "scans/m.pdf", "scans/m.txt"}) {
    EXPECT_TRUE(bytes(a / file) == bytes(b / file)) << file;
    EXPECT_FALSE(bytes(a / file) == bytes(c / file)) << file;
  }
}

TEST_F(Bench, ScansHaveTheirWordsBesideThem) {
  const fs::path made = make("a", 7);
  EXPECT_NE(bytes(made / "scans/m-01.txt").find("Freedom of"), std::string::npos);
  EXPECT_TRUE(bytes(made / "scans/m-01.pdf").starts_with("%PDF"));
}

}  // namespace
