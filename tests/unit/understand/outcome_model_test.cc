// How a letter ends is told by all its words too, where they leave little doubt: never against what its kind or a review says of itself.
#include "indexer/understand/outcome_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "indexer/understand/outcome.h"
#include "indexer/understand/outcome_words.h"
#include "tests/unit/understand/letters.h"

namespace foi::understand {
namespace {

using Weights = std::vector<std::pair<std::string, int>>;

Reference with(std::string_view outcome, Weights words, Weights read) {
  Reference reference = builtin_reference();
  reference.outcome_words = {{std::string(outcome), {.base = 0, .features = std::move(words)}}};
  reference.outcomes = {{std::string(outcome), {.base = 0, .features = std::move(read)}}};
  reference.standings.clear();
  return reference;
}

std::string letter_of(std::string_view said) {
  std::string text = "Dear Enquirer,\n\nThank you for your request of 4 March 2024. You asked:\n\n1. How many beds were open in May?\n\n" +
                     std::string(said) + "\n\n";
  for (int i = 0; i < 12; ++i) text += "The ward on the second floor was painted again in the spring of that year.\n";
  return text + "\nYours sincerely\n\nInformation Governance Manager\n";
}

TEST(OutcomeWords, EveryWordAndEveryTwoInARowOnce) {
  const Features features = words_and_pairs(tokenise("Not held. We do NOT hold it; not held."));
  std::string all;
  for (const auto& [name, value] : features) all += name + ' ';
  EXPECT_EQ(all, "do do_not held held_we hold hold_it it it_not not not_held not_hold we we_do ");
  for (const auto& [name, value] : features) EXPECT_DOUBLE_EQ(value, 1.0 / 3) << "nine words";
}

TEST(OutcomeWords, AFragmentSaysNothing) {
  const Reference reference = with("not-held", {{"ward_on", 900}}, {});
  EXPECT_TRUE(OutcomeWords(reference).likelihoods(tokenise("We do not hold it.")).empty());
  const std::vector<double> likely = OutcomeWords(reference).likelihoods(tokenise(letter_of("Nine.")));
  ASSERT_EQ(likely.size(), names<Outcome>().size());
  EXPECT_EQ(std::ranges::max_element(likely) - likely.begin(), static_cast<int>(Outcome::kNotHeld));
}

TEST(OutcomeWords, WithoutWeightsNothingIsLikely) {
  Reference reference = builtin_reference();
  reference.outcome_words.clear();
  EXPECT_TRUE(OutcomeWords(reference).likelihoods(tokenise(letter_of("Nine."))).empty());
}

TEST(OutcomeModel, OverrulesWhereOneIsLikely) {
  const std::string letter = letter_of("Our response:\n\n1. Nine beds were open.");
  const auto outcome = [&](int weight) {
    return understand_text(letter, nullptr, with("not-held", {}, {{"ruled:granted-in-full", weight}})).record.outcome;
  };
  EXPECT_EQ(outcome(0), Outcome::kGrantedInFull);
  EXPECT_EQ(outcome(250), Outcome::kGrantedInFull) << "fifteen outcomes, none likely";
  EXPECT_EQ(outcome(900), Outcome::kNotHeld);
}

OutcomeRead read_as(Outcome ruled, Kind kind, bool review) {
  static const std::vector<double> told(names<Outcome>().size(), 1.0 / 15);
  return {ruled, kind, review, {}, {}, told};
}

TEST(OutcomeModel, AReviewHasAnOutcomeOfReviewsAndNoOtherLetterHas) {
  const Reference upheld = with("review-upheld", {}, {{"ruled:unknown", 900}}),
                  given = with("granted-in-full", {}, {{"ruled:unknown", 900}});
  const OutcomeRead review = read_as(Outcome::kUnknown, Kind::kInternalReview, true);
  const OutcomeRead answer = read_as(Outcome::kUnknown, Kind::kResponse, false);
  EXPECT_EQ(OutcomeModel(upheld).settle(review), Outcome::kReviewUpheld);
  EXPECT_EQ(OutcomeModel(upheld).settle(answer), std::nullopt);
  EXPECT_EQ(OutcomeModel(given).settle(review), std::nullopt);
  EXPECT_EQ(OutcomeModel(given).settle(answer), Outcome::kGrantedInFull);
}

// Words alone never make anything given of a letter that says of no question whether it is held.
TEST(OutcomeModel, NeitherConfirmedNorDeniedStays) {
  const OutcomeModel given(with("partly-granted", {}, {{"ruled:ncnd", 900}}));
  OutcomeRead read = read_as(Outcome::kNcnd, Kind::kResponse, false);
  const std::vector<QuestionOutcome> all{QuestionOutcome::kNcnd, QuestionOutcome::kNcnd};
  const std::vector<QuestionOutcome> some{QuestionOutcome::kNcnd, QuestionOutcome::kDisclosed};
  EXPECT_EQ(given.settle({read.ruled, read.kind, read.review, all, {}, read.told}), std::nullopt);
  EXPECT_EQ(given.settle({read.ruled, read.kind, read.review, some, {}, read.told}), Outcome::kPartlyGranted);
}

TEST(OutcomeModel, AKindThatLeavesNoChoiceKeepsItsOutcome) {
  const Reference given = with("granted-in-full", {}, {{"ruled:clarification", 900}, {"ruled:unknown", 900}});
  EXPECT_EQ(OutcomeModel(given).settle(read_as(Outcome::kClarification, Kind::kClarification, false)), std::nullopt);
  EXPECT_EQ(OutcomeModel(given).settle(read_as(Outcome::kUnknown, Kind::kAttachment, false)), std::nullopt);
  EXPECT_EQ(OutcomeModel(given).settle(read_as(Outcome::kClarification, Kind::kResponse, false)), Outcome::kGrantedInFull);
}

TEST(OutcomeModel, AReviewDecidesWhatItsOutcomeSays) {
  for (ReviewResult result : {ReviewResult::kUpheld, ReviewResult::kPartlyUpheld, ReviewResult::kOverturned})
    EXPECT_NE(review_of_outcome(parse_name<Outcome>("review-" + std::string(name_of(result))).value()), ReviewResult::kUnknown);
  EXPECT_EQ(review_of_outcome(Outcome::kReviewOverturned), ReviewResult::kOverturned);
  EXPECT_EQ(review_of_outcome(Outcome::kUnknown), ReviewResult::kUnknown);
}

TEST(OutcomeModel, SeesWhatWasReadOfAnswersAndGrounds) {
  const std::vector<QuestionOutcome> answers{QuestionOutcome::kDisclosed, QuestionOutcome::kWithheld};
  std::vector<FoundCitation> grounds(2);
  grounds[0].id = "foia-12-1";
  grounds[1].id = "foia-40-2";
  grounds[1].status = CitationStatus::kWithdrawn;
  const Features features = outcome_features({Outcome::kPartlyGranted, Kind::kResponse, false, answers, grounds, {}});
  const auto value = [&](std::string_view name) {
    const auto at = std::ranges::find(features, name, &Features::value_type::first);
    return at == features.end() ? 0 : at->second;
  };
  EXPECT_EQ(value("ruled:partly-granted/response"), 1);
  EXPECT_EQ(value("answers:withheld"), 0.5);
  EXPECT_EQ(value("stands:cost-limit"), 1);
  EXPECT_EQ(value("fell:withheld"), 1);
  EXPECT_EQ(value("stands:withheld"), 0);
  EXPECT_EQ(value("ruled:partly-granted/stands/fell"), 1);
}

TEST(OutcomeModel, TheTablesHaveEveryOutcome) {
  for (const auto* table : {&builtin_reference().outcome_words, &builtin_reference().outcomes}) {
    ASSERT_EQ(table->size(), names<Outcome>().size());
    for (std::string_view name : names<Outcome>()) EXPECT_EQ(std::ranges::count(*table, name, &OutcomeInfo::id), 1) << name;
  }
}

}  // namespace
}  // namespace foi::understand
