// Grounds a letter means and does not number: "cyber exemption", "would exceed the appropriate limit"; and the sub-section that is meant
// when only the section is cited. Kept apart from what is cited, and only where the letter leaves little doubt.
#pragma once

#include <vector>

#include "indexer/understand/citations.h"

namespace foi::understand {

std::vector<FoundCitation> infer(const RoleContext& context, const std::vector<FoundCitation>& claimed,
                                 const std::vector<FoundMention>& mentioned, LawOfLetter law);

}  // namespace foi::understand
