// Questions told by structure rather than by cues: marks that follow one another, a second series that answers the first, the requester's
// own lines, and things joined within a sentence. Each with what only looks like that.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "indexer/understand/questions.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/title.h"
#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

using Counts = std::pair<std::string_view, std::size_t>;

const std::string kDear = "Dear Enquirer,\n\n";

std::size_t count(std::string_view text) {
  const TestLetter letter(text);
  return find_questions(letter.letter, letter.sections).size();
}

// "1 How many? = Nine. | 2 What cost? = -"
std::string described(std::string_view text) {
  const TestLetter letter(text);
  std::string all;
  for (const FoundQuestion& q : find_questions(letter.letter, letter.sections)) {
    if (!all.empty()) all += " | ";
    all += q.number + ' ' + title_text(letter.letter.view(q.text)) + " = ";
    all += q.answer.empty() ? "-" : title_text(letter.letter.view(q.answer));
  }
  return all;
}

TEST(QuestionSeries, PartsThatAreCalledBySomeName) {
  const Counts rows[] = {
      {"Point 1\nVans owned\n\nNine.\n\nPoint 2\nVans hired\n\nNone.\n", 2},
      {"\u2022 Your question (i): the list of vans\n\nAttached.\n\n\u2022 Your question (ii): their cost\n\nNil.\n", 2},
      {"First question: how many vans?\n\nNine.\n\nSecond question: what cost?\n\nNil.\n", 2},
      {"You asked on 4 June for\n\n\u2022 Part 1 the lease of the vans\n\u2022 Part 2 the cost of them\n\nBoth are attached.\n", 2},
      {"Request part (a): Vans owned\nReply: nine\n\nRequest part (b): Vans hired\nReply: none\n", 2},

      {"Part 1 of the Act is about access.\n\nPart 2 of the Act is about exemptions.\n", 0},
      {"Part 1\n\n1.1 The vans were sold in May.\n\nPart 2\n\n2.1 The drivers left in June.\n", 0},
      {"Point 1 was answered in May.\n\nPoint 3 was answered in June.\n", 0},
      {"The first matter is our delay, for which we are sorry.\n\nThe second matter is the fee, which we waive.\n", 0},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(kDear + std::string(text)), want) << text;
}

TEST(QuestionSeries, PartsThatMakeAnItemWhole) {
  const std::string_view answered = "\nResponse\n\nAll of it is attached.\n";
  const Counts rows[] = {
      {"You asked:\n\n1. For each depot in the north:\na) the number of vans\nb) the fuel they use\n2. How many vans were sold in\na) "
       "the north\n"
       "b) the south\n",
       4},
      {"You asked:\n\n1. The number of vans and\na) the number of lorries\nb) the drivers of each\n2. Who cleans them?\n", 3},

      {"You asked:\n\n1. The number of vans, including\na) the number of lorries\nb) the drivers of each\n2. Who cleans them?\n", 2},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(kDear + std::string(text) + std::string(answered)), want) << text;
}

TEST(QuestionSeries, ListsThatAskNothing) {
  const Counts rows[] = {
      // Where the request goes, and what is held.
      {"Your e-mail has been sent to these:\n\n\u2022 The Van Trust, for (a) and (b): foi@vans.example\n\u2022 The Lorry Board (question "
       "2)\n",
       0},
      {"Vans and lorries\n\nNo.\tDocument\tPages\tDecision\n1\tVan log\t44\tDisclosed\n2\tList of lorries\t2\tDisclosed\n3\tVan "
       "report\t6\tWithheld\n",
       0},
      // Asked of the requester.
      {"Would you tell us:\n\n- which vans do you have in your letter?\n\n- what kind of log is wanted?\n\nThen we can begin.\n", 0},
      // Quoted lines are his own words; the rows of a table are not quoted.
      {"We looked at your letter.\n\n| - Number of vans we run\n| - Number of vans sold\n\nNone of it is recorded.\n", 2},
      {"We looked at the vans.\n\n| A. North Vans | 12 | May |\n| B. South Vans | 14 | June |\n\nThat is all.\n", 0},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(kDear + std::string(text)), want) << text;
}

