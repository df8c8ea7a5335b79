// What is printed on every page, told from what stands at a page's edge.
#include "indexer/understand/page_edges.h"

#include <gtest/gtest.h>

#include "indexer/understand/paragraphs.h"
#include "indexer/understand/questions.h"
#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

// The lines that are a page's head or foot, parted by bars.
std::string edges_of(std::string_view text) {
  const TestLetter letter(text);
  const std::vector<bool> edges = page_edges(letter.letter);
  std::string all;
  for (std::size_t i = 0; i < edges.size(); ++i)
    if (edges[i]) all += (all.empty() ? "" : " | ") + std::string(letter.letter.view(trimmed(letter.letter, letter.letter.lines[i])));
  return all;
}

TEST(PageEdges, AreWhatEveryPageHas) {
  const struct {
    const char *text, *edges;
  } rows[] = {
      {"Dear A\n\nPage 1 of 2\n\nNine.\n", "Page 1 of 2"},
      {"We begin.\n\n- 1 -\n\fWe go on.\n\n- 2 -\n", "- 1 - | - 2 -"},
      {"We begin.\n1\n\fWe go on.\n2\n\fWe end.\n3\n", "1 | 2 | 3"},
      {"A\nB\nC\n\nTown Council, Page 1\n\fD\nE\nF\n\nTown Council, Page 2\n\fG\nH\nI\n\nTown Council, Page 3\n",
       "Town Council, Page 1 | Town Council, Page 2 | Town Council, Page 3"},
      {"A\nB\nC\n\nvans.example\n1/2\n\fD\nE\nF\n\nvans.example\n2/2\n", "vans.example | 1/2 | vans.example | 2/2"},
      // The first page's head is its letterhead.
      {"Town Council\n\nWe begin.\n\fTown Council\n\nWe go on.\n\fTown Council\n\nWe end.\n", "Town Council | Town Council"},
      // No page but one has it, or each has another.
      {"Annex 1\n\nVans.\n\fAnnex 2\n\nCars.\n\fAnnex 3\n\nCarts.\n", ""},
      {"1. Vans?\n\nNot held.\n\f2. Cars?\n\nNot held.\n", ""},
      // Figures that were asked for.
      {"1. How many fires were there in 2023?\n\n7\n\f2. How many deaths?\n\n8\n", ""},
      {"1. How many fires?\n\n1\n\f2. How many deaths?\n\n2\n", ""},
      {"Fires\nAnswer:\n1\n\fDeaths\nAnswer:\n2\n\fVans\nAnswer:\n3\n", ""},
      {"Fires\nAnswer:\n\f1\n\nDeaths\nAnswer:\n\f2\n\nVans\nAnswer:\n\f3\n\nThat is all.\n", ""},
      {"We count.\n7\n\fWe go on.\n8\n", ""},
      {"We count.\n7\n\fWe go on.\n8\n\fWhat else?\n9\n", "7 | 8 | 9"},
      {"We count.\n\fWe go on.\n2\n\fWe end.\n3\n", "2 | 3"},
      {"Vans:\n\n12\n\fCars:\n\n9\n\fCarts:\n\n140\n", ""},
      {"Vans\n\nNine.\n\fCars\n\nNine.\n\fCarts\n\nTwo.\n\fShips\n\nNone.\n\fPlanes\n\nOne.\n", ""},
      {"Question\tAnswer\nVans?\tNine\n\fQuestion\tAnswer\nCars?\tTwo\n\fQuestion\tAnswer\nCarts?\tOne\n", ""},
      {"The log has page 3 of 7 missing.\n", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(edges_of(row.text), row.edges) << row.text;
}

TEST(PageEdges, BelongToNoQuestionAndNoAnswer) {
  const TestLetter letter(
      "You asked:\n\n1. How many vans do you have?\n\nNine.\n\n2. What did they cost?\n\n     No tribunal has decided this.\n     1\n"
      "\fNinety pounds. They were bought in May.\nWe sold one of them in June.\nThe others are in use.\n\n     No tribunal has decided "
      "this.\n     2\n");
  const std::vector<FoundQuestion> found = find_questions(letter.letter, letter.sections);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(letter.letter.view(found[1].text), "What did they cost?");
  EXPECT_EQ(letter.letter.view(found[1].answer),
            "Ninety pounds. They were bought in May.\nWe sold one of them in June.\nThe others are in use.");
}

}  // namespace
}  // namespace foi::understand
