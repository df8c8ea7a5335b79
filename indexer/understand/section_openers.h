// The phrases that open the parts of a letter, as tables (domain notes on outcomes, section 4). Text is repaired and in lower case.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/understand/cues.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

// A heading is a short line of its own, in bytes.
inline constexpr std::size_t kHeadingBytes = 70;

// The section a line is the heading of, if any.
std::optional<SectionKind> heading_kind(std::string_view line);
// "Section 43 - Commercial interests" alone on a line.
bool is_section_heading(std::string_view line);
// "What we cannot send you, and why", of a line that is a paragraph.
bool is_reasons_heading(std::string_view line);
// The section a paragraph opens by the words it begins with, if any. text is its first few hundred bytes.
std::optional<SectionKind> beginning_kind(std::string_view text);

// In a review: a heading over the request, the first answer, or what the review found.
std::optional<SectionKind> review_heading_kind(std::string_view line);
// A paragraph that only the authority would write, wherever it stands: it holds, withholds, refuses, encloses.
bool is_answering(std::string_view text);
bool is_answering(const SoughtText& text);
// "Our answers follow in the same order.": a paragraph after the request, over the answers to it.
bool announces_answers(std::string_view text);

}  // namespace foi::understand
