#include "indexer/understand/review_by_name.h"

#include <algorithm>
#include <optional>

#include "indexer/understand/citation_voice.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/decision_words.h"
#include "indexer/understand/review.h"
#include "indexer/understand/review_text.h"
#include "indexer/understand/stance.h"

namespace foi::understand {

namespace {

// Said of it in a verb, and only by what is done with it.
constexpr double kByVerb = 0.75, kByMove = 0.65;
// How far after its name sentences still speak of it, in bytes.
constexpr std::size_t kReach = 2'500;

struct Matter {
  std::string_view id;  // with all that are of it: "foia-43" of foia-43-2
  Cues names;
};
constexpr std::string_view kCost[] = {"cost limit",       "costs limit",    "cost refusal",    "costs refusal",     "refusal on cost",
                                      "refusal on costs", "ground of cost", "grounds of cost", "appropriate limit", "point on cost",
                                      "cost estimate",    "costs estimate", "cost ground",     "relied on cost",    "cost exemption"};
constexpr std::string_view kVexatious[] = {"vexatious", "vexatiousness"};
constexpr std::string_view kAccessible[] = {"reasonably accessible", "otherwise accessible", "accessible to you"};
constexpr std::string_view kFuture[] = {"future publication", "intended for publication", "intention to publish", "intend to publish"};
constexpr std::string_view kNational[] = {"national security"};
constexpr std::string_view kCrime[] = {"law enforcement",    "prevention of crime", "prevention or detection",
                                       "detection of crime", "crime point",         "crime exemption"};
constexpr std::string_view kAffairs[] = {"conduct of public affairs", "qualified person", "qualified person's", "free and frank"};
constexpr std::string_view kSafety[] = {"health and safety", "safety exemption"};
constexpr std::string_view kPersonal[] = {"personal data", "personal information", "data protection"};
constexpr std::string_view kConfidence[] = {"in confidence",         "breach of confidence", "duty of confidence", "confidentiality",
                                            "quality of confidence", "the confidence",       "point on confidence"};
constexpr std::string_view kPrivilege[] = {"privilege", "privileged"};
constexpr std::string_view kCommerce[] = {"commercial interests",   "commercial interest", "commercial point",     "commercial sensitivity",
                                          "commercially sensitive", "commercial ground",   "commercial exemption", "commercial prejudice",
                                          "commercial argument",    "commercial reasons",  "commercial harm"};
constexpr std::string_view kUnfinished[] = {"unfinished", "incomplete", "course of completion"};
constexpr std::string_view kInternal[] = {"internal communications", "internal communication"};
constexpr std::string_view kUnreasonable[] = {"manifestly unreasonable"};
constexpr std::string_view kJustice[] = {"course of justice"};
constexpr Matter kMatters[] = {{"foia-12", kCost},
                               {"foisa-12", kCost},
                               {"foia-14", kVexatious},
                               {"foisa-14", kVexatious},
                               {"foia-21", kAccessible},
                               {"foisa-25", kAccessible},
                               {"foia-22", kFuture},
                               {"foisa-27", kFuture},
                               {"foia-24", kNational},
                               {"foisa-31", kNational},
                               {"foia-31", kCrime},
                               {"foisa-35", kCrime},
                               {"foia-36", kAffairs},
                               {"foisa-30", kAffairs},
                               {"foia-38", kSafety},
                               {"foisa-39", kSafety},
                               {"foia-40", kPersonal},
                               {"foisa-38", kPersonal},
                               {"foia-41", kConfidence},
                               {"foisa-36-2", kConfidence},
                               {"foia-42", kPrivilege},
                               {"foisa-36-1", kPrivilege},
                               {"foia-43", kCommerce},
                               {"foisa-33", kCommerce},
                               {"eir-12-5-e", kCommerce},
                               {"eisr-10-5-e", kCommerce},
                               {"eir-13", kPersonal},
                               {"eisr-11", kPersonal},
                               {"eir-12-4-d", kUnfinished},
                               {"eisr-10-4-d", kUnfinished},
                               {"eir-12-4-e", kInternal},
                               {"eisr-10-4-e", kInternal},
                               {"eir-12-4-b", kUnreasonable},
                               {"eisr-10-4-b", kUnreasonable},
                               {"eir-12-5-b", kJustice},
                               {"eir-12-5-b", kPrivilege},
                               {"eisr-10-5-b", kJustice},
                               {"eisr-10-5-b", kPrivilege}};

// A name as of the reader's own things, or of none: "your own personal data", "a privilege to meet".
bool is_named(std::string_view lower, std::string_view name) {
  static constexpr std::string_view others[] = {"your", "own", "my", "a"};
  for (std::size_t at = find_phrase(lower, name); at != std::string_view::npos; at = find_phrase(lower, name, at + 1)) {
    const std::string_view before = bare(lower.substr(0, at));
    const std::string_view word = before.substr(before.rfind(' ') == std::string_view::npos ? 0 : before.rfind(' ') + 1);
    if (!among(others, word) || (word == "a" && name != "privilege")) return true;
  }
  return false;
}

// Of what was refused, or by what: not of the manners of a letter or of other business.
bool speaks_of_refusal(std::string_view lower) {
  static constexpr CueTable cues = {
      "exemption",   "exemptions", "exception", "exceptions",      "refusal",   "refuse",     "refused",   "refusing", "withheld",
      "withhold",    "redacted",   "redaction", "redactions",      "decision",  "reliance",   "relied",    "rely",     "relying",
      "withholding", "ground",     "grounds",   "argument",        "arguments", "point",      "reason",    "reasons",  "engaged",
      "exempt",      "section",    "estimate",  "disclose",        "disclosed", "disclosure", "release",   "released", "limit",
      "conclusion",  "claim",      "vexatious", "public interest", "these are", "they are",   "are not",   "is not",   "satisfied",
      "persuaded",   "enclosed",   "attached",  "kept back",       "held back", "privileged", "accessible"};
  return has_any(lower, cues);
}

constexpr CueTable kGivingUp = {"gave up", "given up", "gives up", "dropped",   "abandoned",
                                "let go",  "conceded", "withdrew", "took back", "no more"};

class ByName {
 public:
  ByName(std::vector<FoundCitation>& found, const RoleContext& context, const std::vector<Judged>& judged)
      : found_(found), review_(context, judged) {}

