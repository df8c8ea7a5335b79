// Columns of markers ("1.", "2.", "3.") that Tesseract took for writing from top to bottom, found by their shape among the words it read.
// Pure. Any unit of length; y grows downwards.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/extract/layout.h"

namespace foi::extract {

struct MarkerColumn {
  Box box;                 // the column
  std::vector<Box> lines;  // each line beside it, with its marker: what is to be read again
};

// A word stands in a column when it is several lines high and no wider than a marker. At most kMostColumnLines lines in all.
inline constexpr std::size_t kMostColumnLines = 80;
std::vector<MarkerColumn> find_marker_columns(const std::vector<PlacedWord>& words);

// A box of points as whole pixels of a picture, no farther than its edges: Tesseract reads whatever it is told to, beyond them too.
struct PixelBox {
  int left = 0, top = 0, width = 0, height = 0;  // none of width or height where it is outside
  bool operator==(const PixelBox&) const = default;
};
PixelBox pixels_within(const Box& points, double dpi, int width, int height);

// "1.", "12", "(b)", "iv)", "Q3".
bool is_marker(std::string_view text);

// The words, with those of the column replaced by the markers, which are of the words read again.
std::vector<PlacedWord> with_markers(std::vector<PlacedWord> words, const MarkerColumn& column, const std::vector<PlacedWord>& read_again);

}  // namespace foi::extract
