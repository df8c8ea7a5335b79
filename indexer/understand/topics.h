// What a request is about, by the words of topics.tsv: those of the questions first, of the rest of the request next, of answers least.
// Boilerplate, public interest paragraphs, titles of exemptions, glossaries and letterheads say nothing of it.
#pragma once

#include <string>
#include <vector>

#include "indexer/model/record.h"
#include "indexer/model/reference.h"
#include "indexer/understand/letter.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

// Ids of topics.tsv, the main one first, at most three; empty when the words are too few to tell. Pure; O(bytes).
std::vector<std::string> find_topics(const std::vector<Question>& questions, const Letter& letter, const std::vector<Section>& sections,
                                     const Reference& reference);

}  // namespace foi::understand
