#include <algorithm>
#include <array>
#include <string>

#include "indexer/extract/encoding.h"
#include "indexer/extract/readers.h"
#include "indexer/model/csv.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

// The separator most of the first lines have, outside quotes.
char separator_of(std::string_view text) {
  constexpr std::size_t kHead = 16'384;
  constexpr std::array kSeparators = {',', ';', '\t'};
  std::array<std::size_t, kSeparators.size()> seen{};
  bool quoted = false;
  for (const char c : text.substr(0, kHead)) {
    if (c == '"') quoted = !quoted;
    for (std::size_t i = 0; i < kSeparators.size(); ++i)
      if (!quoted && c == kSeparators[i]) ++seen[i];
  }
  return kSeparators[static_cast<std::size_t>(std::max_element(seen.begin(), seen.end()) - seen.begin())];
}

// The first rows of a text, without one that its end may cut off.
std::vector<CsvRow> first_rows(std::string_view text) {
  constexpr std::size_t kHead = 16'384, kRows = 50;
  const std::size_t end = text.size() > kHead ? text.rfind('\n', kHead) : text.size();
  if (end == std::string_view::npos) return {};
  std::vector<CsvRow> rows = parse_csv(text.substr(0, end), separator_of(text), kRows);
  while (!rows.empty() && rows.back().size() == 1) rows.pop_back();  // lines under the table
  return rows;
}

// One row is one line: white space inside a field cannot break it or look like a separator.
void append_row(std::string& out, const CsvRow& row) {
  std::size_t filled = row.size();
  while (filled > 0 && trim(row[filled - 1]).empty()) --filled;
  for (std::size_t i = 0; i < filled; ++i) {
    if (i > 0) out += '\t';
    for (const char c : trim(row[i])) out += c == '\n' || c == '\t' || c == '\f' ? ' ' : c;
  }
  out += '\n';
}

}  // namespace

bool is_plainly_csv(std::string_view text) {
  constexpr std::size_t kFewestRows = 4, kFewestFields = 3, kLongestHeading = 60;
  const std::vector<CsvRow> rows = first_rows(text);
  if (rows.size() < kFewestRows || rows[0].size() < kFewestFields) return false;
  const bool headed = std::all_of(rows[0].begin(), rows[0].end(), [](const std::string& cell) {
    return !trim(cell).empty() && cell.size() <= kLongestHeading && cell.find_first_of("\n.!?") == std::string::npos;
  });
  return headed && std::all_of(rows.begin(), rows.end(), [&](const CsvRow& row) { return row.size() == rows[0].size(); });
}

Status read_csv(std::string_view bytes, Sink& sink) {
  if (bytes.empty()) return document_error("empty file");
  const std::string text = decode_text(bytes);
  std::string lines;
  for (const CsvRow& row : parse_csv(text, separator_of(text))) {
    append_row(lines, row);
    if (lines.size() > limits::kMaxPageTextBytes) break;
  }
  Page page;
  page.number = 1;
  page.text = clean_utf8(utf8_prefix(lines, limits::kMaxPageTextBytes));
  sink.document("text/csv", 1, "");
  if (page.text.size() < lines.size()) sink.note({1, "longer than a page may be: the rest was left out"});
  sink.page(page, false);
  return success();
}

}  // namespace foi::extract
