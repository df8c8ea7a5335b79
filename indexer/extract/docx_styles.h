// What a Word document's styles say about text: whether it is hidden, how it is painted, and which list numbers it.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "indexer/extract/colour.h"

namespace foi::extract {

struct DocxStyle {
  std::string based_on;
  std::optional<bool> hidden;
  Paint letters;           // unknown where they are automatic: white on dark shading, else black
  Paint ground;            // of the letters, by highlighting or shading
  Paint paragraph_ground;  // of the whole paragraph
  bool paints_cells = false;
  std::optional<long> list;
  std::optional<long> level;
};

class DocxStyles {
 public:
  DocxStyles() = default;
  // styles is the root of styles.xml.
  explicit DocxStyles(const pugi::xml_node& styles);

  // With what it inherits. An unknown or empty name is the default paragraph style.
  DocxStyle resolve(std::string_view style) const;
  // What holds where no style of a paragraph says anything.
  const DocxStyle& defaults() const { return defaults_; }

 private:
  std::map<std::string, DocxStyle, std::less<>> styles_;
  std::string default_;
  DocxStyle defaults_;
};

// w:rPr: hidden text, if it says so either way.
std::optional<bool> hidden_in(const pugi::xml_node& run_properties);

// w:rPr: the colour of letters.
Paint letters_in(const pugi::xml_node& run_properties);
// w:rPr, w:pPr, w:tcPr, w:tblPr: a ground other than what is around.
Paint ground_in(const pugi::xml_node& properties);
// w:rPr: letters under the highlighter's black.
bool is_blacked_out(const pugi::xml_node& run_properties);

}  // namespace foi::extract
