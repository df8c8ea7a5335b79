// A look at what a PDF's pages draw, without drawing them: whether there is any reason to suspect that words of it cannot be seen. Most
// letters give none, and are never drawn; what is not understood at a glance is a reason. Pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace foi::extract {

// The smallest rectangle that holds every page as shown, in PDF's own user space: points, origin at the bottom left.
struct PdfBounds {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

struct PdfGlance {
  bool may_hide = false;           // some word may be invisible, covered, clipped or of the colour of its ground
  std::uint32_t runs_outside = 0;  // runs of text that start outside the bounds
};

PdfGlance glance_at(std::string_view pdf, const PdfBounds& bounds);

}  // namespace foi::extract
