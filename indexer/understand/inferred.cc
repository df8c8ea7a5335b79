#include "indexer/understand/inferred.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/understand/citation_lines.h"
#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// A phrase that names a ground, and the words one of which its sentence must hold for it to be a refusal.
struct Phrase {
  std::string_view words;
  std::string_view foia, foisa;
  double confidence;
};
constexpr Phrase kPhrases[] = {
    {"cyber exemption", "foia-31-1-a", "foisa-35-1-a", 0.4},
    {"cyber security exemption", "foia-31-1-a", "foisa-35-1-a", 0.4},
    {"commercial in confidence", "foia-43-2", "foisa-33-1-b", 0.4},
    {"commercially sensitive", "foia-43-2", "foisa-33-1-b", 0.4},
    {"commercially confidential", "foia-43-2", "foisa-33-1-b", 0.4},
    {"exceed the appropriate limit", "foia-12-1", "foisa-12-1", 0.6},
    {"exceeds the appropriate limit", "foia-12-1", "foisa-12-1", 0.6},
    {"exceed the cost limit", "foia-12-1", "foisa-12-1", 0.6},
    {"exceed the upper cost limit", "foia-12-1", "foisa-12-1", 0.6},
    {"exceed the permitted cost limit", "foia-12-1", "foisa-12-1", 0.6},
    {"exceed the 18 hour", "foia-12-1", "foisa-12-1", 0.6},
    {"in excess of 18 hours", "foia-12-1", "foisa-12-1", 0.6},
    {"vexatious", "foia-14-1", "foisa-14-1", 0.4},
    {"personal data", "foia-40-2", "foisa-38-1-b", 0.3},
    {"personal information", "foia-40-2", "foisa-38-1-b", 0.3},
};
constexpr std::string_view kRefuses[] = {"withheld",     "withhold",  "withholding",      "refused",       "refuse",
                                         "refusing",     "unable to", "cannot",           "not able to",   "redacted",
                                         "exempt",       "exemption", "would exceed",     "not obliged",   "not be provided",
                                         "not disclose", "removed",   "not be disclosed", "estimated that"};
constexpr std::string_view kDoubts[] = {"may ", "might ", "unless",    "within the",      "not exceed",
                                        "if ",  "could ", "no charge", "we will consider"};
constexpr std::string_view kSecurity[] = {"cyber",      "security of",          "hackers", "malware", "ransomware",
                                          "it systems", "information security", "attack"};

// How many places of one phrase are looked at: a letter that refuses says so early.
constexpr int kMaxHits = 200;

struct Meant {
  std::string_view section, child;
};
constexpr Meant kMeant[] = {{"foia-40", "foia-40-2"},
                            {"foia-43", "foia-43-2"},
                            {"foia-31", "foia-31-1-a"},
                            {"foia-31-1", "foia-31-1-a"},
                            {"foisa-38", "foisa-38-1-b"}};

class Inferrer {
 public:
  Inferrer(const RoleContext& context, const std::vector<FoundCitation>& claimed, const std::vector<FoundMention>& mentioned, bool scottish)
      : context_(context), claimed_(claimed), mentioned_(mentioned), scottish_(scottish) {}

  std::vector<FoundCitation> run() && {
    for (const FoundCitation& c : claimed_) by_section(c);
    if (context_.kind != Kind::kRequest && context_.kind != Kind::kAcknowledgement)
      for (const Phrase& phrase : kPhrases) by_phrase(phrase);
    return std::move(found_);
  }

 private:
  void by_section(const FoundCitation& c) {
    for (const Meant& meant : kMeant) {
      if (c.id != meant.section) continue;
      const std::string_view near = context_.text.lower;
      if (c.id == "foia-43" && near.find("trade secret") != std::string_view::npos) continue;
      if (c.id.starts_with("foia-31") && !has_any(near, kSecurity)) continue;
      add({std::string(meant.child), c.status, c.stage, c.questions, c.places, 0.6, "section-alone"});
    }
  }

  void by_phrase(const Phrase& phrase) {
    const std::string_view id = scottish_ ? phrase.foisa : phrase.foia;
    const auto same = [&](const auto& c) { return section_of(c.id) == section_of(id); };
    if (std::ranges::any_of(claimed_, same) || std::ranges::any_of(mentioned_, same)) return;
    const std::string_view s = context_.text.lower;
    int hits = 0;
    for (std::size_t at = find_phrase(s, phrase.words); at != std::string_view::npos && hits < kMaxHits;
         at = find_phrase(s, phrase.words, at + 1)) {
      ++hits;
      const Span place = context_.text.original(Span{at, at + phrase.words.size()});
      if (!refuses(place, context_.text.lower_view(sentence_at(context_.text, {at, at + phrase.words.size()})))) continue;
      FoundCitation c{std::string(id), CitationStatus::kApplied, Stage::kResponse, {}, {place}, phrase.confidence, "ground-without-number"};
      if (const std::size_t q = question_answered_at(context_.questions, place.start); q != kNoQuestion)
        c.questions.push_back(context_.questions[q].number);
      return add(std::move(c));
    }
  }

  bool refuses(Span place, std::string_view sentence) const {
    const SectionKind kind = section_at(context_.sections, place.start);
    const bool answered = question_answered_at(context_.questions, place.start) != kNoQuestion;
    if (!answered && kind != SectionKind::response && kind != SectionKind::exemption_reasons && kind != SectionKind::review_decision)
      return false;
    for (std::string_view doubt : kDoubts)
      if (sentence.find(doubt) != std::string_view::npos) return false;
    return has_any(sentence, kRefuses);
  }

  void add(FoundCitation c) {
    if (std::ranges::none_of(found_, [&](const FoundCitation& other) { return other.id == c.id; })) found_.push_back(std::move(c));
  }

  const RoleContext& context_;
  const std::vector<FoundCitation>& claimed_;
  const std::vector<FoundMention>& mentioned_;
  bool scottish_;
  std::vector<FoundCitation> found_;
};

}  // namespace

std::vector<FoundCitation> infer(const RoleContext& context, const std::vector<FoundCitation>& claimed,
                                 const std::vector<FoundMention>& mentioned, LawOfLetter law) {
  return Inferrer(context, claimed, mentioned, law.scottish).run();
}

}  // namespace foi::understand
