#include "indexer/understand/question_table.h"

#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/paragraphs.h"
#include "indexer/understand/section_openers.h"
#include "indexer/understand/table_heads.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// Bytes of a head and of a row; lines without words that end a table; how far a column may shift from its head, in bytes.
constexpr std::size_t kHeadBytes = 300, kRowBytes = 4'000, kBlankLines = 3, kColumnDrift = 6;
// Heads whose rows are read until one has questions under it: a hostile letter is nothing but heads, under each of which stand all others.
constexpr std::size_t kMostHeads = 20;

class TableReader {
 public:
  explicit TableReader(const QuestionLayout& layout) : layout_(layout), letter_(layout.letter()) {}

  std::vector<FoundQuestion> run() && {
    std::size_t heads_read = 0;
    for (std::size_t i = 0; i + 1 < letter_.lines.size(); ++i) {
      const bool form = !layout_.is_table_head(letter_.lines[i]);
      if (form && !heads_form(letter_.lines[i])) {
        if (const auto asked = asked_column(letter_.lines[i]); asked && take_records(i, *asked)) break;
        continue;
      }
      if (++heads_read > kMostHeads) break;
      head_ = letter_.lines[i];
      const std::span<const Span> heads = cells_of(letter_, head_);
      columns_.assign(heads.begin(), heads.end());
      const bool numbered = form || (columns_.size() > 2 && heads_numbers(layout_.cue_text(columns_.front())));
      std::size_t blank = 1;
      for (std::size_t row = i + 1; row < letter_.lines.size() && blank < kBlankLines && questions_.size() < kMaxQuestions; ++row) {
        const Line line = letter_.lines[row];
        if (trimmed(letter_, line).empty()) {
          ++blank;
          continue;
        }
        if (numbered || is_tabbed(line) || (blank > 0 && fills_columns(line))) take_row(row, numbered, form);
        blank = 0;
      }
      if (questions_.size() >= 2 && left_to_lists_ == 0 && (!numbered || is_complete(form))) break;
      questions_.clear();
      left_to_lists_ = 0;
      if (!numbered && columns_.size() == 2) take_stacked(i);
      if (!questions_.empty()) break;
    }
    return std::move(questions_);
  }

 private:
  // Numbers that leave some out are those of the rows whose cells could be told apart: then the list of all of them knows better.
  // A form has each of them once.
  bool is_complete(bool form) const {
    int last = 0;
    for (const FoundQuestion& q : questions_) {
      const int number = is_alpha(q.number.front()) ? to_lower_ascii(q.number).front() - 'a' + 1 : std::atoi(q.number.c_str());
      if ((number != last || form) && number != last + 1) return false;
      last = number;
    }
    return true;
  }

  // "Information requested | Telephone system | Network" over rows with a number or letter each: asked once, answered in several columns.
  bool heads_form(Line line) const {
    static constexpr std::string_view heads[] = {"question",
                                                 "questions",
                                                 "your question",
                                                 "your questions",
                                                 "request",
                                                 "your request",
                                                 "requested",
                                                 "information requested",
                                                 "information sought",
                                                 "information asked for",
                                                 "what you asked",
                                                 "what you asked for",
                                                 "you asked",
                                                 "you asked for",
                                                 "what was asked",
                                                 "asked",
                                                 "query"};
    // "Point | North | South": of what was asked, whatever heads the rest.
    static constexpr std::string_view points[] = {"point", "points", "your point", "your points"};
    // "Item | Result" over rows that are numbered in their first cell.
    static constexpr std::string_view items[] = {"item",  "items",       "part",        "parts", "matter", "limb",
                                                 "topic", "information", "description", "what",  "request"},
                                      results[] = {"result", "results",  "outcome", "decision", "answer",   "response",
                                                   "reply",  "position", "status",  "finding",  "our reply"};
    if (line.end - line.start > kHeadBytes) return false;
    const std::span<const Span> cells = cells_of(letter_, line);
    if (cells.size() < 2) return false;
    // "Decision of 12 March".
    if (is_one_of(layout_.cue_text(cells[0]), items) && !prefix_of(layout_.cue_text(cells[1]), results).empty()) return true;
    if (is_one_of(layout_.cue_text(cells[0]), points)) return true;
    const std::size_t at = heads_numbers(layout_.cue_text(cells.front())) ? 1 : 0;
    return cells.size() >= at + 2 && is_one_of(layout_.cue_text(cells[at]), heads);
  }

