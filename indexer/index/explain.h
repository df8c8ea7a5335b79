// How much each term gave to the weight of a hit. Inside this directory only: it shows Xapian.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "indexer/index/searcher.h"

namespace foi::index {

// Fills in Hit::explanation, heaviest term first. hits were found with query, weighted as Enquire does by itself. A word that stands in for
// another counts in part, and of several such words the heaviest. Throws Xapian::Error.
void explain(const Xapian::Database& letters, const Xapian::Query& query, std::vector<Hit>& hits);

}  // namespace foi::index
