#include "indexer/understand/line_markers.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// How far the indents of one series may differ, in bytes, and how many lines may lie between two of its items.
constexpr std::size_t kStray = 2, kSeriesLines = 60;
// How far below the first number of a list, beside a letterhead in the margin, the second may stand, in lines.
constexpr std::size_t kMarginLines = 12;
// A series without marks has at least so many items; letters with one space behind them, which may be the article "a", one more.
constexpr std::size_t kMinItems = 2;
// The beginning of a line, in bytes, in which a label stands.
constexpr std::size_t kLabelBytes = 40;
// A heading over numbered lines, in bytes.
constexpr std::size_t kHeadingBytes = 60;
constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",    "may",  "june", "july", "august",
                                        "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
                                        "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec"};
constexpr std::string_view kAskedLabels[] = {"question", "q",          "your question", "request", "your request",
                                             "query",    "your query", "you asked",     "asked"};
constexpr std::string_view kAnswerLabels[] = {"answer", "a", "response", "reply", "our answer", "our response", "our reply", "we answered"};
// What a part of a request is called where its number follows, and its place in words.
constexpr std::string_view kPartNouns[] = {"question", "query", "request", "point", "part", "item", "matter", "issue", "enquiry", "limb"};
constexpr CueTable kOrdinals = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"};
// After a number without a mark behind it, these go on with a sentence: "Part 1 of the Act".
constexpr std::string_view kSentenceWords[] = {"of", "to",  "and", "or",    "was",   "is",   "were",  "are", "in",
                                               "on", "has", "had", "above", "below", "that", "which", "for", "from"};

// A line's text without the marks of quoting before it.
struct Start {
  std::size_t at = 0;  // bytes from the line's start
  std::string_view text;
};

Start start_of(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && (line[at] == ' ' || line[at] == '\t' || line[at] == '>' || line[at] == '|' || line[at] == '*')) ++at;
  return {at, line.substr(at)};
}

struct Item {
  std::size_t line = 0, indent = 0;
  Marker marker;
};

class Series {
 public:
  explicit Series(const Letter& letter) : letter_(letter), markers_(letter.lines.size()) {}

  std::vector<std::optional<Marker>> run() && {
    for (std::size_t i = 0; i < markers_.size(); ++i)
      if (markers_[i] = marker_of(letter_.view(letter_.lines[i])); cites(i)) markers_[i].reset();
    take_labels();
    take_answer_labels();
    take_parts();
    take_first_beside_margin();
    take_first_in_quotes();
    take_dashes();
    read_label_starts();
    for (std::string_view noun : kPartNouns) take_runs([&](std::size_t line) { return named_part(line, noun); }, kMinItems);
    take_first_by_name();
    take_runs([this](std::size_t line) { return double_marker(line); }, kMinItems);
    take_runs([this](std::size_t line) { return bare_number(line); }, kMinItems);
    take_runs([this](std::size_t line) { return bare_letter(line, 2); }, kMinItems);
    take_runs([this](std::size_t line) { return bare_letter(line, 1); }, kMinItems + 1);
    return std::move(markers_);
  }

 private:
  std::string_view view(std::size_t line) const { return letter_.view(letter_.lines[line]); }

  // "… the comments in answer to" over "question 22 of the survey": a sentence that runs on.
  bool cites(std::size_t line) const {
    static constexpr std::string_view joins[] = {" to", " of", " in", " and",  " or",    " for",  " with", " the",
                                                 " by", " on", " at", " from", " under", " your", " my"};
    if (line == 0 || !markers_[line] || markers_[line]->style != MarkerStyle::kQuestion) return false;
    const std::string_view above = trim(view(line - 1));
    return std::ranges::any_of(joins, [&](std::string_view word) { return above.ends_with(word); });
  }

  static bool same_indent(std::size_t a, std::size_t b) { return (a > b ? a - b : b - a) <= kStray; }

  // A run of at least so many items is a series; the next run begins.
  void take(std::vector<Item>& run, std::size_t least) {
    if (run.size() >= least)
      for (Item& item : run) markers_[item.line] = std::move(item.marker);
    run.clear();
  }

