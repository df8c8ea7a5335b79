// Which page of a letter a query is about. Inside this directory only: it shows Xapian.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>

#include "indexer/index/query.h"
#include "indexer/index/store.h"

namespace foi::index {

// The page with the most of what is looked for, then with the most of it close together, then with the most hits, then the first.
// One-based. Nothing when no page holds any of it. Throws Xapian::Error.
std::optional<std::uint32_t> locate(const Xapian::Database& letters, Xapian::docid letter, const StoredLetter& stored,
                                    const TextQuery& query);

}  // namespace foi::index
