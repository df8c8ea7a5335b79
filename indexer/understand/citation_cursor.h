// A place in the text of a letter, and the elements of a citation read off it: "(1)", "[1]", ".1", "c)" with its bracket lost, "(1)a".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/understand/citation_table.h"
#include "indexer/understand/contacts.h"
#include "indexer/understand/repair.h"

namespace foi::understand {

class CitationCursor {
 protected:
  // How far anything is looked ahead for, in bytes.
  static constexpr std::size_t kLookAhead = 160;

  CitationCursor(const Repaired& text, const CitationTable& table)
      : s_(text.lower), printed_(text.text), table_(table), postcodes_(find_postcodes(text.text)) {}

  char peek(std::size_t ahead = 0) const { return at_ + ahead < s_.size() ? s_[at_ + ahead] : '\0'; }
  std::string_view rest(std::size_t most = kLookAhead) const { return s_.substr(at_, most); }
  void skip_space() {
    while (peek() == ' ') ++at_;
  }
  bool take(char c) { return peek() == c ? (++at_, true) : false; }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  // One or two digits and a capital letter where such a section exists; never a part of a larger number, amount or date.
  std::optional<std::string> take_number(bool repair_digits);
  // A unit word may begin at this place, by its first letter and what stands before it.
  bool may_begin(std::size_t at) const;
  bool in_postcode(std::size_t at);  // places in order
  // A number follows that is of an article, a page, a clause.
  bool follows_other_unit(std::size_t start) const;
  // Exemptions are spoken of somewhat above.
  bool speaks_of_exemptions(std::size_t start) const;
  // Reads on as long as there are elements.
  void take_elements(Elements& elements);
  // After a section without elements: "S43 2 applied", "section 33 1(b)", a subsection that lost its brackets.
  void take_loose_elements(std::string_view section, Elements& elements);
  // "(disclosure would (or would be likely to) prejudice …)" at a place: one pair of brackets within another, all of it words.
  bool skip_nested_gloss(std::size_t open);
  static bool valid_element(std::string_view x);
  std::string_view word_after(std::size_t at) const;

  std::string_view s_, printed_;
  const CitationTable& table_;
  std::size_t at_ = 0;

 private:
  std::optional<char> digit_at(std::size_t at, bool repair_digits) const;
  bool take_bracketed(Elements& elements);
  bool take_misread_pair(Elements& elements);
  bool begins_item(std::size_t start) const;
  bool take_dotted(Elements& elements);
  bool take_open(Elements& elements);
  bool take_spaced(Elements& elements);
  bool take_loose_head(std::string_view section, Elements& elements);

  std::vector<Postcode> postcodes_;
  std::size_t next_postcode_ = 0;
};

}  // namespace foi::understand
