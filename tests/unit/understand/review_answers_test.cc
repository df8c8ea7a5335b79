// What a review leaves of the answers: by the grounds tied to each question.
#include "indexer/understand/review_answers.h"

#include <gtest/gtest.h>

#include "indexer/understand/answer_outcome.h"
#include "tests/unit/understand/letters.h"

namespace foi::understand {
namespace {

TEST(SaysNeither, InTheFormsOfficersUse) {
  for (std::string_view says : {"we can neither confirm nor deny that any is held.", "i uphold the refusal to confirm or deny.",
                                "we will not confirm or deny that it is held.", "we cannot confirm or deny whether there is a file.",
                                "the council neither confirms nor denies that it holds them.", "the trust can neither confirm or deny."})
    EXPECT_TRUE(says_neither(says)) << says;
  for (std::string_view not_so : {"i can confirm that the force holds four.", "nobody denies that it was confirmed.",
                                  "we confirm that there were nine and deny nothing.", "please confirm or correct the address.",
                                  "the duty to confirm is met.", "i cannot confirm or deny that the figure includes vat.",
                                  "i am unable to confirm or deny that it includes vat. we hold nine.", "he denied it; she confirmed it."})
    EXPECT_FALSE(says_neither(not_so)) << not_so;
}

struct Row {
  std::string_view said;  // of question 1, question 2 being answered
  std::string_view outcome;
};

std::string outcome_of_first(std::string_view said) {
  const std::string text =
      "14 March 2024\n\nDear Enquirer\n\nInternal review of FOI 31\n\nYou asked us on 20 February 2024 to review our response.\n\nYour "
      "request was:\n\n1. How many drones does the force own?\n\n2. Who trains the pilots?\n\nMy decision\n\nQuestion 1. " +
      std::string(said) + "\n\nQuestion 2. The name of the firm was given to you, and I have nothing to add.\n\nYours sincerely\n";
  const Record record = understand_text(text).record;
  return record.questions.size() == 2 ? std::string(name_of(record.questions[0].outcome)) : "questions were misread";
}

TEST(ReviewAnswers, ARefusalToConfirmOrDeny) {
  const Row rows[] = {
      {"We refused under section 31(3) to say if there are any. I uphold that refusal to confirm or deny.", "ncnd"},
      {"Section 40(5B)(a)(i) was rightly applied. To say whether there is such a file would tell of a person.", "ncnd"},
      {"I uphold the use of section 24(2). We neither confirm nor deny that any is held.", "ncnd"},
      // What is withheld is known to be held.
      {"Section 31(1)(a) was rightly applied, and the number is withheld.", "withheld"},
      {"I uphold the decision to withhold the number under section 31(1)(a).", "withheld"},
      {"Our reply confirmed that there are some. I uphold the refusal of the number under section 43(2).", "withheld"},
  };
  for (const Row& row : rows) EXPECT_EQ(outcome_of_first(row.said), row.outcome) << row.said;
}

TEST(ReviewAnswers, WhatWasRefusedIsGiven) {
  const Row rows[] = {
      {"This was refused under section 12(1). I overturn that decision. There were 1,204 at the end of the year.", "disclosed"},
      {"This was withheld under section 43(2). The exemption was wrongly applied and the list is attached.", "disclosed"},
      {"We refused this under section 31(1)(a), which should not have been used. The number is 42.", "disclosed"},
      // It falls, and something else keeps it; or it doesn't fall.
      {"We refused this under section 31(1)(a). I overturn that, but the number remains withheld for another reason.", "withheld"},
      {"This was withheld under section 43(2). I uphold the decision.", "withheld"},
      // Nothing is given: it is to be decided anew.
      {"This was withheld under section 43(2). I overturn that decision. A fresh decision follows within 20 working days.", "withheld"},
      {"This was refused under section 12(1), and I uphold that. There are 1,204 files to read.", "cost-limit"},
  };
  for (const Row& row : rows) EXPECT_EQ(outcome_of_first(row.said), row.outcome) << row.said;
}

std::string outcomes(std::string_view decision) {
  const std::string text =
      "14 March 2024\n\nDear Enquirer\n\nInternal review of FOI 31\n\nYou asked us on 20 February 2024 to review our response.\n\nYour "
      "request was:\n\n1. The score of each tender\n\n2. The lowest price\n\nDecision\n\n" +
      std::string(decision) + "\n\nYours sincerely\n";
  std::string all;
  for (const Question& question : understand_text(text).record.questions) all += std::string(name_of(question.outcome)) + ' ';
  return all;
}

TEST(ReviewAnswers, OneAnswerForAll) {
  const Row rows[] = {
      {"I find that the response was correct in all respects and that section 43(2) was rightly applied. Your complaint is not upheld.",
       "withheld withheld "},
      {"The force was right to neither confirm nor deny whether it holds this, and I uphold section 31(3).", "ncnd ncnd "},
      // Which of them the ground keeps is not known.
      {"The score of each tender was given to you. As to the price, section 43(2) was relied on. I uphold it.", "disclosed disclosed "},
      // A letter that relies on nothing keeps nothing back by that.
      {"You were sent the table in May, and there is nothing more to send.", "disclosed disclosed "},
      {"Our reply was late, and I am sorry for that. Both are in the table attached.", "disclosed disclosed "},
  };
  for (const Row& row : rows) EXPECT_EQ(outcomes(row.said), row.outcome) << row.said;
}

}  // namespace
}  // namespace foi::understand
