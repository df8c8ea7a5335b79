// The citations of a letter as they are strung together: "sections 31(1)(a), 40(2) and 43(2)" is one list with, mostly, one fate.
#pragma once

#include <vector>

#include "indexer/understand/citation_verdicts.h"

namespace foi::understand {

// In order, with where they stand and nothing of what is said of them. O(bytes).
std::vector<Chain> find_chains(const std::vector<CodeCited>& cited, const Reference& reference, const RoleContext& context);

}  // namespace foi::understand
