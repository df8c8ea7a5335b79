// Texts that a PDF gives to be taken in place of what it draws (/ActualText): whoever copies or searches gets them, whoever looks does not.
// Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace foi::extract {

// So many of a file are kept; a file with as many may give one for any word.
inline constexpr std::size_t kMostReplacements = 1'000;

// Adds the text that the string `given`, as in the file, stands for, in UTF-8, where it may say something else than the bytes that are
// drawn: more than a ligature, a hyphen or an abbreviation's sign, and not the same words.
void add_replacement(std::string_view given, std::string_view drawn, std::vector<std::string>& found);

// Those of a content stream.
void find_replacements(std::string_view content, std::vector<std::string>& found);

}  // namespace foi::extract
