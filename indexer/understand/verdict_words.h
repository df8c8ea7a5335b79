// Small questions of the words round a citation, for citation_verdicts.cc.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/understand/stance.h"

namespace foi::understand {

// Between a verb and the citation it governs, in bytes.
inline constexpr std::size_t kGoverned = 90;

// Grounds of cost, and those that say that nothing is held.
bool is_cost(std::string_view id);
bool is_not_held(std::string_view id);
// "section 40(2) has been relied on": whether the gap between them leads from a citation to a verb that has it for subject.
bool follows_as_verb(std::string_view gap);
// "It's section 14(1), I'm afraid": nothing stands round the citation but which ground it is.
bool only_names_ground(std::string_view before, std::string_view after);
// "It was entitled to withhold some of it, but was not entitled to withhold the remainder."
bool says_both(const std::vector<Said>& acts);

}  // namespace foi::understand
