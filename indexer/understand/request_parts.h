// One paragraph that asks for several things: by marks within it, after semicolons, or a sentence each.
#pragma once

#include <string>
#include <vector>

#include "indexer/understand/question_layout.h"

namespace foi::understand {

struct RequestPart {
  std::string label;  // "a", "1"; empty without marks
  Span text;
};

// In order, or empty when the text asks for one thing. A number before the text is one of its marks, and paragraphs after it that go on
// with its marks are parts of it: the line of a printed paragraph may break before "e)". O(bytes).
std::vector<RequestPart> parts_of_request(const QuestionLayout& layout, Span text);

// As parts_of_request, but for things joined within a sentence: a sentence each.
std::vector<RequestPart> sentences_of_request(const QuestionLayout& layout, Span text);

// As many things as the letter says were asked for, parted by commas and "and"; empty when the text has not just so many.
std::vector<RequestPart> parts_of_number(const QuestionLayout& layout, Span text, std::size_t number);

}  // namespace foi::understand
