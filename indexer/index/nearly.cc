#include "indexer/index/nearly.h"

#include <cmath>

#include "indexer/index/matching.h"

namespace foi::index {

namespace {

// Lower, and a long question finds letters that have a common word of it and nothing else; higher, and it finds too little (measured with
// tests/relevance: half finds a tenth less of what is needed than a quarter does).
constexpr double kNearly = 0.25;

std::vector<Xapian::docid> letters_with(const Xapian::Database& letters, const Xapian::Query& part, Clock& clock) {
  std::vector<Xapian::docid> out;
  const auto add = [&out](std::span<const Xapian::docid> some) { out.insert(out.end(), some.begin(), some.end()); };
  if (!each_match(letters, part, clock, add)) throw Clock::TimeIsUp{};
  return out;
}

}  // namespace

Nearly::Nearly(const Xapian::Database& letters, const std::vector<Xapian::Query>& parts, std::size_t rows, Clock& clock) : weights_(rows) {
  const double all = letters.get_doccount();
  double whole = 0;
  for (const Xapian::Query& part : parts) {
    const std::vector<Xapian::docid> with = letters_with(letters, part, clock);
    if (with.empty()) continue;
    const double weight = std::log((all + 1) / (static_cast<double>(with.size()) + 0.5));
    whole += weight;
    for (const Xapian::docid number : with) weights_[number] += weight;
  }
  least_ = whole * kNearly;
  for (std::size_t n = 0; n < rows; ++n)
    if (has(n)) numbers_.push_back(static_cast<Xapian::docid>(n));
}

}  // namespace foi::index
