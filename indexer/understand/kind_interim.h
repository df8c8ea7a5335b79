// Letters that come before an answer, by the tell-tales of their own words; and whether a letter answers.
#pragma once

#include "indexer/model/vocabulary.h"
#include "indexer/understand/kind.h"
#include "indexer/understand/kind_view.h"

namespace foi::understand {

// The answer itself is in the letter, whatever else the letter also says.
bool answers(const KindView& view);

// A transfer, a fees notice, a holding letter, a request for clarification, an acknowledgement; Kind::kOther for none. A letter that also
// answers is none.
Kind interim_kind(const KindView& view, const KindFacts& facts);

}  // namespace foi::understand
