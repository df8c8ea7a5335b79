// Whether a letter is the outcome of an internal review, by the tell-tales of its own words.
#pragma once

#include "indexer/understand/kind_view.h"

namespace foi::understand {

// The letter calls itself a review, or says that the answer was looked at again; or two lesser signs meet: a title, somebody who was asked
// to judge, a complaint of the requester's, a look back at an earlier answer, a verdict on it. A letter that only offers a review is none.
// O(bytes).
bool is_internal_review(const KindView& view);

}  // namespace foi::understand
