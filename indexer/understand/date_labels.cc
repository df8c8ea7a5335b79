#include "indexer/understand/date_labels.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/text.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// Bytes of a row of a table; words of a label and of a time of day.
constexpr std::size_t kMaxRowBytes = 1000, kLabelWords = 6, kTimeWords = 6;

bool has_word(Tokens tokens, std::string_view word) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) { return token.word == word; });
}

// "IR completed", "Decision given on", "Responded to", "Date our reply was sent": a word for an answer, and none but those that go with it.
bool is_made_of_answer(const std::vector<std::string>& words) {
  static const std::set<std::string_view> kAnswer{"response", "responded", "reply",  "replied",   "completed",   "closed",
                                                  "answered", "decided",   "issued", "disclosed", "promulgated", "outcome"};
  static const std::set<std::string_view> kAround{
      "date",  "of",          "on",    "sent", "our", "this",    "the",     "final",   "was",    "to",       "foi",      "eir",    "ir",
      "full",  "case",        "given", "made", "and", "letter",  "in",      "request", "review", "decision", "internal", "formal", "a",
      "email", "substantive", "we",    "you",  "it",  "reasons", "revised", "amended", "fresh",  "new",      "second"};
  bool answers = false;
  if (words.empty() || words.size() > kLabelWords) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool decision_given = words[i] == "given" && i > 0 && (words[i - 1] == "decision" || words[i - 1] == "reasons");
    answers = answers || kAnswer.contains(words[i]) || decision_given;
    if (!kAnswer.contains(words[i]) && !kAround.contains(words[i])) return false;
  }
  return answers;
}

// "Promulgated", "Reasons given on": of the decision of a tribunal, whose day it is without any mark.
bool is_promulgation(std::string_view label) {
  static const std::set<std::string_view> kGives{"promulgated", "promulgation", "given", "issued", "handed"};
  static const std::set<std::string_view> kAround{"decision", "reasons", "judgment", "date", "of", "on", "down", "and"};
  const std::vector<std::string> words = words_of(label);
  if (words.empty() || words.size() > kLabelWords) return false;
  const auto gives = [](const std::string& word) { return kGives.contains(word); };
  const bool of_decision = std::ranges::any_of(
      words, [](const std::string& w) { return w.starts_with("promulgat") || w == "decision" || w == "reasons" || w == "judgment"; });
  return of_decision && std::ranges::any_of(words, gives) &&
         std::ranges::all_of(words, [&](const std::string& w) { return gives(w) || kAround.contains(w); });
}

// Labels that say the date beside them is the answer's own.
bool is_response_label(std::string_view label, bool marked) {
  static const std::set<std::string_view> kLabels{"date",
                                                  "dated",
                                                  "dated this",
                                                  "date of response",
                                                  "response date",
                                                  "date of letter",
                                                  "letter date",
                                                  "completion date",
                                                  "completed",
                                                  "completed on",
                                                  "date completed",
                                                  "date sent",
                                                  "date responded",
                                                  "responded",
                                                  "response",
                                                  "response sent",
                                                  "response sent on",
                                                  "sent",
                                                  "sent on",
                                                  "date of reply",
                                                  "reply date",
                                                  "date replied",
                                                  "replied",
                                                  "replied to",
                                                  "replied on",
                                                  "responded to",
                                                  "responded on",
                                                  "answered on",
                                                  "decision given on",
                                                  "decision",
                                                  "date of issue",
                                                  "issue date",
                                                  "date issued",
                                                  "issued",
                                                  "response issued",
                                                  "answered",
                                                  "date answered",
                                                  "date of answer",
                                                  "date closed",
                                                  "closed",
                                                  "date of decision",
                                                  "decision date",
                                                  "date of disclosure",
                                                  "disclosure date",
                                                  "date of notice",
                                                  "date of this notice",
                                                  "review completed",
                                                  "date of this reply",
                                                  "date of this letter",
                                                  "date of our response",
                                                  "date of our reply",
                                                  "date response sent",
                                                  "date response issued",
                                                  "date response provided",
                                                  "final response date",
                                                  "date of final response",
                                                  "date of this response",
                                                  "todays date",
                                                  "date of review",
                                                  "date of outcome",
                                                  "closing date",
                                                  "reply sent",
                                                  "date of this reply",
                                                  "date reply sent"};
  std::string joined;
  for (const std::string& word : words_of(label)) joined += (joined.empty() ? "" : " ") + word;
  return kLabels.contains(joined) || is_promulgation(label) || (marked && is_made_of_answer(words_of(label)));
}

