// Text as a person typed it → query, and filters → query. Inside this directory only: it shows Xapian.
//
// Every word must match (stemmed, in any field kept among the plain words): counts and facets of a set in which any one word sufficed would
// mean nothing, and a question typed in full still works because common function words are left out. Capital letters mean nothing
// except in the operators AND, OR, NOT, XOR, NEAR, ADJ. The whole language is the table of tests/unit/index/query_test.cc.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/columns.h"
#include "indexer/model/result.h"

namespace foi::index {

struct TextQuery {
  bool everything = false;  // nothing was typed: every letter matches
  Xapian::Query match;      // empty when the text holds no word: then nothing matches
  // The same with question: and answer: looked for among the body's words, for finding the page and the snippet.
  Xapian::Query on_page;
  bool uses_fields = false;  // match and on_page differ
  // What to look for on a page: stems, words as typed (in phrases), beginnings (of wildcards). Lower case, unique.
  std::vector<std::string> stems, words, beginnings;
  std::string suggestion;  // or empty
};

// letters may be null: then nothing is suggested. Errors: kUsage: an operator lacks what it joins.
// Preconditions: valid UTF-8, bounded length. Throws Xapian::Error when the database fails.
Result<TextQuery> parse_text(std::string_view q, const Xapian::Database* letters);

// Matches every letter. Xapian::Query::MatchAll is one object for the whole process whose references are counted without atomics, so
// searches at the same time must not share it.
inline Xapian::Query every_letter() { return Xapian::Query(std::string()); }

// What text asks for, and every letter when nothing was typed. Empty when nothing can match.
Xapian::Query sought(const TextQuery& text);

// Empty when nothing is filtered.
Xapian::Query filter_query(const Selection& selection);

}  // namespace foi::index
