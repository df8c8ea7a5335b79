// Requests that are told rather than printed, and answers under the name of what was asked, each with what is neither.
#include <gtest/gtest.h>

#include "indexer/understand/questions.h"
#include "indexer/understand/request_series.h"
#include "indexer/understand/table_heads.h"
#include "indexer/understand/title.h"
#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

std::string series(std::string_view sentence, bool after_for = false) {
  std::string all;
  for (const SeriesPart& part : parts_of_series(sentence, after_for))
    all += (all.empty() ? "" : " | ") + std::string(sentence.substr(part.start, part.end - part.start));
  return all;
}

TEST(RequestSeries, EachThingAskedFor) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"can you tell me how many vans you own, what they cost, and who drives them?",
       "can you tell me how many vans you own | what they cost | who drives them?"},
      {"how many vans were sold, and how many of those were electric?", "how many vans were sold | how many of those were electric?"},
      {"i would like to know whether the vans are leased, and has any been stolen?",
       "i would like to know whether the vans are leased | has any been stolen?"},
      {"hi there, can you tell me how many vans were sold in 2021, 2022 and 2023, and how many of those were electric?",
       "hi there, can you tell me how many vans were sold in 2021, 2022 and 2023 | how many of those were electric?"},
      {"how many vans you own and how many of them are in the north, the south and the city",
       "how many vans you own | how many of them are in the north, the south and the city"},
      {"how many vans were stopped and the number of fines with the sum of them",
       "how many vans were stopped | the number of fines with the sum of them"},
      {"i'd like the names of the drivers, and what each is paid", "i'd like the names of the drivers | what each is paid"},
      {"who drives the vans and what it cost last year to train them", "who drives the vans | what it cost last year to train them"},
      {"who cleans the vans at the depot and what the firm was paid last year",
       "who cleans the vans at the depot | what the firm was paid last year"},
      {"the van log, its appendices and the letters from the maker", "the van log | its appendices | the letters from the maker"},
      {"the full report on the van fire, together with the statements of the drivers",
       "the full report on the van fire | the statements of the drivers"},
      {"all advice given on the vans since 2020, and the date on which it was asked for",
       "all advice given on the vans since 2020 | the date on which it was asked for"},
      {"to see everything on the vans, you'd like to be told who drove them, and you ask what was paid",
       "to see everything on the vans | you'd like to be told who drove them | you ask what was paid"},
      {"what do the vans cost to run, how much fuel do they use, and is there a plan to sell any?",
       "what do the vans cost to run | how much fuel do they use | is there a plan to sell any?"},

      // One thing, its columns, or a clause about it.
      {"the date, the time and the place of each crash", ""},
      {"the van log, which the mayor keeps, and which is old", ""},
      {"how many vans were sold, and which are they", ""},
      {"where the vans are kept and what are they for", ""},
      {"the letters about the vans, and what it is that they say", ""},
      {"how many of the vans are in the north and the city", ""},
      {"the van log, the list of drivers and the e-mails between the mayor and the maker",
       "the van log | the list of drivers | the e-mails between the mayor and the maker"},
      {"for each van sold since 2018, state the price, whether it was damaged, and what the damage was", ""},
      {"how many vans were sold, and for any that were sold, the price", ""},
      {"how many vans were sold, and for any that were sold, the price and the buyer", ""},
      {"how many vans were sold, and for each of them the price and the buyer", ""},
      {"how many vans were sold, and for all sales, the price", ""},
      {"how many vans were sold, what they cost to run, and for each the price and the buyer",
       "how many vans were sold | what they cost to run, and for each the price and the buyer"},
      {"how many vans were sold, and for any record of it", "how many vans were sold | for any record of it"},
      {"how many vans were sold, and for any letters, the minutes and the map of the yard",
       "how many vans were sold | for any letters, the minutes and the map of the yard"},
      {"where are they put, and is there a rule about it?", ""},
      {"could you let me have, for each of the last three years, how many vans were sold, and what each of them cost to run?",
       "could you let me have, for each of the last three years, how many vans were sold | what each of them cost to run?"},
      {"could you let me have, for each of the last three years, the number of vans and the number of cars?", ""},
      {"please tell me, for the year 2023, how many vans were sold and how many were bought",
       "please tell me, for the year 2023, how many vans were sold | how many were bought"},
      {"could you let me have the log of vans?", ""},
      {"the log of vans which we had refused, and the letters about it from the maker", ""},
      {"every letter about vans since 2015, together with any photographs", ""},
      {"the number of vans for the north, for the south, and for the west", ""},
      {"", ""},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(series(text), want) << text;
  EXPECT_EQ(series("the lease of the vans, and for letters about ending it", true), "the lease of the vans | for letters about ending it");
}

