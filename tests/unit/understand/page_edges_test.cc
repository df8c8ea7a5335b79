// What is printed on every page, told from what stands at a page's edge.
#include "indexer/understand/page_edges.h"

#include <gtest/gtest.h>

#include "indexer/understand/paragraphs.h"
#include "indexer/understand/questions.h"
#include "tests/unit/understand/fixtures.h"
#include "tests/unit/understand/letters.h"

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
      // Of two pages an address, or what ends with the page's number, where no number stands.
      {"A\nB\nC\n\nTown Hall, High Street, Alderton AL1 2BC\n\fD\nE\nF\n\nTown Hall, High Street, Alderton AL1 2BC\n",
       "Town Hall, High Street, Alderton AL1 2BC | Town Hall, High Street, Alderton AL1 2BC"},
      {"A\nB\nC\n\nFOI Team | foi@town.example\n\fD\nE\nF\n\nFOI Team | foi@town.example\n",
       "FOI Team | foi@town.example | FOI Team | foi@town.example"},
      {"A\nB\nC\n\nTown Council | FOI 12 | 1\n\fD\nE\nF\n\nTown Council | FOI 12 | 2\n",
       "Town Council | FOI 12 | 1 | Town Council | FOI 12 | 2"},
      {"A\nB\nC\n\nVans | 7\n\fD\nE\nF\n\nCars | 8\n", ""},
      {"We begin.\n\n1 | P a g e\n\fWe end.\n\n2 | P a g e\n", "1 | P a g e | 2 | P a g e"},
      {"A\nB\nC\n\nTotal | 13\n\fD\nE\nF\n\nTotal | 2\n", ""},
      {"A\nB\nC\n\nLorries | 1\n\fD\nE\nF\n\nLorries | 2\n", ""},
      {"A\nB\nC\n\nTown | Lorries | 4\n\fD\nE\nF\n\nTown | Lorries | 5\n", ""},
      {"A\nB\nC\n\nOFFICIAL\n\fD\nE\nF\n\nOFFICIAL\n", ""},
      {"A\nB\nC\n\nTown Hall, Alderton AL1 2BC\n\fD\nE\nF\n\nThe depot, Elmham\n", ""},
      {"A\nB\nC\n\nNine vans\n\fD\nE\nF\n\nNine vans\n", ""},
      {"A\nB\nC\n\nSection 43 2 of it\n\fD\nE\nF\n\nSection 43 2 of it\n", ""},
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

TEST(PageEdges, StandInNoAnswerAsItIsShown) {
  const struct {
    std::string_view text, answer;
  } rows[] = {
      {"You asked:\n\n1. Who mends vans?\n\nA garage in the town does that. The vans that are\n\nTown Hall, Alderton AL1 2BC\n\fnew are "
       "mended "
       "by their maker.\n\n2. How many?\n\nNine.\n\nTown Hall, Alderton AL1 2BC\n",
       "A garage in the town does that. The vans that are\nnew are mended by their maker."},
      {"You asked:\n\n1. Who mends vans?\n\nA garage in the town does that.\n\nPage 1 of 2\n\fNew vans are mended by their maker.\n\n2. "
       "How "
       "many?\n\nNine.\n\nPage 2 of 2\n",
       "A garage in the town does that.\n\nNew vans are mended by their maker."},
      // An address that is the answer.
      {"You asked:\n\n1. Where are vans mended?\n\nAt the depot, Elmham Road, Alderton AL1 2BC\n\n2. How many?\n\nNine.\n",
       "At the depot, Elmham Road, Alderton AL1 2BC"},
      {"You asked:\n\n1. Where are vans mended?\n\nAt the depot in Alderton\n\f2. Where are they sold?\n\nAt the dock, Elmham AL3 "
       "4DE\n",
       "At the depot in Alderton"},
  };
  for (const auto& row : rows) {
    const Record record = understand_text("Dear Enquirer\n\nThank you for your request.\n\n" + std::string(row.text)).record;
    ASSERT_EQ(record.questions.size(), 2U) << row.text;
    EXPECT_EQ(record.questions[0].answer, row.answer);
  }
}

}  // namespace
}  // namespace foi::understand
