#include "indexer/understand/replies.h"

#include <algorithm>

#include "indexer/understand/cues.h"
#include "indexer/understand/proposals.h"
#include "indexer/understand/stance.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

// A sentence is read up to so many words. A reply is shorter, and so many words lead to its verb: "having read the file, I find that it".
constexpr std::size_t kMostWords = 60, kReplyWords = 30, kToVerb = 12;
// Words in which a "not" denies a verb, and between a verb and what it judges.
constexpr std::size_t kDenial = 3, kToPlea = 5;

constexpr CueTable kNot = {"not", "cannot", "can't", "don't", "doesn't", "isn't", "aren't", "unable", "never", "no", "nor", "neither"};

}  // namespace

bool disputes(std::string_view sentence) {
  static constexpr CueTable judging = {"accept",  "accepted", "agree",     "agreed",    "disagree",  "disagrees", "share", "reject",
                                       "dismiss", "decline",  "persuaded", "convinced", "satisfied", "follow",    "so"};
  static constexpr CueTable using_it = {"use",      "used",  "using",   "rely", "relied", "relying", "apply",  "applied",
                                        "applying", "claim", "claimed", "cite", "cited",  "need",    "needed", "invoked"};
  return has_any(sentence, judging) && !has_any(sentence, using_it);
}

bool assents(std::string_view sentence) {
  static constexpr std::string_view words[] = {"i agree",         "we agree",       "you are right", "you were right",
                                               "you are correct", "that is so",     "that is right", "that is correct",
                                               "i accept that",   "we accept that", "i accept this", "we accept this"};
  static constexpr CueTable right = {"you are right",         "you were right",         "you are correct",    "complainant is right",
                                     "complainant was right", "complainant is correct", "appellant is right", "appellant is correct"};
  static constexpr CueTable doubts = {"not", "whether", "if", "to ask", "to say", "to complain", "to raise", "but"};
  if (is_one_of(sentence, words)) return true;
  if (speaks_of_manner(sentence) && !gives_way(sentence)) return false;
  if (has_any(sentence, right) && !has_any(sentence, doubts)) return true;
  // "That is right, and the prices are enclosed."
  static constexpr std::string_view leading[] = {"that is right", "that's right", "that is correct", "that's correct", "that is so",
                                                 "that's so",     "so it was",    "indeed it was",   "i agree"};
  std::string_view rest = bare(sentence);
  const std::string_view lead = prefix_of(rest, leading);
  if (lead.empty()) return false;
  rest.remove_prefix(lead.size());
  return rest.empty() || ((rest.starts_with(", ") || rest.starts_with(" and ")) && gives_way(rest) && !has_phrase(rest, "but"));
}

bool gives_way(std::string_view sentence) {
  static constexpr CueTable gives = {"enclosed", "attached", "disclosed", "released", "supplied", "sent", "withdrawn", "set aside"};
  return has_any(sentence, gives);
}

bool speaks_of_manner(std::string_view sentence) {
  static constexpr CueTable manners = {"delay",     "delays",    "lateness", "timing",       "slow",        "slowness",
                                       "tone",      "wording",   "courtesy", "discourteous", "rude",        "signature",
                                       "unsigned",  "spelling",  "spelt",    "overdue",      "was late",    "were late",
                                       "came late", "sent late", "explain",  "explained",    "explanation", "timescale"};
  return has_any(sentence, manners);
}

bool supposes_of_reader(std::string_view before) {
  static constexpr CueTable maybe = {"may", "might", "will"};
  static constexpr CueTable supposing = {"expect",   "expected", "think",   "thought", "suppose",
                                         "supposed", "assume",   "assumed", "wonder",  "wondered"};
  const Words words = spoken_words(before, kMostWords);
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (words[i] != "you" || !among(maybe, words[i + 1])) continue;
    const std::size_t verb = words[i + 2] == "have" || words[i + 2] == "well" ? i + 3 : i + 2;
    if (verb < words.size() && among(supposing, words[verb])) return true;
  }
  return false;
}

