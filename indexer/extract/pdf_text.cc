#include "indexer/extract/pdf_text.h"

#include <iconv.h>
#include <poppler-document.h>
#include <poppler-embedded-file.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <new>
#include <pugixml.hpp>

#include "indexer/extract/encoding.h"
#include "indexer/extract/layout.h"
#include "indexer/extract/pdf_open.h"
#include "indexer/extract/pdf_sight.h"
#include "indexer/extract/text_quality.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

// Letters and digits under which a text layer may be no more than a stamp, a header or a caption on a picture.
constexpr std::size_t kSparse = 200;

constexpr std::string_view kSmallestPdf =
    "%PDF-1.1\n"
    "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
    "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
    "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>> endobj\n"
    "trailer <</Root 1 0 R>>\n";

// What a typesetter's sign stands for in text, or nothing where it stands for itself.
std::string_view plain_form(char32_t c) {
  switch (c) {
    case 0xFB00:
      return "ff";
    case 0xFB01:
      return "fi";
    case 0xFB02:
      return "fl";
    case 0xFB03:
      return "ffi";
    case 0xFB04:
      return "ffl";
    case 0xFB05:
    case 0xFB06:
      return "st";
    case 0xAD:
      return "-";
    case 0xA0:
      return " ";
    default:
      return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF ? "\xEF\xBF\xBD" : "";
  }
}

// Poppler's own to_utf8() opens a converter for every word, and answers nothing when it cannot.
std::string to_utf8(const poppler::ustring& text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    const bool high = c >= 0xD800 && c < 0xDC00;
    if (high && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000)
      c = 0x10000 + ((c - 0xD800) << 10) + (static_cast<char32_t>(text[++i]) - 0xDC00);
    else if (c >= 0xD800 && c < 0xE000)
      c = 0xFFFD;
    if (const std::string_view plain = plain_form(c); !plain.empty())
      out += plain;
    else
      append_utf8(out, c);
  }
  return out;
}

Box box_of(const poppler::rectf& box) {
  return {static_cast<float>(box.left()), static_cast<float>(box.top()), static_cast<float>(box.right()), static_cast<float>(box.bottom())};
}

PlacedWord placed(const poppler::text_box& word) {
  return {.text = to_utf8(word.text()),
          .box = box_of(word.bbox()),
          .confidence = 1,
          .rotation = 90 * word.rotation(),
          .space_after = word.has_space_after()};
}

// With the box of each code point of our text; those of a ligature share one.
DrawnWord drawn(const poppler::text_box& word, bool with_glyphs) {
  DrawnWord made{placed(word), {}};
  if (!with_glyphs) return made;
  const poppler::ustring text = word.text();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool second_half = text[i] >= 0xDC00 && text[i] < 0xE000;
    const std::string_view plain = plain_form(text[i]);
    const bool ligature = !plain.empty() && static_cast<unsigned char>(plain[0]) < 0x80;
    made.glyphs.insert(made.glyphs.end(), second_half ? 0 : ligature ? plain.size() : 1, box_of(word.char_bbox(i)));
  }
  return made;
}

PdfBounds bounds_of(const poppler::document& document) {
  PdfBounds bounds{1e9, 1e9, -1e9, -1e9};
  const std::uint32_t pages = std::min(static_cast<std::uint32_t>(document.pages()), limits::kMaxPages);
  for (std::uint32_t number = 1; number <= pages; ++number) {
    const Result<std::unique_ptr<poppler::page>> page = open_page(document, number);
    if (!page) continue;
    const poppler::rectf box = (*page)->page_rect(poppler::crop_box);
    bounds.x0 = std::min({bounds.x0, box.left(), box.right()});
    bounds.y0 = std::min({bounds.y0, box.top(), box.bottom()});
    bounds.x1 = std::max({bounds.x1, box.left(), box.right()});
    bounds.y1 = std::max({bounds.y1, box.top(), box.bottom()});
  }
  return bounds;
}

TextLayer judge(const LaidOut& laid) {
  if (laid.words.empty()) return TextLayer::kNone;
  if (is_garbage(laid.text)) return TextLayer::kGarbage;
  // So many words are not few, however short; most pages need not be counted.
  if (laid.words.size() >= kSparse) return TextLayer::kUsable;
  return count_letters_and_digits(laid.text) < kSparse ? TextLayer::kSparse : TextLayer::kUsable;
}

}  // namespace

PdfText::PdfText(std::unique_ptr<poppler::document> document, std::string_view bytes)
    : document_(std::move(document)), sight_(std::make_unique<PdfSight>(bytes, bounds_of(*document_))) {}
PdfText::PdfText(PdfText&&) noexcept = default;
PdfText& PdfText::operator=(PdfText&&) noexcept = default;
PdfText::~PdfText() = default;

Result<PdfText> PdfText::open(std::string_view bytes) {
  Result<std::unique_ptr<poppler::document>> document = open_pdf(bytes);
  if (!document) return document.error();
  return PdfText(std::move(*document), bytes);
}

std::uint32_t PdfText::pages() const { return static_cast<std::uint32_t>(document_->pages()); }

std::uint32_t PdfText::embedded_files() const {
  return document_->has_embedded_files() ? static_cast<std::uint32_t>(document_->embedded_files().size()) : 0;
}

