// A sentence as words with the breaks between them, and phrasal verbs ("kept back", "set aside"). For stance.cc.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

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

}  // namespace foi::understand
