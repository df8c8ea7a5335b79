#include "indexer/understand/citation_codes.h"

#include <string>
#include <string_view>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// "5B)": in bytes.
constexpr std::size_t kLongestElement = 4;

bool is_mostly_codes(std::string_view lower, const CitationTable& table) {
  std::size_t codes = 0, others = 0;
  for (std::size_t open = lower.find('('); open != std::string_view::npos; open = lower.find('(', open + 1)) {
    const bool number = open >= 2 && is_digit(lower[open - 1]) && is_digit(lower[open - 2]) && (open == 2 || !is_word(lower[open - 3]));
    if (!number) continue;
    const std::string_view inside = lower.substr(open + 1, kLongestElement);
    const std::size_t close = inside.find(')');
    if (close == std::string_view::npos || close == 0 || !is_digit(inside[0])) continue;
    const bool code = table.any_has(lower.substr(open - 2, 2), {std::string(inside.substr(0, close))});
    ++(code ? codes : others);
  }
  return codes > 2 * others;
}

}  // namespace

bool codes_stand_alone(const Repaired& text, const CitationTable& table) {
  static constexpr CueTable laws = {"freedom of information",
                                    "environmental information",
                                    "information commissioner",
                                    "foi",
                                    "foia",
                                    "foisa",
                                    "eir",
                                    "eirs",
                                    "eisr",
                                    "ico"};
  return text.has_any(laws) && is_mostly_codes(text.lower, table);
}

}  // namespace foi::understand