  // A line's label: "Question" or "Q." before its text or alone on the line. Returns where the text begins, or npos.
  static std::size_t after_label(std::string_view text, Cues labels) {
    const char first = text.empty() ? ' ' : is_upper(text[0]) ? static_cast<char>(text[0] - 'A' + 'a') : text[0];
    if (std::ranges::none_of(labels, [&](std::string_view label) { return label.front() == first; })) return std::string_view::npos;
    const std::string lower = to_lower_ascii(utf8_prefix(text, kLabelBytes));
    const std::string_view label = prefix_of(lower, labels);
    if (label.empty()) return std::string_view::npos;
    std::size_t at = label.size();
    // "Your query          Number of fines".
    if (label.size() > 1 && (text.substr(at).starts_with("   ") || text.substr(at).starts_with('\t')))
      return std::min(text.find_first_not_of(" \t", at), text.size());
    const bool mark = at < text.size() && (text[at] == ':' || text[at] == '.' || (text[at] == '-' && label.size() == 1));
    if (mark) ++at;
    if (bare(text.substr(at)).empty()) return mark || label.size() > 1 ? text.size() : std::string_view::npos;
    if (!mark || (text[at - 1] == '.' && label.size() > 1) || text[at] != ' ') return std::string_view::npos;
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
  }

  // "Question … Answer … Question … Answer": as many of the one as of the other.
  void take_labels() {
    std::vector<Item> asked;
    std::vector<Item> answers;
    for (std::size_t i = 0; i < markers_.size(); ++i) {
      // "Q." and "A." are letters to one who does not look on.
      if (markers_[i] && !(markers_[i]->style == MarkerStyle::kLetter && (markers_[i]->label == "q" || markers_[i]->label == "a")))
        continue;
      const Start start = start_of(view(i));
      if (const std::size_t at = after_label(start.text, kAskedLabels); at != std::string_view::npos) {
        const int n = static_cast<int>(asked.size()) + 1;
        asked.push_back({i, start.at, {MarkerStyle::kQuestion, n, n, {}, std::to_string(n), start.at + at}});
      } else if (const std::size_t text = after_label(start.text, kAnswerLabels); !asked.empty() && text != std::string_view::npos) {
        const int n = static_cast<int>(asked.size());
        answers.push_back({i, start.at, {MarkerStyle::kAnswer, n, n, {}, std::to_string(n), start.at + text}});
      }
    }
    if (asked.size() < kMinItems || answers.size() + 1 < asked.size() || answers.size() > asked.size() + 1) return;
    take(asked, kMinItems);
    take(answers, 0);
  }

  // "Q1 … / A. … / Q2 … / A. …", "1. … / A: …", "Q1 … / A 14": a label without a number answers the question above it, where each from the
  // first that has one to the last has its own. Over a "B." it is one of a list.
  void take_answer_labels() {
    std::vector<Item> answers;
    std::size_t asked = 0, passed = 0;  // questions from the first with an answer on; since the last with one
    const Marker* question = nullptr;
    for (std::size_t i = 0; i < markers_.size(); ++i) {
      const std::optional<Marker>& marker = markers_[i];
      if (marker && (marker->style == MarkerStyle::kQuestion || marker->style == MarkerStyle::kNumber)) {
        question = &*marker;
        ++passed;
        continue;
      }
      const Start start = start_of(view(i));
      if (marker && marker->style == MarkerStyle::kLetter && start.text.starts_with("B.")) return;
      if (question == nullptr || !start.text.starts_with('A') || (marker && marker->style != MarkerStyle::kLetter)) continue;
      const std::size_t text = after_answer_letter(start.text, question->style == MarkerStyle::kQuestion);
      if (text == std::string_view::npos) continue;
      asked += answers.empty() ? 1 : passed;
      passed = 0;
      answers.push_back(
          {i, start.at, {MarkerStyle::kAnswer, question->number, question->last, question->named, question->label, start.at + text}});
      question = nullptr;
    }
    if (answers.size() + 1 >= asked) take(answers, kMinItems);
  }
  // "A.", "A:", and where it cannot be the article "A 14", "A None".
  static std::size_t after_answer_letter(std::string_view text, bool unmarked) {
    static constexpr std::string_view label[] = {"a"};
    if (unmarked && text.size() > 2 && text[1] == ' ' && !is_lower(text[2]) && text[2] != ' ') return 2;
    return after_label(text, label);
  }

