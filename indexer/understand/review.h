// What an internal review decided about the answer it reviews.
#pragma once

#include <optional>

#include "indexer/model/vocabulary.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

// Nothing when the letter decides no review. The verb's object decides: a complaint upheld is a decision overturned (domain notes on
// citations, 4.2). kUnknown when it reviews and does not say, in words known here, with what result. O(bytes).
std::optional<ReviewResult> find_review(const Letter& letter, const Repaired& text, const std::vector<Section>& sections, Kind kind);

// The result the words of a decision give. Exposed for its tests.
ReviewResult review_result(std::string_view lower);

}  // namespace foi::understand
