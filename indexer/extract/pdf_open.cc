#include "indexer/extract/pdf_open.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <poppler-version.h>

#include <algorithm>
#include <cmath>

namespace foi::extract {
namespace {

// PDF's own largest page, 200 inches, in points.
constexpr double kLargestSide = 14'400;

}  // namespace

void silence_poppler() {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
}

Result<std::unique_ptr<poppler::document>> open_pdf(std::string_view bytes) {
  silence_poppler();
  std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return document_error("damaged PDF: no pages can be found in it");
  if (document->is_locked()) return document_error("encrypted with a password");
  if (document->pages() <= 0) return document_error("damaged PDF: it has no pages");
  return document;
}

PdfPageSize page_size(const poppler::page& page) {
  const auto side = [](double v) { return static_cast<float>(std::isfinite(v) ? std::clamp(std::fabs(v), 1.0, kLargestSide) : 1.0); };
  const poppler::rectf rect = page.page_rect();
  PdfPageSize size{side(rect.width()), side(rect.height()), 0};
  switch (page.orientation()) {
    case poppler::page::landscape:
      size.rotation = 90;
      break;
    case poppler::page::upside_down:
      size.rotation = 180;
      break;
    case poppler::page::seascape:
      size.rotation = 270;
      break;
    default:
      break;
  }
  if (size.rotation % 180 != 0) std::swap(size.width, size.height);
  return size;
}

Result<std::unique_ptr<poppler::page>> open_page(const poppler::document& document, std::uint32_t number) {
  std::unique_ptr<poppler::page> page(document.create_page(static_cast<int>(number) - 1));
  if (!page) return document_error("damaged PDF: the page cannot be found");
  return page;
}

std::string poppler_engine() { return "poppler " + poppler::version_string(); }

}  // namespace foi::extract
