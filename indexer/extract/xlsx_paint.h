// How the cells of an XLSX file are painted, and so which of them can be read.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/drawing.h"
#include "indexer/extract/office_xml.h"
#include "indexer/extract/xlsx_cells.h"

namespace foi::extract {

// A string as a cell shows it: one part where all of it is painted alike.
struct CellString {
  struct Part {
    std::string text;
    Paint letters;  // unsaid: the cell's
  };
  std::vector<Part> parts;
};

class CellPaints {
 public:
  CellPaints() = default;
  // styles: the root of styles.xml.
  CellPaints(const pugi::xml_node& styles, Scheme scheme);

  const Scheme& scheme() const { return scheme_; }
  // Of <si> or <is>, without the reading aids of East Asian text.
  CellString string_of(const pugi::xml_node& item) const;
  // By the style of a cell.
  Paint letters(std::size_t style) const;
  Paint ground(std::size_t style) const;

 private:
  Paint paint_of(const pugi::xml_node& color) const;
  // The letters that <font>, or the <rPr> of a run, asks for.
  Paint letters_of(const pugi::xml_node& font) const;
  struct Look {
    Paint letters = kBlack, ground = kWhite;
  };
  Scheme scheme_ = plain_scheme();
  std::vector<Look> looks_;
};

// Where a sheet's tables and conditions may paint its cells otherwise than their styles do.
class RepaintedCells {
 public:
  // worksheet: the root of the sheet. tables: the roots of its tables.
  RepaintedCells(const pugi::xml_node& worksheet, const std::vector<pugi::xml_node>& tables);
  bool hold(long row, std::size_t column) const;

 private:
  void add(std::string_view references);
  void find_conditions(const pugi::xml_node& node, int depth);
  std::vector<CellArea> areas_;
};

}  // namespace foi::extract
