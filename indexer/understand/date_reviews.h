// What a sentence says of the day on which a review was asked for. Internal to date_events.
#pragma once

#include "indexer/understand/date_events.h"

namespace foi::understand {

// "You sought a review on", "the review which you asked the council for on", "you told us on 11 May that you were unhappy with our answer",
// "the complainant required a review on": of the sentence before its day, except where another review is meant ("you asked for the report
// of the staffing review on"). O(words).
bool asks_for_review_on(const Sentence& sentence);
// "She required a review", after a day. O(words).
bool one_asks_for_review(Tokens words);

}  // namespace foi::understand
