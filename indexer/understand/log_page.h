// A page that lists requests and what became of them, known by its shape: its columns, or the lines of its blocks, mean reference, date,
// subject, outcome, exemption, link. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/model/document.h"
#include "indexer/understand/log_entry.h"

namespace foi::understand {

struct LogPage {
  std::vector<Entry> entries;           // in the order of the page, no two with the same bytes, at most limits::kMaxLogEntries
  std::size_t left_out = 0;             // entries beyond that, and rows extraction left out
  std::vector<std::string> requesters;  // what stands in columns of requesters and is no category of them
};

// Nothing unless a table, or a list of like blocks, has
// - at least three entries (fewer, where another on the page with the same columns has), and few rows that are none; of tables of names
//   and values, an entry each, there are at least three;
// - a subject or a request, a reference or a date, and a third of: reference, date, outcome or response, exemption, link;
// - words for requests for information in its headings, its rows, or at the head of its page;
// - a fair part of the page's words.
// Entries without headings are known only by references such as "FOI 24/118" and dates. A page that is written as a letter, from "Dear"
// to "Yours sincerely", is none, whatever tables are in it. A sheet of a workbook must have reference, date and subject, and name the Acts
// in its headings, its references, or a title that is a log's. Only web pages, CSV and workbooks are looked at. O(bytes).
std::optional<LogPage> find_log(const Extraction& extraction);

}  // namespace foi::understand
