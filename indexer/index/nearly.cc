#include "indexer/index/nearly.h"

#include <cmath>

namespace foi::index {

namespace {

// Lower, and a long question finds letters that have a common word of it and nothing else; higher, and it finds too little (measured with
// tests/relevance: half finds a tenth less of what is needed than a quarter does).
constexpr double kNearly = 0.25;

// Collects the numbers of the letters the matcher shows it.
class NumberSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& letter, double) override { numbers.push_back(letter.get_docid()); }
  std::vector<Xapian::docid> numbers;
};

std::vector<Xapian::docid> letters_with(const Xapian::Database& letters, const Xapian::Query& part) {
  NumberSpy spy;
  Xapian::Enquire enquire(letters);
  enquire.set_query(part);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, letters.get_doccount());
  return std::move(spy.numbers);
}

}  // namespace

Nearly::Nearly(const Xapian::Database& letters, const std::vector<Xapian::Query>& parts, std::size_t rows) : weights_(rows) {
  const double all = letters.get_doccount();
  double whole = 0;
  for (const Xapian::Query& part : parts) {
    const std::vector<Xapian::docid> with = letters_with(letters, part);
    if (with.empty()) continue;
    const double weight = std::log((all + 1) / (static_cast<double>(with.size()) + 0.5));
    whole += weight;
    for (const Xapian::docid number : with) weights_[number] += weight;
  }
  least_ = whole * kNearly;
  for (std::size_t n = 0; n < rows; ++n)
    if (has(n)) ++count_;
}

}  // namespace foi::index
