#include "indexer/understand/decision_words.h"

#include <algorithm>

#include "indexer/understand/cues.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

// The verb that keeps a decision stands so near "review", in bytes.
constexpr std::size_t kReviewReach = 70;
// A sentence is read up to so many words, and a verb after "no longer".
constexpr std::size_t kMostWords = 80, kGivenUp = 5;
// Words of a relative clause.
constexpr std::size_t kRelative = 14;

// Words of a sentence from `end` backwards: the last one, and text without it.
std::string_view pop_word(std::string_view& text) {
  std::size_t end = text.size();
  while (end > 0 && !is_word(text[end - 1])) --end;
  std::size_t start = end;
  while (start > 0 && is_word(text[start - 1])) --start;
  const std::string_view word = text.substr(start, end - start);
  text = text.substr(0, start);
  return word;
}

// "It no longer seeks to rely on it", but not "the tender is no longer live".
bool is_used_no_longer(std::string_view sentence) {
  static constexpr CueTable using_it = {
      "rely",     "relies",     "relied",    "relying",  "apply",    "applies",  "applied",  "applying",  "use",        "uses",
      "used",     "using",      "claim",     "claims",   "claimed",  "claiming", "maintain", "maintains", "maintained", "maintaining",
      "pursue",   "pursues",    "pursued",   "pursuing", "defend",   "defends",  "defended", "defending", "argue",      "argues",
      "argued",   "arguing",    "press",     "pressed",  "invoke",   "invoked",  "cite",     "cited",     "withhold",   "withholds",
      "contend",  "contends",   "contended", "advance",  "advanced", "support",  "assert",   "asserts",   "refuse",     "considers",
      "consider", "considered", "believes",  "needed",   "engaged",  "stands",   "stand",    "persists",  "seeks",      "seek",
      "sought",   "wishes",     "wished",    "wish"};
  const Words words = spoken_words(sentence, kMostWords);
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (words[i] == "no" && words[i + 1] == "longer" && among_any(words, i + 2, i + 2 + kGivenUp, using_it)) return true;
  return false;
}

}  // namespace

// Not as whom a party wrote to or who looked into it.
bool speaks_for_decision(std::string_view sentence) {
  constexpr std::string_view partys[] = {"position is that", "position was", "view is that", "case is that", "argues",
                                         "argued",           "contends",     "submits",      "submitted",    "maintains",
                                         "maintained",       "claims",       "claimed",      "stating that", "stated that",
                                         "says that",        "said that",    "believes",     "believed",     "arguing that"};
  constexpr std::string_view bench[] = {"commissioner", "tribunal", "he", "she", "we", "i"};
  if (has_any(sentence, partys) && !has_any(sentence, bench)) return false;
  constexpr std::string_view judges[] = {
      "tribunal",       "he",           "she",        "i",          "we",           "entitled",    "correctly",
      "incorrectly",    "wrongly",      "properly",   "correct",    "incorrect",    "finds",       "satisfied",
      "not exempt",     "is exempt",    "are exempt", "is engaged", "are engaged",  "not engaged", "applies",
      "does not apply", "do not apply", "made out",   "engages",    "falls within", "fall within", "comes within",
      "come within",    "allowed to",   "is met",     "attracts",   "covers",       "cannot rely", "erred"};
  if (has_any(sentence, judges)) return true;
  constexpr std::string_view leading[] = {"told the", "to the", "informed the", "with the", "by the", "upon the", "from the", "of the"};
  constexpr std::string_view inquiring[] = {"investigation", "enquiries", "intervention", "involvement", "letter"};
  for (std::size_t at = find_phrase(sentence, "commissioner"); at != std::string_view::npos;
       at = find_phrase(sentence, "commissioner", at + 1)) {
    const std::string_view before = bare(sentence.substr(0, at));
    const std::string_view after = sentence.substr(at + std::string_view("commissioner").size());
    const bool aside = std::ranges::any_of(leading, [&](std::string_view lead) { return before.ends_with(lead); }) ||
                       (after.starts_with("'s ") && has_any(after.substr(0, kReviewReach / 2), inquiring));
    if (!aside) return true;
  }
  return false;
}

