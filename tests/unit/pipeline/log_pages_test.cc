// Disclosure logs beside letters, through the whole flow with the real workers.
#include <gtest/gtest.h>

#include "tests/unit/extract/made_zip.h"
#include "tests/unit/pipeline/flow.h"

namespace foi {
namespace {

namespace fs = std::filesystem;
using test::Paths;

struct Row {
  std::string reference, received, responded, subject, outcome, link;
};

std::string table(const std::vector<Row>& rows) {
  std::string html =
      "<!DOCTYPE html><html><body><h1>Barnsley Metropolitan Borough Council: Freedom of Information disclosure log</h1><table><tr><th>Ref "
      "No."
      "<th>Date received<th>Date of response<th>Subject<th>Outcome<th>Response</tr>";
  for (const Row& row : rows)
    html += "<tr><td>" + row.reference + "<td>" + row.received + "<td>" + row.responded + "<td>" + row.subject + "<td>" + row.outcome +
            "<td>" + (row.link.empty() ? "On request" : "<a href=\"" + row.link + "\">View</a>") + "</tr>";
  return html + "</table></body></html>";
}

const Row kBeds{"FOI 24/101", "03/04/2024", "30/04/2024", "Beds bought for hostels", "Disclosed in full", ""};
const Row kGulls{"FOI 24/102", "04/04/2024", "01/05/2024", "Gull deterrents on roofs", "Refused", ""};
const Row kTaxis{"FOI 24/103", "09/04/2024", "07/05/2024", "Journeys by taxi", "Information not held", "letters/FOI%20103.txt"};
const Row kTrees{"FOI 24/104", "10/04/2024", "08/05/2024", "Limes felled in Locke Park", "Part disclosed", ""};
constexpr const char* kLetter =
    "Thank you for your request about journeys.\n\nThe Council does not hold a list of journeys by taxi.\n\nYours faithfully\n";

class LogPagesTest : public test::FlowTest {};

TEST_F(LogPagesTest, EntriesAreDocumentsFoundByReferenceSubjectAndDate) {
  corpus_.write("log.html", table({kBeds, kGulls, kTrees}));
  EXPECT_EQ(build().documents, 4u);
  ASSERT_EQ(paths(), (Paths{"log.html", "log.html!/FOI 24-101", "log.html!/FOI 24-102", "log.html!/FOI 24-104"}));
  const auto all = records();
  const Record &log = all.at("log.html").record, &gulls = all.at("log.html!/FOI 24-102").record;
  EXPECT_EQ(parent_of("log.html!/FOI 24-102"), "log.html");
  ASSERT_EQ(served(gulls.id)->related.size(), 1u);
  EXPECT_EQ(served(gulls.id)->related[0].id, log.id);
  EXPECT_EQ(served(gulls.id)->related[0].relation, "listed-in");
  EXPECT_EQ(gulls.title, "Gull deterrents on roofs");
  EXPECT_EQ(gulls.reference, "FOI 24/102");
  EXPECT_EQ(to_iso(gulls.responded.value()), "2024-05-01");
  EXPECT_EQ(gulls.outcome, Outcome::kRefusedInFull);
  EXPECT_EQ(gulls.kind, Kind::kOther);
  ASSERT_TRUE(gulls.authority) << "of the page it stands on";
  EXPECT_EQ(gulls.authority->id, log.authority->id);
  EXPECT_FALSE(log.reference);
  EXPECT_EQ(found("deterrents"), (std::vector<std::string>{gulls.id, log.id})) << "the entry before the page";
  EXPECT_EQ(found("\"FOI 24/102\"").front(), gulls.id);
  index::Request on_day;
  on_day.from = on_day.to = gulls.responded;
  const auto hits = search(on_day).hits;
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].record.id, gulls.id);
}