TEST(RequestSeries, InOrder) {
  const auto ordered = [](std::string_view text) {
    std::string all;
    for (const SeriesPart& part : parts_in_order(text))
      all += (all.empty() ? "" : " | ") + std::string(text.substr(part.start, part.end - part.start));
    return all;
  };
  EXPECT_EQ(ordered("first, the dates of sale; secondly, the letter to the maker; and thirdly, any estimate"),
            "the dates of sale | the letter to the maker | any estimate");
  EXPECT_EQ(ordered("one, the log; two, the rota; three, the bill"), "the log | the rota | the bill");
  EXPECT_EQ(ordered("firstly the log and lastly the bill"), "the log | the bill");
  EXPECT_EQ(ordered("the first van and the second van"), "");
  EXPECT_EQ(ordered("first, an apology"), "");
}

TEST(TableHeads, WhatWasAskedUnderAnyName) {
  using Cells = std::vector<std::string>;
  for (const Cells& cells : {Cells{"what was wanted", "where it is"}, Cells{"requested", "decision"}, Cells{"part of the request", "now"},
                             Cells{"information sought", "what we hold"}})
    EXPECT_TRUE(head_of(cells)) << cells.front();
  for (const Cells& cells : {Cells{"paper", "first decision (august)", "after review"}, Cells{"part of the request", "july", "now"},
                             Cells{"what you asked for", "first decision", "decision at review"}})
    EXPECT_TRUE(heads_review(cells)) << cells.front();
  // Fields of a letter's head, and schedules of documents.
  for (const Cells& cells : {Cells{"you asked us on", "20/05/2024"}, Cells{"review asked for", "2 september 2024"},
                             Cells{"date requested", "date sent"}, Cells{"document", "exemption"}, Cells{"schedule", "what it is"}})
    EXPECT_FALSE(head_of(cells)) << cells.front();
  for (const Cells& cells :
       {Cells{"document", "pages", "exemption"}, Cells{"paper", "author", "date"}, Cells{"schedule", "what it is", "sent?"}})
    EXPECT_FALSE(heads_review(cells)) << cells.front();
}

struct Counts {
  std::string_view text;
  std::size_t expected = 0;
};
void expect_counts(std::span<const Counts> rows) {
  for (const auto& [text, want] : rows) {
    const TestLetter letter("Dear Enquirer,\n\n" + std::string(text));
    const std::vector<FoundQuestion> found = find_questions(letter.letter, letter.sections);
    std::string all;
    for (const FoundQuestion& q : found) all += "\n  " + q.number + " " + title_text(letter.letter.view(q.text));
    EXPECT_EQ(found.size(), want) << text << all;
  }
}

TEST(ToldRequests, CountedByTheLetter) {
  const Counts rows[] = {
      {"Your four questions on vans (who runs them, the value of the lease, the number lost, and fines paid) came on 4 May.\n\nWe own "
       "none.\n",
       4},
      {"In your letter there were two requests: a copy of the van survey, and the number of vans sold in each quarter.\n\nIt will be on "
       "our "
       "website in May.\n",
       2},
      {"You were not pleased with our letter of May. I have gone over it again.\n\nThere were three things. The van log. The lease. The "
       "name "
       "of the driver.\n\nThe log first. It stays closed.\n",
       3},
      {"1. You asked us to look again.\n\n2. The request had three limbs: (a) the raw data; (b) minutes of the van group; (c) the price of "
       "each.\n\n3. The first reply was wrong.\n",
       3},
      {"On 3 August you asked for two things. We told you that we would take longer.\n\n1. The lease of the vans.\n2. The monthly reports "
       "on them.\n\nBoth are attached.\n",
       2},

      // What the authority counts for itself.
      {"We considered three things: the cost, the time and the harm.\n\nThe vans are withheld.\n", 0},
      {"I looked at two points: whether it was late, and whether it was lawful.\n", 0},
      {"Please find the data for your first two questions. I suggest that the rest may be held by the maker, and its team can be reached "
       "by post.\n",
       0},
      {"You have sent nine questions about one van. We will not answer them.\n", 0},
  };
  expect_counts(rows);
}

