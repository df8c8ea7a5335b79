#include <gtest/gtest.h>

#include "indexer/extract/readers.h"
#include "tests/unit/extract/made_zip.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

RecordingSink read(const std::vector<MadeSheet>& sheets, const Members& others = {}, const std::string& properties = "") {
  RecordingSink sink;
  const Status status = read_xlsx(make_xlsx(sheets, others, properties), sink);
  EXPECT_TRUE(status.ok()) << (status.ok() ? "" : status.error().message);
  EXPECT_EQ(sink.announced_pages, sink.extraction.pages.size());
  return sink;
}

std::string data(const std::string& rows) { return "<sheetData>" + rows + "</sheetData>"; }

std::string text_cell(const std::string& at, const std::string& text) {
  return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

struct Case {
  const char* name;
  std::string sheet;
  std::string text;
};

class XlsxSheet : public testing::TestWithParam<Case> {};

const Members kParts = {
    {"xl/sharedStrings.xml", "<sst><si><t>Ward</t></si><si><r><t>Two </t></r><r><t>runs</t></r><rPh><t>aid</t></rPh></si></sst>"},
    {"xl/styles.xml",
     "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[&lt;5]&quot;&lt;5&quot;;0\"/><numFmt numFmtId=\"165\" "
     "formatCode=\";;;\"/></numFmts>"
     "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/><xf numFmtId=\"164\"/><xf "
     "numFmtId=\"165\"/></cellXfs></styleSheet>"}};

TEST_P(XlsxSheet, GivesRowsAsLines) { EXPECT_EQ(read({{"S", GetParam().sheet}}, kParts).text(), "S\n" + GetParam().text); }

const Case kCases[] = {
    {"nothing", "", ""},
    {"numbers", data("<row r=\"1\"><c r=\"A1\"><v>5</v></c><c r=\"B1\"><v>0.25</v></c></row>"), "5\t0.25\n"},
    {"shared_strings", data("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"), "Ward\tTwo runs\n"},
    {"a_string_that_is_not_there", data("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c><c r=\"B1\"><v>1</v></c></row>"), "1\n"},
    {"booleans_and_errors", data("<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"e\"><v>#N/A</v></c></row>"), "TRUE\t#N/A\n"},
    {"formulas_as_last_reckoned", data("<row r=\"1\"><c r=\"A1\"><f>SUM(B1:B9)</f><v>12</v></c><c r=\"B1\"><f>X()</f></c></row>"), "12\n"},
    {"dates_and_percentages", data("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44287</v></c><c r=\"B1\" s=\"2\"><v>0.5</v></c></row>"),
     "2021-04-01\t50%\n"},
    {"suppressed_by_format", data("<row r=\"1\"><c r=\"A1\" s=\"3\"><v>3</v></c><c r=\"B1\" s=\"3\"><v>8</v></c></row>"), "<5\t8\n"},
    {"columns_stay_under_one_another",
     data("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>3</v></c></row><row r=\"2\"><c r=\"B2\"><v>2</v></c></row>"),
     "1\t\t3\n\t2\n"},
    {"unused_columns_take_no_room", data("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>9</v></c></row>"), "1\t9\n"},
    {"a_column_beyond_the_last", data("<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>"), "1\n"},
    {"an_empty_row_between", data("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"5\"><c r=\"A5\"><v>5</v></c></row>"), "1\n\n5\n"},
    {"cells_without_references", data("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"), "1\t2\n3\n"},
    {"line_breaks_in_cells", data("<row r=\"1\">" + text_cell("A1", "two\nlines") + text_cell("B1", "x") + "</row>"), "two lines\tx\n"},
    {"merged_cells_are_said_once",
     data("<row r=\"1\">" + text_cell("A1", "2023") + "<c r=\"B1\"/></row>") + "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>",
     "2023\n"},
};

INSTANTIATE_TEST_SUITE_P(Sheets, XlsxSheet, testing::ValuesIn(kCases), [](const auto& test) { return test.param.name; });

TEST(Xlsx, EachVisibleSheetIsAPage) {
  const std::string one = data("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
  const RecordingSink sink = read({{"First", one},
                                   {"Names", data("<row r=\"1\">" + text_cell("A1", "a name") + "</row>"), "hidden"},
                                   {"More", one, "veryHidden"},
                                   {"Last", one}});
  ASSERT_EQ(sink.extraction.pages.size(), 2u);
  EXPECT_EQ(sink.text(0), "First\n1\n");
  EXPECT_EQ(sink.text(1), "Last\n1\n");
  EXPECT_EQ(sink.extraction.pages[1].number, 2u);
  EXPECT_EQ(sink.hidden_count("hidden sheet"), 2u);
}

TEST(Xlsx, HiddenRowsColumnsAndCellsAreLeftOutAndCounted) {
  const std::string sheet = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"4\" max=\"16384\" hidden=\"1\"/></cols>" +
                            data("<row r=\"1\">" + text_cell("A1", "shown") + text_cell("B1", "a name") + text_cell("C1", "too") +
                                 "</row><row r=\"2\" hidden=\"1\">" + text_cell("A2", "filtered out") +
                                 "</row><row r=\"3\" hidden=\"1\"/><row r=\"4\" ht=\"0\">" + text_cell("A4", "no height") +
                                 "</row><row r=\"5\"><c r=\"A5\" s=\"4\"><v>7</v></c></row>");
  const RecordingSink sink = read({{"S", sheet}}, kParts);
  EXPECT_EQ(sink.text(), "S\nshown\ttoo\n");
  EXPECT_EQ(sink.hidden_count("hidden column"), 1u) << "columns that hold nothing hide nothing";
  EXPECT_EQ(sink.hidden_count("hidden row"), 2u);
  EXPECT_EQ(sink.hidden_count("hidden cell"), 1u);
}

TEST(Xlsx, CommentsAndPivotCachesAreOnlyCounted) {
  const std::string relationships =
      "<Relationships><Relationship Id=\"r1\" Type=\"x/comments\" Target=\"../comments1.xml\"/>"
      "<Relationship Id=\"r2\" Type=\"x/drawing\" Target=\"../drawings/drawing1.xml\"/></Relationships>";
  const RecordingSink sink =
      read({{"S", data("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")}},
           {{"xl/worksheets/_rels/sheet1.xml.rels", relationships},
            {"xl/comments1.xml", "<comments><commentList><comment><text><t>a name</t></text></comment></commentList></comments>"},
            {"xl/drawings/drawing1.xml",
             "<wsDr><sp><txBody><a:p><a:r><a:t>Note on </a:t></a:r><a:r><a:t>the figures</a:t></a:r></a:p></txBody></sp></wsDr>"},
            {"xl/pivotCache/pivotCacheDefinition1.xml", "<x/>"},
            {"xl/pivotCache/pivotCacheRecords1.xml", "<x><s v=\"a name\"/></x>"}});
  EXPECT_EQ(sink.text(), "S\n1\nNote on the figures\n");
  EXPECT_EQ(sink.hidden_count("comment"), 1u);
  EXPECT_EQ(sink.hidden_count("pivot cache"), 1u);
}

TEST(Xlsx, TheDateBaseOfTheWorkbookCounts) {
  const RecordingSink sink =
      read({{"S", data("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c></row>")}}, kParts, "<workbookPr date1904=\"1\"/>");
  EXPECT_EQ(sink.text(), "S\n1904-01-02\n");
}

TEST(Xlsx, ADamagedSheetIsNotedAndTheOthersStand) {
  const std::string good = data("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
  const RecordingSink sink = read({{"Bad", "<sheetData><row>"}, {"Good", good}});
  ASSERT_EQ(sink.extraction.pages.size(), 2u);
  EXPECT_EQ(sink.extraction.pages[0].source, PageSource::kNone);
  EXPECT_EQ(sink.text(1), "Good\n1\n");
  ASSERT_EQ(sink.extraction.notes.size(), 1u);
  EXPECT_EQ(sink.extraction.notes[0].page, 1u);
}

// White letters in style 1, on dark in 2, on a pattern in 3; grey by a tint in 4.
const char* const kPaints =
    "<styleSheet><fonts><font/><font><color rgb=\"FFFFFFFF\"/></font><font><color theme=\"0\" tint=\"-0.5\"/></font></fonts>"
    "<fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF003087\"/>"
    "</patternFill></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><cellXfs><xf/><xf fontId=\"1\"/>"
    "<xf fontId=\"1\" fillId=\"1\"/><xf fontId=\"1\" fillId=\"2\"/><xf fontId=\"2\"/></cellXfs></styleSheet>";

TEST(Xlsx, LettersOnAnotherGroundAreRead) {
  const auto cell = [](int style, const std::string& inside = "<t>seen</t>") {
    return data("<row r=\"2\"><c r=\"B2\" s=\"" + std::to_string(style) + "\" t=\"inlineStr\"><is>" + inside + "</is></c></row>");
  };
  const std::pair<const char*, std::string> cases[] = {
      {"on a dark cell", cell(2)},
      {"on a pattern", cell(3)},
      {"tinted", cell(4)},
      {"a white run on a dark cell", cell(2, "<r><rPr><color rgb=\"FFFFFFFF\"/></rPr><t>seen</t></r>")},
      {"a black run in a white cell", cell(1, "<r><rPr><b/></rPr><t>seen</t></r>")},
      {"where a condition may paint", cell(1) + "<conditionalFormatting sqref=\"A1 B2:C3\"><cfRule/></conditionalFormatting>"},
      {"where a newer condition may paint", cell(1) +
                                                "<extLst><ext><x:conditionalFormattings><x:conditionalFormatting><x:cfRule/><xm:sqref>"
                                                "B1:B9</xm:sqref></x:conditionalFormatting></x:conditionalFormattings></ext></extLst>"},
  };
  for (const auto& [what, sheet] : cases) {
    const RecordingSink sink = read({{"S", sheet}}, {{"xl/styles.xml", kPaints}});
    EXPECT_EQ(sink.text(), "S\nseen\n") << what;
    EXPECT_TRUE(sink.extraction.hidden.empty()) << what;
  }
  const std::string elsewhere = cell(1) + "<conditionalFormatting sqref=\"C3:D9\"><cfRule/></conditionalFormatting>";
  EXPECT_EQ(read({{"S", elsewhere}}, {{"xl/styles.xml", kPaints}}).hidden_count("hidden cell"), 1u);
}

TEST(Xlsx, TheHeadingsOfATableMayBePaintedByItsStyle) {
  const std::string sheet = data("<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>Year</t></is></c></row>");
  const Members parts = {{"xl/styles.xml", kPaints},
                         {"xl/worksheets/_rels/sheet1.xml.rels",
                          "<Relationships><Relationship Id=\"t\" Type=\"x/table\" Target=\"../tables/table1.xml\"/></Relationships>"},
                         {"xl/tables/table1.xml", "<table ref=\"A1:B9\"/>"}};
  EXPECT_EQ(read({{"S", sheet}}, parts).text(), "S\nYear\n");
}

TEST(Xlsx, AThemeSaysWhatWhiteIs) {
  const std::string theme =
      "<a:theme xmlns:a=\"a\"><a:themeElements><a:clrScheme><a:dk1><a:sysClr val=\"windowText\"/></a:dk1><a:lt1><a:srgbClr val=\"33AA33\"/>"
      "</a:lt1></a:clrScheme></a:themeElements></a:theme>";
  const std::string styles = "<styleSheet><fonts><font><color theme=\"0\"/></font></fonts><cellXfs><xf/></cellXfs></styleSheet>";
  const std::string sheet = data("<row r=\"1\">" + text_cell("A1", "green") + "</row>");
  EXPECT_EQ(read({{"S", sheet}}, {{"xl/styles.xml", styles}}).hidden_count("hidden cell"), 1u);
  EXPECT_EQ(read({{"S", sheet}}, {{"xl/styles.xml", styles}, {"xl/theme/theme1.xml", theme}}).text(), "S\ngreen\n");
}

// Where rows are hidden unless they say otherwise, Excel shows those that the file holds: the rest are what it leaves out.
TEST(Xlsx, RowsThatTheFileHoldsAreShownHoweverOthersAre) {
  const std::string sheet =
      "<sheetFormatPr defaultRowHeight=\"15\" zeroHeight=\"1\"/>" +
      data("<row r=\"1\">" + text_cell("A1", "shown") + "</row><row r=\"2\" hidden=\"1\">" + text_cell("A2", "not") + "</row>");
  EXPECT_EQ(read({{"S", sheet}}).text(), "S\nshown\n");
}

TEST(Xlsx, AThreadAndTheCommentThatStandsForItCountOnce) {
  const Members parts = {{"xl/worksheets/_rels/sheet1.xml.rels",
                          "<Relationships><Relationship Id=\"a\" Type=\"x/comments\" Target=\"../comments1.xml\"/><Relationship Id=\"b\" "
                          "Type=\"x/threadedComment\" Target=\"../threadedComments/threadedComment1.xml\"/></Relationships>"},
                         {"xl/comments1.xml", "<comments><commentList><comment/></commentList></comments>"},
                         {"xl/threadedComments/threadedComment1.xml", "<T><threadedComment/><threadedComment/></T>"}};
  EXPECT_EQ(read({{"S", data("<row r=\"1\">" + text_cell("A1", "x") + "</row>")}}, parts).hidden_count("comment"), 2u);
}

}  // namespace
}  // namespace foi::extract
