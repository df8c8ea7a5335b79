// One sentence that asks for several things, joined by commas and "and": "how many there are, what they cost, and who paid".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace foi::understand {

struct SeriesPart {
  std::size_t start = 0, end = 0;  // bytes of the sentence
};

// The things in order, or empty when the sentence asks for one. Three and more are parted where each begins as a question or as a thing;
// two where both are put as questions or the second is joined on by itself (", and the letters about it", "along with the invoices"). What
// only lists the columns of a table ("the date, the time and the place") or points back ("and who they are") is not parted. sentence is in
// lower case, its line breaks spaces; after_for: it follows "asked for". O(bytes).
std::vector<SeriesPart> parts_of_series(std::string_view sentence, bool after_for);

// As many things as are said to be asked for, when the sentence can be parted in just so many; else empty.
std::vector<SeriesPart> parts_of_count(std::string_view sentence, std::size_t count);

// "First, the dates; secondly, the letter; and lastly any figures"; at least two.
std::vector<SeriesPart> parts_in_order(std::string_view text);

}  // namespace foi::understand
