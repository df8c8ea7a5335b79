// Which list of a letter answers another, and which does not though it has the same numbers.
#pragma once

#include "indexer/understand/question_layout.h"

namespace foi::understand {

// "In favour of disclosure:" leads to its items, whose numbers are no question's.
bool weighs_points(const QuestionLayout& layout, const ItemList& list);
// A list with the marks of another, all of them or most, that follows it with a few words between: question by question, its answers.
bool answers_list(const ItemList& asked, const ItemList& list);
// The first such list of the letter; nullptr when there is none. Takes no longer for more lists.
const ItemList* twin_of(const QuestionLayout& layout, const ItemList& asked);

}  // namespace foi::understand
