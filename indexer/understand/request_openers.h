// The words with which a letter comes to what was asked: a sentence before the request, or one that tells it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace foi::understand {

// True when a paragraph of the authority says that the request follows: "… you asked for:", "your request, which was as follows:",
// "On 6 May you asked us for the following." text is the paragraph in lower case, repaired. list_follows: a list or a quotation begins
// below it, which any last sentence that tells of somebody's asking introduces, whatever its stop: "You have asked for a list of all".
bool introduces_request(std::string_view text, bool list_follows = false);

// True when a sentence hands over what was asked: "Here is what you asked for:", "The answers are as follows:". A list under it
// answers. What somebody can provide, or may hope for, hands over nothing yet. lower: the sentence, repaired, in lower case.
bool hands_over(std::string_view lower);

// Where what was asked begins in a text that tells it: "you asked us for (a copy …)", "the complainant requested (minutes …)", "you wanted
// to know how many …". text in lower case; of a long one only the beginning is read. Nothing when somebody asks for a review, or may ask
// for something.
std::optional<std::size_t> told_at(std::string_view text);

}  // namespace foi::understand
