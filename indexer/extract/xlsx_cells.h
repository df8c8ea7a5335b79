// Cells of an XLSX file by their references.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace foi::extract {

// "BC12" → 54, zero-based; nothing when there is no such column.
std::optional<std::size_t> column_of(std::string_view reference);

struct CellArea {
  long first_row = 0, last_row = 0;               // one-based, inclusive
  std::size_t first_column = 0, last_column = 0;  // zero-based, inclusive
  bool holds(long row, std::size_t column) const {
    return row >= first_row && row <= last_row && column >= first_column && column <= last_column;
  }
};

// "D2" or "D2:E3"; nothing where it is no area of a sheet.
std::optional<CellArea> area_of(std::string_view reference);

}  // namespace foi::extract
