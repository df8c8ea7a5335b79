// The few lines of a page that show why it was found. Inside this directory only: it shows Xapian.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/searcher.h"

namespace foi::index {

// A page's text as snippets show it: without boilerplate, on one line, no control characters.
std::string snippet_text(const StoredPage& page);
// Takes back the marks that fall into a mask ("[requester]" for a search for "request"): it is no word of the letter.
void unmark_masks(Snippet& snippet, const StoredPage& page);
// The first lines of a text, cut at a word.
Snippet opening(std::string_view text);
// The best lines of text for the query mset was found with, matches marked; empty when nothing in it matches. words: the letter's words
// that match, to find the place in a very long text. Throws Xapian::Error.
Snippet marked_snippet(const Xapian::MSet& mset, std::string_view text, const std::vector<std::string>& words);

}  // namespace foi::index
