// What a part of a request is about, by the few words that name it again later: "the letter", "the margins", "what the supplier charges".
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "indexer/understand/repair.h"

namespace foi::understand {

// Words cut to their stems; none that stands in every review.
using Subject = std::set<std::string, std::less<>>;

// Of the first words after a part's label, or of a heading. lower: repaired, in lower case. O(1).
Subject subject_of_part(std::string_view lower);
// Of what is said to be refused, before the citation that refuses it: "the margins couldn't, by reason of". O(bytes).
Subject subject_of_clause(std::string_view lower);
// How many words both have.
std::size_t shared(const Subject& a, const Subject& b);

// The heading a line of the repaired text is ("The letter"), or the short sentence it opens with ("5. The assessment. I am …"), without
// its number; empty when it is neither. line: without its line break.
Span lead_of(const Repaired& text, Span line);

}  // namespace foi::understand
