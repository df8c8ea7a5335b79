// Where a question or an answer ends before what the letter says for itself.
#pragma once

#include <vector>

#include "indexer/understand/question_layout.h"
#include "indexer/understand/questions.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

// An answer that gives what was asked ends where the reasons for keeping other things begin: "Section 43 – Commercial interests". One that
// refuses may be explained there.
void end_before_reasons(std::vector<FoundQuestion>& questions, const Letter& letter, const std::vector<Section>& sections);

// A question ends before a heading of what follows the request: "Our response", "What we found", "Question 1 - vans" under question 3;
// "Decision" and "Outcome" stand apart for that. Under a list of what is to be told, "Please state:", only one with a number ends it.
void end_before_headings(std::vector<FoundQuestion>& questions, const Letter& letter);

// The last of several answers ends before the remarks with which the letter closes.
void end_before_remarks(std::vector<FoundQuestion>& questions, const QuestionLayout& layout);

}  // namespace foi::understand
