// Phrases the rules look for. All are ASCII, in lower case, with one space between words, and are sought in Repaired::lower.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

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
  constexpr Beginnings() = default;
  constexpr explicit Beginnings(Cues phrases) {
    for (const std::string_view phrase : phrases)
      if (!phrase.empty()) add(key(phrase, 0));
  }
  constexpr void add(std::size_t key) { keys_[key / 64] |= bit(key); }
  constexpr bool may_begin(std::string_view text, std::size_t at) const { return has(key(text, at)); }
  constexpr bool has(std::size_t key) const { return (keys_[key / 64] & bit(key)) != 0; }
  // True when both have a beginning.
  constexpr bool meet(const Beginnings& others) const {
    std::uint64_t both = 0;
    for (std::size_t i = 0; i < keys_.size(); ++i) both |= keys_[i] & others.keys_[i];
    return both != 0;
  }

  // What stands for the beginning at a place, below kKeys.
  static constexpr std::size_t kKeys = 1024;
  static constexpr std::size_t key(std::string_view text, std::size_t at) {
    std::size_t key = static_cast<unsigned char>(text[at]);
    const std::size_t end = is_word(text[at]) ? std::min(text.size(), at + 3) : at;
    while (++at < end && is_word(text[at])) key = key * 37 + static_cast<unsigned char>(text[at]);
    return key % kKeys;
  }

 private:
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
// A word that is told from all of the table's by its beginning is compared with none.
template <std::size_t N>
bool among(const CueTable<N>& words, std::string_view word) {
  return !word.empty() && words.beginnings().may_begin(word, 0) && among(Cues(words), word);
}
template <std::size_t N>
std::string_view prefix_of(std::string_view text, const CueTable<N>& cues) {
  return !text.empty() && cues.beginnings().may_begin(text, 0) ? prefix_of(text, Cues(cues)) : std::string_view();
}

// Where the words of one text begin and its marks stand, told once for the many tables that are sought in it. A cue begins with neither
// a space nor a line break.
class WordStarts {
 public:
  WordStarts() = default;
  explicit WordStarts(std::string_view text);
  // As the other has_any. Precondition: text is the one the places are of.
  bool has_any(std::string_view text, Cues cues, const Beginnings& beginnings) const;
  bool has_any(std::string_view text, Cues cues) const;
  // False when no word of the text begins as the phrase does.
  bool may_have(std::string_view phrase) const { return beginnings_.may_begin(phrase, 0); }

 private:
  struct Start {
    std::uint32_t at;
    std::uint16_t key;
  };
  std::vector<Start> starts_;
  Beginnings beginnings_;
};

// A view of a text with its WordStarts.
class SoughtText {
 public:
  explicit SoughtText(std::string_view text) : text_(text), starts_(text) {}
  std::string_view text() const { return text_; }
  std::size_t find_phrase(std::string_view phrase) const {
    return starts_.may_have(phrase) ? understand::find_phrase(text_, phrase) : std::string_view::npos;
  }
  bool has_phrase(std::string_view phrase) const { return find_phrase(phrase) != std::string_view::npos; }
  bool has_any(Cues cues, const Beginnings& beginnings) const { return starts_.has_any(text_, cues, beginnings); }
  bool has_any(Cues cues) const { return starts_.has_any(text_, cues); }
  template <std::size_t N>
  bool has_any(const CueTable<N>& cues) const {
    return starts_.has_any(text_, Cues(cues), cues.beginnings());
  }

 private:
  std::string_view text_;
  WordStarts starts_;
};
template <class Table>
bool has_any(const SoughtText& text, const Table& cues) {
  return text.has_any(cues);
}

// False when text does not begin with phrase, told by two bytes; neither is empty.
constexpr bool same_beginning(std::string_view text, std::string_view phrase) {
  return text[0] == phrase[0] && (phrase.size() < 2 || (text.size() > 1 && text[1] == phrase[1]));
}

// Where the phrase next stands in the text, or npos, as std::string_view::find says it: that stops at every byte that the phrase begins
// with. Linear in the text.
std::size_t find_bytes(std::string_view text, std::string_view phrase, std::size_t from = 0);

}  // namespace foi::understand
