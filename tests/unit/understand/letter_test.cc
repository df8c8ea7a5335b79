#include "indexer/understand/letter.h"

#include <gtest/gtest.h>

#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

std::vector<std::string> words(Tokens tokens) {
  std::vector<std::string> words;
  for (const Token& token : tokens) words.emplace_back(token.word);
  return words;
}

// Words of lines and columns are those of the whole, told once.
TEST(Letters, KnowTheWordsOfEachLine) {
  const Letter letter = join_pages({text_page("Guy\u2019s & St Thomas'\n\nRef: 1/87Date\n'tis   Ms O'Hara\t\u00C9ire"),
                                    text_page("caf\u00E9\u00A0bar \u2013 \u2018so\u2019\r\nend'", 2)});
  for (const Line& line : letter.lines) {
    EXPECT_EQ(words(letter.tokens_in(line)), words_of(letter.view(line))) << letter.view(line);
    for (const Span& cell : cells_of(letter, line))
      EXPECT_EQ(words(letter.tokens_in(cell)), words_of(letter.view(cell))) << letter.view(cell);
  }
  for (const Token& token : letter.tokens) EXPECT_EQ(words_of(letter.view(Span{token.start, token.end})).size(), 1u) << token.word;
}

TEST(Letters, GiveNoWordsWhereThereAreNone) {
  const Letter letter = join_pages({text_page("one two three")});
  EXPECT_TRUE(letter.tokens_in(Span{3, 4}).empty());
  EXPECT_TRUE(letter.tokens_in(Span{9, 9}).empty());
  EXPECT_TRUE(letter.tokens_in(Span{20, 30}).empty());
  EXPECT_TRUE(join_pages({text_page("")}).tokens.empty());
}

TEST(Letters, WordsOutliveTheListTheyWereCopiedFrom) {
  TokenList copy;
  {
    const TokenList list = tokenise("Short words");
    copy = list;
  }
  EXPECT_EQ(words(copy), (std::vector<std::string>{"short", "words"}));
}

}  // namespace
}  // namespace foi::understand
