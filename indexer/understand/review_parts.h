// The parts of a review by their headings: what was asked, what was answered first, what the requester said of that, and what was decided.
// A letter that names no such parts has none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/understand/repair.h"

namespace foi::understand {

enum class ReviewPart : std::uint8_t { none, request, first_answer, complaint, decision };

struct ReviewHeading {
  std::size_t start = 0;  // bytes of the repaired text; the part goes on to the next heading
  ReviewPart part = ReviewPart::none;
};

// A line after which another paragraph may begin: an empty one, or one that ends a sentence.
bool ends_paragraph(std::string_view line);

// "Part 1 – original decision confirmed", "Your complaint is not upheld": a heading that decides, whatever else it names. lower: a line.
bool is_verdict_heading(std::string_view lower);
// "The University's response", "The Agency's reply to you": of the authority, and not of who looks at it again.
bool is_their_answer(std::string_view lower);

// In order of place. O(bytes).
std::vector<ReviewHeading> review_headings(const Repaired& text);

// The part that holds a place of the repaired text.
ReviewPart review_part_at(const std::vector<ReviewHeading>& headings, std::size_t at);

// What the requester wrote to have the review, on a page that prints it over the answer ("Dear Sir, I would like to request that … Response
// 8 May"): up to the line that opens the answer; empty when there is none. O(bytes).
Span requesters_plea(const Repaired& text);

}  // namespace foi::understand
