#include <gtest/gtest.h>

#include "indexer/extract/readers.h"
#include "tests/unit/extract/made_zip.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

std::string p(const std::string& text, const std::string& properties = "") {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + "<w:r><w:t xml:space=\"preserve\">" + text +
         "</w:t></w:r></w:p>";
}

std::string item(const std::string& text, int list, int level = 0) {
  return p(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + std::to_string(list) + "\"/></w:numPr>");
}

std::string row(const std::vector<std::string>& cells) {
  std::string out = "<w:tr>";
  for (const std::string& cell : cells) out += "<w:tc>" + cell + "</w:tc>";
  return out + "</w:tr>";
}

RecordingSink read(const std::string& body, const Members& others = {}) {
  RecordingSink sink;
  const Status status = read_docx(make_docx(body, others), sink);
  EXPECT_TRUE(status.ok()) << (status.ok() ? "" : status.error().message);
  EXPECT_EQ(sink.announced, 1);
  EXPECT_EQ(sink.announced_pages, sink.extraction.pages.size());
  return sink;
}

struct Case {
  const char* name;
  std::string body;
  std::string text;
};

class DocxBody : public testing::TestWithParam<Case> {};

TEST_P(DocxBody, IsReadInOrder) { EXPECT_EQ(read(GetParam().body).text(), GetParam().text); }

const Case kCases[] = {
    {"paragraphs", p("Dear applicant") + "<w:p/>" + p("Thank you."), "Dear applicant\n\nThank you.\n"},
    {"many_empty_paragraphs_are_one", p("a") + "<w:p/><w:p/><w:p/>" + p("b"), "a\n\nb\n"},
    {"runs_are_joined", "<w:p><w:r><w:t>Free</w:t></w:r><w:r><w:t xml:space=\"preserve\">dom </w:t></w:r><w:r><w:t>Act</w:t></w:r></w:p>",
     "Freedom Act\n"},
    {"a_space_alone_in_a_run", "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>",
     "a b\n"},
    {"tabs_breaks_and_hyphens",
     "<w:p><w:r><w:t>Ref</w:t><w:tab/><w:t>12</w:t><w:br/><w:t>non</w:t><w:noBreakHyphen/><w:t>cli</w:t><w:softHyphen/><w:t>nical</w:t></"
     "w:r></w:p>",
     "Ref\t12\nnon-clinical\n"},
    {"hyperlinks", "<w:p><w:hyperlink><w:r><w:t>www.example.org</w:t></w:r></w:hyperlink></w:p>", "www.example.org\n"},
    {"content_controls", "<w:sdt><w:sdtPr/><w:sdtContent>" + p("inside") + "</w:sdtContent></w:sdt>", "inside\n"},
    {"inserted_text_stays", "<w:p><w:ins><w:r><w:t>added</w:t></w:r></w:ins></w:p>", "added\n"},
    {"field_results_only",
     "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>no</w:t></w:r>"
     "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3 May</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
     "<w:r><w:t xml:space=\"preserve\"> 2024</w:t></w:r></w:p>",
     "3 May 2024\n"},
    {"text_box_once",
     "<w:p><w:r><w:t>Beside</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" +
         p("boxed") + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" + p("boxed") +
         "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
     "Beside\nboxed\n"},
    {"tick_boxes", "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t xml:space=\"preserve\"> Refused</w:t></w:r></w:p>",
     "☑ Refused\n"},
    {"table_rows_are_lines", "<w:tbl>" + row({p("Year"), p("Count")}) + row({p("2023"), p("17")}) + "</w:tbl>", "Year\tCount\n2023\t17\n"},
    {"empty_cells_keep_columns", "<w:tbl>" + row({p("a"), "<w:p/>", p("c"), "<w:p/>"}) + "</w:tbl>", "a\t\tc\n"},
    {"short_cells_of_two_paragraphs_are_joined", "<w:tbl>" + row({p("Number of") + p("patients"), p("9")}) + "</w:tbl>",
     "Number of patients\t9\n"},
    {"a_letter_in_one_cell_keeps_its_paragraphs", "<w:tbl>" + row({p("Dear Sir") + p("No.")}) + "</w:tbl>", "Dear Sir\nNo.\n"},
    {"long_cells_are_read_one_after_the_other",
     "<w:tbl>" + row({p("1."), p(std::string(300, 'q')) + p("more"), p(std::string(200, 'a'))}) + "</w:tbl>",
     "1.\t" + std::string(300, 'q') + "\nmore\n" + std::string(200, 'a') + "\n"},
    {"nested_tables", "<w:tbl>" + row({p("out"), "<w:tbl>" + row({p("in"), p("side")}) + "</w:tbl><w:p/>"}) + "</w:tbl>", "out\tin side\n"},
    {"other_prefixes", "<x:p xmlns:x=\"w\"><x:r><x:t>same</x:t></x:r></x:p>", "same\n"},
    {"entities_are_not_followed", "<w:p><w:r><w:t>a &amp; b &xxe;</w:t></w:r></w:p>", "a & b &xxe;\n"},
};

