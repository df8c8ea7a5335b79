#include "indexer/extract/ocr_columns.h"

#include <gtest/gtest.h>

#include <string>

namespace foi::extract {
namespace {

PlacedWord word(std::string text, float x0, float y0, float x1, float y1) {
  return {.text = std::move(text), .box = {x0, y0, x1, y1}, .confidence = 0.9F};
}

// Four items under one another, their markers read as two words from top to bottom.
std::vector<PlacedWord> list_with_column() {
  std::vector<PlacedWord> words;
  for (int line = 0; line < 4; ++line) {
    const auto y = static_cast<float>(100 + 20 * line);
    words.push_back(word("How", 60, y, 85, y + 10));
    words.push_back(word("many?", 90, y, 120, y + 10));
  }
  words.push_back(word("WN", 40, 100, 50, 130));
  words.push_back(word("oo", 40, 140, 50, 170));
  return words;
}

TEST(OcrColumns, WordsSeveralLinesHighAreAColumnBesideItsLines) {
  const auto columns = find_marker_columns(list_with_column());
  ASSERT_EQ(columns.size(), 1u);
  EXPECT_EQ(columns[0].box, (Box{40, 100, 50, 170}));
  ASSERT_EQ(columns[0].lines.size(), 4u);
  for (int line = 0; line < 4; ++line) {
    const Box& strip = columns[0].lines[static_cast<std::size_t>(line)];
    EXPECT_LT(strip.x0, 40) << "with the marker";
    EXPECT_GT(strip.x1, 120) << "with the words it belongs to";
    EXPECT_LT(strip.y0, 100.0F + 20.0F * static_cast<float>(line));
    EXPECT_LT(strip.y1, 100.0F + 20.0F * static_cast<float>(line + 1)) << "one line";
  }
}

TEST(OcrColumns, WhatStandsAloneOrIsWideIsNone) {
  auto words = list_with_column();
  words.resize(8);
  EXPECT_TRUE(find_marker_columns(words).empty());
  words.push_back(word("LOGO", 40, 100, 110, 170));
  EXPECT_TRUE(find_marker_columns(words).empty()) << "as wide as it is high";
  words.back() = word("margin", 400, 100, 410, 170);
  EXPECT_TRUE(find_marker_columns(words).empty()) << "no line begins beside it";
  EXPECT_TRUE(find_marker_columns({}).empty());
}

TEST(OcrColumns, ARuleIsNone) {
  auto words = list_with_column();
  words.resize(8);
  words.push_back(word("|", 40, 100, 42, 170));
  EXPECT_TRUE(find_marker_columns(words).empty());
}

TEST(OcrColumns, StripsStayWithinThePicture) {
  EXPECT_EQ(pixels_within({10, 20, 30, 40}, 144, 1000, 1000), (PixelBox{20, 40, 40, 40}));
  EXPECT_EQ(pixels_within({-5, -5, 30, 40}, 144, 1000, 1000), (PixelBox{0, 0, 60, 80}));
  EXPECT_EQ(pixels_within({490, 495, 900, 510}, 144, 1000, 1000), (PixelBox{980, 990, 20, 10}));
  EXPECT_EQ(pixels_within({600, 20, 900, 40}, 144, 1000, 1000).width, 0);
}

TEST(OcrColumns, LinesReadAgainAreBounded) {
  std::vector<PlacedWord> words;
  for (int line = 0; line < 500; ++line) {
    const auto y = static_cast<float>(20 * line);
    words.push_back(word("word", 60, y, 85, y + 10));
    words.push_back(word("word", 90, y, 120, y + 10));
  }
  words.push_back(word("x", 40, 0, 50, 10'000));
  const auto columns = find_marker_columns(words);
  ASSERT_EQ(columns.size(), 1u);
  EXPECT_EQ(columns[0].lines.size(), kMostColumnLines);
}

TEST(OcrColumns, MarkersTakeTheColumnsPlace) {
  const auto words = list_with_column();
  const auto column = find_marker_columns(words).at(0);
  const auto mended = with_markers(words, column,
                                   {word("2.", 40, 120, 50, 130), word("How", 60, 120, 85, 130), word("many?", 90, 120, 120, 130),
                                    word("ho", 40, 140, 50, 150), word("3.", 90, 140, 96, 150)});
  std::string text;
  for (const PlacedWord& w : mended) text += w.text + ' ';
  EXPECT_EQ(text, "How many? How many? How many? How many? 2. ") << "neither the words beside it again, nor what is no marker";
  auto with_two = words;
  with_two.push_back(word("2", 42, 120, 48, 130));
  EXPECT_EQ(with_markers(with_two, column, {word("2.", 40, 120, 50, 130)}).size(), 9u) << "one marker in one place";
  const auto none = with_markers(words, column, {word("ho", 40, 140, 50, 150)});
  EXPECT_EQ(none.size(), words.size()) << "without a marker it stays as it was";
}

TEST(OcrColumns, WhatAMarkerLooksLike) {
  for (const char* marker : {"1.", "12", "3)", "(4)", "a.", "(b)", "iv)", "Q3", "Q3.", "5:"}) EXPECT_TRUE(is_marker(marker)) << marker;
  for (const char* other : {"", "a", "I", "123", "(", ".", "Yes.", "we", "2024", "Q", "No."}) EXPECT_FALSE(is_marker(other)) << other;
}

}  // namespace
}  // namespace foi::extract
