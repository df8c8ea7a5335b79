// What was asked, named in a few words at the head of each paragraph that answers it: "Spend on agency doctors. £11.4m in all.", "Number of
// flats – 318". Without a printed request these are the questions.
#pragma once

#include <optional>
#include <vector>

#include "indexer/understand/question_layout.h"
#include "indexer/understand/questions.h"

namespace foi::understand {

// At least three such paragraphs, close together, at least half of which say at once what there is or what becomes of it (a figure, "not
// held", "attached"); or none. Paragraphs of grounds, of the public interest and of rights have no such heads.
std::vector<FoundQuestion> find_topic_leads(const QuestionLayout& layout);

// What one paragraph names in its first words, and where it begins to answer; at_once: with a figure or what becomes of it.
struct NamedAnswer {
  Span asked;
  std::size_t answer = 0;
  bool at_once = false;
};
std::optional<NamedAnswer> named_answer(const QuestionLayout& layout, std::size_t paragraph);

}  // namespace foi::understand
