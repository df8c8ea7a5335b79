// Checks a request against the vocabularies, the reference tables and what the index holds.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "indexer/index/columns.h"
#include "indexer/index/refusal.h"
#include "indexer/index/searcher.h"
#include "indexer/model/nearest.h"
#include "indexer/model/reference.h"

namespace foi::index {

// Refused: a value that no letter could have, with the nearest that exist.
Checked<Selection> check_filters(const Request& request, const Columns& columns, const Reference& reference);
struct WantedFacets {
  std::array<bool, kFacetCount> facets{};
  bool months = false;
};
// Which facets to count. Refused: an unknown name.
Checked<WantedFacets> check_facets(const Request& request);
// What is wrong with the rest: limit and the query's length and encoding.
std::optional<Refusal> check_form(const Request& request);

// `status: unknown value "stands"; did you mean "standing"?` For lists short enough to read, all that is allowed.
Refusal unknown_value(std::string_view parameter, std::string_view value, const std::vector<Candidate>& allowed);

}  // namespace foi::index
