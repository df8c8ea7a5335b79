#include "indexer/index/clock.h"

#include <algorithm>

#include "indexer/index/query_tree.h"

namespace foi::index {

void ClockSource::init(const Xapian::Database& letters) {
  count_ = letters.get_doccount();
  last_ = letters.get_lastdocid();
  now_ = 0;
}

void ClockSource::next(double) {
  clock_.tick();
  ++now_;
}

void ClockSource::skip_to(Xapian::docid number, double) {
  clock_.tick();
  now_ = std::max(now_, number);
}

namespace {

// Words whose lists are run through once and which need no clock: beside one word's list it takes nearly as long as the list does.
constexpr Xapian::termcount kFewWords = 16;

}  // namespace

// Xapian looks at where words stand last of all that is joined by AND, so a source beside a phrase is asked before. Without one a phrase
// among alternatives would be looked for to its next match, which may be never, before the source beside the whole is asked.
Xapian::Query clocked(const Xapian::Query& query, ClockSource& source) {
  if (query.empty()) return query;
  const Xapian::Query clock(&source);
  const auto beside = [&clock](const Xapian::Query& part) { return Xapian::Query(Xapian::Query::OP_FILTER, part, clock); };
  bool any_placed = false;
  const Xapian::Query out = with_leaves(query, [&](const Xapian::Query& leaf) {
    const bool placed = leaf.get_type() == Xapian::Query::OP_PHRASE || leaf.get_type() == Xapian::Query::OP_NEAR;
    any_placed = any_placed || placed;
    return placed ? beside(leaf) : leaf;
  });
  return any_placed || query.get_length() > kFewWords ? beside(out) : query;
}

}  // namespace foi::index
