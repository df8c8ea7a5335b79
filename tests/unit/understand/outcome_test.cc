#include "indexer/understand/outcome.h"

#include <gtest/gtest.h>

#include "indexer/understand/answer_outcome.h"
#include "indexer/understand/review.h"
#include "tests/unit/understand/letters.h"

namespace foi::understand {
namespace {

TEST(Outcome, OfAnAnswer) {
  struct Row {
    std::string_view answer;
    std::vector<std::string> grounds;
    QuestionOutcome outcome;
  };
  using enum QuestionOutcome;
  const Row rows[] = {
      {"nine beds were open.", {}, kDisclosed},
      {"please see the attached table.", {}, kDisclosed},
      {"yes", {}, kDisclosed},
      {"n/a\n\nthe county council will know who runs them.", {}, kNotApplicable},
      {"0", {}, kNil},
      {"none.", {}, kNil},
      {"nil return", {}, kNil},
      {"no", {}, kNil},
      {"n/a", {}, kNotApplicable},
      {"not applicable", {}, kNotApplicable},
      {"the trust does not hold this information.", {}, kNotHeld},
      {"this is not recorded centrally.", {}, kNotHeld},
      {"there are no processes in existence for this.", {}, kNotHeld},
      {"we do not hold that by ward, but a total is attached.", {}, kDisclosed},
      {"to answer would exceed the appropriate limit.", {}, kCostLimit},
      {"this would take more than 18 hours.", {}, kCostLimit},
      {"the figures took 18 hours to print.", {}, kDisclosed},
      {"we can neither confirm nor deny this.", {}, kNcnd},
      {"the information is already published and publicly available.", {}, kPublishedElsewhere},
      {"the report will be published in may.", {}, kFuturePublication},
      {"please could you clarify which ward you mean.", {}, kClarificationSought},
      {"you may wish to redirect your question to the council.", {}, kTransferred},
      {"data withheld", {}, kWithheld},
      {"see below.", {"foia-43"}, kWithheld},
      {"section 12", {"foia-12"}, kCostLimit},
      {"see the link.", {"foia-21"}, kPublishedElsewhere},
      {"to come.", {"foia-22"}, kFuturePublication},
      {"it is refused.", {"foia-14-1"}, kVexatious},
      {"it is refused.", {"foia-14-2"}, kRepeated},
      {"a redacted copy is attached.", {"foia-40-2"}, kPartlyDisclosed},
      {"not held.", {"foisa-17-1"}, kNotHeld},
      {"there were none.", {}, kNil},
      {"no fines were levied.", {}, kNil},
      {"0.0", {}, kNil},
      {"zero patients.", {}, kNil},
      {"there have been no such dismissals.", {}, kNil},
      {"not applicable: none was bought.", {}, kNotApplicable},
      {"do you mean beds or wards?", {}, kClarificationSought},
      {"which town? our area has eleven newtowns.", {}, kClarificationSought},
      {"please tell us which report you mean.", {}, kClarificationSought},
      {"the road is the county's. you should ask them.", {}, kTransferred},
      {"this should be put to the county council.", {}, kTransferred},
      {"the minutes, with item 5 blanked out.", {}, kPartlyDisclosed},
      {"north: 12. south: a figure from 1 to 4, not shown.", {}, kPartlyDisclosed},
      {"there were 31 vans. names are withheld under section 40(2).", {"foia-40-2"}, kPartlyDisclosed},
      {"vans: 12\nnames: withheld", {"foia-40-2"}, kPartlyDisclosed},
      {"the charity keeps no count of them.", {}, kNotHeld},
      {"it was deferred; there is accordingly no report.", {}, kNotHeld},
      {"the council doesn't know.", {}, kNotHeld},
      {"i have asked both of the teams, and the people who look after the system in which the language of each patient may be entered. "
       "there are boxes to tick, which came with it, and theirs is none of them. interpreters are booked through an agency, which has no "
       "such language on its books either. that being so there is no recorded information that could be sent to you.",
       {},
       kNotHeld},
      {"no.", {"foia-31-1-a"}, kWithheld},
      {"both apply.", {"foia-12", "foia-43"}, kWithheld},
      {"both apply.", {"foia-12-1", "foia-12-4"}, kCostLimit},
      {"we don't give out a number as low as that.", {}, kWithheld},
      {"names can be blacked out; what is left then says nothing.", {"foia-40-2"}, kWithheld},
      {"the names have been blacked out.", {"foia-40-2"}, kPartlyDisclosed},
      {"no records are kept of this.", {}, kNotHeld},
      {"a1 none.", {}, kNil},
      {"a2: 0", {}, kNil},
      {"a: none", {}, kNil},
      {"response: nil", {}, kNil},
      {"answer:\nzero", {}, kNil},
      {"our answer - n/a", {}, kNotApplicable},
      {"answer: not applicable.", {}, kNotApplicable},
      {"a3. n/a", {}, kNotApplicable},
      {"a1 4", {}, kDisclosed},
      {"a none too small van.", {}, kDisclosed},
      {"a1 paper is used.", {}, kDisclosed},
      {"answer: about 12.", {}, kDisclosed},
      {"response times: 0 to 4 days.", {}, kDisclosed},
      {"answer: yes", {}, kDisclosed},
      {"the figures are not collected.", {}, kNotHeld},
      {"this is published at www.example.org.", {}, kPublishedElsewhere},
      {"it cannot be released.", {}, kWithheld},
      {"it is commercially sensitive.", {}, kWithheld},
      {"please see exemption below", {}, kWithheld},
      {"section 31 exemption - see below", {}, kWithheld},
      {"section 43(2)", {}, kWithheld},
      {"s.31 applies.", {}, kWithheld},
      {"s40(2) - refused", {}, kWithheld},
      {"it is attached to the child's record.", {"foia-12-1"}, kCostLimit},
      {"we released some of the requested information and withheld the rest under the exemption in section 43.",
       {"foia-43"},
       kPartlyDisclosed},
      {"i have today decided to disclose some of the requested information.", {"foia-31"}, kPartlyDisclosed},
      {"we are unable to provide some of the information you have requested, since it is exempt.", {"foia-31"}, kPartlyDisclosed},
      {"some data has been withheld as it is exempt.", {"foia-31"}, kPartlyDisclosed},
      {"we do hold some, to which your request relates, and this is being provided to you.", {"foia-31"}, kPartlyDisclosed},
      {"the plans are held for the purposes of journalism, art or literature. we are not obliged to provide them.", {}, kWithheld},
      {"it is held for the purposes of 'art, journalism or literature'. it is excluded from the act.", {}, kWithheld},
      // Near misses.
      {"there were no vans but 3 lorries.", {}, kDisclosed},
      {"186 were bought. the reports are published on our website.", {}, kDisclosed},
      {"186 of them, and the rest is not recorded.", {}, kDisclosed},
      {"31(1) applies, and it is published on our website.", {}, kPublishedElsewhere},
      {"18 hours' work would exceed the appropriate limit.", {}, kCostLimit},
      {"there's no such list. we do make adjustments.", {}, kDisclosed},
      {"there's no such list. we do not make adjustments.", {}, kNotHeld},
      {"the keys are given out at the gate, not the lodge.", {}, kDisclosed},
      {"no vans were sold in the 3 years, 9 were hired.", {}, kDisclosed},
      {"the zero emission zone has 4 streets.", {}, kDisclosed},
      {"no. 4 was sold.", {}, kDisclosed},
      {"why? the lift broke.", {}, kDisclosed},
      {"the teams used 41 interpreters last year, 12 of them through an agency; they were booked by the ward or by the clinic that "
       "asked for them, a day or two before the patient came, and paid by the hour from the budget of that ward or clinic, at the rate "
       "of the framework. on how they learnt the language there is no recorded information.",
       {},
       kDisclosed},
      {"the form asks \"which town?\" and 4 said york.", {}, kDisclosed},
      {"the list is attached. which other years do you want?", {}, kDisclosed},
      {"the minutes. nothing has been blacked out.", {}, kDisclosed},
      {"9 films were shown; 3 others were not.", {}, kDisclosed},
      {"the price is withheld. 3 rivals bid for it.", {"foia-43-2"}, kWithheld},
      {"we hold 14 contracts. all are exempt.", {"foia-43-2"}, kWithheld},
      {"there are 31,000 entries to read.", {"foia-12-1"}, kCostLimit},
      {"the keeper holds a register.", {}, kDisclosed},
      {"there is no report that is not attached.", {}, kDisclosed},
      {"we are unable to provide the information you have requested because exemptions apply.", {"foia-31"}, kWithheld},
      {"we would have released some of it but for the exemption.", {"foia-31"}, kWithheld},
      {"you asked us to provide some of the emails. they are exempt.", {"foia-31"}, kWithheld},
      {"if we released some of it the rest could be guessed.", {"foia-31"}, kWithheld},
      {"we answered", {"foia-31"}, kWithheld},
      {"we considered whether it should be disclosed in part.", {"foia-31"}, kWithheld},
      {"it is not being provided to you.", {"foia-31"}, kWithheld},
      {"the act covers what is held for purposes other than those of journalism, art or literature. the cost was 5.", {}, kDisclosed},
      {"the prize for journalism, art or literature went to 3 people.", {}, kDisclosed},
      {"the room is held for the purposes of the art club.", {}, kDisclosed},
      {"\u00A31,116 was withheld from the builder's invoices.", {}, kDisclosed},
      {"nine days' pay was withheld from wages in may.", {}, kDisclosed},
      {"the list is withheld from the press.", {}, kWithheld},
      {"the payments are withheld.", {}, kWithheld},
      {"the boxes for n/a were ticked by nine of those who sent a form back.\n\nn/a", {}, kDisclosed},
      {"section 2\t1,108", {}, kDisclosed},
      {"section 143 of the 2011 act: 4 in 2023/24. section 36: 1.", {}, kDisclosed},
      {"s5(2): 118. s5(4): 21", {}, kDisclosed},
      {"section c of the building.", {}, kDisclosed},
      {"no exemption applies.", {}, kDisclosed},
      {"sites 3 and 4.", {}, kDisclosed},
      {"we held nine meetings.", {}, kDisclosed},
      {"the vans are kept in a yard.", {}, kDisclosed},
      {"the book was published in 2019 by a friend.", {}, kDisclosed},
      {"a press release was issued.", {}, kDisclosed},
      {"", {}, kUnanswered},
      {"   ", {}, kUnanswered},
  };
  for (const Row& row : rows) EXPECT_EQ(name_of(outcome_of_answer(row.answer, row.grounds)), name_of(row.outcome)) << row.answer;
}

TEST(Outcome, OfALetterByItsAnswers) {
  struct Row {
    std::string_view first, second, outcome;
  };
  const Row rows[] = {
      {"Nine.", "Ten pounds.", "granted-in-full"},
      {"Nine.", "None.", "granted-in-full"},
      {"Nine.", "This is exempt under section 43(2).", "partly-granted"},
      {"Nine.", "We do not hold this information.", "partly-granted"},
      {"This is exempt under section 43(2).", "This is exempt under section 40(2).", "refused-in-full"},
      {"This is exempt under section 43(2).", "N/A", "refused-in-full"},
      {"This is exempt under section 43(2).", "We do not hold this information.", "refused-in-full"},
      {"We do not hold this information.", "This is not held.", "not-held"},
      {"The request is refused under section 12(1).", "The request is refused under section 12(1).", "cost-limit"},
      {"We can neither confirm nor deny this under section 40(5B).", "We can neither confirm nor deny this under section 40(5B).", "ncnd"},
      {"It is exempt under section 21 as it is on our site.", "It is exempt under section 21 as it is on our site.", "published-elsewhere"},
      {"N/A", "N/A", "unknown"},
      // A ground in a note of its own, tied to no question.
      {"Nine.", "See the note.\n\nNote\n\nRivals would like to know what each costs. Section 43(2) therefore applies.", "partly-granted"},
      {"Nine.", "Ten pounds.\n\nNote\n\nWe thought of section 43(2) and did not need it.", "granted-in-full"},
  };
  for (const Row& row : rows) {
    const std::string text = "Dear Enquirer,\n\nThank you for your request. Your request was as follows:\n\n1. How many vans?\n\n" +
                             std::string(row.first) + "\n\n2. What do they cost?\n\n" + std::string(row.second) +
                             "\n\nIf you are dissatisfied, you may ask for an internal review.\n";
    EXPECT_EQ(name_of(understand_text(text).record.outcome), row.outcome) << row.first << " / " << row.second;
  }
}

// A refusal that helps, explains or lists what is published refuses all the same; a figure given for a part does not.
TEST(Outcome, OfARefusalThatSaysMore) {
  const std::string asked =
      "Dear Enquirer,\n\nThank you for your request. You asked for:\n\n1. The van file\n\n2. The cost of each van\n\n";
  const std::string refused =
      "We are refusing your request. It is exempt under section 43(2) as it would prejudice our commercial interests.\n\n";
  struct Row {
    std::string_view more, outcome;
  };
  const Row rows[] = {
      {"", "refused-in-full"},
      {"The plan is a document attached to the record of each van.", "refused-in-full"},
      {"Auctions of vans are listed on our website.", "refused-in-full"},
      {"We have given considerable weight to openness.", "refused-in-full"},
      {"The reasons were given to drivers in public.", "refused-in-full"},
      {"Unions have been given sight of parts of the file.", "refused-in-full"},
      {"Advice and assistance\n\nYou could ask for totals, which can be provided. A list of makes is attached.", "refused-in-full"},
      {"What is available\n\nAccounts     2021     2022\nVans         9        11\nLorries      3        4", "refused-in-full"},
      {"Annex A. The Act\n\nInformation is provided in confidence. The text is set out below.", "refused-in-full"},
      {"You didn't ask for the garage plan. It's attached nonetheless.", "refused-in-full"},
      {"The van file is attached with the prices taken out.", "partly-granted"},
      {"The number of vans is set out in the table below.", "partly-granted"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(name_of(understand_text(asked + refused + std::string(row.more) +
                                      "\n\nIf you are dissatisfied, you may ask for an internal review.\n\nYours sincerely\n")
                          .record.outcome),
              row.outcome)
        << row.more;
}

// What a letter says of the whole, where all that it relies on is that it is published.
TEST(Outcome, OfARefusalThatPoints) {
  const std::string asked =
      "Dear Enquirer,\n\nThank you for your request. You asked for:\n\n1. The van file\n\n2. The cost of each van\n\n";
  const struct {
    std::string_view answer, outcome;
  } rows[] = {
      {"Your request is refused under section 21 of the Freedom of Information Act 2000.\n\n1. See the fleet page.\n\n2. The same page.",
       "published-elsewhere"},
      {"Your request is refused under section 43(2) of the Freedom of Information Act 2000.", "refused-in-full"},
      {"There were 31 vans. Section 21 of the Freedom of Information Act 2000 applies to the costs, which are on our website.",
       "partly-granted"},
      {"Section 21 of the Freedom of Information Act 2000 applies, since the costs are on our website with those of 31 other councils.",
       "published-elsewhere"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(name_of(understand_text(asked + std::string(row.answer) +
                                      "\n\nIf you are dissatisfied, you may ask for an internal review.\n\nYours sincerely\n")
                          .record.outcome),
              row.outcome)
        << row.answer;
}

// Ways in which a request that is too dear could be narrowed are numbered like answers, and are none.
TEST(Outcome, OfWaysToNarrow) {
  const std::string refused =
      "Dear Enquirer,\n\nThank you for getting in touch on 7 May 2024. You would like to know\n\n- how many vans were late, and\n- in how "
      "many "
      "cases somebody waited.\n\nNothing counts that, so every note of 48,300 would have to be read. The law puts our share at eighteen "
      "hours, "
      "and section 12(1) of the Freedom of Information Act 2000 covers the rest.\n\nWhat might work:\n\n";
  const std::string rights = "\n\nIf you believe that this is wrong, ask for a review within 40 working days.\n\nKind regards\n";
  EXPECT_EQ(name_of(understand_text(refused + "1. one month rather than five years would be less\n2. you could ask the garages" + rights)
                        .record.outcome),
            "cost-limit");
}

// A letter that quotes no question and states a sum has answered.
TEST(Outcome, OfASumWithoutAQuestion) {
  const std::string brought_up = "Dear Enquirer,\n\nIn your e-mail of 18 September 2023 the cleaning of our offices came up.\n\n";
  EXPECT_EQ(
      name_of(understand_text(brought_up + "The firm is Longmead Ltd and the bill was \u00A3188,314.\n\nYours sincerely\n").record.outcome),
      "granted-in-full");
  EXPECT_EQ(name_of(understand_text(brought_up + "Our reference is 24/1190.\n\nYours sincerely\n").record.outcome), "unknown");
}

// What tells of the law or of the request is no answer.
TEST(Outcome, OfALetterWithoutAnAnswer) {
  const std::string asked =
      "Dear Enquirer,\n\nThank you for your request of 4 March 2024. You asked:\n\n1. Please send the van file.\n\nResponse\n\n";
  struct Row {
    std::string_view answer, outcome;
  };
  const Row rows[] = {
      {"I have processed your request under the Environmental Information Regulations 2004.", "unknown"},
      {"The law is section 2 of the Act of 2000, which says as follows.", "unknown"},
      {"We answered your request of 4 March 2024 within 20 days as the Act requires.", "unknown"},

      {"The file is attached.", "granted-in-full"},
      {"Under the Act of 2000 please find attached the file.", "granted-in-full"},
      {"There are 9 vans. The Act of 2000 applies.", "granted-in-full"},
      {"Nine.", "granted-in-full"},
      {"Under the Act of 2000 we do not hold this.", "not-held"},
      {"It was held for the purposes of journalism, art or literature, so we are not obliged to provide it.", "refused-in-full"},
  };
  for (const Row& row : rows) {
    const std::string text = asked + std::string(row.answer) + "\n\nYours sincerely\n";
    EXPECT_EQ(name_of(understand_text(text).record.outcome), row.outcome) << row.answer;
  }
  // One of three is refused so.
  const std::string_view partial =
      "Dear Enquirer,\n\nYour request was as follows:\n\n1. How many streets?\n\n193 streets.\n\n2. How many signs?\n\n22 signs.\n\n3. "
      "Every letter since 2008?\n\nThis would exceed the appropriate limit and is refused under section 12(1). This is a notice under "
      "section 17(5).\n\nYours sincerely\n";
  EXPECT_EQ(name_of(understand_text(partial).record.outcome), "partly-granted");
}

// Rows, counts and first sentences that give a part beside what is not given.
TEST(Outcome, OfWhatGivesAPart) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"You asked about the lease.\n\nLandlord: Fern Estates\nEnd: May 2030\nRent: withheld under section 43(2)", "partly-granted"},
      {"Thank you for your request.\n\nNumber of vans: 31\nNames of drivers: exempt under section 40(2)", "partly-granted"},
      {"Thank you for your request.\n\nThe letter is exempt under section 40(2).\n\nThe number of letters received in 2023 was 1,118.",
       "partly-granted"},
      {"You asked for the number of vans lost and what they cost.\n\nIn 2023, 311 vans were lost. We do not hold their cost.",
       "partly-granted"},
      {"You asked for the number of vans and the number of lorries.\n\nThere are 311 vans. The number of lorries is published on our "
       "website at www.example.org.",
       "partly-granted"},

      {"You asked about the lease.\n\nLandlord: withheld under section 43(2)\nRent: withheld under section 43(2)", "refused-in-full"},
      {"Thank you for your request.\n\nThe letter is exempt under section 40(2).", "refused-in-full"},
      {"You asked for the number of vans lost and what they cost.\n\nThe council has 14 wards. It does not hold this.", "not-held"},
      {"You asked for the cost of vans lost.\n\nThe council has 311 vans. It does not hold the cost of those lost.", "not-held"},
      {"You asked for the number of vans and the number of lorries.\n\nWe do not hold either number.", "not-held"},
      {"You asked for the number of vans and of lorries.\n\nThe 311 vans and the lorries are published on our website.",
       "published-elsewhere"},
  };
  for (const auto& [said, outcome] : rows)
    EXPECT_EQ(name_of(understand_text("Dear Enquirer\n\n" + std::string(said) + "\n\nYours sincerely\n").record.outcome), outcome) << said;
}

TEST(Outcome, OfAWithdrawnGround) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"Section 31(1)(a) was applied in error in our letter of 1 October 2024. All the information is now enclosed and nothing has been "
       "withheld.",
       "granted-in-full"},
      {"1. How many requests did you have?\n1,811\n2. How many were refused in full?\n211", "granted-in-full"},
      {"Section 31(1)(a) was applied in error in our letter of 1 October 2024. We now withhold it under section 43(2).", "refused-in-full"},
  };
  for (const auto& [said, outcome] : rows)
    EXPECT_EQ(name_of(understand_text("Dear Enquirer\n\n" + std::string(said) + "\n\nYours sincerely\n").record.outcome), outcome) << said;
}

