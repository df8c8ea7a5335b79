// The text as rules want to read it: one kind of space, dash and quote, ligatures spelt out, Markdown marks and vertical letterheads
// dropped, and the way back to the text as it is. Nothing here is shown to anybody, and nothing corrects letters or digits: that is done
// only inside a citation, by the parser that knows it has one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/understand/cues.h"
#include "indexer/understand/letter.h"

namespace foi::understand {

struct Repaired {
  std::string text;   // a line break is one \n, a blank line (or several) is \n\n; no other run of white space
  std::string lower;  // same offsets, ASCII in lower case; a single line break is a space, so a phrase may run over it

  // Where a repaired place comes from, and where an original place went. Both monotone; offsets past the end count as the end.
  std::size_t original(std::size_t offset) const;
  std::size_t repaired(std::size_t original) const;
  Span original(Span span) const;  // covers every byte the span was made of; no trailing white space
  Span repaired(Span span) const;

  std::string_view lower_view(Span span) const;
  // As has_any(lower, cues).
  template <std::size_t N>
  bool has_any(const CueTable<N>& cues) const {
    return starts.has_any(lower, cues, cues.beginnings());
  }

  struct Anchor {
    std::size_t repaired, original;
  };
  WordStarts starts;            // of lower
  std::vector<Anchor> anchors;  // the first byte of each stretch that was copied as it is
  std::size_t original_size = 0;
};

// O(bytes). Precondition: text is valid UTF-8.
Repaired repair(std::string_view text);

// One line, or a short stretch, in lower case and repaired: what openers of sections are compared with.
std::string repaired_lower(std::string_view text);

}  // namespace foi::understand
