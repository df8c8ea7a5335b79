// A counting semaphore that serves in the order of asking, so a long scan with many chunks keeps nobody else waiting for more than one.
// Thread safety: all of it. A thread must not ask for a slot while it holds one.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace foi::extract {

class Slots {
 public:
  explicit Slots(int count) : free_(count) {}

  // A slot, held until the object ends.
  class Lease {
   public:
    explicit Lease(Slots& slots) : slots_(slots) { slots_.take(); }
    ~Lease() { slots_.give_back(); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

   private:
    Slots& slots_;
  };

 private:
  void take() {
    std::unique_lock lock(mutex_);
    const std::uint64_t ticket = next_ticket_++;
    changed_.wait(lock, [&] { return free_ > 0 && ticket == next_served_; });
    --free_;
    ++next_served_;
    // The next in line may have been woken before its turn, for a slot that is still free.
    if (free_ > 0) changed_.notify_all();
  }
  void give_back() {
    const std::lock_guard lock(mutex_);
    ++free_;
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  int free_;
  std::uint64_t next_ticket_ = 0, next_served_ = 0;
};

}  // namespace foi::extract
