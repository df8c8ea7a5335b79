// Any text as a disclosure log: its entries are what their bytes say, and no link leads out of the folder.
#include <cstdlib>

#include "indexer/log_pages.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"
#include "indexer/understand/log_page.h"

namespace {

using namespace foi;

void check_entry(const understand::Entry& entry) {
  const std::string bytes = understand::encode_entry(entry);
  const auto back = understand::decode_entry(bytes);
  if (!back || bytes.size() > limits::kMaxLogEntryBytes || understand::encode_entry(*back) != bytes) std::abort();
  if (!valid_utf8(understand::entry_extraction(*back).pages.at(0).text)) std::abort();
  const EntryNote note = note_of(entry);
  if (!decode_entry_note(encode_entry_note(note)) || name_of_entry(note.says).find('/') != std::string::npos) std::abort();
}

void check_link(std::string_view link) {
  for (const std::string& place : places_of_link("a.zip!/b/log.html", link))
    if (!place.starts_with("a.zip!/") || ("/" + place + "/").find("/../") != std::string::npos) std::abort();
  join_url("https://example.org/log", link);
}

// The same text as a page of blocks or of a table.
Extraction as_page(const Extraction& csv, bool table) {
  Extraction page = csv;
  page.media_type = "text/html";
  Listing listing;
  listing.table = table;
  for (const std::string_view line : split(csv.pages[0].text, '\n')) {
    ListingRow row;
    for (const std::string_view cell : split(line, '\t')) row.cells.push_back({{}, std::string(cell), {std::string(cell)}});
    if (listing.rows.size() < limits::kMaxListingRows) listing.rows.push_back(std::move(row));
  }
  page.listings.push_back(std::move(listing));
  return page;
}

// The same text as a sheet each of whose lines leads to what it says.
Extraction as_workbook(const Extraction& csv) {
  Extraction workbook = csv;
  workbook.media_type = "application/vnd.oasis.opendocument.spreadsheet";
  std::uint32_t line = 0;
  for (const std::string_view words : split(csv.pages[0].text, '\n')) {
    if (line < limits::kMaxListingRows) workbook.cell_links.push_back({1, line, line % 3, std::string(utf8_prefix(words, 100))});
    ++line;
  }
  return workbook;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = clean_utf8({reinterpret_cast<const char*>(data), size});
  Extraction csv;
  csv.media_type = "text/csv";
  csv.pages.emplace_back();
  csv.pages[0].text = text;
  for (const Extraction& extraction : {csv, as_page(csv, true), as_page(csv, false), as_workbook(csv)})
    if (const auto log = understand::find_log(extraction))
      for (const understand::Entry& entry : log->entries) check_entry(entry);
  check_link(text);
  understand::decode_entry(text);
  decode_entry_note({reinterpret_cast<const char*>(data), size});
  return 0;
}
