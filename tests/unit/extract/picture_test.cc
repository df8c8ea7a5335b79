// Image files: decoded, measured, and read by OCR.
#include "indexer/extract/picture.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <cstring>
#include <memory>
#include <optional>

#include "indexer/extract/ocr_pages.h"
#include "indexer/extract/pdf_text.h"
#include "indexer/extract/readers.h"
#include "tests/unit/extract/made_pdf.h"
#include "tests/unit/extract/made_picture.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

constexpr int kDpi = 200;

GreyImage drawn(const std::string& line, double dpi) {
  std::string content;
  for (int i = 0; i < 8; ++i) content += text_at(60, 780 - 30 * i, line, 14, "F2");
  return PdfImages::open(make_pdf({{.content = content}}))->draw(1, dpi)->image;
}

GreyImage plain(int width, int height, std::uint8_t grey) {
  return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), grey)};
}

struct Measured {
  const char* what;
  std::string bytes;
  const char* type;
  double dpi;  // that it comes out at
  float width, height;
};

TEST(Picture, HasTheSizeTheFileSays) {
  const GreyImage a4 = plain(1654, 2339, 200);
  const Measured cases[] = {
      {"PNG at 200", make_picture(a4, "image/png", 200), "image/png", 200, 595, 842},
      {"JPEG at 200", make_picture(a4, "image/jpeg", 200), "image/jpeg", 200, 595, 842},
      {"TIFF at 200", make_picture(a4, "image/tiff", 200), "image/tiff", 200, 595, 842},
      {"a screen's 72 is not believed", make_picture(a4, "image/png", 72), "image/png", 200, 595, 842},
      {"no size: a sheet of A4", make_picture(a4, "image/png", 0), "image/png", 200, 595, 842},
      {"at 400 it is brought down", make_picture(plain(3308, 4678, 200), "image/png", 400), "image/png", 200, 595, 842},
      {"at 100 it is brought up", make_picture(plain(827, 1169, 200), "image/png", 100), "image/png", 200, 595, 842},
  };
  for (const Measured& c : cases) {
    const Result<PageImage> page = read_picture(c.bytes, c.type, 1, kDpi);
    ASSERT_TRUE(page.ok()) << c.what << ": " << page.error().message;
    EXPECT_NEAR(page->dpi, c.dpi, 1) << c.what;
    EXPECT_NEAR(page->page_width, c.width, 2) << c.what;
    EXPECT_NEAR(page->page_height, c.height, 2) << c.what;
    EXPECT_NEAR(page->image.pixels.at(page->image.pixels.size() / 2), 200, 3) << c.what;
  }
}

TEST(Picture, TransparentIsWhite) {
  const Result<PageImage> page = read_picture(make_transparent_png(100, 100), "image/png", 1, kDpi);
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page->image.pixels.at(5'000), 255);
}

TEST(Picture, WhatCannotBeDecodedSaysSo) {
  const std::string png = make_picture(plain(100, 100, 200), "image/png", 200);
  EXPECT_FALSE(read_picture(png.substr(0, 20), "image/png", 1, kDpi).ok()) << "cut off in its header";
  EXPECT_FALSE(read_picture("rubbish", "image/jpeg", 1, kDpi).ok());
  EXPECT_FALSE(read_picture(make_picture(plain(10, 10, 1), "image/tiff", 200), "image/tiff", 2, kDpi).ok()) << "there is one picture";
  std::string huge = png;  // the header says 50,000 by 50,000
  for (const std::size_t at : {16, 20}) huge.replace(at, 4, std::string("\x00\x00\xC3\x50", 4));
  const Result<PageImage> refused = read_picture(huge, "image/png", 1, kDpi);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().fault, Fault::kDocument);
}

// The text worker's part: how many pictures there are.
TEST(ImageReader, CountsThePicturesOfATiff) {
  const GreyImage image = plain(20, 20, 100);
  const std::string three = make_tiff({image, image, image});
  RecordingSink sink;
  ASSERT_TRUE(read_document(three, "", sink).ok());
  EXPECT_EQ(sink.extraction.media_type, "image/tiff");
  EXPECT_EQ(sink.announced_pages, 3u);
  EXPECT_EQ(sink.needs_ocr, (std::set<std::uint32_t>{1, 2, 3}));
  EXPECT_EQ(sink.extraction.pages.at(0).source, PageSource::kNone) << "nothing of it stands without OCR";
  std::string biting = three;  // the first directory names itself as the next
  const auto first = static_cast<unsigned char>(three[4]) + 256u * static_cast<unsigned char>(three[5]);
  const auto entries = static_cast<unsigned char>(three[first]);
  biting.replace(first + 2 + 12u * entries, 4, three.substr(4, 4));
  RecordingSink once;
  ASSERT_TRUE(read_document(biting, "", once).ok());
  EXPECT_EQ(once.announced_pages, 1u);
  RecordingSink none;
  EXPECT_FALSE(read_document(three.substr(0, 8), "", none).ok());
  EXPECT_EQ(none.announced, 0);
}

class PictureByOcr : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    ASSERT_TRUE(prepare_pdf_text().ok());
    Result<OcrEngine> loaded = OcrEngine::load("eng");
    ASSERT_TRUE(loaded.ok()) << loaded.error().message;
    engine_ = std::make_unique<OcrEngine>(std::move(*loaded));
  }
  static void TearDownTestSuite() { engine_.reset(); }
  static RecordingSink read(const std::string& bytes, const std::string& type, std::uint32_t last) {
    RecordingSink sink;
    const Status status = read_pages_by_ocr(bytes, {.media_type = type, .dpi = kDpi, .first = 1, .last = last}, *engine_, sink);
    EXPECT_TRUE(status.ok()) << (status.ok() ? "" : status.error().message);
    return sink;
  }
  static std::unique_ptr<OcrEngine> engine_;
};
std::unique_ptr<OcrEngine> PictureByOcr::engine_;

TEST_F(PictureByOcr, EveryFormatIsRead) {
  const GreyImage image = drawn("The ferry carried forty passengers", 200);
  for (const char* type : {"image/png", "image/jpeg", "image/tiff"}) {
    const RecordingSink sink = read(make_picture(image, type, 200), type, 1);
    EXPECT_NE(sink.text().find("The ferry carried forty passengers"), std::string::npos) << type << ": " << sink.text();
    EXPECT_EQ(sink.extraction.pages.at(0).source, PageSource::kOcr) << type;
    EXPECT_GT(sink.extraction.pages.at(0).words.at(0).box.x0, 50) << type;
    EXPECT_LT(sink.extraction.pages.at(0).words.at(0).box.x0, 70) << type;
  }
}

TEST_F(PictureByOcr, PagesOfATiffStandInOrderAndADamagedOneIsCounted) {
  const std::string tiff = make_tiff({drawn("The harbour office", 150), drawn("The wooden bridge", 150)});
  const RecordingSink sink = read(tiff, "image/tiff", 3);
  ASSERT_EQ(sink.extraction.pages.size(), 3u);
  EXPECT_NE(sink.text(0).find("harbour"), std::string::npos) << sink.text(0);
  EXPECT_NE(sink.text(1).find("bridge"), std::string::npos) << sink.text(1);
  EXPECT_EQ(sink.extraction.pages[2].source, PageSource::kNone) << "there are two";
  ASSERT_EQ(sink.extraction.notes.size(), 1u);
  EXPECT_EQ(sink.extraction.notes[0].page, 3u);
}

}  // namespace
}  // namespace foi::extract
