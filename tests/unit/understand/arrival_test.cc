// The day on which a request came and the day on which it was answered, in the sentences and labels letters have for them.
#include <gtest/gtest.h>

#include "indexer/understand/dates.h"
#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

std::string iso(const std::optional<FoundDate>& found) { return found ? to_iso(found->date) : ""; }

LetterDates dates_of(const std::string& text) {
  const TestLetter letter(text);
  return find_dates(letter.letter, letter.sections, nullptr);
}

struct Sentence {
  const char *text, *received;  // "" where it says nothing of the request's arrival
};

TEST(Arrival, SentencesAboutTheRequest) {
  const Sentence rows[] = {
      {"Your request reached the council on 18 September 2023.", "2023-09-18"},
      {"This answers the request which came into our office on 5th February 2020.", "2020-02-05"},
      {"On 6 November 2023 you asked us about footbridges.", "2023-11-06"},
      {"On 6 November 2023 you wrote to the board about footbridges.", "2023-11-06"},
      {"Thank you for writing to us on 13 January 2025.", "2025-01-13"},
      {"Thank you for your request of 12 June 2023.", "2023-06-12"},
      {"Thank you for your Freedom of Information request of 12 June 2023.", "2023-06-12"},
      {"I refer to your request under the Freedom of Information Act 2000 of 12 June 2023.", "2023-06-12"},
      {"I refer to your request for information dated 12 June 2023.", "2023-06-12"},
      {"I refer to your e-mail dated the 12th of June 2023.", "2023-06-12"},
      {"We are glad to answer the request that you sent on 1 February 2023.", "2023-02-01"},
      {"We write about the request you submitted through our website on 1 February 2023.", "2023-02-01"},
      {"I refer to the request that we received from you on\n12 September 2019 about shelters.", "2019-09-12"},
      {"We received your letter on 30 October 2008.", "2008-10-30"},
      {"Your enquiry arrived here on Monday 6 November 2023.", "2023-11-06"},
      {"Your request about opening hours came in on 19 February 2024.", "2024-02-19"},
      {"Your request (16 May 2022) was for the van policy.", "2022-05-16"},
      {"Your request: 17th July 2023", "2023-07-17"},
      {"From (3 May 2024", ""},
      {"You wrote about vans, and we had it on Monday 5 February 2018.", "2018-02-05"},
      {"Thank you for your enquiry, which we had from you on 14 November 2022.", "2022-11-14"},
      {"I refer to your letter, which was opened here on 29 August 2022.", "2022-08-29"},
      {"Thank you for your letter which was handed in at the desk on 7 August 2017.", "2017-08-07"},
      {"Your complaint about our decision of 9 March was received on 27 March 2023.", "2023-03-27"},
      // Whatever the verb, the reader did it.
      {"On 30 September 2024 you took issue with the letter of 19 September 2024.", "2024-09-30"},
      {"You put these questions to the Standards Agency on 8 March 2021.", "2021-03-08"},
      {"You wanted four things from us on 14 June 2021.", "2021-06-14"},
      {"You were unhappy with our reply and said so on 14 June 2021.", "2021-06-14"},
      {"Thank you for your e-mail of 14 June 2021, which you sent before our office opened.", "2021-06-14"},
      {"Your letter, dated 14 June 2021, is one of three.", "2021-06-14"},
      {"Within an hour of each other on 17 June 2024 you sent us two e-mails.", "2024-06-17"},
      {"Thank you for getting in touch with the Board on 6 February 2023.", "2023-02-06"},
      {"Thank you for asking about inhalers (8 January 2024). There are none.", "2024-01-08"},
      {"The table has your five questions of 14 October 2024 down the left.", "2024-10-14"},
      {"Your plea for a review is dated 8 July 2024.", "2024-07-08"},
      {"Your note of 20 November 2023 asked for our refusal to be reconsidered.", "2023-11-20"},
      {"It was on 5 February 2024 that you got in touch about lanes.", "2024-02-05"},
      {"Further to your e-mail (5 February 2024) about lanes, there are nine.", "2024-02-05"},
      {"You'd like to know about lanes (request of 5 February 2024).", "2024-02-05"},
      {"You have waited since 14 June 2021 for one report.", "2021-06-14"},
      {"Your four questions, which we had on 16 May 2022, are answered below.", "2022-05-16"},
      {"I was asked on 15 July 2024 to test the reply of 28 June 2024.", "2024-07-15"},
      {"You weren't content with our letter of 14 September 2023 and on 2 October 2023 you said so.", "2023-10-02"},
      {"You came back to us on 4 March 2024 because you thought that our letter of 19 February 2024 hid too much.", "2024-03-04"},
      {"Asked on 6 September 2021, answered on 1 October 2021", "2021-09-06"},
      {"Request of 18 March 2024; reply of 22 March 2024.", "2024-03-18"},
      {"You weren't pleased with what we had sent on 27 January 2025.", ""},
      {"You were told on 8 July 2024 that we needed longer.", ""},
      {"You told us on 8 July 2024 that you meant wards.", ""},
      {"The answer you got on 8 July 2024 stands.", ""},
      {"The list that you received on 8 July 2024 was the whole of it.", ""},
      {"The review of wards was asked for on 8 July 2024 by the Board.", ""},
      {"A report of the review was requested on 8 July 2024 by the Board.", ""},
      {"You wanted the minutes of the meeting on 8 July 2024.", ""},
      {"Thank you for meeting us on 8 July 2024.", ""},
      {"It was on 8 July 2024 that you were told.", ""},
      {"Lanes (survey of 8 July 2024) are to be closed.", ""},
      {"Our note of 8 July 2024 lists your points.", ""},
      {"The Board's list of 8 July 2024 is attached.", ""},
      {"Patients have waited since 8 July 2024.", ""},
      {"The vans, which we had on 5 February 2018, were sold.", ""},
      {"We had our meeting on 5 February 2018.", ""},
      {"Our reply to your request was opened on 5 February 2018.", ""},
      {"The depot was opened on 5 February 2018.", ""},
      {"The keys were handed over on 5 February 2018.", ""},
      {"You had it from the council on 5 February 2018.", ""},
      {"Their request (16 May 2022) was dealt with.", ""},
      {"The request: 17 vans of 17 July 2023.", ""},
      {"You complained on 29 January 2024 that we had been slow.", "2024-01-29"},
      {"Your application was received by the Information Governance and Records Team of the Somewhere and District Board on 3 May 2022.",
       "2022-05-03"},
      {"Further to your correspondence received 3 May 2022, we reply below.", "2022-05-03"},
      {"Your request was made on 3/5/22.", "2022-05-03"},
      // Of two, the day it was received rather than the day it bears.
      {"Thank you for your letter dated 2 May 2022, which was received on 4 May 2022.", "2022-05-04"},
      // Of two, the request at hand rather than an earlier one.
      {"You wrote on 9 June 2022 about your original request dated 2 May 2022.", "2022-06-09"},

      {"Your message was logged. It was received by us on 25/07/2024.", "2024-07-25"},
      {"Information was requested by you on 19 August 2024, as follows:", "2024-08-19"},
      {"I write further to the request that you made to Somewhere Bay University Health Board on 4 July 2022, for:", "2022-07-04"},
      {"Dyfed Police received your request for information on 3 June 2024.", "2024-06-03"},
      {"Maternity \u2013 Freedom of Information request of 8 October 2024", "2024-10-08"},
      {"FOI 0716 \u2013 FOI request of 6th June 2022", "2022-06-06"},
      {"By e-mail of 26 August 2024 you required the Board to review its response.", "2024-08-26"},
      // Of a review its own day, whatever is told of the request.
      {"On 9 December 2024 you asked for the van file. You were unhappy and wrote on 3 February 2025 to ask for a review.", "2025-02-03"},
      {"You asked for an internal review on 2 October 2023. You had asked us on 4 September 2023 for the file.", "2023-10-02"},
      {"You asked for an internal review of our reply to your original request of 4 September 2023.", "2023-09-04"},
      {"You applied for a review on 10 July 2023.", "2023-07-10"},
      {"You asked the Somewhere Board on 8 July 2024 for a review of our handling.", "2024-07-08"},
      {"We got your letter seeking a review on 20 January 2025. The reply you were sent on 9 January 2025 stands.", "2025-01-20"},
      {"This is the reply to the message you left us on 11/10/2021.", "2021-10-11"},
      {"We write about your request which we took in on 12 September 2024.", "2024-09-12"},
      {"This request reached the FOI mailbox on Friday 3rd January 2025. You came back to us on 20 January 2025.", "2025-01-03"},
      {"You contacted our FOI team on 3 May 2022.", "2022-05-03"},
      {"We acknowledge receipt on 5th November 2024 of your spreadsheet.", "2024-11-05"},
      {"We received the following request from you on 15 January 2024:", "2024-01-15"},
      {"This concerns the four questions you put to Somewhere Hospital NHS Foundation Trust on 23 January 2024.", "2024-01-23"},
      {"Thank you for the request you made of Somewhere NHS Foundation Trust on 17 August 2022 under the Act.", "2022-08-17"},
      {"Your request AB4471 of 13/02/2023", "2023-02-13"},
      {"In an e-mail of 19 June 2023 you told us that it could not take long.", "2023-06-19"},
      {"By a further letter dated 19 June 2023 you ask that we look again.", "2023-06-19"},
      {"I was asked to carry out the review that you called for on 15 July 2024.", "2024-07-15"},
      {"This is the review which you asked for on 15 July 2024.", "2024-07-15"},
      {"On 4 November 2019 you disputed our decision of 21 October 2019.", "2019-11-04"},
      {"We met on 6 July 2021 to hear your appeal of 14 June 2021.", "2021-06-14"},
      {"You told us on 11 September 2017 that you were unhappy with our answer.", "2017-09-11"},
      {"You were not content with our handling of it and on 11 September 2023 you asked for a review.", "2023-09-11"},
      {"Thank you for your e-mail of 30 October 2023. You are dissatisfied with the response sent to you on 9 October 2023.", "2023-10-30"},
      {"On 4 November 2019 you complained. The link that you were sent did not work on 21 October 2019.", "2019-11-04"},
      {"Review of our decision on your request\nI acknowledge that your letter asking for a review came to us on 20 March 2023.",
       "2023-03-20"},
      {"You wrote to us on 12 February 2025 to say that the answer you got on 28 January 2025 would not do.", "2025-02-12"},
      {"You wrote on 12 February 2025 about the letter you received on 28 January 2025.", "2025-02-12"},
      {"We answer the request from you received on 28 January 2025.", "2025-01-28"},
      {"You asked on 6 March 2023 for the van file. A review was asked for on 5 June 2023.", "2023-06-05"},
      {"An internal review was requested on 5 June 2023.", "2023-06-05"},
      // What was quoted is pointed at; what came is told in the passive.
      {"We received these four questions on 3 June 2024: how many vans are there?", "2024-06-03"},
      {"We received the enquiry below on 14 March 2023.", "2023-03-14"},
      {"On 1 September 2025 we were sent this request: how many vans are there?", "2025-09-01"},
      {"On 1 September 2025 we were asked for the van file.", "2025-09-01"},
      {"We received your request about use of the lanes on 17 March 2025.", "2025-03-17"},
      {"With this goes our reply to the request received from you on 20 January 2025.", "2025-01-20"},
      {"The complaint had come in on 26 February 2024.", "2024-02-26"},
      {"FOI 25117, sent in on 20 January 2025", "2025-01-20"},
      {"Home care: request for information of 26 September 2022", "2022-09-26"},
      {"You were good enough to write on 12 June 2023 asking what the lanes took.", "2023-06-12"},
      {"You took the trouble to ask us on 12 June 2023 what the lanes took.", "2023-06-12"},
      {"Section 10 gives us twenty working days from 13 March 2023 and we have gone past that.", "2023-03-13"},
      {"Your representations under regulation 11, dated 5 June 2023, have been considered by me.", "2023-06-05"},
      // Of a review its day, whatever the verb.
      {"You sought a review on 13 September 2021.", "2021-09-13"},
      {"I have completed the review that you sought on 2 October 2023.", "2023-10-02"},
      {"On 2 October 2023 you asked for the file. This is about the internal review that you asked the Somewhere Board for on 4 March "
       "2024.",
       "2024-03-04"},
      {"Your request of 31 January 2022 was refused, and you asked on 28 March 2022 for that decision to be looked at afresh.",
       "2022-03-28"},
      {"On 2 October 2023 you asked for the file. You wrote on 21 October 2024 asking that this be reconsidered.", "2024-10-21"},
      {"On 7 November 2022 she required a review.", "2022-11-07"},
      {"The complainant asked for an internal review on 7 November 2022.", "2022-11-07"},
      {"What you said on 15/08/2022", "2022-08-15"},
      {"What we said on 04/08/2022\nThat it was held.\nWhat you said on 15/08/2022\nThat nobody can be charged.", "2022-08-15"},
      {"You wrote on 31 January 2024, and we got it the day after (1 February 2024), to say that you are dissatisfied.", "2024-02-01"},
      {"I refer to your e-mail of 30 September 2024 in which you asked that the response sent to you by the Somewhere Constabulary on "
       "6 September 2024 be reviewed.",
       "2024-09-30"},
      {"I refer to your letter dated 26 February 2024 concerning your dissatisfaction with the response to the following request, which we "
       "received on 18 January 2024.",
       "2024-02-26"},
      {"You asked on 27 May 2024 for the van file. I write in response to your e-mail dated 15 July 2024 in which you requested an "
       "internal "
       "review.",
       "2024-07-15"},
      {"Thank you for your e-mail of 9 October 2023. In it you ask for a review of this office's response of 25 September 2023 to your "
       "request "
       "of 29 August 2023.",
       "2023-10-09"},
      // The reader's own day goes before that of what is pointed at; a paper that is asked about came from somebody else.
      {"Thank you for your request of 8 January 2024. You asked about tenders. We received these questions on 12 January 2024.",
       "2024-01-08"},
      {"Thank you for your request of 8 January 2024. We received this request on 9 January 2024.", "2024-01-09"},
      {"The council has received the enquiry below on 12 January 2024.", "2024-01-12"},
      {"You asked for letters from Acme. The council received these emails on 12 January 2024. They are enclosed.", ""},
      {"We received the above letter on 3 January 2024. The fire service wrote it.", ""},
      {"We had the following letter on 12 January 2024.", ""},
      {"We received these questions on 12 January 2024 from the fire service.", ""},
      {"We received the following questions from Acme on 12 January 2024.", ""},
      {"Acme got these questions on 12 January 2024.", ""},
      {"We received this request on 2 February 2024 by email.", "2024-02-02"},
      {"We first received this request on 2 February 2024.", "2024-02-02"},
      {"We duly received this request on 2 February 2024.", "2024-02-02"},
      {"NHS England received this request on 2 February 2024.", "2024-02-02"},
      {"Ofsted received this request on 2 February 2024.", "2024-02-02"},
      {"The GMC received this request on 2 February 2024.", "2024-02-02"},
      {"Our FOI team received this request on 2 February 2024.", "2024-02-02"},
      {"The school received the following questions on 2 February 2024.", "2024-02-02"},
      {"HM Treasury had this request on 2 February 2024 by email.", "2024-02-02"},
      {"We received this request on 2 February 2024 from your solicitor.", "2024-02-02"},
      {"We received this e-mail below on 2 February 2024.", "2024-02-02"},
      {"We refer to your request of 1 February 2024. We received this request on 2 February 2024 by email from Mr Testperson.",
       "2024-02-02"},
      {"It was received on 30 May 2023 from Mr Testperson.", "2023-05-30"},
      {"The supplier received the following questions on 2 February 2024.", ""},
      {"We received these questions on 2 February 2024 by email from the fire service.", ""},
      {"We received this report on 3 January 2024 from the fire service", ""},
      {"We received these parcels of goods from the supplier on 3 June 2024.", ""},
      {"We received the enquiry from the police on 14 March 2023.", ""},
      {"On 1 September 2025 we were sent this letter by the supplier.", ""},
      {"On 1 September 2025 we were asked by the coroner to wait.", ""},
      {"On 1 September 2025 the vans were sold.", ""},
      {"We received your request for the minutes of the meeting on 17 March 2025.", ""},
      {"We received your request for the number of people employed on 17 March 2025.", ""},
      {"We received your request for the vans in use on 17 March 2025 and later.", ""},
      {"Our reply to your request, which you received on 20 January 2025, was wrong.", ""},
      {"More had come to light on 26 February 2024.", ""},
      {"FOI 25117 was closed on 20 January 2025", ""},
      {"Ward 25117, made on 20 January 2025", ""},
      {"We were good enough to write on 12 June 2023.", ""},
      {"You have forty working days from 13 March 2023 to ask for a review.", ""},
      {"The supplier's representations, dated 5 June 2023, have been considered.", ""},
      {"The minister sought a review on 13 September 2021.", ""},
      {"On 7 November 2022 he asked for a review of staffing levels.", ""},
      {"What you were told on 15/08/2022", ""},
      {"What we said on 15/08/2022", ""},
      {"In our letter of 19 June 2023 you will find the reasons.", ""},
      {"You told us on 11 September 2017 that the vans were blue.", ""},
      {"We called on the supplier, for the review that the Board called for on 15 July 2024.", ""},
      {"On 4 November 2019 the Board disputed the invoice.", ""},
      {"The report sent to you on 9 October 2023 is not complete.", ""},
      {"You weren't happy with our e-mail of 9 October 2023.", ""},
      {"You weren't happy with our e-mail of 9 October 2023 and said so on 3 November 2023.", "2023-11-03"},
      {"This letter takes the place of the one dated 9 October 2023.", ""},
      {"On 9 October 2023, before I had opened your file, the team rang you.", ""},
      {"On 9 October 2023, after your call, we received the parts from the firm.", ""},
      {"The letter you were sent on 9 October 2023 gave reasons.", ""},
      {"We received the following goods from the supplier on 15 January 2024.", ""},
      {"The depot acknowledged receipt of the goods on 5th November 2024.", ""},
      {"The patients whom we took in on 12 September 2024 were moved.", ""},
      {"You asked about the ward that was left on 3 May 2022.", ""},
      {"Your request is for the note on the ward you left on 3 May 2022.", ""},
      {"You came back to us on 20 January 2025 with a narrower wording.", ""},
      {"You asked the Board about the strike on 8 July 2024 and its cost.", ""},
      {"Your request is for the minutes that the FOI team had on 3 May 2022.", ""},
      {"You asked for the papers of the staffing review on 3 May 2022.", ""},
      {"The Board asked the supplier on 8 July 2024 for a review of its prices.", ""},
      {"The plan that you sent to the meeting held on 3 May 2022 is lost. Your request is for it.", ""},
      {"Your request is for what the Board wrote to the Minister about vans on 3 May 2022.", ""},
      {"The Trust received your minutes of the meeting on 3 May 2022.", ""},
      {"We closed another Freedom of Information request of 8 October 2024 without an answer.", ""},
      {"By e-mail of 26 August 2024 the supplier told us of it.", ""},
      {"I refer to our reply of 12 December 2022.", ""},
      {"We acknowledged it on 3 May 2022.", ""},
      {"Our response, which you received on 3 May 2022, gave the figures.", ""},
      {"Your clarification was received on 3 May 2022.", ""},
      {"You asked about the incident on 3 May 2022.", ""},
      {"You requested the figures between 3 May 2022 and 5 May 2022.", ""},
      {"You requested the figures from 3 May 2022 onwards.", ""},
      {"Your request covers the week ending 3 May 2022.", ""},
      {"You asked for the position as at 31 March 2022.", ""},
      {"We shall reply to your request by 3 May 2022.", ""},
      {"The Regulations have been in force since 1 July 2005.", ""},
      {"The Trust received a donation on 3 May 2022.", ""},
      {"The Council was formed on 1 April 2023.", ""},
      {"Following our meeting on 3 May 2022 we have some figures.", ""},
      {"An extension was agreed on 3 May 2022.", ""},
      {"Your request was refused on 3 May 2022.", ""},
      {"The board met on 3 May 2022 and received a report.", ""},
  };
  for (const Sentence& row : rows)
    EXPECT_EQ(iso(dates_of("Dear Ms Testperson\n\n" + std::string(row.text) + "\n\nYours sincerely\n").received), row.received) << row.text;
}

