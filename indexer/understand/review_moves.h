// What a review does to the parts of an answer, told without naming a ground or the complaint: what was kept is now given ("the boxes are
// lifted", "you have the study herewith"), what was kept stays kept ("those must stay out", "no change", "confirmed").
#pragma once

#include <string_view>

namespace foi::understand {

struct ReviewMoves {
  bool gives = false, keeps = false;
};

// lower: the reviewer's own words, repaired, in lower case. What is asked, argued or only possible is no move. O(bytes).
ReviewMoves review_moves(std::string_view lower);

// The letter sums itself up as something of each: "upheld in part", "we may confirm or change a decision and have done a bit of each", "you
// succeed on the minutes and not on the names", "you were right on the first, on the second I can't agree". O(bytes).
bool sums_up_in_part(std::string_view lower);

}  // namespace foi::understand
