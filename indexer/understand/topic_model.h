// What a letter is about, by weights that were learnt from requests whose topic is known (corpus/make/topic_training.h), over words, and
// over the terms of topics.tsv taken together for each topic. Both sources are learnt together, so a term is worth what it proved to be
// worth beside the words.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/model/reference.h"
#include "indexer/understand/linear_model.h"
#include "indexer/understand/topic_terms.h"

namespace foi::understand {

// The words and terms of a letter, each by how often and how prominently it stands in it.
class TopicBag {
 public:
  // Both must outlive the bag.
  TopicBag(const TopicTerms& terms, const Reference& reference) : terms_(terms), reference_(reference) {}

  void add(std::string_view text, double factor);

  // By name: a folded word, "~" and the letters by which it begins, or "@" and the id of a topic for the sum of its terms. Damped (ln(1 +
  // sum)), so that the second mention of a word says less than the first of another.
  Features features() const;

 private:
  const TopicTerms& terms_;
  const Reference& reference_;
  std::unordered_map<std::string, double> words_;
  std::vector<double> topics_;  // by row of topics.tsv
};

// Features of a letter have this length together, or less where they are few: one word is no letter.
inline constexpr double kFewFeatures = 3.5;
// By what the values of features are divided, given the sum of their squares.
double topic_length(double squares);

// Immutable once made.
class TopicModel {
 public:
  explicit TopicModel(const Reference& reference);
  // How likely each topic is to be the main one, in the order of topics.tsv; they add up to 1. Words that were never learnt say nothing;
  // empty when there is no other. The same words give the same figures, in whatever order they stand.
  std::vector<double> likelihoods(const TopicBag& bag) const;

 private:
  LinearModel model_;
};

// Made once of tables that are kept (made_once.h).
std::shared_ptr<const TopicModel> topic_model(const Reference& reference);

}  // namespace foi::understand
