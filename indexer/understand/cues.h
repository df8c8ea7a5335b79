// Phrases the rules look for. All are ASCII, in lower case, with one space between words, and are sought in Repaired::lower.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace foi::understand {

using Cues = std::span<const std::string_view>;

// True when word is one of words.
bool among(Cues words, std::string_view word);
// Letter or digit, or part of a character beyond ASCII.
inline constexpr std::array<bool, 256> kWordBytes = [] {
  std::array<bool, 256> word{};
  for (int c = 0; c < 256; ++c)
    word[static_cast<std::size_t>(c)] = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
  return word;
}();
constexpr bool is_word(char c) { return kWordBytes[static_cast<unsigned char>(c)]; }
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

// Tells in one step that none of some phrases begins, as whole words, at a place where a word begins or a mark stands: by the first three
// letters of that word, or by the mark.
class Beginnings {
 public:
  constexpr explicit Beginnings(Cues phrases) {
    for (const std::string_view phrase : phrases)
      if (!phrase.empty()) bits(key(phrase, 0)) |= bit(key(phrase, 0));
  }
  constexpr bool may_begin(std::string_view text, std::size_t at) const { return has(key(text, at)); }
  constexpr bool has(std::size_t key) const { return (keys_[key / 64] & bit(key)) != 0; }

  // What stands for the beginning at a place, below kKeys.
  static constexpr std::size_t kKeys = 1024;
  static constexpr std::size_t key(std::string_view text, std::size_t at) {
    std::size_t key = static_cast<unsigned char>(text[at]);
    const std::size_t end = is_word(text[at]) ? std::min(text.size(), at + 3) : at;
    while (++at < end && is_word(text[at])) key = key * 37 + static_cast<unsigned char>(text[at]);
    return key % kKeys;
  }

 private:
  constexpr std::uint64_t& bits(std::size_t key) { return keys_[key / 64]; }
  static constexpr std::uint64_t bit(std::size_t key) { return std::uint64_t{1} << (key % 64); }
  std::array<std::uint64_t, kKeys / 64> keys_{};
};

// Cues with their beginnings, made by the compiler: for those that are sought in every sentence.
template <std::size_t N>
class CueTable {
 public:
  template <std::convertible_to<std::string_view>... Cue>
  constexpr CueTable(Cue... cue) : cues_{cue...}, beginnings_(cues_) {}
  constexpr const std::string_view* begin() const { return cues_.data(); }
  constexpr const std::string_view* end() const { return cues_.data() + N; }
  constexpr const Beginnings& beginnings() const { return beginnings_; }

 private:
  std::array<std::string_view, N> cues_;
  Beginnings beginnings_;
};
template <class... Cue>
CueTable(Cue...) -> CueTable<sizeof...(Cue)>;

bool has_any(std::string_view text, Cues cues, const Beginnings& beginnings);
template <std::size_t N>
bool has_any(std::string_view text, const CueTable<N>& cues) {
  return has_any(text, Cues(cues), cues.beginnings());
}

// False when text does not begin with phrase, told by two bytes; neither is empty.
constexpr bool same_beginning(std::string_view text, std::string_view phrase) {
  return text[0] == phrase[0] && (phrase.size() < 2 || (text.size() > 1 && text[1] == phrase[1]));
}

// Where the phrase next stands in the text, or npos, as std::string_view::find says it: that stops at every byte that the phrase begins
// with. Linear in the text.
std::size_t find_bytes(std::string_view text, std::string_view phrase, std::size_t from = 0);

}  // namespace foi::understand
