#include "indexer/understand/questions.h"

#include <gtest/gtest.h>

#include "indexer/understand/markers.h"
#include "indexer/understand/title.h"
#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

// "1 How many? = Nine. | 2 What cost? = -"
std::string described(std::string_view text) {
  const TestLetter letter(text);
  std::string all;
  for (const FoundQuestion& q : find_questions(letter.letter, letter.sections)) {
    if (!all.empty()) all += " | ";
    all += q.number + ' ';
    if (!q.heading.empty()) all += '[' + title_text(letter.letter.view(q.heading)) + "] ";
    all += title_text(letter.letter.view(q.text)) + (q.answer_shared ? " == " : " = ") +
           (q.answer.empty() ? "-" : title_text(letter.letter.view(q.answer)));
  }
  return all;
}

struct Row {
  std::string_view text, expected;
};

constexpr std::string_view kAsked = "Dear Enquirer,\n\nYour request was as follows:\n\n";

TEST(Questions, InTheUsualStyles) {
  const Row rows[] = {
      {"1. How many vans?\nNine.\n2. What cost?\nTen pounds.\n", "1 How many vans? = Nine. | 2 What cost? = Ten pounds."},
      {"1) How many vans?\n\nNine.\n\n2) What cost?\n\nTen pounds.\n", "1 How many vans? = Nine. | 2 What cost? = Ten pounds."},
      {"- 1) How many vans?\n- 2) What cost?\n\nResponse\n\nNine, ten pounds.\n",
       "1 How many vans? == Nine, ten pounds. | 2 What cost? == Nine, ten pounds."},
      {"Q1. How many vans?\n\nNine.\n\nQ2. What cost?\n\nNil.\n", "1 How many vans? = Nine. | 2 What cost? = Nil."},
      {"Question 1: How many vans?\n\nNine.\n\nQuestion 2: What cost?\n\nNil.\n", "1 How many vans? = Nine. | 2 What cost? = Nil."},
      {"(1) How many vans?\n\nNine.\n\n(2) What cost?\n\nNil.\n", "1 How many vans? = Nine. | 2 What cost? = Nil."},
      {"1 - How many vans?\n\n2 - What cost?\n\nResponse:\n\n1 - Nine.\n\n2 - Nil.\n", "1 How many vans? = Nine. | 2 What cost? = Nil."},
      {"a) How many vans?\n\nNine.\n\nb) What cost?\n\nNil.\n", "a How many vans? = Nine. | b What cost? = Nil."},
      {"i. How many vans?\n\nNine.\n\nii. What cost?\n\nNil.\n", "i How many vans? = Nine. | ii What cost? = Nil."},
      {"1. How many vans?\n\nNine.\n\n1a. What cost?\n\nNil.\n\n2. Why?\n\nNeed.\n",
       "1 How many vans? = Nine. | 1a What cost? = Nil. | 2 Why? = Need."},
      {"\u2022 How many vans are owned?\n\u2022 What cost is paid?\n\nResponse\n\nNine.\n",
       "1 How many vans are owned? == Nine. | 2 What cost is paid? == Nine."},
      {"How many vans are owned?\n\nNine.\n\nWhat cost is paid?\n\nNil.\n",
       "1 How many vans are owned? = Nine. | 2 What cost is paid? = Nil."},
      {"A copy of the van policy.\n\nResponse\n\nPlease find it attached.\n", "1 A copy of the van policy. == Please find it attached."},
  };
  for (const Row& row : rows) EXPECT_EQ(described(std::string(kAsked) + std::string(row.text)), row.expected) << row.text;
}

