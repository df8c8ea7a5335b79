// The lines in which the Commissioner's notices sum up: "FOI 36: Upheld", "EIR 12(5)(b): Not upheld", "FOI 17 – Complaint upheld". What is
// upheld there is the complaint, so that the ground fell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/vocabulary.h"
#include "indexer/understand/citation_table.h"
#include "indexer/understand/repair.h"

namespace foi::understand {

struct Finding {
  std::string id;  // a code of the table
  CitationStatus status = CitationStatus::kUpheld;
  Span place;  // of the repaired text
};

// True when there is such a line, of whatever number. lower: text in lower case. O(bytes).
bool has_finding(std::string_view lower);

// In order. O(bytes).
std::vector<Finding> read_findings(const Repaired& text, const CitationTable& table);

}  // namespace foi::understand