TEST_F(LogPagesTest, AnEntryThatLinksALetterSpeaksForItAndIsNoDocument) {
  corpus_.write("log.html", table({kBeds, kGulls, kTaxis}));
  corpus_.write("letters/FOI 103.txt", kLetter);
  EXPECT_EQ(build().documents, 4u);
  EXPECT_EQ(paths(), (Paths{"letters/FOI 103.txt", "log.html", "log.html!/FOI 24-101", "log.html!/FOI 24-102"}));
  const Record letter = records().at("letters/FOI 103.txt").record;
  EXPECT_EQ(letter.title, "Journeys by taxi");
  EXPECT_EQ(letter.reference, "FOI 24/103");
  EXPECT_EQ(to_iso(letter.received.value()), "2024-04-09");
  EXPECT_EQ(to_iso(letter.responded.value()), "2024-05-07");
  EXPECT_EQ(parent_of("letters/FOI 103.txt"), "");
  expect_as_built_at_once();
}

TEST_F(LogPagesTest, TheManifestComesFirstAndTheLogFillsItsGaps) {
  Row by_url = kTaxis;
  by_url.link = "HTTPS://Example.org/foi%20103";
  corpus_.write("log.html", table({kBeds, kGulls, by_url}));
  corpus_.write("letters/103.txt", kLetter);
  corpus_.write("manifest.csv", "path,url,title\nletters/103.txt,https://example.org/foi 103,Taxis\n");
  build();
  EXPECT_EQ(paths(), (Paths{"letters/103.txt", "log.html", "log.html!/FOI 24-101", "log.html!/FOI 24-102"})) << "by its address";
  const Record letter = records().at("letters/103.txt").record;
  EXPECT_EQ(letter.title, "Taxis");
  EXPECT_EQ(letter.reference, "FOI 24/103");
  expect_as_built_at_once();
}

TEST_F(LogPagesTest, WhereLetterAndLogDisagreeBothAreKept) {
  corpus_.write("log.html", table({kBeds, kGulls, kTaxis}));
  corpus_.write("letters/FOI 103.txt", std::string("Our Ref: FOI 24/999\nDate: 6 May 2024\n\n") + kLetter);
  build();
  const Record letter = records().at("letters/FOI 103.txt").record;
  EXPECT_EQ(letter.reference, "FOI 24/999");
  EXPECT_EQ(to_iso(letter.responded.value()), "2024-05-06");
  std::string notes;
  for (const Note& note : letter.notes) notes += note.what + "\n";
  EXPECT_NE(notes.find("FOI 24/103 in the publisher's log"), std::string::npos) << notes;
}

TEST_F(LogPagesTest, AFileThatSeveralEntriesLinkIsToldOfByNone) {
  Row also = kGulls;
  also.link = kTaxis.link;
  corpus_.write("log.html", table({kBeds, also, kTaxis}));
  corpus_.write("letters/FOI 103.txt", kLetter);
  EXPECT_EQ(build().documents, 5u);
  EXPECT_FALSE(records().at("letters/FOI 103.txt").record.received);
}

TEST_F(LogPagesTest, ALogInAZipLinksItsOwnLetters) {
  corpus_.write("all.zip", extract::make_zip({{"log.html", table({kBeds, kGulls, kTaxis})}, {"letters/FOI 103.txt", kLetter}}));
  build();
  EXPECT_EQ(paths(), (Paths{"all.zip", "all.zip!/letters/FOI 103.txt", "all.zip!/log.html", "all.zip!/log.html!/FOI 24-101",
                            "all.zip!/log.html!/FOI 24-102"}));
  EXPECT_EQ(records().at("all.zip!/letters/FOI 103.txt").record.reference, "FOI 24/103");
}

std::string sheet(const std::vector<std::vector<std::string>>& rows) {
  std::string xml;
  for (const auto& row : rows) {
    xml += "<row>";
    for (const std::string& cell : row) xml += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
    xml += "</row>";
  }
  return "<sheetData>" + xml + "</sheetData>";
}

