// The text layer of a PDF, and whether it is worth anything. The one file that asks Poppler for text. Not thread-safe: one document, one
// thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
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
  kNone,            // no words
  kSparse,          // a few words, which may be all or a stamp on a scan: who has both readings compares them (ocr_says_more)
  kGarbage,         // words that are no text: lost encodings, mojibake
  kOtherThanShown,  // words that the page may not show: written under others, or given in place of what is drawn
};

struct PdfPageText {
  Page page;  // source kText
  TextLayer layer = TextLayer::kUsable;
  bool truncated = false;      // more words than a page may have
  std::uint32_t unseen = 0;    // words that a reader of the page cannot see, left out
  std::uint32_t overlaid = 0;  // words that share their place with others, of which some are not seen
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
  // Each embedded file: its name as printed, or "" where the file gives none that can be read; and its bytes, nothing when they are more
  // than max_bytes or damaged.
  void for_each_embedded(std::size_t max_bytes,
                         const std::function<void(const std::string& name, const std::optional<std::string_view>& bytes)>& each) const;
  // What the file holds that no page shows, each kind counted; Poppler leaves all of it out by itself.
  std::vector<HiddenCount> unshown() const;
  // Whom the file's properties name as its authors; one may be there twice.
  std::vector<std::string> authors() const;
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
