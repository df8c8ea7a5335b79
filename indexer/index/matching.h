// Which letters a query matches, all of them and in no order of merit: what counts, facets and exports are made of. Xapian's matcher shows
// a spy a document made for each letter, after it has weighed it; here lists of numbers are merged, and the matcher asked only for what
// hangs on where words stand. Inside this directory only: it shows Xapian.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace foi::index {

// Calls see with the numbers of the letters the query matches, ascending, some thousands at a time. False when stop, asked now and then,
// ended it before: then it saw every match up to some letter, if any, and none after it. stop may be empty. A wildcard stands for every
// word that begins so, however few of them the query weighs. Throws Xapian::Error, and what see throws.
bool each_match(const Xapian::Database& letters, const Xapian::Query& query, const std::function<bool()>& stop,
                const std::function<void(std::span<const Xapian::docid>)>& see);

// Matches the letters whose numbers are true, and weighs nothing.
Xapian::Query listed(const std::vector<bool>& letters);

}  // namespace foi::index
