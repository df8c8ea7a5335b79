#include <array>
#include <cmath>

#include "corpus/make/markup.h"
#include "corpus/make/office.h"

namespace foi::corpus {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kNamespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
    " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

// The font Word knows for the one we set with.
std::string_view word_font(std::string_view family) {
  if (family == "Carlito") return "Calibri";
  if (family == "Caladea") return "Cambria";
  if (family == "Liberation Serif") return "Times New Roman";
  if (family == "Lato") return "Verdana";
  return "Arial";
}

std::string hex(Colour colour) {
  std::array<char, 8> text{};
  const auto part = [](double value) { return static_cast<int>(std::lround(value * 255)); };
  std::snprintf(text.data(), text.size(), "%02X%02X%02X", part(colour.red), part(colour.green), part(colour.blue));
  return text.data();
}

std::string attribute(std::string_view name, std::string_view value) {
  return " w:" + std::string(name) + "=\"" + std::string(value) + "\"";
}

class Docx {
 public:
  Docx(const Letter& letter, const HouseStyle& style) : letter_(letter), style_(style), automatic_(letter.at("numbering") == "auto") {}

  std::vector<ZipEntry> parts() {
    std::vector<ZipEntry> parts = {{"[Content_Types].xml", content_types()},
                                   {"_rels/.rels", package_relations()},
                                   {"docProps/core.xml", core_properties(letter_)},
                                   {"word/document.xml", document()},
                                   {"word/styles.xml", styles()},
                                   {"word/numbering.xml", numbering()},
                                   {"word/header1.xml", header()},
                                   {"word/footer1.xml", footer()},
                                   {"word/_rels/document.xml.rels", document_relations()}};
    return parts;
  }

 private:
  std::string document() {
    std::string body;
    for (const Block& block : parse_body(letter_.body)) body += block_xml(block);
    return std::string(kDeclaration) + "<w:document" + std::string(kNamespaces) + "><w:body>" + body +
           "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"rId3\"/><w:footerReference w:type=\"default\" r:id=\"rId4\"/>"
           "<w:footerReference w:type=\"first\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
           "<w:pgMar w:top=\"1134\" w:right=\"1247\" w:bottom=\"1134\" w:left=\"1247\" w:header=\"567\" w:footer=\"567\" "
           "w:gutter=\"0\"/><w:titlePg/>"
           "</w:sectPr></w:body></w:document>";
  }

  std::string block_xml(const Block& block) {
    if (block.look.boxed) return text_box(block);
    switch (block.kind) {
      case BlockKind::kHeading:
        return paragraph(block.text, "<w:pStyle w:val=\"Heading" + std::to_string(block.level) + "\"/>", block.look);
      case BlockKind::kParagraph:
        return paragraph(block.text, justification(block.look), block.look);
      case BlockKind::kItem:
        return item(block);
      case BlockKind::kQuote:
        return quote(block);
      case BlockKind::kTable:
        return table(block);
      case BlockKind::kRule:
        return "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"" + hex(style_.accent) +
               "\"/></w:pBdr></w:pPr></w:p>";
      case BlockKind::kPageBreak:
        return "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";
      case BlockKind::kSignature:
        return "<w:p/><w:p/>";
      case BlockKind::kGap:
        return "<w:p/>";
    }
    return {};
  }

  static std::string justification(const Look& look) {
    if (look.align == Align::kRight) return "<w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/>";
    if (look.align == Align::kCentre) return "<w:jc w:val=\"center\"/>";
    if (look.indented) return "<w:ind w:left=\"425\"/>";
    return {};
  }

  std::string run_properties(const Run& run, const Look& look) const {
    std::string properties;
    if (run.bold || look.bold) properties += "<w:b/>";
    if (run.italic) properties += "<w:i/>";
    if (run.hidden) properties += "<w:vanish/>";
    if (look.blue) properties += "<w:color w:val=\"" + hex(style_.answer) + "\"/>";
    if (look.small) properties += "<w:sz w:val=\"" + std::to_string(std::lround(style_.size * 2) - 4) + "\"/>";
    return properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>";
  }

  std::string runs(const Text& text, const Look& look) {
    std::string out;
    for (const Run& run : text) {
      const std::string tag = run.deleted ? "w:delText" : "w:t";
      std::string inner = run_properties(run, look);
      bool first = true;
      for (const std::string& line : split_lines(run.text)) {
        inner += std::string(first ? "" : "<w:br/>") + "<" + tag + " xml:space=\"preserve\">" + xml_escaped(line) + "</" + tag + ">";
        first = false;
      }
      const std::string whole = "<w:r>" + inner + "</w:r>";
      out += run.deleted ? "<w:del w:id=\"" + std::to_string(++revisions_) + "\" w:author=\"Reviewer\" w:date=\"2024-01-01T09:00:00Z\">" +
                               whole + "</w:del>"
                         : whole;
    }
    return out;
  }

