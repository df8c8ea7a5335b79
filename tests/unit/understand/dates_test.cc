#include "indexer/understand/dates.h"

#include <gtest/gtest.h>

#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

std::string print(const PrintedDate& date) {
  if (const auto full = date.date()) return to_iso(*full);
  return "--" + std::to_string(date.month) + "-" + std::to_string(date.day);
}

TEST(PrintedDates, AsTheyAreWritten) {
  const std::pair<const char*, const char*> cases[] = {
      {"17 March 2021", "2021-03-17"},
      {"17th March 2021", "2021-03-17"},
      {"17 th March 2021", "2021-03-17"},
      {"23rd March, 2021", "2021-03-23"},
      {"the 26th of November 2019", "2019-11-26"},
      {"Tuesday, 26th November 2019", "2019-11-26"},
      {"March 17, 2021", "2021-03-17"},
      {"7 Sept 2021", "2021-09-07"},
      {"17 MARCH 2021", "2021-03-17"},
      {"07/04/2021", "2021-04-07"},
      {"7/4/21", "2021-04-07"},
      {"7.4.2021", "2021-04-07"},
      {"07-04-2021", "2021-04-07"},
      {"2021-04-07", "2021-04-07"},
      {"17\nMarch 2021", "2021-03-17"},
      {"the thirtieth of September 2024", "2024-09-30"},
      {"the twenty-first of May 2021", "2021-05-21"},
      {"the thirty first of May 2021", "2021-05-31"},
      {"Thursday, the 24th of October 2024", "2024-10-24"},
      {"Friday, October 28, 2022", "2022-10-28"},
      {"I5 October 2022", "2022-10-15"},
      {"of 28 people", ""},
      {"5 February 2024Our Ref", "2024-02-05"},
      {"10/02/2020Date of response", "2020-02-10"},
      {"the thirtieth May", "--5-30"},
      {"the second may apply", ""},
      {"first in March 2021", ""},
      {"twenty May balls", ""},
      {"4th March", "--3-4"},
      {"29 February 2020", "2020-02-29"},
      {"29 February 2021", ""},
      {"31/04/2021", ""},
      {"04/13/2021", ""},  // never American
      {"12.3.14.2", ""},
      {"1.2.3", ""},
      {"01/02/03/04", ""},
      {"07/04", ""},
      {"2019/20", ""},
      {"March 2021", ""},
      {"we may 3 times", ""},
      {"section 3 may apply", ""},
      {"20210322", ""},
      {"FOI_20.21-349", ""},
      {"17 March 99999", "--3-17"},
      {"00/00/0000", ""},
      {"", ""},
  };
  for (const auto& [text, expected] : cases) {
    const auto dates = find_printed_dates(text);
    EXPECT_EQ(dates.empty() ? "" : print(dates[0]), expected) << text;
  }
}

TEST(PrintedDates, WeekdayIsChecked) {
  EXPECT_TRUE(find_printed_dates("Tuesday 26 November 2019")[0].weekday_agrees());
  EXPECT_FALSE(find_printed_dates("Monday 26 November 2019")[0].weekday_agrees());
  EXPECT_TRUE(find_printed_dates("26 November 2019")[0].weekday_agrees());
}

struct Case {
  const char* what;
  std::string text;
  const char *received, *responded;  // "" for none
};

