// A scanned letter is found by the words of its born-digital twin: how often, of pairs of words that find the twin itself.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/model/result.h"

namespace foi::relevance {

inline constexpr double kGoal = 0.98;  // the ratio to reach

struct Twins {
  std::size_t letters = 0, pages = 0, pairs = 0;
  std::size_t digital = 0, scanned = 0;  // pairs that find the letter
  std::vector<std::string> missed;       // pairs that find the digital letter only, with its name and what was read in place of a word
  double ratio() const { return digital == 0 ? 1 : static_cast<double>(scanned) / static_cast<double>(digital); }
};
std::string to_text(const Twins& twins);
// The ratio in a text of that kind; 0 when it has none.
double ratio_in(const std::string& text);

// letters: specifications of the corpus; documents: the letters made of them. Reads scans for about a second and a half a page.
// Errors: kEnvironment, kUsage (a specification is wrong).
Result<Twins> measure_twins(const std::filesystem::path& letters, const std::filesystem::path& documents);

}  // namespace foi::relevance
