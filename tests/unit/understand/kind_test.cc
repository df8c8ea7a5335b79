#include "indexer/understand/kind.h"

#include <gtest/gtest.h>

#include "tests/unit/understand/kinds.h"

namespace foi::understand {
namespace {

TEST(FindKind, ByTheirTellTales) {
  struct Case {
    Kind kind;
    const char* text;
  };
  const Case cases[] = {
      {Kind::kResponse,
       "Dear Ms Testperson\n\nThank you for your request for information under the Freedom of Information Act 2000.\n\n1. How many "
       "lifts?\n\nTwelve.\n\n"
       "If you are unhappy with how we dealt with it, you may ask us for an internal review.\n\nYours sincerely\n"},
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
      {Kind::kInternalReview,
       "FOI 12: outcome of review\n\nDear A\n\nOn 3 May you asked that we look at our letter on lifts once more. It was wrong.\n\nYours "
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

      // Reviews, however an officer puts them.
      {Kind::kInternalReview,  // a complaint with its date, somebody who was asked to judge
       "Dear Mr Testperson\n\nI am a governor and was asked to decide your complaint of 4 May. The information officer told you on 2 April "
       "that he would not send the plan.\n\nIt is enclosed.\n\nYours sincerely\n"},
      {Kind::kInternalReview,  // an appeal that is allowed
       "Dear A\n\nTwo of us met to hear your appeal of 14 June. The appeal is allowed.\n\nYours sincerely\n"},
      {Kind::kInternalReview,  // representations, and a look back
       "FOI 12\n\nDear A\n\nYour representations reached us on 6 May 2022. The Council refused the drawings by regulation 12(4)(d). I have "
       "decided otherwise.\n\nYours sincerely\n"},
      {Kind::kInternalReview,  // its own name with its number
       "Internal Review \u2013 FOI 7721 \u2013 Lifts\n\nDear A\n\nOn 9 December you asked for the number of lifts. There are "
       "twelve.\n\nYours "
       "sincerely\n"},
      {Kind::kInternalReview,
       "FC-12: reconsideration under regulation 11\n\nDear A\n\nThe map is enclosed after all.\n\nYours sincerely\n"},
      {Kind::kInternalReview,
       "Dear A\n\nYou were right and our answer of 29 September was not. The report is attached.\n\nYours sincerely\n"},
      {Kind::kTransfer,  // done, and another body's clock
       "Dear A\n\nNone of this is ours. You said that you would like us to send your e-mail on. That has been done today, and the council "
       "will "
       "count its twenty working days from then.\n\nYours sincerely\n"},
      {Kind::kTransfer,
       "Dear A\n\nThank you for your FOI request. We do not hold it. Your letter was passed to the harbour board this morning, who will "
       "reply "
       "to you direct.\n\nYours sincerely\n"},
      {Kind::kClarification,
       "Dear A\n\nThank you for your FOI request. With the first part, do you mean wards or clinics? If nothing has come by 4 May I shall "
       "close "
       "the file.\n\nYours sincerely\n"},
      {Kind::kResponse,  // no word of thanks: the Commissioner, and answers
       "Ref: RFI 1\n\nDear A\n\nLifts. Your wording is kept, our answers come after the arrow.\n\n1. Lifts in 2023 \u2192 12\n\nTell us if "
       "you "
       "want it looked at again. The next step is the Information Commissioner.\n\nA Officer\n"},

      // Near misses.
      {Kind::kResponse,  // a complaint to the Commissioner is none to the writer
       "Dear A\n\nThe Information Commissioner's Office has been in touch about your complaint under section 50. We withdraw our reliance "
       "on "
       "section 43(2) and enclose the plan.\n\nYours sincerely\n"},
      {Kind::kResponse,  // what was asked about is a review
       "FOI 12: independent review of maternity services\n\nDear A\n\nThank you for your FOI request. The report of the review is "
       "attached.\n\nYours sincerely\n"},
      {Kind::kResponse,  // a numbered paragraph on reviews near the top
       "5. Internal review\n\nDear A\n\nThank you for your FOI request. There are twelve lifts.\n\nYours sincerely\n"},
      {Kind::kResponse,  // of complaints in general
       "Dear A\n\nThank you for your FOI request of 3 May. You asked how many complaints were upheld. 12 were.\n\nYours sincerely\n"},
      {Kind::kResponse,  // not sent on
       "Dear A\n\nThank you for your FOI request. We do not hold this; the council may, and would reply to you within its own twenty "
       "working "
       "days. You may write to it.\n\nYours sincerely\n"},
      {Kind::kResponse,  // a label refuses; what is asked back was answered before
       "Dear A\n\nThank you for your FOI request. You told us what you had in mind; until you have the annual report this must do.\n\nThe "
       "rate: Exempt, s43(2).\n\nYours sincerely\n"},
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
      {Kind::kResponse,  // a review of something else, answered
       "Lifts: outcome of the inspection\n\nDear A\n\nThank you for your request for information. There are twelve lifts, inspected in "
       "May.\n\nYou may ask for an internal review.\n\nYours sincerely\n"},
      {Kind::kOther, "Minor works\n"},
      {Kind::kOther, ""},
  };
  for (const Case& c : cases) EXPECT_EQ(name_of(kind(c.text)), name_of(c.kind)) << c.text;
}

TEST(FindKind, InManyWords) {
  struct Case {
    Kind kind;
    const char* text;
  };
  using enum Kind;
  const std::string dear = "Dear Ms Testperson\n\n";
  const Case cases[] = {
      {kInternalReview,
       "On 6 May you asked us to look again at our reply of 2 April. I took no part in the first answer. I find that it was right.\n"},
      {kInternalReview, "Review of our answer about vans\n\nYou asked for a review of the answer given on 1 June. This is my decision.\n"},
      {kInternalReview, "You complained that we had refused your request. I have reviewed the papers and uphold our original decision.\n"},
      {kInternalReview, "Thank you for your complaint about our handling of your request. I have decided to overturn the first answer.\n"},
      {kAcknowledgement, "We have received your request\n\nYour request about vans came in on 3 May. It has been given the number 12.\n"},
      {kAcknowledgement, "Thank you for your FOI request. Your request is being dealt with and you should receive our answer by 1 June.\n"},
      {kAcknowledgement,
       "Thank you for your request. Your request has been passed to the Estates team. We aim to respond within 20 working days.\n"},
      {kHoldingLetter,
       "I refer to your request under the Freedom of Information Act. Section 10(3) allows such further time as is reasonable.\n"},
      {kHoldingLetter,
       "Thank you for your FOI request. We will not be able to respond within 20 working days and hope to respond by 1 June.\n"},
      {kClarification, "Thank you for your request. We need to know a little more before we start. Which vans do you mean?\n"},
      {kClarification,
       "Thank you for your FOI request. It is not clear to us which years you mean. Your request is on hold until we hear from you.\n"},
      {kTransfer,
       "On 2 May you asked about vans. We do not hold this. With your leave we have today passed your request to the county council.\n"},
      {kFeesNotice,
       "Thank you for your request under the Freedom of Information Act. This is a fees notice. The fee of £30 covers copies.\n"},

      {kInternalReview,
       "I write about your recent request that an official review be carried out of our answer on vans. I have carried out a full review "
       "of "
       "the original request.\n"},
      {kInternalReview,
       "INTERNAL REVIEW OF FREEDOM OF INFORMATION ACT 2000 - REQUEST REF: 12\n\nI have gone through all that was found and kept back "
       "to answer your request.\n"},

      // Near misses: words of one kind in a letter of another.
      {kResponse,
       "Thank you for your request for information. We carried out a full examination of the files and a full review of our records. The "
       "list is attached.\n"},
      {kResponse,
       "Thank you for your request for information on vans. The board advised that a review be carried out of the rota. After a full "
       "review "
       "of your request we attach the list.\n"},
      {kResponse,
       "Thank you for your request for information. The list is attached.\n\nTo ask for an internal review of information requests write "
       "to us.\n"},
      {kResponse,
       "Thank you for your request, which you clarified on 3 May. The vans are listed below. Our answer is attached; please find enclosed "
       "a list.\n"},
      {kResponse,
       "Thank you for your request. We apologise for the delay; an extension of time was needed. Please find attached the list of vans.\n"},
      {kResponse, "Thank you for your request. We acknowledged your request on 3 May. The information you requested is attached.\n"},
      {kResponse,
       "Thank you for your request for information. We do not hold it. You may wish to ask the county council, to whom we could pass your "
       "request.\n"},
      {kResponse,
       "Thank you for your request for information. We do not hold it. You should ask the county council. We have not passed your request "
       "on to it, as we would need your consent.\n"},
      {kTransfer, "Thank you for your request for information. We do not hold it and have passed your request on to the county council.\n"},
      {kResponse, "Thank you for your request for information. There are twelve vans. No fee is charged. Please find attached the list.\n"},
      {kResponse, "Thank you for your request for information. There is a review of vans each year; the last report is attached.\n"},
      {kResponse,
       "Thank you for your request for information about complaints. The complaints were upheld in two cases; please see the attached "
       "table.\n"},
      {kResponse, "Thank you for your FOI request. The contract was reviewed by the reviewer in May. The information is set out below.\n"},
      {kResponse,
       "Thank you for your FOI request. The policy on fees is attached.\n\nIf you are unhappy you may ask for an internal review.\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(name_of(kind(dear + c.text + "\nYours sincerely\n")), name_of(c.kind)) << c.text;
}

TEST(SettleRefusal, ByWhatIsGiven) {
  const TestLetter declared("Dear A\n\nThank you for your request. This letter is a refusal notice under section 17.\n");
  const TestLetter titled("Dear A\n\nRefusal notice\n\nThank you for your request. The information is exempt under section 43.\n");
  const TestLetter whole("Dear A\n\nThank you for your request. We cannot meet it. This letter is a notice under section 17(5).\n");
  const TestLetter silent("Dear A\n\nThank you for your request. The information is exempt under section 43.\n");
  const TestLetter taken("Dear A\n\nThank you for your request. Please take this as the notice that section 17(1) requires.\n");
  const TestLetter of_another(
      "Dear A\n\nThank you for your request. The information is exempt under section 43. We need not send another notice under section "
      "17.\n");
  const TestLetter reg("Dear A\n\nThank you for your request. It is exempt. This is a notice under Reg 14.\n");
  const TestLetter obliged("Dear A\n\nThank you for your request. This is a notice that the Board is not obliged to comply.\n");
  const TestLetter could(
      "Dear A\n\nThank you for your request. We do not say whether we hold it. If we did we could give a refusal notice under section "
      "16.\n");
  struct Row {
    Kind kind;
    Outcome outcome;
    const TestLetter& letter;
    Kind settled;
  };
  using enum Kind;
  const Row rows[] = {{kResponse, Outcome::kRefusedInFull, titled, kRefusalNotice},
                      {kResponse, Outcome::kCostLimit, declared, kRefusalNotice},
                      {kResponse, Outcome::kNcnd, titled, kRefusalNotice},
                      {kResponse, Outcome::kVexatious, declared, kRefusalNotice},
                      {kResponse, Outcome::kVexatious, silent, kRefusalNotice},
                      {kResponse, Outcome::kCostLimit, silent, kResponse},
                      {kResponse, Outcome::kRefusedInFull, whole, kRefusalNotice},
                      {kResponse, Outcome::kPartlyGranted, whole, kResponse},
                      {kResponse, Outcome::kRefusedInFull, declared, kRefusalNotice},
                      {kResponse, Outcome::kNcnd, declared, kRefusalNotice},
                      {kResponse, Outcome::kFuturePublication, taken, kRefusalNotice},
                      {kResponse, Outcome::kRefusedInFull, of_another, kResponse},
                      {kRefusalNotice, Outcome::kVexatious, silent, kRefusalNotice},
                      {kResponse, Outcome::kRefusedInFull, silent, kResponse},
                      {kResponse, Outcome::kPartlyGranted, declared, kResponse},
                      {kRefusalNotice, Outcome::kPartlyGranted, declared, kResponse},
                      {kResponse, Outcome::kPublishedElsewhere, declared, kRefusalNotice},
                      {kResponse, Outcome::kRefusedInFull, reg, kRefusalNotice},
                      {kResponse, Outcome::kCostLimit, obliged, kRefusalNotice},
                      {kResponse, Outcome::kNcnd, could, kResponse},
                      {kResponse, Outcome::kGrantedInFull, declared, kResponse},
                      {kInternalReview, Outcome::kRefusedInFull, declared, kInternalReview},
                      {kAttachment, Outcome::kUnknown, declared, kAttachment}};
  for (const Row& row : rows)
    EXPECT_EQ(name_of(settle_refusal(row.kind, row.outcome, row.letter.letter, row.letter.sections)), name_of(row.settled));
}

// Who answers a log's page, hands a request on or judges a first answer says so in words of his own: the structure tells.
TEST(FindKind, ByStructureNotSetPhrases) {
  struct Case {
    Kind kind;
    const char* text;
  };
  using enum Kind;
  const Case cases[] = {
      // A page of one answer, told by its two days.
      {kResponse, "# Van data\n\nAsked 3 June 2024, answered 27 June 2024\n\nHow many vans?\n\nNine. FOI team.\n"},
      {kResponse, "Vans by table\n\nRequest of 18 March 2024; reply of 22 March 2024.\n\nNine, of which two are on hire.\n"},
      {kResponse, "Van report\n\nCame in: 3 June 2024\nWent out: 27 June 2024\n\nNine vans. FOI page of the council.\n"},
      {kAttachment, "Van policy\n\nReceived by the board 3 June 2024. Version 2.\n\nVans are washed.\n"},
      {kAttachment,
       "Van data\n\nReceived 3 June 2024, answered 27 June 2024. Vans.\n\nReceived 4 June 2024, answered 28 June 2024. Carts.\n"},

      // Handed on, in other words, and closed here.
      {kTransfer,
       "Dear A\n\nNone of this is here. With your leave I sent your e-mail to the harbour board at noon. Time runs from there. I am "
       "closing "
       "your case.\n\nA Officer\n"},
      {kTransfer,
       "Dear A\n\nYour letter of 3 May was about vans. Those are the county's. We passed your e-mail, name and address to its team today. "
       "Its twenty days start now. We've closed our own file.\n\nA Officer\n"},
      {kTransfer,  // a copy, and from whom to hear
       "Dear A\n\nYour letter came on 26 February. Those roads belong to the agency. With your agreement I have sent the agency a copy of "
       "what "
       "you wrote. Expect to hear from them soon. Your file here has been closed.\n\nA Officer\n"},
      {kTransfer,  // said yes to
       "Dear A\n\nYour request of 26 February was for fines. Those are the authority's. You said yes to a transfer. Its desk will be "
       "answering "
       "you itself. Nothing further will come from us.\n\nA Officer\n"},
      {kResponse,  // not handed on: told where to ask
       "Dear A\n\nYour letter of 3 May was about vans. We do not hold it. The county will reply to you direct if you send it to "
       "them.\n\nA Officer\n"},
      {kResponse,  // our own clock
       "Dear A\n\nYour request of 3 May was passed to the fleet team. The twenty days ran out, and I am sorry. There are nine vans, and we "
       "have closed our file.\n\nYours sincerely\n"},

      // Looked at again.
      {kInternalReview,
       "Dear A\n\nYou wrote on 3 May. You weren't pleased with what you had been sent. I've gone over it all. The first answer leaned on "
       "section 43. I can't follow that.\n\nA Director\n"},
      {kInternalReview,
       "Dear A\n\nYou came back to us on 4 March because you thought that our letter of 19 February hid too much. The plan is "
       "enclosed.\n\nYours sincerely\n"},
      {kInternalReview,
       "Dear A\n\nRegulation 11 gives us forty working days to review a decision, and I have used thirty. The reply of 5 January refused "
       "the "
       "map.\n\nYours sincerely\n"},
      {kInternalReview,
       "EIR-IR-5561\n\nDear A\n\nYours of 22 January. In the reply of 5 January the messages were refused. They are on the disc.\n\nA "
       "Solicitor\n"},
      {kInternalReview,
       "Dear A\n\nThree of us sat as a panel, and none of us had anything to do with the first letter. It was wrong.\n\nYours "
       "sincerely\n"},
      {kInternalReview,
       "Dear A\n\nYou wrote that you could not accept what you had been told. I was not consulted in January and have started from "
       "scratch. The price is nine.\n\nA Officer\n"},
      {kInternalReview,
       "Dear A\n\nYou asked for a second look. The refusal of 12 January rested on section 12. It takes three hours.\n\nA Officer\n"},
      {kInternalReview,
       "Dear A\n\nI have considered your complaint of 5 February about the way in which the Trust dealt with your request. I dismiss "
       "it.\n\nA Officer\n"},

      // What is still to come.
      {kAcknowledgement,
       "Dear A\n\nYour e-mail of 1 March has reached us. It's with the roads team. We'll be in touch by 29 March.\n\nA Officer\n"},
      {kHoldingLetter,
       "Dear A\n\nYou asked on 5 February about lanes. We haven't finished weighing the public interest. You'll have our answer by 2 "
       "April.\n\nA Officer\n"},
      {kFeesNotice,
       "Dear A\n\nYour request of 5 February runs to 400 sheets, at \u00A346. Under section 9 we ask for this in advance. Send it within "
       "three "
       "months.\n\nA Officer\n"},
      {kClarification,
       "Dear A\n\nYour request of 26 February was for everything about the lanes. Which lanes do you mean? We shall start work when we "
       "know. If "
       "three months go by we'll take it that you changed your mind.\n\nA Officer\n"},
      {kResponse,  // the answer is here, and something may follow
       "Dear A\n\nYour request of 5 February reached us that day. There are nine lanes; the table is attached. We'll write again by 2 "
       "April "
       "with next year's.\n\nYours sincerely\n"},
      {kResponse,  // others are still deciding
       "Dear A\n\nYour request of 5 February was about lanes. The board has not decided where they go. There are nine. You may ask for a "
       "review.\n\nYours sincerely\n"},
      {kResponse,  // unhappy with the service, not with an answer
       "Dear A\n\nThank you for your request. You were not happy with the ward. The figures are attached.\n\nYours sincerely\n"},
      {kResponse,  // who may look at it is no judge yet
       "Dear A\n\nThank you for your request. There are nine vans. Somebody who had no part in the first answer will look at it again if "
       "you ask.\n\nYours sincerely\n"},
      {kResponse,  // a letter of ours that an answer goes back to
       "Dear A\n\nThank you for your request. Our letter of 3 May asked which vans you meant; you meant all. There are nine.\n\nYours "
       "sincerely\n"},
      {kResponse,  // section 21 of the other Act, beside a review that was asked about
       "Dear A\n\nThank you for your request. The report of the review is on our website, so that section 21 applies.\n\nYours "
       "sincerely\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(name_of(kind(c.text)), name_of(c.kind)) << c.text;
}

KindFacts asked_and_answered(std::size_t questions, std::size_t answered) {
  KindFacts facts;
  facts.questions = questions;
  facts.answered = answered;
  return facts;
}

// Nobody is greeted on a web page.
// An answer in place of an earlier one says much of a review, and is none.
TEST(FindKind, APageWithQuestionsAndAnswersIsAResponse) {
  const std::string asked = "# Vans\n\nFreedom of Information: 12\n\nQ1 How many vans?\n\nA1 Nine.\n\nQ2 What cost?\n\nA2 Nil.\n";
  EXPECT_EQ(name_of(kind(asked, asked_and_answered(2, 2))), name_of(Kind::kResponse));
  EXPECT_NE(name_of(kind(asked, asked_and_answered(2, 1))), name_of(Kind::kResponse));
  EXPECT_NE(name_of(kind("# Vans\n\nThings often asked\n\nHow many vans?\n\nNine.\n\nWhat cost?\n\nNil.\n", asked_and_answered(2, 2))),
            name_of(Kind::kResponse));
  const std::string contract =
      "# Contract for vans\n\n## Request\n\nPlease provide:\n\n- the price\n\n- the make\n\n## Answer\n\nFord, at nil.\n\n";
  EXPECT_EQ(name_of(kind(contract + "You can ask for a review.\n", asked_and_answered(2, 0))), name_of(Kind::kResponse));
  EXPECT_EQ(name_of(kind(contract + "The lease ends in May.\n", asked_and_answered(2, 0))), name_of(Kind::kAttachment));
  EXPECT_EQ(name_of(kind(contract + "You can ask for a review.\n", asked_and_answered(1, 0))), name_of(Kind::kAttachment));
}

TEST(FindKind, APolicyWithModelLettersIsAnAttachment) {
  std::string text = "Visiting policy\n\nVersion 2\n\n";
  for (int i = 1; i <= 300; ++i) text += std::to_string(i) + " Staff tell visitors of this ward when they may come and whom to ask.\n\n";
  for (const char* model :
       {"Dear visitor\n\nYou may come.\n\n", "Dear visitor\n\nYou may not come.\n\n", "Dear relative\n\nPlease wait.\n\n"})
    text += model;
  text += "Yours sincerely\n";
  EXPECT_EQ(kind(text), Kind::kAttachment);
  EXPECT_EQ(kind("Dear A\n\n" + text), Kind::kCorrespondence) << "what begins as a letter is one";
}

// What nobody is spoken to in is no letter, however much it says of the Act.
TEST(FindKind, DocumentsThatSpeakOfTheActAreAttachments) {
  for (const char* text :
       {"Access to Information Policy\n\nVersion 6\n\nStaff log requests under the Freedom of Information Act. A refusal under section 17 "
        "is in "
        "writing. Complaints go to the Information Commissioner.\n",
        "FRAMEWORK AGREEMENT\n\nfor the supply of vans\n\n40. Freedom of Information\n\nThe Council decides whether information is "
        "exempt.\n",
        "Minutes of the vans group\n\n1. Requests under the Freedom of Information Act were discussed. We do not hold figures.\n",
        "Terms of reference\n\nThe panel hears requests for review under the FOI Act and decides whether information is exempt.\n",
        "Register of contracts: data at 1 May\n\nVan leases are exempt from publication. Freedom of Information queries to the team.\n"})
    EXPECT_EQ(name_of(kind(text)), name_of(Kind::kAttachment)) << text;
  for (const char* text :
       {"FOI response: van policy\n\nYou asked about the policy on vans. Please find attached version 4.\n",
        "Report on vans\n\nDear A\n\nThank you for your FOI request. The report is attached.\n\nYours sincerely\n",
        "Van data\n\nYour request under the Freedom of Information Act has been considered. The data are attached.\n\nRegards\nFOI Team\n"})
    EXPECT_EQ(name_of(kind(text)), name_of(Kind::kResponse)) << text;
}

TEST(FindKind, ClarificationInOtherWords) {
  for (const char* text :
       {"We cannot identify what you would like. Under section 1(3) we need further details. The clock is stopped meanwhile.\n",
        "Would you please tell us which years you mean? If we hear nothing by 1 June your request will be closed.\n",
        "Before we start we need two things from you. Your case is on hold.\n",
        "It is unclear which vans you mean. The time limit does not run until you have replied.\n",
        "So that we can go on we need some more from you: a period. We have stopped the clock.\n"})
    EXPECT_EQ(name_of(kind("Dear A\n\nThank you for your FOI request. " + std::string(text) + "\nYours sincerely\n")),
              name_of(Kind::kClarification))
        << text;
  for (const char* text : {"You clarified it on 3 May, when the clock began. Please find attached the list of vans.\n",
                           "We do not hold it. Please tell us if you need anything else.\n",
                           "The clocks of the vans are set out below. There is no need to reply.\n"})
    EXPECT_NE(name_of(kind("Dear A\n\nThank you for your FOI request. " + std::string(text) + "\nYours sincerely\n")),
              name_of(Kind::kClarification))
        << text;
}

TEST(FindKind, LettersBeforeAnAnswerThatSayMuch) {
  const std::string dear = "Dear A\n\nThank you for your request under the Freedom of Information Act. ";
  const struct {
    Kind kind;
    const char* text;
  } rows[] = {
      {Kind::kFeesNotice,
       "Copies cost £90 under section 9 of the Act. We need not go on unless the fee has been paid within three months. Nothing has "
       "been decided on what is exempt."},
      {Kind::kFeesNotice, "By section 9(2) the clock waits until the fee of £12 is paid. Whether a page is exempt is not decided."},
      {Kind::kHoldingLetter,
       "The figures are enclosed. For the notes section 10(3) allows further time. We expect to have decided by 25 September."},
      {Kind::kHoldingLetter, "Part of it is exempt. We need more time for the rest and hope to reach a decision by 3 May."},
      {Kind::kTransfer,
       "We do not hold the bills. As another authority holds what you are after your request went today to the county council."},
      {Kind::kTransfer, "The council does not hold it. We have passed it to the fire authority, which will answer."},
      {Kind::kAcknowledgement, "You'll hear from us within 20 working days, so not later than 2 March."},
      {Kind::kClarification,
       "We need to hear from you which vans you mean. The clock is stopped. If we have heard nothing by May we will close the request."},
      {Kind::kRefusalNotice,
       "REFUSAL NOTICE\n\nI acknowledge receipt of your request. You will not be given it; it is exempt under section 30."},

      {Kind::kResponse, "There is no charge under section 9. The figures are enclosed."},
      {Kind::kResponse, "Copies are exempt under section 43. The fee of £12 for the shop is on our website."},
      {Kind::kResponse, "We took further time, as section 10(3) allows. We have now decided: the notes are exempt under section 36."},
      {Kind::kResponse, "More time is spent on vans than on cars. The figures are enclosed."},
      {Kind::kResponse, "We do not hold the bills. The county council may; please contact it."},
      {Kind::kResponse, "The van went today to the garage. It has nine seats, as the enclosed sheet shows."},
      {Kind::kResponse, "The clock is stopped at ten. The figures are enclosed."},
      {Kind::kResponse, "We do not hold a refusal notice. The figures are enclosed."},
  };
  for (const auto& row : rows) {
    const bool headed = std::string_view(row.text).starts_with("REFUSAL");
    const std::string text = headed ? std::string(row.text) + "\n\nYours sincerely\n" : dear + row.text + "\n\nYours sincerely\n";
    EXPECT_EQ(name_of(kind(text)), name_of(row.kind)) << row.text;
  }
}

TEST(FindKind, WhatAnswersQuestionByQuestionIsNoHoldingLetter) {
  const std::string acknowledged =
      "Dear A\n\nWe acknowledge receipt of your request. You will receive a response within 20 working days.\n\n";
  const std::string said = acknowledged + "1. How many were late?\n\nSix.\n\n2. How many were not?\n\nNine.\n\nKind regards\n";
  EXPECT_EQ(kind(said, {.media_type = "text/plain", .questions = 2, .answered = 2}), Kind::kResponse);
  EXPECT_EQ(kind(said, {.media_type = "text/plain", .questions = 2, .answered = 1}), Kind::kAcknowledgement);
  const std::string dear = "Dear A\n\nThank you for your request for information. ";
  EXPECT_EQ(kind(dear + "You will recall our letter of 3 May extending the time to 40 working days. There are nine vans.\n\nYou may ask "
                        "for an internal review.\n\nYours sincerely\n"),
            Kind::kResponse);
  EXPECT_EQ(kind(dear + "Further to our letter of 3 May extending the time, we still need longer.\n\nYours sincerely\n"),
            Kind::kHoldingLetter);
  const char* text =
      "Dear A\n\nThank you for your request for information.\n\n1. How many were late?\n\nAn extension of time was granted in "
      "six cases.\n\n2. How many were not?\n\nNine.\n\nYours sincerely\n";
  EXPECT_EQ(kind(text, {.media_type = "text/plain", .questions = 2, .answered = 2}), Kind::kResponse);
  EXPECT_EQ(kind("Dear A\n\nThank you for your request. We need to extend the time for our answer.\n\nYours sincerely\n",
                 {.media_type = "text/plain", .questions = 2, .answered = 0}),
            Kind::kHoldingLetter);
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
