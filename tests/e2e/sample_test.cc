// The sample letters, from the folder through the programs to the answers of the server, held against what is true of them
// (corpus/sample/truth.jsonl).
#include <gtest/gtest.h>
#include <httplib.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "tests/e2e/programs.h"
#include "tests/unit/pipeline/scratch.h"

namespace foi::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const fs::path kSample = fs::path(FOI_SOURCE_DIR) / "corpus" / "sample";

std::vector<Json> truth() {
  std::vector<Json> rows;
  std::ifstream in(kSample / "truth.jsonl");
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) rows.push_back(Json::parse(line));
  return rows;
}

// The library and the server over it, once for all tests.
class Site {
 public:
  static Site& get() {
    static Site site;
    return site;
  }
  const Ran& build() const { return build_; }
  std::string library() const { return (home_ / "library").string(); }
  int port() const { return port_in(server_->line()); }
  int stop() { return server_->stop(); }

  Json json(const std::string& path, int status = 200) {
    httplib::Client client("127.0.0.1", port());
    const auto response = client.Get(path);
    EXPECT_TRUE(response) << path;
    if (!response) return {};
    EXPECT_EQ(response->status, status) << path << "\n" << response->body;
    return Json::parse(response->body, nullptr, false);
  }
  std::string text(const std::string& path, int status = 200) {
    httplib::Client client("127.0.0.1", port());
    const auto response = client.Get(path);
    EXPECT_TRUE(response && response->status == status) << path;
    return response ? response->body : "";
  }

 private:
  Site() {
    build_ = run("foi-index", {"build", (kSample / "documents").string(), "--library", library()});
    server_ =
        std::make_unique<Running>("foi-server", std::vector<std::string>{"--library", library(), "--listen", "127.0.0.1:0"}, "http://");
  }
  Scratch home_;
  Ran build_;
  std::unique_ptr<Running> server_;
};

std::set<std::string> standing(const Json& exemptions) {
  std::set<std::string> ids;
  for (const Json& e : exemptions)
    if (const std::string status = e.at("status"); status != "overturned" && status != "withdrawn" && status != "considered-not-applied")
      ids.insert(e.at("id"));
  return ids;
}

TEST(Sample, EveryDocumentIsInTheIndex) {
  EXPECT_EQ(Site::get().build().exit_code, 0) << Site::get().build().err;
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(kSample / "documents"))
    files += entry.is_regular_file() && entry.path().filename() != "manifest.csv";
  EXPECT_GE(truth().size(), 30u);
  // Of the three disclosure logs, less the two whose letters are there.
  constexpr std::size_t kLogEntries = 16;
  constexpr std::size_t kMembers = 3;  // of a mail and a ZIP
  EXPECT_EQ(Site::get().json("/api/v1/search?limit=1").at("total"), files + kLogEntries + kMembers);
}

TEST(Sample, AnEntryOfALogLeadsToItsPageAndALetterKnowsWhatTheLogSays) {
  const Json found = Site::get().json("/api/v1/search?q=peacocks+moorgreen&facets=none");
  ASSERT_GE(found.at("total"), 1);
  const Json entry = Site::get().json("/api/v1/documents/" + found.at("results")[0].at("id").get<std::string>());
  EXPECT_EQ(entry.at("reference"), "FOI_2023_0327");
  EXPECT_EQ(entry.at("responded"), "2023-08-04");
  ASSERT_EQ(entry.at("related").size(), 1u);
  EXPECT_EQ(entry.at("related")[0].at("relation"), "listed-in");
  const std::string page = Site::get().text("/d/" + entry.at("id").get<std::string>());
  EXPECT_NE(page.find("Entry of a disclosure log"), std::string::npos);
  EXPECT_NE(page.find("/d/" + entry.at("parent").get<std::string>()), std::string::npos);
  EXPECT_EQ(Site::get().json("/api/v1/search?q=uniforms+laundry&from=2023-07-07&to=2023-07-07&facets=none").at("total"), 1)
      << "the letter, and no entry beside it";
}

