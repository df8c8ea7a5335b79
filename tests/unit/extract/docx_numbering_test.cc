#include "indexer/extract/docx_numbering.h"

#include <gtest/gtest.h>

namespace foi::extract {
namespace {

struct NumberCase {
  long n;
  const char* format;
  const char* text;
};

class FormatNumber : public testing::TestWithParam<NumberCase> {};

TEST_P(FormatNumber, AsWordDoes) { EXPECT_EQ(format_number(GetParam().n, GetParam().format), GetParam().text); }

const NumberCase kNumbers[] = {
    {1, "decimal", "1"},          {12, "decimal", "12"},
    {0, "decimal", "0"},          {7, "decimalZero", "07"},
    {10, "decimalZero", "10"},    {1, "lowerLetter", "a"},
    {26, "lowerLetter", "z"},     {27, "lowerLetter", "aa"},
    {28, "upperLetter", "BB"},    {0, "lowerLetter", "0"},
    {1, "lowerRoman", "i"},       {4, "lowerRoman", "iv"},
    {9, "upperRoman", "IX"},      {1999, "upperRoman", "MCMXCIX"},
    {5000, "lowerRoman", "5000"}, {1, "ordinal", "1st"},
    {2, "ordinal", "2nd"},        {11, "ordinal", "11th"},
    {23, "ordinal", "23rd"},      {3, "none", ""},
    {3, "cardinalText", "3"},     {1'000'000, "lowerLetter", "nnnnnnnnnnnnnnnnnnnn"},
};

INSTANTIATE_TEST_SUITE_P(Numbers, FormatNumber, testing::ValuesIn(kNumbers));

DocxNumbering numbering(const std::string& inside) {
  static pugi::xml_document document;
  document.load_string(("<w:numbering>" + inside + "</w:numbering>").c_str());
  return DocxNumbering(document.document_element(), [](std::string_view style) { return style == "ListStyle" ? 9l : 0l; });
}

std::string level(int at, const std::string& format, const std::string& text, const std::string& more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(at) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\"" +
         text + "\"/>" + more + "</w:lvl>";
}

std::string pattern(int id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
}

std::string list(int id, int pattern_id, const std::string& more = "") {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(pattern_id) + "\"/>" + more +
         "</w:num>";
}

TEST(DocxNumbering, LevelsNestAndRestart) {
  DocxNumbering n =
      numbering(pattern(0, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "lowerRoman", "(%3)")) + list(1, 0));
  EXPECT_EQ(n.next(1, 0), "1");
  EXPECT_EQ(n.next(1, 1), "1.1");
  EXPECT_EQ(n.next(1, 1), "1.2");
  EXPECT_EQ(n.next(1, 2), "(i)");
  EXPECT_EQ(n.next(1, 0), "2");
  EXPECT_EQ(n.next(1, 1), "2.1");
}

TEST(DocxNumbering, ALevelUsedFirstCountsTheOnesAbove) {
  DocxNumbering n = numbering(pattern(0, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")) + list(1, 0));
  EXPECT_EQ(n.next(1, 1), "1.1");
  EXPECT_EQ(n.next(1, 0), "2");
}

TEST(DocxNumbering, ListsOfOnePatternCountOnUnlessTheyStartAgain) {
  const std::string again = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>";
  DocxNumbering n = numbering(pattern(0, level(0, "decimal", "%1.")) + list(1, 0) + list(2, 0) + list(3, 0, again));
  EXPECT_EQ(n.next(1, 0), "1.");
  EXPECT_EQ(n.next(2, 0), "2.");
  EXPECT_EQ(n.next(3, 0), "1.");
  EXPECT_EQ(n.next(3, 0), "2.");
}

TEST(DocxNumbering, BulletsLegalNumbersAndLinkedStyles) {
  DocxNumbering n = numbering(pattern(0, level(0, "bullet", "\xEF\x82\xB7")) +
                              pattern(1, level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>")) +
                              pattern(2, "<w:numStyleLink w:val=\"ListStyle\"/>") + list(1, 0) + list(9, 1) + list(3, 2));
  EXPECT_EQ(n.next(1, 0), "•");
  EXPECT_EQ(n.next(9, 0), "I");
  EXPECT_EQ(n.next(9, 1), "1.1");
  EXPECT_EQ(n.next(3, 0), "II") << "the pattern behind the style";
}

TEST(DocxNumbering, WhatIsNotThereHasNoLabel) {
  DocxNumbering n = numbering(pattern(0, level(0, "decimal", "%1.")) + list(1, 0) + list(2, 77));
  EXPECT_EQ(n.next(5, 0), "");
  EXPECT_EQ(n.next(2, 0), "");
  EXPECT_EQ(n.next(1, 9), "");
  EXPECT_EQ(n.next(1, -1), "");
  EXPECT_EQ(n.next(1, 4), "") << "a level without text";
}

}  // namespace
}  // namespace foi::extract
