#include "tests/unit/extract/hidden_files.h"

#include <cstdio>

#include "indexer/model/hidden.h"
#include "tests/unit/extract/made_zip.h"

namespace foi::extract {
namespace {

std::string docx_run(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
}
std::string docx_p(const std::string& inside) { return "<w:p>" + inside + "</w:p>"; }
const std::string kDocxShown = docx_p(docx_run("shown"));

std::string cell(const std::string& at, const std::string& text) {
  return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}
const std::string kSheet = "<sheetData><row r=\"1\">" + cell("A1", "shown") + "</row></sheetData>";
std::string sheet(const std::string& second_row, const std::string& before = "") {
  return before + "<sheetData><row r=\"1\">" + cell("A1", "shown") + "</row>" + second_row + "</sheetData>";
}
std::string comments_of(const std::string& part) {
  return "<Relationships><Relationship Id=\"c\" Type=\"x/comments\" Target=\"" + part + "\"/></Relationships>";
}

const std::string kOdtShown = "<text:p>shown</text:p>";
const std::string kNoShow = "<style:style style:name=\"H\"><style:text-properties text:display=\"none\"/></style:style>";
std::string ods_table(const std::string& rows, const std::string& attributes = "") {
  return "<table:table table:name=\"S\" " + attributes + ">" + rows + "</table:table>";
}
std::string ods_row(const std::string& text, const std::string& attributes = "") {
  return "<table:table-row " + attributes + "><table:table-cell><text:p>" + text + "</text:p></table:table-cell></table:table-row>";
}

// Letters and ground of one style, "H", as the body of an office:automatic-styles.
std::string odf_style(const std::string& text_properties, const std::string& others = "") {
  return "<style:style style:name=\"H\"><style:text-properties " + text_properties + "/>" + others + "</style:style>";
}
std::string odt_span(const std::string& word) {
  return kOdtShown + "<text:p><text:span text:style-name=\"H\">" + word + "</text:span></text:p>";
}

std::string docx_styles(const std::string& inside) { return "<w:styles>" + inside + "</w:styles>"; }
std::string docx_box(const std::string& word) { return "<w:txbxContent>" + docx_p(docx_run(word)) + "</w:txbxContent>"; }
std::string docx_drawing(const std::string& word, const std::string& properties, const std::string& fill) {
  return docx_p("<w:r><w:drawing><wp:anchor xmlns:wp=\"wp\"><wp:docPr id=\"1\" " + properties + "/><wps:wsp><wps:spPr>" + fill +
                "</wps:spPr><wps:txbx>" + docx_box(word) + "</wps:txbx></wps:wsp></wp:anchor></w:drawing></w:r>");
}

// A cell of style 1 in a second row.
std::string styled_sheet(const std::string& word) {
  return sheet("<row r=\"2\"><c r=\"A2\" s=\"1\" t=\"inlineStr\"><is><t>" + word + "</t></is></c></row>");
}
std::string xlsx_styles(const std::string& font, const std::string& fill) {
  return "<styleSheet><fonts><font/><font>" + font + "</font></fonts><fills><fill/><fill>" + fill +
         "</fill></fills><cellXfs><xf/><xf fontId=\"1\" fillId=\"1\"/></cellXfs></styleSheet>";
}
std::string part_of_sheet(const std::string& type, const std::string& part) {
  return "<Relationships><Relationship Id=\"c\" Type=\"x/" + type + "\" Target=\"" + part + "\"/></Relationships>";
}
std::string sheet_shape(const std::string& word, const std::string& name, const std::string& fill, const std::string& run) {
  return "<xdr:wsDr xmlns:xdr=\"x\" xmlns:a=\"a\"><xdr:twoCellAnchor><xdr:sp><xdr:nvSpPr><xdr:cNvPr id=\"2\" " + name +
         "/></xdr:nvSpPr><xdr:spPr>" + fill + "</xdr:spPr><xdr:txBody><a:p><a:r>" + run + "<a:t>" + word +
         "</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>";
}

std::string slide_shape(const std::string& word, const std::string& run, const std::string& fill = "") {
  return made_shape("shown") + "<p:sp><p:nvSpPr><p:cNvPr id=\"4\" name=\"x\"/></p:nvSpPr><p:spPr>" + fill +
         "</p:spPr><p:txBody><a:p><a:r><a:rPr>" + run + "</a:rPr><a:t>" + word + "</a:t></a:r></a:p></p:txBody></p:sp>";
}
std::string solid(const std::string& color) { return "<a:solidFill><a:srgbClr val=\"" + color + "\"/></a:solidFill>"; }

// The file with one object of another content, as a later save adds it.
std::string saved_again(std::string pdf, int object, const std::string& content) {
  const std::string table = pdf.substr(pdf.rfind("startxref\n") + 10, pdf.rfind("\n%%EOF") - pdf.rfind("startxref\n") - 10);
  char place[24];
  std::snprintf(place, sizeof place, "%010zu 00000 n \n", pdf.size());
  pdf += std::to_string(object) + " 0 obj\n" + content + "\nendobj\n";
  const std::size_t added = pdf.size();
  return pdf + "xref\n" + std::to_string(object) + " 1\n" + place + "trailer <</Size 9 /Root 8 0 R /Prev " + table + ">>\nstartxref\n" +
         std::to_string(added) + "\n%%EOF\n";
}

std::string signed_by(const std::string& name) {
  return make_pdf({{.content = prose(), .entries = "/Annots [4 0 R]"}}, {},
                  {.objects = {"<</Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [0 0 0 0] /V 5 0 R>>",
                               "<</Type /Sig /Name (" + name + ") /ByteRange [0 1 2 3] /Contents <00>>>"}});
}

std::string html(const std::string& inside) { return "<!DOCTYPE html><html><body><p>shown</p>" + inside + "</body></html>"; }

}  // namespace

std::vector<HiddenFile> hidden_files(const std::string& word) {
  const Members by_word{{"docProps/core.xml", "<cp:coreProperties><dc:creator>" + word + "</dc:creator></cp:coreProperties>"}};
  const Members changed_by_word{
      {"docProps/core.xml", "<p><dc:creator>Shown</dc:creator><cp:lastModifiedBy>" + word + "</cp:lastModifiedBy></p>"}};
  return {
      {"DOCX: author", make_docx(kDocxShown, by_word), kAuthorNamed},
      {"DOCX: who changed it", make_docx(kDocxShown, changed_by_word), kAuthorNamed},
      {"DOCX: manager", make_docx(kDocxShown, {{"docProps/app.xml", "<Properties><Manager>" + word + "</Manager></Properties>"}}),
       kAuthorNamed},
      {"XLSX: author", make_xlsx({{"A", kSheet}}, by_word), kAuthorNamed},
      {"PPTX: author", make_pptx({{made_shape("shown"), ""}}, by_word), kAuthorNamed},
      {"ODT: author", make_odt(kOdtShown, "", {{"meta.xml", "<office:meta><dc:creator>" + word + "</dc:creator></office:meta>"}}),
       kAuthorNamed},
      {"ODT: first author",
       make_odt(kOdtShown, "",
                {{"meta.xml", "<m><dc:creator>shown</dc:creator><meta:initial-creator>" + word + "</meta:initial-creator></m>"}}),
       kAuthorNamed},
      {"DOCX: deleted revision", make_docx(kDocxShown + docx_p("<w:del><w:r><w:delText>" + word + "</w:delText></w:r></w:del>")),
       "deleted revision"},
      {"DOCX: deleted revision with plain text", make_docx(kDocxShown + docx_p("<w:del>" + docx_run(word) + "</w:del>")),
       "deleted revision"},
      {"DOCX: moved away", make_docx(kDocxShown + docx_p("<w:moveFrom>" + docx_run(word) + "</w:moveFrom>")), "moved text"},
      {"DOCX: hidden run", make_docx(kDocxShown + docx_p(docx_run(word, "<w:vanish/>"))), "hidden text"},
      {"DOCX: white on white", make_docx(kDocxShown + docx_p(docx_run(word, "<w:color w:val=\"FFFFFF\"/>"))), "hidden text"},
      {"DOCX: white on a white ground",
       make_docx(kDocxShown + docx_p(docx_run(word, "<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"FFFFFF\"/>"))),
       "hidden text"},
      {"DOCX: hidden by its style",
       make_docx(kDocxShown + "<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr>" + docx_run(word) + "</w:p>",
                 {{"word/styles.xml",
                   "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"}}),
       "hidden text"},
      {"DOCX: black highlight", make_docx(kDocxShown + docx_p(docx_run(word, "<w:highlight w:val=\"black\"/>"))), "hidden text"},
      {"DOCX: black shading",
       make_docx(kDocxShown + docx_p(docx_run(word,
                                              "<w:color w:val=\"000000\"/><w:shd w:val=\"clear\" "
                                              "w:color=\"auto\" w:fill=\"000000\"/>"))),
       "hidden text"},
      {"DOCX: solid pattern",
       make_docx(kDocxShown + docx_p(docx_run(word,
                                              "<w:color w:val=\"000000\"/><w:shd w:val=\"solid\" "
                                              "w:color=\"auto\" w:fill=\"FFFFFF\"/>"))),
       "hidden text"},
      {"DOCX: white by a style",
       make_docx(kDocxShown + "<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr>" + docx_run(word) + "</w:p>",
                 {{"word/styles.xml", docx_styles("<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:rPr><w:color w:val=\"FFFFFF\"/>"
                                                  "</w:rPr></w:style>")}}),
       "hidden text"},
      {"DOCX: white by the theme", make_docx(kDocxShown + docx_p(docx_run(word, "<w:color w:themeColor=\"background1\"/>"))),
       "hidden text"},
      {"DOCX: almost white", make_docx(kDocxShown + docx_p(docx_run(word, "<w:color w:val=\"FEFEFE\"/>"))), "hidden text"},
      {"DOCX: white in a cell",
       make_docx(kDocxShown + "<w:tbl><w:tr><w:tc>" + docx_p(docx_run(word, "<w:color w:val=\"FFFFFF\"/>")) + "</w:tc></w:tr></w:tbl>"),
       "hidden text"},
      {"DOCX: black in a black cell",
       make_docx(kDocxShown + "<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val=\"clear\" w:fill=\"000000\"/></w:tcPr>" +
                 docx_p(docx_run(word, "<w:color w:val=\"000000\"/>")) + "</w:tc></w:tr></w:tbl>"),
       "hidden text"},
      {"DOCX: black in a black text box",
       make_docx(kDocxShown +
                 docx_p("<w:r><w:drawing><wps:wsp><wps:spPr>" + solid("000000") + "</wps:spPr><wps:txbx><w:txbxContent>" +
                        docx_p(docx_run(word, "<w:color w:val=\"000000\"/>")) + "</w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r>")),
       "hidden text"},
      {"DOCX: too small to read", make_docx(kDocxShown + docx_p(docx_run(word, "<w:sz w:val=\"1\"/>"))), "hidden text"},
      {"DOCX: text box of a hidden run",
       make_docx(kDocxShown + docx_p("<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:shape><v:textbox>" + docx_box(word) +
                                     "</v:textbox></v:shape></w:pict></w:r>")),
       "hidden text"},
      {"DOCX: hidden text box", make_docx(kDocxShown + docx_drawing(word, "hidden=\"1\"", "")), "hidden text"},
      {"DOCX: text box that is not visible",
       make_docx(kDocxShown + docx_p("<w:r><w:pict><v:shape style=\"width:9pt; visibility: hidden\"><v:textbox>" + docx_box(word) +
                                     "</v:textbox></v:shape></w:pict></w:r>")),
       "hidden text"},
      {"DOCX: footnote of a hidden run",
       make_docx(kDocxShown + docx_p("<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id=\"2\"/></w:r>"),
                 {{"word/footnotes.xml", "<w:footnotes><w:footnote w:id=\"2\">" + docx_p(docx_run(word)) + "</w:footnote></w:footnotes>"}}),
       "hidden text"},
      {"DOCX: deleted cell",
       make_docx("<w:tbl><w:tr><w:tc>" + kDocxShown + "</w:tc><w:tc><w:tcPr><w:cellDel w:id=\"1\"/></w:tcPr>" + docx_p(docx_run(word)) +
                 "</w:tc></w:tr></w:tbl>"),
       "deleted revision"},
      {"DOCX: hidden unless it says otherwise",
       make_docx(
           docx_p(docx_run("shown", "<w:vanish w:val=\"0\"/>") + docx_run(word)),
           {{"word/styles.xml", docx_styles("<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>")}}),
       "hidden text"},
      {"DOCX: comment",
       make_docx(kDocxShown, {{"word/comments.xml", "<w:comments><w:comment>" + docx_p(docx_run(word)) + "</w:comment></w:comments>"}}),
       "comment"},
      {"DOCX: hidden table row",
       make_docx(kDocxShown + "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + docx_p(docx_run(word)) + "</w:tc></w:tr></w:tbl>"),
       "hidden row"},
      {"DOCX: embedded file", make_docx(kDocxShown, {{"word/embeddings/" + word + ".xlsx", word}}), "embedded file"},
      {"XLSX: hidden sheet", make_xlsx({{"A", kSheet}, {"B", sheet("<row r=\"2\">" + cell("A2", word) + "</row>"), "hidden"}}),
       "hidden sheet"},
      {"XLSX: very hidden sheet", make_xlsx({{"A", kSheet}, {word, kSheet, "veryHidden"}}), "hidden sheet"},
      {"XLSX: hidden row", make_xlsx({{"A", sheet("<row r=\"2\" hidden=\"1\">" + cell("A2", word) + "</row>")}}), "hidden row"},
      {"XLSX: row of no height", make_xlsx({{"A", sheet("<row r=\"2\" ht=\"0\">" + cell("A2", word) + "</row>")}}), "hidden row"},
      {"XLSX: hidden column",
       make_xlsx({{"A", sheet("<row r=\"2\">" + cell("B2", word) + "</row>", "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>")}}),
       "hidden column"},
      {"XLSX: comment",
       make_xlsx({{"A", kSheet}}, {{"xl/worksheets/_rels/sheet1.xml.rels", comments_of("../comments1.xml")},
                                   {"xl/comments1.xml", "<comments><commentList><comment><text><t>" + word +
                                                            "</t></text></comment></commentList></comments>"}}),
       "comment"},
      {"XLSX: pivot cache", make_xlsx({{"A", kSheet}}, {{"xl/pivotCache/pivotCacheDefinition1.xml", "<x>" + word + "</x>"}}),
       "pivot cache"},
      {"XLSX: external link", make_xlsx({{"A", kSheet}}, {{"xl/externalLinks/externalLink1.xml", "<x>" + word + "</x>"}}), "external link"},
      {"XLSX: format that shows nothing",
       make_xlsx({{"A", sheet("<row r=\"2\"><c r=\"A2\" s=\"1\" t=\"inlineStr\"><is><t>" + word + "</t></is></c></row>")}},
                 {{"xl/styles.xml",
                   "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\";;;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "
                   "numFmtId=\"170\"/></cellXfs></styleSheet>"}}),
       "hidden cell"},
      {"XLSX: white letters", make_xlsx({{"A", styled_sheet(word)}}, {{"xl/styles.xml", xlsx_styles("<color rgb=\"FFFFFFFF\"/>", "")}}),
       "hidden cell"},
      {"XLSX: white letters by the theme",
       make_xlsx({{"A", styled_sheet(word)}}, {{"xl/styles.xml", xlsx_styles("<color theme=\"0\"/>", "")}}), "hidden cell"},
      {"XLSX: black on black",
       make_xlsx({{"A", styled_sheet(word)}},
                 {{"xl/styles.xml", xlsx_styles("", "<patternFill patternType=\"solid\"><fgColor indexed=\"64\"/></patternFill>")}}),
       "hidden cell"},
      {"XLSX: a white run of a string",
       make_xlsx({{"A", sheet("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><r><t>kept </t></r><r><rPr><color "
                              "rgb=\"FFFFFFFF\"/></rPr><t>" +
                              word + "</t></r></is></c></row>")}}),
       "hidden cell"},
      {"XLSX: columns of no width",
       make_xlsx({{"A", "<sheetFormatPr defaultColWidth=\"0\"/><cols><col min=\"1\" max=\"1\" width=\"9\"/></cols>" +
                            sheet("<row r=\"2\">" + cell("B2", word) + "</row>")}}),
       "hidden column"},
      {"XLSX: hidden text box",
       make_xlsx({{"A", kSheet}}, {{"xl/worksheets/_rels/sheet1.xml.rels", part_of_sheet("drawing", "../drawings/drawing1.xml")},
                                   {"xl/drawings/drawing1.xml", sheet_shape(word, "hidden=\"1\"", "", "")}}),
       "hidden shape"},
      {"XLSX: white in a white text box",
       make_xlsx({{"A", kSheet}},
                 {{"xl/worksheets/_rels/sheet1.xml.rels", part_of_sheet("drawing", "../drawings/drawing1.xml")},
                  {"xl/drawings/drawing1.xml", sheet_shape(word, "", solid("FFFFFF"), "<a:rPr>" + solid("FFFFFF") + "</a:rPr>")}}),
       "hidden text"},
      {"XLSX: comment in a thread alone",
       make_xlsx({{"A", kSheet}},
                 {{"xl/worksheets/_rels/sheet1.xml.rels", part_of_sheet("threadedComment", "../threadedComments/threadedComment1.xml")},
                  {"xl/threadedComments/threadedComment1.xml",
                   "<ThreadedComments><threadedComment><text>" + word + "</text></threadedComment></ThreadedComments>"}}),
       "comment"},
      {"XLSX: log of revisions", make_xlsx({{"A", kSheet}}, {{"xl/revisions/revisionLog1.xml", "<revisions>" + word + "</revisions>"}}),
       "log of revisions"},
      {"PPTX: white on white", make_pptx({{slide_shape(word, solid("FFFFFF")), ""}}), "hidden text"},
      {"PPTX: black highlight", make_pptx({{slide_shape(word, "<a:highlight><a:srgbClr val=\"000000\"/></a:highlight>"), ""}}),
       "hidden text"},
      {"PPTX: black in a black shape", make_pptx({{slide_shape(word, solid("000000"), solid("000000")), ""}}), "hidden text"},
      {"PPTX: off the slide in a group",
       make_pptx({{made_shape("shown") +
                       "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"9\" name=\"g\"/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
                       "<a:ext cx=\"100\" cy=\"50\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"1000\" cy=\"500\"/></a:xfrm></p:grpSpPr>" +
                       made_shape("inside", 900, 10) + made_shape(word, 1001, 10) + "</p:grpSp>",
                   ""}}),
       "shape off the slide"},
      {"PPTX: hidden slide", make_pptx({{made_shape("shown"), ""}, {made_shape(word), "show=\"0\""}}), "hidden slide"},
      {"PPTX: hidden shape", make_pptx({{made_shape("shown") + made_shape(word, 10, 10, "hidden=\"1\""), ""}}), "hidden shape"},
      {"PPTX: right of the slide", make_pptx({{made_shape("shown") + made_shape(word, 101, 10), ""}}), "shape off the slide"},
      {"PPTX: above the slide", make_pptx({{made_shape("shown") + made_shape(word, 10, -11), ""}}), "shape off the slide"},
      {"PPTX: speaker's notes",
       make_pptx({{made_shape("shown"), ""}}, {{"ppt/notesSlides/notesSlide1.xml", "<p:notes>" + word + "</p:notes>"}}), "speaker's notes"},
      {"PPTX: comment", make_pptx({{made_shape("shown"), ""}}, {{"ppt/comments/comment1.xml", "<p:cmLst>" + word + "</p:cmLst>"}}),
       "comment"},
      {"ODT: hidden run", make_odt(kOdtShown + "<text:p><text:span text:style-name=\"H\">" + word + "</text:span></text:p>", kNoShow),
       "hidden text"},
      {"ODT: hidden paragraph style", make_odt(kOdtShown + "<text:p text:style-name=\"H\">" + word + "</text:p>", kNoShow), "hidden text"},
      {"ODT: hidden by a style it inherits",
       make_odt(kOdtShown + "<text:p text:style-name=\"I\">" + word + "</text:p>",
                kNoShow + "<style:style style:name=\"I\" style:parent-style-name=\"H\"/>"),
       "hidden text"},
      {"ODT: hidden section", make_odt(kOdtShown + "<text:section text:display=\"none\"><text:p>" + word + "</text:p></text:section>"),
       "hidden text"},
      {"ODT: hidden-text field", make_odt(kOdtShown + "<text:p><text:hidden-text text:string-value=\"" + word + "\"/></text:p>"),
       "hidden text"},
      {"ODT: hidden paragraph", make_odt(kOdtShown + "<text:p><text:hidden-paragraph/>" + word + "</text:p>"), "hidden text"},
      {"ODT: deleted revision",
       make_odt("<text:tracked-changes><text:changed-region><text:deletion><text:p>" + word +
                "</text:p></text:deletion></text:changed-region>"
                "</text:tracked-changes>" +
                kOdtShown),
       "deleted revision"},
      {"ODT: white on white", make_odt(odt_span(word), odf_style("fo:color=\"#ffffff\"")), "hidden text"},
      {"ODT: black on black", make_odt(odt_span(word), odf_style("fo:color=\"#000000\" fo:background-color=\"#000000\"")), "hidden text"},
      {"ODT: black in a black paragraph",
       make_odt(kOdtShown + "<text:p text:style-name=\"H\">" + word + "</text:p>",
                odf_style("fo:color=\"#000000\"", "<style:paragraph-properties fo:background-color=\"#000000\"/>")),
       "hidden text"},
      {"ODT: comment",
       make_odt("<text:p>shown<office:annotation><dc:creator>" + word + "</dc:creator><text:p>" + word +
                "</text:p></office:annotation></text:p>"),
       "comment"},
      {"ODT: hidden table row", make_odt(kOdtShown + "<table:table>" + ods_row(word, "table:visibility=\"collapse\"") + "</table:table>"),
       "hidden row"},
      {"ODS: hidden sheet",
       make_ods(ods_table(ods_row("shown")) + ods_table(ods_row(word), "table:style-name=\"T\""),
                "<style:style style:name=\"T\"><style:table-properties table:display=\"false\"/></style:style>"),
       "hidden sheet"},
      {"ODS: table that is not displayed", make_ods(ods_table(ods_row("shown")) + ods_table(ods_row(word), "table:display=\"false\"")),
       "hidden sheet"},
      {"ODS: white cell",
       make_ods(ods_table(ods_row("shown") + "<table:table-row><table:table-cell table:style-name=\"H\"><text:p>" + word +
                          "</text:p></table:table-cell></table:table-row>"),
                odf_style("fo:color=\"#ffffff\"")),
       "hidden text"},
      {"ODS: white by its column",
       make_ods(
           ods_table("<table:table-column table:default-cell-style-name=\"Default\"/><table:table-column "
                     "table:default-cell-style-name=\"H\"/><table:table-row><table:table-cell><text:p>shown</text:p></table:table-cell>"
                     "<table:table-cell><text:p>" +
                     word + "</text:p></table:table-cell></table:table-row>"),
           odf_style("fo:color=\"#ffffff\"")),
       "hidden text"},
      {"ODS: history of changes",
       make_ods("<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>" + word +
                "</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>" +
                ods_table(ods_row("shown"))),
       "deleted revision"},
      {"ODS: hidden row", make_ods(ods_table(ods_row("shown") + ods_row(word, "table:visibility=\"collapse\""))), "hidden row"},
      {"ODS: filtered row", make_ods(ods_table(ods_row("shown") + ods_row(word, "table:visibility=\"filter\""))), "hidden row"},
      {"ODS: closed group of rows",
       make_ods(
           ods_table(ods_row("shown") + "<table:table-row-group table:display=\"false\">" + ods_row(word) + "</table:table-row-group>")),
       "hidden row"},
      {"ODS: hidden column",
       make_ods(ods_table(
           "<table:table-column/><table:table-column table:visibility=\"collapse\"/><table:table-row><table:table-cell><text:p>shown"
           "</text:p></table:table-cell><table:table-cell><text:p>" +
           word + "</text:p></table:table-cell></table:table-row>")),
       "hidden column"},
      {"ODS: comment",
       make_ods(ods_table("<table:table-row><table:table-cell><office:annotation><text:p>" + word +
                          "</text:p></office:annotation><text:p>shown</text:p>"
                          "</table:table-cell></table:table-row>")),
       "comment"},
      {"HTML: hidden attribute", html("<p hidden>" + word + "</p>"), "hidden text"},
      {"HTML: not displayed", html("<p style='color:red; display: none'>" + word + "</p>"), "hidden text"},
      {"HTML: not visible", html("<p style='VISIBILITY:hidden'>" + word + "</p>"), "hidden text"},
      {"HTML: by a class", html("<style>.x{display:none}</style><p class='y x'>" + word + "</p>"), "hidden text"},
      {"HTML: by an id", html("<style>#x{visibility:hidden}</style><p id=x>" + word + "</p>"), "hidden text"},
      {"HTML: off the screen", html("<p style='position:absolute;left:-9999px'>" + word + "</p>"), "hidden text"},
      {"HTML: of no size", html("<p style='font-size:0'>" + word + "</p>"), "hidden text"},
      {"HTML: inside what is hidden", html("<div hidden><p>" + word + "</p></div>"), "hidden text"},
      {"HTML: cell of a table", html("<table><tr><td>a<td style='display:none'>" + word + "</table>"), "hidden text"},
      {"HTML: inside a class", html("<style>.x p{display:none}</style><div class=x><p>" + word + "</p></div>"), "hidden text"},
      {"HTML: directly inside a class", html("<style>div.x > .y{display:none}</style><div class=x><p class=y>" + word + "</p></div>"),
       "hidden text"},
      {"HTML: by two classes", html("<style>.x.y{display:none}</style><p class='x y'>" + word + "</p>"), "hidden text"},
      {"HTML: by an attribute", html("<style>[data-x]{display:none}</style><p data-x=1>" + word + "</p>"), "hidden text"},
      {"HTML: by its place", html("<style>td:nth-child(2){display:none}</style><table><tr><td>a<td>" + word + "</table>"), "hidden text"},
      {"HTML: white on white", html("<p style='color:#fff'>" + word + "</p>"), "hidden text"},
      {"HTML: white by a class", html("<style>.x{color:rgb(255, 255, 255)}</style><p class=x>" + word + "</p>"), "hidden text"},
      {"HTML: black on black", html("<p><span style='background:black'>" + word + "</span></p>"), "hidden text"},
      {"HTML: white font", html("<font color=white>" + word + "</font>"), "hidden text"},
      {"HTML: black cell", html("<table><tr><td>a<td bgcolor='#000000'>" + word + "</table>"), "hidden text"},
      {"HTML: let through", html("<p style='color:transparent'>" + word + "</p>"), "hidden text"},
      {"HTML: cut to nothing", html("<p style='height:1px;overflow:hidden'>" + word + "</p>"), "hidden text"},
      {"HTML: hidden from Outlook", html("<p style='mso-hide:all'>" + word + "</p>"), "hidden text"},
      {"HTML: dialogue that is not open", html("<dialog>" + word + "</dialog>"), "hidden text"},
      {"HTML: for programs without frames", html("<noframes>" + word + "</noframes>"), "hidden text"},
      {"HTML: for programs without plug-ins", html("<noembed>" + word + "</noembed>"), "hidden text"},
      {"HTML: for programs without ruby", html("<ruby>a<rp>" + word + "</rp></ruby>"), "hidden text"},
      {"HTML: comment", html("<!-- " + word + " -->"), "comment"},
      {"mail: blind copy", "From: a@example.org\nBcc: " + word + "@example.org\nMIME-Version: 1.0\n\nshown\n", "blind copy"},
      {"mail: comment in HTML", "From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/html\n\n" + html("<!-- " + word + " -->"),
       "comment"},
      {"mail: hidden in HTML",
       "From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/html\n\n" + html("<p style='display:none'>" + word + "</p>"),
       "hidden text"},
  };
}

std::string black_box(const std::string& rectangle) { return "0 g " + rectangle + " re f\n"; }

std::string prose() {
  std::string out;
  for (int i = 0; i < 12; ++i) out += text_at(60, 780 - 14 * i, "We searched the records of the division for what you asked us for.");
  return out;
}

MadePage with_picture(const std::string& content, int white_from) {
  std::vector<std::uint8_t> picture(400 * 400, 255);
  for (std::size_t i = 0; i < picture.size(); ++i)
    if (static_cast<int>(i / 400) >= white_from) picture[i] = i % 3 == 0 ? 90 : 240;
  return {.content = picture_over(595, 842) + content, .picture_width = 400, .picture_height = 400, .picture = picture};
}

std::vector<HiddenPage> hidden_pages(const std::string& word) {
  const std::string secret = text_at(200, 600, word);
  return {
      {"black box over it", {.content = prose() + secret + black_box()}},
      {"black box lower than the word", {.content = prose() + secret + black_box("199 599.5 62 7")}},
      {"black box over most of it", {.content = prose() + secret + black_box("199 595 40 16")}},
      {"black box drawn as lines", {.content = prose() + secret + "0 g 190 592 m 280 592 l 280 612 l 190 612 l h f\n"}},
      {"thick black line", {.content = prose() + secret + "q 16 w 190 604 m 280 604 l S Q\n"}},
      {"white box over it", {.content = prose() + secret + "1 g 190 592 90 20 re f\n"}},
      {"grey box over it", {.content = prose() + secret + "0.6 g 190 592 90 20 re f\n"}},
      {"box in a scaled space", {.content = prose() + secret + "q 10 0 0 10 190 592 cm 0 0 9 2 re f Q\n"}},
      {"white on white", {.content = prose() + "1 g " + secret + "0 g\n"}},
      {"white in RGB", {.content = prose() + "1 1 1 rg " + secret + "0 g\n"}},
      {"white in CMYK", {.content = prose() + "0 0 0 0 k " + secret + "0 g\n"}},
      {"almost white", {.content = prose() + "0.99 g " + secret + "0 g\n"}},
      {"black on black", {.content = prose() + black_box() + secret}},
      {"white on white on black", {.content = prose() + black_box() + "1 g 192 594 86 16 re f " + secret}},
      {"grey on grey", {.content = prose() + "0.5 g 190 592 90 20 re f 0.52 g " + secret}},
      {"invisible mode", {.content = prose() + "3 Tr " + secret + "0 Tr\n"}},
      {"clipping mode", {.content = prose() + "q 7 Tr " + secret + "Q\n"}},
      {"clipped away", {.content = prose() + "q 0 0 20 20 re W n " + secret + "Q\n"}},
      {"picture over it",
       [&] {
         MadePage page = with_picture("");
         page.content = prose() + secret + "q 90 0 0 20 190 592 cm /Im Do Q\n";
         page.picture.assign(page.picture.size(), 0);
         return page;
       }()},
      {"invisible on a white part of a scan", with_picture(prose() + "3 Tr " + secret, 150)},
      {"too small to read", {.content = prose() + text_at(200, 600, word, 0.6)}},
      {"off the left edge", {.content = prose() + text_at(-300, 600, word)}},
      {"above the page", {.content = prose() + text_at(200, 900, word)}},
      {"outside the crop box", {.content = prose() + text_at(200, 20, word), .crop = "0 100 595 842"}},
      {"on its side under a box", {.content = prose() + text_at(300, 300, word, 11, "F1", 90) + black_box("290 295 14 70")}},
      {"upside down under a box", {.content = prose() + text_at(300, 300, word, 11, "F1", 180) + black_box("235 290 70 14")}},
      {"under a box on a page on its side",
       {.content =
            text_at(100, 100, "We searched the records", 11, "F1", 90) + text_at(200, 300, word, 11, "F1", 90) + black_box("190 295 14 70"),
        .rotate = 90}},
  };
}

std::vector<HiddenPage> contradicted_pages(const std::string& word) {
  const std::string secret = text_at(200, 600, word);
  const std::string white = "1 g 190 592 90 20 re f 0 g ";
  const std::string marked = text_at(200, 600, "visible phrase") + "EMC\n";
  return {
      {"white label on its black box", {.content = prose() + secret + black_box() + "1 g " + text_at(200, 600, "s.40(2)") + "0 g\n"}},
      {"other word on its white box", {.content = prose() + secret + white + text_at(200, 600, "REDACTED")}},
      {"smaller label, set a little lower", {.content = prose() + secret + white + text_at(202, 598, "EXEMPT WORDS", 7)}},
      {"larger label, set a little higher", {.content = prose() + secret + white + text_at(196, 602, "REMOVED", 14)}},
      {"text in place of what is shown", {.content = prose() + "/Span <</ActualText (" + word + ")>> BDC\n" + marked}},
      {"text in place, among others", {.content = prose() + "/Span<</Lang(en)/ActualText(for " + word + " only)/MCID 3>>BDC " + marked}},
      {"text in place, in UTF-16",
       {.content = prose() + "/Span <</ActualText <" +
                   [&] {
                     std::string digits = "FEFF";
                     for (const char c : word) digits += std::string("00") + "0123456789ABCDEF"[c >> 4] + "0123456789ABCDEF"[c & 15];
                     return digits;
                   }() +
                   ">>> BDC\n" + marked}},
  };
}

std::vector<HiddenFile> hidden_beside_pages(const std::string& word) {
  const auto annotated = [](const std::string& annotation, const std::string& more = "null", const std::string& catalogue = "") {
    return make_pdf({{.content = prose(), .entries = "/Annots [4 0 R]"}}, {},
                    {.objects = {"<</Type /Annot /Rect [60 500 200 520] " + annotation + ">>", more}, .catalogue = catalogue});
  };
  const auto with_properties = [](const std::string& information, const std::string& xmp) {
    return make_pdf({{.content = prose()}}, {},
                    {.objects = {"<<" + information + ">>", made_stream("/Type /Metadata /Subtype /XML", xmp)},
                     .catalogue = "/Metadata 5 0 R",
                     .trailer = "/Info 4 0 R"});
  };
  const std::string quads = "/QuadPoints [60 520 200 520 60 500 200 500] /C [1 1 0] ";
  return {
      {"PDF: sticky note", annotated("/Subtype /Text /Contents (" + word + ")"), "comment"},
      {"PDF: note on a highlight", annotated("/Subtype /Highlight " + quads + "/Contents (see " + word + ")"), "comment"},
      {"PDF: who made a highlight", annotated("/Subtype /Highlight " + quads + "/T (" + word + ")"), "comment"},
      {"PDF: formatted note", annotated("/Subtype /Square /RC (<p>" + word + "</p>)"), "comment"},
      {"PDF: note elsewhere in the file", annotated("/Subtype /Text /Contents 5 0 R", "(" + word + ")"), "comment"},
      {"PDF: hidden field", annotated("/Subtype /Widget /FT /Tx /T (f) /V (" + word + ") /F 2"), "hidden field or mark"},
      {"PDF: field not to be viewed", annotated("/Subtype /Widget /FT /Tx /T (f) /V (" + word + ") /F 36"), "hidden field or mark"},
      {"PDF: hidden typewriter text", annotated("/Subtype /FreeText /Contents (" + word + ") /DA (/Helv 9 Tf 0 g) /F 2"),
       "hidden field or mark"},
      {"PDF: file attached to a page",
       annotated("/Subtype /FileAttachment /FS <</Type /Filespec /F (a.txt) /EF <</F 5 0 R>>>>", made_stream("/Type /EmbeddedFile", word)),
       "file attached to a page"},
      {"PDF: layer switched off",
       make_pdf({{.content = prose() + "/OC /L BDC\n" + text_at(200, 600, word) + "EMC\n", .resources = "/Properties <</L 4 0 R>>"}}, {},
                {.objects = {"<</Type /OCG /Name (L)>>"}, .catalogue = "/OCProperties <</OCGs [4 0 R] /D <</OFF [4 0 R] /ON []>>>>"}),
       "layer switched off"},
      {"PDF: author", with_properties("/Author (" + word + ")", ""), kAuthorNamed},
      {"PDF: author beside words of the page", with_properties("/Author (" + word + ", Records Division)", ""), kAuthorNamed},
      {"PDF: author in XMP", with_properties("", "<x><dc:creator><rdf:Seq><rdf:li>" + word + "</rdf:li></rdf:Seq></dc:creator></x>"),
       kAuthorNamed},
      {"PDF: author in both", with_properties("/Author (" + word + ")", "<x><dc:creator>" + word + "</dc:creator></x>"), kAuthorNamed},
      {"PDF: replaced by a later save",
       saved_again(make_pdf({{.content = prose() + text_at(200, 600, word)}}), 4, made_stream("", prose())), "earlier version"},
      {"PDF: who signed it", signed_by(word), "digital signature"},
  };
}

}  // namespace foi::extract
