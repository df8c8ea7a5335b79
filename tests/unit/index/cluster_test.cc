// One request to several bodies: filtered by, collapsed, counted; and letters that could not be read, by reason.
#include <gtest/gtest.h>

#include "tests/unit/index/made.h"

namespace foi::index {
namespace {

using made::count_of;
using made::Letter;
using Ids = std::vector<std::string>;

const made::Index& letters() {
  static const made::Index index({
      Letter("aaaaaaaaaaaaaaaa")
          .title("Beds")
          .page("ward beds beds beds")
          .responded("2023-01-01")
          .authority("RA1", "One")
          .cluster("aaaaaaaaaaaaaaaa"),
      Letter("bbbbbbbbbbbbbbbb")
          .title("Beds")
          .page("ward beds")
          .responded("2023-01-02")
          .authority("RB2", "Two")
          .cluster("aaaaaaaaaaaaaaaa"),
      Letter("cccccccccccccccc").title("Beds").page("ward").responded("2023-01-03").authority("RC3", "Three").cluster("aaaaaaaaaaaaaaaa"),
      Letter("dddddddddddddddd").title("Cars").page("ward cars").responded("2023-01-04").cluster("dddddddddddddddd"),
      Letter("eeeeeeeeeeeeeeee").title("Cars").page("cars").responded("2023-01-05").cluster("dddddddddddddddd"),
      Letter("ffffffffffffffff").title("Alone").page("ward alone").responded("2023-01-06"),
      Letter("gggggggggggggggg").title("Alone too").page("ward alone").responded("2023-01-07"),
      Letter("hhhhhhhhhhhhhhhh").unreadable(document_error("not read yet: application/vnd.ms-excel")),
      Letter("iiiiiiiiiiiiiiii").unreadable(document_error("not read yet: application/octet-stream")),
      Letter("jjjjjjjjjjjjjjjj").unreadable(document_error("a picture of 20000 by 30000 pixels, more than is read")),
  });
  return index;
}

Request collapsed(std::string q = {}) {
  Request request;
  request.q = std::move(q);
  request.collapse = true;
  return request;
}

TEST(Clusters, AreAFilterAndAFacet) {
  Request request;
  request.cluster = {"aaaaaaaaaaaaaaaa"};
  request.sort = Sort::kOldest;
  EXPECT_EQ(letters().ids(request), (Ids{"aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "cccccccccccccccc"}));
  request.cluster.push_back("dddddddddddddddd");
  EXPECT_EQ(letters().search(request).total, 5u);
  EXPECT_EQ(count_of(letters().search({}), "cluster", "dddddddddddddddd"), 2u);
  request.cluster = {"ffffffffffffffff"};
  const auto unknown = letters()->search(request);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().fault, Fault::kUsage);
}

TEST(Clusters, CollapsedCountOnceAndTheFirstStandsForAll) {
  struct Case {
    const char* q;
    std::uint64_t letters, clusters;
  };
  for (const Case& c :
       {Case{"", 10, 7}, Case{"ward", 6, 4}, Case{"beds", 3, 1}, Case{"cars", 2, 1}, Case{"alone", 2, 2}, Case{"zebra", 0, 0}}) {
    Request plain = collapsed(c.q);
    plain.collapse = false;
    EXPECT_EQ(letters().search(plain).total, c.letters) << c.q;
    EXPECT_EQ(letters().search(collapsed(c.q)).total, c.clusters) << c.q;
    EXPECT_EQ(letters().all_ids(collapsed(c.q), 2).size(), c.clusters) << c.q << ": every page together";
  }
  Request newest = collapsed("ward"), oldest = newest;
  newest.sort = Sort::kNewest;
  oldest.sort = Sort::kOldest;
  EXPECT_EQ(letters().ids(newest), (Ids{"gggggggggggggggg", "ffffffffffffffff", "dddddddddddddddd", "cccccccccccccccc"}));
  EXPECT_EQ(letters().ids(oldest), (Ids{"aaaaaaaaaaaaaaaa", "dddddddddddddddd", "ffffffffffffffff", "gggggggggggggggg"}));
}

TEST(Clusters, FacetsStillCountLetters) {
  EXPECT_EQ(count_of(letters().search(collapsed("ward")), "authority", "RB2"), 1u);
  EXPECT_EQ(count_of(letters().search(collapsed("ward")), "cluster", "aaaaaaaaaaaaaaaa"), 3u);
  Request filtered = collapsed();
  filtered.authority = {"RB2", "RC3"};
  EXPECT_EQ(letters().search(filtered).total, 1u);
}

// Enough letters that stopping is asked about.
TEST(Stopping, GivesWhatWasCountedAndSaysSo) {
  std::vector<Published> many;
  for (int i = 0; i < 3000; ++i) {
    std::string id = "aaaaaaaaaaaa";
    for (int rest = i, digit = 0; digit < 4; ++digit, rest /= 8) id += static_cast<char>('a' + rest % 8);
    many.push_back(Letter(id).page("ward beds"));
  }
  const made::Index index(many);
  Request request = collapsed("ward beds");
  for (const bool collapse : {false, true}) {
    request.collapse = collapse;
    request.spent = nullptr;
    EXPECT_TRUE(index.search(request).exact);
    EXPECT_EQ(index.search(request).total, 3000u);
    request.spent = [] { return 0.39; };
    EXPECT_EQ(index.search(request).total, 3000u);
    request.spent = [] { return 0.41; };  // no more time to count
    const Results stopped = index.search(request);
    EXPECT_FALSE(stopped.exact);
    EXPECT_FALSE(stopped.in_time);
    EXPECT_LT(stopped.total, 3000u);
    EXPECT_GT(stopped.total, 0u);
    EXPECT_EQ(stopped.hits.size(), 20u) << "the best are found all the same";
    EXPECT_TRUE(stopped.next_cursor);
  }
}

TEST(Clusters, ACursorOfAnotherWayOfCountingIsRefused) {
  Request request = collapsed("ward");
  request.limit = 1;
  const auto first = letters().search(request);
  ASSERT_TRUE(first.next_cursor);
  request.cursor = *first.next_cursor;
  EXPECT_TRUE(letters()->search(request).ok());
  request.collapse = false;
  EXPECT_FALSE(letters()->search(request).ok());
}

TEST(Failures, AreCountedByReasonWithoutWhatIsParticular) {
  const auto failures = letters()->failures();
  ASSERT_TRUE(failures);
  ASSERT_EQ(failures->size(), 2u);
  EXPECT_EQ((*failures)[0].reason, "a picture of N by N pixels, more than is read");
  EXPECT_EQ((*failures)[0].letters, 1u);
  EXPECT_EQ((*failures)[1].reason, "not read yet");
  EXPECT_EQ((*failures)[1].letters, 2u);
}

}  // namespace
}  // namespace foi::index
