// PowerPoint files: a title and lines of text a slide.
#include "corpus/make/markup.h"
#include "corpus/make/office.h"

namespace foi::corpus {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kNamespaces =
    " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const std::string kRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

struct Slide {
  std::string title;
  std::vector<std::string> lines;
};

std::vector<Slide> read_slides(const std::string& body) {
  std::vector<Slide> slides;
  for (const Block& block : parse_body(body)) {
    if (block.kind == BlockKind::kHeading) slides.push_back({plain(block.text), {}});
    if (slides.empty() || block.kind == BlockKind::kHeading) continue;
    const std::string text = plain(block.text);
    if (!text.empty()) slides.back().lines.push_back(text);
    for (const auto& row : block.rows) {
      std::string line;
      for (const Text& cell : row) line += (line.empty() ? "" : ": ") + plain(cell);
      slides.back().lines.push_back(line);
    }
  }
  return slides;
}

std::string shape(int id, std::string_view type, const std::vector<std::string>& lines, int top, int height) {
  std::string paragraphs;
  for (const std::string& line : lines) paragraphs += "<a:p><a:r><a:rPr lang=\"en-GB\"/><a:t>" + xml_escaped(line) + "</a:t></a:r></a:p>";
  const std::string number = std::to_string(id);
  return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + number + "\" name=\"Text " + number + "\"/><p:cNvSpPr/><p:nvPr><p:ph type=\"" +
         std::string(type) + "\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"600000\" y=\"" + std::to_string(top) +
         "\"/><a:ext cx=\"11000000\" cy=\"" + std::to_string(height) + "\"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/>" + paragraphs +
         "</p:txBody></p:sp>";
}

std::string slide_xml(const Slide& slide) {
  return std::string(kDeclaration) + "<p:sld" + std::string(kNamespaces) +
         "><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>" +
         shape(2, "title", {slide.title}, 400000, 1200000) + (slide.lines.empty() ? "" : shape(3, "body", slide.lines, 1800000, 4500000)) +
         "</p:spTree></p:cSld></p:sld>";
}

std::string relation(const std::string& id, const std::string& kind, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kRelationships + "/" + kind + "\" Target=\"" + target + "\"/>";
}

std::string relations(const std::string& list) {
  return std::string(kDeclaration) + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + list +
         "</Relationships>";
}

}  // namespace

Result<std::string> write_pptx(const Letter& letter) {
  const std::string presentation = "application/vnd.openxmlformats-officedocument.presentationml.";
  std::string list, links, types;
  std::vector<ZipEntry> slides;
  for (const Slide& slide : read_slides(letter.body)) {
    const std::string number = std::to_string(slides.size() + 1), name = "slides/slide" + number + ".xml";
    list += "<p:sldId id=\"" + std::to_string(256 + slides.size()) + "\" r:id=\"rId" + number + "\"/>";
    links += relation("rId" + number, "slide", name);
    types += "<Override PartName=\"/ppt/" + name + "\" ContentType=\"" + presentation + "slide+xml\"/>";
    slides.push_back({"ppt/" + name, slide_xml(slide)});
  }
  std::vector<ZipEntry> parts = {
      {"[Content_Types].xml",
       std::string(kDeclaration) +
           "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
           "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
           "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/ppt/presentation.xml\" ContentType=\"" +
           presentation + "presentation.main+xml\"/>" + types +
           "<Override PartName=\"/docProps/core.xml\" "
           "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"},
      {"_rels/.rels",
       relations(relation("rId1", "officeDocument", "ppt/presentation.xml") +
                 "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
                 "Target=\"docProps/core.xml\"/>")},
      {"docProps/core.xml", core_properties(letter)},
      {"ppt/presentation.xml", std::string(kDeclaration) + "<p:presentation" + std::string(kNamespaces) + "><p:sldIdLst>" + list +
                                   "</p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/>"
                                   "</p:presentation>"},
      {"ppt/_rels/presentation.xml.rels", relations(links)}};
  parts.insert(parts.end(), slides.begin(), slides.end());
  return write_zip(parts);
}

}  // namespace foi::corpus
