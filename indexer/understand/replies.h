// What a sentence that names no ground replies to one before it, which asked or argued of a ground: "I was asked whether section 43(2) was
// wrongly applied. It was.", "The Council submits that section 43(2) is engaged. We reject that submission."
#pragma once

#include <optional>
#include <string_view>

namespace foi::understand {

// All take a sentence of the repaired text in lower case. O(bytes).

// What is declined is what was said, and no ground: "I do not accept that", but not "we have not used it".
bool disputes(std::string_view sentence);
// "I agree", "you are right", "that is right, and the prices are enclosed".
bool assents(std::string_view sentence);
// "That is not right", "not so".
bool contradicts(std::string_view sentence);

// "Whether section 43(2) was wrongly applied", "if it was the right exemption": asked, and decided by what follows. True where "yes" finds
// for the ground.
std::optional<bool> asks_if_right(std::string_view sentence);
// "It was.", "In my view they were not, and the prices are enclosed.": true for "yes".
std::optional<bool> answers_briefly(std::string_view sentence);

// What a party to a decision pleads: true for the ground ("the Council submits that section 43(2) is engaged"), false against it ("the
// complainant argues that it is not").
std::optional<bool> pleads(std::string_view sentence);
// "We reject that submission", "the Commissioner accepts this argument": true where it is accepted.
std::optional<bool> judges_plea(std::string_view sentence);

}  // namespace foi::understand