TEST_F(LogPagesTest, ALogInAWorkbook) {
  corpus_.write("letters/103.txt", kLetter);
  corpus_.write("log.xlsx",
                extract::make_xlsx({{"FOI requests 2024",
                                     sheet({{"Ref", "Date received", "Date of response", "Subject", "Outcome", "Letter"},
                                            {"1001", "2024-04-03", "2024-04-30", "Beds bought for hostels", "Refused", "On request"},
                                            {"1002", "2024-04-04", "2024-05-01", "Gull deterrents", "Refused", "On request"},
                                            {"1003", "2024-04-09", "2024-05-07", "Journeys by taxi", "Not held", "letters/103.txt"}})}}));
  corpus_.write("answer.xlsx", extract::make_xlsx({{"FOI 24-101", sheet({{"Ref", "Date received", "Subject", "Outcome"},
                                                                         {"C1", "2024-04-03", "Noise", "Upheld"},
                                                                         {"C2", "2024-04-04", "Bins", "Upheld"},
                                                                         {"C3", "2024-04-05", "Staff", "Upheld"}})}}));
  build();
  EXPECT_EQ(paths(), (Paths{"answer.xlsx", "letters/103.txt", "log.xlsx", "log.xlsx!/1001", "log.xlsx!/1002"}));
  EXPECT_EQ(records().at("letters/103.txt").record.reference, "1003") << "by the path in its cell";
  EXPECT_EQ(to_iso(records().at("log.xlsx!/1002").record.responded.value()), "2024-05-01");
  EXPECT_EQ(parent_of("log.xlsx!/1002"), "log.xlsx");
}

TEST_F(LogPagesTest, ALogInAWorkbookWhoseCellsLinkTheLetters) {
  const std::vector<std::string> head{"Ref", "Date received", "Date of response", "Subject", "Outcome", "Letter"};
  const std::vector<std::string> beds{"1001", "2024-04-03", "2024-04-30", "Beds bought for hostels", "Refused", "View"},
      gulls{"1002", "2024-04-04", "2024-05-01", "Gull deterrents", "Refused", "View"},
      taxis{"1003", "2024-04-09", "2024-05-07", "Journeys by taxi", "Not held", "View"};
  corpus_.write("answers/letters/103.txt", kLetter);
  corpus_.write("secret.txt", "Not of this log.\n");
  const auto outside = [](const char* id, const char* target) {
    return std::string("<Relationship Id=\"") + id + "\" Type=\"x/hyperlink\" Target=\"" + target + "\" TargetMode=\"External\"/>";
  };
  corpus_.write(
      "answers/log.xlsx",
      extract::make_xlsx(
          {{"FOI requests 2024", sheet({head, beds, gulls, taxis}) + "<hyperlinks><hyperlink ref=\"F2\" r:id=\"r1\"/><hyperlink ref=\"F3\" "
                                                                     "r:id=\"r2\"/><hyperlink ref=\"F4\" r:id=\"r3\"/></hyperlinks>"}},
          {{"xl/worksheets/_rels/sheet1.xml.rels", "<Relationships>" + outside("r1", "https://example.org/foi/1001") +
                                                       outside("r2", "..\\..\\..\\secret.txt") + outside("r3", "letters\\103.txt") +
                                                       "</Relationships>"}}));
  build();
  EXPECT_EQ(paths(),
            (Paths{"answers/letters/103.txt", "answers/log.xlsx", "answers/log.xlsx!/1001", "answers/log.xlsx!/1002", "secret.txt"}));
  const Record letter = records().at("answers/letters/103.txt").record;
  EXPECT_EQ(letter.reference, "1003");
  EXPECT_EQ(letter.title, "Journeys by taxi");
  EXPECT_EQ(to_iso(letter.responded.value()), "2024-05-07");
  EXPECT_EQ(records().at("answers/log.xlsx!/1001").record.source.url, "https://example.org/foi/1001");
  EXPECT_FALSE(records().at("secret.txt").record.reference) << "a link out of the folder leads nowhere";
  expect_as_built_at_once();
}

