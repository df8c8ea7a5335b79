// How long a search may go on. Xapian's own time limit (Enquire::set_time_limit) only stops it counting matches beyond those asked for: it
// ends neither a search for a phrase that never comes nor the ranking of what hundreds of words find. Inside this directory only: it shows
// Xapian.
#pragma once

#include <xapian.h>

#include <functional>

namespace foi::index {

class Clock {
 public:
  // Thrown by what is asked for when the time is up; caught where there is something to answer with.
  struct TimeIsUp {};

  Clock() = default;  // time is never up
  // spent: Request::spent, which must outlive the clock; it may be empty. share: of the time, what is for this clock's work.
  explicit Clock(const std::function<double()>& spent, double share = 1) : spent_(spent ? &spent : nullptr), share_(share) {}

  // Throws TimeIsUp.
  void ask() {
    if (is_up()) throw TimeIsUp{};
  }
  // Before a piece of work that takes microseconds: asks now and then.
  void tick() {
    if (++ticks_ % kTicks == 0) ask();
  }
  bool is_up() const { return spent_ != nullptr && (*spent_)() >= share_; }

 private:
  static constexpr unsigned kTicks = 64;

  const std::function<double()>* spent_ = nullptr;
  double share_ = 1;
  unsigned ticks_ = 0;
};

// Matches every letter and gives no weight: the matcher that goes through what a query finds also asks the clock.
class ClockSource : public Xapian::PostingSource {
 public:
  explicit ClockSource(Clock& clock) : clock_(clock) {}
  // The query has one for each place in which the source stands.
  PostingSource* clone() const override { return new ClockSource(clock_); }
  void init(const Xapian::Database& letters) override;
  Xapian::doccount get_termfreq_min() const override { return count_; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  void next(double) override;
  void skip_to(Xapian::docid number, double) override;
  bool at_end() const override { return now_ > last_; }
  Xapian::docid get_docid() const override { return now_; }

 private:
  Clock& clock_;
  Xapian::doccount count_ = 0;
  Xapian::docid last_ = 0, now_ = 0;
};

// query, asking the clock before each letter it finds and before each in which it looks at where words stand; as it is when it holds a few
// words and no phrase. source must outlive it.
Xapian::Query clocked(const Xapian::Query& query, ClockSource& source);

}  // namespace foi::index
