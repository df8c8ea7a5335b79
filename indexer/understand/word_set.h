// Lists of words written as one text, for tables that would be unreadable otherwise.
#pragma once

#include <string_view>
#include <unordered_set>

#include "indexer/model/text.h"

namespace foi::understand {

using WordSet = std::unordered_set<std::string_view>;

// list must outlive the set; words are parted by spaces.
inline WordSet words_from(std::string_view list) {
  WordSet words;
  for (std::string_view word : split(list, ' '))
    if (!word.empty()) words.insert(word);
  return words;
}

}  // namespace foi::understand
