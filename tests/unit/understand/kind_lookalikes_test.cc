// Letters that are easily taken for another kind: second answers, minutes that decide a complaint, requests handed on, more time taken.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "indexer/understand/kind.h"
#include "indexer/understand/kind_review.h"
#include "indexer/understand/questions.h"
#include "tests/unit/understand/kinds.h"

namespace foi::understand {
namespace {

TEST(FindKind, AnAnswerInPlaceOfAnotherIsNoReview) {
  struct Case {
    Kind kind;
    const char* text;
  };
  const Case cases[] = {
      {Kind::kResponse,
       "FOI 31: revised response\n\nDear A\n\nYou asked for a review of our reply of 4 June on vans. What we said was wrong. There are "
       "nine "
       "vans; the list is attached.\n"},
      {Kind::kResponse,
       "Dear A\n\nYou asked for a review and nobody did one. Please treat this as replacing the reply of August. Thank you for your "
       "request "
       "for information on vans. The list is attached.\n"},
      {Kind::kInternalReview,  // the review's own title
       "Internal review and revised response\n\nDear A\n\nYou asked for a review of our reply of 4 June on vans. I have reviewed the "
       "response. It was wrong.\n"},
      {Kind::kInternalReview,
       "Dear A\n\nYou asked for a review of our reply of 4 June. I have reviewed the response. The new van replaces it from May.\n"},
      {Kind::kInternalReview,  // a title over a complaint
       "FOI 31 – response following your complaint\n\nDear A\n\nYou asked for a review of our reply of 4 June on vans. It was wrong.\n"},
      {Kind::kInternalReview,
       "Dear A\n\nYou asked for a review of our reply of 4 June. I uphold your complaint.\n\nRevised response\n\nThe list is enclosed.\n"},
      {Kind::kResponse,
       "From: FOI Team\nSubject: RFI 7 - second reply\n\nDear A\n\nYou asked for a review of our reply of 4 June on vans. The list is "
       "attached.\n"},
      {Kind::kResponse,
       "Dear A\n\nSupplementary response\n\nThank you for your request on vans. We replied on 4 June. It takes the place of our earlier "
       "letter. The list is attached.\n"},
      {Kind::kResponse,
       "Dear A\n\nYou complained to the Information Commissioner about our refusal of your request on vans. His questions made us think "
       "again. Our reply of 4 June was wrong and you were unhappy. The list is attached.\n"},
      {Kind::kResponse,
       "Dear A\n\nYour request on vans is dated 8 January. Our reply of 5 February gave you part of an answer and undertook to send the "
       "remainder. You were unhappy. The list is attached.\n"},
      {Kind::kInternalReview,
       "Dear A\n\nYou asked for a review of our reply of 4 June on vans. I have reviewed the response and no longer rely on it. You may "
       "complain to the Information Commissioner.\n"},
      {Kind::kResponse,
       "Dear A\n\nOn 4 June I answered your request on vans. You rang to say that a figure was wrong. You did not want a review and I am "
       "putting it in order. Please use this letter in place of the first reply. There are nine vans.\n"},
      {Kind::kResponse,  // a heading over how a review may be had
       "FOI 31\n\nReceived 3 June 2024; answered 27 June 2024\n\nYou asked about vans. There are nine.\n\nAsking for an internal "
       "review\n\nE-mail us within 40 working days. You may then complain to the Information Commissioner.\n"},
      {Kind::kInternalReview,
       "Dear A\n\nAsking for an internal review you wrote that our reply of 4 June was wrong. I uphold the reply. The old van went and a "
       "new one came in place of it.\n"},
      {Kind::kInternalReview,  // the second reply of somebody else
       "Dear A\n\nYou asked for a review of our reply of 4 June on vans. The garage's letter replaces the old van. It was wrong.\n"},
      {Kind::kInternalReview,  // a line of a paragraph
       "Dear A\n\nYou asked for a review of our reply of 4 June.\nI have reviewed it, and the officer has made a revised response,\nwhich "
       "is "
       "enclosed. It lists the vans.\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(name_of(kind(std::string(c.text) + "\nYours sincerely\n")), name_of(c.kind)) << c.text;
}

// Who reviews an answer may say that he replaces it, or tell what was still to follow.
TEST(AnswersAfresh, NotWhereTheLetterReviews) {
  for (std::string_view text :
       {"this letter replaces my letter of 1 february. my review finds that section 43(2) was rightly applied.",
        "we said the rest of the file would follow. as part of my review i find that section 43(2) was rightly applied.",
        "this replaces our reply of 3 may. i have now carried out an internal review of it.",
        "this replaces our reply of 3 may. the panel has now completed this review.",
        "we promised to send the rest. your complaint is dismissed.",
        "internal review - foi 123\n\nsecond response times at the hospital\n\ndear a\n",
        "internal review \u2013 foi 123\n\nthis letter replaces our reply of 3 may.\n",
        "foi 12\n\nsecond response times at the hospital\n\ndear a\n", "new answer machines\n\ndear a\n",
        "further reply paid envelopes\n\ndear a\n"})
    EXPECT_FALSE(answers_afresh(text)) << text;
  for (std::string_view text : {"this letter replaces my letter of 1 february. you asked for a review and nobody carried one out.",
                                "we said the rest of the file would follow. here it is. you asked for an internal review.",
                                "we have not carried out an internal review; this replaces our reply of 3 may.",
                                "revised response following internal audit - foi 123\n\ndear a\n",
                                "foi 12: second response \u2013 beds at the hospital\n\ndear a\n", "second response to foi 12\n\ndear a\n",
                                "our further answer 12\n\ndear a\n",
                                "revised response\n\ndear a\n\nyou may ask for an internal review. the report of this service says that "
                                "the review finds faults.\n"})
    EXPECT_TRUE(answers_afresh(text)) << text;
}

TEST(OffersReview, OfAnAnswerOnly) {
  for (std::string_view text : {"if you are unhappy, you can ask for an internal review within 40 working days.",
                                "you can make representations within 40 working days, which is your right under regulation 11.",
                                "you have 40 working days from today in which to ask the council to reconsider.",
                                "it is so. if you'd like someone else to look at this, reply and say so."})
    EXPECT_TRUE(offers_review(text)) << text;
  for (std::string_view text :
       {"", "you asked for an internal review within 40 working days.", "a review under regulation 11 should be completed within 40 days.",
        "if you are not content with the outcome of this review, you may complain to the commissioner.",
        "your representations were received within the time.", "the right to a review of wards is theirs."})
    EXPECT_FALSE(offers_review(text)) << text;
}

// A panel that sat over the answer to a request minutes its decision; other panels do, too.
TEST(FindKind, TheMinuteOfAReviewPanelIsAReview) {
  const std::string head =
      "REVIEW PANEL\nMinute of the meeting held on 19 March 2024\n\nThis minute is the Trust's decision on the complaint.\n\n";
  EXPECT_EQ(
      kind(head + "The panel found that the letter cited 38(1)(a).\n\nResolved: that the refusal of the list be confirmed.\n\nHe may go "
                  "to the Information Commissioner.\n"),
      Kind::kInternalReview);
  EXPECT_NE(kind("PAY REVIEW PANEL\nMinute of the meeting held on 19 March 2024\n\nResolved: that the award be confirmed and the budget be "
                 "sent to the Board.\n"),
            Kind::kInternalReview);
}

TEST(FindKind, ARequestHandedOnInHalves) {
  EXPECT_EQ(kind("Dear A\n\nYour request reached us on 4 November. It was in two halves. The list is kept by the council; our team has no "
                 "totals.\n\nI have therefore sent the first half to the council and the second to the board. They'll count their twenty "
                 "working days from when they get it.\n\nThat closes the matter here.\n\nYours sincerely\n"),
            Kind::kTransfer);
  EXPECT_EQ(
      kind("Dear A\n\nYour e-mail asked for the minutes of the panel. We have none of it ourselves. You would be happy for us to forward "
           "your e-mail to the department, and I did so today. You'll hear from them direct.\n\nYours sincerely\n"),
      Kind::kTransfer);
  EXPECT_NE(
      kind("Dear A\n\nYour request was for the cost of vans. I have sent the first half to the printers. The minister says that they have "
           "twenty working days to print it. The cost is nine pounds.\n\nYours sincerely\n"),
      Kind::kTransfer);
}

TEST(FindKind, AReplyThatIsStillToCome) {
  const std::string dear = "Dear A\n\n";
  for (std::string_view text :
       {"We are sorry that we have not been able to reply within 20 working days. We hope to send you our response by 18 October 2024.",
        "I am sorry that we have not yet answered your request of 9 May 2024. We will reply by 22 June 2024.",
        "Your request is taking longer than we had hoped. We shall send you a full response by 22 October 2024.",
        "We are sorry for the delay in answering your request of 30 January. We are still collecting the figures and will write again by "
        "20 March."})
    EXPECT_EQ(name_of(kind(dear + std::string(text) + "\n\nYours sincerely\n")), "holding-letter") << text;
  for (std::string_view text :
       {"We are sorry for the delay in answering your request of 30 January. There are 211 vans.",
        "We are sorry for the delay in answering your request. There are 211 vans. We will write to you about the lorries by 20 March.",
        "Thank you for your request. We do not hold this. If you ask for a review we will reply by the twentieth working day.",
        "Thank you for your request. The vans have not been sent by rail before 2020. We expect to send them by rail again.",
        "Your request took longer than we had hoped. The list is attached. We aim to send the rest by 3 May."})
    EXPECT_NE(name_of(kind(dear + std::string(text) + "\n\nYours sincerely\n")), "holding-letter") << text;
}

TEST(FindKind, WhatWasAskedStandsBeforeTheTransfer) {
  const std::string dear = "Dear A\n\n";
  for (std::string_view text :
       {"Your request of 1 May 2024 about war graves has been transferred to the Department, which holds the information. They will reply "
        "to you directly.",
        "Your request about vans was transferred to the county council. We do not hold it ourselves."})
    EXPECT_EQ(name_of(kind(dear + std::string(text) + "\n\nYours sincerely\n")), "transfer") << text;
  for (std::string_view text :
       {"Your request of 1 May was about graves. Their care has been transferred to the Department. There are nine.",
        "Thank you for your request about land which has been transferred to the county council. There are nine fields.",
        "Your request about vans has been transferred to paper. There are nine vans.",
        "Your request asks whether the land has been transferred to the county. It does not hold the land."})
    EXPECT_NE(name_of(kind(dear + std::string(text) + "\n\nYours sincerely\n")), "transfer") << text;
}

// What the requester asks to be clarified is no word of the letter's.
TEST(FindKind, WordsOfQuestionsAreTheRequesters) {
  const std::string text =
      "Dear A\n\n1. Can you clarify which system you need to know of?\nThe present one, until you have another.\n2. What does it "
      "cost?\n£14\n\nYours sincerely\n";
  const TestLetter letter(text);
  const std::vector<FoundQuestion> questions = find_questions(letter.letter, letter.sections);
  ASSERT_EQ(questions.size(), 2u);
  EXPECT_EQ(name_of(find_kind(letter.letter, letter.sections,
                              {.media_type = "text/plain", .questions = 2, .answered = 2, .asked = texts_answered_alone(questions)})),
            "response");
  EXPECT_EQ(name_of(kind("Dear A\n\nThank you for your request. Can you clarify which system you mean? We need to know. Until you reply "
                         "the clock is stopped.\n\nYours sincerely\n",
                         {.media_type = "text/plain", .questions = 1})),
            "clarification");
}

TEST(FindKind, MoreTimeIsTakenByLaw) {
  const std::string asked = "Dear A\n\nYou wrote to us on 20 January for the readings.\n\n";
  EXPECT_EQ(
      kind(asked + "Regulation 7 lets us take forty working days in place of twenty. We now expect to reply by 17 March. We have made no "
                   "decision on whether 12(5)(e) applies.\n\nYours sincerely\n"),
      Kind::kHoldingLetter);
  EXPECT_EQ(kind(asked +
                 "You had our letter under regulation 7. The readings are attached. The contractor expects to finish by 17 March.\n\nYours "
                 "sincerely\n"),
            Kind::kResponse);
}

TEST(FindKind, ARefusalThatAcknowledgesIsNoAcknowledgement) {
  EXPECT_EQ(kind("Dear A\n\nI acknowledge your request under the Freedom of Information Act.\n\nThe University is refusing the request as "
                 "vexatious.\n\nYours sincerely\n"),
            Kind::kResponse);
}

TEST(FindKind, ANoticeForAPartIsAnAnswer) {
  EXPECT_EQ(
      kind("Dear A\n\nThank you for your request. There were 141 reports. The plan is exempt under section 31(1)(a).\n\nThis letter is "
           "a Refusal Notice under section 17 for that part of your request.\n"),
      Kind::kResponse);
}

TEST(FindKind, WhoWillHaveReviewedAsksNothingBack) {
  EXPECT_EQ(
      kind("Dear A\n\nThank you for your request. Please find our answers below.\n\n* How many lamps are there?\n  Nine.\n\nThe Council "
           "does not run the lighting of the park. You would need to ask its keeper about that.\n\nIf you are unhappy, please reply "
           "to have it reviewed. You can complain to the Information Commissioner once we have replied to your review.\n"),
      Kind::kResponse);
}

}  // namespace
}  // namespace foi::understand
