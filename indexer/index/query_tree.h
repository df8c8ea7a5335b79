// A query made anew with other leaves. Inside this directory only: it shows Xapian.
#pragma once

#include <xapian.h>

#include <functional>

namespace foi::index {

// query with each of its leaves replaced: a term, a wildcard, a phrase, words near one another, a range, a source, words that are one.
Xapian::Query with_leaves(const Xapian::Query& query, const std::function<Xapian::Query(const Xapian::Query&)>& leaf);

}  // namespace foi::index
