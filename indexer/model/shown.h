// Text of strangers (names of files and of what is inside them, values of a manifest) as people are shown it.
#pragma once

#include <string>
#include <string_view>

namespace foi {

// One line of valid UTF-8 that reads in the order in which it is written: clean_utf8, with a space for every line end and tab and U+FFFD
// for what breaks lines or turns the direction of what follows (U+2028 and 2029; the marks, embeddings, overrides and isolates of Unicode's
// bidirectional algorithm). No longer than three bytes for each one given.
std::string shown_line(std::string_view text);

}  // namespace foi
