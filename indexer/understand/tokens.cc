#include "indexer/understand/tokens.h"

#include <algorithm>

#include "indexer/model/text.h"

namespace foi::understand {

namespace {

// The apostrophes of print: U+2018, U+2019. All of U+2000 to U+206F is punctuation, and so is U+00A0 (a space).
bool is_curly_quote(std::string_view text, std::size_t at) {
  return text.substr(at, 3) == "\xE2\x80\x98" || text.substr(at, 3) == "\xE2\x80\x99";
}

// The length of the punctuation beyond ASCII that starts here, or 0.
std::size_t punctuation_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u; };
  if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) return 3;
  if (byte(0) == 0xC2 && byte(1) < 0xC0) return 2;
  return 0;
}

bool starts_word(std::string_view text, std::size_t at) {
  return is_digit(text[at]) || (is_alpha(text[at]) && punctuation_length(text, at) == 0);
}

char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

// "…/1187Date of request": the end of one run of a Word file, or of one cell, and the beginning of the next, with nothing between.
bool is_glued(std::string_view text, std::size_t at) {
  return at > 0 && at + 2 < text.size() && is_digit(text[at - 1]) && is_upper(text[at]) && is_lower(text[at + 1]) && is_lower(text[at + 2]);
}

// Writes the letters of the word that starts at a place, and returns where it ends in the text. Precondition: starts_word(text, at).
std::size_t read_word(std::string_view text, std::size_t at, char*& letters) {
  std::size_t end = at;
  for (std::size_t i = at; i < text.size();) {
    // Nearly every byte of a letter is one of these.
    const char c = text[i];
    if (is_upper(c) || is_lower(c) || is_digit(c)) {
      if (i > at && is_glued(text, i)) break;
      *letters++ = lower(c);
      end = ++i;
      continue;
    }
    if (c == ' ' || c == '\n') break;
    const std::size_t quote = c == '\'' ? 1 : is_curly_quote(text, i) ? 3 : 0;
    if (quote > 0) {
      if (i + quote >= text.size() || !starts_word(text, i + quote)) break;
      i += quote;
      continue;
    }
    if (!starts_word(text, i)) break;
    *letters++ = text[i++];
    // Bytes that continue a character are part of it, whatever they look like.
    while (i < text.size() && continues_character(text[i])) *letters++ = text[i++];
    end = i;
  }
  return end;
}

}  // namespace

TokenList::TokenList(std::string_view text, std::size_t offset) {
  // No word has more letters than bytes, but "and" for "&".
  const auto letters = std::make_shared_for_overwrite<char[]>(text.size());
  letters_ = letters;
  constexpr std::size_t kBytesOfWord = 5;
  tokens_.reserve(text.size() / kBytesOfWord);
  char* next = letters.get();
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '&') {
      tokens_.push_back({offset + i, offset + i + 1, "and"});
      ++i;
    } else if (starts_word(text, i)) {
      const char* const word = next;
      const std::size_t end = read_word(text, i, next);
      tokens_.push_back({offset + i, offset + end, {word, static_cast<std::size_t>(next - word)}});
      i = end;
    } else {
      i += std::max<std::size_t>(1, punctuation_length(text, i));
    }
  }
}

Tokens TokenList::between(std::size_t start, std::size_t end) const {
  const auto first = std::ranges::lower_bound(tokens_, start, {}, &Token::start);
  return {first, std::ranges::lower_bound(first, tokens_.end(), end, {}, &Token::start)};
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& token : tokenise(text)) words.emplace_back(token.word);
  return words;
}

bool words_at(Tokens tokens, std::size_t at, const std::vector<std::string>& words) {
  if (words.empty() || at + words.size() > tokens.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (tokens[at + i].word != words[i]) return false;
  return true;
}

}  // namespace foi::understand