TEST_F(LogPagesTest, ALogInAnOpenDocumentWorkbookWhoseCellsLinkTheLetters) {
  const auto row = [](const std::vector<std::string>& cells, const std::string& href) {
    std::string xml = "<table:table-row>";
    for (const std::string& cell : cells) xml += "<table:table-cell><text:p>" + cell + "</text:p></table:table-cell>";
    return xml + "<table:table-cell><text:p><text:a xlink:href=\"" + href +
           "\">View</text:a></text:p></table:table-cell></table:table-row>";
  };
  corpus_.write("letters/FOI 103.txt", kLetter);
  corpus_.write("log.ods",
                extract::make_ods("<table:table table:name=\"FOI requests\">" + row({"Ref", "Date received", "Subject"}, "#Notes.A1") +
                                  row({"1001", "2024-04-03", "Beds bought for hostels"}, "../letters/none.pdf") +
                                  row({"1002", "2024-04-04", "Gull deterrents"}, "javascript:alert(1)") +
                                  row({"1003", "2024-04-09", "Journeys by taxi"}, "../letters/FOI%20103.txt") + "</table:table>"));
  build();
  EXPECT_EQ(paths(), (Paths{"letters/FOI 103.txt", "log.ods", "log.ods!/1001", "log.ods!/1002"}));
  EXPECT_EQ(records().at("letters/FOI 103.txt").record.reference, "1003");
  EXPECT_FALSE(records().at("log.ods!/1002").record.source.url);
  expect_as_built_at_once();
}

TEST_F(LogPagesTest, ALogOfSectionsWhoseLinksCountFromABase) {
  corpus_.write("letters/FOI 103.txt", kLetter);
  corpus_.write(
      "log.html",
      "<html><head><base href='letters/'></head><body><h1>Freedom of Information</h1><main><h3>FOI 101 \u2013 Beds bought</h3><p>We "
      "hold no list of beds.</p><h3>FOI 102 \u2013 Gull deterrents</h3><p>Refused under section 12.</p><h3>FOI 103 \u2013 Journeys by "
      "taxi</h3><p>We answered. <a href='FOI%20103.txt'>Our letter</a></p></main></body></html>");
  build();
  EXPECT_EQ(paths(), (Paths{"letters/FOI 103.txt", "log.html", "log.html!/FOI 101", "log.html!/FOI 102"}));
  EXPECT_EQ(records().at("letters/FOI 103.txt").record.reference, "FOI 103");
  EXPECT_EQ(records().at("log.html!/FOI 102").record.title, "Gull deterrents");
  expect_as_built_at_once();
}

// -- small changes

TEST_F(LogPagesTest, ARowThatIsAddedChangedOrTakenOutIsThatRowOnly) {
  for (int i = 0; i < 5; ++i) corpus_.write("other" + std::to_string(i) + ".txt", kLetter + std::to_string(i));
  corpus_.write("log.html", table({kBeds, kGulls, kTrees}));
  build();
  const std::string beds = id_of("log.html!/FOI 24-101"), gulls = id_of("log.html!/FOI 24-102");
  corpus_.write("log.html", table({kTaxis, kBeds, kGulls, kTrees}));
  EXPECT_EQ(build().read, 1u) << "the page";
  EXPECT_EQ(id_of("log.html!/FOI 24-101"), beds) << "the same entry has the same id";
  EXPECT_EQ(found("taxi").size(), 7u);
  expect_as_built_at_once();

  Row answered = kGulls;
  answered.outcome = "Disclosed in full";
  corpus_.write("log.html", table({kTaxis, kBeds, answered}));
  build();
  EXPECT_NE(id_of("log.html!/FOI 24-102"), gulls);
  EXPECT_EQ(paths().size(), 9u);
  expect_as_built_at_once();
}

std::vector<Row> many_rows() {
  std::vector<Row> rows;
  for (int i = 0; i < 70; ++i)
    rows.push_back({"FOI 23/" + std::to_string(i), "03/04/2023", "30/04/2023", "Street " + std::to_string(i), "Refused", ""});
  return rows;
}

// What a change of a page may cost: its own record and that of each entry which is another now; in the index also what they were before.
TEST_F(LogPagesTest, AChangedRowCostsThatRowHoweverManyThereAre) {
  std::vector<Row> rows = many_rows();
  const auto write = [&] { corpus_.write("log.html", table(rows)); };
  const auto expect_cost = [&](std::uint64_t made, std::uint64_t indexed) {
    write();
    const BuildSummary summary = build();
    EXPECT_EQ(summary.publication, Publication::kDelta);
    EXPECT_EQ(summary.made, made);
    EXPECT_EQ(summary.indexed, indexed);
    for (const char* path : {"log.html!/FOI 23-0", "log.html!/FOI 23-69"}) EXPECT_EQ(parent_of(path), "log.html");
    EXPECT_EQ(served(id_of("log.html!/FOI 23-69"))->related.at(0).id, id_of("log.html"));
  };
  write();
  EXPECT_EQ(build().made, 71u);
  EXPECT_EQ(build().made, 0u);
  rows.insert(rows.begin(), kBeds);
  expect_cost(2, 3);
  rows[40].outcome = "Disclosed in full";
  expect_cost(2, 4);
  rows.erase(rows.begin() + 60);
  expect_cost(1, 3);
  std::swap(rows[5], rows[50]);
  expect_cost(1, 2);
  expect_as_built_at_once();
}

