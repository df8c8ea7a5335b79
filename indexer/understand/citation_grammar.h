// Citations as codes: what was read (citation_syntax.h) with the law it is of. Leaves out what is no citation of a law that matters here:
// postcodes, other Acts, headings of policies and forms, sections of the Mental Health Act, things called by their section. What a
// citation means for the letter is decided in citations.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/limits.h"
#include "indexer/model/reference.h"
#include "indexer/understand/citation_table.h"
#include "indexer/understand/citation_words.h"
#include "indexer/understand/repair.h"

namespace foi::understand {

// A code cited at one place.
struct CodeCited {
  std::string id;
  Span span;                    // of the repaired text: unit word or number up to the last element
  bool malformed = false;       // an element that cannot exist was cited with it
  bool title_mismatch = false;  // the title printed beside the number belongs to another section
  bool titled = false;          // the title printed beside the number is its own
  bool listed = false;          // end of a range ("sections 21-44")
  bool named_act = false;       // its Act is named beside it, and so is no other
  std::size_t chain_start = 0;  // where the list of citations it stands in begins
  std::size_t chain_end = 0;    // where that list and the name of its Act end
};

// The section a code belongs to: "foia-31-1-a" → "foia-31".
constexpr std::string_view section_of(std::string_view id) { return id.substr(0, id.find('-', id.find('-') + 1)); }

// What the letter as a whole says about the law it cites.
struct LawOfLetter {
  bool scottish = false;       // FOISA and EISRs where no Act is named
  bool environmental = false;  // regulations may be those of the EIRs
};
LawOfLetter law_of_letter(const Repaired& text, bool scottish_authority);

using limits::kMaxCodesCited;

// In order of place.
std::vector<CodeCited> parse_citations(const Repaired& text, const CitationTable& table, LawOfLetter law);

}  // namespace foi::understand