INSTANTIATE_TEST_SUITE_P(Bodies, DocxBody, testing::ValuesIn(kCases), [](const auto& test) { return test.param.name; });

TEST(DocxHidden, IsLeftOutAndCounted) {
  const RecordingSink sink = read(
      "<w:p><w:r><w:t>Shown</w:t></w:r><w:del><w:r><w:delText>deleted name</w:delText></w:r></w:del>"
      "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden name</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>, still shown</w:t></w:r>"
      "<w:moveFrom><w:r><w:t>moved name</w:t></w:r></w:moveFrom><w:r><w:rPr><w:rStyle w:val=\"secret\"/></w:rPr><w:t>styled "
      "name</w:t></w:r>"
      "<w:commentReference w:id=\"1\"/></w:p>" +
          p("whole paragraph", "<w:pStyle w:val=\"secretpara\"/>") + "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + p("row name") +
          "</w:tc></w:tr></w:tbl>",
      {{"word/comments.xml", "<w:comments xmlns:w=\"w\"><w:comment>" + p("comment name") + "</w:comment><w:comment/></w:comments>"},
       {"word/styles.xml",
        "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"base\"><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:styleId=\"secret\"><w:basedOn w:val=\"base\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"secretpara\"><w:basedOn w:val=\"base\"/></w:style></w:styles>"},
       {"word/embeddings/sheet.bin", "x"}});
  EXPECT_EQ(sink.text(), "Shown, still shown\n");
  EXPECT_EQ(sink.hidden_count("deleted revision"), 1u);
  EXPECT_EQ(sink.hidden_count("moved text"), 1u);
  EXPECT_EQ(sink.hidden_count("hidden text"), 3u);
  EXPECT_EQ(sink.hidden_count("hidden row"), 1u);
  EXPECT_EQ(sink.hidden_count("comment"), 2u);
  EXPECT_EQ(sink.hidden_count("embedded file"), 1u);
}

TEST(DocxHidden, NothingIsCountedWhereNothingIsHidden) { EXPECT_TRUE(read(p("Plain")).extraction.hidden.empty()); }

constexpr const char* kNumbering =
    "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
    "w:val=\"decimal\"/>"
    "<w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText "
    "w:val=\"(%2)\"/>"
    "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

TEST(DocxLists, ParagraphsGetTheirNumbers) {
  const std::string body =
      item("How many?", 1) + item("in 2022", 1, 1) + item("in 2023", 1, 1) + p("Answer: none.") + item("How long?", 1) + item("each", 1, 1);
  EXPECT_EQ(read(body, {{"word/numbering.xml", kNumbering}}).text(),
            "1. How many?\n(a) in 2022\n(b) in 2023\nAnswer: none.\n2. How long?\n(a) each\n");
}

