// What an internal review leaves of the answers it reviews. Such a letter tells of the first refusal before it decides on it, so the words
// of an answer say less of its outcome than what became of the grounds tied to the question.
#pragma once

#include <vector>

#include "indexer/understand/citations.h"

namespace foi::understand {

// read: one outcome for each question of context, as outcomes_of_questions gives them. A refusal to confirm or deny that stands is kNcnd, a
// ground that stands refuses, and what was refused on grounds that all fell is given where the question's own answer then gives something.
// Where the grounds of a question decide nothing its outcome is as read. O(bytes), and questions times grounds.
std::vector<QuestionOutcome> outcomes_after_review(const RoleContext& context, const Citations& citations,
                                                   std::vector<QuestionOutcome> read, const Reference& reference);

}  // namespace foi::understand
