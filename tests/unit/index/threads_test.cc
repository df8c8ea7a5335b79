// One Searcher, many threads: the same answers as one thread gets.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "made.h"

namespace foi::index {
namespace {

using made::Index;
using made::Letter;

TEST(Threads, EightSearchAtOnce) {
  std::vector<Published> letters;
  for (int i = 0; i < 200; ++i)
    letters.push_back(Letter("id" + std::to_string(i))
                          .page("bed ward nurse " + std::string(i % 3 ? "cost" : "agency"))
                          .page("list of wards")
                          .responded(i % 2 ? "2024-01-01" : "2023-01-01")
                          .cites(i % 5 ? "foia-31-1-a" : "foia-43"));
  const Index index(letters);
  std::vector<Request> requests(4);
  requests[0].q = "ward agency";
  requests[1].q = "\"bed ward\" OR list";
  requests[2].exemption = {"foia-31"};
  requests[3].q = "nurs* wardd";
  const auto answer = [&index](const Request& request) {
    const Results results = index.search(request);
    std::string out = std::to_string(results.total) + results.suggestion.value_or("");
    for (const Hit& hit : results.hits) out += " " + hit.record.id + ":" + std::to_string(hit.page.value_or(0)) + made::marked(hit.snippet);
    for (const Facet& facet : results.facets)
      for (const FacetValue& value : facet.values) out += " " + value.id + "=" + std::to_string(value.count);
    return out;
  };
  std::vector<std::string> expected;
  for (const Request& request : requests) expected.push_back(answer(request));

  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 8; ++t)
    threads.emplace_back([&, t] {
      for (std::size_t i = 0; i < 40; ++i) {
        const std::size_t n = (t + i) % requests.size();
        wrong += answer(requests[n]) != expected[n];
        wrong += !index->document("id7")->has_value();
        wrong += !index->page("id7", 2)->has_value();
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace foi::index
