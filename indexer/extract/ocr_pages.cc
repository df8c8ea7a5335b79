#include "indexer/extract/ocr_pages.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "indexer/extract/pdf_image.h"
#include "indexer/extract/pdf_open.h"
#include "indexer/extract/pdf_text.h"
#include "indexer/extract/picture.h"
#include "indexer/extract/text_quality.h"

namespace foi::extract {
namespace {

// Where pictures of pages come from, and what else is known of them.
class Pages {
 public:
  virtual ~Pages() = default;
  virtual std::string engine() const = 0;
  // The last page there is, or one that may be.
  virtual std::uint32_t last(std::uint32_t wanted) const = 0;
  virtual Result<PageImage> draw(std::uint32_t number, int dpi) const = 0;
  // The page's own text where it is no more than a few words.
  virtual std::optional<Page> few_words(std::uint32_t number) const = 0;
};

class PdfPages final : public Pages {
 public:
  PdfPages(PdfImages images, PdfText text) : images_(std::move(images)), text_(std::move(text)) {}
  std::string engine() const override { return poppler_engine() + ", "; }
  std::uint32_t last(std::uint32_t wanted) const override { return std::min(wanted, images_.pages()); }
  Result<PageImage> draw(std::uint32_t number, int dpi) const override { return images_.draw(number, dpi); }
  std::optional<Page> few_words(std::uint32_t number) const override {
    Result<PdfPageText> layer = text_.read(number);
    if (!layer || layer->layer != TextLayer::kSparse) return std::nullopt;
    return std::move(layer->page);
  }

 private:
  PdfImages images_;
  PdfText text_;
};

class PicturePages final : public Pages {
 public:
  PicturePages(std::string_view bytes, std::string_view media_type) : bytes_(bytes), media_type_(media_type) {}
  std::string engine() const override { return ""; }
  std::uint32_t last(std::uint32_t wanted) const override { return wanted; }
  Result<PageImage> draw(std::uint32_t number, int dpi) const override { return read_picture(bytes_, media_type_, number, dpi); }
  std::optional<Page> few_words(std::uint32_t) const override { return std::nullopt; }

 private:
  std::string_view bytes_, media_type_;
};

class OcrPages {
 public:
  OcrPages(const Pages& pages, const OcrRequest& request, OcrEngine& engine, Sink& sink)
      : pages_(pages), request_(request), engine_(engine), sink_(sink) {}

  Status read() {
    const std::uint32_t last = pages_.last(request_.last);
    if (request_.first < 1 || request_.first > last) return document_error("it has no such page");
    sink_.document(request_.media_type, last - request_.first + 1, pages_.engine() + ocr_engine_versions());
    for (std::uint32_t number = request_.first; number <= last; ++number) page(number);
    return success();
  }

 private:
  void page(std::uint32_t number) {
    Page page;
    page.number = number;
    Result<PageImage> drawn = pages_.draw(number, request_.dpi);
    if (!drawn) return unread(std::move(page), drawn.error().message);
    page.width = drawn->page_width;
    page.height = drawn->page_height;
    page.rotation = drawn->rotation;
    // Drawn smaller by more than rounding: whoever reads the result should know why it is poor.
    if (std::lround(drawn->dpi) < request_.dpi && !is_picture(request_.media_type))
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
    if (const std::optional<Page> words = pages_.few_words(page.number))
      if (!ocr_says_more(words->text, reading.laid.text, reading.confidence)) return sink_.page(*words, false);
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

  const Pages& pages_;
  const OcrRequest& request_;
  OcrEngine& engine_;
  Sink& sink_;
};

}  // namespace

Status read_pages_by_ocr(std::string_view bytes, const OcrRequest& request, OcrEngine& engine, Sink& sink) {
  if (is_picture(request.media_type)) return OcrPages(PicturePages(bytes, request.media_type), request, engine, sink).read();
  if (request.media_type != "application/pdf") return document_error("not read yet: " + request.media_type);
  Result<PdfImages> images = PdfImages::open(bytes);
  if (!images) return images.error();
  Result<PdfText> text = PdfText::open(bytes);
  if (!text) return text.error();
  return OcrPages(PdfPages(std::move(*images), std::move(*text)), request, engine, sink).read();
}

}  // namespace foi::extract