namespace {

// Poppler cuts a name in UTF-16 at its first zero byte, which leaves nothing of it.
std::string name_of(const poppler::embedded_file& file) {
  const std::string name = file.name();
  return name.starts_with("\xFE\xFF") || !valid_utf8(name) ? std::string() : name;
}

// Poppler unpacks all of it whatever it says of its size (-1: nothing), so that is only the first bound; the worker's memory is the last.
std::optional<poppler::byte_array> bytes_of(const poppler::embedded_file& file, std::size_t max_bytes) {
  if (!file.is_valid() || (file.size() > 0 && static_cast<std::size_t>(file.size()) > max_bytes)) return std::nullopt;
  try {
    poppler::byte_array bytes = file.data();
    if (bytes.size() > max_bytes) return std::nullopt;
    return bytes;
  } catch (const std::bad_alloc&) {
    return std::nullopt;
  }
}

}  // namespace

void PdfText::for_each_embedded(std::size_t max_bytes,
                                const std::function<void(const std::string&, const std::optional<std::string_view>&)>& each) const {
  if (!document_->has_embedded_files()) return;
  for (const poppler::embedded_file* file : document_->embedded_files()) {
    const std::optional<poppler::byte_array> bytes = bytes_of(*file, max_bytes);
    each(name_of(*file), bytes ? std::optional(std::string_view(bytes->data(), bytes->size())) : std::nullopt);
  }
}

std::vector<HiddenCount> PdfText::unshown() const {
  const PdfGlance& glance = sight_->glance();
  std::vector<HiddenCount> all{{"text off the page", glance.runs_outside},
                               {"comment", glance.unshown.comments},
                               {"hidden field or mark", glance.unshown.hidden_marks},
                               {"layer switched off", glance.unshown.layers_off},
                               {"file attached to a page", glance.unshown.attached_files},
                               {"earlier version", glance.unshown.earlier_versions},
                               {"digital signature", glance.unshown.signatures},
                               {"text in place of what is shown", static_cast<std::uint32_t>(glance.replacements.size())},
                               {"part of the file that could not be looked into", glance.unshown.unread}};
  std::erase_if(all, [](const HiddenCount& hidden) { return hidden.count == 0; });
  return all;
}

std::vector<std::string> PdfText::authors() const {
  std::vector<std::string> all{to_utf8(document_->get_author())};
  pugi::xml_document properties;
  const std::string xmp = to_utf8(document_->metadata());
  if (properties.load_buffer(xmp.data(), xmp.size()))
    properties.find_node([&](const pugi::xml_node& node) {
      const bool creator = std::string_view(node.parent().name()) == "dc:creator" ||
                           std::string_view(node.parent().parent().parent().name()) == "dc:creator";
      if (node.type() == pugi::node_pcdata && creator) all.emplace_back(node.value());
      all.emplace_back(node.attribute("dc:creator").value());
      return false;
    });
  return all;
}

Result<PdfPageText> PdfText::read(std::uint32_t number) const {
  Result<std::unique_ptr<poppler::page>> page = open_page(*document_, number);
  if (!page) return page.error();
  const PdfPageSize size = page_size(**page);
  const std::vector<poppler::text_box> boxes = (*page)->text_list();
  PdfPageText read;
  read.truncated = boxes.size() > limits::kMaxPageWords;
  std::vector<DrawnWord> drawn_words;
  drawn_words.reserve(std::min(boxes.size(), limits::kMaxPageWords));
  for (const poppler::text_box& box : boxes) {
    if (drawn_words.size() == limits::kMaxPageWords) break;
    drawn_words.push_back(drawn(box, sight_->suspects()));
  }
  read.unseen = sight_->take_unseen(number, drawn_words);
  read.overlaid = sight_->count_overlaid(drawn_words);
  const bool other_than_shown = read.overlaid > 0 || sight_->holds_replacement(drawn_words);
  std::vector<PlacedWord> words;
  words.reserve(drawn_words.size());
  for (DrawnWord& word : drawn_words) words.push_back(std::move(word.word));
  LaidOut laid = lay_out(std::move(words));
  read.layer = other_than_shown ? TextLayer::kOtherThanShown : judge(laid);
  read.page = {.number = number,
               .source = PageSource::kText,
               .confidence = 1,
               .width = size.width,
               .height = size.height,
               .rotation = size.rotation,
               .text = std::move(laid.text),
               .words = std::move(laid.words)};
  return read;
}

Status prepare_pdf_text() {
  silence_poppler();
  // Kept open for the life of the process: Poppler opens these for every word, and the modules behind them cannot be loaded once the
  // sandbox is shut.
  static const std::array<iconv_t, 2> converters{iconv_open("UTF-16LE", "UTF-8"), iconv_open("UTF-8", "UTF-16LE")};
  for (const iconv_t converter : converters)
    if (converter == reinterpret_cast<iconv_t>(-1))  // NOLINT(performance-no-int-to-ptr)
      return environment_error(
          "the C library cannot convert between UTF-8 and UTF-16: its gconv modules (Debian package libc6) are missing");
  if (poppler::ustring::from_utf8("a").to_utf8().empty())
    return environment_error("Poppler cannot convert text: the C library's gconv modules (Debian package libc6) are missing");
  // Poppler's tables live as long as any document does; this one stays, so that a process forked from this one need not read them again.
  static const std::unique_ptr<poppler::document> kept(
      poppler::document::load_from_raw_data(kSmallestPdf.data(), static_cast<int>(kSmallestPdf.size())));
  return kept ? success()
              : Status(environment_error("Poppler cannot open a PDF: its installation (Debian package libpoppler126) is damaged"));
}

}  // namespace foi::extract
