// What stands round a date on its line and in its table: "Date received: 3 June 2024", "3 June 2024 | Replied", a date alone at the head of
// a letter. Internal to dates.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/understand/dates.h"
#include "indexer/understand/letter.h"

namespace foi::understand {

// alone: nothing else on its line or in its cell; labelled: what stands with it says that it is the answer's day; received: that it is the
// day on which the request came.
enum class Standing : std::uint8_t { nothing, alone, labelled, received };

// How a date stands on its line.
Standing standing(const Letter& letter, const PrintedDate& date);
// No word stands in the text.
bool only_punctuation(std::string_view text);

}  // namespace foi::understand
