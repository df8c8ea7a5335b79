#include <algorithm>
#include <array>

#include "indexer/model/text.h"
#include "indexer/relate/relate.h"

namespace foi::relate {
namespace {

// Words that say "this is a reference" and are part of none.
constexpr std::array<std::string_view, 13> kMarkers{"foi",  "foia",      "foisa",   "eir",    "rfi", "ref", "our",
                                                    "your", "reference", "request", "number", "no",  "id"};

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_marker(std::string_view word) { return std::find(kMarkers.begin(), kMarkers.end(), word) != kMarkers.end(); }

bool has_digit(std::string_view word) { return std::any_of(word.begin(), word.end(), is_digit); }

// Runs of letters and digits. A marker written onto its number ("FOI4129") is cut from it.
std::vector<std::string_view> words_of(std::string_view lower) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < lower.size()) {
    std::size_t end = at;
    while (end < lower.size() && (is_letter(lower[end]) || is_digit(lower[end]))) ++end;
    const std::size_t letters = static_cast<std::size_t>(
        std::find_if_not(lower.begin() + static_cast<std::ptrdiff_t>(at), lower.begin() + static_cast<std::ptrdiff_t>(end), is_letter) -
        lower.begin());
    const bool glued = letters < end && is_marker(lower.substr(at, letters - at));
    if (glued) words.push_back(lower.substr(at, letters - at));
    const std::size_t from = glued ? letters : at;
    if (end > from) words.push_back(lower.substr(from, end - from));
    at = end + 1;
  }
  return words;
}

}  // namespace

std::string reference_key(std::string_view reference) {
  const std::string lower = to_lower_ascii(reference);
  std::string key;
  for (const std::string_view word : words_of(lower)) {
    if (!is_marker(word))
      key += word;
    else if (!has_digit(key))
      key.clear();  // initials of staff before "FOI 4129"
  }
  return has_digit(key) ? key : std::string();
}

}  // namespace foi::relate
