// The text layer of a PDF, and whether it is worth anything. The one file that asks Poppler for text. Not thread-safe: one document, one
// thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/document.h"
#include "indexer/model/result.h"

namespace poppler {
class document;
class page;
}  // namespace poppler

namespace foi::extract {

enum class TextLayer : std::uint8_t {
  kUsable,
  kNone,     // no words
  kSparse,   // a few words, which may be all or a stamp on a scan: who has both readings compares them (ocr_says_more)
  kGarbage,  // words that are no text: lost encodings, mojibake
};

struct PdfPageText {
  Page page;  // source kText
  TextLayer layer = TextLayer::kUsable;
  bool truncated = false;  // more words than a page may have
};

class PdfText {
 public:
  // bytes must outlive the object. Errors: kDocument.
  static Result<PdfText> open(std::string_view bytes);
  PdfText(PdfText&&) noexcept;
  PdfText& operator=(PdfText&&) noexcept;
  ~PdfText();

  std::uint32_t pages() const;
  std::uint32_t embedded_files() const;
  // number is one-based. Errors: kDocument when Poppler cannot make the page.
  Result<PdfPageText> read(std::uint32_t number) const;

 private:
  explicit PdfText(std::unique_ptr<poppler::document> document);
  std::unique_ptr<poppler::document> document_;
};

// Opens what Poppler's text needs and a shut sandbox refuses: the C library's converters. Errors: kEnvironment.
Status prepare_pdf_text();

}  // namespace foi::extract