  // "A1 … A2 … B1": the questions of the parts of a request. "A1" alone may as well be an answer.
  void take_parts() {
    std::vector<Item> items;
    char part = 'A';
    int number = 0;
    for (std::size_t i = 0; i < markers_.size(); ++i) {
      const Start start = start_of(view(i));
      const std::string_view t = start.text;
      if (t.size() < 4 || t[0] < 'A' || t[0] > 'Z' || !is_digit(t[1])) continue;
      const std::size_t end = is_digit(t[2]) ? 3 : 2;
      const int n = end == 3 ? (t[1] - '0') * 10 + (t[2] - '0') : t[1] - '0';
      std::size_t text = end;
      while (text < t.size() && std::string_view(" .:)-").find(t[text]) != std::string_view::npos) ++text;
      if (text == end || text == t.size()) continue;
      const bool next_part = number > 0 && t[0] == part + 1 && n == 1;
      if (!(t[0] == part && n == number + 1) && !next_part) continue;
      part = t[0];
      number = n;
      const int running = static_cast<int>(items.size()) + 1;
      items.push_back({i, start.at, {MarkerStyle::kQuestion, running, running, {}, std::string(t.substr(0, end)), start.at + text}});
    }
    if (part != 'A') take(items, kMinItems + 1);
  }

  // "www.example.gov.uk          1) How many …": the first number of a list stands on a line that begins with the end of a letterhead in
  // the margin; the second shows where.
  void take_first_beside_margin() {
    constexpr std::string_view gap = "    ";
    for (std::size_t i = 0; i < markers_.size(); ++i) {
      if (markers_[i]) continue;
      const std::string_view line = view(i);
      const std::size_t at = line.rfind(gap);
      if (at == std::string_view::npos || line.find_first_not_of(' ') >= at) continue;
      const std::size_t column = at + gap.size();
      auto first = marker_of(line.substr(column));
      if (!first || first->style != MarkerStyle::kNumber || first->number != 1 || first->last != 1) continue;
      for (std::size_t k = i + 1; k < std::min(markers_.size(), i + kMarginLines); ++k) {
        if (!markers_[k]) continue;
        const std::size_t there = start_of(view(k)).at;
        const bool second = markers_[k]->style == MarkerStyle::kNumber && markers_[k]->number == 2 && same_indent(there, column);
        if (second) {
          first->text += column;
          markers_[i] = std::move(first);
        }
        break;
      }
    }
  }

  // "“a. The number of vans", over "b. Their cost": a quotation begins with the first mark of a list.
  void take_first_in_quotes() {
    for (std::size_t i = 0; i < markers_.size(); ++i) {
      if (markers_[i]) continue;
      const Start start = start_of(view(i));
      std::size_t quote = 0;
      for (std::string_view mark : {"\"", "\u201C"})
        if (start.text.starts_with(mark)) quote = mark.size();
      if (quote == 0) continue;
      auto first = marker_of(start.text.substr(quote));
      if (!first || first->style == MarkerStyle::kBullet || first->number != 1 || first->last != 1) continue;
      for (std::size_t k = i + 1; k < std::min(markers_.size(), i + kMarginLines); ++k) {
        if (!markers_[k]) continue;
        if (markers_[k]->style == first->style && markers_[k]->number == 2) {
          first->text += start.at + quote;
          markers_[i] = std::move(first);
        }
        break;
      }
    }
  }

  // "– whether it is kept", "– and where": a dash before each of several lines that stand as far in, none of which goes on with a sentence:
  // it may end without a stop when the next line has its dash as well.
  void take_dashes() {
    std::vector<Item> run;
    for (std::size_t i = 0; i < markers_.size(); ++i) {
      const Start start = start_of(view(i));
      const bool dash = start.text.starts_with("\u2013 ") || start.text.starts_with("\u2014 ");
      const bool follows = !run.empty() && i - run.back().line <= kMarginLines && same_indent(start.at, run.back().indent);
      const bool next = follows && run.back().line + 1 == i;
      if (markers_[i] || !dash || !(next || ends_before(i))) continue;
      if (!follows) take(run, kMinItems);
      constexpr std::size_t dash_bytes = 4;  // with the space behind it
      run.push_back({i, start.at, {MarkerStyle::kBullet, 0, 0, {}, "", start.at + dash_bytes}});
    }
    take(run, kMinItems);
  }

