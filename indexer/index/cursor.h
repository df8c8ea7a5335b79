// Where the next page of results begins, as a token that only makes sense for the same request and edition. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/index/searcher.h"
#include "indexer/model/result.h"

namespace foi::index {

// Letters, digits, '.', '-' and whatever the edition holds.
std::string make_cursor(std::string_view edition, const Request& request, std::size_t position);
// The position. Errors: kUsage: not a cursor, of another edition, of another request.
Result<std::size_t> read_cursor(std::string_view cursor, std::string_view edition, const Request& request);

}  // namespace foi::index
