// Letters that have nearly what was typed, for when hardly any letter has all of it. Inside this directory only: it shows Xapian.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/index/clock.h"

namespace foi::index {

// A part of what was typed counts the more the fewer letters have it: "hospital" does not make up for "thrombectomy". A letter is in when
// the parts it has are kNearly of the whole by that measure; one with every part always is. A part that no letter has is left aside, since
// it tells none from another. The measure is the logarithm of how rare a part is, as in BM25.
class Nearly {
 public:
  // rows: above the number of every letter. Throws Xapian::Error, and Clock::TimeIsUp before it is done.
  Nearly(const Xapian::Database& letters, const std::vector<Xapian::Query>& parts, std::size_t rows, Clock& clock);

  // Of the letters that are in, ascending.
  const std::vector<Xapian::docid>& numbers() const { return numbers_; }
  bool has(std::size_t number) const { return weights_[number] > 0 && weights_[number] >= least_; }

 private:
  std::vector<double> weights_;  // by the letter's number
  double least_ = 0;
  std::vector<Xapian::docid> numbers_;
};

}  // namespace foi::index
