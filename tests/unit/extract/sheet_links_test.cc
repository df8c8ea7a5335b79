// Where cells of workbooks lead: links as they are written, formulas, and the hyperlinks of XLSX.
#include "indexer/extract/sheet_links.h"

#include <gtest/gtest.h>

#include "indexer/extract/readers.h"
#include "indexer/model/limits.h"
#include "tests/unit/extract/made_zip.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

TEST(SheetLinks, AreAsAWebPageBesideTheWorkbookWouldWriteThem) {
  const std::pair<std::string, std::string> kept[] = {
      {"responses/1234.pdf", "responses/1234.pdf"},
      {"responses\\2024\\1234.pdf", "responses/2024/1234.pdf"},
      {"..\\letters\\FOI%201234.pdf", "../letters/FOI%201234.pdf"},
      {" 1234.pdf\r\n", "1234.pdf"},
      {"https://example.org/foi/1234", "https://example.org/foi/1234"},
      {"HTTP://example.org/a\\b", "HTTP://example.org/a\\b"},
      {"//example.org/1234.pdf", "//example.org/1234.pdf"},
      {"all.pdf#page=3", "all.pdf#page=3"},
      {"a\xff.pdf", "a\xef\xbf\xbd.pdf"},
      {std::string(limits::kMaxLinkBytes, 'a'), std::string(limits::kMaxLinkBytes, 'a')},
  };
  for (const auto& [target, link] : kept) EXPECT_EQ(link_of_cell(target), link) << target;
  const std::string dropped[] = {"",
                                 " \t",
                                 "#Sheet2!A1",
                                 " #'FOI 2024'!B7",
                                 "mailto:foi@example.org",
                                 "javascript:alert(1)",
                                 "JavaScript:alert(1)",
                                 "data:text/html,x",
                                 "file:///C:/FOI/1234.pdf",
                                 "ftp://example.org/1234.pdf",
                                 "C:\\FOI\\1234.pdf",
                                 "c:1234.pdf",
                                 "\\\\server\\share\\1234.pdf",
                                 "\\1234.pdf",
                                 "http\n://example.org",
                                 std::string(limits::kMaxLinkBytes + 1, 'a')};
  for (const std::string& target : dropped) EXPECT_EQ(link_of_cell(target), std::nullopt) << target;
}

