// A PDF writer that names its fonts and embeds none, as Word did for Arial and Times.

#include <array>
#include <cstdio>
#include <map>

#include "corpus/make/surfaces.h"
#include "corpus/make/typeset.h"

namespace foi::corpus {
namespace {

// Windows-1252 between 0x80 and 0x9F, as far as letters need it; the rest is Latin-1.
struct Special {
  gunichar unicode;
  int code;
};
constexpr std::array kSpecials = {Special{0x20ac, 0x80}, Special{0x2026, 0x85}, Special{0x2018, 0x91},
                                  Special{0x2019, 0x92}, Special{0x201c, 0x93}, Special{0x201d, 0x94},
                                  Special{0x2022, 0x95}, Special{0x2013, 0x96}, Special{0x2014, 0x97}};

// -1 when Windows-1252 has no such character.
int win_ansi(gunichar c) {
  if ((c >= 0x20 && c < 0x7f) || (c >= 0xa0 && c <= 0xff)) return static_cast<int>(c);
  for (const Special& special : kSpecials)
    if (special.unicode == c) return special.code;
  return -1;
}

std::string utf8_of(int code) {
  gunichar c = static_cast<gunichar>(code);
  if (code >= 0x7f && code < 0xa0) {
    c = 0;
    for (const Special& special : kSpecials)
      if (special.code == code) c = special.unicode;
  }
  if (c == 0) return {};
  std::array<char, 8> bytes{};
  return {bytes.data(), static_cast<std::size_t>(g_unichar_to_utf8(c, bytes.data()))};
}

bool is_han(gunichar c) { return (c >= 0x3000 && c < 0xa000) || (c >= 0xff00 && c < 0xfff0); }

std::string number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  return text.data();
}

std::string literal(const std::string& codes) {
  std::string out = "(";
  for (const char c : codes) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
  }
  return out + ")";
}

// One stretch of text that is in one font.
struct Piece {
  std::string codes{};  // WinAnsi bytes, or UCS-2 as hexadecimal digits
  bool han = false, bold = false, italic = false;
  double size = 10;
  double x = 0, width = 0;
};

class Writer {
 public:
  explicit Writer(const PdfInfo& info) : info_(info) {}

  Result<std::string> write(const std::vector<PdfPage>& pages) {
    reserve(kFirstPage - 1);
    std::string kids;
    for (const PdfPage& page : pages) {
      Result<int> made = page.image != nullptr ? image_page(*page.image) : art_page(*page.art);
      if (!made) return made.error();
      kids += std::to_string(*made) + " 0 R ";
    }
    set(1, "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>");
    set(2, "<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [ " + kids + "] >>");
    fonts();
    return file();
  }

 private:
  // Objects 1 to 9 stand at fixed places: catalogue, pages, info, four faces of Arial, the Chinese font and its descendant.
  static constexpr int kInfo = 3, kRegular = 4, kHan = 8, kDescendant = 9, kFirstPage = 10;

  void reserve(int count) { objects_.resize(static_cast<std::size_t>(count)); }
  void set(int id, std::string body) { objects_[static_cast<std::size_t>(id - 1)] = std::move(body); }
  int add(std::string body) {
    objects_.push_back(std::move(body));
    return static_cast<int>(objects_.size());
  }
  static std::string stream(const std::string& dictionary, const std::string& bytes) {
    return "<< " + dictionary + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes + "\nendstream";
  }

