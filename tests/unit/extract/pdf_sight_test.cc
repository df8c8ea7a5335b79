// Words a reader of a page cannot see: each case hides "secretname" in its own way beside words that can be seen.
#include <gtest/gtest.h>

#include <ostream>

#include "indexer/extract/pdf_glance.h"
#include "indexer/extract/pdf_text.h"
#include "indexer/extract/readers.h"
#include "tests/unit/extract/made_pdf.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

const std::string kSecret = text_at(200, 600, "secretname");

std::string black_box(const std::string& rectangle = "190 592 90 20") { return "0 g " + rectangle + " re f\n"; }

std::string prose() {
  std::string out;
  for (int i = 0; i < 12; ++i) out += text_at(60, 780 - 14 * i, "We searched the records of the division for what you asked us for.");
  return out;
}

MadePage with_picture(const std::string& content, int white_from = 0) {
  std::vector<std::uint8_t> picture(400 * 400, 255);
  for (std::size_t i = 0; i < picture.size(); ++i)
    if (static_cast<int>(i / 400) >= white_from) picture[i] = i % 3 == 0 ? 90 : 240;
  return {.content = picture_over(595, 842) + content, .picture_width = 400, .picture_height = 400, .picture = picture};
}

struct Hidden {
  const char* how;
  MadePage page;
  friend std::ostream& operator<<(std::ostream& out, const Hidden& hidden) { return out << hidden.how; }
};

const Hidden kHidden[] = {
    {"black box over it", {.content = prose() + kSecret + black_box()}},
    {"black box lower than the word", {.content = prose() + kSecret + black_box("199 599.5 62 7")}},
    {"black box over most of it", {.content = prose() + kSecret + black_box("199 595 40 16")}},
    {"black box drawn as lines", {.content = prose() + kSecret + "0 g 190 592 m 280 592 l 280 612 l 190 612 l h f\n"}},
    {"thick black line", {.content = prose() + kSecret + "q 16 w 190 604 m 280 604 l S Q\n"}},
    {"white box over it", {.content = prose() + kSecret + "1 g 190 592 90 20 re f\n"}},
    {"grey box over it", {.content = prose() + kSecret + "0.6 g 190 592 90 20 re f\n"}},
    {"box in a scaled space", {.content = prose() + kSecret + "q 10 0 0 10 190 592 cm 0 0 9 2 re f Q\n"}},
    {"white on white", {.content = prose() + "1 g " + kSecret + "0 g\n"}},
    {"white in RGB", {.content = prose() + "1 1 1 rg " + kSecret + "0 g\n"}},
    {"white in CMYK", {.content = prose() + "0 0 0 0 k " + kSecret + "0 g\n"}},
    {"almost white", {.content = prose() + "0.99 g " + kSecret + "0 g\n"}},
    {"black on black", {.content = prose() + black_box() + kSecret}},
    {"white on white on black", {.content = prose() + black_box() + "1 g 192 594 86 16 re f " + kSecret}},
    {"grey on grey", {.content = prose() + "0.5 g 190 592 90 20 re f 0.52 g " + kSecret}},
    {"invisible mode", {.content = prose() + "3 Tr " + kSecret + "0 Tr\n"}},
    {"clipping mode", {.content = prose() + "q 7 Tr " + kSecret + "Q\n"}},
    {"clipped away", {.content = prose() + "q 0 0 20 20 re W n " + kSecret + "Q\n"}},
    {"picture over it",
     [] {
       MadePage page = with_picture("");
       page.content = prose() + kSecret + "q 90 0 0 20 190 592 cm /Im Do Q\n";
       page.picture.assign(page.picture.size(), 0);
       return page;
     }()},
    {"invisible on a white part of a scan", with_picture(prose() + "3 Tr " + kSecret, 150)},
    {"too small to read", {.content = prose() + text_at(200, 600, "secretname", 0.6)}},
    {"off the left edge", {.content = prose() + text_at(-300, 600, "secretname")}},
    {"above the page", {.content = prose() + text_at(200, 900, "secretname")}},
    {"outside the crop box", {.content = prose() + text_at(200, 20, "secretname"), .crop = "0 100 595 842"}},
    {"on its side under a box", {.content = prose() + text_at(300, 300, "secretname", 11, "F1", 90) + black_box("290 295 14 70")}},
    {"upside down under a box", {.content = prose() + text_at(300, 300, "secretname", 11, "F1", 180) + black_box("235 290 70 14")}},
    {"under a box on a page on its side",
     {.content = text_at(100, 100, "We searched the records", 11, "F1", 90) + text_at(200, 300, "secretname", 11, "F1", 90) +
                 black_box("190 295 14 70"),
      .rotate = 90}},
};

class PdfSight : public testing::TestWithParam<Hidden> {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(prepare_pdf_text().ok()); }
};

TEST_P(PdfSight, WhatCannotBeSeenIsNotReadButCounted) {
  RecordingSink sink;
  ASSERT_TRUE(read_pdf(make_pdf({GetParam().page}), sink).ok());
  EXPECT_EQ(sink.text().find("secret"), std::string::npos) << GetParam().how << ":\n" << sink.text();
  EXPECT_EQ(sink.text().find("name"), std::string::npos) << GetParam().how << ":\n" << sink.text();
  EXPECT_NE(sink.text().find("We searched the records"), std::string::npos) << GetParam().how;
  EXPECT_EQ(sink.hidden_count("word that cannot be seen on its page") + sink.hidden_count("text off the page"), 1u) << GetParam().how;
}

INSTANTIATE_TEST_SUITE_P(Ways, PdfSight, testing::ValuesIn(kHidden));

