// What a request is about: its words and the terms of topics.tsv, weighed by where they stand and by what was learnt of them
// (topic_model.h): those of its first question and its subject line first, then sentences that tell what was asked and other questions, of
// answers least. Boilerplate, reasons, glossaries, letterheads and names of public bodies say nothing of it.
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

// Ids of topics.tsv, the main one first, at most three; empty when the words are too few to tell. subject: what the publisher's log, or the
// letter's subject line, calls the request; may be empty. Pure; O(bytes).
std::vector<std::string> find_topics(std::string_view subject, std::span<const FoundQuestion> questions, const Letter& letter,
                                     const std::vector<Section>& sections, const Reference& reference);

}  // namespace foi::understand
