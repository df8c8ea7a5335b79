// What a query looks for in a text, and where it stands there: for marks on a page, for the reason why a letter was found. The words of a
// text are taken apart exactly as the index does. Inside this directory only: it shows Xapian's stemmer.
#pragma once

#include <xapian.h>

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace foi::index {

struct Sought {
  std::vector<std::string> stems;                 // of words that may stand in any form
  std::vector<std::vector<std::string>> phrases;  // words as they stand, next to one another; one word alone too
  std::vector<std::string> beginnings;            // of words, from wildcards

  bool empty() const { return stems.empty() && phrases.empty() && beginnings.empty(); }
};

// A word of a text as the index keeps it (lower case, "1,234" and "trust's" whole), and its bytes there.
struct TextWord {
  std::string word;
  std::uint32_t from = 0, to = 0;
};
// Precondition: valid UTF-8.
std::vector<TextWord> words_of(std::string_view text);

// A word broken at the end of a line ("haematol-", and below it "ogy"), as it is whole. Its halves are words of the text too: "follow-" and
// "up" are two that were written with a hyphen.
struct BrokenWord {
  TextWord whole;
  std::uint32_t first = 0;  // its first half's place among the words of the text, from 0
};
std::vector<BrokenWord> broken_words(std::string_view text);

struct Span {
  std::uint32_t from = 0, to = 0;  // bytes, half-open
  std::uint32_t sought = 0;        // which of the things looked for: equal where the same was found
  bool operator==(const Span&) const = default;
};

// Looks through many texts for the same things: what it learns of a word it knows in the next text. Thread safety: one thread at a time.
class PlaceFinder {
 public:
  // sought must outlive this.
  explicit PlaceFinder(const Sought& sought);
  // Places that match, in order, none inside another. A phrase is one place from its first word to its last, a broken word from its first
  // half to its second.
  std::vector<Span> find_in(std::string_view text);
  // Whether any does.
  bool stands_in(std::string_view text);

 private:
  static constexpr std::uint32_t kNotSought = 0xffffffff;
  const std::uint32_t* stem_of(const std::string& word);
  template <class See>
  void each_place(std::string_view text, See see);

  const Sought& sought_;
  Xapian::Stem stemmer_;
  std::bitset<256> first_;                              // bytes that a stem begins with
  std::unordered_map<std::string, std::uint32_t> met_;  // words → which of the stems they have, if any
};

}  // namespace foi::index
