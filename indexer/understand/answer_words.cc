#include "indexer/understand/answer_words.h"

#include <algorithm>
#include <vector>

#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// A sentence is read up to so many words; words between a negation and the verb it governs.
constexpr std::size_t kMostWords = 120, kReach = 6;

constexpr CueTable kNot = {"not",   "no",     "never",  "none",    "nothing", "neither", "nor",    "cannot",  "don't", "doesn't",
                           "isn't", "aren't", "wasn't", "weren't", "hasn't",  "haven't", "didn't", "without", "nobody"};
constexpr CueTable kHold = {"hold",    "holds",    "held",      "keep",     "keeps",    "kept",     "record",   "recorded",  "records",
                            "collect", "collects", "collected", "capture",  "captures", "captured", "maintain", "maintains", "maintained",
                            "stored",  "store",    "logged",    "gathered", "gather",   "collated", "collate",  "centrally", "exist",
                            "exists",  "existed",  "compiled",  "created",  "produced", "retained", "monitored"};
// "No such policy", "no record": a thing that is not there.
constexpr CueTable kNoThing = {"such",    "record",   "records",   "recorded", "information", "data",   "list",      "central",
                               "figures", "document", "documents", "report",   "reports",     "policy", "processes", "correspondence",
                               "minutes", "register", "log",       "minute",   "note",        "copy",   "count"};
constexpr CueTable kIsThere = {"is",   "are", "was",      "were",     "has", "have", "exists", "exist", "held",
                               "kept", "in",  "received", "relating", "on",  "of",   "for",    "about"};
constexpr CueTable kNotAvailable = {"not available",
                                    "not possible to identify",
                                    "unable to quantify",
                                    "unable to identify",
                                    "cannot be identified",
                                    "could not find any",
                                    "found no",
                                    "found nothing",
                                    "no trace",
                                    "not in a form",
                                    "unable to report",
                                    "cannot report",
                                    "not reportable",
                                    "could not locate",
                                    "unable to provide",
                                    "not reported to us",
                                    "isn't reported to us",
                                    "that's reported to us",
                                    "not passed to us",
                                    "never come to us",
                                    "was done by us",
                                    "nothing to send",
                                    "has no copy",
                                    "have no copy",
                                    "doesn't know",
                                    "does not know",
                                    "unknown to us",
                                    "no way of knowing",
                                    "we don't ask",
                                    "we do not ask",
                                    "drew a blank",
                                    "draws a blank",
                                    "never been drawn up",
                                    "none of it is here",
                                    "none of that is here",
                                    "none of this is here",
                                    "have nothing on",
                                    "has nothing on",
                                    "nothing that i could send",
                                    "nothing that we could send"};
constexpr CueTable kExcess = {"exceed", "exceeds", "exceeded", "exceeding", "over",    "beyond", "above",
                              "excess", "past",    "more",     "longer",    "greater", "outside"};
constexpr CueTable kLimit = {"limit", "limits", "threshold", "ceiling", "\u00A3450", "\u00A3600", "hours"};
constexpr CueTable kOfCost = {"appropriate", "cost",      "costs",      "fees", "fee",  "eighteen", "hour",
                              "\u00A3450",   "\u00A3600", "section 12", "s12",  "s.12", "foia 12",  "statutory"};
constexpr CueTable kPublished = {"publicly available",
                                 "already published",
                                 "publication scheme",
                                 "public domain",
                                 "available on our website",
                                 "available on the trust's website",
                                 "on our website",
                                 "on the website",
                                 "previously published",
                                 "follow the link",
                                 "following link",
                                 "is published",
                                 "are published",
                                 "available online",
                                 "reasonably accessible",
                                 "accessible by other means",
                                 "accessible to you",
                                 "available at http",
                                 "available at: http",
                                 "can be found at",
                                 "can be downloaded",
                                 "on our web",
                                 "on our site",
                                 "been published",
                                 "already available",
                                 "available from the",
                                 "freely available",
                                 "published at",
                                 "published on",
                                 "via the link",
                                 "can be found here",
                                 "you can find it",
                                 "may be viewed",
                                 "can be viewed",
                                 "direct you to",
                                 "publishes this",
                                 "publishes these",
                                 "publishes it",
                                 "publishes them",
                                 "at the link"};
constexpr CueTable kWillPublish = {
    "future publication",  "will be published",       "plan to publish",          "plans to publish",      "view to publication",
    "due to be published", "view to its publication", "intend to publish",        "intends to publish",    "to be published in",
    "will publish",        "going to be published",   "intended for publication", "publication is planned"};
constexpr CueTable kWithheld = {
    "withheld",     "withholding", "withhold",  "exempt",  "commercial in confidence", "cyber exemption", "refuse",
    "refused",      "refusing",    "declining", "decline", "commercially sensitive",   "held back",       "kept back",
    "keeping back", "holding back"};
constexpr CueTable kGiveOut = {"released", "disclosed", "release", "disclose", "disclosing", "releasing"};
// "We don't give out a number lower than five."
constexpr CueTable kKeepsIn = {"not give out",  "don't give out",  "doesn't give out",
                               "not given out", "isn't given out", "aren't given out"};
