// What one answer does, by its words and the grounds claimed in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/record.h"
#include "indexer/understand/cues.h"

namespace foi::understand {

// An answer shorter than this is read as a whole: "None.", "N/A". Of a longer one to a question of its own so much is read; in bytes.
inline constexpr std::size_t kShortAnswer = 60, kOwnAnswer = 700;

// The outcome one answer gives, by its words (repaired, lower case) and the grounds claimed in it. An empty answer is kUnanswered.
QuestionOutcome outcome_of_answer(std::string_view answer, const std::vector<std::string>& grounds);

// That which the grounds alone give. Precondition: there are some.
QuestionOutcome outcome_of_ground(const std::vector<std::string>& ids);
// That which the words alone give.
QuestionOutcome outcome_of_words(std::string_view lower);

// "I can neither confirm nor deny", "the refusal to confirm or deny": no word on whether anything is held.
bool says_neither(std::string_view lower);
// What sends or prints what was asked for.
bool sends_something(std::string_view lower);
// One of the ids is one of the heads or stands under it.
bool any_starts(const std::vector<std::string>& ids, Cues heads);

}  // namespace foi::understand
