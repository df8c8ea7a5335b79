#include "indexer/understand/citation_cursor.h"

#include "indexer/understand/cues.h"

namespace foi::understand {

// "(1)", "[1]", ".1", "c)" with its bracket lost, "(1)a".
void CitationCursor::take_elements(Elements& elements) {
  while (take_bracketed(elements) || take_dotted(elements) || take_open(elements) || take_spaced(elements)) {
  }
}

bool CitationCursor::valid_element(std::string_view x) {
  if (x.empty() || x.size() > 4) return false;
  std::size_t digits = 0;
  while (digits < x.size() && is_digit(x[digits])) ++digits;
  const std::string_view letters = x.substr(digits);
  if (digits > 2 || (digits == 0 && letters.size() > 1 && letters.find_first_not_of("iv") != std::string_view::npos &&
                     !(letters.size() == 2 && letters[0] == 'a' && letters[1] <= 'd')))
    return false;
  return digits == 0 ? (letters[0] >= 'a' && letters[0] <= 'j')
                     : letters.empty() || (letters.size() == 1 && letters[0] >= 'a' && letters[0] <= 'j');
}

bool CitationCursor::take_bracketed(Elements& elements) {
  const std::size_t start = at_;
  skip_space();
  if (begins_item(start)) return at_ = start, false;
  if (take('(') || take('[') || take('{')) {
    skip_space();
    std::size_t n = 0;
    while (n < 5 && is_word(peek(n))) ++n;
    std::string x(s_.substr(at_, n));
    if (x == "l" && elements.empty()) x = "1";                                               // the usual misreading
    if (n >= 2 && x.back() == 'j' && printed_[at_ + n - 1] == 'J' && is_digit(x.front())) {  // "(2J": a bracket misread
      elements.emplace_back(x.substr(0, n - 1));
      at_ += n;
      return true;
    }
    if (valid_element(x)) {
      at_ += n;
      skip_space();
      if (take(')') || take(']') || take('}')) {
        elements.push_back(std::move(x));
        return true;
      }
    }
  }
  at_ = start;
  return false;
}

// "… S.31(1)(a)" and on the next line "(2) – S.31(1)(a)": the number of the next item. start is where the space before it begins.
bool CitationCursor::begins_item(std::size_t start) const {
  const std::string_view space = std::string_view(printed_).substr(start, at_ - start);
  if (space.find('\n') == std::string_view::npos) return false;
  const std::size_t close = rest(5).find(')');
  if (close == std::string_view::npos) return false;
  std::size_t n = close + 1;
  while (peek(n) == ' ') ++n;
  return peek(n) == '-' || peek(n) == ':';
}

bool CitationCursor::take_dotted(Elements& elements) {
  if (peek() != '.' || !is_word(peek(1))) return false;
  std::size_t n = 0;
  while (n < 4 && is_word(peek(n + 1))) ++n;
  const std::string_view x = s_.substr(at_ + 1, n);
  if (n > 2 || !valid_element(x)) return false;
  elements.emplace_back(x);
  at_ += n + 1;
  return true;
}

// "(2)c)" and "31(1)a".
bool CitationCursor::take_open(Elements& elements) {
  if (elements.empty() || s_[at_ - 1] != ')' || !valid_element(s_.substr(at_, 1)) || is_word(peek(1))) return false;
  if (is_digit(peek()) && peek(1) != ')') return false;  // the number of a footnote
  elements.emplace_back(1, peek());
  ++at_;
  take(')');
  return true;
}

// "36 2 (c)", "(4) b": an element without brackets, only where nothing else makes sense of it.
bool CitationCursor::take_spaced(Elements& elements) {
  if (peek() != ' ') return false;
  const bool digit = elements.empty() && is_digit(peek(1)) && peek(2) == ' ' && peek(3) == '(' && is_letter(peek(4)) && peek(5) == ')';
  // Not over the end of a line, nor a capital: "… see 12(5)(f)" and on the next "E. The rates".
  const bool small = at_ + 1 < printed_.size() && printed_[at_] == ' ' && printed_[at_ + 1] == peek(1);
  const bool letter =
      !elements.empty() && s_[at_ - 1] == ')' && small && peek(1) >= 'b' && peek(1) <= 'h' && !is_word(peek(2)) && peek(2) != '\'';
  if (digit || letter) {
    elements.emplace_back(1, peek(1));
    at_ += 2;
    return true;
  }
  // "31 1 a", where nothing else follows.
  const bool both =
      elements.empty() && is_digit(peek(1)) && peek(2) == ' ' && peek(3) >= 'a' && peek(3) <= 'i' && !is_word(peek(4)) &&
      (peek(4) != ' ' || !is_word(peek(5)) || rest(8).substr(4).starts_with(" of ") || rest(9).substr(4).starts_with(" and "));
  if (!both) return false;
  elements.emplace_back(1, peek(1));
  elements.emplace_back(1, peek(3));
  at_ += 4;
  return true;
}

std::string_view CitationCursor::word_after(std::size_t at) const {
  std::size_t end = at;
  while (end < s_.size() && end < at + 20 && (is_word(s_[end]) || s_[end] == '-')) ++end;
  return s_.substr(at, end - at);
}

}  // namespace foi::understand
