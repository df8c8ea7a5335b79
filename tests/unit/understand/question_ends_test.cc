// Where the last question of a request ends before what the letter says next.
#include <gtest/gtest.h>

#include <string>

#include "indexer/understand/questions.h"
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

}  // namespace
}  // namespace foi::understand
