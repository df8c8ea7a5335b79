// Whose turn it is to search: as many searches run at once as there are cores, in the order in which they came, and one that takes long
// lets the others go first again and again, so that dear searches do not keep a visitor waiting.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>

namespace foi::server {

// Thread safety: any number of threads.
class SearchSlots {
 public:
  SearchSlots(std::size_t slots, std::size_t most_waiting) : free_(slots), most_waiting_(most_waiting) {}
  SearchSlots(const SearchSlots&) = delete;
  SearchSlots& operator=(const SearchSlots&) = delete;

  std::size_t waiting() const;
  // Those who came before are first. False when no slot came free in time, and at once when most_waiting wait already.
  bool take(std::chrono::milliseconds patience);
  // Gives the slot to whoever waits longest.
  void give_back();
  // Gives the slot to whoever waits longest and waits, last of all, for another; keeps it where nobody waits. False: the slot is gone and
  // no other came free in time.
  bool let_others_go_first(std::chrono::milliseconds patience);

 private:
  struct Waiter {
    std::condition_variable called;
    bool given = false;
  };
  void hand_on();
  bool wait(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds patience);

  mutable std::mutex mutex_;
  std::size_t free_;
  const std::size_t most_waiting_;
  std::deque<Waiter*> waiting_;
};

// One search's turn: holds a slot from beginning to end, but for the pauses in which others go first. For one thread.
class SearchTurn {
 public:
  struct Times {
    std::chrono::milliseconds search;  // how long the search may run, pauses not counted
    std::chrono::milliseconds pauses;  // how long its pauses may be together
    std::chrono::milliseconds slice;   // how long it runs between them
  };
  SearchTurn(SearchSlots& slots, std::chrono::milliseconds patience, const Times& times);
  SearchTurn(const SearchTurn&) = delete;
  SearchTurn& operator=(const SearchTurn&) = delete;
  ~SearchTurn();

  bool held() const { return held_; }
  // What index::Request::spent asks; others go first when the slice is over. 1 when the slot was not given back in time.
  double spent();

 private:
  using Clock = std::chrono::steady_clock;

  SearchSlots& slots_;
  Times times_;
  bool held_;
  Clock::time_point since_;
  Clock::duration before_{};  // how long it ran before that
};

}  // namespace foi::server
