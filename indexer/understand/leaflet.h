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

// "Not used on this page", "none in this bundle": an entry of a key to marks and grounds that is there for other letters.
bool is_unused_key(std::string_view sentence);

// "(all given)", "- released in full": what stands in a heading after a section, over an answer that keeps nothing.
bool heads_what_is_given(std::string_view after);

// "Should you ask for each ward you would be likely to meet section 12": of what has not been asked for. False where the sentence also
// does something with the request at hand.
bool speaks_of_later_request(std::string_view sentence);

}  // namespace foi::understand
