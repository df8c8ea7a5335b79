// The table of topic weights is what its texts make of it, and nothing is learnt from texts that are wrong.
#include "corpus/make/topic_training.h"

#include <gtest/gtest.h>

#include <cmath>

#include "corpus/make/files.h"
#include "corpus/make/logistic.h"

namespace foi::corpus {
namespace {

const std::filesystem::path kSource = FOI_SOURCE_DIR;

TEST(TopicTraining, TheTableIsWhatTheTextsMakeOfIt) {
  const auto table = train_topics({kSource / "corpus/make/topics", {kSource / "corpus/make/practice", kSource / "corpus/make/unread"}},
                                  builtin_reference());
  ASSERT_TRUE(static_cast<bool>(table)) << table.error().message;
  const auto committed = read_text(kSource / "corpus/reference/topic_weights.tsv");
  ASSERT_TRUE(static_cast<bool>(committed));
  EXPECT_TRUE(*table == *committed) << "topic_weights.tsv differs: run make-corpus topics as corpus/make/topics/README.md says";
  EXPECT_LT(table->size(), 600'000u);
}

TEST(Logistic, LearnsWhichFeatureGoesWithWhichClass) {
  const std::vector<Example> examples{
      {{{0, 1}}, {{0, 1}}, 1}, {{{1, 1}}, {{1, 1}}, 1}, {{{0, 1}, {2, 1}}, {{0, 1}}, 1}, {{{1, 1}, {2, 1}}, {{1, 1}}, 1}};
  const std::vector<double> weights = fit(examples, {.features = 3, .classes = 2, .penalty = 0.1, .rounds = 50});
  ASSERT_EQ(weights.size(), 8u);
  EXPECT_GT(weights[0], 1);
  EXPECT_LT(weights[1], -1);
  EXPECT_LT(weights[2], -1);
  EXPECT_GT(weights[3], 1);
  // What stands with both says nothing.
  EXPECT_LT(std::fabs(weights[4]), 1e-3);
  EXPECT_LT(std::fabs(weights[5]), 1e-3);
}

}  // namespace
}  // namespace foi::corpus
