// What decisions leave of a ground, where they do not say so of it in a verb: compliance, what a party did, what they come to.
#include <gtest/gtest.h>

#include "indexer/understand/cues.h"
#include "indexer/understand/decision_result.h"
#include "indexer/understand/decision_words.h"
#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

std::string notice(std::string_view text) { return claims_of(described(understand_text(notice_with(text)).record)); }

constexpr CitedRow kNotices[] = {
    // Compliance with the Act, not a word on the ground.
    {"2. The Commissioner's decision is that by withholding the lease under section 43(2) the council did not deal with the request in "
     "accordance with the FOIA.",
     "foia-43-2 overturned"},
    {"2. By refusing the request under sections 41(1) and 43(2) the council failed to comply with section 1(1).",
     "foia-41-1 overturned; foia-43-2 overturned"},
    {"2. The council breached section 1(1) in withholding the lease under section 43(2).", "foia-43-2 overturned"},
    {"2. The Commissioner finds that by relying on section 43(2) the council complied with Part 1.", "foia-43-2 upheld"},
    {"2. The council withheld the lease under section 43(2). By failing to state in its notice that section 43(2) applied the council "
     "breached section 17(1).",
     "foia-43-2 applied"},
    // All at once.
    {"2. The Commissioner's decision is that none of the exemptions relied upon, sections 23(5), 24(2) and 31(3), are engaged.",
     "foia-23-5 overturned; foia-24-2 overturned; foia-31-3 overturned"},
    {"2. The council cited sections 24(2) and 31(3). It upheld this at the internal review, and cited section 38(2) as well. The "
     "Commissioner concludes that none of the exemptions relied upon are engaged.",
     "foia-24-2 overturned; foia-31-3 overturned; foia-38-2 overturned"},
    {"2. The council refused it under sections 34 and 35. The Commissioner agrees that it was exempt under the exemptions claimed.",
     "foia-34 upheld; foia-35 upheld"},
    // Given up before the decision.
    {"2. The council cited section 44(2). During the investigation this was withdrawn and replaced by section 31(3). The Commissioner "
     "finds "
     "that the council is entitled to rely on section 31(3).",
     "foia-31-3 upheld; foia-44-2 withdrawn"},
    {"2. The council refused it under section 12 but revised its position at internal review, stating that it did not hold the list.",
     "foia-12 withdrawn"},
    {"2. The council refused it under section 36. It upheld this position at internal review and introduced reliance on section 31. "
     "During the investigation it revised its position and argued that it did not hold the list.",
     "foia-31 withdrawn; foia-36 withdrawn"},
    {"2. The council refused it under section 12 and amended its position, adding reliance on section 14(1). The Commissioner's decision "
     "is that section 14(1) is engaged.",
     "foia-14-1 upheld"},
    // Engaged, and outweighed.
    {"2. The Commissioner's decision is that the council has correctly applied section 36(2)(c). However, he has decided that the public "
     "interest in maintaining the exemption does not outweigh the public interest in disclosure.",
     "foia-36-2-c overturned"},
    {"2. The Commissioner's decision is that the council has correctly applied section 36(2)(c). There is a public interest in disclosure, "
     "but the public interest in maintaining the exemption outweighs it.",
     "foia-36-2-c upheld"},
    // For a part.
    {"2. As regards section 43(2) he has decided that it applies to most of the lease, however it does not apply to the plan.",
     "foia-43-2 partly-upheld"},
    {"2. The council was not entitled to apply section 43(2) to all of the lease.", "foia-43-2 partly-upheld"},
    {"2. The council applied section 43(2), but the Commissioner's decision is that it does not apply.", "foia-43-2 overturned"},
    // In other words.
    {"2. The council refused it under section 31(1)(a). The council has not demonstrated that section 31(1)(a) is engaged.",
     "foia-31-1-a overturned"},
    {"2. The council's position is that the lease is exempt under section 41(1). The Commissioner's decision is that it is not. He "
     "requires "
     "the council to disclose the requested information.",
     "foia-41-1 overturned"},
    {"2. The council refused it under section 12(1), but at the internal review it dropped this and cited section 43(2) instead. The "
     "Commissioner's decision is that section 43(2) is engaged.",
     "foia-12-1 withdrawn; foia-43-2 upheld"},
    {"2. The council applied section 21. The Commissioner's decision is that it was not entitled to do so.", "foia-21 overturned"},
    {"2. The council applied section 21. The Commissioner's decision is that it was right to do so.", "foia-21 upheld"},
    {"2. The council refused it under section 30(1). The Commissioner accepts that the exemption is engaged, but finds that there is a "
     "stronger public interest in disclosure than in maintaining it.",
     "foia-30-1 overturned"},
    {"2. The council refused it under regulation 12(4)(b) of the EIR. The Commissioner's decision is that it was engaged but that the "
     "balance of the public interest lay in favour of complying with the request.",
     "eir-12-4-b overturned"},
    {"2. The council withheld it under sections 40(2) and 43(2). The Commissioner's decision is that it was entitled to rely on section "
     "40(2) but has incorrectly relied on section 43(2).",
     "foia-40-2 upheld; foia-43-2 overturned"},
    {"2. The council withheld it under section 24(1). The Commissioner's decision is that section 24(1) was correctly relied on, and that "
     "there is no stronger public interest in disclosure than in withholding it.",
     "foia-24-1 upheld"},
    {"2. The council refused it as vexatious under section 14(1). The Commissioner did not agree that the request was vexatious.",
     "foia-14-1 overturned"},
    {"2. The council refused it as vexatious under section 14(1). The Commissioner agrees that the request was vexatious.",
     "foia-14-1 upheld"},
    // The decision names no ground.
    {"2. The council refused it, claiming that section 43(2) applied. The council had not shown that disclosure would harm anybody. He "
     "required the council to give the complainant the plans.",
     "foia-43-2 overturned"},
    {"2. The council refused it, claiming that section 43(2) applied. He required the council to provide a fresh response.",
     "foia-43-2 applied"},
    {"2. The council refused it, claiming that section 43(2) applied. It should have given the reasons in its notice.",
     "foia-43-2 applied"},
    {"2. The council refused it, claiming that section 43(2) applied. He does not require the council to disclose it.", "foia-43-2 upheld"},
    {"2. The council withheld the lease under section 43(2). The Commissioner requires the council to disclose the withheld information.",
     "foia-43-2 overturned"},
    {"2. The council withheld the lease under section 43(2). It was entitled to withhold it.", "foia-43-2 upheld"},
    {"2. The council withheld the lease under section 43(2). It was entitled to withhold some of it, but was not entitled to withhold the "
     "remainder.",
     "foia-43-2 partly-upheld"},
    // Near misses: a party's view; a step that discloses nothing.
    {"2. The council withheld the lease under section 43(2). The complainant argued that it was not entitled to withhold it.",
     "foia-43-2 applied"},
    {"2. The council withheld the lease under section 43(2). Following a review, which upheld that decision, the complainant wrote to the "
     "Commissioner.",
     "foia-43-2 applied"},
    {"2. The council withheld the lease under section 43(2). It must confirm to the complainant whether it holds the plan.",
     "foia-43-2 applied"},
    {"2. The council withheld the lease under section 43(2). It must disclose it or issue a fresh refusal notice.", "foia-43-2 applied"},
    {"2. The council withheld the lease under section 43(2). The question is whether it was entitled to withhold it.", "foia-43-2 applied"},
    {"2. The council withheld the lease under section 43(2). Findings: FOI 10 - Complaint Upheld.", "foia-43-2 applied"},
    {"2. The council withheld the lease under section 43(2). The Commissioner finds that no plan falls within the scope of the request.",
     "foia-43-2 applied"},
    {"2. The council withheld the lease under section 30 and section 40(2). The Commissioner decided that it correctly applied section "
     "40(2). He did not therefore consider the council's application of the section 30 exemption any further.",
     "foia-30 considered-not-applied; foia-40-2 upheld"},
    {"2. The request was refused in accordance with Part 1 of the FOIA.He concluded that the council was entitled to rely on section "
     "34(1).",
     "foia-34-1 upheld"},
    {"2. The council was entitled to withhold some of the\n\nlease under\n\nsections 41(1) and 43(2). It must disclose the plan, which it "
     "wrongly withheld.",
     "foia-41-1 upheld; foia-43-2 upheld"},
    {"2. The council refused it, stating that to search would exceed the cost limit set out by section 12.", "foia-12 applied"},
};