  // The line before is blank or ends a sentence or one of its parts.
  bool ends_before(std::size_t line) const {
    if (line == 0) return true;
    const std::string_view before = trim(view(line - 1));
    return before.empty() || std::string_view(":;,.?").find(before.back()) != std::string_view::npos;
  }

  // What a line begins with, behind its bullet, in small letters: looked at once for each of the nouns of a part.
  void read_label_starts() {
    label_starts_.resize(markers_.size());
    for (std::size_t i = 0; i < markers_.size(); ++i) {
      if (!is_open(i)) continue;
      LabelStart& start = label_starts_[i];
      start.at = start_of(view(i)).at;
      if (markers_[i]) start.at = std::max(markers_[i]->text, start.at);
      start.lower = to_lower_ascii(utf8_prefix(view(i).substr(std::min(start.at, view(i).size())), kLabelBytes));
      std::string_view rest = start.lower;
      for (std::string_view whose : {"your ", "the ", "my "})
        if (rest.starts_with(whose)) rest.remove_prefix(whose.size());
      if (const std::string_view ordinal = prefix_of(rest, kOrdinals); !ordinal.empty()) {
        start.ordinal = static_cast<int>(std::ranges::find(kOrdinals, ordinal) - kOrdinals.begin()) + 1;
        rest.remove_prefix(std::min(ordinal.size() + 1, rest.size()));
      }
      start.noun = start.lower.size() - rest.size();
    }
  }
  // A mark that is surer than a bullet is kept.
  bool is_open(std::size_t line) const { return !markers_[line] || markers_[line]->style == MarkerStyle::kBullet; }

  // "Your question (i): …", "Part 1 …", "Point 2", "First question: …", behind a bullet, too.
  std::optional<Item> named_part(std::size_t line, std::string_view noun) const {
    if (!is_open(line)) return std::nullopt;
    const auto& [at, lower, ordinal, noun_at] = label_starts_[line];
    std::string_view rest = std::string_view(lower).substr(noun_at);
    if (!rest.starts_with(noun)) return std::nullopt;
    rest.remove_prefix(noun.size());
    int number = ordinal;
    std::string label = ordinal == 0 ? std::string() : std::to_string(ordinal);
    if (number == 0) {
      for (std::string_view before : {" part", " no.", " no", " number"})
        if (rest.starts_with(before)) {
          rest.remove_prefix(before.size());
          break;
        }
      number = take_place(rest, label);
    }
    if (number == 0 || !ends_label(rest) || heads_marks(line)) return std::nullopt;
    std::size_t text = std::min(rest.find_first_not_of(" \t:.-)*"), rest.size());
    if (constexpr std::string_view dash = "\u2013 "; rest.substr(text).starts_with(dash)) text += dash.size();
    const std::size_t indent = start_of(view(line)).at;
    return Item{line, indent, {MarkerStyle::kQuestion, number, number, {}, std::move(label), at + (lower.size() - rest.size()) + text}};
  }

  // "Your point (a): …" over "(b): …": only the first is called by its name.
  void take_first_by_name() {
    for (std::size_t i = 0; i + 1 < markers_.size(); ++i) {
      if (markers_[i] || label_starts_[i].lower.empty()) continue;
      std::optional<Item> first;
      for (std::size_t n = 0; n < std::size(kPartNouns) && !first; ++n) first = named_part(i, kPartNouns[n]);
      if (!first || first->marker.number != 1) continue;
      for (std::size_t k = i + 1; k < std::min(markers_.size(), i + kMarginLines); ++k) {
        if (!markers_[k]) continue;
        const bool second = markers_[k]->style != MarkerStyle::kBullet && markers_[k]->number == 2 && markers_[k]->label.size() == 1 &&
                            is_digit(markers_[k]->label[0]) == is_digit(first->marker.label[0]);
        if (second) {
          first->marker.style = markers_[k]->style;
          markers_[i] = std::move(first->marker);
        }
        break;
      }
    }
  }

