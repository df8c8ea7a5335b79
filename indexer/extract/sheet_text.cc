#include "indexer/extract/sheet_text.h"

#include <algorithm>

#include "indexer/extract/reader_limits.h"
#include "indexer/model/limits.h"

namespace foi::extract {
namespace {

// Column → how many used ones stand before it.
std::vector<std::uint32_t> places_of(const std::vector<SheetRow>& rows) {
  std::vector<bool> used(kMaxColumns);
  for (const SheetRow& row : rows)
    for (const SheetCell& cell : row.cells) used[cell.column] = true;
  std::vector<std::uint32_t> places(kMaxColumns);
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < kMaxColumns; ++i) places[i] = used[i] ? before++ : before;
  return places;
}

}  // namespace

void append_rows(const std::vector<SheetRow>& rows, Page& page, CellLinks& links) {
  const std::vector<std::uint32_t> places = places_of(rows);
  std::string& text = page.text;
  auto line = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
  for (const SheetRow& row : rows) {
    if (row.after_gap && &row != &rows.front()) {
      text += '\n';
      ++line;
    }
    std::uint32_t at = 0;
    for (const SheetCell& cell : row.cells) {
      if (text.size() > limits::kMaxPageTextBytes) return;
      for (; at < places[cell.column]; ++at) text += '\t';
      text += cell.text;
      if (cell.leads) links.add(page.number, line, at, *cell.leads);
    }
    text += '\n';
    ++line;
  }
}

}  // namespace foi::extract
