// Where sentences end, and which lines are headings of a ground.
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/understand/citation_grammar.h"
#include "indexer/understand/repair.h"

namespace foi::understand {

// Whether a sentence ends with the character at `at`.
bool ends_sentence(const Repaired& text, std::size_t at);
// "Section 43 - Commercial interests" on a line of its own, or a citation that is all a cell of a table says.
bool is_heading_line(const Repaired& text, const CodeCited& cited);
// "Section 37: 34": what follows the number is a count of something called by its section.
bool is_figure(std::string_view after);
// What parts a heading's number from its title: nothing, a dash, a colon, a bracket.
bool is_title_gap(std::string_view after);

// A citation in the last cell of a row of a table, which says itself what became of the ground: what is written under the table is not of
// that row. printed: the letter; start and end: of the citation in it.
bool ends_row(std::string_view printed, std::size_t start, std::size_t end);

// Marks runs of eight and more sections in ascending order, close together, as listed (a leaflet's list of all exemptions).
void mark_lists(std::vector<CodeCited>& cited);

// The sentence round a place of the repaired text, at most a few hundred bytes either way; never over a blank line, nor out of a short
// line that is a heading or a cell of a table.
Span sentence_at(const Repaired& text, Span place);

// Where the paragraph of a place begins, by a blank line or a line that ends its sentence, and where the one after the next ends; no
// further away than `reach` bytes.
std::size_t paragraph_start(const Repaired& text, std::size_t at, std::size_t reach);
std::size_t two_paragraphs(const Repaired& text, std::size_t at, std::size_t reach);

}  // namespace foi::understand