  std::string paragraph(const Text& text, const std::string& properties, const Look& look) {
    return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + runs(text, look) + "</w:p>";
  }

  std::string item(const Block& block) {
    const bool bullet = block.label == "*" || block.label == "-";
    const std::string level = std::to_string(block.level - 1);
    if (bullet || automatic_) {
      const std::string list = bullet ? "1" : "2";
      return paragraph(block.text, "<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>", block.look);
    }
    Text text = block.text;
    text.insert(text.begin(), Run{.text = block.label + " "});
    return paragraph(text, block.level == 2 ? "<w:ind w:left=\"720\" w:hanging=\"360\"/>" : "<w:ind w:left=\"425\" w:hanging=\"425\"/>",
                     block.look);
  }

  std::string quote(const Block& block) {
    Text text = block.text;
    if (!block.label.empty() && !automatic_) text.insert(text.begin(), Run{.text = block.label + " "});
    const std::string number = !block.label.empty() && automatic_ ? "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>" : "";
    return paragraph(text, "<w:pStyle w:val=\"Quote\"/>" + number, block.look);
  }

  std::string table(const Block& block) {
    constexpr double kTwips = 9412;
    double all = 0;
    for (const Column& column : block.columns) all += column.weight;
    std::string grid, rows;
    std::vector<std::string> widths;
    for (const Column& column : block.columns) {
      widths.push_back(std::to_string(std::lround(kTwips * column.weight / all)));
      grid += "<w:gridCol w:w=\"" + widths.back() + "\"/>";
    }
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
      const bool header = block.header_row && row == 0;
      rows += header ? "<w:tr><w:trPr><w:tblHeader/></w:trPr>" : "<w:tr>";
      for (std::size_t i = 0; i < block.columns.size(); ++i) rows += cell(block, row, i, widths[i], header);
      rows += "</w:tr>";
    }
    std::string borders;
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
      borders += "<w:" + std::string(side) + attribute("val", "single") + attribute("sz", "4") + attribute("space", "0") +
                 attribute("color", "808080") + "/>";
    return "<w:tbl><w:tblPr><w:tblW w:w=\"9412\" w:type=\"dxa\"/><w:tblBorders>" + borders + "</w:tblBorders></w:tblPr><w:tblGrid>" + grid +
           "</w:tblGrid>" + rows + "</w:tbl><w:p/>";
  }

  std::string cell(const Block& block, std::size_t row, std::size_t column, const std::string& width, bool header) {
    const Text text = column < block.rows[row].size() ? block.rows[row][column] : Text{};
    const std::string shading = header ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E4E8EE\"/>" : "";
    Look look = block.look;
    look.bold = header;
    std::string properties = "<w:spacing w:after=\"40\"/>";
    if (block.columns[column].align == Align::kRight) properties += "<w:jc w:val=\"right\"/>";
    return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>" + shading + "</w:tcPr>" + paragraph(text, properties, look) +
           "</w:tc>";
  }

  // As Word writes it: the shape of today and, for older programs, the same text once more.
  std::string text_box(const Block& block) {
    const std::string content = "<w:txbxContent>" + paragraph(block.text, justification(block.look), block.look) + "</w:txbxContent>";
    const std::string id = std::to_string(++boxes_);
    return "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" "
           "distR=\"0\">"
           "<wp:extent cx=\"5940000\" cy=\"900000\"/><wp:docPr id=\"" +
           id + "\" name=\"Text Box " + id +
           "\"/>"
           "<a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr "
           "txBox=\"1\"/>"
           "<wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"5940000\" cy=\"900000\"/></a:xfrm><a:prstGeom "
           "prst=\"rect\"><a:avLst/></a:prstGeom>"
           "<a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"" +
           hex(style_.accent) + "\"/></a:solidFill></a:ln></wps:spPr><wps:txbx>" + content +
           "</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
           "<v:shape style=\"width:468pt;height:71pt\"><v:textbox>" +
           content + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
  }

