// Lists of words written as one text, for tables that would be unreadable otherwise.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "indexer/model/text.h"

namespace foi::understand {

using WordSet = std::unordered_set<std::string_view>;

// By word, found by a view of one.
struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};
template <class Value>
using WordMap = std::unordered_map<std::string, Value, WordHash, std::equal_to<>>;

// list must outlive the set; words are parted by spaces.
inline WordSet words_from(std::string_view list) {
  WordSet words;
  for (std::string_view word : split(list, ' '))
    if (!word.empty()) words.insert(word);
  return words;
}

}  // namespace foi::understand
