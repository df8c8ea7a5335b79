// How many questions a letter holds that counts them itself, tells them by marks or in order, or names them over its answers; each form
// with what looks like it and asks nothing.
#include <gtest/gtest.h>

#include <string>

#include "indexer/understand/questions.h"
#include "indexer/understand/title.h"
#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

std::vector<FoundQuestion> questions_of(const TestLetter& letter) { return find_questions(letter.letter, letter.sections); }

std::size_t count(std::string_view text) {
  const TestLetter letter("Dear Enquirer,\n\n" + std::string(text) + "\n\nYours sincerely\n\nA Person\n");
  return questions_of(letter).size();
}

std::string described(std::string_view text) {
  const TestLetter letter("Dear Enquirer,\n\n" + std::string(text) + "\n\nYours sincerely\n\nA Person\n");
  std::string all;
  for (const FoundQuestion& q : questions_of(letter)) {
    if (!all.empty()) all += " | ";
    all += q.number + ' ' + title_text(letter.letter.view(q.text)) + " = ";
    all += q.answer.empty() || q.answer_shared ? "-" : title_text(letter.letter.view(q.answer));
  }
  return all;
}

struct Counts {
  std::string_view text;
  std::size_t want;
};

TEST(QuestionCounts, AsManyAsTheLetterSays) {
  const Counts rows[] = {
      {"Thank you for your three questions, which came on 4 May 2023.\n\nHow many bicycles are kept at the depot?\n\nThere are forty.\n\n"
       "Where were they bought?\n\nFrom a shop in the town.\n\nThe name of whoever repairs them.\n\nThis is personal data and section "
       "40(2) "
       "exempts it.\n",
       3},
      {"We answer the four limbs of your request of 3 May 2023 below.\n\nBicycles owned\n\nForty.\n\nBicycles lost\n\nTwo, both in "
       "June.\n\n"
       "Repairs\n\nThe cost was £400 in the year to March.\n\nNames of the riders\n\nWe withhold these under section 40(2).\n",
       4},
      {"Five questions from you about bicycles came on 3 May 2023. I take them in order.\n\n1 - Has the Trust any bicycles? Yes.\n\n"
       "2 - How many? Forty.\n\n3 - Cost of the last one bought. £412.\n\n4 - Locks in use, by make. We keep this back. See below.\n\n"
       "5 - Name of the rider of number 7. The same.\n\n31(1)(a)\n\nTo tell anybody which locks we use would help those who steal.\n",
       5},
      {"You wrote on 4 May with three points about the shed. I deal with each.\n\nLog. It is enclosed.\n\nLock. It cost £40.\n\n"
       "Keys. Nobody has recorded who holds them.\n",
       3},
      {"We had your request on 4 May. The four parts of it, each with our decision, follow.\n\nHow many vans were sold in "
       "2023?\n\nNine.\n\n"
       "Which of them were electric?\n\nTwo of the nine.\n\nPlease send me the invoices.\n\nThey are enclosed.\n\n"
       "And the file on the van that was burnt in July.\n\nThis is with the police and exempt under section 31(1)(b).\n",
       4},
      // What else is counted.
      {"You may ask for a review of any of the three parts of this letter.\n\nBicycles\n\nWe have told you all we know.\n\nSheds\n\nThese "
       "too.\n\nKeys\n\nAnd these.\n",
       0},
      {"You asked for the log of the shed.\n\nThere are three parts of it, one for each year.\n\nNorth\n\nThis covers the "
       "north.\n\nSouth\n\n"
       "This covers the south.\n\nEast\n\nThis covers the east.\n",
       1},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(text), want) << text;
}

