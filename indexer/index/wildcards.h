// The words that wildcards stand for. Left to Xapian they are looked up anew whenever a query is run, the same wildcard as often as it was
// typed, and hundreds of wildcards stand for a hundred words each. Inside this directory only: it shows Xapian.
#pragma once

#include <xapian.h>

namespace foi::index {

struct Expanded {
  Xapian::Query query;
  bool whole = true;  // false: there are more words that begin so than were taken
};

// query with each wildcard replaced by the words it stands for. Throws Xapian::Error.
Expanded with_wildcards_expanded(const Xapian::Query& query, const Xapian::Database& letters);

}  // namespace foi::index
