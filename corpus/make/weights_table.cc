#include "corpus/make/weights_table.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace foi::corpus {
namespace {

long hundredths(double weight) { return std::lround(weight * 100); }

// "oncology 412; chemotherapy 398", by falling weight.
std::string listed(const WeightsTable& table, const std::vector<double>& weights, std::size_t of_class) {
  std::vector<std::pair<long, std::string_view>> kept;
  for (const auto& [name, number] : table.features)
    if (const long weight = hundredths(weights[number * table.classes.size() + of_class]); std::labs(weight) >= table.least)
      kept.emplace_back(-weight, name);
  std::ranges::sort(kept);
  std::string out;
  for (const auto& [weight, name] : kept) out.append(out.empty() ? "" : "; ").append(name).append(" ").append(std::to_string(-weight));
  return out;
}

}  // namespace

Example example_of(const std::vector<std::pair<std::string, double>>& features, std::size_t of_class, float weight,
                   const WeightsTable& table) {
  Example example{{}, {{static_cast<std::uint32_t>(of_class), 1.0F}}, weight};
  for (const auto& [name, value] : features)
    if (const auto number = table.features.find(name); number != table.features.end())
      example.features.emplace_back(number->second, static_cast<float>(value));
  std::ranges::sort(example.features);
  return example;
}

std::string fit_table(const std::vector<Example>& examples, const WeightsTable& table) {
  const std::size_t classes = table.classes.size();
  const std::vector<double> weights = fit(examples, {.features = table.features.size(), .classes = classes, .penalty = table.penalty});
  std::string out = std::string(table.heading) + "\tbase\tweights\n";
  for (std::size_t c = 0; c < classes; ++c)
    out += table.classes[c] + '\t' + std::to_string(hundredths(weights[table.features.size() * classes + c])) + '\t' +
           listed(table, weights, c) + '\n';
  return out;
}

}  // namespace foi::corpus
