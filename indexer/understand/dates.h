// The day a request was received and the day it was answered, each only where words say so. Periods asked about, dates of law, and dates
// in file names are never taken.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/date.h"
#include "indexer/model/record.h"
#include "indexer/understand/letter.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

// A date as printed in British order: "Tuesday, 26th November 2019", "17 March 2021", "26th of May 2021", "07/04/2021", "7.4.21",
// "2021-04-07", and without a year: "4th March". A two-digit year is of this century.
struct PrintedDate {
  Span where;
  int year = 0;  // 0 when none is printed
  unsigned month = 1, day = 1;
  std::optional<std::chrono::weekday> weekday;  // as printed before it

  // Nothing without a year.
  std::optional<Date> date() const;
  // False when a weekday is printed that is not that date's.
  bool weekday_agrees() const;
};
// In order; only days that exist; O(bytes).
std::vector<PrintedDate> find_printed_dates(std::string_view text);
std::vector<PrintedDate> find_printed_dates(const Letter& letter);

struct FoundDate {
  Date date;
  Span where;  // empty when only the log says it
  bool from_log = false;
};

struct LetterDates {
  std::optional<FoundDate> received, responded;
  std::vector<std::string> notes;  // a weekday that does not fit, a log that says another day …
};

// The letter first; the log (may be null) where the letter is silent. A received date printed without its year takes the last such day
// not after the response. Pure; O(bytes).
LetterDates find_dates(const Letter& letter, const std::vector<Section>& sections, const LogEntry* log);
// For documents that are no letters, whose dates are those of a policy or a table: the log's alone.
LetterDates log_dates(const LogEntry* log);

}  // namespace foi::understand
