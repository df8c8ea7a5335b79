#include <algorithm>
#include <array>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/dates.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

using std::chrono::sys_days;

// No printed date lies outside these; a year of two digits is none before the first year of the Acts.
constexpr int kEarliestYear = 1900, kLastYear = 2099, kFirstShortYear = 5;

constexpr std::array<std::string_view, 12> kMonths{"january", "february", "march",     "april",   "may",      "june",
                                                   "july",    "august",   "september", "october", "november", "december"};
// Welsh, as letters in two languages have them.
constexpr std::array<std::string_view, 12> kWelshMonths{"ionawr",     "chwefror", "mawrth", "ebrill", "mai",      "mehefin",
                                                        "gorffennaf", "awst",     "medi",   "hydref", "tachwedd", "rhagfyr"};
// The day of a month, written out; and what "first" to "ninth" follow.
constexpr std::array<std::string_view, 20> kDays{
    "first",    "second",  "third",      "fourth",     "fifth",     "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
constexpr std::array<std::string_view, 3> kTens{"twenty", "thirty", "thirtieth"};
// A month is abbreviated to three letters, by which words begin alike.
constexpr Beginnings kMonthWords(kMonths), kWelshMonthWords(kWelshMonths), kDayWords(kDays), kTensWords(kTens);
constexpr std::array<std::string_view, 7> kWeekdays{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

// 1 to 12, or 0. Abbreviations of three letters and "sept" count.
unsigned month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (word[0] != kMonths[i][0] && word[0] != kWelshMonths[i][0]) continue;
    if (word == kMonths[i] || word == kMonths[i].substr(0, 3) || word == kWelshMonths[i] || (word == "sept" && i == 8)) return i + 1;
  }
  return 0;
}

std::optional<std::chrono::weekday> weekday_of(std::string_view word) {
  for (unsigned i = 0; i < kWeekdays.size(); ++i)
    if (word == kWeekdays[i] || (word.size() >= 3 && word.size() <= 5 && kWeekdays[i].starts_with(word))) return std::chrono::weekday(i);
  return std::nullopt;
}

// A digit, or a letter that scanning makes of one ("2O21", "l5"); -1 for any other.
int digit_of(char c) {
  if (is_digit(c)) return c - '0';
  return c == 'o' ? 0 : c == 'l' || c == 'i' ? 1 : -1;
}

// The number a word is made of; with ordinal, "26th" too. -1 when it is anything else.
int number_of(std::string_view word, std::size_t max_digits, bool ordinal) {
  std::size_t digits = 0;
  int value = 0;
  while (digits < word.size() && digits <= max_digits && digit_of(word[digits]) >= 0) value = value * 10 + digit_of(word[digits++]);
  if (digits == 0 || digits > max_digits || std::none_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(digits), is_digit))
    return -1;
  const std::string_view rest = word.substr(digits);
  if (rest.empty()) return value;
  const bool suffix = rest == "st" || rest == "nd" || rest == "rd" || rest == "th" || rest == "fed" || rest == "af" || rest == "ain" ||
                      rest == "ydd" || rest == "eg";
  return ordinal && suffix ? value : -1;
}

// "the thirtieth of September", "twenty-first": written out, the day of a month in so many words of the text; else -1.
struct WrittenDay {
  int day = -1;
  std::size_t words = 1;
};
WrittenDay written_day(std::string_view word, std::string_view next) {
  const auto index = [&](std::string_view w) { return static_cast<int>(std::ranges::find(kDays, w) - kDays.begin()) + 1; };
  if (word == "thirtieth") return {30, 1};
  const int tens = word == "twenty" ? 20 : word == "thirty" ? 30 : 0;
  if (tens > 0) return index(next) <= 9 && tens + index(next) <= 31 ? WrittenDay{tens + index(next), 2} : WrittenDay{};
  return index(word) <= 20 ? WrittenDay{index(word), 1} : WrittenDay{};
}

int full_year(int year, std::size_t digits) { return digits == 2 ? 2000 + year : year; }

bool exists(int year, unsigned month, unsigned day) {
  // 2000 is a leap year: without a year 29 February may be.
  return Date(std::chrono::year(year == 0 ? 2000 : year), std::chrono::month(month), std::chrono::day(day)).ok();
}

