// The text of all pages as one text, so that a rule can look across a page break, with the way back to page and bytes. Everything in
// understand counts places in bytes of Letter::text, half-open, until the record is written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/document.h"
#include "indexer/model/record.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

// Bytes of Letter::text, half-open. The default is empty.
struct Span {
  std::size_t start = 0, end = 0;
  bool empty() const { return end <= start; }
  bool contains(std::size_t offset) const { return start <= offset && offset < end; }
  bool operator==(const Span&) const = default;
};

// A line without its line break.
struct Line {
  std::size_t start = 0, end = 0;
};

struct Letter {
  std::string text;                            // the page texts as they are, each followed by a form feed but the last
  std::vector<std::size_t> page_starts;        // where each page begins in text; one per page, in order
  std::vector<std::uint32_t> numbers;          // Page::number of each page
  std::vector<bool> by_ocr;                    // of each page, whether its text was read from a picture
  std::vector<Line> lines;                     // split at \n and at the form feeds; an empty line is a line
  TokenList tokens;                            // the words of the whole text
  std::vector<Span> cells;                     // of all lines, in order; cells_of gives those of one
  std::vector<std::size_t> line_cells;         // by line, how many cells the lines before it have; one more for the end
  std::vector<std::optional<Marker>> markers;  // by line, as markers_of_lines gives them

  // The page holding offset, counted from zero; offsets past the end belong to the last page. Precondition: there is a page.
  std::size_t page_index(std::size_t offset) const;
  bool is_by_ocr(std::size_t offset) const { return by_ocr[page_index(offset)]; }
  // The span as bytes of the text of the page it starts on; what runs over the page's end is cut off. Precondition: there is a page.
  Region region(Span span) const;
  // The inverse of region for one page (index from zero).
  Span span(std::size_t page, std::size_t start, std::size_t end) const;
  // The line holding offset, counted from zero. Precondition: there is a line (there always is, once joined).
  std::size_t line_index(std::size_t offset) const;

  // The words that begin in a line, a column of it or any other stretch that cuts no word.
  Tokens tokens_in(Span span) const { return tokens.between(span.start, span.end); }
  Tokens tokens_in(Line line) const { return tokens.between(line.start, line.end); }
  std::string_view view(Span span) const;  // clipped to the text
  std::string_view view(Line line) const { return view(Span{line.start, line.end}); }
};

// Precondition: page texts are valid UTF-8.
Letter join_pages(const std::vector<Page>& pages);
// The text and its pages alone, where nobody asks for lines and words.
Letter join_texts(const std::vector<Page>& pages);

// The columns of a line laid out as printed: stretches kept apart by a tab or three spaces and more, or by the bars of a Markdown table,
// without spaces at either end.
// Precondition: line is one of letter.lines. Good for as long as the letter is.
std::span<const Span> cells_of(const Letter& letter, Line line);

}  // namespace foi::understand
