// An answer that was refused part by part ("(i) under section 31, (ii) under section 42"), and a review that decides on the parts without
// naming the grounds again ("I uphold the decision as to (i), and not as to (ii)"): what that says of each ground.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/vocabulary.h"
#include "indexer/understand/citation_levels.h"
#include "indexer/understand/citation_roles.h"

namespace foi::understand {

// The rule of such a claim.
inline constexpr std::string_view kDecidedByPart = "decided-by-part";

struct FateByPart {
  std::string id;
  CitationStatus status = CitationStatus::kUpheld;  // upheld, partly upheld or overturned
  bool headed = false;  // decided only by what stands under the part's heading
  Span where;           // the first words that decide it, in Letter::text
};

// The grounds that are tied to a part, of whose parts something was decided, each once. judged: every code cited, in order. A ground of
// several parts stands where all stand, and in part where they part ways. O(bytes).
std::vector<FateByPart> fates_by_part(const RoleContext& context, const std::vector<Judged>& judged);

}  // namespace foi::understand