TEST(QuestionSeries, MarksBrokenByLinesAndQuotationMarks) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"You asked for (1) the log of the vans;\n(2) their cost; and (3) who drives them.\n\nIt is attached.\n",
       "1 the log of the vans = It is attached. | 2 their cost = It is attached. | 3 who drives them = It is attached."},
      {"You asked:\n\n\"a. The number of vans.\n\nb. Their cost.\n\nc. Who drives them.\"\n\nResponse\n\nNine.\n",
       "a The number of vans. = Nine. | b Their cost. = Nine. | c Who drives them.\" = Nine."},
      {"You asked:\n\na\tHow many vans are there?\nb\tWhat do they cost?\n\nResponse\n\nNine.\n",
       "a How many vans are there? = Nine. | b What do they cost? = Nine."},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(described(kDear + std::string(text)), want) << text;
}

TEST(QuestionSeries, CountedByTheLetterItself) {
  const std::string asked =
      "Your request was as follows:\n\nHow many vans do you own, and how many do you lease? Who drives them?\n\nResponse\n\n";
  const Counts rows[] = {
      {"Vans\n\nNine owned and ten leased.\n\nDrivers\n\nStaff of the depot.\n", 2},
      {"Nine owned and ten leased. Staff drive them.\n", 3},
      {"Owned\n\nNine vans.\n\nLeased\n\nTen vans.\n\nDrivers\n\nStaff of the depot.\n", 3},
      // A heading of the letter's own is no answer's.
      {"Vans\n\nNine owned and ten leased.\n\nDrivers\n\nStaff of the depot.\n\nPlease note\n\nFigures are rounded.\n", 2},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(kDear + asked + std::string(text)), want) << text;
  const Counts told[] = {
      {"You put three points to us in your letter.\n\nVans that were hired\n\nNine were, for ten days in all.\n\nWhat was paid in each "
       "case\n\n"
       "This is withheld under section 43(2), as the firm would lose by it.\n\nNames of the drivers\n\nThese are personal data. Section "
       "40(2) "
       "exempts them.\n",
       3},
      {"Your letter raises three points for a review.\n\nVans that were hired\n\nWe looked at this again with care.\n\nDelay to the "
       "reply\n\nWe "
       "are sorry.\n\nTone of the letter\n\nThis could have been better.\n",
       0},
  };
  for (const auto& [text, want] : told) EXPECT_EQ(count(kDear + std::string(text)), want) << text;
}

TEST(QuestionSeries, AskedInAColumnFurtherIn) {
  const Counts rows[] = {
      {"You sent us two letters:\n\nRef.\tReceived\tWhat you asked for\tDecision\nF 11\t3 May\tAll bills for vans\tRefused\nF 12\t4 "
       "May\tAll bills "
       "for fuel\tRefused\n",
       2},
      {"What you asked\tWhat we can tell you\n1\tNumber of vans\t9\n2\tCost of vans\tSee "
       "below\n\nYear\tGross\tRecovered\tNet\n2023\t5\t1\t4\n",
       2},
      {"Ref.\tReceived\tFrom\tPages\nF 11\t3 May\tThe mayor\t9\nF 12\t4 May\tThe clerk\t8\n", 0},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(kDear + std::string(text)), want) << text;
}

TEST(QuestionSeries, DashesAndNumbersInQuotationMarks) {
  const Counts rows[] = {
      {"You asked:\n\n\u2013 whether any van was sold\n\n\u2013 if so for how much\n\n\u2013 and to whom.\n\nResponse\n\nNone was.\n", 3},
      {"You asked for a review of this:\n\n  \"1 Number of vans owned - not held\n   2 Number of vans hired - not held\"\n\nIt stands.\n",
       2},
      {"You asked:\n\n(i) the vans owned\n(ii) their cost\n(iil) who drives them\n\nWe hold this.\n", 3},

      {"The clerk said that the vans\n\u2013 all of them old \u2013 were sold\n\u2013 or so he thought.\n", 0},
      {"Ten vans \u2013 of the old kind\n\u2013 were sold.\n", 0},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(kDear + std::string(text)), want) << text;
}

