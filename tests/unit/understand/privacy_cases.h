// Letters in which what must be masked stands in braces: "Dear {Ms Quillfeather}, thank you". All else must come out as it went in, so a
// case without braces is a near-miss. Every person is invented.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/understand/privacy.h"
#include "tests/unit/understand/fixtures.h"

namespace foi::understand {

// What opens a letter whose beginning is not the matter.
inline const std::string kOpening =
    "Dear Applicant\n\nThank you for your request for information under the Freedom of Information Act 2000.\n\n";

inline std::string with_marks_as_braces(std::string_view masked) {
  std::string out;
  for (std::size_t i = 0; i < masked.size();) {
    std::size_t length = 0;
    for (std::string_view mark : {"[requester]", "[staff member]", "[person]", "[e-mail]", "[phone]", "[address]", "[number plate]"})
      if (masked.substr(i).starts_with(mark)) length = mark.size();
    out += length > 0 ? std::string("{}") : std::string(1, masked[i]);
    i += std::max<std::size_t>(length, 1);
  }
  return out;
}

inline void check_masked(const std::vector<std::string>& cases) {
  for (const std::string& marked : cases) {
    std::string text, expected;
    bool inside = false;
    for (char c : marked) {
      if (c == '{' || c == '}')
        inside = c == '{', expected += c;
      else
        text += c, expected += inside ? std::string() : std::string(1, c);
    }
    const TestLetter letter(text);
    const auto spans = find_personal(letter.letter, letter.sections, builtin_reference(), {});
    EXPECT_EQ(with_marks_as_braces(join_pages(mask(letter.pages, letter.letter, spans).pages).text), expected);
  }
}

// The same, each after the opening of a letter.
inline void check_masked_after_opening(std::vector<std::string> cases) {
  for (std::string& text : cases) text.insert(0, kOpening);
  check_masked(cases);
}

}  // namespace foi::understand
