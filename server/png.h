// A grey picture as a PNG file. Pure.
#pragma once

#include <string>

#include "indexer/extract/grey_image.h"

namespace foi::server {

// Nothing but the pixels: no text, no time, no place. Precondition: image has width times height pixels, at least one.
std::string encode_png(const extract::GreyImage& image);

}  // namespace foi::server
