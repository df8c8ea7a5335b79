#include "indexer/understand/outcome.h"

#include <algorithm>
#include <cstdlib>

#include "indexer/model/text.h"
#include "indexer/understand/answer_outcome.h"
#include "indexer/understand/answer_words.h"
#include "indexer/understand/citation_grammar.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/own_answer.h"
#include "indexer/understand/paragraphs.h"
#include "indexer/understand/releases.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/stated_figures.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/whole_answer.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

using Q = QuestionOutcome;

constexpr CueTable kGives = {"attached",       "attachment", "please find", "please see",    "please refer",
                             "see appendix",   "see table",  "as follows",  "table below",   "below:",
                             "breakdown",      "we have",    "there were",  "there are",     "there is",
                             "the total",      "in total",   "enclosed",    "set out below", "we can confirm that",
                             "the trust has",  "yes",        "spreadsheet", "the figures",   "information is provided",
                             "provided below", "shown below"};

// "Exempt" is all that says of an answer that something is kept back.
bool only_exempt(std::string_view a) {
  static constexpr CueTable keeps = {"withheld",         "withhold",
                                     "withholding",      "refuse",
                                     "refusing",         "decline",
                                     "declining",        "we have refused",
                                     "is refused",       "commercially sensitive",
                                     "held back",        "kept back",
                                     "not be disclosed", "not disclosed",
                                     "not released",     "exempt from disclosure",
                                     "exempt under",     "exempt information"};
  return !has_any(a, keeps);
}

// "See response to question 1 above": the number it points to; zero when it points nowhere.
int points_to(std::string_view a) {
  if (a.size() > 2 * kShortAnswer) return 0;
  for (std::string_view words :
       {"see response to q", "see answer to q", "as per q", "see question ", "refer to question ", "refer to q", "as q", "see q"}) {
    std::size_t at = a.find(words);
    if (at == std::string_view::npos) continue;
    at = a.find_first_of("0123456789", at);
    return at == std::string_view::npos ? 0 : std::atoi(std::string(a.substr(at, 3)).c_str());
  }
  return 0;
}

// What an acknowledgement or a holding letter says of the whole request is no answer.
std::optional<Q> outcome_under_kind(Kind kind) {
  const std::optional<Outcome> whole = outcome_of_kind(kind);
  if (!whole) return std::nullopt;
  if (whole == Outcome::kTransferred) return Q::kTransferred;
  return whole == Outcome::kClarification ? Q::kClarificationSought : Q::kUnanswered;
}

// A ground tied to no question is one for all where one answer is given for all.
bool applies_to(const FoundCitation& c, const FoundQuestion& q) {
  return (c.questions.empty() && q.answer_shared) || std::ranges::find(c.questions, q.number) != c.questions.end();
}

std::vector<std::string> grounds_for(const Citations& citations, const FoundQuestion& q) {
  std::vector<std::string> ids;
  for (const FoundCitation& c : citations.exemptions)
    if (stands(c.status) && applies_to(c, q)) ids.push_back(c.id);
  return ids;
}

bool ncnd_for(const Citations& citations, const FoundQuestion& q) {
  return std::ranges::any_of(citations.exemptions,
                             [&](const FoundCitation& c) { return c.status == CitationStatus::kNcnd && applies_to(c, q); });
}

// A word of some length of one text begins a word of the other.
bool share_a_word(std::string_view one, std::string_view other) {
  constexpr std::size_t least = 4, stem = 5;  // letters
  for (std::string_view word : spoken_words(one, kShortAnswer)) {
    if (word.size() < least) continue;
    const std::string_view head = word.substr(0, std::max(least, std::min(stem, word.size() - 1)));
    for (std::size_t at = other.find(head); at != std::string_view::npos; at = other.find(head, at + 1))
      if (at == 0 || !is_word(other[at - 1])) return true;
  }
  return false;
}

// "How many there are, and what they cost", and the answer begins with how many: what it says then is of the other.
bool states_one_of_two(std::string_view asked, std::string_view said) {
  static constexpr CueTable joins = {"and", "as well as", "together with", "along with"};
  asked = asked.substr(0, kOwnAnswer);
  if (!has_any(asked, joins)) return false;
  const std::string_view first = said.substr(0, std::min(said.find(". "), kOwnAnswer));
  return first.size() < said.size() && states_figures(first, Figures::before_refusal) && !says_published(SoughtText(first)) &&
         share_a_word(first, asked);
}