TEST(Arrival, BeforeTheRequestIsQuotedOnly) {
  const std::string quoted = "Dear A\n\nThank you for your request.\n\nYou asked:\n\n1. How many vans were there?\n\n" +
                             std::string(220, 'x') + "\n\n2. I wrote to you on 3 May 2022 about vans. What was done?\n\nNothing.\n";
  EXPECT_EQ(iso(dates_of(quoted).received), "");
}

struct Labels {
  const char *text, *received, *responded;
};

TEST(Arrival, LabelsAndTables) {
  const Labels rows[] = {
      {"Our reference:     FOI 7\n\nDate received:     14 August 2024\n\nDate of reply:     10 September 2024\n", "2024-08-14",
       "2024-09-10"},
      {"Reference     FOI 7\nReceived      02/07/2024\nAnswered      29/07/2024\n", "2024-07-02", "2024-07-29"},
      {"Cyfeirnod / Reference     FOI 7\nDerbyniwyd / Received     07/03/2022\nDyddiad / Date     01/04/2022\n", "2022-03-07",
       "2022-04-01"},
      {"Reference     Received       Answered\nFOI 7         02/07/2024     29/07/2024\n", "2024-07-02", "2024-07-29"},
      {"Request date: 2 July 2024\nResponse issued: 29 July 2024\n", "2024-07-02", "2024-07-29"},
      {"Date of request: 2 July 2024\nDate of issue: 29 July 2024\n", "2024-07-02", "2024-07-29"},
      {"From: FOI Team\nDate: Fri, 10 Mar 2023 15:42:07 +0000\nSubject: vans\n", "", "2023-03-10"},
      {"From: FOI Team\nSent: 12 October 2022 11:20\nSubject: vans\n", "", "2022-10-12"},
      {"Date: 5 May 2021 Our ref: FOI 7\n", "", "2021-05-05"},
      {"Date\t26 February 2024\nRef\tFOI 7\n", "", "2024-02-26"},

      {"You asked us on     20/05/2024\nWe replied on     14/06/2024\n", "2024-05-20", "2024-06-14"},
      {"Received 28 August 2023. Replied to 22 September 2023.\n", "2023-08-28", "2023-09-22"},
      {"Decision given on 12 March 2024\n", "", "2024-03-12"},
      {"Received 8th August 2022 | Completed 5th September 2022\n", "2022-08-08", "2022-09-05"},
      {"FOI 71 (received 18 March 2025, answered 14 April 2025)\n", "2025-03-18", "2025-04-14"},
      {"Received 02/11/20 - Answered 19/11/20\n", "2020-11-02", "2020-11-19"},
      {"Decided on the papers, 22 March 2022. Decision given 8 April 2022\n", "", "2022-04-08"},
      {"Request came in\n21 August 2023\nReply sent\n5 September 2023\n", "2023-08-21", "2023-09-05"},
      {"| Review asked for | October 2024 |\n| Decision | 06/11/2024 |\n", "", "2024-11-06"},
      {"Freedom of Information: lifts. Date of request 18 September 2023.\n", "2023-09-18", ""},
      {"Vans (bought 18 March 2025, sold 14 April 2025)\n", "", ""},
      {"As we said in our reply, sent 14 April 2025, there are none\n", "", ""},
      {"11 February 2025       Request received\n20 February 2025       We asked what you meant\n", "2025-02-11", ""},
      {"FOI 203 \u2013 19.07.2024\n", "", "2024-07-19"},
      {"the 2nd of February 2023\n", "", "2023-02-02"},
      {"Event                   Date\nReceived                15 April 2024\nReview asked for        8 July 2024\n", "2024-04-15", ""},
      {"Date 11 June 2024Case FOI 7Received 23 April 2024\n", "2024-04-23", "2024-06-11"},
      {"Dated this 2nd day of March 2023\n", "", "2023-03-02"},
      {"29/06/2022\nFOI 7 \u2013 Freedom of Information request of 6th June 2022\nDear A\n", "2022-06-06", "2022-06-29"},
      {"Original FOI request                        26 June 2023\nRequest for internal review received        4 September 2023\n"
       "Review completed                            30 October 2023\n",
       "2023-09-04", "2023-10-30"},
      {"29/06/2022\nWe closed a Freedom of Information request of 6th June 2022\nwithout an answer.\n", "", "2022-06-29"},
      {"Decided on 8 June 2022 after a hearing by video on 17 May 2022\n", "", "2022-06-08"},
      {"Heard by video on 9 February 2023. Reasons given on 27 February 2023\n", "", "2023-02-27"},
      {"Promulgated 14 May 2024\n", "", "2024-05-14"},
      {"Decision on the papers, 24 February 2025\n", "", "2025-02-24"},
      {"11 Feb 2019, Health (NHS)\n", "", "2019-02-11"},
      {"| Received | Answered | Team |\n|---|---|---|\n| 2 April 2025 | 1 May 2025 | Leisure |\n", "2025-04-02", "2025-05-01"},
      {"| Request | Revised response |\n|---|---|\n| 2 April 2025 | 1 May 2025 |\n", "", "2025-05-01"},
      {"| Bought | Sold | Team |\n|---|---|---|\n| 2 April 2025 | 1 May 2025 | Leisure |\n", "", ""},
      {"Decided on 8 June 2022 we should not\n", "", ""},
      {"11 Feb 2019, when it was sold\n", "", ""},
      {"Response due            30 October 2023\n", "", ""},
      {"Ward 203 \u2013 19.07.2024\n", "", ""},
      {"FOI policy \u2013 19.07.2024\n", "", ""},
      {"by the 2nd of February 2023\n", "", ""},
      {"2 March 2025\n\n11 February 2025       Goods received\n", "", "2025-03-02"},
      {"We met you on:     14/06/2024\n", "", ""},
      {"You are asked to reply by:     14/06/2024\n", "", ""},
      {"Due date: 29 July 2024\n", "", ""},
      {"Review date: 29 July 2024\n", "", ""},
      {"Deadline:     29 July 2024\n", "", ""},
      {"Not received by 29 July 2024\n", "", ""},
      {"Period:     1 April 2023\n", "", ""},
      {"Date of birth: 29 July 1974\n", "", ""},
      {"Version 3, 29 July 2024\n", "", ""},
  };
  for (const Labels& row : rows) {
    const LetterDates dates = dates_of(std::string(row.text) + "\nDear Ms Testperson\n\nThank you for your request for information.\n");
    EXPECT_EQ(iso(dates.received), row.received) << row.text;
    EXPECT_EQ(iso(dates.responded), row.responded) << row.text;
  }
}