TEST(QuestionSeries, ASecondSeriesAnswersTheFirst) {
  EXPECT_EQ(
      described(kDear + "It raised three matters:\n\na) vans owned\nb) vans hired\nc) the cost\n\nIn order:\n\na) Nine\nb) None\nc) Nil\n"),
      "a vans owned = Nine | b vans hired = None | c the cost = Nil");
  EXPECT_EQ(count(kDear + "You asked:\n\n(a) Vans owned\n\n(b) Vans hired\n\nResponse from the fleet office:\n\n(a) Nine, some old\n\n(b) "
                          "None of them\n"),
            2u);
  // It asks again; nothing is asked; a law is quoted twice.
  EXPECT_EQ(count(kDear + "You asked:\n\n1. Vans owned\n\n2. Vans hired\n\nYou also asked:\n\n1. Buses owned\n\n2. Buses hired\n"), 4u);
  EXPECT_EQ(count(kDear + "The exemptions are:\n\n(a) the prevention of crime\n\n(b) the offenders\n\nIt says:\n\n(a) the prevention of "
                          "crime,\n\n(b) the offenders,\n"),
            0u);
}

TEST(QuestionSeries, AnswersUnderMostOfThem) {
  const std::string asked =
      "1. Vans owned\n\nNine.\n\n2. Make of each\n\nFord.\n\n3. Price paid S43 applied\n\n4. Is there a lease?\n\nNo.\n\n5. "
      "Drivers\n\nTen.\n";
  EXPECT_EQ(count(kDear + "The Trust is now in a position to reply.\n\n" + asked), 5u);
  EXPECT_EQ(count(kDear + "Each of the questions is in italics and then our answer.\n\n" + asked), 5u);
  EXPECT_EQ(count(kDear + "1. Background\n\nThe vans are old.\n\n2. Decision\n\nWe refuse.\n\n3. Vans\n\n4. Lease\n\n5. Appeal\n"), 0u);
}

TEST(QuestionSeries, ThingsNamedOneUnderTheOther) {
  const Counts rows[] = {
      {"2. You asked:\n\nHow many vans there are;\nWhat they cost;\nWho drives them.\n\n3. There are nine vans.\n\n4. They cost nothing.\n",
       3},
      {"The two things you asked for\n\nThe number of vans sold.\n\nThe price of each of them.\n\nPoint 1: vans sold\n\nNine "
       "were.\n\nPoint 2: price\n\nNil.\n",
       2},
      {"You want to know:\n> The number of the vans.\n> The cost of the vans.\n\nThe number is nine. The cost was nil.\n", 2},
      {"Of 2021 you asked for:\n\nNumber of vans owned\nNumber of vans hired\n\nThe Council's response is\n\nNine and none.\n", 2},

      {"We had your request for the following on 3 March:\n\nThe number of vans that were sold in each of the last years\nThe reasons "
       "that were given\nThe number of vans kept\n\nThe reply is attached.\n",
       3},
      {"You asked for this:\n\nThe list of the vans which were sold by the\ncouncil in May to anybody.\n\nWe hold it.\n", 1},
      {"We hold the following:\n\nThe number of vans sold.\n\nThe price of each of them.\n", 0},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(kDear + std::string(text)), want) << text;
}

TEST(QuestionSeries, LinesInQuotationMarksOverTheirAnswers) {
  EXPECT_EQ(described(kDear + "We've kept to your wording.\n\n\"Vans owned in 2020\"\nNine.\n\n\"The number of those sold\"\nNone.\n"),
            "1 Vans owned in 2020 = Nine. | 2 The number of those sold = None.");
  EXPECT_EQ(count(kDear + "\"It was held to be so\"\nsaid the judge in that case.\n\n\"We are not bound to look\"\nsaid another.\n"), 0u);
  EXPECT_EQ(count(kDear + "\"Vans owned in 2020\" are the nine that were sold.\n\n\"Hired\" are none.\n"), 0u);
}

