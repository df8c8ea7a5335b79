#include "indexer/model/csv.h"

#include <utility>

#include "indexer/model/limits.h"

namespace foi {

namespace {

// Reads one field and leaves at on the separator, the line end or the end of the text.
std::string read_field(std::string_view text, std::size_t& at, char separator) {
  std::string field;
  if (at < text.size() && text[at] == '"') {
    ++at;
    while (at < text.size()) {
      if (text[at] != '"') {
        field += text[at++];
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        field += '"';
        at += 2;
      } else {
        ++at;
        break;
      }
    }
  }
  // What follows a closing quote belongs to the field: people write "a"b, and nothing may be lost.
  while (at < text.size() && text[at] != separator && text[at] != '\n' && text[at] != '\r') field += text[at++];
  return field;
}

void skip_line_end(std::string_view text, std::size_t& at) {
  if (at < text.size() && text[at] == '\r') ++at;
  if (at < text.size() && text[at] == '\n') ++at;
}

}  // namespace

void for_each_csv_row(std::string_view text, char separator, const std::function<bool(CsvRow row)>& take) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::size_t at = 0;
  while (at < text.size()) {
    CsvRow row;
    for (;;) {
      std::string field = read_field(text, at, separator);
      if (row.size() < limits::kMaxCsvFields)
        row.push_back(std::move(field));
      else
        row.back().append(1, separator).append(field);
      if (at >= text.size() || text[at] != separator) break;
      ++at;
    }
    skip_line_end(text, at);
    if (!take(std::move(row))) return;
  }
}

std::vector<CsvRow> parse_csv(std::string_view text, char separator, std::size_t max_rows) {
  std::vector<CsvRow> rows;
  if (max_rows > 0)
    for_each_csv_row(text, separator, [&](CsvRow row) {
      rows.push_back(std::move(row));
      return rows.size() < max_rows;
    });
  return rows;
}

std::string csv_field(std::string_view value) {
  const bool quote = value.find_first_of(",\"\r\n;\t") != std::string_view::npos || value.starts_with(' ') || value.ends_with(' ');
  if (!quote) return std::string(value);
  std::string out = "\"";
  for (char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace foi
