#include "indexer/extract/xlsx_format.h"

#include <gtest/gtest.h>

#include <limits>

namespace foi::extract {
namespace {

struct Case {
  const char* code;
  double value;
  const char* text;
};

class Format : public testing::TestWithParam<Case> {};

TEST_P(Format, ShowsTheNumber) {
  EXPECT_EQ(NumberFormat(GetParam().code).show(GetParam().value, DateBase::k1900).value_or("(nothing)"), GetParam().text)
      << GetParam().code;
}

const Case kCases[] = {
    {"General", 5, "5"},
    {"General", 0.1 + 0.2, "0.3"},
    {"General", -12.5, "-12.5"},
    {"General", 1234567890123, "1234567890123"},
    {"General", 1.0 / 3, "0.3333333333"},
    {"", 7, "7"},
    {"@", 7, "7"},
    {"0", 1234.5, "1234"},
    {"0", 0.4, "0"},
    {"000", 7, "007"},
    {"0.00", 2, "2.00"},
    {"0.0#", 2.25, "2.25"},
    {"0.0#", 2, "2.0"},
    {"#.##", 0.5, ".5"},
    {"#,##0", 1234567, "1,234,567"},
    {"#,##0", 123, "123"},
    {"#,##0.00", -9876.5, "-9,876.50"},
    {"#,##0;(#,##0)", -5, "(5)"},
    {"0.0,", 12345, "12.3"},
    {"0%", 0.256, "26%"},
    {"0.0%", 0.256, "25.6%"},
    {"\"£\"#,##0.00", 1200, "£1,200.00"},
    {"[$£-809]#,##0", 1200, "£1,200"},
    {"_-* #,##0_-;-* #,##0_-", 12, "12"},
    {"0\" days\"", 20, "20 days"},
    // What stands behind these is one character, not one byte.
    {"0_€", 5, "5"},
    {"*é0", 5, "5"},
    {"0\\£", 5, "5£"},
    {"0.00E+00", 12345, "1.23e+04"},
    {"# ?/?", 0.5, "0.5"},
    {"[Red]0", 3, "3"},
    // Suppressed counts: the number behind must not be shown.
    {"[<6]\"<6\";0", 3, "<6"},
    {"[<6]\"<6\";0", 6, "6"},
    {"[>=10]0;\"fewer than 10\"", 4, "fewer than 10"},
    {";;;", 4, "(nothing)"},
    {"0;;", 0, "(nothing)"},
    {"0;-0;\"nil\"", 0, "nil"},
    // Dates in ISO form.
    {"dd/mm/yyyy", 44287, "2021-04-01"},
    {"d mmmm yyyy", 44287.9, "2021-04-01"},
    {"mmm-yy", 43101, "2018-01"},
    {"[$-F800]dddd, mmmm dd, yyyy", 44287, "2021-04-01"},
    {"dd/mm/yyyy hh:mm", 44287.5, "2021-04-01 12:00"},
    {"h:mm AM/PM", 0.75, "18:00"},
    {"h:mm:ss", 0.5, "12:00:00"},
    {"mm:ss", 0.5, "12:00:00"},
    {"[h]:mm", 1.5, "36:00"},
    {"yyyy", 44287, "2021-04-01"},
    {"dd/mm/yyyy", -1, "-1"},
    {"dd/mm/yyyy", 1e12, "1000000000000"},
    {"\"day\" 0", 3, "day 3"},
};

INSTANTIATE_TEST_SUITE_P(Codes, Format, testing::ValuesIn(kCases));

TEST(FormatOf, The1904Base) { EXPECT_EQ(NumberFormat("yyyy-mm-dd").show(1, DateBase::k1904), "1904-01-02"); }

TEST(FormatOf, TextIsHiddenOnlyByAnEmptyFourthSection) {
  EXPECT_TRUE(NumberFormat("0").shows_text());
  EXPECT_TRUE(NumberFormat("0;0;0;@").shows_text());
  EXPECT_FALSE(NumberFormat(";;;").shows_text());
}

TEST(FormatOf, OddCodesAndNumbersAreHarmless) {
  for (const char* code : {"\"", "[", "\\", "[<", "0.0.0.0", "%%%%%%", ",,,,,0", "E+", "0E+", "_", "*", "[$", "[<]0", ";;;;;;;;"})
    for (const double value : {0.0, -1.5, 1e300, -1e300, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()})
      EXPECT_NO_FATAL_FAILURE((void)NumberFormat(code).show(value, DateBase::k1900)) << code;
  EXPECT_LE(NumberFormat(std::string(100'000, '0')).show(1, DateBase::k1900)->size(), 100u);
}

TEST(BuiltinFormats, AreKnownByNumber) {
  EXPECT_EQ(NumberFormat(builtin_format(14)).show(44287, DateBase::k1900), "2021-04-01");
  EXPECT_EQ(NumberFormat(builtin_format(9)).show(0.5, DateBase::k1900), "50%");
  EXPECT_EQ(builtin_format(0), "General");
  EXPECT_EQ(builtin_format(9'999), "General");
}

}  // namespace
}  // namespace foi::extract
