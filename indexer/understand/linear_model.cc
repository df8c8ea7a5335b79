#include "indexer/understand/linear_model.h"

#include <algorithm>
#include <cmath>

namespace foi::understand {

namespace {

// Weights stand in the tables in hundredths.
constexpr float kHundredth = 0.01F;

}  // namespace

std::vector<const LearntWeights*> weights_of(const std::vector<StanceInfo>& rows, std::span<const std::string_view> names) {
  static const LearntWeights nothing;
  std::vector<const LearntWeights*> weights;
  for (std::string_view name : names) {
    const auto row = std::ranges::find(rows, name, &StanceInfo::id);
    weights.push_back(row == rows.end() ? &nothing : &row->learnt);
  }
  return weights;
}

LinearModel::LinearModel(const std::vector<const LearntWeights*>& classes) {
  for (std::size_t i = 0; i < classes.size(); ++i) {
    base_.push_back(static_cast<double>(static_cast<float>(classes[i]->base) * kHundredth));
    for (const auto& [name, hundredths] : classes[i]->features) {
      std::uint32_t& row = rows_[name];
      if (row == 0) {
        weights_.emplace_back();
        row = static_cast<std::uint32_t>(weights_.size());
      }
      weights_[row - 1].push_back({static_cast<std::uint32_t>(i), static_cast<float>(hundredths) * kHundredth});
    }
  }
}

double likelihood_on_scale(double likelihood) {
  constexpr double edge = 0.01;
  return std::log((likelihood + edge) / (1 + edge - likelihood)) / 2;
}

std::optional<std::uint32_t> LinearModel::row(std::string_view name) const {
  const std::uint32_t* const row = rows_.find(name);
  return row == nullptr ? std::nullopt : std::optional(*row);
}

KnownFeatures LinearModel::known(const Features& features) const {
  KnownFeatures known;
  for (const auto& [name, value] : features)
    if (const auto number = row(name)) known.emplace_back(*number, value);
  std::ranges::sort(known);
  return known;
}

std::vector<double> LinearModel::likelihoods(const KnownFeatures& known) const {
  std::vector<double> scores = base_;
  for (const auto& [row, value] : known)
    for (const Weight& weight : weights_[row - 1]) scores[weight.of_class] += value * static_cast<double>(weight.weight);
  const double most = *std::ranges::max_element(scores);
  double sum = 0;
  for (double& score : scores) sum += score = std::exp(score - most);
  for (double& score : scores) score /= sum;
  return scores;
}

}  // namespace foi::understand
