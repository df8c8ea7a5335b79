#include "indexer/index/explain.h"

#include <algorithm>
#include <map>

#include "indexer/index/query.h"
#include "indexer/index/rewrite.h"
#include "indexer/index/schema.h"

namespace foi::index {

namespace {

using Factors = std::map<std::string, double>;  // by term

// Terms that give weight, and by which factor. What is excluded or filtered gives none.
void collect_factors(const Xapian::Query& query, double factor, Factors& out) {
  switch (query.get_type()) {
    case Xapian::Query::LEAF_TERM: {
      double& known = out[*query.get_terms_begin()];
      known = std::max(known, factor);
      return;
    }
    case Xapian::Query::OP_AND_NOT:
    case Xapian::Query::OP_FILTER:
      return collect_factors(query.get_subquery(0), factor, out);
    case Xapian::Query::OP_SYNONYM:  // words of a wildcard, which weigh as one
      return;
    case Xapian::Query::OP_SCALE_WEIGHT:
      return collect_factors(query.get_subquery(0), factor * kSynonymWeight, out);
    default:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) collect_factors(query.get_subquery(i), factor, out);
  }
}

TermWeight described(const std::string& term, double weight) {
  TermWeight out{.field = "text", .term = term, .weight = weight};
  if (const auto read = read_term(term)) {
    out.field = spec(read->field).name;
    out.term = read->word;
    out.stem = read->stem;
  }
  return out;
}

}  // namespace

void explain(const Xapian::Database& letters, const Xapian::Query& query, std::vector<Hit>& hits) {
  Factors factors;
  collect_factors(query, 1, factors);
  std::vector<Xapian::Query> ids;
  std::map<Xapian::docid, Hit*> by_number;
  for (Hit& hit : hits) {
    const std::string term = exact_term(Field::kId, hit.record.id);
    ids.emplace_back(term);
    const auto posting = letters.postlist_begin(term);
    if (posting != letters.postlist_end(term)) by_number.emplace(*posting, &hit);
  }
  const Xapian::Query these(Xapian::Query::OP_OR, ids.begin(), ids.end());
  Xapian::Enquire enquire(letters);
  for (const auto& [term, factor] : factors) {
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, Xapian::Query(term), these));
    const Xapian::MSet weighed = enquire.get_mset(0, static_cast<Xapian::doccount>(hits.size()));
    for (auto it = weighed.begin(); it != weighed.end(); ++it)
      if (const auto found = by_number.find(*it); found != by_number.end())
        found->second->explanation.push_back(described(term, it.get_weight() * factor));
  }
  for (Hit& hit : hits)
    std::stable_sort(hit.explanation.begin(), hit.explanation.end(),
                     [](const TermWeight& a, const TermWeight& b) { return a.weight > b.weight; });
}

}  // namespace foi::index
