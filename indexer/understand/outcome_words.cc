#include "indexer/understand/outcome_words.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "indexer/understand/made_once.h"
#include "indexer/understand/outcome.h"

namespace foi::understand {

namespace {

// Long letters say no more than short ones.
double weight_of_each(const TokenList& words) { return 1 / std::sqrt(static_cast<double>(words.size())); }

template <class See>
void each_name(const TokenList& words, const See& see) {
  std::string pair;
  for (std::size_t i = 0; i < words.size(); ++i) {
    see(words[i].word);
    if (i == 0) continue;
    pair.assign(words[i - 1].word).append(1, '_').append(words[i].word);
    see(std::string_view(pair));
  }
}

}  // namespace

Features words_and_pairs(const TokenList& words) {
  std::vector<std::string> names;
  each_name(words, [&](std::string_view name) { names.emplace_back(name); });
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  Features features;
  for (std::string& name : names) features.emplace_back(std::move(name), weight_of_each(words));
  return features;
}

OutcomeWords::OutcomeWords(const Reference& reference)
    : model_(weights_of(reference.outcome_words, names<Outcome>())), learnt_(!reference.outcome_words.empty()) {}

std::vector<double> OutcomeWords::likelihoods(const TokenList& words) const {
  if (!learnt_ || words.size() < kLeastWordsOfLetter) return {};
  KnownFeatures known;
  each_name(words, [&](std::string_view name) {
    if (const auto row = model_.row(name)) known.emplace_back(*row, weight_of_each(words));
  });
  std::ranges::sort(known);
  known.erase(std::unique(known.begin(), known.end()), known.end());
  return model_.likelihoods(known);
}

bool is_likely_review(std::span<const double> told) {
  double likely = 0;
  for (std::size_t i = 0; i < told.size(); ++i)
    if (is_of_review(static_cast<Outcome>(i))) likely += told[i];
  return likely >= 0.5;
}

std::shared_ptr<const OutcomeWords> outcome_words(const Reference& reference) { return made_of<OutcomeWords>(reference); }

}  // namespace foi::understand
