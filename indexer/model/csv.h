// Comma-separated values as people save them (RFC 4180 and its usual lapses): quoted fields with "" and line breaks inside, CRLF or LF, a
// byte order mark, rows of different lengths, a last line without an end.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace foi {

using CsvRow = std::vector<std::string>;
// Gives row after row until take says no: no more than one is in memory. A quote that never closes takes the rest as one field; what is
// beyond the columns that any spreadsheet has stays in the last field, separators and all. separator is ',' or ';' or '\t'.
void for_each_csv_row(std::string_view text, char separator, const std::function<bool(CsvRow row)>& take);
// All rows, or the first max_rows.
std::vector<CsvRow> parse_csv(std::string_view text, char separator = ',', std::size_t max_rows = 1'000'000);
// One field, quoted when it must be.
std::string csv_field(std::string_view value);

}  // namespace foi