TEST(ToldRequests, InManyVoices) {
  const Counts rows[] = {
      {"You want to find out how many vans run on Sundays and whether any run at night.\n\nNine; none.\n", 2},
      {"The request asks for the lease of the vans and for any letters varying it.\n\nBoth are held.\n", 2},
      {"In short you seek two documents, the van safety case of 2020 and the letter that went with it.\n\nBoth are withheld.\n", 2},
      {"You asked:\n\n> how many vans are owned\n> how many are hired\n> what the hire costs\n\nNine are owned.\n", 3},
      {"You sent us an e-mail in May wanting the van log for 2019.\n\nIt is attached.\n", 1},
      {"You wondered who mends our vans.\n\nThe maker does.\n", 1},
      {"You were after the log of the vans for May.\n\nAttached.\n", 1},
      {"You were hoping for a copy of the van policy.\n\nAttached.\n", 1},
      {"Your request concerned the sale of vans in 2019, the price of each, and the names of those who bought them.\n\nNine.\n", 3},
      {"Replying to your message of 4 May: could we tell you how many vans were sold; how many were lost; and who decided it?\n\nNine.\n",
       3},
      {"On the 3rd of this month you asked for the log of the vans.\n\nAttached.\n", 1},
      {"You had requested, regarding one depot, (A) the notes of the meeting, (B) advice on it and (C) a letter from the firm.\n\nNo.\n",
       3},
      {"You asked the council (a) for the van log and (b) for the names of drivers.\n\nAttached.\n", 2},
      {"You wrote: \"Can you tell me how many vans were lost, and how many of those were found?\nIn how many was anybody hurt? Also what "
       "was "
       "paid for them.\"\n\nNine were.\n",
       4},

      // What the authority asks itself; rights; factors.
      {"We have considered whether to release the log, whether to redact it, and who would be harmed. We do not hold it.\n", 0},
      {"The factors in favour are: transparency; accountability; and public debate.\n\nThe factors against are: safety; cost.\n", 0},
      {"You have the right to ask for a review. You may ask how we came to our view, who took it and when.\n", 0},
      // Of another request, of the answer, of a review.
      {"They ask who made the tea, what the envelopes cost, and whether you smiled. None of your 23 requests had a purpose.\n", 0},
      {"You didn't ask for the split by depot but it is attached.\n", 0},
      {"You wrote that you weren't happy with how this had been dealt with.\n", 0},
      {"I'd send your request across for you if you tell me to.\n", 0},
      {"We'll take it that you no longer want the information.\n", 0},
      {"Formally it makes what you asked for exempt, because you can get it without our help.\n", 0},
      {"This decision can be reviewed at your request, by 3 July, and after it the ICO can be approached:\n\nwww.example.org\n", 0},
      {"Would you kindly tell us\n\n- whether by \"vans\" you mean lorries;\n- which years you have in mind; and\n- what \"people\" "
       "means?\n",
       0},
  };
  expect_counts(rows);
}

TEST(NamedAnswers, HeadsOfParagraphs) {
  const Counts rows[] = {
      {"This is what we can let you have.\n\nSpend on vans, 2022, by depot. £11,400 in all.\n\nThe ten dearest of them. The sums are £402 "
       "and "
       "less.\n\nThe rate agreed with each maker. Eleven makers have eleven rates.\n",
       3},
      {"You sent six questions in April.\n\n(1) Vans in each year since 2019. Those appear in the annual report.\n\n(2) How many broke "
       "down. "
       "61, 58, 70.\n\n(3) Charge per mile. £3.60.\n\n(4) Number of drivers hurt. We have no record of it.\n",
       4},
      {"Here are our answers.\n\nNumber of vans on 31 May \u2013 318\n\nSpend on them, 2023 \u2013 £19\n\nName of each driver \u2013 we "
       "are not naming "
       "them\n",
       3},
      {"Royal Vans received your message in May.\n\nStack readings. Attached for 2019.\n\nTonnage. 2019: 3,310. 2020: 4,182.\n\nPrice per "
       "tonne. "
       "£486.\n",
       3},
      {"Our answers:\n\n a. Vans lost: 9\n\n b. Make of each: see the sheet\n\n c. The report on them: published\n", 3},
      {"We have finished our search.\n\nReports of lost vans\n\nIn 2022 there were 11.\n\nConvictions of drivers\n\nThere were 17.\n\nCost "
       "of "
       "the search\n\n£46 in staff time.\n",
       3},

      // Grounds, parts of one document, the letter's own matters.
      {"The log is withheld.\n\nStatements. Drivers talked to us on the footing that we would not pass it on.\n\nThe report. It consists "
       "of "
       "what people did.\n",
       0},
      {"Our reasons follow.\n\nNational security. 24 applies.\n\nCrime. 31 applies.\n\nPublic interest. 2 tests were made.\n", 0},
      {"We go through them.\n\nBoxes 1 and 2 (page 2). We relied on it.\n\nBox 3 (page 4). Here 29 stood.\n\nBox 8 (page 9). 3 names.\n",
       0},
      {"What went before: 41 requests.\n\nWhat it costs: 210 hours.\n\nWhat it is for: one grievance.\n", 0},
  };
  expect_counts(rows);
}

