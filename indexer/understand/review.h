// What an internal review decided about the answer it reviews.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "indexer/model/vocabulary.h"
#include "indexer/understand/citations.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

// Nothing when the letter decides no review. The verb's object decides: a complaint upheld is a decision overturned (domain notes on
// citations, 4.2). kUnknown when it reviews and does not say, in words known here, with what result. O(bytes).
std::optional<ReviewResult> find_review(const Letter& letter, const Repaired& text, const std::vector<Section>& sections, Kind kind);

// The review a letter decides, by its rules or by its words as a whole (outcome_words.h), and the kind it has then.
struct ReviewRead {
  Kind kind = Kind::kOther;
  std::optional<ReviewResult> review;
};
// kind: as find_kind has it; told: how likely each Outcome is by the words, which may be empty. O(bytes).
ReviewRead read_review(const Letter& letter, const Repaired& text, const std::vector<Section>& sections, Kind kind,
                       std::span<const double> told);

// The result the words of a decision give. Exposed for its tests.
ReviewResult review_result(std::string_view lower);

// The result of what is written of one part of an answer: its words, with what is done (review_moves.h).
ReviewResult result_with_moves(std::string_view lower);

// The result once it is known what became of each ground:
//   one ground surely fell, another stands -> partly upheld, whatever the words sum up
//   words say upheld or partly upheld      -> that
//   words say overturned, a ground is new  -> partly upheld: another reason took the place of the first
//   words do not say: some grounds fell and some stand or are new, or one stands in part -> partly upheld; all fell -> overturned;
//   all stand -> upheld; none was decided on -> unknown
ReviewResult settle_review(ReviewResult words, const std::vector<FoundCitation>& grounds);

}  // namespace foi::understand
