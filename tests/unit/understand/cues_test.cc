#include "indexer/understand/cues.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace foi::understand {
namespace {

constexpr CueTable kCues = {"a", "we", "request for", "s.", "\u00A3450", "(see", "you've", "as", "not held", "18 hours"};

TEST(CueTables, FindCuesAsWholeWords) {
  const std::pair<const char*, bool> cases[] = {
      {"your request for maps", true},
      {"the request formed part", false},
      {"a prerequest for maps", true},  // by its article
      {"this prerequest for maps", false},
      {"was", false},
      {"as", true},
      {"has been", false},
      {"under s.12", true},  // nothing is said of what follows a mark
      {"under s. 12", true},
      {"up to \u00A3450", true},
      {"up to \u00A34500", false},
      {"words.12", false},
      {"it is(see below)", true},
      {"foresee(seen)", false},
      {"if you've any", true},
      {"if you have any", false},
      {"18 hours", true},
      {"118 hours", false},
      {"not  held", false},
      {"not", false},
      {"", false},
  };
  for (const auto& [text, found] : cases) {
    EXPECT_EQ(has_any(text, kCues), found) << text;
    EXPECT_EQ(has_any(text, Cues(kCues)), found) << text;
    // The same told one by one.
    EXPECT_EQ(std::ranges::any_of(kCues, [words = text](std::string_view cue) { return has_phrase(words, cue); }), found) << text;
  }
}

}  // namespace
}  // namespace foi::understand
