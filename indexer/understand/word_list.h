// The words of a sentence one by one, for rules about who does what: what stands how far from what.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/understand/cues.h"
#include "indexer/understand/tokens.h"

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

// Cut at all but letters, digits and the apostrophes within ("don't"); so many at most.
inline Words spoken_words(std::string_view text, std::size_t most) {
  Words words;
  for (std::size_t i = 0; i < text.size() && words.size() < most;) {
    std::size_t n = 0;
    while (i + n < text.size() && (is_word(text[i + n]) || (n > 0 && text[i + n] == '\''))) ++n;
    if (n > 0) words.push_back(text.substr(i, n));
    i += n + 1;
  }
  return words;
}

// So many words back from a place, or the first.
constexpr std::size_t back_from(std::size_t at, std::size_t words) { return at < words ? 0 : at - words; }

// "May 2024", "31 May": a month. Precondition: no word is empty.
inline bool is_month_of_may(const Words& words, std::size_t at) {
  const auto is_number = [&](std::size_t i) { return i < words.size() && is_digit(words[i].front()); };
  return words[at] == "may" && (is_number(at + 1) || (at > 0 && is_number(at - 1)));
}

// One of the words of the table stands in [from, to).
template <class Table>
bool among_any(const Words& words, std::size_t from, std::size_t to, const Table& table) {
  for (std::size_t i = from; i < std::min(to, words.size()); ++i)
    if (among(table, words[i])) return true;
  return false;
}

}  // namespace foi::understand