// "Decided on", "Decision on the papers": the day on which it was made, which stands where no other of the decision does.
bool is_making_of_decision(std::string_view label) {
  static const std::set<std::string_view> kAround{"on", "the", "papers", "at", "without", "a", "hearing", "made", "date", "of"};
  const std::vector<std::string> words = words_of(label);
  return words.size() >= 2 && words.size() <= kLabelWords && (words[0] == "decided" || words[0] == "decision") &&
         (words.back() == "on" || words.back() == "papers" || words.back() == "hearing") &&
         std::all_of(words.begin() + 1, words.end(), [](const std::string& w) { return kAround.contains(w); });
}

// "FOI 25117, sent in on", "Request 7 (made on": a number of ours and how it came.
bool is_numbered_arrival(std::string_view before) {
  static const std::set<std::string_view> kOurs{"foi", "eir", "foisa", "rfi", "ref", "reference", "request", "case", "our", "no"};
  static const std::set<std::string_view> kCame{"received", "submitted", "lodged", "arrived", "reached", "asked", "made", "came"};
  static const std::set<std::string_view> kAround{"which", "was", "on", "us", "by", "you", "in", "sent", "handed", "put", "it", "dated"};
  const TokenList words = tokenise(before);
  if (words.size() < 3 || words.size() > 2 * kLabelWords || !kOurs.contains(words.front().word)) return false;
  std::size_t i = 0;
  bool number = false, came = false;
  for (; i < words.size() && (kOurs.contains(words[i].word) || std::ranges::any_of(words[i].word, is_digit)); ++i)
    number = number || std::ranges::any_of(words[i].word, is_digit);
  for (; number && i < words.size(); ++i) {
    const std::string_view word = words[i].word;
    const bool in = word == "in" && (words[i - 1].word == "sent" || words[i - 1].word == "handed" || words[i - 1].word == "put");
    came = came || in || kCame.contains(word);
    if (!kCame.contains(word) && !kAround.contains(word)) return false;
  }
  return came && words.back().word == "on";
}

// "Date received", "Received", "Request date", "Date of request"; with a colon after it a label may say more ("FOI received by us:").
bool is_received_label(std::string_view label, bool colon) {
  static const std::set<std::string_view> kOnly{"date",     "of",   "request", "received", "requested", "receipt", "ir",   "asked",
                                                "for",      "on",   "foi",     "eir",      "submitted", "enquiry", "recd", "review",
                                                "made",     "by",   "us",      "you",      "we",        "your",    "sent", "it",
                                                "internal", "came", "in",      "arrived",  "got",       "reached", "date"};
  const TokenList words = tokenise(label);
  if (words.empty() || words.size() > kLabelWords || has_word(words, "response") || has_word(words, "not")) return false;
  if (!colon && !std::all_of(words.begin(), words.end(), [](const Token& t) { return kOnly.contains(t.word); })) return false;
  return has_word(words, "received") || has_word(words, "receipt") || has_word(words, "requested") || has_word(words, "submitted") ||
         has_word(words, "recd") || has_word(words, "arrived") || (has_word(words, "came") && has_word(words, "in")) ||
         (has_word(words, "asked") && (has_word(words, "on") || has_word(words, "review"))) ||
         (has_word(words, "request") && (has_word(words, "date") || (colon && words.size() == 1)));
}

// "Request received", "FOI received by us": a label that says what came, as the events of a table are told right of their days.
bool is_event_of_receipt(std::string_view label) {
  const TokenList words = tokenise(label);
  const bool request = has_word(words, "request") || has_word(words, "foi") || has_word(words, "eir") || has_word(words, "enquiry");
  return request && has_word(words, "received") && is_received_label(label, false);
}

// "Original FOI request", "Response due": the day beside it is that of something, though not of what is sought.
bool names_an_event(std::string_view label) {
  static constexpr std::string_view kEvents[] = {"request", "review", "response", "reply", "due", "deadline"};
  const TokenList words = tokenise(label);
  return words.size() <= kLabelWords && std::ranges::any_of(kEvents, [&](std::string_view event) { return has_word(words, event); });
}

