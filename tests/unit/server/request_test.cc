#include "server/request.h"

#include <gtest/gtest.h>

#include <functional>

#include "fake_search.h"
#include "server/limits.h"

namespace foi::server {
namespace {

using Outcome = std::variant<SearchUrl, Problem>;

Outcome parse(const std::string& query, Form form) {
  const auto target = parse_target("/?" + query);
  EXPECT_TRUE(target) << query;
  return parse_search(target ? target->parameters : Parameters(), form, small_reference());
}

// URL → what it asks for.
struct Good {
  const char* query;
  std::function<bool(const index::Request&)> asks;
};

TEST(Request, ApiParameters) {
  using R = const index::Request&;
  using Values = std::vector<std::string>;
  const Good cases[] = {
      {"", [](R r) { return r.q.empty() && r.limit == 20 && !r.facets && r.facet_limit == 100 && r.status.empty() && !r.match_all; }},
      {"q=section+117", [](R r) { return r.q == "section 117"; }},
      {"q=", [](R r) { return r.q.empty(); }},
      {"authority=RXX&authority=example-city-council",
       [](R r) {
         return r.authority == Values{"RXX", "example-city-council"};
       }},
      {"authority=some-unlisted-body", [](R r) { return r.authority == Values{"some-unlisted-body"}; }},
      {"authority_type=council", [](R r) { return r.authority_type == Values{"council"}; }},
      {"exemption=foia-31&exemption=foia-31-1-a",
       [](R r) {
         return r.exemption == Values{"foia-31", "foia-31-1-a"};
       }},
      {"exemption=foia-31&status=overturned", [](R r) { return r.exemption.size() == 1 && r.status == Values{"overturned"}; }},
      {"status=not-standing", [](R r) { return r.status == Values{"not-standing"}; }},
      {"status=any", [](R r) { return r.status == Values{"any"}; }},
      {"topic=parking", [](R r) { return r.topic == Values{"parking"}; }},
      {"outcome=refused-in-full&outcome=ncnd",
       [](R r) {
         return r.outcome == Values{"refused-in-full", "ncnd"};
       }},
      {"answer=withheld", [](R r) { return r.answer == Values{"withheld"}; }},
      {"kind=internal-review", [](R r) { return r.kind == Values{"internal-review"}; }},
      {"year=2022&year=2023",
       [](R r) {
         return r.year == std::vector<int>{2022, 2023};
       }},
      {"from=2022-01-01&to=2022-12-31", [](R r) { return r.from == parse_iso("2022-01-01") && r.to == parse_iso("2022-12-31"); }},
      {"from=2022-02-03&to=2022-02-03", [](R r) { return r.from == r.to; }},
      {"source=ocr", [](R r) { return r.source == Values{"ocr"}; }},
      {"cluster=abcdefghijklmnop&cluster=bcdefghijklmnopq", [](R r) { return r.cluster.size() == 2 && !r.collapse; }},
      {"collapse=cluster", [](R r) { return r.collapse && r.cluster.empty(); }},
      {"match=all", [](R r) { return r.match_all; }},
      {"match=any", [](R r) { return !r.match_all; }},
      {"sort=newest", [](R r) { return r.sort == index::Sort::kNewest; }},
      {"sort=oldest", [](R r) { return r.sort == index::Sort::kOldest; }},
      {"limit=1", [](R r) { return r.limit == 1; }},
      {"limit=100", [](R r) { return r.limit == 100; }},
      {"cursor=abc", [](R r) { return r.cursor == "abc"; }},
      {"facets=none", [](R r) { return r.facets && r.facets->empty(); }},
      {"facets=year,exemption,year",
       [](R r) {
         return r.facets == Values{"year", "exemption"};
       }},
      {"facet_limit=0", [](R r) { return r.facet_limit == 0; }},
  };
  for (const Good& c : cases) {
    const Outcome outcome = parse(c.query, Form::kApi);
    ASSERT_TRUE(std::holds_alternative<SearchUrl>(outcome)) << c.query << ": " << std::get<Problem>(outcome).detail;
    EXPECT_TRUE(c.asks(std::get<SearchUrl>(outcome).request)) << c.query;
  }
}

// URL → the parameter at fault, and what was probably meant.
struct Bad {
  const char* query;
  const char* parameter;
  const char* nearest;
};

TEST(Request, ApiRefusesAndNames) {
  const Bad cases[] = {
      {"exmption=foia-31", "exmption", "exemption"},
      {"Q=x", "Q", "q"},
      {"authorities=RXX", "authorities", "authority"},
      {"page=2", "page", ""},
      {"cluster=abc", "cluster", ""},
      {"cluster=ABCDEFGHIJKLMNOP", "cluster", ""},
      {"cluster=a%20b", "cluster", ""},
      {"cluster=", "cluster", ""},
      {"collapse=clusters", "collapse", "cluster"},
      {"collapse=1", "collapse", ""},
      {"collapse=cluster&collapse=cluster", "collapse", ""},
      {"utm_source=letter", "utm_source", ""},
      {"=x", "", ""},
      {"exemption=", "exemption", ""},
      {"exemption=foia-31-1-b", "exemption", "foia-31-1-a"},
      {"exemption=s.31(1)(a)", "exemption", "foia-31-1-a"},
      {"exemption=31", "exemption", "foia-31"},
      {"exemption=FOIA-31", "exemption", "foia-31"},
      {"exemption=foia-31%20", "exemption", "foia-31"},
      {"exemption=foia-31,foia-43", "exemption", ""},
      {"exemption=nonsense", "exemption", ""},
      {"status=upheld-by-ico", "status", ""},
      {"status=over-turned", "status", "overturned"},
      {"status=Standing", "status", "standing"},
      {"topic=parkng", "topic", "parking"},
      {"outcome=refused", "outcome", "refused-in-full"},
      {"authority_type=trust", "authority_type", "nhs-trust"},
      {"cursor=", "cursor", ""},
      {"outcome=refused-in-ful", "outcome", "refused-in-full"},
      {"answer=not%20held", "answer", "not-held"},
      {"kind=internal_review", "kind", "internal-review"},
      {"authority=", "authority", ""},
      {"authority=Example+Valley", "authority", ""},
      {"authority=R'XX", "authority", ""},
      {"authority_type=hospital", "authority_type", ""},
      {"year=", "year", ""},
      {"year=23", "year", ""},
      {"year=2023a", "year", ""},
      {"year=+2023", "year", ""},
      {"year=-2023", "year", ""},
      {"year=99999999999999999999", "year", ""},
      {"from=2023-02-29", "from", ""},
      {"from=01/02/2023", "from", ""},
      {"to=2023", "to", ""},
      {"from=", "from", ""},
      {"from=2023-02-02&to=2023-02-01", "from", ""},
      {"source=scan", "source", ""},
      {"match=every", "match", ""},
      {"sort=date", "sort", ""},
      {"sort=newst", "sort", "newest"},
      {"sort=newest&sort=oldest", "sort", ""},
      {"q=a&q=b", "q", ""},
      {"limit=0", "limit", ""},
      {"limit=101", "limit", ""},
      {"limit=ten", "limit", ""},
      {"limit=", "limit", ""},
      {"limit=-1", "limit", ""},
      {"limit=1e2", "limit", ""},
      {"facet_limit=-1", "facet_limit", ""},
      {"facets=", "facets", ""},
      {"facets=years", "facets", "year"},
      {"facets=year,none", "facets", ""},
  };
  for (const Bad& c : cases) {
    const Outcome outcome = parse(c.query, Form::kApi);
    ASSERT_TRUE(std::holds_alternative<Problem>(outcome)) << c.query;
    const Problem& problem = std::get<Problem>(outcome);
    EXPECT_EQ(problem.status, 400) << c.query;
    EXPECT_EQ(problem.parameter, c.parameter) << c.query;
    EXPECT_EQ(problem.nearest.empty() ? "" : problem.nearest.front(), c.nearest) << c.query << ": " << problem.detail;
  }
}

TEST(Request, PageFormsLeaveOutEmptyFieldsAndTracking) {
  const Outcome outcome = parse("q=&from=&to=&exemption=&sort=&utm_source=news&fbclid=1&topic=parking", Form::kPage);
  ASSERT_TRUE(std::holds_alternative<SearchUrl>(outcome));
  EXPECT_EQ(std::get<SearchUrl>(outcome).parameters, (Parameters{{"topic", "parking"}}));
}

TEST(Request, PageFormsKnowPagesButNoCursor) {
  const Outcome third = parse("q=x&page=3", Form::kPage);
  ASSERT_TRUE(std::holds_alternative<SearchUrl>(third));
  EXPECT_EQ(std::get<SearchUrl>(third).request.offset, 40u);
  for (const char* query : {"page=0", "page=501", "page=x", "page=1&page=2", "cursor=abc", "limit=50", "facets=none", "facet_limit=0",
                            "colour=red", "colour="}) {
    EXPECT_TRUE(std::holds_alternative<Problem>(parse(query, Form::kPage))) << query;
  }
}

TEST(Request, LimitsOnWhatOneRequestMayHold) {
  std::string filters = "year=2000";
  for (std::size_t i = 1; i < limits::kMaxFilterValues; ++i) filters += "&year=2000";
  EXPECT_TRUE(std::holds_alternative<SearchUrl>(parse(filters, Form::kApi)));
  EXPECT_TRUE(std::holds_alternative<Problem>(parse(filters + "&year=2000", Form::kApi)));
  EXPECT_TRUE(std::holds_alternative<SearchUrl>(parse("q=" + std::string(limits::kMaxQueryCodePoints, 'x'), Form::kApi)));
  EXPECT_TRUE(std::holds_alternative<Problem>(parse("q=" + std::string(limits::kMaxQueryCodePoints + 1, 'x'), Form::kApi)));
}

TEST(Request, ControlCharactersInAQueryBecomeSpaces) {
  const Outcome outcome = parse("q=care%01plan", Form::kApi);
  ASSERT_TRUE(std::holds_alternative<SearchUrl>(outcome));
  EXPECT_EQ(std::get<SearchUrl>(outcome).request.q, "care plan");
}

TEST(Request, LinksDropTheirPlaceInTheOldResult) {
  const Parameters parameters{{"q", "x"}, {"year", "2022"}, {"year", "2023"}, {"page", "4"}};
  EXPECT_EQ(without(parameters, "year", "2022"), (Parameters{{"q", "x"}, {"year", "2023"}}));
  EXPECT_EQ(without(parameters, "year", "1999"), (Parameters{{"q", "x"}, {"year", "2022"}, {"year", "2023"}}));
  EXPECT_EQ(with(parameters, "q", "y"), (Parameters{{"year", "2022"}, {"year", "2023"}, {"q", "y"}}));
  EXPECT_EQ(with(parameters, "q", ""), (Parameters{{"year", "2022"}, {"year", "2023"}}));
}

}  // namespace
}  // namespace foi::server