TEST_F(LogPagesTest, APageThatMovesTakesItsEntriesAlong) {
  corpus_.write("a.html", table({kBeds, kGulls, kTrees}));
  build();
  fs::rename(corpus_ / "a.html", corpus_ / "b.html");
  build();
  EXPECT_EQ(paths(), (Paths{"b.html", "b.html!/FOI 24-101", "b.html!/FOI 24-102", "b.html!/FOI 24-104"}));
  EXPECT_EQ(parent_of("b.html!/FOI 24-102"), "b.html");
  expect_as_built_at_once();
}

// "a b.html" is before "a.html", and what stands inside it is not: of one page at two places the entries name the page all the same.
TEST_F(LogPagesTest, OnePageAtTwoPlacesIsTheParentOfItsEntries) {
  corpus_.write("a.html", table({kBeds, kGulls, kTrees}));
  build();
  corpus_.write("a b.html", table({kBeds, kGulls, kTrees}));
  corpus_.write("0.html", table({kBeds, kGulls, kTrees}));
  build();
  const std::string page = id_of("0.html");
  const auto expect_parents = [&](std::size_t documents) {
    const auto all = records();
    EXPECT_EQ(all.size(), documents);
    for (const auto& [path, document] : all) {
      const std::optional<Record> record = served(document.record.id);
      EXPECT_EQ(record->parent, record->id == page ? std::nullopt : std::optional(page)) << path;
    }
  };
  expect_parents(4);
  fs::remove(corpus_ / "0.html");
  build();
  expect_parents(4);
  expect_as_built_at_once();
}

TEST_F(LogPagesTest, LettersAreComposedAgainWhenTheirRowChanges) {
  corpus_.write("letters/FOI 103.txt", kLetter);
  corpus_.write("log.html", table({kBeds, kGulls, kTaxis}));
  build();
  Row later = kTaxis;
  later.responded = "08/05/2024";
  corpus_.write("log.html", table({kBeds, kGulls, later}));
  build();
  EXPECT_EQ(to_iso(records().at("letters/FOI 103.txt").record.responded.value()), "2024-05-08");
  expect_as_built_at_once();
  fs::remove(corpus_ / "log.html");
  build();
  EXPECT_EQ(paths(), Paths{"letters/FOI 103.txt"}) << "entries go with their log";
  EXPECT_FALSE(records().at("letters/FOI 103.txt").record.received) << "and so does what it said";
  expect_as_built_at_once();
}

TEST_F(LogPagesTest, AnEntryIsADocumentWhileItsLetterIsNotThere) {
  corpus_.write("log.html", table({kBeds, kGulls, kTaxis}));
  build();
  EXPECT_EQ(paths(), (Paths{"log.html", "log.html!/FOI 24-101", "log.html!/FOI 24-102", "log.html!/FOI 24-103"}));
  corpus_.write("letters/FOI 103.txt", kLetter);
  build();
  EXPECT_EQ(paths(), (Paths{"letters/FOI 103.txt", "log.html", "log.html!/FOI 24-101", "log.html!/FOI 24-102"}));
  EXPECT_EQ(records().at("letters/FOI 103.txt").record.reference, "FOI 24/103");
  expect_as_built_at_once();
  fs::remove(corpus_ / "letters/FOI 103.txt");
  build();
  EXPECT_EQ(paths(), (Paths{"log.html", "log.html!/FOI 24-101", "log.html!/FOI 24-102", "log.html!/FOI 24-103"}));
  expect_as_built_at_once();
}

