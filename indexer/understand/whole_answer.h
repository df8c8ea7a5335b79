// What a letter says in one sentence of everything that was asked for: "all are withheld", "everything you asked for is enclosed", "none of
// it is held". Such a sentence outweighs what is read out of single answers.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace foi::understand {

enum class Whole : std::uint8_t { kGiven, kRefused, kNotHeld };

// lower: the authority's own words, repaired, in lower case. Nothing when no sentence says so, or two contradict each other. O(bytes).
std::optional<Whole> said_of_whole(std::string_view lower);
// "Nothing has been withheld", "no exemption has been applied".
bool keeps_nothing(std::string_view lower);
// The same, said of all that was asked for: "nothing has been kept from you", and not of one list.
bool keeps_nothing_from_you(std::string_view lower);

}  // namespace foi::understand