TEST(Questions, ALineBelowAQuestionIsItsAnswer) {
  const Row rows[] = {
      {"1. Who drives the vans?\nHarbour Drivers\n2. What cost?\nTen pounds.\n",
       "1 Who drives the vans? = Harbour Drivers | 2 What cost? = Ten pounds."},
      {"1. Who drives the vans?\nHarbour Drivers\n\n2. Who signs for them?\nHead of Transport\n",
       "1 Who drives the vans? = Harbour Drivers | 2 Who signs for them? = Head of Transport"},
      {"1. Who drives the vans?\n- Harbour Drivers\n2. When?\n- Monday to Friday\n",
       "1 Who drives the vans? = - Harbour Drivers | 2 When? = - Monday to Friday"},
      {"1. How many vans?\nAnswer: Nine\n2. How many lorries?\nAnswer: None\n",
       "1 How many vans? = Answer: Nine | 2 How many lorries? = Answer: None"},
      {"1. Please send the list of the vans owned in 2023.\nThe list is attached.\n\n2. What cost?\nNil.\n",
       "1 Please send the list of the vans owned in 2023. = The list is attached. | 2 What cost? = Nil."},
      {"1. What cost?\nNil.\n2. Please send the agreement with the drivers.\nRefused under section 43(2).\n",
       "1 What cost? = Nil. | 2 Please send the agreement with the drivers. = Refused under section 43(2)."},

      // Headings of what follows.
      {"1. How many vans?\n2. What cost?\n\nStaff Travel\n\n3. Which fares?\n4. Who paid?\n\nOur response: nine.\n",
       "1 How many vans? == Our response: nine. | 2 What cost? == Our response: nine. | 3 [Staff Travel] Which fares? == Our response: "
       "nine. "
       "| 4 [Staff Travel] Who paid? == Our response: nine."},
      {"1. How many vans?\n2. What cost?\nStaff Travel\n3. Which fares?\n4. Who paid?\n\nOur response: nine.\n",
       "1 How many vans? == Our response: nine. | 2 What cost? == Our response: nine. | 3 [Staff Travel] Which fares? == Our response: "
       "nine. "
       "| 4 [Staff Travel] Who paid? == Our response: nine."},
      // Still the question.
      {"1. Please send the list of all the vans that the depot\nowned in 2023.\n\nNine.\n\n2. What cost?\n\nNil.\n",
       "1 Please send the list of all the vans that the depot owned in 2023. = Nine. | 2 What cost? = Nil."},
      {"1. Please send the list of the vans owned in 2023.\nPlease break it down by month.\n\nNine.\n\n2. What cost?\n\nNil.\n",
       "1 Please send the list of the vans owned in 2023. Please break it down by month. = Nine. | 2 What cost? = Nil."},
      {"1. Please send the list of the vans owned in 2023.\nThe vans are old. Are they sold?\n\nNine.\n\n2. What cost?\n\nNil.\n",
       "1 Please send the list of the vans owned in 2023. The vans are old. Are they sold? = Nine. | 2 What cost? = Nil."},
      {"1. Please send the list of all the vans owned by\nHarbour Drivers in 2023.\n\nNine.\n\n2. What cost?\n\nNil.\n",
       "1 Please send the list of all the vans owned by Harbour Drivers in 2023. = Nine. | 2 What cost? = Nil."},
  };
  for (const Row& row : rows) EXPECT_EQ(described(std::string(kAsked) + std::string(row.text)), row.expected) << row.text;
}

TEST(Questions, AnswersUnderALetter) {
  const Row rows[] = {
      {"Q1. What cost?\nA. Ten pounds.\nQ2. Who drives?\nA. Harbour Drivers\n",
       "1 What cost? = A. Ten pounds. | 2 Who drives? = A. Harbour Drivers"},
      {"1. What cost?\nA: Ten pounds.\n2. Who drives?\nA: Staff.\n", "1 What cost? = A: Ten pounds. | 2 Who drives? = A: Staff."},
      {"Q1 Vans owned\nA 9\nQ2 Vans hired\nA 12\n", "1 Vans owned = A 9 | 2 Vans hired = A 12"},

      {"1. How many vans are\nA. owned?\nB. hired?\n\nNine.\n\n2. What cost?\n\nNil.\n",
       "1 How many vans are A. owned? B. hired? = Nine. | 2 What cost? = Nil."},
      {"Q1. What cost?\nA list of costs is attached.\nQ2. Who drives?\nA firm does.\n",
       "1 What cost? = A list of costs is attached. | 2 Who drives? = A firm does."},
  };
  for (const Row& row : rows) EXPECT_EQ(described(std::string(kAsked) + std::string(row.text)), row.expected) << row.text;
}

