// What the evidence for each authority comes to: the one that wrote, or the likeliest, and what they were called on the day. Internal to
// authority.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/understand/authority.h"

namespace foi::understand {

// Places kept as evidence for one authority.
inline constexpr std::size_t kMaxEvidence = 12;

enum class EvidenceKind : std::uint8_t { log, name, letterhead, domain, mailbox, place, site_name, alias, request, voice };

// What speaks for one authority.
struct Tally {
  std::map<EvidenceKind, double> weights;
  std::vector<Span> where;
  std::size_t named = 0;  // times its full name stands anywhere
  std::string printed;    // the name as the tables have it, when a full name stands in the letter
  double score() const {
    double sum = 0;
    for (const auto& [kind, weight] : weights) sum += weight;
    return sum;
  }
};
using Tallies = std::map<std::string, Tally>;  // by id

// The best when its evidence is strong and well ahead of every other; for an attachment, only when it names no other nearly as often. log
// may be null; where it names a body that no table knows, and the letter names none, that body stands for itself.
AuthorityFinding judge_authority(const Tallies& tallies, Kind kind, const LogEntry* log, std::optional<Date> letter_date,
                                 const Reference& reference);

// Of a commissioner's notice, which names the body complained of as often as the commissioner: that commissioner.
AuthorityFinding commissioner_of(const Letter& notice, std::optional<Date> date, const Reference& reference);

}  // namespace foi::understand
