// Opening a PDF and measuring its pages, the same for who reads text and who draws.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/model/result.h"

namespace poppler {
class document;
class page;
}  // namespace poppler

namespace foi::extract {

// Poppler's complaints about a document go nowhere, instead of to stderr. For the whole process.
void silence_poppler();

// bytes must outlive the document. Poppler's complaints go nowhere. Errors: kDocument ("encrypted with a password", "damaged PDF").
Result<std::unique_ptr<poppler::document>> open_pdf(std::string_view bytes);

struct PdfPageSize {
  float width = 0, height = 0;  // points, as shown
  std::uint16_t rotation = 0;   // degrees clockwise: 0, 90, 180, 270
};
PdfPageSize page_size(const poppler::page& page);

// number is one-based. Errors: kDocument.
Result<std::unique_ptr<poppler::page>> open_page(const poppler::document& document, std::uint32_t number);

// "poppler 22.12.0"
std::string poppler_engine();

}  // namespace foi::extract
