// Which words of a letter may be suggested for a misspelt one. Inside this directory only: it shows Xapian.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/index/compose.h"

namespace foi::index {

// Of the words of a letter's pages, in the order of the alphabet. A word that stands there with a capital only is left out: it may be a
// name, and no name is ever suggested.
std::vector<Spelling> spelling_of(const std::vector<std::string_view>& stretches);

}  // namespace foi::index
