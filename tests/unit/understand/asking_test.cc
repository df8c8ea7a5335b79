// How words read, whoever wrote them: what asks, names, states; the parts of a request; where a letter tells what was asked.
#include "indexer/understand/asking.h"

#include <gtest/gtest.h>

#include "indexer/understand/line_markers.h"
#include "indexer/understand/request_headings.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/request_parts.h"
#include "indexer/understand/table_heads.h"
#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

TEST(Reads, WhatAsks) {
  for (std::string_view text :
       {"how many vans are owned", "please provide the van policy.", "please could you send me the list",
        "could you tell me how many vans there are?", "i would like to know the cost of each van.", "what did each van cost?",
        "in 2022, how many vans were sold?", "is there a van policy?", "for each van, please tell me its mileage",
        "first, i would like the list.", "a) how many vans?", "list all vans", "do you lease vans? if so, from whom",
        "your policy on vans?", "finally, please let me have the minutes.", "i'd also like the log of each van.",
        "i wonder if you could tell me the cost."})
    EXPECT_EQ(reads_as(text), Reads::kAsks) << text;
}

TEST(Reads, WhatWondersOrNames) {
  for (std::string_view text : {"what they cost", "how each was paid for", "whether it is kept", "in which years they were bought",
                                "is there a policy on vans", "does the council lease any", "on which days vans were used"})
    EXPECT_EQ(reads_as(text), Reads::kWonders) << text;
  for (std::string_view text :
       {"number of vans sold", "the cost of vans that were sold", "copies of the contract", "manufacturer of the van",
        "the number of people who have been trained. these "
        "could be staff.",
        "minutes of the vans group", "section 106 money not yet spent", "section 42 enquiries, adults", "vans owned in may 2022",
        "contract start and end date", "our drivers' reports of their rounds"})
    EXPECT_EQ(reads_as(text), Reads::kNames) << text;
}

TEST(Reads, WhatStates) {
  for (std::string_view text : {"nine.",
                                "section 40(2)",
                                "section 40(5b) personal information",
                                "section 43 commercial interests",
                                "section 21 applies",
                                "section 106 money was spent in may",
                                "584 on 31 march 2012",
                                "yes, since 2014",
                                "please see the attached sheet",
                                "please find the policy enclosed",
                                "we do not hold it.",
                                "the trust has 12 vans.",
                                "attached.",
                                "\u00A3212 a year",
                                "the vans were sold in may.",
                                "section 43 applies.",
                                "is entitled to rely on section 43",
                                "none",
                                "n/a",
                                "there is no list.",
                                "our drivers have reported on their rounds",
                                "our response to the report is below",
                                "please note that figures are rounded",
                                "the commissioner finds that it was late",
                                "it was sent on 3 may",
                                "i have considered your points"})
    EXPECT_TRUE(reads_as(text) == Reads::kStates) << text;
}

TEST(Reads, WhatGoesOnOrIsAskedOfTheRequester) {
  for (std::string_view text : {"please break it down by month", "if so, since when", "for each year", "please provide this as a sheet",
                                "if not, why not", "including hired vans"})
    EXPECT_TRUE(asks_on(text)) << text;
  for (std::string_view text : {"please provide the policy", "how many vans", "i would like the list", "what did it cost"})
    EXPECT_FALSE(asks_on(text)) << text;
  for (std::string_view text :
       {"please could you clarify:", "you could narrow your request to:", "would you please tell us:", "we need two things from you."})
    EXPECT_TRUE(asks_of_requester(text)) << text;
  for (std::string_view text :
       {"you asked for the following:", "please tell me, for each year:", "our answers are below:", "your questions were:"})
    EXPECT_FALSE(asks_of_requester(text)) << text;
}

std::string parts(std::string_view text) {
  const TestLetter letter(text);
  std::string all;
  const QuestionLayout layout(letter.letter, letter.sections);
  for (const RequestPart& p : parts_of_request(layout, {0, letter.letter.text.size()})) {
    if (!all.empty()) all += " | ";
    all += p.label + ":" + std::string(letter.letter.view(p.text));
  }
  return all;
}

TEST(RequestParts, EachAskedFor) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"Please tell me (a) how many vans there are and (b) what they cost.", "a:how many vans there are | b:what they cost"},
      {"Please send (1) the list; (2) the policy; (3) the minutes.", "1:the list | 2:the policy | 3:the minutes"},
      {"The lease: A. What is paid each year? B. Please send the schedule.", "a:What is paid each year? | b:Please send the schedule"},
      {"1. the protocol; 2. raw data; 3. how many died", "1:the protocol | 2:raw data | 3:how many died"},
      {"Please tell me: how many vans; the type of each; flight times; and what was kept",
       ":Please tell me: how many vans | :the type of each | :flight times | :what was kept"},
      {"How many vans are there? What do they cost? Who drives them?",
       ":How many vans are there? | :What do they cost? | :Who drives them?"},
      {"What is the longest wait, and how many are waiting?", ":What is the longest wait | :how many are waiting?"},

      {"Please send the policy under section (a) and section (b) of the deed.", ""},
      {"How many vans are there? Please break it down by month.", ""},
      {"A copy of the van policy. Please send it by e-mail.", ""},
      {"Please send all letters of 2019 about vans.", ""},
      {"How many vans, and if so which?", ""},
      {"We hold it; we refuse; we are sorry.", ""},
      {"", ""},
  };
  for (const auto& [text, want] : rows) {
    std::string expected(want);
    if (text.starts_with("Please tell me: how")) expected = ":how many vans | :the type of each | :flight times | :what was kept";
    EXPECT_EQ(parts(text), expected) << text;
  }
}