struct Counts {
  std::size_t given = 0, partly = 0, withheld = 0, held_not = 0, cost = 0, published = 0, future = 0, ncnd = 0, vexatious = 0, clarify = 0,
              moved = 0, pointed = 0, all = 0;
  std::size_t refused() const { return withheld + cost + ncnd + vexatious; }
};

void count(Counts& n, Q outcome) {
  switch (outcome) {
    case Q::kDisclosed:
    case Q::kNil:
    case Q::kBusinessAsUsual:
      ++n.given;
      break;
    case Q::kPartlyDisclosed:
      ++n.partly;
      break;
    case Q::kWithheld:
      ++n.withheld;
      break;
    case Q::kNotHeld:
      ++n.held_not;
      break;
    case Q::kCostLimit:
      ++n.cost;
      break;
    case Q::kPublishedElsewhere:
      ++n.published;
      break;
    case Q::kFuturePublication:
      ++n.future;
      break;
    case Q::kVexatious:
    case Q::kRepeated:
      ++n.vexatious;
      break;
    case Q::kNcnd:
      ++n.ncnd;
      break;
    case Q::kClarificationSought:
      ++n.clarify;
      break;
    case Q::kTransferred:
      ++n.moved;
      break;
    case Q::kNotApplicable:
    case Q::kHandledAsSar:
    case Q::kOpinionNotInformation:
    case Q::kUnanswered:
      return;
  }
  ++n.all;
}

Outcome outcome_of(const Counts& n) {
  if (n.all == 0) return Outcome::kUnknown;
  // What stands on a website keeps nothing back from one who is given the rest.
  if (n.given > 0 && n.given + n.pointed == n.all) return Outcome::kGrantedInFull;
  if (n.given + n.partly > 0) return Outcome::kPartlyGranted;
  if (n.published == n.all) return Outcome::kPublishedElsewhere;
  if (n.future == n.all) return Outcome::kFuturePublication;
  if (n.held_not == n.all) return Outcome::kNotHeld;
  if (n.cost == n.all) return Outcome::kCostLimit;
  if (n.ncnd == n.all) return Outcome::kNcnd;
  if (n.vexatious == n.all) return Outcome::kVexatious;
  if (n.clarify == n.all) return Outcome::kClarification;
  if (n.moved == n.all) return Outcome::kTransferred;
  if (n.published > 0) return Outcome::kPartlyGranted;
  return n.refused() > 0 ? Outcome::kRefusedInFull : Outcome::kNotHeld;
}

Outcome outcome_of_review(ReviewResult result) {
  switch (result) {
    case ReviewResult::kUpheld:
      return Outcome::kReviewUpheld;
    case ReviewResult::kPartlyUpheld:
      return Outcome::kReviewPartlyUpheld;
    case ReviewResult::kOverturned:
      return Outcome::kReviewOverturned;
    case ReviewResult::kUnknown:
      break;
  }
  return Outcome::kUnknown;
}

// The grounds standing, procedural ones too, but no mere condition.
std::vector<std::string> standing(const Citations& citations, const Reference& reference) {
  std::vector<std::string> ids;
  for (const FoundCitation& c : citations.exemptions) {
    const ExemptionInfo* info = reference.exemption(c.id);
    if (stands(c.status) && info != nullptr && class_of(*info) == CodeClass::ground) ids.push_back(c.id);
  }
  return ids;
}

// Neither confirmed nor denied; beside "section 40(5B)" the 40(2) that is named with it is what would apply if anything were held.
bool silenced(const Citations& citations, const FoundCitation& cited) {
  return std::ranges::any_of(citations.exemptions, [&](const FoundCitation& c) {
    return c.status == CitationStatus::kNcnd && (c.id == cited.id || section_of(c.id) == section_of(cited.id));
  });
}

// Section 14 is said of a request, and not of what is asked in it.
bool refuses_the_request(const std::vector<std::string>& grounds) {
  static constexpr std::string_view vexatious[] = {"foia-14", "foisa-14"};
  return !grounds.empty() && std::ranges::all_of(grounds, [](const std::string& id) { return any_starts({id}, vexatious); });
}

