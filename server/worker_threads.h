// Threads that take jobs in turn, started as they are needed: a crowd of connections gets many, a quiet site keeps few. A system that gives
// no more threads leaves the site with those it has.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace foi::server {

// Thread safety: any number of threads may add.
class WorkerThreads {
 public:
  // Throws std::system_error when not even one thread can be had.
  explicit WorkerThreads(std::size_t most);
  ~WorkerThreads() { shutdown(); }
  WorkerThreads(const WorkerThreads&) = delete;
  WorkerThreads& operator=(const WorkerThreads&) = delete;

  void add(std::function<void()> job);
  // Does what was added, then ends the threads. Nothing may be added from then on.
  void shutdown();
  std::size_t threads() const;

 private:
  void work();

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> jobs_;
  std::size_t most_, idle_ = 0;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace foi::server
