// One paragraph that asks for several things: by marks within it, after semicolons, or a sentence each.
#pragma once

#include <string>
#include <vector>

#include "indexer/understand/letter.h"

namespace foi::understand {

struct RequestPart {
  std::string label;  // "a", "1"; empty without marks
  Span text;
};

// In order, or empty when the text asks for one thing. O(bytes).
std::vector<RequestPart> parts_of_request(const Letter& letter, Span text);

}  // namespace foi::understand
