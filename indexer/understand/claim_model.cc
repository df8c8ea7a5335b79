#include "indexer/understand/claim_model.h"

#include "indexer/model/record.h"
#include "indexer/understand/made_once.h"

namespace foi::understand {

Standing standing_of(Stance stance, const RoleContext& context) {
  switch (stance) {
    case Stance::applied:
    case Stance::upheld:
    case Stance::partly:
    case Stance::added:
      return Standing::stands;
    case Stance::considered:
      return context.is_notice() ? Standing::unclaimed : Standing::fell;
    case Stance::withdrawn:
    case Stance::overturned:
      return Standing::fell;
    case Stance::history:
    case Stance::requester:
    case Stance::explained:
      break;
  }
  return Standing::unclaimed;
}

OfStanding by_standing(const std::vector<double>& stances, const RoleContext& context) {
  OfStanding sums{};
  for (std::size_t i = 0; i < stances.size(); ++i)
    sums[static_cast<std::size_t>(standing_of(static_cast<Stance>(i), context))] += stances[i];
  return sums;
}

CitationStatus status_of(Stance stance, Stage stage) {
  const bool decides = stage != Stage::kResponse;
  switch (stance) {
    case Stance::withdrawn:
      return CitationStatus::kWithdrawn;
    case Stance::overturned:
      return decides ? CitationStatus::kOverturned : CitationStatus::kConsideredNotApplied;
    case Stance::applied:
    case Stance::upheld:
      return decides ? CitationStatus::kUpheld : CitationStatus::kApplied;
    case Stance::partly:
      return decides ? CitationStatus::kPartlyUpheld : CitationStatus::kApplied;
    case Stance::added:
      return decides ? CitationStatus::kAddedAtReview : CitationStatus::kApplied;
    case Stance::considered:
    case Stance::history:
    case Stance::requester:
    case Stance::explained:
      break;
  }
  return CitationStatus::kConsideredNotApplied;
}

ClaimModel::ClaimModel(const Reference& reference)
    : model_(weights_of(reference.stances, kStanceNames)), learnt_(!reference.stances.empty()) {}

std::vector<double> ClaimModel::stances(const CitedPlace& place) const {
  if (!learnt_) return {};
  return model_.likelihoods(model_.known(claim_features(place)));
}

std::shared_ptr<const ClaimModel> claim_model(const Reference& reference) { return made_of<ClaimModel>(reference); }

}  // namespace foi::understand
