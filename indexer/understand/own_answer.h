// What the authority says in its own words, question quoted or not, and whether it gives something there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/understand/citations.h"

namespace foi::understand {

// How much of an answer is read for its outcome, in bytes: what it does it says at its beginning, and tables follow.
inline constexpr std::size_t kAnswerBytes = 6'000;

// The authority's answer and reasons (repaired, lower case), without boilerplate and without the public interest test.
std::string own_answer(const RoleContext& context);
// The same line by line, as it is printed, in lower case: for what stands in rows.
std::string printed_answer(const RoleContext& context);

// It sends or prints something that was asked for: in words; or in words, figures and tables. Advice, what else is to be had, the text of
// the law and annexes give nothing.
bool says_it_releases(const RoleContext& context);
bool gives_something(const RoleContext& context);

// The body without the sentences that only tell of the law and of the request: their figures are years and sections, their "as follows" the
// text of a definition.
std::string without_law(std::string_view body);

}  // namespace foi::understand
