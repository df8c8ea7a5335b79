// Listings that may be of a disclosure log, judged one by one: what their columns or labels mean, and which of their rows are entries.
// Internal to log_page.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/model/document.h"
#include "indexer/understand/log_columns.h"
#include "indexer/understand/log_entry.h"

namespace foi::understand {

// What an entry may tell.
enum LogGroup : unsigned { kReference = 1, kDate = 2, kSubject = 4, kOutcome = 8, kExemption = 16, kLink = 32 };

struct Candidate {
  std::vector<LogColumn> columns;  // of a table; empty for blocks
  unsigned groups = 0;             // of a table: LogGroup of its columns
  std::vector<Entry> entries;
  std::vector<std::string> requesters;
  std::size_t rows = 0, bytes = 0, left_out = 0;
  bool fits = false;            // but for the number of entries
  bool names_requests = false;  // in its own words
  bool is_of_foi = false;       // of a table: in words that nothing but requests under the Acts has
};

Candidate read_table(const Listing& listing);
Candidate read_blocks(const Listing& listing);

// A name and its value in each row, as "Reference | FOI 24/101": what may be one entry.
bool is_key_table(const Listing& listing);
// Such tables, an entry each.
Candidate read_key_tables(const std::vector<const Listing*>& tables);

// Of the whole a part is so many hundredths and more.
inline bool most(std::size_t part, std::size_t whole, std::size_t percent) { return whole > 0 && 100 * part >= percent * whole; }

}  // namespace foi::understand
