#include "indexer/understand/stance_phrases.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

constexpr std::string_view kUnchanged[] = {
    "has not changed",  "has not altered", "is unchanged",      "remains unchanged",  "remains unaltered", "is unaltered",
    "remains in place", "remain in place", "stays in place",    "stay in place",      "left in place",     "remains in force",
    "stays as it is",   "stays as it was", "stay as they are",  "remains as it was",  "left undisturbed",  "leave undisturbed",
    "hold firm",        "holds firm",      "has been retained", "have been retained", "is still claimed",  "are still claimed",
    "stand firm",       "good in law",     "in agreement with", "same mind as",       "one mind with"};
constexpr std::string_view kSame[] = {"no change",
                                      "same conclusion",
                                      "same view",
                                      "view is the same",
                                      "no fault",
                                      "not fault",
                                      "cannot fault",
                                      "cannot be faulted",
                                      "no error in",
                                      "no reason to change",
                                      "no reason to depart",
                                      "no grounds to change",
                                      "not to change the decision",
                                      "not to change our decision",
                                      "not to change the answer",
                                      "not to alter the decision",
                                      "no grounds for changing",
                                      "no basis for changing",
                                      "no reason to disturb",
                                      "no reason to alter",
                                      "no reason to interfere",
                                      "no reason to differ",
                                      "no reason to revisit",
                                      "back the decision",
                                      "back the refusal",
                                      "back the use",
                                      "have done the same",
                                      "have come to the same"};
constexpr std::string_view kTooFar[] = {"wide of the mark", "found wanting", "step too far", "went too far",
                                        "going too far",    "goes too far",  "gone too far"};
constexpr std::string_view kOtherwise[] = {"in your favour",      "different view",   "different conclusion", "other conclusion",
                                           "opposite conclusion", "changed our mind", "changed my mind",      "changed our position"};
constexpr std::string_view kNoRight[] = {"no business"};
constexpr std::string_view kDue[] = {"should have gone to you", "ought to have gone to you"};
constexpr std::string_view kWrongOne[] = {"wrong section", "wrong exemption", "wrong exception", "wrong regulation", "wrong provision"};
constexpr std::string_view kBetter[] = {"another footing",  "different footing", "new footing",     "better ground",
                                        "better exemption", "better section",    "better provision"};
constexpr std::string_view kIdle[] = {"no application",  "no purchase",  "no obstacle",       "no bar to",
                                      "no barrier",      "adds nothing", "added nothing",     "not add anything",
                                      "does not assist", "no help to",   "no further forward"};
constexpr std::string_view kBaseless[] = {"no footing for", "no foundation for",    "no basis for", "no grounds for",
                                          "no ground for",  "no justification for", "no room for",  "no scope for",
                                          "no place for",   "not a case for",       "no reliance",  "no claim"};
constexpr std::string_view kAside[] = {"to one side"};
constexpr std::string_view kLeft[] = {
    "no question of section", "decided against section",  "decided against it",      "decided against that", "decided against this",
    "decided against using",  "decided against applying", "decided against relying", "not made its case",    "not made out its case",
    "no need of it",          "it was not needed",        "it is not needed",        "thought better of it", "let it go"};
constexpr std::string_view kCaseFor[] = {"case for section"};
constexpr std::string_view kGone[] = {"no longer in play",    "no longer in issue",  "off the table",      "overtaken by events",
                                      "by the wayside",       "out of the picture",  "no longer part of",  "no longer any part of",
                                      "no longer forms part", "no longer form part", "no longer a part of"};
constexpr std::string_view kFatal[] = {"fatal to", "puts paid to"};
constexpr std::string_view kNoPart[] = {
    "plays no part",     "play no part",       "played no part",      "form no part",           "forms no part",
    "formed no part",    "are no part of",     "is no part of",       "was no part of",         "has no part",
    "had no part",       "has no role",        "beside the point",    "neither here nor there", "by the by",
    "not at issue",      "never at issue",     "never been at issue", "never in issue",         "never been in issue",
    "never in play",     "never been in play", "not in issue",        "not in point",           "not in play",
    "not enter into",    "not come into it",   "has no bearing",      "had no bearing",         "has nothing to do",
    "no relevance",      "not relevant",       "is irrelevant",       "are irrelevant",         "not what this is",
    "not in our minds",  "not in our mind",    "not in my mind",      "not before us",          "different exemption",
    "another exemption", "separate exemption", "separate provision",  "different matter",       "separate matter",
    "another matter",    "was not reached",    "is not reached",      "left unanswered",        "left undecided",
    "left unresolved",   "left open"};
constexpr std::string_view kNothingOn[] = {"nothing turns on", "nothing hangs on", "no view on",
                                           "no finding on",    "no finding about", "leave open"};
constexpr std::string_view kNoCall[] = {"no occasion to", "no call to"};

constexpr std::string_view kSound[] = {"nothing wrong with", "nothing wrong in", "nothing amiss with", "nothing amiss in"};

