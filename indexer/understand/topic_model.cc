#include "indexer/understand/topic_model.h"

#include <algorithm>
#include <cmath>

namespace foi::understand {

namespace {

// Weights stand in the table in hundredths.
constexpr float kHundredth = 0.01F;
// What a term of weight 1 counts by beside a word; what it is worth is learnt.
constexpr double kTerm = 0.5;

}  // namespace

void TopicBag::add(std::string_view text, double factor) {
  const TopicWords read = terms_.read(text);
  for (const std::string& word : read.words) words_[word] += factor;
  topics_.resize(reference_.topics.size());
  for (const TopicHit& hit : read.hits) topics_[hit.topic] += kTerm * factor * static_cast<double>(hit.weight);
}

std::vector<std::pair<std::string, double>> TopicBag::features() const {
  std::vector<std::pair<std::string, double>> features;
  for (const auto& [word, sum] : words_) features.emplace_back(word, std::log1p(sum));
  for (std::size_t i = 0; i < topics_.size(); ++i)
    if (topics_[i] > 0) features.emplace_back('@' + reference_.topics[i].id, std::log1p(topics_[i]));
  return features;
}

double topic_length(double squares) { return std::max(std::sqrt(squares), kFewFeatures); }

TopicModel::TopicModel(const Reference& reference) {
  for (std::size_t i = 0; i < reference.topics.size(); ++i) {
    base_.push_back(static_cast<double>(static_cast<float>(reference.topics[i].base_weight) * kHundredth));
    for (const auto& [name, hundredths] : reference.topics[i].weights) {
      std::uint32_t& row = rows_[name];
      if (row == 0) {
        weights_.emplace_back();
        row = static_cast<std::uint32_t>(weights_.size());
      }
      weights_[row - 1].push_back({static_cast<std::uint32_t>(i), static_cast<float>(hundredths) * kHundredth});
    }
  }
}

std::vector<double> TopicModel::likelihoods(const TopicBag& bag) const {
  std::vector<std::pair<std::uint32_t, double>> known;
  for (const auto& [name, value] : bag.features())
    if (const std::uint32_t* const row = rows_.find(name)) known.emplace_back(*row, value);
  if (known.empty()) return {};
  // Sums are taken in the order of the table: the same words, the same figures.
  std::ranges::sort(known);
  double squares = 0;
  for (const auto& [row, value] : known) squares += value * value;
  const double length = topic_length(squares);
  std::vector<double> scores = base_;
  for (const auto& [row, value] : known)
    for (const Weight& weight : weights_[row - 1]) scores[weight.topic] += value / length * static_cast<double>(weight.weight);
  const double most = *std::ranges::max_element(scores);
  double sum = 0;
  for (double& score : scores) sum += score = std::exp(score - most);
  for (double& score : scores) score /= sum;
  return scores;
}

std::shared_ptr<const TopicModel> topic_model(const Reference& reference) {
  if (&reference != &builtin_reference()) return std::make_shared<const TopicModel>(reference);
  static const auto model = std::make_shared<const TopicModel>(builtin_reference());
  return model;
}

}  // namespace foi::understand