TEST(SheetLinks, OfAFormulaAreItsLiteralTarget) {
  const std::pair<const char*, const char*> kept[] = {
      {R"(HYPERLINK("responses/1.pdf","View"))", "responses/1.pdf"},
      {R"(=hyperlink( "responses/1.pdf" , B2 ))", "responses/1.pdf"},
      {R"(HYPERLINK("https://example.org/1"))", "https://example.org/1"},
      {R"(of:=HYPERLINK("1.pdf";"View"))", "1.pdf"},
      {R"(HYPERLINK("the ""old"" one.pdf","View"))", "the \"old\" one.pdf"},
      {R"(HYPERLINK("1.pdf","View")&" 3 pages")", "1.pdf"},
      {R"(HYPERLINK("https://example.org/?a=(1)&b=2","View"))", "https://example.org/?a=(1)&b=2"},
  };
  for (const auto& [formula, link] : kept) EXPECT_EQ(link_of_formula(formula), link) << formula;
  const char* dropped[] = {"",
                           "HYPERLINK",
                           "HYPERLINK(",
                           "HYPERLINK()",
                           "HYPERLINK(B2,\"View\")",
                           "HYPERLINK(\"responses/\"&B2&\".pdf\",\"View\")",
                           "HYPERLINK(\"1.pdf",
                           "HYPERLINK(\"1.pdf\"",
                           "HYPERLINK(\"1.pdf\" \"2.pdf\")",
                           "HYPERLINK(\"\",\"View\")",
                           "HYPERLINK(\"#Sheet2!A1\",\"View\")",
                           "HYPERLINK(\"mailto:foi@example.org\",\"View\")",
                           "MYHYPERLINK(\"1.pdf\",\"View\")",
                           "IF(B2=\"\",\"\",HYPERLINK(\"1.pdf\",\"View\"))",
                           "CONCATENATE(\"1.pdf\",\"View\")",
                           "\"HYPERLINK(\"\"1.pdf\"\")\""};
  for (const char* formula : dropped) EXPECT_EQ(link_of_formula(formula), std::nullopt) << formula;
}

TEST(SheetLinks, BeyondTheirNumberAreCounted) {
  CellLinks links;
  for (std::uint32_t line = 1; line <= limits::kMaxCellLinks + 2; ++line) links.add(1, line, 0, {"a.pdf"});
  RecordingSink sink;
  links.give(sink);
  EXPECT_EQ(sink.extraction.cell_links.size(), limits::kMaxCellLinks);
  EXPECT_EQ(sink.extraction.notes, (std::vector<Note>{{0, "links of cells beyond the first 40000 were left out"}}));
}

// -- XLSX

std::string shown(const std::string& at, const std::string& text) {
  return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

// A log with a gap before its last row; C is empty.
const std::string kRows = "<sheetData><row r=\"1\">" + shown("A1", "Ref") + shown("B1", "Letter") + "</row><row r=\"2\">" +
                          shown("A2", "FOI 1") + shown("B2", "View") + "</row><row r=\"3\">" + shown("A3", "FOI 2") + shown("B3", "View") +
                          "</row><row r=\"5\">" + shown("A5", "FOI 3") + shown("B5", "View") + "</row></sheetData>";

std::string outside(const std::string& id, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"x/hyperlink\" Target=\"" + target + "\" TargetMode=\"External\"/>";
}

RecordingSink read(const std::vector<MadeSheet>& sheets, const std::string& relationships, Members others = {}) {
  others.emplace_back("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships>" + relationships + "</Relationships>");
  RecordingSink sink;
  const Status status = read_xlsx(make_xlsx(sheets, others), sink);
  EXPECT_TRUE(status.ok()) << (status.ok() ? "" : status.error().message);
  return sink;
}

// "line:cell link", with the page before where it is not the first.
std::vector<std::string> links_of(const RecordingSink& sink) {
  std::vector<std::string> links;
  for (const CellLink& link : sink.extraction.cell_links)
    links.push_back((link.page == 1 ? "" : std::to_string(link.page) + "/") + std::to_string(link.line) + ":" + std::to_string(link.cell) +
                    " " + link.to);
  return links;
}

using Links = std::vector<std::string>;

struct LinkCase {
  const char* what;
  std::string hyperlinks;  // inside <hyperlinks>
  std::string target;      // of the relationship "r1"
  Links links;
};

TEST(XlsxLinks, StandOnTheCellsOfTheirPage) {
  const std::string on_b2 = "<hyperlink ref=\"B2\" r:id=\"r1\"/>";
  const LinkCase cases[] = {
      {"a file beside", on_b2, "letters/1.pdf", {"2:1 letters/1.pdf"}},
      {"as Windows writes it", on_b2, "letters\\1.pdf", {"2:1 letters/1.pdf"}},
      {"an address", on_b2, "https://example.org/?a=1&amp;b=2", {"2:1 https://example.org/?a=1&b=2"}},
      {"after a gap", "<hyperlink ref=\"B5\" r:id=\"r1\"/>", "1.pdf", {"5:1 1.pdf"}},
      {"another prefix", "<hyperlink ref=\"A3\" rel:id=\"r1\" display=\"x\" tooltip=\"y\"/>", "1.pdf", {"3:0 1.pdf"}},
      {"with a place in the file", "<hyperlink ref=\"B2\" r:id=\"r1\" location=\"page=2\"/>", "1.pdf", {"2:1 1.pdf"}},
      {"merged cells", "<hyperlink ref=\"B2:D3\" r:id=\"r1\"/>", "1.pdf", {"2:1 1.pdf", "3:1 1.pdf"}},
      {"a whole column", "<hyperlink ref=\"B2:B1048576\" r:id=\"r1\"/>", "1.pdf", {"2:1 1.pdf", "3:1 1.pdf", "5:1 1.pdf"}},
      {"the first of two", on_b2 + "<hyperlink ref=\"B2\" r:id=\"r1\"/>", "1.pdf", {"2:1 1.pdf"}},
      {"bytes that are no UTF-8", on_b2, "a\xff.pdf", {"2:1 a\xef\xbf\xbd.pdf"}},
      {"a place in the workbook", "<hyperlink ref=\"B2\" location=\"Sheet2!A1\"/>", "1.pdf", {}},
      {"a place in the workbook as a target", on_b2, "#Sheet2!A1", {}},
      {"no such relationship", "<hyperlink ref=\"B2\" r:id=\"r2\"/>", "1.pdf", {}},
      {"a message", on_b2, "mailto:foi@example.org", {}},
      {"a script", on_b2, "javascript:alert(1)", {}},
      {"a drive", on_b2, "file:///C:\\FOI\\1.pdf", {}},
      {"a share", on_b2, "\\\\server\\1.pdf", {}},
      {"too long", on_b2, std::string(limits::kMaxLinkBytes + 1, 'a'), {}},
      {"a cell that shows nothing", "<hyperlink ref=\"C2\" r:id=\"r1\"/>", "1.pdf", {}},
      {"a row that shows nothing", "<hyperlink ref=\"B4\" r:id=\"r1\"/>", "1.pdf", {}},
      {"no cell", "<hyperlink r:id=\"r1\"/>", "1.pdf", {}},
      {"no row", "<hyperlink ref=\"B\" r:id=\"r1\"/>", "1.pdf", {}},
      {"row 0", "<hyperlink ref=\"B0:B2\" r:id=\"r1\"/>", "1.pdf", {}},
      {"no column", "<hyperlink ref=\"2\" r:id=\"r1\"/>", "1.pdf", {}},
      {"a column beyond the last", "<hyperlink ref=\"B2:ZZZZ2\" r:id=\"r1\"/>", "1.pdf", {}},
      {"a row beyond the last", "<hyperlink ref=\"B2:B1048577\" r:id=\"r1\"/>", "1.pdf", {}},
      {"an area from its end", "<hyperlink ref=\"B5:B2\" r:id=\"r1\"/>", "1.pdf", {}},
      {"another element", "<link ref=\"B2\" r:id=\"r1\"/>", "1.pdf", {}},
  };
  for (const LinkCase& c : cases) {
    const RecordingSink sink = read({{"S", kRows + "<hyperlinks>" + c.hyperlinks + "</hyperlinks>"}}, outside("r1", c.target));
    EXPECT_EQ(links_of(sink), c.links) << c.what;
    EXPECT_EQ(sink.text(), "S\nRef\tLetter\nFOI 1\tView\nFOI 2\tView\n\nFOI 3\tView\n") << c.what;
  }
}

TEST(XlsxLinks, APartOfTheFileIsNoLink) {
  const RecordingSink sink = read({{"S", kRows + "<hyperlinks><hyperlink ref=\"B2\" r:id=\"r1\"/><hyperlink ref=\"B3\"/></hyperlinks>"}},
                                  "<Relationship Id=\"r1\" Type=\"x/hyperlink\" Target=\"letters/1.pdf\"/>" + outside("", "2.pdf"));
  EXPECT_EQ(links_of(sink), Links());
}

TEST(XlsxLinks, OfFormulasAreThoseThatWereReckoned) {
  const auto formula = [](const std::string& at, const std::string& call, const std::string& value) {
    return "<c r=\"" + at + "\" t=\"str\"><f>" + call + "</f>" + (value.empty() ? "" : "<v>" + value + "</v>") + "</c>";
  };
  const RecordingSink sink = read({{"S", "<sheetData><row r=\"1\">" + formula("A1", "HYPERLINK(\"1.pdf\",\"One\")", "One") +
                                             formula("B1", "HYPERLINK(\"2.pdf\",\"\")", "") + formula("C1", "UPPER(\"3.pdf\")", "3.PDF") +
                                             formula("D1", "HYPERLINK(\"4.pdf\",\"Four\")", "Four") +
                                             "</row></sheetData><hyperlinks><hyperlink ref=\"D1\" r:id=\"r1\"/></hyperlinks>"}},
                                  outside("r1", "own.pdf"));
  EXPECT_EQ(sink.text(), "S\nOne\t3.PDF\tFour\n");
  EXPECT_EQ(links_of(sink), (Links{"1:0 1.pdf", "1:2 own.pdf"}));
}

TEST(XlsxLinks, OfWhatIsHiddenAreNotRead) {
  const auto linked = [](const std::string& at, const std::string& style = "") {
    return "<c r=\"" + at + "\"" + style + " t=\"str\"><f>HYPERLINK(\"" + at + ".pdf\")</f><v>" + at + "</v></c>";
  };
  const Members invisible = {
      {"xl/styles.xml",
       "<styleSheet><numFmts><numFmt numFmtId=\"165\" formatCode=\";;;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"165\"/>"
       "</cellXfs></styleSheet>"}};
  const RecordingSink sink = read({{"S", "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\">" + linked("A1") +
                                             linked("B1") + linked("C1", " s=\"1\"") + linked("D1") + "</row><row r=\"2\" hidden=\"1\">" +
                                             linked("A2") + "</row><row r=\"3\">" + linked("A3") + "</row></sheetData>"},
                                   {"Names", "<sheetData><row r=\"1\">" + linked("A1") + "</row></sheetData>", "hidden"},
                                   {"T", "<sheetData><row r=\"1\">" + linked("A1") + "</row></sheetData>"}},
                                  "", invisible);
  EXPECT_EQ(sink.text(), "S\nA1\tD1\n\nA3\n");
  EXPECT_EQ(links_of(sink), (Links{"1:0 A1.pdf", "1:1 D1.pdf", "3:0 A3.pdf", "2/1:0 A1.pdf"}));
}

TEST(XlsxLinks, CountFromWhereTheWorkbookSays) {
  struct BaseCase {
    const char* what;
    std::string base;
    Links links;
  };
  const std::string address = "3:1 https://example.org/2.pdf";
  const BaseCase cases[] = {
      {"nowhere", "", {"2:1 1.pdf", address}},
      {"a folder beside", "letters", {"2:1 letters/1.pdf", address}},
      {"as Windows writes it", "..\\letters\\", {"2:1 ../letters/1.pdf", address}},
      {"an address", "https://example.net/foi", {"2:1 https://example.net/foi/1.pdf", address}},
      {"a drive", "C:\\FOI\\", {address}},
      {"a share", "\\\\server\\foi", {address}},
      {"an address that makes it too long", "https://example.net/" + std::string(limits::kMaxLinkBytes - 22, 'a'), {address}},
  };
  for (const BaseCase& c : cases) {
    const RecordingSink sink =
        read({{"S", kRows + "<hyperlinks><hyperlink ref=\"B2\" r:id=\"r1\"/><hyperlink ref=\"B3\" r:id=\"r2\"/></hyperlinks>"}},
             outside("r1", "1.pdf") + outside("r2", "https://example.org/2.pdf"),
             {{"docProps/app.xml", "<Properties><HyperlinkBase>" + c.base + "</HyperlinkBase></Properties>"}});
    EXPECT_EQ(links_of(sink), c.links) << c.what;
  }
}

// -- ODS

std::string row(const std::string& cells, const std::string& attributes = "") {
  return "<table:table-row" + attributes + ">" + cells + "</table:table-row>";
}
std::string cell(const std::string& paragraph, const std::string& attributes = "") {
  return "<table:table-cell" + attributes + "><text:p>" + paragraph + "</text:p></table:table-cell>";
}
std::string anchor(const std::string& href, const std::string& text = "View") {
  return "<text:a xlink:href=\"" + href + "\">" + text + "</text:a>";
}

TEST(OdsLinks, StandOnTheCellsOfTheirPage) {
  struct OdsCase {
    const char* what;
    std::string rows;
    Links links;
  };
  const std::string first = row(cell("Ref") + cell("Letter"));
  const OdsCase cases[] = {
      {"a file beside", first + row(cell("1") + cell(anchor("../letters/1.pdf"))), {"2:1 letters/1.pdf"}},
      {"a file in the folder above", first + row(cell("1") + cell(anchor("../../letters/1.pdf"))), {"2:1 ../letters/1.pdf"}},
      {"a path that counts from the workbook", row(cell(anchor("letters/1.pdf"))), {"1:0 letters/1.pdf"}},
      {"an address", row(cell(anchor("https://example.org/1"))), {"1:0 https://example.org/1"}},
      {"words round it", row(cell("See " + anchor("../1.pdf") + " for more")), {"1:0 1.pdf"}},
      {"two in a cell", row(cell(anchor("../1.pdf") + ", " + anchor("../2.pdf"))), {"1:0 1.pdf", "1:0 2.pdf"}},
      {"no more than four",
       row(cell(anchor("../1.pdf") + anchor("../2.pdf") + anchor("../3.pdf") + anchor("../4.pdf") + anchor("../5.pdf"))),
       {"1:0 1.pdf", "1:0 2.pdf", "1:0 3.pdf", "1:0 4.pdf"}},
      {"after a gap", first + row("<table:table-cell/>") + row(cell(anchor("../1.pdf"))), {"3:0 1.pdf"}},
      {"a formula", row(cell("View", " table:formula=\"of:=HYPERLINK(&quot;1.pdf&quot;;&quot;View&quot;)\"")), {"1:0 1.pdf"}},
      {"cells that repeat", row(cell(anchor("../1.pdf"), " table:number-columns-repeated=\"2\"")), {"1:0 1.pdf", "1:1 1.pdf"}},
      {"the cell after one with a link", row(cell(anchor("../1.pdf")) + cell("2")), {"1:0 1.pdf"}},
      {"a place in the workbook", row(cell(anchor("#Sheet2.A1"))), {}},
      {"a message", row(cell(anchor("mailto:foi@example.org"))), {}},
      {"a script", row(cell(anchor("javascript:alert(1)"))), {}},
      {"no target", row(cell("<text:a>View</text:a>")), {}},
      {"no words", row(cell("1" + anchor("../1.pdf", " "))), {}},
      {"in a comment", row(cell("1<office:annotation><text:p>" + anchor("../1.pdf") + "</text:p></office:annotation>")), {}},
      {"in hidden words", row(cell("1<text:span text:style-name=\"H\">" + anchor("../1.pdf") + "</text:span>")), {}},
      {"in a hidden row", row(cell(anchor("../1.pdf")), " table:visibility=\"collapse\"") + row(cell("1")), {}},
  };
  for (const OdsCase& c : cases) {
    RecordingSink sink;
    const std::string hidden = "<style:style style:name=\"H\"><style:text-properties text:display=\"none\"/></style:style>";
    ASSERT_TRUE(read_document(make_ods("<table:table table:name=\"S\">" + c.rows + "</table:table>", hidden), "", sink).ok()) << c.what;
    EXPECT_EQ(links_of(sink), c.links) << c.what;
  }
}

TEST(OdsLinks, OfHiddenColumnsAndSheetsAreNotRead) {
  const std::string table = row(cell(anchor("../1.pdf")) + cell(anchor("../2.pdf")));
  RecordingSink sink;
  ASSERT_TRUE(read_document(make_ods("<table:table table:name=\"A\" table:style-name=\"H\">" + table +
                                         "</table:table><table:table table:name=\"B\"><table:table-column table:visibility=\"collapse\"/>" +
                                         table + "</table:table>",
                                     "<style:style style:name=\"H\"><style:table-properties table:display=\"false\"/></style:style>"),
                            "", sink)
                  .ok());
  EXPECT_EQ(sink.text(), "B\nView\n");
  EXPECT_EQ(links_of(sink), (Links{"1:0 2.pdf"}));
}

// What repeats is given once more for each cell, but no more than there may be of all.
TEST(OdsLinks, ThatRepeatStayWithinTheirNumber) {
  const std::string link = anchor("../" + std::string(limits::kMaxLinkBytes, 'a'));
  RecordingSink sink;
  const std::string flood = row(cell(link, " table:number-columns-repeated=\"1024\""), " table:number-rows-repeated=\"1024\"");
  ASSERT_TRUE(read_document(make_ods("<table:table table:name=\"S\">" + flood + "</table:table>"), "", sink).ok());
  EXPECT_EQ(sink.extraction.cell_links.size(), limits::kMaxCellLinks);
}

}  // namespace
}  // namespace foi::extract