// Finds dates in tokens; what stands between two tokens decides whether "7 4 21" is a date.
class DateFinder {
 public:
  DateFinder(std::string_view text, Tokens tokens) : text_(text), tokens_(tokens) {}

  std::vector<PrintedDate> find() {
    std::vector<PrintedDate> found;
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t next = i + 1;
      if (!may_begin(tokens_[i].word)) {
        i = next;
        continue;
      }
      if (auto date = date_at(i, next)) {
        add_weekday(i, *date);
        found.push_back(*date);
      }
      i = next;
    }
    return found;
  }

 private:
  // A figure, the word for one, or a month.
  static bool may_begin(std::string_view word) {
    const bool figure = digit_of(word[0]) >= 0 && std::ranges::any_of(word, is_digit);
    return figure || kMonthWords.may_begin(word, 0) || kWelshMonthWords.may_begin(word, 0) || kDayWords.may_begin(word, 0) ||
           kTensWords.may_begin(word, 0);
  }
  std::string_view word(std::size_t i) const { return i < tokens_.size() ? std::string_view(tokens_[i].word) : std::string_view{}; }
  std::string_view between(std::size_t i) const {
    return i + 1 < tokens_.size() ? text_.substr(tokens_[i].end, tokens_[i + 1].start - tokens_[i].end) : std::string_view{"\n"};
  }
  // Spaces, one line break, a comma, a dash or a stroke: what may stand inside a date written in words.
  bool joined(std::size_t i) const {
    const std::string_view gap = between(i);
    return gap == "-" || gap == "/" || (gap.size() <= 6 && gap.find_first_not_of(" ,.'\n\r\t\xC2\xA0") == std::string_view::npos);
  }

  std::optional<PrintedDate> make(std::size_t first, std::size_t last, int year, unsigned month, int day) const {
    if (day < 1 || day > 31 || month < 1 || month > 12 || (year != 0 && (year < kEarliestYear || year > kLastYear))) return std::nullopt;
    if (!exists(year, month, static_cast<unsigned>(day))) return std::nullopt;
    return PrintedDate{{tokens_[first].start, tokens_[last].end}, year, month, static_cast<unsigned>(day), std::nullopt};
  }

  // next is the token after what was read.
  std::optional<PrintedDate> date_at(std::size_t i, std::size_t& next) const {
    if (auto date = numeric(i)) return next = i + 3, date;
    if (auto date = day_month(i, next)) return date;
    return month_day(i, next);
  }

  // 07/04/2021, 7.4.21, 2021-04-07.
  std::optional<PrintedDate> numeric(std::size_t i) const {
    if (i + 2 >= tokens_.size()) return std::nullopt;
    const std::string_view gap = between(i);
    if (gap != between(i + 1) || !is_date_mark(gap)) return std::nullopt;
    const std::size_t before = tokens_[i].start, after = tokens_[i + 2].end;
    const auto joins = [&](std::size_t at) { return at < text_.size() && (text_[at] == '/' || text_[at] == '-' || text_[at] == '_'); };
    if ((before > 0 && joins(before - 1)) || joins(after)) return std::nullopt;
    // A version or a section: "1.2.3.4", "12.3.14.2".
    const auto dotted = [&](std::size_t at) { return at + 1 < text_.size() && text_[at] == '.' && is_digit(text_[at + 1]); };
    if (dotted(after) || (before > 1 && text_[before - 1] == '.' && is_digit(text_[before - 2]))) return std::nullopt;
    const std::string_view a = word(i), b = word(i + 1), c = word(i + 2);
    const int first = number_of(a, 4, false), middle = number_of(b, 2, false), last = number_of(c, 4, false);
    if (first < 0 || middle < 1 || last < 0) return std::nullopt;
    if (a.size() == 4 && c.size() <= 2) return make(i, i + 2, first, static_cast<unsigned>(middle), last);
    if (a.size() > 2 || (c.size() != 2 && c.size() != 4)) return std::nullopt;
    return make(i, i + 2, full_year(last, c.size()), static_cast<unsigned>(middle), first);
  }

  // "/", ".", "-", a long dash, or one of them between spaces.
  static bool is_date_mark(std::string_view gap) {
    if (gap.size() > 2 && gap.front() == ' ' && gap.back() == ' ') gap = gap.substr(1, gap.size() - 2);
    return gap == "/" || gap == "." || gap == "-" || gap == "\u2013" || gap == "\u2014";
  }

  // The year after token i, if one follows; last moves to it.
  int year_after(std::size_t i, std::size_t& last) const {
    const std::string_view text = word(i + 1);
    if (!joined(i)) return 0;
    if (is_short_year(i, text)) return last = i + 1, 2000 + number_of(text, 2, false);
    const int year = number_of(text, 4, false);
    if (year < 0 || text.size() != 4 || year < kEarliestYear || year > kLastYear) return 0;
    last = i + 1;
    return year;
  }

  // "26-Nov-19", "26 Nov '19", and "26 Nov 19" where no more words follow on the line: "5 May 21 patients" has none.
  bool is_short_year(std::size_t i, std::string_view text) const {
    if (text.size() != 2 || number_of(text, 2, false) < kFirstShortYear) return false;
    const std::string_view gap = between(i);
    if (gap == "-" || gap == "/" || gap.ends_with("'")) return true;
    const std::string_view next = between(i + 1);
    return gap == " " && (next.find('\n') != std::string_view::npos || next.find("   ") != std::string_view::npos);
  }

  // "26th of November 2019", "4th March".
  std::optional<PrintedDate> day_month(std::size_t i, std::size_t& next) const {
    int day = number_of(word(i), 2, true);
    std::size_t last_of_day = i;
    if (day < 1) {
      const WrittenDay written = written_day(word(i), word(i + 1));
      day = written.day;
      last_of_day += written.words - 1;
    }
    if (day < 1 || !joined(last_of_day)) return std::nullopt;
    std::size_t month_at = last_of_day + 1;
    // "26 th November": the ordinal was raised.
    if (word(month_at) == "th" || word(month_at) == "st" || word(month_at) == "nd" || word(month_at) == "rd") ++month_at;
    if (word(month_at) == "day") ++month_at;
    if (word(month_at) == "of") ++month_at;
    if (month_at > last_of_day + 1 && !joined(month_at - 1)) return std::nullopt;
    const unsigned month = month_of(word(month_at));
    if (month == 0) return std::nullopt;
    // "2 Rhagfyr / December 2024".
    if (trim(between(month_at)) == "/" && month_of(word(month_at + 1)) == month) ++month_at;
    std::size_t last = month_at;
    const int year = year_after(month_at, last);
    // "we may": without a year the month must be written with a capital.
    if (year == 0 && !is_upper(text_[tokens_[month_at].start])) return std::nullopt;
    next = last + 1;
    return make(i, last, year, month, day);
  }

  // "March 17, 2021"; never without its year.
  std::optional<PrintedDate> month_day(std::size_t i, std::size_t& next) const {
    const unsigned month = month_of(word(i));
    const int day = month == 0 || !joined(i) ? -1 : number_of(word(i + 1), 2, true);
    if (day < 1) return std::nullopt;
    std::size_t last = i + 1;
    const int year = year_after(i + 1, last);
    if (year == 0) return std::nullopt;
    next = last + 1;
    return make(i, last, year, month, day);
  }

  void add_weekday(std::size_t i, PrintedDate& date) const {
    if (i == 0 || !joined(i - 1)) return;
    // "Thursday the 2nd", "Monday, 3 May".
    std::size_t at = i - 1;
    if (at > 0 && word(at) == "the" && joined(at - 1)) --at;
    date.weekday = weekday_of(word(at));
    if (date.weekday) date.where.start = tokens_[at].start;
  }

  std::string_view text_;
  Tokens tokens_;
};

}  // namespace

std::optional<Date> PrintedDate::date() const {
  if (year == 0) return std::nullopt;
  const Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

bool PrintedDate::weekday_agrees() const {
  const auto full = date();
  return !weekday || !full || std::chrono::weekday(sys_days(*full)) == *weekday;
}

std::vector<PrintedDate> find_printed_dates(std::string_view text) { return DateFinder(text, tokenise(text)).find(); }

std::vector<PrintedDate> find_printed_dates(const Letter& letter) { return DateFinder(letter.text, letter.tokens).find(); }

}  // namespace foi::understand
