#include "indexer/understand/authority_verdict.h"

#include <algorithm>

#include "indexer/model/text.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

constexpr double kAcceptScore = 8, kAcceptLead = 4;
constexpr std::size_t kMaxCandidates = 5;
// An attachment must name its body so many times as often as any other.
constexpr std::size_t kNamedOftener = 2;
// Bytes of a notice in which the commissioner that gives it is named.
constexpr std::size_t kNoticeHeadBytes = 3'000;
constexpr double kNoticeConfidence = 0.95;

struct Ranked {
  std::string id;
  const Tally* tally = nullptr;
  double score = 0;
};

std::vector<Ranked> rank(const Tallies& tallies) {
  std::vector<Ranked> ranked;
  for (const auto& [id, tally] : tallies)
    if (!tally.weights.empty()) ranked.push_back({id, &tally, tally.score()});
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  return ranked;
}

std::string id_now(std::string id, const Reference& reference) {
  if (!reference.authority(id))
    for (const FormerName& former : reference.former_names)
      if (former.former_id == id) id = former.id_now;
  // A chain longer than any in the tables would be a ring.
  for (int steps = 0; steps < 8; ++steps) {
    const AuthorityInfo* info = reference.authority(id);
    if (!info || !info->successor) break;
    id = *info->successor;
  }
  return id;
}

// Bodies of which one became the other do not compete: a letter often names both.
bool same_line(const std::string& a, const std::string& b, const Reference& reference) {
  return id_now(a, reference) == id_now(b, reference);
}

std::string name_on(const std::string& id, std::optional<Date> date, const std::string& printed, const Reference& reference) {
  const FormerName* best = nullptr;
  for (const FormerName& former : reference.former_names) {
    if (former.former_id != id) continue;
    if (former.name == printed && (!former.until || !date)) return printed;
    if (date && former.until && *date < *former.until && (!best || *former.until < *best->until)) best = &former;
  }
  if (best) return best->name;
  const AuthorityInfo* info = reference.authority(id);
  return info ? info->name : printed;
}

Authority describe(const std::string& found, const Tally& tally, std::optional<Date> date, const Reference& reference) {
  std::string id = found;
  const AuthorityInfo* info = reference.authority(id);
  // A body that no longer existed on the letter's date did not write it: its successor did, from the old building or mailbox.
  while (info && info->closed && info->successor && date && *date >= *info->closed) {
    id = *info->successor;
    info = reference.authority(id);
  }
  Authority out;
  out.id = id;
  out.name = name_on(id, date, tally.printed, reference);
  out.id_now = id_now(id, reference);
  const AuthorityInfo* now = reference.authority(out.id_now);
  out.name_now = now ? now->name : out.name;
  out.type = info ? info->type : now ? now->type : "";
  return out;
}

std::vector<Span> evidence_of(const std::vector<Ranked>& ranked, std::size_t count) {
  std::vector<Span> spans;
  for (std::size_t i = 0; i < std::min(count, ranked.size()); ++i)
    spans.insert(spans.end(), ranked[i].tally->where.begin(), ranked[i].tally->where.end());
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return std::pair(a.start, a.end) < std::pair(b.start, b.end); });
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  if (spans.size() > kMaxEvidence) spans.resize(kMaxEvidence);
  return spans;
}

std::string slug(std::string_view name) {
  std::string out;
  for (const std::string& word : words_of(name)) out += (out.empty() ? "" : "-") + word;
  return out;
}

// An authority of the log that the tables do not know stands for itself when the letter names no other.
void take_unknown_from_log(const std::string& name, AuthorityFinding& finding) {
  const std::string id = slug(name);
  if (id.empty()) return;
  finding.best = Authority{.id = id, .name = name, .id_now = id, .name_now = name, .type = "", .confidence = 0.5};
  finding.notes.push_back("authority: '" + name + "' stands in the publisher's log and in no table");
}

double confidence(double score, double lead) { return std::min(0.99, 0.5 + score / 40 + lead / 40); }

std::vector<AuthorityCandidate> candidates_of(const std::vector<Ranked>& ranked, std::optional<Date> date, const Reference& reference) {
  std::vector<AuthorityCandidate> out;
  for (const Ranked& one : ranked) {
    if (out.size() == kMaxCandidates) break;
    out.push_back({one.id, name_on(one.id, date, one.tally->printed, reference), one.score});
  }
  return out;
}