TEST(Decisions, SayWhatIsLeftOfAGround) {
  for (const CitedRow& row : kNotices) EXPECT_EQ(notice(row.text), row.expected) << row.text;
}

TEST(Decisions, LinesThatSumUpAreNotReadAsSentences) {
  const std::string page =
      "Northfield Council\n- Date 9 March 2024\n- Sector Local government\n- Decision(s) EIR 11.4: Upheld, EIR 12.4.a: Not upheld\nThe "
      "complainant requested a plan. The council said that it held none. The Commissioner's decision is that the council does not hold it "
      "and that it correctly applied regulation 12(4)(a).\n";
  EXPECT_EQ(claims_of(described(understand_text(page).record)), "eir-12-4-a upheld");
}

TEST(Decisions, OfTheTribunalInItsOrderAlone) {
  const std::string head =
      "First-tier Tribunal\nGeneral Regulatory Chamber\nInformation Rights\nBetween\nANN OAK\nAppellant\nand\nTHE INFORMATION "
      "COMMISSIONER\nNORTHFIELD COUNCIL\nRespondents\n";
  const std::string history =
      "REASONS\n1. The council's position was to withhold part 1 under section 43(2) and parts 2 and 3 under section 21(1) of FOIA. The "
      "Appellant complained to the Commissioner.\n";
  const auto claims = [&](const std::string& order) { return claims_of(described(understand_text(head + order + history).record)); };
  EXPECT_EQ(claims("Decision: The appeal is allowed.\nSubstituted Decision Notice: Northfield Council must disclose the requested "
                   "information.\n"),
            "foia-21-1 overturned; foia-43-2 overturned");
  EXPECT_EQ(claims("Decision: The appeal is dismissed.\n"), "foia-21-1 applied; foia-43-2 applied");
  EXPECT_EQ(claims("Decision: The appeal is allowed.\nSubstituted Decision Notice: Northfield Council must disclose some of it.\n"),
            "foia-21-1 applied; foia-43-2 applied");
}

