// Small questions of the words round a citation, for citation_verdicts.cc.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
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
// "I do not think we went too far in refusing the prices, but section 43(2) is not engaged for the index": each clause of the sentence
// decides its own part. own: the acts of one ground, with their distance from it.
using NearActs = std::vector<std::pair<std::size_t, const Said*>>;
bool is_divided(std::string_view sentence, const NearActs& own);

}  // namespace foi::understand
