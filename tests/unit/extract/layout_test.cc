#include "indexer/extract/layout.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

// A word set in a face of even width: size points high, half of that wide a letter, its baseline at y.
PlacedWord at(float x, float y, const std::string& text, float size = 10) {
  const auto letters = static_cast<float>(text.size());
  return {.text = text, .box = {x, y - 0.8f * size, x + letters * size / 2, y + 0.2f * size}};
}

std::string shown(std::vector<PlacedWord> words) { return lay_out(std::move(words)).text; }

struct Case {
  const char* name;
  std::vector<PlacedWord> words;
  const char* text;
};

class Layout : public testing::TestWithParam<Case> {};

TEST_P(Layout, GivesTheLinesOfThePage) { EXPECT_EQ(shown(GetParam().words), GetParam().text); }

const Case kCases[] = {
    {"nothing", {}, ""},
    {"one_line", {at(50, 100, "Dear"), at(75, 100, "applicant")}, "Dear applicant\n"},
    {"source_order_does_not_matter", {at(75, 100, "applicant"), at(50, 100, "Dear")}, "Dear applicant\n"},
    {"two_lines", {at(50, 112, "second"), at(50, 100, "first")}, "first\nsecond\n"},
    {"paragraphs", {at(50, 100, "one"), at(50, 112, "two"), at(50, 136, "three"), at(50, 148, "four")}, "one\ntwo\n\nthree\nfour\n"},
    {"widely_set_lines_are_not_paragraphs",
     {at(50, 100, "one"), at(50, 118, "two"), at(50, 136, "three"), at(50, 154, "four")},
     "one\ntwo\nthree\nfour\n"},
    {"row_of_a_table",
     {at(50, 100, "Trust"), at(150, 100, "2019"), at(250, 100, "9404")},
     "Trust               2019                9404\n"},
    {"columns_stand_under_one_another",
     {at(50, 100, "A"), at(150, 100, "1"), at(50, 112, "Bradford"), at(150, 112, "2")},
     "A                   1\nBradford            2\n"},
    {"indented", {at(50, 100, "1."), at(75, 112, "a)")}, "1.\n     a)\n"},
    {"justified_spaces_are_one_space", {at(50, 100, "ab"), at(67, 100, "cd")}, "ab cd\n"},
    {"superscript_stays_on_its_line", {at(50, 100, "5"), at(55.5f, 96.5f, "th", 6), at(65, 100, "May")}, "5 th May\n"},
    {"subscript_stays_on_its_line", {at(50, 100, "CO"), at(60, 101.5f, "2", 6), at(70, 100, "use")}, "CO 2 use\n"},
    {"a_title_beside_small_print_keeps_its_baseline",
     {at(50, 100, "TRUST", 18), at(150, 88, "Tel"), at(150, 100, "Fax")},
     "                    Tel\nTRUST               Fax\n"},
    {"cells_set_a_little_lower", {at(50, 100, "Total"), at(150, 102, "7")}, "Total               7\n"},
    {"cells_half_a_line_lower_are_another_line", {at(50, 100, "Total"), at(150, 106, "7")}, "Total\n                    7\n"},
    {"rotated_words_come_after", {{.text = "margin", .box = {20, 300, 30, 330}, .rotation = 270}, at(50, 100, "Body")}, "Body\n\nmargin\n"},
    {"a_page_on_its_side",
     {{.text = "first", .box = {90, 50, 100, 75}, .rotation = 90},
      {.text = "second", .box = {78, 50, 88, 80}, .rotation = 90},
      {.text = "line", .box = {90, 80, 100, 100}, .rotation = 90}},
     "first line\nsecond\n"},
    {"upside_down",
     {{.text = "up", .box = {200, 500, 210, 510}, .rotation = 180}, {.text = "down", .box = {176, 500, 196, 510}, .rotation = 180}},
     "up down\n"},
    {"a_watermark_takes_no_line_apart",
     {at(50, 100, "Not"), at(70, 100, "this"), at(60, 104, "D", 80), at(50, 112, "line")},
     "Not this\n  D\nline\n"},
};

INSTANTIATE_TEST_SUITE_P(Pages, Layout, testing::ValuesIn(kCases), [](const auto& test) { return test.param.name; });

TEST(LayoutGlue, WordsThatTouchAndContinueAreJoined) {
  PlacedWord first = at(50, 100, "FOI");
  first.space_after = false;
  EXPECT_EQ(shown({first, at(65, 100, "/123")}), "FOI/123\n");
  EXPECT_EQ(shown({first, at(80, 100, "123")}), "FOI   123\n") << "no space is said, but a column stands between";
  first.space_after = true;
  EXPECT_EQ(shown({first, at(65, 100, "/123")}), "FOI /123\n");
}

