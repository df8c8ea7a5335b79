// Sentences that tell of a review of the writer's own answer, and those that offer one or tell of another.
#include "indexer/understand/review_asked.h"

#include <gtest/gtest.h>

#include <string_view>

namespace foi::understand {
namespace {

constexpr std::string_view kTells[] = {
    "you were unhappy about this and wrote on 3 february 2025 to ask for a review.",
    "i refer to your email of 2nd october 2023 in which you ask for a review of the decision on your request.",
    "you have asked the trust to review its refusal dated 30 january 2023.",
    "you e-mailed on 4 may to request that the decision be reviewed.",
    "thank you for your letter requesting a reconsideration of our response.",
    "i have reviewed how your request was handled and what was sent.",
    "we have now reconsidered our decision of 2 june.",
    "this is the outcome of the internal review that you requested.",
    "by e-mail of 26 august you required the board to review its response to your request.",
    "the panel has completed its internal review.",
    "you asked us to look again at our answer to question 3.",
    "your requirement for review was received on 4 july.",
    "you have told us that you are not satisfied with our reply of 3 may and we have looked at it again.",
    "your appeal against our decision of 3 may has been considered by two directors.",
    "i am replying to your complaint of 3 may about the way your foi request was answered.",
    "i have conducted a review under the trust's complaints procedure for foi.",
    "asking for a review, you said on 3 may that our reply was wrong.",
    "you were not content and asked for a review.",
};

constexpr std::string_view kTellsNot[] = {
    "if you want a review please write to the head of governance.",
    "you may ask for an internal review within 40 working days.",
    "you have two months in which to request a review of how we dealt with your request.",
    "ask the university registrar for an internal review inside 40 working days.",
    "email foi@example.org and ask for it to be looked at again.",
    "you can ask us to look again at our answer.",
    "should you be unhappy, a review of our decision will be carried out by somebody else.",
    "internal review requests are dealt with by the company secretary.",
    "you asked for a copy of the review of maternity services.",
    "you requested the outcome of the review of car parking.",
    "you asked how many case notes were reviewed in the mortality review.",
    "the trust has completed a review of its estate.",
    "you asked about the independent review of the deaths.",
    "the policy is under review.",
    "your request for the outcome of the external review of maternity services is answered below.",
    "your complaint about the parking refusal notice of 3 may has been passed on.",
    "you asked for complaints about our response times.",
    "we have conducted a review of our car parks under the new policy.",
    "asking for a review",
    "requesting an internal review of a decision",
    "you did not want a review and there has not been one.",
    "you have not asked for a review of our reply.",
    "nobody asked for a review.",
    "i acknowledge your request and will answer it within 20 working days.",
};

TEST(TellsOfReview, OfTheAnswer) {
  for (std::string_view text : kTells) EXPECT_TRUE(tells_of_review(text)) << text;
}

TEST(TellsOfReview, OfferedOrOfSomethingElse) {
  for (std::string_view text : kTellsNot) EXPECT_FALSE(tells_of_review(text)) << text;
}

TEST(TellsOfReview, OneOfSeveralSentences) {
  EXPECT_TRUE(tells_of_review("dear ms moor. you asked on 3 may for a review of our reply. it is complete."));
  EXPECT_FALSE(tells_of_review("you asked for the rota. if you want a review of our reply, tell us."));
}

}  // namespace
}  // namespace foi::understand
