#include "indexer/extract/ocr_pages.h"

#include <algorithm>
#include <cmath>

#include "indexer/extract/pdf_image.h"
#include "indexer/extract/pdf_open.h"
#include "indexer/extract/pdf_text.h"
#include "indexer/extract/text_quality.h"

namespace foi::extract {
namespace {

class OcrPages {
 public:
  OcrPages(PdfImages images, PdfText text, const OcrRequest& request, OcrEngine& engine, Sink& sink)
      : images_(std::move(images)), text_(std::move(text)), request_(request), engine_(engine), sink_(sink) {}

  Status read() {
    if (request_.first < 1 || request_.first > images_.pages()) return document_error("it has no such page");
    const std::uint32_t last = std::clamp(request_.last, request_.first, images_.pages());
    sink_.document(request_.media_type, last - request_.first + 1, poppler_engine() + ", " + ocr_engine_versions());
    for (std::uint32_t number = request_.first; number <= last; ++number) page(number);
    return success();
  }

 private:
  void page(std::uint32_t number) {
    Page page;
    page.number = number;
    Result<PageImage> drawn = images_.draw(number, request_.dpi);
    if (!drawn) return unread(std::move(page), drawn.error().message);
    page.width = drawn->page_width;
    page.height = drawn->page_height;
    page.rotation = drawn->rotation;
    // Drawn smaller by more than rounding: whoever reads the result should know why it is poor.
    if (std::lround(drawn->dpi) < request_.dpi)
      sink_.note({number, "a large page: read at " + std::to_string(std::lround(drawn->dpi)) + " dpi"});
    Result<OcrReading> reading = engine_.read(*drawn);
    if (!reading) return unread(std::move(page), reading.error().message);
    give(std::move(page), std::move(*reading));
  }

  void unread(Page page, const std::string& reason) {
    page.source = PageSource::kNone;
    page.confidence = 0;
    sink_.note({page.number, reason});
    sink_.page(page, false);
  }

  void give(Page page, OcrReading reading) {
    if (Result<PdfPageText> layer = text_.read(page.number); layer && layer->layer == TextLayer::kSparse)
      if (!ocr_says_more(layer->page.text, reading.laid.text, reading.confidence)) return sink_.page(layer->page, false);
    if (reading.blank)
      sink_.note({page.number, "blank page"});
    else if (reading.laid.words.empty())
      sink_.note({page.number, "no text was found in the picture of the page"});
    page.source = PageSource::kOcr;
    page.confidence = reading.confidence;
    page.text = std::move(reading.laid.text);
    page.words = std::move(reading.laid.words);
    sink_.page(page, false);
  }

  PdfImages images_;
  PdfText text_;
  const OcrRequest& request_;
  OcrEngine& engine_;
  Sink& sink_;
};

}  // namespace

Status read_pages_by_ocr(std::string_view bytes, const OcrRequest& request, OcrEngine& engine, Sink& sink) {
  if (request.media_type != "application/pdf") return document_error("not read yet: " + request.media_type);
  Result<PdfImages> images = PdfImages::open(bytes);
  if (!images) return images.error();
  Result<PdfText> text = PdfText::open(bytes);
  if (!text) return text.error();
  return OcrPages(std::move(*images), std::move(*text), request, engine, sink).read();
}

}  // namespace foi::extract
