// Letters that have nearly what was typed: when they are found, what is said of them, and when they are not.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/unit/index/made.h"

namespace foi::index {
namespace {

using made::Index;
using made::Letter;
using Ids = std::vector<std::string>;

// Every letter has "hospital"; a few have what is asked for.
const Index& letters() {
  static const Index index = [] {
    std::vector<Published> all;
    for (int i = 0; i < 40; ++i) all.push_back(Letter("common" + std::to_string(100 + i)).page("The hospital answered a request."));
    all.push_back(
        Letter("all").cites("foia-43-2").page("The hospital paid agency nurses by the hour, as was asked in a long letter about a ward."));
    all.push_back(Letter("agency").cites("foia-43-2").page("Agency doctors: agency, agency and agency once more in the hospital."));
    all.push_back(Letter("nurses").page("The hospital employs nurses."));
    all.push_back(Letter("parking").page("Parking at the hospital."));
    return Index(all);
  }();
  return index;
}

Results found(const std::string& q, const std::vector<std::string>& exemption = {}) {
  Request request;
  request.q = q;
  request.exemption = exemption;
  request.limit = 100;
  return letters().search(request);
}

Ids ids_of(const Results& results) {
  Ids out;
  for (const Hit& hit : results.hits) out.push_back(hit.record.id);
  return out;
}

Ids sorted(Ids ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

TEST(Nearly, IsFoundWhereHardlyAnyLetterHasEveryWord) {
  struct Row {
    const char* q;
    Ids found;
    std::uint64_t every_word;
  };
  const Row rows[] = {
      {"agency nurses", {"agency", "all", "nurses"}, 1},
      {"how much does the hospital spend on agency nurses", {"agency", "all", "nurses"}, 0},
      {"agency parking", {"agency", "all", "parking"}, 0},
      {"agency, nurses?", {"agency", "all", "nurses"}, 1},
      // A word that no letter has is left aside.
      {"agency thermometers", {"agency", "all"}, 0},
      // The same word twice is one part, and one part has no part missing.
      {"parking thermometers parking", {"parking"}, 0},
  };
  for (const Row& row : rows) {
    const Results results = found(row.q);
    EXPECT_EQ(sorted(ids_of(results)), row.found) << row.q;
    EXPECT_EQ(results.total, row.found.size()) << row.q;
    EXPECT_EQ(results.with_every_word, row.every_word) << row.q;
  }
}

TEST(Nearly, DoesNotComeByACommonWordAlone) {
  const Ids ids = ids_of(found("hospital agency nurses"));
  EXPECT_EQ(sorted(ids), (Ids{"agency", "all", "nurses"}));
}

TEST(Nearly, ComesAfterWhatHasEveryWord) {
  const Results results = found("agency hospital nurses");
  ASSERT_FALSE(results.hits.empty());
  EXPECT_EQ(results.hits[0].record.id, "all") << "the other has the rare word four times";
  for (const Hit& hit : results.hits) EXPECT_LT(hit.score, 100) << "what puts it first is no part of the score shown";
}

TEST(Nearly, IsNotWhatWasAskedForWhenTheTextSaysWhatMustMatch) {
  for (const char* q : {"agency AND nurses", "\"agency nurses\"", "+agency +nurses", "agency nurses -doctors", "agency nurs*",
                        "agency NEAR/3 nurses", "agency ADJ nurses", "agency nurses NOT doctors"}) {
    const Results results = found(q);
    EXPECT_EQ(ids_of(results), Ids{"all"}) << q;
    EXPECT_EQ(results.with_every_word, std::nullopt) << q;
  }
  EXPECT_EQ(found("title:agency nurses").total, 0u);
  EXPECT_EQ(found("agency AND parking").total, 0u);
}

TEST(Nearly, IsNotFoundForOneWordOrForNone) {
  for (const char* q : {"agency", "thermometers", "", "thermometers barometers", "the", "!!!"}) {
    EXPECT_EQ(found(q).with_every_word, std::nullopt) << q;
  }
  EXPECT_EQ(found("thermometers barometers").total, 0u);
}

TEST(Nearly, IsNotFoundWhereEnoughLettersHaveEveryWord) {
  const Results results = found("hospital answered");
  EXPECT_EQ(results.total, 40u);
  EXPECT_EQ(results.with_every_word, std::nullopt);
}

TEST(Nearly, IsNotFoundWhenEveryWordIsAskedFor) {
  Request request;
  request.q = "agency nurses";
  request.every_word = true;
  const Results results = letters().search(request);
  EXPECT_EQ(ids_of(results), Ids{"all"});
  EXPECT_EQ(results.with_every_word, std::nullopt);
}

TEST(Nearly, IsCountedUnderTheFilters) {
  const Results results = found("agency nurses", {"foia-43-2"});
  EXPECT_EQ(ids_of(results), (Ids{"all", "agency"}));
  EXPECT_EQ(results.with_every_word, 1u);
  const auto exemption = std::find_if(results.facets.begin(), results.facets.end(), [](const Facet& f) { return f.name == "exemption"; });
  ASSERT_NE(exemption, results.facets.end());
  for (const FacetValue& value : exemption->values) EXPECT_EQ(value.count, 2u) << value.id;
}

// Of a cluster the first that is in: one with a common word alone may have more of that than any.
TEST(Nearly, IsFoundInClustersToo) {
  std::vector<Published> all;
  for (int i = 0; i < 40; ++i) all.push_back(Letter("common" + std::to_string(100 + i)).page("The hospital answered a request."));
  const std::string a = "aaaaaaaaaaaaaaaa", b = "bbbbbbbbbbbbbbbb";
  all.push_back(Letter(a).cluster(a).page("hospital hospital hospital hospital hospital hospital"));
  all.push_back(
      Letter("agency").cluster(a).page("Agency doctors of the hospital, as was asked in a long letter about one ward and another."));
  all.push_back(Letter("both").cluster(a).page("The hospital employs agency nurses."));
  all.push_back(Letter("nurses").cluster(b).page("The hospital employs nurses."));
  all.push_back(Letter(b).cluster(b).page("Nurses and bank nurses of the hospital."));
  const Index index(all);
  Request request;
  request.q = "hospital agency nurses";
  request.limit = 100;
  EXPECT_EQ(index.search(request).total, 4u);
  request.collapse = true;
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
    request.sort = sort;
    const Results results = index.search(request);
    EXPECT_EQ(results.total, 2u);
    EXPECT_EQ(results.with_every_word, 1u);
    EXPECT_EQ(results.hits.size(), 2u);
    EXPECT_EQ(index.all_ids(request, 1).size(), 2u) << "every page together";
    EXPECT_EQ(made::count_of(results, "cluster", a), 2u) << "facets count letters";
  }
  request.sort = Sort::kRelevance;
  EXPECT_EQ(ids_of(index.search(request))[0], "both");
}

TEST(Nearly, PagesAndListsAsItIsCounted) {
  Request request;
  request.q = "agency nurses";
  EXPECT_EQ(sorted(letters().all_ids(request, 1)), (Ids{"agency", "all", "nurses"}));
  EXPECT_EQ(letters().all_ids(request, 2), letters().all_ids(request, 100));
  EXPECT_EQ(letters()->matching(request)->size(), 3u);
  request.exemption = {"foia-43-2"};
  EXPECT_EQ(letters()->matching(request)->size(), 2u);
}

// Words with synonyms beside words without, and more letters than the page takes. (What crashed Xapian here is in tests/relevance.)
TEST(Synonyms, AShortPageBeginsAsALongOneDoes) {
  std::vector<Published> all;
  // Rarer and rarer; the other words for "locum" and "doctor" are among them.
  const char* words[] = {"hospital", "spend", "nurse", "doctor", "agency", "consultant", "temporary staff", "locum", "trainee doctor"};
  std::mt19937 random(5);
  for (int i = 0; i < 300; ++i) {
    std::string text = "letter ";
    for (std::size_t w = 0; w < std::size(words); ++w)
      for (auto n = random() % (w + 2) == 0 ? 1 + random() % 4 : 0; n > 0; --n) text += std::string(words[w]) + " on ";
    all.push_back(Letter("id" + std::to_string(1000 + i)).page(text));
  }
  const Index index(all);
  for (const char* q : {"hospital OR spend OR locum OR doctor", "how much does the hospital spend on locum doctors and thermometers",
                        "agency OR ward OR bank staff OR budget", "locum OR consultant"}) {
    Request request;
    request.q = q;
    request.limit = 100;
    const Ids whole = ids_of(index.search(request));
    for (const std::size_t limit : {1u, 3u, 15u, 40u}) {
      request.limit = limit;
      const Ids first = ids_of(index.search(request));
      ASSERT_LE(first.size(), whole.size()) << q;
      EXPECT_TRUE(std::equal(first.begin(), first.end(), whole.begin())) << q << " " << limit;
    }
  }
}

}  // namespace
}  // namespace foi::index
