// What the words round each citation say of it: its own part of its sentence, the sentence that introduces it, the sentences after it.
// What that means for the letter is decided in citation_roles.h.
#pragma once

#include <optional>
#include <vector>

#include "indexer/understand/citation_roles.h"
#include "indexer/understand/stance.h"

namespace foi::understand {

// What was said of a citation, all told.
struct Verdict {
  std::optional<Act> act;
  bool past = false, added = false, releases = false, reported = false, balance = false;
  bool aside = false;      // said to play no part
  bool unclaimed = false;  // not relied on, which says nothing of whether it could be
  bool together = false;   // declined with those named before it: "neither ground has been used"
};

// The citations of one list, which share a sentence and, mostly, a fate.
struct Chain {
  std::size_t first = 0, end = 0;  // of the codes cited
  Span place;                      // from the first unit word to the end of the Act's name
  Span sentence;
  SectionKind section = SectionKind::response;
  std::size_t original = 0;  // place in Letter::text
  bool ground = false;       // cites a ground or a condition
  bool heading = false;      // a line of its own
  bool proposed = false;     // somebody else wished it used, or nobody in particular
  bool supposed = false;     // of the reader: "you may have expected it to apply"
  bool opposed = false;      // somebody else is told to speak against it: "you say that it was the wrong exemption"
  Verdict verdict;
  std::vector<Said> acts;           // of its sentence
  Verdict introduction, aftermath;  // for grounds only
  Verdict preface;                  // of the whole answer, said before it in its paragraph; in decisions
};

// How firmly an act decides: 4 and 5 a fate, 2 and 3 that the ground is relied on, 0 and 1 nothing.
int rank(Act act);

// The chains of all codes cited, in order. O(bytes).
std::vector<Chain> read_verdicts(const std::vector<CodeCited>& cited, const Reference& reference, const RoleContext& context);

}  // namespace foi::understand
