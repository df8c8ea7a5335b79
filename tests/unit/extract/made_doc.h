// A Word file of 1995 made in a test: the simplest that antiword reads.
#pragma once

#include <cstdint>
#include <string>

namespace foi::extract {

// text is Windows-1252, paragraphs end in \r. antiword reads versions 103 and 104.
std::string make_doc(const std::string& text, std::uint16_t version = 104);

}  // namespace foi::extract
