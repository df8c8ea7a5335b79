// Rows of cells → the text of a sheet's page, as the readers of XLSX and ODS have it in common.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/extract/sheet_links.h"
#include "indexer/model/document.h"

namespace foi::extract {

struct SheetCell {
  std::size_t column = 0;  // zero-based, less than kMaxColumns
  std::string text;        // one line without tabs, not empty
  Leads leads;
};

struct SheetRow {
  bool after_gap = false;        // empty rows stand before it
  std::vector<SheetCell> cells;  // that are shown, by column
};

// Adds the rows to the page's text, a line each, and where their links stand in it to links. Columns nobody used take no room; those that
// are used stand under one another. Stops where the text is longer than a page may be.
void append_rows(const std::vector<SheetRow>& rows, Page& page, CellLinks& links);

}  // namespace foi::extract