  // "Ref. | Received | What you asked for | Our estimate": the column of what was asked, behind those that say when and under which number.
  std::optional<std::size_t> asked_column(Line line) const {
    static constexpr std::string_view fields[] = {"ref",           "reference", "our ref", "our reference", "received", "date",
                                                  "date received", "case",      "request", "number",        "sent"};
    static constexpr std::string_view asked[] = {"you asked",      "you asked for",         "what you asked",     "what you asked for",
                                                 "what was asked", "what was asked for",    "you wanted",         "what you wanted",
                                                 "request",        "information requested", "information sought", "subject"};
    if (line.end - line.start > kHeadBytes) return std::nullopt;
    const std::span<const Span> cells = cells_of(letter_, line);
    for (std::size_t k = 1; k + 1 < cells.size(); ++k) {
      if (!is_one_of(layout_.cue_text(cells[k - 1]), fields)) return std::nullopt;
      if (is_one_of(layout_.cue_text(cells[k]), asked)) return k;
    }
    return std::nullopt;
  }

  // Its rows: lines with something in each column, the first of which has a figure in it.
  bool take_records(std::size_t head, std::size_t asked) {
    const std::size_t columns = cells_of(letter_, letter_.lines[head]).size();
    // "Our estimate" is no answer.
    static constexpr std::string_view outcomes[] = {"decision", "outcome", "result", "our decision", "what we did", "status"};
    const std::string last = layout_.cue_text(cells_of(letter_, letter_.lines[head]).back());
    const bool answered = heads_answers(last) || is_one_of(last, outcomes);
    std::size_t blank = 0;
    for (std::size_t row = head + 1; row < letter_.lines.size() && blank < kBlankLines && questions_.size() < kMaxQuestions; ++row) {
      const Line line = letter_.lines[row];
      blank = trimmed(letter_, line).empty() ? blank + 1 : 0;
      if (line.end - line.start > kRowBytes) break;
      const std::span<const Span> cells = cells_of(letter_, line);
      if (cells.size() != columns || letter_.view(cells.front()).find_first_of("0123456789") == std::string_view::npos) continue;
      FoundQuestion q;
      q.number = std::to_string(questions_.size() + 1);
      q.text = cells[asked];
      if (answered) q.answer = cells.back();
      questions_.push_back(std::move(q));
    }
    if (questions_.size() < 2) questions_.clear();
    return !questions_.empty();
  }

  // "1", "12.", "A", "b)".
  static bool is_label(std::string_view cell) {
    if (cell.size() > 3 || cell.empty()) return false;
    const std::size_t word = std::min(cell.find_first_of(".)"), cell.size());
    const bool digits = cell.substr(0, word).find_first_not_of("0123456789") == std::string_view::npos;
    return word > 0 && (digits || (word == 1 && is_alpha(cell.front()))) &&
           cell.substr(word).find_first_not_of(".)") == std::string_view::npos;
  }

  bool is_tabbed(Line line) const { return letter_.view(line).find('\t') != std::string_view::npos || letter_.view(line).starts_with('|'); }

