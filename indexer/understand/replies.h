// What a sentence that names no ground replies to one before it, which asked or argued of a ground: "I was asked whether section 43(2) was
// wrongly applied. It was.", "The Council submits that section 43(2) is engaged. We reject that submission."
#pragma once

#include <optional>
#include <string_view>

#include "indexer/understand/stance.h"

namespace foi::understand {

// All take a sentence of the repaired text in lower case. O(bytes).

// What is declined is what was said, and no ground: "I do not accept that", but not "we have not used it".
bool disputes(std::string_view sentence);
// "I agree", "you are right", "that is right, and the prices are enclosed".
bool assents(std::string_view sentence);
// "That is not right", "not so".
bool contradicts(std::string_view sentence);

// How or when a letter was written, which says nothing of a ground: "we are sorry for the delay".
bool speaks_of_manner(std::string_view sentence);
// What gives or gives up is in the assent itself: "that is right, and the prices are enclosed".
bool gives_way(std::string_view sentence);

// What stands before a citation supposes something of the reader: "you may have expected". Nobody has said so.
bool supposes_of_reader(std::string_view before);
// Whether what was supposed of a ground is so: "… to apply, and it does", "… to be used, but it has not been". Takes what
// stands before the citation, and what follows it.
std::optional<bool> echoes(std::string_view before, std::string_view after);

// "Whether section 43(2) was wrongly applied", "if it was the right exemption": asked, and decided by what follows. True where "yes" finds
// for the ground.
std::optional<bool> asks_if_right(std::string_view sentence);
// "It was.", "In my view they were not, and the prices are enclosed.": true for "yes".
std::optional<bool> answers_briefly(std::string_view sentence);

// What was said of a ground in its sentence, or one between, that waits for a reply.
struct Raised {
  bool opposed = false;       // somebody else is told to speak against it
  std::optional<bool> plea;   // of a party to the decision: true for it
  std::optional<bool> asked;  // whether it was rightly used: true where "yes" says so
  bool manner = false;        // the sentence before speaks of how or when a letter was written as well
};
// What the sentence makes of it: the ground was right or wrong. notice: of the Commissioner or the Tribunal.
std::optional<Act> reply_to(const Raised& raised, std::string_view sentence, bool notice);

// What a party to a decision pleads: true for the ground ("the Council submits that section 43(2) is engaged"), false against it ("the
// complainant argues that it is not").
std::optional<bool> pleads(std::string_view sentence);
// "We reject that submission", "the Commissioner accepts this argument": true where it is accepted.
std::optional<bool> judges_plea(std::string_view sentence);

}  // namespace foi::understand