  // "Part 1" over "1.1 …": the heading of what is numbered under it. A sentence is none, whatever the letter's own next number.
  bool heads_marks(std::size_t line) const {
    const std::string_view text = trim(view(line));
    if (text.size() > kHeadingBytes || text.ends_with('.') || text.ends_with('?')) return false;
    for (++line; line < markers_.size(); ++line)
      if (!trim(view(line)).empty()) return markers_[line] && markers_[line]->style != MarkerStyle::kBullet;
    return false;
  }

  // " 1", " (i)", " b": takes the place off, and gives it as a number; 0 when there is none.
  static int take_place(std::string_view& rest, std::string& label) {
    std::size_t at = 0;
    if (at < rest.size() && rest[at] == ' ') ++at;
    if (at == 0 || at == rest.size()) return 0;
    const bool bracket = rest[at] == '(';
    if (bracket) ++at;
    const std::size_t begin = at;
    while (at < rest.size() && at < begin + 4 && (is_digit(rest[at]) || is_alpha(rest[at]))) ++at;
    label = rest.substr(begin, at - begin);
    if (bracket && (at == rest.size() || rest[at++] != ')')) return 0;
    rest.remove_prefix(at);
    if (label.empty()) return 0;
    if (label.find_first_not_of("0123456789") == std::string::npos) return label.size() > 2 ? 0 : std::atoi(label.c_str());
    if (const int roman = roman_value(label)) return roman;
    return label.size() == 1 && is_alpha(label[0]) ? label[0] - 'a' + 1 : 0;
  }

  // The label stands alone, or a mark or a wide gap is behind it, or words that do not make a sentence of it.
  static bool ends_label(std::string_view rest) {
    const std::string_view after = trim(rest);
    if (after.empty() || std::string_view(":.)-*").find(rest.front()) != std::string_view::npos) return true;
    if (rest.starts_with("  ") || after.starts_with("- ") || after.starts_with("\u2013 ")) return true;
    return rest.front() == ' ' && prefix_of(after, kSentenceWords).empty();
  }

  // Series of what one line may begin with, told by the next.
  template <class Candidate>
  void take_runs(Candidate candidate, std::size_t least) {
    std::vector<Item> run;
    for (std::size_t i = 0; i < markers_.size(); ++i) {
      std::optional<Item> item = candidate(i);
      if (!item) continue;
      const bool follows = !run.empty() && item->marker.number == run.back().marker.number + 1 && i - run.back().line <= kSeriesLines &&
                           same_indent(item->indent, run.back().indent);
      if (!follows && item->marker.number != 1) continue;
      if (!follows) take(run, least);
      run.push_back(std::move(*item));
    }
    take(run, least);
  }

  // "1 vans owned", "1" over the text. No date, no row of figures, no number of a page.
  std::optional<Item> bare_number(std::size_t line) const {
    if (!is_open(line)) return std::nullopt;
    Start start = start_of(view(line));
    // A quotation that begins with its first number.
    for (std::string_view quote : {"\"", "\u201C"})
      if (start.text.starts_with(quote)) start = {start.at + quote.size(), start.text.substr(quote.size())};
    std::size_t end = 0;
    while (end < start.text.size() && end < 3 && is_digit(start.text[end])) ++end;
    if (end == 0 || end > 2 || start.text[0] == '0') return std::nullopt;
    const int number = std::atoi(std::string(start.text.substr(0, end)).c_str());
    const std::string_view rest = start.text.substr(end);
    const std::size_t text = rest.find_first_not_of(" \t\r");
    Item item{line, start.at, {MarkerStyle::kNumber, number, number, {}, std::to_string(number), start.at + end}};
    if (text == std::string_view::npos) return is_edge_of_page(line) ? std::nullopt : std::optional(std::move(item));
    if (text == 0 || !begins_text(rest.substr(text))) return std::nullopt;
    item.marker.text += text;
    return item;
  }

