// Tables in the flow: rows stay whole, and the header row is repeated on a new page.
#pragma once

#include "corpus/make/flow.h"

namespace foi::corpus {

class TableSetter {
 public:
  TableSetter(Flow& flow, const Block& block);
  void set();

 private:
  struct Cell {
    Layout layout;
    double x = 0, width = 0;
  };
  std::vector<Cell> lay_row(std::size_t row) const;
  void draw_row(std::size_t row, const std::vector<Cell>& cells);
  bool is_header(std::size_t row) const { return block_.header_row && row == 0; }

  Flow& flow_;
  const Block& block_;
  std::vector<double> edges_;  // of the columns, one more than there are columns
};

}  // namespace foi::corpus
