// Queries and letters that nobody means well with: an answer or one clear error, never a crash, never seconds.
#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "indexer/model/limits.h"
#include "indexer/model/text.h"
#include "made.h"

namespace foi::index {
namespace {

using made::Index;
using made::Letter;

const Index& index() {
  static const Index made = [] {
    std::vector<Published> letters;
    std::string text;
    for (int i = 0; i < 3'000; ++i) text += "con" + std::to_string(i) + "x ";
    letters.push_back(Letter("many").page(text));
    letters.push_back(Letter("plain").page("staff and nurses of the ward"));
    return Index(letters);
  }();
  return made;
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string out;
  while (out.size() + part.size() <= bytes) out += part;
  return out;
}

TEST(Hostile, QueriesAreAnsweredOrRefusedInOneLine) {
  std::vector<std::string> queries{
      repeated("(", 10'000),
      repeated(")", 10'000),
      "\xff\xfe",
      "staff\x80",
      std::string("a\0b", 3),
      "\xed\xa0\x80",
      "\x01\x02\x1b[31m",
      "every_letter:yes",
      "-",
      "+",
      "\"",
      "'",
      "title:title:title:",
      "NEAR/",
      "a NEAR/999999999999999999999 b",
      "c*",
      "con* con* con* con*",
      "*con",
      "c*n",
      "\"con*\"",
  };
  for (const char* part : {"(",      ")",  "\"",       "* ",      "a* ",   "NOT ", "a AND ", "a OR (", "-",    "+",   "con1x OR ",
                           "title:", "a-", "\xc3\xa9", "a NEAR ", "((a) ", "\"a ", "ref:\"", "a.b.",   "AND ", "XOR "})
    for (const std::size_t bytes : {std::size_t{50}, limits::kMaxQueryBytes, limits::kMaxQueryBytes + 100})
      queries.push_back(repeated(part, bytes));
  for (const std::string& q : queries) {
    Request request;
    request.q = q;
    const auto began = std::chrono::steady_clock::now();
    const auto results = index()->search(request);
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5)) << q.substr(0, 60);
    if (results.ok()) continue;
    EXPECT_EQ(results.error().fault, Fault::kUsage) << results.error().message;
    EXPECT_TRUE(results.error().message.starts_with("q: ")) << results.error().message;
    EXPECT_EQ(results.error().message.find('\n'), std::string::npos);
  }
}

TEST(Hostile, LengthAndEncodingAreNamed) {
  Request request;
  request.q = std::string(limits::kMaxQueryBytes + 1, 'a');
  EXPECT_EQ(index()->search(request).error().message, "q: 2001 bytes; at most 2000 are read, so use the words that matter");
  request.q = "staff\xff";
  EXPECT_EQ(index()->search(request).error().message, "q: not valid UTF-8");
}

TEST(Hostile, RandomQueriesNeverFailForTheEnvironment) {
  std::mt19937 random(11);
  const char* const parts[] = {"staff", " ",      "(",      ")", "\"",  "AND", " OR ", " NOT ", "-",  "+",
                               "*",     "title:", "NEAR/2", "é", "con", ":",   "~",    "..",    "\n", "ward"};
  for (int n = 0; n < 3'000; ++n) {
    Request request;
    for (auto i = random() % 12; i > 0; --i) request.q += parts[random() % std::size(parts)];
    const auto results = index()->search(request);
    EXPECT_TRUE(results.ok() || results.error().fault == Fault::kUsage) << request.q;
  }
}

TEST(Hostile, FilterValuesAreShownCutAndClean) {
  Request request;
  request.kind = {"\xff\x1b[31m" + std::string(5'000, 'x')};
  const auto results = index()->search(request);
  ASSERT_FALSE(results.ok());
  EXPECT_LT(results.error().message.size(), 600u);
  EXPECT_TRUE(valid_utf8(results.error().message));
  EXPECT_EQ(results.error().message.find('\x1b'), std::string::npos);
}

TEST(Hostile, LettersOfAnyShapeAreWrittenAndRead) {
  Published odd = Letter("odd").page("caf\xc3\xa9 \xf0\x9f\x8f\xa5 word").page("");
  odd.boilerplate = {{1, 4, 5000}, {1, 3, 2}, {9, 0, 1}, {1, 4, 4}};
  odd.masks = {{{1, 4'000'000'000u, 4'000'000'001u}, "requester", {}}, {{2, 0, 5}, "e-mail", {}}};
  odd.record.authority = Authority{std::string(3'000, 'a'), "", std::string(3'000, 'a'), std::string(100'000, 'b'), "", 0};
  for (int i = 0; i < 2'000; ++i) odd.record.topics.push_back("t" + std::to_string(i));
  const Published nothing = Letter("nothing");
  Published words = Letter("words").page(std::string(100'000, 'x') + " " + repeated("\xcc\x81", 10'000) + " end");
  const Index made({odd, nothing, words});
  Request request;
  request.authority = {std::string(3'000, 'a')};
  EXPECT_EQ(made.search(request).total, 1u);
  request = {};
  request.topic = {"t1999"};
  EXPECT_EQ(made.search(request).total, 1u);
  EXPECT_EQ(made.ids("end"), std::vector<std::string>{"words"});
  EXPECT_EQ(made.search({}).total, 3u);
}

// More words than one wildcard stands for, each in a letter of its own.
TEST(Hostile, AWildcardStandsForABoundedNumberOfWordsAndSaysSo) {
  constexpr std::size_t kWords = 150, kMost = 100;
  std::vector<Published> letters;
  for (std::size_t i = 0; i < kWords; ++i)
    letters.push_back(Letter("id" + std::to_string(1000 + i)).title("report").page("con" + std::to_string(1000 + i) + "x staff"));
  letters.push_back(Letter("without").page("staff of the ward"));
  const Index made(letters);
  struct Case {
    const char* q;
    std::size_t total;
    bool exact;
  };
  for (const Case& c : {Case{"con*", kMost, false}, Case{"con* staff", kMost, false}, Case{"con10*", kMost, true},
                        Case{"con11* staff", 50, true}, Case{"title:rep*", kWords, true}, Case{"title:con*", 0, true},
                        Case{"ward OR con*", kMost + 1, false}, Case{"staff NOT con10*", 51, true}, Case{"-con11*", 101, true}}) {
    Request request;
    request.q = c.q;
    for (const Sort sort : {Sort::kRelevance, Sort::kNewest}) {
      request.sort = sort;
      const Results results = made.search(request);
      EXPECT_EQ(results.total, c.total) << c.q;
      EXPECT_EQ(results.exact, c.exact) << c.q;
      EXPECT_EQ(made.all_ids(request, 50).size(), results.total) << c.q << ": every page together";
    }
  }
  for (const char* q : {"NOT con*", "staff -con*", "staff NOT (ward OR con*)", "ward XOR con*"}) {
    Request request;
    request.q = q;
    const auto results = made->search(request);
    ASSERT_FALSE(results.ok()) << q;
    EXPECT_EQ(results.error().message, "q: too many words begin so to leave them all out; put more letters before *") << q;
  }
}

}  // namespace
}  // namespace foi::index
