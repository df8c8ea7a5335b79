#include "indexer/understand/request_words.h"

#include <algorithm>

#include "indexer/understand/cues.h"

namespace foi::understand {

Words words_in(std::string_view text) {
  Words found;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_word(text[i])) {
      // The end of a sentence, and a colon, are words of their own.
      const bool stop = (text[i] == '.' || text[i] == '?') && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n');
      if (stop || text[i] == ':') {
        found.words.push_back(text.substr(i, 1));
        found.at.push_back(i);
      }
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && (is_word(text[end]) || (text[end] == '\'' && end + 1 < text.size() && is_word(text[end + 1])))) ++end;
    found.words.push_back(text.substr(i, end - i));
    found.at.push_back(i);
    i = end;
  }
  return found;
}

std::optional<std::size_t> asked_at(const Words& w) {
  static constexpr CueTable authorities = {"authority", "council", "trust",    "department", "force",  "board",  "university",
                                           "icb",       "we",      "us",       "commission", "office", "school", "college",
                                           "hospital",  "service", "ministry", "agency",     "he'd",   "she'd",  "they'd"};
  static constexpr CueTable been = {"been", "was", "were", "is"};
  constexpr std::size_t reach = 4;  // words back to the subject
  for (std::size_t k = 1; k < w.words.size(); ++k) {
    if (w.words[k] != "asked" || !among(been, w.words[k - 1])) continue;
    for (std::size_t i = k - std::min(k, reach); i < k; ++i)
      if (among(authorities, w.words[i])) return k;
  }
  return std::nullopt;
}

}  // namespace foi::understand
