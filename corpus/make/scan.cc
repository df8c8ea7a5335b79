#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <numbers>

#include "corpus/make/letter.h"
#include "corpus/make/random.h"
#include "corpus/make/surfaces.h"

namespace foi::corpus {
namespace {

struct PixDestroy {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using Picture = std::unique_ptr<PIX, PixDestroy>;
struct PixaDestroy {
  void operator()(PIXA* all) const { pixaDestroy(&all); }
};

std::uint8_t clamp_grey(double value) { return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0l, 255l)); }

// The page in greys, 8 bits a pixel.
Picture draw(const PageArt& page, int dpi) {
  const double scale = dpi / 72.0;
  const int width = static_cast<int>(std::lround(page.width * scale)), height = static_cast<int>(std::lround(page.height * scale));
  std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height),
                                                                             cairo_surface_destroy);
  std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo(cairo_create(surface.get()), cairo_destroy);
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  cairo_scale(cairo.get(), scale, scale);
  paint(cairo.get(), page);
  cairo_surface_flush(surface.get());
  Picture grey(pixCreate(width, height, 8));
  const unsigned char* data = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < height; ++y) {
    l_uint32* line = pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
    const auto* row = reinterpret_cast<const std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = 0; x < width; ++x) {
      const std::uint32_t pixel = row[x];
      SET_DATA_BYTE(line, x, static_cast<l_uint8>(((pixel >> 16 & 255u) * 77 + (pixel >> 8 & 255u) * 150 + (pixel & 255u) * 29) >> 8));
    }
  }
  return grey;
}

Picture blurred(Picture page, double deviation) {
  if (deviation < 0.3) return page;
  const int reach = static_cast<int>(std::ceil(deviation * 2.5));
  Picture result(nullptr);
  L_KERNEL *across = nullptr, *down = nullptr;
  makeGaussianKernelSep(reach, reach, static_cast<l_float32>(deviation), 1.0f, &across, &down);
  result.reset(pixConvolveSep(page.get(), across, down, 8, 1));
  kernelDestroy(&across);
  kernelDestroy(&down);
  return result;
}

// Light that falls off towards one corner, paper that is not white, and grain.
void soil(PIX* page, const ScanSettings& settings) {
  Random random(settings.seed ^ 0x5ca9ull);
  const int width = pixGetWidth(page), height = pixGetHeight(page);
  const bool from_left = random.below(2) == 0;
  for (int y = 0; y < height; ++y) {
    l_uint32* line = pixGetData(page) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(page);
    for (int x = 0; x < width; ++x) {
      const double across = static_cast<double>(from_left ? width - x : x) / width, down = static_cast<double>(y) / height;
      const double light = settings.shade * (0.25 + 0.75 * (across * 0.6 + down * 0.4) * (across * 0.6 + down * 0.4));
      const double grain = settings.noise > 0 ? settings.noise * random.normal() : 0;
      SET_DATA_BYTE(line, x, clamp_grey(GET_DATA_BYTE(line, x) * (1 - settings.shade / 700) - light + grain));
    }
  }
}

// Black and white at the machine's resolution, a few specks, and now and then a line dropped or doubled.
Picture faxed(const Picture& page, const ScanSettings& settings) {
  Random random(settings.seed ^ 0xfa8ull);
  Picture black_white(pixThresholdToBinary(page.get(), 150));
  const int width = pixGetWidth(black_white.get()), height = pixGetHeight(black_white.get());
  for (int i = 0; i < width * height / 9000; ++i) {
    const auto x = static_cast<int>(random.below(static_cast<std::uint64_t>(width)));
    const auto y = static_cast<int>(random.below(static_cast<std::uint64_t>(height)));
    pixFlipPixel(black_white.get(), x, y);
  }
  const int words = pixGetWpl(black_white.get());
  for (int i = 0; i < height / 160; ++i) {
    const auto y = static_cast<std::ptrdiff_t>(1 + random.below(static_cast<std::uint64_t>(height - 1)));
    l_uint32* data = pixGetData(black_white.get());
    std::copy_n(data + (y - 1) * words, words, data + y * words);
  }
  return black_white;
}

Result<SheetImage> as_jpeg(PIX* page, const ScanSettings& settings) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixSetResolution(page, settings.dpi, settings.dpi);
  if (pixWriteMemJpeg(&data, &size, page, settings.quality, 0) != 0) return environment_error("the scan could not be written as JPEG");
  SheetImage image{.bytes = std::string(reinterpret_cast<char*>(data), size),
                   .width = pixGetWidth(page),
                   .height = pixGetHeight(page),
                   .dpi = settings.dpi};
  std::free(data);
  return image;
}