// A table tells of the request; the sentence of the review that was asked for later.
TEST(Arrival, NothingIsReceivedBeforeItIsAskedFor) {
  const char* label = "Our ref: IR 7\n2 August 2024\nRequest received: 15 April 2024\n\nDear A\n\n";
  EXPECT_EQ(iso(dates_of(label + std::string("You asked the Board on 8 July 2024 for a review.\n")).received), "2024-07-08");
  EXPECT_EQ(iso(dates_of(label + std::string("You asked the Board on 12 April 2024 for a review.\n")).received), "2024-04-15");
  EXPECT_EQ(iso(dates_of(label + std::string("You asked the Board on 8 July 2024 for a van.\n")).received), "2024-04-15");
}

// Under an answer stand a letter of complaint, the first answer and the request; or the request alone.
TEST(Arrival, OfAThreadTheMessageThatIsAnswered) {
  const std::string answer =
      "From: FOI Team <foi@sample.example>\nSent: 27 October 2022 16:30\nTo: a.testperson@home.example\nSubject: vans\n\nDear A\n\n"
      "The figure is attached.\n\nThe FOI Team\n\n";
  const std::string complaint =
      "From: a.testperson@home.example\nSent: 03 October 2022 07:51\nSubject: vans\n\nPlease review this. It is your own report.\n\n";
  const std::string chaser = "From: a.testperson@home.example\nSent: 03 October 2022 07:51\nSubject: vans\n\nAny news?\n\n";
  const std::string first =
      "From: FOI Team <foi@sample.example>\nSent: 29 September 2022 12:00\nTo: a.testperson@home.example\nSubject: vans\n\nDear A\n\n"
      "It is exempt. You may ask for a review.\n\n";
  const std::string request = "From: a.testperson@home.example\nSent: 01 September 2022 09:10\nSubject: vans\n\nHow many vans are there?\n";
  EXPECT_EQ(iso(dates_of(answer + complaint + first + request).received), "2022-10-03");
  EXPECT_EQ(iso(dates_of(answer + complaint + first).received), "2022-10-03");
  EXPECT_EQ(iso(dates_of(answer + chaser + request).received), "2022-09-01");
  EXPECT_EQ(iso(dates_of(answer + chaser + first + request).received), "2022-09-01");
  EXPECT_EQ(iso(dates_of(answer + request).received), "2022-09-01");
}

