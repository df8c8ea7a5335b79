// Links → cases.
#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "indexer/relate/relate_parts.h"

namespace foi::relate {
namespace {

// The most containers a document is looked for in: a file in an archive in a mail in an archive.
constexpr int kMaxNesting = 8;

// Disjoint sets of places, joined by size.
class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count), size_(count, 1) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t place) {
    while (parent_[place] != place) place = parent_[place] = parent_[parent_[place]];
    return place;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    if (a == b) return;
    if (size_[a] < size_[b]) std::swap(a, b);
    parent_[b] = a;
    size_[a] += size_[b];
  }
  bool alone(std::size_t place) { return size_[find(place)] == 1; }

 private:
  std::vector<std::size_t> parent_, size_;
};

// Dated before undated, then by date, then by id.
bool earlier(const Documents& documents, std::size_t a, std::size_t b) {
  const auto& x = documents[a].responded;
  const auto& y = documents[b].responded;
  if (x && y && *x != *y) return *x < *y;
  if (x.has_value() != y.has_value()) return x.has_value();
  return a < b;
}

// Attachments share the case of their letter, but decide nothing in it.
void add_attachments(const std::vector<Link>& links, std::vector<std::size_t>& first_of) {
  std::vector<std::size_t> letter(first_of.size(), Documents::kNone);
  for (const Link& link : links)
    if (link.kind == LinkKind::kLetter) letter[link.from] = link.to;
  const std::vector<std::size_t> of_letters = first_of;
  for (std::size_t place = 0; place < first_of.size(); ++place) {
    std::size_t at = place;
    for (int depth = 0; depth < kMaxNesting && of_letters[at] == Documents::kNone && letter[at] != Documents::kNone; ++depth)
      at = letter[at];
    first_of[place] = of_letters[at];
  }
}

}  // namespace

Cases find_cases(const Documents& documents, const std::vector<Link>& links) {
  Groups groups(documents.size());
  for (const Link& link : links)
    if (link.kind == LinkKind::kReply || link.kind == LinkKind::kReview) groups.join(link.from, link.to);
  std::vector<std::pair<std::size_t, std::size_t>> by_group;  // group, place
  for (std::size_t place = 0; place < documents.size(); ++place)
    if (!groups.alone(place)) by_group.emplace_back(groups.find(place), place);
  std::sort(by_group.begin(), by_group.end());

  Cases cases{std::vector<std::size_t>(documents.size(), Documents::kNone), {}};
  for (std::size_t i = 0; i < by_group.size(); ++i) {
    if (i == 0 || by_group[i].first != by_group[i - 1].first) cases.members.emplace_back();
    cases.members.back().push_back(by_group[i].second);
  }
  for (const auto& members : cases.members) {
    const auto first = *std::min_element(members.begin(), members.end(), [&](auto a, auto b) { return earlier(documents, a, b); });
    for (const std::size_t place : members) cases.first_of[place] = first;
  }
  add_attachments(links, cases.first_of);
  return cases;
}

}  // namespace foi::relate