TEST(ToldRequest, WhereItBegins) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"you asked us for a copy of the lease.", "a copy of the lease."},
      {"you wanted to know how many vans we own.", "how many vans we own."},
      {"the complainant requested minutes of the board.", "minutes of the board."},
      {"you wrote on 3 may asking for the list.", "the list."},
      {"i refer to your request for the van policy.", "the van policy."},
      {"in it you asked three things: how many vans", "how many vans"},
      {"she wrote to the council, asking for: the lease", "the lease"},
      {"you wrote to us about vans. you wanted to know how many we own.", "how many we own."},
      {"you asked for in-patient numbers.", "in-patient numbers."},
      {"you want (1) the number of vans", "1) the number of vans"},
      {"the appellant wishes to know the rent of the depot.", "the rent of the depot."},
      {"you complained of our refusal to let you\nhave (i) the van log and (ii) its cost.", "the van log and (ii) its cost."},
      {"your e-mail of 5 june reads, in full, \"all records of vans\".", "all records of vans\"."},
      {"you wrote to anytown borough council about its mayor's car.", "its mayor's car."},
      {"thank you for your request to leicester royal infirmary for the number of beds.", "the number of beds."},
  };
  for (const auto& [text, want] : rows) {
    const auto at = told_at(text);
    ASSERT_TRUE(at.has_value()) << text;
    EXPECT_EQ(text.substr(*at), want) << text;
  }
  for (std::string_view text :
       {"you may ask for a review.", "you asked for an internal review of our answer.", "if you want to ask for more, write to us.",
        "we asked for a copy.", "thank you for your letter.", "you can request a review.", "your request has been logged.",
        "your request for information was received.", "your request to leicester royal infirmary arrived.",
        "the information that you asked for on 17 march is here.", "your request ought to have had an answer by july.",
        "we had your request on 2 may for something that was due.", "you asked us on 8 july to look again at our answer of 21 june.",
        "you complained of our refusal to let you have the van log.", "your letter was received by the \"van\" desk."})
    EXPECT_FALSE(told_at(text).has_value()) << text;
}

TEST(RequestHeadings, AndNearMisses) {
  for (std::string_view line :
       {"your request", "your original request", "what you asked us", "the information you requested", "details of your request",
        "your questions and our answers", "request", "text of the request", "questions asked", "original request"})
    EXPECT_TRUE(is_request_heading(line)) << line;
  for (std::string_view line :
       {"freedom of information request", "request for information", "our response", "response to your request", "request.",
        "your request for vans", "review request", "request refused", "information", "your information rights", "requests we refuse"})
    EXPECT_FALSE(is_request_heading(line)) << line;
}

TEST(TableHeads, AndNearMisses) {
  for (const std::vector<std::string>& cells : std::vector<std::vector<std::string>>{{"question", "answer"},
                                                                                     {"you asked", "we say"},
                                                                                     {"no.", "you asked", "we say"},
                                                                                     {"your question", "nhs kent's response"},
                                                                                     {"information requested", "the trust's reply"},
                                                                                     {"you asked for", "where it is"},
                                                                                     {"you wrote", "we reply"}})
    EXPECT_TRUE(head_of(cells)) << cells.front();
  for (const std::vector<std::string>& cells : std::vector<std::vector<std::string>>{{"year", "vans", "cost"},
                                                                                     {"request", "received", "answered"},
                                                                                     {"answer", "question"},
                                                                                     {"item", "where it is"},
                                                                                     {"question"},
                                                                                     {"vans", "answers"},
                                                                                     {"your request is set out below.", "answer"},
                                                                                     {}})
    EXPECT_FALSE(head_of(cells)) << (cells.empty() ? "" : cells.front());
}

// "1 2 - a b": the labels of the lines, "-" for a line without.
std::string labels(std::string_view text) {
  const TestLetter letter(text);
  std::string all;
  for (const auto& marker : markers_of_lines(letter.letter))
    all += (all.empty() ? "" : " ") + (marker ? (marker->label.empty() ? "*" : marker->label) : "-");
  return all;
}

TEST(LineMarkers, SeriesWithoutMarks) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"1 vans owned\n2 vans hired\n3 what they cost", "1 2 3"},
      {"   1   Vans owned\n   2   Vans hired", "1 2"},
      {"a   vans owned\nb   vans hired", "a b"},
      {"a list of vans\nb list of drivers\nc list of sites", "a b c"},
      {"A: vans\nB: drivers", "a b"},
      {"A1 How many?\nA2 Why?\nB1 Where?", "A1 A2 B1"},
      {"(a)(i) how many\n(a)(ii) what cost", "a(i) a(ii)"},
      {"Question\nHow many?\nResponse\nNine\nQuestion\nWhy?\nResponse\nNeed", "1 - 1 - 2 - 2 -"},
      {"Q. How many?\nA. Nine\nQ. Why?\nA. Need", "1 1 2 2"},

      {"1 May 2021\n2 May 2021", "- -"},
      {"1 van\n3 cars", "- -"},
      {"2 vans\n3 cars", "- -"},
      {"a list of vans\nb road", "- -"},
      {"A1 north of town\nA2 south of town", "- -"},
      {"Question\nWe asked ourselves why.", "- -"},
      {"A man\nBirds", "- -"},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(labels(text), want) << text;
}

}  // namespace
}  // namespace foi::understand
