#include <gtest/gtest.h>

#include "indexer/extract/readers.h"
#include "tests/unit/extract/made_zip.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

RecordingSink read(const std::string& bytes) {
  RecordingSink sink;
  const Status status = read_pptx(bytes, sink);
  EXPECT_TRUE(status.ok()) << (status.ok() ? "" : status.error().message);
  EXPECT_EQ(sink.announced_pages, sink.extraction.pages.size());
  return sink;
}

std::string table(const std::string& rows) {
  return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"3\" name=\"t\"/></p:nvGraphicFramePr><a:graphic><a:graphicData><a:tbl>" + rows +
         "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>";
}

std::string cell(const std::string& text) { return "<a:tc><a:txBody><a:p><a:r><a:t>" + text + "</a:t></a:r></a:p></a:txBody></a:tc>"; }

TEST(Pptx, ASlideIsAPage) {
  const RecordingSink sink = read(make_pptx({{made_shape("First title") + made_shape("First body"), ""}, {made_shape("Second"), ""}}));
  ASSERT_EQ(sink.extraction.pages.size(), 2u);
  EXPECT_EQ(sink.text(0), "First title\n\nFirst body\n");
  EXPECT_EQ(sink.text(1), "Second\n");
  EXPECT_TRUE(sink.extraction.hidden.empty());
}

TEST(Pptx, TablesAreRowsAndGroupsAreRead) {
  const std::string rows = "<a:tr>" + cell("Month") + cell("Count") + "</a:tr><a:tr>" + cell("May") + cell("5") + "</a:tr>";
  EXPECT_EQ(read(make_pptx({{table(rows), ""}})).text(), "Month\tCount\nMay\t5\n");
  const std::string group =
      "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"9\" name=\"g\"/></p:nvGrpSpPr><p:grpSpPr/>" + made_shape("inside", 5000, 5000) + "</p:grpSp>";
  EXPECT_EQ(read(make_pptx({{group, ""}})).text(), "inside\n") << "places in a group are the group's own";
}

TEST(Pptx, ShapesThatTouchTheSlideAreRead) {
  EXPECT_EQ(read(make_pptx({{made_shape("edge", -19, 0) + made_shape("corner", 99, 49), ""}})).text(), "edge\n\ncorner\n");
}

TEST(Pptx, DamageSaysSo) {
  RecordingSink sink;
  EXPECT_FALSE(read_pptx(make_zip({{"ppt/other.xml", "<x/>"}}), sink).ok());
  const RecordingSink half = read(make_pptx({{made_shape("whole"), ""}, {"<p:sp>", ""}}));
  ASSERT_EQ(half.extraction.pages.size(), 2u);
  EXPECT_EQ(half.extraction.pages[1].source, PageSource::kNone);
  EXPECT_EQ(half.extraction.notes.at(0).page, 2u);
}

std::string solid(const std::string& color) { return "<a:solidFill><a:srgbClr val=\"" + color + "\"/></a:solidFill>"; }

// A shape with white letters: what its properties hold, its style, and whether it is placed.
std::string white(const std::string& properties = "", const std::string& style = "", bool placed = true) {
  const std::string place = "<a:xfrm><a:off x=\"10\" y=\"10\"/><a:ext cx=\"20\" cy=\"10\"/></a:xfrm>";
  return "<p:sp><p:nvSpPr><p:cNvPr id=\"4\" name=\"x\"/></p:nvSpPr><p:spPr>" + (placed ? place : "") + properties + "</p:spPr>" + style +
         "<p:txBody><a:p><a:r><a:rPr>" + solid("FFFFFF") + "</a:rPr><a:t>seen</a:t></a:r></a:p></p:txBody></p:sp>";
}

std::string picture(int x) {
  return "<p:pic><p:nvPicPr><p:cNvPr id=\"5\" name=\"y\"/></p:nvPicPr><p:spPr><a:xfrm><a:off x=\"" + std::to_string(x) +
         "\" y=\"0\"/><a:ext cx=\"25\" cy=\"50\"/></a:xfrm></p:spPr></p:pic>";
}