TEST(QuestionCounts, ASentenceForEachInOrder) {
  const Counts rows[] = {
      {"You sent two requests. In the first you asked for the log of the shed. In the second you wanted to know who holds its keys.\n\nThe "
       "log is enclosed.\n",
       2},
      {"Your letter of 4 May made three requests. The first was for the log of the shed. The second concerned its keys. The third sought "
       "the invoices for the lock.\n\nWe enclose them.\n",
       3},
      {"There were two points in your e-mail. One was the log of the shed. The other was the price of its lock.\n\nBoth are enclosed.\n",
       2},
      {"There were three items. One was the plan of the shed. Another, the log kept by its porter. The last, the names of those who hold a "
       "key.\n\nWe uphold the refusal of all three.\n",
       3},
      // Reasons, what is held, the points of a complaint; a number that is not theirs.
      {"There are two reasons for this. The first is that the log was lost. The second is that nobody looked for it.\n", 0},
      {"We hold two documents. One was written by the porter in June. The other was written by the head.\n", 0},
      {"You asked for a review. There were two points in it. The first was that we were late. The second was that we were rude.\n", 0},
      {"Three requests came in June. The first was the log of the shed. The second was the price of its lock.\n", 0},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(text), want) << text;
}

TEST(QuestionCounts, MarksBehindEachThing) {
  EXPECT_EQ(described("You asked for the log of the shed (a), the invoices for its lock (b) and the e-mails about its keys (c).\n"),
            "a the log of the shed = - | b the invoices for its lock = - | c the e-mails about its keys = -");
  EXPECT_EQ(described("In May you put three questions about bicycles: how many were bought in 2021 and 2022 (1); the price of each (2); "
                      "and\ncopies of the letters to the shop (3). We told you that there were nine.\n"),
            "1 how many were bought in 2021 and 2022 = - | 2 the price of each = - | 3 copies of the letters to the shop = -");
  const Counts rows[] = {
      {"Your request asks what was spent on bicycles (a) in 2021 and (b) in 2022.\n\nIt was £400 and £500.\n", 2},
      {"You asked for the log of the shed, which section 12 (1), as we told you, does not let us search.\n", 1},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(text), want) << text;
}

TEST(QuestionCounts, CalledByTheirNames) {
  EXPECT_EQ(described("Your question 1 – Bicycles owned: 40 in June.\n\nYour question 2 – Bicycles lost: two were lost in the year.\n\n"
                      "Your question 3 – Who rides them: exempt under section 40(2).\n"),
            "1 Bicycles owned: = 40 in June. | 2 Bicycles lost: = two were lost in the year. | "
            "3 Who rides them: = exempt under section 40(2).");
  const Counts rows[] = {
      // Only the first is called by its name.
      {"You wrote with three points.\n\nYour point (a): how many vans are hired? Nine.\n\n(b): where they are on a list. Here and "
       "there.\n\n"
       "(c): how many lists there are. We are not told.\n",
       3},
      // The letter's own number under the last of them.
      {"You asked:\n\nPart 1 – The log of the shed.\n\nPart 2 – The invoices for its lock.\n\nPart 3 – Letters between the porter and the "
       "head, June to October 2023.\n\n2. Our reply\n\nThe log and the invoices are enclosed. We hold no letters.\n",
       3},
      {"We had your enquiry of 4 May about bicycles.\n\n1. Bicycles by year of purchase. The annual report shows them on page 9.\n\n"
       "2. Thefts from the shed. The police publish these each month.\n\n3. How many staff ride to work. This was asked in the staff "
       "survey, which is on our website.\n\nSection 21 applies to all of it.\n",
       3},
      {"We have refused your request for these reasons.\n\n1. Harm. The release of the log would help thieves.\n\n2. Timing. The matter is "
       "before the board this month.\n\n3. Fairness. The people named in it were not told.\n",
       0},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(text), want) << text;
}

TEST(QuestionCounts, InDecisionNotices) {
  const auto notice = [](std::string_view text) {
    const TestLetter letter(text);
    return questions_of(letter).size();
  };
  EXPECT_EQ(notice("Decision Notice 12/2023\n\nBackground\n\n1. On 3 May 2022 the Applicant made a request for information to the "
                   "Authority. He asked for (i) the log of the shed; (ii) the invoices for its lock; and (iii) letters about the keys.\n\n"
                   "2. The Authority refused all of it under section 30(c).\n"),
            3U);
  EXPECT_EQ(notice("The request\n\n1. In March 2022 the complainant asked the Council for:\n\n* the log of the shed;\n\n* the invoices for "
                   "its lock.\n\n2. That this is environmental was common ground. A shed is a building.\n\nWhat the Council did\n\n"
                   "3. It refused both.\n"),
            2U);
}