// The one question of a letter that tells it is answered by the letter.
TEST(Outcome, OfTheQuestionTold) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"Thank you for your request of 9 September 2024 for details of the vans.\n\nThere are 211 vans.", "disclosed"},
      {"You asked for the number of vans. There are 211.", "disclosed"},
      {"You asked for the number of vans.\n\nThe council does not hold this.", "not-held"},
      {"You asked for the log of the vans.\n\nThe council is withholding the log under section 31(1)(a).", "withheld"},
      {"You asked for the number of vans lost, by year.\n\nYear   Lost\n2021   112\n2022   140", "disclosed"},

      {"You asked for the number of vans.", "unanswered"},
      {"You asked for the number of vans. Your request was received on 3 May 2024.", "unanswered"},
      {"You asked for the number of vans.\n\nWe have not yet been able to reply. We hope to send you our response by 3 May 2024.",
       "unanswered"},
  };
  for (const auto& [said, outcome] : rows) {
    const Record record = understand_text("Dear Enquirer\n\n" + std::string(said) + "\n\nYours sincerely\n").record;
    ASSERT_EQ(record.questions.size(), 1u) << said;
    EXPECT_EQ(name_of(record.questions.front().outcome), outcome) << said;
  }
}

TEST(Outcome, OfANoticeOfTheWhole) {
  struct Row {
    std::string_view answer;
    std::string_view outcome;
  };
  const Row rows[] = {
      // What is offered after the refusal is not given.
      {"We rely on section 12(1), and need not comply. This letter is a notice for the purposes of section 17(5).\n\nWhat might work: a "
       "count "
       "by month from 2023 has been provided to others.",
       "cost-limit"},
      {"The request is vexatious under section 14(1) and we refuse it. This is the notice that section 17(5) requires.", "vexatious"},
  };
  for (const Row& row : rows) {
    const std::string text =
        "Dear Enquirer,\n\nThank you for your request under the Freedom of Information Act. You asked:\n\n1. How many streets?\n2. How "
        "many "
        "signs?\n3. Every letter since 2008?\n\n" +
        std::string(row.answer) + "\n\nYours sincerely\n";
    EXPECT_EQ(name_of(understand_text(text).record.outcome), row.outcome) << row.answer;
  }
}

