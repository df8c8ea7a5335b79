#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/extract/pdf_image.h"
#include "indexer/extract/pdf_text.h"
#include "indexer/extract/readers.h"
#include "tests/unit/extract/made_pdf.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

class Pdf : public testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(prepare_pdf_text().ok()); }

  static RecordingSink read(const std::vector<MadePage>& pages) {
    RecordingSink sink;
    const Status status = read_pdf(make_pdf(pages), sink);
    EXPECT_TRUE(status.ok()) << (status.ok() ? "" : status.error().message);
    EXPECT_EQ(sink.announced_pages, pages.size());
    return sink;
  }
};

Box box_of(const Page& page, const std::string& text) {
  for (const Word& word : page.words)
    if (page.text.substr(word.start, word.end - word.start) == text) return word.box;
  ADD_FAILURE() << text << " is not a word of: " << page.text;
  return {};
}

std::string prose(double top, int lines) {
  std::string out;
  for (int i = 0; i < lines; ++i) out += text_at(60, top - 14 * i, "We searched the records of the division for what you asked us for.");
  return out;
}

TEST_F(Pdf, TextHasItsPlaceOnThePage) {
  const RecordingSink sink =
      read({{.content = text_at(60, 780, "Dear applicant") + text_at(60, 750, "Reference") + text_at(300, 750, "FOI/12")}});
  const Page& page = sink.extraction.pages.at(0);
  EXPECT_EQ(sink.extraction.media_type, "application/pdf");
  EXPECT_TRUE(sink.extraction.engine.starts_with("poppler "));
  EXPECT_FLOAT_EQ(page.width, 595);
  EXPECT_FLOAT_EQ(page.height, 842);
  EXPECT_EQ(page.source, PageSource::kText);
  EXPECT_TRUE(page.text.starts_with("Dear applicant\n\nReference      ")) << page.text;
  const Box box = box_of(page, "Dear");
  EXPECT_NEAR(box.x0, 60, 1);
  EXPECT_LT(box.y0, 842 - 780);
  EXPECT_GT(box.y1, 842 - 780);
  EXPECT_NEAR(box_of(page, "FOI/12").x0, 300, 1);
  EXPECT_FALSE(sink.needs_ocr.contains(1));
}

TEST_F(Pdf, TwoColumnsStandBesideEachOther) {
  std::string content;
  for (int i = 0; i < 3; ++i) {
    content += text_at(60, 700 - 14 * i, "left column " + std::to_string(i));
    content += text_at(320, 700 - 14 * i, "right column " + std::to_string(i));
  }
  const std::string text = read({{.content = content}}).text();
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3) << text;
  EXPECT_TRUE(text.starts_with("left column 0   ")) << text;
  EXPECT_LT(text.find("right column 0"), text.find("left column 1")) << text;
}

TEST_F(Pdf, EmbeddedFilesAreMembersAndCounted) {
  const std::string pdf = make_pdf({{.content = text_at(60, 700, "Dear reader")}}, {{"table.csv", "a,b\n1,2\n"},
                                                                                    {"empty.txt", ""},
                                                                                    {"huge.txt", "Dear", "999999999"},
                                                                                    {"modest.txt", "Dear reader", "4"},
                                                                                    {"../up.txt", "Dear"},
                                                                                    {"\xFE\xFF", "Dear unnamed"}});
  RecordingSink sink;
  ASSERT_TRUE(read_pdf(pdf, sink).ok());
  EXPECT_NE(sink.text().find("Dear reader"), std::string::npos);
  using Members = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(
      sink.members,
      (Members{{"../up.txt", "Dear"}, {"modest.txt", "Dear reader"}, {"table.csv", "a,b\n1,2\n"}, {"embedded file 6", "Dear unnamed"}}));
  EXPECT_EQ(sink.hidden_count("embedded file"), 6u);
  ASSERT_EQ(sink.extraction.notes.size(), 2u);
  EXPECT_NE(sink.extraction.notes[0].what.find("empty.txt"), std::string::npos);
  EXPECT_NE(sink.extraction.notes[1].what.find("huge.txt"), std::string::npos);
}

TEST_F(Pdf, FacesThatAreNotEmbeddedAreRead) {
  EXPECT_EQ(read({{.content = text_at(60, 700, "In Arial", 11, "F3") + text_at(60, 680, "In Times", 11, "F2")}}).text(),
            "In Arial\nIn Times\n");
}

// Whatever the rotation, boxes are on the page as it is shown: a word in the top left corner of the view is near 0, 0.
class RotatedPdf : public testing::TestWithParam<int> {};

