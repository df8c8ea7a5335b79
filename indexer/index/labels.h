// What people read for a facet's value. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/index/columns.h"
#include "indexer/index/facets.h"
#include "indexer/model/reference.h"

namespace foi::index {

// "FOIA s.31(1)(a) — Law enforcement: …", "Refused in full", "Barts Health NHS Trust". An id nobody knows is its own label.
std::string label_of(FacetId facet, std::string_view id, const Columns& columns, const Reference& reference);
// The level above: of an exemption, and of a status ("overturned" → "not-standing" → "any").
std::optional<std::string> parent_of(FacetId facet, std::string_view id, const Reference& reference);

}  // namespace foi::index