TEST(QuestionSeries, JoinedWithinASentence) {
  const Counts rows[] = {
      {"You said you'd like to know how many vans there are, the highest number in use at once, and who has paid for them.\n\nNine.\n", 3},
      {"You wished to be told what was spent on vans in all, the largest single sum, and the reasons in each case.\n\nNine.\n", 3},
      {"You put two points to us, namely the total paid for vans in 2020 and the number of those that were sold.\n\nNine.\n", 2},
      {"You sought details of (1) the vans owned, (2) the vans hired, and (3) the cost of either.\n\nNine.\n", 3},
      {"Your questions were \"How many vans were sold?\" and \"Who bought the vans?\".\n\nNine, the mayor.\n", 2},
      {"You have asked us for the fuel bills of 2021. You'd also like the name of the supplier.\n\nThe bills came to 90 pounds.\n", 2},
      {"You ask for the number of vans used. We have nine.\n\nYou ask how often they were driven. Twice.\n", 2},
      {"I write in response to your request for the lease of the vans, and for letters about ending it.\n\nAttached.\n", 2},

      {"You sent us a request on 8 August. It sought the visitors on each Sunday in 2018.\n\nNine.\n", 1},
      {"The Council has been asked to provide copies of\n\n(i) the van log;\n(ii) the invoice; and\n(iii) the brief.\n\nAttached.\n", 3},
      {"Ref: 12\n\nYou requested that we provide:\n\nNumber of vans.\n\nCost of the vans.\n\nThe table is attached.\n", 2},

      {"You are interested in vans and would like to know how many there are and how many are used.\n\nNine.\n", 2},
      {"You asked for the date, the time and the place of each crash.\n\nNine.\n", 1},
      {"You asked for the van log, which the mayor keeps, and which is old.\n\nAttached.\n", 1},
      {"You asked how many vans were sold in the year to March 2020, and which are they.\n\nNine.\n", 1},
      {"You wish to have sight of the minutes of the van committee.\n\nAttached.\n", 1},
      {"Thank you for your email, which asks whether the council has any vans.\n\nIt has.\n", 1},
      {"The lender of the vans was asked for its views and did not object.\n", 0},
      {"The Trust met in May. It sought advice on the vans.\n", 0},
      {"What you asked about is environmental information within those Regulations.\n", 0},
      {"I refer to your request which was received on 7 May and is being dealt with.\n", 0},
      {"You asked for it to be sent by May. You may wish to complain about the delay.\n", 0},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(kDear + std::string(text)), want) << text;
}

TEST(QuestionSeries, RowsOfAMarkdownTable) {
  const std::string rows = "|---|---|---|\n| 1 | Vans owned | Nine |\n| 2 | Vans hired | None |\n";
  EXPECT_EQ(described(kDear + "| No | You asked | We answer |\n" + rows), "1 Vans owned = Nine | 2 Vans hired = None");
  EXPECT_EQ(described(kDear + "| # | You asked | Reply |\n" + rows), "1 Vans owned = Nine | 2 Vans hired = None");
  EXPECT_EQ(count(kDear + "You asked\tOur answer\tExemption\n1. Vans owned\tNine\tn/a\n2. Price of each\tSee below\tSection 43\n"), 2u);
  EXPECT_EQ(count(kDear + "Make\tOur vans\tExemption\n1. Ford\tNine\tn/a\n2. Opel\tTwo\tn/a\n"), 0u);
  EXPECT_EQ(count(kDear + "| # | Vans | Cost |\n" + rows), 0u);
  EXPECT_EQ(count(kDear + "| No | Vans | Cost |\n" + rows), 0u);
  EXPECT_EQ(count(kDear + "| No | We answer | We hold |\n" + rows), 0u);
}

