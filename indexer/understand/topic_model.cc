#include "indexer/understand/topic_model.h"

#include <algorithm>
#include <cmath>

#include "indexer/model/text.h"
#include "indexer/understand/made_once.h"

namespace foi::understand {

namespace {

// What a term of weight 1 counts by beside a word; what it is worth is learnt.
constexpr double kTerm = 0.5;

// Letters that words of one family share ("clean", "cleaners", "cleaning"): with five, letters that were left out were told best. A word
// that has no more than these is its own family.
constexpr std::size_t kFamilyLetters = 5;

bool has_family(std::string_view word) {
  return word.size() > kFamilyLetters && std::ranges::all_of(word.substr(0, kFamilyLetters), is_alpha);
}

std::vector<const LearntWeights*> learnt_of(const Reference& reference) {
  std::vector<const LearntWeights*> learnt;
  for (const TopicInfo& topic : reference.topics) learnt.push_back(&topic.learnt);
  return learnt;
}

}  // namespace

void TopicBag::add(std::string_view text, double factor) {
  const TopicWords read = terms_.read(text);
  for (const std::string& word : read.words) {
    words_[word] += factor;
    if (has_family(word)) words_['~' + word.substr(0, kFamilyLetters)] += factor;
  }
  topics_.resize(reference_.topics.size());
  for (const TopicHit& hit : read.hits) topics_[hit.topic] += kTerm * factor * static_cast<double>(hit.weight);
}

Features TopicBag::features() const {
  Features features;
  for (const auto& [word, sum] : words_) features.emplace_back(word, std::log1p(sum));
  for (std::size_t i = 0; i < topics_.size(); ++i)
    if (topics_[i] > 0) features.emplace_back('@' + reference_.topics[i].id, std::log1p(topics_[i]));
  return features;
}

double topic_length(double squares) { return std::max(std::sqrt(squares), kFewFeatures); }

TopicModel::TopicModel(const Reference& reference) : model_(learnt_of(reference)) {}

std::vector<double> TopicModel::likelihoods(const TopicBag& bag) const {
  KnownFeatures known = model_.known(bag.features());
  if (known.empty()) return {};
  double squares = 0;
  for (const auto& [row, value] : known) squares += value * value;
  const double length = topic_length(squares);
  for (auto& [row, value] : known) value /= length;
  return model_.likelihoods(known);
}

std::shared_ptr<const TopicModel> topic_model(const Reference& reference) { return made_of<TopicModel>(reference); }

}  // namespace foi::understand
