// Set phrases that say what becomes of a ground ("no change", "plays no part"), and of what each has to be said for that. For
// stance_guards.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "indexer/understand/stance.h"
#include "indexer/understand/stance_words.h"

namespace foi::understand {

// What a phrase speaks of, when it speaks of a ground: "section 43(2) is beside the point", but not "its age is beside the point".
enum class About : std::uint8_t {
  anything,
  ground,    // its subject is a ground or the use of one
  judged,    // … or whoever used it: "we went too far"
  outcome,   // … or the answer or view as a whole: "our position has not changed"
  object,    // what follows is a ground or its use: "nothing turns on section 43(2)"
  either,    // its subject or what follows
  looking,   // what follows looks at a ground: "no occasion to consider it"
  chosen,    // what one relied on, or what a ground is: "we used the wrong section", "section 43(2) was the wrong one"
  laid,      // what was laid there: "we put section 43(2) to one side"
  spared,    // it is not gone into, whatever it is: "we do not need to consider"; the denial is its own
  withheld,  // what was asked for: "the prices should have gone to you"
};

struct SetPhrase {
  Act act = Act::kExplains;
  bool whole = false;  // of the whole answer rather than one ground
  About about = About::anything;
  bool one_way = false;   // its denial says nothing: what is not fatal need not be right
  std::size_t words = 0;  // its length
};

// The set phrase that begins at tokens[at].
std::optional<SetPhrase> set_phrase_at(std::span<const ClauseWord> tokens, std::size_t at);

}  // namespace foi::understand
