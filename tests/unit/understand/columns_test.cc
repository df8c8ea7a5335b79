#include "indexer/understand/columns.h"

#include <gtest/gtest.h>

#include "tests/unit/understand/letters.h"

namespace foi::understand {
namespace {

std::string read(std::string_view text) {
  std::string all;
  for (const Page& page : read_columns(make_extraction(text).pages)) all += (all.empty() ? "" : "\f") + page.text;
  return all;
}

TEST(Columns, ARowIsReadAsAWhole) {
  EXPECT_EQ(read("Dear Enquirer\n"
                 "  Query                Response\n"
                 "  How many vans does   Nine, of which two are\n"
                 "  the trust own, and   on hire.\n"
                 "  of what make?\n"
                 "\n"
                 "  Please send the      It is on our site. FOIA 21\n"
                 "  policy on vans.      Information which is\n"
                 "                       reasonably accessible.\n"
                 "\n"
                 "Yours sincerely"),
            "Dear Enquirer\n"
            "  Query                Response\n"
            "How many vans does\nthe trust own, and\nof what make?\n\nNine, of which two are\non hire.\n\n"
            "Please send the\npolicy on vans.\n\nIt is on our site. FOIA 21\nInformation which is\nreasonably accessible.\n\n"
            "\nYours sincerely");
}

TEST(Columns, ATableGoesOnOverThePage) {
  EXPECT_EQ(read("Request          Trust response\n"
                 "1. How many      Nine vans,\n"
                 "vans are there?  all hired\n"
                 "2. What do they  Ten pounds\n"
                 "cost a day?      for each\f"
                 "3. Who drives    Porters do,\n"
                 "them by night?   on a rota\n"
                 "and in what      and their\n"
                 "hours?           names are kept"),
            "Request          Trust response\n"
            "1. How many\nvans are there?\n\nNine vans,\nall hired\n\n2. What do they\ncost a day?\n\nTen pounds\nfor each\n\f"
            "3. Who drives\nthem by night?\nand in what\nhours?\n\nPorters do,\non a rota\nand their\nnames are kept\n");
}

// A head with a column of numbers; rows without blank lines between, and answers that stray from under their head.
TEST(Columns, RowsBeginAtNumbersOrWhereBothColumnsDo) {
  EXPECT_EQ(read("No.   You asked              We say\n"
                 "1     How many vans does     Nine, of which\n"
                 "      the trust own?         two are on hire.\n"
                 "2     The van policy         Attached.\n"
                 "3     Cost of each van         Ten pounds"),
            "No.   You asked              We say\n"
            "1     How many vans does\nthe trust own?\n\nNine, of which\ntwo are on hire.\n\n"
            "2     The van policy\n\nAttached.\n\n3     Cost of each van\n\nTen pounds\n");
  EXPECT_EQ(read("Your question                Our response\n"
                 "Please provide the list of van    It is enclosed,\n"
                 "drivers in May                    with names out\n"
                 "Please supply the van policy      As above\n"
                 "of the trust"),
            "Your question                Our response\n"
            "Please provide the list of van\ndrivers in May\n\nIt is enclosed,\nwith names out\n\n"
            "Please supply the van policy\nof the trust\n\nAs above\n");
}

TEST(Columns, NearMissesStayAsTheyAre) {
  constexpr std::string_view texts[] = {
      "",
      "Ward          Beds\nAsh           12\nElm           9\nOak           4\nFir           8",
      "Request                              Response\n\nThank you for your request. The trust has nine vans and they are all hired.",
      "Question      Number\nVans          9\nCars          2\nBikes         4",
      "The request and the response  were sent together.\nNothing else was said.",
  };
  for (std::string_view text : texts) EXPECT_EQ(read(text), text) << text;
}

TEST(Columns, WordsKeepTheirTextAndTheirBoxes) {
  Extraction extraction = make_extraction(
      "Query       Answer\nHow many    Nine of\nvans are    the new\nthere and   sort and\nof what     two old\nkind?       ones.");
  Page& page = extraction.pages.front();
  for (std::size_t at = 0; at < page.text.size();) {
    const std::size_t start = page.text.find_first_not_of(" \n", at);
    if (start == std::string::npos) break;
    const std::size_t end = std::min(page.text.find_first_of(" \n", start), page.text.size());
    Word word;
    word.start = static_cast<std::uint32_t>(start);
    word.end = static_cast<std::uint32_t>(end);
    word.box = {static_cast<float>(start), 0, static_cast<float>(end), 1};
    page.words.push_back(word);
    at = end;
  }
  const Page before = page;
  const Page after = read_columns(extraction.pages).front();
  ASSERT_EQ(after.words.size(), before.words.size());
  for (std::size_t i = 0; i < after.words.size(); ++i) {
    const Word& word = after.words[i];
    if (i > 0) {
      EXPECT_GT(word.start, after.words[i - 1].start);
    }
    const auto from = static_cast<std::size_t>(word.box.x0), to = static_cast<std::size_t>(word.box.x1);
    EXPECT_EQ(after.text.substr(word.start, word.end - word.start), before.text.substr(from, to - from));
  }
}

TEST(Columns, AGroundInTheAnswerColumnIsTheAnswers) {
  const Record record = understand_text(
                            "Dear Enquirer,\n\nPlease find below the response:\n\n"
                            "  Query                  Response\n"
                            "  The number of nurses   Two on the wards and\n"
                            "  who support patients   one at the gate.\n"
                            "  with housing.\n"
                            "\n"
                            "  The policy on leaving  See our site, where it has\n"
                            "  hospital for those     been published. FoIA 21\n"
                            "  who have no home to    Information which is\n"
                            "  go to, or the rule     reasonably accessible to\n"
                            "  that is followed.      the applicant.\n")
                            .record;
  ASSERT_EQ(record.exemptions.size(), 1u);
  EXPECT_EQ(record.exemptions[0].id, "foia-21");
}

}  // namespace
}  // namespace foi::understand
