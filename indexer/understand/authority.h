// Which authority wrote a letter: evidence weighed per authority, accepted when it is strong and well ahead of every other (domain notes
// on trusts, section 3). Otherwise nothing, with the candidates.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/model/record.h"
#include "indexer/model/reference.h"
#include "indexer/model/vocabulary.h"
#include "indexer/understand/letter.h"
#include "indexer/understand/questions.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

struct AuthorityFinding {
  std::optional<Authority> best;
  std::vector<AuthorityCandidate> candidates;  // when there is no best: the likeliest, strongest first; at most five
  std::vector<Span> evidence;                  // where the best, or the candidates, are named; in order, at most a dozen
  std::vector<std::string> notes;              // what is doubtful, for people
};

// letter_date tells which name a body had and whether it still existed; without it names are taken as printed, else as they are now.
// An attachment (a policy, a report, a table) is claimed for a body only when it names no other nearly as often; the notice of a
// commissioner is the commissioner's, and a tribunal's decision no authority's. A body that is the answer to one of the questions wrote
// nothing. log may be null. Pure; O(bytes).
AuthorityFinding find_authority(const Letter& letter, const std::vector<Section>& sections, Kind kind, const LogEntry* log,
                                std::optional<Date> letter_date, const Reference& reference, std::span<const FoundQuestion> questions = {});

}  // namespace foi::understand
