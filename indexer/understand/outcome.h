// What became of each question and of the request as a whole, and what a careful reader would look for and not find in the letter.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/understand/citations.h"

namespace foi::understand {

// One for each question, in their order. "See answer to question 1" takes that answer's outcome.
std::vector<QuestionOutcome> outcomes_of_questions(const RoleContext& context, const Citations& citations);

// That of a letter whose kind leaves no choice: one that asks back, or passes the request on, answers nothing.
std::optional<Outcome> outcome_of_kind(Kind kind);
// What a review with this outcome decided; kUnknown of an outcome that no review has.
ReviewResult review_of_outcome(Outcome outcome);
inline bool is_of_review(Outcome outcome) { return review_of_outcome(outcome) != ReviewResult::kUnknown; }

// domain notes on outcomes, section 2. review: what an internal review decided, or nothing.
Outcome outcome_of_document(const RoleContext& context, const std::vector<QuestionOutcome>& questions, const Citations& citations,
                            std::optional<ReviewResult> review, const Reference& reference);

// What was looked for and is not in this letter, in the order of the enum; kLate is not among them (it needs the dates).
std::vector<Check> find_checks(const RoleContext& context, const Citations& citations, std::optional<Date> responded,
                               const Reference& reference);

}  // namespace foi::understand
