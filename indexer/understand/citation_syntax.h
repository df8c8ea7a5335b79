// Reads citations off repaired text by recursive descent, without asking what they mean:
//
//   chain    := group (joiner group)*
//   group    := unit item (joiner item)*
//   item     := number element* gloss*  |  element+            -- the second takes its number from the item before
//   element  := "(" x ")" | "[" x "]" | "." x                  -- x: digits, letter, roman numeral, "1b"
//   gloss    := "(" words ")" | "'" words "'" | "-" title      -- a title of the section, for the check of number against title
//
// Reading is linear: every look ahead is bounded, and what a chain has taken is not read again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/understand/citation_table.h"
#include "indexer/understand/citation_words.h"
#include "indexer/understand/repair.h"

namespace foi::understand {

struct CitationItem {
  Unit unit = Unit::section;
  std::size_t group = 0;  // items of one group share a unit word, and an Act named after the last of them
  std::string section;    // "22a"
  Elements elements;
  bool inherits = false;   // elements only: the section, and perhaps more, is that of the item before
  bool listed = false;     // an end of a range
  Span span;               // unit word or number up to the last element
  std::string_view title;  // the section its printed title belongs to, or empty
};

struct CitationChain {
  std::size_t start = 0, end = 0;
  std::vector<CitationItem> items;  // at least one
};

// Chains in order, until they hold most_items items. The result views nothing of the text.
std::vector<CitationChain> read_citations(const Repaired& text, const CitationTable& table, std::size_t most_items);

}  // namespace foi::understand
