// Multinomial logistic regression with a quadratic penalty, fitted by L-BFGS from zero. Everything is summed in a fixed order: the same
// examples give the same weights.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace foi::corpus {

struct Example {
  std::vector<std::pair<std::uint32_t, float>> features;  // number of a feature, its value; in the order of the numbers
  std::vector<std::pair<std::uint32_t, float>> classes;   // what it is an example of, and how far; shares add up to 1
  float weight = 1;
};

struct FitOptions {
  std::size_t features = 0, classes = 0;
  double penalty = 0.1;  // half the sum of the squares of all weights, times this, is added to the loss; bases are free
  std::size_t rounds = 50;
};

// Rows of one weight a class: one row a feature, then one of bases.
std::vector<double> fit(const std::vector<Example>& examples, const FitOptions& options);

}  // namespace foi::corpus
