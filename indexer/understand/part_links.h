// Which part of a request each ground of the first answer was applied to, as a review tells it: "(i) under section 31", "section 43(2) for
// item 3", an answer under its question, "the margins couldn't be given, by reason of section 43(2)".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/understand/part_labels.h"
#include "indexer/understand/part_subjects.h"
#include "indexer/understand/review_text.h"

namespace foi::understand {

struct PartLink {
  std::string_view id;            // of the ground; good for as long as the tables are
  std::optional<PartLabel> part;  // nothing where only its subject tells the part
  Subject subject;                // what the part is about
};

// At most so many: nobody decides on more one by one.
inline constexpr std::size_t kMostPartLinks = 60;
// In order of place; a ground of several parts has several. What is only decided at the review is tied to nothing. O(bytes).
std::vector<PartLink> link_parts(const ReviewText& review);

// Of one part: by its label, or by the same words.
bool same_part(const PartLink& a, const PartLink& b);

}  // namespace foi::understand
