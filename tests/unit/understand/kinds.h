// The kind of a letter of invented people, by its words alone.
#pragma once

#include <string_view>

#include "indexer/understand/kind.h"
#include "tests/unit/understand/fixtures.h"

namespace foi::understand {

inline Kind kind(std::string_view text, KindFacts facts = {}) {
  const TestLetter letter(text);
  return find_kind(letter.letter, letter.sections, facts);
}

}  // namespace foi::understand