  std::string header() {
    std::string body;
    for (const std::string& line : letter_.list("org", '/'))
      body += "<w:p><w:pPr><w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/></w:pPr><w:r><w:rPr><w:b/><w:color w:val=\"" +
              hex(style_.accent) + "\"/><w:sz w:val=\"30\"/></w:rPr><w:t>" + xml_escaped(line) + "</w:t></w:r></w:p>";
    for (const std::string& line : letter_.list("address", '/'))
      body += "<w:p><w:pPr><w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"17\"/></w:rPr><w:t>" +
              xml_escaped(line) + "</w:t></w:r></w:p>";
    return std::string(kDeclaration) + "<w:hdr" + std::string(kNamespaces) + ">" + (body.empty() ? "<w:p/>" : body) + "</w:hdr>";
  }

  std::string footer() {
    const std::string text = letter_.at("footer");
    return std::string(kDeclaration) + "<w:ftr" + std::string(kNamespaces) +
           "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"16\"/></w:rPr><w:t xml:space=\"preserve\">" +
           xml_escaped(text) + (text.empty() ? "Page " : "  |  Page ") +
           "</w:t></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>";
  }

  std::string styles() const {
    const std::string font(word_font(style_.font));
    const std::string size = std::to_string(std::lround(style_.size * 2));
    const auto heading = [&](int level, int half_points) {
      const std::string name = std::to_string(level);
      return "<w:style w:type=\"paragraph\" w:styleId=\"Heading" + name + "\"><w:name w:val=\"heading " + name +
             "\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"160\" "
             "w:after=\"80\"/></w:pPr><w:rPr><w:b/><w:color w:val=\"" +
             hex(style_.accent) + "\"/><w:sz w:val=\"" + std::to_string(half_points) + "\"/></w:rPr></w:style>";
    };
    return std::string(kDeclaration) + "<w:styles" + std::string(kNamespaces) +
           "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"" + font + "\" w:hAnsi=\"" + font + "\" w:cs=\"" + font +
           "\"/><w:sz w:val=\"" + size +
           "\"/><w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault>"
           "<w:pPrDefault><w:pPr><w:spacing w:after=\"140\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
           "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>" +
           heading(1, 28) + heading(2, 24) +
           "<w:style w:type=\"paragraph\" w:styleId=\"Quote\"><w:name w:val=\"Quote\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:ind "
           "w:left=\"567\" "
           "w:right=\"567\"/></w:pPr><w:rPr><w:i/></w:rPr></w:style></w:styles>";
  }

  static std::string numbering() {
    const auto level = [](int number, const std::string& format, const std::string& text) {
      const std::string left = std::to_string(425 + number * 425);
      return "<w:lvl w:ilvl=\"" + std::to_string(number) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format +
             "\"/><w:lvlText w:val=\"" + text + "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"" + left +
             "\" w:hanging=\"425\"/></w:pPr></w:lvl>";
    };
    return std::string(kDeclaration) + "<w:numbering" + std::string(kNamespaces) + "><w:abstractNum w:abstractNumId=\"0\">" +
           level(0, "bullet", "•") + level(1, "bullet", "–") + "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">" +
           level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") +
           "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId "
           "w:val=\"1\"/></w:num></w:numbering>";
  }

  static std::string content_types() {
    const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    std::string parts;
    for (const char* part : {"document.main", "styles", "numbering", "header", "footer"}) {
      const std::string kind(part);
      const std::string name = kind == "document.main" ? "document" : kind == "header" || kind == "footer" ? kind + "1" : kind;
      parts += "<Override PartName=\"/word/" + name + ".xml\" ContentType=\"" + word + kind + "+xml\"/>";
    }
    return std::string(kDeclaration) +
           "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
           "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
           "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
           parts +
           "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";
  }

  static std::string package_relations() {
    return std::string(kDeclaration) +
           "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
           "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
           "Target=\"word/document.xml\"/>"
           "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
           "Target=\"docProps/core.xml\"/>"
           "</Relationships>";
  }

  static std::string document_relations() {
    std::string relations;
    int id = 0;
    for (const char* kind : {"styles", "numbering", "header", "footer"}) {
      const std::string name(kind);
      ++id;
      relations += "<Relationship Id=\"rId" + std::to_string(id) +
                   "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + name + "\" Target=\"" + name +
                   (id > 2 ? "1" : "") + ".xml\"/>";
    }
    return std::string(kDeclaration) + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
           relations + "</Relationships>";
  }

  const Letter& letter_;
  const HouseStyle& style_;
  bool automatic_;
  int revisions_ = 0, boxes_ = 0;
};

}  // namespace

Result<std::string> write_docx(const Letter& letter, const HouseStyle& style) { return write_zip(Docx(letter, style).parts()); }

}  // namespace foi::corpus
