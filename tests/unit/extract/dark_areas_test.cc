// Letterheads and table heads printed light on dark are turned about before they are read, and print is left alone.
#include "indexer/extract/dark_areas.h"

#include <gtest/gtest.h>

#include <functional>

namespace foi::extract {
namespace {

constexpr int kWidth = 800, kHeight = 600;
constexpr double kDpi = 203.2;  // eight pixels a millimetre
constexpr std::uint8_t kPaper = 235, kInk = 30;

struct Area {
  int left, top, right, bottom;
};

GreyImage paper() { return {kWidth, kHeight, std::vector<std::uint8_t>(static_cast<std::size_t>(kWidth) * kHeight, kPaper)}; }
std::uint8_t& at(GreyImage& image, int x, int y) {
  return image.pixels[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)];
}
void fill(GreyImage& image, const Area& area, std::uint8_t grey) {
  for (int y = area.top; y < area.bottom; ++y)
    for (int x = area.left; x < area.right; ++x) at(image, x, y) = grey;
}
// Strokes of a millimetre and half, as of a word: some of the area, never all.
void write(GreyImage& image, const Area& area, int stroke, int gap, std::uint8_t grey) {
  for (int x = area.left; x + stroke <= area.right; x += stroke + gap) fill(image, {x, area.top, x + stroke, area.bottom}, grey);
}

struct Case {
  const char* name;
  std::function<void(GreyImage&)> draw;
  bool turned;
};

class DarkAreas : public testing::TestWithParam<Case> {};

TEST_P(DarkAreas, AreTurnedAndNothingElse) {
  GreyImage image = paper();
  GetParam().draw(image);
  const GreyImage before = image;
  EXPECT_EQ(turn_dark_areas(image, kPaper, kDpi), GetParam().turned);
  if (!GetParam().turned) {
    EXPECT_EQ(image.pixels, before.pixels);
  }
}

INSTANTIATE_TEST_SUITE_P(Pages, DarkAreas,
                         testing::Values(Case{"EmptyPaper", [](GreyImage&) {}, false},
                                         Case{"BandWithItsName",
                                              [](GreyImage& i) {
                                                fill(i, {0, 0, 800, 120}, 40), write(i, {80, 40, 400, 70}, 4, 8, 240);
                                              },
                                              true},
                                         Case{"BandOfSaturatedBlue",
                                              [](GreyImage& i) {
                                                fill(i, {0, 0, 800, 120}, 90);
                                              },
                                              true},
                                         Case{"HeadOfATable",
                                              [](GreyImage& i) {
                                                fill(i, {100, 300, 700, 340}, kInk), write(i, {110, 312, 300, 328}, 3, 5, 240);
                                              },
                                              true},
                                         Case{"HugeLettersOnABand",
                                              [](GreyImage& i) {
                                                fill(i, {0, 0, 800, 160}, 40), write(i, {80, 30, 600, 130}, 10, 40, 240);
                                              },
                                              true},
                                         Case{"LinesOfPrint",
                                              [](GreyImage& i) {
                                                for (int line = 0; line < 10; ++line)
                                                  write(i, {80, 60 + 40 * line, 720, 80 + 40 * line}, 3, 6, kInk);
                                              },
                                              false},
                                         Case{"BoldTitle",
                                              [](GreyImage& i) {
                                                write(i, {80, 60, 500, 110}, 10, 10, kInk);
                                              },
                                              false},
                                         Case{"RuleOfTwoMillimetres",
                                              [](GreyImage& i) {
                                                fill(i, {0, 200, 800, 216}, kInk);
                                              },
                                              false},
                                         Case{"BlackedOutLineOfText",
                                              [](GreyImage& i) {
                                                fill(i, {100, 200, 400, 224}, kInk);
                                              },
                                              false},
                                         Case{"ShadingBehindARequest",
                                              [](GreyImage& i) {
                                                fill(i, {50, 100, 750, 300}, 190), write(i, {60, 110, 700, 130}, 3, 6, kInk);
                                              },
                                              false},
                                         Case{"SpeckAndStamp",
                                              [](GreyImage& i) {
                                                fill(i, {300, 300, 320, 320}, kInk);
                                              },
                                              false}),
                         [](const testing::TestParamInfo<Case>& tested) { return tested.param.name; });

TEST(DarkArea, HasDarkLettersOnALightGroundAfterwards) {
  GreyImage image = paper();
  fill(image, {0, 0, 800, 120}, 40);
  fill(image, {100, 40, 110, 80}, 240);
  ASSERT_TRUE(turn_dark_areas(image, kPaper, kDpi));
  EXPECT_EQ(at(image, 105, 60), 15);
  EXPECT_GT(at(image, 200, 60), 160);
  EXPECT_EQ(at(image, 200, 300), kPaper);
}

TEST(DarkArea, ThatEndsAmidACellLeavesThePaperBesideItLight) {
  GreyImage image = paper();
  fill(image, {0, 0, 800, 125}, 40);
  ASSERT_TRUE(turn_dark_areas(image, kPaper, kDpi));
  for (int y = 118; y < 132; ++y) EXPECT_GT(at(image, 400, y), 160) << y;
}

TEST(DarkArea, DoesNotGiveUpWhatWasBlackedOut) {
  GreyImage image = paper();
  fill(image, {100, 100, 500, 160}, 50);
  write(image, {110, 115, 480, 145}, 3, 5, 25);
  ASSERT_TRUE(turn_dark_areas(image, kPaper, kDpi));
  for (int x = 108; x < 488; ++x) ASSERT_EQ(at(image, x, 130), at(image, 108, 130)) << x;
}

TEST(DarkArea, OfAPictureSmallerThanACellIsNone) {
  GreyImage dot{1, 1, {0}};
  EXPECT_FALSE(turn_dark_areas(dot, kPaper, kDpi));
}

}  // namespace
}  // namespace foi::extract
