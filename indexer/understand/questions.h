// The questions of a request and the answer to each: typed under each question, given in a second list with the same numbers, or once
// for all. One question is what one mark of the request stands before ("1", "2b", a bullet, a row of a table) at the level where something
// is asked: a heading over marks counts by its parts. Where nothing is marked, each sentence that asks anew is one.
#pragma once

#include <string>
#include <vector>

#include "indexer/model/limits.h"
#include "indexer/understand/letter.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

struct FoundQuestion {
  std::string number;          // as printed ("3", "2a"), or its place when none is
  Span heading;                // of the block it stands in, or empty
  Span text;                   // without its number
  Span answer;                 // empty when none was found
  bool answer_shared = false;  // one answer given for all questions
};

using limits::kMaxQuestions;

// In order. A letter that quotes no request has none. Glossaries, lists of documents and lists within an answer are no questions. O(bytes).
std::vector<FoundQuestion> find_questions(const Letter& letter, const std::vector<Section>& sections);

// How many have an answer of their own; and their texts, in the order of the letter.
std::size_t answered_alone(const std::vector<FoundQuestion>& questions);
std::vector<Span> texts_answered_alone(const std::vector<FoundQuestion>& questions);

// The question whose own (not shared) answer holds the place, or npos.
inline constexpr std::size_t kNoQuestion = static_cast<std::size_t>(-1);
std::size_t question_answered_at(const std::vector<FoundQuestion>& questions, std::size_t offset);

}  // namespace foi::understand
