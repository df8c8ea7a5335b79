#include "indexer/understand/columns.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/text.h"
#include "indexer/understand/asking.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/table_heads.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// The gap between two columns, in spaces, and how far a column's left edge may stray, in characters.
constexpr std::size_t kGap = 2, kStray = 6;
// A table goes on over pages; it ends after so many lines in a row that do not keep the gap.
constexpr std::size_t kMinRows = 4;

// Bytes of a page's text.
struct Piece {
  std::size_t start = 0, end = 0;
  bool empty() const { return end <= start; }
};
struct Row {
  Piece left, right;
  bool blank = false;
};

std::vector<Piece> lines_of(std::string_view text) {
  std::vector<Piece> lines;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back({start, end});
    start = end + 1;
  }
  return lines;
}

Piece trimmed(std::string_view text, Piece p) {
  while (p.start < p.end && text[p.start] == ' ') ++p.start;
  while (p.end > p.start && (text[p.end - 1] == ' ' || text[p.end - 1] == '\r')) --p.end;
  return p;
}

// Where the answers stand under the head of a table, in characters from the left margin, and whether its rows are numbered.
struct Column {
  std::size_t at = 0;
  bool numbered = false;
};

std::optional<Column> heading_column(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  if (first == std::string_view::npos || line.find("  ", first) == std::string_view::npos) return std::nullopt;  // one cell
  std::vector<std::string> cells;
  std::size_t last = 0;
  for (std::size_t at = first; at != std::string_view::npos && cells.size() < 4;) {
    const std::size_t gap = std::min(line.find("  ", at), line.size());
    cells.push_back(to_lower_ascii(line.substr(at, gap - at)));
    last = at;
    at = line.find_first_not_of(' ', gap);
  }
  const TableHead head = head_of(cells);
  return head ? std::optional(Column{count_code_points(line.substr(0, last)), head.numbered}) : std::nullopt;
}

// A line split at the column, when it keeps the gap before it: all of it left, all of it right, or both.
std::optional<Row> split(std::string_view text, Piece line, std::size_t column) {
  const Piece whole = trimmed(text, line);
  if (whole.empty()) return Row{{}, {}, true};
  std::size_t at = line.start, seen = 0;
  // The gap lies within kStray of where the right column begins.
  const std::size_t low = column < kStray + kGap ? 0 : column - kStray - kGap;
  std::optional<std::size_t> cut;
  std::size_t nearest = 0;
  std::size_t spaces = 0;
  for (; at < line.end && seen <= column + kStray; ++at) {
    if (continues_character(text[at])) continue;
    if (text[at] == ' ')
      ++spaces;
    else {
      const std::size_t off = seen > column ? seen - column : column - seen;
      if (spaces >= kGap && seen >= low + kGap && (!cut || off < nearest)) {
        cut = at;
        nearest = off;
      }
      spaces = 0;
    }
    ++seen;
  }
  if (cut) return Row{trimmed(text, {line.start, *cut}), trimmed(text, {*cut, line.end}), false};
  if (count_code_points(text.substr(line.start, whole.end - line.start)) <= column + kStray) return Row{whole, {}, false};
  return std::nullopt;
}

class PageReader {
 public:
  explicit PageReader(Page& page) : page_(page), text_(page.text), lines_(lines_of(page.text)) {}

  // column: of a table that the page before left open. Returns the column of the table still open at the end.
  std::optional<Column> run(std::optional<Column> column) {
    std::size_t i = 0;
    while (i < lines_.size()) {
      if (const auto found = heading_column(view(lines_[i]))) {
        column = found;
        keep(lines_[i++]);
        continue;
      }
      if (!column) {
        keep(lines_[i++]);
        continue;
      }
      const std::size_t end = table_end(i, column->at);
      if (end == i) {
        keep(lines_[i++]);
        if (!trimmed(text_, lines_[i - 1]).empty()) column.reset();
        continue;
      }
      i = take_rows(i, end, *column);
      if (i < lines_.size()) column.reset();
    }
    finish();
    return column;
  }

 private:
  std::string_view view(Piece p) const { return text_.substr(p.start, p.end - p.start); }