// "Published", "Page updated": the day of the page and not of the answer on it.
bool is_publication_label(std::string_view label) {
  static const std::set<std::string_view> kOnly{"published", "updated", "date", "page", "last", "first", "document", "on"};
  const TokenList words = tokenise(label);
  return (has_word(words, "published") || has_word(words, "updated")) &&
         std::all_of(words.begin(), words.end(), [](const Token& t) { return kOnly.contains(t.word); });
}

// "Our Ref: FOI 7002 Rec'd:": the label is what follows the value before it, and begins with a capital.
Standing last_label(std::string_view label) {
  const std::size_t earlier = label.rfind(':', label.empty() ? 0 : label.find_last_not_of(" :\t"));
  const std::string_view rest = earlier == std::string_view::npos ? label : label.substr(earlier + 1);
  const TokenList words = tokenise(rest);
  for (std::size_t i = words.size() - std::min(words.size(), kLabelWords); i < words.size(); ++i) {
    if (i == 0 || !is_upper(rest[words[i].start])) continue;
    if (is_received_label(rest.substr(words[i].start), false)) return Standing::received;
    if (is_response_label(rest.substr(words[i].start), true)) return Standing::labelled;
  }
  return Standing::nothing;
}

// What a label says; labels in two languages are parted by a stroke.
Standing label_kind(std::string_view label, bool in_cell) {
  const bool colon = label.find(':') != std::string_view::npos;
  if (const Standing last = last_label(label); std::ranges::count(label, ':') > 1 && last != Standing::nothing) return last;
  Standing said = Standing::nothing;
  // "Received 28 August 2023. Replied to": the sentence before is another label.
  const std::size_t stop = label.rfind(". ");
  const bool stopped = stop != std::string_view::npos && (!colon || label.find(':', stop) == std::string_view::npos);
  if (stopped) label.remove_prefix(stop + 2);
  for (std::string_view cell : split(label, '|'))
    for (std::string_view part : split(cell, '/')) {
      if (is_received_label(part, colon)) said = Standing::received;
      if (is_response_label(part, colon || in_cell || stopped)) said = Standing::labelled;
      if (said == Standing::nothing && colon) said = last_label(part);
    }
  return said;
}

// What is left of a cell when the date is taken out, on both sides.
struct Around {
  std::string_view before, after;
};
// Labels and values on one line are parted by a bar or a dot: "Received 3 June | Closed 30 June".
std::string_view after_mark(std::string_view text) {
  for (std::string_view mark : {" | ", " \u00B7 "}) {
    const std::size_t at = text.rfind(mark);
    // A cell of its own: its label stands left of the mark.
    if (at != std::string_view::npos && !tokenise(text.substr(at)).empty()) text = text.substr(at + mark.size());
  }
  return text;
}
std::string_view before_mark(std::string_view text) {
  for (std::string_view mark : {" | ", " \u00B7 "}) text = text.substr(0, text.find(mark));
  return text;
}

std::optional<Around> around(const Letter& letter, Span where) {
  const Line line = letter.lines[letter.line_index(where.start)];
  if (where.end > line.end || line.end - line.start > kMaxRowBytes) return std::nullopt;
  for (const Span& cell : cells_of(letter, line))
    if (cell.start <= where.start && where.end <= cell.end)
      return Around{after_mark(letter.view(Span{cell.start, where.start})), before_mark(letter.view(Span{where.end, cell.end}))};
  return std::nullopt;
}

// The cell left of one that is only a date: "Date:      26 April 2021".
std::string_view label_left_of(const Letter& letter, Span where) {
  const std::span<const Span> cells = cells_of(letter, letter.lines[letter.line_index(where.start)]);
  for (std::size_t i = 1; i < cells.size(); ++i)
    if (cells[i].contains(where.start)) return letter.view(cells[i - 1]);
  return {};
}

// The cell right of one that is only a date: "11 February 2025      Request received".
std::string_view label_right_of(const Letter& letter, Span where) {
  const std::span<const Span> cells = cells_of(letter, letter.lines[letter.line_index(where.start)]);
  for (std::size_t i = 0; i + 1 < cells.size(); ++i)
    if (cells[i].contains(where.start)) return letter.view(cells[i + 1]);
  return {};
}

