#include "indexer/understand/answer_outcome.h"

#include <algorithm>

#include "indexer/understand/answer_words.h"
#include "indexer/understand/own_answer.h"
#include "indexer/understand/releases.h"
#include "indexer/understand/stated_figures.h"
#include "indexer/understand/whole_answer.h"

namespace foi::understand {

namespace {

using Q = QuestionOutcome;

// An answer that holds nothing says so at once, in bytes; what it says later is about a part.
constexpr std::size_t kFirstWords = 300;

constexpr std::string_view kNotApplicable[] = {
    "n/a", "na", "not applicable", "not applicable to our trust", "no system needed", "not applicable to the trust"};
constexpr std::string_view kNil[] = {"0", "nil", "none", "no", "zero", "nil return", "no such incidents", "none recorded", "\u00A30"};
constexpr CueTable kNcnd = {"neither confirm nor deny",    "neither confirms nor denies", "neither confirming nor denying",
                            "neither confirm or deny",     "refuse to confirm or deny",   "refuses to confirm or deny",
                            "refusing to confirm or deny", "refusal to confirm or deny",  "decline to confirm or deny",
                            "declines to confirm or deny"};
constexpr CueTable kPartly = {"released most of", "partially exempt", "redacted",    "some of the information", "fewer than five",
                              "fewer than 5",     "less than five",   "less than 5", "gesture of goodwill",     "suppressed"};
// What alone says that a part of what is given is kept back.
constexpr CueTable kSuppressed = {"been suppressed", "is suppressed", "are suppressed", "been blanked out", "blanked out", "blacked out",
                                  "been redacted",   "redacted copy", "names removed",  "struck through",   "not shown"};
constexpr CueTable kVexatious = {"vexatious", "disproportionate burden"};
constexpr CueTable kRepeated = {"identical or substantially similar", "repeated request", "previously answered your"};
constexpr CueTable kClarify = {"could you please clarify",
                               "please could you clarify",
                               "please clarify",
                               "without further clarification",
                               "need further clarification",
                               "require further clarification",
                               "clock is stopped",
                               "clarification is required",
                               "please tell us which",
                               "please tell us what",
                               "please say which",
                               "could you tell us which",
                               "let us know which",
                               "more detail is required",
                               "stopped the clock",
                               "once we hear from you",
                               "as soon as you tell us",
                               "until you tell us"};
constexpr CueTable kTransferred = {"you may wish to redirect",
                                   "we have transferred",
                                   "has been transferred to",
                                   "redirect your request",
                                   "you may wish to contact",
                                   "please redirect",
                                   "please contact nhs",
                                   "refer you to your local",
                                   "you should contact",
                                   "you should approach",
                                   "you should ask",
                                   "you'd need to ask",
                                   "you would need to ask",
                                   "best asked of",
                                   "should be put to",
                                   "should go to",
                                   "send your question to",
                                   "send this to",
                                   "put your question to",
                                   "is a matter for",
                                   "are a matter for",
                                   "direct your question to",
                                   "bodies to ask"};
constexpr CueTable kSar = {"subject access request", "handled under data protection", "under the data protection act as a"};
constexpr CueTable kOpinion = {"recorded information only", "only covers recorded information", "not a request for recorded information"};
constexpr CueTable kBusiness = {"business as usual", "outside of the freedom of information act", "outside the freedom of information act"};
// What gives something although a part is not held.
constexpr CueTable kGivesAnyway = {"attached",    "able to provide", "we can provide",
                                   "please find", "the total",       "we can confirm that there"};

constexpr CueTable kHoldsNone = {"no recorded information",
                                 "hold no information",
                                 "holds no information",
                                 "no information is held",
                                 "information is not held",
                                 "it is not held",
                                 "nothing is held",
                                 "nothing within scope",
                                 "do not hold the information",
                                 "does not hold the information",
                                 "not hold any information",
                                 "do not hold this",
                                 "does not hold this",
                                 "no information is therefore held"};

// What a letter says that sends or prints what was asked for.
constexpr CueTable kSends = {
    "attached",       "please find",      "is enclosed",         "are enclosed",    "now enclosed",   "now attached",
    "i enclose",      "we enclose",       "enclosed is",         "enclosed are",    "set out below",  "shown below",
    "provided below", "listed below",     "in the table",        "table below",     "is as follows",  "are as follows",
    "detailed below", "answers question", "answers to question", "can be provided", "we can provide", "able to provide you with",
    "the answer is",  "the answers are"};

// "Please see exemption below", "Section 31 applies": all that a short answer says is the ground.
bool names_only_a_ground(std::string_view a) {
  static constexpr CueTable grounds = {"exemption", "exemptions", "exempt", "exception", "exempted"};
  static constexpr CueTable none = {"no", "not", "none", "nothing", "without"};
  static constexpr CueTable sections = {"section", "sections", "s", "regulation", "reg", "foia", "eir"};
  if (a.size() >= 2 * kShortAnswer || has_any(a, none)) return false;
  if (has_any(a, grounds)) return true;
  const std::string_view words = bare(a);
  const std::string_view start = prefix_of(words, sections);
  std::size_t at = start.size();
  if (start.empty() && words.size() > 2 && words[0] == 's' && words[1] >= '0' && words[1] <= '9') at = 1;
  while (at < words.size() && (words[at] == ' ' || words[at] == '.')) ++at;
  const std::size_t number = at;
  while (at < words.size() && (is_word(words[at]) || words[at] == '(' || words[at] == ')') && (at == number || words[at - 1] != ' ')) ++at;
  if (number == 0 || at == number || words[number] < '0' || words[number] > '9') return false;
  // "Section 2   1,108" counts what is done under it.
  return words.substr(at).find_first_of("0123456789:") == std::string_view::npos;
}

// "I cannot confirm or deny whether it is held"; not "that the figure includes VAT".
bool keeps_from_saying(const SoughtText& text, std::string_view a) {
  constexpr std::string_view says = "confirm or deny";
  static constexpr std::string_view denies[] = {"cannot ", "can't ", "unable to ", "not "};
  static constexpr CueTable of_holding = {"whether", "hold", "holds", "held"};
  constexpr std::size_t near = 100;  // bytes
  if (!text.has_phrase(says)) return false;
  for (std::size_t at = find_phrase(a, says); at != std::string_view::npos; at = find_phrase(a, says, at + says.size())) {
    if (std::ranges::none_of(denies, [&](std::string_view word) { return a.substr(0, at).ends_with(word); })) continue;
    const std::string_view rest = a.substr(at + says.size(), near);
    if (has_any(rest.substr(0, rest.find_first_of(".;?!")), of_holding)) return true;
  }
  return false;
}

// "There were none", "no fines were levied", "0.0": a short answer that counts nothing.
bool says_none(std::string_view a) {
  static constexpr CueTable none = {"there were no",
                                    "there were none",
                                    "there are none",
                                    "there is none",
                                    "there have been no",
                                    "there has been no",
                                    "there have been none",
                                    "there have been zero",
                                    "received none",
                                    "issued none",
                                    "found none",
                                    "not a single one",
                                    "the answer is none",
                                    "the answer is nil",
                                    "nil return",
                                    "nothing was paid",
                                    "has been no",
                                    "none were",
                                    "none was"};
  static constexpr CueTable done = {"have been", "has been", "were", "was", "has ever been"};
  static constexpr CueTable turns = {"but",        "except", "although", "other than", "however",
                                     "apart from", "copy",   "minute",   "minutes",    "note"};
  if (a.size() >= 2 * kShortAnswer || has_any(a, turns)) return false;
  const bool other = a.find_first_of("123456789") != std::string_view::npos;
  const std::string_view words = bare(a);
  if (!other && !words.empty() && words.find_first_not_of("0., \u00A3") == std::string_view::npos) return true;
  if (!other && (has_phrase(a, "zero") || words.starts_with("gbp 0"))) return true;
  return has_any(a, none) || (!other && words.starts_with("no ") && has_any(a.substr(0, kShortAnswer), done));
}

// "There's no such list. We do make adjustments.": the verb is stressed against what was denied.
bool does_after_all(std::string_view a) {
  for (std::string_view stressed : {"we do ", "trust does ", "council does "}) {
    const std::size_t at = a.find(stressed);
    if (at == std::string_view::npos || (at > 0 && is_word(a[at - 1]))) continue;
    const std::string_view rest = a.substr(at + stressed.size());
    if (!rest.starts_with("not ") && !rest.starts_with("so ")) return true;
  }
  return false;
}

// "186 were refused, of which …", "\u00A3173": what else it says comes after the figure. "31(1)", "2." and "18/4" are none.
bool begins_with_figure(std::string_view a) {
  constexpr std::string_view pound = "\u00A3";
  a.remove_prefix(std::min(a.find_first_not_of(" \n\t*_-"), a.size()));
  if (a.starts_with(pound)) a.remove_prefix(pound.size());
  const std::size_t end = std::min(a.find_first_not_of("0123456789,"), a.size());
  const bool counts = end > 0 && is_digit(a[0]) && a[end - 1] != ',';
  return counts && (end == a.size() || a[end] == ' ' || a[end] == '\n' || (a[end] == '.' && end > 2)) &&
         !a.substr(end).starts_with(" hours");
}

// "A1 None.", "Response: 0", "Our answer - n/a": an answer without the word that says that it is one.
std::string_view without_label(std::string_view a) {
  static constexpr CueTable labels = {"answer", "response", "reply", "our answer", "our response", "our reply", "trust response", "ans"};
  constexpr std::string_view spaces = " \n\t*_", marks = ":-.)";
  a.remove_prefix(std::min(a.find_first_not_of(spaces), a.size()));
  const std::string_view label = prefix_of(a, labels);
  const bool letter = label.empty() && a.starts_with('a');
  if (label.empty() && !letter) return a;
  std::string_view rest = a.substr(letter ? 1 : label.size());
  if (!letter) rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  const std::size_t number = std::min(rest.find_first_not_of("0123456789"), rest.size());
  rest.remove_prefix(number);
  const std::size_t mark = std::min(rest.find_first_not_of(marks), rest.size());
  const bool labels_it = mark > 0 || (letter && number > 0);
  rest.remove_prefix(mark);
  if (!labels_it || rest.empty() || spaces.find(rest.front()) == std::string_view::npos) return a;
  rest.remove_prefix(std::min(rest.find_first_not_of(spaces), rest.size()));
  return bare(rest).empty() ? a : rest;
}

// "Q2. What did it cost?": the requester's. start: of the sentence, which a mark may part from its number.
bool is_numbered_question(std::string_view a, std::size_t start) {
  std::size_t number = std::min(a.find_first_not_of(" \n", start), a.size());
  if (start > 1 && is_digit(a[start - 2])) {
    number = start - 1;
    while (number > 0 && is_digit(a[number - 1])) --number;
    if (number > 0) --number;
  }
  return number + 1 < a.size() && a[number] == 'q' && is_digit(a[number + 1]) && (number == 0 || !is_word(a[number - 1]));
}

// The requester is asked back, and given nothing: "Do you mean beds or wards?"
bool asks_back(std::string_view a) {
  static constexpr CueTable asks = {"which",     "what",   "do you mean", "did you mean", "could you", "can you",
                                    "would you", "please", "is it the",   "or",           "would this"};
  if (a.size() >= 10 * kShortAnswer || a.find('"') != std::string_view::npos) return false;
  for (std::size_t at = a.find('?'); at != std::string_view::npos; at = a.find('?', at + 1)) {
    const std::size_t stop = a.find_last_of(".!?\n", at - (at > 0 ? 1 : 0));
    const std::size_t start = stop == std::string_view::npos || stop >= at ? 0 : stop + 1;
    if (is_numbered_question(a, start)) continue;
    if (has_any(a.substr(start, at - start), asks)) return true;
  }
  return false;
}

}  // namespace

bool any_starts(const std::vector<std::string>& ids, Cues heads) {
  return std::ranges::any_of(ids, [&](const std::string& id) {
    return std::ranges::any_of(heads,
                               [&](std::string_view head) { return id == head || (id.starts_with(head) && id[head.size()] == '-'); });
  });
}

Q outcome_of_ground(const std::vector<std::string>& ids) {
  static constexpr std::string_view held[] = {"foisa-17", "eir-12-4-a", "eisr-10-4-a", "foia-3-2"},
                                    cost[] = {"foia-12", "foisa-12", "eir-12-4-b", "eisr-10-4-b"};
  static constexpr std::string_view repeated[] = {"foia-14-2", "foisa-14-2"}, vexatious[] = {"foia-14", "foisa-14"};
  static constexpr std::string_view published[] = {"foia-21", "foisa-25", "eir-6-1-b", "eisr-6-1-b"},
                                    future[] = {"foia-22", "foia-22a", "foisa-27"};
  static constexpr std::string_view own[] = {"foia-40-1", "foisa-38-1-a"};
  std::vector<std::string> others;
  for (const std::string& id : ids)
    if (!any_starts({id}, published) && !any_starts({id}, future) && !any_starts({id}, held)) others.push_back(id);
  // The costs of two requests added up are one cost.
  const auto is_cost = [&](const std::string& id) { return any_starts({id}, cost); };
  if (std::ranges::any_of(others, is_cost)) return std::ranges::all_of(others, is_cost) ? Q::kCostLimit : Q::kWithheld;
  if (any_starts(others, repeated)) return Q::kRepeated;
  if (any_starts(others, vexatious)) return Q::kVexatious;
  if (any_starts(others, own) && others.size() == 1) return Q::kHandledAsSar;
  if (!others.empty()) return Q::kWithheld;
  if (any_starts(ids, published)) return Q::kPublishedElsewhere;
  if (any_starts(ids, future)) return Q::kFuturePublication;
  return Q::kNotHeld;
}

// The first of these that the words say.
Q outcome_of_words(std::string_view a) {
  const SoughtText text(a);
  if (has_any(text, kNcnd) || keeps_from_saying(text, a)) return Q::kNcnd;
  if (says_too_dear(text)) return Q::kCostLimit;
  if (has_any(text, kRepeated)) return Q::kRepeated;
  if (text.has_phrase("refusal notice") && has_any(text, kVexatious)) return Q::kVexatious;
  if (says_derogated(text)) return releases_something(a) ? Q::kPartlyDisclosed : Q::kWithheld;
  if (says_withheld(text)) return has_any(text, kPartly) || releases_something(a) ? Q::kPartlyDisclosed : Q::kWithheld;
  if (says_will_be_published(text)) return Q::kFuturePublication;
  if (says_not_held(SoughtText(a.substr(0, kFirstWords)))) {
    const std::string_view first = a.substr(0, 2 * kFirstWords);
    return has_any(first, kGivesAnyway) || releases_something(first) || does_after_all(first) ? Q::kDisclosed : Q::kNotHeld;
  }
  // Said at the end of an account of who was asked and what was looked through.
  if (has_any(text, kHoldsNone) && !has_any(text, kSends) && !releases_something(a) && !states_figures(a, Figures::rows_too))
    return Q::kNotHeld;
  if (says_published(text) && !text.has_phrase("attached")) return Q::kPublishedElsewhere;
  if ((has_any(text, kClarify) || asks_back(a)) && !has_any(text, kSends) && !releases_something(a)) return Q::kClarificationSought;
  if (has_any(text, kSar)) return Q::kHandledAsSar;
  if (has_any(text, kOpinion)) return Q::kOpinionNotInformation;
  if (has_any(text, kBusiness)) return Q::kBusinessAsUsual;
  if (has_any(text, kTransferred) && a.size() < 10 * kShortAnswer) return Q::kTransferred;
  static constexpr CueTable no_answer = {"cannot be answered", "can't be answered", "for the same reason", "for the same reasons",
                                         "for the like reason"};
  if (has_any(a.substr(0, kFirstWords), no_answer)) return Q::kUnanswered;
  return has_any(text, kSuppressed) && !keeps_nothing(a) ? Q::kPartlyDisclosed : Q::kDisclosed;
}

bool says_neither(std::string_view lower) {
  const SoughtText text(lower);
  return has_any(text, kNcnd) || keeps_from_saying(text, lower);
}

bool sends_something(std::string_view lower) { return has_any(lower, kSends); }

Q outcome_of_answer(std::string_view answer, const std::vector<std::string>& grounds) {
  const std::string_view a = without_label(answer.substr(0, kAnswerBytes));
  if (bare(a).empty() && a.find('-') == std::string_view::npos) return Q::kUnanswered;
  if (!grounds.empty()) {
    const Q ground = outcome_of_ground(grounds);
    const bool refuses = ground == Q::kWithheld || ground == Q::kCostLimit;
    // The figures of an answer that is too dear are those of its estimate; rows far down are of an annex.
    const Figures figures = a.size() <= kOwnAnswer ? Figures::rows_too : Figures::before_refusal;
    const bool gives = (refuses && releases_something(a)) || (ground == Q::kWithheld && states_figures(a, figures));
    return gives ? Q::kPartlyDisclosed : ground;
  }
  // "N/A", and in a paragraph of its own what the letter ends with.
  if (is_one_of(a.substr(0, std::min(a.find("\n\n"), a.size())), kNotApplicable)) return Q::kNotApplicable;
  if (names_only_a_ground(a)) return Q::kWithheld;
  if (a.size() < kShortAnswer) {
    if (is_one_of(a, kNotApplicable) || has_phrase(a, "n/a")) return Q::kNotApplicable;
    if (is_one_of(a, kNil) || a.starts_with("none ") || a.starts_with("nil ") || a.starts_with("no,") || a.starts_with("no such"))
      return Q::kNil;
    if (bare(a).starts_with("not applicable")) return Q::kNotApplicable;
  }
  const Q words = outcome_of_words(a);
  const bool elsewhere = words == Q::kPublishedElsewhere || words == Q::kFuturePublication || words == Q::kNotHeld;
  if (elsewhere && begins_with_figure(a)) return Q::kDisclosed;
  return words == Q::kDisclosed && says_none(a) ? Q::kNil : words;
}

}  // namespace foi::understand
