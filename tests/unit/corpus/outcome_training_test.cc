// The tables of how letters end are what their letters make of them, and no letter teaches what it is then read with.
#include "corpus/make/outcome_training.h"

#include <gtest/gtest.h>

#include "corpus/make/files.h"
#include "corpus/make/sample.h"
#include "corpus/make/turns.h"

namespace foi::corpus {
namespace {

namespace fs = std::filesystem;
const fs::path kSource = FOI_SOURCE_DIR;
const std::vector<fs::path> kLetters = {kSource / "corpus/make/practice", kSource / "corpus/make/unread"};

std::string committed(const std::string& name) { return read_text(kSource / "corpus/reference" / name).value(); }

TEST(OutcomeTraining, TheTablesAreWhatTheLettersMakeOfThem) {
  const auto words = OutcomeExamples::read(kLetters);
  ASSERT_TRUE(static_cast<bool>(words)) << words.error().message;
  const std::string table = words->table();
  EXPECT_TRUE(table == committed("outcome_words.tsv"))
      << "outcome_words.tsv differs: run make-corpus outcome-words (corpus/make/unread/README.md)";
  EXPECT_LT(table.size(), 250'000u);
  const auto outcomes = train_outcomes(kSource / "corpus/make/unread", kLetters);
  ASSERT_TRUE(static_cast<bool>(outcomes)) << outcomes.error().message;
  EXPECT_TRUE(*outcomes == committed("outcome_weights.tsv"))
      << "outcome_weights.tsv differs: run make-corpus outcomes (corpus/make/unread/README.md)";
}

TEST(OutcomeTraining, LeavesOutTheLettersNamed) {
  const auto words = OutcomeExamples::read({kSource / "corpus/make/unread"});
  ASSERT_TRUE(static_cast<bool>(words));
  const auto letters = read_letters(kSource / "corpus/make/unread");
  const std::vector<Turn> turns = turns_of(*letters);
  EXPECT_NE(words->table(), words->table(turns.front().names));
}

TEST(Turns, EveryLetterHasOne) {
  const auto letters = read_letters(kSource / "corpus/make/unread");
  std::size_t count = 0;
  std::set<std::string> names;
  for (const Turn& turn : turns_of(*letters)) {
    EXPECT_EQ(turn.letters.size(), turn.names.size());
    count += turn.letters.size();
    names.insert(turn.names.begin(), turn.names.end());
  }
  EXPECT_EQ(count, letters->size());
  EXPECT_EQ(names.size(), letters->size());
}

TEST(OutcomeTraining, AFolderThatIsNotThereIsRefused) {
  const auto table = train_outcomes(kSource / "corpus/make/nowhere", kLetters);
  ASSERT_FALSE(static_cast<bool>(table));
  EXPECT_NE(table.error().message.find("nowhere"), std::string::npos) << table.error().message;
}

}  // namespace
}  // namespace foi::corpus