// The cell over one that is only a date, in a table with a line of headings.
std::string_view label_above(const Letter& letter, Span where) {
  std::size_t line = letter.line_index(where.start);
  const std::size_t column = where.start - letter.lines[line].start;
  for (int blank = 0; line > 0 && blank < 2; ++blank) {
    const Line above = letter.lines[--line];
    if (above.end - above.start > kMaxRowBytes) return {};
    for (const Span& cell : cells_of(letter, above))
      if (cell.start - above.start <= column + 2 && column <= cell.end - above.start) return letter.view(cell);
    if (letter.view(above).find_first_not_of(" \t\r") != std::string_view::npos) return {};
  }
  return {};
}

// A time, or the label of what stands beside it, may follow a date: "09/04/2026 00:00:00", "10 Mar 2023 15:42:07 +0000",
// "5 May 2021 Our ref: FOI 7".
bool is_clear_after(std::string_view after) {
  static const std::set<std::string_view> kTime{"am", "pm", "gmt", "bst", "utc", "at", "hrs", "hours", "z"};
  static const std::set<std::string_view> kNextLabel{"our",     "your",      "ref",    "reference", "foi",      "tel",      "telephone",
                                                     "time",    "email",     "direct", "date",      "received", "request",  "response",
                                                     "replied", "responded", "recd",   "reply",     "closed",   "completed"};
  // The same day in the other language.
  if (const auto again = find_printed_dates(after); again.size() == 1 && trim(after.substr(0, again[0].where.start)) == "/") return true;
  // "11 June 2024Received": glued to it, as cells of an office file may be.
  if (!after.empty() && is_upper(after.front())) return true;
  const TokenList words = tokenise(after);
  if (!words.empty() && kNextLabel.contains(words.front().word)) return after.find(':') != std::string_view::npos;
  return words.size() <= kTimeWords && std::all_of(words.begin(), words.end(), [](const Token& t) {
           return kTime.contains(t.word) || std::all_of(t.word.begin(), t.word.end(), is_digit);
         });
}

// "the 2nd of February 2023", "FOI 203 – 19.07.2024": nothing but an article, or a number of a request and a dash, before the date.
bool is_number_of_ours(std::string_view before) {
  static const std::set<std::string_view> kCalled{"foi", "eir", "foisa", "rfi", "ref", "reference", "our", "request", "no", "number"};
  const TokenList words = tokenise(before);
  if (words.size() == 1 && words[0].word == "the") return true;
  const std::string_view gap = words.empty() ? std::string_view() : trim(before.substr(words.back().end));
  const bool dash = gap == "-" || gap == "\u2013" || gap == "\u2014" || gap == ",";
  return dash && words.size() <= kLabelWords && kCalled.contains(words.front().word) && std::ranges::any_of(before, is_digit) &&
         std::ranges::all_of(words, [](const Token& t) { return kCalled.contains(t.word) || std::ranges::all_of(t.word, is_digit); });
}

// "FOI 71 (received 18 March 2025, answered 14 April 2025)", "Received 02/11/20 - Answered 19/11/20": what a line of days without a verb
// of its own says of this one; no sentence ("our reply, sent").
Standing among_days(const Around& rest) {
  constexpr std::size_t words = 12;  // before the date
  const std::string_view after = trim(rest.after);
  const bool closes =
      after.empty() || std::string_view(",;)-").find(after.front()) != std::string_view::npos || after.starts_with("\u2013");
  if (!closes || tokenise(rest.before).size() > words) return Standing::nothing;
  std::size_t at = std::string_view::npos;
  for (std::string_view mark : {"(", ", ", "; ", " - ", " \u2013 "})
    if (const std::size_t found = rest.before.rfind(mark); found != std::string_view::npos)
      at = at == std::string_view::npos ? found + mark.size() : std::max(at, found + mark.size());
  if (at == std::string_view::npos) return Standing::nothing;
  const bool days = rest.before[at - 1] == '(' || !find_printed_dates(rest.before).empty();
  return days ? label_kind(rest.before.substr(at), true) : Standing::nothing;
}

