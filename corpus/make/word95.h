// A Word file of 1995, the simplest that antiword reads. Uses nothing else of this folder: tests compile it too.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace foi::corpus {

// text is Windows-1252, paragraphs end in \r. antiword reads versions 103 and 104. unseen: a part of the text that Word
// does not show, and why.
enum class Unseen : std::uint8_t { kHidden, kDeleted };
std::string write_word95(const std::string& text, std::uint16_t version = 104, std::string_view unseen = {}, Unseen why = Unseen::kHidden);

}  // namespace foi::corpus