// The parts behind the only slide.
Members behind(const std::string& master, const std::string& theme = "") {
  const auto leads = [](const std::string& type, const std::string& target) {
    return "<Relationships><Relationship Id=\"r\" Type=\"x/" + type + "\" Target=\"" + target + "\"/></Relationships>";
  };
  return {{"ppt/slides/_rels/slide1.xml.rels", leads("slideLayout", "../slideLayouts/slideLayout1.xml")},
          {"ppt/slideLayouts/slideLayout1.xml", "<p:sldLayout xmlns:p=\"p\"><p:cSld/></p:sldLayout>"},
          {"ppt/slideLayouts/_rels/slideLayout1.xml.rels", leads("slideMaster", "../slideMasters/slideMaster1.xml")},
          {"ppt/slideMasters/slideMaster1.xml", "<p:sldMaster xmlns:p=\"p\" xmlns:a=\"a\">" + master + "</p:sldMaster>"},
          {"ppt/slideMasters/_rels/slideMaster1.xml.rels", leads("theme", "../theme/theme1.xml")},
          {"ppt/theme/theme1.xml",
           "<a:theme xmlns:a=\"a\"><a:themeElements><a:clrScheme>" + theme + "</a:clrScheme></a:themeElements></a:theme>"}};
}

struct GroundCase {
  const char* what;
  std::string shapes;
  Members others;
  bool seen;
};

TEST(Pptx, LettersAreReadWhereTheyCanBeToldFromTheirGround) {
  const std::string theme = "<a:dk1><a:sysClr val=\"windowText\"/></a:dk1><a:lt1><a:srgbClr val=\"FFFFFF\"/></a:lt1>";
  const std::string plain = "<p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg></p:cSld>";
  const GroundCase cases[] = {
      {"white on white", white(), {}, false},
      {"white in a dark shape", white(solid("003087")), {}, true},
      {"white in a white shape", white(solid("FFFFFF")), {}, false},
      {"white in a shaded shape", white("<a:gradFill/>"), {}, true},
      {"a shape filled by its style", white("", "<p:style><a:fillRef idx=\"1\"/></p:style>"), {}, true},
      {"its style's fill is turned off", white("<a:noFill/>", "<p:style><a:fillRef idx=\"1\"/></p:style>"), {}, false},
      {"over a picture", picture(0) + white(), {}, true},
      {"beside a picture", picture(30) + white(), {}, false},
      {"before a picture", white() + picture(0), {}, false},
      {"a picture, and a place that the layout knows", picture(30) + white("", "", false), {}, true},
      {"over a dark shape", made_shape("x", 90, 40) + white(solid("003087")) + white(), {}, true},
      {"a master in white", white(), behind(plain, theme), false},
      {"a master in black", white(), behind(plain + "<p:clrMap bg1=\"dk1\" tx1=\"lt1\"/>", theme), true},
      {"a master with a picture", white(), behind("<p:cSld><p:spTree><p:pic/></p:spTree></p:cSld>", theme), true},
      {"a master with a shaded background", white(), behind("<p:cSld><p:bg><p:bgRef idx=\"1003\"/></p:bg></p:cSld>", theme), true},
      {"a master with its own colour", white(), behind("<p:cSld><p:bg><p:bgPr>" + solid("003087") + "</p:bgPr></p:bg></p:cSld>", theme),
       true},
  };
  for (const GroundCase& c : cases) {
    const RecordingSink sink = read(make_pptx({{c.shapes, ""}}, c.others));
    EXPECT_EQ(sink.text().find("seen") != std::string::npos, c.seen) << c.what << ": " << sink.text();
    EXPECT_EQ(sink.hidden_count("hidden text"), c.seen ? 0u : 1u) << c.what;
  }
}

TEST(Pptx, CellsHaveTheirOwnGroundOrTheirTables) {
  const auto white_cell = [](const std::string& properties) {
    return "<a:tc><a:txBody><a:p><a:r><a:rPr>" + solid("FFFFFF") + "</a:rPr><a:t>seen</a:t></a:r></a:p></a:txBody><a:tcPr>" + properties +
           "</a:tcPr></a:tc>";
  };
  const std::string rows = "<a:tr>" + white_cell("") + white_cell(solid("003087")) + white_cell(solid("FFFFFF")) + "</a:tr>";
  const RecordingSink sink = read(make_pptx({{table(rows), ""}}));
  EXPECT_EQ(sink.text(), "seen\tseen\n");
  EXPECT_EQ(sink.hidden_count("hidden text"), 1u);
}

}  // namespace
}  // namespace foi::extract
