// What to call a document in a list of results.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/understand/letter.h"
#include "indexer/understand/questions.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

// The words of the letter that name its subject: a subject line that says more than "Freedom of Information request", else the heading of
// its questions, else its first question. Nothing when there is none of them.
std::optional<Span> find_title(const Letter& letter, const std::vector<Section>& sections, const std::vector<FoundQuestion>& questions);

// What an enclosure (a policy, a paper, a table) is called on its own first page: its largest line, with the lines it runs on over; where
// sizes are not known, its first line that reads as a title. pages are those letter was joined from. Nothing when no line does.
std::optional<Span> find_heading(const Letter& letter, const std::vector<Page>& pages);

// text on one line, at most so many bytes, cut between words.
std::string title_text(std::string_view text);
// The same of words taken from a sentence, as a heading is written: "the business case;" is "Business case".
std::string title_of_words(std::string_view text);
inline constexpr std::size_t kMaxTitleBytes = 160;

}  // namespace foi::understand