// A page may give the cells of a table one under the other.
TEST(QuestionSeries, CellsOneUnderTheOther) {
  const std::string head = kDear + "I have answered as I would for anybody.\n\nYour request                         Our reply\n",
                    prose = "\n\nThe figures are taken from the records of the depot, which were kept by hand until the end of the year.\n";
  EXPECT_EQ(described(head +
                      "The minute\n\nAttached, complete\n\nThe valuations\nof the depot\n\nThere are two. Held.\n\nThe contract\n\n"
                      "Attached.\nA price is left out.\n" +
                      prose),
            "1 The minute = Attached, complete | 2 The valuations of the depot = There are two. Held. | 3 The contract = Attached. A price "
            "is left out.");
  // Numbered items, headings over prose, two rows, the end of the letter.
  EXPECT_EQ(count(head + "Use and money\n\n1. How many visits?\n\nNine.\n\n2. What cost?\n\nTen pounds.\n" + prose), 2U);
  for (const char* text : {"Table A shows the figures.\n\nIt is attached.\n\nThat is all.\n\nThank you.\n\nYours sincerely\n\nA Writer\n",
                           "The minute\n\nAttached, complete\n\nThe valuations\n\nThere are two.\n"})
    EXPECT_LT(count(head + text + prose), 2U) << text;
}

// "(iv)" at the beginning of a line of a sentence.
TEST(QuestionSeries, ASentenceBrokenBeforeOneOfItsMarks) {
  EXPECT_EQ(count(kDear + "On 11 May you asked us for (i) the rate of pay in 2031, (ii) the rate today, (iii) the letters about both,\n"
                          "(iv) the audit of spending and (v) the rules of the framework.\n\nAll are enclosed.\n"),
            5U);
  EXPECT_EQ(count(kDear + "On 11 May you asked us for (i) the rate of pay in 2031 and (ii) the rate today.\n"
                          "(a) The first is enclosed.\n(b) The second is not held.\n"),
            2U);
}

TEST(QuestionSeries, BulletsWithinABullet) {
  EXPECT_EQ(
      count(kDear + "You asked for:\n\n\u2022 details of all the vans, to include\n     \u2022 the make\n     \u2022 the cost\n\u2022 the "
                    "van policy\n\nResponse\n\nAttached.\n"),
      2u);
  EXPECT_EQ(
      count(kDear + "You requested:\n\n- any list of vans\n- any letters about vans\n\nThe Council has decided to disclose:\n\n- the list "
                    "of 2016\n- four letters\n"),
      2u);
}

TEST(QuestionSeries, QuotedMails) {
  const std::string answered =
      "Dear A\n\nI have done the review.\n\nRegards\nB\n\n> From: FOI\n> Sent: 2 May 2024\n> To: A\n>\n> Q1. How many "
      "vans?\n> Nine.\n>\n> Q2. The cost of each.\n> Nil.\n>\n> From: A\n> Sent: 1 May 2024\n> To: FOI\n>\n> See "
      "the attached document.\n";
  EXPECT_EQ(count("From: B\nSent: 3 May 2024\nTo: A\n\n" + answered), 2u);
  EXPECT_EQ(
      count(kDear + "The panel met.\n\n> You asked for each van:\n>   - the make of the van\n>   - the cost\n>\n> This is a burden.\n\n"
                    "Not so.\n"),
      2u);
}

TEST(QuestionSeries, TheRequestIsInTheMessageUnderIt) {
  const std::string top = "Dear A,\n\nThank you for your email of 7 June, copied below.\n\nThe number of vans is nine.\n\nRegards\nB\n\n";
  EXPECT_EQ(count(top + "From: A\nSent: 7 June 2018 09:11\nTo: FOI\nSubject: Vans\n\nHi\nHow many vans are there now?\nThanks\nA\n"), 1u);
  EXPECT_EQ(count("Dear A,\n\nYour email is copied below.\n\nHow many vans are there?\n\nI also want the cost.\n\nNine.\n"), 2u);
}