// Between the lines of the request, whose head the mail program wrote.
TEST(Arrival, OfARequestThatIsQuotedTheDayOfItsHead) {
  const std::string answer =
      "From: FOI Team <foi@sample.example>\nSent: 27 October 2022 16:30\nTo: a.testperson@home.example\nSubject: vans\n\nDear A\n\n"
      "My replies stand between your lines.\n\n";
  EXPECT_EQ(iso(dates_of(answer + "On 1 September 2022 at 22:41, A Testperson wrote:\n> How many vans are there?\n\nNine.\n").received),
            "2022-09-01");
  EXPECT_EQ(
      iso(dates_of(answer + "On 3 October 2022 at 22:41, A Testperson wrote:\n> Please review this.\n\n> On 29 September 2022 at 22:41, "
                            "The Team wrote:\n>> There are none.\n")
              .received),
      "2022-10-03");
  EXPECT_EQ(iso(dates_of(answer + "> Sent: 1 September 2022\n> How many vans are there?\n\nNine.\n").received), "2022-09-01");
  EXPECT_EQ(iso(dates_of(answer + "On 1 September 2022 the depot closed, as the manager wrote: nine vans went.\n").received), "");
}

// An answer in place of another is one to the request, though a review was asked for.
TEST(Arrival, OfAnAnswerInPlaceOfAnotherTheRequests) {
  const char* told = "Dear A\n\nYou asked us on 1 July 2024 for the van file. You asked for a review on 3 September 2024.\n";
  EXPECT_EQ(iso(dates_of("Revised response\n\n" + std::string(told)).received), "2024-07-01");
  EXPECT_EQ(iso(dates_of("Review\n\n" + std::string(told)).received), "2024-09-03");
}