TEST(FindDates, InLetters) {
  const std::string body = "\n\nDear Ms Testperson\n\nThank you for your request for information.\n\n";
  const Case cases[] = {
      {"both",
       "Date: Tuesday, 26th November 2019\nOur Ref: FOI 1\n\nDear Ms Testperson\n\nWe are writing in response to your request, received in "
       "this office on 20th November 2019.\n",
       "2019-11-20", "2019-11-26"},
      {"date alone on its line", "17 March 2021" + body, "", "2021-03-17"},
      {"date alone in its column", "A Testperson                           17 March 2021" + body, "", "2021-03-17"},
      {"label in one column, date in the next", "Date:          27/05/2021" + body, "", "2021-05-27"},
      {"received by a trust",
       "23 March 2021\n\nDear A\n\nI am writing about your request, which was received by the Somewhere NHS Trust on 4 March 2021.\n",
       "2021-03-04", "2021-03-23"},
      {"the sentence begins with the date",
       "27 June 2022\n\nDear A\n\nOn 9 June 2022 this office received your email with the questions below:\n", "2022-06-09", "2022-06-27"},
      {"request dated", "29 April 2021\n\nDear A\n\nThank you for your request for information dated 04/03/2021.\n", "2021-03-04",
       "2021-04-29"},
      {"without a year, the last such day", "24th May 2021\n\nDear A\n\nWe answer your letter received on 8th May about lifts.\n",
       "2021-05-08", "2021-05-24"},
      {"without a year, over new year", "5 January 2021\n\nDear A\n\nThank you for your correspondence received on 14th December.\n",
       "2020-12-14", "2021-01-05"},
      {"labels of a form", "Date received: 09/04/2026 00:00:00\nResponse date: 21/04/2026\n\nDear A\n\nThank you for your request.\n",
       "2026-04-09", "2026-04-21"},
      {"a review is received later than its request",
       "28 February 2025\n\nDear A\n\nI write about your correspondence dated 3 February 2025, in which you expressed dissatisfaction with "
       "our response.\n\nYour request was received on 6 December 2024.\n",
       "2025-02-03", "2025-02-28"},
      {"representations",
       "8 July 2022\n\nDear A\n\nI refer to your representations received on 13 June 2022 concerning our response. The appeal is set down "
       "for 11 October.\n",
       "2022-06-13", "2022-07-08"},
      {"somebody else's representations",
       "8 July 2022\n\nDear A\n\nThank you for your request. The supplier's representations were received on 12 March 2022.\n", "",
       "2022-07-08"},
      {"email of", "29 April 2021\n\nDear A\n\nThank you for your email of 1 April 2021.\n", "2021-04-01", "2021-04-29"},

      {"without a year and without a response date", "Dear A\n\nWe refer to your request received on the 4th March.\n", "", ""},
      {"no dates at all", body, "", ""},
      {"a period asked about",
       "Dear A\n\nThank you for your request.\n\nYou asked:\n\n1. Spend in the 12 months to 1 November 2019\n\n2. Falls between 01/04/2018 "
       "and 31/03/2019\n",
       "", ""},
      {"a statutory instrument", "Dear A\n\nThank you for your request. The Regulations came into force on 1st July 2005.\n", "", ""},
      {"a review carried out on a day",
       "Dear A\n\nAn internal review was conducted by the lead officer on 11/09/2025; the outcome is below.\n", "", ""},
      {"when the response was sent", "Dear A\n\nThank you for your email. You received our response dated 3 May 2021.\n", "", ""},
      {"a file name", "FOI326 Response 20210322\n\nDear A\n\nThank you for your request.\n", "", ""},
      {"a merger", "Dear A\n\nThank you for your request.\n\nTwo trusts became one on 1 October 2017.\n", "", ""},
      {"a date in the answer",
       "Dear A\n\nThank you for your request.\n\nYou asked:\n\n1. When did the system go live?\n\n12 May 2019\n\n2. And the next?\n\nNot "
       "known.\n\nIt was received on time.\n\nYours sincerely\n",
       "", ""},
  };
  for (const Case& c : cases) {
    const TestLetter letter(c.text);
    const LetterDates dates = find_dates(letter.letter, letter.sections, nullptr);
    EXPECT_EQ(dates.received ? to_iso(dates.received->date) : "", c.received) << c.what;
    EXPECT_EQ(dates.responded ? to_iso(dates.responded->date) : "", c.responded) << c.what;
  }
}

