// Pages of a PDF as pictures. The one file that asks Poppler to draw. Not thread-safe: one document, one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "indexer/extract/grey_image.h"
#include "indexer/model/document.h"
#include "indexer/model/result.h"

namespace poppler {
class document;
}

namespace foi::extract {

struct PageImage {
  GreyImage image;
  double dpi = 0;  // what it was drawn at: less than asked for where limits::kMaxRenderPixels says so
  // The page as shown, in points.
  float page_width = 0, page_height = 0;
  std::uint16_t rotation = 0;
};

class PdfImages {
 public:
  // bytes must outlive the object. Errors: kDocument.
  static Result<PdfImages> open(std::string_view bytes);
  PdfImages(PdfImages&&) noexcept;
  PdfImages& operator=(PdfImages&&) noexcept;
  ~PdfImages();

  std::uint32_t pages() const;
  // The page as shown (rotation applied), one-based. Errors: kDocument.
  Result<PageImage> draw(std::uint32_t number, double dpi) const;
  // The same, width pixels wide, or less where it would have more than limits::kMaxDrawnPixels.
  Result<PageImage> draw_to_width(std::uint32_t number, int width) const;

 private:
  explicit PdfImages(std::unique_ptr<poppler::document> document);
  std::unique_ptr<poppler::document> document_;
};

// The part of the page, 0 to 1, that is ink outside the boxes of words: 0.05 for a page of text whose words are not given.
double ink_outside(const PageImage& page, const std::vector<Word>& words);

}  // namespace foi::extract
