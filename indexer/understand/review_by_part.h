// An answer that was refused part by part ("(i) under section 31, (ii) under section 42"), and a review that decides on the parts without
// naming the grounds again ("I uphold the decision as to (i), and not as to (ii)"): what that says of each ground.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/understand/citation_levels.h"
#include "indexer/understand/citation_roles.h"
#include "indexer/understand/citations.h"

namespace foi::understand {

// The rule of such a claim.
inline constexpr std::string_view kDecidedByPart = "decided-by-part";

// Gives the grounds of the first answer the fate of the parts they were applied to, where their own words do not decide as surely. A ground
// of several parts stands where all stand, and in part where they part ways. found: as the words of each place leave them; judged: every
// code cited, in order of place. A letter that is no review is left as it is. O(bytes).
void settle_by_part(std::vector<FoundCitation>& found, const RoleContext& context, const std::vector<Judged>& judged);

}  // namespace foi::understand
