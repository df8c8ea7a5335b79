#include "tests/unit/extract/made_picture.h"

#include <leptonica/allheaders.h>

#include <cstdlib>

namespace foi::extract {
namespace {

Pix* to_pix(const GreyImage& image, int dpi) {
  Pix* pix = pixCreate(image.width, image.height, 8);
  for (int y = 0; y < image.height; ++y)
    for (int x = 0; x < image.width; ++x)
      pixSetPixel(pix, x, y,
                  image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)]);
  pixSetResolution(pix, dpi, dpi);
  return pix;
}

std::string taken(l_uint8* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  std::free(data);
  return bytes;
}

std::string written(Pix* pix, int format) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMem(&data, &size, pix, format);
  pixDestroy(&pix);
  return taken(data, size);
}

}  // namespace

std::string make_picture(const GreyImage& image, const std::string& type, int dpi) {
  return written(to_pix(image, dpi), type == "image/png" ? IFF_PNG : type == "image/jpeg" ? IFF_JFIF_JPEG : IFF_TIFF_ZIP);
}

std::string make_tiff(const std::vector<GreyImage>& pages) {
  constexpr int kDpi = 150;
  Pixa* all = pixaCreate(static_cast<l_int32>(pages.size()));
  for (const GreyImage& page : pages) pixaAddPix(all, to_pix(page, kDpi), L_INSERT);
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixaWriteMemMultipageTiff(&data, &size, all);
  pixaDestroy(&all);
  return taken(data, size);
}

std::string make_transparent_png(int width, int height) {
  Pix* pix = pixCreate(width, height, 32);
  pixSetSpp(pix, 4);
  return written(pix, IFF_PNG);
}

}  // namespace foi::extract
