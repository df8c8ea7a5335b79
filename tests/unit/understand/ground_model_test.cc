// All that is said of a ground in a letter is weighed against what the rules read of it, and never makes an authority claim what only
// somebody else named.
#include "indexer/understand/ground_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

using Weights = std::vector<std::pair<std::string, int>>;

// What is read of an answer where these weights alone speak for a standing.
std::string with_weights(std::string_view standing, Weights weights, std::string_view text) {
  Reference reference = builtin_reference();
  reference.standings = {{std::string(standing), {.base = 0, .features = std::move(weights)}}};
  const Extraction extraction =
      make_extraction("Dear Enquirer,\n\nThank you for your request for information.\n\n" + std::string(text) + '\n');
  return described(understand({"aaaaaaaaaaaaaaaa", {}, false, extraction, nullptr}, reference).record);
}

TEST(GroundModel, OverrulesTheRulesWhereItIsLikely) {
  constexpr std::string_view applied = "The names are withheld under section 40(2).";
  EXPECT_EQ(with_weights("unclaimed", {{"ruled:stands", 900}}, applied), "(foia-40-2 explained)");
  EXPECT_EQ(with_weights("unclaimed", {{"ruled:stands", 25}}, applied), "foia-40-2 applied") << "three standings, none likely";
  EXPECT_EQ(with_weights("unclaimed", {{"ruled:fell", 900}}, applied), "foia-40-2 applied") << "the rules read otherwise";
  EXPECT_EQ(with_weights("stands", {{"ruled:stands", 900}}, applied), "foia-40-2 applied") << "of the same mind";
  constexpr std::string_view told = "Section 43(2) is about commercial interests.";
  EXPECT_EQ(with_weights("stands", {{"ruled:unclaimed", 900}}, told), "foia-43-2 applied");
}

TEST(GroundModel, ClaimsWhatOnlyTheRequesterNamesWhereItIsAlmostSure) {
  constexpr std::string_view asked =
      "You asked:\n\nPlease send me the price. I expect you to hide behind section 43(2).\n\nOur response:\n\nThe price was £4.";
  EXPECT_EQ(with_weights("stands", {{"ruled:unclaimed", 200}}, asked), "(foia-43-2 requester)") << "likelier than not";
  EXPECT_EQ(with_weights("stands", {{"ruled:unclaimed", 900}}, asked), "foia-43-2 applied");
}

TEST(GroundModel, ClaimsWhatAReviewLeavesOpenWhereItIsAlmostSure) {
  constexpr std::string_view left =
      "You asked us to review our response. We had withheld the prices under section 43(2) and the advice under section "
      "42(1).\n\nOutcome\n\nI uphold the use of section 42(1). Your complaint is upheld in part.";
  EXPECT_EQ(with_weights("stands", {{"ruled:left", 150}}, left), "foia-42-1 upheld; (foia-43-2 explained)") << "likelier than not";
  EXPECT_EQ(with_weights("stands", {{"ruled:unclaimed", 900}}, left), "foia-42-1 upheld; (foia-43-2 explained)") << "not passed over";
  EXPECT_EQ(with_weights("stands", {{"ruled:left", 900}}, left).find("(foia-43-2"), std::string::npos);
}

TEST(GroundModel, DoesNotTurnRoundWhatAReviewIsReadToDecide) {
  constexpr std::string_view begins = "You asked us to review our response. We had withheld the prices under section 43(2).\n\nOutcome\n\n";
  const auto after = [&](std::string_view standing, Weights weights, std::string_view decided) {
    return with_weights(standing, std::move(weights), std::string(begins) + std::string(decided));
  };
  EXPECT_EQ(after("fell", {{"ruled:stands", 900}}, "I uphold the use of section 43(2)."), "foia-43-2 upheld");
  EXPECT_EQ(after("stands", {{"ruled:fell", 900}}, "I overturn the use of section 43(2) and enclose the prices."), "foia-43-2 overturned");
  EXPECT_EQ(after("stands", {{"ruled:fell", 900}}, "We no longer rely on section 43(2).").find("withdrawn"), std::string::npos)
      << "given up, not undone";
}

TEST(GroundModel, TellsHowAGroundFell) {
  constexpr std::string_view begins = "You asked us to review our response. We had withheld the prices under section 43(2).\n\nOutcome\n\n";
  const auto after = [&](std::string_view fall, Weights weights, std::string_view decided) {
    return with_weights(fall, std::move(weights), std::string(begins) + std::string(decided));
  };
  constexpr std::string_view overturns = "I overturn the use of section 43(2) and enclose the prices.";
  EXPECT_EQ(after("withdrawn", {}, overturns), "foia-43-2 overturned");
  EXPECT_EQ(after("withdrawn", {{"as:overturned", 900}}, overturns), "foia-43-2 withdrawn");
  EXPECT_EQ(after("considered", {{"as:overturned", 900}}, overturns), "foia-43-2 considered-not-applied");
  EXPECT_EQ(after("withdrawn", {{"as:overturned", 25}}, overturns), "foia-43-2 overturned") << "three falls, none likely";
  EXPECT_EQ(after("withdrawn", {{"as:upheld", 900}}, "I uphold the use of section 43(2)."), "foia-43-2 upheld") << "it did not fall";
  EXPECT_EQ(after("overturned", {{"as:withdrawn", 900}}, "We no longer rely on section 43(2)."), "foia-43-2 withdrawn")
      << "in so many words";
}

