// Whether words of an authority give something of what was asked, beside what they refuse: told sentence by sentence, since a letter that
// refuses is full of what it cannot, would or might give.
#pragma once

#include <string_view>

namespace foi::understand {

// lower: the authority's own words, repaired, in lower case. O(bytes).
bool releases_something(std::string_view lower);
// Says of something that was asked for that it is kept back. A standing ground whose letter nowhere says so was only spoken of.
bool keeps_something(std::string_view lower);

}  // namespace foi::understand
