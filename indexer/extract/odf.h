// What the two OpenDocument readers share: what styles say of visibility and breaks, and text with its spaces.
#pragma once

#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/flow.h"
#include "indexer/extract/office_xml.h"
#include "indexer/model/result.h"

namespace foi::extract {

struct OdfStyle {
  std::string parent;
  bool hidden_text = false;   // text:display="none"
  bool hidden_table = false;  // table:display="false"
  bool break_before = false, break_after = false;
};

class OdfStyles {
 public:
  // Adds those of office:styles or office:automatic-styles.
  void add(const pugi::xml_node& styles);
  // With what it inherits; the empty style where the name is unknown.
  OdfStyle resolve(std::string_view name) const;

 private:
  std::map<std::string, OdfStyle, std::less<>> styles_;
};

struct OdfTally {
  std::uint32_t hidden = 0, deleted = 0, comments = 0, rows = 0, columns = 0, sheets = 0;
  bool too_deep = false;
};

struct OdfContext {
  OdfStyles styles;
  OdfTally tally;
  Lines notes;                     // foot- and endnotes, numbered in the order of their marks
  std::vector<std::string> links;  // of words that are shown, as the file writes them; the first limits::kMaxLinksOfCell since it was empty
};

// The package of an OpenDocument file with its styles read. Errors: kDocument ("encrypted with a password", "damaged …").
Result<Package> open_odf(std::string_view bytes, OdfContext& context);

// text:p or text:h → its text; boxes anchored in it add lines of their own to `boxes`.
std::string odf_paragraph(const pugi::xml_node& paragraph, OdfContext& context, Lines& boxes, int depth);
// Paragraphs, lists, tables, sections under node, in order. A line that begins a page begins with \f.
void odf_blocks(const pugi::xml_node& node, OdfContext& context, Lines& lines, int depth);

// Counts of what was left out, for Sink::hidden.
void give_hidden(const OdfTally& tally, const Package& package, Sink& sink);

}  // namespace foi::extract
