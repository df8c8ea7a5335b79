// What a body prints under every answer about requests in general: which exemptions there are, and that it will say so if it uses one. The
// grounds named in it are nobody's.
#pragma once

#include <cstddef>
#include <string_view>

namespace foi::understand {

// paragraph is repaired text in lower case, cited how many citations are in it. False where it says what was done with the request at hand.
// O(bytes).
bool is_leaflet(std::string_view paragraph, std::size_t cited);

// "No decision on that has been made": what the paragraph holds out is not decided.
bool leaves_undecided(std::string_view paragraph);

}  // namespace foi::understand
