// Lines put together to paragraphs, in text laid out as printed (wrapped lines) and in flowing text (a line a paragraph).
#pragma once

#include <vector>

#include "indexer/understand/letter.h"

namespace foi::understand {

struct Paragraph {
  std::size_t first_line = 0, end_line = 0;  // lines of the letter, half-open; never blank at either end
  Span span;                                 // from the first line's first character that is no space to the last line's last
};

// In order; every line that is neither blank nor a page's head or foot (page_edges.h) is in exactly one. A paragraph ends at one of those,
// before an item of a list, and after a line that ends a sentence short of the margin, a question or an introduction (":"), and where
// quoting (">") begins or ends under an item; a page without either does not end it. Among lines of which some are longer than any
// printer's each is one. O(bytes).
std::vector<Paragraph> find_paragraphs(const Letter& letter);

// A line narrower than this, in bytes, was not broken for want of room.
std::size_t full_line(const Letter& letter);

// The line without spaces at either end.
Span trimmed(const Letter& letter, Line line);

}  // namespace foi::understand
