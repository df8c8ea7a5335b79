// Where the next page of results begins, as a token that only makes sense for the same request and edition. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/index/refusal.h"
#include "indexer/index/searcher.h"

namespace foi::index {

// Letters, digits, '.', '-' and whatever the edition holds.
std::string make_cursor(std::string_view edition, const Request& request, std::size_t position);
// The position. Refused: what is no cursor, one of another request, one of another edition (kOutdated).
Checked<std::size_t> read_cursor(std::string_view cursor, std::string_view edition, const Request& request);

}  // namespace foi::index
