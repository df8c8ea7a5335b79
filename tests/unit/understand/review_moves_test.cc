// What a review gives and keeps without naming a ground, each with what only sounds like it.
#include "indexer/understand/review_moves.h"

#include <gtest/gtest.h>

namespace foi::understand {
namespace {

TEST(ReviewMoves, Gives) {
  for (std::string_view text : {"the table is enclosed.", "annex 3 goes with this letter.", "you have the study herewith.",
                                "the boxes are lifted.", "sheets 1 to 3 come to you.", "the notes come again with these five put back.",
                                "3. traffic study\ts.22\treleased", "that part is now disclosed.", "you'll find the messages enclosed.",
                                "the table accompanies this letter.", "it should not have been refused, and the list is enclosed."})
    EXPECT_TRUE(review_moves(text).gives) << text;
  for (std::string_view text :
       {"the table is not enclosed.", "would the table be disclosed?", "the plan was disclosed in june.",
        "you asked whether the plan is released.", "if it is released, rivals will read it.", "a plan that was released could be copied.",
        "the price cannot be provided.", "the test is whether names and salaries are disclosed.",
        "a leaflet on your rights accompanies this letter.", "you argue that it should be disclosed.", "the panel met twice.",
        "not released"})
    EXPECT_FALSE(review_moves(text).gives) << text;
}

TEST(ReviewMoves, Keeps) {
  for (std::string_view text :
       {"those must stay out.", "the rest remain undisclosed.", "no change. the objectors are private people.",
        "unit prices. confirmed. two bid.", "for those eleven the june reply had it right.", "i've come to the same view.",
        "the other name was properly removed.", "1. advice\ts.42(1)\tthe same", "38(1)(b) stays for the eleven names.",
        "the names will not be released.", "no further information will be provided.", "seven continue to be withheld.",
        "i reach the same conclusion as the branch."})
    EXPECT_TRUE(review_moves(text).keeps) << text;
  for (std::string_view text :
       {"the commissioner can consider any complaint that remains.", "if you remain unhappy you may complain.",
        "the list was not properly kept.", "not confirmed", "we had it in may.", "the view is wide.", "people stay at home.",
        "it changes nothing.", "the names will be released.", "would no more be released?", "i see no reason why it cannot be disclosed.",
        "there will be no charge and it will be provided by post.", "your name will not be disclosed to anybody else."})
    EXPECT_FALSE(review_moves(text).keeps) << text;
}

TEST(ReviewMoves, SumsUpInPart) {
  for (std::string_view text : {"in sum the panel upholds the reply in part.",
                                "section 21 allows us to confirm a decision or to change it. we've done a bit of each.",
                                "to sum up: you succeed on annex 3 and not on annex 7.",
                                "on the first you were right, on the second i can't agree with you.", "the decision is partly upheld."})
    EXPECT_TRUE(sums_up_in_part(text)) << text;
  for (std::string_view text :
       {"we may uphold a reply, or set a part of it aside.", "i uphold the reply.", "we have a little of each kind of van.",
        "you were right about the vans.", "if you succeed on one, you may not on another.", "we do not agree.",
        "you said that you were right on one, and not on the other."})
    EXPECT_FALSE(sums_up_in_part(text)) << text;
}

}  // namespace
}  // namespace foi::understand
