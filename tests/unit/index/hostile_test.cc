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

// Enough letters that the clock is asked; words that meet in many of them, hardly ever side by side.
const Index& many() {
  static const Index made = [] {
    std::vector<Published> letters;
    for (int i = 0; i < 2'500; ++i) {
      std::string id = "aaaaaaaaaaaa", text;
      for (int rest = i, digit = 0; digit < 4; ++digit, rest /= 8) id += static_cast<char>('a' + rest % 8);
      for (const char* word : {"ward", "nurse", "cost", "bed", "list", "trust", "year", "staff"})
        text += std::string(word) + " of the " + word + std::to_string(i % 30) + " in a ";
      if (i % 500 == 7) text += "staff ward year bed list cost";
      letters.push_back(Letter(id).page(text).responded("2024-01-" + std::to_string(10 + i % 20)));
    }
    return Index(letters);
  }();
  return made;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : std::string(between)) + part;
  return out;
}

std::vector<std::string> dear_queries() {
  std::vector<std::string> phrases, near, beginnings{"nurse*"};
  for (const char* one : {"ward", "nurse", "cost", "bed"})
    for (const char* other : {"list", "trust", "year", "staff"}) {
      phrases.push_back("\"" + std::string(other) + " " + one + "\"");
      near.push_back("(" + std::string(one) + " NEAR/3 " + other + ")");
    }
  for (const char* word : {"list", "trust", "year", "staff"})
    for (const char* digit : {"1*", "2*", "3*"}) beginnings.push_back(std::string(word) + digit);
  std::vector<std::string> same(150, "war*");
  return {joined(phrases, " OR "),
          joined(near, " OR "),
          joined(near, " XOR ") + " XOR nurse",
          joined(beginnings, " OR "),
          joined(same, " OR "),
          joined(beginnings, " XOR "),
          "\"year bed\"",
          "NOT \"year bed\""};
}

// A clock that counts how often it was asked, so that nothing hangs on the machine.
struct Asked {
  int times = 0;
  Results results;
};
Asked ask(const std::string& q, Sort sort, const std::function<double(int times)>& spent) {
  Asked out;
  Request request;
  request.q = q;
  request.sort = sort;
  request.facets.emplace();
  request.spent = [&] { return spent(++out.times); };
  out.results = many().search(request);
  return out;
}

TEST(Hostile, DearQueriesAskTheClockWhileCountingAndWhileRanking) {
  const auto never = [](int) { return 0.0; };
  for (const std::string& q : dear_queries()) {
    const Asked counted = ask(q, Sort::kNewest, never), ranked = ask(q, Sort::kRelevance, never);
    EXPECT_TRUE(ranked.results.in_time) << q;
    EXPECT_GE(counted.times, 5) << q;
    EXPECT_GE(ranked.times - counted.times, 5) << q << ": once for 64 letters that are looked at";
  }
}

TEST(Hostile, DearQueriesEndWithWhatTheyHave) {
  for (const std::string& q : dear_queries()) {
    for (const Sort sort : {Sort::kNewest, Sort::kRelevance}) {
      const Asked soon = ask(q, sort, [](int times) { return times / 8.0; });
      EXPECT_FALSE(soon.results.in_time) << q;
      EXPECT_FALSE(soon.results.exact) << q;
      EXPECT_LE(soon.times, 8 + 2) << q << ": once it is up nothing goes on";
      EXPECT_FALSE(soon.results.hits.empty()) << q;
    }
    // All the time needed to count, none to rank.
    const Asked counted = ask(q, Sort::kNewest, [](int) { return 0.0; });
    const int hits = static_cast<int>(counted.results.hits.size());
    const Asked unranked = ask(q, Sort::kRelevance, [&](int times) { return times < counted.times - hits + 2 ? 0.0 : 0.8; });
    EXPECT_FALSE(unranked.results.in_time) << q;
    EXPECT_EQ(unranked.results.total, counted.results.total) << q;
    ASSERT_EQ(unranked.results.hits.size(), counted.results.hits.size()) << q;
    EXPECT_EQ(unranked.results.hits[0].record.id, counted.results.hits[0].record.id) << q << ": newest first";
  }
}

TEST(Hostile, AListThatIsNotWholeIsRefused) {
  Request request;
  request.q = "\"year bed\" OR \"ward of\"";
  EXPECT_EQ(many()->matching(request)->size(), 2'500u);
  request.spent = [] { return 1.0; };
  const auto list = many()->matching(request);
  ASSERT_FALSE(list.ok());
  EXPECT_EQ(list.error().fault, Fault::kUsage);
}

TEST(Hostile, WildcardsStandForABoundedNumberOfWordsEachAndTogether) {
  std::vector<Published> letters;
  for (int i = 0; i < 120; ++i) letters.push_back(Letter("con" + std::to_string(i)).page("con" + std::to_string(1'000 + i) + "x"));
  for (int i = 0; i < 90; ++i) letters.push_back(Letter("dog" + std::to_string(i)).page("dog" + std::to_string(i) + "x dog0x"));
  letters.push_back(Letter("title").title("caf\xc3\xa9s"));
  const Index made(letters);
  struct Row {
    std::string q;
    std::uint64_t total;
    bool exact;
  };
  const Row rows[] = {
      {"con*", 100, false},
      {"con101*", 10, true},
      {"con10*", 100, true},
      {"dog*", 90, true},
      {"dog* OR con101*", 100, true},
      {"con* OR dog*", 190, false},
      {"title:caf\xc3\xa9*", 1, true},
      {"title:dog*", 0, true},
      {"dog* NOT zebra*", 90, true},
      {repeated("con* OR ", 8 * 24) + "con*", 40, false},  // 25 share 1,000
      {repeated("dog* OR ", 8 * 24) + "dog*", 90, false},  // every letter has the most frequent of them
      {repeated("con101* OR ", 11 * 99) + "con101*", 10, true},
  };
  for (const Row& row : rows) {
    Request request;
    request.q = row.q;
    const Results results = made.search(request);
    EXPECT_EQ(results.total, row.total) << row.q;
    EXPECT_EQ(results.exact, row.exact) << row.q;
    EXPECT_TRUE(results.in_time) << row.q;
  }
}

TEST(Hostile, AFewMisspeltWordsAreRespelt) {
  std::string q;
  for (int i = 0; i < 12; ++i) q += " nurces";
  Request request;
  request.q = q;
  const auto suggestion = index().search(request).suggestion;
  ASSERT_TRUE(suggestion);
  const std::string ten = repeated(" nurses", 70), all = ten + " nurces nurces";
  EXPECT_EQ(*suggestion, all);
}

}  // namespace
}  // namespace foi::index
