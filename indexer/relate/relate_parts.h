// The steps of relate. Internal to relate.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/relate/relate.h"

namespace foi::relate {

// Summaries ordered by id: from here on a document is its place in this list, and places compare as ids do.
class Documents {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  explicit Documents(const std::vector<Summary>& summaries);
  std::size_t size() const { return ordered_.size(); }
  const Summary& operator[](std::size_t place) const { return *ordered_[place]; }
  std::size_t find(std::string_view id) const;  // kNone when no document has this id

 private:
  std::vector<const Summary*> ordered_;
};

enum class LinkKind { kLetter, kReply, kReview, kEntry };

// from is the attachment, the reply, the review or the entry of a log; to is its letter, what it replies to, what it reviews, or the log. A
// log does not name its entries one by one: it may have thousands, and its own text has them.
struct Link {
  LinkKind kind;
  std::size_t from, to;
  double confidence;
};

// Every link there is, each once.
std::vector<Link> find_links(const Documents& documents);

// Documents that replies and reviews hold together.
struct Cases {
  std::vector<std::size_t> first_of;              // by place: the place of its case's first document, or kNone
  std::vector<std::vector<std::size_t>> members;  // of each case, by replies and reviews alone
};
Cases find_cases(const Documents& documents, const std::vector<Link>& links);

// By place: the place of the first document (by date, then id) of those that answer the same request to several bodies; or kNone.
std::vector<std::size_t> find_clusters(const Documents& documents);

}  // namespace foi::relate
