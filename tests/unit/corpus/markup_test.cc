// Markup → blocks, written as one line a block: kind, label, words.
#include "corpus/make/markup.h"

#include <gtest/gtest.h>

namespace {

using foi::corpus::Block;
using foi::corpus::BlockKind;
using foi::corpus::parse_body;

std::string name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::kHeading:
      return "heading";
    case BlockKind::kParagraph:
      return "paragraph";
    case BlockKind::kItem:
      return "item";
    case BlockKind::kQuote:
      return "quote";
    case BlockKind::kTable:
      return "table";
    case BlockKind::kRule:
      return "rule";
    case BlockKind::kPageBreak:
      return "page";
    case BlockKind::kSignature:
      return "signature";
    case BlockKind::kGap:
      return "gap";
  }
  return "?";
}

std::string outline(std::string_view body) {
  std::string lines;
  for (const Block& block : parse_body(body))
    lines += name_of(block.kind) + " [" + block.label + "] " + foi::corpus::plain(block.text) + "\n";
  return lines;
}

TEST(Markup, Blocks) {
  const struct {
    std::string body, outline;
  } cases[] = {
      {"one\ntwo\n\nthree\n", "paragraph [] one two\nparagraph [] three\n"},
      {"one\\\ntwo\n", "paragraph [] one\ntwo\n"},
      {"# A\n## B\ntext\n", "heading [] A\nheading [] B\nparagraph [] text\n"},
      {"1. first\n2. second\n   goes on\n", "item [1.] first\nitem [2.] second goes on\n"},
      {"1) a\n(1) b\na) c\n(a) d\n(iv) e\nQ1. f\n* g\n- h\n",
       "item [1)] a\nitem [(1)] b\nitem [a)] c\nitem [(a)] d\nitem [(iv)] e\nitem [Q1.] f\nitem [*] g\nitem [-] h\n"},
      {"> 1. asked\n> 2. and this\n", "quote [1.] asked\nquote [2.] and this\n"},
      {"> asked\n> at length\n", "quote [] asked at length\n"},
      {"---\n===\n@sign\n@gap 3\n", "rule [] \npage [] \nsignature [] \ngap [] \n"},
      {"@right\na\nb\n", "paragraph [] a\nb\n"},
      {"", ""},
      {"\n\n\n", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(outline(c.body), c.outline) << c.body;
}

TEST(Markup, WhatLooksLikeAnItemAndIsNone) {
  for (const std::string line : {"2019 was a good year", "100. too long", "10.5 hours", "(2019) a year", "Q&A", "A. capital", "1.no space",
                                 "*emphasis*", "i.e. this", "**1.** bold number"})
    EXPECT_EQ(outline(line).substr(0, 9), "paragraph") << line;
}

TEST(Markup, TablesHaveWidthsAndAlignment) {
  const auto blocks = parse_body("| Year | Cost |\n|---|--:|\n| 2019 | £5 |\n| 2020 | a<br>b |\n");
  ASSERT_EQ(blocks.size(), 1u);
  const Block& table = blocks.front();
  EXPECT_TRUE(table.header_row);
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table.columns[0].weight, 3);
  EXPECT_EQ(table.columns[1].weight, 2);
  EXPECT_EQ(table.columns[1].align, foi::corpus::Align::kRight);
  EXPECT_EQ(foi::corpus::plain(table.rows[2][1]), "a\nb");
}

TEST(Markup, ARulerAfterAllRowsMakesNoHeader) {
  const auto blocks = parse_body("| To | A |\n| From | B |\n|-|--|\n");
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_FALSE(blocks.front().header_row);
  EXPECT_EQ(blocks.front().rows.size(), 2u);
}

TEST(Markup, Runs) {
  const auto text = foi::corpus::parse_text("a **b __c__** d ~~gone~~%%secret%% https://example.org/x 2 * 3_4");
  std::string seen;
  for (const auto& run : text)
    seen += (run.bold ? "B" : "") + std::string(run.italic ? "I" : "") + (run.deleted ? "D" : "") + (run.hidden ? "H" : "") + "<" +
            run.text + ">";
  EXPECT_EQ(seen, "<a >B<b >BI<c>< d >D<gone>H<secret>< https://example.org/x 2 * 3_4>");
}

TEST(Markup, DirectivesHoldForOneBlock) {
  const auto blocks = parse_body("@blue @small\nfirst\n\nsecond\n");
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_TRUE(blocks[0].look.blue && blocks[0].look.small);
  EXPECT_FALSE(blocks[1].look.blue || blocks[1].look.small);
}

TEST(Markup, ALookLastsForTheWholeList) {
  const auto blocks = parse_body("@blue\n* a\n* b\n\nc\n");
  ASSERT_EQ(blocks.size(), 3u);
  EXPECT_TRUE(blocks[1].look.blue);
  EXPECT_FALSE(blocks[2].look.blue);
}

}  // namespace
