// The grounds a letter relies on, gives up or only mentions, each once, with every place that says so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/model/record.h"
#include "indexer/model/reference.h"
#include "indexer/understand/citation_roles.h"

namespace foi::understand {

// From this confidence on a claim rests on words that apply or decide on the ground, not on where its number stands.
inline constexpr double kInWords = 0.8;

struct FoundCitation {
  std::string id;
  CitationStatus status = CitationStatus::kApplied;
  Stage stage = Stage::kResponse;
  std::vector<std::string> questions;  // numbers, in the order of the questions; empty when unscoped
  std::vector<Span> places;            // of Letter::text, in order; at most limits::kMaxPlacesOfCode
  double confidence = 0;
  std::string rule;
};

struct FoundMention {
  std::string id;
  MentionRole role = MentionRole::kExplained;
  std::vector<Span> places;
};

struct Citations {
  std::vector<FoundCitation> exemptions;  // each ground at the finest level cited, in the order first cited
  std::vector<FoundCitation> inferred;    // named without a number, or a sub-section nobody wrote
  std::vector<FoundMention> mentioned;    // what is not among exemptions
  std::vector<std::string> reasons;       // ids and words of design.md, sorted
  bool title_mismatch = false;            // a ground is printed with the title of another section
  std::vector<std::string> notes;         // what was doubtful
  bool crowded = false;                   // more citations than are read; the rest was left
};

struct GroundRead;

// review: what the letter decides about an earlier answer, when it is an internal review. O(bytes).
Citations find_citations(const RoleContext& context, LawOfLetter law, std::optional<ReviewResult> review, const Reference& reference);

// Every ground of the letter with all that was read of it, as the rules leave it: what ground_model.h is learnt from.
std::vector<GroundRead> read_grounds(const RoleContext& context, LawOfLetter law, std::optional<ReviewResult> review,
                                     const Reference& reference);

}  // namespace foi::understand
