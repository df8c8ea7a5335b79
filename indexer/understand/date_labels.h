// What stands round a date on its line and in its table: "Date received: 3 June 2024", "3 June 2024 | Replied", a date alone at the head of
// a letter. Internal to dates.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/understand/cues.h"
#include "indexer/understand/dates.h"
#include "indexer/understand/letter.h"

namespace foi::understand {

// alone: nothing else on its line or in its cell; labelled: what stands with it says that it is the answer's day; received: that it is the
// day on which the request came; made: the day of a decision, which may have been given on another.
enum class Standing : std::uint8_t { nothing, alone, made, labelled, received };

// What stands before the day on which a request came, and before that of its answer, where a line tells both: "asked on 6 September,
// answered on 1 October".
inline constexpr CueTable kCame = {"received", "asked", "arrived", "requested", "request", "in", "submitted", "opened"};
inline constexpr CueTable kWent = {"answered", "answer", "issued", "replied",   "responded", "reply",   "response",
                                   "out",      "closed", "sent",   "completed", "disclosed", "released"};

// How a date stands on its line. greeted: a line above begins with "Dear", so that what is told of days is no heading. Bounded by what
// stands near the date.
Standing standing(const Letter& letter, const PrintedDate& date, bool greeted);
// No word stands in the text.
bool only_punctuation(std::string_view text);

}  // namespace foi::understand
