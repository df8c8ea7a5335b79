#include "indexer/understand/review_answers.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/understand/answer_outcome.h"
#include "indexer/understand/answer_words.h"
#include "indexer/understand/citation_grammar.h"
#include "indexer/understand/own_answer.h"
#include "indexer/understand/releases.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/stated_figures.h"

namespace foi::understand {

namespace {

using Q = QuestionOutcome;

bool gives(Q outcome) { return outcome == Q::kDisclosed || outcome == Q::kNil; }
bool refuses(Q outcome) {
  return outcome == Q::kWithheld || outcome == Q::kCostLimit || outcome == Q::kVexatious || outcome == Q::kRepeated || outcome == Q::kNcnd;
}

// What was refused is refused still, whatever became of a ground: on another, or by a decision read wrongly.
constexpr CueTable kStays = {
    "remains refused", "remain refused",   "remains withheld", "remain withheld",       "remains exempt",        "remain exempt",
    "still withheld",  "still refused",    "still exempt",     "continue to withhold",  "substituted",           "as it was",
    "as before",       "unchanged",        "no change",        "all the same",          "decision stands",       "refusal stands",
    "nevertheless be", "must be withheld", "is now withheld",  "are now withheld",      "should have cited",     "should have relied",
    "redacted",        "fresh decision",   "fresh response",   "new decision",          "new response",          "now refuse",
    "not hold",        "in fact hold",     "not held",         "continue to be exempt", "continues to be exempt"};

// Of what was asked in several questions some was given before: which of them the ground keeps is not known.
constexpr CueTable kGiven = {"was given to you",     "were given to you",    "was provided to you",
                             "were provided to you", "was disclosed to you", "were disclosed to you",
                             "was released to you",  "were released to you", "you were given"};

bool is_undone(const FoundCitation& c) {
  return c.status == CitationStatus::kOverturned || c.status == CitationStatus::kWithdrawn || c.status == CitationStatus::kPartlyUpheld;
}

// The grounds tied to one question, by what became of them.
struct Fates {
  std::vector<const FoundCitation*> stand, fell;
};

class ReviewedAnswers {
 public:
  ReviewedAnswers(const RoleContext& context, const Citations& citations, const Reference& reference)
      : context_(context), citations_(citations), reference_(reference), some_fell_(std::ranges::any_of(citations.exemptions, is_undone)) {}

  Q settle(const FoundQuestion& question, Q read) const {
    const Fates fates = fates_of(question);
    if (!fates.stand.empty()) return settle_standing(question, fates.stand, read);
    return fates.fell.empty() ? read : settle_fallen(question, fates.fell, read);
  }

 private:
  // A ground tied to no question is one for all where one answer is given for all and none fell.
  bool applies_to(const FoundCitation& c, const FoundQuestion& q) const {
    const bool for_all = (q.answer_shared || context_.questions.size() == 1) && !some_fell_;
    return (c.questions.empty() && for_all) || std::ranges::find(c.questions, q.number) != c.questions.end();
  }

  Fates fates_of(const FoundQuestion& question) const {
    Fates fates;
    for (const FoundCitation& c : citations_.exemptions) {
      const ExemptionInfo* info = reference_.exemption(c.id);
      if (info == nullptr || class_of(*info) != CodeClass::ground || !applies_to(c, question)) continue;
      (stands(c.status) ? fates.stand : fates.fell).push_back(&c);
    }
    return fates;
  }

  std::string_view words(Span span) const { return context_.text.lower_view(context_.text.repaired(span)); }
  std::string_view answer_to(const FoundQuestion& question) const { return words(question.answer).substr(0, kAnswerBytes); }

  bool is_silence(const FoundCitation& c) const {
    const ExemptionInfo* info = reference_.exemption(c.id);
    return c.status == CitationStatus::kNcnd || (info != nullptr && info->kind == "ncnd");
  }

  // Every ground that stands keeps from saying whether anything is held; beside "section 40(5B)" the 40(2) named with it, and beside
  // Scotland's section 18 any other, is what would apply if it were.
  bool only_silence(const std::vector<const FoundCitation*>& grounds) const {
    return std::ranges::all_of(grounds, [&](const FoundCitation* c) {
      return std::ranges::any_of(grounds, [&](const FoundCitation* other) {
        const bool covers = other == c || section_of(other->id) == section_of(c->id) || other->id.starts_with("foisa-18");
        return covers && is_silence(*other);
      });
    });
  }

  Q settle_standing(const FoundQuestion& question, const std::vector<const FoundCitation*>& stand, Q read) const {
    const std::string_view answer = answer_to(question);
    const bool said = read == Q::kWithheld && says_neither(answer) && all_were_cited(stand) && !says_withheld(SoughtText(answer));
    if (read != Q::kPartlyDisclosed && (said || only_silence(stand))) return Q::kNcnd;
    if (!gives(read)) return read;
    const bool releases = releases_something(answer);
    if (question.answer_shared && context_.questions.size() > 1 && (releases || has_any(answer, kGiven))) return read;
    // Of one answer for several questions in a letter that gives way in part no more is known.
    if (some_fell_ || releases) return Q::kPartlyDisclosed;
    std::vector<std::string> ids;
    for (const FoundCitation* c : stand) ids.push_back(c->id);
    return outcome_of_ground(ids);
  }

  // None is new: what was added is a reason to keep what is now said to be held.
  static bool all_were_cited(const std::vector<const FoundCitation*>& grounds) {
    return std::ranges::none_of(grounds, [](const FoundCitation* c) { return c->status == CitationStatus::kAddedAtReview; });
  }

  // Given where the question's own answer gives it, past the grounds that fell.
  Q settle_fallen(const FoundQuestion& question, const std::vector<const FoundCitation*>& fell, Q read) const {
    if (!refuses(read) && read != Q::kPartlyDisclosed) return read;
    // Of one answer for several questions it is not known what is given to which.
    if (question.answer_shared && context_.questions.size() > 1) return read;
    std::size_t last = 0;  // where the answer has named them all
    for (const FoundCitation* c : fell)
      for (const Span& place : c->places)
        if (place.start >= question.answer.start && place.end <= question.answer.end) last = std::max(last, place.end);
    if (last == 0) return read;
    const std::string_view after = words({last, question.answer.end}).substr(0, kAnswerBytes);
    if (has_any(after, kStays)) return read;
    const bool given = states_figures(after, Figures::rows_too) || sends_something(after) || releases_something(after);
    const Q said = outcome_of_words(after);
    return given && (said == Q::kDisclosed || said == Q::kPartlyDisclosed) ? said : read;
  }

  const RoleContext& context_;
  const Citations& citations_;
  const Reference& reference_;
  bool some_fell_;  // of the letter's grounds
};

}  // namespace

std::vector<Q> outcomes_after_review(const RoleContext& context, const Citations& citations, std::vector<Q> read,
                                     const Reference& reference) {
  const ReviewedAnswers answers(context, citations, reference);
  for (std::size_t i = 0; i < read.size(); ++i)
    if (!context.questions[i].answer.empty() || context.questions.size() == 1) read[i] = answers.settle(context.questions[i], read[i]);
  return read;
}

}  // namespace foi::understand
