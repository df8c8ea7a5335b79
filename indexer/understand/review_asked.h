// Whether a letter answers somebody who was not content with its first answer: told by who asked whom to review what, not by whole phrases,
// so that it is known however an officer puts it.
#pragma once

#include <string_view>

#include "indexer/understand/cues.h"
#include "indexer/understand/kind_view.h"

namespace foi::understand {

// text: one or more sentences in lower case. "You wrote on 3 May to ask for a review", "the outcome of the review of our
// decision", "I have reviewed how your request was handled". False for the review of anything else ("you asked for the report of the
// maternity review") and where a review is only offered ("if you want a review, please ask for one"). O(bytes).
bool tells_of_review(std::string_view text);
bool tells_of_review(const SoughtText& text);
bool tells_of_review(const Folded& text);

}  // namespace foi::understand
