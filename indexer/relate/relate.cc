#include "indexer/relate/relate.h"

#include <algorithm>
#include <tuple>

#include "indexer/relate/relate_parts.h"

namespace foi::relate {
namespace {

std::pair<std::string_view, std::string_view> names_of(LinkKind kind) {
  switch (kind) {
    case LinkKind::kLetter:
      return {"letter", "attachment"};
    case LinkKind::kReply:
      return {"in-reply-to", "replied-to-by"};
    case LinkKind::kReview:
      return {"review-of", "reviewed-by"};
    case LinkKind::kEntry:
      return {"listed-in", {}};
  }
  return {};
}

// A citation that decides, where a later one may yet outrank it: a later stage, then a later date, then the id and the status, so that two
// of equal weight never depend on the order they came in.
struct Decision {
  std::string_view exemption;
  Stage stage;
  std::optional<Date> responded;
  std::string_view by;
  CitationStatus status;
  bool operator<(const Decision& other) const {
    return std::tie(exemption, stage, responded, by, status) <
           std::tie(other.exemption, other.stage, other.responded, other.by, other.status);
  }
};

// Of each exemption cited in a case the decision that outranks all others, ordered by exemption.
std::vector<Decision> last_decisions(const Documents& documents, const std::vector<std::size_t>& members) {
  std::vector<Decision> decisions;
  for (const std::size_t place : members)
    for (const Summary::Cited& cited : documents[place].exemptions)
      if (cited.status != CitationStatus::kConsideredNotApplied)
        decisions.push_back({cited.id, cited.stage, documents[place].responded, documents[place].id, cited.status});
  std::sort(decisions.begin(), decisions.end());
  std::vector<Decision> last;
  for (const Decision& decision : decisions) {
    if (!last.empty() && last.back().exemption == decision.exemption) last.pop_back();
    last.push_back(decision);
  }
  return last;
}

std::optional<StatusNow> status_now(const Summary::Cited& cited, const std::vector<Decision>& last) {
  const auto at =
      std::lower_bound(last.begin(), last.end(), cited.id, [](const Decision& d, std::string_view id) { return d.exemption < id; });
  if (at == last.end() || at->exemption != cited.id || at->stage <= cited.stage) return std::nullopt;
  return StatusNow{.status = at->status, .stage = at->stage, .by = std::string(at->by)};
}

using Answer = std::unordered_map<std::string, Related>;

Related& entry_of(Answer& answer, const Summary& document) {
  Related& related = answer[document.id];
  related.now.resize(document.exemptions.size());
  return related;
}

void add_relations(const Documents& documents, const std::vector<Link>& links, Answer& answer) {
  for (const Link& link : links) {
    const auto [forth, back] = names_of(link.kind);
    const Summary &from = documents[link.from], &to = documents[link.to];
    entry_of(answer, from).related.push_back({to.id, std::string(forth), link.confidence});
    if (!back.empty()) entry_of(answer, to).related.push_back({from.id, std::string(back), link.confidence});
  }
  for (auto& [id, related] : answer)
    std::sort(related.related.begin(), related.related.end(),
              [](const Relation& a, const Relation& b) { return std::tie(a.relation, a.id) < std::tie(b.relation, b.id); });
}

void add_cases(const Documents& documents, const Cases& cases, Answer& answer) {
  for (std::size_t place = 0; place < documents.size(); ++place)
    if (cases.first_of[place] != Documents::kNone) entry_of(answer, documents[place]).case_id = documents[cases.first_of[place]].id;
  for (const auto& members : cases.members) {
    const std::vector<Decision> last = last_decisions(documents, members);
    for (const std::size_t place : members) {
      Related& related = entry_of(answer, documents[place]);
      for (std::size_t i = 0; i < related.now.size(); ++i) related.now[i] = status_now(documents[place].exemptions[i], last);
    }
  }
}

}  // namespace

namespace {

// Letters and digits, in lower case; marks in brackets stand for names, which differ from one answer to the next.
Summary::Asked asked_of(std::string_view question) {
  Summary::Asked asked{14695981039346656037ull, 0};
  bool in_word = false, in_mark = false;
  for (const char c : question) {
    in_mark = c == '[' || (in_mark && c != ']');
    const auto lower = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    const bool part = !in_mark && ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower >= 0x80);
    if (part && !in_word) ++asked.words;
    if (part || in_word) asked.hash = (asked.hash ^ (part ? lower : ' ')) * 1099511628211ull;
    in_word = part;
  }
  if (in_word) asked.hash = (asked.hash ^ ' ') * 1099511628211ull;
  return asked;
}

}  // namespace

Summary summarise(const Record& record) {
  Summary summary;
  summary.id = record.id;
  summary.parent = record.parent;
  summary.kind = record.kind;
  if (record.authority) summary.authority = record.authority->id_now;
  if (record.reference) summary.reference = reference_key(*record.reference);
  if (record.review && record.review->of) summary.review_of = reference_key(*record.review->of);
  summary.responded = record.responded;
  summary.is_log_entry = record.source.media_type == kLogEntryMediaType;
  for (const Citation& citation : record.exemptions) summary.exemptions.push_back({citation.id, citation.status, citation.stage});
  for (const Question& question : record.questions)
    if (const Summary::Asked asked = asked_of(question.text); asked.words >= Summary::kLongWords) summary.questions.push_back(asked);
  return summary;
}

std::unordered_map<std::string, Related> relate(const std::vector<Summary>& summaries) {
  const Documents documents(summaries);
  const std::vector<Link> links = find_links(documents);
  Answer answer;
  add_relations(documents, links, answer);
  add_cases(documents, find_cases(documents, links), answer);
  const std::vector<std::size_t> clusters = find_clusters(documents);
  for (std::size_t place = 0; place < documents.size(); ++place)
    if (clusters[place] != Documents::kNone) entry_of(answer, documents[place]).cluster = documents[clusters[place]].id;
  return answer;
}

void leave_parent_open(std::string_view parent, Related& related) {
  for (Relation& relation : related.related)
    if (relation.id == parent &&
        (relation.relation == names_of(LinkKind::kLetter).first || relation.relation == names_of(LinkKind::kEntry).first))
      relation.id.clear();
}

void apply(const Related& related, Record& record) {
  record.related = related.related;
  record.case_id = related.case_id;
  record.cluster = related.cluster;
  for (std::size_t i = 0; i < record.exemptions.size(); ++i)
    record.exemptions[i].now = i < related.now.size() ? related.now[i] : std::nullopt;
}

}  // namespace foi::relate
