// White letters on a dark ground, as letterheads and the heads of tables have them, for an engine that reads dark on light.
#pragma once

#include "indexer/extract/grey_image.h"

namespace foi::extract {

// Turns light and dark about in every area of at least four by four millimetres that is mostly darker than paper, and leaves the rest as it
// is: print, however bold, is never so dark over so much. What is nearly black becomes one
// grey, so that nothing comes to light that was blacked out. paper: the grey of the paper, dpi: pixels an inch. Returns whether there was
// any.
bool turn_dark_areas(GreyImage& image, int paper, double dpi);

}  // namespace foi::extract
