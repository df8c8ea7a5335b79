// The measures as the text of tests/golden/relevance.txt, and that text read back to see what fell. Pure.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/relevance/measures.h"

namespace foi::relevance {

// One query, answered by both.
struct Outcome {
  Query query;
  Measures ours, baseline;
  bool ours_by_boilerplate = false;  // one of its first three letters serves nothing and matches in boilerplate alone
  bool baseline_by_boilerplate = false;
};

// What this index must be better by than the baseline, nDCG@10 over all queries.
inline constexpr double kLeastGain = 0.05;

std::string to_text(const std::vector<Outcome>& outcomes);

// A text read back.
struct Figures {
  std::vector<std::pair<std::string, Measures>> groups;   // "all", "topic" …, in the order printed; this index's
  std::map<int, std::pair<double, std::string>> queries;  // nDCG@10 and text by id; this index's
  double gain = 0;                                        // over all queries
  int by_boilerplate = -1;                                // queries; this index's
};
Figures figures_of(const std::string& text);

struct Comparison {
  std::vector<std::string> falls;  // what fell, each followed by the queries that did; or a promise that is not kept
  bool same = true;
};
Comparison compare(const std::string& checked_in, const std::string& now);

}  // namespace foi::relevance