std::optional<bool> echoes(std::string_view before, std::string_view after) {
  static constexpr CueTable joints = {"and", "but", "yet"};
  static constexpr CueTable subjects = {"it", "we", "they", "i", "that"};
  static constexpr CueTable helpers = {"does", "is", "has", "have", "did", "do", "was", "are", "were"};
  static constexpr CueTable denied = {"doesn't", "isn't", "hasn't", "haven't", "didn't", "don't", "wasn't", "aren't", "weren't"};
  static constexpr CueTable uses = {"apply", "applied", "applies", "used",    "use",     "engaged", "relied", "rely",   "cited",
                                    "cover", "claim",   "invoke",  "invoked", "claimed", "covers",  "upheld", "covered"};
  const Words words = spoken_words(after, kReplyWords);
  bool used = has_any(before, uses);
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    used = used || among(uses, words[i]);
    if (!among(joints, words[i]) || !used) continue;
    std::size_t at = i + 1;
    const bool so = words[at] == "so" || words[at] == "indeed";
    if (so) ++at;
    if (at + 1 >= words.size()) return std::nullopt;
    // "And so do we."
    const bool turned = so && among(helpers, words[at]) && among(subjects, words[at + 1]);
    if (!turned && !among(subjects, words[at])) continue;
    const std::string_view helper = turned ? words[at] : words[at + 1];
    bool no = among(denied, helper);
    if (!no && !among(helpers, helper)) continue;
    at += 2;
    static constexpr CueTable trailing = {"not", "been", "indeed", "so"};
    for (; at < words.size() && among(trailing, words[at]); ++at) no = no || words[at] == "not";
    const std::string_view last = words[at - 1];
    const std::size_t end = static_cast<std::size_t>(last.data() - after.data()) + last.size();
    if (end < after.size() && after[end] == ' ') continue;  // "and it does harm"
    return !no;
  }
  return std::nullopt;
}

bool contradicts(std::string_view sentence) {
  static constexpr std::string_view leading[] = {"that is not right",   "that's not right", "that isn't right",    "that is not correct",
                                                 "that is not so",      "that isn't so",    "that's not so",       "that is not the case",
                                                 "that isn't the case", "not so",           "that is wrong",       "that's wrong",
                                                 "that is mistaken",    "this is not so",   "this is not correct", "that was not so"};
  return !prefix_of(bare(sentence), leading).empty();
}

std::optional<bool> asks_if_right(std::string_view sentence) {
  static constexpr CueTable open = {"whether", "if"};
  static constexpr CueTable asking = {"asked",    "ask",    "asks",     "question", "decide",  "consider",  "considered",
                                      "look",     "looked", "examine",  "issue",    "wonder",  "determine", "point",
                                      "complain", "wanted", "wondered", "know",     "dispute", "challenge", "questioned"};
  static constexpr CueTable right = {"correctly", "rightly", "properly",  "right",  "correct",      "entitled",
                                     "justified", "validly", "available", "proper", "appropriately"};
  static constexpr CueTable engaged = {"applies", "applied", "engaged", "apply", "available", "covers"};
  static constexpr CueTable wrong = {"incorrectly", "wrongly",    "wrong",      "mistaken",
                                     "misapplied",  "improperly", "mistakenly", "erroneously"};
  const Words words = spoken_words(sentence, kMostWords);
  std::size_t at = 0;
  while (at < words.size() && !among(open, words[at])) ++at;
  if (at == words.size() || !among_any(words, 0, at, asking)) return std::nullopt;
  const bool wrongly = among_any(words, at, words.size(), wrong), rightly = among_any(words, at, words.size(), right);
  const bool denied = among_any(words, at, words.size(), kNot);
  if (denied || wrongly == rightly)
    return !denied && !wrongly && among_any(words, at, words.size(), engaged) ? std::optional(true) : std::nullopt;
  return rightly;
}

std::optional<bool> answers_briefly(std::string_view sentence) {
  static constexpr CueTable subjects = {"it", "they", "we", "that", "this", "council", "trust", "exemption", "exception"};
  static constexpr CueTable helpers = {"was", "were", "is", "are", "did", "does", "do", "had"};
  static constexpr CueTable shortened = {"wasn't", "weren't", "isn't", "aren't", "didn't", "doesn't", "don't"};
  static constexpr CueTable views = {"find", "found", "think", "view", "consider", "conclude", "judgement", "satisfied", "conclusion"};
  static constexpr CueTable doubts = {"if", "whether", "you", "your", "not", "why", "how"};
  // Up to where the reply ends: the rest is of what follows from it.
  const std::string_view text = bare(sentence);
  const std::size_t end = std::min({text.find(", and "), text.find(", so "), text.find("; "), text.find(", as "), text.find(": "),
                                    text.find(" and the "), text.find(", for "), text.find(" because "), text.size()});
  const Words words = spoken_words(text.substr(0, end), kReplyWords);
  if (words.size() == 1 && (words[0] == "yes" || words[0] == "no")) return words[0] == "yes";
  if (words.size() < 2) return std::nullopt;
  const bool negated = words.back() == "not";
  const std::size_t verb = words.size() - (negated ? 2 : 1);
  if (verb == 0 || verb > kToVerb || !among(subjects, words[verb - 1])) return std::nullopt;
  if (verb > 1 && (!among_any(words, 0, verb - 1, views) || among_any(words, 0, verb - 1, doubts)) && !(verb == 2 && words[0] == "the"))
    return std::nullopt;
  if (!negated && among(shortened, words[verb])) return false;
  return among(helpers, words[verb]) ? std::optional(!negated) : std::nullopt;
}

