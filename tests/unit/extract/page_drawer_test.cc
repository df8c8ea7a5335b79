// Pages drawn for people: what comes of a worker that does what none should, and what the real one draws.
#include "indexer/extract/page_drawer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "extraction_fixture.h"
#include "made_pdf.h"
#include "made_picture.h"

namespace foi::extract {
namespace {

using namespace std::chrono_literals;

struct Misdeed {
  int width;  // tests/fakes/fake_worker.cc, draw()
  Fault fault;
  const char* said;
};

class WorkersThatMayNot : public LeavesNothing, public testing::WithParamInterface<Misdeed> {};

TEST_P(WorkersThatMayNot, AreAnErrorAndNothingElse) {
  PageDrawer drawer({.worker = program("fake-worker"), .nurseries = false, .deadlines = {.text_page = 300ms, .text_document = 500ms}});
  const MemoryDocument document("a document");
  const auto began = std::chrono::steady_clock::now();
  const Result<GreyImage> drawn = drawer.draw(document.fd(), {.media_type = "application/pdf", .page = 1, .width = GetParam().width});
  ASSERT_FALSE(drawn);
  EXPECT_EQ(drawn.error().fault, GetParam().fault) << drawn.error().message;
  EXPECT_NE(drawn.error().message.find(GetParam().said), std::string::npos) << drawn.error().message;
  EXPECT_LT(std::chrono::steady_clock::now() - began, 10s);
}

INSTANTIATE_TEST_SUITE_P(Zoo, WorkersThatMayNot,
                         testing::Values(Misdeed{101, Fault::kWorker, "crashed"}, Misdeed{102, Fault::kWorker, "in time"},
                                         Misdeed{103, Fault::kWorker, "drew nothing"}, Misdeed{104, Fault::kWorker, "may not send"},
                                         Misdeed{105, Fault::kWorker, "may not send"}, Misdeed{106, Fault::kWorker, "may not send"},
                                         Misdeed{107, Fault::kWorker, "may not send"}, Misdeed{108, Fault::kWorker, "may not send"},
                                         Misdeed{109, Fault::kWorker, "no picture"}, Misdeed{110, Fault::kWorker, "what document"},
                                         Misdeed{111, Fault::kWorker, "may not send"}, Misdeed{112, Fault::kWorker, "crashed"},
                                         Misdeed{113, Fault::kWorker, "your disk"}));

TEST(PageDrawer, OneThatIsNotThereIsSaid) {
  PageDrawer drawer({.worker = program("no-such-worker"), .deadlines = {}});
  EXPECT_EQ(drawer.check().error().fault, Fault::kEnvironment);
  const MemoryDocument document("x");
  EXPECT_EQ(drawer.draw(document.fd(), {.media_type = "application/pdf"}).error().fault, Fault::kEnvironment);
}

class Drawn : public testing::Test {
 protected:
  Result<GreyImage> draw(std::string_view bytes, const std::string& media_type, std::uint32_t page, int width) {
    const MemoryDocument document(bytes);
    return drawer_.draw(document.fd(), {.media_type = media_type, .page = page, .width = width});
  }
  PageDrawer drawer_{{.worker = program("foi-extract-image"), .deadlines = {}}};
};

// Where the ink is, in hundredths of the page.
Box ink(const GreyImage& image) {
  Box box{100, 100, 0, 0};
  for (int y = 0; y < image.height; ++y)
    for (int x = 0; x < image.width; ++x) {
      if (image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)] > 128) continue;
      const float px = 100 * static_cast<float>(x) / static_cast<float>(image.width);
      const float py = 100 * static_cast<float>(y) / static_cast<float>(image.height);
      box = {std::min(box.x0, px), std::min(box.y0, py), std::max(box.x1, px), std::max(box.y1, py)};
    }
  return box;
}

