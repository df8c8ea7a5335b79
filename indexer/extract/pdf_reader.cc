#include <algorithm>

#include "indexer/extract/authors.h"
#include "indexer/extract/pdf_image.h"
#include "indexer/extract/pdf_open.h"
#include "indexer/extract/pdf_text.h"
#include "indexer/extract/readers.h"
#include "indexer/model/limits.h"

namespace foi::extract {
namespace {

// Enough to see whether something is drawn, in a few milliseconds.
constexpr double kGlanceDpi = 36;
// Parts of a page: under the first nothing at all is drawn; over the second it is more than a logo and a signature. A page of text has
// 0.05.
constexpr double kBlankInk = 2e-5;
constexpr double kPictureInk = 0.01;

// Whether a picture is anywhere in the file. Streams are never packed into others, so the name of a picture's kind stands there in clear.
bool has_pictures(std::string_view bytes) {
  constexpr std::string_view kName = "/Image";
  for (std::size_t at = bytes.find(kName); at != std::string_view::npos; at = bytes.find(kName, at + 1)) {
    const char next = at + kName.size() < bytes.size() ? bytes[at + kName.size()] : '\0';
    const bool longer = (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z');  // /ImageB, /ImageMask …
    if (!longer) return true;
  }
  return false;
}

class PdfReader {
 public:
  PdfReader(std::string_view bytes, PdfText text, Sink& sink)
      : bytes_(bytes), has_pictures_(has_pictures(bytes)), text_(std::move(text)), authors_(text_.authors()), sink_(sink) {}

  Status read() {
    const std::uint32_t pages = std::min(text_.pages(), limits::kMaxPages);
    sink_.document("application/pdf", pages, poppler_engine());
    if (const std::uint32_t embedded = text_.embedded_files(); embedded > 0) sink_.hidden({"embedded file", embedded});
    if (pages < text_.pages())
      sink_.note({0, "only the first " + std::to_string(pages) + " of " + std::to_string(text_.pages()) + " pages were read"});
    for (std::uint32_t number = 1; number <= pages; ++number) page(number);
    embedded();
    if (unseen_ > 0) sink_.hidden({kUnseenWords, unseen_});
    if (overlaid_ > 0) sink_.hidden({"word written over or under another", overlaid_});
    for (const HiddenCount& hidden : text_.unshown()) sink_.hidden(hidden);
    authors_.give(sink_);
    return success();
  }

 private:
  void page(std::uint32_t number) {
    Result<PdfPageText> read = text_.read(number);
    if (!read) return failed(number, read.error().message);
    if (read->unseen > 0) {
      unseen_ += read->unseen;
      sink_.note({number, "words that cannot be seen on the page were left out: " + std::to_string(read->unseen)});
    }
    overlaid_ += read->overlaid;
    authors_.shown(read->page.text);
    if (read->truncated) sink_.note({number, "more words than a page may have: the rest was left out"});
    switch (read->layer) {
      case TextLayer::kUsable:
        return sink_.page(read->page, false);
      case TextLayer::kGarbage:
        return not_used(std::move(read->page), "the text layer is not readable text and was not used");
      case TextLayer::kOtherThanShown:
        return not_used(std::move(read->page), "the text layer may say other words than the page shows and was not used");
      case TextLayer::kNone:
      case TextLayer::kSparse:
        return glance(read->page);
    }
  }

  // Each is a document of its own. Counted too: the original, which holds them, is not to be offered for what its pages show.
  void embedded() {
    std::uint32_t number = 0;
    text_.for_each_embedded(limits::kMaxMemberBytes, [&](const std::string& given, const std::optional<std::string_view>& bytes) {
      ++number;
      const std::string name = given.empty() ? "embedded file " + std::to_string(number) : given;
      if (!bytes)
        sink_.note({0, "not read, since it is damaged or larger than may be: " + name});
      else if (bytes->empty())
        sink_.note({0, "an empty file inside was passed over: " + name});
      else
        sink_.member(name, *bytes);
    });
  }

  void failed(std::uint32_t number, const std::string& reason) {
    Page page;
    page.number = number;
    page.source = PageSource::kNone;
    page.confidence = 0;
    sink_.note({number, reason});
    sink_.page(page, true);
  }

  void not_used(Page page, const std::string& why) {
    sink_.note({page.number, why});
    page.source = PageSource::kNone;
    page.confidence = 0;
    page.text.clear();
    page.words.clear();
    sink_.page(page, true);
  }

  // Few words or none: looks at the page before it is sent to OCR, which costs a hundred times as much.
  void glance(const Page& page) {
    const bool empty = page.words.empty();
    if (!empty && !has_pictures_) return sink_.page(page, false);
    const double ink = ink_beside(page);
    if (empty && ink < kBlankInk) sink_.note({page.number, "blank page"});
    sink_.page(page, ink >= (empty ? kBlankInk : kPictureInk));
  }

  double ink_beside(const Page& page) {
    if (!images_) {
      Result<PdfImages> opened = PdfImages::open(bytes_);
      if (!opened) return 1;
      images_ = std::make_unique<PdfImages>(std::move(*opened));
    }
    const Result<PageImage> drawn = images_->draw(page.number, kGlanceDpi);
    return drawn ? ink_outside(*drawn, page.words) : 1;
  }

  std::string_view bytes_;
  bool has_pictures_;
  PdfText text_;
  NamedAuthors authors_;
  std::unique_ptr<PdfImages> images_;
  std::uint32_t unseen_ = 0, overlaid_ = 0;
  Sink& sink_;
};

}  // namespace

Status read_pdf(std::string_view bytes, Sink& sink) {
  Result<PdfText> text = PdfText::open(bytes);
  if (!text) return text.error();
  return PdfReader(bytes, std::move(*text), sink).read();
}

}  // namespace foi::extract
