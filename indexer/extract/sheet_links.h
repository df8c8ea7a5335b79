// Where cells of workbooks lead, as the readers of XLSX and ODS have it in common. Nothing is followed or fetched.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/worker.h"

namespace foi::extract {

// The links of one cell, at least one; null where there are none. Shared, since a file can say in a line that they are those of a million.
using Leads = std::shared_ptr<const std::vector<std::string>>;

// A link as a web page beside the workbook would write it: an address of the web, or a path with "/" between its steps. Nothing for a place
// in the workbook itself ("#Sheet2!A1"), for what leads to no published document ("mailto:", "javascript:", "file:", "C:\", "\\server\"),
// and for more than limits::kMaxLinkBytes.
std::optional<std::string> link_of_cell(std::string_view target);

// HYPERLINK("responses/1.pdf","View") → responses/1.pdf, with a semicolon or a comma, and with what OpenDocument puts before ("of:=").
// Nothing unless the formula begins with that call and its first argument is one literal text.
std::optional<std::string> link_of_formula(std::string_view formula);

// All links of a workbook.
class CellLinks {
 public:
  void add(std::uint32_t page, std::uint32_t line, std::uint32_t cell, const std::vector<std::string>& leads);
  // After the document: those within limits.h, and a note when there were more.
  void give(Sink& sink) const;

 private:
  std::vector<CellLink> links_;
  std::size_t left_out_ = 0;
};

}  // namespace foi::extract
