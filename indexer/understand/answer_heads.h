// How a letter itself counts what was asked: by a number ("you put five points to us"), and by the headings over its answers.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/understand/question_layout.h"
#include "indexer/understand/questions.h"

namespace foi::understand {

// The number at a place of a text in lower case counts what was asked: its sentence speaks of the request before it, and not of what the
// authority does.
bool counts_asked(std::string_view lower, std::size_t at);

// How many things the letter says near its top were asked, 2 to 10; 0 when it says nothing of it, or different numbers.
std::size_t announced_questions(const QuestionLayout& layout);

// Headings on lines of their own, each over an answer: what was asked as the letter names it, with what stands below. Those of sections of
// its own ("Our response", "Section 43", "Please note") are none. from: a place in the text before the first.
std::vector<FoundQuestion> find_headed_answers(const QuestionLayout& layout, std::size_t from);

// The same of paragraphs, not far from one another, that begin with a few words that name what they answer: "Rents. They are on our
// website."
std::vector<FoundQuestion> find_run_in_answers(const QuestionLayout& layout, std::size_t from);

}  // namespace foi::understand