  void run() && {
    std::size_t passed = 0;  // what was read with the name before
    review_.each_sentence(review_.whole(), [&](Span sentence) {
      if (sentence.start < passed) return;
      FoundCitation* named = waiting_named(sentence);
      if (named == nullptr) return;
      const Span block{sentence.start, end_of(sentence)};
      if (const auto fate = fate_of(block)) settle(*named, *fate, block);
      passed = block.end;  // what it does not say, no part of it says
    });
  }

 private:
  struct Fate {
    CitationStatus status;
    double confidence;
  };

  // Nothing is known of it but what the first answer did, and what the letter comes to.
  static bool waits(const FoundCitation& c) { return (c.stage == Stage::kResponse && stands(c.status)) || c.rule == "review-result"; }

  bool is_notice() const { return review_.context().is_notice(); }
  // "It gave up the cost limit", "the commercial point has been dropped", whose object the name is.
  bool gives_up(std::string_view lower) const {
    static constexpr CueTable doubts = {"not",   "whether", "if",          "should",    "could", "may",    "nobody",
                                        "might", "would",   "complainant", "appellant", "you",   "no one", "never"};
    if (has_any(lower, kGivingUp) && !has_any(lower, doubts) && !others_give_up(lower)) return true;
    if (is_notice() && gives_up_what_it_had(lower)) return true;
    return std::ranges::any_of(acts_in(lower), [](const Said& said) { return said.act == Act::kWithdrawn; });
  }
  // "The firm has dropped the commercial point": that is its own.
  static bool others_give_up(std::string_view lower) {
    static constexpr CueTable others = {"supplier", "contractor", "firm",    "company",   "bidder",
                                        "tenant",   "landlord",   "bidders", "suppliers", "third party"};
    static constexpr CueTable own = {"we", "i", "council", "trust", "authority", "department", "board", "university", "our"};
    return has_any(lower, kGivingUp) && has_any(lower, others) && !has_any(lower, own);
  }

  // The one ground that the sentence names, where it waits.
  FoundCitation* waiting_named(Span sentence) {
    if (!review_.may_decide(sentence.start) || review_.cites_ground(sentence)) return nullptr;
    const std::string_view lower = review_.lower(sentence);
    if (is_notice() && is_reported(lower) && !gives_up(lower)) return nullptr;
    if (others_give_up(lower)) return nullptr;
    FoundCitation* named = nullptr;
    for (FoundCitation& c : found_) {
      if (!names_ground(c.id, lower)) continue;
      if (named != nullptr) return nullptr;
      named = &c;
    }
    // "The Council has dropped the commercial point": read as no more than left, which it was.
    const bool left = named != nullptr && named->rule == "decision-does-not-apply" && gives_up(lower);
    return named != nullptr && (waits(*named) || left) ? named : nullptr;
  }

