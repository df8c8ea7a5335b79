// What a sentence of an internal review decides of the parts of a request it names: "The complaint succeeds on c), in part on d), and
// fails on b)", "I uphold the decision as to (i) and (ii), and not as to (iii)", "Questions 1 to 3: maintained".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/understand/part_labels.h"

namespace foi::understand {

// upheld: what was kept for this part stays kept.
enum class PartFate : std::uint8_t { upheld, partly, overturned };

struct PartVerdict {
  PartLabel part;
  PartFate fate = PartFate::upheld;
};

// In the order of the words; a part of which two things are said has two. Nothing of what is asked, argued or supposed. pieces: of the
// sentence. O(bytes).
std::vector<PartVerdict> verdicts_on_parts(std::string_view lower, const std::vector<SentencePiece>& pieces);

// What the last cell of a row says became of what its first names: "Disclosed, bar three names", "No change", "Withheld for now". Nothing
// of a cell that says neither. O(bytes).
std::optional<PartFate> fate_in_cell(std::string_view lower);

}  // namespace foi::understand