TEST(Sample, EveryLetterHasPagesAndNoFault) {
  for (const Json& row : truth()) {
    const Json record = Site::get().json("/api/v1/documents/" + row.at("id").get<std::string>());
    EXPECT_TRUE(record.at("error").is_null()) << row.at("file");
    // A ZIP says nothing itself.
    EXPECT_EQ(record.at("pages").empty(), row.at("file").get<std::string>().ends_with(".zip")) << row.at("file");
    EXPECT_FALSE(record.at("source").contains("path")) << row.at("file");
  }
}

// What is claimed of a letter, held against what is true of it. The floors are what is reached today, a little below; they only go up.
TEST(Sample, WhatIsClaimedAboutALetterIsTrue) {
  double claimed = 0, right = 0, there = 0, authorities = 0, named = 0;
  for (const Json& row : truth()) {
    const Json record = Site::get().json("/api/v1/documents/" + row.at("id").get<std::string>());
    const std::set<std::string> want = standing(row.at("exemptions")), have = standing(record.at("exemptions"));
    claimed += static_cast<double>(have.size());
    there += static_cast<double>(want.size());
    for (const std::string& id : have) right += static_cast<double>(want.count(id));
    if (!row.at("authority").is_object()) continue;
    ++authorities;
    if (record.at("authority").is_null()) continue;
    ++named;
    std::set<Json> accepted(row.at("authority_ok").begin(), row.at("authority_ok").end());
    accepted.insert(row.at("authority").at("id"));
    EXPECT_TRUE(accepted.count(record.at("authority").at("id")) + accepted.count(record.at("authority").at("id_now")) > 0)
        << row.at("file") << ": " << record.at("authority");
  }
  EXPECT_GE(right / claimed, 0.75) << "exemptions claimed that do not stand in the letter";
  EXPECT_GE(right / there, 0.65) << "exemptions missed";
  EXPECT_GE(named / authorities, 0.90) << "letters without their authority";
}

// Names of requesters and staff, and what a reader of the original cannot see.
TEST(Sample, NobodyIsNamedAndNothingHiddenIsShown) {
  std::size_t looked_for = 0;
  for (const Json& row : truth()) {
    const std::string id = row.at("id");
    const std::string everything = Site::get().text("/api/v1/documents/" + id) + Site::get().text("/d/" + id);
    for (const char* list : {"requesters", "staff", "hidden"})
      for (const Json& words : row.at(list)) {
        ++looked_for;
        EXPECT_EQ(everything.find(words.get<std::string>()), std::string::npos) << row.at("file") << ": " << list << " " << words;
      }
  }
  EXPECT_GT(looked_for, 30u);
}

// The parameters that leave what a facet's value counts. A month has no filter of its own name.
std::string filter_for(const std::string& facet, const std::string& id) {
  if (facet != "month") return facet + "=" + httplib::detail::encode_query_param(id);
  const std::chrono::year year(std::stoi(id.substr(0, 4)));
  const std::chrono::year_month_day_last last(
      year, std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(std::stoi(id.substr(5))))));
  return "from=" + id + "-01&to=" + id + "-" + std::to_string(static_cast<unsigned>(last.day()));
}

TEST(Sample, EveryCountShownIsTheNumberOfLettersBehindIt) {
  for (const char* query : {"", "q=information&", "q=%22public+interest%22&", "kind=response&"}) {
    const Json page = Site::get().json(std::string("/api/v1/search?") + query + "limit=1&facet_limit=0");
    std::size_t checked = 0;
    for (const auto& [facet, values] : page.at("facets").items()) {
      if (facet == "kind" || facet == "status") continue;  // the query's own filter; status binds to exemptions
      for (const Json& value : values) {
        const Json filtered =
            Site::get().json(std::string("/api/v1/search?") + query + "limit=1&facets=none&" + filter_for(facet, value.at("id")));
        EXPECT_EQ(filtered.at("total"), value.at("count")) << query << facet << "=" << value.at("id");
        ++checked;
      }
    }
    EXPECT_GT(checked, 20u) << query;
  }
}