TEST(Questions, AnswersThatPointAtTheirs) {
  const std::string asked = std::string(kAsked) + "1. How many vans?\n2. What cost?\n3. Who drives?\n\n";
  const Row rows[] = {
      {"In response to questions 1 and 2, the figures are nine and ten.\nIn response to question 3, staff do.\n",
       "1 How many vans? = the figures are nine and ten. | 2 What cost? = the figures are nine and ten. | 3 Who drives? = staff do."},
      {"For question 1, nine.\nFor question 2, nil.\nFor question 3, staff.\n",
       "1 How many vans? = nine. | 2 What cost? = nil. | 3 Who drives? = staff."},
      {"Question 1 - the depot has nine.\n\nQuestion 2 - the cost is nil.\n\nQuestion 3 - the drivers are staff.\n",
       "1 How many vans? = the depot has nine. | 2 What cost? = the cost is nil. | 3 Who drives? = the drivers are staff."},

      // Within a sentence that runs on.
      {"Response\n\nWe hold nine vans, as we said when asked in respect of\nquestion 3, and they cost nothing.\n",
       "1 How many vans? == We hold nine vans, as we said when asked in respect of question 3, and they cost nothing. | 2 What cost? == We "
       "hold nine vans, as we said when asked in respect of question 3, and they cost nothing. | 3 Who drives? == We hold nine vans, as we "
       "said when asked in respect of question 3, and they cost nothing."},
      {"Response\n\nWe hold nine vans.\nOn 3 May we sold two.\n",
       "1 How many vans? == We hold nine vans. On 3 May we sold two. | 2 What cost? == We hold nine vans. On 3 May we sold two. | 3 Who "
       "drives? == We hold nine vans. On 3 May we sold two."},
  };
  for (const Row& row : rows) EXPECT_EQ(described(asked + std::string(row.text)), row.expected) << row.text;
}

TEST(Questions, WhatIsWithheldBesidesTheAnswers) {
  const std::string asked = std::string(kAsked) + "1. How many vans?\n9\n\n2. How many lorries are hired?\n12\n\n";
  const std::string first = "1 How many vans? = 9 | 2 How many lorries are hired? = 12";
  EXPECT_EQ(described(asked + "The names of the drivers have been withheld under section 40(2).\n"), first);
  EXPECT_EQ(described(asked + "Any addresses are exempt under section 40(2).\n"), first);
  EXPECT_EQ(described(asked + "The names of drivers have been withheld under section 40(2) of the Freedom of Information Act.\n"), first);
  for (std::string_view more :
       {"The rest are withheld under section 31.", "The firms that hire the lorries are withheld under section 43(2).",
        "This has been withheld in part under section 31.", "The depot has two of them.", "They are withheld under section 31."})
    EXPECT_EQ(described(asked + std::string(more) + "\n"), first + ' ' + std::string(more)) << more;
  EXPECT_EQ(described(std::string(kAsked) + "1. How many vans?\n9\n\n2. How many lorries?\n12\nThe names of drivers have been withheld.\n"),
            "1 How many vans? = 9 | 2 How many lorries? = 12 The names of drivers have been withheld.");
}

TEST(Questions, WhatBelongsToTheQuestion) {
  const Row rows[] = {
      {"1. How many vans? e.g. by make.\n\nNine.\n\n2. What cost?\n\nNil.\n",
       "1 How many vans? e.g. by make. = Nine. | 2 What cost? = Nil."},
      {"1. How many vans?\n\nPlease provide it by month.\n\nNine.\n\n2. What cost?\n\nNil.\n",
       "1 How many vans? Please provide it by month. = Nine. | 2 What cost? = Nil."},
      {"1. How many vans in:\n\na) May\n\nb) June\n\nNine.\n\n2. What cost?\n\nNil.\n",
       "1 How many vans in: a) May b) June = Nine. | 2 What cost? = Nil."},
      {"1. How many vans? Nine.\n2. What cost? Nil.\n", "1 How many vans? = Nine. | 2 What cost? = Nil."},
      {"1. Unit price of vans. – Section 43 applied, see below:\n2. What cost?\n\nNil.\n",
       "1 Unit price of vans. = Section 43 applied, see below: | 2 What cost? = Nil."},
      {"1. How many vans?\n\nPlease see attached.\n\n2. What cost?\n\nNil.\n",
       "1 How many vans? = Please see attached. | 2 What cost? = Nil."},
  };
  for (const Row& row : rows) EXPECT_EQ(described(std::string(kAsked) + std::string(row.text)), row.expected) << row.text;
}