TEST(QuestionSeries, AQuotedListEndsWithItsQuotation) {
  const std::string own = "4. The council answered in May.\n\n5. The vans had been sold by then.\n";
  EXPECT_EQ(count(kDear + "3. You asked:\n\n\"1. How many vans are there?\n2. What do they cost?\n3. Who drives them?\"\n\n" + own), 3u);
  EXPECT_EQ(
      count(kDear + "You asked:\n\n\"1. How many vans are there?\"\n\n\"2. What do they cost?\"\n\n\"3. Who drives them?\"\n\nNine.\n"),
      3u);
}

TEST(QuestionSeries, QuotationsWithMarksBetweenThem) {
  const std::string told =
      kDear +
      "Thank you for your e-mail, in which you requested (1) \"the report on the vans of the depot\" and (2)\n\"any notes behind it\".";
  EXPECT_EQ(count(told + " We hold both.\n"), 2u);
  EXPECT_EQ(
      count(
          kDear +
          "Thank you for your e-mail, in which you requested \"the report on the vans of the depot\" (the \"van report\"). We hold it.\n"),
      1u);
}

TEST(QuestionSeries, TheNumbersOfTheLetterAreNotThoseOfTheQuestions) {
  const std::string asked =
      kDear + "1. Thank you for your e-mail, in which you requested (1) \"the report on the vans\" and (2) \"any notes behind it\".\n\n";
  EXPECT_EQ(described(asked + "2. The Trust holds both.\n\n3. Neither can be released.\n").find("= The Trust holds both"),
            std::string::npos);
  EXPECT_NE(
      described(kDear +
                "You requested (1) \"the report on the vans\" and (2) \"any notes behind it\".\n\n2. There are none.\n\n1. Enclosed.\n")
          .find("= There are none."),
      std::string::npos);
}

TEST(QuestionSeries, WhatIsMarkedInOneParagraphIsAllThatIsAsked) {
  const std::string asked = kDear +
                            "We received the following request from you:\n\nI write for a forum. (i) Which vans were sold? (ii) Which were "
                            "hired? (iii) What did they cost?\n\n";
  EXPECT_EQ(count(asked + "Kindly do not fob us off. Nor does section 8 say that I have to give you a reason for it.\n\nThe answers are in "
                          "blue.\n\nNine were.\n"),
            3u);
}

TEST(QuestionSeries, ARangeThatSaysItIsAnsweredIsNoQuestion) {
  const std::string mail =
      "From: foi@example.org\nSent: 3 May 2024 10:00\nTo: A Testperson\nSubject: vans\n\nDear A\n\nThank you for your request.\n\n";
  const std::string below =
      "From: A Testperson\nSent: 1 May 2024 09:00\nTo: foi@example.org\nSubject: vans\n\nQ1 which vans you own\nQ2 number sold\nQ3 who "
      "drives the vans?\n";
  EXPECT_EQ(count(mail + "Q1 to Q2 are answered together:\n\nNine, and two were sold.\n\nQ3 Who drives the vans?\n\nStaff.\n\n" + below),
            3u);
}

TEST(RequestOpeners, WhatStandsBeforeTheColon) {
  for (const char* text : {"it raised three matters:", "its two questions were:", "three questions were put:", "this was requested:"})
    EXPECT_TRUE(introduces_request(text, true)) << text;
  for (const char* text : {"we asked ourselves these questions:", "on 14 feb 2022, at 08:31, j dean wrote:", "taking these in order:",
                           "the following documents are within the scope of the request:", "the reasons are these:",
                           "it says that a request must:", "answers to frequently asked questions:", "my findings on each of the points:"})
    EXPECT_FALSE(introduces_request(text, true)) << text;
}

TEST(RequestOpeners, AFieldOfTheHeadIsNoRequest) {
  EXPECT_EQ(count("Ref: 12\n\nDear A,\n\nRequest received: 2 October 2025\n\nWe are dealing with it.\n"), 0u);
  EXPECT_EQ(count("Ref: 12\n\nDear A,\n\nRequest: the van log of October 2025 please\n\nResponse: attached.\n"), 1u);
}

