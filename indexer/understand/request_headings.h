// Headings over what was asked and over the answer to it.
#pragma once

#include <string_view>

namespace foi::understand {

// is_request_heading, or what stands as such on a page: "Request 101000132893", "Subject: …". In lower case.
bool heads_request(std::string_view line);
// A heading alone on its line: "What you asked", "You asked for", "Your questions and our answers".
bool is_request_heading(std::string_view line);
// "Our reply", "What we can send you", "Answers to your questions".
bool is_answer_heading(std::string_view line);

}  // namespace foi::understand