TEST(Questions, RepeatedInTheAnswerAreCountedOnce) {
  EXPECT_EQ(described(std::string(kAsked) + "1. How many vans does the council own?\n2. What does each one cost to run?\n\nResponse\n\n1. "
                                            "How many vans does the council own?\n\nNine.\n\n"
                                            "2. What does each one cost to run?\n\nTen pounds.\n"),
            "1 How many vans does the council own? = Nine. | 2 What does each one cost to run? = Ten pounds.");
}

TEST(Questions, ARangeAnswersSeveral) {
  EXPECT_EQ(described(std::string(kAsked) +
                      "1. How many vans?\n2. What cost?\n3. Why?\n\nOur response:\n\n1 - 2: Nine at ten pounds.\n\n3. Need.\n"),
            "1 How many vans? = Nine at ten pounds. | 2 What cost? = Nine at ten pounds. | 3 Why? = Need.");
}

TEST(Questions, HeadingsOfBlocksAreNoAnswers) {
  EXPECT_EQ(
      described("Dear Enquirer,\n\nRequest\n\nVans In The North\n\n1) How many?\n2) What cost?\n\nVans In The South\n\n3) How many?\n4) "
                "What cost?\n\n"
                "Clarity on the abbreviations below.\n\n- **VAN** – Vehicle\n- **MOT** – Test\n\nResponse\n\nNone.\n"),
      "1 [Vans In The North] How many? == None. | 2 [Vans In The North] What cost? == None. | 3 [Vans In The South] How many? == None. | "
      "4 [Vans In The South] What cost? == None.");
}

TEST(Questions, NoRequestNoQuestions) {
  for (std::string_view text :
       {"Dear Enquirer,\n\nPlease find attached the figures.\n", "Ward 1. Ash\nWard 2. Elm\n", "",
        "Dear Enquirer,\n\nThank you.\n\n1. The policy is attached.\n2. The map is attached.\n", "12.3 Scope\n\n12.4 Duties\n"})
    EXPECT_EQ(described(text), "") << text;
}

TEST(Markers, AndNearMisses) {
  struct MarkerRow {
    std::string_view line, label;
    int number;
  };
  const MarkerRow rows[] = {{"1. Text", "1", 1},
                            {"  12) Text", "12", 12},
                            {"(3) Text", "3", 3},
                            {"Q4 Text", "4", 4},
                            {"Q.5: Text", "5", 5},
                            {"- 6) Text", "6", 6},
                            {"7 - Text", "7", 7},
                            {"8.The text", "8", 8},
                            {"2.1 Text", "2.1", 2},
                            {"1-3: Text", "1", 1},
                            {"b) Text", "b", 2},
                            {"ii. Text", "ii", 2},
                            {"**9.** Text", "9", 9},
                            {"\u2022 Text", "", 0},
                            {"2019 figures", "none", 0},
                            {"1.5 WTE", "1.5", 1},
                            {"12.3.14.2 FOI", "none", 0},
                            {"31(1)(a) text", "none", 0},
                            {"1,000 vans", "none", 0},
                            {"10.30 am", "none", 0},
                            {"A man", "none", 0},
                            {"e.g. text", "none", 0},
                            {"S40 3HW", "none", 0},
                            {"1Band 6", "none", 0},
                            {"0. Text", "none", 0},
                            {"-5 degrees", "none", 0},
                            {"Quarter 1", "none", 0},
                            {"", "none", 0},
                            {"500. Text", "none", 0},
                            {"Question Two: Text", "2", 2},
                            {"Request 3", "3", 3},
                            {"A1. Text", "1", 1},
                            {"A - Text", "a", 1},
                            {"> 4. Text", "4", 4},
                            {"1 and 3. Text", "1", 1},
                            {"(c) and (d) Text", "c", 3},
                            {"A1 north of town", "none", 0},
                            {"1 and 3 vans", "none", 0},
                            {"Requests for vans", "none", 0},
                            {"Question the witness", "none", 0},
                            {"Answering 3 calls", "none", 0},
                            {"A-level results", "none", 0},
                            {"1, 2 and many more", "none", 0},
                            {"Item of note", "none", 0}};
  for (const MarkerRow& row : rows) {
    const auto marker = marker_of(row.line);
    EXPECT_EQ(marker ? marker->label : "none", row.label) << row.line;
    EXPECT_EQ(marker ? marker->number : 0, row.number) << row.line;
  }
}

}  // namespace
}  // namespace foi::understand
