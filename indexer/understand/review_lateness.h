// What a review says of how late the answer was, which decides on no ground: "Your complaint is upheld as regards the time taken only".
#pragma once

#include <string>
#include <string_view>

namespace foi::understand {

// The text with blanks where a sentence finds for a complaint about lateness, every other byte at its place. A sentence that says "this
// point" finds on what its paragraph is about; one that decides on more ("upheld in part: it was late, but …") stays. lower: repaired, in
// lower case. O(bytes).
std::string without_lateness(std::string_view lower);

}  // namespace foi::understand
