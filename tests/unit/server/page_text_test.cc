#include "server/page_text.h"

#include <gtest/gtest.h>

namespace foi::server {
namespace {

index::StoredPage page_of(std::string text) {
  index::StoredPage page;
  page.page.text = std::move(text);
  return page;
}

Passage passage(std::uint32_t start, std::uint32_t end, std::uint32_t page = 1) {
  return {.where = {.page = page, .start = start, .end = end, .quote = {}}, .anchor = "quote-1"};
}

std::string joined(const std::vector<Stretch>& stretches) {
  std::string text;
  for (const auto& stretch : stretches) text += (stretch.cited ? "{" : "") + stretch.text + (stretch.cited ? "}" : "");
  return text;
}

TEST(PageText, CitesByCodePoints) {
  EXPECT_EQ(joined(cut_page(page_of("Costs £450. Exempt under s.12."), {passage(12, 29)}, 1000)), "Costs £450. {Exempt under s.12}.");
}

TEST(PageText, IgnoresPassagesThatAreNotThere) {
  for (const Passage& wrong : {passage(5, 5), passage(9, 3), passage(0, 4, 2)}) {
    EXPECT_EQ(joined(cut_page(page_of("Some text"), {wrong}, 1000)), "Some text");
  }
  // Past the end counts as the end (text.h): a quote that runs over is shown as far as it goes.
  EXPECT_EQ(joined(cut_page(page_of("Some text"), {passage(5, 500)}, 1000)), "Some {text}");
}

TEST(PageText, OverlapsKeepTheirText) {
  index::StoredPage page = page_of("Dear [requester] we refuse");
  page.masks = {{.where = {.page = 1, .start = 5, .end = 16}, .type = "requester", .boxes = {}}};
  page.boilerplate = {{.page = 1, .start = 0, .end = 16}};
  const auto stretches = cut_page(page, {passage(7, 26)}, 1000);
  EXPECT_EQ(joined(stretches), "Dear [r{equester]}{ we refuse}");
  ASSERT_EQ(stretches.size(), 4u);
  EXPECT_TRUE(stretches[0].boilerplate && !stretches[0].masked);
  EXPECT_TRUE(stretches[1].boilerplate && stretches[1].masked && !stretches[1].cited);
  EXPECT_TRUE(stretches[2].masked && stretches[2].cited);
  EXPECT_EQ(stretches[2].anchor, "quote-1");
  EXPECT_TRUE(stretches[3].anchor.empty() && !stretches[3].boilerplate);
}

TEST(PageText, DamagedRegionsNeverCutACharacter) {
  index::StoredPage page = page_of("£££");
  page.boilerplate = {{.page = 1, .start = 1, .end = 3}, {.page = 1, .start = 0, .end = 99}, {.page = 1, .start = 4, .end = 2}};
  EXPECT_EQ(joined(cut_page(page, {}, 1000)), "£££");
  EXPECT_EQ(joined(cut_page(page, {}, 3)), "£");
}

TEST(PageText, SharedIndentAndBlankRunsAreLeftOut) {
  EXPECT_EQ(joined(cut_page(page_of("\n\n    Year   Spend\r\n    2019      12\n\n\n\n\n      total  12\n"), {}, 1000)),
            "Year   Spend\n2019      12\n\n  total  12\n");
  EXPECT_EQ(joined(cut_page(page_of("one\n    two"), {}, 1000)), "one\n    two");
  EXPECT_TRUE(cut_page(page_of("  \n \n"), {}, 1000).empty() || joined(cut_page(page_of("  \n \n"), {}, 1000)).empty());
}

TEST(PageText, CutsDoNotDisturbTheTidying) {
  index::StoredPage page = page_of("    Dear [requester]\n    Thank you");
  page.masks = {{.where = {.page = 1, .start = 9, .end = 20}, .type = "requester", .boxes = {}}};
  EXPECT_EQ(joined(cut_page(page, {passage(25, 30)}, 1000)), "Dear [requester]\n{Thank} you");
}

std::string drawn(const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) {
    text += joined(block.text);
    for (const auto& row : block.rows) {
      text += '|';
      for (const auto& cell : row) text += joined(cell) + '|';
      text += '\n';
    }
  }
  return text;
}

TEST(PageText, LinesWithTabsAreTables) {
  struct Case {
    const char* text;
    const char* drawn;
  };
  for (const Case& c : {
           Case{"Year\tSpend\n2019\t£12\n", "|Year|Spend|\n|2019|£12|\n"},
           Case{"Spend:\n\nYear\tSpend\n2019\t\nThank you", "Spend:\n\n|Year|Spend|\n|2019||\nThank you\n"},
           Case{"Our ref:\tFOI 1\nDear [requester]", "Our ref:\tFOI 1\nDear [requester]\n"},
           Case{"No tabs\nat all", "No tabs\nat all"},
           Case{"a\tb\n\nc\td", "a\tb\n\nc\td\n"},
           Case{"", ""},
       }) {
    EXPECT_EQ(drawn(into_blocks(cut_page(page_of(c.text), {}, 1000))), c.drawn) << c.text;
  }
}

TEST(PageText, AQuoteAcrossCellsIsMarkedInEachAndAnchoredOnce) {
  const auto blocks = into_blocks(cut_page(page_of("one\ttwo\nthree\tfour"), {passage(4, 13)}, 1000));
  EXPECT_EQ(drawn(blocks), "|one|{two}|\n|{three}|four|\n");
  EXPECT_EQ(blocks[0].rows[0][1][0].anchor, "quote-1");
  EXPECT_TRUE(blocks[0].rows[1][0][0].anchor.empty());
}

}  // namespace
}  // namespace foi::server
