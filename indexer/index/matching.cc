#include "indexer/index/matching.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace foi::index {

namespace {

// Letters looked at together. The first are few, as the clock is not asked about them: some are always found. Later ones are many, so that
// what a block costs does not count.
constexpr Xapian::docid kFirstBlock = 1024, kLargestBlock = 16'384;

// The letters of one block that are still in question.
class Block {
 public:
  Block(Xapian::docid begin, Xapian::docid end, bool full) : begin_(begin), end_(end), words_((end - begin + 63) / 64, full ? ~0ULL : 0) {
    if (const auto rest = (end - begin) % 64; full && rest != 0) words_.back() = (1ULL << rest) - 1;
  }
  Block none() const { return {begin_, end_, false}; }

  Xapian::docid begin() const { return begin_; }
  Xapian::docid end() const { return end_; }
  void add(Xapian::docid n) { words_[(n - begin_) / 64] |= bit(n); }
  bool has(Xapian::docid n) const { return (words_[(n - begin_) / 64] & bit(n)) != 0; }
  std::size_t count() const {
    std::size_t out = 0;
    for (const std::uint64_t word : words_) out += static_cast<std::size_t>(std::popcount(word));
    return out;
  }
  bool empty() const {
    return std::all_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word == 0; });
  }
  void unite(const Block& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void unite_but_common(const Block& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] ^= other.words_[i];
  }
  void subtract(const Block& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  }
  // The first at n or after it; end() when there is none.
  Xapian::docid next(Xapian::docid n) const {
    for (; n < end_; n = begin_ + ((n - begin_) / 64 + 1) * 64)
      if (const std::uint64_t rest = words_[(n - begin_) / 64] >> ((n - begin_) % 64); rest != 0)
        return n + static_cast<Xapian::docid>(std::countr_zero(rest));
    return end_;
  }

 private:
  std::uint64_t bit(Xapian::docid n) const { return 1ULL << ((n - begin_) % 64); }

  Xapian::docid begin_, end_;
  std::vector<std::uint64_t> words_;
};

// A part of a query. Asked for one block after another, ascending.
class Part {
 public:
  virtual ~Part() = default;
  // Leaves of the letters in question those that match. Throws Clock::TimeIsUp.
  virtual void keep(Block& block, Clock& clock) = 0;
  virtual bool is_dear() const { return false; }  // better asked about few letters
};
using Parts = std::vector<std::unique_ptr<Part>>;

class TermPart : public Part {
 public:
  TermPart(const Xapian::Database& letters, const std::string& term)
      : at_(letters.postlist_begin(term)), end_(letters.postlist_end(term)), share_(share(letters, term)) {}

  void keep(Block& block, Clock& clock) override {
    clock.ask();
    Block out = block.none();
    if (static_cast<double>(block.count()) * kSkipping < share_ * (block.end() - block.begin()))
      look_up(block, out);
    else
      run_through(block, out);
    block = std::move(out);
  }

 private:
  static constexpr double kSkipping = 8;  // what skipping to an entry costs beside going to the next

  static double share(const Xapian::Database& letters, const std::string& term) {
    return term.empty() ? 1 : static_cast<double>(letters.get_termfreq(term)) / std::max(1u, letters.get_lastdocid());
  }
  void look_up(const Block& block, Block& out) {
    for (Xapian::docid n = block.next(block.begin()); n < block.end() && at_ != end_; n = block.next(n + 1)) {
      if (*at_ < n) at_.skip_to(n);
      if (at_ != end_ && *at_ == n) out.add(n);
    }
  }
  void run_through(const Block& block, Block& out) {
    if (at_ != end_ && *at_ < block.begin()) at_.skip_to(block.begin());
    for (; at_ != end_; ++at_) {
      const Xapian::docid n = *at_;
      if (n >= block.end()) return;
      if (block.has(n)) out.add(n);
    }
  }

  Xapian::PostingIterator at_, end_;
  double share_;  // of all letters, those that have the term
};

class AllOf : public Part {
 public:
  explicit AllOf(Parts parts) : parts_(std::move(parts)) {
    std::stable_partition(parts_.begin(), parts_.end(), [](const auto& part) { return !part->is_dear(); });
  }
  void keep(Block& block, Clock& clock) override {
    for (const auto& part : parts_) {
      if (block.empty()) return;
      part->keep(block, clock);
    }
  }
  bool is_dear() const override { return !parts_.empty() && parts_.back()->is_dear(); }

 private:
  Parts parts_;
};

class AnyOf : public Part {
 public:
  explicit AnyOf(Parts parts) : parts_(std::move(parts)) {}
  void keep(Block& block, Clock& clock) override {
    Block out = block.none();
    for (const auto& part : parts_) {
      Block rest = block;
      rest.subtract(out);
      if (rest.empty()) break;
      part->keep(rest, clock);
      out.unite(rest);
    }
    block = std::move(out);
  }
  bool is_dear() const override {
    return std::any_of(parts_.begin(), parts_.end(), [](const auto& part) { return part->is_dear(); });
  }

 private:
  Parts parts_;
};

// The first and none of the others.
class FirstOnly : public Part {
 public:
  explicit FirstOnly(Parts parts) : parts_(std::move(parts)) {}
  void keep(Block& block, Clock& clock) override {
    parts_.front()->keep(block, clock);
    for (std::size_t i = 1; i < parts_.size() && !block.empty(); ++i) {
      Block out = block;
      parts_[i]->keep(out, clock);
      block.subtract(out);
    }
  }
  bool is_dear() const override { return parts_.front()->is_dear(); }

