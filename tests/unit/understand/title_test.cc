// What an enclosure without a subject line is called.
#include "indexer/understand/title.h"

#include <gtest/gtest.h>

#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

// Each line with the height of its words; 0: the page has no boxes.
struct SizedLine {
  const char* text;
  float height;
};

Page page_of(const std::vector<SizedLine>& lines, std::uint32_t number = 1) {
  Page page;
  page.number = number;
  for (const SizedLine& line : lines) {
    const std::string text = line.text;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      const auto start = static_cast<std::uint32_t>(page.text.size() + at);
      if (line.height > 0 && end > at)
        page.words.push_back({start, static_cast<std::uint32_t>(page.text.size() + end), {0, 0, 10, line.height}, 1});
      at = end + 1;
    }
    page.text += text + "\n";
  }
  return page;
}

std::string heading(const std::vector<Page>& pages) {
  const Letter letter = join_pages(pages);
  const auto found = find_heading(letter, pages);
  return found ? title_text(letter.view(*found)) : "";
}

const SizedLine kBody{"Staff who lift patients use the hoists that the ward keeps for them.", 11};

TEST(FindTitle, IsNoNumberOfAQuestion) {
  const Letter letter = join_pages({page_of({{"1", 0}, {"How many lifts are there?", 0}})});
  FoundQuestion number{"1", {}, {letter.lines[0].start, letter.lines[0].end}, {}, false};
  FoundQuestion words{"1", {}, {letter.lines[1].start, letter.lines[1].end}, {}, false};
  EXPECT_FALSE(find_title(letter, {}, {number, words}));
  const auto title = find_title(letter, {}, {words, number});
  ASSERT_TRUE(title);
  EXPECT_EQ(letter.view(*title), "How many lifts are there?");
}

// Words of a sentence are written as a heading is, and words of a heading stay as they are.
TEST(TitleOfWords, ReadsAsAHeading) {
  const struct {
    const char *words, *title;
  } rows[] = {
      {"the business case for the yard;", "Business case for the yard"},
      {"a copy of\n  the van log; and", "Copy of the van log"},
      {"an audit of vans,", "Audit of vans"},
      {"how many vans are there?", "How many vans are there?"},
      {"the minutes\" and \"the log", "the minutes\" and \"the log"},
      {"the minutes\u201D and \u201Cthe log", "the minutes\u201D and \u201Cthe log"},
      {"the \"blue\" and \"red\" vans", "\"blue\" and \"red\" vans"},
      {"letters about vans.\"", "Letters about vans."},
      {"\"vans", "Vans"},
      {"\"Please send the van log.\"", "Please send the van log."},
      {"\u201CWhat did the vans cost?\u201D", "What did the vans cost?"},
      {"\u201CVans\u201D and \u201Ccars\u201D", "\u201CVans\u201D and \u201Ccars\u201D"},
      {"\"\"", "\"\""},
      {"\"Vans\" and the yard", "\"Vans\" and the yard"},
      {"the NHS contract", "NHS contract"},
      {"the eVan scheme", "eVan scheme"},
      {"eVan scheme", "eVan scheme"},
      {"The Van Log", "The Van Log"},
      {"theatre vans", "Theatre vans"},
      {"a", "a"},
      {"the ", "The"},
      {"; and", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(title_of_words(row.words), row.title) << row.words;
}

TEST(FindHeading, IsTheLargestLineWithWhatItRunsOnOver) {
  EXPECT_EQ(heading({page_of(
                {{"Westmere Trust", 11}, {"Safe Lifting", 26}, {"and Hoists Policy", 25.5F}, {"Version 4", 14}, kBody, kBody, kBody})}),
            "Safe Lifting and Hoists Policy");
  EXPECT_EQ(heading({page_of({}), page_of({{"Hoist Register", 18}, kBody, kBody, kBody}, 2)}), "Hoist Register") << "a blank cover";
}

TEST(FindHeading, IsNoLineOfTheBody) {
  EXPECT_EQ(heading({page_of({kBody, kBody, kBody, kBody})}), "");
  EXPECT_EQ(heading({page_of({{"4 of 12", 30}, kBody, kBody, kBody})}), "") << "a number names nothing";
  EXPECT_EQ(heading({}), "");
}

TEST(FindHeading, OfADocumentWithoutSizesIsItsFirstLineThatReadsAsATitle) {
  EXPECT_EQ(heading({page_of({{"v4", 0}, {"Lifting and Hoists Policy", 0}, {"Ward sisters keep the register.", 0}})}),
            "Lifting and Hoists Policy");
  for (const char* text : {"Ward sisters keep the register of hoists.", "Month,Hoists bought,Hoists mended", "Month   Bought   Mended",
                           "April | bought hoists | mended hoists", "2019 2020 2021", ""})
    EXPECT_EQ(heading({page_of({{text, 0}})}), "") << text;
}

}  // namespace
}  // namespace foi::understand
