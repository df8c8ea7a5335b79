// Runs the same job over a list on several threads.
#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <mutex>
#include <new>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "indexer/model/result.h"

namespace foi {

// Runs work; what it throws, which is for lack of memory or threads, becomes an error: a thread that throws would end the program.
template <class Work>
Status without_throwing(Work work) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return environment_error("out of memory; close other programs, use fewer --jobs or raise the limit, and run it again");
  } catch (const std::system_error& error) {
    return environment_error(std::string("the system refused what is needed: ") + error.what() + "; use fewer --jobs or raise the limit");
  } catch (const std::exception& error) {
    return environment_error(std::string("a fault of this program: ") + error.what());
  }
}

// Calls job(i) once for each i < count, from `threads` threads, each taking the next i. The first error stops the taking of new ones and
// is returned once every thread has finished.
inline Status for_each_in_parallel(std::size_t count, int threads, const std::function<Status(std::size_t)>& job) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::optional<Error> first_error;
  auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      Status status = without_throwing([&] { return job(i); });
      if (status) continue;
      const std::lock_guard lock(mutex);
      if (!first_error) first_error = status.error();
      next = count;
    }
  };
  {
    std::vector<std::jthread> pool;
    try {
      for (int t = 1; t < threads; ++t) pool.emplace_back(run);
    } catch (const std::exception&) {
      // There is no room for as many threads: fewer do the same work.
    }
    run();
  }
  if (first_error) return *first_error;
  return success();
}

}  // namespace foi
