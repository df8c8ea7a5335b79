// Whose turn it is to search: first come, first served; no more wait than can be served; a long search lets others go first.
#include "server/search_slots.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

#include "fake_search.h"
#include "server/limits.h"

namespace foi::server {
namespace {

using namespace std::chrono_literals;

// Until somebody else did something; true when it was done.
template <class Done>
bool eventually(Done done) {
  for (int i = 0; i < 2'000; ++i, std::this_thread::sleep_for(5ms))
    if (done()) return true;
  return false;
}

TEST(SearchSlots, AreGivenInTheOrderOfComing) {
  constexpr std::size_t kCallers = 16;
  SearchSlots slots(1, kCallers);
  ASSERT_TRUE(slots.take(0ms));
  std::mutex mutex;
  std::vector<std::size_t> order, expected;
  std::vector<std::thread> callers;
  for (std::size_t i = 0; i < kCallers; ++i) {
    callers.emplace_back([&, i] {
      ASSERT_TRUE(slots.take(20s));
      {
        const std::lock_guard lock(mutex);
        order.push_back(i);
      }
      slots.give_back();
    });
    expected.push_back(i);
    ASSERT_TRUE(eventually([&] { return slots.waiting() == i + 1; }));
  }
  EXPECT_FALSE(slots.take(20s)) << "one too many is told at once";
  slots.give_back();
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(order, expected);
  EXPECT_TRUE(slots.take(0ms)) << "the slot is free again";
}

TEST(SearchSlots, WhoWaitedTooLongIsForgotten) {
  SearchSlots slots(1, 8);
  ASSERT_TRUE(slots.take(0ms));
  EXPECT_FALSE(slots.take(1ms));
  EXPECT_EQ(slots.waiting(), 0u);
  slots.give_back();
  EXPECT_TRUE(slots.take(0ms));
}

TEST(SearchSlots, OthersGoFirstWhereThereAreAny) {
  SearchSlots slots(1, 0);
  ASSERT_TRUE(slots.take(0ms));
  EXPECT_TRUE(slots.let_others_go_first(0ms)) << "nobody waits";
  SearchSlots shared(1, 1);
  ASSERT_TRUE(shared.take(0ms));
  auto other = std::async(std::launch::async, [&] { return shared.take(20s); });
  ASSERT_TRUE(eventually([&] { return shared.waiting() == 1; }));
  EXPECT_FALSE(shared.let_others_go_first(10ms)) << "the other keeps it";
  EXPECT_TRUE(other.get());
  shared.give_back();
  EXPECT_TRUE(shared.take(0ms)) << "it was the only slot, and came back";
}

TEST(SearchTurn, CountsItsOwnTimeOnly) {
  SearchSlots slots(1, 1);
  SearchTurn turn(slots, 0ms, {.search = 1h, .pauses = 20s, .slice = 0ms});
  ASSERT_TRUE(turn.held());
  auto other = std::async(std::launch::async, [&] {
    EXPECT_TRUE(slots.take(20s));
    std::this_thread::sleep_for(50ms);
    slots.give_back();
  });
  ASSERT_TRUE(eventually([&] { return slots.waiting() == 1; }));
  const double before = turn.spent();  // and the other's 50 ms
  EXPECT_LT(before, 1.0);
  other.get();
  EXPECT_TRUE(turn.held());

  SearchTurn none(slots, 0ms, {.search = 1h, .pauses = 0ms, .slice = 0ms});
  EXPECT_FALSE(none.held());
  EXPECT_EQ(none.spent(), 1.0);
}

// Searches that end when the test says so; a dear one when the clock does.
class SlowSearch : public FakeSearch {
 public:
  Result<index::Results> search(const index::Request& request) const override {
    ++running;
    most = std::max(most.load(), running.load());
    if (request.q == "dear") {
      dear_runs = true;
      while (request.spent() < 1) std::this_thread::sleep_for(1ms);
      dear_is_done = true;
    } else {
      opened.wait();
    }
    --running;
    return index::Results{};
  }
  std::promise<void> open;
  std::shared_future<void> opened = open.get_future().share();
  mutable std::atomic<int> running = 0, most = 0;
  mutable std::atomic<bool> dear_runs = false, dear_is_done = false;
};

Answer ask(const Site& site, const char* target) { return site.answer({.method = "GET", .target = target, .if_none_match = {}}); }

TEST(SearchSlots, OneTooManyIsToldToComeBack) {
  const auto search = std::make_shared<SlowSearch>();
  Site site({.edition = [&] { return search; }, .report = [](const std::string&) {}}, small_reference(), {.search_slots = 1});
  constexpr std::size_t kTooMany = 3;
  std::atomic<std::size_t> refused = 0, answered = 0, wrong = 0;
  std::vector<std::thread> callers;
  for (std::size_t i = 0; i < 1 + limits::kSearchesWaiting + kTooMany; ++i)
    callers.emplace_back([&] {
      const Answer answer = ask(site, "/api/v1/search?q=ward");
      if (answer.status == 200)
        ++answered;
      else if (answer.status == 503 && header_of(answer, "Retry-After") == "5" && answer.content_type == "application/problem+json")
        ++refused;
      else
        ++wrong;
    });
  EXPECT_TRUE(eventually([&] { return refused + wrong >= kTooMany; }));
  EXPECT_EQ(refused, kTooMany);
  EXPECT_EQ(answered, 0u);
  search->open.set_value();
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(answered, 1 + limits::kSearchesWaiting);
  EXPECT_EQ(wrong, 0u);
  EXPECT_EQ(search->most, 1) << "one slot, one search at a time";
}

TEST(SearchSlots, ADearSearchKeepsNobodyWaiting) {
  const auto search = std::make_shared<SlowSearch>();
  search->open.set_value();
  Site site({.edition = [&] { return search; }, .report = [](const std::string&) {}}, small_reference(), {.search_slots = 1});
  auto dear = std::async(std::launch::async, [&] { return ask(site, "/feed.atom?q=dear").status; });
  ASSERT_TRUE(eventually([&] { return search->dear_runs.load(); }));
  EXPECT_EQ(ask(site, "/api/v1/search?q=ward").status, 200);
  EXPECT_FALSE(search->dear_is_done);
  EXPECT_EQ(ask(site, "/api/v1/search?q=dear").status, 200);
  dear.get();
}

}  // namespace
}  // namespace foi::server