TEST(QuestionCounts, BetweenTheLinesOfAQuotedMail) {
  EXPECT_EQ(
      count("We have made a start, but need to know more.\n\n> - How many bicycles do you have?\n\nDo you mean those owned, or those "
            "hired too?\n\n> - Where were they bought?\n\nWe have a list of shops for some.\n\n> - All letters about them\n\nThis would "
            "cover some 900 files. Could you narrow it?\n"),
      3U);
}

TEST(QuestionCounts, JoinedInASentence) {
  const Counts rows[] = {
      {"You asked to be sent all plans of the shed since 2019, and the costings behind them.\n\nThey are enclosed.\n", 2},
      {"You asked us how many bicycles we had in 2022 and in 2023, and for a list of them with colour, make, what each cost and where it "
       "is kept.\n\n2022: 30\n2023: 40\n",
       2},
      {"You asked us how many bicycles we had in 2022, and for each year the cost.\n\nThirty.\n", 1},
      {"You asked how many clerks left, and for any who left, the reason.\n\nNine, six of them for home.\n", 1},
      {"You wrote:\n\n\"I would like, for each year, the number of fires, and the number of rescues.\"\n\nWe hold none.\n", 2},
      {"You wrote:\n\n\"Can I have a haven map and a copy of the lease?\"\n\nBoth are enclosed.\n", 2},
      {"You asked how many clerks left, and for any letters about it.\n\nNine. There are none.\n", 2},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(text), want) << text;
}

// What weighs for and against has numbers of its own; a ground that is asked about is the body's own heading.
TEST(QuestionCounts, AnsweredByNoPointsThatAreWeighed) {
  const std::string asked = "You asked:\n\n(a) how many sheds there are;\n(b) who has the keys.\n\n";
  EXPECT_EQ(described(asked + "We refuse both. In favour of disclosure:\n\n(a) People like to know of sheds.\n(b) Keys are bought with "
                              "public money.\n\nWe withhold the list.\n"),
            "a how many sheds there are; = - | b who has the keys. = -");
  for (std::string_view lead :
       {"Having weighed the considerations, we answer as follows:", "We have set out our answers and the factors that affect them.",
        "We find in favour of release:", "The following factors and arguments were recorded:"})
    EXPECT_EQ(described(asked + std::string(lead) + "\n\n(a) There are nine sheds.\n(b) The clerk has them.\n"),
              "a how many sheds there are; = There are nine sheds. | b who has the keys. = The clerk has them.")
        << lead;
  for (std::string_view lead : {"These are the arguments against it:", "What we weighed against disclosure:",
                                "The factors in favour of maintaining the exemption are:", "Favouring release are:"})
    EXPECT_EQ(described(asked + std::string(lead) + "\n\n(a) People like to know of sheds.\n(b) Keys are bought by all.\n"),
              "a how many sheds there are; = - | b who has the keys. = -")
        << lead;
  EXPECT_EQ(described(asked + "Our answers:\n\n(a) There are nine sheds.\n(b) The clerk has them.\n"),
            "a how many sheds there are; = There are nine sheds. | b who has the keys. = The clerk has them.");
  EXPECT_EQ(described("You asked:\n\n(a) how many sheds there are;\n(b) for advice about a claim against the maker.\n\nAnswers\n\n(a) "
                      "There are nine sheds.\n(b) There is none.\n"),
            "a how many sheds there are; = There are nine sheds. | b for advice about a claim against the maker. = There is none.");
  EXPECT_EQ(
      described("You asked us for the shed log of May.\n\nIs section 31 engaged? We heard that it is.\n\nWe withhold it.\n").substr(0, 22),
      "1 the shed log of May ");
  // The body's own numbers go on behind what it quotes.
  const TestLetter decision(
      "Dear Enquirer,\n\n1 The Appellant wrote on 4 May: \"Please let me have the shed log in full.\"\n\n2 The Council refused. It said "
      "\"no\".\n\n3 It relied on section 43(2).\n");
  const std::vector<FoundQuestion> quoted = questions_of(decision);
  ASSERT_EQ(quoted.size(), 1U);
  EXPECT_TRUE(decision.letter.view(quoted[0].text).ends_with("in full.\""));
  EXPECT_EQ(count("How many times has section 31 been applied?\n\nNine times.\n\nTo how many was regulation 13 applied?\n\nTwo.\n"), 2U);
}

