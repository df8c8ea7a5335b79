// What a reader of a file cannot see: every case hides "secretname" in its own way beside "shown". It must be in nothing that extraction
// gives, and be counted. PDF has its own table in pdf_sight_test.cc.
#include <gtest/gtest.h>

#include "indexer/extract/mail.h"
#include "indexer/extract/readers.h"
#include "tests/unit/extract/made_zip.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

struct Hidden {
  const char* how;
  std::string bytes;
  const char* counted;
  std::string hint = {};
};

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

std::string html(const std::string& inside) { return "<!DOCTYPE html><html><body><p>shown</p>" + inside + "</body></html>"; }

const Hidden kHidden[] = {
    {"DOCX: deleted revision", make_docx(kDocxShown + docx_p("<w:del><w:r><w:delText>secretname</w:delText></w:r></w:del>")),
     "deleted revision"},
    {"DOCX: deleted revision with plain text", make_docx(kDocxShown + docx_p("<w:del>" + docx_run("secretname") + "</w:del>")),
     "deleted revision"},
    {"DOCX: moved away", make_docx(kDocxShown + docx_p("<w:moveFrom>" + docx_run("secretname") + "</w:moveFrom>")), "moved text"},
    {"DOCX: hidden run", make_docx(kDocxShown + docx_p(docx_run("secretname", "<w:vanish/>"))), "hidden text"},
    {"DOCX: white on white", make_docx(kDocxShown + docx_p(docx_run("secretname", "<w:color w:val=\"FFFFFF\"/>"))), "hidden text"},
    {"DOCX: white on a white ground",
     make_docx(kDocxShown + docx_p(docx_run("secretname", "<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"FFFFFF\"/>"))),
     "hidden text"},
    {"DOCX: hidden by its style",
     make_docx(
         kDocxShown + "<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr>" + docx_run("secretname") + "</w:p>",
         {{"word/styles.xml", "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"}}),
     "hidden text"},
    {"DOCX: comment",
     make_docx(kDocxShown,
               {{"word/comments.xml", "<w:comments><w:comment>" + docx_p(docx_run("secretname")) + "</w:comment></w:comments>"}}),
     "comment"},
    {"DOCX: hidden table row",
     make_docx(kDocxShown + "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + docx_p(docx_run("secretname")) + "</w:tc></w:tr></w:tbl>"),
     "hidden row"},
    {"DOCX: embedded file", make_docx(kDocxShown, {{"word/embeddings/secretname.xlsx", "secretname"}}), "embedded file"},
    {"XLSX: hidden sheet", make_xlsx({{"A", kSheet}, {"B", sheet("<row r=\"2\">" + cell("A2", "secretname") + "</row>"), "hidden"}}),
     "hidden sheet"},
    {"XLSX: very hidden sheet", make_xlsx({{"A", kSheet}, {"secretname", kSheet, "veryHidden"}}), "hidden sheet"},
    {"XLSX: hidden row", make_xlsx({{"A", sheet("<row r=\"2\" hidden=\"1\">" + cell("A2", "secretname") + "</row>")}}), "hidden row"},
    {"XLSX: row of no height", make_xlsx({{"A", sheet("<row r=\"2\" ht=\"0\">" + cell("A2", "secretname") + "</row>")}}), "hidden row"},
    {"XLSX: hidden column",
     make_xlsx(
         {{"A", sheet("<row r=\"2\">" + cell("B2", "secretname") + "</row>", "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>")}}),
     "hidden column"},
    {"XLSX: comment",
     make_xlsx({{"A", kSheet}},
               {{"xl/worksheets/_rels/sheet1.xml.rels", comments_of("../comments1.xml")},
                {"xl/comments1.xml", "<comments><commentList><comment><text><t>secretname</t></text></comment></commentList></comments>"}}),
     "comment"},
    {"XLSX: pivot cache", make_xlsx({{"A", kSheet}}, {{"xl/pivotCache/pivotCacheDefinition1.xml", "<x>secretname</x>"}}), "pivot cache"},
    {"XLSX: external link", make_xlsx({{"A", kSheet}}, {{"xl/externalLinks/externalLink1.xml", "<x>secretname</x>"}}), "external link"},
    {"XLSX: format that shows nothing",
     make_xlsx({{"A", sheet("<row r=\"2\"><c r=\"A2\" s=\"1\" t=\"inlineStr\"><is><t>secretname</t></is></c></row>")}},
               {{"xl/styles.xml",
                 "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\";;;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "
                 "numFmtId=\"170\"/></cellXfs></styleSheet>"}}),
     "hidden cell"},
    {"PPTX: hidden slide", make_pptx({{made_shape("shown"), ""}, {made_shape("secretname"), "show=\"0\""}}), "hidden slide"},
    {"PPTX: hidden shape", make_pptx({{made_shape("shown") + made_shape("secretname", 10, 10, "hidden=\"1\""), ""}}), "hidden shape"},
    {"PPTX: right of the slide", make_pptx({{made_shape("shown") + made_shape("secretname", 101, 10), ""}}), "shape off the slide"},
    {"PPTX: above the slide", make_pptx({{made_shape("shown") + made_shape("secretname", 10, -11), ""}}), "shape off the slide"},
    {"PPTX: speaker's notes",
     make_pptx({{made_shape("shown"), ""}}, {{"ppt/notesSlides/notesSlide1.xml", "<p:notes>secretname</p:notes>"}}), "speaker's notes"},
    {"PPTX: comment", make_pptx({{made_shape("shown"), ""}}, {{"ppt/comments/comment1.xml", "<p:cmLst>secretname</p:cmLst>"}}), "comment"},
    {"ODT: hidden run", make_odt(kOdtShown + "<text:p><text:span text:style-name=\"H\">secretname</text:span></text:p>", kNoShow),
     "hidden text"},
    {"ODT: hidden paragraph style", make_odt(kOdtShown + "<text:p text:style-name=\"H\">secretname</text:p>", kNoShow), "hidden text"},
    {"ODT: hidden by a style it inherits",
     make_odt(kOdtShown + "<text:p text:style-name=\"I\">secretname</text:p>",
              kNoShow + "<style:style style:name=\"I\" style:parent-style-name=\"H\"/>"),
     "hidden text"},
    {"ODT: hidden section", make_odt(kOdtShown + "<text:section text:display=\"none\"><text:p>secretname</text:p></text:section>"),
     "hidden text"},
    {"ODT: hidden-text field", make_odt(kOdtShown + "<text:p><text:hidden-text text:string-value=\"secretname\"/></text:p>"),
     "hidden text"},
    {"ODT: hidden paragraph", make_odt(kOdtShown + "<text:p><text:hidden-paragraph/>secretname</text:p>"), "hidden text"},
    {"ODT: deleted revision",
     make_odt("<text:tracked-changes><text:changed-region><text:deletion><text:p>secretname</text:p></text:deletion></text:changed-region>"
              "</text:tracked-changes>" +
              kOdtShown),
     "deleted revision"},
    {"ODT: comment",
     make_odt(
         "<text:p>shown<office:annotation><dc:creator>secretname</dc:creator><text:p>secretname</text:p></office:annotation></text:p>"),
     "comment"},
    {"ODT: hidden table row",
     make_odt(kOdtShown + "<table:table>" + ods_row("secretname", "table:visibility=\"collapse\"") + "</table:table>"), "hidden row"},
    {"ODS: hidden sheet",
     make_ods(ods_table(ods_row("shown")) + ods_table(ods_row("secretname"), "table:style-name=\"T\""),
              "<style:style style:name=\"T\"><style:table-properties table:display=\"false\"/></style:style>"),
     "hidden sheet"},
    {"ODS: hidden row", make_ods(ods_table(ods_row("shown") + ods_row("secretname", "table:visibility=\"collapse\""))), "hidden row"},
    {"ODS: filtered row", make_ods(ods_table(ods_row("shown") + ods_row("secretname", "table:visibility=\"filter\""))), "hidden row"},
    {"ODS: closed group of rows",
     make_ods(ods_table(ods_row("shown") + "<table:table-row-group table:display=\"false\">" + ods_row("secretname") +
                        "</table:table-row-group>")),
     "hidden row"},
    {"ODS: hidden column",
     make_ods(ods_table(
         "<table:table-column/><table:table-column table:visibility=\"collapse\"/><table:table-row><table:table-cell><text:p>shown"
         "</text:p></table:table-cell><table:table-cell><text:p>secretname</text:p></table:table-cell></table:table-row>")),
     "hidden column"},
    {"ODS: comment",
     make_ods(ods_table(
         "<table:table-row><table:table-cell><office:annotation><text:p>secretname</text:p></office:annotation><text:p>shown</text:p>"
         "</table:table-cell></table:table-row>")),
     "comment"},
    {"HTML: hidden attribute", html("<p hidden>secretname</p>"), "hidden text"},
    {"HTML: not displayed", html("<p style='color:red; display: none'>secretname</p>"), "hidden text"},
    {"HTML: not visible", html("<p style='VISIBILITY:hidden'>secretname</p>"), "hidden text"},
    {"HTML: by a class", html("<style>.x{display:none}</style><p class='y x'>secretname</p>"), "hidden text"},
    {"HTML: by an id", html("<style>#x{visibility:hidden}</style><p id=x>secretname</p>"), "hidden text"},
    {"HTML: off the screen", html("<p style='position:absolute;left:-9999px'>secretname</p>"), "hidden text"},
    {"HTML: of no size", html("<p style='font-size:0'>secretname</p>"), "hidden text"},
    {"HTML: inside what is hidden", html("<div hidden><p>secretname</p></div>"), "hidden text"},
    {"HTML: cell of a table", html("<table><tr><td>a<td style='display:none'>secretname</table>"), "hidden text"},
    {"HTML: comment", html("<!-- secretname -->"), "comment"},
    {"mail: blind copy", "From: a@example.org\nBcc: secretname@example.org\nMIME-Version: 1.0\n\nshown\n", "blind copy"},
    {"mail: hidden in HTML",
     "From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/html\n\n" + html("<p style='display:none'>secretname</p>"), "hidden text"},
};

class HiddenText : public testing::TestWithParam<Hidden> {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(prepare_mail().ok()); }
};

TEST_P(HiddenText, IsInNothingThatExtractionGives) {
  RecordingSink sink;
  const Status status = read_document(GetParam().bytes, GetParam().hint, sink);
  ASSERT_TRUE(status.ok()) << GetParam().how << ": " << status.error().message;
  std::string all;
  for (const Page& page : sink.extraction.pages) all += page.text;
  for (const Note& note : sink.extraction.notes) all += note.what;
  for (const HiddenCount& hidden : sink.extraction.hidden) all += hidden.what;
  for (const auto& [name, bytes] : sink.members) all += name + bytes;
  EXPECT_EQ(all.find("secretname"), std::string::npos) << GetParam().how << ":\n" << all;
  EXPECT_NE(all.find("shown"), std::string::npos) << GetParam().how << ":\n" << all;
  EXPECT_EQ(sink.hidden_count(GetParam().counted), 1u) << GetParam().how;
}

INSTANTIATE_TEST_SUITE_P(Ways, HiddenText, testing::ValuesIn(kHidden),
                         [](const auto& made) { return "Case" + std::to_string(made.index); });

}  // namespace
}  // namespace foi::extract
