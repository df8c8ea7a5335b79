// OpenDocument text and sheets.
#include "corpus/make/markup.h"
#include "corpus/make/office.h"
#include "corpus/make/surfaces.h"

namespace foi::corpus {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view kNamespaces =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
    " office:version=\"1.2\"";

std::string root(std::string_view name, const std::string& inside) {
  const std::string tag = "office:" + std::string(name);
  return std::string(kDeclaration) + "<" + tag + std::string(kNamespaces) + ">" + inside + "</" + tag + ">";
}

std::string words(const Text& text) {
  std::string out;
  for (const Run& run : text) {
    std::string inner;
    for (const std::string& line : split_lines(run.text)) inner += (inner.empty() ? "" : "<text:line-break/>") + xml_escaped(line);
    out += run.bold ? "<text:span text:style-name=\"Bold\">" + inner + "</text:span>" : inner;
  }
  return out;
}

std::string paragraph(const std::string& inner, std::string_view style = "Standard") {
  return "<text:p text:style-name=\"" + std::string(style) + "\">" + inner + "</text:p>";
}

std::string table(const Block& block) {
  std::string rows;
  for (const auto& row : block.rows) {
    rows += "<table:table-row>";
    for (const Text& cell : row) rows += "<table:table-cell office:value-type=\"string\">" + paragraph(words(cell)) + "</table:table-cell>";
    rows += "</table:table-row>";
  }
  return "<table:table><table:table-column table:number-columns-repeated=\"" + std::to_string(block.columns.size()) + "\"/>" + rows +
         "</table:table>" + paragraph("");
}

std::string block_xml(const Block& block) {
  switch (block.kind) {
    case BlockKind::kHeading:
      return "<text:h text:outline-level=\"" + std::to_string(block.level) + "\">" + words(block.text) + "</text:h>";
    case BlockKind::kParagraph:
      return paragraph(words(block.text), block.look.align == Align::kRight ? "Right" : "Standard");
    case BlockKind::kItem:
      if (block.label == "*" || block.label == "-")
        return "<text:list><text:list-item>" + paragraph(words(block.text)) + "</text:list-item></text:list>";
      return paragraph(xml_escaped(block.label) + " " + words(block.text));
    case BlockKind::kQuote:
      return paragraph((block.label.empty() ? "" : xml_escaped(block.label) + " ") + words(block.text), "Quote");
    case BlockKind::kTable:
      return table(block);
    case BlockKind::kPageBreak:
      return paragraph("", "Break");
    case BlockKind::kRule:
    case BlockKind::kSignature:
    case BlockKind::kGap:
      return paragraph("");
  }
  return {};
}

std::string styles() {
  const auto style = [](std::string_view name, std::string_view family, std::string_view properties) {
    return "<style:style style:name=\"" + std::string(name) + "\" style:family=\"" + std::string(family) + "\">" + std::string(properties) +
           "</style:style>";
  };
  return "<office:automatic-styles>" + style("Bold", "text", "<style:text-properties fo:font-weight=\"bold\"/>") +
         style("Right", "paragraph", "<style:paragraph-properties fo:text-align=\"end\"/>") +
         style("Quote", "paragraph", "<style:paragraph-properties fo:margin-left=\"1cm\"/>") +
         style("Hidden", "table", "<style:table-properties table:display=\"false\"/>") +
         style("Break", "paragraph", "<style:paragraph-properties fo:break-before=\"page\"/>") + "</office:automatic-styles>";
}

std::string meta(const Letter& letter) {
  return root("document-meta", "<office:meta><dc:title>" + xml_escaped(letter.at("title")) + "</dc:title><dc:subject>" + kSpecimenNote +
                                   "</dc:subject></office:meta>");
}

// The type comes first, as the format asks for.
Result<std::string> package(const Letter& letter, std::string_view kind, const std::string& body) {
  const std::string type = "application/vnd.oasis.opendocument." + std::string(kind);
  const auto listed = [](std::string_view path, std::string_view of_type) {
    return "<manifest:file-entry manifest:full-path=\"" + std::string(path) + "\" manifest:media-type=\"" + std::string(of_type) + "\"/>";
  };
  const std::string manifest = std::string(kDeclaration) +
                               "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                               "manifest:version=\"1.2\">" +
                               listed("/", type) + listed("content.xml", "text/xml") + listed("meta.xml", "text/xml") +
                               "</manifest:manifest>";
  return write_zip({{"mimetype", type},
                    {"content.xml", root("document-content", styles() + "<office:body>" + body + "</office:body>")},
                    {"meta.xml", meta(letter)},
                    {"META-INF/manifest.xml", manifest}});
}

std::string cell_xml(const std::string& text) {
  if (text.empty()) return "<table:table-cell/>";
  const std::string number = as_number(text), shown = paragraph(words(parse_text(text)));
  if (number.empty()) return "<table:table-cell office:value-type=\"string\">" + shown + "</table:table-cell>";
  return "<table:table-cell office:value-type=\"float\" office:value=\"" + number + "\">" + shown + "</table:table-cell>";
}

}  // namespace

Result<std::string> write_odt(const Letter& letter) {
  std::string body;
  for (const char* key : {"org", "address"})
    for (const std::string& line : letter.list(key, '/')) body += paragraph(xml_escaped(line), "Right");
  for (const Block& block : parse_body(letter.body)) body += block_xml(block);
  return package(letter, "text", "<office:text>" + body + "</office:text>");
}

Result<std::string> write_ods(const Letter& letter) {
  std::string tables;
  for (const Sheet& sheet : read_sheets(letter.body)) {
    tables += "<table:table table:name=\"" + xml_escaped(sheet.name) + "\"" + (sheet.hidden ? " table:style-name=\"Hidden\"" : "") + ">";
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
      tables += std::string("<table:table-row") + (sheet.hidden_rows.contains(row) ? " table:visibility=\"collapse\"" : "") + ">";
      for (const std::string& cell : sheet.rows[row]) tables += cell_xml(cell);
      tables += "</table:table-row>";
    }
    tables += "</table:table>";
  }
  return package(letter, "spreadsheet", "<office:spreadsheet>" + tables + "</office:spreadsheet>");
}

}  // namespace foi::corpus
