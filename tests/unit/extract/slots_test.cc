#include "indexer/extract/slots.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace foi::extract {
namespace {

TEST(Slots, NeverMoreAtOnceThanThereAreAndAllOfThemUsed) {
  constexpr int kSlots = 3;
  Slots slots(kSlots);
  std::atomic<int> inside{0}, most{0}, done{0};
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 12; ++thread)
      threads.emplace_back([&] {
        for (int round = 0; round < 50; ++round) {
          const Slots::Lease lease(slots);
          const int now = ++inside;
          for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) continue;
          std::this_thread::sleep_for(std::chrono::microseconds(200));
          --inside;
          ++done;
        }
      });
  }
  EXPECT_EQ(most, kSlots);
  EXPECT_EQ(done, 12 * 50);
}

TEST(Slots, ServesInTheOrderOfAsking) {
  Slots slots(1);
  std::vector<int> served;
  std::atomic<int> waiting{0};
  std::vector<std::jthread> threads;
  {
    const Slots::Lease first(slots);
    for (int number = 0; number < 5; ++number) {
      threads.emplace_back([&, number] {
        ++waiting;
        const Slots::Lease lease(slots);
        served.push_back(number);  // guarded by the one slot
      });
      while (waiting <= number) std::this_thread::yield();
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
  threads.clear();
  EXPECT_EQ(served, (std::vector{0, 1, 2, 3, 4}));
}

}  // namespace
}  // namespace foi::extract
