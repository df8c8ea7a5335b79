// One story of a Word document (the body, a header, a footnote) → lines of text. What Word would not print is left out and counted.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/docx_numbering.h"
#include "indexer/extract/docx_styles.h"

namespace foi::extract {

// Inside lines: where the author ended a page, and where a section ends, which ends a page or not depending on the section that follows.
inline constexpr char kPageBreak = '\f';
inline constexpr char kSectionEnd = '\v';

struct DocxTally {
  std::uint32_t deleted = 0, moved = 0, hidden = 0, hidden_rows = 0;
  std::uint32_t pictures = 0;
  bool too_deep = false;
};

// Shared by the stories of one document.
struct DocxContext {
  DocxStyles styles;
  DocxNumbering numbering;
  DocxTally tally;
  Paint paper = kWhite;
  std::vector<pugi::xml_node> sections;  // w:sectPr in order, the last is the body's own
  // Numbers given to notes as they are met: id → number.
  std::map<std::string, int> footnotes, endnotes;
};

// Lines hold \n where the author broke one; rows of tables are single lines, cells apart by tabs. story is the element whose children are
// paragraphs and tables.
std::vector<std::string> read_story(const pugi::xml_node& story, DocxContext& context);

}  // namespace foi::extract
