#include "corpus/make/render.h"

#include <algorithm>
#include <optional>

#include "corpus/make/flow.h"
#include "corpus/make/markup.h"
#include "corpus/make/office.h"
#include "corpus/make/random.h"
#include "corpus/make/surfaces.h"
#include "corpus/make/word95.h"

namespace foi::corpus {
namespace {

using Writer = Result<std::string> (*)(const std::vector<PdfPage>&, const PdfInfo&);

PdfInfo info_of(const Letter& letter) { return {.title = letter.at("title"), .created = letter.at("responded")}; }

// True when a key of the letter, a list of page numbers, holds this page.
bool names_page(const Letter& letter, const std::string& key, std::size_t page) {
  const auto pages = letter.list(key, ' ');
  return std::find(pages.begin(), pages.end(), std::to_string(page)) != pages.end();
}

// Which sheets are scanned: all, or those the letter names.
bool scanned(const Letter& letter, std::size_t page) {
  return letter.at("format") == "scan" || (letter.at("format") == "mixed" && names_page(letter, "scan_pages", page));
}

// Every sheet lies a little differently on the glass.
ScanSettings settings_of(const ScanSettings& letter_settings, const Letter& letter, std::size_t page) {
  ScanSettings settings = letter_settings;
  settings.seed = hash_of(letter.name) + page * 7919;
  Random random(settings.seed);
  settings.skew += random.between(-0.25, 0.25);
  if (names_page(letter, "turn_pages", page)) settings.turn = 1;
  return settings;
}

// True when the style's font lacks a character of the page; a font that is not embedded may.
bool lacks_glyphs(const PageArt& page) {
  return std::any_of(page.lines.begin(), page.lines.end(),
                     [](const TextLine& line) { return pango_layout_get_unknown_glyphs_count(line.layout.get()) > 0; });
}

Result<std::string> pdf(const Letter& letter, const HouseStyle& style, Writer writer) {
  const std::vector<PageArt> pages = set_letter(letter, style);
  if (writer == write_pdf && std::any_of(pages.begin(), pages.end(), lacks_glyphs))
    return usage_error(letter.name + ".letter: the font " + std::string(style.font) +
                       " is not installed or lacks a character of the letter");
  const Result<ScanSettings> scan = parse_scan(letter.at("scan"));
  if (!scan) return scan.error();
  std::vector<SheetImage> images(pages.size());
  std::vector<PdfPage> sheets;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (!scanned(letter, i + 1)) {
      sheets.push_back({.art = &pages[i]});
      continue;
    }
    Result<SheetImage> image = scan_page(pages[i], settings_of(*scan, letter, i + 1));
    if (!image) return image.error();
    images[i] = std::move(*image);
    sheets.push_back({.image = &images[i]});
  }
  return writer(sheets, info_of(letter));
}

Result<std::string> text(const Letter& letter) {
  std::string bytes = letter.at("bom") == "yes" ? "\xef\xbb\xbf" : "";
  if (letter.at("newline") != "crlf") return bytes + letter.body;
  for (const char c : letter.body) bytes += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return bytes;
}

Result<std::string> picture(const Letter& letter, const HouseStyle& style) {
  const std::string& file = letter.at("file");
  const auto kind = file.ends_with(".png")                              ? std::optional(PictureKind::kPng)
                    : file.ends_with(".jpg")                            ? std::optional(PictureKind::kJpeg)
                    : file.ends_with(".tif") || file.ends_with(".tiff") ? std::optional(PictureKind::kTiff)
                                                                        : std::nullopt;
  if (!kind) return usage_error(letter.name + ".letter: a picture is a .png, .jpg or .tif");
  const Result<ScanSettings> scan = parse_scan(letter.at("scan"));
  if (!scan) return scan.error();
  const std::vector<PageArt> pages = set_letter(letter, style);
  std::vector<ScanSettings> settings;
  for (std::size_t i = 0; i < pages.size(); ++i) settings.push_back(settings_of(*scan, letter, i + 1));
  return write_picture(pages, settings, *kind);
}

// The words of the blocks, a paragraph each, in the character set of the time.
Result<std::string> word95(const Letter& letter) {
  std::string text;
  for (const Block& block : parse_body(letter.body)) {
    std::string line = (block.label.empty() ? "" : block.label + " ") + plain(block.text);
    for (char& c : line)
      if (c == '\n') c = '\r';
    text += line + '\r';
  }
  if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
    return usage_error(letter.name + ".letter: a Word 95 file holds ASCII only here");
  return write_word95(text);
}

}  // namespace

Result<std::string> render(const Letter& letter) {
  const std::string& format = letter.at("format");
  if (format == "text") return text(letter);
  if (format == "xlsx") return write_xlsx(letter);
  if (format == "odt") return write_odt(letter);
  if (format == "ods") return write_ods(letter);
  if (format == "pptx") return write_pptx(letter);
  if (format == "zip") return write_letters_zip(letter);
  if (format == "doc") return word95(letter);
  const HouseStyle* style = find_style(letter.at("style"));
  if (style == nullptr) return usage_error(letter.name + ".letter: unknown style '" + letter.at("style") + "'");
  if (format == "pdf" || format == "scan") return pdf(letter, *style, write_pdf);
  if (format == "pdf-unembedded" || format == "mixed") return pdf(letter, *style, write_unembedded_pdf);
  if (format == "picture") return picture(letter, *style);
  if (format == "docx") return write_docx(letter, *style);
  return usage_error(letter.name + ".letter: unknown format '" + format + "'");
}

}  // namespace foi::corpus
