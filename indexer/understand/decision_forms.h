// The forms in which decisions are published beside the notice with its heading: the Commissioner's summaries ("12 May 2016, Local
// government", "Section of Act/EIR & Finding"), the Scottish Commissioner's decisions ("Decision 014/2020", "Relevant statutory
// provisions"), the Tribunal's from its decision onward.
#pragma once

#include <optional>
#include <vector>

#include "indexer/model/vocabulary.h"
#include "indexer/understand/citation_grammar.h"
#include "indexer/understand/kind_view.h"
#include "indexer/understand/letter.h"
#include "indexer/understand/repair.h"

namespace foi::understand {

// Kind::ico_decision, Kind::tribunal_decision, or nothing: a letter about a decision, a digest of several and a council's own
// "Decision 014/2020" are neither. Pure; O(bytes).
std::optional<Kind> decision_form(const Letter& letter, const KindView& view);

// Marks what stands in a decision's list of the law that matters, under a heading of its own, as listed: it is said to be law, and no
// ground. In order of place. O(bytes).
void mark_provisions(std::vector<CodeCited>& cited, const Repaired& text);

}  // namespace foi::understand
