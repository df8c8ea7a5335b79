// The markers of a letter's lines, read with their neighbours: what alone would be a figure or a word ("1 vans owned", "a   vans owned",
// "Question" on a line of its own) is a marker where it goes on in a series.
#pragma once

#include <optional>
#include <vector>

#include "indexer/understand/letter.h"
#include "indexer/understand/markers.h"

namespace foi::understand {

// One for each line of the letter. Besides those of marker_of: numbers and letters without a mark behind them, when they run on from 1
// or a at one indent; "A1 … A2 … B1", parts of a request; "(a)(i) … (a)(ii)"; "Q." or "Question" over each question, with "A." or
// "Response" between, which are counted. O(lines).
std::vector<std::optional<Marker>> markers_of_lines(const Letter& letter);

}  // namespace foi::understand
