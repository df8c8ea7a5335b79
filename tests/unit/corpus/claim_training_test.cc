// The table of claim weights is what its texts make of it, and nothing is learnt from texts that are wrong.
#include "corpus/make/claim_training.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "corpus/make/files.h"

namespace foi::corpus {
namespace {

namespace fs = std::filesystem;
const fs::path kSource = FOI_SOURCE_DIR;

TEST(ClaimTraining, TheTableIsWhatTheTextsMakeOfIt) {
  const auto table = train_claims({kSource / "corpus/make/claims", kSource / "corpus/make/practice"}, builtin_reference());
  ASSERT_TRUE(static_cast<bool>(table)) << table.error().message;
  const auto committed = read_text(kSource / "corpus/reference/claim_weights.tsv");
  ASSERT_TRUE(static_cast<bool>(committed));
  EXPECT_TRUE(*table == *committed) << "claim_weights.tsv differs: run make-corpus claims as corpus/make/claims/README.md says";
  EXPECT_LT(table->size(), 600'000u);
}

TEST(ClaimTraining, APassageThatIsWrongIsRefusedWithItsLine) {
  const fs::path folder = fs::temp_directory_path() / ("claims-" + std::to_string(::getpid()));
  constexpr std::string_view right = "answer\tanswer\tThe names are withheld, {{applied:section 40(2)}}.\n";
  for (const std::string wrong : {"answer\tanswer\tThe names are withheld, {{sure:section 40(2)}}.",
                                  "answer\tanswer\tThe names are withheld, {{section 40(2)}}.", "answer\tanswer\tNo citation.",
                                  "answer\tpostcard\tWithheld, {{applied:section 40(2)}}.", "answer\tWithheld, {{applied:section 40(2)}}.",
                                  "answer\tanswer\tNo end {{applied:section 40(2).", "answer\tanswer\tThe wrong way }}round:{{."}) {
    ASSERT_TRUE(static_cast<bool>(write_file(folder / "some.tsv", "section\tletter\tpassage\n" + std::string(right) + wrong + "\n")));
    const auto table = train_claims({folder, kSource / "corpus/make/practice"}, builtin_reference());
    ASSERT_FALSE(static_cast<bool>(table)) << wrong;
    EXPECT_NE(table.error().message.find("some.tsv, line 3"), std::string::npos) << table.error().message;
  }
  fs::remove_all(folder);
}

TEST(ClaimTraining, APlaceThatIsWronglyLabelledIsRefusedWithItsLine) {
  const fs::path folder = fs::temp_directory_path() / ("places-" + std::to_string(::getpid()));
  ASSERT_TRUE(static_cast<bool>(write_file(folder / "passages/some.tsv", "section\tletter\tpassage\n")));
  for (const std::string wrong : {"some\tsure\tunder {{section 40(2)}}.", "some\tapplied", "some\tapplied\tunder\t{{section 40(2)}}"}) {
    ASSERT_TRUE(static_cast<bool>(write_file(folder / "letters/places.tsv", "letter\tstance\tplace\n\n" + wrong + "\n")));
    const auto table = train_claims({folder / "passages", folder / "letters"}, builtin_reference());
    ASSERT_FALSE(static_cast<bool>(table)) << wrong;
    EXPECT_NE(table.error().message.find("places.tsv, line 3"), std::string::npos) << table.error().message;
  }
  fs::remove_all(folder);
}

TEST(ClaimTraining, EveryPlaceOfTheLettersForPracticeIsLabelled) {
  const auto rest = unlabelled_places(kSource / "corpus/make/practice", builtin_reference());
  ASSERT_TRUE(static_cast<bool>(rest)) << rest.error().message;
  EXPECT_EQ(*rest, "letter\tstance\tplace\n") << "run make-corpus places corpus/make/practice and label what it prints";
}

}  // namespace
}  // namespace foi::corpus
