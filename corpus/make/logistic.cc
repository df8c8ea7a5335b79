#include "corpus/make/logistic.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace foi::corpus {
namespace {

using Vector = std::vector<double>;

// Steps that L-BFGS remembers; halvings of a step before it gives up; the part of the promised fall that a step must bring (Armijo).
constexpr std::size_t kMemory = 8, kHalvings = 30;
constexpr double kFall = 1e-4;

double dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

void add_scaled(Vector& to, double by, const Vector& what) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += by * what[i];
}

// Scores into likelihoods; gives the logarithm of what they were divided by.
double softmax(Vector& scores) {
  const double most = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (double& score : scores) sum += score = std::exp(score - most);
  for (double& score : scores) score /= sum;
  return most + std::log(sum);
}

struct Loss {
  double value = 0;
  Vector gradient;
};

class Problem {
 public:
  Problem(const std::vector<Example>& examples, const FitOptions& options) : examples_(examples), options_(options) {}

  std::size_t size() const { return (options_.features + 1) * options_.classes; }

  Loss at(const Vector& weights) const {
    Loss loss{0, Vector(size(), 0.0)};
    for (const Example& example : examples_) add(example, weights, loss);
    for (std::size_t i = 0; i < options_.features * options_.classes; ++i) {
      loss.value += 0.5 * options_.penalty * weights[i] * weights[i];
      loss.gradient[i] += options_.penalty * weights[i];
    }
    return loss;
  }

 private:
  void add(const Example& example, const Vector& weights, Loss& loss) const {
    const std::size_t k = options_.classes, bases = options_.features * k;
    Vector scores(weights.begin() + static_cast<std::ptrdiff_t>(bases), weights.end());
    for (const auto& [feature, value] : example.features) {
      const double* row = &weights[feature * k];
      for (std::size_t c = 0; c < k; ++c) scores[c] += static_cast<double>(value) * row[c];
    }
    const double weight = static_cast<double>(example.weight);
    for (const auto& [c, share] : example.classes) loss.value -= weight * static_cast<double>(share) * scores[c];
    loss.value += weight * softmax(scores);
    for (const auto& [c, share] : example.classes) scores[c] -= static_cast<double>(share);
    for (const auto& [feature, value] : example.features) {
      double* row = &loss.gradient[feature * k];
      for (std::size_t c = 0; c < k; ++c) row[c] += weight * static_cast<double>(value) * scores[c];
    }
    for (std::size_t c = 0; c < k; ++c) loss.gradient[bases + c] += weight * scores[c];
  }

  const std::vector<Example>& examples_;
  const FitOptions& options_;
};

struct Step {
  Vector moved, turned;  // change of the weights and of the gradient
  double product = 0;    // of the two
};

// The two loops of L-BFGS: minus the gradient, bent by what past steps showed of the slopes.
Vector direction(const Vector& gradient, const std::deque<Step>& steps) {
  Vector d = gradient;
  std::vector<double> alphas;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    alphas.push_back(dot(step->moved, d) / step->product);
    add_scaled(d, -alphas.back(), step->turned);
  }
  const double scale = steps.empty() ? 1 : steps.back().product / dot(steps.back().turned, steps.back().turned);
  for (double& x : d) x *= scale;
  for (const Step& step : steps) {
    add_scaled(d, alphas.back() - dot(step.turned, d) / step.product, step.moved);
    alphas.pop_back();
  }
  for (double& x : d) x = -x;
  return d;
}

}  // namespace

std::vector<double> fit(const std::vector<Example>& examples, const FitOptions& options) {
  const Problem problem(examples, options);
  Vector weights(problem.size(), 0.0);
  Loss loss = problem.at(weights);
  std::deque<Step> steps;
  for (std::size_t round = 0; round < options.rounds; ++round) {
    const Vector way = direction(loss.gradient, steps);
    const double slope = dot(way, loss.gradient);
    double length = steps.empty() ? 1 / std::sqrt(dot(loss.gradient, loss.gradient)) : 1;
    Vector next;
    Loss there;
    for (std::size_t halvings = 0;; ++halvings, length /= 2) {
      if (halvings == kHalvings) return weights;
      next = weights;
      add_scaled(next, length, way);
      there = problem.at(next);
      if (there.value <= loss.value + kFall * length * slope) break;
    }
    Step step{next, there.gradient, 0};
    add_scaled(step.moved, -1, weights);
    add_scaled(step.turned, -1, loss.gradient);
    step.product = dot(step.moved, step.turned);
    if (step.product > 0) steps.push_back(std::move(step));
    if (steps.size() > kMemory) steps.pop_front();
    weights = std::move(next);
    loss = std::move(there);
  }
  return weights;
}

}  // namespace foi::corpus
