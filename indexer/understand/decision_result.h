// What a decision of the Commissioners or the Tribunal comes to where it names no ground: "The Authority was not entitled to withhold it".
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/understand/citation_roles.h"
#include "indexer/understand/citations.h"
#include "indexer/understand/repair.h"

namespace foi::understand {

// What a decision comes to, by its sentences that name no ground or speak of all.
struct DecisionResult {
  ReviewResult result = ReviewResult::kUnknown;  // kOverturned: what was withheld is to be disclosed; kPartlyUpheld: some of it
  bool collective = false;                       // said of "the exemptions claimed", however many
  std::size_t given_up = 0;                      // grounds cited before this place only were given up by the authority; 0 when none were
};
// cited: the places of the grounds cited, in order. O(bytes).
DecisionResult read_decision(const Repaired& text, const std::vector<Span>& cited);

// Gives the result to the grounds of the first answer, on which the decision has no word of its own, where it is one for all of them: of
// several grounds an answer may stand by one alone, and what is said of "some information" is said of no ground in particular.
void settle_by_decision(std::vector<FoundCitation>& grounds, const DecisionResult& decision, const RoleContext& context);

}  // namespace foi::understand
