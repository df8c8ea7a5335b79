#include "indexer/extract/xlsx_cells.h"

#include "indexer/extract/office_xml.h"
#include "indexer/extract/reader_limits.h"

namespace foi::extract {

std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    if (column > kMaxColumns) return std::nullopt;
  }
  if (column == 0) return std::nullopt;
  return column - 1;
}

std::optional<CellArea> area_of(std::string_view reference) {
  const std::size_t colon = reference.find(':');
  const std::string_view first = reference.substr(0, colon), last = colon == std::string_view::npos ? first : reference.substr(colon + 1);
  const auto row_of = [](std::string_view cell) {
    const std::size_t digits = cell.find_first_of("0123456789");
    return digits == std::string_view::npos ? 0 : number_of(cell.substr(digits), 0);
  };
  const auto from = column_of(first), to = column_of(last);
  if (!from || !to) return std::nullopt;
  const CellArea area{row_of(first), row_of(last), *from, *to};
  const bool in_order = area.first_row >= 1 && area.last_row >= area.first_row && area.last_row <= kMaxRows && *to >= *from;
  return in_order ? std::optional(area) : std::nullopt;
}

}  // namespace foi::extract
