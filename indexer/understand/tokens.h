// Words and columns of a text, for rules that compare names: what stands between two words (spaces, line breaks, commas, marks of
// emphasis) does not matter to them, so a name may run over lines.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foi::understand {

struct Token {
  std::size_t start = 0, end = 0;  // bytes of the text
  // ASCII in lower case, without apostrophes ("Guy’s" is "guys"); "&" is "and". Other characters as they are. Letters of a TokenList.
  std::string_view word;
};
using Tokens = std::span<const Token>;

// The words of a text, in order, with their letters: copies share them, and words stay good for as long as one of the copies lives.
class TokenList {
 public:
  TokenList() = default;
  // offset is added to every place. O(bytes).
  explicit TokenList(std::string_view text, std::size_t offset = 0);

  auto begin() const { return tokens_.begin(); }
  auto end() const { return tokens_.end(); }
  std::size_t size() const { return tokens_.size(); }
  bool empty() const { return tokens_.empty(); }
  const Token& operator[](std::size_t i) const { return tokens_[i]; }
  const Token& front() const { return tokens_.front(); }
  const Token& back() const { return tokens_.back(); }
  // Those that begin between two places of the text.
  Tokens between(std::size_t start, std::size_t end) const;

 private:
  std::shared_ptr<const char[]> letters_;
  std::vector<Token> tokens_;
};

inline TokenList tokenise(std::string_view text, std::size_t offset = 0) { return TokenList(text, offset); }
// The words alone, as tokenise gives them.
std::vector<std::string> words_of(std::string_view text);
// True when the words stand in tokens from place `at` on.
bool words_at(Tokens tokens, std::size_t at, const std::vector<std::string>& words);

// Of ASCII; they are asked of every byte of a letter, so their answers are here.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
// An ASCII letter, or part of a character beyond ASCII.
constexpr bool is_alpha(char c) { return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace foi::understand
