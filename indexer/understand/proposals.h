// A ground that somebody wished to be used, and the sentences after it that decline it without its number: "The company said that section
// 43 was the right exemption. We did not go down that road." Told by verbs of taking up, what denies them and the word that points back.
#pragma once

#include <cstdint>
#include <string_view>

namespace foi::understand {

// All take repaired text in lower case. O(bytes).

enum class Declined : std::uint8_t {
  nothing,
  view,  // "we were not convinced", "we disagree": of what somebody said, and of a ground only where that was put forward by others
  one,   // "it was left out", "we have not used that", "there was no need for that exception"
  all,   // "neither ground has been used", "nothing was kept back under any of these": of all that were named together
};

// What a sentence that cites no ground declines of those named before it.
Declined declined_before(std::string_view sentence);

// Somebody other than the writer, or nobody in particular, puts a ground forward: "two owners felt that", "it was suggested that".
bool is_put_forward(std::string_view words);

// Somebody else speaks against a ground: "you say that it was the wrong exemption". What then declines, declines that.
bool is_opposed(std::string_view sentence);

}  // namespace foi::understand
