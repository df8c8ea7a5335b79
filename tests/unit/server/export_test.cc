// Exports, feeds, lists, limits and counts for the operator: what leaves the site beside its pages.
#include "server/export.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "fake_search.h"
#include "indexer/model/csv.h"
#include "server/feed.h"
#include "server/limits.h"
#include "server/metrics.h"
#include "server/rate_limit.h"

namespace foi::server {
namespace {

using Json = nlohmann::json;
using namespace std::chrono_literals;

std::string whole(const Answer& answer) {
  std::string body;
  while (answer.stream) {
    const auto chunk = answer.stream->next();
    if (!chunk || chunk->empty()) break;
    body += *chunk;
  }
  return body;
}

TEST(Export, FormulasAreDefused) {
  const std::pair<const char*, const char*> cases[] = {
      {"=1+1", "'=1+1"},
      {"+44 20", "'+44 20"},
      {"-1", "'-1"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"  =1", "'  =1"},
      {"\t=1", "\"'\t=1\""},
      {"\xC2\xA0=1", "'\xC2\xA0=1"},
      {"\xEF\xBC\x9D"
       "1",
       "'\xEF\xBC\x9D"
       "1"},
      {"=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""},
      {"a,b", "\"a,b\""},
      // No formulas.
      {"Costs = income", "Costs = income"},
      {"2024-03-09", "2024-03-09"},
      {"", ""},
      {"'quoted'", "'quoted'"},
      {"s.43", "s.43"},
  };
  for (const auto& [text, field] : cases)
    EXPECT_EQ(std::string(safe_csv_field(text)).substr(0, 60), std::string(field).substr(0, 60)) << text;
}

TEST(Export, TablesHaveTheirDictionarysColumns) {
  FakeSite site;
  for (int i = 0; i < 120; ++i) {
    Record record = example_record();
    record.id = std::string(14, 'a') + static_cast<char>('a' + i / 26) + static_cast<char>('a' + i % 26);
    record.title = "Line\nbreak, \"quote\" and =formula";
    site.search->add(record, {"text"});
  }
  const Answer answer = site.get("/api/v1/export?format=csv");
  EXPECT_EQ(answer.content_type, "text/csv; charset=utf-8");
  EXPECT_EQ(header_of(answer, "Content-Disposition"), "attachment; filename=\"foi-export.csv\"");
  const std::string body = whole(answer);
  EXPECT_TRUE(body.starts_with("\xEF\xBB\xBFid,title,"));
  const auto rows = parse_csv(body);
  ASSERT_EQ(rows.size(), 121u);
  for (const auto& row : rows) EXPECT_EQ(row.size(), export_columns().size());
  EXPECT_EQ(rows[1][1], "Line\nbreak, \"quote\" and =formula");
  EXPECT_EQ(rows[1][7], "2023-03-09");
}

// Memory stays the same however many letters there are: a batch is read when the one before is taken, and none is larger.
TEST(Export, HoldsOneBatchOfLettersAtATime) {
  FakeSite site;
  constexpr std::size_t kLetters = 5'030;
  for (std::size_t i = 0; i < kLetters; ++i) {
    Record record = example_record();
    record.id = std::to_string(1'000'000 + i);
    site.search->add(record, {});
  }
  for (const char* format : {"ndjson", "csv"}) {
    const std::size_t before = site.search->batches().size();
    const Answer answer = site.get(std::string("/api/v1/export?format=") + format);
    EXPECT_EQ(site.search->batches().size(), before) << "nothing is read before it is asked for";
    std::size_t chunks = 0, largest = 0;
    for (auto chunk = answer.stream->next(); chunk && !chunk->empty(); chunk = answer.stream->next()) {
      ASSERT_EQ(site.search->batches().size(), before + ++chunks) << "one batch for each chunk";
      largest = std::max(largest, chunk->size());
    }
    const auto batches = site.search->batches();
    EXPECT_EQ(std::accumulate(batches.begin() + static_cast<std::ptrdiff_t>(before), batches.end(), std::size_t{0}), kLetters);
    EXPECT_LE(*std::max_element(batches.begin(), batches.end()), limits::kExportBatch);
    EXPECT_LT(largest, limits::kExportBatch * 2'000) << "bytes of fifty such records";
  }
}

TEST(Export, LinesAreRecords) {
  FakeSite site;
  site.search->add(example_record(), {"text"});
  const std::string body = whole(site.get("/api/v1/export?year=2023"));
  EXPECT_EQ(Json::parse(body).at("id"), kDocumentId);
  EXPECT_EQ(std::count(body.begin(), body.end(), '\n'), 1);
  for (const char* target :
       {"/api/v1/export?format=xml", "/api/v1/export?limit=5", "/api/v1/export?sort=newest", "/api/v1/export?cursor=x"})
    EXPECT_EQ(site.get(target).status, 400) << target;
}

TEST(Export, IsCutShortOnceItsIndexMayBeWrittenOver) {
  FakeSite site;
  for (char last = 'a'; last <= 'z'; ++last)
    for (const char* middle : {"a", "b", "c"}) {
      Record record = example_record();
      record.id = std::string(14, 'a') + middle + last;
      site.search->add(record, {"text"});
    }
  const Answer answer = site.get("/api/v1/export");
  ASSERT_TRUE(answer.stream);
  const auto first = answer.stream->next();
  ASSERT_TRUE(first);
  EXPECT_FALSE(first->empty());
  site.search->is_overtaken = true;
  EXPECT_FALSE(answer.stream->next()) << "an empty chunk would say that this is all";
}

TEST(Feed, IsWellFormedWhateverTheLettersSay) {
  FakeSite site;
  Record record = example_record();
  record.title = "<script>&\"'\x01\xEF\xBF\xBF";
  site.search->results.total = 1;
  site.search->results.hits = {{.record = record, .page = 1, .snippet = {.text = "]]> & <b>", .marks = {}}}};
  const Answer answer = site.get("/feed.atom?q=a%26b");
  EXPECT_EQ(answer.content_type, "application/atom+xml; charset=utf-8");
  EXPECT_TRUE(holds(answer.body, "<title>&lt;script&gt;&amp;&quot;' </title>")) << answer.body;
  EXPECT_TRUE(holds(answer.body, "]]&gt; &amp; &lt;b&gt;"));
  EXPECT_TRUE(holds(answer.body, "<updated>2023-03-09T00:00:00Z</updated>"));
  EXPECT_EQ(site.search->last_request().sort, index::Sort::kNewest);
  EXPECT_EQ(site.get("/feed.atom?colour=red").status, 400);
}

TEST(Page, HasTextWordsMasksAndMarksInCodePoints) {
  FakeSite site;
  site.search->add(example_record(), {"Caf\xC3\xA9 costs [requester]"});
  auto& page = site.search->pages.at({kDocumentId, 1});
  page.page.words = {{.start = 0, .end = 5, .box = {1, 2, 3, 4}, .confidence = 1},
                     {.start = 6, .end = 11, .box = {5, 6, 7, 8}, .confidence = 1}};
  page.masks = {{.where = {1, 12, 23}, .type = "requester", .boxes = {{9, 9, 10, 10}}}};
  const std::string base = std::string("/api/v1/documents/") + kDocumentId + "/pages/";
  const Json json = Json::parse(site.get(base + "1?q=costs").body);
  EXPECT_EQ(json.at("words")[1].at("start"), 5);
  EXPECT_EQ(json.at("masks")[0].at("start"), 11);
  EXPECT_EQ(json.at("marks"), Json::parse(R"([{"start":5,"end":10,"boxes":[[5.0,6.0,7.0,8.0]]}])"));
  EXPECT_FALSE(Json::parse(site.get(base + "1").body).contains("marks"));
  for (const char* number : {"0", "2", "01", "x", "-1", "99999999", ""}) EXPECT_EQ(site.get(base + number).status, 404) << number;
}

TEST(Lists, ShowWhatIsKnownAndCounted) {
  FakeSite site;
  site.search->results.total = 3;
  site.search->results.facets = {
      {.name = "exemption", .values = {{.id = "foia-31", .label = "x", .parent = {}, .count = 3}}, .distinct = 1},
      {.name = "topic", .values = {{.id = "parking", .label = "x", .parent = {}, .count = 2}}, .distinct = 1}};
  const Json exemptions = Json::parse(site.get("/api/v1/exemptions").body);
  EXPECT_EQ(exemptions.at("total"), 4);
  EXPECT_EQ(exemptions.at("exemptions")[0].at("total"), 3);
  EXPECT_EQ(exemptions.at("exemptions")[3].at("total"), 0);
  EXPECT_EQ(Json::parse(site.get("/api/v1/topics/parking").body).at("total"), 2);
  EXPECT_EQ(site.get("/api/v1/topics/parkin").status, 404);
  EXPECT_EQ(site.get("/topics/parking").status, 200);
  EXPECT_EQ(site.get("/exemptions/foia-99").status, 404);
  EXPECT_EQ(site.get("/authorities/RXX").status, 200);
  EXPECT_EQ(site.get("/exemptions").status, 200);
}

TEST(RateLimit, CountsByAddressAndWindowInBoundedMemory) {
  RateLimiter limiter(3, 60s, 2);
  const auto start = RateLimiter::Clock::time_point{} + 1h;
  EXPECT_EQ(limiter.take("a", start).left, 2u);
  EXPECT_TRUE(limiter.take("a", start + 1s).allowed);
  EXPECT_TRUE(limiter.take("a", start + 2s).allowed);
  const auto refused = limiter.take("a", start + 20s);
  EXPECT_FALSE(refused.allowed);
  EXPECT_EQ(refused.until_next, 40s);
  EXPECT_TRUE(limiter.take("b", start + 20s).allowed);
  // The table is full: all others share thirty.
  for (int i = 0; i < 30; ++i) EXPECT_TRUE(limiter.take("c" + std::to_string(i), start + 30s).allowed) << i;
  EXPECT_FALSE(limiter.take("d", start + 30s).allowed);
  EXPECT_TRUE(limiter.take("a", start + 60s).allowed);
}

TEST(RateLimit, IsToldInEveryAnswerAndRefusesPolitely) {
  FakeSite site({.rate_limit = 2});
  const auto ask = [&](const char* target, const char* caller) {
    return site.site.answer(
        {.method = "GET", .target = target, .if_none_match = {}, .caller = caller, .arrived = RateLimiter::Clock::time_point{} + 1h});
  };
  EXPECT_EQ(header_of(ask("/api/v1/search", "192.0.2.1"), "RateLimit"), "\"address\";r=1;t=60");
  EXPECT_EQ(header_of(ask("/", "192.0.2.1"), "RateLimit-Policy"), "\"address\";q=2;w=60");
  const Answer refused = ask("/api/v1/search", "192.0.2.1");
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.content_type, "application/problem+json");
  EXPECT_EQ(header_of(refused, "Retry-After"), "60");
  EXPECT_EQ(ask("/healthz", "192.0.2.1").status, 200);
  EXPECT_EQ(ask("/api/v1/search", "192.0.2.2").status, 200);
  EXPECT_EQ(ask("/api/v1/search", "").status, 200);
}

TEST(RateLimit, CallersAndTheirProxies) {
  EXPECT_EQ(caller_of("192.0.2.1"), "192.0.2.1");
  EXPECT_EQ(caller_of("2001:db8:1:2:3:4:5:6"), caller_of("2001:db8:1:2::1"));
  EXPECT_NE(caller_of("2001:db8:1:2::1"), caller_of("2001:db8:1:3::1"));
  EXPECT_EQ(forwarded_address("198.51.100.7, 192.0.2.1"), "192.0.2.1");
  EXPECT_EQ(forwarded_address(" 2001:db8::1 "), "2001:db8::1");
  for (const char* none : {"", ",", "unknown", "192.0.2.1:80", "192.0.2.1, evil", "192.0.2.256"})
    EXPECT_EQ(forwarded_address(none), "") << none;
}

TEST(Metrics, CountRoutesLatenciesAndFailures) {
  FakeSite site;
  site.get("/api/v1/search?colour=red");
  site.site.measured("/d/{id}", 200, 7ms);
  site.site.measured("/d/{id}", 404, 3s);
  const std::string text = site.get("/metrics").body;
  for (const char* line :
       {"foi_http_requests_total{route=\"/d/{id}\",status=\"404\"} 1\n",
        "foi_http_request_seconds_bucket{route=\"/d/{id}\",le=\"0.010000\"} 1\n",
        "foi_http_request_seconds_bucket{route=\"/d/{id}\",le=\"+Inf\"} 2\n", "foi_http_request_seconds_sum{route=\"/d/{id}\"} 3.007000\n",
        "foi_failures_total{reason=\"Unknown parameter\"} 1\n", "foi_edition_info{edition=\"000001.7\""})
    EXPECT_TRUE(holds(text, line)) << line << text;
  EXPECT_FALSE(holds(text, "colour"));
}

TEST(Readiness, FollowsTheIndex) {
  FakeSite site;
  EXPECT_EQ(site.get("/readyz").status, 200);
  site.search->error = environment_error("gone");
  EXPECT_EQ(site.get("/readyz").status, 503);
  EXPECT_EQ(site.get("/healthz").status, 200);
}

}  // namespace
}  // namespace foi::server