TEST(GroundModel, WhatNoPlaceOfAReviewSaysFellTakesMore) {
  constexpr std::string_view nothing_decided =
      "You asked us to review our response. We had withheld the prices under section 43(2).\n\nOutcome\n\nThe review was completed on 10 "
      "March.";
  EXPECT_EQ(with_weights("fell", {{"ruled:left", 150}}, nothing_decided), "(foia-43-2 explained)") << "likelier than not";
  EXPECT_NE(with_weights("fell", {{"ruled:left", 900}}, nothing_decided), "(foia-43-2 explained)") << "almost sure";
}

TEST(GroundModel, AnAnswerOverturnsNothing) {
  EXPECT_EQ(with_weights("overturned", {{"as:considered-not-applied", 900}}, "We considered section 43(2) but decided not to apply it."),
            "foia-43-2 considered-not-applied");
}

TEST(GroundModel, InANoticeClaimsOnlyWhatTheRulesDoNot) {
  const auto in_notice = [](std::string_view standing, Weights weights, std::string_view text) {
    Reference reference = builtin_reference();
    reference.standings = {{std::string(standing), {.base = 0, .features = std::move(weights)}}};
    const Extraction extraction = make_extraction(notice_with(text));
    return claims_of(described(understand({"aaaaaaaaaaaaaaaa", {}, false, extraction, nullptr}, reference).record));
  };
  constexpr std::string_view decided = "2. The Commissioner finds that section 43(2) is not engaged.";
  EXPECT_EQ(in_notice("stands", {{"ruled:fell", 900}}, decided), "foia-43-2 overturned");
  EXPECT_EQ(in_notice("unclaimed", {{"ruled:fell", 900}}, decided), "foia-43-2 overturned");
  EXPECT_EQ(in_notice("withdrawn", {{"as:overturned", 900}}, decided), "foia-43-2 overturned");
  constexpr std::string_view told = "2. Section 43(2) is about commercial interests.";
  EXPECT_EQ(in_notice("stands", {{"ruled:unclaimed", 900}}, told), "foia-43-2 upheld");
  EXPECT_EQ(in_notice("stands", {{"ruled:unclaimed", 100}}, told), "-") << "not likely enough";
  // Two places: a threat, and what the notice says of it.
  constexpr std::string_view threatens = "2. The council said that it might rely on section 41(1).";
  EXPECT_EQ(in_notice("fell", {{"ruled:unclaimed", 900}}, threatens).find('-'), 4U) << "claimed";
  EXPECT_EQ(in_notice("fell", {{"ruled:unclaimed", 900}}, std::string(threatens) + " Section 41(1) has not been considered."), "-")
      << "left open";
}

TEST(GroundModel, WithoutWeightsTheRulesCount) {
  EXPECT_EQ(with_weights("stands", {}, "The names are withheld under section 40(2)."), "foia-40-2 applied");
}

TEST(GroundModel, ASectionKnowsOfItsSubSection) {
  const std::vector<double> surely{1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
  GroundRead section, part;
  section.id = "foia-43";
  part.id = "foia-43-2";
  section.places = part.places = {surely};
  const std::vector<GroundRead> all{section, part};
  Page page;
  page.text = "Section 43 and section 43(2).";
  const Letter letter = join_pages({page});
  const Repaired repaired = repair(letter.text);
  const std::vector<Section> sections = find_sections(letter);
  const std::vector<FoundQuestion> questions;
  const RoleContext context{letter, repaired, sections, questions, Kind::kResponse, false};
  const auto has = [&](std::size_t which, std::string_view name) {
    const Features features = ground_features(all, which, context);
    return std::ranges::any_of(features, [&](const auto& feature) { return feature.first == name; });
  };
  EXPECT_TRUE(has(0, "finer"));
  EXPECT_FALSE(has(0, "coarser"));
  EXPECT_TRUE(has(1, "coarser"));
  EXPECT_FALSE(has(1, "finer"));
}

TEST(GroundModel, TheTableHasEveryStandingAndEveryFall) {
  std::vector<std::string_view> names(kStandingNames.begin(), kStandingNames.end());
  std::ranges::copy(fall_names(), std::back_inserter(names));
  ASSERT_EQ(builtin_reference().standings.size(), names.size());
  for (std::string_view name : names) EXPECT_EQ(std::ranges::count(builtin_reference().standings, name, &StandingInfo::id), 1) << name;
}

}  // namespace
}  // namespace foi::understand
