#include "indexer/understand/review_verdict.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "indexer/understand/citation_voice.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

// A sentence is read up to so many words: what is longer is a table or a list. Words between a noun and its verb, and between the verb and
// what it says.
constexpr std::size_t kMostWords = 90, kToVerb = 6, kToVerdict = 3;

constexpr CueTable kComplaints = {"complaint", "appeal", "challenge", "representations", "objection"};
constexpr CueTable kAnswers = {"answer", "decision", "reply", "response", "refusal", "reasons", "position"};
// Those of an answer that somebody looks back at; "your decision" is the reader's.
constexpr CueTable kLeading = {"our", "the", "that", "its", "this", "first", "original", "initial", "earlier", "previous", "my"};
constexpr CueTable kIs = {"is",   "was",   "were",   "are",     "be",   "been", "cannot", "can't",   "must",   "should",  "has",
                          "have", "isn't", "wasn't", "weren't", "does", "did",  "do",     "doesn't", "didn't", "couldn't"};
constexpr CueTable kNot = {"not", "cannot", "can't", "isn't", "wasn't", "weren't", "doesn't", "didn't", "couldn't", "no", "nor", "never"};
constexpr CueTable kGood = {"right",  "correct", "sound",     "proper",   "justified",  "stand",
                            "stands", "upheld",  "confirmed", "affirmed", "maintained", "sustained"};
constexpr CueTable kBad = {"wrong",   "mistaken", "unsound",    "unsustainable", "incorrect", "flawed",
                           "quashed", "reversed", "overturned", "unjustified",   "untenable", "withdrawn"};
constexpr CueTable kSucceeds = {"upheld", "allowed", "succeeds", "succeed", "succeeded", "justified", "sustained", "accepted"};
constexpr CueTable kFails = {"dismissed", "rejected", "fails", "failed", "fail", "refused", "unfounded"};
constexpr CueTable kOpen = {"whether", "if",     "would", "could", "may",   "might",   "should",  "why",    "how",
                            "argue",   "argued", "say",   "said",  "claim", "contend", "believe", "suggest"};

// Asked, supposed or argued; "3 May" is a month.
bool is_open(const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (among(kOpen, words[i]) && !is_month_of_may(words, i)) return true;
  }
  return false;
}

// Upheld and not in one breath: "upheld as regards 1 and 2, not as regards 3".
bool is_divided(const Words& words, std::size_t complaint) {
  if (is_open(words)) return false;
  static constexpr CueTable parts = {"as", "on", "for", "to", "in", "with", "regarding", "under"};
  bool succeeds = false, fails = false;
  for (std::size_t i = complaint + 1; i < words.size(); ++i) {
    const bool made_out = words[i] == "made" && i + 1 < words.size() && words[i + 1] == "out";
    const bool denied = among_any(words, back_from(i, 3), i, kNot);
    if (made_out || among(kSucceeds, words[i])) (denied ? fails : succeeds) = true;
    if (among(kFails, words[i])) (denied ? succeeds : fails) = true;
    // "but not on (i)", "not as regards the third"
    if (words[i] == "not" && succeeds && i + 1 < words.size() && among(parts, words[i + 1])) fails = true;
  }
  return succeeds && fails;
}

void read_complaint(const Words& words, std::size_t at, Verdicts& found) {
  if (is_divided(words, at)) {
    found.partly = true;
    return;
  }
  // "I dismiss the complaint", "we cannot allow the appeal".
  static constexpr CueTable kDismiss = {"dismiss", "dismissed", "reject", "rejected", "dismissing"};
  static constexpr CueTable kAllow = {"allow", "allowed"};
  for (std::size_t i = back_from(at, 3); i < at; ++i) {
    const bool against = among(kDismiss, words[i]), for_it = among(kAllow, words[i]);
    if (!against && !for_it) continue;
    const bool denied = among_any(words, back_from(i, 3), i, kNot);
    (for_it != denied ? found.overturned : found.upheld) = true;
    return;
  }
  for (std::size_t i = at + 1; i < std::min(words.size(), at + 1 + kToVerb); ++i) {
    const bool made_out = words[i] == "made" && i + 1 < words.size() && words[i + 1] == "out";
    const bool well_founded = words[i] == "well" && i + 1 < words.size() && words[i + 1] == "founded";
    const bool denied = among_any(words, at, i, kNot);
    const bool succeeds = made_out || well_founded || among(kSucceeds, words[i]), fails = among(kFails, words[i]);
    if (!succeeds && !fails) continue;
    (succeeds != denied ? found.overturned : found.upheld) = true;
    return;
  }
}

