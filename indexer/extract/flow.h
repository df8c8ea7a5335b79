// What the readers of flowing documents share: lines → pages cut where the author cut them, and rows of tables → lines. Pure but for the
// sink.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/worker.h"

namespace foi::extract {

using Lines = std::vector<std::string>;

// White space as in one line.
std::string flat(std::string_view text);

// Cells of one row, each of them lines without empty ones → the row on one line, cells apart by tabs; or, where it is a page set in columns
// rather than a row of figures, cell after cell.
Lines row_lines(std::vector<Lines> cells);

class Flow {
 public:
  // At most one empty line stands between others, and none at the top of a page. A line may hold \n.
  void add(std::string_view line);
  void add(const Lines& lines);
  // What follows begins a page.
  void cut();

  // At least one.
  std::uint32_t pages() const;
  std::string_view text(std::uint32_t number) const;
  bool empty() const;
  // Gives the pages, after sink.document() was told pages(); what is longer than a page may be is cut off, with a note.
  void give(Sink& sink) const;

 private:
  std::vector<std::string> pages_ = std::vector<std::string>(1);
  bool gap_ = false;  // an empty line is due before the next
};

}  // namespace foi::extract
