// The citations of a letter with their roles, and which level of a section the letter means: "section 43 … section 43(2)".
#pragma once

#include <string_view>
#include <vector>

#include "indexer/understand/citations.h"

namespace foi::understand {

// One citation with its role.
struct Judged {
  const CodeCited* cited;
  const ExemptionInfo* info;
  Role role;
  Span place;  // of Letter::text
};

// "foia-43-2" of "foia-43", at whatever depth.
bool is_part_of(std::string_view part, std::string_view whole);
// The same ground, or one a part of the other.
bool related(std::string_view a, std::string_view b);

// At most limits::kMaxPlacesOfCode, each once.
void add_place(std::vector<Span>& places, Span place);

// Section 41(1) stands or falls whole: its two limbs must both be met, and to speak of one is to speak of it.
void leave_limbs(std::vector<FoundCitation>& all, const RoleContext& context);
// "Section 43 applied, see below … Section 43(2) allows us to": the finest level cited is the one explained, where there is but one.
void cite_finer(std::vector<FoundCitation>& all, const std::vector<Judged>& judged);
// Only the finest level stays; what was said of the level above counts for its only child.
void drop_parents(std::vector<FoundCitation>& all, const RoleContext& context);

}  // namespace foi::understand
