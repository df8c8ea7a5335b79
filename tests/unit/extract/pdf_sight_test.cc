// Words a reader of a page cannot see: each case hides "secretname" in its own way beside words that can be seen.
#include <gtest/gtest.h>

#include <ostream>
#include <set>

#include "indexer/extract/pdf_glance.h"
#include "indexer/extract/pdf_text.h"
#include "indexer/extract/readers.h"
#include "tests/unit/extract/hidden_files.h"
#include "tests/unit/extract/made_pdf.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

class PdfSight : public testing::TestWithParam<HiddenPage> {
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

INSTANTIATE_TEST_SUITE_P(Ways, PdfSight, testing::ValuesIn(hidden_pages("secretname")));

class PdfContradicted : public PdfSight {};

TEST_P(PdfContradicted, APageWhoseTextSaysWhatItDoesNotShowIsReadByOcr) {
  RecordingSink sink;
  ASSERT_TRUE(read_pdf(make_pdf({GetParam().page, {.content = prose()}}), sink).ok());
  EXPECT_EQ(sink.text(0), "") << GetParam().how;
  EXPECT_EQ(sink.needs_ocr, std::set<std::uint32_t>{1}) << GetParam().how << ": the other page is as it says";
  EXPECT_EQ(sink.extraction.hidden.size(), 1u) << GetParam().how;
  EXPECT_TRUE(sink.hidden_count("word written over or under another") >= 2 || sink.hidden_count("text in place of what is shown") == 1)
      << GetParam().how;
}

INSTANTIATE_TEST_SUITE_P(Ways, PdfContradicted, testing::ValuesIn(contradicted_pages("secretname")));

class PdfBeside : public testing::TestWithParam<HiddenFile> {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(prepare_pdf_text().ok()); }
};

TEST_P(PdfBeside, WhatNoPageShowsIsNotReadButCounted) {
  RecordingSink sink;
  ASSERT_TRUE(read_pdf(GetParam().bytes, sink).ok());
  EXPECT_EQ(sink.text().find("secretname"), std::string::npos) << GetParam().how << ":\n" << sink.text();
  EXPECT_NE(sink.text().find("We searched the records"), std::string::npos) << GetParam().how;
  EXPECT_TRUE(sink.needs_ocr.empty()) << GetParam().how;
  EXPECT_EQ(sink.extraction.hidden, (std::vector<HiddenCount>{{GetParam().counted, 1}})) << GetParam().how;
}

INSTANTIATE_TEST_SUITE_P(Ways, PdfBeside, testing::ValuesIn(hidden_beside_pages("secretname")),
                         [](const auto& made) { return "Case" + std::to_string(made.index); });

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
    {"white, half on a dark ground",
     "0 0 0.5 rg 190 592 25 20 re f 1 g " + text_at(194, 600, "visibly") + "0 g " + text_at(300, 600, "visible"), true},
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
    {"twice, which is how some make bold", kWord + text_at(200.3, 600, "visible") + "0.8 g " + text_at(400, 410, "x"), true},
    {"lines set close", kWord + text_at(200, 591, "nearer") + "0.8 g " + text_at(400, 410, "x"), true},
    {"a raised figure at its end", kWord + text_at(237, 604, "12", 7) + "0.8 g " + text_at(400, 410, "x"), true},
    {"an accent set over a letter", kWord + text_at(212, 600, "'") + "0.8 g " + text_at(400, 410, "x"), true},
    {"a ligature's letters in place of it", "/Span <</ActualText (fi)>> BDC\n" + text_at(400, 600, "x") + "EMC\n" + kWord},
    {"a hyphen in place of another", "/Span <</ActualText <FEFF00AD>>> BDC\n" + text_at(400, 600, "-") + "EMC\n" + kWord},
    {"the same words in place of themselves", "/Span <</ActualText (visible)>> BDC\n" + kWord + "EMC\n"},
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
      {"<</Type /Annot /Subtype /Link /Rect [0 0 1 1] /Border [0 0 0] /F 4 /Contents (where it leads)>>", false},
      {"<</Type /Annot /Subtype /Square /AP <</N 9 0 R>>>>", true},
      {"<</Type /Annot /Subtype /Square /Rect [0 0 1 1] /IC [0 0 0]>>", true},
      {"<</Subtype /Redact /Rect [0 0 1 1]>>", true},
      {"<</Subtype /Ink /Rect 8 0 R>>", true},
      {"<</Subtype /Widget /Rect [0 0 1 1]>>", false},
      {"<</Subtype /Widget /Rect [0 0 1 1] /MK <</BG [0]>>>>", true},
      {"<</Type /Pagination /Subtype /Watermark>>", false},
      {"<</Subtype /Link /Rect [0 0 1 1] /T (/Subtype /Square)>>", false},
      {"<</A (\\() /AP <</N 9 0 R>>>>", true},
      {"<</A (never closed /Subtype /Link>>", true},
      {"<</APage 1>>", false},
      {"<</Type /ExtGState /ca 1 /CA 1>>", false},
      {"<</Type /ExtGState /ca 0.5>>", false},
      {"<</Type /ExtGState /ca 0>>", true},
      {"<</Type /ExtGState /ca .01>>", true},
      {"<</BM /Normal>>", false},
      {"<</BM /Multiply>>", true},
      {"<</BM [/Normal]>>", false},
      {"<</BM [/Darken /Normal]>>", true},
      {"<</SMask /None>>", false},
      {"<</SMask 7 0 R /Subtype /Image>>", false},
      {"<</SMask <</S /Luminosity>>>>", true},
      {"<</Type /ExtGState /SMask 7 0 R>>", true},
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
