// One page of a document cut into stretches for display: quotes that support a claim, typed marks, boilerplate. Pure.
#pragma once

#include <string>
#include <vector>

#include "indexer/index/searcher.h"
#include "indexer/model/record.h"

namespace foi::server {

// A passage of the page that some claim quotes.
struct Passage {
  Evidence where;
  std::string anchor;  // id of the element that holds it: "quote-2"
};

struct Stretch {
  std::string text;
  std::string anchor;  // set on the first stretch of a passage
  bool cited = false;
  bool masked = false;
  bool boilerplate = false;
  bool found = false;  // the reader looked for it
};

// The page's text in order, as it is shown: the indent that all lines share and runs of blank lines are left out, nothing else.
// Places that lie outside the text are ignored. At most max_bytes of text are used.
// found: bytes of the page's text that a query found.
std::vector<Stretch> cut_page(const index::StoredPage& page, const std::vector<Passage>& passages, std::size_t max_bytes,
                              const std::vector<Region>& found = {});

// A page as blocks: running text, or the rows of a table (lines with tabs that follow one another, each tab a cell's end).
struct Block {
  using Cell = std::vector<Stretch>;
  std::vector<Stretch> text;            // empty for a table
  std::vector<std::vector<Cell>> rows;  // empty for text
};
std::vector<Block> into_blocks(std::vector<Stretch> stretches);

}  // namespace foi::server
