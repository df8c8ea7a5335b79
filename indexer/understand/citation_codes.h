// Codes without a word before them: "43(2)".
#pragma once

#include "indexer/understand/citation_table.h"
#include "indexer/understand/repair.h"

namespace foi::understand {

// The letter speaks of the law of disclosure, and most of its numbers with a number in brackets are codes of it, and not counts with a
// share of each ("31(2)", "52(17)"): one that is a code may be read as one. O(bytes).
bool codes_stand_alone(const Repaired& text, const CitationTable& table);

}  // namespace foi::understand