// The best when it is accepted: the index in ranked, and its lead over the next that is not of the same line.
std::optional<double> accepted_lead(const std::vector<Ranked>& ranked, const Reference& reference) {
  if (ranked.empty() || ranked[0].score < kAcceptScore) return std::nullopt;
  for (std::size_t i = 1; i < ranked.size(); ++i) {
    if (same_line(ranked[0].id, ranked[i].id, reference)) continue;
    const double lead = ranked[0].score - ranked[i].score;
    return lead >= kAcceptLead ? std::optional(lead) : std::nullopt;
  }
  return ranked[0].score;
}

// The head of the paper names one body, and its own domain or address bears it out.
bool heads_alone(const Tallies& tallies, const std::string& best, const Reference& reference) {
  const auto has = [](const Tally& tally, EvidenceKind kind) { return tally.weights.contains(kind); };
  const Tally& own = tallies.at(best);
  if (!has(own, EvidenceKind::letterhead) || !(has(own, EvidenceKind::domain) || has(own, EvidenceKind::place))) return false;
  return std::ranges::none_of(
      tallies, [&](const auto& other) { return has(other.second, EvidenceKind::letterhead) && !same_line(best, other.first, reference); });
}

// A joint protocol, a policy that quotes a ministry's: who wrote it cannot be told from a name in a margin.
bool names_others_as_often(const Tallies& tallies, const std::string& best, const Reference& reference) {
  const auto own = tallies.find(best);
  if (own == tallies.end() || own->second.weights.contains(EvidenceKind::log) || heads_alone(tallies, best, reference)) return false;
  return std::ranges::any_of(tallies, [&](const auto& other) {
    return other.second.named * kNamedOftener > own->second.named && !same_line(best, other.first, reference);
  });
}

// The log names one body, the letter by itself another.
void note_disagreement(const Tallies& tallies, const Reference& reference, AuthorityFinding& finding) {
  std::string of_log;
  Tallies text_only = tallies;
  for (auto& [id, tally] : text_only)
    if (tally.weights.erase(EvidenceKind::log) > 0) of_log = id;
  const std::vector<Ranked> ranked = rank(text_only);
  if (of_log.empty() || !accepted_lead(ranked, reference) || same_line(ranked[0].id, of_log, reference)) return;
  finding.notes.push_back("authority: the publisher's log says " + name_on(of_log, {}, "", reference) + ", the letter " +
                          name_on(ranked[0].id, {}, ranked[0].tally->printed, reference));
}

}  // namespace

AuthorityFinding commissioner_of(const Letter& notice, std::optional<Date> date, const Reference& reference) {
  const std::string opening = to_lower_ascii(notice.view(Span{0, kNoticeHeadBytes}));
  // Only Scotland's Commissioner decides under Scotland's law.
  static constexpr std::string_view scotlands[] = {"scottish information commissioner", "foisa", "information (scotland)", "eisrs",
                                                   "section 47(1)"};
  const bool scottish = std::ranges::any_of(scotlands, [&](std::string_view words) { return opening.find(words) != std::string::npos; });
  const std::string id = scottish ? "scottish-information-commissioner" : "information-commissioners-office";
  AuthorityFinding finding;
  finding.best = describe(id, Tally{}, date, reference);
  finding.best->confidence = kNoticeConfidence;
  const std::size_t at = opening.find("commissioner");
  if (at != std::string::npos) finding.evidence.push_back({at, at + std::string_view("commissioner").size()});
  return finding;
}

AuthorityFinding judge_authority(const Tallies& tallies, Kind kind, const LogEntry* log, std::optional<Date> letter_date,
                                 const Reference& reference) {
  const std::vector<Ranked> ranked = rank(tallies);
  AuthorityFinding finding;
  note_disagreement(tallies, reference, finding);
  const auto lead = accepted_lead(ranked, reference);
  if (lead && !(kind == Kind::kAttachment && names_others_as_often(tallies, ranked[0].id, reference))) {
    finding.best = describe(ranked[0].id, *ranked[0].tally, letter_date, reference);
    finding.best->confidence = confidence(ranked[0].score, *lead);
    finding.evidence = evidence_of(ranked, 1);
    return finding;
  }
  finding.candidates = candidates_of(ranked, letter_date, reference);
  finding.evidence = evidence_of(ranked, kMaxCandidates);
  if (log && log->authority && (ranked.empty() || ranked[0].score < kAcceptScore)) take_unknown_from_log(*log->authority, finding);
  return finding;
}

}  // namespace foi::understand
