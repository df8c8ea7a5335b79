// Two-column tables of request and answer, laid out line beside line, read row by row instead: what was asked, then what was answered, so
// that no sentence runs from one column into the other.
#pragma once

#include <vector>

#include "indexer/model/document.h"

namespace foi::understand {

// True when any page has such a table: a line with the two headings, and lines under it that keep the gap between the columns.
bool has_answer_columns(const std::vector<Page>& pages);

// The pages with the lines of such tables put in order; words keep their boxes and their text. Pages without one are as they were. The
// text of a page keeps its bytes but for spaces. O(bytes).
std::vector<Page> read_columns(std::vector<Page> pages);

}  // namespace foi::understand