TEST(Outcome, AnAnswerThatPointsToAnother) {
  const Record record =
      understand_text(
          "Dear Enquirer,\n\nYour request was as follows:\n\n1. How many vans?\n\nThis is exempt under section 43(2).\n\n2. What do they "
          "cost?\n\nPlease see response to Q1 above.\n")
          .record;
  ASSERT_EQ(record.questions.size(), 2u);
  EXPECT_EQ(name_of(record.questions[1].outcome), "withheld");
}

TEST(Review, TheObjectOfTheVerbDecides) {
  struct Row {
    std::string_view words;
    ReviewResult result;
  };
  const Row rows[] = {
      {"i uphold the original decision.", ReviewResult::kUpheld},
      {"your complaint is not upheld.", ReviewResult::kUpheld},
      {"your complaint is upheld.", ReviewResult::kOverturned},
      {"the exemption was correctly applied.", ReviewResult::kUpheld},
      {"i have decided to release the report.", ReviewResult::kOverturned},
      {"the response is incorrect.", ReviewResult::kOverturned},
      {"your complaint is partially upheld.", ReviewResult::kPartlyUpheld},
      {"the panel upheld that decision in part.", ReviewResult::kPartlyUpheld},
      {"i uphold the decision on question 1 and overturn that on question 2.", ReviewResult::kPartlyUpheld},
      {"i have not upheld the trust's decision.", ReviewResult::kOverturned},
      {"we do not uphold the decision.", ReviewResult::kOverturned},
      {"part 1: complaint upheld. part 2: complaint not upheld.", ReviewResult::kPartlyUpheld},
      {"section 43(2) is overturned. section 36 was correctly applied.", ReviewResult::kPartlyUpheld},
      {"section 43(2) was wrongly applied and i set it aside. your complaint is upheld.", ReviewResult::kOverturned},
      {"i can't uphold your complaint.", ReviewResult::kUpheld},
      {"the panel did not uphold your complaint.", ReviewResult::kUpheld},
      {"i am upholding your complaint in part.", ReviewResult::kPartlyUpheld},
      {"your complaint succeeds as to the tests. it fails as to the price.", ReviewResult::kPartlyUpheld},
      {"your complaint fails.", ReviewResult::kUpheld},
      {"your complaint has succeeded.", ReviewResult::kOverturned},
      {"nobody can say whether your complaint will succeed.", ReviewResult::kUnknown},
      {"the pump fails as to pressure.", ReviewResult::kUnknown},
      {"we received your complaint in part one of the form.", ReviewResult::kUnknown},
      {"the review will be completed soon.", ReviewResult::kUnknown},
      {"the ceiling was upheld by pillars.", ReviewResult::kUnknown},

      // Of the whole answer, by noun, verb and "not".
      {"the refusal is quashed.", ReviewResult::kOverturned},
      {"it follows that the refusal cannot stand.", ReviewResult::kOverturned},
      {"you were right and our answer of 29 september was not.", ReviewResult::kOverturned},
      {"our answer of 3 may was wrong.", ReviewResult::kOverturned},
      {"the first answer was not mistaken.", ReviewResult::kUpheld},
      {"the appeal is allowed on all three heads.", ReviewResult::kOverturned},
      {"your appeal must be dismissed.", ReviewResult::kUpheld},
      {"your complaint is made out.", ReviewResult::kOverturned},
      {"your complaint is well founded.", ReviewResult::kOverturned},
      {"for these reasons i dismiss the complaint.", ReviewResult::kUpheld},
      {"i cannot allow the appeal.", ReviewResult::kUpheld},
      {"none of the exemptions was available on the facts.", ReviewResult::kOverturned},
      {"neither of the two grounds is good.", ReviewResult::kOverturned},
      {"your complaint is made out for 1), is not made out for 3).", ReviewResult::kPartlyUpheld},
      {"your complaint succeeds on (iv), largely on (iii), but not on (i).", ReviewResult::kPartlyUpheld},
      {"your complaint is upheld as regards the first two, not as regards the third.", ReviewResult::kPartlyUpheld},
      {"i was asked to see whether our answer was wrong.", ReviewResult::kUnknown},
      {"you argue that the refusal cannot stand.", ReviewResult::kUnknown},
      {"if your appeal were allowed, others would follow.", ReviewResult::kUnknown},
      {"none of the wards was available.", ReviewResult::kUnknown},
      {"our answer was late.", ReviewResult::kUnknown},

      // How the request was handled, and what Scottish reviews confirm.
      {"my conclusion is that your request was handled appropriately and in accordance with the act.", ReviewResult::kUpheld},
      {"i find that your request was dealt with in accordance with the regulations.", ReviewResult::kUpheld},
      {"my conclusion is that your request has not been handled in accordance with the regulations.", ReviewResult::kUnknown},
      {"the original decision should be confirmed, with modifications.", ReviewResult::kPartlyUpheld},
      {"the original decision is confirmed without modifications.", ReviewResult::kUpheld},
      {"i have considered whether your request was handled in accordance with the act.", ReviewResult::kUnknown},
      {"we look at how your request was dealt with correctly or not.", ReviewResult::kUnknown},
      {"reviews ensure that each request is handled correctly.", ReviewResult::kUnknown},
      {"your complaint will be handled appropriately.", ReviewResult::kUnknown},
      {"the goods were handled appropriately.", ReviewResult::kUnknown},
  };
  for (const Row& row : rows) EXPECT_EQ(name_of(review_result(row.words)), name_of(row.result)) << row.words;
}

