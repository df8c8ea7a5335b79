#include "indexer/extract/ocr.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "indexer/extract/ocr_frame.h"
#include "indexer/extract/ocr_pages.h"
#include "indexer/extract/pdf_text.h"
#include "tests/unit/extract/made_pdf.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

constexpr double kDpi = 200;

TEST(OcrFrame, AStraightPictureIsThePage) {
  const OcrFrame frame{.drawn_width = 1000, .drawn_height = 2000, .dpi = 72, .width = 1000, .height = 2000};
  EXPECT_EQ(frame.on_page({10, 20, 30, 40}), (Box{10, 20, 30, 40}));
  EXPECT_EQ(frame.on_page({-10, 1990, 30, 2040}), (Box{0, 1990, 30, 2000})) << "no farther than the edges";
}

struct TurnCase {
  int quarters;
  Box on_page;
};

class OcrFrameTurns : public testing::TestWithParam<TurnCase> {};

// The picture's top left corner, 10 by 20 points.
TEST_P(OcrFrameTurns, AreUndone) {
  const int quarters = GetParam().quarters;
  const bool side = quarters % 2 == 1;
  const OcrFrame frame{
      .drawn_width = 100, .drawn_height = 300, .dpi = 72, .quarters = quarters, .width = side ? 300 : 100, .height = side ? 100 : 300};
  EXPECT_EQ(frame.on_page({0, 0, 10, 20}), GetParam().on_page);
}

INSTANTIATE_TEST_SUITE_P(Quarters, OcrFrameTurns,
                         testing::Values(TurnCase{0, {0, 0, 10, 20}}, TurnCase{1, {0, 290, 20, 300}}, TurnCase{2, {90, 280, 100, 300}},
                                         TurnCase{3, {80, 0, 100, 10}}));

TEST(OcrFrame, SkewIsUndoneAboutTheMiddle) {
  const OcrFrame frame{.drawn_width = 1000, .drawn_height = 1000, .dpi = 72, .angle = 0.1, .width = 1100, .height = 1100};
  const Box middle = frame.on_page({550, 550, 550, 550});
  EXPECT_NEAR(middle.x0, 500, 1e-3);
  EXPECT_NEAR(middle.y0, 500, 1e-3);
  // A point to the right of the middle was brought down by turning clockwise, so it came from above.
  const Box right = frame.on_page({950, 550, 950, 550});
  EXPECT_NEAR(right.x0, 500 + 400 * std::cos(0.1), 1e-3);
  EXPECT_NEAR(right.y0, 500 - 400 * std::sin(0.1), 1e-3);
}

// A page of made-up prose as the picture that a scanner gives: turned anticlockwise by degrees about its middle, with specks.
struct Scan {
  double skew = 0;
  int quarters = 0;
  double specks = 0;
};

std::string letter() {
  const char* lines[] = {"Thank you for your request about the harbour office.",     "We have searched the ledgers of the last six years.",
                         "The ferry carried forty passengers on the first day.",     "No complaint was received about the wooden bridge.",
                         "The clerk wrote to each of the seven lighthouse keepers.", "Repairs to the northern pier were paid in October."};
  std::string content;
  double y = 760;
  for (int block = 0; block < 3; ++block, y -= 20)
    for (const char* line : lines) content += text_at(80, y -= 20, line, 12, "F2");
  return content;
}

PageImage drawn_letter() {
  const std::string pdf = make_pdf({{.content = letter()}});
  return std::move(*PdfImages::open(pdf)->draw(1, kDpi));
}

GreyImage scanned(const GreyImage& image, const Scan& scan) {
  const double angle = scan.skew * std::numbers::pi / 180;
  GreyImage out = image;
  for (int y = 0; y < image.height; ++y)
    for (int x = 0; x < image.width; ++x) {
      const double dx = x - image.width / 2.0;
      const double dy = y - image.height / 2.0;
      const auto sx = static_cast<int>(std::lround(dx * std::cos(angle) - dy * std::sin(angle) + image.width / 2.0));
      const auto sy = static_cast<int>(std::lround(dx * std::sin(angle) + dy * std::cos(angle) + image.height / 2.0));
      const bool inside = sx >= 0 && sy >= 0 && sx < image.width && sy < image.height;
      out.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)] =
          inside ? image.pixels[static_cast<std::size_t>(sy) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(sx)] : 255;
    }
  std::uint32_t random = 12345;
  for (std::uint8_t& pixel : out.pixels) {
    random = random * 1664525 + 1013904223;
    if (static_cast<double>(random >> 8) / (1 << 24) < scan.specks) pixel = random & 0x80 ? 0 : 255;
  }
  return out;
}

GreyImage turned_anticlockwise(const GreyImage& image) {
  GreyImage out{image.height, image.width, std::vector<std::uint8_t>(image.pixels.size())};
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x)
      out.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(out.width) + static_cast<std::size_t>(x)] =
          image.pixels[static_cast<std::size_t>(x) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(image.width - 1 - y)];
  return out;
}

class OcrScan : public testing::TestWithParam<Scan> {
 protected:
  static void SetUpTestSuite() {
    Result<OcrEngine> loaded = OcrEngine::load("eng");
    ASSERT_TRUE(loaded.ok()) << loaded.error().message;
    engine_ = std::make_unique<OcrEngine>(std::move(*loaded));
  }
  static void TearDownTestSuite() { engine_.reset(); }
  static inline std::unique_ptr<OcrEngine> engine_;
};

// The part of the page's ink that lies in no word's box.
double ink_missed(const PageImage& page, const std::vector<Word>& words) { return ink_outside(page, words) / ink_outside(page, {}); }