  // Lines from i on that keep the gap; trailing blank lines are not of the table.
  std::size_t table_end(std::size_t i, std::size_t column) const {
    std::size_t end = i, both = 0, rows = 0;
    for (std::size_t j = i; j < lines_.size(); ++j) {
      const auto row = split(text_, lines_[j], column);
      if (!row) break;
      if (row->blank) continue;
      both += !row->left.empty() && !row->right.empty();
      ++rows;
      // Two lines of the left margin alone after a blank one are text again, unless the table goes on below.
      end = j + 1;
    }
    return rows >= kMinRows && both * 4 >= rows ? last_both(i, end, column) : i;
  }
  // The last line with a right column ends the table, with what the left still says beside it.
  std::size_t last_both(std::size_t i, std::size_t end, std::size_t column) const {
    std::size_t last = i;
    for (std::size_t j = i; j < end; ++j)
      if (const auto row = split(text_, lines_[j], column); row && !row->right.empty()) last = j + 1;
    while (last < end && !trimmed(text_, lines_[last]).empty()) ++last;
    return last;
  }

  // A row of the table ends at a line that is blank in both columns and is followed by something on the left, and before a numbered
  // item on the left.
  std::size_t take_rows(std::size_t i, std::size_t end, Column column) {
    std::vector<Piece> left, right;
    bool blank = false;
    for (; i < end; ++i) {
      const Row row = *split(text_, lines_[i], column.at);
      const bool begins = column.numbered ? is_digit(first_of_line(row.left)) : begins_row(row, blank, !left.empty());
      if (begins) flush(left, right);
      blank = row.blank;
      if (!row.left.empty()) left.push_back(row.left);
      if (!row.right.empty()) right.push_back(row.right);
    }
    flush(left, right);
    return i;
  }

  char first_of_line(Piece p) const { return p.empty() ? ' ' : text_[p.start]; }

  // After a blank line, at a number, or where both columns begin anew and the left one asks.
  bool begins_row(const Row& row, bool blank, bool open) const {
    if (row.left.empty()) return false;
    if (blank) return true;
    const auto marker = marker_of(view(row.left));
    if (marker && marker->number > 0) return open;
    const auto begins = [&](Piece p) { return is_upper(first_of_line(p)) || is_digit(first_of_line(p)); };
    return open && begins(row.left) && begins(row.right) && reads_as(to_lower_ascii(view(row.left))) == Reads::kAsks;
  }

  void flush(std::vector<Piece>& left, std::vector<Piece>& right) {
    for (const Piece& p : left) keep(p);
    if (!left.empty()) blank_line();
    for (const Piece& p : right) keep(p);
    if (!right.empty()) blank_line();
    left.clear();
    right.clear();
  }

  void keep(Piece p) {
    moves_.push_back({p, out_.size()});
    out_ += view(p);
    out_ += '\n';
  }
  void blank_line() { out_ += '\n'; }

  void finish() {
    if (!out_.empty()) out_.pop_back();  // the last line has no line break of its own
    std::vector<Move> by_start = moves_;
    std::ranges::sort(by_start, {}, [](const Move& m) { return m.from.start; });
    std::vector<Word> words;
    for (Word word : page_.words) {
      const auto after =
          std::ranges::upper_bound(by_start, static_cast<std::size_t>(word.start), {}, [](const Move& m) { return m.from.start; });
      if (after == by_start.begin()) continue;
      const Move& m = *std::prev(after);
      if (word.end > m.from.end) continue;
      const auto shift = [&](std::uint32_t at) { return static_cast<std::uint32_t>(at - m.from.start + m.to); };
      word.start = shift(word.start);
      word.end = shift(word.end);
      words.push_back(word);
    }
    std::ranges::sort(words, {}, &Word::start);
    page_.words = std::move(words);
    page_.text = std::move(out_);
  }

  struct Move {
    Piece from;
    std::size_t to = 0;
  };

  Page& page_;
  std::string_view text_;
  std::vector<Piece> lines_;
  std::vector<Move> moves_;
  std::string out_;
};

}  // namespace

bool has_answer_columns(const std::vector<Page>& pages) {
  return std::ranges::any_of(pages, [](const Page& page) {
    return std::ranges::any_of(lines_of(page.text), [&](Piece line) {
      return heading_column(std::string_view(page.text).substr(line.start, line.end - line.start)).has_value();
    });
  });
}

std::vector<Page> read_columns(std::vector<Page> pages) {
  std::optional<Column> column;
  for (Page& page : pages) column = PageReader(page).run(column);
  return pages;
}

}  // namespace foi::understand
