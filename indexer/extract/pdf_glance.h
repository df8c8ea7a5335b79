// A look at a PDF without drawing its pages: whether there is any reason to suspect that words of them cannot be seen, and what else the
// file holds that its pages do not show. Most letters give no reason, and are never drawn; what is not understood at a glance is one. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/pdf_objects.h"

namespace foi::extract {

// The smallest rectangle that holds every page as shown, in PDF's own user space: points, origin at the bottom left.
struct PdfBounds {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

struct PdfGlance {
  bool may_hide = false;           // some word may be invisible, covered, clipped or of the colour of its ground
  std::uint32_t runs_outside = 0;  // runs of text that start outside the bounds
  PdfUnshown unshown;
  // Texts to be taken in place of what is drawn (/ActualText), UTF-8, where they may say something else. A ligature's letters, a hyphen or
  // the same words again say nothing else.
  std::vector<std::string> replacements;
};

PdfGlance glance_at(std::string_view pdf, const PdfBounds& bounds);

}  // namespace foi::extract
