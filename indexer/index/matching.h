// Which letters a query matches, all of them and in no order of merit: what counts, facets and exports are made of. Xapian's matcher shows
// a spy a document made for each letter, after it has weighed it; here lists of numbers are merged, and the matcher asked only for what
// hangs on where words stand. Inside this directory only: it shows Xapian.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <span>

namespace foi::index {

// Calls see with the numbers of the letters the query matches, ascending, some thousands at a time. False when stop, asked now and then,
// ended it before: then it saw every match up to some letter and none after it. stop may be empty. Throws Xapian::Error, and what see
// throws.
bool each_match(const Xapian::Database& letters, const Xapian::Query& query, const std::function<bool()>& stop,
                const std::function<void(std::span<const Xapian::docid>)>& see);

}  // namespace foi::index
