// Which words of a letter may be suggested for a misspelt one. Inside this directory only: it shows Xapian.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/index/compose.h"

namespace foi::index {

// Leaves out every word that stands in the text with a capital only: it may be a name, and no name is ever suggested.
void drop_names(std::vector<Spelling>& spelling, const std::vector<std::string_view>& stretches);

}  // namespace foi::index
