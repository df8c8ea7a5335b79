// What stands before an item of a list: "1.", "1)", "- 1)", "(1)", "Q1", "Question 1:", "a.", "(i)", "1a", "2.1", "1-3:", "1 and 2.",
// "A1:", a bullet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foi::understand {

enum class MarkerStyle : std::uint8_t {
  kNumber,
  kQuestion,  // "Q1", "Question 1"
  kAnswer,    // "A1", "Answer 1"
  kLetter,
  kRoman,
  kBullet
};

struct Marker {
  MarkerStyle style = MarkerStyle::kBullet;
  int number = 0;          // 1 for "1.", "a.", "i."; 0 for a bullet
  int last = 0;            // the end of a range ("1-3:", "1 and 2.", "(c) and (d)"), else number
  std::vector<int> named;  // of "1 and 3": each of them; empty when all from number to last are meant
  std::string label;       // as people cite it: "1", "2a", "2.1", "a"; empty for a bullet
  std::size_t text = 0;    // bytes from the line's start to the item's own text
};

// The marker a line begins with, if any. "i." is a letter to lists of letters: style kRoman says it could be either. Looks at no more
// than the first few bytes after the indent.
std::optional<Marker> marker_of(std::string_view line);

// 1 for "i" to 10 for "x"; 0 for anything else.
int roman_value(std::string_view text);

}  // namespace foi::understand
