#include "indexer/understand/citations.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>

#include "indexer/understand/cues.h"
#include "indexer/understand/inferred.h"

namespace foi::understand {

namespace {

// How many places of one phrase are looked at.
constexpr int kMaxHits = 200;

bool is_parent(std::string_view parent, std::string_view child) {
  return child.size() > parent.size() && child.starts_with(parent) && child[parent.size()] == '-';
}
bool related(std::string_view a, std::string_view b) { return a == b || is_parent(a, b) || is_parent(b, a); }

// One citation with its role.
struct Judged {
  const CodeCited* cited;
  const ExemptionInfo* info;
  Role role;
  Span place;  // of Letter::text
};

void add_place(std::vector<Span>& places, Span place) {
  if (places.size() < kMaxPlaces && std::ranges::find(places, place) == places.end()) places.push_back(place);
}
void add_number(std::vector<std::string>& numbers, const std::string& number) {
  if (std::ranges::find(numbers, number) == numbers.end()) numbers.push_back(number);
}

int number_at(std::string_view s, std::size_t& at) {
  int n = 0;
  for (std::size_t digits = 0; digits < 3 && at < s.size() && s[at] >= '0' && s[at] <= '9'; ++digits) n = n * 10 + (s[at++] - '0');
  return n;
}

// The numbers after "question", "questions", "q" in a sentence: "questions 1 and 2", "Q3-5", "questions 1, 2 & 4".
std::vector<std::pair<int, int>> question_ranges(std::string_view sentence) {
  std::vector<std::pair<int, int>> ranges;
  for (std::string_view word : {"questions ", "question ", "q", "item ", "part ", "parts ", "points ", "point "}) {
    for (std::size_t at = sentence.find(word); at != std::string_view::npos && ranges.size() < 32; at = sentence.find(word, at + 1)) {
      if (at > 0 && is_word(sentence[at - 1])) continue;
      std::size_t p = at + word.size();
      while (p < sentence.size() && sentence[p] >= '0' && sentence[p] <= '9') {
        const int first = number_at(sentence, p);
        int last = first;
        if (p + 1 < sentence.size() && sentence[p] == '-') {
          std::size_t q = p + 1;
          if (const int end = number_at(sentence, q); end > first) last = end, p = q;
        }
        ranges.emplace_back(first, last);
        const Joiner joiner = joiner_at(sentence.substr(p, 16));
        p += joiner.length;
        if (joiner.length == 0) break;
      }
    }
  }
  return ranges;
}

class Collector {
 public:
  Collector(const RoleContext& context, std::optional<ReviewResult> review, const Reference& reference)
      : context_(context), review_(review), reference_(reference) {}

  Citations run(LawOfLetter law) && {
    const CitationTable table(reference_);
    cited_ = parse_citations(context_.text, table, law);
    found_.crowded = cited_.size() >= kMaxCodesCited;
    mark_lists(cited_);
    judge();
    conditions_stand_with_grounds();
    for (const Judged& j : judged_)
      if (j.role.claim) claim(j);
    settle_review();
    drop_parents();
    for (const Judged& j : judged_)
      if (!j.role.claim) mention(j);
    scope_by_blocks();
    add_reasons();
    found_.inferred = infer(context_, found_.exemptions, found_.mentioned, law);
    return std::move(found_);
  }

 private:
  void judge() {
    for (const CodeCited& cited : cited_)
      if (const ExemptionInfo* info = reference_.exemption(cited.id))
        judged_.push_back({&cited, info, role_of(cited, *info, context_), context_.text.original(cited.span)});
  }

  // A condition by itself is explained; beside a ground that is claimed (same section, same chain or another claim of it) it is claimed.
  void conditions_stand_with_grounds() {
    std::map<std::string, bool, std::less<>> claimed;  // by section: "foia-36"
    for (const Judged& j : judged_)
      if (j.role.claim && class_of(*j.info) == CodeClass::ground) claimed[section_of(j.info->id)] = true;
    for (Judged& j : judged_)
      if (class_of(*j.info) == CodeClass::condition && j.role.claim && !claimed.contains(section_of(j.info->id))) j.role.claim.reset();
  }
  static std::string section_of(std::string_view id) { return std::string(id.substr(0, id.find('-', id.find('-') + 1))); }

