// Which pages are disclosure logs, and what their entries say.
#include "indexer/understand/log_page.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/model/limits.h"
#include "indexer/model/text.h"
#include "tests/unit/understand/letters.h"

namespace foi::understand {
namespace {

Extraction csv(std::string text) {
  Extraction extraction;
  extraction.media_type = "text/csv";
  extraction.pages.emplace_back();
  extraction.pages[0].text = std::move(text);
  return extraction;
}

// A web page of tables; each table is lines of cells apart by '|'. The text is that of the tables, after `head`.
Extraction web(const std::string& head, const std::vector<std::string>& tables, bool table = true, std::vector<std::string> headings = {}) {
  Extraction extraction;
  extraction.media_type = "text/html";
  extraction.pages.emplace_back();
  extraction.pages[0].text = head + "\n";
  for (std::size_t i = 0; i < tables.size(); ++i) {
    Listing listing;
    listing.table = table;
    if (i < headings.size()) listing.heading = headings[i];
    for (const std::string_view line : split(tables[i], '\n')) {
      if (line.empty()) continue;
      ListingRow row;
      for (const std::string_view cell : split(line, '|')) row.cells.push_back({{}, std::string(cell), {}});
      extraction.pages[0].text += std::string(line) + "\n";
      listing.rows.push_back(std::move(row));
    }
    extraction.listings.push_back(std::move(listing));
  }
  return extraction;
}

// Sheets, each a name and rows of cells apart by '|'.
Extraction workbook(const std::vector<std::pair<std::string, std::string>>& sheets) {
  Extraction extraction;
  extraction.media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  for (const auto& [name, rows] : sheets) {
    extraction.pages.emplace_back();
    extraction.pages.back().number = static_cast<std::uint32_t>(extraction.pages.size());
    extraction.pages.back().text = name + "\n" + rows;
    std::replace(extraction.pages.back().text.begin(), extraction.pages.back().text.end(), '|', '\t');
  }
  return extraction;
}

std::size_t entries_of(const Extraction& extraction) {
  const auto log = find_log(extraction);
  return log ? log->entries.size() : 0;
}

const std::string kRows =
    "FOI 24/101|03/04/2024|Agency nurses|Disclosed in full\nFOI 24/102|04/04/2024|Bicycle shelters|Not held\n"
    "FOI 24/103|09/04/2024|Gull deterrents|Refused\n";

TEST(LogPage, IsKnownByItsColumns) {
  const std::pair<const char*, const char*> cases[] = {
      {"reference, date, subject and outcome", "Ref|Date received|Subject|Outcome\n"},
      {"other words for them", "FOI No.|Date of response|Details of request|Decision\n"},
      {"no heading but one that only qualifies", "Request ID|Date|Request|Response\n"},
  };
  for (const auto& [name, head] : cases) EXPECT_EQ(entries_of(web("FOI", {head + kRows})), 3u) << name;
  EXPECT_EQ(entries_of(web("Spring", {kRows})), 3u) << "references that say what they are, and dates, need no headings";
  EXPECT_EQ(entries_of(web("Disclosure log", {"Date|Title|Download\n3 May 2024|Agency nurses|a.pdf\n4 May 2024|Beds|b.pdf\n"
                                              "5 May 2024|Gulls|c.pdf\n"})),
            3u)
      << "no reference";
}

TEST(LogPage, OfCsvMayHaveATitleAboveItsHeadings) {
  const std::string rows = "FOI-1\t03/04/2024\tNurses\tDisclosed\nFOI-2\t04/04/2024\tBeds\tRefused\nFOI-3\t09/04/2024\tGulls\tDisclosed\n";
  EXPECT_EQ(entries_of(csv("FOI disclosure log\n\nUpdated\tMay\n\nRef\tReceived\tSubject\tOutcome\n" + rows)), 3u);
  EXPECT_EQ(entries_of(csv("Ref\tReceived\tSubject\tOutcome\n" + rows)), 3u);
}

TEST(LogPage, MonthsOverTablesAndInThemAreTheEntriesPeriod) {
  const std::string head = "Ref|Date received|Subject|Outcome\n";
  const auto log = find_log(web(
      "FOI", {head + kRows, head + "FOI 24/110|02/05/2024|Taxis|Refused\n", head + "June 2024|||\nFOI 24/120|03/06/2024|Trees|Not held\n"},
      true, {"April 2024", "What we published", ""}));
  ASSERT_TRUE(log);
  ASSERT_EQ(log->entries.size(), 5u) << "a table of one row has the columns of one of three";
  EXPECT_EQ(log->entries[0].period, "April 2024");
  EXPECT_EQ(log->entries[3].period, "");
  EXPECT_EQ(log->entries[4].period, "June 2024");
}

TEST(LogPage, IsNoneOfThese) {
  const std::string refs = "Ref|Date received|Subject|Outcome\n";
  const std::pair<const char*, Extraction> cases[] = {
      {"a table of costs", web("FOI 24/101", {"Item|Quantity|Cost\nBeds|3|£40\nChairs|4|£80\nTables|1|£9\n"})},
      {"a table of staff", web("FOI request", {"Year|Headcount|Vacancies\n2021|400|12\n2022|410|9\n2023|420|8\n"})},
      {"questions and answers", web("FOI 24/101", {"Request|Response\nHow many beds?|12\nHow many chairs?|14\nHow many lamps?|9\n"})},
      {"numbered questions and answers",
       web("FOI 24/101", {"No.|Request|Response\n1|How many beds?|12\n2|How many chairs?|14\n3|How many lamps?|9\n"})},
      {"contracts",
       csv("Contract reference\tTitle\tStart date\tEnd date\nC1\tCleaning\t01/04/2021\t31/03/2024\nC2\tFood\t01/04/2020\t31/03/2025\n"
           "C3\tTaxis\t01/06/2020\t31/05/2023\n")},
      {"planning applications", csv("Application reference\tDate received\tDescription\tDecision\nP/1\t01/04/2021\tPorch\tGranted\n"
                                    "P/2\t02/04/2021\tShed\tRefused\nP/3\t03/04/2021\tLoft\tGranted\n")},
      {"complaints", csv("Reference\tDate received\tSubject\tOutcome\nC/1\t01/04/2021\tNoise\tUpheld\nC/2\t02/04/2021\tBins\tNot upheld\n"
                         "C/3\t03/04/2021\tStaff\tUpheld\n")},
      {"board papers",
       web("Meetings", {"Date|Title|Download\n3 May 2024|Minutes|a.pdf\n4 June 2024|Papers|b.pdf\n5 July 2024|Agenda|c.pdf\n"})},
      {"too few entries", web("FOI", {refs + "FOI 24/101|03/04/2024|Nurses|Refused\nFOI 24/102|04/04/2024|Beds|Not held\n"})},
      {"rows that are mostly something else", web("FOI", {refs + kRows + "|||see below\n|||nil\n|||nil\n|||nil\n"})},
      {"a letter about requests", web("Dear Sir\nYou asked which requests we had.", {refs + kRows, "Yours sincerely|\nThe team|\n"})},
      {"a table in a long page", web("FOI\n" + std::string(5'000, 'x'), {refs + kRows})},
      {"a menu", web("Freedom of Information", {"Home|\nAbout us|\nContact|\nPrivacy|\n"}, false)},
      {"news",
       web("News", {"3 May 2024|New beds for the ward\n4 May 2024|A fete is held on Friday\n7 May 2024|Our gulls are back\n"}, false)},
      {"monthly figures of requests",
       csv("Month\tRequests received\tAnswered in time\nApril 2024\t41\t39\nMay 2024\t50\t48\nJune 2024\t44\t40\n")},
      {"plain text",
       [] {
         Extraction text =
             csv("Ref\tReceived\tSubject\tOutcome\nFOI-1\t03/04/2024\tA\tB\nFOI-2\t04/04/2024\tA\tB\nFOI-3\t04/04/2024\tA\tB\n");
         text.media_type = "text/plain";
         return text;
       }()},
      {"nothing", Extraction{}},
  };
  for (const auto& [name, extraction] : cases) EXPECT_EQ(entries_of(extraction), 0u) << name;
}

TEST(LogPage, OfAWorkbookIsKnownByAllThreeAndByTheActs) {
  const std::string plain = "Ref|Received|Subject\n1001|03/04/2024|Nurses\n1002|04/04/2024|Beds\n1003|05/04/2024|Gulls\n";
  const std::pair<const char*, Extraction> logs[] = {
      {"its references", workbook({{"Sheet1", "Ref|Date received|Subject|Outcome\n" + kRows}})},
      {"a heading", workbook({{"Sheet1", "FOI number" + plain.substr(3)}})},
      {"its name", workbook({{"FOI requests 2024", plain}})},
      {"a title above its head", workbook({{"Sheet1", "Disclosure log of the Council\n\n" + plain}})},
      {"in Welsh", workbook({{"Ceisiadau Rhyddid Gwybodaeth", "Cyfeirnod|Dyddiad derbyn|Pwnc" + plain.substr(plain.find('\n'))}})},
  };
  for (const auto& [name, extraction] : logs) EXPECT_EQ(entries_of(extraction), 3u) << name;
  const auto years = find_log(workbook({{"2023", "Ref|Date received|Subject|Outcome\n" + kRows},
                                        {"2024", "Ref|Date received|Subject|Outcome\nFOI 25/1|02/05/2024|Taxis|Refused\n"},
                                        {"Notes", "Read me first\n"}}));
  ASSERT_TRUE(years);
  ASSERT_EQ(years->entries.size(), 4u);
  EXPECT_EQ(years->entries[0].period, "2023");
  EXPECT_EQ(years->entries[3].period, "2024");

  const std::string register_rows =
      "Reference|Date received|Subject|Outcome\nC/1|01/04/2021|Noise|Upheld\nC/2|02/04/2021|Bins|Not upheld\nC/3|03/04/2021|Staff|Upheld\n";
  const std::pair<const char*, Extraction> others[] = {
      {"a sheet of another list", workbook({{"Sheet1", plain}})},
      {"complaints given in answer to a request", workbook({{"FOI 24-101", register_rows}})},
      {"under a title that says so", workbook({{"Sheet1", "Response to FOI 24/101: complaints\n" + register_rows}})},
      {"service requests",
       workbook({{"Requests",
                  "Request ref|Date received|Description|Status\nSR1|01/04/2021|Pothole|Closed\nSR2|02/04/2021|Bin|Open\n"
                  "SR3|03/04/2021|Lamp|Closed\n"}})},
      {"contracts", workbook({{"FOI response",
                               "Contract reference|Title|Start date\nC1|Cleaning|01/04/2021\nC2|Food|01/04/2020\n"
                               "C3|Taxis|01/06/2020\n"}})},
      {"no date", workbook({{"FOI log", "FOI ref|Subject|Outcome\nFOI 1|Nurses|Refused\nFOI 2|Beds|Refused\nFOI 3|Gulls|Refused\n"}})},
      {"no reference", workbook({{"FOI log", "Date|Subject|Outcome\n03/04/2024|A|B\n04/04/2024|C|D\n05/04/2024|E|F\n"}})},
      {"figures of requests", workbook({{"FOI requests",
                                         "Month|Requests received|Answered\nApril 2024|41|39\nMay 2024|50|48\n"
                                         "June 2024|44|40\n"}})},
      {"too few", workbook({{"FOI log", "FOI ref|Date received|Subject\nFOI 24/1|03/04/2024|Nurses\nFOI 24/2|04/04/2024|Beds\n"}})},
      {"a small list beside much data", workbook({{"FOI log", "FOI ref" + plain.substr(3)}, {"Data", std::string(5'000, 'x') + "\n"}})},
      {"nothing", workbook({{"FOI log", ""}})},
  };
  for (const auto& [name, extraction] : others) EXPECT_EQ(entries_of(extraction), 0u) << name;
}

// "1001>a.pdf b.pdf" for each entry of one workbook or page.
std::vector<std::string> linked(const Extraction& extraction) {
  std::vector<std::string> all;
  const auto log = find_log(extraction);
  for (const Entry& entry : log ? log->entries : std::vector<Entry>()) {
    all.push_back(entry_facts(entry).reference.value_or("") + ">");
    for (const EntryCell& cell : entry.cells)
      for (const std::string& link : cell.links) all.back() += (all.back().ends_with('>') ? "" : " ") + link;
  }
  return all;
}

TEST(LogPage, OfAWorkbookLinksWhatItsCellsLink) {
  // Line 0 is the sheet's name, line 1 its head.
  const std::string rows =
      "FOI ref|Date received|Subject|Letter|Requester\n1001|03/04/2024|Nurses|View|A\n\n1002|04/04/2024|Beds|b.pdf|B\n"
      "1003|05/04/2024|Gulls\n";
  struct {
    const char* what;
    std::vector<CellLink> links;
    std::vector<std::string> entries;
  } const cases[] = {
      {"none", {}, {"1001>", "1002>b.pdf", "1003>"}},
      {"the cell of the letter", {{1, 2, 3, "a.pdf"}}, {"1001>a.pdf", "1002>b.pdf", "1003>"}},
      {"the reference", {{1, 2, 0, "a.pdf"}}, {"1001>a.pdf", "1002>b.pdf", "1003>"}},
      {"after an empty row, and before what its words spell out", {{1, 4, 3, "c.pdf"}}, {"1001>", "1002>c.pdf", "1003>"}},
      {"two of one cell", {{1, 5, 2, "c.pdf"}, {1, 5, 2, "d.pdf"}}, {"1001>", "1002>b.pdf", "1003>c.pdf d.pdf"}},
      {"out of order", {{1, 5, 2, "c.pdf"}, {1, 2, 3, "a.pdf"}}, {"1001>a.pdf", "1002>b.pdf", "1003>c.pdf"}},
      {"the head", {{1, 1, 3, "a.pdf"}}, {"1001>", "1002>b.pdf", "1003>"}},
      {"the sheet's name", {{1, 0, 0, "a.pdf"}}, {"1001>", "1002>b.pdf", "1003>"}},
      {"an empty row", {{1, 3, 0, "a.pdf"}}, {"1001>", "1002>b.pdf", "1003>"}},
      {"another sheet", {{2, 2, 3, "a.pdf"}}, {"1001>", "1002>b.pdf", "1003>"}},
      {"a cell that is not there", {{1, 5, 3, "a.pdf"}}, {"1001>", "1002>b.pdf", "1003>"}},
      {"a line that is not there", {{1, 9, 0, "a.pdf"}}, {"1001>", "1002>b.pdf", "1003>"}},
      {"a requester, whose link is no answer", {{1, 2, 4, "https://example.org/a"}}, {"1001>", "1002>b.pdf", "1003>"}},
  };
  for (const auto& c : cases) {
    Extraction book = workbook({{"FOI requests", rows}, {"Notes", "Read\nme\nfirst|a|b|c\n"}});
    book.cell_links = c.links;
    EXPECT_EQ(linked(book), c.entries) << c.what;
  }
  Extraction page = web("FOI", {rows});
  page.listings[0].rows[1].cells[4].links = {"https://example.org/a"};
  page.listings[0].rows[2].cells[3].links = {"https://example.org/b"};
  EXPECT_EQ(linked(page), (std::vector<std::string>{"1001>", "1002>https://example.org/b", "1003>"})) << "a web page";
}

TEST(LogPage, OfTablesOfNamesAndValuesHasAnEntryEach) {
  const std::vector<std::string> tables{
      "Reference:|FOI 24/101\nDate of response:|3 May 2024\nOutcome:|Refused\n",
      "Reference:|FOI 24/102\nDate of response:|4 May 2024\nOutcome:|Disclosed\nContact:|See above\n",
      "Reference:|FOI 24/103\nDate of response:|7 May 2024\nOutcome:|Not held\n",
  };
  const auto log = find_log(web("Answers", tables, true, {"Agency nurses", "Bicycle shelters", "Gull deterrents"}));
  ASSERT_TRUE(log);
  ASSERT_EQ(log->entries.size(), 3u);
  const LogEntry facts = entry_facts(log->entries[1]);
  EXPECT_EQ(facts.reference, "FOI 24/102");
  EXPECT_EQ(facts.title, "Bicycle shelters");
  EXPECT_EQ(to_iso(facts.responded.value()), "2024-05-04");
  const std::string subject = "Subject|Beds in wards\n";
  const auto may =
      find_log(web("FOI", {tables[0] + subject, tables[1] + subject, tables[2] + subject}, true, {"May 2024", "May 2024", "May 2024"}));
  ASSERT_TRUE(may);
  EXPECT_EQ(may->entries[2].period, "May 2024");
  EXPECT_EQ(entry_facts(may->entries[2]).title, "Beds in wards");

  const std::pair<const char*, Extraction> others[] = {
      {"no subject", web("FOI", tables, true, {"What we answered", "What we answered", "What we answered"})},
      {"the head of one letter", web("FOI", {tables[0] + subject})},
      {"of two", web("FOI", {tables[0] + subject, tables[1] + subject})},
      {"in a letter", web("Dear Sir", {tables[0] + subject, tables[1] + subject, tables[2] + subject, "Yours faithfully|\nThe team|\n"})},
      {"contracts", web("Contracts", {"Reference|C1\nTitle|Cleaning\nStart date|1 May 2024\n",
                                      "Reference|C2\nTitle|Food\nStart date|2 May "
                                      "2024\n",
                                      "Reference|C3\nTitle|Taxis\nStart date|2 June 2024\n"})},
      {"staff", web("FOI", {"Name|A\nRole|B\nBand|7\n", "Name|C\nRole|D\nBand|8\n", "Name|E\nRole|F\nBand|6\n"})},
      {"figures of requests", web("FOI", {"Received|41\nAnswered|39\n", "Received|50\nAnswered|48\n", "Received|44\nAnswered|40\n"})},
  };
  for (const auto& [name, extraction] : others) EXPECT_EQ(entries_of(extraction), 0u) << name;
}

TEST(LogPage, OfSectionsIsKnownByTheirHeadings) {
  const auto sections = [](std::vector<std::string> headings, const std::string& below) {
    std::string rows;
    for (const std::string& heading : headings) rows += heading + "|" + below + "\n";
    return web("What we answered", {rows}, false);
  };
  const std::string answer = "We answered that we hold no such record.";
  const auto log =
      find_log(sections({"FOI 118 \u2013 Agency nurses", "FOI 24/119 - Gull deterrents", "RFI2207: Trees in the park"}, answer));
  ASSERT_TRUE(log);
  ASSERT_EQ(log->entries.size(), 3u);
  EXPECT_EQ(entry_facts(log->entries[0]).reference, "FOI 118");
  EXPECT_EQ(entry_facts(log->entries[0]).title, "Agency nurses");
  EXPECT_EQ(entry_facts(log->entries[2]).reference, "RFI2207");
  const std::pair<const char*, Extraction> others[] = {
      {"sections of an Act",
       sections({"FOIA 36 \u2013 Public affairs", "FOIA 40 \u2013 Personal information", "FOIA 43 \u2013 Trade"}, answer)},
      {"regulations", sections({"EIR 12 - Exceptions", "EIR 13 - Personal data", "EIR 14 - Refusal"}, answer)},
      {"years", sections({"FOI 2021 - Annual report", "FOI 2022 - Annual report", "FOI 2023 - Annual report"}, answer)},
      {"headings that name no number", sections({"FOI - Agency nurses", "FOI - Gulls", "FOI - Trees"}, answer)},
      {"no subject", sections({"FOI 24/118", "FOI 24/119", "FOI 24/120"}, answer)},
      {"nothing below", sections({"FOI 24/118 - Nurses", "FOI 24/119 - Gulls", "FOI 24/120 - Trees"}, "Read more")},
      {"numbers of other things", sections({"Case 24/118 - Nurses", "Case 24/119 - Gulls", "Case 24/120 - Trees"}, answer)},
      {"two", sections({"FOI 24/118 - Nurses", "FOI 24/119 - Gulls"}, answer)},
      {"news", sections({"Gulls on the roof", "FOI 24/118 - Nurses", "Trees felled", "Beds bought"}, answer)},
  };
  for (const auto& [name, extraction] : others) EXPECT_EQ(entries_of(extraction), 0u) << name;
}

TEST(LogPage, InWelsh) {
  const auto log =
      find_log(web("Ceisiadau Rhyddid Gwybodaeth", {"Cyfeirnod|Dyddiad derbyn|Dyddiad yr ymateb|Pwnc|Canlyniad|Enw'r ceisydd\n"
                                                    "1001|03/04/2024|1 Mai 2024|Nyrsys asiantaeth|Datgelwyd|Perpetua Lindqvarn\n"
                                                    "1002|04/04/2024|2 Mai 2024|Gwylanod ar y to|Gwrthodwyd|Cwmni\n"
                                                    "1003|05/04/2024|3 Mai 2024|Coed yn y parc|Datgelwyd|Y cyfryngau\n"}));
  ASSERT_TRUE(log);
  ASSERT_EQ(log->entries.size(), 3u);
  const LogEntry facts = entry_facts(log->entries[1]);
  EXPECT_EQ(facts.reference, "1002");
  EXPECT_EQ(facts.title, "Gwylanod ar y to");
  EXPECT_EQ(to_iso(facts.received.value()), "2024-04-04");
  EXPECT_EQ(to_iso(facts.responded.value()), "2024-05-02");
  EXPECT_EQ(log->requesters, std::vector<std::string>{"Perpetua Lindqvarn"});
  const std::pair<const char*, Extraction> others[] = {
      {"complaints",
       web("Cwynion", {"Cyfeirnod|Dyddiad derbyn|Pwnc|Canlyniad\nC1|03/04/2024|A|B\nC2|03/04/2024|C|D\nC3|03/04/2024|E|F\n"})},
      {"contracts", web("Contractau", {"Cyfeirnod y contract|Teitl|Dyddiad cychwyn\nC1|A|03/04/2024\nC2|B|03/04/2024\nC3|C|03/04/2024\n"})},
      {"meetings",
       web("Cyfarfodydd", {"Dyddiad|Teitl|Dogfen\n3 Mai 2024|Cofnodion|a.pdf\n4 Mai 2024|Papurau|b.pdf\n5 Mai 2024|Agenda|c.pdf\n"})},
  };
  for (const auto& [name, extraction] : others) EXPECT_EQ(entries_of(extraction), 0u) << name;
}

TEST(LogPage, OfCardsIsKnownByTheirLabels) {
  EXPECT_EQ(entries_of(web("Answers",
                           {"Agency nurses|Reference: FOI 101|Date of response: 3 May 2024\nBicycle shelters|Reference: FOI 102|Date "
                            "of response: 4 May 2024\nGull deterrents|Reference: FOI 103|Date of response: 7 May 2024\n"},
                           false)),
            3u);
  EXPECT_EQ(entries_of(web("Answers",
                           {"FOI 24/101 - Agency nurses in theatres - 3 May 2024\nFOI 24/102 - Bicycle shelters at all sites - 4 May "
                            "2024\nFOI 24/103 - Gull deterrents on the roof - 5 May 2024\n"},
                           false)),
            3u);
}

TEST(LogPage, TermsThatRepeatAreTheColumnsOfADefinitionList) {
  Extraction page = web("Disclosure log", {}, false);
  Listing list;
  list.table = false;
  for (const char* n : {"1", "2", "3"})
    for (const auto& [term, text] :
         {std::pair("Reference", std::string("FOI 10") + n), std::pair("Subject", std::string("Beds in ward ") + n),
          std::pair("Date of response", std::string(n) + " May 2024")}) {
      list.rows.push_back({false, {{term, text, {}}}});
      page.pages[0].text += text + "\n";
    }
  page.listings.push_back(list);
  const auto log = find_log(page);
  ASSERT_TRUE(log);
  ASSERT_EQ(log->entries.size(), 3u);
  EXPECT_EQ(entry_facts(log->entries[1]).reference, "FOI 102");
  EXPECT_EQ(entry_facts(log->entries[1]).title, "Beds in ward 2");
}

TEST(LogPage, ARowTwiceIsOneEntryAndTooManyAreCounted) {
  std::string text = "Ref\tReceived\tRequest\tOutcome\n";
  for (std::size_t i = 0; i < limits::kMaxLogEntries + 7; ++i) text += "FOI-" + std::to_string(i) + "\t03/04/2024\tNurses\tDisclosed\n";
  text += "FOI-5\t03/04/2024\tNurses\tDisclosed\n";
  const auto log = find_log(csv(text));
  ASSERT_TRUE(log);
  EXPECT_EQ(log->entries.size(), limits::kMaxLogEntries);
  EXPECT_EQ(log->left_out, 7u);
}

// -- entries

Entry entry(std::initializer_list<std::pair<const char*, const char*>> cells) {
  Entry made;
  for (const auto& [heading, text] : cells) made.cells.push_back({heading, text, {}});
  return made;
}

TEST(LogEntry, IsItsBytesAndBack) {
  Entry made = entry({{"Ref", "FOI 1"}, {"Request", "Beds\nand chairs"}, {"", "= # . >"}});
  made.period = "May 2024";
  made.cells[0].links = {"a.pdf", "https://example.org/a b"};
  const std::string bytes = encode_entry(made);
  EXPECT_EQ(bytes,
            "%FOI-LOG-ENTRY 1\n=May 2024\n#Ref\n.FOI 1\n>a.pdf\n>https://example.org/a b\n#Request\n.Beds\n.and chairs\n#\n.= # . >\n")
      << "another form gives every entry another id";
  EXPECT_EQ(decode_entry(bytes), made);
  EXPECT_EQ(decode_entry(encode_entry(Entry{})), Entry{});
  for (const char* wrong : {"", "%FOI-LOG-ENTRY 1", "%FOI-LOG-ENTRY 2\n", "%FOI-LOG-ENTRY 1\n.a\n", "%FOI-LOG-ENTRY 1\n#a\n=b\n",
                            "%FOI-LOG-ENTRY 1\n#a\n\n", "%FOI-LOG-ENTRY 1\n#a\n?b\n", "%FOI-LOG-ENTRY 1\n#\xff\n"})
    EXPECT_FALSE(decode_entry(wrong)) << wrong;
}

TEST(LogEntry, IsCutOffWhereItIsTooLong) {
  const std::string bytes = encode_entry(entry({{"Ref", "FOI 1"}, {"Request", std::string(40'000, 'x').c_str()}, {"Outcome", "Refused"}}));
  EXPECT_LE(bytes.size(), limits::kMaxLogEntryBytes);
  EXPECT_TRUE(decode_entry(bytes));
}

TEST(LogEntry, SaysOnlyWhatIsPlain) {
  LogEntry facts = entry_facts(entry({{"Ref", "FOI 1"}, {"Date received", "3 May 2024"}, {"Closed", "04/06/24"}, {"Subject", "Beds"}}));
  EXPECT_EQ(facts.reference, "FOI 1");
  EXPECT_EQ(to_iso(facts.received.value()), "2024-05-03");
  EXPECT_EQ(to_iso(facts.responded.value()), "2024-06-04");
  EXPECT_EQ(facts.title, "Beds");
  facts = entry_facts(entry({{"Ref", "see note"},
                             {"Date", "3 May 2024"},
                             {"Date published", "9 May 2024"},
                             {"Date received", "3 May 2024 and 5 May 2024"},
                             {"Request", "Beds"}}));
  EXPECT_FALSE(facts.reference) << "no digit";
  EXPECT_FALSE(facts.received) << "two dates";
  EXPECT_FALSE(facts.responded) << "a day of what is not said, and one of publication";
  EXPECT_EQ(facts.title, "Beds") << "the request is its own subject";
}

// "reference|title|day" of an entry whose cells have no headings.
std::string unnamed_facts(std::initializer_list<const char*> cells) {
  Entry made;
  for (const char* text : cells) made.cells.push_back({{}, text, {}});
  const LogEntry facts = entry_facts(made);
  EXPECT_FALSE(facts.received);
  return facts.reference.value_or("-") + "|" + facts.title.value_or("-") + "|" + (facts.responded ? to_iso(*facts.responded) : "-");
}

TEST(LogEntry, OfAListIsReadInWhateverOrder) {
  const std::pair<std::initializer_list<const char*>, const char*> cases[] = {
      {{"FOI 8301 \u2013 Snow ploughs \u2013 3 April 2022"}, "FOI 8301|Snow ploughs|2022-04-03"},
      {{"3 April 2022 - FOI 24/118 - Snow ploughs"}, "FOI 24/118|Snow ploughs|2022-04-03"},
      {{"Snow ploughs \u2014 (FOI-2024-273) \u2014 03/04/2022"}, "FOI-2024-273|Snow ploughs|2022-04-03"},
      {{"FOI 8301: Snow ploughs (3 April 2022)"}, "FOI 8301|Snow ploughs|2022-04-03"},
      {{"FOI 8301 \u2013 Snow ploughs, 3 April 2022"}, "FOI 8301|Snow ploughs|2022-04-03"},
      {{"FOI 8301", "Snow ploughs in the north", "3 April 2022"}, "FOI 8301|Snow ploughs in the north|2022-04-03"},
      {{"FOI 8301", "3 April 2022", "Snow ploughs", "Disclosed in full"}, "FOI 8301|Snow ploughs|2022-04-03"},
      {{"Snow ploughs \u2013 grit and salt \u2013 Ref. 8301"}, "Ref. 8301|Snow ploughs \u2013 grit and salt|-"},
      {{"FOI 8301 \u2013 Snow ploughs \u2013 3 April 2022 \u2013 5 May 2022"}, "FOI 8301|Snow ploughs|-"},  // which is it?
      {{"FOI 8301 \u2013 Letters since 3 April 2022"}, "FOI 8301|Letters since 3 April 2022|-"},
      {{"FOI 8301 \u2013 Letters since 3 April 2022 \u2013 5 May 2022"}, "FOI 8301|Letters since 3 April 2022|2022-05-05"},
      {{"FOI 8301 \u2013 Snow ploughs", "We answered on 3 April 2022 that we hold none."}, "FOI 8301|Snow ploughs|-"},
      {{"FOI 2023 \u2013 Annual report \u2013 3 April 2022"}, "-|FOI 2023 \u2013 Annual report|2022-04-03"},  // a year
      {{"Ploughs 8301 and 8302 \u2013 3 April 2022"}, "-|Ploughs 8301 and 8302|2022-04-03"},
      {{"3 April 2022"}, "-|-|2022-04-03"},
  };
  for (const auto& [cells, facts] : cases) EXPECT_EQ(unnamed_facts(cells), facts);
  const LogEntry labelled = entry_facts(entry({{"", "Snow ploughs \u2013 3 April 2022"}, {"Date received", "1 March 2022"}}));
  EXPECT_EQ(labelled.title, "Snow ploughs");
  EXPECT_FALSE(labelled.responded) << "another day has a name, so nobody knows what this one is";
}

Published understood(const Entry& made) {
  const LogEntry facts = entry_facts(made);
  const Extraction extraction = entry_extraction(made);
  return understand({"aaaaaaaaaaaaaaaa", {}, false, extraction, &facts}, builtin_reference());
}

TEST(LogEntry, IsUnderstoodByItsOwnWords) {
  const Record record = understood(entry({{"Ref No.", "FOI 24/101"},
                                          {"Date received", "03/05/2024"},
                                          {"Date of response", "04/06/2024"},
                                          {"Subject", "Agency nurses in theatres"},
                                          {"Outcome", "Part disclosed"},
                                          {"Exemption(s) applied", "Section 43(2)"}}))
                            .record;
  EXPECT_EQ(record.kind, Kind::kOther);
  EXPECT_EQ(record.title, "Agency nurses in theatres");
  EXPECT_EQ(record.reference, "FOI 24/101");
  EXPECT_EQ(to_iso(record.received.value()), "2024-05-03");
  EXPECT_EQ(to_iso(record.responded.value()), "2024-06-04");
  EXPECT_EQ(record.outcome, Outcome::kPartlyGranted);
  ASSERT_EQ(record.exemptions.size(), 1u);
  EXPECT_EQ(record.exemptions[0].id, "foia-43-2");
  EXPECT_TRUE(record.questions.empty());
  EXPECT_TRUE(record.notes.empty()) << record.notes[0].what;
}

TEST(LogEntry, OutcomesThatLeaveADoubtAreUnknown) {
  const std::pair<const char*, Outcome> cases[] = {
      {"Disclosed in full", Outcome::kGrantedInFull},
      {"Full disclosure", Outcome::kGrantedInFull},
      {"Granted", Outcome::kGrantedInFull},
      {"Partially disclosed", Outcome::kPartlyGranted},
      {"Refused in part", Outcome::kPartlyGranted},
      {"Refused", Outcome::kRefusedInFull},
      {"Withheld in full", Outcome::kRefusedInFull},
      {"Information not held", Outcome::kNotHeld},
      {"Neither confirm nor deny", Outcome::kNcnd},
      {"Exceeds cost limit", Outcome::kCostLimit},
      {"Clarification sought", Outcome::kClarification},
      {"Disclosed", Outcome::kUnknown},
      {"Exempt", Outcome::kUnknown},
      {"Not fully disclosed", Outcome::kUnknown},
      {"Closed", Outcome::kUnknown},
      {"See letter", Outcome::kUnknown},
  };
  for (const auto& [words, outcome] : cases)
    EXPECT_EQ(understood(entry({{"Ref", "FOI 1"}, {"Subject", "Beds in wards"}, {"Outcome", words}})).record.outcome, outcome) << words;
}

TEST(LogEntry, IsAReviewOrANoticeOnlyWhereItSaysSo) {
  const auto kind = [](const char* heading, const char* words) {
    return understood(entry({{"Ref", "FOI 1"}, {"Subject", "Beds in wards"}, {heading, words}})).record.kind;
  };
  EXPECT_EQ(kind("Type", "Internal review"), Kind::kInternalReview);
  EXPECT_EQ(kind("Outcome", "Refusal notice issued"), Kind::kRefusalNotice);
  EXPECT_EQ(kind("Request", "Copies of each internal review of 2023"), Kind::kOther);
  EXPECT_EQ(kind("Response", "Please find attached the figures"), Kind::kOther);
}

TEST(LogEntry, NamesNoRequester) {
  const Published named =
      understood(entry({{"Ref", "FOI 1"}, {"Requester", "Perpetua Lindqvarn"}, {"Subject", "Request from Perpetua Lindqvarn on beds"}}));
  EXPECT_EQ(named.pages[0].text.find("Lindqvarn"), std::string::npos) << named.pages[0].text;
  EXPECT_EQ(named.record.title.find("Lindqvarn"), std::string::npos) << named.record.title;
  EXPECT_NE(named.pages[0].text.find("Requester: [requester]"), std::string::npos) << named.pages[0].text;
  const Published category = understood(entry({{"Ref", "FOI 1"}, {"Requester", "Media"}, {"Subject", "Beds in wards"}}));
  EXPECT_NE(category.pages[0].text.find("Requester: Media"), std::string::npos) << category.pages[0].text;
}

TEST(LogPage, ClaimsNothingThatItsEntriesClaim) {
  Extraction page =
      csv("Freedom of Information disclosure log\nRef\tRequester\tReceived\tSubject\tOutcome\tExemption\nFOI-1\tPerpetua "
          "Lindqvarn\t03/04/2024\tHow many "
          "beds?\tRefused\tSection 43(2)\nFOI-2\tMedia\t04/04/2024\tHow many chairs?\tRefused\tSection "
          "31(1)(a)\nFOI-3\tMedia\t05/04/2024\tHow many "
          "lamps?\tRefused\tSection 40(2)\n");
  const auto log = find_log(page);
  ASSERT_TRUE(log);
  const Published published = understand({"aaaaaaaaaaaaaaaa", {}, false, page, nullptr, &*log}, builtin_reference());
  EXPECT_EQ(published.record.kind, Kind::kOther);
  EXPECT_TRUE(published.record.exemptions.empty());
  EXPECT_TRUE(published.record.inferred.empty());
  EXPECT_TRUE(published.record.mentioned.empty());
  EXPECT_TRUE(published.record.questions.empty());
  EXPECT_FALSE(published.record.reference);
  EXPECT_FALSE(published.record.received);
  EXPECT_EQ(published.record.outcome, Outcome::kUnknown);
  EXPECT_EQ(published.pages[0].text.find("Lindqvarn"), std::string::npos);
  EXPECT_NE(published.pages[0].text.find("Media"), std::string::npos);
}

}  // namespace
}  // namespace foi::understand
