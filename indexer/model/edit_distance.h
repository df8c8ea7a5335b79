// How unlike two words are.
#pragma once

#include <cstddef>
#include <string_view>

namespace foi {

// The fewest bytes to put in, take out or change that make b of a (Levenshtein). O(|a| × |b|): for words and names.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace foi
