#include "indexer/understand/citation_cursor.h"

#include <algorithm>
#include <array>

#include "indexer/understand/cues.h"

namespace foi::understand {

// How far above a cell or bullet its column or list is headed "Exemption", in bytes.
static constexpr std::size_t kTableReach = 600;
// How far before a number the word stands that a list of such numbers begins with, in bytes.
static constexpr std::size_t kUnitReach = 60;
// The longest gloss with brackets in it, in bytes.
static constexpr std::size_t kMaxNestedGloss = 160;

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
    if (take_misread_pair(elements)) return true;
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

// "5Xe)", "5\b)" behind its first bracket: ")(" as OCR reads it.
bool CitationCursor::take_misread_pair(Elements& elements) {
  std::size_t digits = 0;
  while (digits < 2 && is_digit(peek(digits))) ++digits;
  const bool misread = digits > 0 && (peek(digits) == '\\' || printed_.substr(at_ + digits, 1) == "X");
  if (!misread || !is_letter(peek(digits + 1)) || peek(digits + 2) != ')') return false;
  elements.emplace_back(s_.substr(at_, digits));
  elements.emplace_back(s_.substr(at_ + digits + 1, 1));
  at_ += digits + 3;
  return true;
}

// "… S.31(1)(a)" and on the next line "(2) – S.31(1)(a)": the number of the next item. start is where the space before it begins.
bool CitationCursor::begins_item(std::size_t start) const {
  const std::string_view space = std::string_view(printed_).substr(start, at_ - start);
  if (space.find('\n') == std::string_view::npos) return false;
  const std::size_t close = rest(5).find(')');
  if (close == std::string_view::npos) return false;
  std::size_t n = close + 1;
  while (peek(n) == ' ') ++n;
  return peek(n) == '-' || (peek(n) == ':' && is_digit(peek(1)));
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

std::optional<std::string> CitationCursor::take_number(bool repair_digits) {
  std::string number;
  while (number.size() < 2 && digit_at(at_ + number.size(), repair_digits && number.size() < 2))
    number += *digit_at(at_ + number.size(), repair_digits);
  if (number.empty() || number.front() == '0') return std::nullopt;
  if (number.size() == 1 && peek(1) == ' ' && is_digit(peek(2)) && peek(3) == '(' && table_.known("foia-" + number + peek(2))) {
    number += peek(2);  // "4 0(2)"
    at_ += 3;
    return number;
  }
  const bool damaged = s_.substr(at_, number.size()) != number;
  if (damaged && s_.substr(at_ + number.size(), 1) != "(") return std::nullopt;
  at_ += number.size();
  if (is_letter(peek()) && !is_word(peek(1)) && table_.known("foia-" + number + peek())) number += s_[at_++];
  const bool amount = (peek() == ',' && is_digit(peek(1)) && is_digit(peek(2)) && is_digit(peek(3))) || peek() == '%';
  const bool date = peek() == '/' && is_digit(peek(1)) && is_digit(peek(2)) && is_digit(peek(3));
  const bool clock = peek() == ':' && is_digit(peek(1));
  if (is_word(peek()) || amount || date || clock) return std::nullopt;
  return number;
}

std::optional<char> CitationCursor::digit_at(std::size_t at, bool repair_digits) const {
  if (at >= s_.size()) return std::nullopt;
  if (is_digit(s_[at])) return s_[at];
  if (!repair_digits) return std::nullopt;
  // A damaged digit stands right beside a sound one.
  const bool beside = (at > 0 && is_digit(s_[at - 1])) || (at + 1 < s_.size() && is_digit(s_[at + 1]));
  if (!beside) return std::nullopt;
  if (s_[at] == 'o') return '0';
  if (s_[at] == 'l' || (s_[at] == 'i' && printed_[at] == 'I')) return '1';
  return std::nullopt;
}

// Not where anything is counted by it ("s 40 2 of them").
void CitationCursor::take_loose_elements(std::string_view section, Elements& elements) {
  if (peek() != ' ' || !is_digit(peek(1)) || is_word(peek(2)) || printed_[at_] == '\n') return;
  if (peek(2) == '(' && take_loose_head(section, elements)) return;
  constexpr std::string_view words[] = {"applied", "applies", "see", "exemption", "of", "and", "is", "has", "refers", "foi", "foia"};
  const bool ends = at_ + 2 >= s_.size() || printed_[at_ + 2] == '\n' || std::string_view(",;-").find(peek(2)) != std::string_view::npos;
  const bool followed = peek(2) == ' ' && (among(words, word_after(at_ + 3)) || peek(3) == '-');
  const std::string id = "foia-" + std::string(section) + '-' + peek(1);
  if ((!ends && !followed) || !table_.known(id)) return;
  elements.emplace_back(1, peek(1));
  at_ += 2;
}

// "33 1(b)": only a code that exists in full.
bool CitationCursor::take_loose_head(std::string_view section, Elements& elements) {
  const std::size_t start = at_;
  Elements read{std::string(1, peek(1))};
  at_ += 2;
  take_elements(read);
  const auto exists = [&](std::string_view regime) {
    const auto codes = table_.resolve(regime, std::string(section), read);
    return !codes.empty() && !codes.front().malformed;
  };
  if (read.size() < 2 || is_word(peek()) || !(exists("foia") || exists("foisa"))) return at_ = start, false;
  elements = std::move(read);
  return true;
}

bool CitationCursor::skip_nested_gloss(std::size_t open) {
  std::string_view inside = s_.substr(open, kMaxNestedGloss);
  inside = inside.substr(0, inside.find('\n'));
  std::size_t depth = 0;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (inside[i] == '(') ++depth;
    if (depth > 2 || is_digit(inside[i])) return false;
    if (inside[i] == ')' && --depth == 0) {
      at_ = open + i + 1;
      return true;
    }
  }
  return false;
}

bool CitationCursor::follows_other_unit(std::size_t start) const {
  static constexpr std::string_view other[] = {"article",  "clause",     "clauses",  "paragraph", "paragraphs", "rule",   "rules",
                                               "question", "page",       "part",     "annex",     "act",        "table",  "item",
                                               "para",     "form",       "figure",   "policy",    "lease",      "row",    "articles",
                                               "schedule", "condition",  "standard", "appendix",  "direction",  "order",  "chapter",
                                               "art",      "conditions", "recital",  "protocol",  "note",       "column", "line"};
  // "Clauses 12, 31(2) and 43(2)": what the list begins with. Not of questions, which grounds are given for.
  static constexpr std::string_view listed[] = {"clauses", "clause", "articles", "paragraphs", "paras", "rules", "schedules", "conditions"};
  static constexpr std::string_view joining[] = {" and", " or", " to"};
  const std::size_t from = start < kUnitReach ? 0 : start - kUnitReach;
  std::string_view before = bare(s_.substr(from, start - from));
  const auto ends_with = [&](std::string_view word) { return before.ends_with(word); };
  // "In part: 40(2)" says how much is withheld.
  const std::size_t ends = before.empty() ? from : static_cast<std::size_t>(before.data() - s_.data()) + before.size();
  const bool parted = s_.substr(ends, start - ends).find(':') != std::string_view::npos;
  if (!parted && std::ranges::any_of(other, ends_with)) return true;
  for (std::size_t size = 0; size != before.size();) {
    size = before.size();
    before = before.substr(0, before.find_last_not_of(" ,&()0123456789") + 1);
    for (std::string_view word : joining)
      if (ends_with(word)) before.remove_suffix(word.size());
  }
  return std::ranges::any_of(listed, ends_with);
}

bool CitationCursor::speaks_of_exemptions(std::size_t start) const {
  static constexpr std::string_view words[] = {"exempt",   "exemption", "exemptions", "exception",   "exceptions",
                                               "withheld", "redacted",  "refused",    "subsections", "sub-sections"};
  const std::size_t from = start < kTableReach ? 0 : start - kTableReach;
  return has_any(s_.substr(from, start - from), words);
}

bool CitationCursor::may_begin(std::size_t at) const {
  static constexpr std::array<bool, 256> begins = [] {
    std::array<bool, 256> found{};
    for (const char c : std::string_view("srae5$f(l\xC2")) found[static_cast<unsigned char>(c)] = true;
    return found;
  }();
  if (!begins[static_cast<unsigned char>(s_[at])]) return false;
  if (at == 0) return true;
  const char before = s_[at - 1];
  return !is_word(before) && !(before == '-' && at >= 2 && is_letter(s_[at - 2]));
}

bool CitationCursor::in_postcode(std::size_t at) {
  while (next_postcode_ < postcodes_.size() && postcodes_[next_postcode_].where.end <= at) ++next_postcode_;
  return next_postcode_ < postcodes_.size() && postcodes_[next_postcode_].where.contains(at);
}

}  // namespace foi::understand
