#include "indexer/index/spelling.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "indexer/index/sought.h"

namespace foi::index {

namespace {

bool is_spelling_word(const std::string& word) {
  constexpr std::size_t kShortest = 3, kLongest = 30;  // bytes; numbers, codes and run-together words suggest nothing
  return word.size() >= kShortest && word.size() <= kLongest && std::all_of(word.begin(), word.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
         });
}

struct Met {
  Xapian::termcount times = 0;
  bool small = false;  // without a capital at least once
};

}  // namespace

std::vector<Spelling> spelling_of(const std::vector<std::string_view>& stretches) {
  std::unordered_map<std::string, Met> words;
  for (const std::string_view stretch : stretches)
    for (TextWord& word : words_of(stretch)) {
      if (!is_spelling_word(word.word)) continue;
      const unsigned first = *Xapian::Utf8Iterator(stretch.data() + word.from, word.to - word.from);
      Met& met = words[std::move(word.word)];
      ++met.times;
      met.small = met.small || first == Xapian::Unicode::tolower(first);
    }
  std::vector<Spelling> out;
  for (const auto& [word, met] : words)
    if (met.small) out.push_back({word, met.times});
  std::sort(out.begin(), out.end(), [](const Spelling& a, const Spelling& b) { return a.word < b.word; });
  return out;
}

}  // namespace foi::index
