// What stands at the head of the first page, one drawing a kind. Moves the flow below it.
#pragma once

#include "corpus/make/flow.h"

namespace foi::corpus {

void draw_letterhead(Flow& flow);
// The line a fax machine prints over every page.
void draw_fax_line(Flow& flow, std::size_t page, std::size_t pages);

}  // namespace foi::corpus
