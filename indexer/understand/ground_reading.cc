#include "indexer/understand/ground_reading.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "indexer/understand/citation_scope.h"

namespace foi::understand {

namespace {

GroundRead ground_of(const Judged& j, const FoundCitation* claim) {
  GroundRead ground;
  ground.id = j.info->id;
  ground.code_class = class_of(*j.info);
  if (claim == nullptr) return ground;
  ground.ruled = stands(claim->status) ? Standing::stands : Standing::fell;
  ground.status = claim->status;
  ground.rule = claim->rule;
  ground.confidence = claim->confidence;
  return ground;
}

class Settler {
 public:
  Settler(std::vector<FoundCitation>& claims, const std::vector<Judged>& judged, const Scopes& scopes, const RoleContext& context)
      : claims_(claims), judged_(judged), scopes_(scopes), context_(context) {}

  void take(const ExemptionInfo& info, const GroundVerdict& verdict) {
    if (verdict.standing == Standing::unclaimed) {
      std::erase_if(claims_, [&](const FoundCitation& c) { return c.id == info.id; });
      return;
    }
    auto at = std::ranges::find(claims_, info.id, &FoundCitation::id);
    if (at == claims_.end()) at = add_claim(info.id);
    at->stage = context_.stage();
    at->status = status_of(verdict.stance, at->stage);
    if (at->status == CitationStatus::kApplied && info.kind == "ncnd") at->status = CitationStatus::kNcnd;
    at->confidence = verdict.likelihood;
    at->rule = "all-places";
  }

 private:
  // Among the others where it is first cited, with every place that may claim it.
  std::vector<FoundCitation>::iterator add_claim(const std::string& id) {
    FoundCitation claim;
    claim.id = id;
    for (const Judged& j : judged_) {
      if (j.info->id != id || j.role.stances.empty()) continue;
      add_place(claim.places, j.place);
      scopes_.add(claim, *j.cited, j.place);
    }
    const auto after = [&](const FoundCitation& c) { return !c.places.empty() && c.places.front().start > claim.places.front().start; };
    return claims_.insert(std::ranges::find_if(claims_, after), std::move(claim));
  }

  std::vector<FoundCitation>& claims_;
  const std::vector<Judged>& judged_;
  const Scopes& scopes_;
  const RoleContext& context_;
};

}  // namespace

std::vector<GroundRead> grounds_of(const std::vector<FoundCitation>& claims, const std::vector<Judged>& judged,
                                   const std::vector<std::string>& left, const RoleContext& context) {
  std::vector<GroundRead> all;
  for (const Judged& j : judged) {
    const auto claim = std::ranges::find(claims, j.info->id, &FoundCitation::id);
    if (claim == claims.end() && j.role.stances.empty()) continue;
    if (std::ranges::find(all, j.info->id, &GroundRead::id) == all.end())
      all.push_back(ground_of(j, claim == claims.end() ? nullptr : &*claim));
  }
  for (const Judged& j : judged) {
    const auto ground = std::ranges::find(all, j.info->id, &GroundRead::id);
    if (ground == all.end()) continue;
    if (!j.role.stances.empty()) ground->places.push_back(j.role.stances);
    ground->sections.push_back(section_at(context.sections, j.place.start));
    if (!j.role.claim) ground->mentions.push_back(j.role.mention);
    ground->left = std::ranges::find(left, ground->id) != left.end();
    ground->aside = ground->aside || j.role.aside;
    ground->left_open = ground->left_open || j.role.left_open;
  }
  return all;
}

void settle_by_all_places(std::vector<FoundCitation>& claims, const std::vector<Judged>& judged, const std::vector<std::string>& left,
                          const std::vector<CodeCited>& cited, const RoleContext& context, const Reference& reference) {
  const std::shared_ptr<const GroundModel> model = ground_model(reference);
  const std::vector<GroundRead> all = grounds_of(claims, judged, left, context);
  const Scopes scopes(context, cited);
  Settler settler(claims, judged, scopes, context);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (const std::optional<GroundVerdict> verdict = model->settle(all, i, context))
      settler.take(*reference.exemption(all[i].id), *verdict);
  drop_parents(claims, context);
}

}  // namespace foi::understand