constexpr CueTable kPublishVerbs = {"published", "publicly", "public", "accessible", "available"};
constexpr CueTable kNoneWithheld = {"nothing",  "no exemption", "no exemptions", "none of it", "in full", "if",
                                    "entitled", "sometimes",    "in some cases", "subject to", "before",  "where"};
constexpr CueTable kMight = {"if", "may", "might", "could", "unless", "whether", "should"};

using Words = std::vector<std::string_view>;

template <class Test>
bool any_sentence(std::string_view text, Test test) {
  Words words;
  for (std::size_t i = 0; i <= text.size();) {
    const bool stop = i == text.size() || ((text[i] == '.' || text[i] == '?' || text[i] == ';' || text[i] == '!') &&
                                           (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n'));
    if (stop) {
      if (!words.empty()) {
        const char* first = words.front().data();
        const std::string_view sentence(first, static_cast<std::size_t>(words.back().data() + words.back().size() - first));
        if (test(words, sentence)) return true;
      }
      words.clear();
      ++i;
      continue;
    }
    if (!is_word(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && (is_word(text[end]) || (text[end] == '\'' && end + 1 < text.size() && is_word(text[end + 1])))) ++end;
    if (words.size() < kMostWords) words.push_back(text.substr(i, end - i));
    i = end;
  }
  return false;
}

template <class Table>
bool has_word(const Words& words, const Table& list) {
  return std::ranges::any_of(words, [&](std::string_view word) { return among(list, word); });
}

// A negation with one of the verbs a few words on.
template <class Table>
bool negates(const Words& words, const Table& verbs) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!among(kNot, words[i])) continue;
    if (words[i] == "not" && i + 1 < words.size() && (words[i + 1] == "only" || words[i + 1] == "just")) continue;
    for (std::size_t k = i + 1; k < std::min(words.size(), i + 1 + kReach); ++k) {
      if (words[k] == "but" || words[k] == "although") break;
      if (among(verbs, words[k])) return true;
    }
  }
  return false;
}

// "£1,116 was withheld from the contractor's invoices".
bool keeps_money(std::string_view sentence) {
  constexpr std::string_view from = "withheld from";
  static constexpr CueTable sums = {"invoice", "invoices", "payment", "payments", "wages",    "salary",  "salaries", "pay",
                                    "pension", "rent",     "deposit", "deposits", "retainer", "fee due", "bill",     "bills"};
  const std::size_t at = find_phrase(sentence, from);
  if (at == std::string_view::npos) return false;
  constexpr std::size_t near = 60;  // bytes in which the sum stands
  return has_any(sentence.substr(at + from.size(), near), sums);
}

// "Holds nothing", "keep no count".
bool holds_nothing(const Words& words) {
  static constexpr CueTable holds = {"hold", "holds", "keep", "keeps"};
  static constexpr CueTable nothing = {"no", "nothing", "none", "neither"};
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (among(holds, words[i]) && among(nothing, words[i + 1])) return true;
  return false;
}

// "Requests that would take more than 18 hours can be refused": what stands under every letter.
bool is_of_any_request(std::string_view sentence) {
  static constexpr CueTable any = {"requests", "any request", "a request"};
  static constexpr CueTable may = {"can be refused", "may be refused", "can refuse", "may refuse", "able to refuse", "allows", "permits"};
  return has_any(sentence, any) && has_any(sentence, may);
}

// "There is no such list", and nothing more.
bool ends_there(const Words& words, std::size_t thing) {
  static constexpr CueTable there = {"is", "was", "were", "are", "there's", "accordingly"};
  if (thing + 1 != words.size()) return false;
  return std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(thing),
                     [](std::string_view word) { return among(there, word); });
}

bool is_not_there(const Words& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] != "no") continue;
    for (std::size_t k = i + 1; k < std::min(words.size(), i + 4); ++k)
      if (among(kNoThing, words[k]) && ends_there(words, k)) return true;
    for (std::size_t k = i + 1; k < std::min(words.size(), i + 4); ++k)
      if (among(kNoThing, words[k]) && k + 1 < words.size() &&
          (among(kIsThere, words[k + 1]) || (k + 2 < words.size() && among(kIsThere, words[k + 2]))))
        return true;
  }
  return false;
}

// Of the limit of cost; "18" and "24" are its hours, and no section's number.
bool is_of_cost(const Words& words, std::string_view sentence) {
  static constexpr CueTable hours = {"18", "24"};
  static constexpr CueTable numbered = {"section", "sections", "regulation", "article", "s", "question", "on", "of"};
  if (has_any(sentence, kOfCost)) return true;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (among(hours, words[i]) && (i == 0 || !among(numbered, words[i - 1]) || (i + 1 < words.size() && words[i + 1] == "hours")))
      return true;
  return false;
}

}  // namespace

// A sentence is looked at only where the text has a word without which none says it.