TEST_P(OcrScan, IsReadAndItsBoxesLieOnTheInk) {
  PageImage page = drawn_letter();
  page.image = scanned(page.image, {.skew = GetParam().skew, .specks = GetParam().specks});
  for (int i = 0; i < GetParam().quarters; ++i) {
    page.image = turned_anticlockwise(page.image);
    std::swap(page.page_width, page.page_height);
  }
  const Result<OcrReading> reading = engine_->read(page);
  ASSERT_TRUE(reading.ok());
  EXPECT_GT(reading->confidence, 0.6);
  // In the order of the letter: the words of a page on its side can be right and its lines not.
  EXPECT_LT(reading->laid.text.find("harbour office"), reading->laid.text.find("ledgers of the last")) << reading->laid.text;
  for (const char* phrase : {"harbour office", "ledgers of the last", "lighthouse keepers", "the wooden bridge"})
    EXPECT_NE(reading->laid.text.find(phrase), std::string::npos) << phrase << " not in:\n" << reading->laid.text;
  for (const Word& word : reading->laid.words) {
    EXPECT_GE(word.box.x0, 0);
    EXPECT_LE(word.box.x1, page.page_width + 1);
    EXPECT_LE(word.box.y1, page.page_height + 1);
  }
  if (GetParam().specks == 0) {
    EXPECT_LT(ink_missed(page, reading->laid.words), 0.02);
  }
}

INSTANTIATE_TEST_SUITE_P(Scans, OcrScan,
                         testing::Values(Scan{}, Scan{.skew = 2}, Scan{.skew = -3}, Scan{.quarters = 1}, Scan{.quarters = 2},
                                         Scan{.quarters = 3}, Scan{.skew = -1.5, .quarters = 3}, Scan{.skew = 1.5, .quarters = 1},
                                         Scan{.specks = 0.04}));

using OcrBlank = OcrScan;

TEST_F(OcrBlank, ABlankPageIsNotRead) {
  PageImage page = drawn_letter();
  std::fill(page.image.pixels.begin(), page.image.pixels.end(), std::uint8_t{230});
  page.image.pixels[5000] = 0;  // a speck of dust
  const Result<OcrReading> reading = engine_->read(page);
  ASSERT_TRUE(reading.ok());
  EXPECT_TRUE(reading->blank);
  EXPECT_TRUE(reading->laid.text.empty());
}

TEST_F(OcrBlank, APageNumberAloneIsNotBlank) {
  const std::string pdf = make_pdf({{.content = text_at(290, 40, "2", 10)}});
  const Result<OcrReading> reading = engine_->read(*PdfImages::open(pdf)->draw(1, kDpi));
  ASSERT_TRUE(reading.ok());
  EXPECT_FALSE(reading->blank);
}

// The letter as a picture in a PDF, as a scanner makes it.
MadePage scanned_page() {
  const PageImage page = drawn_letter();
  return {.content = picture_over(595, 842),
          .picture_width = page.image.width,
          .picture_height = page.image.height,
          .picture = page.image.pixels};
}

using OcrPagesOf = OcrScan;

TEST_F(OcrPagesOf, APdfAreReadEachFromOneSource) {
  ASSERT_TRUE(prepare_pdf_text().ok());
  MadePage stamped = scanned_page();
  stamped.content += text_at(60, 20, "FOI 12 page 2 of 4", 8);
  MadePage captioned = {.content = picture_over(100, 100) + text_at(60, 500, "The harbour from the north"),
                        .picture_width = 10,
                        .picture_height = 10,
                        .picture = std::vector<std::uint8_t>(100, 90)};
  const std::string pdf = make_pdf({scanned_page(), stamped, captioned, {.content = ""}});
  RecordingSink sink;
  ASSERT_TRUE(read_pages_by_ocr(pdf, {.first = 1, .last = 9}, *engine_, sink).ok());
  ASSERT_EQ(sink.extraction.pages.size(), 4u);
  EXPECT_EQ(sink.announced_pages, 4u);
  const PageSource sources[] = {PageSource::kOcr, PageSource::kOcr, PageSource::kText, PageSource::kOcr};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(sink.extraction.pages[i].source, sources[i]) << "page " << i + 1 << ": " << sink.text(i);
  EXPECT_NE(sink.text(0).find("lighthouse keepers"), std::string::npos);
  EXPECT_EQ(sink.text(2), "The harbour from the north\n");
  EXPECT_EQ(sink.text(3), "");
  ASSERT_EQ(sink.extraction.notes.size(), 1u);
  EXPECT_EQ(sink.extraction.notes[0], (Note{4, "blank page"}));
}

TEST_F(OcrPagesOf, WhatIsNotThereSaysSo) {
  RecordingSink sink;
  const std::string pdf = make_pdf({scanned_page()});
  EXPECT_EQ(read_pages_by_ocr(pdf, {.first = 2, .last = 2}, *engine_, sink).error().fault, Fault::kDocument);
  EXPECT_EQ(read_pages_by_ocr("x", {.first = 1, .last = 1}, *engine_, sink).error().fault, Fault::kDocument);
  EXPECT_EQ(read_pages_by_ocr(pdf, {.media_type = "image/gif"}, *engine_, sink).error().message, "not read yet: image/gif");
}

TEST(OcrLanguages, AMissingOneIsNamedWithItsPackage) {
  const Result<OcrEngine> missing = OcrEngine::load("eng+xx_yy");
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().fault, Fault::kEnvironment);
  EXPECT_NE(missing.error().message.find("\"xx_yy\": install the package tesseract-ocr-xx-yy"), std::string::npos)
      << missing.error().message;
  EXPECT_FALSE(OcrEngine::load("").ok());
  EXPECT_TRUE(OcrEngine::load("eng+cym").ok());
}

}  // namespace
}  // namespace foi::extract
