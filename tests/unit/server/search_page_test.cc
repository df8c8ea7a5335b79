// The search page: results, filters, the way through the pages, and the empty page.
#include <gtest/gtest.h>

#include "fake_search.h"

namespace foi::server {
namespace {

index::Hit hit_of(Record record, std::optional<std::uint32_t> page, std::string text, std::vector<index::Snippet::Mark> marks) {
  return {.record = std::move(record), .page = page, .snippet = {.text = std::move(text), .marks = std::move(marks)}};
}

TEST(SearchPage, ACountThatIsNotExactSaysSo) {
  FakeSite site;
  site.search->results.total = 1234;
  site.search->results.hits = {hit_of(example_record(), 1, "text", {})};
  EXPECT_TRUE(holds(site.get("/?q=ward").body, "<h1>1,234 documents match</h1>"));
  EXPECT_FALSE(holds(site.get("/?q=ward").body, "Not everything was searched"));
  EXPECT_TRUE(holds(site.get("/api/v1/search?q=ward").body, "\"exact\":true"));
  site.search->results.exact = false;
  EXPECT_TRUE(holds(site.get("/?q=ward").body, "<h1>At least 1,234 documents match</h1>"));
  EXPECT_TRUE(holds(site.get("/?q=ward").body, "Not everything was searched"));
  EXPECT_TRUE(holds(site.get("/api/v1/search?q=ward").body, "\"exact\":false"));
}

TEST(SearchPage, WhatIsOfUseOnlyWholeIsRefusedWhenTimeIsUp) {
  FakeSite site;
  site.search->results.exact = site.search->results.in_time = false;
  for (const char* part : {"/?q=ward", "/api/v1/search?q=ward"}) EXPECT_EQ(site.get(part).status, 200) << part;
  for (const char* whole : {"/topics/parking", "/feed.atom?q=ward", "/api/v1/topics"}) {
    EXPECT_EQ(site.get(whole).status, 400) << whole;
    EXPECT_TRUE(holds(site.get(whole).body, "takes too long")) << whole;
  }
  // A word with * may stand for too many words at any time of the day.
  site.search->results.in_time = true;
  EXPECT_EQ(site.get("/feed.atom?q=w*").status, 200);
}

TEST(SearchPage, ResultsLeadToTheirPage) {
  FakeSite site;
  Record record = example_record();
  record.pages.resize(120);
  site.search->results.total = 1;
  site.search->results.hits = {hit_of(record, 3, "£5 for parking", {{7, 14}})};
  EXPECT_TRUE(holds(site.get("/?q=parking").body, "href=\"/d/abcdefghijklmnop?q=parking#page-3\""));
  EXPECT_TRUE(holds(site.get("/?q=parking").body, "£5 for <mark>parking</mark>"));
  site.search->results.hits[0].page = 117;
  EXPECT_TRUE(holds(site.get("/?q=parking").body, "href=\"/d/abcdefghijklmnop?start=101&amp;q=parking#page-117\""));
  site.search->results.hits[0].page.reset();
  EXPECT_TRUE(holds(site.get("/?q=parking").body, "href=\"/d/abcdefghijklmnop?q=parking\""));
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

TEST(SearchPage, AClusterIsCalledByItsFirstDocument) {
  FakeSite site;
  Record first = example_record();
  first.title = "Lifts that stood still";
  first.cluster = first.id;
  site.search->documents[first.id] = first;
  EXPECT_TRUE(holds(site.get("/?cluster=" + first.id).body, "Lifts that stood still"));
  EXPECT_TRUE(holds(site.get("/clusters/" + first.id).body, "Lifts that stood still"));
  EXPECT_TRUE(holds(site.get("/?cluster=bcdefghijklmnopq").body, "bcdefghijklmnopq")) << "one that is gone is called by its id";
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

}  // namespace
}  // namespace foi::server
