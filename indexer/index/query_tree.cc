#include "indexer/index/query_tree.h"

#include <vector>

#include "indexer/index/rewrite.h"

namespace foi::index {

Xapian::Query with_leaves(const Xapian::Query& query, const std::function<Xapian::Query(const Xapian::Query&)>& leaf) {
  if (query.empty()) return query;
  const Xapian::Query::op op = query.get_type();
  switch (op) {
    // Xapian does not tell the factor; it is the same everywhere.
    case Xapian::Query::OP_SCALE_WEIGHT:
      return {op, with_leaves(query.get_subquery(0), leaf), kSynonymWeight};
    case Xapian::Query::OP_AND:
    case Xapian::Query::OP_OR:
    case Xapian::Query::OP_XOR:
    case Xapian::Query::OP_AND_NOT:
    case Xapian::Query::OP_AND_MAYBE:
    case Xapian::Query::OP_FILTER: {
      std::vector<Xapian::Query> parts;
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) parts.push_back(with_leaves(query.get_subquery(i), leaf));
      return {op, parts.begin(), parts.end()};
    }
    default:
      return leaf(query);
  }
}

}  // namespace foi::index
