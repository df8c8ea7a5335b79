// Tables that ask on the left and answer beside it, of which the questions have no mark of their own.
#pragma once

#include <vector>

#include "indexer/understand/question_layout.h"
#include "indexer/understand/questions.h"

namespace foi::understand {

// The rows under a head like "Question | Answer": each row of cells parted by tabs, each that a number begins in a column of its own, and
// in text laid out as printed each that begins in both columns after a blank line; of those the question is what its first line has of it.
// Fewer than two rows are no table of questions. Rows whose questions are numbered are lists, and left to them.
std::vector<FoundQuestion> find_table_questions(const QuestionLayout& layout);

// The rows under a head like "Document | Held? | Ground" when there are just so many: what the letter says was asked for.
std::vector<FoundQuestion> find_counted_rows(const QuestionLayout& layout, std::size_t number);

}  // namespace foi::understand
