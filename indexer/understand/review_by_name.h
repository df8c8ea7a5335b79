// Grounds of the first answer on which a decision speaks by their matter and not by their number: "we have withdrawn the refusal on cost",
// "the commercial point is no longer defended", "I am not persuaded that these are personal data".
#pragma once

#include <string_view>
#include <vector>

#include "indexer/understand/citation_levels.h"
#include "indexer/understand/citations.h"

namespace foi::understand {

// The rule of what is found so.
inline constexpr std::string_view kDecidedByName = "decided-by-name";

// Whether the words name the ground: "commercial interests", of foia-43-2. lower: repaired, in lower case. O(bytes) for each ground.
bool names_ground(std::string_view id, std::string_view lower);

// Gives the grounds that have nothing but the result of the whole letter, or not even that, what is said of them by name. Only of reviews
// and decisions. O(bytes) for each ground.
void settle_by_name(std::vector<FoundCitation>& found, const RoleContext& context, const std::vector<Judged>& judged);

}  // namespace foi::understand
