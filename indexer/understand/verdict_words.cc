#include "indexer/understand/verdict_words.h"

#include <algorithm>

#include "indexer/understand/citation_verdicts.h"
#include "indexer/understand/cues.h"

namespace foi::understand {

bool is_cost(std::string_view id) {
  return id.starts_with("foia-12") || id.starts_with("foisa-12") || id.starts_with("eir-12-4-b") || id.starts_with("eisr-10-4-b");
}
bool is_not_held(std::string_view id) {
  return id.starts_with("foisa-17") || id.starts_with("eir-12-4-a") || id.starts_with("eisr-10-4-a") || id.starts_with("foia-3-2");
}

// "section 40(2) has been relied on for …": the citation is the verb's own subject, whatever is cited next.
bool follows_as_verb(std::string_view gap) {
  static constexpr std::string_view auxiliaries[] = {"is",  "are", "was",     "were", "has",   "have", "been", "being", "also", "not",
                                                     "now", "be",  "clearly", "both", "there", "only", "had",  "fully", "again"};
  return gap.size() < kGoverned && skip_words(gap, auxiliaries).empty() && gap.find(',') == std::string_view::npos;
}

// "It's section 14(1), I'm afraid", "the exemption here is section 43(2)": nothing but which ground it is.
bool only_names_ground(std::string_view before, std::string_view after) {
  static constexpr std::string_view naming[] = {"it",  "s",         "it's",      "that",   "that's",  "this",   "is",
                                                "the", "exemption", "exception", "ground", "grounds", "reason", "basis",
                                                "for", "provision", "relevant",  "here",   "see",     "our",    "being"};
  static constexpr std::string_view closing[] = {"i'm",    "i",  "m",   "am",  "afraid", "here", "applies",
                                                 "refers", "of", "the", "act", "foia",   "2000", "again"};
  return skip_words(before, naming).empty() && skip_words(after, closing).empty();
}

bool says_both(const std::vector<Said>& acts) {
  const auto has = [&](Act act) { return std::ranges::any_of(acts, [act](const Said& s) { return s.act == act && !s.balance; }); };
  return has(Act::kUpheld) && has(Act::kOverturned);
}

bool is_divided(std::string_view sentence, const NearActs& own) {
  static constexpr CueTable turns = {"but", "however"};
  static constexpr std::string_view scopes[] = {" for ", " to ", " as to ", " in respect of ", " in relation to "};
  constexpr std::size_t most = 12;  // a sentence that says more of one ground is a table or a list
  if (own.size() > most) return false;
  for (const auto& [distance, first] : own)
    for (const auto& [further, second] : own) {
      const bool parts = (first->act == Act::kUpheld && second->act == Act::kNotApplied && !second->unclaimed) ||
                         (first->act == Act::kOverturned && second->act == Act::kApplies && !second->past);
      if (!parts || first->balance || first->end > second->start) continue;
      const std::string_view rest = sentence.substr(second->end);
      const bool of_part = std::ranges::any_of(scopes, [rest](std::string_view scope) { return rest.starts_with(scope); });
      if (of_part && has_any(sentence.substr(first->end, second->start - first->end), turns)) return true;
    }
  return false;
}

// The nearest act decides; a milder one never hides a firm one.
int rank(Act act) {
  switch (act) {
    case Act::kWithdrawn:
    case Act::kPartly:
      return 5;
    case Act::kOverturned:
    case Act::kUpheld:
    case Act::kNotApplied:
      return 4;
    case Act::kNcnd:
    case Act::kApplies:
    case Act::kAdded:
      return 3;
    case Act::kCost:
    case Act::kNotHeld:
      return 2;
    case Act::kUnconsidered:
      return 4;
    case Act::kThreatens:
    case Act::kWeighed:
      return 1;
    case Act::kExplains:
    case Act::kReleases:
      return 0;
  }
  return 0;
}

}  // namespace foi::understand
