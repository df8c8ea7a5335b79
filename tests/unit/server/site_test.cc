// The site over a made-up edition: routes, statuses, headers, and what the pages say.
#include "server/site.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "fake_search.h"
#include "server/assets.h"
#include "server/limits.h"

namespace foi::server {
namespace {

using Json = nlohmann::json;

const std::string kDocument = std::string("/d/") + kDocumentId;

TEST(Site, Routes) {
  FakeSite site;
  site.search->add(example_record(), {"Text"});
  struct Case {
    const char* target;
    int status;
    const char* type;
    const char* route;
  };
  const Case cases[] = {
      {"/", 200, "text/html; charset=utf-8", "/"},
      {"/?q=parking", 200, "text/html; charset=utf-8", "/"},
      {"/?colour=red", 400, "text/html; charset=utf-8", "/"},
      {"/?authority=nobody", 400, "text/html; charset=utf-8", "/"},
      {"/d/abcdefghijklmnop", 200, "text/html; charset=utf-8", "/d/{id}"},
      {"/d/abcdefghijklmnop?start=51", 200, "text/html; charset=utf-8", "/d/{id}"},
      {"/d/abcdefghijklmnop?utm_source=x", 200, "text/html; charset=utf-8", "/d/{id}"},
      {"/d/bcdefghijklmnopq", 404, "text/html; charset=utf-8", "/d/{id}"},
      {"/d/ABCDEFGHIJKLMNOP", 404, "text/html; charset=utf-8", "/d/{id}"},
      {"/d/..", 404, "text/html; charset=utf-8", "/d/{id}"},
      {"/d/%2e%2e%2fetc", 404, "text/html; charset=utf-8", "-"},
      {"/d/", 404, "text/html; charset=utf-8", "/d/{id}"},
      {"/d", 404, "text/html; charset=utf-8", "-"},
      {"/d/abcdefghijklmnop/original", 404, "text/html; charset=utf-8", "/d/{id}/original"},
      {"/d/abcdefghijklmnop/", 404, "text/html; charset=utf-8", "-"},
      {"/api", 200, "text/html; charset=utf-8", "/api"},
      {"/api/v1/openapi.json", 200, "application/json", "/api/v1/openapi.json"},
      {"/api/v1/openapi.json?x=1", 400, "application/problem+json", "/api/v1/openapi.json"},
      {"/nothing-here", 404, "text/html; charset=utf-8", "-"},
      {"//", 404, "text/html; charset=utf-8", "-"},
      {"/%zz", 400, "text/html; charset=utf-8", "-"},
      {"/?q=%ff", 400, "text/html; charset=utf-8", "-"},
      {"/api/v1/search", 200, "application/json", "/api/v1/search"},
      {"/api/v1/search?q=parking&sort=newest", 200, "application/json", "/api/v1/search"},
      {"/api/v1/search?colour=red", 400, "application/problem+json", "/api/v1/search"},
      {"/api/v1/search?q=%ff", 400, "application/problem+json", "-"},
      {"/api/v1/search?authority=nobody", 400, "application/problem+json", "/api/v1/search"},
      {"/api/v1/documents/abcdefghijklmnop", 200, "application/json", "/api/v1/documents/{id}"},
      {"/api/v1/documents/abcdefghijklmnop?pages=1", 400, "application/problem+json", "/api/v1/documents/{id}"},
      {"/api/v1/documents/bcdefghijklmnopq", 404, "application/problem+json", "/api/v1/documents/{id}"},
      {"/api/v1/nothing", 404, "application/problem+json", "-"},
      {"/api/v2/search", 404, "application/problem+json", "-"},
      {"/healthz", 200, "application/json", "/healthz"},
      {"/robots.txt", 200, "text/plain; charset=utf-8", "/robots.txt"},
      {"/assets/000000000000/styles/site.css", 404, "text/html; charset=utf-8", "/assets/{hash}/{rest}"},
      {"/assets/x/../../etc/passwd", 404, "text/html; charset=utf-8", "/assets/{hash}/{rest}"},
  };
  for (const Case& c : cases) {
    const Answer answer = site.get(c.target);
    EXPECT_EQ(answer.status, c.status) << c.target;
    EXPECT_EQ(answer.content_type, c.type) << c.target;
    EXPECT_EQ(answer.route, c.route) << c.target;
  }
}

TEST(Site, EveryAnswerCarriesTheSecurityHeaders) {
  FakeSite site;
  site.search->add(example_record(), {"Text"});
  for (const std::string& target :
       {std::string("/"), kDocument, std::string("/missing"), std::string("/api/v1/search"), std::string("/healthz"),
        asset_url("styles/site.css"), std::string("/%zz"), std::string("/?colour=red")}) {
    const Answer answer = site.get(target);
    EXPECT_TRUE(holds(header_of(answer, "Content-Security-Policy"), "default-src 'none'")) << target;
    EXPECT_TRUE(holds(header_of(answer, "Content-Security-Policy"), "frame-ancestors 'none'")) << target;
    EXPECT_FALSE(holds(header_of(answer, "Content-Security-Policy"), "unsafe")) << target;
    EXPECT_EQ(header_of(answer, "X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(header_of(answer, "Referrer-Policy"), "no-referrer") << target;
    EXPECT_FALSE(header_of(answer, "Cache-Control").empty()) << target;
  }
}

TEST(Site, SearchesAndTheApiStayOutOfSearchEngines) {
  FakeSite site;
  site.search->add(example_record(), {"Text"});
  for (const char* target :
       {"/", "/?q=x", "/?colour=red", "/api/v1/search", "/api/v1/search?colour=red", "/api/v1/documents/abcdefghijklmnop", "/missing"}) {
    EXPECT_EQ(header_of(site.get(target), "X-Robots-Tag"), "noindex") << target;
  }
  EXPECT_EQ(header_of(site.get(kDocument), "X-Robots-Tag"), "noarchive");
}

TEST(Site, OnlyTheApiIsOpenToOtherSites) {
  FakeSite site;
  for (const char* target : {"/api/v1/search", "/api/v1/search?colour=red", "/api/v1/nothing"}) {
    EXPECT_EQ(header_of(site.get(target), "Access-Control-Allow-Origin"), "*") << target;
  }
  for (const char* target : {"/", "/missing", "/healthz"})
    EXPECT_EQ(header_of(site.get(target), "Access-Control-Allow-Origin"), "") << target;
}

TEST(Site, MethodsOtherThanReadingAreRefused) {
  FakeSite site;
  for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PRI"}) {
    const Answer page = site.site.answer({.method = method, .target = "/", .if_none_match = {}});
    EXPECT_EQ(page.status, 405) << method;
    EXPECT_EQ(header_of(page, "Allow"), "GET, HEAD, OPTIONS") << method;
    EXPECT_EQ(site.site.answer({.method = method, .target = "/api/v1/search", .if_none_match = {}}).content_type,
              "application/problem+json")
        << method;
  }
  EXPECT_EQ(site.site.answer({.method = "HEAD", .target = "/", .if_none_match = {}}).status, 200);
  EXPECT_EQ(site.site.answer({.method = "OPTIONS", .target = "/api/v1/search", .if_none_match = {}}).status, 204);
}

TEST(Site, OtherSitesMayAskWhatTheyMayDo) {
  FakeSite site;
  const Answer api = site.site.answer({.method = "OPTIONS", .target = "/api/v1/search?q=x", .if_none_match = {}});
  EXPECT_EQ(api.status, 204);
  EXPECT_EQ(header_of(api, "Access-Control-Allow-Methods"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(header_of(api, "Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(header_of(site.site.answer({.method = "OPTIONS", .target = "/", .if_none_match = {}}), "Access-Control-Allow-Methods"), "");
  EXPECT_EQ(site.site.answer({.method = "OPTIONS", .target = "*", .if_none_match = {}}).status, 204);
  EXPECT_EQ(site.site.answer({.method = "OPTIONS", .target = "/api/v1/nothing", .if_none_match = {}}).status, 404);
}

TEST(Site, TheApiAnswersInATypeThatIsTaken) {
  FakeSite site;
  struct Case {
    const char* accept;
    int status;
  };
  const Case cases[] = {
      {"", 200},
      {"*/*", 200},
      {"application/json", 200},
      {"Application/JSON; charset=utf-8", 200},
      {"text/html, application/*;q=0.1", 200},
      {"text/html;q=0.9, */*;q=0.01", 200},
      {"text/html", 406},
      {"application/xml, text/*", 406},
      {"application/json;q=0", 406},
      {"application/json;q=0.0, text/csv", 406},
      {"*/*, application/json;q=0", 406},
      {"application/json, */*;q=0", 200},
      {"nonsense", 406},
      {",;,", 406},
  };
  for (const Case& c : cases) {
    const Answer answer = site.site.answer({.method = "GET", .target = "/api/v1/search", .if_none_match = {}, .accept = c.accept});
    EXPECT_EQ(answer.status, c.status) << c.accept;
    EXPECT_EQ(answer.content_type, c.status == 406 ? "application/problem+json" : "application/json") << c.accept;
  }
  EXPECT_EQ(site.site.answer({.method = "GET", .target = "/", .if_none_match = {}, .accept = "image/png"}).status, 200);
}

TEST(Site, AnExportIsInTheTypeThatIsWanted) {
  FakeSite site;
  site.search->add(example_record(), {"Text"});
  struct Case {
    const char* target;
    const char* accept;
    const char* type;  // empty: 406
  };
  constexpr const char *kLines = "application/x-ndjson", *kTable = "text/csv; charset=utf-8";
  const Case cases[] = {
      {"/api/v1/export", "", kLines},
      {"/api/v1/export", "*/*", kLines},
      {"/api/v1/export", "text/csv", kTable},
      {"/api/v1/export", "text/*", kTable},
      {"/api/v1/export", "application/x-ndjson;q=0.1, text/csv;q=0.2", kTable},
      {"/api/v1/export", "application/x-ndjson, text/csv", kLines},
      {"/api/v1/export", "text/csv;q=0, */*;q=0.1", kLines},
      {"/api/v1/export", "application/json", ""},
      {"/api/v1/export?format=csv", "", kTable},
      {"/api/v1/export?format=csv", "text/csv", kTable},
      {"/api/v1/export?format=csv", "*/*", kTable},
      {"/api/v1/export?format=csv", "application/x-ndjson", ""},
      {"/api/v1/export?format=ndjson", "text/csv", ""},
      {"/api/v1/export?format=ndjson&format=ndjson", "*/*", nullptr},  // 400
      {"/api/v1/export?format=xml", "*/*", nullptr},
      {"/api/v1/export?format=xml", "text/csv", nullptr},
  };
  std::set<std::string> tags;
  for (const Case& c : cases) {
    const Answer answer = site.site.answer({.method = "GET", .target = c.target, .if_none_match = {}, .accept = c.accept});
    const bool refused = c.type == nullptr || *c.type == '\0';
    EXPECT_EQ(answer.status, c.type == nullptr ? 400 : *c.type == '\0' ? 406 : 200) << c.target << " " << c.accept;
    EXPECT_EQ(answer.content_type, refused ? "application/problem+json" : c.type) << c.target << " " << c.accept;
    if (!refused) tags.insert(header_of(answer, "ETag"));
  }
  EXPECT_EQ(tags.size(), 3u) << "one address in two types has two tags";
}

TEST(Site, ATagIsOfTheSitesOptionsToo) {
  const auto search = std::make_shared<FakeSearch>();
  search->add(example_record(), {"Text"});
  const std::string page = std::string("/api/v1/documents/") + kDocumentId + "/pages/1";
  const PageImages::Draw draw = [](int, const extract::DrawRequest&) -> Result<extract::GreyImage> { return worker_error("no"); };
  std::set<std::string> tags;
  for (const SiteOptions& options :
       {SiteOptions{}, SiteOptions{.public_url = "https://foi.example.org"}, SiteOptions{.originals = OriginalsPolicy::kNone}})
    for (const bool images : {false, true}) {
      const Site site({.edition = [&] { return search; }, .draw = images ? draw : PageImages::Draw(), .report = [](const std::string&) {}},
                      small_reference(), options);
      tags.insert(header_of(site.answer({.method = "GET", .target = page, .if_none_match = {}}), "ETag"));
    }
  EXPECT_EQ(tags.size(), 6u);
}

TEST(Site, WhatWasNotCountedToTheEndIsNotKept) {
  FakeSite site;
  const std::string target = "/api/v1/search?q=the";
  const std::string tag = header_of(site.get(target), "ETag");
  EXPECT_EQ(header_of(site.get(target), "Cache-Control"), "public, no-cache");
  site.search->results.exact = false;
  const Answer answer = site.get(target);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(header_of(answer, "ETag"), "");
  EXPECT_EQ(header_of(answer, "Cache-Control"), "no-store");
  EXPECT_EQ(std::count_if(answer.headers.begin(), answer.headers.end(), [](const auto& h) { return h.first == "Cache-Control"; }), 1);
  EXPECT_EQ(site.get(target, tag).status, 304) << "the whole answer of before holds";
}

TEST(Site, AnAnswerTheCallerHoldsCostsNoSearch) {
  FakeSite site;
  const std::string etag = header_of(site.get("/api/v1/search?q=first"), "ETag");
  EXPECT_NE(header_of(site.get("/api/v1/search?q=second"), "ETag"), etag);
  EXPECT_EQ(site.search->last_request().q, "second");
  EXPECT_EQ(site.get("/api/v1/search?q=first", etag).status, 304);
  EXPECT_EQ(site.search->last_request().q, "second");
  EXPECT_EQ(site.get("/api/v1/search?q=second", etag).status, 200);
  site.search->set_edition("000002.1");
  EXPECT_EQ(site.get("/api/v1/search?q=first", etag).status, 200);
  EXPECT_EQ(site.get("/api/v1/search?colour=red", "*").status, 400);
}

TEST(Site, KnownAnswersAreNotSentAgain) {
  FakeSite site;
  site.search->add(example_record(), {"Text"});
  for (const std::string& target : {std::string("/?q=x"), kDocument, std::string("/api/v1/search"), asset_url("styles/site.css")}) {
    const std::string etag = header_of(site.get(target), "ETag");
    ASSERT_FALSE(etag.empty()) << target;
    for (const std::string& header : {etag, "\"other\", " + etag, std::string("*"), etag.substr(etag.find('"'))}) {
      const Answer again = site.get(target, header);
      EXPECT_EQ(again.status, 304) << target << header;
      EXPECT_TRUE(again.body.empty()) << target;
    }
    EXPECT_EQ(site.get(target, "\"other\"").status, 200) << target;
  }
  EXPECT_EQ(site.get("/missing", "*").status, 404);
}

TEST(Site, AssetsKeepForAYearAtAnAddressThatChangesWithThem) {
  FakeSite site;
  for (const char* name : {"styles/site.css", "scripts/site.js", "icons/icon.svg"}) {
    const Answer answer = site.get(asset_url(name));
    EXPECT_EQ(answer.status, 200) << name;
    EXPECT_EQ(header_of(answer, "Cache-Control"), "public, max-age=31536000, immutable") << name;
    EXPECT_TRUE(holds(site.get("/").body, asset_url(name))) << name;
  }
  EXPECT_EQ(site.get("/assets/" + std::string(web_file("templates/start.mustache")->hash) + "/templates/start.mustache").status, 404);
}

TEST(Site, FaultsOfOursAreToldToTheOperatorAndToNobodyElse) {
  FakeSite site;
  site.search->error = environment_error("Xapian: block 17 of /srv/library is overwritten");
  for (const std::string& target : {std::string("/?q=private+words"), std::string("/"), std::string("/api/v1/search?q=private+words"),
                                    kDocument, std::string("/api/v1/documents/") + kDocumentId}) {
    const Answer answer = site.get(target);
    EXPECT_EQ(answer.status, 500) << target;
    EXPECT_FALSE(holds(answer.body, "Xapian")) << target;
    EXPECT_FALSE(holds(answer.body, "/srv")) << target;
  }
  EXPECT_EQ(site.reports.size(), 5u);
  for (const auto& report : site.reports) EXPECT_FALSE(holds(report, "private")) << report;
}

TEST(Site, WhatTheIndexRefusesIsTheVisitorsToMend) {
  FakeSite site;
  const Answer answer = site.get("/api/v1/search?cursor=abc");
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(Json::parse(answer.body).at("detail"), "cursor: not ours");
  EXPECT_EQ(Json::parse(answer.body).at("parameter"), "cursor");
  EXPECT_TRUE(site.reports.empty());
}

TEST(Site, WhatAPageAsksOfTheIndex) {
  FakeSite site;
  site.search->results.total = 100;
  site.get("/?q=parking&page=3&exemption=foia-31&status=overturned");
  const index::Request request = site.search->last_request();
  EXPECT_EQ(request.q, "parking");
  EXPECT_EQ(request.offset, 40u);
  EXPECT_EQ(request.exemption, std::vector<std::string>{"foia-31"});
  EXPECT_EQ(request.status, std::vector<std::string>{"overturned"});
  ASSERT_TRUE(request.facets);
  EXPECT_EQ(request.facets->size(), 8u);
}

TEST(Api, DocumentsAreServedWithoutTheirPath) {
  FakeSite site;
  site.search->add(example_record(), {"Text"});
  const Json json = Json::parse(site.get(std::string("/api/v1/documents/") + kDocumentId).body);
  EXPECT_EQ(json.at("id"), kDocumentId);
  EXPECT_FALSE(json.at("source").contains("path"));
  EXPECT_EQ(json.at("outcome"), "partly-granted");
}

TEST(Api, EachTitleIsSuggestedOnce) {
  FakeSite site;
  for (const char* title : {"Mental health", "mental health", "Mental health", "Men in nursing", "Mental health", "Maintenance"}) {
    index::Hit hit{.record = example_record(), .page = {}, .snippet = {}};
    hit.record.title = title;
    site.search->results.hits.push_back(std::move(hit));
  }
  const auto titles = [&](const std::string& target) {
    std::vector<std::string> out;
    const Json answer = Json::parse(site.get(target).body);
    for (const Json& suggestion : answer.at("suggestions"))
      if (suggestion.at("kind") == "title") out.push_back(suggestion.at("label"));
    return out;
  };
  EXPECT_EQ(titles("/api/v1/suggest?q=men"), (std::vector<std::string>{"Mental health", "Men in nursing", "Maintenance"}));
  EXPECT_EQ(titles("/api/v1/suggest?q=men&limit=2"), (std::vector<std::string>{"Mental health", "Men in nursing"}));
}

TEST(Site, AnswerAndTagAreOfOneEditionWhenTheIndexIsReplaced) {
  const auto before = std::make_shared<FakeSearch>(), after = std::make_shared<FakeSearch>();
  before->set_edition("000001.1");
  after->set_edition("000002.1");
  before->add(example_record(), {"Text"});
  std::shared_ptr<const Search> serving = before;
  const Site site({.edition = [&] { return serving; },
                   .renew =
                       [&](const std::shared_ptr<const Search>& seen) {
                         EXPECT_EQ(seen, before);
                         serving = after;
                       },
                   .report = [](const std::string& line) { ADD_FAILURE() << line; }},
                  small_reference(), {});
  const auto get = [&](const std::string& target, const std::string& tag) {
    return site.answer({.method = "GET", .target = target, .if_none_match = tag});
  };
  const std::string list = "/api/v1/topics", document = std::string("/api/v1/documents/") + kDocumentId;
  const std::string old_tag = header_of(get(list, {}), "ETag"), old_document = header_of(get(document, {}), "ETag");
  EXPECT_EQ(get(document, old_document).status, 304);
  before->is_overtaken = true;
  EXPECT_EQ(get(document, old_document).status, 404) << "it is gone, and a tag of before must not say that it still holds";
  serving = before;
  const Answer answer = get(list, old_tag);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(Json::parse(answer.body).at("edition"), "000002.1");
  EXPECT_EQ(get(list, header_of(answer, "ETag")).status, 304);
  EXPECT_NE(header_of(answer, "ETag"), old_tag);
}

TEST(Site, TellsItsNoticeOnEveryPageAsText) {
  FakeSite site({.notice = "Invented <letters> & people"});
  site.search->add(example_record(), {"text"});
  for (const char* path : {"/", "/?q=text", "/d/abcdefghijklmnop", "/nothing"})
    EXPECT_TRUE(holds(site.get(path).body, "role=\"note\">Invented &lt;letters&gt; &amp; people</p>")) << path;
  FakeSite silent;
  EXPECT_FALSE(holds(silent.get("/").body, "role=\"note\""));
}

}  // namespace
}  // namespace foi::server
