// What the sentences of an internal review say of the complaint, of the first answer, or of all its grounds at once, without naming one.
#pragma once

#include <string_view>

namespace foi::understand {

struct Verdicts {
  bool upheld = false;      // the first answer stands
  bool overturned = false;  // it falls
  bool partly = false;      // one sentence says both: "it succeeds on (i), but not on (ii)"
};

// "The refusal is quashed", "our answer of 3 May was not right", "your appeal is allowed", "your complaint is made out for 1 but not for
// 2", "none of the exemptions was available". Told by the noun, its verb and a "not" between; what others say, and what is asked ("whether
// the answer was right"), is left out. lower: repaired, in lower case. O(bytes).
Verdicts verdicts_on_answer(std::string_view lower);
// One sentence says of the complaint that it succeeds and that it does not: wherever it stands, it sums the letter up. O(bytes).
bool divides_complaint(std::string_view lower);

}  // namespace foi::understand
