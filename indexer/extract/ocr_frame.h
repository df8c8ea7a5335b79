// Where a point of a picture made ready for OCR (turned upright, deskewed) is on the page. Pure.
#pragma once

#include "indexer/model/document.h"

namespace foi::extract {

struct OcrFrame {
  int drawn_width = 0, drawn_height = 0;  // pixels of the page as drawn
  double dpi = 200;                       // of the page as drawn, and of the picture made from it
  int quarters = 0;                       // clockwise quarter turns that were applied, 0 to 3
  double angle = 0;                       // radians clockwise that it was rotated by after that, about the middle
  int width = 0, height = 0;              // pixels of the picture made from it

  // A box of the picture, in points of the picture → the box round it on the page as shown, in points, no farther than its edges.
  Box on_page(const Box& in_picture) const;
};

}  // namespace foi::extract