TEST(DocxLists, ADeletedItemTakesNoNumber) {
  const std::string deleted =
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>"
      "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>";
  EXPECT_EQ(read(item("one", 1) + deleted + item("two", 1), {{"word/numbering.xml", kNumbering}}).text(), "1. one\n2. two\n");
}

TEST(DocxLists, StylesNumberTheirParagraphsUnlessToldNotTo) {
  const std::string styles =
      "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"Question\"><w:pPr><w:numPr><w:numId "
      "w:val=\"1\"/></w:numPr></w:pPr>"
      "</w:style></w:styles>";
  const std::string body = p("first", "<w:pStyle w:val=\"Question\"/>") +
                           p("plain", "<w:pStyle w:val=\"Question\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
                           p("second", "<w:pStyle w:val=\"Question\"/>");
  EXPECT_EQ(read(body, {{"word/numbering.xml", kNumbering}, {"word/styles.xml", styles}}).text(), "1. first\nplain\n2. second\n");
}

struct PageCase {
  const char* name;
  std::string body;
  std::vector<std::string> pages;
};

class DocxPages : public testing::TestWithParam<PageCase> {};

TEST_P(DocxPages, AreCutAtExplicitBreaks) {
  std::vector<std::string> pages;
  for (const Page& page : read(GetParam().body).extraction.pages) {
    EXPECT_EQ(page.number, pages.size() + 1);
    pages.push_back(page.text);
  }
  EXPECT_EQ(pages, GetParam().pages);
}

const std::string kBreak = "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";
const std::string kNextPage = "<w:sectPr/>";
const std::string kContinuous = "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>";

const PageCase kPages[] = {
    {"none", p("a") + p("b"), {"a\nb\n"}},
    {"a_break", p("a") + kBreak + p("b"), {"a\n", "b\n"}},
    {"a_break_at_the_end", p("a") + kBreak, {"a\n"}},
    {"page_break_before", p("a") + p("b", "<w:pageBreakBefore/>"), {"a\n", "b\n"}},
    {"page_break_before_turned_off", p("a") + p("b", "<w:pageBreakBefore w:val=\"0\"/>"), {"a\nb\n"}},
    {"where_word_last_broke_is_no_break", "<w:p><w:r><w:t>a</w:t><w:lastRenderedPageBreak/><w:t>b</w:t></w:r></w:p>", {"ab\n"}},
    {"a_section_on_a_new_page", p("a", kContinuous) + p("b") + kNextPage, {"a\n", "b\n"}},
    {"a_section_on_the_same_page", p("a", kNextPage) + p("b") + kContinuous, {"a\nb\n"}},
    {"nothing_at_all", "", {""}},
};

INSTANTIATE_TEST_SUITE_P(Breaks, DocxPages, testing::ValuesIn(kPages), [](const auto& test) { return test.param.name; });

std::string edge(const std::string& kind, const std::string& text) {
  return "<w:" + kind + " xmlns:w=\"w\">" + p(text) + "</w:" + kind + ">";
}

TEST(DocxEdges, HeadersComeFirstAndFootersLastEachOnce) {
  const std::string references =
      "<w:headerReference w:type=\"default\" r:id=\"header1\"/><w:headerReference w:type=\"first\" r:id=\"header2\"/>"
      "<w:headerReference w:type=\"even\" r:id=\"header3\"/><w:footerReference w:type=\"default\" r:id=\"footer1\"/>";
  const Members parts = {{"word/header1.xml", edge("hdr", "Letterhead")},
                         {"word/header2.xml", edge("hdr", "First page only")},
                         {"word/header3.xml", edge("hdr", "Even pages")},
                         {"word/footer1.xml", edge("ftr", "Chair: a name")}};
  const std::string section = "<w:sectPr>" + references + "</w:sectPr>";
  EXPECT_EQ(read(p("Body", section) + p("More") + section, parts).text(), "Letterhead\n\nBody\n");
  EXPECT_EQ(read(p("Body") + section, parts).text(), "Letterhead\n\nBody\n\nChair: a name\n");
  EXPECT_EQ(read(p("Body") + "<w:sectPr>" + references + "<w:titlePg/></w:sectPr>", parts).text(),
            "Letterhead\nFirst page only\n\nBody\n\nChair: a name\n");
}

TEST(DocxNotes, FollowTheBody) {
  const std::string body =
      "<w:p><w:r><w:t>As the guidance</w:t><w:footnoteReference w:id=\"7\"/></w:r><w:r><w:t xml:space=\"preserve\"> "
      "says.</w:t></w:r></w:p>";
  const std::string notes = "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"3\">" + p("unused") + "</w:footnote><w:footnote w:id=\"7\">" +
                            p(" Issued in 2021.") + "</w:footnote></w:footnotes>";
  EXPECT_EQ(read(body, {{"word/footnotes.xml", notes}}).text(), "As the guidance [1] says.\n\n[1] Issued in 2021.\n");
}

TEST(DocxHostile, DeepNestingIsCutAndNoted) {
  std::string body;
  for (int i = 0; i < 5'000; ++i) body += "<w:sdt>";
  body += p("deep");
  for (int i = 0; i < 5'000; ++i) body += "</w:sdt>";
  const RecordingSink sink = read(p("top") + body);
  EXPECT_EQ(sink.text(), "top\n");
  ASSERT_EQ(sink.extraction.notes.size(), 1u);
  EXPECT_TRUE(sink.extraction.notes[0].what.starts_with("nested more deeply"));
}

TEST(DocxHostile, ControlCharactersDoNotCutPages) {
  EXPECT_EQ(read("<w:p><w:r><w:t>a&#12;b&#11;c</w:t></w:r></w:p>").extraction.pages.size(), 1u);
}

std::string white(const std::string& more = "") {
  return "<w:r><w:rPr><w:color w:val=\"FFFFFF\"/>" + more + "</w:rPr><w:t>seen</w:t></w:r>";
}

std::string box_of(const std::string& shape_properties) {
  return "<w:p><w:r><w:drawing><wps:wsp><wps:spPr>" + shape_properties + "</wps:spPr><wps:txbx><w:txbxContent><w:p>" + white() +
         "</w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r></w:p>";
}

struct SeenCase {
  const char* what;
  std::string body;
};

// Letters are read where they can be told from their ground, or may be; hidden_files.cc has those that cannot.
TEST(Docx, LettersOnAnotherGroundAreRead) {
  const std::string dark = "<w:shd w:val=\"clear\" w:fill=\"003087\"/>";
  const auto in_cell = [](const std::string& table, const std::string& cell, const std::string& inside) {
    return "<w:tbl><w:tblPr>" + table + "</w:tblPr><w:tr><w:tc><w:tcPr>" + cell + "</w:tcPr>" + inside + "</w:tc></w:tr></w:tbl>";
  };
  const SeenCase cases[] = {
      {"white on highlighted black", "<w:p>" + white("<w:highlight w:val=\"black\"/>") + "</w:p>"},
      {"white on shaded", "<w:p>" + white(dark) + "</w:p>"},
      {"white on a pattern", "<w:p>" + white("<w:shd w:val=\"pct50\" w:color=\"000000\" w:fill=\"FFFFFF\"/>") + "</w:p>"},
      {"white on a colour of the theme", "<w:p>" + white("<w:shd w:val=\"clear\" w:fill=\"auto\" w:themeFill=\"accent1\"/>") + "</w:p>"},
      {"white in a shaded paragraph", "<w:p><w:pPr>" + dark + "</w:pPr>" + white() + "</w:p>"},
      {"white in a paragraph shaded by its style", "<w:p><w:pPr><w:pStyle w:val=\"Dark\"/></w:pPr>" + white() + "</w:p>"},
      {"white in a shaded cell", in_cell("", dark, "<w:p>" + white() + "</w:p>")},
      {"white in a shaded table", in_cell(dark, "", "<w:p>" + white() + "</w:p>")},
      {"white in a table whose style shades", in_cell("<w:tblStyle w:val=\"Grid\"/>", "", "<w:p>" + white() + "</w:p>")},
      {"white in a table in a shaded cell", in_cell("", dark, in_cell("", "", "<w:p>" + white() + "</w:p>"))},
      {"white in a dark box", box_of("<a:solidFill><a:srgbClr val=\"003087\"/></a:solidFill>")},
      {"white in a box over who knows what", box_of("<a:noFill/>")},
      {"white style, dark run",
       "<w:p><w:pPr><w:pStyle w:val=\"White\"/></w:pPr><w:r><w:rPr><w:color w:val=\"000000\"/></w:rPr><w:t>seen</w:t></w:r></w:p>"},
      {"white style, automatic run",
       "<w:p><w:pPr><w:pStyle w:val=\"White\"/></w:pPr><w:r><w:rPr><w:color w:val=\"auto\"/></w:rPr><w:t>seen</w:t></w:r></w:p>"},
      {"automatic on black shading", "<w:p><w:r><w:rPr><w:shd w:val=\"clear\" w:fill=\"000000\"/></w:rPr><w:t>seen</w:t></w:r></w:p>"},
      {"highlighted in yellow", "<w:p><w:r><w:rPr><w:highlight w:val=\"yellow\"/></w:rPr><w:t>seen</w:t></w:r></w:p>"},
      {"almost grey", "<w:p><w:r><w:rPr><w:color w:val=\"F0F0F0\"/></w:rPr><w:t>seen</w:t></w:r></w:p>"},
      {"small print", "<w:p><w:r><w:rPr><w:sz w:val=\"8\"/></w:rPr><w:t>seen</w:t></w:r></w:p>"},
  };
  const std::string styles =
      "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"Dark\"><w:pPr>" + dark +
      "</w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"White\"><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr></w:style>"
      "<w:style w:type=\"table\" w:styleId=\"Grid\"><w:tblStylePr w:type=\"firstRow\"><w:tcPr>" +
      dark + "</w:tcPr></w:tblStylePr></w:style></w:styles>";
  for (const SeenCase& c : cases) {
    const RecordingSink sink = read(c.body, {{"word/styles.xml", styles}});
    EXPECT_NE(sink.text().find("seen\n"), std::string::npos) << c.what << ": " << sink.text();
    EXPECT_TRUE(sink.extraction.hidden.empty()) << c.what;
  }
}

TEST(Docx, ThePapersOwnColourCountsWhereItIsShown) {
  const std::string body = "<w:p>" + white() + "</w:p>";
  const std::string coloured = body + "</w:body><w:background w:color=\"003087\"/><w:body>";
  const Members shown = {{"word/settings.xml", "<w:settings><w:displayBackgroundShape/></w:settings>"}};
  EXPECT_EQ(read(coloured, shown).text(), "seen\n");
  EXPECT_EQ(read(coloured).hidden_count("hidden text"), 1u);
  EXPECT_EQ(read(body, shown).hidden_count("hidden text"), 1u);
}

TEST(Docx, ADrawingAnchoredInWhiteLettersIsStillShown) {
  const std::string anchored =
      "<w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:pict><v:shape style=\"visibility:visible\">"
      "<v:textbox><w:txbxContent>" +
      p("boxed") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
  EXPECT_NE(read(anchored).text().find("boxed"), std::string::npos);
  const std::string picture =
      "<w:p><w:r><w:t>seen</w:t><w:drawing><wp:anchor xmlns:wp=\"wp\"><wp:docPr hidden=\"1\"/><a:blip/></wp:anchor>"
      "</w:drawing></w:r></w:p>";
  EXPECT_TRUE(read(picture).extraction.hidden.empty()) << "a hidden picture hides no words";
}

}  // namespace
}  // namespace foi::extract
