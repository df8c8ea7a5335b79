// The site over a made-up edition: routes, statuses, headers, and what the pages say.
#include "server/site.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

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
  site.search->error = usage_error("cursor \"abc\" is not one of this index; begin again without it");
  const Answer answer = site.get("/api/v1/search?cursor=abc");
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(Json::parse(answer.body).at("detail"), "cursor \"abc\" is not one of this index; begin again without it");
  EXPECT_TRUE(site.reports.empty());
}

TEST(Site, UnknownBodiesAreNamedWithTheNearest) {
  FakeSite site;
  const Json problem = Json::parse(site.get("/api/v1/search?authority=nobody").body);
  EXPECT_EQ(problem.at("parameter"), "authority");
  EXPECT_EQ(problem.at("value"), "nobody");
  // A listed body needs no letters to be known, an unlisted one is known by its letters.
  EXPECT_EQ(site.get("/api/v1/search?authority=RXX").status, 200);
  site.search->results.total = 1;
  EXPECT_EQ(site.get("/api/v1/search?authority=unlisted-body").status, 200);
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

index::Hit hit_of(Record record, std::optional<std::uint32_t> page, std::string text, std::vector<index::Snippet::Mark> marks) {
  return {.record = std::move(record), .page = page, .snippet = {.text = std::move(text), .marks = std::move(marks)}};
}

TEST(SearchPage, ResultsLeadToTheirPage) {
  FakeSite site;
  Record record = example_record();
  record.pages.resize(120);
  site.search->results.total = 1;
  site.search->results.hits = {hit_of(record, 3, "£5 for parking", {{7, 14}})};
  EXPECT_TRUE(holds(site.get("/?q=parking").body, "href=\"/d/abcdefghijklmnop#page-3\""));
  EXPECT_TRUE(holds(site.get("/?q=parking").body, "£5 for <mark>parking</mark>"));
  site.search->results.hits[0].page = 117;
  EXPECT_TRUE(holds(site.get("/?q=parking").body, "href=\"/d/abcdefghijklmnop?start=101#page-117\""));
  site.search->results.hits[0].page.reset();
  EXPECT_TRUE(holds(site.get("/?q=parking").body, "href=\"/d/abcdefghijklmnop\""));
}

TEST(SearchPage, MarksThatDoNotFitLeaveTheTextWhole) {
  FakeSite site;
  site.search->results.total = 1;
  site.search->results.hits = {hit_of(example_record(), 1, "£5 a day", {{5, 500}, {0, 2}, {3, 3}, {9, 4}})};
  EXPECT_TRUE(holds(site.get("/?q=x").body, "£5 a <mark>day</mark>"));
}

TEST(SearchPage, AGroundThatFellSaysSo) {
  FakeSite site;
  Record record = example_record();
  Citation standing, fallen;
  standing.id = "foia-43", standing.label = "FOIA s.43";
  fallen.id = "foia-31", fallen.label = "FOIA s.31";
  fallen.now = StatusNow{.status = CitationStatus::kWithdrawn, .stage = Stage::kReview, .by = kDocumentId};
  record.exemptions = {standing, fallen};
  site.search->results.total = 1;
  site.search->results.hits = {hit_of(record, 1, "text", {})};
  const std::string body = site.get("/?q=x").body;
  EXPECT_TRUE(holds(body, "Withdrawn at internal review"));
  EXPECT_TRUE(holds(body, "class=\"tag fallen\""));
  EXPECT_TRUE(holds(body, "class=\"tag stands\""));
  EXPECT_FALSE(holds(body, "Relied on in the response"));
}

TEST(SearchPage, FiltersAreATreeOfCheckedBoxes) {
  FakeSite site;
  site.search->results.total = 9;
  site.search->results.facets = {{.name = "exemption",
                                  .values = {{.id = "foia-31-1-a", .label = "", .parent = "foia-31-1", .count = 2},
                                             {.id = "foia-43", .label = "", .parent = {}, .count = 1},
                                             {.id = "foia-31-1", .label = "", .parent = "foia-31", .count = 4},
                                             {.id = "foia-31", .label = "", .parent = {}, .count = 5},
                                             {.id = "eir-13", .label = "EIR r.13", .parent = "eir-missing", .count = 1}},
                                  .distinct = 5}};
  const std::string body = site.get("/?exemption=foia-31-1").body;
  const std::size_t section = body.find("value=\"foia-31\""), part = body.find("value=\"foia-31-1\" checked"),
                    head = body.find("value=\"foia-31-1-a\"");
  ASSERT_NE(part, std::string::npos);
  EXPECT_LT(section, part);
  EXPECT_LT(part, head);
  EXPECT_TRUE(holds(body, "depth-2"));
  EXPECT_TRUE(holds(body, "prevention or detection of crime"));
  EXPECT_TRUE(holds(body, "value=\"eir-13\""));
}

TEST(SearchPage, ACircleInTheTreeEnds) {
  FakeSite site;
  site.search->results.total = 1;
  site.search->results.facets = {{.name = "exemption",
                                  .values = {{.id = "a", .label = "a", .parent = "a", .count = 1},
                                             {.id = "b", .label = "b", .parent = "c", .count = 1},
                                             {.id = "c", .label = "c", .parent = "b", .count = 1}},
                                  .distinct = 3}};
  EXPECT_EQ(site.get("/?q=x").status, 200);
}

TEST(SearchPage, FiltersInUseCanBeTakenAwayOneByOne) {
  FakeSite site;
  const std::string body = site.get("/?q=x&year=2022&year=2023&answer=withheld&from=2022-01-01").body;
  EXPECT_TRUE(holds(body, "href=\"/?q=x&amp;year=2023&amp;answer=withheld&amp;from=2022-01-01\""));
  EXPECT_TRUE(holds(body, "1 January 2022"));
  EXPECT_TRUE(holds(body, "Withheld"));
  EXPECT_TRUE(holds(body, "search without filters"));
  EXPECT_TRUE(holds(body, "<input type=\"hidden\" name=\"answer\" value=\"withheld\">")) << "a filter without a box goes with the form";
}

TEST(SearchPage, LongListsAreFoldedAway) {
  FakeSite site;
  index::Facet facet{.name = "authority", .values = {}, .distinct = 250};
  for (int i = 0; i < 100; ++i) facet.values.push_back({.id = "body-" + std::to_string(i), .label = "Body", .parent = {}, .count = 1});
  site.search->results.facets = {facet};
  site.search->results.total = 100;
  const std::string body = site.get("/?q=x").body;
  EXPECT_TRUE(holds(body, "Show 90 more"));
  EXPECT_TRUE(holds(body, "The 100 most frequent of 250"));
  EXPECT_LT(body.find("body-9\""), body.find("<details"));
  EXPECT_GT(body.find("body-10\""), body.find("<details"));
  EXPECT_FALSE(holds(body, "<details class=\"facet-more\" open"));
  EXPECT_TRUE(holds(site.get("/?q=x&authority=body-55").body, "<details class=\"facet-more\" open"));
}

TEST(SearchPage, TurningPages) {
  FakeSite site;
  site.search->results.total = 45;
  site.search->results.hits = {hit_of(example_record(), 1, "text", {})};
  const std::string first = site.get("/?q=x").body, second = site.get("/?q=x&page=2").body, last = site.get("/?q=x&page=3").body;
  EXPECT_FALSE(holds(first, "rel=\"prev\""));
  EXPECT_TRUE(holds(first, "<link rel=\"next\" href=\"/?q=x&amp;page=2\">"));
  EXPECT_TRUE(holds(second, "Page 2 of 3"));
  EXPECT_TRUE(holds(second, "<a rel=\"prev\" href=\"/?q=x\">"));
  EXPECT_FALSE(holds(last, "rel=\"next\""));
  site.search->results.hits.clear();
  EXPECT_TRUE(holds(site.get("/?q=x&page=9").body, "Go to the first page"));
}

TEST(SearchPage, NothingFoundSaysSoAndHelps) {
  FakeSite site;
  site.search->results.suggestion = "parking";
  const std::string body = site.get("/?q=parkng&year=2023").body;
  EXPECT_TRUE(holds(body, "Nothing found"));
  EXPECT_TRUE(holds(body, "Did you mean"));
  EXPECT_TRUE(holds(body, "href=\"/?year=2023&amp;q=parking\""));
  EXPECT_TRUE(holds(body, "search without filters"));
  EXPECT_FALSE(holds(site.get("/?q=parkng").body, "search without filters"));
}

TEST(StartPage, ExamplesComeFromTheIndexOnly) {
  FakeSite site;
  site.search->results.total = 1234;
  site.search->results.facets = {
      {.name = "topic", .values = {{.id = "parking", .label = "Parking", .parent = {}, .count = 12}}, .distinct = 1},
      {.name = "authority", .values = {}, .distinct = 0}};
  const std::string body = site.get("/").body;
  EXPECT_TRUE(holds(body, "1,234 documents"));
  EXPECT_TRUE(holds(body, "href=\"/?topic=parking\""));
  EXPECT_TRUE(holds(body, "12 documents"));
  EXPECT_EQ(site.search->last_request().sort, index::Sort::kNewest);
}

// -- documents

TEST(DocumentPage, SaysWhatWasAskedAnsweredAndApplied) {
  FakeSite site;
  Record record = example_record();
  record.reference = "FOI 4129";
  record.received = parse_iso("2023-02-01");
  record.working_days = 26;
  record.late = true;
  record.questions = {{.number = "1",
                       .heading = "Car parks",
                       .text = "What was the income?",
                       .answer = "£5",
                       .outcome = QuestionOutcome::kDisclosed,
                       .exemptions = {}},
                      {.number = "2",
                       .heading = "Car parks",
                       .text = "Who runs them?",
                       .answer = "",
                       .outcome = QuestionOutcome::kWithheld,
                       .exemptions = {"foia-43"}}};
  Citation citation;
  citation.id = "foia-31-1-a", citation.label = "FOIA s.31(1)(a)";
  citation.evidence = {{.page = 1, .start = 3, .end = 9, .quote = "exempt"}};
  record.exemptions = {citation};
  site.search->add(record, {"is exempt under"});
  const std::string body = site.get(kDocument).body;
  for (const char* part :
       {"What was the income?", "Answered", "Withheld", "FOIA s.43", "FOI 4129", "1 February 2023", "9 March 2023",
        "26 working days, past the time limit", "Law enforcement: prevention or detection of crime", "Relied on in the response",
        "Partly granted", "id=\"page-1\"", "href=\"#page-1\"", "is <span id=\"quote-1\" class=\"cited\">exempt</span> under"}) {
    EXPECT_TRUE(holds(body, part)) << part;
  }
  EXPECT_EQ(body.find("Car parks"), body.rfind("Car parks")) << "a heading over several questions is shown once";
  EXPECT_FALSE(holds(body, "/secret/folder"));
}

TEST(DocumentPage, OneAnswerToManyQuestionsIsShownOnceAndALongOneInPart) {
  FakeSite site;
  Record record = example_record();
  const auto question = [](std::string number, std::string answer) {
    return Question{.number = std::move(number),
                    .heading = "",
                    .text = "Why?",
                    .answer = std::move(answer),
                    .outcome = QuestionOutcome::kDisclosed,
                    .exemptions = {}};
  };
  std::string long_answer;
  for (int i = 0; i < 200; ++i) long_answer += "wörd ";
  record.questions = {question("1", "Because."), question("2", "Because."), question("3", "Because."),
                      question("4", ""),         question("5", ""),         question("6", long_answer + "END")};
  site.search->add(record, {"text"});
  const std::string body = site.get(kDocument).body;
  EXPECT_EQ(body.find("Because."), body.rfind("Because."));
  const std::string same = "The same answer as to question 1.";
  EXPECT_NE(body.find(same), body.rfind(same));
  EXPECT_FALSE(holds(body, "The same answer as to question 4."));
  EXPECT_TRUE(holds(body, "wörd …</span>"));
  EXPECT_TRUE(holds(body, "END</p>"));
}

TEST(DocumentPage, LateIsSaidOnlyWhenItIsKnown) {
  for (const std::optional<bool>& late : {std::optional<bool>(), std::optional<bool>(false)}) {
    FakeSite site;
    Record record = example_record();
    record.working_days = 30;
    record.late = late;
    site.search->add(record, {"text"});
    EXPECT_FALSE(holds(site.get(kDocument).body, "time limit"));
  }
}

TEST(DocumentPage, LossIsCountedAndShown) {
  FakeSite site;
  Record record = example_record();
  record.masks = 4;
  record.hidden = {{.what = "hidden sheet", .count = 2}};
  record.notes = {{.page = 2, .what = "a picture was not read"}};
  record.checks = {Check::kNoPublicInterestTest, Check::kLate};
  site.search->add(record, {"one", "two", "three"});
  Record& stored = site.search->records.at(kDocumentId);
  stored.pages[0].source = PageSource::kNone;
  stored.pages[1].source = stored.pages[2].source = PageSource::kOcr;
  const std::string body = site.get(kDocument).body;
  for (const char* part :
       {"1 of 3 pages could not be read.", "2 of 3 pages were read from a scan", "In 4 places personal information", "hidden sheet (2)",
        "<a href=\"#page-2\">Page 2</a>: a picture was not read", "Not found in this letter: a public interest test."}) {
    EXPECT_TRUE(holds(body, part)) << part;
  }
}

TEST(DocumentPage, RelatedDocumentsThatAreThere) {
  FakeSite site;
  Record record = example_record(), review = example_record();
  review.id = "bcdefghijklmnopq";
  review.title = "Outcome of the review";
  record.related = {{.id = review.id, .relation = "reviewed-by", .confidence = 1},
                    {.id = "cdefghijklmnopqr", .relation = "attachment", .confidence = 1}};
  site.search->add(record, {"text"});
  site.search->add(review, {"text"});
  const std::string body = site.get(kDocument).body;
  EXPECT_TRUE(holds(body, "href=\"/d/bcdefghijklmnopq\">Outcome of the review"));
  EXPECT_TRUE(holds(body, "Reviewed by"));
  EXPECT_FALSE(holds(body, "cdefghijklmnopqr"));
}

TEST(DocumentPage, LongDocumentsComeInStretches) {
  FakeSite site;
  site.search->add(example_record(), std::vector<std::string>(120, "text"));
  const std::string first = site.get(kDocument).body, second = site.get(kDocument + "?start=51").body;
  EXPECT_TRUE(holds(first, "id=\"page-50\""));
  EXPECT_FALSE(holds(first, "id=\"page-51\""));
  EXPECT_TRUE(holds(first, "href=\"/d/abcdefghijklmnop?start=51#page-51\""));
  EXPECT_TRUE(holds(second, "id=\"page-100\""));
  EXPECT_TRUE(holds(second, "Pages 51 to 100 of 120"));
  EXPECT_TRUE(holds(second, "href=\"/d/abcdefghijklmnop#page-1\""));
  EXPECT_TRUE(holds(site.get(kDocument + "?start=77").body, "id=\"page-51\""));
  EXPECT_TRUE(holds(site.get(kDocument + "?start=9999999").body, "id=\"page-120\""));
  for (const char* odd : {"0", "-1", "x", "", "99999999999999999999"}) EXPECT_EQ(site.get(kDocument + "?start=" + odd).status, 200) << odd;
}

TEST(DocumentPage, AFileThatCouldNotBeReadHasAPage) {
  FakeSite site;
  Record record = example_record();
  record.title.clear();
  record.authority.reset();
  record.responded.reset();
  record.error = document_error("/secret/folder/letter.pdf is encrypted");
  site.search->add(record, {});
  const Answer answer = site.get(kDocument);
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(holds(answer.body, "This file could not be read"));
  EXPECT_FALSE(holds(answer.body, "/secret"));
}

class OriginalFile : public testing::Test {
 protected:
  void SetUp() override {
    library_ = std::filesystem::path(testing::TempDir()) / ("foi-site-" + std::to_string(::getpid()));
    std::filesystem::create_directories(library_ / "originals" / "aa");
    std::ofstream(library_ / "originals" / "aa" / std::string(62, 'a')) << "%PDF-1.7";
  }
  void TearDown() override { std::filesystem::remove_all(library_); }
  std::filesystem::path library_;
};

TEST_F(OriginalFile, IsSentAsAnAttachmentInASandbox) {
  FakeSite site({.library = library_});
  site.search->add(example_record(), {"text"});
  EXPECT_TRUE(holds(site.get(kDocument).body, "Download the original"));
  const Answer answer = site.get(kDocument + "/original");
  ASSERT_EQ(answer.status, 200);
  ASSERT_TRUE(answer.file);
  EXPECT_EQ(answer.file->bytes(), 8u);
  EXPECT_EQ(answer.content_type, "application/pdf");
  EXPECT_EQ(header_of(answer, "Content-Disposition"), "attachment; filename=\"abcdefghijklmnop.pdf\"");
  EXPECT_TRUE(holds(header_of(answer, "Content-Security-Policy"), "sandbox"));
  EXPECT_EQ(header_of(answer, "X-Content-Type-Options"), "nosniff");
}

TEST_F(OriginalFile, IsWithheldWhenSomethingWasMasked) {
  FakeSite site({.library = library_});
  Record record = example_record();
  record.masks = 1;
  record.source.url = "https://example.org/letter.pdf";
  site.search->add(record, {"text"});
  EXPECT_EQ(site.get(kDocument + "/original").status, 404);
  const std::string body = site.get(kDocument).body;
  EXPECT_FALSE(holds(body, "Download the original"));
  EXPECT_TRUE(holds(body, "href=\"https://example.org/letter.pdf\" rel=\"external noopener noreferrer nofollow\""));
}

TEST_F(OriginalFile, ThatIsGoneIsNotOffered) {
  FakeSite site({.library = library_ / "elsewhere"});
  site.search->add(example_record(), {"text"});
  EXPECT_EQ(site.get(kDocument + "/original").status, 404);
  EXPECT_TRUE(holds(site.get(kDocument).body, "The original is not offered here"));
}

TEST(Api, DocumentsAreServedWithoutTheirPath) {
  FakeSite site;
  site.search->add(example_record(), {"Text"});
  const Json json = Json::parse(site.get(std::string("/api/v1/documents/") + kDocumentId).body);
  EXPECT_EQ(json.at("id"), kDocumentId);
  EXPECT_FALSE(json.at("source").contains("path"));
  EXPECT_EQ(json.at("outcome"), "partly-granted");
}

}  // namespace
}  // namespace foi::server
