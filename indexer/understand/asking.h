// Whether words ask for something, name what is asked for, or state something: by how they begin and where their verb stands, whoever
// wrote them. Texts are as repaired_lower gives them, the beginning of a paragraph or item without its number.
#pragma once

#include <cstdint>
#include <string_view>

namespace foi::understand {

enum class Reads : std::uint8_t {
  kAsks,     // a question, or an imperative: "how many …?", "please provide …", "I would like …"
  kWonders,  // an indirect question: "how many were sold", "whether it is kept"
  kNames,    // a thing, without a verb of its own: "copies of the contract", "number of vans sold"
  kStates,   // a sentence, a figure, an answer
};

Reads reads_as(std::string_view text);
// Goes on with the question before it rather than beginning one: "please break it down by month", "if so, …".
bool asks_on(std::string_view text);
// "How many …", "in which …", "is there …": begins as questions do.
bool puts_question(std::string_view text);
// "You asked how many …", "you'd like a copy …": an item of a list in which the authority tells what was asked for.
bool tells_asked(std::string_view text);
// "Number of vans", "copies of the contract": what is wanted itself; "Vans" may as well be the heading of what is.
bool names_wanted(std::string_view text);
// One who asks leads in a list: "please tell me, for each year:", "I would like to know".
bool leads_in(std::string_view text);
// Asks about the letter, its law or the request itself, as one does who explains: "Is the request of value?", "What happens next?".
bool asks_of_letter(std::string_view text);
// "I want a review", "please treat this as a request for an internal review": of an answer, not of what was asked.
bool wants_review(std::string_view text);
// Words with which somebody is told how to complain, what may be asked for next, or what is still wanted of him; what is asked there is no
// question of a request.
bool asks_of_requester(std::string_view text);

}  // namespace foi::understand
