#include "server/wire.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fake_search.h"

namespace foi::server {
namespace {

using Json = nlohmann::json;

index::Results one_result() {
  index::Hit hit;
  hit.record = example_record();
  hit.record.topics = {"parking"};
  Citation citation;
  citation.id = "foia-31-1-a";
  citation.label = "FOIA s.31(1)(a)";
  citation.now = StatusNow{.status = CitationStatus::kOverturned, .stage = Stage::kIco, .by = "bcdefghijklmnopq"};
  hit.record.exemptions = {citation};
  hit.page = 3;
  hit.snippet = {.text = "£5 a day for parking", .marks = {{0, 2}, {13, 20}}};
  index::Results results;
  results.total = 41;
  results.hits = {hit};
  results.facets = {{.name = "exemption",
                     .values = {{.id = "foia-31", .label = "FOIA s.31", .parent = {}, .count = 5},
                                {.id = "foia-31-1", .label = "FOIA s.31(1)", .parent = "foia-31", .count = 4}},
                     .distinct = 2},
                    {.name = "year", .values = {{.id = "2023", .label = "2023", .parent = {}, .count = 41}}, .distinct = 1}};
  results.next_cursor = "next";
  results.edition = "000001.7";
  return results;
}

TEST(Wire, ResultsHaveTheShapeOfTheContract) {
  const Json json = Json::parse(results_json(one_result()));
  EXPECT_EQ(json, Json::parse(R"json({
    "total": 41, "exact": true, "with_every_word": null,
    "results": [{
      "id": "abcdefghijklmnop", "title": "Income from car parks",
      "authority": {"id": "RXX", "name": "Example Valley NHS Trust", "id_now": "RXX", "name_now": "Example Valley NHS Trust", "type": "nhs-trust"},
      "responded": "2023-03-09", "kind": "response", "outcome": "partly-granted", "topics": ["parking"],
      "exemptions": [{"id": "foia-31-1-a", "label": "FOIA s.31(1)(a)", "status": "applied", "stage": "response",
                      "now": {"status": "overturned", "stage": "ico", "by": "bcdefghijklmnopq"}}],
      "cluster": null, "page": 3, "snippet": {"text": "£5 a day for parking", "marks": [[0, 2], [13, 20]]},
      "matched": [], "metadata_match": false}],
    "facet_values": {"exemption": 2, "year": 1}, "drop": [],
    "facets": {
      "exemption": [{"id": "foia-31", "label": "FOIA s.31", "parent": null, "count": 5},
                    {"id": "foia-31-1", "label": "FOIA s.31(1)", "parent": "foia-31", "count": 4}],
      "year": [{"id": "2023", "label": "2023", "count": 41}]},
    "next_cursor": "next", "suggestion": null, "edition": "000001.7"})json"));
}

TEST(Wire, WhatIsNotKnownIsNull) {
  index::Results results = one_result();
  results.hits[0].record.authority.reset();
  results.hits[0].record.responded.reset();
  results.hits[0].page.reset();
  results.next_cursor.reset();
  results.suggestion = "parking";
  const Json json = Json::parse(results_json(results));
  for (const char* member : {"authority", "responded", "page"}) EXPECT_TRUE(json["results"][0].at(member).is_null()) << member;
  EXPECT_TRUE(json.at("next_cursor").is_null());
  EXPECT_EQ(json.at("suggestion"), "parking");
}

TEST(Wire, EmptyResultsKeepTheirLists) {
  const Json json = Json::parse(results_json({}));
  EXPECT_EQ(json.at("total"), 0);
  EXPECT_EQ(json.at("results"), Json::array());
  EXPECT_EQ(json.at("facets"), Json::object());
}

TEST(Wire, DamagedTextIsReplacedRatherThanThrownOver) {
  index::Results results = one_result();
  results.hits[0].snippet.text = "caf\xe9";
  EXPECT_EQ(Json::parse(results_json(results))["results"][0]["snippet"]["text"], "caf\xEF\xBF\xBD");
}

TEST(Wire, ProblemsNameWhatIsWrong) {
  const Json whole = Json::parse(problem_json(
      {.status = 400, .title = "Unknown value", .detail = "\"x\" is not…", .parameter = "status", .value = "x", .nearest = {"any"}}));
  EXPECT_EQ(whole, Json::parse(R"({"type":"about:blank","title":"Unknown value","status":400,"detail":"\"x\" is not…",
                                   "parameter":"status","value":"x","nearest":["any"]})"));
  const Json replaced = Json::parse(problem_json({.status = 410, .title = "Document replaced", .successor = "abcdefghijklmnop"}));
  EXPECT_EQ(replaced.at("successor"), Json::parse(R"({"id":"abcdefghijklmnop","url":"/api/v1/documents/abcdefghijklmnop"})"));
  const Json bare = Json::parse(problem_json({.status = 404, .title = "No such document", .detail = "…"}));
  EXPECT_FALSE(bare.contains("parameter"));
  EXPECT_FALSE(bare.contains("value"));
  EXPECT_FALSE(bare.contains("nearest"));
}

TEST(Wire, Health) {
  EXPECT_EQ(Json::parse(health_json("000001.7", 12)), Json::parse(R"({"status":"ok","edition":"000001.7","letters":12})"));
}

}  // namespace
}  // namespace foi::server
