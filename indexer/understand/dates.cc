#include "indexer/understand/dates.h"

#include <algorithm>
#include <array>

#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

using std::chrono::sys_days;

// Years a request under this law can have: the Acts came into force in 2005.
constexpr int kFirstYear = 2005, kLastYear = 2099;
// Lines of a letter's opening in which it says when the request came.
constexpr std::size_t kOpeningLines = 40;
constexpr std::size_t kOpeningBytes = 20'000;  // where a paragraph is a line
constexpr std::size_t kClosingLines = 12;
constexpr std::ptrdiff_t kWordsBefore = 18;
// Bytes of the sentence before a quoted request.
constexpr std::size_t kIntroduction = 200;

constexpr std::array<std::string_view, 12> kMonths{"january", "february", "march",     "april",   "may",      "june",
                                                   "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

// 1 to 12, or 0. Abbreviations of three letters and "sept" count.
unsigned month_of(std::string_view word) {
  for (unsigned i = 0; i < kMonths.size(); ++i)
    if (word == kMonths[i] || word == kMonths[i].substr(0, 3) || (word == "sept" && i == 8)) return i + 1;
  return 0;
}

std::optional<std::chrono::weekday> weekday_of(std::string_view word) {
  for (unsigned i = 0; i < kWeekdays.size(); ++i)
    if (word == kWeekdays[i] || (word.size() >= 3 && word.size() <= 5 && kWeekdays[i].starts_with(word))) return std::chrono::weekday(i);
  return std::nullopt;
}

// The number a word is made of; with ordinal, "26th" too. -1 when it is anything else.
int number_of(std::string_view word, std::size_t max_digits, bool ordinal) {
  std::size_t digits = 0;
  int value = 0;
  while (digits < word.size() && digits <= max_digits && is_digit(word[digits])) value = value * 10 + (word[digits++] - '0');
  if (digits == 0 || digits > max_digits) return -1;
  const std::string_view rest = word.substr(digits);
  if (rest.empty()) return value;
  const bool suffix = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return ordinal && suffix ? value : -1;
}

int full_year(int year, std::size_t digits) { return digits == 2 ? 2000 + year : year; }

bool exists(int year, unsigned month, unsigned day) {
  // 2000 is a leap year: without a year 29 February may be.
  return Date(std::chrono::year(year == 0 ? 2000 : year), std::chrono::month(month), std::chrono::day(day)).ok();
}

// Finds dates in tokens; what stands between two tokens decides whether "7 4 21" is a date.
class DateFinder {
 public:
  DateFinder(std::string_view text, std::size_t offset) : text_(text), offset_(offset), tokens_(tokenise(text)) {}

  std::vector<PrintedDate> find() {
    std::vector<PrintedDate> found;
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t next = i + 1;
      if (auto date = date_at(i, next)) {
        add_weekday(i, *date);
        date->where.start += offset_;
        date->where.end += offset_;
        found.push_back(*date);
      }
      i = next;
    }
    return found;
  }

 private:
  std::string_view word(std::size_t i) const { return i < tokens_.size() ? std::string_view(tokens_[i].word) : std::string_view{}; }
  std::string_view between(std::size_t i) const {
    return i + 1 < tokens_.size() ? text_.substr(tokens_[i].end, tokens_[i + 1].start - tokens_[i].end) : std::string_view{"\n"};
  }
  // Spaces, one line break, a comma: what may stand inside a date written in words.
  bool joined(std::size_t i) const {
    const std::string_view gap = between(i);
    return gap.size() <= 6 && gap.find_first_not_of(" ,.\n\r\t\xC2\xA0") == std::string_view::npos;
  }

  std::optional<PrintedDate> make(std::size_t first, std::size_t last, int year, unsigned month, int day) const {
    if (day < 1 || day > 31 || month < 1 || month > 12 || (year != 0 && (year < 1900 || year > kLastYear))) return std::nullopt;
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
    if (gap != between(i + 1) || (gap != "/" && gap != "." && gap != "-")) return std::nullopt;
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

  // The year after token i, if one follows; last moves to it.
  int year_after(std::size_t i, std::size_t& last) const {
    const std::string_view text = word(i + 1);
    const int year = joined(i) ? number_of(text, 4, false) : -1;
    if (year < 0 || text.size() != 4 || year < 1900 || year > kLastYear) return 0;
    last = i + 1;
    return year;
  }

  // "26th of November 2019", "4th March".
  std::optional<PrintedDate> day_month(std::size_t i, std::size_t& next) const {
    const int day = number_of(word(i), 2, true);
    if (day < 1 || !joined(i)) return std::nullopt;
    std::size_t month_at = i + 1;
    // "26 th November": the ordinal was raised.
    if (word(month_at) == "th" || word(month_at) == "st" || word(month_at) == "nd" || word(month_at) == "rd") ++month_at;
    if (word(month_at) == "of") ++month_at;
    if (month_at > i + 1 && !joined(month_at - 1)) return std::nullopt;
    const unsigned month = month_of(word(month_at));
    if (month == 0) return std::nullopt;
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
    date.weekday = weekday_of(word(i - 1));
    if (date.weekday) date.where.start = tokens_[i - 1].start;
  }

  std::string_view text_;
  std::size_t offset_;
  std::vector<Token> tokens_;
};

bool has_word(const std::vector<Token>& tokens, std::string_view word) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) { return token.word == word; });
}

