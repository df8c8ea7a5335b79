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

class PdfSight;

enum class TextLayer : std::uint8_t {
  kUsable,
  kNone,     // no words
  kSparse,   // a few words, which may be all or a stamp on a scan: who has both readings compares them (ocr_says_more)
  kGarbage,  // words that are no text: lost encodings, mojibake
};

struct PdfPageText {
  Page page;  // source kText
  TextLayer layer = TextLayer::kUsable;
  bool truncated = false;    // more words than a page may have
  std::uint32_t unseen = 0;  // words that a reader of the page cannot see, left out
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
  // Runs of text that no page shows, since they stand outside of all; Poppler leaves them out by itself.
  std::uint32_t runs_off_page() const;
  // number is one-based. Errors: kDocument when Poppler cannot make the page.
  Result<PdfPageText> read(std::uint32_t number) const;

 private:
  PdfText(std::unique_ptr<poppler::document> document, std::string_view bytes);
  std::unique_ptr<poppler::document> document_;
  std::unique_ptr<PdfSight> sight_;
};

// Opens what Poppler's text needs and a shut sandbox refuses: the C library's converters. Errors: kEnvironment.
Status prepare_pdf_text();

}  // namespace foi::extract
