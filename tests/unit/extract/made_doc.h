// A Word 97 file made in a test.
#pragma once

#include <string>

namespace foi::extract {

// Paragraphs end in \r. What stands between \1 and \2 is hidden text; \7 ends a cell.
std::string make_doc(const std::string& text);

}  // namespace foi::extract
