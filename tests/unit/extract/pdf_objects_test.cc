// What the dictionaries of a PDF tell of things that its pages do not show; pdf_sight_test.cc has whole files.
#include "indexer/extract/pdf_objects.h"

#include <gtest/gtest.h>

#include "indexer/extract/pdf_replacements.h"

namespace foi::extract {
namespace {

struct Told {
  const char* text;
  PdfUnshown unshown;
};

TEST(PdfObjects, CountsWhatNoPageShows) {
  const Told cases[] = {
      {"", {}},
      {"<</Subtype /Text /Rect [0 0 9 9] /Contents (note)>>", {.comments = 1}},
      {"<</Subtype /Text /Rect [0 0 9 9] /Contents (note) /T (who) /F 2>>", {.comments = 1}},
      {"<</Subtype/Text/Rect[0 0 9 9]/Contents<6E>>> <</Subtype/Caret/Rect[0 0 9 9]/T(who)>>", {.comments = 2}},
      {"<</Subtype /Text /Rect [0 0 9 9] /Contents ()>>", {}},
      {"<</Subtype /Text /Rect [0 0 9 9] /Contents (\xFE\xFF)>>", {}},
      {"<</Subtype /Text /Contents (not on a page)>>", {}},
      {"<</Subtype /Link /Rect [0 0 9 9] /Contents (where it leads) /F 2>>", {}},
      {"<</Subtype /FreeText /Rect [0 0 9 9] /Contents (what it shows)>>", {}},
      {"<</Subtype /FreeText /Rect [0 0 9 9] /Contents (what it shows) /T (who)>>", {.comments = 1}},
      {"<</Subtype /FreeText /Rect [0 0 9 9] /Contents (what it shows) /F 32>>", {.hidden_marks = 1}},
      {"<</Subtype /Widget /Rect [0 0 9 9] /T (name of the field) /F 4>>", {}},
      {"<</Subtype /Widget /Rect [0 0 9 9] /T (name of the field) /F 6>>", {.hidden_marks = 1}},
      {"<</Subtype /Popup /Rect [0 0 9 9] /F 30>>", {}},
      {"<</Type /Filespec /F (2)>>", {}},
      {"<</Subtype /FileAttachment /Rect [0 0 9 9]>>", {.attached_files = 1}},
      {"<</OCGs [1 0 R] /D <</OFF []>>>>", {}},
      {"<</OCGs [1 0 R] /D <</ON [1 0 R]>>>>", {}},
      {"<</OCGs [1 0 R] /D <</OFF [1 0 R 2 0 R] /Order [1 0 R 2 0 R]>>>>", {.layers_off = 2}},
      {"<</OCGs [1 0 R] /D <</OFF 7 0 R>>>>", {.layers_off = 1}},
      {"<</D <</BaseState /OFF>>>>", {.layers_off = 1}},
      {"<</Usage <</View <</ViewState /OFF>>>>>>", {.layers_off = 1}},
      {"<</N <</Yes 8 0 R /Off 9 0 R>>>>", {}},
      {"<</Type /Sig /ByteRange [0 1 2 3]>>", {.signatures = 1}},
      {"1 0 obj <<>> endobj %%EOF\n", {}},
      {"1 0 obj <<>> endobj %%EOF\nxref 0 0 trailer <</Prev 1>> startxref 0 %%EOF\n", {}},
      {"1 0 obj <<>> endobj %%EOF\n1 0 obj <<>> endobj 2 0 obj null endobj %%EOF", {.earlier_versions = 1}},
      {"1 0 obj <<>> endobj %%EOF\n1 0 obj(a)endobj %%EOF\n1 0 obj(b)endobj", {.earlier_versions = 2}},
      {"1 0 obj (%%EOF) endobj 1 0 obj <<>> endobj", {}},
      {"<</Subtype /Text /Rect [0 0 9 9] /Contents (cut off", {}},
      {"<</Subtype /Text /Rect [0 0 9 9] /Contents (cut off) ", {.comments = 1}},
      {"1 0 obj <</Subtype /Text /Rect [0 0 9 9] endobj 2 0 obj <</Contents (another's)>>", {}},
  };
  for (const Told& c : cases) {
    PdfObjects objects(false);
    objects.read(c.text);
    EXPECT_EQ(objects.unshown(), c.unshown) << c.text;
  }
}

TEST(PdfObjects, TheFirstEndOfALinearisedFileIsNotItsEnd) {
  PdfObjects objects(true);
  objects.read("1 0 obj <<>> endobj %%EOF\n2 0 obj <<>> endobj %%EOF\n");
  EXPECT_EQ(objects.unshown(), PdfUnshown{});
  objects.read("2 0 obj <<>> endobj %%EOF\n");
  EXPECT_EQ(objects.unshown(), PdfUnshown{.earlier_versions = 1});
}

TEST(PdfObjects, ADictionaryWithoutEndIsSuspected) {
  std::string nested;
  for (int i = 0; i < 100'000; ++i) nested += "<</A ";
  PdfObjects objects(false);
  objects.read(nested);
  EXPECT_TRUE(objects.may_veil());
}

TEST(PdfObjects, AStringStandsForItsBytes) {
  const std::pair<const char*, const char*> cases[] = {
      {"(a)", "a"},       {"()", ""},      {"(a(b)c)", "a(b)c"}, {"(\\(\\)\\\\)", "()\\"}, {"(\\101\\1012)", "AA2"},
      {"(a\\\nb)", "ab"}, {"(\\n)", "\n"}, {"(\\7)", "\7"},      {"<4142>", "AB"},         {"<4 1\n4>", "A@"},
      {"<>", ""},         {"(", ""},       {"(a\\)", "a"},       {"(\\q)", "q"},
  };
  for (const auto& [token, bytes] : cases) EXPECT_EQ(bytes_of_string(token), bytes) << token;
}

struct Replaced {
  const char* content;
  std::vector<std::string> found;
};

TEST(PdfReplacements, AreTextsThatMaySayAnotherThing) {
  const Replaced cases[] = {
      {"/Span <</ActualText (secret)>> BDC (shown) Tj EMC", {"secret"}},
      {"/Span<</ActualText(secret)>>BDC(shown)Tj EMC", {"secret"}},
      {"/Span <</ActualText <FEFF007300650063007200650074>>> BDC (shown) Tj EMC", {"secret"}},
      {"/Span <</Lang (en) /ActualText (secret) /MCID 1>> BDC (shown) Tj EMC", {"secret"}},
      {"/Span <</ActualText (secret)>> BDC EMC (secret) Tj", {"secret"}},
      {"/Span <</ActualText (one two)>> BDC [(one) -250 (tw) 20 (o)] TJ EMC", {}},
      {"/Span <</ActualText (Shown)>> BDC (show) Tj (n-) Tj EMC", {}},
      {"/Span <</ActualText (ffi)>> BDC (\\003) Tj EMC", {}},
      {"/Span <</ActualText <FEFF00AD>>> BDC (-) Tj EMC", {}},
      {"/Span <</ActualText ()>> BDC (shown) Tj EMC", {}},
      {"/P <</MCID 0>> BDC (secret) Tj EMC", {}},
      {"(/ActualText is a key) Tj", {}},
      {"/Span <</ActualText (never closed", {}},
      {"/Span <</ActualText", {}},
      {"/Span <</ActualText 7 0 R>> BDC", {}},
      {"/Span <</ActualText (first)>> BDC (a) Tj /Span <</ActualText (second)>> BDC (b) Tj EMC EMC", {"first", "second"}},
  };
  for (const Replaced& c : cases) {
    std::vector<std::string> found;
    find_replacements(c.content, found);
    EXPECT_EQ(found, c.found) << c.content;
  }
}

TEST(PdfReplacements, ThoseOfResourcesCountThoseOfTagsDoNot) {
  PdfObjects objects(false);
  objects.read("<</MC0 <</ActualText (secret)>>>> <</S /Span /P 5 0 R /ActualText (tagged)>>");
  EXPECT_EQ(objects.replacements(), (std::vector<std::string>{"(secret)"}));
}

TEST(PdfReplacements, OnlySoManyAreKept) {
  std::string content;
  for (std::size_t i = 0; i < 2 * kMostReplacements; ++i) content += "/Span <</ActualText (secret)>> BDC EMC ";
  std::vector<std::string> found;
  find_replacements(content, found);
  EXPECT_EQ(found.size(), kMostReplacements);
}

}  // namespace
}  // namespace foi::extract