// Grounds are named, and every one of them only to say that it was thought of, or is relied on no longer.
bool spares_all(const Citations& citations) {
  return !citations.exemptions.empty() && std::ranges::all_of(citations.exemptions, [](const FoundCitation& c) {
    return c.status == CitationStatus::kConsideredNotApplied || c.status == CitationStatus::kWithdrawn;
  });
}

// The letter's own words where it quotes no question: its answer as one. body is own_answer, whole what it says of the whole.
Outcome outcome_of_body(const RoleContext& context, const Citations& citations, const Reference& reference, const std::string& body,
                        std::optional<Whole> whole) {
  const std::vector<std::string> grounds = standing(citations, reference);
  // Every ground that stands keeps from saying whether anything is held.
  const bool ncnd = std::ranges::all_of(citations.exemptions, [&](const FoundCitation& c) {
    return silenced(citations, c) || std::ranges::find(grounds, c.id) == grounds.end();
  });
  Counts n;
  if (grounds.empty()) {
    const Q said = outcome_of_words(body);
    const bool stated = states_figures(body, Figures::before_refusal);
    const Q kept = stated ? Q::kPartlyDisclosed : Q::kWithheld;
    const Q words = said != Q::kWithheld ? said : spares_all(citations) ? Q::kDisclosed : kept;
    // A question that is known is answered by a sentence with a figure, too; and a letter that answers one which isn't states it.
    const std::string told = without_law(body);
    const bool figure = (!context.questions.empty() && told.find_first_of("0123456789") != std::string::npos) ||
                        (context.kind == Kind::kResponse && stated);
    if (words == Q::kDisclosed && !sends_something(body) && !has_any(told, kGives) && !figure) return Outcome::kUnknown;
    count(n, words);
    return outcome_of(n);
  }
  const Q ground = ncnd ? Q::kNcnd : outcome_of_ground(grounds);
  count(n, ground);
  // What tells where it is published gives nothing else; a vexatious or repeated request is given at most an old answer.
  const bool may_give = ground != Q::kPublishedElsewhere && ground != Q::kVexatious && ground != Q::kRepeated;
  // The table of an answer that is too dear is that of its estimate; where all is refused it lists what is kept.
  const bool no_table = ground == Q::kCostLimit || whole == Whole::kRefused;
  const bool figures = (ground == Q::kWithheld || ground == Q::kPublishedElsewhere) && whole != Whole::kRefused &&
                       states_figures(body, ground == Q::kWithheld ? Figures::before_keeping : Figures::before_refusal);
  const bool gives = no_table ? says_it_releases(context) : gives_something(context);
  const bool rows = ground == Q::kWithheld && whole != Whole::kRefused && gives_rows_beside_refused(printed_answer(context));
  if (figures || rows || (may_give && gives)) count(n, Q::kDisclosed);
  if (ground == Q::kPublishedElsewhere && says_not_held(SoughtText(body))) count(n, Q::kNotHeld);
  return outcome_of(n);
}

// What a commissioner's notice, or a tribunal, leaves of the refusal.
Outcome outcome_of_notice(const Citations& citations, const Reference& reference) {
  std::size_t stand = standing(citations, reference).size(), fell = 0;
  for (const FoundCitation& c : citations.exemptions) {
    const ExemptionInfo* info = reference.exemption(c.id);
    const bool falls = (!stands(c.status) && c.status != CitationStatus::kWithdrawn) || c.status == CitationStatus::kPartlyUpheld;
    fell += info != nullptr && class_of(*info) == CodeClass::ground && falls ? 1 : 0;
  }
  if (stand + fell == 0) return Outcome::kUnknown;
  if (fell == 0) return Outcome::kRefusedInFull;
  return stand == 0 ? Outcome::kGrantedInFull : Outcome::kPartlyGranted;
}

}  // namespace

std::optional<Outcome> outcome_of_kind(Kind kind) {
  switch (kind) {
    case Kind::kClarification:
      return Outcome::kClarification;
    case Kind::kTransfer:
      return Outcome::kTransferred;
    case Kind::kAcknowledgement:
    case Kind::kFeesNotice:
    case Kind::kHoldingLetter:
    case Kind::kAttachment:
    case Kind::kPolicyStatement:
    case Kind::kRequest:
      return Outcome::kUnknown;
    default:
      return std::nullopt;
  }
}

