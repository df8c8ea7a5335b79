// A place in the text of a letter, and the elements of a citation read off it: "(1)", "[1]", ".1", "c)" with its bracket lost, "(1)a".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/understand/citation_table.h"
#include "indexer/understand/repair.h"

namespace foi::understand {

class CitationCursor {
 protected:
  // How far anything is looked ahead for, in bytes.
  static constexpr std::size_t kLookAhead = 160;

  explicit CitationCursor(const Repaired& text) : s_(text.lower), printed_(text.text) {}

  char peek(std::size_t ahead = 0) const { return at_ + ahead < s_.size() ? s_[at_ + ahead] : '\0'; }
  std::string_view rest(std::size_t most = kLookAhead) const { return s_.substr(at_, most); }
  void skip_space() {
    while (peek() == ' ') ++at_;
  }
  bool take(char c) { return peek() == c ? (++at_, true) : false; }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  // Reads on as long as there are elements.
  void take_elements(Elements& elements);
  static bool valid_element(std::string_view x);
  std::string_view word_after(std::size_t at) const;

  std::string_view s_, printed_;
  std::size_t at_ = 0;

 private:
  bool take_bracketed(Elements& elements);
  bool begins_item(std::size_t start) const;
  bool take_dotted(Elements& elements);
  bool take_open(Elements& elements);
  bool take_spaced(Elements& elements);
};

}  // namespace foi::understand
