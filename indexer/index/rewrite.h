// Text as typed, with citations and words that have synonyms taken out of it and made queries of their own. Inside this directory only.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/lexicon.h"

namespace foi::index {

// The name under which an expansion stands in the rewritten text: "expansion:0".
inline constexpr const char* kExpansion = "expansion";

// What another word for the same thing counts, beside the word itself.
inline constexpr double kSynonymWeight = 0.5;

struct Rewritten {
  std::string text{};
  std::vector<Xapian::Query> expansions{};
  std::vector<std::string> cited{};  // ids of the exemptions that were meant; not of one with "-" before it
};

// Quoted text, fields and what stands beside NEAR and ADJ are left as they are; of what has a sign before it, citations alone are not.
Rewritten rewrite(std::string_view q, const Lexicon& lexicon);

// The words of a reference as printed ("FOI ICB 24-097"), when the whole text looks like one; otherwise none.
std::vector<std::string> reference_words(std::string_view q);

}  // namespace foi::index