  void claim(const Judged& j) {
    auto& all = found_.exemptions;
    auto at = std::ranges::find_if(all, [&](const FoundCitation& c) { return c.id == j.info->id; });
    if (at == all.end()) at = all.insert(all.end(), FoundCitation{j.info->id, *j.role.claim, j.role.stage, {}, {}, 0, {}});
    FoundCitation& c = *at;
    // A review's word outranks the answer it reviews; among equals the surer word counts, and what is applied anywhere is applied.
    const bool outranks = j.role.stage > c.stage || (j.role.stage == c.stage && better(*j.role.claim, j.role.confidence, c));
    if (c.places.empty() || outranks) {
      c.status = *j.role.claim;
      c.stage = j.role.stage;
      c.confidence = j.role.confidence;
      c.rule = j.role.rule;
    }
    add_place(c.places, j.place);
    scope(c, j);
    if (j.cited->title_mismatch) found_.title_mismatch = true;
    if (j.cited->malformed) c.confidence = std::min(c.confidence, 0.6);
  }

  static bool better(CitationStatus status, double confidence, const FoundCitation& c) {
    if (stands(status) != stands(c.status))
      return c.stage == Stage::kResponse ? stands(status) && status != CitationStatus::kWithdrawn : false;
    return confidence > c.confidence;
  }

  // The question whose answer holds the citation, or those its sentence names.
  void scope(FoundCitation& c, const Judged& j) {
    const auto& questions = context_.questions;
    if (const std::size_t q = question_answered_at(questions, j.place.start); q != kNoQuestion)
      return add_number(c.questions, questions[q].number);
    const std::string_view sentence = context_.text.lower_view(sentence_at(context_.text, j.cited->span));
    for (const auto& [first, last] : question_ranges(sentence))
      for (const FoundQuestion& q : questions)
        if (const int n = std::atoi(q.number.c_str()); n >= first && n <= last) add_number(c.questions, q.number);
  }

  // A ground in a block after all answers belongs to the answers that point to it: "see below", "exempt", "commercially sensitive".
  void scope_by_blocks() {
    constexpr std::string_view points[] = {"see below",     "see exemption below", "exempt", "exemption", "withheld",
                                           "data withheld", "see refusal notice"};
    for (FoundCitation& c : found_.exemptions) {
      if (!c.questions.empty()) continue;
      for (const FoundQuestion& q : context_.questions) {
        if (q.answer_shared && !q.answer.empty() && std::ranges::any_of(c.places, [&](Span p) { return q.answer.contains(p.start); }))
          add_number(c.questions, q.number);
        if (q.answer_shared || q.answer.end - q.answer.start > 200) continue;
        if (has_any(context_.text.lower_view(context_.text.repaired(q.answer)), points)) add_number(c.questions, q.number);
      }
    }
    const bool quoted = std::ranges::find(context_.sections, SectionKind::quoted_thread, &Section::kind) != context_.sections.end();
    if (!context_.review || !quoted) return;
    for (FoundCitation& c : found_.exemptions)  // the first answer of a review was one for all
      if (c.questions.empty() && std::ranges::all_of(context_.questions, &FoundQuestion::answer_shared))
        for (const FoundQuestion& q : context_.questions) c.questions.push_back(q.number);
  }

  // What a review decided of "section 31" it decided of 31(1)(a); what it does not name goes with its result.
  void settle_review() {
    if (!context_.review) return;
    for (FoundCitation& c : found_.exemptions) {
      if (c.stage != Stage::kResponse) continue;
      for (const FoundCitation& d : found_.exemptions) {
        if (d.stage != Stage::kReview || !related(d.id, c.id) || d.status == CitationStatus::kAddedAtReview) continue;
        c.status = d.status;
        c.stage = Stage::kReview;
        c.rule = d.rule;
        c.confidence = std::min(c.confidence, d.confidence);
        for (Span place : d.places) add_place(c.places, place);
        break;
      }
      if (c.stage == Stage::kResponse && quoted(c) && review_) by_result(c);
    }
  }

