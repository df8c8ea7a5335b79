// What a letter as a whole does with a ground: what the rules read, weighed against what the words of every place that cites it say
// (claim_model.h). Learnt from letters that no rule was written with in sight (corpus/make/unread), so that the rules count for what they
// are worth on a letter that nobody has seen.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/understand/claim_model.h"

namespace foi::understand {

// One ground of a letter with all that was read of it.
struct GroundRead {
  std::string id;
  CodeClass code_class = CodeClass::ground;
  Standing ruled = Standing::unclaimed;     // as the rules have it
  std::optional<CitationStatus> status;     // of the claim
  std::string rule;                         // of the claim; empty without one
  double confidence = 0;                    // of the claim
  std::vector<std::vector<double>> places;  // Role::stances of each place that may claim it, in order
  std::vector<SectionKind> sections;        // of every place that cites it
  std::vector<MentionRole> mentions;        // of those that the rules take for no claim
  bool aside = false;                       // the rules read of one of them that it plays no part
  bool left = false;                        // a review or a notice on other grounds says no more of it
  bool left_open = false;                   // a notice says that it does not go into it
};

// Of all[which], beside the other grounds of the letter: a section is often only the way to its sub-section.
Features ground_features(std::span<const GroundRead> all, std::size_t which, const RoleContext& context);
// Of one that fell: how it did. features: as ground_features gives them.
Features fall_features(Features features, const GroundRead& ground);

struct GroundVerdict {
  Standing standing = Standing::unclaimed;
  Stance stance = Stance::explained;  // how it came to that standing
  double likelihood = 0;              // of both
};

// ground_weights.tsv has two models in it. The standings, in the order of Standing:
inline constexpr std::array<std::string_view, 3> kStandingNames{"stands", "fell", "unclaimed"};
// and how a ground fell, by names of stances.
inline constexpr std::array<Stance, 3> kFalls{Stance::considered, Stance::withdrawn, Stance::overturned};
std::array<std::string_view, kFalls.size()> fall_names();

class GroundModel {
 public:
  explicit GroundModel(const Reference& reference);
  // What the ground comes to where that is likely and not what the rules have; else nothing.
  std::optional<GroundVerdict> settle(std::span<const GroundRead> all, std::size_t which, const RoleContext& context) const;

 private:
  LinearModel standings_, falls_;
  bool learnt_ = false;  // the reference has weights
};

// Made once of tables that are kept (made_once.h).
std::shared_ptr<const GroundModel> ground_model(const Reference& reference);

}  // namespace foi::understand
