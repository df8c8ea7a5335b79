// Which letters a query matches: the same as Xapian's own matcher finds, whatever the query is made of.
#include "indexer/index/matching.h"

#include <gtest/gtest.h>

#include <random>

#include "indexer/index/rewrite.h"

namespace foi::index {
namespace {

using Xapian::Query;
using Numbers = std::vector<Xapian::docid>;

constexpr Xapian::docid kLetters = 6'000;  // several blocks
constexpr std::uint32_t kSlot = 3;

unsigned below(std::mt19937& random, unsigned bound) { return static_cast<unsigned>(random() % bound); }

// Words from one that nearly every letter has to one that a single letter has; a third of the numbers stand for no letter.
const Xapian::Database& letters() {
  static const Xapian::WritableDatabase database = [] {
    Xapian::WritableDatabase out("", Xapian::DB_BACKEND_INMEMORY);
    std::mt19937 random(7);
    for (Xapian::docid n = 1; n <= kLetters; ++n) {
      Xapian::Document letter;
      Xapian::termpos position = 1;
      for (const auto& [word, of_100] : {std::pair{"hospital", 95u}, {"nurse", 40u}, {"parking", 12u}, {"ward", 4u}, {"mortuary", 1u}})
        for (int i = 0; i < 2; ++i)
          if (below(random, 100) < of_100) letter.add_posting(word, position += 1 + below(random, 3));
      if (n == 4'321) letter.add_posting("sluice", 90);
      letter.add_value(kSlot, Xapian::sortable_serialise(n % 100));
      out.add_document(letter);
    }
    for (Xapian::docid n = 1; n <= kLetters; ++n)
      if (below(random, 3) == 0 && n != 4'321) out.delete_document(n);
    return out;
  }();
  return database;
}

class Spy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& letter, double) override { numbers.push_back(letter.get_docid()); }
  Numbers numbers;
};

Numbers as_xapian_finds(const Query& query) {
  Spy spy;
  Xapian::Enquire enquire(letters());
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, kLetters);
  return spy.numbers;
}

Numbers matches(const Query& query) {
  Numbers out;
  Clock never_up;
  EXPECT_TRUE(each_match(letters(), query, never_up,
                         [&out](std::span<const Xapian::docid> some) { out.insert(out.end(), some.begin(), some.end()); }));
  return out;
}

Query random_word(std::mt19937& random) {
  constexpr std::array kWords{"hospital", "nurse", "parking", "ward", "mortuary", "sluice", "unheard"};
  return Query(kWords[below(random, kWords.size())]);
}

Query random_query(std::mt19937& random, int depth) {
  if (depth == 0 || below(random, 6) == 0) return random_word(random);
  constexpr std::array kOperators{Query::OP_AND,    Query::OP_OR,   Query::OP_AND_NOT, Query::OP_AND_MAYBE,
                                  Query::OP_FILTER, Query::OP_XOR,  Query::OP_SYNONYM, Query::OP_MAX,
                                  Query::OP_PHRASE, Query::OP_NEAR, Query::OP_VALUE_GE};
  switch (const Query::op op = kOperators[below(random, kOperators.size())]) {
    case Query::OP_PHRASE:
    case Query::OP_NEAR: {
      const std::array words{random_word(random), random_word(random)};
      return {op, words.begin(), words.end(), 2 + below(random, 4)};
    }
    case Query::OP_VALUE_GE:
      return {op, kSlot, Xapian::sortable_serialise(below(random, 100))};
    default:
      return {op, random_query(random, depth - 1), random_query(random, depth - 1)};
  }
}

TEST(Matching, FindsWhatXapianFinds) {
  std::mt19937 random(11);
  std::size_t found = 0;
  for (int i = 0; i < 400; ++i) {
    const Query query = random_query(random, 3);
    const Numbers numbers = matches(query);
    ASSERT_EQ(numbers, as_xapian_finds(query)) << query.get_description();
    found += numbers.empty() ? 0 : 1;
  }
  EXPECT_GT(found, 200u) << "the queries are not all of words that never meet";
}

TEST(Matching, ScaledAndMaybeWordsNeedNotMatch) {
  const Query maybe(Query::OP_AND_MAYBE, Query("ward"), Query("mortuary"));
  EXPECT_EQ(matches(maybe), matches(Query("ward")));
  EXPECT_EQ(matches(Query(0.25, Query("ward"))), matches(Query("ward")));
}

TEST(Matching, EveryLetterAndNone) {
  EXPECT_EQ(matches(Query(std::string())).size(), letters().get_doccount());
  EXPECT_TRUE(matches(Query()).empty());
  EXPECT_TRUE(matches(Query("unheard")).empty());
  EXPECT_EQ(matches(Query("sluice")), Numbers{4'321});
  EXPECT_TRUE(matches(Query(Query::OP_AND_NOT, Query("ward"), Query(std::string()))).empty());
}

TEST(Matching, WhatIsStoppedSawEveryMatchUpToSomeLetter) {
  const Query query(Query::OP_OR, Query("hospital"), Query("nurse"));
  const Numbers all = matches(query);
  int asked = 0;
  const std::function<double()> spent = [&asked] { return ++asked < 2 ? 0.0 : 1.0; };
  Clock clock(spent);
  Numbers seen;
  const auto see = [&seen](std::span<const Xapian::docid> some) { seen.insert(seen.end(), some.begin(), some.end()); };
  EXPECT_FALSE(each_match(letters(), query, clock, see));
  EXPECT_FALSE(seen.empty());
  EXPECT_LT(seen.size(), all.size());
  EXPECT_TRUE(std::equal(seen.begin(), seen.end(), all.begin()));
}

using Weighed = std::vector<std::pair<Xapian::docid, double>>;

Weighed weighed(const Query& query) {
  Xapian::Enquire enquire(letters());
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, kLetters);
  Weighed out;
  for (auto it = found.begin(); it != found.end(); ++it) out.emplace_back(*it, it.get_weight());
  return out;
}

TEST(Clocked, FindsAndWeighsTheSame) {
  std::mt19937 random(13);
  Clock never_up;
  ClockSource source(never_up);
  std::size_t changed = 0;
  for (int i = 0; i < 400; ++i) {
    const Query one = random_query(random, 3);
    const Query query = i % 4 == 0 ? Query(Query::OP_OR, one, Query(Query::OP_SCALE_WEIGHT, random_query(random, 2), kSynonymWeight)) : one;
    if (query.get_description().find("SYNONYM") != std::string::npos) continue;  // Xapian cannot weigh what these are made of here
    const Query with_clock = clocked(query, source);
    changed += with_clock.get_description() == query.get_description() ? 0 : 1;
    const Weighed expected = weighed(query), found = weighed(with_clock);
    ASSERT_EQ(found.size(), expected.size()) << query.get_description();
    for (std::size_t n = 0; n < found.size(); ++n) {
      ASSERT_EQ(found[n].first, expected[n].first) << query.get_description();
      ASSERT_NEAR(found[n].second, expected[n].second, 1e-9) << query.get_description();
    }
  }
  EXPECT_GT(changed, 50u) << "some hold phrases";
}

}  // namespace
}  // namespace foi::index
