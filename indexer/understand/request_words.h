// A sentence word by word, for those who tell who asks in it and for what.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace foi::understand {

// The words of a text, and where each begins; the end of a sentence and a colon are words of their own.
struct Words {
  std::vector<std::string_view> words;
  std::vector<std::size_t> at;
};
Words words_in(std::string_view text);

// How many things a sentence says were asked for, by the words for it: the first is two.
inline constexpr std::string_view kNumbersFromTwo[] = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};

// "The Authority has been asked to provide copies of", "On 12 April the Department was asked": the verb of which somebody else is the
// subject, or nothing. Who else may be asked, for his views, is no authority.
std::optional<std::size_t> asked_at(const Words& words);

}  // namespace foi::understand
