// Word, Excel, PowerPoint and OpenDocument files, and ZIPs. ZIP entries carry a fixed time, so the same letter gives the same bytes.
#pragma once

#include <set>
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

// Sheets of a body, as write_xlsx describes them.
struct Sheet {
  std::string name{};
  bool hidden = false;
  std::vector<std::vector<std::string>> rows{};
  std::set<std::size_t> hidden_rows{}, hidden_columns{};  // zero-based
  std::vector<std::string> widths{};
};
std::vector<Sheet> read_sheets(const std::string& body);
// A number as people type it, thousands separated or not; otherwise nothing. A zero in front means it is a label.
std::string as_number(std::string text);

// OpenDocument: text of the body's blocks under the letterhead's words, and sheets as write_xlsx takes them.
Result<std::string> write_odt(const Letter& letter);
Result<std::string> write_ods(const Letter& letter);
// The body is slides: each heading begins one.
Result<std::string> write_pptx(const Letter& letter);
// The body is members, each begun by "@member NAME" on a line of its own; their bytes are the lines that follow.
Result<std::string> write_letters_zip(const Letter& letter);

std::string xml_escaped(std::string_view text);
// The properties part every office file has.
std::string core_properties(const Letter& letter);

}  // namespace foi::corpus