// "Asked on 6 September, answered on 1 October", "Request of 18 March 2024; reply of 22 March": the two days of one request in a line
// that says no more. What stands before the first names its coming, what stands before the second its answer.
bool says_it_came(std::string_view before) {
  static const std::set<std::string_view> kBetween{"on",      "of",        "the",      "it",     "was",      "dated", "mon",
                                                   "tue",     "wed",       "thu",      "fri",    "sat",      "sun",   "monday",
                                                   "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  const TokenList words = tokenise(before);
  for (std::size_t i = words.size(); i-- > 0;) {
    if (among(kCame, words[i].word)) return true;
    if (!kBetween.contains(words[i].word)) return false;
  }
  return false;
}

bool says_it_went(std::string_view between) {
  static const std::set<std::string_view> kAround{"on",   "of",   "and",  "the",    "was",     "we",        "it",       "our",
                                                  "went", "date", "full", "monday", "tuesday", "wednesday", "thursday", "friday"};
  const TokenList words = tokenise(between);
  bool went = false;
  for (const Token& word : words) {
    const bool says = among(kWent, word.word);
    went = went || says;
    if (!says && !kAround.contains(word.word)) return false;
  }
  return went && words.size() <= kLabelWords;
}

Standing in_pair(const Letter& letter, Span where, bool greeted) {
  constexpr std::size_t near = 60;  // bytes on either side
  const std::size_t from = where.start < near ? 0 : where.start - near;
  const std::string_view before = letter.view(Span{from, where.start});
  const std::string_view after = letter.view(Span{where.end, std::min(letter.text.size(), where.end + near)});
  if (const auto next = find_printed_dates(after);
      !next.empty() && says_it_came(before) && says_it_went(after.substr(0, next[0].where.start)))
    return Standing::received;
  if (const auto last = find_printed_dates(before);
      !last.empty() && says_it_came(before.substr(0, last.back().where.start)) && says_it_went(before.substr(last.back().where.end)))
    return greeted ? Standing::nothing : Standing::labelled;
  return Standing::nothing;
}

// "after a hearing by video on 17 May", or nothing: but "Decided on 8 June we should …" goes on as a sentence.
bool is_sentence_after(std::string_view after) {
  static const std::set<std::string_view> kGoesOn{"after", "following", "at", "by", "without", "on", "upon", "in"};
  const TokenList words = tokenise(after);
  return !words.empty() && !kGoesOn.contains(words.front().word);
}

// "11 Feb 2019, Health (NHS)", "3 May 2022, Leeds": the sector or the place, in a few words that all begin with capitals.
bool is_place_after(std::string_view after) {
  constexpr std::size_t most = 4;  // words
  if (!after.starts_with(", ")) return false;
  const TokenList words = tokenise(after);
  return !words.empty() && words.size() <= most && after.find_first_of(".:;0123456789") == std::string_view::npos &&
         std::ranges::all_of(words, [&](const Token& t) { return is_upper(after[t.start]) || t.word == "and"; });
}

// The cell of a row between bars, and its place in the row: "| 2 April 2025 | 1 May 2025 |".
struct BarCell {
  std::string_view text;
  std::size_t column = 0;
};
std::optional<BarCell> bar_cell(std::string_view row, std::size_t at) {
  row = row.substr(0, kMaxRowBytes);
  if (!trim(row).starts_with('|') || at >= row.size()) return std::nullopt;
  const std::size_t start = row.rfind('|', at), end = row.find('|', at);
  if (start == std::string_view::npos || end == std::string_view::npos) return std::nullopt;
  return BarCell{row.substr(start + 1, end - start - 1), static_cast<std::size_t>(std::ranges::count(row.substr(0, start), '|'))};
}

// The heading of its column says what a day is of that fills the first row of a table drawn with bars.
std::optional<Standing> in_column_of_bars(const Letter& letter, Span where) {
  std::size_t at = letter.line_index(where.start);
  const Line line = letter.lines[at];
  const auto cell = bar_cell(letter.view(line), where.start - line.start);
  if (!cell || at == 0 || trim(cell->text).size() != where.end - where.start) return std::nullopt;
  std::string_view head = letter.view(letter.lines[--at]);
  const bool ruled = at > 0 && head.find_first_not_of("|-: \t\r") == std::string_view::npos;
  if (ruled) head = letter.view(letter.lines[--at]);
  head = head.substr(0, kMaxRowBytes);
  if (!trim(head).starts_with('|')) return std::nullopt;
  std::size_t start = 0;
  for (std::size_t column = 0; column <= cell->column && start != std::string_view::npos; ++column)
    start = head.find('|', start == 0 && column == 0 ? 0 : start + 1);
  if (start == std::string_view::npos) return std::nullopt;
  const std::size_t end = head.find('|', start + 1);
  const Standing said = label_kind(head.substr(start + 1, end == std::string_view::npos ? end : end - start - 1), true);
  // In a table of two columns what stands left of a value may be its label.
  constexpr std::ptrdiff_t bars_of_two = 3;
  const bool of_heads = ruled && (cell->column == 0 || std::ranges::count(trim(head), '|') > bars_of_two);
  return said != Standing::nothing || of_heads ? std::optional(said) : std::nullopt;
}

bool ends_in_mark(std::string_view text) { return trim(text).ends_with('|'); }

// "**FOI-KFRS-0388** | 28 February 2024": capitals and digits in the cell before, which are no label.
bool is_code_before_bar(std::string_view before) {
  if (!ends_in_mark(before) || !std::ranges::any_of(before, is_digit) || before.find(':') != std::string_view::npos) return false;
  const TokenList words = tokenise(before);
  return words.size() <= kLabelWords && std::ranges::all_of(words, [&](const Token& t) {
           return std::ranges::all_of(before.substr(t.start, t.end - t.start), [](char c) { return is_digit(c) || is_upper(c); });
         });
}

}  // namespace