  bool quoted(const FoundCitation& c) const {
    return std::ranges::all_of(c.places, [&](Span p) { return section_at(context_.sections, p.start) == SectionKind::quoted_thread; });
  }

  void by_result(FoundCitation& c) const {
    if (*review_ == ReviewResult::kUnknown) return;
    c.status = *review_ == ReviewResult::kOverturned ? CitationStatus::kOverturned
               : *review_ == ReviewResult::kUpheld   ? CitationStatus::kUpheld
                                                     : CitationStatus::kPartlyUpheld;
    c.stage = Stage::kReview;
    c.rule = "review-result";
    c.confidence = std::min(c.confidence, 0.7);
  }

  // Only the finest level stays; what was said of the level above counts for its only child.
  void drop_parents() {
    auto& all = found_.exemptions;
    std::vector<FoundCitation> kept;
    for (FoundCitation& c : all) {
      std::vector<FoundCitation*> children;
      for (FoundCitation& other : all)
        if (is_parent(c.id, other.id)) children.push_back(&other);
      if (children.empty()) continue;
      for (FoundCitation* child : children)
        if (children.size() == 1)
          for (const std::string& number : c.questions) add_number(child->questions, number);
    }
    for (FoundCitation& c : all)
      if (std::ranges::none_of(all, [&](const FoundCitation& other) { return is_parent(c.id, other.id); })) kept.push_back(c);
    all = std::move(kept);
  }

  void mention(const Judged& j) {
    if (std::ranges::any_of(found_.exemptions, [&](const FoundCitation& c) { return related(c.id, j.info->id); })) return;
    auto& all = found_.mentioned;
    auto at = std::ranges::find_if(all, [&](const FoundMention& m) { return m.id == j.info->id; });
    if (at == all.end()) at = all.insert(all.end(), FoundMention{j.info->id, j.role.mention, {}});
    add_place(at->places, j.place);
  }

  void add_reasons() {
    struct Phrase {
      std::string_view words, reason;
    };
    constexpr Phrase phrases[] = {{"critical national infrastructure", "critical-national-infrastructure"},
                                  {"combined with other information", "mosaic"},
                                  {"mosaic effect", "mosaic"},
                                  {"jigsaw", "mosaic"},
                                  {"common law duty of confiden", "common-law-confidence"},
                                  {"caldicott", "caldicott"}};
    for (const FoundMention& m : found_.mentioned)
      if (m.role == MentionRole::kReason) found_.reasons.push_back(m.id);
    for (const Phrase& phrase : phrases)
      if (said_in_answer(phrase.words)) found_.reasons.emplace_back(phrase.reason);
    std::ranges::sort(found_.reasons);
    found_.reasons.erase(std::unique(found_.reasons.begin(), found_.reasons.end()), found_.reasons.end());
  }

  bool said_in_answer(std::string_view words) const {
    int hits = 0;
    for (std::size_t at = context_.text.lower.find(words); at != std::string::npos && hits < kMaxHits;
         at = context_.text.lower.find(words, at + 1)) {
      ++hits;
      const std::size_t place = context_.text.original(at);
      const SectionKind kind = section_at(context_.sections, place);
      const bool asked = kind == SectionKind::request && question_answered_at(context_.questions, place) == kNoQuestion;
      if (!asked && !is_boilerplate(kind) && kind != SectionKind::letterhead && kind != SectionKind::signature) return true;
    }
    return false;
  }

  const RoleContext& context_;
  std::optional<ReviewResult> review_;
  const Reference& reference_;
  std::vector<CodeCited> cited_;
  std::vector<Judged> judged_;
  Citations found_;
};

}  // namespace

Citations find_citations(const RoleContext& context, LawOfLetter law, std::optional<ReviewResult> review, const Reference& reference) {
  return Collector(context, review, reference).run(law);
}

}  // namespace foi::understand
