#include "indexer/understand/citation_levels.h"

#include <algorithm>
#include <string>

#include "indexer/model/limits.h"
#include "indexer/understand/citation_scope.h"

namespace foi::understand {

namespace {

// Limbs of one sub-section that a letter relies on by its section; more recite the law.
constexpr std::size_t kMostLimbs = 4;

// "31(1)(a)" and "31(1)(b)": limbs of one sub-section, each of which may be meant; 43(1) and 43(2) are told to be told apart.
bool is_limb_beside(std::string_view a, std::string_view b) {
  const std::size_t last = a.rfind('-');
  return std::ranges::count(a, '-') >= 3 && a.substr(0, last) == b.substr(0, b.rfind('-'));
}

}  // namespace

bool is_part_of(std::string_view part, std::string_view whole) {
  return part.size() > whole.size() && part.starts_with(whole) && part[whole.size()] == '-';
}

bool related(std::string_view a, std::string_view b) { return a == b || is_part_of(b, a) || is_part_of(a, b); }

void add_place(std::vector<Span>& places, Span place) {
  if (places.size() < limits::kMaxPlacesOfCode && std::ranges::find(places, place) == places.end()) places.push_back(place);
}

void leave_limbs(std::vector<FoundCitation>& all, const RoleContext& context) {
  const auto claimed = [&](std::string_view id) { return std::ranges::any_of(all, [&](const FoundCitation& c) { return c.id == id; }); };
  if (context.kind == Kind::kResponse || context.kind == Kind::kRefusalNotice || !claimed("foia-41-1")) return;
  std::erase_if(all, [](const FoundCitation& c) { return c.id == "foia-41-1-a" || c.id == "foia-41-1-b"; });
}

void cite_finer(std::vector<FoundCitation>& all, const std::vector<Judged>& judged) {
  const std::vector<FoundCitation> claimed = all;
  for (const FoundCitation& c : claimed) {
    const auto finer = [&](const std::string& id) { return is_part_of(id, c.id); };
    // "Section 43(1) isn't relied on": a part that fell is not the one meant by the section that stands.
    const auto told = [&](const FoundCitation& other) { return finer(other.id) && (stands(other.status) || !stands(c.status)); };
    if (std::ranges::any_of(claimed, told)) continue;
    std::vector<const Judged*> explained;
    for (const Judged& j : judged)
      if (!j.role.claim && !j.role.aside && j.role.mention == MentionRole::kExplained && finer(j.info->id) &&
          class_of(*j.info) == CodeClass::ground && (j.info->kind == "ncnd") == (c.status == CitationStatus::kNcnd))
        explained.push_back(&j);
    if (explained.empty()) continue;
    const std::string& id = explained.front()->info->id;
    const bool several = std::ranges::any_of(explained, [&](const Judged* j) { return j->info->id != id; });
    const auto limb = [&](const Judged* j) { return is_limb_beside(id, j->info->id); };
    const bool limbs = explained.size() <= kMostLimbs && std::ranges::all_of(explained, limb);
    if (several && !limbs && c.status != CitationStatus::kConsideredNotApplied) continue;
    for (const Judged* j : explained) {  // what is not relied on is relied on in none of its parts
      const auto made = std::ranges::find(all, j->info->id, &FoundCitation::id);
      FoundCitation& child = made != all.end() ? *made : all.emplace_back(c);
      child.id = j->info->id;
      add_place(child.places, j->place);
    }
  }
}

void drop_parents(std::vector<FoundCitation>& all, const RoleContext& context) {
  std::vector<FoundCitation> kept;
  for (FoundCitation& c : all) {
    std::vector<FoundCitation*> children;
    for (FoundCitation& other : all)
      if (is_part_of(other.id, c.id)) children.push_back(&other);
    if (children.empty()) continue;
    for (FoundCitation* child : children)
      if (children.size() == 1)
        for (const std::string& number : c.questions) add_question(*child, number);
  }
  for (FoundCitation& c : all) {
    const auto replaces = [&](const FoundCitation& other) {
      return is_part_of(other.id, c.id) && (context.decides() || stands(other.status) || !stands(c.status));
    };
    if (std::ranges::none_of(all, replaces)) kept.push_back(c);
  }
  all = std::move(kept);
}

}  // namespace foi::understand