// The heading of a review is not part of the sentence under it, though no line is blank.
TEST(Arrival, AHeadingIsNoPartOfTheSentence) {
  EXPECT_EQ(
      iso(dates_of(
              "Dear A\nInternal review of FOI 7\nHow we got here\nOn 9 December 2024 you asked:\na. how many vans there are by site; "
              "and\nb. how old each is.\nYou were told that none could be counted. You were unhappy about this and wrote on 3 February "
              "2025 to ask for a review.\n")
              .received),
      "2025-02-03");
}

TEST(Arrival, UnderAHeadingThatTellsOfTheComplaint) {
  const std::string request = "Dear A\n\n1. The request\n\nOn 14 April 2025 you asked for the van file.\n\n";
  const char* told = "You wrote on 10 June 2025 that it was absurd to say that there is none.\n";
  EXPECT_EQ(iso(dates_of(request + "2. Your request for review\n\n" + told).received), "2025-06-10");
  EXPECT_EQ(iso(dates_of(request + "2. The vans\n\n" + told).received), "2025-04-14");
}

TEST(Arrival, ADayAfterTheAnswerIsNotTheRequests) {
  const LetterDates dates = dates_of("3 May 2022\n\nDear A\n\nThank you for your request. Your letter of 9 June 2022 follows.\n");
  EXPECT_EQ(iso(dates.received), "");
}