struct PhraseGroup {
  SetPhrase said;
  Cues phrases;
};
constexpr PhraseGroup kGroups[] = {
    {{Act::kUpheld, true, About::outcome}, kUnchanged},     {{Act::kUpheld, true, About::anything}, kSame},
    {{Act::kUpheld, true, About::object}, kSound},          {{Act::kOverturned, true, About::judged}, kTooFar},
    {{Act::kOverturned, true, About::outcome}, kOtherwise}, {{Act::kOverturned, false, About::object, true}, kFatal},
    {{Act::kOverturned, true, About::either}, kNoRight},    {{Act::kOverturned, true, About::withheld}, kDue},
    {{Act::kOverturned, false, About::chosen}, kWrongOne},  {{Act::kAdded, false, About::anything}, kBetter},
    {{Act::kNotApplied, false, About::ground}, kIdle},      {{Act::kNotApplied, false, About::object}, kBaseless},
    {{Act::kNotApplied, false, About::laid}, kAside},       {{Act::kNotApplied, false, About::anything}, kLeft},
    {{Act::kApplies, false, About::anything}, kCaseFor},    {{Act::kWithdrawn, false, About::ground}, kGone},
    {{Act::kUnconsidered, false, About::ground}, kNoPart},  {{Act::kUnconsidered, false, About::object}, kNothingOn},
    {{Act::kUnconsidered, false, About::looking}, kNoCall},
};

// How many words of the phrase the sentence has from `at` on, or 0 when it has not all of them.
std::size_t matched_words(std::string_view phrase, std::span<const ClauseWord> tokens, std::size_t at) {
  std::size_t words = 0;
  while (!phrase.empty()) {
    const std::string_view word = phrase.substr(0, phrase.find(' '));
    if (at + words >= tokens.size() || tokens[at + words].word != word || (words > 0 && tokens[at + words].strong)) return 0;
    phrase.remove_prefix(std::min(phrase.size(), word.size() + 1));
    ++words;
  }
  return words;
}

// "need not", "do not need to", "no need to", "not necessary to", "without having to" and then a verb of looking.
bool is_spared(std::span<const ClauseWord> tokens, std::size_t at) {
  static constexpr std::string_view looking[] = {"consider", "deal",    "decide", "look",        "address",   "examine",     "rule",
                                                 "reach",    "resolve", "go",     "discuss",     "determine", "considering", "considered",
                                                 "deciding", "looking", "going",  "determining", "ruling"};
  // "To come to a view", "giving a judgment": whatever else one comes to or gives.
  static constexpr std::string_view light[] = {"come", "giving", "give", "expressing", "express", "form", "coming"},
                                    views[] = {"view", "judgment", "judgement", "conclusion", "finding"};
  if (among(views, tokens[at].word)) {
    std::size_t verb = 1;
    while (verb <= 3 && verb <= at && !among(light, tokens[at - verb].word)) ++verb;
    if (verb > 3 || verb > at) return false;
    at -= verb;
  } else if (!among(looking, tokens[at].word)) {
    return false;
  }
  // "He has no need to consider the public interest": the ground itself is decided.
  static constexpr std::string_view others[] = {"public", "balance", "balancing"};
  for (std::size_t n = 1; n <= 6 && at + n < tokens.size() && !tokens[at + n].strong; ++n)
    if (among(others, tokens[at + n].word)) return false;
  static constexpr std::string_view sparing[] = {"need",     "needed", "necessary", "gone",  "went",       "having",
                                                 "required", "had",    "purpose",   "point", "unnecessary"};
  bool spared = false, negated = false;
  // "No need for the Commissioner to consider it".
  const bool of_another = at > 4 && tokens[at - 1].word == "to" && (tokens[at - 4].word == "for" || tokens[at - 3].word == "for");
  for (std::size_t n = 1; n <= (of_another ? 7U : 5U) && n <= at && !tokens[at - n + 1].strong; ++n) {
    const std::string_view w = tokens[at - n].word;
    spared = spared || among(sparing, w);
    negated = negated || w == "not" || w == "no" || w == "without" || w == "unnecessary";
  }
  return spared && negated;
}

}  // namespace

std::optional<SetPhrase> set_phrase_at(std::span<const ClauseWord> tokens, std::size_t at) {
  struct Row {
    std::string_view phrase;
    SetPhrase said;
  };
  static const auto* const table = [] {
    auto* made = new std::unordered_map<std::string_view, std::vector<Row>>;  // by first word
    for (const PhraseGroup& group : kGroups)
      for (std::string_view phrase : group.phrases) (*made)[phrase.substr(0, phrase.find(' '))].push_back({phrase, group.said});
    return made;
  }();
  if (is_spared(tokens, at)) return SetPhrase{Act::kUnconsidered, false, About::spared, 1};
  const auto rows = table->find(tokens[at].word);
  if (rows == table->end()) return std::nullopt;
  for (const Row& row : rows->second)
    if (const std::size_t words = matched_words(row.phrase, tokens, at); words > 0) {
      SetPhrase said = row.said;
      said.words = words;
      return said;
    }
  return std::nullopt;
}

}  // namespace foi::understand
