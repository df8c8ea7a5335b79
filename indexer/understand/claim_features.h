// What stands round a citation, as features that a model can weigh (claim_model.h): the words of its sentence before and after it, those of
// the sentences beside it, where it stands, and what the rules made of it.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/understand/citation_roles.h"
#include "indexer/understand/citation_verdicts.h"
#include "indexer/understand/linear_model.h"
#include "indexer/understand/review_parts.h"

namespace foi::understand {

// A citation in its letter, with the role that the rules gave it. What it points to must outlive it.
struct CitedPlace {
  const RoleContext& context;
  const Chain& chain;
  const CodeCited& cited;
  const ExemptionInfo& info;  // of the code cited
  const Role& rules;
  ReviewPart part = ReviewPart::none;
};

// Each name once. O(bytes of the sentences, which are bounded).
Features claim_features(const CitedPlace& place);

// The words of a stretch of Repaired::lower as features name them: every number is "0", every citation of a section or regulation "§"; of
// the marks those that part or quote. For tests.
std::vector<std::string> claim_words(std::string_view lower);

}  // namespace foi::understand