  void fonts() {
    constexpr std::array kFaces = {"ArialMT", "Arial-BoldMT", "Arial-ItalicMT", "Arial-BoldItalicMT"};
    for (int i = 0; i < 4; ++i) {
      std::string widths;
      for (int code = 32; code < 256; ++code) widths += std::to_string(width_of(code, (i & 1) != 0, (i & 2) != 0)) + " ";
      const std::string name = kFaces[static_cast<std::size_t>(i)];
      const int descriptor =
          add("<< /Type /FontDescriptor /FontName /" + name + " /Flags 32 /FontBBox [-665 -325 2000 1006] /ItalicAngle " +
              ((i & 2) != 0 ? "-12" : "0") + " /Ascent 905 /Descent -212 /CapHeight 716 /StemV " + ((i & 1) != 0 ? "138" : "80") + " >>");
      set(kRegular + i, "<< /Type /Font /Subtype /TrueType /BaseFont /" + name +
                            " /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [ " + widths + "] /FontDescriptor " +
                            std::to_string(descriptor) + " 0 R >>");
    }
    set(kHan, "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [ 9 0 R ] >>");
    const int descriptor =
        add("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 "
            "/Descent -120 /CapHeight 880 /StemV 93 >>");
    set(kDescendant,
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 "
        ">> "
        "/DW 1000 /FontDescriptor " +
            std::to_string(descriptor) + " 0 R >>");
    const std::string date = "D:" + compact(info_.created.empty() ? "2024-01-01" : info_.created) + "090000Z";
    set(kInfo, "<< /Title " + literal(info_.title) + " /Subject " + literal(kSpecimenNote) + " /CreationDate (" + date + ") /ModDate (" +
                   date + ") >>");
  }

  static std::string compact(std::string iso) {
    std::erase(iso, '-');
    return iso;
  }

  // Thousandths of the font's size: Liberation Sans has Arial's widths.
  static int width_of(int code, bool bold, bool italic);