ReviewResult review_of_outcome(Outcome outcome) {
  for (ReviewResult result : {ReviewResult::kUpheld, ReviewResult::kPartlyUpheld, ReviewResult::kOverturned})
    if (outcome_of_review(result) == outcome) return result;
  return ReviewResult::kUnknown;
}

std::vector<Q> outcomes_of_questions(const RoleContext& context, const Citations& citations) {
  const bool relies = !citations.exemptions.empty();
  std::vector<Q> outcomes;
  std::vector<int> pointed;
  for (const FoundQuestion& q : context.questions) {
    const std::string_view answer = context.text.lower_view(context.text.repaired(q.answer));
    const auto grounds = grounds_for(citations, q);
    const bool overturned = context.review && q.answer_shared;
    // Notes and farewells run on after the last answer; what an answer does without a ground it says at once.
    const std::string_view said = q.answer_shared || !grounds.empty() ? answer : answer.substr(0, kOwnAnswer);
    Q outcome = outcome_of_answer(said, overturned ? std::vector<std::string>{} : grounds);
    // "Exempt: 702" counts what some other law exempts where the letter cites nothing.
    if (outcome == Q::kWithheld && !relies && said.size() >= 2 * kShortAnswer && only_exempt(said)) outcome = Q::kDisclosed;
    if (outcome == Q::kWithheld && spares_all(citations)) outcome = Q::kDisclosed;
    if (ncnd_for(citations, q) && !q.answer.empty()) outcome = Q::kNcnd;
    if (outcome == Q::kUnanswered && !grounds.empty()) outcome = outcome_of_ground(grounds);
    const bool of_other = grounds.empty() && (outcome == Q::kNotHeld || outcome == Q::kPublishedElsewhere);
    if (of_other && states_one_of_two(context.text.lower_view(context.text.repaired(q.text)), said)) outcome = Q::kPartlyDisclosed;
    const std::string_view printed = context.letter.view(q.answer).substr(0, kAnswerBytes);
    if (outcome == Q::kWithheld && !grounds.empty() && gives_rows_beside_refused(to_lower_ascii(printed))) outcome = Q::kPartlyDisclosed;
    if (q.answer_shared) outcome = outcome_under_kind(context.kind).value_or(outcome);
    outcomes.push_back(outcome);
    pointed.push_back(grounds.empty() ? points_to(answer) : 0);
  }
  for (std::size_t i = 0; i < outcomes.size(); ++i)
    for (std::size_t j = 0; pointed[i] > 0 && j < i; ++j)
      if (context.questions[j].number == std::to_string(pointed[i])) outcomes[i] = outcomes[j];
  return outcomes;
}

namespace {

bool relies_on_publication(const std::vector<std::string>& grounds) {
  static constexpr std::string_view published[] = {"foia-21", "foisa-25", "eir-6-1-b", "eisr-6-1-b"};
  return any_starts(grounds, published);
}

bool only_publication(const std::vector<std::string>& grounds) {
  return std::ranges::all_of(grounds, [](const std::string& id) { return relies_on_publication({id}); });
}

// Most questions have an answer of their own, more than the last one's: the words after the last question may be those for all.
bool answered_one_by_one(const RoleContext& context) {
  const std::size_t own = answered_alone(context.questions);
  return own >= 2 && 2 * own >= context.questions.size();
}

// Two questions have the same answer, but not all.
bool answers_several(const RoleContext& context) {
  for (std::size_t i = 1; i < context.questions.size(); ++i)
    if (!context.questions[i].answer.empty() && !context.questions[i].answer_shared &&
        context.questions[i].answer == context.questions[i - 1].answer)
      return true;
  return false;
}

// A question has an answer of its own that gives it.
bool one_is_answered(const RoleContext& context, const std::vector<Q>& outcomes) {
  for (std::size_t i = 0; i < outcomes.size() && context.questions.size() > 1; ++i)
    if ((outcomes[i] == Q::kDisclosed || outcomes[i] == Q::kNil) && !context.questions[i].answer_shared) return true;
  return false;
}

// The answers but those that tell of nothing but the law: an extract, or a letter cut off before its answer.
Counts counts_that_tell(const RoleContext& context, const std::vector<Q>& outcomes) {
  Counts n;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const std::string_view answer = context.text.lower_view(context.text.repaired(context.questions[i].answer));
    if (outcomes[i] != Q::kDisclosed || !bare(without_law(answer.substr(0, kAnswerBytes))).empty()) count(n, outcomes[i]);
  }
  return n;
}