TEST_F(Drawn, PdfPagesAsTheyAreShown) {
  ASSERT_TRUE(drawer_.check().ok()) << drawer_.check().error().message;
  const std::string pdf = make_pdf({{.content = text_at(59.5, 421, "middle", 40)},
                                    {.content = text_at(59.5, 421, "turned", 40), .rotate = 90},
                                    {.content = text_at(100, 700, "a wide sheet"), .width = 2000, .height = 20}});
  for (const int width : {240, 800, 1600}) {
    const Result<GreyImage> drawn = draw(pdf, "application/pdf", 1, width);
    ASSERT_TRUE(drawn) << drawn.error().message;
    EXPECT_NEAR(drawn->width, width, 1);
    EXPECT_NEAR(drawn->height, width * 842 / 595, 2);
    EXPECT_NEAR(ink(*drawn).x0, 10, 1) << width;
    EXPECT_NEAR(ink(*drawn).y1, 50, 1) << width;
  }
  const Result<GreyImage> turned = draw(pdf, "application/pdf", 2, 800);
  ASSERT_TRUE(turned);
  EXPECT_LT(turned->height, turned->width);
  EXPECT_FALSE(draw(pdf, "application/pdf", 4, 800));
  EXPECT_TRUE(draw(pdf, "application/pdf", 3, 1600));
}

TEST_F(Drawn, APageOfAnyShapeStaysWithinItsPixels) {
  const std::string pdf = make_pdf({{.content = text_at(1, 1, "x"), .width = 10, .height = 14'400}});
  const Result<GreyImage> drawn = draw(pdf, "application/pdf", 1, 1600);
  if (!drawn) return;  // or not at all
  EXPECT_LE(static_cast<std::uint64_t>(drawn->width) * static_cast<std::uint64_t>(drawn->height), limits::kMaxDrawnPixels);
}

TEST_F(Drawn, PicturesOfAllFormatsSmallerButNeverLarger) {
  GreyImage image{600, 800, std::vector<std::uint8_t>(600 * 800, 255)};
  for (std::size_t y = 400; y < 440; ++y) std::fill_n(image.pixels.begin() + static_cast<std::ptrdiff_t>(y * 600 + 60), 120, 0);
  for (const char* type : {"image/png", "image/jpeg", "image/tiff"})
    for (const auto& [asked, given] : {std::pair(240, 240), std::pair(480, 480), std::pair(1600, 600)}) {
      const Result<GreyImage> drawn = draw(make_picture(image, type, 150), type, 1, asked);
      ASSERT_TRUE(drawn) << type << drawn.error().message;
      EXPECT_EQ(drawn->width, given) << type;
      EXPECT_EQ(drawn->height, given * 4 / 3) << type;
      EXPECT_NEAR(ink(*drawn).x0, 10, 1) << type;
      EXPECT_NEAR(ink(*drawn).y0, 50, 1) << type;
    }
  EXPECT_TRUE(draw(make_tiff({image, image}), "image/tiff", 2, 480));
  EXPECT_FALSE(draw(make_tiff({image, image}), "image/tiff", 3, 480));
}

TEST_F(Drawn, WhatCannotBeDrawnIsSaid) {
  for (const char* type : {"text/plain", "application/msword", "", "image/svg+xml", "image/png\n--no-sandbox"})
    EXPECT_EQ(draw("x", type, 1, 800).error().fault, Fault::kDocument) << type;
  for (const char* type : {"application/pdf", "image/png", "image/jpeg", "image/tiff"}) {
    EXPECT_FALSE(draw("nothing of the kind", type, 1, 800)) << type;
    EXPECT_FALSE(draw("", type, 1, 800)) << type;
  }
  // A picture that says it is larger than any.
  std::string huge = make_picture({1, 1, {0}}, "image/png", 0);
  huge.replace(16, 8, std::string("\x00\x01\x86\xa0\x00\x01\x86\xa0", 8));
  EXPECT_FALSE(draw(huge, "image/png", 1, 800));
}

// The bad files that people find, each as everything that can be drawn: a picture or a reason, soon, and never the machine's fault.
TEST_F(Drawn, BadFilesEndCleanly) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(FOI_SOURCE_DIR) / "corpus" / "hostile")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    ++files;
    for (const char* type : {"application/pdf", "image/png", "image/jpeg", "image/tiff"}) {
      const auto began = std::chrono::steady_clock::now();
      const Result<GreyImage> drawn = draw(bytes, type, 1, 800);
      EXPECT_LT(std::chrono::steady_clock::now() - began, limits::kDrawDeadline + 5s) << entry.path();
      EXPECT_TRUE(drawn || drawn.error().fault != Fault::kEnvironment) << entry.path();
    }
  }
  EXPECT_GT(files, 5u);
}

}  // namespace
}  // namespace foi::extract
