// Scores as the text of tests/golden/accuracy.txt, and that text read back to see what fell. Pure.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/accuracy/score.h"

namespace foi::accuracy {

// The figures of the ordinary run.
struct Report {
  Scores digital, scanned;
};
std::string to_text(const Report& report);

// What the same letters lose when they are scanned.
struct Rescan {
  Scores digital, scanned;  // of the same letters
};
std::string to_text(const Rescan& rescan);
// Begins the text of a Rescan; what stands before it in the file is the text of a Report.
inline constexpr std::string_view kRescanHeading = "== The same letters scanned";

// The file's two parts: the second, which may be empty, begins with kRescanHeading.
struct Parts {
  std::string report, rescan;
};
Parts parts_of(const std::string& file);

// A text of a Report read back.
struct Figures {
  std::vector<std::pair<std::string, Tally>> tallies;  // "born-digital: authority" and its counts, in the order printed
  std::set<std::string> differences;                   // "born-digital: authority: FILE: what"
};
Figures figures_of(const std::string& report);

struct Comparison {
  std::vector<std::string> falls;  // one line a field, then a line a letter at fault; empty when none fell
  bool same = false;               // nothing differs at all
};
// A field fell when its precision, recall or F1 is lower than checked in, or it is no longer measured.
Comparison compare(const std::string& checked_in, const std::string& now);

}  // namespace foi::accuracy
