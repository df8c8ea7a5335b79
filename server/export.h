// Any result set as a file: one record a line, or a table for spreadsheets. Written as it is read, a few records at a time.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/model/record.h"
#include "server/api.h"

namespace foi::server {

// A column of the table, in order: the data dictionary.
struct ExportColumn {
  std::string_view name;
  std::string_view description;
  std::string (*value)(const Record&);
};
std::span<const ExportColumn> export_columns();

// A field of a CSV file that no spreadsheet takes for a formula: text that begins like one gets an apostrophe before it.
std::string safe_csv_field(std::string_view text);

Reply api_export(const Asked& asked);

}  // namespace foi::server
