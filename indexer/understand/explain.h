// Which words led to which claim, for people. The rules are asked, not retold: lines of the letter are taken away as long as the claim
// stays the same, and what is left suffices for it. So an explanation cannot say anything else than the rules do.
#pragma once

#include <string>
#include <vector>

#include "indexer/understand/understand.h"

namespace foi::understand {

struct Explanation {
  std::string claim;            // "kind", "authority", "exemption" …
  std::string value;            // "internal-review", "RTX", "foia-31-1-a overturned"
  std::string remark;           // what else the record says of it: a name, questions, the rule, the confidence; may be empty
  std::vector<Evidence> words;  // whole lines of the published pages that suffice, in order; lines that follow one another are one
};

// published must be understand(input, reference). Claims that are null, other or unknown have no explanation. Pure; reads the letter again
// some hundred times, and less often the longer it is: then more lines than needed are given.
std::vector<Explanation> explain(const Input& input, const Published& published, const Reference& reference);

// As lines for a terminal, each ending in \n; long words are cut.
std::string to_text(const std::vector<Explanation>& explanations);

}  // namespace foi::understand
