// How good an order of letters is for somebody who needs something. Pure.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/result.h"

namespace foi::relevance {

// How much of a letter serves the need: 0 nothing, 1 touches it, 2 is about it among other things, 3 is what was looked for.
using Grades = std::map<std::string, int>;  // by file; a letter without a grade has 0
inline constexpr int kHighestGrade = 3;
inline constexpr int kRelevant = 2;  // from here on a letter counts as found for recall and rank

struct Query {
  int id = 0;
  std::string kind, user, text, need;
  Grades grades;
  // Nothing in the sample serves a need that no letter is relevant to: such a query is not scored.
  bool scored() const;
};

// queries.tsv (id, kind, user, query, need) and judgements.tsv (query, file, grade), each with a line of headings. Errors: kUsage, naming
// the line: another number of columns, an id twice, a judgement of no query, a grade that is none.
Result<std::vector<Query>> read_queries(std::string_view queries, std::string_view judgements);

inline constexpr std::size_t kDepth = 10;  // letters looked at by nDCG and the reciprocal rank
inline constexpr std::size_t kFirst = 5;   // letters looked at by recall

struct Measures {
  double ndcg = 0;    // gain 2^grade - 1, discounted by the logarithm of the rank, over that of the best order there is
  double recall = 0;  // relevant letters among the first kFirst, of those that could be there
  double rank = 0;    // 1 over the rank of the first relevant letter; 0 without one in kDepth
};
// Precondition: query.scored().
Measures measure(const Query& query, const std::vector<std::string>& ranked);
Measures mean(const std::vector<Measures>& all);  // of none: zeros

}  // namespace foi::relevance
