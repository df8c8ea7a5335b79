// What the place that cites a ground does with it, by weights learnt from passages of letters and from letters (corpus/make/claims). The
// rules' answer is one sign among the others. What becomes of the ground is weighed over all its places (ground_model.h).
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "indexer/understand/claim_features.h"
#include "indexer/understand/linear_model.h"

namespace foi::understand {

enum class Stance : std::uint8_t {
  applied,
  considered,  // and not relied on
  withdrawn,
  upheld,
  partly,
  overturned,
  added,      // at review
  history,    // what the first answer did, told by a decision
  requester,  // in the requester's words
  explained,  // the law, another case, what might be
};
// As claim_weights.tsv and the passages name them.
inline constexpr std::array<std::string_view, 10> kStanceNames{"applied",    "considered", "withdrawn", "upheld",    "partly",
                                                               "overturned", "added",      "history",   "requester", "explained"};

// Whether a ground stands by it, does not, or is not claimed at all.
enum class Standing : std::uint8_t { stands, fell, unclaimed };
// A notice that has not gone on to consider a ground says nothing of it; an answer that weighed it and did not rely on it does.
Standing standing_of(Stance stance, const RoleContext& context);

// What stances of these likelihoods come to, in the order of Standing.
using OfStanding = std::array<double, 3>;
OfStanding by_standing(const std::vector<double>& stances, const RoleContext& context);

class ClaimModel {
 public:
  explicit ClaimModel(const Reference& reference);
  // How likely each stance is at a place, in the order of kStanceNames; empty where nothing was learnt.
  std::vector<double> stances(const CitedPlace& place) const;

 private:
  LinearModel model_;
  bool learnt_ = false;  // the reference has weights
};

// How a ground fell or, where the letter decides, what becomes of it: an answer overturns nothing of an earlier one.
CitationStatus status_of(Stance stance, Stage stage);

// Made once of tables that are kept (made_once.h).
std::shared_ptr<const ClaimModel> claim_model(const Reference& reference);

}  // namespace foi::understand