bool tells_partys_act(std::string_view sentence) {
  constexpr std::string_view verbs[] = {"responded", "replied",  "refused",   "withheld",  "cited",     "stated",     "argued",
                                        "claimed",   "advised",  "explained", "notified",  "confirmed", "maintained", "sought",
                                        "relied",    "applied",  "disclosed", "provided",  "indicated", "said",       "wished",
                                        "released",  "informed", "asserted",  "considered"};
  constexpr std::string_view adverbs[] = {"also", "initially", "then",      "subsequently", "ultimately", "originally", "later",
                                          "has",  "had",       "therefore", "additionally", "now",        "again"};
  constexpr std::string_view objects[] = {"is",          "was",       "were",       "are",        "be",           "been",  "being",
                                          "information", "request",   "material",   "not",        "as",           "those", "documents",
                                          "data",        "exemption", "exemptions", "exceptions", "commissioner", "that",  "which"};
  if (speaks_for_decision(sentence)) return false;
  constexpr std::string_view giving_up[] = {"withdrawn", "withdrew", "no longer", "replaced", "dropped", "abandoned"};
  if (has_any(sentence, giving_up)) return false;
  for (const std::string_view verb : verbs)
    for (std::size_t at = find_phrase(sentence, verb); at != std::string_view::npos; at = find_phrase(sentence, verb, at + 1)) {
      std::string_view before = sentence.substr(0, at);
      std::string_view subject = pop_word(before);
      while (among(adverbs, subject)) subject = pop_word(before);
      if (!subject.empty() && !among(objects, subject)) return true;
    }
  return false;
}

bool finds_here(std::string_view before) {
  static constexpr CueTable deciders = {"commissioner", "tribunal", "panel", "he", "she", "we", "i"};
  static constexpr CueTable finding = {"finds",   "find",   "considers", "consider", "concludes", "conclude", "agrees",    "agree",
                                       "accepts", "accept", "decides",   "holds",    "hold",      "decide",   "satisfied", "persuaded"};
  static constexpr CueTable found = {"decided", "concluded", "found", "determined"};
  static constexpr CueTable helpers = {"also", "therefore", "accordingly", "likewise", "is", "are", "am", "not", "does", "do", "now"};
  static constexpr CueTable views = {"decision is", "view is", "finding is", "conclusion is"};
  // A decision of another body, or told of another case.
  static constexpr CueTable others = {"of", "upper", "another", "other", "tier", "by"};
  static constexpr CueTable told = {"in that case", "in that appeal", "in another case", "in a case", "in another notice", "there"};
  if (has_any(before, told)) return false;
  const Words words = spoken_words(before, kMostWords);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!among(deciders, words[i])) continue;
    const std::size_t name = i > 0 && words[i - 1] == "the" ? i - 1 : i;
    if (name > 0 && among(others, words[name - 1])) continue;
    std::size_t verb = i + 1;
    while (verb < words.size() && among(helpers, words[verb])) ++verb;
    if (verb < words.size() && among(finding, words[verb])) return true;
    // "The Commissioner, who said as much in another notice, finds".
    if (verb < words.size() && words[verb] == "who" && among_any(words, verb, verb + kRelative, finding)) return true;
    const bool perfect = verb < words.size() && (words[verb] == "has" || words[verb] == "have");
    if (perfect && among_any(words, verb + 1, verb + 3, found)) return true;
  }
  return has_phrase(before, "commissioner's") && has_any(before, views);
}

bool tells_partys_review(std::string_view sentence) {
  constexpr std::string_view keeps[] = {"upheld", "maintained", "uphold", "confirmed", "upholding", "maintaining"};
  constexpr std::string_view reviews[] = {"internal review", "on review", "at review", "in its review"};
  for (const std::string_view keep : keeps)
    for (std::size_t at = find_phrase(sentence, keep); at != std::string_view::npos; at = find_phrase(sentence, keep, at + 1)) {
      const std::string_view before = sentence.substr(at < kReviewReach ? 0 : at - kReviewReach, std::min(at, kReviewReach));
      const std::string_view after = sentence.substr(at).substr(0, kReviewReach);
      constexpr std::string_view judges[] = {"commissioner", "tribunal", "he", "she", "we"};
      if (has_any(before, judges)) continue;
      if (has_phrase(before, "review") || has_any(after, reviews)) return true;
    }
  return false;
}

