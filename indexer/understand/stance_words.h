// A sentence as words with the breaks between them, and what several words say together: phrasal verbs ("kept back", "set aside") and set
// phrases ("no change", "plays no part"). For stance.cc.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/understand/stance.h"
#include "indexer/understand/stance_verbs.h"

namespace foi::understand {

struct ClauseWord {
  std::string_view word;
  std::size_t at = 0;   // bytes of the sentence
  bool strong = false;  // a clause ends before it: ; : or a bracket
  bool comma = false;   // a comma stands before it
};

// lower is a sentence as Repaired::lower has it; "isn't" is two words, "is" and "not". O(bytes).
std::vector<ClauseWord> clause_words(std::string_view lower);

// "kept back", "take it out", "gave up": the verb that begins at tokens[at], or null.
const VerbRow* phrasal_verb_at(std::span<const ClauseWord> tokens, std::size_t at);

// What a set phrase that begins at tokens[at] says of a ground.
struct SetPhrase {
  Act act = Act::kExplains;
  bool whole = false;  // of the whole answer rather than one ground
};
std::optional<SetPhrase> set_phrase_at(std::span<const ClauseWord> tokens, std::size_t at);

}  // namespace foi::understand
