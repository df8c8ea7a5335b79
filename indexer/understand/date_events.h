// What the sentence round a date says of it: that the request came on that day ("which reached us on …", "On … you asked", "your letter
// of …"), or that something else happened then (a reply, a period asked about, a law).
#pragma once

#include <optional>
#include <vector>

#include "indexer/understand/letter.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

// How surely a sentence says that a date is the day on which the request came: sent (its own date, "your e-mail of", "dated"), earlier
// (the same of a request that a review goes back to), received ("which we received on").
enum class Arrival : std::uint8_t { none, earlier, sent, received };

// The words of the sentence before and after a date; neither goes past a blank line.
struct Sentence {
  Tokens before, after;           // of the letter
  std::size_t words_on_line = 0;  // of those before, on the date's own line
  bool begins_with_on = false;    // "On" with a capital stands directly before the date
  bool in_brackets = false;       // a bracket opens before the date
  bool ends_line = false;         // and what is on the next line begins anew, as after a heading
};
// So many words back from the end, where the last is one back; nothing where there are fewer, or none is meant.
std::string_view back(Tokens words, std::size_t steps);
Sentence sentence_round(const Letter& letter, Span date);

Arrival arrival_of(const Sentence& sentence);
// "You asked for an internal review on", "On 3 March you wrote to say you were unhappy": a review is of a later day than its request.
bool asks_for_review(const Sentence& sentence);

}  // namespace foi::understand
