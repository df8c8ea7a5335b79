// Whether an answer states figures before it refuses, or in rows beside what is refused: then a part was given, though no word says
// "released".
#pragma once

#include <cstdint>
#include <string_view>

namespace foi::understand {

enum class Figures : std::uint8_t {
  before_refusal,  // what stands after it may be its reasons
  before_keeping,  // the same, where to say where something is published refuses nothing
  rows_too,        // "Value: 40" after "Names: withheld", in the answer to one question
};

// lower: repaired, in lower case. A figure of the law, of a date, of a reference, of the request or of what is held and kept is none.
// O(bytes).
bool states_figures(std::string_view lower, Figures figures);

// "Supplier: Acme" in one run of rows with "Price: withheld under section 43(2)": each row speaks for itself. lower as above. O(bytes).
bool gives_rows_beside_refused(std::string_view lower);

}  // namespace foi::understand