// What is said of the whole against what the answers come to: given outweighs all; refused and not held only what is not said to be given
// answer by answer.
Outcome outcome_by_whole(Whole whole, Outcome answers, const std::vector<std::string>& grounds) {
  switch (whole) {
    case Whole::kGiven:
      return Outcome::kGrantedInFull;
    case Whole::kNotHeld:
      return grounds.empty() ? Outcome::kNotHeld : answers;
    case Whole::kRefused:
      // "Your request is refused in the sense that all of it is published": said of nothing else.
      if (!grounds.empty() && only_publication(grounds)) return Outcome::kPublishedElsewhere;
      return answers == Outcome::kUnknown || answers == Outcome::kGrantedInFull ? Outcome::kRefusedInFull : answers;
  }
  return answers;
}

// No answer says that it is not held, stands elsewhere or costs too much.
bool keeps_only_by_grounds(const std::vector<Q>& outcomes) {
  return std::ranges::all_of(outcomes, [](Q outcome) {
    return outcome == Q::kDisclosed || outcome == Q::kNil || outcome == Q::kPartlyDisclosed || outcome == Q::kWithheld ||
           outcome == Q::kUnanswered;
  });
}

// Where a ground that stands is first named, or npos.
std::size_t first_ground(const Citations& citations) {
  std::size_t first = std::string::npos;
  for (const FoundCitation& c : citations.exemptions)
    if (stands(c.status) && !c.places.empty()) first = std::min(first, c.places.front().start);
  return first;
}

// Answers of their own are given: two, or one before the ground is first named. What comes after a refusal may be what could be had
// instead.
bool answers_before_refusing(const RoleContext& context, const std::vector<Q>& outcomes, const Citations& citations) {
  const std::size_t ground = first_ground(citations);
  std::size_t given = 0;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const FoundQuestion& question = context.questions[i];
    if ((outcomes[i] != Q::kDisclosed && outcomes[i] != Q::kNil) || question.answer_shared || question.answer.empty()) continue;
    if (question.answer.start < ground || ++given >= 2) return true;
  }
  return false;
}

// What is taken for answers follows a refusal by the limit of cost and states nothing: the ways in which the request could be narrowed.
bool only_suggests(const RoleContext& context, const Citations& citations, const std::vector<std::string>& grounds) {
  static constexpr std::string_view limits[] = {"foia-12", "foisa-12"};
  if (!std::ranges::all_of(grounds, [](const std::string& id) { return any_starts({id}, limits); })) return false;
  const std::size_t ground = first_ground(citations);
  return std::ranges::all_of(context.questions, [&](const FoundQuestion& q) {
    const std::string_view said = context.text.lower_view(context.text.repaired(q.answer)).substr(0, kOwnAnswer);
    return q.answer.empty() || (q.answer.start > ground && !states_figures(said, Figures::rows_too) && !sends_something(said));
  });
}

// "This letter is a notice under section 17(5)": of a request that is too dear, or vexatious, in most letters as a whole. Scotland's are
// 16(4) and 16(5).
bool gives_notice(const Citations& citations) {
  static constexpr std::string_view notices[] = {"foia-17-5", "foisa-16-4", "foisa-16-5"};
  return std::ranges::any_of(citations.mentioned, [](const FoundMention& m) { return any_starts({m.id}, notices); });
}

// What such a notice leaves of the outcome: nothing is given beside it, though the letter may offer what would be.
Outcome outcome_by_notice(const std::vector<std::string>& grounds, Outcome outcome) {
  static constexpr std::string_view limits[] = {"foia-12", "foisa-12"}, vexatious[] = {"foia-14", "foisa-14"};
  if (any_starts(grounds, limits)) return Outcome::kCostLimit;
  return any_starts(grounds, vexatious) ? Outcome::kVexatious : outcome;
}

