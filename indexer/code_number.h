// What everything after extraction is made by: the code that understands, relates and composes the index, and the reference tables.
#pragma once

#include <string_view>

namespace foi {

// A digest of those sources, taken when the program was built: nobody can forget to raise it. Extraction has a number of its own
// (extract::kExtractorNumber), since making it again is dear.
std::string_view code_number();

}  // namespace foi
