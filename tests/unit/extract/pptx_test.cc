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

}  // namespace
}  // namespace foi::extract