  // The first line of a row laid out as printed: something in both columns, after a blank line.
  bool fills_columns(Line line) const {
    if (line.end - line.start > kRowBytes) return false;
    const std::span<const Span> cells = cells_of(letter_, line);
    if (cells.size() != columns_.size()) return false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::size_t here = cells[i].start - line.start, there = columns_[i].start - head_.start;
      if ((here > there ? here - there : there - here) > kColumnDrift) return false;
    }
    return is_upper(letter_.text[cells.front().start]);
  }

  // Cells that a page gave one under the other, each parted from the next by a blank line: what was asked, then what is answered, up to
  // prose as wide as the page.
  void take_stacked(std::size_t head) {
    constexpr std::size_t least = 3;  // rows
    const std::size_t prose = full_line(letter_);
    bool listed = false;  // items of a list have marks of their own
    for (std::size_t row = head + 1; questions_.size() < kMaxQuestions && !listed;) {
      const auto asked = stretch(row), answer = stretch(asked.second);
      if (answer.first == answer.second) break;
      listed = letter_.markers[asked.first] || letter_.markers[answer.first];
      const Line beside = letter_.lines[answer.first];
      if (!is_stacked_question(asked) || beside.end - beside.start >= prose || cells_of(letter_, beside).size() > 1) break;
      FoundQuestion q;
      q.number = std::to_string(questions_.size() + 1);
      q.text = {letter_.lines[asked.first].start, letter_.lines[asked.second - 1].end};
      q.answer = {beside.start, letter_.lines[answer.second - 1].end};
      questions_.push_back(std::move(q));
      row = answer.second;
    }
    if (listed || questions_.size() < least) questions_.clear();
  }

  // The next lines up to a blank one, half-open.
  std::pair<std::size_t, std::size_t> stretch(std::size_t row) const {
    while (row < letter_.lines.size() && trimmed(letter_, letter_.lines[row]).empty()) ++row;
    std::size_t end = row;
    while (end < letter_.lines.size() && !trimmed(letter_, letter_.lines[end]).empty()) ++end;
    return {row, end};
  }

  bool is_stacked_question(std::pair<std::size_t, std::size_t> rows) const {
    constexpr std::size_t most = 4;  // lines
    static constexpr std::string_view closings[] = {"yours", "kind regards", "regards", "thank you", "best wishes", "with kind"};
    if (rows.second - rows.first > most || rows.first == rows.second) return false;
    const Span text{letter_.lines[rows.first].start, letter_.lines[rows.second - 1].end};
    const std::string_view printed = trim(letter_.view(text));
    const std::string lower = layout_.cue_text(text);
    return printed.size() <= kHeadBytes && is_upper(printed.front()) && !printed.ends_with('.') && !printed.ends_with(':') &&
           printed.find("   ") == std::string_view::npos && !is_section_heading(lower) && prefix_of(lower, closings).empty();
  }

  // "1. Supplier | Brambles Ltd | Quills plc": the number stands with what is asked. Nothing when the row has none, or no answer.
  std::optional<FoundQuestion> marked_row(std::size_t row) const {
    const Line line = letter_.lines[row];
    const std::span<const Span> cells = cells_of(letter_, line);
    const std::optional<Marker>& marker = letter_.markers[row];
    const bool counts = marker && (marker->style == MarkerStyle::kNumber || marker->style == MarkerStyle::kLetter);
    if (cells.empty() || !counts || marker->last != marker->number) return std::nullopt;
    FoundQuestion q;
    q.number = marker->label;
    q.text = {line.start + marker->text, cells[0].end};
    if (q.text.start >= q.text.end) return std::nullopt;  // the number has a cell of its own
    // Columns may stand no more than two spaces apart.
    const std::size_t gap = letter_.view(q.text).find("  ");
    if (gap != std::string_view::npos) {
      q.answer = {q.text.start + gap + 2, line.end};
      q.text.end = q.text.start + gap;
    } else if (cells.size() > 1) {
      q.answer = {cells[1].start, cells.back().end};
    }
    return q.text.empty() || q.answer.empty() ? std::nullopt : std::optional(std::move(q));
  }

  void take_row(std::size_t row, bool numbered, bool form) {
    const Line line = letter_.lines[row];
    if (line.end - line.start > kRowBytes) return;
    const std::span<const Span> cells = cells_of(letter_, line);
    if (auto marked = form ? marked_row(row) : std::nullopt) return questions_.push_back(std::move(*marked));
    // The head of the column of labels may be left out.
    const bool labelled = numbered || (cells.size() == columns_.size() + 1 && is_label(letter_.view(cells.front())));
    const std::size_t at = labelled ? 1 : 0;
    // The label of a row has no head, or one of its own.
    if (form && cells.size() != columns_.size() + 1 && !heads_numbers(layout_.cue_text(columns_.front()))) return;
    if (cells.size() < at + 2) return;
    // The rows of a table below, of more columns.
    if (!form && cells.size() > columns_.size() + (labelled ? 1 : 0)) return;
    const std::string_view number = letter_.view(cells.front());
    if (labelled && !is_label(number)) return;
    // A row whose question has its own mark is an item of a list; a number alone asks nothing.
    if (!labelled && (marker_of(letter_.view(line)) || is_label(number))) {
      ++left_to_lists_;
      return;
    }
    FoundQuestion q;
    q.number = labelled ? to_lower_ascii(number.substr(0, number.find_first_of(".)"))) : std::to_string(questions_.size() + 1);
    q.text = cells[at];
    q.answer = form ? Span{cells[at + 1].start, cells.back().end} : cells.back();  // of a review what it says last
    questions_.push_back(std::move(q));
  }

  const QuestionLayout& layout_;
  const Letter& letter_;
  Line head_;
  std::vector<Span> columns_;      // of the head
  std::size_t left_to_lists_ = 0;  // rows with a mark of their own
  std::vector<FoundQuestion> questions_;
};

}  // namespace

