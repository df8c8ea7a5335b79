#include "indexer/extract/flow.h"

#include <algorithm>

#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

// A row of more characters in cells of several paragraphs is a page set in columns, not a row of figures: it is read cell by cell.
constexpr std::size_t kLongestRow = 400;
// A cell this short, alone on its line, is the number or the label of the next.
constexpr std::size_t kLongestLabel = 24;

std::string one_line(const std::vector<Lines>& cells) {
  std::string out;
  for (const Lines& cell : cells) {
    if (&cell != &cells.front()) out += '\t';
    std::string joined;
    for (const std::string& line : cell) joined += line + " ";
    out += flat(joined);
  }
  return out;
}

Lines cell_by_cell(const std::vector<Lines>& cells, bool alone) {
  Lines lines;
  std::string label;
  for (const Lines& cell : cells) {
    for (const std::string& line : cell) {
      lines.push_back(label + line);
      label.clear();
    }
    if (!alone && cell.size() == 1 && lines.back().size() <= kLongestLabel) {
      label = flat(lines.back()) + "\t";
      lines.pop_back();
    }
  }
  if (!label.empty()) lines.push_back(flat(label));
  return lines;
}

}  // namespace

std::string flat(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Lines row_lines(std::vector<Lines> cells) {
  for (Lines& cell : cells) std::erase_if(cell, [](const std::string& line) { return flat(line).empty(); });
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  if (cells.empty()) return {};
  std::size_t filled = 0;
  std::size_t most_lines = 0;
  std::size_t letters = 0;
  for (const Lines& cell : cells) {
    filled += cell.empty() ? 0 : 1;
    most_lines = std::max(most_lines, cell.size());
    for (const std::string& line : cell) letters += line.size();
  }
  if (filled > 1 && (most_lines <= 1 || letters <= kLongestRow)) return {one_line(cells)};
  return cell_by_cell(cells, filled <= 1);
}

void Flow::add(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || (line.back() >= '\t' && line.back() <= '\r'))) line.remove_suffix(1);
  if (line.empty()) {
    gap_ = !pages_.back().empty();
    return;
  }
  if (gap_) pages_.back() += '\n';
  gap_ = false;
  pages_.back().append(line).push_back('\n');
}

void Flow::add(const Lines& lines) {
  for (const std::string& line : lines) add(line);
}

void Flow::cut() {
  if (!pages_.back().empty() && pages_.size() <= limits::kMaxPages) pages_.emplace_back();
  gap_ = false;
}

std::uint32_t Flow::pages() const {
  const std::size_t filled = pages_.size() > 1 && pages_.back().empty() ? pages_.size() - 1 : pages_.size();
  return static_cast<std::uint32_t>(filled);
}

std::string_view Flow::text(std::uint32_t number) const { return pages_[number - 1]; }

bool Flow::empty() const { return pages_.size() == 1 && pages_[0].empty(); }

void Flow::give(Sink& sink) const {
  for (std::uint32_t number = 1; number <= std::min(pages(), limits::kMaxPages); ++number) {
    const std::string clean = clean_utf8(text(number));
    Page page;
    page.number = number;
    page.text = utf8_prefix(clean, limits::kMaxPageTextBytes);
    if (page.text.size() < clean.size()) sink.note({number, "longer than a page may be: the rest was left out"});
    sink.page(page, false);
  }
}

}  // namespace foi::extract
