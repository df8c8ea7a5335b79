// Where the last question of a request ends before what the letter says next, and what hands over answers.
#include <gtest/gtest.h>

#include <string>

#include "indexer/understand/questions.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/title.h"
#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

// The text of the last question of a letter that asks for three things, with what stands under them.
std::string last_question(std::string_view third, std::string_view below) {
  const TestLetter letter(
      "Dear Enquirer\n\nThank you for your request of 8 April 2024. You asked:\n\n1. The price of a bin\n2. How many bins were lost?\n3. " +
      std::string(third) + std::string(below) + "\n\nWe hold all of this. A bin costs £12 and nine were lost.\n\nYours sincerely\n");
  const std::vector<FoundQuestion> found = find_questions(letter.letter, letter.sections);
  return found.size() == 3 ? title_text(letter.letter.view(found.back().text)) : "not three";
}

TEST(QuestionEnds, BeforeAHeadingOfWhatFollows) {
  constexpr std::string_view asked = "Minutes of the board.";
  for (std::string_view heading : {"\n\nThe reply",
                                   "\n\nOur response",
                                   "\nOur response",
                                   "\n\nDecision",
                                   "\nDecision",
                                   "\n\nWhat you asked",
                                   "\n\nFindings",
                                   "\n\nWhat we can tell you",
                                   "\n\n3. My decision",
                                   "\n\n## Outcome",
                                   "\n\nThe Council's reply",
                                   "\n\nThe first response",
                                   "\n\nHow we have dealt with your request",
                                   "\n\nItem 1 - price",
                                   "\n\nQuestion 2: bins lost",
                                   "\nItem 1 - price",
                                   "\n\nQuestion 1",
                                   "\n\nRevised response",
                                   "\n\nHMRC response",
                                   "\n\nInformation held"})
    EXPECT_EQ(last_question(asked, heading), asked) << heading;
}

TEST(QuestionEnds, NotBeforeWhatIsAskedStill) {
  const struct {
    std::string_view third, below, text;
  } rows[] = {
      {"For each complaint:", "\nDate\nOutcome", "For each complaint: Date Outcome"},
      {"Please state:", "\nCalls received\nOur response to each\nStaff on duty",
       "Please state: Calls received Our response to each Staff on duty"},
      {"For each complaint:", "\nDate\nWhat was decided\nCost", "For each complaint: Date What was decided Cost"},
      {"For each complaint please give", "\nOutcome and date", "For each complaint please give Outcome and date"},
      {"Minutes of the board which took the", "\nDecision on bins", "Minutes of the board which took the Decision on bins"},
      {"Minutes of the board.", "\nWhat did the board decide?", "Minutes of the board. What did the board decide?"},
      {"Minutes of the board, and what the", "\nresponse was", "Minutes of the board, and what the response was"},
      {"Minutes of the board at which it took", "\nItem 1 of its plan for bins",
       "Minutes of the board at which it took Item 1 of its plan for bins"},
      {"Minutes of the board.", "\nPlease include its decision", "Minutes of the board. Please include its decision"},
  };
  for (const auto& row : rows) EXPECT_EQ(last_question(row.third, row.below), row.text);
}

TEST(HandsOver, WhatWasAskedFor) {
  for (std::string_view lead :
       {"here is what you asked for:", "here are the answers:", "the answers are as follows:", "here is the information you requested:",
        "our answers are:", "i enclose what you asked for:", "what you asked for is attached:", "the figures are:"})
    EXPECT_TRUE(hands_over(lead)) << lead;
  for (std::string_view lead :
       {"you asked us for:", "here is your request:", "here is what you wrote:", "this is what you asked:",
        "you asked whether the council can provide:", "we are not able to provide:", "we cannot give you the following:",
        "you asked us if we can give you:", "the information you requested is:", "our answers to your questions are:",
        "i hope the trust can provide:", "any data the council is able to provide on:", "we are able to provide the following:",
        "the request is for:", "if we can provide it, please ask for:"})
    EXPECT_FALSE(hands_over(lead)) << lead;
}

std::string asked(std::string_view body) {
  const TestLetter letter("Dear Enquirer\n\nThank you for your request of 8 April 2024. " + std::string(body) + "\n\nYours sincerely\n");
  std::string all;
  for (const FoundQuestion& q : find_questions(letter.letter, letter.sections))
    all += (all.empty() ? "" : " | ") + title_text(letter.letter.view(q.text));
  return all;
}

TEST(HandsOver, ALineUnderItIsNoQuestion) {
  const struct {
    std::string_view body, asked;
  } rows[] = {
      {"You wanted to know about bins.\n\nHere is what you asked for:\n\n1. the log of lost bins\n2. the price list", ""},
      {"You wanted to know about bins.\n\nWhat you asked for is enclosed:\n\n- The log of lost bins\n- The price list", ""},
      {"You asked for:\n\n1. the log of lost bins\n2. the price list\n\nHere is what you asked for:\n\n1. The log is attached.\n2. It is "
       "attached as well.",
       "the log of lost bins | the price list"},
      // What asks, or is answered line by line, is a question wherever it stands.
      {"Here are our answers:\n\n1. How many bins were lost?\n\nNine.\n\n2. What does one cost?\n\n£41.20.",
       "How many bins were lost? | What does one cost?"},
      {"Here are our answers:\n\n1. Bins lost in 2023\n\nNine bins were lost.\n\n2. Price of a bin\n\nOne costs £41.20.",
       "Bins lost in 2023 | Price of a bin"},
      {"Here is your request:\n\n1. the log of lost bins\n2. the price list\n\nBoth are attached.",
       "the log of lost bins | the price list"},
  };
  for (const auto& row : rows) EXPECT_EQ(asked(row.body), row.asked) << row.body;
}

}  // namespace
}  // namespace foi::understand
