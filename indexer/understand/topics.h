// What a request is about, by the words of topics.tsv: those of its subject line and of the questions first, of what stands round them
// next, of answers least. Words that say how something is counted ("nurses", "spend") weigh little beside those that say what.
// Boilerplate, public interest paragraphs, titles of exemptions, glossaries and letterheads say nothing of it.
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