std::string said(std::string_view sentence) {
  std::string acts;
  for (const Said& s : acts_in(sentence)) acts += (acts.empty() ? "" : " ") + std::to_string(static_cast<int>(s.act));
  return acts;
}

// What is asked is not answered.
TEST(Decisions, AQuestionDecidesNothing) {
  const std::string upheld = std::to_string(static_cast<int>(Act::kUpheld)), open = std::to_string(static_cast<int>(Act::kThreatens));
  EXPECT_EQ(said("the question is whether it was entitled to rely on section 43(2)"), open);
  EXPECT_EQ(said("i looked at whether section 43(2) was wrongly applied"), open);
  EXPECT_EQ(said("it was entitled to rely on section 43(2)"), upheld);
  EXPECT_EQ(said("whether or not it was late, it was entitled to rely on section 43(2)"), upheld);
  EXPECT_EQ(said("he asked whether it was held, and it was entitled to rely on section 43(2)"), upheld);
}

TEST(DecisionWords, OfParties) {
  for (const std::string_view own :
       {"the council refused it, stating that it would exceed the limit in section 12", "it withheld the lease under section 43(2)",
        "during the commissioner's investigation the trust also sought to rely on section 44",
        "the council told the commissioner that it relied on section 41", "northfield fire service then cited section 38"})
    EXPECT_TRUE(tells_partys_act(own)) << own;
  for (const std::string_view other :
       {"the commissioner decided that section 43(2) was relied on", "the withheld information is exempt under section 43(2)",
        "the information withheld under section 40(2) is personal data", "he found that the council refused it",
        "section 43(2) was applied", "the council was entitled to rely on section 43(2)",
        "this was withdrawn and replaced by section 31(3)", ""})
    EXPECT_FALSE(tells_partys_act(other)) << other;
}

TEST(DecisionWords, OfCompliance) {
  const auto judged = [](std::string_view sentence) { return judged_by_compliance(sentence, find_phrase(sentence, "section 43")); };
  EXPECT_EQ(judged("by withholding it under section 43 the council did not comply with the act"), Act::kOverturned);
  EXPECT_EQ(judged("the council complied with part 1 in refusing the request under section 43"), Act::kUpheld);
  EXPECT_EQ(judged("by claiming exemption under section 43 the council partially failed to comply"), Act::kPartly);
  for (const std::string_view silent :
       {"by failing to cite section 43 the council did not comply with section 17",
        "the council breached section 10 by replying late under section 43",
        "by withholding it under section 43 the council protected its interests", "the council did not comply with section 43", ""})
    EXPECT_EQ(judged(silent), std::nullopt) << silent;
}

TEST(DecisionWords, OfReviewsByParties) {
  for (const std::string_view own : {"following a review, which upheld the service's original position, she applied to the commissioner",
                                     "it upheld this position at internal review", "on review the council maintained its refusal"})
    EXPECT_TRUE(tells_partys_review(own)) << own;
  for (const std::string_view other : {"having reviewed it, the commissioner upheld the refusal", "the complaint is upheld",
                                       "the public interest in maintaining the exemption", "he asked for an internal review", ""})
    EXPECT_FALSE(tells_partys_review(other)) << other;
}

}  // namespace
}  // namespace foi::understand
