// The measure itself: what a good order is, and what counts as a fall.
#include "tests/relevance/measures.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/relevance/report.h"

namespace foi::relevance {
namespace {

constexpr const char* kQueries =
    "id\tkind\tuser\tquery\tneed\n1\ttopic\tpublic\tparking\tWhat parking costs\n2\ttopic\tstaff\tlifts\tLifts\n";
constexpr const char* kJudgements = "query\tfile\tgrade\n1\ta.pdf\t3\n1\tb.pdf\t2\n1\tc.pdf\t1\n2\ta.pdf\t1\n";

Query parking() { return (*read_queries(kQueries, kJudgements))[0]; }

TEST(Measures, ReadsQueriesWithTheirJudgements) {
  const auto queries = read_queries(kQueries, kJudgements);
  ASSERT_TRUE(queries);
  ASSERT_EQ(queries->size(), 2u);
  EXPECT_EQ((*queries)[0].need, "What parking costs");
  EXPECT_EQ((*queries)[0].grades.at("b.pdf"), 2);
  EXPECT_TRUE((*queries)[0].scored());
  EXPECT_FALSE((*queries)[1].scored()) << "a letter that only touches it serves no need";
}

TEST(Measures, RefusesTablesThatDoNotAgree) {
  const std::string headings = "id\tkind\tuser\tquery\tneed\n", judged = "query\tfile\tgrade\n";
  const std::vector<std::pair<std::string, std::string>> cases{
      {headings + "1\ttopic\tpublic\tparking\n", judged},
      {headings + "one\ttopic\tpublic\tparking\tneed\n", judged},
      {headings + "1\ttopic\tpublic\tparking\tneed\n1\ttopic\tpublic\tlifts\tneed\n", judged},
      {kQueries, judged + "3\ta.pdf\t1\n"},
      {kQueries, judged + "1\ta.pdf\t4\n"},
      {kQueries, judged + "1\ta.pdf\t-1\n"},
      {kQueries, judged + "1\ta.pdf\t\n"},
      {kQueries, judged + "1\ta.pdf\t1\n1\ta.pdf\t2\n"},
  };
  for (const auto& [queries, judgements] : cases) {
    const auto read = read_queries(queries, judgements);
    ASSERT_FALSE(read) << queries << judgements;
    EXPECT_EQ(read.error().fault, Fault::kUsage);
    EXPECT_NE(read.error().message.find(", line "), std::string::npos) << read.error().message;
  }
}

TEST(Measures, TheBestOrderScoresOneAndLessTheLaterWhatMattersComes) {
  const Measures best = measure(parking(), {"a.pdf", "b.pdf", "c.pdf", "d.pdf"});
  EXPECT_DOUBLE_EQ(best.ndcg, 1);
  EXPECT_DOUBLE_EQ(best.recall, 1);
  EXPECT_DOUBLE_EQ(best.rank, 1);
  const Measures swapped = measure(parking(), {"b.pdf", "a.pdf", "c.pdf"});
  const Measures late = measure(parking(), {"d.pdf", "e.pdf", "a.pdf", "b.pdf"});
  EXPECT_LT(swapped.ndcg, 1);
  EXPECT_LT(late.ndcg, swapped.ndcg);
  EXPECT_DOUBLE_EQ(late.recall, 1);
  EXPECT_DOUBLE_EQ(late.rank, 1.0 / 3);
}

// 3 and 2 are worth 7 and 3; the second place counts 1 / log2(3) of the first.
TEST(Measures, TheGainIsTheOneOfTheBooks) {
  const double best = 7 + 3 / std::log2(3.0) + 1 / std::log2(4.0);
  EXPECT_NEAR(measure(parking(), {"b.pdf", "a.pdf"}).ndcg, (3 + 7 / std::log2(3.0)) / best, 1e-12);
}

TEST(Measures, NothingFoundOrFoundTooLateScoresNothing) {
  const Measures none = measure(parking(), {});
  EXPECT_EQ(none.ndcg, 0);
  EXPECT_EQ(none.recall, 0);
  EXPECT_EQ(none.rank, 0);
  std::vector<std::string> late(kDepth, "x.pdf");
  late.emplace_back("a.pdf");
  EXPECT_EQ(measure(parking(), late).ndcg, 0);
  EXPECT_EQ(measure(parking(), {"x", "x", "x", "x", "x", "a.pdf"}).recall, 0);
  EXPECT_EQ(measure(parking(), {"c.pdf"}).rank, 0) << "touching it is not being about it";
}

Outcome outcome(int id, double ours, double baseline) {
  Outcome out;
  out.query = {id, "topic", "public", "query " + std::to_string(id), "need", {{"a.pdf", 3}}};
  out.ours = {ours, 1, 1};
  out.baseline = {baseline, 1, 1};
  return out;
}

TEST(Report, ReadsBackWhatItWrites) {
  const Figures figures = figures_of(to_text({outcome(1, 0.75, 0.5), outcome(2, 0.25, 0.125)}));
  ASSERT_EQ(figures.groups.size(), 7u);
  EXPECT_EQ(figures.groups[0].first, "all");
  EXPECT_DOUBLE_EQ(figures.groups[0].second.ndcg, 0.5);
  EXPECT_NEAR(figures.gain, 0.188, 1e-9);
  EXPECT_EQ(figures.by_boilerplate, 0);
  ASSERT_EQ(figures.queries.size(), 2u);
  EXPECT_EQ(figures.queries.at(2), std::pair(0.25, std::string("query 2")));
}

TEST(Report, AFallNamesItsQueries) {
  const std::string before = to_text({outcome(1, 0.9, 0.5), outcome(3, 0.8, 0.5)});
  const Comparison fell = compare(before, to_text({outcome(1, 0.6, 0.5), outcome(3, 0.9, 0.5)}));
  std::string all;
  for (const std::string& line : fell.falls) all += line + "\n";
  EXPECT_NE(all.find("all fell"), std::string::npos) << all;
  EXPECT_NE(all.find("\"query 1\": 0.600, was 0.900"), std::string::npos) << all;
  EXPECT_EQ(all.find("query 3"), std::string::npos) << all;
}

TEST(Report, TheSameOrBetterIsNoFall) {
  const std::string before = to_text({outcome(1, 0.8, 0.5), outcome(3, 0.8, 0.5)});
  EXPECT_TRUE(compare(before, before).falls.empty());
  EXPECT_TRUE(compare(before, before).same);
  // One query may lose what another gains: the letters of a sample are few.
  const Comparison other = compare(before, to_text({outcome(1, 0.7, 0.5), outcome(3, 0.95, 0.5)}));
  EXPECT_TRUE(other.falls.empty());
  EXPECT_FALSE(other.same);
}

TEST(Report, PromisesAreHeldEvenWhenNothingFell) {
  const std::string near = to_text({outcome(1, 0.54, 0.5)});
  EXPECT_EQ(compare(near, near).falls.size(), 1u) << "less than kLeastGain above the baseline";
  Outcome boilerplate = outcome(1, 0.9, 0.5);
  boilerplate.ours_by_boilerplate = true;
  EXPECT_EQ(compare(to_text({outcome(1, 0.9, 0.5)}), to_text({boilerplate})).falls.size(), 1u);
  EXPECT_FALSE(compare(to_text({outcome(1, 0.9, 0.5)}), "").falls.empty());
}

}  // namespace
}  // namespace foi::relevance
