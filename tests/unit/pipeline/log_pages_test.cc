// Disclosure logs beside letters, through the whole flow with the real workers.
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "indexer/index/searcher.h"
#include "indexer/library/library.h"
#include "indexer/library/published.h"
#include "indexer/model/codec.h"
#include "indexer/pipeline.h"
#include "tests/unit/extract/made_zip.h"
#include "tests/unit/index/dump.h"
#include "tests/unit/pipeline/scratch.h"

namespace foi {
namespace {

namespace fs = std::filesystem;

class Told final : public Reporter {
 public:
  void progress(std::string_view, std::uint64_t, std::uint64_t) override {}
  void failure(std::string_view path, const Error& error) override { failures.push_back(std::string(path) + ": " + error.message); }
  void remark(std::string_view) override {}
  std::vector<std::string> failures;
};

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

class LogPagesTest : public ::testing::Test {
 protected:
  BuildSummary build(const fs::path& library) {
    told_ = Told();
    extract::Options options;
    options.text_worker = fs::path(FOI_BIN_DIR) / "foi-extract-text";
    options.ocr_worker = fs::path(FOI_BIN_DIR) / "foi-extract-ocr";
    options.jobs = 2;
    const BuildOptions how{
        .library = library, .folders = {corpus_.path()}, .allow_removals = true, .rebuild = rebuild_, .extract = options};
    const auto summary = foi::build(how, builtin_reference(), told_);
    EXPECT_TRUE(summary.ok()) << (summary.ok() ? "" : summary.error().message);
    return summary.ok() ? *summary : BuildSummary();
  }
  BuildSummary build() { return build(home_ / "library"); }
  // Records by the path inside the corpus.
  std::map<std::string, Published> records(const fs::path& of) const {
    std::map<std::string, Published> all;
    const auto library = library::Library::open_to_read(of);
    const Status read = library->for_each_record([&](std::string_view, std::string_view bytes) -> Status {
      Result<Published> document = decode_published(bytes);
      if (!document) return document.error();
      const std::string path = fs::path(document->record.source.path).lexically_relative(fs::canonical(corpus_.path())).string();
      all.emplace(path, std::move(*document));
      return success();
    });
    EXPECT_TRUE(read.ok());
    return all;
  }
  std::map<std::string, Published> records() const { return records(home_ / "library"); }
  std::vector<std::string> paths() const {
    std::vector<std::string> all;
    for (const auto& [path, document] : records()) all.push_back(path);
    return all;
  }
  std::string id_of(const std::string& path) const { return records().at(path).record.id; }
  // What was built step by step is what building at once gives, in records and index.
  void expect_as_built_at_once() {
    const test::Scratch other;
    const Told before = told_;
    build(other / "library");
    EXPECT_EQ(told_.failures, before.failures);
    const auto steps = records(), once = records(other / "library");
    ASSERT_EQ(steps.size(), once.size());
    for (const auto& [path, document] : once) {
      ASSERT_TRUE(steps.contains(path)) << path;
      EXPECT_EQ(encode(steps.at(path)), encode(document)) << path;
    }
    EXPECT_EQ(dump(home_ / "library"), dump(other / "library"));
    EXPECT_EQ(build().publication, Publication::kNothing);
  }
  // Without what became of ids that stand nowhere any more: that is history, which a library made at once has not.
  static std::string dump(const fs::path& library) {
    std::istringstream lines(index::made::dump(*library::current_generation(library)));
    std::string out;
    for (std::string line; std::getline(lines, line);)
      if (!line.starts_with("metadata gone/")) out += line + '\n';
    return out;
  }
  index::Results search(index::Request request) const {
    const auto searcher = index::Searcher::open(*library::current_generation(home_ / "library"), builtin_reference());
    auto results = (*searcher)->search(request);
    EXPECT_TRUE(results.ok());
    return std::move(*results);
  }
  std::vector<std::string> found(const std::string& q) const {
    index::Request request;
    request.q = q;
    std::vector<std::string> ids;
    const auto results = search(request);
    for (const auto& hit : results.hits) ids.push_back(hit.record.id);
    return ids;
  }

  test::Scratch corpus_, home_;
  Told told_;
  bool rebuild_ = false;
};

using Paths = std::vector<std::string>;

TEST_F(LogPagesTest, EntriesAreDocumentsFoundByReferenceSubjectAndDate) {
  corpus_.write("log.html", table({kBeds, kGulls, kTrees}));
  EXPECT_EQ(build().documents, 4u);
  ASSERT_EQ(paths(), (Paths{"log.html", "log.html!/FOI 24-101", "log.html!/FOI 24-102", "log.html!/FOI 24-104"}));
  const auto all = records();
  const Record &log = all.at("log.html").record, &gulls = all.at("log.html!/FOI 24-102").record;
  EXPECT_EQ(gulls.parent, log.id);
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
  EXPECT_FALSE(letter.parent);
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
  const std::string before = dump(home_ / "library");
  rebuild_ = true;
  EXPECT_EQ(build().publication, Publication::kWhole);
  EXPECT_EQ(dump(home_ / "library"), before);
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
  const auto remove = [&](const std::string& id) {
    const Status removed =
        foi::remove({.library = home_ / "library", .publish = {}}, id, "asked for", "2026-03-01", false, builtin_reference(), told_);
    EXPECT_TRUE(removed.ok()) << (removed.ok() ? "" : removed.error().message);
  };
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

TEST_F(LogPagesTest, TheEntryOfARemovedLetterDoesNotComeBackInItsPlace) {
  corpus_.write("log.html", table({kBeds, kGulls, kTaxis}));
  corpus_.write("letters/FOI 103.txt", kLetter);
  build();
  const Status removed = foi::remove({.library = home_ / "library", .publish = {}}, id_of("letters/FOI 103.txt"), "names a patient",
                                     "2026-03-01", false, builtin_reference(), told_);
  ASSERT_TRUE(removed.ok());
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
