#include "server/worker_threads.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>

namespace foi::server {
namespace {

TEST(WorkerThreads, DoEveryJobOnceAndThenEnd) {
  std::atomic<int> done = 0;
  {
    WorkerThreads workers(4);
    for (int i = 0; i < 1'000; ++i) workers.add([&done] { ++done; });
    EXPECT_LE(workers.threads(), 4u);
  }
  EXPECT_EQ(done, 1'000);
}

TEST(WorkerThreads, AsManyJobsAtOnceAsThreadsAllowed) {
  constexpr std::ptrdiff_t kAtOnce = 20;
  std::latch all(kAtOnce);
  WorkerThreads workers(kAtOnce);
  // Each waits for all the others: with one thread fewer this would never end.
  for (std::ptrdiff_t i = 0; i < kAtOnce; ++i) workers.add([&all] { all.arrive_and_wait(); });
  all.wait();
  EXPECT_EQ(workers.threads(), static_cast<std::size_t>(kAtOnce));
}

TEST(WorkerThreads, NoneIsStartedBeforeItIsNeeded) {
  const WorkerThreads workers(100);
  EXPECT_EQ(workers.threads(), 1u);
}

TEST(WorkerThreads, WhatWasAddedBeforeTheEndIsDone) {
  std::atomic<int> done = 0;
  WorkerThreads workers(1);
  std::latch hold(1);
  workers.add([&hold] { hold.wait(); });
  for (int i = 0; i < 10; ++i) workers.add([&done] { ++done; });
  hold.count_down();
  workers.shutdown();
  EXPECT_EQ(done, 10);
}

}  // namespace
}  // namespace foi::server