  // To the end of the paragraph, or where another ground is spoken of.
  std::size_t end_of(Span sentence) const {
    const std::string_view printed = review_.context().text.text;
    const std::size_t end = std::min({printed.find("\n\n", sentence.end), sentence.start + kReach, printed.size()});
    std::size_t stop = end;
    review_.each_sentence({sentence.end, end}, [&](Span next) {
      if (next.start >= stop || next.start < sentence.end) return;
      const std::string_view lower = review_.lower(next);
      const bool other =
          review_.cites_ground(next) || !review_.may_decide(next.start) || std::ranges::any_of(found_, [&](const FoundCitation& c) {
            return names_ground(c.id, lower) && !names_ground(c.id, review_.lower(sentence));
          });
      if (other) stop = next.start;
    });
    return stop;
  }

  // By the verbs of the block, else by what is done in it.
  std::optional<Fate> fate_of(Span block) const {
    bool withdrawn = false, upheld = false, fell = false, partly = false, left = false;
    review_.each_sentence(block, [&](Span sentence) {
      const std::string_view lower = review_.lower({sentence.start, std::min(sentence.end, block.end)});
      if (sentence.start >= block.end) return;
      withdrawn = withdrawn || (sentence.start == block.start && gives_up(lower) && (is_notice() || !is_reported(lower)));
      if (is_reported(lower) || (is_notice() && !speaks_for_decision(lower))) return;
      for (const Said& said : acts_in(lower)) {
        withdrawn = withdrawn || said.act == Act::kWithdrawn;
        partly = partly || said.act == Act::kPartly;
        upheld = upheld || (said.act == Act::kUpheld && !said.past);
        fell = fell || said.act == Act::kOverturned || (said.act == Act::kNotApplied && !said.unclaimed);
        left = left || said.act == Act::kUnconsidered;
      }
    });
    // Who gives what up is not told by a name alone.
    if (withdrawn) return std::nullopt;
    const bool of_refusal = speaks_of_refusal(review_.lower(block));
    if (!of_refusal) partly = upheld = fell = false;
    if (partly || (upheld && fell)) return Fate{CitationStatus::kPartlyUpheld, kByMove};
    if (upheld) return Fate{CitationStatus::kUpheld, kByVerb};
    if (fell) return Fate{CitationStatus::kOverturned, kByVerb};
    if (left) return Fate{CitationStatus::kConsideredNotApplied, kByMove};
    if (is_notice() || !of_refusal) return std::nullopt;  // what is given in a notice was given long ago
    switch (result_with_moves(review_.lower(block))) {
      case ReviewResult::kUpheld:
        return Fate{CitationStatus::kUpheld, kByMove};
      case ReviewResult::kOverturned:
        return Fate{CitationStatus::kOverturned, kByMove};
      case ReviewResult::kPartlyUpheld:
        return Fate{CitationStatus::kPartlyUpheld, kByMove};
      case ReviewResult::kUnknown:
        break;
    }
    return std::nullopt;
  }

  void settle(FoundCitation& c, const Fate& fate, Span where) const {
    c.status = fate.status;
    c.stage = review_.context().stage();
    c.rule = kDecidedByName;
    c.confidence = fate.confidence;
    add_place(c.places, review_.context().text.original(where));
  }

  std::vector<FoundCitation>& found_;
  const ReviewText review_;
};

}  // namespace

bool names_ground(std::string_view id, std::string_view lower) {
  return std::ranges::any_of(kMatters, [&](const Matter& matter) {
    const bool of_it = id.starts_with(matter.id) && (id.size() == matter.id.size() || id[matter.id.size()] == '-');
    return of_it && std::ranges::any_of(matter.names, [lower](std::string_view name) { return is_named(lower, name); });
  });
}

void settle_by_name(std::vector<FoundCitation>& found, const RoleContext& context, const std::vector<Judged>& judged) {
  if (context.decides() && !judged.empty()) ByName(found, context, judged).run();
}

}  // namespace foi::understand