bool gives_up_what_it_had(std::string_view sentence) {
  static constexpr CueTable cues = {
      "will not be relying",   "would not be relying", "will not rely",   "would not rely", "will not now", "would not now",
      "does not now",          "do not now",           "not pursue",      "not pursuing",   "not press",    "not be pursuing",
      "would not be pursuing", "does not seek to",     "did not seek to", "not persist"};
  static constexpr CueTable kept = {"whether", "if", "unless"};
  return (has_any(sentence, cues) || is_used_no_longer(sentence)) && !has_any(sentence, kept);
}

std::optional<Act> judged_by_compliance(std::string_view sentence, std::size_t cited) {
  constexpr std::string_view deeds[] = {"by withholding",
                                        "by refusing",
                                        "by relying",
                                        "by claiming",
                                        "by applying",
                                        "by wrongly withholding",
                                        "by incorrectly withholding",
                                        "in withholding",
                                        "in refusing",
                                        "in relying",
                                        "by its reliance",
                                        "by redacting"};
  constexpr std::string_view partial[] = {"partially failed", "partly failed",      "partially complied", "partly complied",
                                          "failed in part",   "partially breached", "complied in part"};
  constexpr std::string_view failing[] = {"failed to comply",
                                          "did not comply",
                                          "has not complied",
                                          "had not complied",
                                          "not comply",
                                          "failed to deal",
                                          "did not deal",
                                          "has not dealt",
                                          "failed to act",
                                          "not in accordance",
                                          "did not act in accordance",
                                          "breached section 1",
                                          "breached regulation 5",
                                          "in breach of section 1",
                                          "in breach of regulation 5",
                                          "failed to handle",
                                          "was in breach of part 1",
                                          "breached part 1"};
  constexpr std::string_view complying[] = {"complied with",      "acted in accordance", "dealt with",
                                            "in accordance with", "in compliance with",  "did not breach"};
  const std::string_view before = sentence.substr(0, std::min(cited, sentence.size()));
  std::size_t deed = std::string_view::npos;
  for (const std::string_view words : deeds)
    for (std::size_t at = find_phrase(before, words); at != std::string_view::npos; at = find_phrase(before, words, at + 1))
      deed = deed == std::string_view::npos ? at : std::max(deed, at);
  if (deed == std::string_view::npos) return std::nullopt;
  // What is said of the deed: after the citation, or before the deed.
  for (const std::string_view said : {sentence.substr(before.size()), sentence.substr(0, deed)}) {
    if (has_any(said, partial)) return Act::kPartly;
    if (has_any(said, failing)) return Act::kOverturned;
    if (has_any(said, complying)) return Act::kUpheld;
  }
  return std::nullopt;
}

bool names_matter(std::string_view id, std::string_view sentence) {
  const bool vexatious = id.starts_with("foia-14") || id.starts_with("foisa-14");
  const bool unreasonable = id.starts_with("eir-12-4-b") || id.starts_with("eisr-10-4-b");
  return (vexatious && has_phrase(sentence, "vexatious")) || (unreasonable && has_phrase(sentence, "manifestly unreasonable"));
}

bool names_successor(std::string_view before) {
  constexpr std::string_view pronouns[] = {"this", "that", "it", "these", "which", "they", "this exemption", "this exception"};
  constexpr std::string_view ends[] = {"replaced by",        "replaced with",           "replaced it with",
                                       "replaced this with", "replaced these with",     "substituted by",
                                       "substituted with",   "replaced by reliance on", "favour of"};
  constexpr std::string_view doubts[] = {"not", "may", "might", "could", "should", "if", "whether"};
  const std::string_view words = bare(before);
  return has_any(words, pronouns) && !has_any(words, doubts) &&
         std::ranges::any_of(ends, [&](std::string_view end) { return words.ends_with(end); });
}

}  // namespace foi::understand
