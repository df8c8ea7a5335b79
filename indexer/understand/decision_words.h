// Sentences of the decisions of the Commissioners and the Tribunal: what a party did before, what is put as compliance with the Act. What
// is said of a ground in the verbs of stance.h is read there.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/understand/stance.h"

namespace foi::understand {

// All sentences are repaired text in lower case.

// Told of a party, and no word of the decision: "The council refused it, stating that the estimate was beyond section 12".
bool tells_partys_act(std::string_view sentence);
// The Commissioner or the Tribunal speaks, or is said to judge: "is entitled to rely on", "does not apply".
bool speaks_for_decision(std::string_view sentence);
// "The Commissioner finds, in line with earlier notices, that" before a citation: found now, of this case, whatever is named on the way.
bool finds_here(std::string_view before);
// The authority's own review is told: "Following a review, which upheld the original position".
bool tells_partys_review(std::string_view sentence);
// A party's word that it does not go on with a ground it had: "we will not be relying on", "would not now seek to argue", "did not pursue".
bool gives_up_what_it_had(std::string_view sentence);
// "By withholding it under section 43(2) the council did not deal with the request in accordance with the Act": the fate of the ground
// cited at that byte, in terms of compliance; nothing for a breach of another kind ("by failing to state section 43(2) in its notice").
std::optional<Act> judged_by_compliance(std::string_view sentence, std::size_t cited);
// A ground by its own word, without its number: "does not agree that the request was vexatious", of foia-14-1.
bool names_matter(std::string_view id, std::string_view sentence);
// before ends with what makes the citation after it the successor of the one cited before: "this was withdrawn and replaced by".
bool names_successor(std::string_view before);

}  // namespace foi::understand