TEST(FindDates, LabelsAndSentencesOfMoreForms) {
  const std::string body = "\n\nDear Ms Testperson\n\nThank you for your request for information.\n\n";
  const Case cases[] = {
      {"labels glued to the values before", "Our ref: AB/1187Date of request: 10/02/2020Date of response: 06/03/2020" + body, "2020-02-10",
       "2020-03-06"},
      {"labels parted by bars", "**Received** 3 June 2025 | **Closed** 30 June 2025" + body, "2025-06-03", "2025-06-30"},
      {"labels parted by dots", "Date 04/06/2024 \u00B7 Your Ref \u2013 \u00B7 Our Ref 9034" + body, "", "2024-06-04"},
      {"one label after another", "Our Ref: FOI 7002 Rec'd: 20.09.21 Replied: 15.10.21" + body, "2021-09-20", "2021-10-15"},
      {"a table", "| Request received | 20/05/2024 |\n| Reply sent | 14/06/2024 |" + body, "2024-05-20", "2024-06-14"},
      {"request and response alone", "Request: 2020-01-13\nResponse: 2020-02-05" + body, "2020-01-13", "2020-02-05"},
      {"asked for and decided", "Asked for on\t19/06/2018\nDecided on\t13/07/2018" + body, "2018-06-19", "2018-07-13"},
      {"responded to", "Responded to: 09 October 2023" + body, "", "2023-10-09"},
      {"it reached us", "19 December 2019\n\nDear A\n\nHere is your survey. It reached us on 25th November 2019.\n", "2019-11-25",
       "2019-12-19"},
      {"in brackets", "6 September 2022\n\nDear A\n\nThat is twenty working days from the date we received your request (05/09/2022).\n",
       "2022-09-05", "2022-09-06"},
      {"yours of", "18 July 2022\nOur reference FOI_5629 \u2013 yours of the 11th July 2022\nDear A\n\nWe hold it.\n", "2022-07-11",
       "2022-07-18"},
      {"a number between", "23.11.23\nYour FOI no. 2023-061 of 27.10.23\n\nWe hold it.\n", "2023-10-27", "2023-11-23"},
      {"a heading", "23 February 2024\n\nDear A\n\nRequest of 29 January 2024\n\nWe hold it.\n", "2024-01-29", "2024-02-23"},

      {"a number and a day", "**FOI-NFRS-0388** | 28 February 2024\n\nDear A\n\nWe had this from you on 19 February. Nine.\n", "2024-02-19",
       "2024-02-28"},
      {"two days of a page", "# Vans\n\nAsked 10 February 2025 \u00B7 Answered 27 February 2025\n\nNine vans.\n", "2025-02-10",
       "2025-02-27"},
      {"a day still to come",
       "2 August 2024\n\nDear A\n\nThank you for writing on 10 June 2024. The counts were in hand when your e-mail came, "
       "and the calendar has had 12 September 2024 against them.\n",
       "2024-06-10", "2024-08-02"},

      {"a heading and a day", "Van policy | 28 February 2024\n\nA policy of the board.\n", "", ""},
      {"when an answer is due", "Reply due: 03/10/2022" + body, "", ""},
      {"when to reply by", "Reply by: 03/10/2022" + body, "", ""},
      {"a heading that names an earlier answer", "12 August 2022\n\nDear A\n\nThe response (7th July 2022)\n\nWe hold it.\n", "",
       "2022-08-12"},
      {"received by others", "12 August 2022\n\nDear A\n\nThe ward moved. The funds were received by the charity on 3 May 2021.\n", "",
       "2022-08-12"},
      {"what happened then", "12 August 2022\n\nDear A\n\nYou asked how many died on 3 May 2021.\n", "", "2022-08-12"},
      {"a contract's dates", "12 August 2022\n\nDear A\n\nStart of contract\t01/07/2018\nEnd of contract\t30/06/2023\n", "", "2022-08-12"},
      {"a review to come", "12 August 2022\n\nDear A\n\nReview date: 01/07/2023\n", "", "2022-08-12"},
  };
  for (const Case& c : cases) {
    const TestLetter letter(c.text);
    const LetterDates dates = find_dates(letter.letter, letter.sections, nullptr);
    EXPECT_EQ(dates.received ? to_iso(dates.received->date) : "", c.received) << c.what;
    EXPECT_EQ(dates.responded ? to_iso(dates.responded->date) : "", c.responded) << c.what;
  }
}