TEST(PrintedDates, InMoreForms) {
  const std::pair<const char*, const char*> cases[] = {
      {"26-Nov-2019", "2019-11-26"},
      {"26/Nov/2019", "2019-11-26"},
      {"26-Nov-19", "2019-11-26"},
      {"26 Nov '19", "2019-11-26"},
      {"26 November 19\n", "2019-11-26"},
      {"26 / 11 / 2019", "2019-11-26"},
      {"26\u201311\u20132019", "2019-11-26"},
      {"26th day of November 2019", "2019-11-26"},
      {"26 NOV. 2019", "2019-11-26"},
      {"l2 March 2021", "2021-03-12"},
      {"12 March 2O21", "2021-03-12"},
      {"Wed 27 Nov 2024", "2024-11-27"},

      {"5 May 21 patients", "--5-5"},
      {"26 / 11", ""},
      {"26 - 30 November", "--11-30"},
      {"ill March 2021", ""},
      {"3 / 4 / 5 beds", ""},
      {"Nov 2019", ""},
      {"26-2019", ""},
  };
  for (const auto& [text, expected] : cases) {
    const auto dates = find_printed_dates(text);
    const std::string found = dates.empty()     ? ""
                              : dates[0].date() ? to_iso(*dates[0].date())
                                                : "--" + std::to_string(dates[0].month) + "-" + std::to_string(dates[0].day);
    EXPECT_EQ(found, expected) << text;
  }
}

}  // namespace
}  // namespace foi::understand
