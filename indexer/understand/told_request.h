// A request told in the authority's own sentence rather than quoted: "You asked for “all the data on …”", "You asked 1) what … and 2) to
// see …", "On 6 May you asked for every e-mail that …".
#pragma once

#include <string_view>
#include <vector>

#include "indexer/understand/question_layout.h"
#include "indexer/understand/questions.h"

namespace foi::understand {

// The questions of the first paragraph near the top that tells a request; none when no paragraph does. They have no answers yet.
std::vector<FoundQuestion> find_told_request(const QuestionLayout& layout);

// True when a paragraph speaks of what "you" asked. cue_text is as QuestionLayout gives it.
bool tells_request(std::string_view cue_text);

}  // namespace foi::understand