std::optional<Act> reply_to(const Raised& raised, std::string_view sentence, bool notice) {
  if (raised.asked)
    if (const auto yes = answers_briefly(sentence)) return *yes == *raised.asked ? Act::kUpheld : Act::kOverturned;
  // "You say that it was the wrong exemption, and cited late. That is right": what is right may be that it was late.
  if (raised.opposed && assents(sentence) && (!raised.manner || gives_way(sentence))) return Act::kOverturned;
  if (raised.opposed && contradicts(sentence)) return Act::kUpheld;
  const auto accepted = raised.plea ? judges_plea(sentence) : std::nullopt;
  if (accepted) return *accepted == *raised.plea ? Act::kUpheld : Act::kOverturned;
  const bool declines = raised.opposed && !notice && declined_before(sentence) >= Declined::view;
  return declines && disputes(sentence) ? std::optional(Act::kUpheld) : std::nullopt;
}

std::optional<bool> pleads(std::string_view sentence) {
  static constexpr CueTable authorities = {"council", "trust",   "authority", "department", "board", "university",   "force",   "it", "icb",
                                           "agency",  "service", "college",   "police",     "they",  "constabulary", "ministry"};
  static constexpr CueTable pleading = {"submits",   "submitted",  "argues", "argued",  "contends", "contended", "says",     "said",
                                        "maintains", "maintained", "claims", "claimed", "states",   "stated",    "believes", "considers"};
  static constexpr CueTable others = {"complainant", "appellant", "requester", "applicant", "he", "she"};
  const Words words = spoken_words(sentence, kMostWords);
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (!among(pleading, words[i]) || words[i + 1] != "that") continue;
    const bool theirs = among_any(words, 0, i, others);
    if (!theirs && !among_any(words, back_from(i, 2), i, authorities)) continue;
    const std::size_t from = static_cast<std::size_t>(words[i + 1].data() - sentence.data());
    for (const Said& said : acts_in(sentence.substr(from))) {
      const bool against = said.act == Act::kNotApplied || said.act == Act::kOverturned;
      if (against == theirs && (against || said.act == Act::kApplies || said.act == Act::kUpheld)) return !theirs;
    }
  }
  return std::nullopt;
}

std::optional<bool> judges_plea(std::string_view sentence) {
  static constexpr CueTable pleas = {"submission", "argument",  "contention", "claim",     "submissions", "arguments",
                                     "case",       "objection", "suggestion", "criticism", "proposition", "plea"};
  static constexpr CueTable pointing = {"that", "this", "those", "these", "his", "her", "its", "their", "the"};
  static constexpr CueTable accepting = {"accept", "accepts", "accepted", "agree", "agrees", "persuaded", "convinced", "persuasive"};
  static constexpr CueTable rejecting = {"reject", "rejects", "rejected", "dismiss", "dismisses", "dismissed", "disagree", "disagrees"};
  static constexpr CueTable open = {"whether", "if", "would", "could", "may", "might", "but", "although", "while", "some", "unless"};
  const Words words = spoken_words(sentence, kReplyWords);
  if (words.size() == kReplyWords || among_any(words, 0, words.size(), open)) return std::nullopt;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool accepts = among(accepting, words[i]), rejects = among(rejecting, words[i]);
    if (!accepts && !rejects) continue;
    bool plea = false;
    for (std::size_t k = back_from(i, kToPlea); k + 1 < std::min(words.size(), i + 1 + kToPlea); ++k)
      plea = plea || (among(pointing, words[k]) && among(pleas, words[k + 1]));
    // "We do not accept that."
    const bool it = i + 2 == words.size() && (words[i + 1] == "that" || words[i + 1] == "this");
    if (!plea && !it) continue;
    // "The submission that the firm would lose": another one.
    for (std::size_t k = i + 1; k + 1 < words.size(); ++k)
      if (among(pleas, words[k]) && words[k + 1] == "that") return std::nullopt;
    return accepts != among_any(words, back_from(i, kDenial), i, kNot);
  }
  return std::nullopt;
}

}  // namespace foi::understand