TEST(Sample, AnExemptionFilterLooksAtCitationsThatStand) {
  const Json overturned = Site::get().json("/api/v1/search?exemption=foia-31&status=overturned");
  ASSERT_GE(overturned.at("total"), 1);
  const std::string id = overturned.at("results")[0].at("id");
  const Json standing = Site::get().json("/api/v1/search?exemption=foia-31&limit=100");
  for (const Json& hit : standing.at("results")) EXPECT_NE(hit.at("id"), id);
}

TEST(Sample, AHitLeadsToItsPage) {
  const Json found = Site::get().json("/api/v1/search?q=information&source=ocr");
  ASSERT_GE(found.at("total"), 1) << "no scanned letter is found by a word every letter has";
  const Json& hit = found.at("results")[0];
  EXPECT_TRUE(hit.at("page").is_number());
  const std::string snippet = hit.at("snippet").at("text");
  ASSERT_FALSE(hit.at("snippet").at("marks").empty()) << snippet;
}

TEST(Sample, WhatMakesNoSenseIsSaid) {
  for (const char* query : {"colour=red", "outcome=grantd", "limit=0", "limit=101", "from=yesterday", "exemption=foia-999", "cursor=x",
                            "sort=best", "q=%FF", "match=some"}) {
    const Json problem = Site::get().json(std::string("/api/v1/search?") + query, 400);
    EXPECT_FALSE(problem.value("detail", "").empty()) << query;
  }
  Site::get().json("/api/v1/documents/nonsense", 404);
  Site::get().json("/api/v1/nothing", 404);
  Site::get().text("/d/aaaaaaaaaaaaaaaa", 404);
}

TEST(Sample, CursorsReachEveryDocumentOnce) {
  std::set<std::string> seen;
  std::string cursor;
  std::size_t pages = 0, total = 0;
  do {
    const Json page = Site::get().json("/api/v1/search?limit=7&facets=none" + (cursor.empty() ? "" : "&cursor=" + cursor));
    total = page.at("total");
    for (const Json& hit : page.at("results")) EXPECT_TRUE(seen.insert(hit.at("id")).second) << hit.at("id");
    cursor = page.at("next_cursor").is_null() ? "" : page.at("next_cursor").get<std::string>();
  } while (!cursor.empty() && ++pages < 100);
  EXPECT_EQ(seen.size(), total);
}

TEST(Sample, ANewIndexIsTakenUpWithoutAFailedRequest) {
  std::atomic<bool> done = false;
  std::atomic<int> asked = 0, failed = 0;
  std::vector<std::jthread> readers;
  for (int i = 0; i < 4; ++i)
    readers.emplace_back([&] {
      httplib::Client client("127.0.0.1", Site::get().port());
      client.set_keep_alive(true);
      while (!done) {
        const auto response = client.Get("/api/v1/search?q=information");
        failed += !response || response->status != 200;
        ++asked;
      }
    });
  const Scratch more;
  more.write("zeppelin.txt", "Thank you for your request about zeppelins. The Council owns none.\n");
  EXPECT_EQ(run("foi-index", {"build", more.path().string(), "--library", Site::get().library()}).exit_code, 0);
  int found = 0;
  for (int i = 0; i < 100 && found == 0; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    found = Site::get().json("/api/v1/search?q=zeppelins").at("total");
  }
  done = true;
  readers.clear();
  EXPECT_EQ(found, 1);
  EXPECT_EQ(failed, 0) << "of " << asked;
  EXPECT_GT(asked, 20);
}

TEST(Sample, TheServerStopsWhenAsked) { EXPECT_EQ(Site::get().stop(), 0); }

}  // namespace
}  // namespace foi::test