TEST_F(LogPagesTest, RebuildingGivesTheSame) {
  corpus_.write("log.html", table({kBeds, kGulls, kTaxis}));
  corpus_.write("letters/FOI 103.txt", kLetter);
  build();
  const std::string before = dump(library());
  rebuild_ = true;
  EXPECT_EQ(build().publication, Publication::kWhole);
  EXPECT_EQ(dump(library()), before);
}

TEST_F(LogPagesTest, OneEntryInTwoLogsIsOneDocument) {
  corpus_.write("a.html", table({kBeds, kGulls, kTrees}));
  corpus_.write("b.html", table({kTaxis, kGulls, kTrees}));
  EXPECT_EQ(build().documents, 6u);
  fs::remove(corpus_ / "a.html");
  build();
  EXPECT_EQ(paths(), (Paths{"b.html", "b.html!/FOI 24-102", "b.html!/FOI 24-103", "b.html!/FOI 24-104"}));
  expect_as_built_at_once();
}

TEST_F(LogPagesTest, ARemovedEntryStaysAwayAndARemovedLogTakesItsEntriesAlong) {
  corpus_.write("log.html", table({kBeds, kGulls, kTrees}));
  build();
  remove(id_of("log.html!/FOI 24-102"));
  EXPECT_EQ(paths(), (Paths{"log.html", "log.html!/FOI 24-101", "log.html!/FOI 24-104"}));
  corpus_.write("log.html", table({kBeds, kGulls, kTrees, kTaxis}));
  build();
  EXPECT_EQ(paths(), (Paths{"log.html", "log.html!/FOI 24-101", "log.html!/FOI 24-103", "log.html!/FOI 24-104"}));
  rebuild_ = true;
  build();
  EXPECT_EQ(paths().size(), 4u);
  remove(id_of("log.html"));
  EXPECT_EQ(paths(), Paths());
  build();
  EXPECT_EQ(paths(), Paths());
}

// The publisher's next page has most of the rows of the one that was removed: nobody removed them there.
TEST_F(LogPagesTest, EntriesOfARemovedPageComeBackWithThePageThatHasThemNext) {
  corpus_.write("log.html", table({kBeds, kGulls, kTrees}));
  build();
  const std::string beds = id_of("log.html!/FOI 24-101"), gulls = id_of("log.html!/FOI 24-102");
  remove(gulls);
  remove(id_of("log.html"));
  EXPECT_FALSE(served(beds));
  corpus_.write("log.html", table({kBeds, kGulls, kTaxis, kTrees}));
  build();
  EXPECT_EQ(paths(), (Paths{"log.html", "log.html!/FOI 24-101", "log.html!/FOI 24-103", "log.html!/FOI 24-104"}));
  EXPECT_TRUE(served(beds));
  EXPECT_FALSE(served(gulls)) << "which was removed by itself";
  restore(gulls);
  build();
  EXPECT_TRUE(served(gulls));
}

TEST_F(LogPagesTest, TheEntryOfARemovedLetterDoesNotComeBackInItsPlace) {
  corpus_.write("log.html", table({kBeds, kGulls, kTaxis}));
  corpus_.write("letters/FOI 103.txt", kLetter);
  build();
  remove(id_of("letters/FOI 103.txt"));
  build();
  EXPECT_EQ(paths(), (Paths{"log.html", "log.html!/FOI 24-101", "log.html!/FOI 24-102"}));
}

TEST_F(LogPagesTest, AnOrdinaryPageOrTableIsNotSplit) {
  corpus_.write(
      "letter.html",
      "<html><body><p>Dear Sir</p><p>Your request FOI 24/101</p><table><tr><th>Ref<th>Date received<th>Subject<th>Outcome</tr><tr><td>FOI "
      "1<td>1 May 2024<td>Beds<td>Refused</tr><tr><td>FOI 2<td>2 May 2024<td>Beds<td>Refused</tr><tr><td>FOI 3<td>3 May "
      "2024<td>Beds<td>Refused</tr></table><p>Yours sincerely</p></body></html>");
  corpus_.write("figures.csv", "Month,Requests received,Answered in time\nMay 2024,40,39\nJune 2024,41,40\nJuly 2024,30,28\n");
  build();
  EXPECT_EQ(paths(), (Paths{"figures.csv", "letter.html"}));
}

}  // namespace
}  // namespace foi
