#include "server/worker_threads.h"

#include <system_error>
#include <utility>

namespace foi::server {

WorkerThreads::WorkerThreads(std::size_t most) : most_(most) {
  threads_.emplace_back([this] { work(); });
}

void WorkerThreads::add(std::function<void()> job) {
  const std::lock_guard lock(mutex_);
  jobs_.push_back(std::move(job));
  if (idle_ < jobs_.size() && threads_.size() < most_) {
    try {
      threads_.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
      most_ = threads_.size();
    }
  }
  wake_.notify_one();
}

void WorkerThreads::shutdown() {
  std::vector<std::thread> threads;
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    threads = std::exchange(threads_, {});
  }
  wake_.notify_all();
  for (std::thread& thread : threads) thread.join();
}

std::size_t WorkerThreads::threads() const {
  const std::lock_guard lock(mutex_);
  return threads_.size();
}

void WorkerThreads::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    wake_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
    --idle_;
    if (jobs_.empty()) return;
    const std::function<void()> job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    job();
    lock.lock();
  }
}

}  // namespace foi::server
