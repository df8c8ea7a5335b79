// Questions without marks: what a paragraph, or a sentence, puts by itself. Each function gives those of one layout, or none.
#pragma once

#include <vector>

#include "indexer/understand/question_layout.h"
#include "indexer/understand/questions.h"

namespace foi::understand {

// "Your questions and our answers are as follows." over lines that name things, each with sentences under it; at least two.
std::vector<FoundQuestion> find_put_and_answered(const QuestionLayout& layout);
// "“Number of vans”" on a line in quotation marks over the authority's words about it, again and again; at least two.
std::vector<FoundQuestion> find_quoted_leads(const QuestionLayout& layout);
// Paragraphs of the part that asks, each with what stands under it up to the next.
std::vector<FoundQuestion> find_asking_paragraphs(const QuestionLayout& layout);
// The same over the whole letter, where each question has words of the authority under it; at least two. also_in_request: in the part that
// asks, too.
std::vector<FoundQuestion> find_answered_paragraphs(const QuestionLayout& layout, bool also_in_request);
// A reply typed between the lines of a quoted mail: each run of quoted lines is answered by what follows it.
std::vector<FoundQuestion> find_interleaved_quotes(const QuestionLayout& layout);
// A request printed without a word before it.
std::vector<FoundQuestion> find_lone_request(const QuestionLayout& layout);
// The request as it stands in the oldest message under the answer.
std::vector<FoundQuestion> find_quoted_request(const QuestionLayout& layout);

}  // namespace foi::understand
