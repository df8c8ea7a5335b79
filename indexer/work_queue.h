// Runs the same job over a list on several threads.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "indexer/model/result.h"

namespace foi {

// Calls job(i) once for each i < count, from `threads` threads, each taking the next i. The first error stops the taking of new ones and
// is returned once every thread has finished.
inline Status for_each_in_parallel(std::size_t count, int threads, const std::function<Status(std::size_t)>& job) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::optional<Error> first_error;
  auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      Status status = job(i);
      if (status) continue;
      const std::lock_guard lock(mutex);
      if (!first_error) first_error = status.error();
      next = count;
    }
  };
  {
    std::vector<std::jthread> pool;
    for (int t = 1; t < threads; ++t) pool.emplace_back(run);
    run();
  }
  if (first_error) return *first_error;
  return success();
}

}  // namespace foi
