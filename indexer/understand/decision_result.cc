#include "indexer/understand/decision_result.h"

#include <algorithm>

#include "indexer/understand/citation_lines.h"
#include "indexer/understand/citation_voice.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/decision_words.h"

namespace foi::understand {

namespace {

// A "not" governs what stands so near after it, in bytes.
constexpr std::size_t kDenialReach = 90;
// What is ordered stands so near the verb that orders it, in bytes.
constexpr std::size_t kOrderReach = 120;
// The confidence of what a decision says of all that was withheld.
constexpr double kByResult = 0.7;

bool is_partial(std::string_view sentence) {
  constexpr std::string_view parts[] = {"some",       "certain",    "most of",   "most",         "majority",
                                        "part of",    "parts of",   "remainder", "remaining",    "other information",
                                        "rest of",    "small",      "partially", "partly",       "in part",
                                        "not all",    "document",   "except",    "exception of", "subject to",
                                        "redaction",  "redactions", "redacted",  "either",       "or issue",
                                        "or to issue"};
  return has_any(sentence, parts);
}

// Whether what stands at a byte of a sentence is denied by a "not" in its own clause.
bool is_denied(std::string_view sentence, std::size_t at) {
  std::string_view near = sentence.substr(at < kDenialReach ? 0 : at - kDenialReach, std::min(at, kDenialReach));
  for (const std::string_view turn : {std::string_view(" but "), std::string_view("however"), std::string_view(";"),
                                      std::string_view(" although "), std::string_view(" and that ")})
    if (const std::size_t clause = near.rfind(turn); clause != std::string_view::npos) near.remove_prefix(clause + turn.size());
  constexpr std::string_view denials[] = {"not", "cannot", "never", "unable", "failed", "none", "neither", "rejects", "rejected"};
  return has_any(near, denials);
}

// "He required the Authority to give the Applicant the plans", "must disclose it"; but not "to provide a fresh response".
bool orders_disclosure(std::string_view sentence) {
  constexpr std::string_view ordering[] = {"requires", "required", "require", "orders", "ordered", "must"};
  constexpr std::string_view giving[] = {"disclose", "release", "provide", "give", "supply", "send"};
  constexpr std::string_view given[] = {"should be disclosed", "must be disclosed", "to be disclosed", "should be released",
                                        "must be released"};
  constexpr std::string_view others[] = {"response",    "notice", "reply",   "outcome", "confirmation", "advice",   "assistance",
                                         "explanation", "review", "reasons", "details", "whether",      "estimate", "not"};
  if (has_any(sentence, given) && !has_any(sentence, others)) return true;
  for (const std::string_view order : ordering)
    for (std::size_t at = find_phrase(sentence, order); at != std::string_view::npos; at = find_phrase(sentence, order, at + 1)) {
      const std::string_view after = sentence.substr(at).substr(0, kOrderReach);
      if (has_any(after, giving) && !has_any(after, others)) return true;
    }
  return false;
}

struct Tally {
  bool stood = false, fell = false, doubtful = false;
};

// What one sentence without a ground of its own says of what was withheld; more: what it may say of all grounds.
void read_sentence(std::string_view sentence, Cues more, Tally& tally) {
  constexpr std::string_view rights[] = {"entitled to withhold",  "entitled to refuse",  "entitled to rely",  "correctly withheld",
                                         "properly withheld",     "rightly withheld",    "correctly refused", "was exempt",
                                         "were exempt",           "is exempt",           "are exempt",        "justified in withholding",
                                         "justified in refusing", "correct to withhold", "correct to refuse", "right to withhold",
                                         "correctly relied",      "correctly applied"};
  constexpr std::string_view wrongs[] = {"wrongly withheld",    "incorrectly withheld", "wrongly refused",       "incorrectly refused",
                                         "incorrectly applied", "wrong to withhold",    "incorrect to withhold", "wrongly applied"};
  bool stood = false, fell = false;
  const auto note = [&](Cues phrases, bool right) {
    for (const std::string_view phrase : phrases)
      for (std::size_t at = find_phrase(sentence, phrase); at != std::string_view::npos; at = find_phrase(sentence, phrase, at + 1))
        (is_denied(sentence, at) == right ? fell : stood) = true;
  };
  note(rights, true);
  note(more, true);
  note(wrongs, false);
  const bool ordered = orders_disclosure(sentence) && !is_denied(sentence, sentence.size());
  if (is_partial(sentence) && stood != fell) tally.doubtful = true;
  if (!is_partial(sentence) || (stood && fell)) {
    tally.stood = tally.stood || stood;
    tally.fell = tally.fell || fell || ordered;
  } else if (fell) {
    tally.stood = tally.fell = true;  // wrongly withheld in part
  }
}

// Exceptions of the Regulations are of one regulation, and several all the same.
std::string_view ground_of(std::string_view id) { return id.starts_with("ei") ? id : section_of(id); }

// Told of what a party thinks or thought.
bool is_argued(std::string_view sentence) {
  constexpr std::string_view cues[] = {"argued",
                                       "argues",
                                       "submitted",
                                       "submits",
                                       "contended",
                                       "contends",
                                       "disputed",
                                       "disputes",
                                       "complained",
                                       "dissatisfied",
                                       "believed",
                                       "believes",
                                       "asked the commissioner",
                                       "wished to",
                                       "internal review",
                                       "if",
                                       "whether",
                                       "unless",
                                       "would",
                                       "guidance"};
  return has_any(sentence, cues);
}

// Where a sentence tells that the grounds cited before are given up, or npos.
std::size_t gives_up(std::string_view sentence) {
  constexpr std::string_view changing[] = {"revised", "changed", "amended", "altered", "reversed"};
  constexpr std::string_view positions[] = {"its position", "their position", "its stance", "his position", "her position", "its response"};
  constexpr std::string_view instead[] = {"not hold",     "not held",         "not, in fact, hold", "not in fact hold",
                                          "held nothing", "nothing was held", "no information",     "not held any",
                                          "instead",      "holds nothing",    "hold nothing"};
  constexpr std::string_view dropping[] = {"withdrew its reliance on the exemptions",
                                           "withdrew the exemptions",
                                           "no longer relied on any",
                                           "no longer sought to rely on any",
                                           "no longer relied on the exemptions",
                                           "not in fact fall within the scope",
                                           "fell outside the scope of the request",
                                           "did not fall within the scope of the request",
                                           "outside the scope of the request after all"};
  if (const std::string_view words = first_of(sentence, dropping); !words.empty()) return find_phrase(sentence, words);
  const bool changed = has_any(sentence, positions) && has_any(sentence, instead);
  const std::string_view change = changed ? first_of(sentence, changing) : std::string_view();
  return change.empty() ? std::string_view::npos : find_phrase(sentence, change);
}

// "… before reverting to reliance on section 31 only": all that was cited before it is given up.
bool is_all_that_is_left(std::string_view before, std::string_view after) {
  constexpr std::string_view reverting[] = {"reverting",   "reverted",      "relied solely",  "relied only",
                                            "relies only", "relies solely", "relying solely", "relying only"};
  constexpr std::string_view sole[] = {"only", "alone", "solely"};
  const bool relies = before.find("relian") != std::string_view::npos || before.find("rely") != std::string_view::npos;
  return has_any(before, reverting) && (relies || !prefix_of(bare(after), sole).empty());
}

}  // namespace

DecisionResult read_decision(const Repaired& text, const std::vector<Span>& cited) {
  constexpr std::string_view all[] = {
      "none of the exemptions", "none of the exceptions", "the exemptions claimed", "the exemptions cited",
      "the exemptions relied",  "the exceptions relied",  "the exceptions claimed", "the exceptions cited",
      "all of the exemptions",  "both exemptions",        "both exceptions",        "any of the exemptions",
      "any of the exceptions",  "each of the exemptions", "the exemptions applied", "exemptions it claimed"};
  constexpr std::string_view engaged[] = {"are engaged", "is engaged",       "were engaged",        "apply",          "applies",
                                          "engage",      "properly applied", "been properly cited", "properly cited", "made out"};
  DecisionResult found;
  Tally tally, collective;
  std::size_t next = 0;
  for (std::size_t at = 0; at < text.lower.size();) {
    const Span sentence = sentence_at(text, {at, at + 1});
    const std::string_view words = text.lower_view(sentence);
    while (next < cited.size() && cited[next].start < sentence.start) ++next;
    const bool cites = next < cited.size() && cited[next].start < sentence.end;
    if (const std::size_t given_up = gives_up(words); given_up != std::string_view::npos) found.given_up = sentence.start + given_up;
    for (std::size_t i = next; i < cited.size() && cited[i].start < sentence.end; ++i)
      if (is_all_that_is_left(text.lower_view({sentence.start, cited[i].start}), text.lower_view({cited[i].end, sentence.end})))
        found.given_up = cited[i].start;
    static constexpr CueTable in_part = {"allowed in part", "upheld in part", "partly upheld", "partially upheld", "partly allowed"};
    if (has_any(words, in_part) && !is_finding_line(words)) tally.doubtful = true;
    const bool spoken = !tells_partys_act(words) && !is_argued(words) && (!is_reported(words) || orders_disclosure(words)) &&
                        !tells_partys_review(words) && !is_finding_line(words);
    if (spoken && has_any(words, all))
      read_sentence(words, engaged, collective);
    else if (spoken && !cites)
      read_sentence(words, {}, tally);
    at = std::max(sentence.end, at) + 1;
  }
  found.collective = collective.stood || collective.fell;
  const Tally& counted = found.collective ? collective : tally;
  if (counted.stood || counted.fell)
    found.result = counted.stood && counted.fell        ? ReviewResult::kPartlyUpheld
                   : counted.doubtful || tally.doubtful ? ReviewResult::kUnknown
                   : counted.stood                      ? ReviewResult::kUpheld
                                                        : ReviewResult::kOverturned;
  return found;
}

void settle_by_decision(std::vector<FoundCitation>& grounds, const DecisionResult& decision, const RoleContext& context) {
  const Stage stage = context.stage();
  const auto give = [&](FoundCitation& c, CitationStatus status, std::string_view rule) {
    c.status = status;
    c.stage = stage;
    c.rule = rule;
    c.confidence = std::min(c.confidence, kByResult);
  };
  const auto open = [](const FoundCitation& c) { return c.stage == Stage::kResponse && stands(c.status); };
  const std::size_t given_up = decision.given_up == 0 ? 0 : context.text.original(decision.given_up);
  std::string_view ground;
  bool several = false, decided = false, upheld = false;
  for (FoundCitation& c : grounds) {
    if (open(c) && given_up > 0 && !c.places.empty() && c.places.front().start < given_up)
      give(c, CitationStatus::kWithdrawn, "decision-gives-up");
    decided = decided || c.stage != Stage::kResponse;
    upheld = upheld || (c.stage != Stage::kResponse && stands(c.status));
    if (!open(c)) continue;
    several = several || (!ground.empty() && ground != ground_of(c.id));
    ground = ground_of(c.id);
  }
  const bool all = decision.collective || (!several && !decided);
  for (FoundCitation& c : grounds) {
    if (!open(c)) continue;
    if (decision.result == ReviewResult::kOverturned && !upheld) give(c, CitationStatus::kOverturned, "decision-result");
    if (decision.result == ReviewResult::kUpheld && all) give(c, CitationStatus::kUpheld, "decision-result");
    if (decision.result == ReviewResult::kPartlyUpheld && !several && !decided) give(c, CitationStatus::kPartlyUpheld, "decision-result");
  }
}

}  // namespace foi::understand