bool says_not_held(const SoughtText& lower) {
  if (!has_any(lower, kNot) && !has_any(lower, kNotAvailable)) return false;
  return any_sentence(lower.text(), [](const Words& words, std::string_view sentence) {
    if (has_word(words, std::span(kMight).first(1)) && words.front() == "if") return false;
    // "There is no policy on vans, but we do have one on cars."
    static constexpr CueTable turns = {"however", "but", "although", "instead"};
    static constexpr CueTable have = {"do have", "do hold", "does have", "does hold", "have a", "has a", "we have", "trust has"};
    if (has_any(sentence, turns) && has_any(sentence, have)) return false;
    return negates(words, kHold) || holds_nothing(words) || is_not_there(words) || has_any(sentence, kNotAvailable);
  });
}

bool says_too_dear(const SoughtText& lower) {
  if (!has_any(lower, kLimit)) return false;
  return any_sentence(lower.text(), [](const Words& words, std::string_view sentence) {
    // "It cannot be done within the costs limit."
    static constexpr CueTable within = {"within the costs limit", "within the cost limit", "within the appropriate limit",
                                        "within the fees limit",  "within the limit",      "within 18 hours"};
    static constexpr CueTable unable = {"not", "cannot", "can't", "unable", "impossible", "isn't", "couldn't"};
    if (has_any(sentence, within) && has_word(words, unable) && !has_word(words, kMight)) return true;
    if (is_of_any_request(sentence)) return false;
    // "The limit is 18 hours, so we are not obliged to go on."
    static constexpr CueTable excused = {"not obliged", "not required", "need not", "needn't", "no obligation"};
    // "It is entitled to refuse if the cost is above the fees limit, which was not called for": of any request.
    static constexpr CueTable entitled = {"don't have to", "do not have to", "doesn't have to", "does not have to",  "no duty",
                                          "not bound",     "releases us",    "excuses us",      "excused from",      "relieves us",
                                          "will not",      "won't",          "not going to",    "entitled to refuse"};
    const bool refuses = has_any(sentence, excused) || (has_any(sentence, entitled) && !has_phrase(sentence, "if"));
    if (has_word(words, kLimit) && is_of_cost(words, sentence) && refuses) return true;
    // "91 stayed for more than 24 hours": no work, no limit.
    static constexpr CueTable work = {"limit", "limits", "cost",    "costs",    "take",    "takes",       "taken",    "section",  "s12",
                                      "fees",  "search", "locate",  "retrieve", "extract", "appropriate", "estimate", "exceed",   "exceeds",
                                      "spend", "work",   "collate", "read",     "open",    "review",      "staff",    "threshold"};
    if (!has_word(words, work)) return false;
    if (!has_word(words, kExcess) || !has_word(words, kLimit) || !is_of_cost(words, sentence)) return false;
    if (negates(words, std::span(kExcess).first(4)) || has_any(sentence, std::span(kMight).first(1))) return false;
    return !has_word(words, std::span(kMight).subspan(1, 3));
  });
}

bool says_published(const SoughtText& lower) {
  if (!has_any(lower, kPublished)) return false;
  return any_sentence(lower.text(), [](const Words& words, std::string_view sentence) {
    return has_any(sentence, kPublished) && !(has_word(words, kNot) && negates(words, kPublishVerbs));
  });
}

bool says_will_be_published(const SoughtText& lower) {
  if (!has_any(lower, kWillPublish)) return false;
  return any_sentence(lower.text(), [](const Words&, std::string_view sentence) {
    return has_any(sentence, kWillPublish) && !has_phrase(sentence, "this response");
  });
}

bool says_derogated(const SoughtText& lower) {
  static constexpr CueTable held = {"held for the purposes of", "held for the purpose of", "outside the act because it is held for"};
  static constexpr CueTable arts = {"art", "literature"};
  static constexpr CueTable outside = {
      "not obliged",   "not required", "will not be", "not subject to", "not covered by", "outside the act", "outside the scope of the act",
      "falls outside", "excluded"};
  if (!has_any(lower, held) || !has_any(lower, outside)) return false;
  const bool derogated = any_sentence(lower.text(), [](const Words&, std::string_view sentence) {
    return has_any(sentence, held) && has_phrase(sentence, "journalism") && has_any(sentence, arts) && !has_phrase(sentence, "other than");
  });
  return derogated && any_sentence(lower.text(), [](const Words& words, std::string_view sentence) {
           return has_any(sentence, outside) && !has_word(words, kMight);
         });
}

bool says_withheld(const SoughtText& lower) {
  if (!has_any(lower, kWithheld) && !has_any(lower, kGiveOut) && !has_any(lower, kKeepsIn)) return false;
  return any_sentence(lower.text(), [](const Words& words, std::string_view sentence) {
    if (words.front() == "if" || has_word(words, std::span(kMight).subspan(1, 2)) || is_of_any_request(sentence)) return false;
    const bool none = has_any(sentence, kNoneWithheld) || keeps_money(sentence);
    return !none &&
           ((has_any(sentence, kWithheld) && !negates(words, kWithheld)) || negates(words, kGiveOut) || has_any(sentence, kKeepsIn));
  });
}

}  // namespace foi::understand
