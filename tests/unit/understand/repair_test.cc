#include "indexer/understand/repair.h"

#include <gtest/gtest.h>

namespace foi::understand {
namespace {

TEST(Repair, MakesOneKindOfEverything) {
  struct Row {
    std::string_view text, repaired;
  };
  const Row rows[] = {
      {"Section\u00A040(2)", "Section 40(2)"},
      {"a  \t b", "a b"},
      {"31 \u2013 40 \u2014 43", "31 - 40 - 43"},
      {"\u2018limit\u2019 \u201Climit\u201D \u201Elimit\u201F", "'limit' \"limit\" \"limit\""},
      {"\uFB01nd in\uFB02ux o\uFB03ce", "find influx office"},
      {"soft\u00ADhyphen", "softhyphen"},
      {"**Section 43**", "Section 43"},
      {"## Their reply", "Their reply"},
      {"see [our answer](#) above", "see our answer above"},
      {"see [our site](https://example.org/a) above", "see our site above"},
      {"Section 17[5](a)", "Section 17[5](a)"},
      {"[section 12(1)] applied", "[section 12(1)] applied"},
      {"one\n\n\n\ntwo", "one\n\ntwo"},
      {"withheld under the\n\nexemptions of the Act", "withheld under the\nexemptions of the Act"},
      {"withheld under the \n \n\nexemptions", "withheld under the\nexemptions"},
      {"withheld under\n\nSection 43", "withheld under\n\nSection 43"},
      {"under\n\n(a) the first", "under\n\n(a) the first"},
      {"the end\n\nanother", "the end\n\nanother"},
      {"fund\n\nof it", "fund\n\nof it"},
      {"one \n two", "one\ntwo"},
      {"F\nbody\nO\nmore\nI\nend", "body\nmore\nend"},
      {"I\nam\nnot\nvertical\nA", "I\nam\nnot\nvertical\nA"},
      {"4O(2) and S1(1)", "4O(2) and S1(1)"},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(repair(row.text).text, row.repaired) << row.text;
}

TEST(Repair, LowersAndJoinsLinesOnlyInLower) {
  const Repaired r = repair("Under Section\n31 of the\n\nAct");
  EXPECT_EQ(r.text, "Under Section\n31 of the\n\nAct");
  EXPECT_EQ(r.lower, "under section 31 of the\n\nact");
}

// A short plain text is not taken the long way round; it comes out the same.
TEST(Repair, OfALineInLowerCaseIsThatOfTheText) {
  for (const char* text : {"", " ", "Dear Sir", "  Dear\t Sir ", "A", "Q1)  How\vmany?", "**Bold**", "# Heading", "see [1] below",
                           "caf\u00E9  bar", "a\nb\n\nc", "D\nE\nA\nR", "[Our page](https://x.org) says", "x\r"})
    EXPECT_EQ(repaired_lower(text), repair(text).lower) << text;
}

TEST(Repair, LeadsBackToTheTextAsItIs) {
  const std::string text = "\u201CHello\u201D \u2013  **Section**\u00A031(1)(a)\n\n\nof the \uFB01rst [Act](#), end";
  const Repaired r = repair(text);
  for (std::string_view words : {"Section", "31(1)(a)", "of the", "Act", "end"}) {
    const std::size_t at = r.text.find(words);
    ASSERT_NE(at, std::string::npos) << words;
    const Span original = r.original(Span{at, at + words.size()});
    EXPECT_EQ(text.substr(original.start, original.end - original.start), words);
    EXPECT_EQ(r.repaired(original.start), at) << words;
  }
  const std::size_t at = r.text.find("Section 31(1)(a)");
  const Span over = r.original(Span{at, at + 16});
  EXPECT_EQ(text.substr(over.start, over.end - over.start), "Section**\u00A031(1)(a)");
}

TEST(Repair, OffsetsAreMonotoneAndInside) {
  const std::string text = "\u00A0\u00A0a**b**\n\n \n[x](#)\uFB01\n";
  const Repaired r = repair(text);
  std::size_t last = 0;
  for (std::size_t i = 0; i <= r.text.size() + 3; ++i) {
    EXPECT_GE(r.original(i), last);
    last = r.original(i);
    EXPECT_LE(last, text.size());
  }
  last = 0;
  for (std::size_t i = 0; i <= text.size() + 3; ++i) {
    EXPECT_GE(r.repaired(i), last);
    last = r.repaired(i);
    EXPECT_LE(last, r.text.size());
  }
}

}  // namespace
}  // namespace foi::understand
