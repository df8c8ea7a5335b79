#include "indexer/extract/picture.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <string>

#include "indexer/extract/points.h"
#include "indexer/model/limits.h"

namespace foi::extract {
namespace {

// The longer side of A4, in inches.
constexpr double kSheet = 11.69;
// Resolutions that a file may claim and be believed: screens say 72 whatever is on them.
constexpr double kLeastDpi = 90;
constexpr double kMostDpi = 1'200;
// A picture is brought to the resolution asked for when it is off by more than this factor.
constexpr double kNearEnough = 1.5;
// Larger than this many times, letters of a small picture only blur.
constexpr double kMostEnlarged = 3;

struct DestroyPix {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, DestroyPix>;

struct Header {
  int width = 0, height = 0;
};

const l_uint8* data_of(std::string_view bytes) { return reinterpret_cast<const l_uint8*>(bytes.data()); }

bool read_header(std::string_view bytes, bool tiff, std::uint32_t number, Header& header) {
  l_int32 format = 0, bits = 0, samples = 0, resolution = 0, mapped = 0;
  if (tiff)
    return readHeaderMemTiff(data_of(bytes), bytes.size(), static_cast<l_int32>(number) - 1, &header.width, &header.height, &bits, &samples,
                             &resolution, &mapped, &format) == 0;
  return pixReadHeaderMem(data_of(bytes), bytes.size(), &format, &header.width, &header.height, &bits, &samples, &mapped) == 0;
}

// Grey, eight bits, on white.
PixPtr to_grey(PixPtr pix) {
  if (pixGetSpp(pix.get()) == 4) pix.reset(pixAlphaBlendUniform(pix.get(), 0xffffff00));
  return pix ? PixPtr(pixConvertTo8(pix.get(), 0)) : nullptr;
}

double dpi_of(Pix* pix) {
  const double said = std::max(pixGetXRes(pix), pixGetYRes(pix));
  const double longer = std::max(pixGetWidth(pix), pixGetHeight(pix));
  return said >= kLeastDpi && said <= kMostDpi ? said : std::clamp(longer / kSheet, kPointsAnInch, kMostDpi);
}

PixPtr brought_to(PixPtr pix, double& dpi, double wanted) {
  const double pixels = static_cast<double>(pixGetWidth(pix.get())) * pixGetHeight(pix.get());
  const double most = std::sqrt(static_cast<double>(limits::kMaxRenderPixels) / pixels);
  if (dpi < wanted * kNearEnough && dpi > wanted / kNearEnough && most >= 1) return pix;
  const double factor = std::min({wanted / dpi, most, kMostEnlarged});
  PixPtr scaled(pixScale(pix.get(), static_cast<float>(factor), static_cast<float>(factor)));
  if (!scaled) return pix;
  dpi *= factor;
  return scaled;
}

PageImage page_of(Pix* pix, double dpi) {
  PageImage page;
  const auto width = static_cast<std::size_t>(pixGetWidth(pix));
  const auto height = static_cast<std::size_t>(pixGetHeight(pix));
  page.dpi = dpi;
  page.page_width = static_cast<float>(static_cast<double>(width) * kPointsAnInch / dpi);
  page.page_height = static_cast<float>(static_cast<double>(height) * kPointsAnInch / dpi);
  page.image = {static_cast<int>(width), static_cast<int>(height), std::vector<std::uint8_t>(width * height)};
  // Leptonica has the first pixel in the high byte of a word.
  pixEndianByteSwap(pix);
  const auto* data = reinterpret_cast<const std::uint8_t*>(pixGetData(pix));
  const auto line = static_cast<std::size_t>(pixGetWpl(pix)) * sizeof(l_uint32);
  for (std::size_t y = 0; y < height; ++y) std::memcpy(&page.image.pixels[y * width], data + y * line, width);
  return page;
}

}  // namespace

bool is_picture(std::string_view media_type) {
  return media_type == "image/png" || media_type == "image/jpeg" || media_type == "image/tiff";
}

namespace {

// As it stands in the file, grey; dpi becomes what it is taken to have.
Result<PixPtr> decode(std::string_view bytes, std::string_view media_type, std::uint32_t number, double& dpi) {
  const bool tiff = media_type == "image/tiff";
  Header header;
  if (!read_header(bytes, tiff, number, header) || header.width <= 0 || header.height <= 0)
    return document_error("damaged picture: it cannot be decoded");
  if (static_cast<std::uint64_t>(header.width) * static_cast<std::uint64_t>(header.height) > limits::kMaxPicturePixels)
    return document_error("a picture of " + std::to_string(header.width) + " by " + std::to_string(header.height) +
                          " pixels, more than is read");
  PixPtr pix(tiff ? pixReadMemTiff(data_of(bytes), bytes.size(), static_cast<l_int32>(number) - 1)
                  : pixReadMem(data_of(bytes), bytes.size()));
  if (!pix) return document_error("damaged picture: it cannot be decoded");
  dpi = dpi_of(pix.get());
  PixPtr grey = to_grey(std::move(pix));
  if (!grey || pixGetDepth(grey.get()) != 8) return document_error("damaged picture: it cannot be turned to grey");
  return grey;
}

// Smaller, never larger.
PixPtr narrowed_to(PixPtr pix, int width) {
  const double wide = pixGetWidth(pix.get()), high = pixGetHeight(pix.get());
  const double most = std::sqrt(static_cast<double>(limits::kMaxDrawnPixels) / (wide * high));
  const double factor = std::min({1.0, width / wide, most});
  if (factor >= 1) return pix;
  return PixPtr(pixScaleToSize(pix.get(), std::max(1, static_cast<int>(std::lround(wide * factor))),
                               std::max(1, static_cast<int>(std::lround(high * factor)))));
}

}  // namespace

Result<PageImage> read_picture(std::string_view bytes, std::string_view media_type, std::uint32_t number, int dpi) {
  double resolution = 0;
  Result<PixPtr> grey = decode(bytes, media_type, number, resolution);
  if (!grey) return grey.error();
  const PixPtr brought = brought_to(std::move(*grey), resolution, dpi);
  return page_of(brought.get(), resolution);
}

Result<PageImage> read_picture_to_width(std::string_view bytes, std::string_view media_type, std::uint32_t number, int width) {
  double resolution = 0;
  Result<PixPtr> grey = decode(bytes, media_type, number, resolution);
  if (!grey) return grey.error();
  const double wide = pixGetWidth(grey->get());
  const PixPtr narrow = narrowed_to(std::move(*grey), width);
  if (!narrow) return document_error("needs more memory than is allowed");
  return page_of(narrow.get(), resolution * pixGetWidth(narrow.get()) / wide);
}

}  // namespace foi::extract