Result<SheetImage> as_g4(PIX* page, const ScanSettings& settings) {
  L_COMP_DATA* data = nullptr;
  if (pixGenerateCIData(page, L_G4_ENCODE, 0, 0, &data) != 0) return environment_error("the fax could not be written as G4");
  SheetImage image{.bytes = std::string(reinterpret_cast<char*>(data->datacomp), data->nbytescomp),
                   .width = pixGetWidth(page),
                   .height = pixGetHeight(page),
                   .dpi = settings.dpi,
                   .g4 = true};
  l_CIDataDestroy(&data);
  return image;
}

}  // namespace

Result<ScanSettings> parse_scan(std::string_view text) {
  ScanSettings settings;
  std::map<std::string, double> given;
  for (const std::string& pair : split_list(text, ' ')) {
    const auto equals = pair.find('=');
    if (equals == std::string::npos) return usage_error("scan setting '" + pair + "' is not name=number");
    given[pair.substr(0, equals)] = std::atof(pair.c_str() + equals + 1);
  }
  for (const auto& [name, value] : given) {
    if (name == "dpi")
      settings.dpi = static_cast<int>(value);
    else if (name == "skew")
      settings.skew = value;
    else if (name == "blur")
      settings.blur = value;
    else if (name == "shade")
      settings.shade = value;
    else if (name == "noise")
      settings.noise = value;
    else if (name == "quality")
      settings.quality = static_cast<int>(value);
    else if (name == "turn")
      settings.turn = static_cast<int>(value);
    else if (name == "fax")
      settings.fax = value != 0;
    else
      return usage_error("unknown scan setting '" + name + "'");
  }
  return settings;
}

namespace {

Picture scanned_sheet(const PageArt& page, const ScanSettings& settings) {
  Picture sheet = draw(page, settings.dpi);
  if (settings.skew != 0) {
    const auto angle = static_cast<l_float32>(settings.skew * std::numbers::pi / 180);
    sheet.reset(pixRotateAMGray(sheet.get(), angle, 255));
  }
  sheet = blurred(std::move(sheet), settings.blur * settings.dpi / 300.0);
  if (settings.turn % 4 != 0) sheet.reset(pixRotateOrth(sheet.get(), settings.turn % 4));
  if (settings.shade > 0 || settings.noise > 0) soil(sheet.get(), settings);
  pixSetResolution(sheet.get(), settings.dpi, settings.dpi);
  return sheet;
}

// Black and white, as an office's scanner sends it.
Result<std::string> as_tiff(const std::vector<Picture>& sheets) {
  std::unique_ptr<PIXA, PixaDestroy> all(pixaCreate(static_cast<l_int32>(sheets.size())));
  for (const Picture& sheet : sheets) pixaAddPix(all.get(), pixThresholdToBinary(sheet.get(), 150), L_INSERT);
  l_uint8* data = nullptr;
  std::size_t size = 0;
  if (pixaWriteMemMultipageTiff(&data, &size, all.get()) != 0) return environment_error("the scan could not be written as TIFF");
  std::string bytes(reinterpret_cast<char*>(data), size);
  std::free(data);
  return bytes;
}

}  // namespace

Result<std::string> write_picture(const std::vector<PageArt>& pages, const std::vector<ScanSettings>& settings, PictureKind kind) {
  std::vector<Picture> sheets;
  for (std::size_t i = 0; i < pages.size(); ++i) sheets.push_back(scanned_sheet(pages[i], settings[i]));
  if (kind == PictureKind::kTiff) return as_tiff(sheets);
  if (kind == PictureKind::kJpeg) {
    const Result<SheetImage> image = as_jpeg(sheets.front().get(), settings.front());
    return image ? Result<std::string>(image->bytes) : image.error();
  }
  l_uint8* data = nullptr;
  std::size_t size = 0;
  if (pixWriteMemPng(&data, &size, sheets.front().get(), 0) != 0) return environment_error("the scan could not be written as PNG");
  std::string bytes(reinterpret_cast<char*>(data), size);
  std::free(data);
  return bytes;
}

Result<SheetImage> scan_page(const PageArt& page, const ScanSettings& settings) {
  const Picture sheet = scanned_sheet(page, settings);
  if (settings.fax) return as_g4(faxed(sheet, settings).get(), settings);
  return as_jpeg(sheet.get(), settings);
}

}  // namespace foi::corpus
