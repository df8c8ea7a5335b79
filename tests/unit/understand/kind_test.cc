#include "indexer/understand/kind.h"

#include <gtest/gtest.h>

#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

Kind kind(std::string_view text, KindFacts facts = {}) {
  const TestLetter letter(text);
  return find_kind(letter.letter, letter.sections, facts);
}

TEST(FindKind, ByTheirTellTales) {
  struct Case {
    Kind kind;
    const char* text;
  };
  const Case cases[] = {
      {Kind::kResponse,
       "Dear Ms Testperson\n\nThank you for your request for information under the Freedom of Information Act 2000.\n\n1. How many "
       "lifts?\n\nTwelve.\n\n"
       "If you are dissatisfied with the handling of your request, you have the right to ask for an internal review.\n\nYours sincerely\n"},
      {Kind::kResponse,
       "Dear A\n\nWe write in reference to your Freedom of Information request. Please find attached the information.\n\nKind regards\nFOI "
       "Team\n"},
      {Kind::kInternalReview,
       "Dear A\n\nThank you for your request for an internal review of the response to FOI 12. I have reviewed the response.\n\nYours "
       "sincerely\n"},
      {Kind::kRefusalNotice,
       "REFUSAL NOTICE\n\nDear A\n\nThank you for your request under the Freedom of Information Act. The information is exempt under "
       "section 43.\n\nYours sincerely\n"},
      {Kind::kAcknowledgement,
       "Dear A\n\nI acknowledge receipt of your request under the Freedom of Information Act. You will receive a response within 20 "
       "working days.\n\nYours sincerely\n"},
      {Kind::kClarification,
       "Dear A\n\nThank you for your request under the Freedom of Information Act. Please clarify which buildings you mean; without this "
       "we cannot proceed.\n\nYours sincerely\n"},
      {Kind::kTransfer,
       "Dear A\n\nThank you for your FOI request. We have transferred your request to the council, which may hold it.\n\nYours "
       "sincerely\n"},
      {Kind::kFeesNotice,
       "Dear A\n\nThank you for your FOI request. This is a fees notice: please pay £40 before we go on.\n\nYours sincerely\n"},
      {Kind::kHoldingLetter,
       "Dear A\n\nThank you for your FOI request. We need to extend the time to consider the public interest test.\n\nYours sincerely\n"},
      {Kind::kRequest, "Dear FOI Team\n\nUnder the Freedom of Information Act I would like to request the number of lifts.\n\nThank you\n"},
      {Kind::kIcoDecision,
       "Freedom of Information Act 2000\nDecision notice\n\nReference: IC-1-X\n\nThe complainant has requested information about lifts. "
       "The Commissioner's decision is that it "
       "was not held.\n"},
      {Kind::kTribunalDecision,
       "First-tier Tribunal General Regulatory Chamber Information Rights\nAppeal reference EA/2020/1\nBetween: A Appellant and The "
       "Information Commissioner Respondent\n"},
      {Kind::kAttachment,
       "Lift Maintenance Policy\nVersion 4\nDocument control\nRatified by the board\n1. Purpose of this policy\nLifts are looked after.\n"},
      {Kind::kPolicyStatement,
       "Requests about computer systems\n\nThe Trust no longer publishes information on its systems. Requests under the Freedom of "
       "Information Act will be refused.\n"},
      {Kind::kCorrespondence,
       "Dear A\n\nWe do not hold it.\n\nHello,\n\nAre you sure?\n\nDear A\n\nYou are right, please find it attached.\n"},

      // Near misses.
      {Kind::kResponse,  // clarified, then answered
       "Dear A\n\nThank you for your request for information, and for clarifying it. Please see below.\n\n1. Twelve lifts.\n\nYours "
       "sincerely\n"},
      {Kind::kResponse,  // "decision notice" in the heading of an ordinary answer
       "Dear A\n\nRe: Decision Notice under Section 17\n\nThank you for your request for information. The information requested is held. "
       "Please find attached.\n\nYours sincerely\n"},
      {Kind::kResponse,  // review rights speak of internal reviews
       "Dear A\n\nThank you for your request for information. There are twelve lifts.\n\nIf you are unhappy with the response you have the "
       "right to request an internal review "
       "and then complain to the Information Commissioner for a decision.\n\nYours sincerely\n"},
      {Kind::kResponse,  // quotes the requester's own words
       "Dear A\n\nThank you for your request for information under the Freedom of Information Act. Our response is below.\n\nYou "
       "asked:\n\nI would like to request the number "
       "of lifts.\n\nOur response:\n\nTwelve.\n\nYours sincerely\n"},
      {Kind::kOther, "Minor works\n"},
      {Kind::kOther, ""},
  };
  for (const Case& c : cases) EXPECT_EQ(name_of(kind(c.text)), name_of(c.kind)) << c.text;
}

TEST(FindKind, TablesAreAttachmentsWhateverTheySay) {
  const char* text = "Dear A\n\nThank you for your request for information. Please find attached.\n\nYours sincerely\n";
  EXPECT_EQ(kind(text, {.media_type = "text/csv"}), Kind::kAttachment);
  EXPECT_EQ(kind(text, {.media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}), Kind::kAttachment);
  EXPECT_EQ(kind(text, {.media_type = "application/pdf"}), Kind::kResponse);
}

TEST(FindKind, MembersWithoutPartsOfALetterAreAttachments) {
  const char* text = "Lifts by building and floor for the year that ended in March, with the makers named and the year of each.";
  EXPECT_EQ(kind(text, {.media_type = "application/pdf", .member = true}), Kind::kAttachment);
  EXPECT_EQ(kind(text, {.media_type = "application/pdf"}), Kind::kOther);
}

}  // namespace
}  // namespace foi::understand
