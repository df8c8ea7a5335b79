// The numbered, lettered and bulleted lists of a letter, with the lists within their items.
#pragma once

#include <vector>

#include "indexer/understand/question_layout.h"

namespace foi::understand {

// In order of their first paragraphs. Precondition: layout has its paragraphs and blocks. O(n log n) in the paragraphs.
std::vector<ItemList> find_lists(const QuestionLayout& layout);

}  // namespace foi::understand