TEST(LayoutOffsets, EveryWordKnowsItsPlace) {
  std::vector<PlacedWord> words = {at(150, 100, "naïve"), at(50, 100, "£5"), at(50, 130, "end")};
  words[0].confidence = 0.5f;
  const LaidOut laid = lay_out(words);
  ASSERT_EQ(laid.words.size(), 3u);
  std::vector<std::string> found;
  for (const Word& word : laid.words) found.push_back(laid.text.substr(word.start, word.end - word.start));
  EXPECT_EQ(found, (std::vector<std::string>{"£5", "naïve", "end"}));
  EXPECT_EQ(laid.words[1].box, words[0].box);
  EXPECT_FLOAT_EQ(laid.words[1].confidence, 0.5f);
}

TEST(LayoutTitles, LettersDownTheMarginAreOneWord) {
  std::vector<PlacedWord> words;
  float y = 105;
  for (const char letter : std::string("REPORT")) words.push_back(at(10, y += 14, std::string(1, letter)));
  for (int line = 0; line < 12; ++line) words.push_back(at(50, 100 + 12 * static_cast<float>(line), "body" + std::to_string(line)));
  const std::string text = shown(words);
  EXPECT_NE(text.find("REPORT\n"), std::string::npos) << text;
  EXPECT_NE(text.find("body0\nbody1\nbody2\n"), std::string::npos) << text;
}

TEST(LayoutTitles, LettersOfAListStayBesideIt) {
  std::vector<PlacedWord> words;
  for (int line = 0; line < 6; ++line) {
    const float y = 100 + 12 * static_cast<float>(line);
    words.push_back(at(30, y, std::string(1, static_cast<char>('a' + line))));
    words.push_back(at(50, y, "item"));
  }
  EXPECT_TRUE(shown(words).starts_with("a   item\nb   item\n")) << shown(words);
}

TEST(LayoutTitles, AColumnOfYesAndNoStaysBesideItsRows) {
  std::vector<PlacedWord> words;
  for (int line = 0; line < 6; ++line) {
    const float y = 100 + 12 * static_cast<float>(line);
    words.push_back(at(50, y, "ward"));
    words.push_back(at(120, y, line % 2 == 0 ? "Y" : "N"));
  }
  EXPECT_TRUE(shown(words).starts_with("ward          Y\nward          N\n")) << shown(words);
}

TEST(LayoutSkew, LinesOfASkewedScanStayWhole) {
  std::vector<PlacedWord> words;
  for (int line = 0; line < 10; ++line)
    for (int word = 0; word < 12; ++word) {
      const float x = 50 + 40 * static_cast<float>(word);
      words.push_back(at(x, 100 + 12 * static_cast<float>(line) + 0.03f * x, "word" + std::to_string(line)));
    }
  const std::string text = shown(words);
  EXPECT_EQ(count_code_points(text.substr(0, text.find('\n'))), text.substr(0, text.find('\n')).size());
  EXPECT_EQ(static_cast<int>(std::count(text.begin(), text.end(), '\n')), 10) << text;
}

TEST(LayoutHostile, BoxesOfAnyKindGiveTheirWordsAndFiniteBoxes) {
  constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
  constexpr float kInf = std::numeric_limits<float>::infinity();
  constexpr float kHuge = std::numeric_limits<float>::max();
  const std::vector<Box> boxes = {{kNan, 0, 1, 1},
                                  {0, kInf, 1, 1},
                                  {-kInf, -kInf, kInf, kInf},
                                  {kHuge, kHuge, kHuge, kHuge},
                                  {10, 10, 0, 0},
                                  {-500, -500, 0, 0},
                                  {0, 0, 0, 0},
                                  {0, 0, 29'000, 29'000},
                                  {50, 50, 60, 60}};
  std::vector<PlacedWord> words;
  for (const Box& box : boxes) words.push_back({.text = "w", .box = box, .confidence = kNan, .rotation = -1'000'000'007});
  const LaidOut laid = lay_out(words);
  EXPECT_EQ(laid.words.size(), boxes.size());
  std::uint32_t last = 0;
  for (const Word& word : laid.words) {
    EXPECT_TRUE(std::isfinite(word.box.x0) && std::isfinite(word.box.y1));
    EXPECT_TRUE(word.confidence >= 0 && word.confidence <= 1);
    EXPECT_GE(word.start, last);
    EXPECT_EQ(laid.text.substr(word.start, word.end - word.start), "w");
    last = word.end;
  }
}

TEST(LayoutHostile, ManyWordsFarApartKeepTextAndTimeSmall) {
  std::vector<PlacedWord> words;
  for (std::size_t i = 0; i < limits::kMaxPageWords + 1000; ++i)
    words.push_back(at(i % 2 == 0 ? 0.0f : 25'000.0f, static_cast<float>(i % 977), "x"));
  const LaidOut laid = lay_out(std::move(words));
  EXPECT_EQ(laid.words.size(), limits::kMaxPageWords);
  EXPECT_LE(laid.text.size(), limits::kMaxPageTextBytes);
}

TEST(LayoutHostile, ManyWordsOnTopOfEachOtherAreQuick) {
  std::vector<PlacedWord> words(100'000, at(50, 100, "same"));
  EXPECT_EQ(lay_out(std::move(words)).words.size(), 100'000u);
}

}  // namespace
}  // namespace foi::extract
