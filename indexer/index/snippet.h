// The few lines of a page that show why it was found. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/searcher.h"
#include "indexer/index/sought.h"

namespace foi::index {

// The beginning of a page's text as snippets show it: without boilerplate, on one line, no control characters; enough for opening().
std::string snippet_text(const StoredPage& page);
// The first lines of a text, cut at a word.
Snippet opening(std::string_view text);
// Where what is looked for stands on a page, as bytes of its text; not in boilerplate, nor in masks: they are no words of the letter.
std::vector<Span> find_on(const StoredPage& page, PlaceFinder& finder);
// The lines of a page with the most different things found, then the most hits, then the first; spans, from find_on, are marked. Empty
// without spans.
Snippet marked_snippet(const StoredPage& page, const std::vector<Span>& spans);

}  // namespace foi::index