// The words before a date, on its line and the line before (sentences are wrapped).
std::vector<Token> words_before(const Letter& letter, const PrintedDate& date) {
  const std::size_t line = letter.line_index(date.where.start);
  const std::size_t from =
      std::max(letter.lines[line == 0 ? 0 : line - 1].start, date.where.start - std::min<std::size_t>(date.where.start, 160));
  std::string_view text = letter.view(Span{from, date.where.start});
  // Not across the end of a sentence, and not into a word.
  const std::size_t stop = std::max(text.rfind(". ") + 1, text.rfind(".\n") + 1);
  if (stop > 0) text.remove_prefix(stop);
  std::vector<Token> tokens = tokenise(text);
  if (std::ssize(tokens) > kWordsBefore) tokens.erase(tokens.begin(), tokens.end() - kWordsBefore);
  return tokens;
}

// "On 4 March 2021 the Trust received an email": the words after a date, to the end of its sentence.
bool received_follows(const Letter& letter, const PrintedDate& date, const std::vector<Token>& before) {
  if (before.empty() || before.back().word != "on") return false;
  std::string_view text = letter.view(Span{date.where.end, date.where.end + 120});
  text = text.substr(0, text.find(". "));
  const std::vector<Token> after = tokenise(text);
  for (std::size_t i = 0; i < std::min<std::size_t>(after.size(), 6); ++i)
    if (after[i].word == "received")
      return has_word(after, "request") || has_word(after, "requesting") || has_word(after, "email") || has_word(after, "letter");
  return false;
}

bool says_received(const std::vector<Token>& before) {
  if (before.empty()) return false;
  static constexpr std::array<std::string_view, 12> kNot{"between",  "from",  "since", "until", "to",       "review",
                                                         "response", "reply", "not",   "if",    "decision", "clarification"};
  for (std::size_t back = 1; back <= std::min<std::size_t>(before.size(), 6); ++back) {
    const std::string& word = before[before.size() - back].word;
    if (word == "received" || word == "receipt") return true;
    if (back <= 3 && word == "dated" &&
        (has_word(before, "request") || has_word(before, "email") || has_word(before, "letter") || has_word(before, "correspondence"))) {
      return !has_word(before, "response") && !has_word(before, "reply");
    }
    if (std::find(kNot.begin(), kNot.end(), word) != kNot.end()) break;
  }
  // "received by the … Trust on 3 May".
  if (before.back().word == "on")
    for (std::size_t i = 0; i + 1 < before.size(); ++i)
      if (before[i].word == "received" && before[i + 1].word == "by") return true;
  // "your email of 3 May", "your request on 3 May", "Request date: 3 May".
  const std::string& last = before.back().word;
  const std::string& second = before.size() > 1 ? before[before.size() - 2].word : before.back().word;
  const bool thing = second == "email" || second == "mail" || second == "letter" || second == "request" || second == "correspondence";
  if ((last == "of" || last == "on") && thing) return has_word(before, "your");
  if (last == "date" && second == "request") return true;
  return (last == "request" && second == "of" && before.size() > 2 && before[before.size() - 3].word == "date") ||
         (last == "requested" && second == "date");
}

