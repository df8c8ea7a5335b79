// Which letters a query matches, all of them and in no order of merit: what counts, facets and exports are made of. Xapian's matcher shows
// a spy a document made for each letter, after it has weighed it; here lists of numbers are merged, and the matcher asked only for what
// hangs on where words stand. Inside this directory only: it shows Xapian.
#pragma once

#include <xapian.h>

#include <functional>
#include <span>

#include "indexer/index/clock.h"

namespace foi::index {

// Calls see with the numbers of the letters the query matches, ascending, some thousands at a time. False when the time was up before: then
// it saw every match up to some letter, of the first thousand numbers in any case, and none after it. Throws Xapian::Error, and what see
// throws.
bool each_match(const Xapian::Database& letters, const Xapian::Query& query, Clock& clock,
                const std::function<void(std::span<const Xapian::docid>)>& see);

}  // namespace foi::index
