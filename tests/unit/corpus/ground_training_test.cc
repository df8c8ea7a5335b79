// The table of ground weights is what its letters make of it, and no letter teaches and measures at once.
#include "corpus/make/ground_training.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "corpus/make/files.h"
#include "corpus/make/letter.h"
#include "corpus/make/sample.h"

namespace foi::corpus {
namespace {

namespace fs = std::filesystem;
const fs::path kSource = FOI_SOURCE_DIR;

const ClaimTexts kTexts = {kSource / "corpus/make/claims", {kSource / "corpus/make/practice", kSource / "corpus/make/unread"}};

TEST(GroundTraining, TheTableIsWhatTheLettersMakeOfIt) {
  const auto table = train_grounds(kSource / "corpus/make/unread", kTexts);
  ASSERT_TRUE(static_cast<bool>(table)) << table.error().message;
  const auto committed = read_text(kSource / "corpus/reference/ground_weights.tsv");
  ASSERT_TRUE(static_cast<bool>(committed));
  EXPECT_TRUE(*table == *committed) << "ground_weights.tsv differs: run make-corpus grounds as corpus/make/unread/README.md says";
}

TEST(GroundTraining, NoLetterIsInTwoFolders) {
  std::set<std::string> numbers;
  for (const std::string folder : {"letters", "practice", "unread", "kept_back"}) {
    const auto letters = read_letters(kSource / "corpus/make" / folder);
    ASSERT_TRUE(static_cast<bool>(letters)) << letters.error().message;
    EXPECT_FALSE(letters->empty()) << folder;
    for (const Letter& letter : *letters) EXPECT_TRUE(numbers.insert(letter.name).second) << letter.name << " in " << folder;
  }
}

TEST(GroundTraining, AFolderThatIsNotThereIsRefused) {
  const auto table = train_grounds(kSource / "corpus/make/nowhere", kTexts);
  ASSERT_FALSE(static_cast<bool>(table));
  EXPECT_NE(table.error().message.find("nowhere"), std::string::npos) << table.error().message;
}

}  // namespace
}  // namespace foi::corpus