  Result<int> art_page(const PageArt& page) {
    // A sideways page is drawn turned against the clock on an upright sheet, and /Rotate turns it back.
    const bool turned = page.rotate == 90;
    std::string content = turned ? "0 1 -1 0 " + number(page.height) + " 0 cm\n" : "";
    for (const Fill& fill : page.fills)
      content += ink(fill.colour, "rg") + number(fill.x) + " " + number(page.height - fill.y - fill.height) + " " + number(fill.width) +
                 " " + number(fill.height) + " re f\n";
    for (const Stroke& stroke : page.strokes) content += path(stroke, page.height);
    for (const TextLine& line : page.lines) {
      Result<std::string> text = text_line(line, page.height);
      if (!text) return text.error();
      content += *text;
    }
    const int stream_id = add(stream("", content));
    return add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + number(turned ? page.height : page.width) + " " +
               number(turned ? page.width : page.height) + "] /Rotate " + std::to_string(page.rotate) +
               " /Resources << /Font << /F0 4 0 R /F1 5 0 R /F2 6 0 R /F3 7 0 R " +
               (content.find("/H0 ") != std::string::npos ? "/H0 8 0 R " : "") + ">> >> /Contents " + std::to_string(stream_id) +
               " 0 R >>");
  }

  Result<int> image_page(const SheetImage& image) {
    if (image.g4) return usage_error("a fax page cannot stand in a PDF without embedded fonts");
    const int picture = add(stream("/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Width " +
                                       std::to_string(image.width) + " /Height " + std::to_string(image.height),
                                   image.bytes));
    const std::string width = number(image.width * 72.0 / image.dpi), height = number(image.height * 72.0 / image.dpi);
    const int content = add(stream("", "q " + width + " 0 0 " + height + " 0 0 cm /I0 Do Q"));
    return add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + width + " " + height + "] /Resources << /XObject << /I0 " +
               std::to_string(picture) + " 0 R >> >> /Contents " + std::to_string(content) + " 0 R >>");
  }

  static std::string ink(Colour colour, const char* with) {
    return number(colour.red) + " " + number(colour.green) + " " + number(colour.blue) + " " + with + " ";
  }

  static std::string path(const Stroke& stroke, double height) {
    std::string out = ink(stroke.colour, stroke.filled ? "rg" : "RG") + number(stroke.width) + " w ";
    for (std::size_t i = 0; i < stroke.points.size(); ++i) {
      out += number(stroke.points[i].x) + " " + number(height - stroke.points[i].y) + " ";
      if (i == 0)
        out += "m ";
      else if (!stroke.curved)
        out += "l ";
      else if (i % 3 == 0)
        out += "c ";
    }
    return out + (stroke.filled ? "f\n" : "S\n");
  }

  Result<std::string> text_line(const TextLine& line, double height) {
    std::string out;
    double x = line.x;
    const PangoLayoutLine* set = pango_layout_get_line_readonly(line.layout.get(), line.index);
    for (const GSList* at = set->runs; at != nullptr; at = at->next) {
      Result<std::vector<Piece>> pieces = pieces_of(*static_cast<PangoLayoutRun*>(at->data), pango_layout_get_text(line.layout.get()));
      if (!pieces) return pieces.error();
      for (const Piece& piece : *pieces) {
        const std::string font = piece.han ? "/H0" : "/F" + std::to_string((piece.bold ? 1 : 0) + (piece.italic ? 2 : 0));
        out += "BT " + ink(line.colour, "rg") + font + " " + number(piece.size) + " Tf " + number(x) + " " + number(height - line.y) +
               " Td " + (piece.han ? "<" + piece.codes + ">" : literal(piece.codes)) + " Tj ET\n";
        x += piece.width;
      }
    }
    return out;
  }

  static Result<std::vector<Piece>> pieces_of(const PangoLayoutRun& run, const char* text) {
    PangoFontDescription* description = pango_font_describe_with_absolute_size(run.item->analysis.font);
    Piece blank{.bold = pango_font_description_get_weight(description) >= PANGO_WEIGHT_BOLD,
                .italic = pango_font_description_get_style(description) != PANGO_STYLE_NORMAL,
                .size = static_cast<double>(pango_font_description_get_size(description)) / PANGO_SCALE};
    pango_font_description_free(description);
    std::vector<Piece> pieces;
    const char* end = text + run.item->offset + run.item->length;
    for (const char* at = text + run.item->offset; at < end; at = g_utf8_next_char(at)) {
      const gunichar c = g_utf8_get_char(at);
      const bool han = is_han(c);
      if (pieces.empty() || pieces.back().han != han) {
        pieces.push_back(blank);
        pieces.back().han = han;
      }
      Piece& piece = pieces.back();
      if (han) {
        std::array<char, 8> hex{};
        std::snprintf(hex.data(), hex.size(), "%04X", c);
        piece.codes += hex.data();
        piece.width += piece.size;
        continue;
      }
      const int code = win_ansi(c);
      if (code < 0) return usage_error("the character U+" + std::to_string(c) + " is not in Windows-1252");
      piece.codes += static_cast<char>(code);
      piece.width += width_of(code, piece.bold, piece.italic) * piece.size / 1000;
    }
    return pieces;
  }

  std::string file() const {
    std::string out = "%PDF-1.5\n%\xe2\xe3\xcf\xd3\n";
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < objects_.size(); ++i) {
      offsets.push_back(out.size());
      out += std::to_string(i + 1) + " 0 obj\n" + objects_[i] + "\nendobj\n";
    }
    const std::size_t table = out.size();
    const std::string size = std::to_string(objects_.size() + 1);
    out += "xref\n0 " + size + "\n0000000000 65535 f \n";
    for (const std::size_t offset : offsets) {
      std::array<char, 24> entry{};
      std::snprintf(entry.data(), entry.size(), "%010zu 00000 n \n", offset);
      out += entry.data();
    }
    return out + "trailer\n<< /Size " + size + " /Root 1 0 R /Info 3 0 R >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  }

  const PdfInfo& info_;
  std::vector<std::string> objects_;
};

int Writer::width_of(int code, bool bold, bool italic) {
  static std::map<int, int> known;
  const int key = code + (bold ? 256 : 0) + (italic ? 512 : 0);
  if (const auto found = known.find(key); found != known.end()) return found->second;
  const std::string letter = utf8_of(code);
  const Layout set = lay_out({{.text = letter, .bold = bold, .italic = italic}},
                             {.family = "Liberation Sans", .size = 1000, .plain_advances = true}, 10000);
  PangoRectangle logical;
  pango_layout_get_extents(set.get(), nullptr, &logical);
  return known[key] = letter.empty() ? 0 : (logical.width + PANGO_SCALE / 2) / PANGO_SCALE;
}

}  // namespace

Result<std::string> write_unembedded_pdf(const std::vector<PdfPage>& pages, const PdfInfo& info) { return Writer(info).write(pages); }

}  // namespace foi::corpus
