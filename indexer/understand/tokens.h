// Words and columns of a text, for rules that compare names: what stands between two words (spaces, line breaks, commas, marks of
// emphasis) does not matter to them, so a name may run over lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/understand/letter.h"

namespace foi::understand {

struct Token {
  std::size_t start = 0, end = 0;  // bytes of the text
  // ASCII in lower case, without apostrophes ("Guy’s" is "guys"); "&" is "and". Other characters as they are.
  std::string word;
};

// In order; O(bytes). offset is added to every place.
std::vector<Token> tokenise(std::string_view text, std::size_t offset = 0);
// The words alone, as tokenise gives them.
std::vector<std::string> words_of(std::string_view text);
// True when the words stand in tokens from place `at` on.
bool words_at(const std::vector<Token>& tokens, std::size_t at, const std::vector<std::string>& words);

// The columns of a line laid out as printed: stretches kept apart by a tab or three spaces and more, without spaces at either end.
std::vector<Span> cells_of(const Letter& letter, Line line);

// Of ASCII; they are asked of every byte of a letter, so their answers are here.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
// An ASCII letter, or part of a character beyond ASCII.
constexpr bool is_alpha(char c) { return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace foi::understand
