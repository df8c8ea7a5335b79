#include <gtest/gtest.h>

#include "indexer/model/text.h"
#include "indexer/understand/privacy.h"
#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

// A page whose words are those of its text, one point a byte wide, ten points a line.
Page boxed(std::string text, std::uint32_t number = 1) {
  Page page = text_page(std::move(text), number);
  std::uint32_t start = 0;
  float line = 0, line_start = 0;
  for (std::uint32_t i = 0; i <= page.text.size(); ++i) {
    if (i < page.text.size() && page.text[i] != ' ' && page.text[i] != '\n') continue;
    if (i > start) {
      const float x = static_cast<float>(start) - line_start;
      page.words.push_back({start, i, {x, line, x + static_cast<float>(i - start), line + 9}, 1});
    }
    if (i < page.text.size() && page.text[i] == '\n') line += 10, line_start = static_cast<float>(i + 1);
    start = i + 1;
  }
  return page;
}

std::vector<std::string> words_of_page(const Page& page) {
  std::vector<std::string> words;
  for (const Word& word : page.words) words.push_back(page.text.substr(word.start, word.end - word.start));
  return words;
}

MaskedPages mask_words(const std::vector<Page>& pages, const std::vector<std::pair<std::string, std::string>>& what) {
  const Letter letter = join_pages(pages);
  std::vector<PersonalSpan> spans;
  for (const auto& [text, type] : what) {
    const std::size_t at = letter.text.find(text);
    spans.push_back({{at, at + text.size()}, type});
  }
  return mask(pages, letter, spans);
}

using Words = std::vector<std::string>;

TEST(Mask, ReplacesTextAndWords) {
  const MaskedPages out = mask_words({boxed("Dear Anna Muster, hello there")}, {{"Anna Muster", "requester"}});
  EXPECT_EQ(out.pages[0].text, "Dear [requester], hello there");
  EXPECT_EQ(words_of_page(out.pages[0]), (Words{"Dear", "[requester],", "hello", "there"}));
  ASSERT_EQ(out.masks.size(), 1u);
  EXPECT_EQ(out.masks[0].where, (Region{1, 5, 16}));
  EXPECT_EQ(out.masks[0].type, "requester");
  ASSERT_EQ(out.masks[0].boxes.size(), 2u) << "the boxes of the words painted out";
  EXPECT_EQ(out.masks[0].boxes[0], (Box{5, 0, 9, 9}));
  EXPECT_EQ(out.pages[0].words[1].box, (Box{5, 0, 17, 9}));
  EXPECT_EQ(out.pages[0].words[2].box, (Box{18, 0, 23, 9})) << "others keep their place on the page";
}

TEST(Mask, SpansOverLinesTakeTheFirstLinesBox) {
  const MaskedPages out = mask_words({boxed("1 Mill\nLane end")}, {{"1 Mill\nLane", "address"}});
  EXPECT_EQ(out.pages[0].text, "[address] end");
  EXPECT_EQ(words_of_page(out.pages[0]), (Words{"[address]", "end"}));
  EXPECT_EQ(out.pages[0].words[0].box, (Box{0, 0, 6, 9}));
  EXPECT_EQ(out.masks[0].boxes.size(), 3u);
}

TEST(Mask, SeveralAndAdjacent) {
  const MaskedPages out = mask_words({boxed("Anna Muster Otto Probe end")}, {{"Otto Probe", "staff member"}, {"Anna Muster", "requester"}});
  EXPECT_EQ(out.pages[0].text, "[requester] [staff member] end");
  EXPECT_EQ(words_of_page(out.pages[0]), (Words{"[requester]", "[staff member]", "end"}));
}

TEST(Mask, TwoInOneWord) {
  const MaskedPages out = mask_words({boxed("see anna/otto now")}, {{"anna", "requester"}, {"otto", "staff member"}});
  EXPECT_EQ(out.pages[0].text, "see [requester]/[staff member] now");
  EXPECT_EQ(words_of_page(out.pages[0]), (Words{"see", "[requester]/[staff member]", "now"}));
  EXPECT_EQ(out.masks[0].boxes, out.masks[1].boxes);
}

TEST(Mask, OverlapsAreMaskedOnce) {
  const std::vector<Page> pages{boxed("abcdef ghij")};
  const MaskedPages out =
      mask(pages, join_pages(pages), {{{2, 5}, "e-mail"}, {{0, 3}, "requester"}, {{20, 30}, "phone"}, {{4, 4}, "phone"}});
  EXPECT_EQ(out.pages[0].text, "[requester]f ghij");
  EXPECT_EQ(out.masks.size(), 1u);
}

TEST(Mask, PagesKeepTheirOwn) {
  const std::vector<Page> pages{boxed("one Anna", 1), boxed("two Anna", 2), boxed("", 3)};
  const Letter letter = join_pages(pages);
  const MaskedPages out = mask(pages, letter, {{{4, 13}, "address"}, {{13, 17}, "requester"}});
  ASSERT_EQ(out.pages.size(), 3u);
  EXPECT_EQ(out.pages[0].text, "one [address]");
  EXPECT_EQ(out.pages[1].text, "[address][requester]");
  EXPECT_EQ(out.masks[0].where.page, 1u);
  EXPECT_EQ(out.masks[1].where.page, 2u);
}

TEST(Mask, PlacesMoveWithTheText) {
  const std::vector<Page> pages{boxed("ab Anna cd", 1), boxed("ef Otto gh", 2)};
  const Letter letter = join_pages(pages);
  const MaskedPages out = mask(pages, letter, {{{3, 7}, "requester"}, {{14, 18}, "staff member"}});
  const Letter after = join_pages(out.pages);
  const std::pair<const char*, const char*> cases[] = {{"ab", "ab"},
                                                       {"cd", "cd"},
                                                       {"ef", "ef"},
                                                       {"gh", "gh"},
                                                       {"Anna", "[requester]"},
                                                       {"Otto", "[staff member]"},
                                                       {"nn", "[requester]"},
                                                       {"b An", "b [requester]"},
                                                       {"na c", "[requester] c"}};
  for (const auto& [before, expected] : cases) {
    const std::size_t at = letter.text.find(before);
    EXPECT_EQ(after.view(out.masked({at, at + std::string(before).size()})), expected) << before;
  }
}

TEST(Mask, NothingToMaskChangesNothing) {
  const std::vector<Page> pages{boxed("ab cd"), text_page("flowing, without words", 2)};
  const MaskedPages out = mask(pages, join_pages(pages), {});
  EXPECT_EQ(out.pages, pages);
  EXPECT_TRUE(out.masks.empty());
  EXPECT_EQ(out.masked({1, 4}), (Span{1, 4}));
}

TEST(Mask, PagesWithoutWordsAreMaskedInTextAlone) {
  const MaskedPages out = mask_words({text_page("Dear Anna")}, {{"Anna", "requester"}});
  EXPECT_EQ(out.pages[0].text, "Dear [requester]");
  EXPECT_TRUE(out.pages[0].words.empty());
  EXPECT_TRUE(out.masks[0].boxes.empty());
}

}  // namespace
}  // namespace foi::understand
