// What the two OpenDocument readers share: what styles say of visibility, colours and breaks, and text with its spaces.
#pragma once

#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/colour.h"
#include "indexer/extract/flow.h"
#include "indexer/extract/office_xml.h"
#include "indexer/model/result.h"

namespace foi::extract {

struct OdfStyle {
  std::string parent;
  bool hidden_text = false;   // text:display="none"
  bool hidden_table = false;  // table:display="false"
  bool break_before = false, break_after = false;
  Paint letters;  // unknown where they are automatic: white on a dark ground, else black
  Paint ground;   // of the letters themselves
  Paint block;    // of the paragraph, cell, row or table
  Paint fill;     // of the shape
};

class OdfStyles {
 public:
  // Adds those of office:styles or office:automatic-styles.
  void add(const pugi::xml_node& styles);
  // With what it inherits; the empty style where the name is unknown.
  OdfStyle resolve(std::string_view name) const;
  // The ground of pages.
  const Paint& paper() const { return paper_; }

 private:
  std::map<std::string, OdfStyle, std::less<>> styles_;
  Paint paper_ = kWhite;
};

struct OdfTally {
  std::uint32_t hidden = 0, deleted = 0, comments = 0, rows = 0, columns = 0, sheets = 0;
  bool too_deep = false;
};

// How what is being read is painted, by what it stands in.
struct OdfLook {
  Paint letters;
  Paint behind;  // of the letters themselves
  Paint ground = kWhite;
};

struct OdfContext {
  OdfStyles styles;
  OdfLook look;
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
