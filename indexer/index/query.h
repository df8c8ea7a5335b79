// Text as a person typed it → query, and filters → query. Inside this directory only: it shows Xapian.
//
// Every word must match (stemmed, in any field kept among the plain words): counts and facets of a set in which any one word sufficed would
// mean nothing. Common function words are left out, and where hardly any letter has all of the others letters that have nearly all are
// found as well (nearly.h). Capital letters mean nothing except in the operators AND, OR, NOT, XOR, NEAR, ADJ and in abbreviations that
// have synonyms. The whole language is the table of tests/unit/index/query_test.cc.
#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/columns.h"
#include "indexer/index/lexicon.h"
#include "indexer/index/schema.h"
#include "indexer/index/sought.h"
#include "indexer/model/result.h"

namespace foi::index {

struct TextQuery {
  bool everything = false;  // nothing was typed: every letter matches
  Xapian::Query match;      // empty when the text holds no word: then nothing matches
  bool whole = true;        // false: a wildcard stands for more words than match looks for
  // What match asks for, one by one, where some of it would do: a word, a citation, a word with its synonyms. Empty when there is only one,
  // and when the text says itself what must match: by an operator, a sign, quotes, a field or a wildcard.
  std::vector<Xapian::Query> parts;
  Sought sought;                     // what to look for on a page and, unless a field was named, in every field
  std::map<Field, Sought> in_field;  // what to look for in one field only
  std::vector<std::string> cited;    // exemptions that were meant, by id
  Xapian::Query reference;           // the text as a reference, when it looks like one: weighs, and need not match; or empty
  std::string suggestion;            // or empty
};

// letters may be null: then nothing is suggested. lexicon may be null: then citations and synonyms are words like any other. Errors:
// kUsage: an operator lacks what it joins, a wildcard stands in quotes, or for too many words to leave out what has any. Preconditions:
// valid UTF-8, bounded length. Throws Xapian::Error when the database fails.
Result<TextQuery> parse_text(std::string_view q, const Xapian::Database* letters, const Lexicon* lexicon = nullptr);

// Function words, left out of a query unless nothing else was typed.
bool is_stop_word(std::string_view word);
// AND, OR, NOT …
bool is_operator(std::string_view word);

// A term as the schema made it: its field (text when it has no prefix), whether it is a stem, and the word.
struct Term {
  Field field = Field::kText;
  bool stem = false;
  std::string word;
};
// Nothing for a term that is no word (a filter's).
std::optional<Term> read_term(std::string term);
// Of an OP_WILDCARD: what its words begin with, as a term (with the field's prefix).
std::string wildcard_beginning(const Xapian::Query& query);

// Matches every letter. Xapian::Query::MatchAll is one object for the whole process whose references are counted without atomics, so
// searches at the same time must not share it.
inline Xapian::Query every_letter() { return Xapian::Query(std::string()); }

// What text asks for. Empty when nothing can match. Precondition: something was typed.
Xapian::Query matching_query(const TextQuery& text);

// What a letter with every part of the text weighs beside its words: more than any words can, as each word weighs less than 50.
inline constexpr double kEveryPart = 1e6;
// Letters with any of its parts: first those with all of them, then the more of them and the rarer the better. Precondition: it has parts.
Xapian::Query weighing_query(const TextQuery& text);

// Empty when nothing is filtered.
Xapian::Query filter_query(const Selection& selection);

}  // namespace foi::index
