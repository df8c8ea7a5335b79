// A picture as a worker draws it and as its parent gets it.
#pragma once

#include <cstdint>
#include <vector>

namespace foi::extract {

// Rows from the top, one byte a pixel, 0 black.
struct GreyImage {
  int width = 0, height = 0;
  std::vector<std::uint8_t> pixels;
};

}  // namespace foi::extract
