// What a real index refuses, as the API says it: status, and which parameter and value, with what may have been meant.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fake_search.h"
#include "server/editions.h"
#include "tests/unit/index/made.h"

namespace foi::server {
namespace {

using index::made::Letter;
using Json = nlohmann::json;

constexpr const char* kId = "aaaaaaaaaaaaaaaa";

// More words that begin so than a wildcard stands for.
std::string many_words() {
  std::string words;
  for (int i = 100; i < 250; ++i) words += " ward" + std::to_string(i) + 'x';
  return words;
}

std::vector<Published> letters() {
  return {Letter(kId)
              .authority("RXH", "Northfield Hospitals NHS Trust")
              .responded("2023-03-01")
              .page("The ward has ten beds.")
              .cites("foia-43-2"),
          Letter("bbbbbbbbbbbbbbbb")
              .authority("moor-council", "Moor Council", "council")
              .responded("2023-03-02")
              .page("Another ward:" + many_words())};
}

class Refusals : public testing::Test {
 protected:
  Answer get(const std::string& target) const {
    const auto edition = open_edition(made_.path(), builtin_reference());
    const Site site({.edition = [&] { return *edition; }, .report = [](const std::string& line) { ADD_FAILURE() << line; }},
                    builtin_reference(), {});
    return site.answer({.method = "GET", .target = target, .if_none_match = {}});
  }
  index::made::Index made_{letters()};
};

TEST_F(Refusals, NameParameterValueAndTheNearest) {
  struct Case {
    const char* target;
    int status;
    const char* parameter;
    const char* value;
    const char* nearest;
  };
  const Case cases[] = {
      {"/api/v1/search?authority=nobody", 400, "authority", "nobody", ""},
      {"/api/v1/search?authority=RXHH", 400, "authority", "RXHH", "RXH"},
      {"/api/v1/search?authority=moor-counsil", 400, "authority", "moor-counsil", "moor-council"},
      {"/api/v1/search?authority=moor", 400, "authority", "moor", "moor-council"},
      {"/api/v1/export?authority=nobody", 400, "authority", "nobody", ""},
      {"/feed.atom?authority=nobody", 400, "authority", "nobody", ""},
      {"/api/v1/search?cluster=cccccccccccccccc", 400, "cluster", "cccccccccccccccc", ""},
      {"/api/v1/search?cursor=abc", 400, "cursor", "abc", ""},
      {"/api/v1/search?q=AND", 400, "q", "AND", ""},
      {"/api/v1/search?q=NOT+ward*", 400, "q", "NOT ward*", ""},
      {"/api/v1/documents/aaaaaaaaaaaaaaaa/pages/1?q=AND", 400, "q", "AND", ""},
      {"/api/v1/search?topic=parking", 400, "topic", "parking", "parking-transport"},
      {"/api/v1/search?topic=staffing", 400, "topic", "staffing", "workforce-temporary-staffing"},
      {"/api/v1/search?outcome=refused", 400, "outcome", "refused", "refused-in-full"},
      {"/api/v1/exemptions/foia-311", 404, nullptr, nullptr, "foia-31-1"},
      {"/api/v1/exemptions/s.43(2)", 404, nullptr, nullptr, "foia-43-2"},
      {"/api/v1/authorities/rxh", 404, nullptr, nullptr, "RXH"},
      {"/api/v1/authorities/northfield", 404, nullptr, nullptr, "RXH"},
      {"/api/v1/topics/parking", 404, nullptr, nullptr, "parking-transport"},
      {"/api/v1/topics/nothing-like-it", 404, nullptr, nullptr, ""},
  };
  for (const Case& c : cases) {
    const Answer answer = get(c.target);
    EXPECT_EQ(answer.status, c.status) << c.target;
    ASSERT_EQ(answer.content_type, "application/problem+json") << c.target << answer.body;
    const Json problem = Json::parse(answer.body);
    if (c.parameter) {
      EXPECT_EQ(problem.value("parameter", ""), c.parameter) << c.target;
      EXPECT_EQ(problem.value("value", ""), c.value) << c.target;
    }
    EXPECT_EQ(problem.contains("nearest") ? problem.at("nearest").at(0) : "", c.nearest) << c.target << answer.body;
  }
}

TEST_F(Refusals, AListedBodyNeedsNoLettersAndAnUnlistedOneIsKnownByThem) {
  for (const char* id : {"RXH", "moor-council", "RF4", "sheffield-city-council"})
    EXPECT_EQ(get(std::string("/api/v1/search?authority=") + id).status, 200) << id;
}

TEST_F(Refusals, ACursorOfAnEditionThatIsGoneSaysHowToGoOn) {
  const std::string search = "/api/v1/search?limit=1&facets=none";
  const std::string cursor = Json::parse(get(search).body).at("next_cursor");
  EXPECT_EQ(get(search + "&cursor=" + cursor).status, 200);
  const index::made::Index other({Letter(kId).page("The ward has ten beds."), Letter("bbbbbbbbbbbbbbbb").page("Another ward.")});
  const auto edition = open_edition(other.path(), builtin_reference());
  // Of the same search under another edition's name.
  const std::string old = Json::parse(get(search).body).at("edition"), now = (*edition)->edition();
  if (old == now) GTEST_SKIP() << "both editions have one name";
  const Site site({.edition = [&] { return *edition; }, .report = [](const std::string& line) { ADD_FAILURE() << line; }},
                  builtin_reference(), {});
  const auto ask = [&](const std::string& target) { return site.answer({.method = "GET", .target = target, .if_none_match = {}}); };
  const Answer gone = ask(search + "&cursor=" + cursor);
  EXPECT_EQ(gone.status, 410);
  const Json problem = Json::parse(gone.body);
  EXPECT_EQ(problem.at("parameter"), "cursor");
  EXPECT_EQ(problem.at("value"), cursor);
  EXPECT_TRUE(holds(problem.at("detail"), "/api/v1/export")) << gone.body;
  EXPECT_EQ(ask(search + "&q=ward&cursor=" + cursor).status, 400) << "it was never good for this search";
  EXPECT_EQ(ask(search).status, 200);
}

}  // namespace
}  // namespace foi::server
