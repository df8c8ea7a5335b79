// The forms in which letters print questions and answers, each with lists that are neither.
#include <gtest/gtest.h>

#include "indexer/understand/questions.h"
#include "indexer/understand/request_headings.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/title.h"
#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

// "1 How many? = Nine. | 2 What cost? = -"; "==" where one answer is given for all.
std::string described(std::string_view text) {
  const TestLetter letter(text);
  std::string all;
  for (const FoundQuestion& q : find_questions(letter.letter, letter.sections)) {
    if (!all.empty()) all += " | ";
    all += q.number + ' ' + title_text(letter.letter.view(q.text)) + (q.answer_shared ? " == " : " = ") +
           (q.answer.empty() ? "-" : title_text(letter.letter.view(q.answer)));
  }
  return all;
}

std::size_t count(std::string_view text) {
  const TestLetter letter(text);
  return find_questions(letter.letter, letter.sections).size();
}

struct Row {
  std::string_view text, expected;
};

const std::string kDear = "Dear Enquirer,\n\n";

TEST(QuestionForms, AnswersThatNameTheirQuestion) {
  const std::string asked = kDear + "Your request was as follows:\n\n1. How many vans?\n2. What cost?\n3. Who drives?\n\nResponse\n\n";
  const Row rows[] = {
      {"Questions 1 and 2\n\nNine at ten pounds.\n\nQuestion 3\n\nStaff.\n",
       "1 How many vans? = Nine at ten pounds. | 2 What cost? = Nine at ten pounds. | 3 Who drives? = Staff."},
      {"Q1 and Q3: Nine, staff.\n\nQ2: Ten pounds.\n",
       "1 How many vans? = Nine, staff. | 2 What cost? = Ten pounds. | 3 Who drives? = Nine, staff."},
      {"1, 2 and 3. All were sold.\n",
       "1 How many vans? = All were sold. | 2 What cost? = All were sold. | 3 Who drives? = All were sold."},
      {"As to (1)\n\nNine.\n\nAs to (2)\n\nTen pounds.\n\nAs to (3)\n\nStaff.\n",
       "1 How many vans? = Nine. | 2 What cost? = Ten pounds. | 3 Who drives? = Staff."},
      {"Answer 1: Nine.\n\nAnswer 2: Ten pounds.\n\nAnswer 3: Staff.\n",
       "1 How many vans? = Nine. | 2 What cost? = Ten pounds. | 3 Who drives? = Staff."},
      {"In answer to question 2, ten pounds.\n", "1 How many vans? = - | 2 What cost? = ten pounds. | 3 Who drives? = -"},
  };
  for (const Row& row : rows) EXPECT_EQ(described(asked + std::string(row.text)), row.expected) << row.text;
}

TEST(QuestionForms, AnswersBetweenTheQuestions) {
  const Row rows[] = {
      {"Q1. How many vans?\nA1. Nine.\n\nQ2. What cost?\nA2. Nil.\n", "1 How many vans? = A1. Nine. | 2 What cost? = A2. Nil."},
      {"Question One: how many vans?\n\nNine.\n\nQuestion Two: what cost?\n\nNil.\n", "1 how many vans? = Nine. | 2 what cost? = Nil."},
      {"Request 1\n\nHow many vans?\n\nNine.\n\nRequest 2\n\nWhat cost?\n\nNil.\n", "1 How many vans? = Nine. | 2 What cost? = Nil."},
      {"1.1 How many vans?\n\nNine.\n\n1.2 What cost?\n\nNil.\n\n2.1 Who drives?\n\nStaff.\n",
       "1.1 How many vans? = Nine. | 1.2 What cost? = Nil. | 2.1 Who drives? = Staff."},
      {"A - How many vans?\n\nNine.\n\nB - What cost?\n\nNil.\n", "a How many vans? = Nine. | b What cost? = Nil."},
  };
  for (const Row& row : rows) EXPECT_EQ(described(kDear + "You asked:\n\n" + std::string(row.text)), row.expected) << row.text;
}

