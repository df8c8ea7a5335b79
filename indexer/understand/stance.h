// What the words of one sentence do with a ground cited in or near it: rely on it, give it up, find it rightly or wrongly used, weigh the
// public interest, threaten, explain. Told by verbs and what governs them (no, not, may, wrongly, "not satisfied that"), not by whole
// phrases, so that sentences nobody has seen are read too. Knows nothing of citations: which act belongs to which is citation_roles.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace foi::understand {

enum class Act : std::uint8_t {
  kApplies,       // relies, withholds, refuses, will not disclose; "is engaged"
  kCost,          // "exceeds the appropriate limit": applies the ground of cost, and no other
  kNotHeld,       // "does not hold": applies the grounds that say so (FOISA 17, EIR 12(4)(a)), and no other
  kNcnd,          // neither confirms nor denies
  kNotApplied,    // considered and not relied on
  kUnconsidered,  // nobody had to look at it
  kWeighed,       // looked at, with no word here of what came of it
  kWithdrawn,     // relied on no longer
  kOverturned,    // an earlier use was wrong, or the public interest lies in disclosure
  kUpheld,        // an earlier use was right
  kPartly,        // … in part
  kAdded,         // ought to have been relied on, or is now besides or instead
  kThreatens,     // may, might, if, would
  kExplains,      // speaks of any authority, any information
  kReleases,      // gives what was asked for
};

struct Said {
  Act act = Act::kApplies;
  std::size_t start = 0, end = 0;  // bytes of the sentence
  bool past = false;               // "we refused", "was withheld": what was done before, in a letter that looks back
  bool own = false;                // "we", "the council", "I" does it
  bool balance = false;            // of the public interest
  bool stands = false;             // "the decision stands", "your complaint is not upheld": of the whole answer rather than one ground
  bool unclaimed = false;          // not relied on, cited or raised, which says nothing of whether it could be
  bool cost = false;               // of the limit of cost: says nothing of other grounds
  bool pointed = false;            // "I do not uphold it": of the answer or of the complaint, whichever was named before
};

// In order of place. lower is a sentence as Repaired::lower has it. O(bytes).
std::vector<Said> acts_in(std::string_view lower);
// What somebody else is told to say against a ground: "you say that it was the wrong exemption". Not among acts_in. O(bytes).
std::vector<Said> acts_told(std::string_view lower);

// "While you do not accept that section 43(2) applies, the decision was correct": the byte at which another's view, conceded first, ends
// and the writer's own word begins; 0 without one. O(bytes).
std::size_t concession_end(std::string_view lower);

}  // namespace foi::understand
