// The tables of a web page and its lists of like blocks, row by row, with their links. Nothing is judged here: what a listing is of, its
// reader tells from its words.
#pragma once

#include <vector>

#include "indexer/extract/html_tree.h"
#include "indexer/model/document.h"

namespace foi::extract {

// A listing is
// - a table, a row for each <tr>, cells that span columns or rows standing in each row they span;
// - a <ul>, an <ol>, or any block with at least three children of one tag and class, a row for each, a cell for each line;
// - a <dl>, a row for each <dt>, whose text is the label of the cells of its <dd>;
// - at least three headings of one tag side by side, a row for each with all that stands before the next heading as high; where tables or
//   longer lists stand below them, those are given instead.
// No two hold the same words: of two inside one another the one with more rows is given, a table rather than blocks round it.
// What is hidden is left out. Links are as the page writes them, but for a <base>, which is in them already (html_link.h). In the order of
// the page, within limits.h. O(bytes).
std::vector<Listing> find_listings(const HtmlTree& tree);

}  // namespace foi::extract