TEST(QuestionForms, InTheAuthoritysOwnWords) {
  const Row rows[] = {
      {"You have asked for \"all the data on vans since 2011\". We hold it.\n", "1 all the data on vans since 2011 == We hold it."},
      {"I refer to your letter, in which you asked to see (a) the reports on the vans, and (b) the legal advice about them.\n",
       "a the reports on the vans = - | b the legal advice about them = -"},
      {"On 6 May you asked for every letter about the vans that was sent in 2019. We refuse.\n",
       "1 every letter about the vans that was sent in 2019 == We refuse."},
      {"I refer to your request of 6 May 2025 for a review of parking by the depot.\n", "1 a review of parking by the depot = -"},
      {"You asked for an internal review of our answer about the vans of the council.\n", ""},
      {"I refer to your request of 6 May 2025 for an internal review of our response to FOI 7.\n", ""},
      {"You asked for this.\n", ""},
      {"We asked for \"all the data on vans since 2011\" ourselves.\n", ""},
      {"Thank you for your request for information.\n", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(described(kDear + std::string(row.text)), row.expected) << row.text;
}

TEST(QuestionForms, WithoutNumbers) {
  const Row rows[] = {
      {"I would like to know:\n\nVans owned by make\n\nVans hired by month\n\nResponse\n\nNine and two.\n",
       "1 Vans owned by make == Nine and two. | 2 Vans hired by month == Nine and two."},
      {"How many vans are there? What do they cost? Who drives them?\n\nResponse\n\nNine.\n",
       "1 How many vans are there? == Nine. | 2 What do they cost? == Nine. | 3 Who drives them? == Nine."},
      {"First, I would like the list of vans.\n\nSecond, the cost of each.\n\nResponse\n\nNine.\n",
       "1 First, I would like the list of vans. == Nine. | 2 Second, the cost of each. == Nine."},

      {"A copy of the van policy. Please send it by e-mail.\n\nResponse\n\nAttached.\n",
       "1 A copy of the van policy. Please send it by e-mail. == Attached."},
  };
  for (const Row& row : rows) EXPECT_EQ(described(kDear + "You asked:\n\n" + std::string(row.text)), row.expected) << row.text;
}

// What counts as one question: each mark at the level at which something is asked, and without marks each sentence that asks anew.
TEST(QuestionForms, PartsUnderAHeadingAreCountedAndNotTheHeading) {
  const Row rows[] = {
      {"1. Vans\n\na) number owned\n\nb) number hired\n\n2. The van policy\n",
       "1a number owned = - | 1b number hired = - | 2 The van policy = -"},
      {"1. Buying\n\na) Who buys them?\n\nNobody.\n\nb) Who decides?\n\nThe board.\n\n2. Selling\n\na) Who sells them?\n\nNobody.\n\nb) "
       "When?\n\nIn May.\n",
       "1a Who buys them? = Nobody. | 1b Who decides? = The board. | 2a Who sells them? = Nobody. | 2b When? = In May."},
      {"1. How many vans are there?\n\nNine.\n\n2. Of those\n\na) how many are red?\n\nTwo.\n\nb) how many are hired?\n\nOne.\n",
       "1 How many vans are there? = Nine. | 2a how many are red? = Two. | 2b how many are hired? = One."},
      {"1. Fleet\n\na) Vans owned - nine\n\nb) Vans hired - two\n\n2. Staff\n\na) Drivers - ten\n\nb) Cleaners - none\n",
       "1a Vans owned = nine | 1b Vans hired = two | 2a Drivers = ten | 2b Cleaners = none"},
      {"1. Vehicles\n\ni. vans owned\n\nii. lorries owned\n\n2. Premises\n\ni. garages\n\nii. yards\n",
       "1i vans owned = - | 1ii lorries owned = - | 2i garages = - | 2ii yards = -"},

      // The parts of what is asked are no questions of their own.
      {"1. How many vans are there?\n\na) owned\n\nb) hired\n\n2. Who drives them?\n",
       "1 How many vans are there? a) owned b) hired = - | 2 Who drives them? = -"},
      {"1. Please list the vans by:\n\na) make\n\nb) age\n\n2. Who drives them?\n",
       "1 Please list the vans by: a) make b) age = - | 2 Who drives them? = -"},
      {"1. Number of vans\n\na) red\n\nb) blue\n\n2. Number of drivers\n", "1 Number of vans a) red b) blue = - | 2 Number of drivers = -"},
      {"1. Colour of the vans\n\na) red [ ]\n\nb) blue [X]\n\n2. Who drives them?\n",
       "1 Colour of the vans a) red [ ] b) blue [X] = - | 2 Who drives them? = -"},
  };
  for (const Row& row : rows) EXPECT_EQ(described(kDear + "You asked:\n\n" + std::string(row.text)), row.expected) << row.text;
}

TEST(QuestionForms, AnswersTypedOnTheLine) {
  const Row rows[] = {
      {"1. Vans owned = 9\n2. Vans hired = none\n3. who drives them = the clerk\n",
       "1 Vans owned = 9 | 2 Vans hired = none | 3 who drives them = the clerk"},
      {"1  Vans owned = 9\n2  Of which red = 2\n3  Longest trip in miles = 12\n",
       "1 Vans owned = 9 | 2 Of which red = 2 | 3 Longest trip in miles = 12"},
      {"1. How many vans? - 9\n\n2. Number hired - not counted\n\n3. Which drivers? - exempt, see below\n",
       "1 How many vans? = 9 | 2 Number hired = not counted | 3 Which drivers? = exempt, see below"},
      {"Q1 number of vans\nQ2 number of drivers\n", "1 number of vans = - | 2 number of drivers = -"},

      {"1. We looked at the vans = all of them\n2. We asked the drivers = both\n", ""},
      {"- MOT = Ministry of Transport test\n- VED = Vehicle Excise Duty\n", ""},
      {"1. The vans were sold - in May\n2. The drivers have left - in June\n", ""},
      {"Ward 1 = 9\nWard 2 = 4\n", ""},
      {"1. It was late.\n2. It was cold.\n", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(described(kDear + std::string(row.text)), row.expected) << row.text;
}

TEST(QuestionForms, MarksWithinASentence) {
  const Row rows[] = {
      {"You asked on 3 May for \"(1) the cost model, (2) your findings and (3) the minutes\". We got it that day.\n",
       "1 the cost model = - | 2 your findings = - | 3 the minutes = -"},
      {"You wrote:\n\n\"Q1 How many vans? Q2 Who drives them? Q3 Send me the policy.\"\n\nWe hold it.\n",
       "1 How many vans? == We hold it. | 2 Who drives them? == We hold it. | 3 Send me the policy. == We hold it."},
      {"Your request was:\n\n\"1) All statements about vans. 2) The tools used. 3) Who was there.\"\n\nWe refuse.\n",
       "1 All statements about vans. == We refuse. | 2 The tools used. == We refuse. | 3 Who was there. == We refuse."},
      {"1. The complainant requested the van papers.\n\n2. On 8 May the complainant asked: \"(1) Which vans? (2) The scores. (3) "
       "Letters.\"\n",
       "1 Which vans? = - | 2 The scores. = - | 3 Letters = -"},
      {"You wrote:\n\n\"How many vans are there? If so, who drives them? Also your letter to the minister.\"\n\nWe refuse.\n",
       "1 How many vans are there? == We refuse. | 2 If so, who drives them? == We refuse. | 3 Also your letter to the minister. == We "
       "refuse."},

      {"You wrote:\n\n\"I would like to know about vans. How many are there? Who drives them?\"\n\nWe refuse.\n",
       "1 I would like to know about vans. How many are there? == We refuse. | 2 Who drives them? == We refuse."},
      {"You wrote:\n\n\"How many vans are there? Please break it down by month.\"\n\nWe refuse.\n",
       "1 \"How many vans are there? Please break it down by month.\" == We refuse."},
      {"You asked for the vans named in section (1) and section (2) of the deed. We refuse.\n",
       "1 the vans named in section (1) and section (2) of the deed == We refuse."},
      {"You asked for every letter about vans. We rely on (1) cost and (2) confidence.\n",
       "1 every letter about vans == We rely on (1) cost and (2) confidence."},
  };
  for (const Row& row : rows) EXPECT_EQ(described(kDear + std::string(row.text)), row.expected) << row.text;
}

TEST(QuestionForms, AnnouncedByTheirNumber) {
  const std::string list = "1. the van policy\n\n2. the drivers' rota\n\nWe hold both.\n";
  for (std::string_view intro :
       {"You asked for two things about the vans.",
        "We had your request on 6 May. It was for:", "I write about your e-mail. It has two parts.",
        "On 8 May she requested:", "We received your e-mail of the 18th, asking", "This is what you sent:", "You'd like:"})
    EXPECT_EQ(count(kDear + std::string(intro) + "\n\n" + list), 2u) << intro;
  for (std::string_view intro : {"We need two things from you.", "There are two things to say of our answer.",
                                 "We considered two documents.", "We sent you two things in May:", "You may ask for one of two things:",
                                 "Two officers read the papers.", "The file has two parts.", "We found two items."})
    EXPECT_EQ(count(kDear + std::string(intro) + "\n\n" + list), 0u) << intro;
}

TEST(QuestionForms, ToldOneByOne) {
  EXPECT_EQ(
      described(
          kDear +
          "- You'd like the van file.\n\n- You want to know who drives them.\n\n- You ask how many there are.\n\nThe last is nine.\n"),
      "1 You'd like the van file. == The last is nine. | 2 You want to know who drives them. == The last is nine. | 3 You ask how many "
      "there "
      "are. == The last is nine.");
  EXPECT_EQ(count(kDear + "- You may ask for a review.\n\n- You can write to us.\n"), 0u);
  EXPECT_EQ(count(kDear + "- You were not at home.\n\n- You are the owner.\n"), 0u);
}

TEST(QuestionForms, TheLastAnswerEndsWhereTheLetterCloses) {
  const std::string asked = kDear + "You asked:\n\n1. How many vans?\n\nNine.\n\n2. Who drives them?\n\nThe clerk.\n\n";
  for (std::string_view remark :
       {"Your right to a review is explained overleaf.", "If you are unhappy with this, write to us.", "That completes the reply.",
        "By way of help, the council next door has ten.", "Should you want to see them, please ring.",
        "There is nothing that we kept from you.", "Complaints go to the secretary."})
    EXPECT_EQ(described(asked + std::string(remark) + "\n"), "1 How many vans? = Nine. | 2 Who drives them? = The clerk.") << remark;
  for (std::string_view more : {"He has done so since 2014.", "A second clerk helps on Mondays.", "The rota is attached.",
                                "Names of others are withheld under section 40(2).", "We do not record who washes them.",
                                "Vans are also driven by volunteers.", "No licence is needed.", "The reviewer drives one, too."})
    EXPECT_EQ(described(asked + std::string(more) + "\n"),
              "1 How many vans? = Nine. | 2 Who drives them? = The clerk. " + std::string(more))
        << more;
}

TEST(QuestionForms, Tables) {
  EXPECT_EQ(described(kDear + "Our answers are in the table.\n\nInformation sought\tOur reply\nVans owned\tNine\nCost of each\tNil\n"),
            "1 Vans owned = Nine | 2 Cost of each = Nil");
  EXPECT_EQ(
      described(kDear +
                "No.     Question                 Answer\n1       How many vans?           Nine\n2       What cost?               Nil\n"),
      "1 How many vans? = Nine | 2 What cost? = Nil");
  EXPECT_EQ(
      count(kDear + "Query                    Response\nHow many vans are        Nine, of which\nowned?                   two are old.\n\n"
                    "                         See the site.\n\nWhat each of them        Nil\ncost.\n"),
      2u);
  // Tables of figures.
  EXPECT_EQ(count(kDear + "Year     Vans     Cost\n1        9        10\n2        8        11\n"), 0u);
  EXPECT_EQ(count(kDear + "Make\tVans\nFord\t9\nOpel\t8\n"), 0u);
  EXPECT_EQ(count(kDear + "Our answer to your question is in the table.\nFord\t9\nOpel\t8\n"), 0u);
}

TEST(QuestionForms, ASentenceThatTellsOfAskingLeadsToTheListUnderIt) {
  const std::string list = "i. The cost of each van\n\nii. The number of vans bought in 2022\n\nWe hold this. It is set out below.\n";
  for (std::string_view intro :
       {"I am writing in response to your request, received 03/07/2023, for the following information about the fleet.",
        "You have asked for a list of all", "Thank you for your e-mail. In it you asked", "You requested", "On 9 May you'd asked to see",
        "You asked for these papers.", "You had been refused, on 9 February, the following:", "We write in reply to your enquiry for"})
    EXPECT_EQ(count(kDear + std::string(intro) + "\n\n" + list), 2u) << intro;
  const std::string points = "i. The vans are in use by crews\n\nii. The garage is closed to visitors\n\nWrite to us.\n";
  for (std::string_view intro :
       {"The information you requested is exempt for two causes.", "If you ask us for a review please say", "You may ask for either",
        "We have refused your request because", "The panel that you wrote to has looked at", "In the documents you asked for are",
        "If you were refused before, these may be the causes:", "Drivers were refused the following:"})
    EXPECT_EQ(count(kDear + std::string(intro) + "\n\n" + points), 0u) << intro;
}

TEST(QuestionForms, ASecondListAnswers) {
  const std::string asked = kDear + "You asked for:\n\n1. The number of vans\n\n2. The cost of each\n\n";
  for (std::string_view more :
       {"1. Nine, of which two are old.\n\n2. Each van was 4,000 pounds new.\n",
        "Our answers follow in the same order.\n\n3. Nine vans and two lorries.\n\n4. About 4,000 pounds each.\n",
        "The information you have asked for is published. See:\n\n- Vans: the fleet page\n\n- Costs: the same page\n",
        "          2022      2023\n\n- vans      9         11\n\n- lorries   2         2\n"})
    EXPECT_EQ(count(asked + std::string(more)), 2u) << more;
  for (std::string_view more : {"Of the lorries please tell me:\n\n1. The number of lorries\n\n2. The cost of each lorry\n",
                                "1. How many lorries are there?\n\n2. What did they cost?\n"})
    EXPECT_EQ(count(asked + std::string(more)), 4u) << more;
}

// "As to 2)" after the answers says more of one of them; a list of other marks is no answer.
TEST(QuestionForms, TheTwinOfAListGoesBeforeWhatPointsToIt) {
  const std::string asked = kDear + "You asked for:\n\n1) The number of vans\n\n2) The cost of each\n\nThe Council can advise:\n\n";
  const std::string weighed = "As to 2), the firm would be harmed.\n";
  EXPECT_EQ(described(asked + "1) Nine.\n\n2) Exempt.\n\nThe test\n\n" + weighed).substr(0, 69),
            "1 The number of vans = Nine. | 2 The cost of each = Exempt. The test ");
  EXPECT_EQ(described(asked + "There are nine.\n\n" + weighed),
            "1 The number of vans = - | 2 The cost of each = , the firm would be harmed.");
}

TEST(QuestionForms, WhatLeadsToMoreOfTheRequestIsNoAnswer) {
  const std::string first =
      kDear +
      "You wrote twice. The one letter asks, for the garage:\n\n(a) how many vans there are;\n\n(b) how many of them were sold.\n\n";
  const std::string second = "(a) who drives them;\n\n(b) what they cost.\n\nThere are nine.\n";
  EXPECT_EQ(described(first + "The other asks, for the depot:\n\n" + second).find("= The other asks"), std::string::npos);
  EXPECT_NE(described(kDear + "1. How many vans?\n\nNine, as the list says.\n\n2. What cost?\n\nNil.\n").find("= Nine"), std::string::npos);
}

TEST(QuestionForms, AnArrowPointsToTheAnswer) {
  const std::string arrow = " \u2192 ";
  EXPECT_EQ(described(kDear + "What you've asked for and our reply:\n\n\u2022 Number of vans" + arrow + "nine\n\n\u2022 Number of lorries" +
                      arrow + "two\n\n\u2022 Number of buses" + arrow + "nil\n"),
            "1 Number of vans = nine | 2 Number of lorries = two | 3 Number of buses = nil");
  EXPECT_EQ(count(kDear + "We note:\n\n\u2022 vans - large cars\n\n\u2022 lorries - larger ones\n\n\u2022 buses - for people\n"), 0u);
}

TEST(QuestionForms, SeriesThatBeginAnewUnderTheirHeadings) {
  const std::string fleet =
      "Part A: Vans\n\n1. How many vans are there?\n\nNine.\n\n2. What do they cost?\n\nNil.\n\n3. Who drives them?\n\nStaff.\n\n";
  EXPECT_EQ(count(kDear + fleet + "Part B: Buses\n\n1. How many buses are there?\n\nTwo.\n\n2. Are they old?\n\nNo.\n"), 5u);
  EXPECT_EQ(count(kDear + fleet + "Reasons\n\n1. The vans are old.\n\n2. The garage is closed.\n\n"), 3u);
}

TEST(QuestionForms, AQuotationOfSeveralParagraphs) {
  EXPECT_EQ(
      count(kDear + "Your request is set out here.\n\n\"Please can you send me\n\nthe papers put to the board on vans\n\nthe names of "
                    "those who signed them\"\n\nWe hold the papers. They are withheld.\n"),
      2u);
  EXPECT_EQ(count(kDear + "Your request is set out here.\n\n\"Please can you send me the papers put to the board on vans.\"\n\nWe hold "
                          "them.\n"),
            1u);
  EXPECT_EQ(count(kDear + "Your request is set out here.\n\n\"The van is red.\n\nPlease send me its papers.\"\n\nWe hold them.\n"), 1u);
}

TEST(QuestionForms, PutAndAnsweredInTurn) {
  EXPECT_EQ(count(kDear + "Your questions and our answers are as follows.\n\nWhat share of the fleet is electric\n\nAbout a third of "
                          "it.\n\nCopy of the last survey\n\nAttached, with its annex.\n\nThe plan for the new depot\n\nWithheld. We "
                          "shall be tendering for it.\n"),
            3u);
  // Headings of a letter that says no such thing.
  EXPECT_EQ(count(kDear + "Our reasons are as follows.\n\nThe fleet\n\nIt is in use.\n\nThe new depot\n\nIt is not built.\n"), 0u);
}

TEST(QuestionForms, WhatIsNoQuestion) {
  // Headings with numbers; courtesies; numbers alone.
  EXPECT_EQ(count(kDear + "1. Background\n\nWe met on 3 May.\n\n2. Vans\n\nThey are in use.\n\n3. Appeal\n\nWrite to the tribunal.\n"), 0u);
  EXPECT_EQ(
      count("From: FOI\nTo: A\nSubject: vans\n\nDear A\n\nWe do not hold this.\n\nFrom: A\nSent: 3 May 2023\nTo: FOI\n\nHow many vans "
            "have been sold this year? Please & thank you.\n"),
      1u);
  EXPECT_EQ(count(kDear + "Point\tFirst response\tOn review\n1\tS31(1)(a)\tOverturned\n2\tS31(1)(a)\tUpheld\n"), 0u);
  // A form: a row each, whatever the columns.
  EXPECT_EQ(
      count(kDear + "Information requested\tTelephones\tNetwork\nA\tSupplier\tOne Ltd\tTwo Ltd\nB\tAnnual spend\tNine\tTen\nC\tExpiry "
                    "date\t2024\t2025\n"),
      3u);
  EXPECT_EQ(count(kDear + "Requests received\t2022\t2023\nA\tClosed\t9\t10\nB\tOpen\t9\t10\n"), 0u);
}

TEST(QuestionForms, PartsMarkedWithinASentence) {
  for (std::string_view text :
       {"You'd requested (a) the score of each bidder and (b) the winner's method statement.",
        "Your request was for\n\n\"(1) the price bid by each operator and (2) the costings that came with the bids.\"",
        "You asked us for:\n\n\"A. for each fall since 2016 the ward, and B. the names of the nurses in charge.\"",
        "You asked for:\n\n\"[1] How many vans are there?\n\n[2] What did they cost?\""})
    EXPECT_EQ(count(kDear + std::string(text) + "\n\nWe hold this.\n"), 2u) << text;
}

TEST(QuestionForms, AnAnswerThatGivesEndsBeforeTheReasonsForOthers) {
  const std::string asked = kDear + "1. What does each van cost?\n\n2. Since when do you own vans?\n\nResponse\n\n1. ";
  EXPECT_EQ(
      described(asked + "Exempt, see below.\n\n2. Since 2022.\n\nSection 43 \u2013 Commercial interests\n\nThe price would help rivals.\n"),
      "1 What does each van cost? = Exempt, see below. | 2 Since when do you own vans? = Since 2022.");
  EXPECT_EQ(described(asked + "Nine pounds.\n\n2. Since 2022.\n\nSection 31: Law enforcement\n\nThe plates are left out.\n"),
            "1 What does each van cost? = Nine pounds. | 2 Since when do you own vans? = Since 2022.");
  // One that refuses is explained there.
  EXPECT_EQ(described(asked + "Nine pounds.\n\n2. This is withheld.\n\nSection 43 \u2013 Commercial interests\n\nIt would help rivals.\n"),
            "1 What does each van cost? = Nine pounds. | 2 Since when do you own vans? = This is withheld. Section 43 \u2013 Commercial "
            "interests It would help rivals.");
}

TEST(QuestionForms, RepliesTypedIntoAQuotedMail) {
  EXPECT_EQ(described("From: FOI Team\nTo: A\nSubject: vans\n\nDear A\n\nAnswers below.\n\n> the list of vans\n\nAttached.\n\n> the cost "
                      "of each\n\nNil.\n"),
            "1 the list of vans = Attached. | 2 the cost of each = Nil.");
}

// How many questions each layout holds, whatever introduces them.
TEST(QuestionForms, LayoutsInOtherWords) {
  const std::pair<std::string_view, std::size_t> rows[] = {
      {"Our answers are given below each question.\n\n1. Vans owned\nNine.\n2. Cost of each\nNil.\n3. Who drives them?\nStaff.\n", 3},
      {"We reply to your three points in turn.\n\n(i) Vans owned\n\nNine.\n\n(ii) Cost of each\n\nNil.\n\n(iii) Drivers\n\nStaff.\n", 3},
      {"Further to your e-mail, please see our answers.\n\nHow many vans are there?\n\nNine.\n\nWhat do they cost?\n\nNil.\n", 2},
      {"Q. How many vans?\nA. Nine.\n\nQ. What cost?\nA. Nil.\n", 2},
      {"Question\nHow many vans?\nResponse\nNine.\n\nQuestion\nWhat cost?\nResponse\nNil.\n", 2},
      {"You wrote:\n\nCould you tell me how many vans there are. I would also like the cost of each. Who drives them?\n\nNine, nil, "
       "staff.\n",
       3},
      {"Your request was for: (1) the list of vans; (2) their cost; and (3) the drivers.\n\nWe hold it and attach it.\n", 3},
      {"You asked for the list of vans, the leases and the log. We hold none of these.\n", 1},
      {"You asked us two things:\n\n1 how many vans there are\n2 what each of them cost\n\nResponse\n\nNine, nil.\n", 2},
      {"In your request you said:\n\n   Please tell me, for each year:\n   a   vans owned\n   b   vans hired\n\nResponse\n\nNine, nil.\n",
       2},
      {"A1 How many vans? - Nine.\nA2 What cost? - Nil.\nB1 Who drives? - Staff.\n", 3},
      {"1. Vans\n\na) How many are owned?\n\nNine.\n\nb) How many are hired?\n\nTwo.\n\n2. Drivers\n\na) How many are there?\n\nTen.\n\nb) "
       "What are they "
       "paid?\n\nNil.\n",
       4},
      {"> how many vans there are\n\nNine.\n\n> what they cost\n\nNil.\n", 2},

      {"We have decided as follows.\n\n1. The exemption is engaged.\n2. The public interest favours withholding.\n", 0},
      {"You may:\n\n1. ask for a review\n2. write to the Commissioner\n", 0},
      {"Please find attached:\n\n1. The van policy\n2. The van log\n", 0},
      {"Please could you clarify:\n\n1. Which vans do you mean?\n2. Which years do you mean?\n", 0},
      {"In favour of disclosure\n\n- accountability for public money\n- the general interest in openness\n", 0},
      {"We asked ourselves:\n\n- Is the request of value? Yes.\n- Does the burden outweigh it? Yes.\n", 0},
      {"What happens next?\n\nYou may ask for a review.\n\nWhat if I am still unhappy?\n\nWrite to the Commissioner.\n", 0},
      {"The council:\n\n1. is entitled to rely on section 43;\n2. was late.\n", 0},
      {"Vans sold\n\n1 May 2021   9\n2 May 2021   8\n", 0},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(count(kDear + std::string(text)), want) << text;
}

TEST(QuestionForms, WordsAfterAQuestionOfARequestAreItsOwn) {
  EXPECT_EQ(
      described(
          kDear +
          "Request\n\n1. Who decides?\n2. What form is used?\n3. To whom does one write? A mailbox will do.\n\nResponse\n\nNone exists.\n"),
      "1 Who decides? == None exists. | 2 What form is used? == None exists. | 3 To whom does one write? A mailbox will do. == None "
      "exists.");
  EXPECT_EQ(
      described(kDear + "Request\n\n1. Who decides? The board.\n2. What form is used? None.\n3. To whom does one write? The clerk.\n"),
      "1 Who decides? = The board. | 2 What form is used? = None. | 3 To whom does one write? = The clerk.");
}

TEST(QuestionForms, TheOldestMessageIsTheRequest) {
  const std::string head = "From: FOI Team\nSent: 3 May 2024\nTo: A\n\nDear A\n\nThis would exceed the limit.\n\nRegards\nFOI Team\n\n";
  EXPECT_EQ(
      count(
          head +
          "From: A\nSent: 1 May 2024\nTo: FOI\n\nPlease could you let me have\n1 the list of vans\n2 their cost\n3 the drivers, if any\n"),
      3u);
  EXPECT_EQ(count(head + "From: FOI Team\nSent: 2 May 2024\nTo: A\n\nDear A\n\n1. Refused.\n2. Refused.\n\nFrom: A\nSent: 1 May 2024\nTo: "
                         "FOI\n\nPlease send:\n1. the list "
                         "of vans\n2. their cost\n"),
            2u);
  EXPECT_EQ(count(head + "From: A\nSent: 1 May 2024\nTo: FOI\n\nPlease send the total paid for vans in 2023/24.\nThank you, A\n"), 1u);
}

TEST(QuestionForms, ListsThatAreNoQuestions) {
  const char* letters[] = {
      "Please could you clarify:\n\n- which vans you mean\n- which years you want\n",
      "You could narrow your request to:\n\n1. How many vans were bought\n2. What each of them cost\n",
      "We considered:\n\n1. The public interest in vans.\n2. The cost of vans to the public.\n",
      "The following apply:\n\n(a) the vans were sold.\n(b) the drivers have left.\n",
      "Notes\n\n\u2022 Figures are for financial years.\n\u2022 Vans on hire are not counted.\n",
      "EPR \u2013 Electronic Record\nMOT \u2013 Ministry Test\n",
  };
  for (const char* text : letters) EXPECT_EQ(count(kDear + "Thank you for your request.\n\n" + text), 0u) << text;
}

TEST(RequestOpeners, SentencesBeforeARequest) {
  for (const char* text : {"your request was as follows:", "on 6 november 2023 you asked us for the following.",
                           "here is our reply to your recent request, which read:",
                           "further to the request received by us on 20 june for the information set out below:",
                           "you wrote to us as follows:", "thank you for your request, in which you ask:",
                           "it asks about the late opening of a room:", "your request arrived on 4 november 2024:",
                           "thank you for your email of 3 march requesting the following. please be advised that some of it is old.",
                           "your recent request for information is replicated below, together with our response.",
                           "your e-mail of 13 january asked the council, about the appeal, for"})
    EXPECT_TRUE(introduces_request(text)) << text;
  for (const char* text : {"in response to your request i can confirm the following:", "please could you clarify your request as follows:",
                           "you may ask for a review by writing to:", "if you are unhappy with your request you can contact:",
                           "we hold the following:", "our reasons are as follows:", "please find the information you asked for below.",
                           "your request has been refused for the following reason:", "thank you for your request.",
                           "the vans are as follows:", "you could narrow your request in one of these ways:", ""})
    EXPECT_FALSE(introduces_request(text)) << text;
}

TEST(QuestionForms, HeadingsAndRepeatsAreNotCounted) {
  const std::string long_one =
      "Could I have a copy of the reports on late opening of the swimming pool from January 2020 to August 2020, please?";
  const std::pair<std::string, std::size_t> cases[] = {
      {"Your request\n\n" + long_one + "\n\nWe answered\n\nThank you for your request. Specifically you asked:\n\n" + long_one +
           "\n\nI can confirm that we hold this. It is attached.\n",
       1},
      {"FOI Request - Pool\n\nRequest\n\nHow many pools are there?\n\nResponse 02-04-2013\n\nNine.\n", 1},
      {"Request Number: FOI/16999\n\nSubject: Guidance on pools\n\nRequest and Answer:\nYour request has been considered. We hold it.\n\n"
       "Request\nCan you please forward a copy of the said guidance?\n\nAnswer\nPlease see the attached PDF.\n",
       1},

      {"Your request\n\n1. How many pools?\n2. How many baths?\n\nResponse\n\nNine and ten.\n", 2},
      {"You asked:\n\n1. Pools\na. How many?\n2. Baths\na. How many?\n\nResponse\n\nNine and ten.\n", 2},
      {"You asked:\n\n1. Request forms used\n2. Subject access forms used\n\nResponse\n\nNine and ten.\n", 2},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(count(text), expected) << text;
}

TEST(RequestOpeners, HeadingsOfPages) {
  for (const char* line : {"request 101000139999", "request 2024/15", "subject: pools", "your request"})
    EXPECT_TRUE(heads_request(line)) << line;
  for (const char* line : {"request", "request 12 pools", "request forms", "subject access requests", "requests 2024", "a request 12"})
    EXPECT_EQ(heads_request(line), is_request_heading(line)) << line;
}

TEST(RequestOpeners, Headings) {
  for (const char* line :
       {"what you asked for", "you asked", "what you had asked", "your questions and our answers", "wording of your request"})
    EXPECT_TRUE(is_request_heading(line)) << line;
  for (const char* line : {"your request for information foi 12", "your right to complain", "what you can do next",
                           "you asked us about vans and buses and trams in the town of sample.", "our reply"})
    EXPECT_FALSE(is_request_heading(line)) << line;
  for (const char* line : {"our reply", "what we are sending you", "answers to your questions", "disclosure"})
    EXPECT_TRUE(is_answer_heading(line)) << line;
  for (const char* line : {"what you asked", "what we are not sending you", "disclosure log entries are on our site.",
                           "reply to the board of directors about vans"})
    EXPECT_FALSE(is_answer_heading(line)) << line;
}

}  // namespace
}  // namespace foi::understand