// Labels that say the date beside them is the answer's own.
bool is_response_label(std::string_view label) {
  static const std::array<std::vector<std::string>, 9> kLabels{{{"date"},
                                                                {"date", "of", "response"},
                                                                {"response", "date"},
                                                                {"date", "of", "letter"},
                                                                {"completion", "date"},
                                                                {"date", "sent"},
                                                                {"date", "responded"},
                                                                {"response", "sent"},
                                                                {"sent"}}};
  const std::vector<std::string> words = words_of(label);
  return std::find(kLabels.begin(), kLabels.end(), words) != kLabels.end();
}

// What is left of a cell when the date is taken out, on both sides.
struct Around {
  std::string_view before, after;
};
std::optional<Around> around(const Letter& letter, Span where) {
  const Line line = letter.lines[letter.line_index(where.start)];
  if (where.end > line.end || line.end - line.start > 1000) return std::nullopt;
  for (const Span& cell : cells_of(letter, line))
    if (cell.start <= where.start && where.end <= cell.end)
      return Around{letter.view(Span{cell.start, where.start}), letter.view(Span{where.end, cell.end})};
  return std::nullopt;
}

bool only_punctuation(std::string_view text) { return tokenise(text).empty(); }

// The cell left of one that is only a date: "Date:      26 April 2021".
std::string_view label_left_of(const Letter& letter, Span where) {
  const std::vector<Span> cells = cells_of(letter, letter.lines[letter.line_index(where.start)]);
  for (std::size_t i = 1; i < cells.size(); ++i)
    if (cells[i].contains(where.start)) return letter.view(cells[i - 1]);
  return {};
}

bool ends_with_received_label(std::string_view label) {
  const std::vector<Token> words = tokenise(label);
  return has_word(words, "received") || has_word(words, "receipt") || has_word(words, "requested") ||
         (has_word(words, "request") && has_word(words, "date"));
}

enum class Standing { nothing, alone, labelled, received };

// How a date stands on its line.
Standing standing(const Letter& letter, const PrintedDate& date) {
  const auto rest = around(letter, date.where);
  if (!rest) return Standing::nothing;
  // A time may follow a date: "09/04/2026 00:00:00".
  const bool clear_after =
      tokenise(rest->after).size() <= 4 && rest->after.find_first_not_of("0123456789:. ,\tampAMP") == std::string_view::npos;
  if (!clear_after) return Standing::nothing;
  if (only_punctuation(rest->before)) {
    const std::string_view label = label_left_of(letter, date.where);
    if (label.ends_with(':'))
      return ends_with_received_label(label) ? Standing::received : is_response_label(label) ? Standing::labelled : Standing::nothing;
    return Standing::alone;
  }
  if (is_response_label(rest->before)) return Standing::labelled;
  return ends_with_received_label(rest->before) && tokenise(rest->before).size() <= 6 ? Standing::received : Standing::nothing;
}

struct Candidate {
  PrintedDate date;
  int rank = 0;  // higher is better; of equals the first stands
};

class LetterDateFinder {
 public:
  LetterDateFinder(const Letter& letter, const std::vector<Section>& sections) : letter_(letter), sections_(sections) { measure(); }

  LetterDates find() {
    for (const PrintedDate& date : find_printed_dates(letter_.text)) look_at(date);
    LetterDates out;
    if (responded_) out.responded = FoundDate{*responded_->date.date(), responded_->date.where};
    if (received_) out.received = settle_received(out.responded);
    note_weekday(responded_, "the letter's date", out);
    note_weekday(received_, "the day the request was received", out);
    return out;
  }

