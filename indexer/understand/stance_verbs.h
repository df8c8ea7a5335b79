// The verbs in which letters speak of grounds, by what they do with one.
#pragma once

#include <cstdint>
#include <string_view>

namespace foi::understand {

enum class Verb : std::uint8_t {
  none,
  apply,     // apply, engage, cite, invoke, claim: the section is the object or, passive, the subject
  rely,      // rely (on)
  withhold,  // withhold, refuse, redact: the information or request is the object
  exempt,    // is exempt
  fall,      // falls (within)
  disclose,  // its negation refuses
  hold,
  uphold,
  overturn,
  withdraw,
  maintain,
  dismiss,
  outweigh,
  favour,
  exceed,
  confirm,
  raise,  // believe, consider, find: negated, it negates what follows
  fail,
  breach,
  judged,   // "the response is incorrect"
  survive,  // "holds water", "passes muster"
  discard,  // "ruled out", "discounted": its negation keeps a ground in mind
  need,     // says something only where it is negated
  replace,  // one ground with another: which is which, citation_verdicts.cc knows
};

struct VerbRow {
  std::string_view word;
  Verb verb;
  bool past = false;
};

// The row of a word in lower case, or null.
const VerbRow* verb_of(std::string_view word);

}  // namespace foi::understand
