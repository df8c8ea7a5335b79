// How a letter ends, told by which words stand anywhere in it and which two stand side by side, whoever says them and of what. Learnt from
// letters whose outcome is known (corpus/make/outcome_training.h). One sign among others: it knows of no grounds and no questions.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "indexer/model/vocabulary.h"
#include "indexer/understand/linear_model.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

// Fewer words than this are no letter, and say nothing.
inline constexpr std::size_t kLeastWordsOfLetter = 80;

// Each word, and each two that follow one another ("not_held"), once; in the order of their names.
Features words_and_pairs(const TokenList& words);

// Immutable once made.
class OutcomeWords {
 public:
  explicit OutcomeWords(const Reference& reference);
  // How likely each Outcome is, in the order of the enum; they add up to 1. Empty where nothing was learnt, or where the words are no
  // letter.
  std::vector<double> likelihoods(const TokenList& words) const;

 private:
  LinearModel model_;
  bool learnt_ = false;  // the reference has weights
};

// It is more likely than not that the letter decides an internal review, however it is put. told: as likelihoods gives them.
bool is_likely_review(std::span<const double> told);

// Made once of tables that are kept (made_once.h).
std::shared_ptr<const OutcomeWords> outcome_words(const Reference& reference);

}  // namespace foi::understand
