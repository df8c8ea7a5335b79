// Text of documents, of logs and of addresses is data on every page: whatever it holds, the page keeps the same elements.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fake_search.h"
#include "indexer/model/csv.h"
#include "indexer/model/text.h"
#include "payloads.h"
#include "server/assets.h"
#include "server/url.h"

namespace foi::server {
namespace {

// The page without its text and its attributes' values: elements and the names of their attributes, in order.
std::string skeleton(const std::string& html) {
  std::string bones;
  bool tag = false;
  char quote = 0;
  for (const char c : html) {
    if (!tag) {
      tag = c == '<';
      if (tag) bones += '<';
    } else if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else {
      bones += c;
      tag = c != '>';
    }
  }
  return bones;
}

Record record_of(const std::string& text, const std::string& url) {
  Record record = example_record();
  record.title = record.authority->name = record.authority->name_now = text;
  record.authority->name += " now";
  record.reference = text;
  record.source.licence = text;
  record.source.url = url;
  record.topics = {text};
  record.language = text;
  record.review = Review{.of = text, .result = ReviewResult::kUnknown};
  Citation citation;
  citation.id = citation.label = text;
  citation.questions = {text};
  citation.evidence = {{.page = 1, .start = 0, .end = 1, .quote = text}};
  citation.now = StatusNow{.status = CitationStatus::kOverturned, .stage = Stage::kIco, .by = text};
  record.exemptions = record.inferred = {citation};
  record.questions = {
      {.number = text, .heading = text, .text = text, .answer = text, .outcome = QuestionOutcome::kWithheld, .exemptions = {text}}};
  record.hidden = {{.what = text, .count = 1}};
  record.notes = {{.page = 1, .what = text}};
  record.related = {{.id = "bcdefghijklmnopq", .relation = text, .confidence = 1}};
  return record;
}

// A site whose every text is this.
void fill(FakeSite& site, const std::string& text) {
  FakeSearch& search = *site.search;
  // An address with spaces in it is no address and would be left out; OnlyWebAddressesAreLinked has those.
  const std::string url = "https://example.org/?x=" + text;
  Record record = record_of(text, is_web_url(url) ? url : "https://example.org/");
  Record other = record;
  other.id = "bcdefghijklmnopq";
  search.add(other, {});
  index::Hit hit{.record = record, .page = 1, .snippet = {.text = text, .marks = {{1, 2}}}};
  search.results.total = 100;
  search.results.hits = {hit};
  search.results.suggestion = text;
  for (const char* name : {"authority", "exemption", "status", "topic", "outcome", "kind", "year", "source"}) {
    search.results.facets.push_back({.name = name, .values = {{.id = text, .label = text, .parent = {}, .count = 3}}, .distinct = 900});
  }
  search.add(record, {"x" + text});
}

class Escaping : public testing::TestWithParam<const char*> {};

TEST_P(Escaping, PagesKeepTheirElements) {
  FakeSite plain, hostile;
  fill(plain, "harmless");
  fill(hostile, GetParam());
  for (const std::string& target : {std::string("/"), std::string("/?sort=newest"), std::string("/d/") + kDocumentId,
                                    std::string("/authorities"), std::string("/topics/parking")}) {
    const Answer expected = plain.get(target), given = hostile.get(target);
    ASSERT_EQ(expected.status, 200) << target;
    ASSERT_EQ(given.status, 200) << target;
    EXPECT_TRUE(holds(expected.body, "harmless")) << target;
    EXPECT_EQ(skeleton(given.body), skeleton(expected.body)) << target;
  }
}

TEST_P(Escaping, QueriesAndWrongParametersAreShownAsTyped) {
  FakeSite site;
  fill(site, "harmless");
  const std::string payload = percent_encode(GetParam());
  EXPECT_EQ(skeleton(site.get("/?q=" + payload).body), skeleton(site.get("/?q=harmless").body));
  EXPECT_EQ(skeleton(site.get("/?kind=" + payload).body), skeleton(site.get("/?kind=harmless").body));
  EXPECT_EQ(skeleton(site.get("/?" + payload + "=1").body), skeleton(site.get("/?harmless=1").body));
}

TEST_P(Escaping, DataStaysData) {
  FakeSite plain, hostile;
  fill(plain, "harmless");
  fill(hostile, GetParam());
  const std::string payload = GetParam();
  const std::string feed = hostile.get("/feed.atom").body;
  EXPECT_EQ(skeleton(feed), skeleton(plain.get("/feed.atom").body));
  const auto json = nlohmann::json::parse(hostile.get("/api/v1/search").body);
  EXPECT_EQ(json.at("results")[0].at("title"), payload);
  EXPECT_EQ(json.at("facets").at("topic")[0].at("label"), payload);
  const auto document = nlohmann::json::parse(hostile.get(std::string("/api/v1/documents/") + kDocumentId).body);
  EXPECT_EQ(document.at("questions")[0].at("answer"), payload);
  const auto page = nlohmann::json::parse(hostile.get(std::string("/api/v1/documents/") + kDocumentId + "/pages/1").body);
  EXPECT_EQ(page.at("text"), "x" + payload);
  const Answer csv = hostile.get("/api/v1/export?format=csv");
  const auto rows = parse_csv(*csv.stream->next());
  ASSERT_EQ(rows.size(), 3u);
  const std::string title = rows[1][1], clean = clean_utf8(payload);
  EXPECT_TRUE(title == clean || title == "'" + clean) << title;
  EXPECT_EQ(std::string_view("=+-@").find(trim(title).substr(0, 1)), trim(title).empty() ? 0 : std::string_view::npos) << title;
}

INSTANTIATE_TEST_SUITE_P(Payloads, Escaping, testing::ValuesIn(kPayloads));

TEST(Escaping, TemplateMarksInTextAreText) {
  FakeSite site;
  site.search->results.total = 1;
  const Answer answer = site.get("/?q=" + percent_encode("{{total_heading}} {{{total_heading}}}"));
  EXPECT_TRUE(holds(answer.body, "value=\"{{total_heading}} {{{total_heading}}}\"")) << answer.body;
}

TEST(Escaping, NoTemplateWritesUnescaped) {
  int templates = 0;
  for (const WebFile& file : web_files()) {
    if (!file.name.ends_with(".mustache")) continue;
    ++templates;
    EXPECT_EQ(file.text.find("{{{"), std::string_view::npos) << file.name;
    EXPECT_EQ(file.text.find("{{&"), std::string_view::npos) << file.name;
    for (const char* forbidden : {"<style", " style=", " onclick", " onload", "javascript:"})
      EXPECT_EQ(file.text.find(forbidden), std::string_view::npos) << file.name;
  }
  EXPECT_GE(templates, 5);
}

TEST(Escaping, OnlyWebAddressesAreLinked) {
  for (const char* url :
       {"javascript:alert(1)", "data:text/html,<script>", "//example.org/x", "https://example.org/ x", "file:///etc/passwd"}) {
    FakeSite site;
    site.search->add(record_of("text", url), {"text"});
    const Answer answer = site.get(std::string("/d/") + kDocumentId);
    ASSERT_EQ(answer.status, 200);
    EXPECT_FALSE(holds(answer.body, "publisher’s own copy")) << url;
    EXPECT_FALSE(holds(answer.body, std::string("href=\"") + url)) << url;
  }
}

}  // namespace
}  // namespace foi::server