TEST(QuestionSeries, TablesOfManyColumnsAndOfItems) {
  const Counts rows[] = {
      {"You sent us your yearly form. It is filled in here.\n\nQuestion\tVans\tLifts\n1. Supplier\tBrambles Ltd\tQuills plc\n"
       "2. Any extension?\t2 years\tNone\n3. Who signs?\tThe Director\tAs vans\n",
       3},
      {"Item                                      Result\n1. List of depots with a tank  Sent. 61 depots\n"
       "2. The survey of each                     Refused, note (ii)\n3. Readings                               Not held\n",
       3},
      {"You asked for\tWhere it is\nVans bought in 2019\tOur website\nThe yearly report on vans\tThe library\n", 2},
      {"Part   What you wanted              Ground given      Now\n\nA      Price of each van            s.43(2)           Stands\n\n"
       "B      Total paid for vans          s.43(2)           Falls\n",
       2},

      {"Item\tPrice\n1. Van\t9\n2. Lift\t7\n", 0},
      {"Doc\tDescription\tNow\n1\tReport to the Board\t21\n2\tOrder for vans\t43(2)\n", 0},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(kDear + std::string(text)), want) << text;
}

TEST(QuestionSeries, ToldInSentences) {
  const Counts rows[] = {
      // Named after a section of some law.
      {"Here is what you wanted.\n\n1. Section 106 money not yet spent\n\nNine pounds.\n\n2. Section 278 agreements in force\n\nFour.\n\n"
       "3. Has the section 151 officer reported?\n\nNo.\n",
       3},
      {"Your letter asked for three things about vans.\n\nThe first was the report of the surveyor. It is enclosed.\n\n"
       "The second was the order for them. It is withheld.\n\nThe third was whether any were lost. None was.\n",
       3},
      {"You asked how many vans there were. Nine.\n\nYou asked which vans got lost, and how they are locked. One, and we do not say.\n\n"
       "Lastly you asked if the police had been told. They had.\n",
       3},
      {"Your request ought to have had an answer by July.\n\nYou want (1) the number of vans on each site, (2) the route of each, and (3) "
       "the list of drivers.\n\nNone of it can be sent.\n",
       3},
      {"You wrote to us about vans in three depots. You wanted to know how many there were; how many of them were blue; and for the "
       "layout of the largest.\n\nThere were nine.\n",
       3},
      {"He'd been asked for (a) the rates of hire, (b) the risk register and (c) the tender. He refused all of it.\n", 3},
      {"We have the information that you asked for on 17 March 2025 and are pleased to send it.\n\n1. Vans owned\n\nNine.\n\n2. Vans "
       "hired\n\n"
       "None.\n",
       2},
      {"Herewith the information.\n\n1. The number of vans in the north depot in 2023: 84\n\n2. The report on vans of June 2024: "
       "enclosed\n\n"
       "3. The note of the meeting on it: enclosed, complete\n",
       3},
      {"A. Vans owned\n>> 61\n\nB. Vans hired\n>> 8\n\nC. Copy of the latest audit of vans\n>> There is none.\n", 3},
      {"Request of 7 December 2020\n\n11 December 2020\n\nDear B,\n\n  How many people waited over a week?\n      None.\n\n"
       "  How many were cancelled?\n      Two.\n",
       2},

      {"You asked for all orders for vans.\n\nFirst, an apology. We ought to have written in July.\n\nI regret that this is a refusal.\n\n"
       "What could we do within 18 hours? One depot, one month.\n\nThis is a notice.\n",
       1},
      {"1. The officer's account\n\nHe refused the lot.\n\n2. Discussion\n\nWe read the file.\n\n3. Decision\n\nThe appeal is allowed.\n",
       0},
      {"The first was a van and the second was a lift.\n\nThe second was dear.\n", 0},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(kDear + std::string(text)), want) << text;
}

}  // namespace
}  // namespace foi::understand