// What was told of the request in one sentence is answered in the next: a part of it by a figure.
bool states_part_told(const RoleContext& context, const std::vector<Q>& questions) {
  if (questions.size() == 1) return questions.front() == Q::kPartlyDisclosed;
  if (questions.empty() || std::ranges::any_of(questions, [](Q outcome) { return outcome != Q::kUnanswered; })) return false;
  const std::size_t from = context.questions.front().text.start, end = context.questions.back().text.end;
  if (end < from || end - from > kOwnAnswer) return false;
  const std::string_view asked = context.text.lower_view(context.text.repaired(Span{from, end}));
  const std::string_view after =
      context.text.lower_view(context.text.repaired(Span{end, std::min(end + 2 * kOwnAnswer, context.letter.text.size())}));
  return states_one_of_two(asked, after.substr(std::min(after.find_first_not_of(" .?\n"), after.size())));
}

}  // namespace

Outcome outcome_of_document(const RoleContext& context, const std::vector<Q>& questions, const Citations& citations,
                            std::optional<ReviewResult> review, const Reference& reference) {
  if (context.is_notice()) return outcome_of_notice(citations, reference);
  if (review) return outcome_of_review(*review);
  if (const auto outcome = outcome_of_kind(context.kind)) return *outcome;
  const std::vector<std::string> grounds = standing(citations, reference);
  const std::string body = own_answer(context);
  const std::optional<Whole> whole = said_of_whole(body);
  Outcome outcome = Outcome::kUnknown;
  if (answered_one_by_one(context) && !refuses_the_request(grounds)) {
    Counts n;
    for (Q answer : questions) count(n, answer);
    if (!relies_on_publication(grounds)) n.pointed = n.published;
    outcome = outcome_of(n);
    // A ground that no question is tied to keeps a letter from being granted in full: one of publication where anything is kept back.
    const bool stands_in_way = !grounds.empty() && !keeps_nothing(body) && (!only_publication(grounds) || keeps_something(body));
    if (outcome == Outcome::kGrantedInFull && stands_in_way)
      outcome = only_suggests(context, citations, grounds) ? Outcome::kCostLimit : Outcome::kPartlyGranted;
    // Questions whose answers were not found, or are in one with others': what the letter sends answers some of them.
    const bool unanswered = std::ranges::find(questions, Q::kUnanswered) != questions.end() || answers_several(context);
    if (unanswered && n.given + n.partly == 0 && n.refused() > 0 && gives_something(context)) outcome = Outcome::kPartlyGranted;
  } else {
    outcome = outcome_of_body(context, citations, reference, body, whole);
    const bool all_kept = whole == Whole::kRefused;
    const bool partly =
        (!all_kept && std::ranges::find(questions, Q::kPartlyDisclosed) != questions.end()) || one_is_answered(context, questions);
    if (partly && (outcome == Outcome::kRefusedInFull || outcome == Outcome::kCostLimit)) outcome = Outcome::kPartlyGranted;
    const bool of_other = outcome == Outcome::kNotHeld || outcome == Outcome::kPublishedElsewhere;
    if (of_other && states_part_told(context, questions)) outcome = Outcome::kPartlyGranted;
    if (outcome == Outcome::kUnknown) outcome = outcome_of(counts_that_tell(context, questions));
  }
  if (whole) outcome = outcome_by_whole(*whole, outcome, grounds);
  // "Nothing has been kept from you": a ground that is then read as standing was only spoken of.
  const bool kept = outcome == Outcome::kPartlyGranted || outcome == Outcome::kRefusedInFull;
  if (!whole && kept && keeps_nothing_from_you(body) && keeps_only_by_grounds(questions)) outcome = Outcome::kGrantedInFull;
  if (gives_notice(citations) && !answers_before_refusing(context, questions, citations)) return outcome_by_notice(grounds, outcome);
  // "Manifestly unreasonable" is a refusal; the appropriate limit is the Acts'.
  static constexpr std::string_view limits[] = {"foia-12", "foisa-12"};
  return outcome == Outcome::kCostLimit && !grounds.empty() && !any_starts(grounds, limits) ? Outcome::kRefusedInFull : outcome;
}

}  // namespace foi::understand
