// What an answer says of what was asked, by its verbs and what governs them: not held, too dear to find, already to be had, to be
// published, kept back. Each reads sentence by sentence, so that "not held by wards, but …" and "would not exceed" count for what they say.
// lower is the answer as repaired_lower gives it. O(bytes).
#pragma once

#include <string_view>

#include "indexer/understand/cues.h"

namespace foi::understand {

bool says_not_held(const SoughtText& lower);
bool says_too_dear(const SoughtText& lower);
bool says_published(const SoughtText& lower);
bool says_will_be_published(const SoughtText& lower);
// A broadcaster's "held for the purposes of journalism, art or literature", which the Act does not reach: none of it is given.
bool says_derogated(const SoughtText& lower);
bool says_withheld(const SoughtText& lower);

}  // namespace foi::understand