// "I do not accept that the refusal was wrong", "I am not persuaded that our answer was right": what follows is denied.
bool is_disbelieved(const Words& words, std::size_t at) {
  static constexpr CueTable believing = {"accept", "agree", "think", "believe", "consider", "persuaded", "convinced", "satisfied", "find"};
  static constexpr CueTable theirs = {"you", "your", "complainant", "they"};
  constexpr std::size_t near = 3;  // words from "that" to what is judged: "that our first answer"
  for (std::size_t i = at < near ? 2 : std::max<std::size_t>(at - near, 2); i < at; ++i) {
    if (words[i] != "that" || among_any(words, back_from(i, 5), i, theirs)) continue;
    if (words[i - 1] == "disagree") return true;
    if (among(believing, words[i - 1]) && among_any(words, back_from(i, 4), i, kNot)) return true;
  }
  return false;
}

void read_answer(const Words& words, std::size_t at, Verdicts& found) {
  for (std::size_t i = at + 1; i < std::min(words.size(), at + 1 + kToVerb); ++i) {
    if (!among(kIs, words[i]) && words[i] != "stands") continue;
    for (std::size_t k = i; k < std::min(words.size(), i + 1 + kToVerdict); ++k) {
      const bool aside = words[k] == "set" && k + 1 < words.size() && words[k + 1] == "aside";
      // "You were right and our answer was not."
      const bool bare_not = words[k] == "not" && k + 1 == words.size() && among_any(words, 0, at, kGood);
      const bool good = among(kGood, words[k]), bad = aside || bare_not || among(kBad, words[k]);
      if (!good && !bad) continue;
      const bool denied = (!bare_not && among_any(words, at + 1, k, kNot)) != is_disbelieved(words, at);
      (good != denied ? found.upheld : found.overturned) = true;
      return;
    }
    return;
  }
}

// "None of the exemptions was available", "neither of the two grounds is good".
bool rejects_all(const Words& words) {
  static constexpr CueTable none = {"none", "neither"};
  static constexpr CueTable grounds = {"exemption", "exemptions", "exception", "exceptions",
                                       "ground",    "grounds",    "sections",  "regulations"};
  static constexpr CueTable holds = {"good",  "available", "engaged",   "apply",     "applies", "applied", "stand",    "stands",
                                     "holds", "hold",      "sustained", "justified", "valid",   "right",   "survives", "succeeds"};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!among(none, words[i])) continue;
    for (std::size_t k = i + 1; k < std::min(words.size(), i + 6); ++k)
      if (among(grounds, words[k]) && among_any(words, k + 1, k + 6, holds)) return true;
  }
  return false;
}

void read_sentence(std::string_view sentence, Verdicts& found) {
  const Words words = spoken_words(sentence, kMostWords);
  if (is_open(words) || is_reported(sentence)) return;
  found.overturned = found.overturned || rejects_all(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (among(kComplaints, words[i]) && i > 0 && words[i - 1] != "a") read_complaint(words, i, found);
    if (among(kAnswers, words[i]) && i > 0 && (among(kLeading, words[i - 1]) || (i > 1 && among(kLeading, words[i - 2]))))
      read_answer(words, i, found);
  }
}

// Each sentence but questions.
template <class Take>
void each_sentence(std::string_view lower, Take take) {
  const auto stops = [&](std::size_t i) {
    const char c = lower[i];
    return c == '\n' || c == ';' || ((c == '.' || c == '?' || c == '!') && (i + 1 == lower.size() || !is_word(lower[i + 1])));
  };
  for (std::size_t at = 0; at < lower.size();) {
    std::size_t end = at;
    while (end < lower.size() && !stops(end)) ++end;
    if (end == lower.size() || lower[end] != '?') take(lower.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace

Verdicts verdicts_on_answer(std::string_view lower) {
  Verdicts found;
  each_sentence(lower, [&](std::string_view sentence) { read_sentence(sentence, found); });
  return found;
}

bool divides_complaint(std::string_view lower) {
  bool divides = false;
  each_sentence(lower, [&](std::string_view sentence) {
    if (divides || !has_any(sentence, kComplaints) || is_reported(sentence)) return;
    const Words words = spoken_words(sentence, kMostWords);
    for (std::size_t i = 1; i < words.size() && !divides; ++i)
      divides = among(kComplaints, words[i]) && words[i - 1] != "a" && is_divided(words, i);
  });
  return divides;
}

}  // namespace foi::understand
