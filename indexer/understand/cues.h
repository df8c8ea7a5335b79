// Phrases the rules look for. All are ASCII, in lower case, with one space between words, and are sought in Repaired::lower.
#pragma once

#include <bitset>
#include <cstddef>
#include <span>
#include <string_view>

namespace foi::understand {

using Cues = std::span<const std::string_view>;

// True when word is one of words.
bool among(Cues words, std::string_view word);
// Letter or digit, or part of a character beyond ASCII.
constexpr bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
// The place of phrase in text as whole words, from `from` on; npos when it is not there.
std::size_t find_phrase(std::string_view text, std::string_view phrase, std::size_t from = 0);
bool has_phrase(std::string_view text, std::string_view phrase);
bool has_any(std::string_view text, Cues cues);
// The first cue found whole in text, or an empty view.
std::string_view first_of(std::string_view text, Cues cues);
// The longest cue text begins with as whole words, or an empty view.
std::string_view prefix_of(std::string_view text, Cues cues);
// True when text is one of cues, but for spaces and punctuation round it.
bool is_one_of(std::string_view text, Cues cues);
// text without spaces and punctuation at either end.
std::string_view bare(std::string_view text);

// text from its first word on that is not one of words; marks and spaces between them do not matter.
std::string_view skip_words(std::string_view text, Cues words);

// Tells in one step that none of some phrases begins at a place: by its two bytes there. Phrases of one byte may begin wherever it stands.
class Beginnings {
 public:
  explicit Beginnings(Cues phrases) {
    for (const std::string_view phrase : phrases) {
      if (phrase.size() > 1) pairs_.set(pair(phrase[0], phrase[1]));
      if (phrase.size() == 1)
        for (int next = 0; next < 256; ++next) pairs_.set(pair(phrase[0], static_cast<char>(next)));
    }
  }
  bool may_begin(std::string_view text, std::size_t at) const { return pairs_[pair(text[at], at + 1 < text.size() ? text[at + 1] : ' ')]; }

 private:
  static constexpr std::size_t kPairs = 1024;
  static constexpr std::size_t pair(char first, char second) {
    return (static_cast<unsigned char>(first) * std::size_t{37} + static_cast<unsigned char>(second)) % kPairs;
  }
  std::bitset<kPairs> pairs_;
};
// False when text does not begin with phrase, told by two bytes; neither is empty.
constexpr bool same_beginning(std::string_view text, std::string_view phrase) {
  return text[0] == phrase[0] && (phrase.size() < 2 || (text.size() > 1 && text[1] == phrase[1]));
}

// Where the phrase next stands in the text, or npos, as std::string_view::find says it: that stops at every byte that the phrase begins
// with. Linear in the text.
std::size_t find_bytes(std::string_view text, std::string_view phrase, std::size_t from = 0);

}  // namespace foi::understand