TEST(NamedAnswers, TablesUnderOtherHeads) {
  const Counts rows[] = {
      {"What was wanted\tWhere it is\nThe pay gap of drivers\tOur website\nThe policy on vans\tThe library\n", 2},
      {"| | Your question | Our answer |\n|---|---|---|\n| a | Vans bought in 2019 | Three |\n| b | Cost of each | £9 |\n| c | Who drove | "
       "The "
       "mayor |\n",
       3},
      {"Paper\tFirst decision (August)\tAfter review\n1. Advice on the vans\ts.42(1)\tThe same\n2. Traffic study of the "
       "depot\ts.22\tReleased\n",
       2},
      {"All three points are dealt with below.\n\nPoint\tNorth\tSouth\n1 Vans washed in 2023\t61\t80\n2 Cost of each wash\t£6\t£7\n3 "
       "Complaints "
       "about vans\t2\t4\n",
       3},
      {"Your question\tThe Trust's answer\n1. People brought in by van in 2023\t1,288\n2. Median hours in the van\t19\n3. Has anybody been "
       "hurt?\tSee the note\n\nTable 2\n\tNorth\tSouth\tEast\nUnder 18\t11\t*\t37\n18 to 64\t39\t44\t64\n",
       3},
      {"We've typed our answers into your list.\n\n1) Who supplies the vans?           Ystrad Ltd\n2) Contract start                    1 "
       "July 2023\n"
       "3) Price per van                     [43(2)]\n4) Which framework was used?         CCS\n",
       4},

      {"1. Heartlands depot            88\n2. City depot                  80\n3. Moor depot                  77\n", 0},
      {"Reference\t4431\nReview asked for\tOctober 2024\nDecision\t06/11/2024\nDecided by\tThe auditor\n", 0},
  };
  expect_counts(rows);
}

TEST(NamedAnswers, BelongToTheQuestionTheyName) {
  const auto answers = [](std::string_view text) {
    const TestLetter letter("Dear Enquirer,\n\n" + std::string(text));
    std::string all;
    for (const FoundQuestion& q : find_questions(letter.letter, letter.sections))
      all += std::string(all.empty() ? "" : " | ") + (q.answer_shared ? "=" : "") + title_text(letter.letter.view(q.answer));
    return all;
  };
  EXPECT_EQ(answers("You'd like the full report on the van fire, together with the statements that drivers made to its author.\n\n"
                    "Statements. Drivers spoke in confidence.\n\nThe report. It is about one man.\n"),
            "The report. It is about one man. | Statements. Drivers spoke in confidence.");
  EXPECT_EQ(answers("You asked (a) how many vans were sold, (b) what fuel they burn and (c) who decided upon it.\n\nSold. Nine "
                    "were.\n\nFuel. They burn petrol.\n"),
            "Sold. Nine were. | Fuel. They burn petrol. | ");
  // The last of some headings has what stands under it, too.
  EXPECT_EQ(
      answers("We have finished our search.\n\nReports of lost vans\n\nIn 2022 there were 11.\n\nConvictions of drivers\n\nThere were "
              "17.\n\nCost of the search\n\n£46 in staff time.\n"),
      "In 2022 there were 11. | There were 17. | £46 in staff time.");
  // What no question names, or two do, is no answer to one.
  EXPECT_EQ(
      answers("You asked (a) how many vans were sold and (b) how many vans were lost.\n\nVans. We have nine.\n\nDepots. We have two.\n"),
      "=Vans. We have nine. Depots. We have two. | =Vans. We have nine. Depots. We have two.");
}

TEST(NamedAnswers, LeadsOverParts) {
  const Counts rows[] = {
      {"You asked\n\n1. For the north and south depots:\n  (a) how many vans are there\n  (b) how many failed their test\n2. Has a notice "
       "been "
       "served?\n\nWe answer\n\n1(a) Nine.\n\n1(b) Two.\n\n2. No.\n",
       3},
      {"REQUEST AND ANSWERS\n\n1. For drivers, calendar year 2022:\n\n   a) number in post\n\n      388\n\n   b) days lost\n\n      "
       "7,206\n\n2. For the "
       "same group:\n\n   a) how many were dismissed?\n\n      None.\n",
       3},
  };
  expect_counts(rows);
}

}  // namespace
}  // namespace foi::understand