TEST(Review, FromWhatBecameOfEachGround) {
  using enum CitationStatus;
  using R = ReviewResult;
  const struct {
    R words;
    std::vector<CitationStatus> grounds;
    R result;
  } rows[] = {
      {R::kUnknown, {kUpheld}, R::kUpheld},
      {R::kUnknown, {kUpheld, kUpheld}, R::kUpheld},
      {R::kUnknown, {kWithdrawn, kOverturned}, R::kOverturned},
      {R::kUnknown, {kWithdrawn, kUpheld}, R::kPartlyUpheld},
      {R::kUnknown, {kPartlyUpheld}, R::kPartlyUpheld},
      {R::kOverturned, {kOverturned, kAddedAtReview}, R::kPartlyUpheld},

      {R::kUnknown, {}, R::kUnknown},
      {R::kUnknown, {kApplied}, R::kUnknown},
      {R::kUnknown, {kConsideredNotApplied}, R::kUnknown},
      {R::kUpheld, {kWithdrawn}, R::kUpheld},
      {R::kUpheld, {kAddedAtReview}, R::kUpheld},
      {R::kPartlyUpheld, {kUpheld}, R::kPartlyUpheld},
      {R::kOverturned, {kOverturned}, R::kOverturned},
  };
  for (const auto& row : rows) {
    std::vector<FoundCitation> grounds;
    for (const CitationStatus status : row.grounds) grounds.emplace_back().status = status;
    EXPECT_EQ(settle_review(row.words, grounds), row.result) << name_of(row.words) << " and " << row.grounds.size() << " grounds";
  }
}

