// What an answer says of what was asked, by its verbs and what governs them: not held, too dear to find, already to be had, to be
// published, kept back. Each reads sentence by sentence, so that "not held by wards, but …" and "would not exceed" count for what they say.
// lower is the answer as repaired_lower gives it. O(bytes).
#pragma once

#include <string_view>

namespace foi::understand {

bool says_not_held(std::string_view lower);
bool says_too_dear(std::string_view lower);
bool says_published(std::string_view lower);
bool says_will_be_published(std::string_view lower);
bool says_withheld(std::string_view lower);

}  // namespace foi::understand