TEST(QuestionCounts, BehindTheWordsThatItCame) {
  const Counts rows[] = {
      {"On 1 September 2023 we were sent this request:\n\nAll e-mails of the shed office since January 2021 which contain the word "
       "\"key\".\n\nThe search is easy. It found 48,207 e-mails, and section 14(1) applies.\n",
       1},
      {"The following request reached us on 3 May:\n\nA copy of the log of the shed for each of the last three years.\n\nIt is "
       "enclosed.\n",
       1},
      {"We have received the following complaints about the shed:\n\nThat it leaks when it rains in June.\n\nWe look into it.\n", 0},
      {"Your letter asks how many sheds there are. It also asks who has the keys.\n\nThere are nine, and the porter has them.\n", 2},
      {"Your letter asks how many sheds there are. It also asks for a review of our last answer.\n\nThere are nine.\n", 1},
      {"In your message of 3 May you asked three things. How many sheds are there, who has the keys and when were the locks changed?\n\n"
       "Nine; the porter; in June.\n",
       3},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(text), want) << text;
}

TEST(QuestionCounts, RowsOfDocumentsWhereSoManyWereAskedFor) {
  const std::string table =
      "| Document | Held? | Ground |\n|---|---|---|\n| Log of the shed | Yes | 43(2) |\n| Plan of its roof | Yes | 31(1)(a) |\n"
      "| Letters of the porter | Yes | 40(2) |\n\nThe log\n\nIt has prices in it.\n\nThe plan\n\nIt shows the way in.\n";
  EXPECT_EQ(count("You asked in May for three documents. All of them are refused.\n\n" + table), 3U);
  EXPECT_EQ(count("You asked in May for the papers of the porter.\n\n" + table), 1U);
}

TEST(QuestionCounts, WhatYouWantUnderTheFirstDecision) {
  EXPECT_EQ(
      count("| What you want | First decision | Decision now |\n|---|---|---|\n| Log of the shed | Section 31(1)(a) | Enclosed |\n"
            "| Invoices for the lock | Section 43(2) | Section 43(2) still applies |\n| Names of riders | Section 40(2) | As before |\n"),
      3U);
}

// A word processor numbers the answers on from the questions.
TEST(QuestionCounts, AnswersNumberedOnFromTheQuestions) {
  const std::string asked = "You asked for:\n\n1. The number of bicycles\n2. The makes of the locks\n3. The cost of repairs\n";
  EXPECT_EQ(
      described(asked + "\nOur response\n\n4. We have forty of them.\n5. All of them are Ironclad.\n6. The cost was \u00A3400.\n"),
      "1 The number of bicycles = We have forty of them. | 2 The makes of the locks = All of them are Ironclad. | 3 The cost of repairs "
      "= The cost was \u00A3400.");
  // Not where the request goes on.
  EXPECT_EQ(count(asked + "4. The number of riders\n5. The number of spares\n6. The number of bells\n\nOur response\n\nWe hold none.\n"),
            6u);
  const Counts on[] = {
      {"1. How many beds do you have?\n2. How many chairs do you have?\n\nResponse\n\nWe have 40 beds and 20 chairs.\n\n3. How many "
       "tables do you have?\n4. How many desks do you have?\n\nResponse\n\nWe have 30 tables and 10 desks.\n",
       4},
      {"1. How many beds do you have?\n\n2. How many chairs do you have?\n\nOur response\n\nWe have 40 beds and 20 chairs.\n\n3. The "
       "number of tables.\n\n4. The number of desks.\n\nOur response\n\nWe hold no record of tables or desks.\n",
       4},
      {"1. The number of complaints in 2023.\n2. The policy on complaints.\n\nResponse\n3. The mean time to respond to a "
       "999 call.\n4. The longest time.\n",
       4},
  };
  for (const auto& [text, want] : on) EXPECT_EQ(count("You asked:\n\n" + std::string(text)), want) << text;
}

}  // namespace
}  // namespace foi::understand
