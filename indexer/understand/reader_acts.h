// What a sentence says that the reader of the letter did on a day: wrote, asked, objected, whatever the verb. The day is then that on which
// the request, or the wish for a review, was sent.
#pragma once

#include "indexer/understand/date_events.h"

namespace foi::understand {

// "On 30 September you took issue with", "you put these questions to the Agency on 8 March", "thank you for getting in touch on 7 May",
// "your five questions of 14 October", "you have waited since 14 June". Not what was done to the reader ("you were told on"), nor our own
// letters ("our letter of"), nor what the reader said of something else ("you told us on the 5th that you meant beds"). O(words).
bool reader_acts_on(const Sentence& sentence);

// "What you said on 15 August", alone on a line: of somebody who was not content. O(1).
bool is_heading_of_complaint(const Sentence& sentence);

// "You weren't content with our letter", "you took issue", "you were not pleased": of an answer. O(words).
bool is_discontent(Tokens words);

}  // namespace foi::understand
