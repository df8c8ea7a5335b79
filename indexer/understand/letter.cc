#include "indexer/understand/letter.h"

#include <algorithm>

#include "indexer/understand/line_markers.h"

namespace foi::understand {

namespace {

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != '\n' && text[i] != '\f') continue;
    lines.push_back({start, i});
    start = i + 1;
  }
  return lines;
}

// "| No | You asked | We answer |": a row of a Markdown table, its cells between the bars.
bool add_barred_cells(std::string_view text, Line line, std::vector<Span>& cells) {
  constexpr std::size_t least = 3;  // bars of a row of two cells
  std::string_view row = text.substr(line.start, line.end - line.start);
  while (row.ends_with('\r') || row.ends_with(' ')) row.remove_suffix(1);
  if (!row.starts_with('|') || !row.ends_with('|') || std::ranges::count(row, '|') < static_cast<std::ptrdiff_t>(least)) return false;
  for (std::size_t bar = 0; bar + 1 < row.size();) {
    const std::size_t next = row.find('|', bar + 1);
    const std::size_t first = row.find_first_not_of(" \t", bar + 1), last = row.find_last_not_of(" \t", next - 1);
    if (first < next) cells.push_back({line.start + first, line.start + last + 1});
    bar = next;
  }
  return true;
}

void add_cells(std::string_view text, Line line, std::vector<Span>& cells) {
  if (add_barred_cells(text, line, cells)) return;
  std::size_t gap = 3;  // spaces since the last character; the start of the line opens a cell
  for (std::size_t i = line.start; i < line.end; ++i) {
    if (text[i] == ' ' || text[i] == '\r') {
      ++gap;
      continue;
    }
    if (text[i] == '\t') {
      gap += 3;
      continue;
    }
    if (gap >= 3) cells.push_back({i, i});
    cells.back().end = i + 1;
    gap = 0;
  }
}

void part_cells(Letter& letter) {
  letter.line_cells.reserve(letter.lines.size() + 1);
  for (const Line& line : letter.lines) {
    letter.line_cells.push_back(letter.cells.size());
    add_cells(letter.text, line, letter.cells);
  }
  letter.line_cells.push_back(letter.cells.size());
}

}  // namespace

std::size_t Letter::page_index(std::size_t offset) const {
  const auto after = std::upper_bound(page_starts.begin(), page_starts.end(), offset);
  return after == page_starts.begin() ? 0 : static_cast<std::size_t>(after - page_starts.begin()) - 1;
}

Region Letter::region(Span span) const {
  const std::size_t page = page_index(span.start);
  const std::size_t page_end = page + 1 < page_starts.size() ? page_starts[page + 1] - 1 : text.size();
  const std::size_t start = std::min(span.start, page_end), end = std::clamp(span.end, start, page_end);
  return {numbers[page], static_cast<std::uint32_t>(start - page_starts[page]), static_cast<std::uint32_t>(end - page_starts[page])};
}

Span Letter::span(std::size_t page, std::size_t start, std::size_t end) const {
  return {page_starts[page] + start, page_starts[page] + end};
}

std::size_t Letter::line_index(std::size_t offset) const {
  const auto after = std::upper_bound(lines.begin(), lines.end(), offset, [](std::size_t o, const Line& line) { return o < line.start; });
  return after == lines.begin() ? 0 : static_cast<std::size_t>(after - lines.begin()) - 1;
}

std::string_view Letter::view(Span span) const {
  const std::size_t start = std::min(span.start, text.size());
  return std::string_view(text).substr(start, std::min(std::max(span.end, start), text.size()) - start);
}

Letter join_texts(const std::vector<Page>& pages) {
  Letter letter;
  std::size_t bytes = pages.size();
  for (const Page& page : pages) bytes += page.text.size();
  letter.text.reserve(bytes);
  for (const Page& page : pages) {
    if (!letter.page_starts.empty()) letter.text += '\f';
    letter.page_starts.push_back(letter.text.size());
    letter.numbers.push_back(page.number);
    letter.by_ocr.push_back(page.source == PageSource::kOcr);
    letter.text += page.text;
  }
  return letter;
}

Letter join_pages(const std::vector<Page>& pages) {
  Letter letter = join_texts(pages);
  letter.lines = split_lines(letter.text);
  letter.tokens = tokenise(letter.text);
  part_cells(letter);
  letter.markers = markers_of_lines(letter);
  return letter;
}

std::span<const Span> cells_of(const Letter& letter, Line line) {
  const std::size_t number = letter.line_index(line.start);
  return std::span(letter.cells).subspan(letter.line_cells[number], letter.line_cells[number + 1] - letter.line_cells[number]);
}

}  // namespace foi::understand
