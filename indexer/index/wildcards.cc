#include "indexer/index/wildcards.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/index/query.h"
#include "indexer/index/query_tree.h"
#include "indexer/model/limits.h"

namespace foi::index {

namespace {

// A frequency and its word, as they are ranked: the most frequent first, then in the order of the alphabet.
struct Candidate {
  Xapian::doccount letters;
  std::string term;
  bool operator<(const Candidate& other) const { return letters != other.letters ? letters > other.letters : term < other.term; }
};

class Expander {
 public:
  explicit Expander(const Xapian::Database& letters) : letters_(letters) {}

  Expanded expand(const Xapian::Query& query) {
    std::size_t wildcards = 0;  // those typed again too: their words are looked up once but searched for every time
    with_leaves(query, [&wildcards](const Xapian::Query& leaf) {
      if (leaf.get_type() == Xapian::Query::OP_WILDCARD) ++wildcards;
      return leaf;
    });
    if (wildcards == 0) return {query};
    most_ = std::clamp<std::size_t>(limits::kMaxWildcardWordsTogether / wildcards, 1, limits::kMaxWildcardWords);
    Expanded out;
    out.query = with_leaves(query, [this](const Xapian::Query& leaf) { return words_for(leaf); });
    out.whole = whole_;
    return out;
  }

 private:
  Xapian::Query words_for(const Xapian::Query& leaf) {
    if (leaf.get_type() != Xapian::Query::OP_WILDCARD) return leaf;
    const std::string start = wildcard_beginning(leaf);
    if (const auto known = known_.find(start); known != known_.end()) return known->second;
    return known_.emplace(start, words_with(start)).first->second;
  }

  Xapian::Query words_with(const std::string& start) {
    std::vector<Candidate> best;  // a heap, the worst on top
    for (auto term = letters_.allterms_begin(start); term != letters_.allterms_end(start); ++term) {
      if (read_++ >= limits::kMaxTermsRead) {
        whole_ = false;
        break;
      }
      best.push_back({term.get_termfreq(), *term});
      std::push_heap(best.begin(), best.end());
      if (best.size() <= most_) continue;
      std::pop_heap(best.begin(), best.end());
      best.pop_back();
      whole_ = false;
    }
    std::vector<std::string> words;
    for (Candidate& candidate : best) words.push_back(std::move(candidate.term));
    std::sort(words.begin(), words.end());
    return {Xapian::Query::OP_SYNONYM, words.begin(), words.end()};
  }

  const Xapian::Database& letters_;
  std::map<std::string, Xapian::Query> known_;  // by what words begin with
  std::size_t most_ = limits::kMaxWildcardWords, read_ = 0;
  bool whole_ = true;
};

}  // namespace

Expanded with_wildcards_expanded(const Xapian::Query& query, const Xapian::Database& letters) { return Expander(letters).expand(query); }

}  // namespace foi::index
