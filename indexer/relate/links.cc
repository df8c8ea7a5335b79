// Which documents belong together, pair by pair.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "indexer/relate/relate_parts.h"

namespace foi::relate {
namespace {

// How sure a link is, 0 to 1: a member lies in its container; the publisher's log is kept by hand; a reference may be used twice without
// both uses being in the library.
constexpr double kMemberConfidence = 1.0;
constexpr double kLogConfidence = 0.95;
constexpr double kReviewConfidence = 0.9;
constexpr double kReferenceConfidence = 0.8;

// How far a kind stands along response → internal review → ICO → Tribunal; -1 for kinds that decide nothing.
int level_of(Kind kind) {
  switch (kind) {
    case Kind::kResponse:
    case Kind::kRefusalNotice:
      return 0;
    case Kind::kInternalReview:
      return 1;
    case Kind::kIcoDecision:
      return 2;
    case Kind::kTribunalDecision:
      return 3;
    default:
      return -1;
  }
}

// What an authority writes to a requester, and so what an attachment may come with.
bool is_letter(Kind kind) {
  switch (kind) {
    case Kind::kResponse:
    case Kind::kRefusalNotice:
    case Kind::kInternalReview:
    case Kind::kClarification:
    case Kind::kAcknowledgement:
    case Kind::kFeesNotice:
    case Kind::kHoldingLetter:
    case Kind::kTransfer:
    case Kind::kCorrespondence:
      return true;
    default:
      return false;
  }
}

// Places by authority and reference, ascending. A reference means nothing away from the authority that gave it; an entry of a log bears
// that of a letter that may be there too.
class ByReference {
 public:
  explicit ByReference(const Documents& documents) {
    for (std::size_t place = 0; place < documents.size(); ++place) {
      const Summary& document = documents[place];
      if (!document.authority.empty() && !document.reference.empty() && !document.is_log_entry)
        places_[{document.authority, document.reference}].push_back(place);
    }
  }
  const std::vector<std::size_t>& find(const std::string& authority, const std::string& reference) const {
    static const std::vector<std::size_t> kNothing;
    const auto found = places_.find({authority, reference});
    return found == places_.end() ? kNothing : found->second;
  }

 private:
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> places_;
};

// The one candidate that wanted() accepts; kNone when there are none, or several to choose from.
template <class Wanted>
std::size_t only_one(const std::vector<std::size_t>& candidates, Wanted wanted) {
  std::size_t found = Documents::kNone;
  for (const std::size_t place : candidates) {
    if (!wanted(place)) continue;
    if (found != Documents::kNone) return Documents::kNone;
    found = place;
  }
  return found;
}

// The lowest level that has the reference decides: an ICO decision naming a reference that response and review share is about the response.
std::size_t reviewed(const Documents& documents, const ByReference& references, std::size_t review) {
  const Summary& document = documents[review];
  if (!document.review_of || document.review_of->empty() || document.authority.empty()) return Documents::kNone;
  const std::vector<std::size_t>& candidates = references.find(document.authority, *document.review_of);
  for (int level = 0; level < level_of(document.kind); ++level) {
    const auto at_level = [&](std::size_t place) { return level_of(documents[place].kind) == level; };
    if (std::any_of(candidates.begin(), candidates.end(), at_level)) return only_one(candidates, at_level);
  }
  return Documents::kNone;
}

// The letter an attachment that came by itself belongs to.
std::size_t letter_of(const Documents& documents, const ByReference& references, std::size_t attachment) {
  const Summary& document = documents[attachment];
  if (document.kind != Kind::kAttachment || document.authority.empty() || document.reference.empty()) return Documents::kNone;
  return only_one(references.find(document.authority, document.reference),
                  [&](std::size_t place) { return is_letter(documents[place].kind); });
}

}  // namespace

Documents::Documents(const std::vector<Summary>& summaries) {
  ordered_.reserve(summaries.size());
  for (const Summary& summary : summaries) ordered_.push_back(&summary);
  std::sort(ordered_.begin(), ordered_.end(), [](const Summary* a, const Summary* b) { return a->id < b->id; });
}

std::size_t Documents::find(std::string_view id) const {
  const auto at =
      std::lower_bound(ordered_.begin(), ordered_.end(), id, [](const Summary* s, std::string_view wanted) { return s->id < wanted; });
  return at != ordered_.end() && (*at)->id == id ? static_cast<std::size_t>(at - ordered_.begin()) : kNone;
}

std::vector<Link> find_links(const Documents& documents) {
  const ByReference references(documents);
  std::vector<Link> links;
  const auto add = [&](LinkKind kind, std::size_t from, std::size_t to, double confidence) {
    if (to != Documents::kNone && to != from) links.push_back({kind, from, to, confidence});
  };
  for (std::size_t place = 0; place < documents.size(); ++place) {
    const Summary& document = documents[place];
    const std::size_t container = document.parent ? documents.find(*document.parent) : Documents::kNone;
    if (container != Documents::kNone)
      add(document.is_log_entry ? LinkKind::kEntry : LinkKind::kLetter, place, container, kMemberConfidence);
    else
      add(LinkKind::kLetter, place, letter_of(documents, references, place), kReferenceConfidence);
    if (document.in_reply_to) add(LinkKind::kReply, place, documents.find(*document.in_reply_to), kLogConfidence);
    // What a log tells of a review decides nothing: the review itself does.
    if (!document.is_log_entry) add(LinkKind::kReview, place, reviewed(documents, references, place), kReviewConfidence);
  }
  return links;
}

}  // namespace foi::relate
