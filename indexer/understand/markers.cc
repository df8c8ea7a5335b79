#include "indexer/understand/markers.h"

#include <algorithm>
#include <cctype>
#include <iterator>

#include "indexer/model/text.h"

namespace foi::understand {

namespace {

// No list of questions is longer; a larger number at the start of a line is a year or a figure.
constexpr int kMaxNumber = 199;

constexpr std::string_view kRomans[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"};
constexpr std::string_view kBullets[] = {"\u2022", "\u25CF", "\u25AA", "\u25E6", "\u25A0", "\u2023",
                                         "\u00B7", "\uF0B7", "\uF0A7", "\u27A2", "\uF0D8"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Reads a line from the left; every take_ function moves on only when it succeeds.
class Reader {
 public:
  explicit Reader(std::string_view line) : line_(line) {}
  char peek(std::size_t ahead = 0) const { return at_ + ahead < line_.size() ? line_[at_ + ahead] : '\0'; }
  std::string_view rest() const { return line_.substr(at_); }
  std::size_t at() const { return at_; }
  void move_to(std::size_t at) { at_ = at; }

  void skip_spaces() {
    for (;;) {
      if (peek() == ' ' || peek() == '\t')
        ++at_;
      else if (rest().starts_with("\u00A0"))
        at_ += 2;
      else
        return;
    }
  }
  bool take(char c) { return peek() == c ? (++at_, true) : false; }
  bool take(std::string_view word) {
    if (!std::ranges::equal(rest().substr(0, word.size()), word, {}, lower)) return false;
    at_ += word.size();
    return true;
  }
  int take_number() {
    int n = 0;
    std::size_t digits = 0;
    while (digits < 3 && is_digit(peek(digits))) n = n * 10 + (peek(digits++) - '0');
    if (digits == 0 || n == 0 || n > kMaxNumber || is_digit(peek(digits))) return 0;
    at_ += digits;
    return n;
  }
  bool take_dash() {
    for (std::string_view dash : {"-", "\u2013", "\u2014"})
      if (rest().starts_with(dash)) return at_ += dash.size(), true;
    return false;
  }

 private:
  std::string_view line_;
  std::size_t at_ = 0;
};

// The bullet at the reader's place, passed over with the spaces after it.
bool take_bullet(Reader& in) {
  const std::size_t before = in.at();
  for (std::string_view bullet : kBullets) {
    if (!in.rest().starts_with(bullet)) continue;
    in.move_to(before + bullet.size());
    in.skip_spaces();
    return true;
  }
  const bool mark = in.peek() == '-' || in.peek() == '*' || in.peek() == 'o';
  if (!mark || (in.peek(1) != ' ' && in.peek(1) != '\t')) return false;
  in.move_to(before + 1);
  in.skip_spaces();
  return true;
}

// What must follow a number for it to be a marker: ". text", ") text", ": text", " - text"; not ".5", not ".2.3".
bool take_delimiter(Reader& in, bool bracketed) {
  if (bracketed) return in.take(')') && (in.take(':') || true);
  if (in.take(')') || in.take(':') || in.take(';')) return true;
  if (in.peek() == '.') {
    if (is_digit(in.peek(1))) return false;
    in.take('.');
    in.take(')');
    return true;
  }
  const std::size_t before = in.at();
  in.skip_spaces();
  if (in.take_dash() && (in.peek() == ' ' || in.peek() == '\0')) return true;
  in.move_to(before);
  return false;
}

Marker finish(Reader& in, MarkerStyle style, int number, int last, std::string label) {
  in.skip_spaces();
  return {style, number, last, {}, std::move(label), in.at()};
}

enum class Joint : std::uint8_t { none, list, range };

// Between the numbers of a list (", ", " and ", " & ") or of a range ("-", " to "); "Q" and "(" may stand before the next.
Joint take_joint(Reader& in) {
  const std::size_t before = in.at();
  in.take(')');
  in.skip_spaces();
  const bool thousands = in.peek() == ',' && is_digit(in.peek(1)) && is_digit(in.peek(2)) && is_digit(in.peek(3));
  Joint joint = !thousands && in.take(',') ? Joint::list : Joint::none;
  in.skip_spaces();
  if (in.take("and ") || in.take("& "))
    joint = Joint::list;
  else if (in.take("to ") || in.take_dash())
    joint = Joint::range;
  in.skip_spaces();
  if (joint != Joint::none && !in.take("question ")) in.take("q");
  in.take('(');
  if (joint == Joint::none) in.move_to(before);
  return joint;
}

// "1-3:", "1 to 3)", "1, 2 and 5.", and after "Question" without a mark behind it: the numbers meant, more than one.
std::vector<int> take_more_numbers(Reader& in, int first, bool question) {
  const std::size_t before = in.at();
  std::size_t end = before;
  std::vector<int> numbers{first};
  for (Joint joint = take_joint(in); joint != Joint::none; joint = take_joint(in)) {
    const int next = in.take_number();
    if (next <= numbers.back()) break;
    for (int n = joint == Joint::range ? numbers.back() + 1 : next; n <= next; ++n) numbers.push_back(n);
    end = in.at();
  }
  if (question) in.move_to(end);  // "questions 1 and 2, the figures": the comma joins no third
  const bool marked = in.peek() == ':' || in.peek() == ')' || in.peek() == '.' || in.peek() == '-';
  if (numbers.size() > 1 && (marked || (question && (in.peek() == '\0' || in.peek() == ' ' || in.peek() == ',')))) return numbers;
  in.move_to(before);
  return {};
}

std::optional<Marker> take_numbered(Reader& in, MarkerStyle style, bool bracketed) {
  const int number = in.take_number();
  if (number == 0) return std::nullopt;
  std::string label = std::to_string(number);
  int last = number;
  std::vector<int> numbers = take_more_numbers(in, number, style == MarkerStyle::kQuestion);
  if (!numbers.empty()) {
    last = numbers.back();
    if (last - number + 1 == static_cast<int>(numbers.size())) numbers.clear();
  } else if (is_letter(in.peek()) && !is_letter(in.peek(1))) {
    label += lower(in.peek());
    in.move_to(in.at() + 1);
  } else if (in.peek() == '.' && is_digit(in.peek(1)) && !is_digit(in.peek(2)) && (in.peek(2) == ' ' || in.peek(2) == ')')) {
    label += '.';
    label += in.peek(1);
    in.move_to(in.at() + 2);
    in.take(')');
    return finish(in, style, number, last, label);
  }
  const bool delimited = take_delimiter(in, bracketed);
  const bool question = style == MarkerStyle::kQuestion && (in.peek() == ' ' || in.peek() == ',' || in.peek() == '\0');
  if (question) in.take(',');
  if (!delimited && !question) return std::nullopt;
  Marker marker = finish(in, style, number, last, label);
  marker.named = std::move(numbers);
  return marker;
}

// "Question One", "Question A:".
std::optional<Marker> take_spelt(Reader& in) {
  static constexpr std::string_view numbers[] = {"one",   "two",   "three", "four", "five",   "six",
                                                 "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
  const std::size_t before = in.at();
  for (std::size_t i = 0; i < std::size(numbers); ++i) {
    if (!in.take(numbers[i])) continue;
    if (is_letter(in.peek())) {
      in.move_to(before);
      continue;
    }
    const int n = static_cast<int>(i) + 1;
    if (!in.take(':')) in.take('.');
    return finish(in, MarkerStyle::kQuestion, n, n, std::to_string(n));
  }
  const char letter = lower(in.peek());
  const bool closed = in.peek(1) == ':' || in.peek(1) == '.' || in.peek(1) == ')' || in.peek(1) == '\0' || in.peek(1) == '\r';
  if (!is_letter(letter) || !closed) return std::nullopt;
  in.move_to(in.at() + 1);
  if (in.peek() != '\0') in.move_to(in.at() + 1);
  return finish(in, MarkerStyle::kQuestion, letter - 'a' + 1, letter - 'a' + 1, std::string(1, letter));
}

// "Q1", "Q.1", "Q 1", "Question 1", "Questions 1-3", "Question One", "Question A:".
std::optional<Marker> take_question(Reader& in) {
  const std::size_t before = in.at();
  const bool spelt = in.take("questions") || in.take("question") || in.take("request ") || in.take("query ") || in.take("item ");
  if (spelt || in.take("q")) {
    in.take('.');
    in.skip_spaces();
    if (auto marker = take_numbered(in, MarkerStyle::kQuestion, false)) return marker;
    if (spelt && in.at() > before + 4)
      if (auto marker = take_spelt(in)) return marker;
  }
  in.move_to(before);
  return std::nullopt;
}

// "A1.", "A1:", "Answer 1", "Response 2:"; a road ("A1 north") is none.
std::optional<Marker> take_answer(Reader& in) {
  const std::size_t before = in.at();
  if (in.take("answers") || in.take("answer") || in.take("ans") || in.take("response") || in.take("a")) {
    in.take('.');
    in.skip_spaces();
    if (auto marker = take_numbered(in, MarkerStyle::kAnswer, false)) return marker;
  }
  in.move_to(before);
  return std::nullopt;
}

}  // namespace

int roman_value(std::string_view text) {
  for (std::size_t i = 0; i < std::size(kRomans); ++i)
    if (kRomans[i] == text) return static_cast<int>(i) + 1;
  return 0;
}

namespace {

// "(c) and (d)": the last letter of those joined, else the first.
int take_last_letter(Reader& in, int first) {
  const std::size_t before = in.at();
  in.skip_spaces();
  if (in.take("and ") || in.take("& ")) {
    in.skip_spaces();
    const bool opened = in.take('(');
    const char letter = lower(in.peek());
    if (is_letter(letter) && in.peek(1) == ')' && letter - 'a' + 1 > first) {
      in.move_to(in.at() + 2);
      return letter - 'a' + 1;
    }
    if (opened) in.move_to(before);
  }
  in.move_to(before);
  return first;
}

// "[1] ".
std::optional<Marker> take_squared(Reader& in) {
  const std::size_t before = in.at();
  if (in.take('['))
    if (const int number = in.take_number(); number > 0 && in.take(']') && in.peek() == ' ')
      return finish(in, MarkerStyle::kNumber, number, number, std::to_string(number));
  in.move_to(before);
  return std::nullopt;
}

std::optional<Marker> take_letters(Reader& in, bool bracketed) {
  std::string letters;
  while (letters.size() < 5 && is_letter(in.peek(letters.size()))) letters += lower(in.peek(letters.size()));
  // "(iil)": how a scan reads "(iii)".
  if (bracketed && letters.size() > 1 && letters[0] == 'i' && in.peek(letters.size()) == ')') std::ranges::replace(letters, 'l', 'i');
  const int roman = roman_value(letters);
  if (letters.empty() || (letters.size() > 1 && roman == 0)) return std::nullopt;
  const bool capital = letters.size() == 1 && in.peek() >= 'A' && in.peek() <= 'Z';
  in.move_to(in.at() + letters.size());
  // "A - babies moved".
  if (capital && !bracketed && in.peek() == ' ') {
    const std::size_t before = in.at();
    in.skip_spaces();
    if (in.take_dash() && in.peek() == ' ') return finish(in, MarkerStyle::kLetter, letters[0] - 'a' + 1, letters[0] - 'a' + 1, letters);
    in.move_to(before);
  }
  const char delimiter = in.peek();
  const bool closed = delimiter == ')' || (!bracketed && delimiter == '.' && (in.peek(1) == ' ' || in.peek(1) == '\t'));
  if (!closed) return std::nullopt;
  in.move_to(in.at() + 1);
  if (delimiter == ')') in.take(':');  // "(b): how many"
  if (roman > 0 && letters != "v" && letters != "x") return finish(in, MarkerStyle::kRoman, roman, roman, letters);
  const int number = letters[0] - 'a' + 1;
  return finish(in, MarkerStyle::kLetter, number, take_last_letter(in, number), letters);
}

}  // namespace

std::optional<Marker> marker_of(std::string_view line) {
  Reader in(line);
  in.skip_spaces();
  while (in.take('>') || in.take('|')) in.skip_spaces();  // a quoted line of a mail
  while (in.take('*')) {                                  // Markdown bold
    if (in.peek() == ' ') {
      in.move_to(in.at() - 1);
      break;
    }
  }
  // A quotation that begins with its first number.
  for (std::string_view quote : {"\"", "\u201C"})
    if (in.rest().starts_with(quote) && in.rest().size() > quote.size() + 2 &&
        (is_digit(in.peek(quote.size())) || in.peek(quote.size()) == '(' || in.peek(quote.size()) == '['))
      in.move_to(in.at() + quote.size());
  const bool bullet = take_bullet(in);
  const std::size_t item = in.at();
  if (auto marker = take_question(in)) return marker;
  if (auto marker = take_answer(in)) return marker;
  if (auto marker = take_squared(in)) return marker;
  const bool bracketed = in.take('(');
  if (auto marker = take_numbered(in, MarkerStyle::kNumber, bracketed)) return marker;
  in.move_to(item + (bracketed ? 1 : 0));
  if (!bullet)
    if (auto marker = take_letters(in, bracketed)) return marker;
  if (!bullet) return std::nullopt;
  in.move_to(item);
  return finish(in, MarkerStyle::kBullet, 0, 0, "");
}

}  // namespace foi::understand
