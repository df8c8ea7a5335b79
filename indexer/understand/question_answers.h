// The answers that do not stand under their question: in a second list, under "As to question 2", under the
// name of what was asked, once for several or for all.
#pragma once

#include <vector>

#include "indexer/understand/question_layout.h"
#include "indexer/understand/questions.h"

namespace foi::understand {

// Fills in answers and headings. taken: the lists that are the questions; quoted: they stand in a message under the answer.
void find_answers(const QuestionLayout& layout, const std::vector<const ItemList*>& taken, bool quoted,
                  std::vector<FoundQuestion>& questions);

}  // namespace foi::understand
