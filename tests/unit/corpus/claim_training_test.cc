// The table of claim weights is what its texts make of it, and nothing is learnt from texts that are wrong.
#include "corpus/make/claim_training.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <set>

#include "corpus/make/files.h"
#include "corpus/make/letter.h"
#include "corpus/make/sample.h"

namespace foi::corpus {
namespace {

namespace fs = std::filesystem;
const fs::path kSource = FOI_SOURCE_DIR;

const ClaimTexts kTexts = {kSource / "corpus/make/claims", {kSource / "corpus/make/practice", kSource / "corpus/make/unread"}};

TEST(ClaimTraining, TheTableIsWhatTheTextsMakeOfIt) {
  const auto examples = ClaimExamples::read(kTexts, builtin_reference());
  ASSERT_TRUE(static_cast<bool>(examples)) << examples.error().message;
  const std::string table = examples->table();
  const auto committed = read_text(kSource / "corpus/reference/claim_weights.tsv");
  ASSERT_TRUE(static_cast<bool>(committed));
  EXPECT_TRUE(table == *committed) << "claim_weights.tsv differs: run make-corpus claims as corpus/make/claims/README.md says";
  EXPECT_LT(table.size(), 600'000u);
}

TEST(ClaimTraining, ALetterThatIsLeftOutTeachesNothing) {
  const fs::path folder = fs::temp_directory_path() / ("without-" + std::to_string(::getpid()));
  constexpr std::string_view passages = "section\tletter\tpassage\nanswer\tanswer\tThe names are withheld, {{applied:section 40(2)}}.\n";
  ASSERT_TRUE(static_cast<bool>(write_file(folder / "some.tsv", passages)));
  const auto few = ClaimExamples::read({folder, {}}, builtin_reference());
  const auto all = ClaimExamples::read({folder, {kSource / "corpus/make/practice"}}, builtin_reference());
  ASSERT_TRUE(few && all);
  const auto letters = read_letters(kSource / "corpus/make/practice");
  ASSERT_TRUE(static_cast<bool>(letters));
  std::set<std::string> names;
  for (const Letter& letter : *letters) names.insert(letter.name);
  EXPECT_EQ(all->table(names), few->table());
  EXPECT_NE(all->table({"no such letter"}), few->table());
  fs::remove_all(folder);
}

TEST(ClaimTraining, APassageThatIsWrongIsRefusedWithItsLine) {
  const fs::path folder = fs::temp_directory_path() / ("claims-" + std::to_string(::getpid()));
  constexpr std::string_view right = "answer\tanswer\tThe names are withheld, {{applied:section 40(2)}}.\n";
  for (const std::string wrong : {"answer\tanswer\tThe names are withheld, {{sure:section 40(2)}}.",
                                  "answer\tanswer\tThe names are withheld, {{section 40(2)}}.", "answer\tanswer\tNo citation.",
                                  "answer\tpostcard\tWithheld, {{applied:section 40(2)}}.", "answer\tWithheld, {{applied:section 40(2)}}.",
                                  "answer\tanswer\tNo end {{applied:section 40(2).", "answer\tanswer\tThe wrong way }}round:{{."}) {
    ASSERT_TRUE(static_cast<bool>(write_file(folder / "some.tsv", "section\tletter\tpassage\n" + std::string(right) + wrong + "\n")));
    const auto examples = ClaimExamples::read({folder, {kSource / "corpus/make/practice"}}, builtin_reference());
    ASSERT_FALSE(static_cast<bool>(examples)) << wrong;
    EXPECT_NE(examples.error().message.find("some.tsv, line 3"), std::string::npos) << examples.error().message;
  }
  fs::remove_all(folder);
}

TEST(ClaimTraining, APlaceThatIsWronglyLabelledIsRefusedWithItsLine) {
  const fs::path folder = fs::temp_directory_path() / ("places-" + std::to_string(::getpid()));
  ASSERT_TRUE(static_cast<bool>(write_file(folder / "passages/some.tsv", "section\tletter\tpassage\n")));
  for (const std::string wrong : {"some\tsure\tunder {{section 40(2)}}.", "some\tapplied", "some\tapplied\tunder\t{{section 40(2)}}"}) {
    ASSERT_TRUE(static_cast<bool>(write_file(folder / "letters/places.tsv", "letter\tstance\tplace\n\n" + wrong + "\n")));
    const auto examples = ClaimExamples::read({folder / "passages", {folder / "letters"}}, builtin_reference());
    ASSERT_FALSE(static_cast<bool>(examples)) << wrong;
    EXPECT_NE(examples.error().message.find("places.tsv, line 3"), std::string::npos) << examples.error().message;
  }
  fs::remove_all(folder);
}

TEST(ClaimTraining, EveryPlaceOfTheLettersIsLabelled) {
  for (const fs::path& folder : kTexts.letters) {
    const auto rest = unlabelled_places(folder, builtin_reference());
    ASSERT_TRUE(static_cast<bool>(rest)) << rest.error().message;
    EXPECT_EQ(*rest, "letter\tstance\tplace\n") << "run make-corpus places " << folder << " and label what it prints";
  }
}

}  // namespace
}  // namespace foi::corpus
