// Word and Excel files. ZIP entries carry a fixed time, so the same letter gives the same bytes.
#pragma once

#include <string>
#include <vector>

#include "corpus/make/letter.h"
#include "corpus/make/style.h"
#include "indexer/model/result.h"

namespace foi::corpus {

struct ZipEntry {
  std::string name, bytes;
};
Result<std::string> write_zip(const std::vector<ZipEntry>& entries);

// Letterhead and footer as header and footer parts; @box as a text box with its old-Word fallback; deletions as tracked changes; hidden
// runs as hidden text; with "numbering: auto" the numbers of items are Word's own and not in the text.
Result<std::string> write_docx(const Letter& letter, const HouseStyle& style);

// The body is sheets: "@sheet NAME" (or "@hidden-sheet NAME") and rows "| a | b |". A row after "@hidden-row" is hidden; "@hidden-column B"
// hides a column; "@widths 20 12 12" sets widths. Numbers become numbers, **bold** cells headings.
Result<std::string> write_xlsx(const Letter& letter);

std::string xml_escaped(std::string_view text);
// The properties part every office file has.
std::string core_properties(const Letter& letter);

}  // namespace foi::corpus
