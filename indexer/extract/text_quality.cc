#include "indexer/extract/text_quality.h"

#include <cstdint>
#include <vector>

#include "indexer/model/text.h"

namespace foi::extract {
namespace {

// Fewer characters than this are no evidence.
constexpr std::size_t kLeastCharacters = 40;
constexpr std::size_t kLeastLongWords = 20;

// The code point at text[at], which is moved behind it; U+FFFD for what is ill-formed.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  if (more == 0) return 0xFFFD;
  char32_t c = lead & (0x3Fu >> more);
  for (int i = 0; i < more; ++i) {
    if (at >= text.size() || !continues_character(text[at])) return 0xFFFD;
    c = (c << 6) | (static_cast<unsigned char>(text[at++]) & 0x3F);
  }
  return c;
}

bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }
bool is_digit(char32_t c) { return in(c, '0', '9'); }
bool is_latin(char32_t c) {
  return in(c | 0x20, 'a', 'z') || (in(c, 0xC0, 0x24F) && c != 0xD7 && c != 0xF7) || in(c, 0x1E00, 0x1EFF) || in(c, 0xFB00, 0xFB06);
}
bool is_private(char32_t c) { return in(c, 0xE000, 0xF8FF) || c >= 0xF0000; }
// Letters of other scripts, taken wholesale: nothing here depends on which.
bool is_other_letter(char32_t c) {
  return in(c, 0x370, 0x1DFF) || in(c, 0x2C00, 0xD7FF) || in(c, 0xF900, 0xFFDC) || in(c, 0x10000, 0xEFFFF);
}
bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0xA0 || in(c, 0x2000, 0x200B); }
// One bit for each letter of the alphabet: every letter of every page is looked up here.
consteval std::uint32_t letter_set(std::string_view letters) {
  std::uint32_t set = 0;
  for (const char letter : letters) set |= 1u << (letter - 'a');
  return set;
}
bool among(char32_t c, std::uint32_t set) {
  const char32_t place = (c | 0x20) - 'a';
  return place < 26 && ((set >> place) & 1) != 0;
}
// Accented letters count as vowels: nearly all are, and the rest cannot make a consonant cluster on their own. w and y are Welsh vowels.
bool is_vowel(char32_t c) { return c >= 0xC0 || among(c, letter_set("aeiouwy")); }
bool is_plain_vowel(char32_t c) { return c >= 0xC0 || among(c, letter_set("aeiou")); }
bool is_rare(char32_t c) { return among(c, letter_set("jkqvxz")); }

struct Tally {
  std::size_t characters = 0, alphanumeric = 0, unreadable = 0, repeated = 0;
  std::size_t mojibake = 0, words = 0;
  // Of words of four Latin letters and more; shorter ones are codes too often.
  std::size_t long_words = 0, vowelless = 0, letters = 0, plain_vowels = 0, rare = 0;
};

bool is_mojibake(char32_t first, char32_t second) {
  return ((first == 0xC3 || first == 0xC2) && (in(second, 0x80, 0xBF) || second == 0x201A || second == 0x192 || second == 0x2030)) ||
         (first == 0xE2 && (second == 0x20AC || second == 0x80));
}

void count_word(const std::vector<char32_t>& word, Tally& t) {
  if (word.empty()) return;
  ++t.words;
  std::size_t latin = 0;
  std::size_t vowels = 0;
  bool mojibake = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i];
    ++t.characters;
    if (is_latin(c) || is_other_letter(c) || is_digit(c)) ++t.alphanumeric;
    // A private character alone is the bullet or tick of a symbol font.
    if (c == 0xFFFD || c < 0x20 || in(c, 0x7F, 0x9F) || (is_private(c) && word.size() > 1)) ++t.unreadable;
    if (i > 0 && c == word[i - 1]) ++t.repeated;
    if (i > 0 && is_mojibake(word[i - 1], c)) mojibake = true;
    if (is_latin(c)) ++latin;
    if (is_latin(c) && is_vowel(c)) ++vowels;
  }
  if (mojibake) ++t.mojibake;
  if (latin != word.size() || latin < 4) return;
  ++t.long_words;
  t.vowelless += vowels == 0 ? 1 : 0;
  t.letters += latin;
  for (const char32_t c : word) {
    t.plain_vowels += is_plain_vowel(c) ? 1 : 0;
    t.rare += is_rare(c) ? 1 : 0;
  }
}

// An encoding that was lost swaps the letters: rare ones become common, and vowels rare. Polish and Czech have one rare letter in eight and
// one vowel in three; acronyms have few vowels, but few rare letters too.
bool has_swapped_letters(const Tally& t) {
  if (t.long_words < kLeastLongWords) return false;
  const bool many_rare = t.rare * 100 > 15 * t.letters;
  const bool some_rare = t.rare * 100 > 12 * t.letters;
  return (many_rare && t.plain_vowels * 4 < t.letters) || (some_rare && t.vowelless * 7 > t.long_words);
}

Tally tally(std::string_view text) {
  Tally t;
  std::vector<char32_t> word;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_space(c)) {
      word.push_back(c);
      continue;
    }
    count_word(word, t);
    word.clear();
  }
  count_word(word, t);
  return t;
}

}  // namespace

std::size_t count_letters_and_digits(std::string_view text) { return tally(text).alphanumeric; }

bool is_garbage(std::string_view text) {
  const Tally t = tally(text);
  if (t.characters < kLeastCharacters) return false;
  if (t.unreadable * 5 > t.characters) return true;
  if (t.mojibake * 10 > t.words) return true;
  // Dotted lines and rules repeat one sign; lost encodings do not.
  if (t.alphanumeric * 2 < t.characters - t.repeated && t.characters - t.repeated >= kLeastCharacters) return true;
  return has_swapped_letters(t);
}

bool ocr_says_more(std::string_view text_layer, std::string_view ocr, float ocr_confidence) {
  constexpr float kTrusted = 0.5f;
  return ocr_confidence >= kTrusted && count_letters_and_digits(ocr) > 2 * count_letters_and_digits(text_layer) + 20;
}

}  // namespace foi::extract
