// Queries and letters that nobody means well with: an answer or one clear error, never a crash, never seconds.
#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <set>

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

// More words than one wildcard weighs, each in a letter of its own; in order of merit and by date, with what else must match.
TEST(Hostile, AWildcardStandsForEveryWordHoweverManyThereAre) {
  constexpr std::size_t kWords = 250;
  std::vector<Published> letters;
  for (std::size_t i = 0; i < kWords; ++i)
    letters.push_back(Letter("id" + std::to_string(1000 + i)).title("report").page("con" + std::to_string(1000 + i) + " staff"));
  for (int i = 0; i < 3; ++i) letters.push_back(Letter("other" + std::to_string(i)).page("staff and con1000 and con1000"));
  letters.push_back(Letter("without").page("staff of the ward"));
  const Index made(letters);
  struct Case {
    const char* q;
    std::size_t total;
  };
  for (const Case& c : {Case{"con*", kWords + 3}, Case{"con* staff", kWords + 3}, Case{"NOT con*", 1}, Case{"staff -con*", 1},
                        Case{"ward OR con*", kWords + 4}, Case{"staff XOR con*", 1}, Case{"title:rep* con*", kWords}, Case{"con12*", 50},
                        Case{"con* ward", 0}, Case{"con* NOT con10*", kWords - 100}}) {
    Request request;
    request.q = c.q;
    for (const Sort sort : {Sort::kRelevance, Sort::kNewest}) {
      request.sort = sort;
      const Results results = made.search(request);
      EXPECT_EQ(results.total, c.total) << c.q;
      EXPECT_TRUE(results.exact) << c.q;
      const auto ids = made.all_ids(request, 100);
      EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), c.total) << c.q;
    }
    EXPECT_EQ(made->matching(request)->size(), c.total) << c.q;
  }
  EXPECT_EQ(made.ids("con*")[0], "other0") << "words that weigh come first";
}

}  // namespace
}  // namespace foi::index
