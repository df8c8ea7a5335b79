#include "indexer/understand/decision_forms.h"

#include <gtest/gtest.h>

#include "indexer/understand/kind.h"
#include "tests/unit/understand/cited.h"
#include "tests/unit/understand/kinds.h"

namespace foi::understand {
namespace {

constexpr const char* kCase =
    "The complainant has requested the tender for the ferry. The council withheld it under section 43(2). The Commissioner's decision is "
    "that the council was entitled to rely on section 43(2). He requires no steps.\n";
constexpr const char* kScottish =
    "Summary\n\nThe Applicant asked the Authority for the tender for the ferry. The Authority withheld it. The Commissioner investigated "
    "and found that the Authority was entitled to withhold it.\n\nRelevant statutory provisions\n\nFreedom of Information (Scotland) Act "
    "2002 (FOISA) sections 1(1) (General entitlement); 33(1)(b) (Commercial interests and the economy)\n\n";

TEST(DecisionForms, AreDecisions) {
  struct Case {
    Kind kind;
    std::string text;
  };
  const Case cases[] = {
      {Kind::kIcoDecision, "9 March 2014, Local government (Parish council)\n" + std::string(kCase) + "FOI 43: Not upheld\n"},
      {Kind::kIcoDecision, "Summary: " + std::string(kCase) + "Section of Act/EIR & Finding: FOI 43 - Complaint Not upheld\n"},
      {Kind::kIcoDecision,
       "Northfield Council\n- Date 9 March 2024\n- Sector Local government\n- Decision(s) FOI 43: Not upheld\n" + std::string(kCase)},
      {Kind::kIcoDecision, "FS50000001\n\n" + std::string(kCase)},
      {Kind::kIcoDecision,
       "Decisions\n\nDecision 014/2020\n\nDecision 014/2020: Ferry tender\n\nAuthority: Northfield Council\nCase Ref: "
       "202000001\n\n" +
           std::string(kScottish)},
      {Kind::kIcoDecision,
       "Decision Notice 014/2020: Ferry tender\n\nPublic authority: Northfield Council\nCase Ref: 202000001\n\n" + std::string(kScottish)},
      // The law is not named at once, but who was applied to and found.
      {Kind::kIcoDecision,
       "Decision Notice 014/2020\n\nFerry tender\n\nApplicant: The Applicant\nCase Ref: 202000001\n\nSummary\n\nThe Applicant asked "
       "the Authority for the tender. The Commissioner investigated and found that the Authority was right to withhold it.\n"},
      {Kind::kIcoDecision,
       "# Environmental Information Regulations 2004 - decision notice\n\n**Reference:** IC-101234-X5Y6\n\nThe complainant wanted the plan "
       "of the ferry. He is to have it.\n"},
      {Kind::kTribunalDecision,
       "Case Reference: EA-2021-0001\nInformation Rights\nBetween\nANN OAK\nAppellant\nand\nTHE INFORMATION COMMISSIONER\nNORTHFIELD "
       "COUNCIL\nRespondents\nDecision: The appeal is dismissed.\nREASONS\nThis is an appeal against the Commissioner's decision notice "
       "IC-101234-X5Y6 on section 43(2).\n"},
      {Kind::kTribunalDecision,
       "First-tier Tribunal\n(General Regulatory Chamber)\nInformation Rights\n\nBetween\n\n(1) ANN OAK\n(2) NORTHFIELD "
       "COUNCIL\n\nAppellants\n\nand\n\nINFORMATION COMMISSIONER\n\nRespondents\n\nDecision\n\nThe appeals are allowed.\n"},
      {Kind::kTribunalDecision,
       "DECISION\nThe Tribunal unanimously determines that:\n(1) The appeal is allowed.\n(2) The public authority has correctly cited reg "
       "12(4)(d) of the Environmental Information Regulations 2004 and the Appellant is not entitled to that information.\nREASONS\n"},

      {Kind::kIcoDecision,  // no set phrase: who speaks of whom
       "Freedom of Information Act 2000 (section 50)\n\nPublic authority: Northfield College\n\n1. The complainant wished to see papers on "
       "the ferry. The Commissioner is with the College on one ground.\n\n2. The Commissioner did not share its view of the other.\n"},

      // By its head: a case's number and a title, or the number of an appeal.
      {Kind::kIcoDecision,
       "INFORMATION COMMISSIONER'S OFFICE\nDecision notice in short form\n\nCase IC-100001-A1B2\nAuthority Northfield "
       "Council\n\nFindings\nEIR 12(4)(e) complaint "
       "upheld\n\nA resident wanted papers on the ferry.\n"},
      {Kind::kIcoDecision,
       "Information Commissioner's Office\n\nNotice of decision: IC-100001-A1B2\n\n1. In March the complainant asked the Council for the "
       "price of the ferry. The offer was refused, 12(5)(e).\n"},
      {Kind::kTribunalDecision,
       "First-tier Tribunal, General Regulatory Chamber\nEA/2023/0001\n\nANN OAK against THE INFORMATION COMMISSIONER\n\nThe appeal is "
       "allowed in part.\n"},

      {Kind::kIcoDecision,
       "# Environmental Information Regulations 2004 \u2013 decision notice\n\n**Reference:** IC-100001-A1B2\n\nThe complainant wanted "
       "papers on the ferry. He is to have them.\n"},
      {Kind::kIcoDecision,
       "Decision Notice 014/2020\nFerry tender\n\nAuthority: Northfield Council\nCase Ref: 202000001\n\nThe Applicant asked for the "
       "tender. The Authority refused and, on review, stood by that. The Applicant applied to the Commissioner under section 47(1).\n"},

      // Near misses.
      {Kind::kAttachment,
       "# Policy on every Environmental Information Regulations decision notice\n\nThe complainant in IC-100001-A1B2 asked for a plan.\n"},
      {Kind::kOther,
       "Environmental Information Regulations 2004: decision notices of the year\n\nIC-100001-A1B2 was one of a complainant.\n"},
      {Kind::kOther,  // of another commissioner
       "Decision Notice 014/2020\nTaxi licence\n\nCase Ref: 202000001\n\nThe applicant applied to the Traffic Commissioner.\n"},
      {Kind::kAttachment,  // about a notice, and about an appeal
       "Report to the audit committee\n\nDecision notice FS50000001: lessons learned\n\nThe complaint was made in 2020. Officers propose a "
       "new log.\n"},
      {Kind::kOther, "Costs of the First-tier Tribunal\n\nReference EA/2023/0001\n\nThe council spent 4,000 pounds on the appeal.\n"},
      {Kind::kOther,  // the number of a case, in a list of papers
       "Papers of the board\n\nIC-100001-A1B2 was closed in May. A complaint about the ferry is open.\n"},
      {Kind::kOther,  // told once, in an account of something else
       "Section 50 of the Act\n\nA public authority may be complained of. The Commissioner has an office in Wilmslow.\n"},
      {Kind::kResponse,  // quotes a summary to its requester
       "Dear Ms Testperson\n\nThank you for your request. It is refused under section 43(2). In a like case the Commissioner agreed: "
       "\"The complainant has requested the tender. The Commissioner's decision is that the council was entitled to rely on section "
       "43(2). FOI 43: Not upheld\".\n\nYours sincerely\n"},
      {Kind::kResponse,  // answers with a Scottish decision's number
       "Dear Ms Testperson\n\nThank you for your request under the Freedom of Information (Scotland) Act 2002 (FOISA). Please see\n\n"
       "Decision 014/2020\n\nof the Scottish Information Commissioner on such a case. The Applicant there was told that it was exempt. "
       "The tender is exempt under section 33(1)(b).\n\nYours sincerely\n"},
      {Kind::kRequest,
       "Dear FOI Team\n\nUnder the Freedom of Information Act I would like to request the tender. The appeal is allowed, as the Tribunal "
       "said of another appellant.\n\nThank you\n"},
      {Kind::kOther,  // a council's own decisions are numbered too
       "Decision 014/2020: Ferry tender\n\nDecision maker: Cabinet Member for Transport\n\nThe tender was let.\n"},
      {Kind::kOther,  // an ombudsman's
       "The complainant has requested a refund. The Ombudsman's decision is that the council was at fault.\nUpheld\n"},
      {Kind::kOther,  // a commissioner of another kind, without a word of the law
       "The complainant has requested an apology. The Commissioner's decision is that the officer did no wrong.\n"},
      {Kind::kOther,  // planning
       "The Inspector's decision: the appeal is dismissed. The appellant had asked for costs.\n"},
      {Kind::kOther,  // several cases in a row
       "Cases of the quarter\n\nThe complainant requested the rota. The Commissioner's decision is that section 40(2) applied.\n\nThe "
       "complainant requested the plans. The Commissioner's decision is that section 31 applied.\n\nThe complainant requested the lease. "
       "The Commissioner's decision is that section 43 applied.\n"},
      {Kind::kAttachment,  // a report to a committee
       "Report to the Audit Committee\nInformation governance\n1. Purpose\nThis report tells members of complaints. In one case the "
       "complainant requested the plan. The Commissioner found that section 43(2) had been applied properly.\n"},
      {Kind::kOther, "FOI 43: Upheld\n"},
      {Kind::kOther, "Decision 014/2020\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(name_of(kind(c.text)), name_of(c.kind)) << c.text;
}

TEST(DecisionForms, TheListOfTheLawIsNoGround) {
  const std::string head =
      "Decision 014/2020: Ferry tender\n\nAuthority: Northfield Council\nCase Ref: 202000001\n\n" + std::string(kScottish);
  EXPECT_EQ(described(understand_text(head).record), "(foisa-1-1 duty); (foisa-33-1-b listed)");
  const std::string decided =
      head +
      "Background\n\n1. On 5 May the Applicant asked for the tender.\n\nDecision\n\nThe Commissioner finds that the "
      "Authority was entitled to withhold it under section 33(1)(b) of FOISA.\n";
  EXPECT_EQ(claims_of(described(understand_text(decided).record)), "foisa-33-1-b upheld");
}

}  // namespace
}  // namespace foi::understand
