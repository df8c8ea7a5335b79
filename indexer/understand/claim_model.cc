#include "indexer/understand/claim_model.h"

#include <algorithm>
#include <utility>

#include "indexer/model/record.h"
#include "indexer/understand/made_once.h"

namespace foi::understand {

namespace {

constexpr std::string_view kRule = "learnt";

// Of a ground that fell or is not claimed.
Role role_of(Stance stance, const CitedPlace& place, double likelihood) {
  const Stage stage = place.context.stage();
  Role role{std::nullopt, stage, MentionRole::kExplained, likelihood, kRule};
  role.aside = place.rules.aside;
  if (stance == Stance::history && stage != Stage::kResponse) {
    role.claim = CitationStatus::kApplied;
    role.stage = Stage::kResponse;
  } else if (standing_of(stance, place.context) != Standing::unclaimed) {
    role.claim = status_of(stance, stage);
  } else {
    if (stance == Stance::requester) role.mention = MentionRole::kRequester;
    role.confidence = 0;
    role.rule = {};
  }
  return role;
}

// Whether a standing this likely is told instead of the rules'. That a ground stands is theirs to say: on letters that were left out the
// words alone brought grounds that nobody claims, and none that the rules had not found elsewhere in the letter. So is what a notice
// decides, often in a sentence that cites nothing ("he finds it engaged").
bool outweighs(const CitedPlace& place, Standing ruled, Standing standing, double likely) {
  if (standing == ruled || standing == Standing::stands) return false;
  // What was brought up and left the rules tell by the sentences after it, of which the words know less.
  if (standing == Standing::unclaimed && place.rules.rule == "raised-and-left") return false;
  if (place.context.is_notice() && ruled != Standing::unclaimed) return false;
  return likely >= (ruled == Standing::stands && !place.context.decides() ? kSureAgainst : kSure);
}

}  // namespace

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

Standing standing_of(const Role& role, const RoleContext& context) {
  if (!role.claim || (context.decides() && role.stage == Stage::kResponse)) return Standing::unclaimed;
  return stands(*role.claim) ? Standing::stands : Standing::fell;
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

Role ClaimModel::settle(const CitedPlace& place) const {
  if (!learnt_) return place.rules;
  const auto standing_at = [&](std::size_t stance) { return standing_of(static_cast<Stance>(stance), place.context); };
  std::vector<double> likely = model_.likelihoods(model_.known(claim_features(place)));
  const OfStanding of_standing = by_standing(likely, place.context);
  const auto best = static_cast<std::size_t>(std::ranges::max_element(of_standing) - of_standing.begin());
  const auto standing = static_cast<Standing>(best);
  const Standing ruled = standing_of(place.rules, place.context);
  Role role = place.rules;
  std::size_t stance = likely.size();
  for (std::size_t i = 0; i < likely.size(); ++i)
    if (standing_at(i) == standing && (stance == likely.size() || likely[i] > likely[stance])) stance = i;
  if (outweighs(place, ruled, standing, of_standing[best])) role = role_of(static_cast<Stance>(stance), place, of_standing[best]);
  role.stances = std::move(likely);
  return role;
}

std::shared_ptr<const ClaimModel> claim_model(const Reference& reference) { return made_of<ClaimModel>(reference); }

}  // namespace foi::understand
