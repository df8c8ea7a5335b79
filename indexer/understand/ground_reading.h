// What was read of the grounds of a letter, place by place, and what all places together make of them (ground_model.h).
#pragma once

#include <string>
#include <vector>

#include "indexer/understand/citation_levels.h"
#include "indexer/understand/ground_model.h"

namespace foi::understand {

// Every ground that is claimed or may be, in the order first cited. claims: as the rules leave them.
// left: ids of those on which a review or a notice says no more, and which are not claimed.
std::vector<GroundRead> grounds_of(const std::vector<FoundCitation>& claims, const std::vector<Judged>& judged,
                                   const std::vector<std::string>& left, const RoleContext& context);

// Overrules the claims where the words of all places say otherwise. cited: all codes of the letter, which judged points to.
void settle_by_all_places(std::vector<FoundCitation>& claims, const std::vector<Judged>& judged, const std::vector<std::string>& left,
                          const std::vector<CodeCited>& cited, const RoleContext& context, const Reference& reference);

}  // namespace foi::understand
