// The hyperlinks of one sheet of an XLSX file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/extract/office_xml.h"
#include "indexer/extract/sheet_links.h"
#include "indexer/extract/xlsx_cells.h"

namespace foi::extract {

class XlsxLinks {
 public:
  // worksheet: the root of the sheet. parts: the relationships of the sheet, which hold where its hyperlinks lead; those to a place in the
  // workbook itself have none. base: what the workbook says its relative links count from (HyperlinkBase), or empty.
  XlsxLinks(const pugi::xml_node& worksheet, const std::vector<Relationship>& parts, std::string_view base);

  // Where the cell leads, by its hyperlink or else by its formula; row one-based, column zero-based.
  Leads of(const pugi::xml_node& cell, long row, std::size_t column) const;

 private:
  struct Area : CellArea {
    Leads leads;
  };
  static std::uint64_t key(long row, std::size_t column);
  void add(Area area);
  Leads leads_to(std::optional<std::string> link) const;

  std::optional<std::string> base_;  // nothing where links count from a place that cannot be told
  std::unordered_map<std::uint64_t, Leads> cells_;
  std::vector<Area> areas_;
};

}  // namespace foi::extract
