// The few lines of a page that show why it was found. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/searcher.h"
#include "indexer/index/sought.h"

namespace foi::index {

// A page's text as snippets show it: without boilerplate, on one line, no control characters.
std::string snippet_text(const StoredPage& page);
// Takes back the marks that fall into a mask ("[requester]" for a search for "request"): it is no word of the letter.
void unmark_masks(Snippet& snippet, const StoredPage& page);
// The first lines of a text, cut at a word.
Snippet opening(std::string_view text);
// The lines of text with the most different things looked for, then the most hits, then the first; what matches is marked. Empty when
// nothing in it matches.
Snippet marked_snippet(std::string_view text, const Sought& sought);

}  // namespace foi::index