struct Shown {
  const char* how;
  std::string content;
  bool suspected = false;  // the page has to be drawn to tell
  friend std::ostream& operator<<(std::ostream& out, const Shown& shown) { return out << shown.how; }
};

const std::string kWord = text_at(200, 600, "visible");

const Shown kShown[] = {
    {"plain", kWord},
    {"bold by stroke and fill", "2 Tr " + kWord},
    {"on a light ground", "0.9 g 190 592 90 20 re f 0 g " + kWord},
    {"white on a dark ground", "0 0 0.5 rg 190 592 90 20 re f 1 g " + kWord},
    {"white, half on a dark ground", "0 0 0.5 rg 190 592 25 20 re f 1 g " + text_at(194, 600, "visibly") + "0 g " + kWord, true},
    {"grey", "0.6 g " + kWord},
    {"light grey, but to be seen", "0.8 g " + kWord, true},
    {"underlined and struck through", kWord + "200 598 40 1 re f 200 603 40 0.7 re f\n"},
    {"in a box of rules", kWord + "195 595 60 0.5 re 195 612 60 0.5 re 195 595 0.5 17 re 254.5 595 0.5 17 re f\n"},
    {"beside a black box", kWord + black_box("300 592 90 20")},
    {"below a black box", kWord + black_box("190 612 90 8")},
    {"small print", text_at(200, 600, "visible", 5)},
    {"one letter", text_at(200, 600, "visible") + text_at(300, 600, "l") + "1 g 400 400 50 50 re f\n"},
    {"marks only", kWord + text_at(300, 600, "- . _ |") + "1 g 400 400 50 50 re f\n"},
    {"inside its clip", "q 190 590 100 30 re W n " + kWord + "Q\n"},
    {"over a black box that is drawn first, in white", black_box() + "1 g " + kWord},
    {"black on white on black", black_box() + "1 g 192 594 86 16 re f 0 g " + kWord},
    {"on a highlighter's mark", "1 1 0 rg 190 592 90 20 re f 0 g " + kWord},
};

class PdfSightShown : public testing::TestWithParam<Shown> {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(prepare_pdf_text().ok()); }
};

TEST_P(PdfSightShown, WhatCanBeSeenIsRead) {
  const std::string pdf = make_pdf({{.content = prose() + GetParam().content}});
  RecordingSink sink;
  ASSERT_TRUE(read_pdf(pdf, sink).ok());
  EXPECT_NE(sink.text().find("visible"), std::string::npos) << GetParam().how << ":\n" << sink.text();
  EXPECT_TRUE(sink.extraction.hidden.empty()) << GetParam().how;
  EXPECT_EQ(glance_at(pdf, {0, 0, 595, 842}).may_hide, GetParam().suspected) << GetParam().how;
}

INSTANTIATE_TEST_SUITE_P(Ways, PdfSightShown, testing::ValuesIn(kShown));

// The layer of words that a scanner's own OCR put under the picture stays: the picture shows them.
TEST(PdfSightScan, InvisibleTextOnAScanIsRead) {
  ASSERT_TRUE(prepare_pdf_text().ok());
  RecordingSink sink;
  ASSERT_TRUE(read_pdf(make_pdf({with_picture("3 Tr " + prose())}), sink).ok());
  EXPECT_NE(sink.text().find("We searched the records"), std::string::npos);
  EXPECT_TRUE(sink.extraction.hidden.empty());
}

struct Dictionary {
  const char* text;
  bool suspected;
};

// What stands in a file outside its streams.
TEST(PdfGlance, KnowsWhatCanVeilAPage) {
  const Dictionary cases[] = {
      {"<</Type /Annot /Subtype /Link /Rect [0 0 1 1]>>", false},
      {"<</Type /Annot /Subtype /Square /AP <</N 9 0 R>>>>", true},
      {"<</APage 1>>", false},
      {"<</Type /ExtGState /ca 1 /CA 1>>", false},
      {"<</Type /ExtGState /ca 0.5>>", false},
      {"<</Type /ExtGState /ca 0>>", true},
      {"<</Type /ExtGState /ca .01>>", true},
      {"<</BM /Normal>>", false},
      {"<</BM /Multiply>>", true},
      {"<</SMask /None>>", false},
      {"<</SMask 7 0 R /Subtype /Image>>", false},
      {"<</SMask <</S /Luminosity>>>>", true},
      {"<</OCProperties <</OCGs []>>>>", true},
      {"trailer <</Encrypt 5 0 R>>", true},
      {"<</Contents 4 0 R>>", false},
      {"<</Contents [4 0 R 5 0 R]>>", true},
  };
  for (const Dictionary& c : cases)
    EXPECT_EQ(glance_at(std::string("%PDF-1.4\n1 0 obj ") + c.text + " endobj", {}).may_hide, c.suspected) << c.text;
}

TEST(PdfGlance, WhatIsPackedUnknownIsSuspected) {
  const auto stream = [](const std::string& dictionary) {
    return glance_at("%PDF-1.4\n1 0 obj <<" + dictionary + ">> stream\nrubbish\nendstream endobj", {}).may_hide;
  };
  EXPECT_FALSE(stream("/Length 7"));
  EXPECT_TRUE(stream("/Length 7 /Filter /LZWDecode"));
  EXPECT_TRUE(stream("/Length 7 /Filter [/ASCII85Decode /FlateDecode]"));
  EXPECT_TRUE(stream("/Length 7 /Filter /FlateDecode")) << "which it is not";
  EXPECT_FALSE(stream("/Subtype /Image /Filter /DCTDecode"));
  EXPECT_FALSE(stream("/Length1 7 /Filter /LZWDecode")) << "a font";
}

}  // namespace
}  // namespace foi::extract
