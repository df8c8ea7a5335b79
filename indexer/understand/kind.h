// What a document is, by the tell-tales of its own words (domain notes on outcomes, section 3).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/model/vocabulary.h"
#include "indexer/understand/letter.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

// What is known of a document beside its text.
struct KindFacts {
  std::string_view media_type;   // as extraction found it
  bool member = false;           // came inside, or attached to, another document
  std::size_t questions = 0;     // found in it
  std::size_t answered = 0;      // those of them that have an answer of their own
  std::vector<Span> asked = {};  // the words of those, which are the requester's; in order
};

// Kind::other when nothing speaks for any. Pure; O(bytes).
Kind find_kind(const Letter& letter, const std::vector<Section>& sections, const KindFacts& facts);

// The kind once the outcome is known: a letter that calls itself a refusal notice and gives a part of what was asked is a response, and one
// that says in its text that it refuses the request, and gives nothing, is a refusal notice. Other kinds stay.
Kind settle_refusal(Kind kind, Outcome outcome, const Letter& letter, const std::vector<Section>& sections);

}  // namespace foi::understand