TEST_P(RotatedPdf, BoxesAreOnThePageAsShown) {
  ASSERT_TRUE(prepare_pdf_text().ok());
  // Where the top left corner of the view is on the unrotated page (400 by 800), and which way the text must run to be upright.
  struct Corner {
    double x, y;
    int degrees;
  };
  const int rotate = GetParam();
  const Corner corner = rotate == 90    ? Corner{20, 20, 90}
                        : rotate == 180 ? Corner{380, 20, 180}
                        : rotate == 270 ? Corner{380, 780, 270}
                                        : Corner{20, 780, 0};
  const std::string pdf = make_pdf(
      {{.content = text_at(corner.x, corner.y, "corner", 11, "F1", corner.degrees), .width = 400, .height = 800, .rotate = rotate}});
  RecordingSink sink;
  ASSERT_TRUE(read_pdf(pdf, sink).ok());
  const Page& page = sink.extraction.pages.at(0);
  EXPECT_EQ(page.rotation, rotate);
  EXPECT_FLOAT_EQ(page.width, rotate % 180 == 0 ? 400 : 800);
  EXPECT_EQ(page.text, "corner\n");
  const Box box = box_of(page, "corner");
  EXPECT_NEAR(box.x0, 20, 2);
  EXPECT_GT(box.x1, box.x0 + 20);
  EXPECT_LT(box.y0, 20);
  EXPECT_GT(box.y1, 18);
  EXPECT_LT(box.y1, 26);
  // The picture agrees: ink is in the box and nowhere else.
  const Result<PdfImages> images = PdfImages::open(pdf);
  ASSERT_TRUE(images.ok());
  const Result<PageImage> drawn = images->draw(1, 72);
  ASSERT_TRUE(drawn.ok());
  EXPECT_EQ(drawn->image.width, static_cast<int>(page.width));
  EXPECT_GT(ink_outside(*drawn, {}), 0);
  EXPECT_LT(ink_outside(*drawn, page.words), 1e-5);
}

INSTANTIATE_TEST_SUITE_P(Rotations, RotatedPdf, testing::Values(0, 90, 180, 270));

TEST_F(Pdf, BoxesOfACroppedPageCountFromTheCrop) {
  const RecordingSink sink = read({{.content = text_at(150, 700, "inside") + text_at(20, 20, "outside"), .crop = "100 200 500 800"}});
  const Page& page = sink.extraction.pages.at(0);
  EXPECT_FLOAT_EQ(page.width, 400);
  EXPECT_FLOAT_EQ(page.height, 600);
  EXPECT_EQ(page.text, "inside\n") << "what is cut off is not shown";
  EXPECT_NEAR(box_of(page, "inside").x0, 50, 1);
  EXPECT_NEAR(box_of(page, "inside").y1, 100, 5);
}

TEST_F(Pdf, WordsRunningUpTheMarginComeAfterTheBody) {
  const RecordingSink sink = read({{.content = text_at(20, 300, "margin", 11, "F1", 90) + prose(700, 3)}});
  EXPECT_TRUE(sink.text().ends_with("\n\nmargin\n")) << sink.text();
}

MadePage with_picture(std::string content, std::uint8_t grey) {
  return {.content = picture_over(595, 842) + content,
          .picture_width = 10,
          .picture_height = 10,
          .picture = std::vector<std::uint8_t>(100, grey)};
}

TEST_F(Pdf, PagesAreSentToOcrByWhatTheyShow) {
  const RecordingSink sink = read({
      {.content = prose(700, 10)},
      {.content = ""},
      with_picture("", 100),
      with_picture(text_at(60, 20, "Page 4 of 7"), 100),
      with_picture(prose(700, 10), 200),
      {.content = text_at(60, 700, "Yours faithfully")},
  });
  EXPECT_EQ(sink.needs_ocr, (std::set<std::uint32_t>{3, 4})) << "a picture alone, and a picture with a stamp";
  ASSERT_EQ(sink.extraction.notes.size(), 1u);
  EXPECT_EQ(sink.extraction.notes[0], (Note{2, "blank page"}));
}

TEST_F(Pdf, GarbageIsNotGivenAsText) {
  std::string content;
  for (int i = 0; i < 20; ++i) content += text_at(60, 700 - 14 * i, "7KDQN \\\\RX IRU \\\\RXU UHTXHVW IRU WKH ILJXUHV RI WKH GLYLVLRQ");
  const RecordingSink sink = read({{.content = content}});
  EXPECT_TRUE(sink.needs_ocr.contains(1)) << sink.text();
  EXPECT_EQ(sink.extraction.pages[0].source, PageSource::kNone);
  EXPECT_EQ(sink.text(), "");
}

TEST_F(Pdf, DamagedFilesSaySo) {
  RecordingSink sink;
  const std::string whole = make_pdf({{.content = prose(700, 3)}});
  const Status status = read_pdf("%PDF-1.4\nrubbish", sink);
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().fault, Fault::kDocument);
  EXPECT_EQ(sink.announced, 0);
  RecordingSink mended;
  EXPECT_TRUE(read_pdf(whole.substr(0, whole.rfind("startxref")), mended).ok()) << "Poppler finds the objects without their table";
  EXPECT_NE(mended.text().find("We searched"), std::string::npos);
}

TEST_F(Pdf, LargePagesAreDrawnSmaller) {
  const std::string pdf = make_pdf({{.content = prose(700, 3), .width = 14'000, .height = 14'000}});
  const Result<PdfImages> images = PdfImages::open(pdf);
  ASSERT_TRUE(images.ok());
  const Result<PageImage> drawn = images->draw(1, 200);
  ASSERT_TRUE(drawn.ok());
  EXPECT_LT(drawn->dpi, 50);
  EXPECT_NEAR(drawn->image.width, 14'000 * drawn->dpi / 72, 2);
  EXPECT_FALSE(images->draw(2, 200).ok()) << "there is no second page";
}

}  // namespace
}  // namespace foi::extract
