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

// What one claim may cost: how often the letter is read, and how many bytes of it in all. A letter of two pages takes about 60 readings of
// 5 kB.
struct Effort {
  std::size_t readings = 300, bytes = 4'000'000;
};

// published must be understand(input, reference). Claims that are null, other or unknown have no explanation. Pure. Where the
// effort does not suffice, lines may be given that are not needed. A dozen stretches at most, each cut after some lines.
std::vector<Explanation> explain(const Input& input, const Published& published, const Reference& reference, Effort effort = {});

// As lines for a terminal, each ending in \n.
std::string to_text(const std::vector<Explanation>& explanations);

}  // namespace foi::understand
