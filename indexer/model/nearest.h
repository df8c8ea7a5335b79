// What an unknown value may have been meant for.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foi {

// Something that is known, and what people call it; without a name it goes by its id alone.
struct Candidate {
  std::string_view id;
  std::string_view name = {};
};

// The ids of up to three candidates, nearest first, of equal ones that which is given first. Near is an id that differs by a few letters,
// begins with the value or has it between hyphens ("parking": "parking-transport"), and after those one whose name holds the value.
// Capitals and signs do not matter. Nothing is near a value longer than any id.
std::vector<std::string> nearest(std::string_view value, std::span<const Candidate> candidates);
// The same for ids alone.
std::vector<std::string> nearest(std::string_view value, std::span<const std::string_view> ids);

}  // namespace foi
