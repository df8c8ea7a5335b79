// The words that wildcards stand for. Left to Xapian they are looked up anew whenever a query is run, the same wildcard as often as it was
// typed, and hundreds of wildcards stand for a hundred words each. Inside this directory only: it shows Xapian.
#pragma once

#include <xapian.h>

#include <cstddef>

namespace foi::index {

// Words one wildcard stands for, the most frequent first, and those of a query together: without a bound "con*" alone takes most of a
// second.
inline constexpr Xapian::termcount kMaxExpansion = 100, kMaxExpansions = 1'000;
// Terms of the index that are read to find them, for all of a query: every word of a million letters about once.
inline constexpr std::size_t kMaxTermsRead = 1'000'000;

struct Expanded {
  Xapian::Query query;
  bool whole = true;  // false: there are more words that begin so than were taken
};

// query with each wildcard replaced by the words it stands for. Throws Xapian::Error.
Expanded with_wildcards_expanded(const Xapian::Query& query, const Xapian::Database& letters);

}  // namespace foi::index
