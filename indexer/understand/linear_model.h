// Named features → how likely each of some classes is, by weights that were learnt: multinomial logistic regression. Immutable once made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/model/reference.h"
#include "indexer/understand/word_set.h"

namespace foi::understand {

using Features = std::vector<std::pair<std::string, double>>;  // name, value
// Features that were learnt, by number, in the order of the numbers: sums are taken in it, so the same features give the same figures in
// whatever order they came.
using KnownFeatures = std::vector<std::pair<std::uint32_t, double>>;

// Of rows that are found by name, in the order of the names; nothing was learnt of one that has no row.
std::vector<const LearntWeights*> weights_of(const std::vector<StanceInfo>& rows, std::span<const std::string_view> names);

// A likelihood on a scale on which one that is near 0 or 1 is told from one that is nearer; from -2.3 to 2.3.
double likelihood_on_scale(double likelihood);

class LinearModel {
 public:
  // A row a class, as the tables of corpus/reference have them.
  explicit LinearModel(const std::vector<const LearntWeights*>& classes);

  // The number of a feature that was learnt.
  std::optional<std::uint32_t> row(std::string_view name) const;
  KnownFeatures known(const Features& features) const;
  // In the order of the classes; they add up to 1.
  std::vector<double> likelihoods(const KnownFeatures& known) const;

 private:
  struct Weight {
    std::uint32_t of_class;
    float weight;
  };
  WordTable<std::string, std::uint32_t> rows_;  // by name of a feature; from one
  std::vector<std::vector<Weight>> weights_;    // by row
  std::vector<double> base_;                    // by class
};

}  // namespace foi::understand
