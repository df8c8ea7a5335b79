// The words between a verb and a citation, or between two citations: whether they lead from the one to the other.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/understand/stance.h"

namespace foi::understand {

// Words that only lead from a verb to what it governs, or join items of a list.
bool only_links(std::string_view gap);
// "; (b) under", ", C by", "; for (iii)": what stands before the next item of a list that leaves its verb out.
bool continues_list(std::string_view gap);
// "and I substitute it for": the ground before takes the place of the one after.
bool substitutes_it(std::string_view gap);
// "I have replaced section 43(2) with section 42", "section 43(2) is replaced by section 42": the ground after takes the place of the one
// before. Takes what stands before that one in its sentence, and what stands between the two.
bool exchanges(std::string_view before, std::string_view gap);
// A clause ends in it.
bool has_break(std::string_view gap);
// The words right before a citation deny it: "rather than", "and not under", "nor".
bool denied_directly(std::string_view before);
// The words right before a citation except it from what is decided: "except in relation to", "with the exception of", "other than".
bool excepted_from_decision(std::string_view before);
// What becomes of a ground that is excepted from a decision in these words: "I uphold the decision", "I do not uphold any of these".
std::optional<Act> fate_of_exception(std::string_view decision);
// "under", "in line with", "due to" right before a citation.
bool leads_by_preposition(std::string_view before);

// What stands between a verb and a citation begins with the verb's own object, which points back: "dropped this and cited section 43".
bool begins_with_pronoun(std::string_view gap);

}  // namespace foi::understand