 private:
  // Where the opening ends and the closing begins, in lines that are not blank.
  void measure() {
    std::vector<Line> filled;
    for (const Line& line : letter_.lines)
      if (!only_spaces(line)) filled.push_back(line);
    if (filled.empty()) return;
    opening_end_ = std::min(filled[std::min(kOpeningLines, filled.size()) - 1].end, filled.front().start + kOpeningBytes);
    closing_start_ = filled[filled.size() - std::min(kClosingLines, filled.size())].start;
    for (const Section& section : sections_)
      if (section.kind == SectionKind::request) {
        request_start_ = section.start;
        break;
      }
  }
  bool only_spaces(Line line) const { return letter_.view(line).find_first_not_of(" \t\r") == std::string_view::npos; }

  void look_at(const PrintedDate& date) {
    if (date.year != 0 && date.year < kFirstYear) return;
    const SectionKind kind = section_at(sections_, date.where.start);
    if (is_boilerplate(kind) || kind == SectionKind::quoted_thread) return;
    const Standing how = standing(letter_, date);
    if (how == Standing::received) return keep(received_, date, 2);
    if (date.where.start < opening_end_) {
      const std::vector<Token> before = words_before(letter_, date);
      const bool asked = kind == SectionKind::request;
      if (!asked && says_received(before)) return keep(received_, date, 1);
      // The sentence that introduces the request may be taken for its beginning.
      if ((!asked || date.where.start < request_start_ + kIntroduction) && received_follows(letter_, date, before))
        return keep(received_, date, 1);
    }
    if (date.year != 0) keep(responded_, date, response_rank(date, kind, how));
  }

  int response_rank(const PrintedDate& date, SectionKind kind, Standing how) const {
    const bool head = date.where.start < opening_end_ &&
                      (kind == SectionKind::letterhead || kind == SectionKind::reference_block || kind == SectionKind::mail_headers);
    if (how == Standing::labelled) return head ? 5 : kind == SectionKind::request ? 0 : 3;
    if (how != Standing::alone) return 0;
    if (head) return 4;
    if (kind == SectionKind::signature) return 2;
    return date.where.start >= closing_start_ && date.where.start > request_start_ && kind != SectionKind::request ? 1 : 0;
  }

  static void keep(std::optional<Candidate>& best, const PrintedDate& date, int rank) {
    if (rank > 0 && (!best || rank > best->rank)) best = Candidate{date, rank};
  }

  std::optional<FoundDate> settle_received(const std::optional<FoundDate>& responded) const {
    if (const auto date = received_->date.date()) return FoundDate{*date, received_->date.where};
    if (!responded) return std::nullopt;
    PrintedDate guess = received_->date;
    for (int back = 0; back <= 1; ++back) {
      guess.year = static_cast<int>(responded->date.year()) - back;
      const auto date = guess.date();
      if (date && sys_days(*date) <= sys_days(responded->date)) return FoundDate{*date, guess.where};
    }
    return std::nullopt;
  }

  void note_weekday(const std::optional<Candidate>& candidate, const char* what, LetterDates& out) const {
    if (candidate && !candidate->date.weekday_agrees())
      out.notes.push_back(std::string("dates: the weekday printed with ") + what + " is not that day's");
  }

  const Letter& letter_;
  const std::vector<Section>& sections_;
  std::size_t opening_end_ = 0, closing_start_ = 0, request_start_ = 0;
  std::optional<Candidate> received_, responded_;
};

void add_log(std::optional<FoundDate>& found, const std::optional<Date>& log, const char* what, std::vector<std::string>& notes) {
  if (!log) return;
  if (!found) {
    found = FoundDate{*log, {}, true};
  } else if (found->date != *log) {
    notes.push_back(std::string("dates: ") + what + " " + to_iso(found->date) + " in the letter, " + to_iso(*log) +
                    " in the publisher's log");
  }
}

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

std::vector<PrintedDate> find_printed_dates(std::string_view text, std::size_t offset) { return DateFinder(text, offset).find(); }

LetterDates find_dates(const Letter& letter, const std::vector<Section>& sections, const LogEntry* log) {
  LetterDates dates = LetterDateFinder(letter, sections).find();
  if (log) {
    add_log(dates.received, log->received, "received", dates.notes);
    add_log(dates.responded, log->responded, "answered", dates.notes);
  }
  if (dates.received && dates.responded && sys_days(dates.received->date) > sys_days(dates.responded->date))
    dates.notes.push_back("dates: answered before it was received");
  return dates;
}

}  // namespace foi::understand
