// What a request is about, by the terms of topics.tsv and by how telling each is: those of its subject line and of the questions first,
// then sentences that tell what was asked, of answers least. Words for whom it is about ("pupils") count less than for what is asked of
// them, and words that say how something is counted ("nurses", "spend") least. Boilerplate, reasons, glossaries, letterheads and names of
// public bodies say nothing of it. Weights were set by hand and held against letters; weights learnt from the letters at hand did worse on
// those left out.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/reference.h"
#include "indexer/understand/letter.h"
#include "indexer/understand/questions.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

// What is known of a request beside its words; either may be empty.
struct RequestContext {
  std::string_view subject;         // what the publisher's log, or the letter's subject line, calls it
  std::string_view authority_type;  // as authorities.tsv has it
};

// Ids of topics.tsv, the main one first, at most three; empty when the words are too few to tell. Pure; O(bytes).
std::vector<std::string> find_topics(const RequestContext& request, std::span<const FoundQuestion> questions, const Letter& letter,
                                     const std::vector<Section>& sections, const Reference& reference);

}  // namespace foi::understand
