// Whether a letter hands a request on to another body, told by who passes it, who answers next and in whose time.
#pragma once

#include "indexer/understand/kind_view.h"

namespace foi::understand {

// "I sent your e-mail to the board this morning; time runs from there, and I have closed our file." Not what the reader may do himself, nor
// what goes to another office of the same body, unless that holds nothing. A letter that sends what was asked for is the caller's to leave
// out. O(words).
bool hands_request_on(const KindView& view);

}  // namespace foi::understand
