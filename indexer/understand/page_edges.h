// What is printed at the head and foot of every page: page numbers, the body's name, a specimen's notice. None of it belongs to the
// paragraph that it stands under.
#pragma once

#include <vector>

#include "indexer/understand/letter.h"

namespace foi::understand {

// By line of the letter: it is a page's number ("Page 3 of 7" anywhere, "- 3 -" and "3" where the pages count on), or is printed, but for
// the page's number, at the foot of nearly every page, or at the head of it from the second page on. What two pages have in common is such
// only beside their numbers, or where it is an address or ends with the page's number: else it may be an answer. O(n log n) in the lines.
std::vector<bool> page_edges(const Letter& letter);

// A stretch of the letter without such lines and the breaks of pages, in pieces, each without space at its ends. edges: as above.
std::vector<Span> without_edges(const Letter& letter, const std::vector<bool>& edges, Span span);

}  // namespace foi::understand
