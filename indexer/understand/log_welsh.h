// Headings of a log that are written in Welsh, or in both languages. Internal to log_columns.
#pragma once

#include <string>
#include <vector>

namespace foi::understand {

// The words of a heading with the Welsh ones that mean something in a log in English, in the form they have there: "dyddiad yr ymateb" →
// "date response". Words of another language stay; without a Welsh word that means something, all do.
std::vector<std::string> heading_in_english(std::vector<std::string> words);

// As names_requests, by Welsh words.
bool names_welsh_requests(const std::vector<std::string>& words);

}  // namespace foi::understand