TEST(Checks, WhatIsNotFoundInTheLetter) {
  struct Row {
    std::string_view text;
    std::vector<Check> checks;
  };
  const Row rows[] = {
      {"This is exempt under section 43(2).", {Check::kNoPublicInterestTest, Check::kNoReviewRights}},
      {"This is exempt under section 40(2).\n\nYou may ask for an internal review.", {}},
      {"This is exempt under section 43(2). The public interest in openness and accountability is outweighed.\n\nYou may ask for an "
       "internal review.",
       {}},
      {"This is exempt under section 36(2)(c). The public interest test favours withholding it.\n\nYou may ask for an internal review.",
       {Check::kOneSidedPublicInterestTest, Check::kNoQualifiedPerson}},
      {"The request is refused under section 12(1) as it exceeds 18 hours.\n\nYou may ask for an internal review.",
       {Check::kNoCostEstimate, Check::kNoAdviceAndAssistance}},
      {"The request is refused under section 12(1): it would take 46 hours. Please narrow it.\n\nYou may ask for an internal review.", {}},
      {"Nine vans.", {}},
      {"We considered section 43 but are not relying on it.", {}},
  };
  for (const Row& row : rows) {
    const Record record =
        understand_text("Dear Enquirer,\n\nThank you for your request for information.\n\n" + std::string(row.text) + '\n').record;
    EXPECT_EQ(record.checks, row.checks) << row.text;
  }
}

}  // namespace
}  // namespace foi::understand
