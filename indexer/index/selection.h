// Checks a request against the vocabularies, the reference tables and what the index holds.
#pragma once

#include <array>

#include "indexer/index/columns.h"
#include "indexer/index/searcher.h"
#include "indexer/model/reference.h"
#include "indexer/model/result.h"

namespace foi::index {

// Errors: kUsage: a value that no letter could have, with the nearest that exists.
Result<Selection> check_filters(const Request& request, const Columns& columns, const Reference& reference);
struct WantedFacets {
  std::array<bool, kFacetCount> facets{};
  bool months = false;
};
// Which facets to count. Errors: kUsage: an unknown name.
Result<WantedFacets> check_facets(const Request& request);
// The rest: limit and the query's length and encoding. Errors: kUsage.
Status check_form(const Request& request);

// `status: unknown value "stands"; did you mean "standing"?` For lists short enough to read, all that is allowed.
Error unknown_value(std::string_view parameter, std::string_view value, const std::vector<std::string_view>& allowed);

}  // namespace foi::index
