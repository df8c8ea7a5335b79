#include "server/search_slots.h"

#include <algorithm>

namespace foi::server {

std::size_t SearchSlots::waiting() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

bool SearchSlots::take(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  if (free_ > 0) {
    --free_;
    return true;
  }
  return waiting_.size() < most_waiting_ && wait(lock, patience);
}

void SearchSlots::give_back() {
  const std::lock_guard lock(mutex_);
  hand_on();
}

bool SearchSlots::let_others_go_first(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  if (waiting_.empty()) return true;
  hand_on();
  return wait(lock, patience);
}

// A slot is free only while nobody waits: nobody who comes can overtake.
void SearchSlots::hand_on() {
  if (waiting_.empty()) {
    ++free_;
    return;
  }
  waiting_.front()->given = true;
  waiting_.front()->called.notify_one();
  waiting_.pop_front();
}

bool SearchSlots::wait(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds patience) {
  Waiter me;
  waiting_.push_back(&me);
  if (!me.called.wait_for(lock, patience, [&me] { return me.given; })) std::erase(waiting_, &me);
  return me.given;
}

SearchTurn::SearchTurn(SearchSlots& slots, std::chrono::milliseconds patience, const Times& times)
    : slots_(slots), times_(times), held_(slots.take(patience)), since_(Clock::now()) {}

SearchTurn::~SearchTurn() {
  if (held_) slots_.give_back();
}

double SearchTurn::spent() {
  const Clock::time_point now = Clock::now();
  if (held_ && now - since_ >= times_.slice) {
    before_ += now - since_;
    held_ = slots_.let_others_go_first(times_.pauses);
    since_ = Clock::now();
    times_.pauses -= std::min(times_.pauses, std::chrono::ceil<std::chrono::milliseconds>(since_ - now));
  }
  using Share = std::chrono::duration<double>;
  return held_ ? Share(before_ + (Clock::now() - since_)) / Share(times_.search) : 1;
}

}  // namespace foi::server