std::vector<FoundQuestion> find_table_questions(const QuestionLayout& layout) { return TableReader(layout).run(); }

std::vector<FoundQuestion> find_counted_rows(const QuestionLayout& layout, std::size_t number) {
  static constexpr std::string_view things[] = {"document", "documents",   "paper", "papers", "record",  "records", "item",       "items",
                                                "what",     "information", "point", "part",   "request", "matter",  "description"};
  const Letter& letter = layout.letter();
  std::size_t heads_read = 0;
  for (std::size_t i = 0; i + 1 < letter.lines.size() && heads_read < kMostHeads; ++i) {
    const Line head = letter.lines[i];
    if (head.end - head.start > kHeadBytes) continue;
    const std::span<const Span> columns = cells_of(letter, head);
    if (columns.size() < 2 || !is_one_of(layout.cue_text(columns.front()), things)) continue;
    ++heads_read;
    const std::size_t width = columns.size();
    std::vector<FoundQuestion> rows;
    std::size_t blank = 0;
    for (std::size_t row = i + 1; row < letter.lines.size() && blank < kBlankLines && rows.size() <= number; ++row) {
      const Line line = letter.lines[row];
      const bool parted = blank > 0;
      blank = trimmed(letter, line).empty() ? blank + 1 : 0;
      if (blank > 0) continue;
      if (line.end - line.start > kRowBytes) break;
      const std::span<const Span> cells = cells_of(letter, line);
      if (parted && cells.size() < 2 && !rows.empty()) break;
      const char first = letter.text[cells.empty() ? line.start : cells.front().start];
      // The rest of a row has one cell, or goes on in small letters; columns may stand no more than two spaces apart.
      if (cells.size() < 2 || cells.size() > width || !(is_upper(first) || is_digit(first))) continue;
      Span asked = cells.front();
      asked.end = asked.start + std::min(letter.view(asked).find("  "), asked.end - asked.start);
      // What stands beside it may be no more than the number of a section: the letter answers elsewhere.
      rows.push_back({std::to_string(rows.size() + 1), {}, asked, {}});
    }
    if (rows.size() == number) return rows;
  }
  return {};
}

}  // namespace foi::understand
