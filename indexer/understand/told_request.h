// A request told in the authority's own sentence rather than quoted: "You asked for “all the data on …”", "You asked 1) what … and 2) to
// see …", "On 6 May you asked for every e-mail that …".
#pragma once

#include <string_view>
#include <vector>

#include "indexer/understand/question_layout.h"
#include "indexer/understand/questions.h"

namespace foi::understand {

// The questions of the first paragraph near the top that tells a request, or of the first that numbers them; none when no paragraph does.
// marked: only of one that numbers them. They have no answers yet.
std::vector<FoundQuestion> find_told_request(const QuestionLayout& layout, bool marked);

}  // namespace foi::understand
