// Counts, filters, and how exemption and status bind.
#include <gtest/gtest.h>

#include <algorithm>

#include "made.h"

namespace foi::index {
namespace {

using made::count_of;
using made::Index;
using made::Letter;
using Ids = std::vector<std::string>;

const Index& index() {
  static const Index made({
      // A s.31 that fell and a s.43 that stands, in one letter.
      Letter("both")
          .authority("RXH", "Northfield Trust")
          .responded("2024-05-01")
          .outcome(Outcome::kPartlyGranted)
          .topic("workforce-temporary-staffing")
          .topic("workforce-hr-conduct")
          .cites("foia-31-1-a", CitationStatus::kOverturned)
          .cites("foia-43-2")
          .page("agency costs"),
      Letter("stands").authority("RXH", "Northfield Trust").responded("2023-05-01").cites("foia-31-1-b").page("agency costs"),
      Letter("fell")
          .authority("moor-council", "Moor Council", "council-district")
          .responded("2023-06-01")
          .cites("foia-43-2", CitationStatus::kApplied)
          .now(CitationStatus::kWithdrawn)
          .page("agency", PageSource::kOcr),
      Letter("none").kind(Kind::kAcknowledgement).page("other").question("q", "a", QuestionOutcome::kNotHeld),
  });
  return made;
}

Ids found(const Request& request) {
  Ids out = index().ids(request);
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Binding, ExemptionAndStatusAreOfTheSameCitation) {
  struct Row {
    Ids exemption, status, found;
  };
  const Row rows[] = {
      {{"foia-31"}, {}, {"stands"}},  // one that stands, unless told otherwise
      {{"foia-31"}, {"standing"}, {"stands"}},
      {{"foia-31"}, {"overturned"}, {"both"}},
      {{"foia-43"}, {"overturned"}, {}},  // the letter has a s.43 and an overturned ground: not the same one
      {{"foia-31"}, {"any"}, {"both", "stands"}},
      {{"foia-31-1"}, {"not-standing"}, {"both"}},
      {{"foia-31-1-a"}, {}, {}},
      {{"foia-43"}, {}, {"both"}},
      {{"foia-43"}, {"applied"}, {"both"}},  // "fell" applied it once; now it is withdrawn
      {{"foia-43"}, {"withdrawn"}, {"fell"}},
      {{"foia-31", "foia-43"}, {}, {"both", "stands"}},
      {{"foia-31", "foia-43"}, {"overturned", "withdrawn"}, {"both", "fell"}},
      {{}, {"overturned"}, {"both"}},
      {{}, {"standing"}, {"both", "stands"}},
      {{}, {"not-standing"}, {"both", "fell"}},
      {{}, {"any"}, {"both", "fell", "stands"}},
      {{}, {}, {"both", "fell", "none", "stands"}},
  };
  for (const Row& row : rows) {
    Request request;
    request.exemption = row.exemption;
    request.status = row.status;
    EXPECT_EQ(found(request), row.found) << testing::PrintToString(row.exemption) << testing::PrintToString(row.status);
  }
}

TEST(MatchAll, WantsEveryValueOfAFilter) {
  Request request;
  request.match_all = true;
  request.topic = {"workforce-temporary-staffing", "workforce-hr-conduct"};
  EXPECT_EQ(found(request), Ids{"both"});
  request.topic = {"workforce-temporary-staffing", "workforce-recruitment-vacancies"};
  EXPECT_EQ(found(request), Ids{});
  request.topic.clear();
  request.exemption = {"foia-31", "foia-43"};
  EXPECT_EQ(found(request), Ids{});  // its s.31 does not stand
  request.status = {"any"};
  EXPECT_EQ(found(request), Ids{"both"});
  request.exemption.clear();
  request.status = {"standing", "not-standing"};
  EXPECT_EQ(found(request), Ids{"both"});
}

TEST(Facets, OfEverything) {
  const Results results = index().search({});
  EXPECT_EQ(results.total, 4u);
  std::vector<std::string> names;
  for (const Facet& facet : results.facets) names.push_back(facet.name);
  EXPECT_EQ(names, kFacetNames);
  EXPECT_EQ(count_of(results, "authority", "RXH"), 2u);
  EXPECT_EQ(count_of(results, "authority_type", "council-district"), 1u);
  EXPECT_EQ(count_of(results, "exemption", "foia-31"), 1u);
  EXPECT_EQ(count_of(results, "exemption", "foia-31-1"), 1u);
  EXPECT_EQ(count_of(results, "exemption", "foia-31-1-a"), 0u);
  EXPECT_EQ(count_of(results, "exemption", "foia-43"), 1u);
  EXPECT_EQ(count_of(results, "status", "overturned"), 1u);
  EXPECT_EQ(count_of(results, "status", "applied"), 2u);
  EXPECT_EQ(count_of(results, "status", "standing"), 2u);
  EXPECT_EQ(count_of(results, "status", "any"), 3u);
  EXPECT_EQ(count_of(results, "year", "2023"), 2u);
  EXPECT_EQ(count_of(results, "source", "ocr"), 1u);
  EXPECT_EQ(count_of(results, "answer", "not-held"), 1u);
  EXPECT_EQ(count_of(results, "kind", "response"), 3u);
}

TEST(Facets, EachIgnoresItsOwnFilter) {
  Request request;
  request.q = "agency";
  request.year = {2023};
  request.authority = {"RXH"};
  const Results results = index().search(request);
  EXPECT_EQ(results.total, 1u);
  EXPECT_EQ(count_of(results, "year", "2024"), 1u);
  EXPECT_EQ(count_of(results, "year", "2023"), 1u);
  EXPECT_EQ(count_of(results, "authority", "moor-council"), 1u);
  EXPECT_EQ(count_of(results, "authority", "RXH"), 1u);
  EXPECT_EQ(count_of(results, "kind", "response"), 1u);
  EXPECT_EQ(count_of(results, "source", "ocr"), 0u);
}

TEST(Facets, OfExemptionCountsUnderTheStatusAndTheOtherWayRound) {
  Request request;
  request.status = {"overturned"};
  Results results = index().search(request);
  EXPECT_EQ(count_of(results, "exemption", "foia-31"), 1u);
  EXPECT_EQ(count_of(results, "exemption", "foia-43"), 0u);
  request.status.clear();
  request.exemption = {"foia-31"};
  results = index().search(request);
  EXPECT_EQ(count_of(results, "status", "overturned"), 1u);
  EXPECT_EQ(count_of(results, "status", "withdrawn"), 0u);
  EXPECT_EQ(count_of(results, "exemption", "foia-43"), 1u);
}

TEST(Facets, NameLabelAndParent) {
  Request request;
  request.status = {"any"};
  const Results results = index().search(request);
  const FacetValue* ground = made::find_value(results, "exemption", "foia-31-1-a");
  ASSERT_TRUE(ground);
  EXPECT_EQ(ground->label, "FOIA s.31(1)(a) — Law enforcement: prevention or detection of crime");
  EXPECT_EQ(ground->parent, "foia-31-1");
  EXPECT_EQ(made::find_value(results, "exemption", "foia-31")->parent, std::nullopt);
  EXPECT_EQ(made::find_value(results, "status", "overturned")->parent, "not-standing");
  EXPECT_EQ(made::find_value(results, "authority", "moor-council")->label, "Moor Council");
}

TEST(Facets, ListTheMostFrequentAndWhatIsSelected) {
  std::vector<Published> letters;
  for (int year = 2000; year < 2020; ++year)
    for (int i = 2000; i <= year; ++i)
      letters.push_back(Letter("y" + std::to_string(year) + "-" + std::to_string(i)).responded(std::to_string(year) + "-01-01"));
  const Index many(letters);
  Request request;
  request.facet_limit = 2;
  request.year = {2003, 2050};
  request.facets = std::vector<std::string>{"year"};
  const Results results = many.search(request);
  ASSERT_EQ(results.facets.size(), 1u);
  const Facet& years = results.facets[0];
  EXPECT_EQ(years.distinct, 20u);
  std::vector<std::string> listed;
  for (const FacetValue& value : years.values) listed.push_back(value.id + ":" + std::to_string(value.count) + (value.selected ? "*" : ""));
  EXPECT_EQ(listed, (std::vector<std::string>{"2019:20", "2018:19", "2003:4*", "2050:0*"}));
  request.facet_limit = 0;
  EXPECT_EQ(many.search(request).facets[0].values.size(), 21u);
  request.facets->clear();
  EXPECT_TRUE(many.search(request).facets.empty());
  EXPECT_EQ(many.search(request).total, 4u);
}

TEST(Values, NobodyKnowsAreRefusedWithTheNearest) {
  struct Row {
    void (*set)(Request&);
    const char* message;
  };
  const Row rows[] = {
      {[](Request& r) { r.status = {"stand"}; }, "status: unknown value \"stand\"; did you mean \"standing\"?"},
      {[](Request& r) { r.status = {""}; }, "status: unknown value \"\" (allowed: applied ncnd"},
      {[](Request& r) { r.outcome = {"refused"}; },
       "outcome: unknown value \"refused\"; did you mean \"refused-in-full\"? (allowed: granted-in-full"},
      {[](Request& r) { r.outcome = {"refused-in-ful"}; }, "outcome: unknown value \"refused-in-ful\"; did you mean \"refused-in-full\"?"},
      {[](Request& r) { r.outcome = {"disclosed"}; }, "outcome: unknown value"},  // a question's, not a letter's
      {[](Request& r) { r.answer = {"granted-in-full"}; }, "answer: unknown value"},
      {[](Request& r) { r.kind = {"letter"}; }, "kind: unknown value \"letter\""},
      {[](Request& r) { r.source = {"none"}; }, "source: unknown value \"none\""},
      {[](Request& r) { r.source = {"OCR"}; }, "source: unknown value \"OCR\"; did you mean \"ocr\"? (allowed: text ocr)"},
      {[](Request& r) { r.exemption = {"foia-31-1-aa"}; }, "exemption: unknown value \"foia-31-1-aa\"; did you mean \"foia-31-1-a\"?"},
      {[](Request& r) { r.exemption = {"section 31"}; }, "exemption: unknown value \"section 31\""},
      {[](Request& r) { r.topic = {"staffing"}; }, "topic: unknown value \"staffing\"; did you mean \"workforce-temporary-staffing\"?"},
      {[](Request& r) { r.authority = {"rxh"}; }, "authority: unknown value \"rxh\"; did you mean \"RXH\"?"},
      {[](Request& r) { r.authority = {"moor-counsil"}; }, "authority: unknown value \"moor-counsil\"; did you mean \"moor-council\"?"},
      {[](Request& r) { r.authority_type = {"nhs"}; }, "authority_type: unknown value \"nhs\"; did you mean \"nhs-national\"?"},
      {[](Request& r) { r.year = {1989}; }, "year: 1989 is not a year from 1990 to 2100"},
      {[](Request& r) { r.year = {2101}; }, "year: 2101 is not a year from 1990 to 2100"},
      {[](Request& r) { r.limit = 0; }, "limit: 0 is not from 1 to 100"},
      {[](Request& r) { r.limit = 101; }, "limit: 101 is not from 1 to 100"},
      {[](Request& r) { r.facets = {"exemptions"}; }, "facets: unknown value \"exemptions\"; did you mean \"exemption\"?"},
      {[](Request& r) { r.q = "staff AND"; }, "q: cannot be read"},
      {[](Request& r) { r.cursor = "x"; }, "cursor: not one this server gave"},
      {[](Request& r) { r.from = parse_iso("2024-02-01"), r.to = parse_iso("2024-01-31"); }, "from: 2024-02-01 is after 2024-01-31"},
      {[](Request& r) { r.kind = std::vector<std::string>(501, "response"); }, "kind: more than 500 values"},
  };
  for (const Row& row : rows) {
    Request request;
    row.set(request);
    const auto results = index()->search(request);
    ASSERT_FALSE(results.ok()) << row.message;
    EXPECT_EQ(results.error().fault, Fault::kUsage);
    EXPECT_TRUE(results.error().message.starts_with(row.message)) << results.error().message << "\n" << row.message;
    // The same for programs to read.
    const auto refusal = index()->refusal(request);
    ASSERT_TRUE(refusal) << row.message;
    EXPECT_EQ(refusal->message, results.error().message);
    EXPECT_TRUE(std::string(row.message).starts_with(refusal->parameter + ": ")) << refusal->parameter << "\n" << row.message;
    const bool unknown = refusal->reason == Refusal::Reason::kUnknownValue;
    EXPECT_EQ(unknown, results.error().message.find("unknown value") != std::string::npos) << row.message;
    EXPECT_EQ(!refusal->nearest.empty(), results.error().message.find("did you mean") != std::string::npos) << row.message;
  }
  EXPECT_FALSE(index()->refusal({}));
}

TEST(Values, ThatExistAndThatNoLetterHasFindNothing) {
  Request request;
  request.authority = {"RF4"};  // in the table of authorities, without a letter
  EXPECT_EQ(index().search(request).total, 0u);
  request = {};
  request.exemption = {"eir-12-4-b"};
  EXPECT_EQ(index().search(request).total, 0u);
  EXPECT_TRUE(made::find_value(index().search(request), "exemption", "eir-12-4-b")->selected);
}

}  // namespace
}  // namespace foi::index