bool only_punctuation(std::string_view text) { return tokenise(text).empty(); }

namespace {

Standing by_label(const Letter& letter, const PrintedDate& date) {
  const auto rest = around(letter, date.where);
  if (!rest) return Standing::nothing;
  const std::size_t colon = rest->before.rfind(':');
  const bool labelled = colon != std::string_view::npos && only_punctuation(rest->before.substr(colon));
  if (is_numbered_arrival(rest->before)) return Standing::received;
  // "Decided on 8 June 2022 after a hearing": whatever follows.
  if (is_making_of_decision(rest->before) && !is_sentence_after(rest->after)) return Standing::made;
  static constexpr CueTable kMinutes = {"minute of the meeting held on", "minutes of the meeting held on", "minute of the meeting of",
                                        "minutes of the meeting of",     "minutes of a meeting held on",   "minute of a meeting held on"};
  if (is_one_of(to_lower_ascii(rest->before), kMinutes)) return Standing::made;
  if (only_punctuation(rest->before) && is_place_after(rest->after)) return Standing::alone;
  if (const auto column = in_column_of_bars(letter, date.where)) return *column;
  // "Request date: 3 March 2025. All figures …": a label may begin a line of sentences.
  if (const Standing listed = among_days(*rest); listed != Standing::nothing) return listed;
  const bool ends = rest->after.starts_with('.') || rest->after.starts_with(',') || rest->after.starts_with(';');
  if (!is_clear_after(rest->after) && !(labelled && ends)) return Standing::nothing;
  if (labelled) return label_kind(rest->before.substr(0, colon + 1), false);
  if (!only_punctuation(rest->before) && !is_number_of_ours(rest->before) && !is_code_before_bar(rest->before))
    return colon == std::string_view::npos || rest->before.find(". ", colon) != std::string_view::npos
               ? label_kind(rest->before, ends_in_mark(rest->before))
               : Standing::nothing;
  const std::string_view label = label_left_of(letter, date.where);
  const Standing left = label_kind(label, true);
  if (left != Standing::nothing) return left;
  if (label.ends_with(':') || names_an_event(label)) return Standing::nothing;
  if (is_event_of_receipt(label_right_of(letter, date.where))) return Standing::received;
  const std::string_view over = label_above(letter, date.where);
  const Standing above = label_kind(over, true);
  if (above == Standing::nothing && is_publication_label(over)) return Standing::nothing;
  return above == Standing::nothing ? Standing::alone : above;
}

}  // namespace

Standing standing(const Letter& letter, const PrintedDate& date, bool greeted) {
  const Standing label = by_label(letter, date);
  if (label != Standing::nothing && label != Standing::alone) return label;
  const Standing paired = in_pair(letter, date.where, greeted);
  return paired == Standing::nothing ? label : paired;
}

}  // namespace foi::understand
