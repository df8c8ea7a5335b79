#include "indexer/extract/pdf_image.h"

#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "indexer/extract/pdf_open.h"
#include "indexer/extract/points.h"
#include "indexer/model/limits.h"

namespace foi::extract {
namespace {

double affordable_dpi(const PdfPageSize& size, double dpi, std::uint64_t most_pixels) {
  const double pixels = static_cast<double>(size.width) * static_cast<double>(size.height) * dpi * dpi / (kPointsAnInch * kPointsAnInch);
  const auto most = static_cast<double>(most_pixels);
  return pixels <= most ? dpi : dpi * std::sqrt(most / pixels);
}

void whiten(GreyImage& image, const Box& box, double scale) {
  const auto pixel = [&](float v, int most) { return static_cast<int>(std::clamp(std::lround(v * scale), 0l, static_cast<long>(most))); };
  const int x0 = std::max(pixel(box.x0, image.width) - 1, 0);
  const int x1 = std::min(pixel(box.x1, image.width) + 1, image.width);
  const int y0 = std::max(pixel(box.y0, image.height) - 1, 0);
  const int y1 = std::min(pixel(box.y1, image.height) + 1, image.height);
  for (int y = y0; y < y1; ++y)
    if (x1 > x0)
      std::memset(&image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x0)], 255,
                  static_cast<std::size_t>(x1 - x0));
}

}  // namespace

PdfImages::PdfImages(std::unique_ptr<poppler::document> document) : document_(std::move(document)) {}
PdfImages::PdfImages(PdfImages&&) noexcept = default;
PdfImages& PdfImages::operator=(PdfImages&&) noexcept = default;
PdfImages::~PdfImages() = default;

Result<PdfImages> PdfImages::open(std::string_view bytes) {
  Result<std::unique_ptr<poppler::document>> document = open_pdf(bytes);
  if (!document) return document.error();
  return PdfImages(std::move(*document));
}

std::uint32_t PdfImages::pages() const { return static_cast<std::uint32_t>(document_->pages()); }

Result<PageImage> PdfImages::draw(std::uint32_t number, double dpi) const {
  Result<std::unique_ptr<poppler::page>> page = open_page(*document_, number);
  if (!page) return page.error();
  const PdfPageSize size = page_size(**page);
  PageImage drawn;
  drawn.dpi = affordable_dpi(size, dpi, limits::kMaxRenderPixels);
  drawn.page_width = size.width;
  drawn.page_height = size.height;
  drawn.rotation = size.rotation;
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  const poppler::image picture = renderer.render_page(page->get(), drawn.dpi, drawn.dpi);
  if (!picture.is_valid() || picture.width() <= 0 || picture.height() <= 0) return document_error("damaged PDF: the page cannot be drawn");
  const auto width = static_cast<std::size_t>(picture.width());
  const auto height = static_cast<std::size_t>(picture.height());
  drawn.image = {picture.width(), picture.height(), std::vector<std::uint8_t>(width * height)};
  for (std::size_t y = 0; y < height; ++y)
    std::memcpy(&drawn.image.pixels[y * width], picture.const_data() + y * static_cast<std::size_t>(picture.bytes_per_row()), width);
  return drawn;
}

Result<PageImage> PdfImages::draw_to_width(std::uint32_t number, int width) const {
  Result<std::unique_ptr<poppler::page>> page = open_page(*document_, number);
  if (!page) return page.error();
  const PdfPageSize size = page_size(**page);
  return draw(number, affordable_dpi(size, width * kPointsAnInch / static_cast<double>(size.width), limits::kMaxDrawnPixels));
}

double ink_outside(const PageImage& page, const std::vector<Word>& words) {
  GreyImage image = page.image;
  for (const Word& word : words) whiten(image, word.box, page.dpi / kPointsAnInch);
  if (image.pixels.empty()) return 0;
  std::uint64_t ink = 0;
  for (const std::uint8_t pixel : image.pixels) ink += static_cast<std::uint64_t>(255 - pixel);
  return static_cast<double>(ink) / 255 / static_cast<double>(image.pixels.size());
}

}  // namespace foi::extract
