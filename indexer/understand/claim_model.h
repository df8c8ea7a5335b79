// What the place that cites a ground does with it, by weights learnt from passages of letters and from letters (corpus/make/claims). The
// rules' answer is one sign among the others, so the model only speaks up where words it has learnt outweigh it.
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
// That of a role; what a decision tells of the first answer claims nothing by itself.
Standing standing_of(const Role& role, const RoleContext& context);

// What stances of these likelihoods come to, in the order of Standing.
using OfStanding = std::array<double, 3>;
OfStanding by_standing(const std::vector<double>& stances, const RoleContext& context);

// From these likelihoods on the words outweigh the rules, which see more of the letter: that a ground was given up or not relied on, and
// that one which the rules take for claimed is not. Chosen on letters that were left out.
inline constexpr double kSure = 0.93, kSureAgainst = 0.85;

class ClaimModel {
 public:
  explicit ClaimModel(const Reference& reference);
  // The rules' role, or another where the words are sure that the ground fell or is not claimed; with how likely each stance is.
  Role settle(const CitedPlace& place) const;

 private:
  LinearModel model_;
  bool learnt_ = false;  // the reference has weights
};

// How a ground fell or, where the letter decides, what becomes of it: an answer overturns nothing of an earlier one.
CitationStatus status_of(Stance stance, Stage stage);

// Made once of tables that are kept (made_once.h).
std::shared_ptr<const ClaimModel> claim_model(const Reference& reference);

}  // namespace foi::understand
