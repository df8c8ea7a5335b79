// The cell of a table in which a citation stands: a row is no sentence, and what its other cells say is mostly of another matter.
#pragma once

#include "indexer/understand/citation_roles.h"

namespace foi::understand {

struct CitedCell {
  Span cell;  // of the repaired text
  Span next;  // the cell after it in its row, empty when it is the last
};

// original: a place of Letter::text. Nothing outside a row of two cells at least. O(log lines + cells of the row).
std::optional<CitedCell> cited_cell_at(const RoleContext& context, std::size_t original);

// "Section 21, summary | 133 | 97": the cell is named by a section without its ground's words, and a count follows in the next; what is
// counted is called by the section of some other law.
bool is_counted_row(const RoleContext& context, const CitedCell& at);

}  // namespace foi::understand