TEST(FindDates, OnPublishedPages) {
  const std::string asked = "\nPlease send the list of vans that the Council has bought since 2019.\n\nResponse\nAttached.\n";
  const Case cases[] = {
      {"a log's two labels", "FOI request (FOIR-5148)\nVans\nRequested Thu 11 May 2023\nResponded Thu 18 May 2023" + asked, "2023-05-11",
       "2023-05-18"},
      {"the heading of the response", "FOI Request - Vans\n\nRequest 101000139999\n\nHow many vans?\n\nResponse 02-04-2013\n\nNine.\n", "",
       "2013-04-02"},
      {"published later",
       "Vans: FOI release\n- Published\n- 28 March 2025\n- Date received\n- 19 February 2025\n- Date responded\n- 13 March "
       "2025\n\nResponse\n\n"
       "Nine.\n",
       "2025-02-19", "2025-03-13"},

      {"published and no more", "Vans: FOI release\n- Published\n- 28 March 2025\n\nResponse\n\nNine.\n", "", ""},
      {"updated and no more", "Vans\nPage updated\n28 March 2025\n\nResponse\n\nNine.\n", "", ""},
      {"a response to another", "Vans\n\nRequest\n\nYou sent a response 02-04-2013 on vans. Why?\n\nResponse\n\nNobody knows.\n", "", ""},
  };
  for (const Case& c : cases) {
    const TestLetter letter(c.text);
    const LetterDates dates = find_dates(letter.letter, letter.sections, nullptr);
    EXPECT_EQ(dates.received ? to_iso(dates.received->date) : "", c.received) << c.what;
    EXPECT_EQ(dates.responded ? to_iso(dates.responded->date) : "", c.responded) << c.what;
  }
}

TEST(FindDates, SpansAreWhereTheDatesStand) {
  const TestLetter letter("17 March 2021\n\nDear A\n\nThank you for your request received on 3 March 2021.\n");
  const LetterDates dates = find_dates(letter.letter, letter.sections, nullptr);
  ASSERT_TRUE(dates.received && dates.responded);
  EXPECT_EQ(letter.letter.view(dates.received->where), "3 March 2021");
  EXPECT_EQ(letter.letter.view(dates.responded->where), "17 March 2021");
}

TEST(FindDates, LogWhereTheLetterIsSilentAndNoteWhereTheyDiffer) {
  LogEntry log;
  log.received = parse_iso("2021-03-03");
  log.responded = parse_iso("2021-03-18");
  const TestLetter letter("17 March 2021\n\nDear A\n\nThank you for your request.\n");
  const LetterDates dates = find_dates(letter.letter, letter.sections, &log);
  EXPECT_TRUE(dates.received->from_log);
  EXPECT_EQ(to_iso(dates.received->date), "2021-03-03");
  EXPECT_FALSE(dates.responded->from_log);
  EXPECT_EQ(to_iso(dates.responded->date), "2021-03-17");
  ASSERT_EQ(dates.notes.size(), 1u);
  EXPECT_NE(dates.notes[0].find("2021-03-18"), std::string::npos);
}

TEST(FindDates, DoubtIsNoted) {
  const TestLetter weekday("Monday 26 November 2019\n\nDear A\n\nThank you for your request.\n");
  EXPECT_EQ(find_dates(weekday.letter, weekday.sections, nullptr).notes.size(), 1u);
  const TestLetter order("Date: 1 March 2021\n\nDear A\n\nThank you for your request received on 5 March 2021.\n");
  EXPECT_EQ(find_dates(order.letter, order.sections, nullptr).notes.size(), 1u);
}

}  // namespace
}  // namespace foi::understand
