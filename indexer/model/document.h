// What extraction makes of a file: pages of text with the place of every word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foi {

// A rectangle on a page as it is shown (rotation applied): PDF points (1/72 inch), origin at the top left.
struct Box {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  bool operator==(const Box&) const = default;
};

// A run of Page::text and where it stands on the page.
struct Word {
  std::uint32_t start = 0, end = 0;  // bytes of Page::text, half-open
  Box box;
  float confidence = 1;  // 0 to 1; 1 for a text layer, the engine's own for OCR
  bool operator==(const Word&) const = default;
};

enum class PageSource : std::uint8_t { kText, kOcr, kNone };  // kNone: neither gave text; notes say why

// A PDF page, an image, a sheet; a flowing document (DOCX, text, e-mail) is one page cut at explicit breaks, without boxes.
struct Page {
  std::uint32_t number = 1;  // one-based
  PageSource source = PageSource::kText;
  float confidence = 1;         // mean of its words, 0 to 1
  float width = 0, height = 0;  // points, as shown; 0 when the document flows
  std::uint16_t rotation = 0;   // degrees clockwise that were applied to show it: 0, 90, 180, 270
  std::string text;             // UTF-8, rows of a table kept on one line, lines end in \n
  std::vector<Word> words;      // in order of start
  bool operator==(const Page&) const = default;
};

// Something that was not read, or was doubtful, and where. page 0 is the document as a whole.
struct Note {
  std::uint32_t page = 0;
  std::string what;
  bool operator==(const Note&) const = default;
};

// What a reader of the original cannot see and what was therefore left out: "hidden sheet", "hidden row", "deleted revision", "comment" …
// The first of these means that words may be drawn which nobody judged.
inline constexpr const char* kUnseenWords = "word that cannot be seen on its page";
struct HiddenCount {
  std::string what;
  std::uint32_t count = 0;
  bool operator==(const HiddenCount&) const = default;
};

// A document that another holds: a member of a ZIP file, an attachment of a message. Unless it was left out it is kept and read as a
// document of its own.
struct Member {
  std::string name;    // in what holds it, UTF-8, one line; for people, and none other of the same document has it
  std::string sha256;  // empty when it was left out: too many or too large, or encrypted
  std::uint64_t bytes = 0;
  bool operator==(const Member&) const = default;
};

// What a page shows row by row: a table, or blocks that are alike one after another (items of a list, cards, definitions). Only web pages
// give it apart from their text, since only there do the bounds of blocks not show in the text.
struct ListingCell {
  std::string label;               // what the page itself writes beside it as its name (a <dt>, a <th> of the same row); or empty
  std::string text;                // lines end in \n but the last
  std::vector<std::string> links;  // where its links lead, as the page writes it
  bool operator==(const ListingCell&) const = default;
};
struct ListingRow {
  bool head = false;  // the page marks it as headings of the columns
  std::vector<ListingCell> cells;
  bool operator==(const ListingRow&) const = default;
};
struct Listing {
  bool table = true;
  std::string heading;  // the last heading before it; or empty
  std::vector<ListingRow> rows;
  std::uint32_t left_out = 0;  // rows beyond limits::kMaxListingRows and its like
  bool operator==(const Listing&) const = default;
};

// Where a cell of a sheet leads: the text of the sheet's page has the words of the cell, and not its link.
struct CellLink {
  std::uint32_t page = 1;            // one-based
  std::uint32_t line = 0, cell = 0;  // of the page's text, and of the line, cells being apart by tabs; zero-based
  std::string to;                    // as a web page beside the workbook would write it: a path from there, or an address
  bool operator==(const CellLink&) const = default;
};

// Its sheets are pages, the name of each in the first line of its text.
inline bool is_workbook(std::string_view media_type) {
  return media_type == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" ||
         media_type == "application/vnd.oasis.opendocument.spreadsheet";
}

struct Extraction {
  std::string media_type;  // found from the bytes, e.g. "application/pdf"
  std::vector<Page> pages;
  std::vector<HiddenCount> hidden;
  std::vector<Note> notes;
  std::vector<Member> members;
  std::string engine;  // versions of the libraries that read it, for people; never part of a key
  std::vector<Listing> listings{};
  std::vector<CellLink> cell_links{};  // of a workbook
  bool operator==(const Extraction&) const = default;
};

}  // namespace foi
