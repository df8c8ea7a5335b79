// The words of a sentence one by one, for rules about who does what: what stands how far from what.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/understand/cues.h"

namespace foi::understand {

using Words = std::vector<std::string_view>;

// Cut at spaces; so many at most.
inline Words spaced_words(std::string_view text, std::size_t most = static_cast<std::size_t>(-1)) {
  Words words;
  for (std::size_t at = 0; at < text.size() && words.size() < most;) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// One of the words of the table stands in [from, to).
template <class Table>
bool among_any(const Words& words, std::size_t from, std::size_t to, const Table& table) {
  for (std::size_t i = from; i < std::min(to, words.size()); ++i)
    if (among(table, words[i])) return true;
  return false;
}

}  // namespace foi::understand
