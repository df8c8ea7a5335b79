// A ground that somebody brought up without relying on it (a supplier who objected, a colleague who proposed it, the office itself, which
// wondered), and what the letter then made of it. Told by who speaks and by any denial that follows, so that no set phrase is needed: what
// was only brought up stands on nothing but the letter's own word for it.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/understand/citation_verdicts.h"

namespace foi::understand {

// Whether a sentence, in lower case, brings up the ground that is cited at those bytes of it; an empty span at its end asks of the sentence
// as a whole. False where the requester or the law speaks, and where the letter's own decision comes between.
bool brings_up(std::string_view sentence, Span cited);

enum class Upshot : std::uint8_t {
  open,      // nothing was said of it
  taken_up,  // the letter relies on it after all
  passed,    // something is denied, or given, right after: most likely this
  left,      // in so many words
};
// What one sentence after it makes of a ground that was brought up.
Upshot upshot_in(std::string_view sentence);

// Of the grounds of an answer: whether this one was brought up and left, by its sentence and the rest of its paragraph. chains are all
// those of the letter, in order. O(bytes of the paragraph).
bool is_raised_and_left(const RoleContext& context, const std::vector<Chain>& chains, const Chain& chain);

// "None of these has been relied on", "so nothing was kept from you under any of them": of every ground named before.
bool leaves_every_ground(std::string_view sentence);

}  // namespace foi::understand
