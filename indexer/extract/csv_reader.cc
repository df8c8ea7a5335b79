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
