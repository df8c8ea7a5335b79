// What the place of a citation says where no words round it do: a heading, a cell of a column of exemptions, the label of what was left
// out, an answer that is nothing else. What words say is citation_verdicts.h.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/understand/citation_verdicts.h"

namespace foi::understand {

// That the ground is relied on, how surely, and by what rule.
struct Placed {
  double confidence = 0;
  std::string_view rule;
};

// Nothing where the place does not say so either.
std::optional<Placed> place_of(const RoleContext& context, const Chain& chain, const CodeCited& cited);

// "[redacted s.43(2)]" in a document sent along.
bool marks_redaction(const RoleContext& context, const Chain& chain);

}  // namespace foi::understand