  static bool begins_text(std::string_view text) {
    const char c = text.front();
    if (!is_alpha(c) && c != '"' && c != '(' && c != '\'') return false;
    std::size_t end = 0;
    while (end < text.size() && is_alpha(text[end])) ++end;
    const std::string word = to_lower_ascii(text.substr(0, end));
    // "1 May 2021", not "1 may we have the list".
    const bool year = end + 1 < text.size() && is_digit(text[end + 1]);
    return std::ranges::find(kMonths, word) == std::end(kMonths) || (word == "may" && !year);
  }

  bool is_edge_of_page(std::size_t line) const {
    const auto blank_to_break = [&](std::size_t from, int step) {
      for (std::size_t i = from;; i += static_cast<std::size_t>(step)) {
        if (i >= letter_.lines.size()) return true;
        if (i != from && !bare(view(i)).empty()) return false;
        const std::size_t edge = step > 0 ? letter_.lines[i].end : letter_.lines[i].start;
        if (step > 0 ? (edge >= letter_.text.size() || letter_.text[edge] == '\f') : (edge == 0 || letter_.text[edge - 1] == '\f'))
          return true;
      }
    };
    return blank_to_break(line, 1) || blank_to_break(line, -1);
  }

  // "a   vans owned", "A: vans owned"; with one space, "a list of vans", only where a series bears it out.
  std::optional<Item> bare_letter(std::size_t line, std::size_t spaces) const {
    if (!is_open(line)) return std::nullopt;
    const Start start = start_of(view(line));
    const std::string_view t = start.text;
    if (t.size() < 4 || !is_alpha(t[0]) || static_cast<unsigned char>(t[0]) >= 0x80) return std::nullopt;
    std::size_t text = 1;
    if (t[1] == ':') ++text;
    // The cell beside it.
    const bool cell = t[1] == '\t';
    while (text < t.size() && (t[text] == ' ' || (cell && t[text] == '\t'))) ++text;
    if (!cell && t[1] == ' ')
      for (std::string_view dash : {"- ", "\u2013 ", "\u2014 "})
        if (t.substr(text).starts_with(dash)) text += dash.size();
    if (text == t.size() || (!cell && text - 1 < spaces) || !begins_text(t.substr(text))) return std::nullopt;
    const char letter = to_lower_ascii(t.substr(0, 1))[0];
    const int number = letter - 'a' + 1;
    return Item{line, start.at, {MarkerStyle::kLetter, number, number, {}, std::string(1, letter), start.at + text}};
  }

  // "(a)(i) …", "1(a) …".
  std::optional<Item> double_marker(std::size_t line) const {
    const Start start = start_of(view(line));
    const std::string_view t = start.text;
    std::size_t at = 0;
    const bool open = !t.empty() && t[0] == '(';
    const std::size_t first = open ? 1 : 0;
    at = first;
    while (at < t.size() && at < first + 2 && (is_digit(t[at]) || is_lower(t[at]))) ++at;
    if (at == first || at >= t.size() || (open && t[at++] != ')') || at >= t.size() || t[at] != '(') return std::nullopt;
    const std::size_t close = t.find(')', at);
    if (close == std::string_view::npos || close - at > 5 || close + 2 > t.size() || t[close + 1] != ' ') return std::nullopt;
    const auto inner = marker_of(t.substr(at));
    if (!inner || inner->style == MarkerStyle::kBullet || inner->number == 0) return std::nullopt;
    const std::string outer(t.substr(first, open ? at - 2 : at));
    Item item{line, start.at, {MarkerStyle::kNumber, inner->number, inner->number, {}, outer + "(" + inner->label + ")", 0}};
    item.marker.text = start.at + at + inner->text;
    return item;
  }

  const Letter& letter_;
  std::vector<std::optional<Marker>> markers_;
  struct LabelStart {
    std::size_t at = 0;    // bytes from the line's start
    std::string lower;     // at most kLabelBytes
    int ordinal = 0;       // "second" before the noun is 2
    std::size_t noun = 0;  // where "question" would stand: behind "your" and the ordinal
  };
  std::vector<LabelStart> label_starts_;  // by line
};

}  // namespace

std::vector<std::optional<Marker>> markers_of_lines(const Letter& letter) { return Series(letter).run(); }

}  // namespace foi::understand
