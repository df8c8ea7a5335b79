// The outcome of a letter: what the rules read, weighed against what its words say as a whole (outcome_words.h). Learnt from letters that
// no rule was written with in sight (corpus/make/unread).
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "indexer/model/record.h"
#include "indexer/understand/citations.h"
#include "indexer/understand/linear_model.h"

namespace foi::understand {

struct OutcomeRead {
  Outcome ruled = Outcome::kUnknown;  // as the rules have it
  Kind kind = Kind::kOther;
  bool review = false;  // the letter decides an internal review
  std::span<const QuestionOutcome> questions;
  std::span<const FoundCitation> grounds;
  std::span<const double> told;  // how likely each Outcome is by the words; may be empty
};

Features outcome_features(const OutcomeRead& read);

class OutcomeModel {
 public:
  explicit OutcomeModel(const Reference& reference);
  // The outcome where one is likely and is not what the rules have; else nothing. A review has one of the outcomes of reviews
  // and no other letter has; a letter whose kind leaves no choice keeps what it has.
  std::optional<Outcome> settle(const OutcomeRead& read) const;

 private:
  LinearModel model_;
  bool learnt_ = false;  // the reference has weights
};

// Made once of tables that are kept (made_once.h).
std::shared_ptr<const OutcomeModel> outcome_model(const Reference& reference);

}  // namespace foi::understand
