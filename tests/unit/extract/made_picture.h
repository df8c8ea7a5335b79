// Image files made in a test.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/pdf_image.h"

namespace foi::extract {

// type: image/png, image/jpeg or image/tiff; dpi 0: the file does not say.
std::string make_picture(const GreyImage& image, const std::string& type, int dpi);
// Pages at 150 dpi.
std::string make_tiff(const std::vector<GreyImage>& pages);
// Black, and not to be seen.
std::string make_transparent_png(int width, int height);

}  // namespace foi::extract