 private:
  Parts parts_;
};

// An odd number of them.
class OddOf : public Part {
 public:
  explicit OddOf(Parts parts) : parts_(std::move(parts)) {}
  void keep(Block& block, Clock& clock) override {
    Block out = block.none();
    for (const auto& part : parts_) {
      Block kept = block;
      part->keep(kept, clock);
      out.unite_but_common(kept);
    }
    block = std::move(out);
  }
  bool is_dear() const override {
    return std::any_of(parts_.begin(), parts_.end(), [](const auto& part) { return part->is_dear(); });
  }

 private:
  Parts parts_;
};

// The letters in question, as Xapian's matcher takes them. It is asked for each before that looks at where words stand.
class Candidates : public Xapian::PostingSource {
 public:
  Candidates(const Block& block, Clock& clock) : block_(block), clock_(clock) {}
  void init(const Xapian::Database&) override { started_ = false; }
  Xapian::doccount get_termfreq_min() const override { return static_cast<Xapian::doccount>(block_.count()); }
  Xapian::doccount get_termfreq_est() const override { return get_termfreq_min(); }
  Xapian::doccount get_termfreq_max() const override { return get_termfreq_min(); }
  void next(double) override {
    clock_.tick();
    now_ = block_.next(started_ ? now_ + 1 : block_.begin());
    started_ = true;
  }
  void skip_to(Xapian::docid n, double) override {
    clock_.tick();
    now_ = block_.next(std::max(n, started_ ? now_ : block_.begin()));
    started_ = true;
  }
  bool at_end() const override { return started_ && now_ >= block_.end(); }
  Xapian::docid get_docid() const override { return now_; }

 private:
  const Block& block_;
  Clock& clock_;
  Xapian::docid now_ = 0;
  bool started_ = false;
};

// Collects the numbers of the letters the matcher shows it.
class NumberSpy : public Xapian::MatchSpy {
 public:
  explicit NumberSpy(Block& out) : out_(out) {}
  void operator()(const Xapian::Document& letter, double) override { out_.add(letter.get_docid()); }

 private:
  Block& out_;
};

// What the matcher alone can tell: where words stand, ranges of values.
class OtherPart : public Part {
 public:
  OtherPart(const Xapian::Database& letters, const Xapian::Query& query) : letters_(letters), query_(query) {}

  void keep(Block& block, Clock& clock) override {
    if (block.empty()) return;
    Block out = block.none();
    Candidates candidates(block, clock);
    NumberSpy spy(out);
    Xapian::Enquire enquire(letters_);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query_, Xapian::Query(&candidates)));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.add_matchspy(&spy);
    enquire.get_mset(0, 0, letters_.get_doccount());
    block = std::move(out);
  }
  bool is_dear() const override { return true; }

 private:
  const Xapian::Database& letters_;
  Xapian::Query query_;
};

// Matches as much as its first part does: the rest only weighs.
bool is_first_alone(Xapian::Query::op op) { return op == Xapian::Query::OP_AND_MAYBE || op == Xapian::Query::OP_SCALE_WEIGHT; }

std::unique_ptr<Part> part_of(const Xapian::Database& letters, const Xapian::Query& query) {
  const auto parts = [&] {
    Parts out;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) out.push_back(part_of(letters, query.get_subquery(i)));
    return out;
  };
  if (query.empty()) return std::make_unique<AnyOf>(Parts{});
  const Xapian::Query::op op = query.get_type();
  if (is_first_alone(op)) return part_of(letters, query.get_subquery(0));
  switch (op) {
    case Xapian::Query::LEAF_TERM:
      return std::make_unique<TermPart>(letters, *query.get_terms_begin());
    case Xapian::Query::LEAF_MATCH_ALL:
      return std::make_unique<TermPart>(letters, std::string());
    case Xapian::Query::OP_AND:
    case Xapian::Query::OP_FILTER:
      return std::make_unique<AllOf>(parts());
    case Xapian::Query::OP_OR:
    case Xapian::Query::OP_SYNONYM:
    case Xapian::Query::OP_MAX:
      return std::make_unique<AnyOf>(parts());
    case Xapian::Query::OP_XOR:
      return std::make_unique<OddOf>(parts());
    case Xapian::Query::OP_AND_NOT:
      return std::make_unique<FirstOnly>(parts());
    default:
      return std::make_unique<OtherPart>(letters, query);
  }
}

}  // namespace

bool each_match(const Xapian::Database& letters, const Xapian::Query& query, Clock& clock,
                const std::function<void(std::span<const Xapian::docid>)>& see) {
  const auto part = part_of(letters, query);
  const Xapian::docid last = letters.get_lastdocid();
  Xapian::docid size = kFirstBlock;
  std::vector<Xapian::docid> numbers;
  Clock never_up;
  for (Xapian::docid begin = 1; begin <= last;) {
    const Xapian::docid end = begin + std::min(size, last - begin + 1);
    Block block(begin, end, true);
    try {
      part->keep(block, begin == 1 ? never_up : clock);
    } catch (const Clock::TimeIsUp&) {
      return false;
    }
    numbers.clear();
    for (Xapian::docid n = block.next(begin); n < end; n = block.next(n + 1)) numbers.push_back(n);
    see(numbers);
    begin = end;
    size = std::min(2 * size, kLargestBlock);
  }
  return true;
}

}  // namespace foi::index
