#include "indexer/understand/citation_voice.h"

#include <algorithm>
#include <string>

#include "indexer/understand/citation_words.h"
#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// "I" as an officer says it.
constexpr std::string_view kOfficerSays[] = {"i am withholding",
                                             "i am refusing",
                                             "i can confirm",
                                             "i have decided",
                                             "i am satisfied",
                                             "i confirm",
                                             "i rely",
                                             "i have therefore to refuse",
                                             "i must refuse",
                                             "i refuse",
                                             "i have not used",
                                             "i do not rely",
                                             "i don't rely",
                                             "i've looked",
                                             "i am applying",
                                             "i have applied",
                                             "i attach",
                                             "i enclose",
                                             "i have withheld",
                                             "i am unable to",
                                             "i have concluded",
                                             "i consider that section",
                                             "i am relying",
                                             "i find",
                                             "i uphold",
                                             "i am therefore not",
                                             "i am not answering",
                                             "i am not sending",
                                             "i am not releasing",
                                             "i am not disclosing",
                                             "i have not claimed",
                                             "i have not relied",
                                             "i have not applied",
                                             "i do not claim",
                                             "i have redacted",
                                             "i have kept back",
                                             "i have left out",
                                             "i have taken out",
                                             "i shall not be",
                                             "i regret that i"};

}  // namespace

// A verb of letting stands right before "us", in bytes.
static constexpr std::size_t kVerbBeforeUs = 12;
// "exempts it", "protects this information", "means that we need not": the case at hand, not what the law is for.
static bool speaks_of_this(std::string_view text) {
  static constexpr std::string_view verbs[] = {"exempts ", "exempt ", "protects ", "protect ", "excludes "};
  static constexpr std::string_view these[] = {"it", "this", "them", "these"};
  for (const std::string_view verb : verbs) {
    if (!text.starts_with(verb)) continue;
    const std::string_view object = text.substr(verb.size());
    return std::ranges::any_of(these, [object](std::string_view word) {
      return object.starts_with(word) && (object.size() == word.size() || !is_word(object[word.size()]));
    });
  }
  static constexpr std::string_view here[] = {"allows for it", "allows for this", "allows for that", "allows it", "permits it",
                                              "means that we", "means we ",       "means that i ",   "means i "};
  if (std::ranges::any_of(here, [text](std::string_view words) { return text.starts_with(words); })) return true;
  // "lets us keep it"
  const std::size_t us = find_phrase(text, "us");
  static constexpr std::string_view cases[] = {"where", "when", "if", "information", "unless", "any"};
  return us != std::string_view::npos && us < kVerbBeforeUs && has_any(text.substr(us), these) && !has_any(text, cases);
}

bool explains_after(std::string_view after) {
  static constexpr std::string_view skipped[] = {"of",    "the",  "act",       "foia", "2000",    "and",         "subsection",
                                                 "which", "also", "exemption", "foi",  "freedom", "information", "generally"};
  static constexpr std::string_view verbs[] = {
      "provides", "provide",    "states",   "state",   "says",  "say",     "allows",  "allow",     "permits", "permit",   "enables",
      "enable",   "entitles",   "requires", "require", "makes", "sets",    "means",   "relates",   "relate",  "concerns", "concern",
      "protects", "exempts",    "exempt",   "removes", "gives", "defines", "deals",   "obliges",   "reads",   "lets",     "imposes",
      "creates",  "recognises", "contains", "offers",  "asks",  "places",  "confers", "describes", "excludes"};
  static constexpr std::string_view nature[] = {"covers information",
                                                "covers requests",
                                                "covers any",
                                                "covers all",
                                                "covers personal",
                                                "covers cases",
                                                "covers situations",
                                                "applies to any",
                                                "sets a limit",
                                                "is a qualified",
                                                "is an absolute",
                                                "is a class",
                                                "is a prejudice",
                                                "is subject to",
                                                "are qualified",
                                                "are absolute",
                                                "is qualified",
                                                "is absolute",
                                                "is both",
                                                "are both",
                                                "is an exemption",
                                                "is the exemption for",
                                                "is the exception for",
                                                "is a harm",
                                                "are subject to",
                                                "does not oblige",
                                                "is not absolute",
                                                "is designed",
                                                "is there to",
                                                "exists to",
                                                "applies where",
                                                "applies when",
                                                "applies if",
                                                "applies to information",
                                                "applies to requests",
                                                "may be used",
                                                "may be applied",
                                                "can be used",
                                                "can be applied",
                                                "can apply",
                                                "is engaged when",
                                                "is engaged if",
                                                "is engaged where",
                                                "is intended",
                                                "is concerned",
                                                "is not a",
                                                "says that",
                                                "applies not only",
                                                "is a broad",
                                                "is about",
                                                "is for",
                                                "are for",
                                                "is open to",
                                                "is reserved",
                                                "tends to",
                                                "has two",
                                                "has three",
                                                "would be about",
                                                "comes into play when",
                                                "comes into play where",
                                                "comes into play if",
                                                "is there for",
                                                "is meant",
                                                "is aimed"};
  std::string_view text = after.substr(0, 90);
  if (text.starts_with(")")) text.remove_prefix(1);
  const std::size_t gloss = text.starts_with(" (") ? text.find(')') : std::string_view::npos;
  if (gloss != std::string_view::npos) text.remove_prefix(gloss + 1);
  const bool closed = text.starts_with(". ") || text.starts_with(";");
  if (closed) return false;
  text = skip_words(text, skipped);
  std::size_t n = 0;
  while (n < text.size() && is_word(text[n])) ++n;
  const std::string_view word = text.substr(0, n);
  if (word == "exempt" || speaks_of_this(text)) return false;
  if (std::ranges::find(verbs, word) != std::end(verbs)) return true;
  return std::ranges::any_of(nature, [&](std::string_view phrase) { return text.starts_with(phrase); });
}

// "your opening remark, that": so near after the noun, in bytes.
static constexpr std::size_t kThatReach = 9;
// "you" or "your" and soon after a verb or noun of speech, but not in "when you wrote". asking: questions count as well.
static bool tells_their_speech(std::string_view text, bool asking) {
  static constexpr std::string_view verbs[] = {
      "say",        "said",      "says",      "write",      "wrote",     "state",      "stated",   "argue",    "argued",
      "tell",       "told",      "claim",     "claimed",    "quote",     "quoted",     "added",    "complain", "complained",
      "suggest",    "suggested", "remark",    "remarked",   "contend",   "contended",  "insist",   "insisted", "maintain",
      "maintained", "submit",    "submitted", "dispute",    "disputed",  "object",     "objected", "predict",  "predicted",
      "expect",     "expected",  "assume",    "assumed",    "mention",   "mentioned",  "warn",     "warned",   "feel",
      "believe",    "believed",  "cite",      "cited",      "invoke",    "invoked",    "pointed",  "point",    "doubt",
      "doubted",    "fear",      "feared",    "questioned", "challenge", "challenged", "put"};
  static constexpr std::string_view questions[] = {"ask", "asked", "request", "requested"};
  static constexpr std::string_view nouns[] = {"view",    "argument",  "arguments", "remark",     "remarks",  "email",    "e-mail",
                                               "message", "words",     "point",     "points",     "comment",  "comments", "submission",
                                               "grounds", "objection", "opinion",   "contention", "covering", "complaint"};
  static constexpr std::string_view breaks[] = {"and", "or", "nor", "but", "if", "that", "which", "we"};
  static constexpr std::string_view times[] = {"when", "since", "before", "after", "until", "time", "day", "date", "had", "were"};
  for (std::size_t at = text.find("you"); at != std::string_view::npos; at = text.find("you", at + 1)) {
    if (at > 0 && is_word(text[at - 1])) continue;
    std::size_t end = at + 3;
    const bool possessive = end < text.size() && text[end] == 'r';
    if (possessive) ++end;
    if (end < text.size() && is_word(text[end])) continue;
    std::string_view lead = bare(text.substr(at < 12 ? 0 : at - 12, std::min<std::size_t>(at, 12)));
    lead = lead.substr(lead.rfind(' ') == std::string_view::npos ? 0 : lead.rfind(' ') + 1);
    if (among(times, lead)) continue;
    for (int n = 0; n < 3 && end < text.size() && text[end] == ' '; ++n) {
      std::size_t next = end + 1;
      while (next < text.size() && (is_word(text[next]) || text[next] == '-')) ++next;
      const std::string_view word = text.substr(end + 1, next - end - 1);
      if (among(breaks, word)) break;
      std::string_view following = text.substr(next, kThatReach);
      while (!following.empty() && !is_word(following.front())) following.remove_prefix(1);
      const bool that = asking || following.starts_with("that ");  // "your point about section 43" is the authority's word on it
      if (possessive ? that && among(nouns, word) : among(verbs, word) || (asking && among(questions, word))) return true;
      end = next;
    }
  }
  return false;
}

// "The supplier wrote that": a party to the matter, and not the authority.
static bool tells_third_party(std::string_view text) {
  static constexpr std::string_view parties[] = {"supplier", "suppliers", "company",      "contractor", "contractors", "builder",
                                                 "firm",     "developer", "bidder",       "bidders",    "union",       "provider",
                                                 "insurer",  "landlord",  "manufacturer", "consultant"};
  static constexpr std::string_view verbs[] = {"said",   "says",  "wrote",     "replied", "told",   "argued",
                                               "argues", "asked", "suggested", "thought", "wanted", "wished"};
  for (std::string_view party : parties)
    for (std::size_t at = find_phrase(text, party); at != std::string_view::npos; at = find_phrase(text, party, at + 1)) {
      const std::string_view after = bare(text.substr(at + party.size()));
      if (among(verbs, after.substr(0, after.find(' ')))) return true;
    }
  return false;
}

bool names_their_words(std::string_view before) {
  static constexpr std::string_view others[] = {"telling us", "told us that you", "in your", "from your"};
  return tells_their_speech(before, true) || has_any(before, others);
}

// "I do not accept your view that", "the Commissioner agrees with the complainant that", "as you say": what others say is judged, and told
// by whoever judges it.
static bool judges_their_view(std::string_view before) {
  static constexpr CueTable cues = {"accept your",
                                    "accepts your",
                                    "accepted your",
                                    "accept the complainant's",
                                    "accepts the complainant's",
                                    "share your",
                                    "shares your",
                                    "share the complainant's",
                                    "shares the complainant's",
                                    "reject your",
                                    "rejects your",
                                    "reject the complainant's",
                                    "rejects the complainant's",
                                    "agree with your",
                                    "agrees with your",
                                    "agreed with your",
                                    "agree with you that",
                                    "agree with the complainant",
                                    "agrees with the complainant",
                                    "disagree with your",
                                    "persuaded by your",
                                    "convinced by your",
                                    "as you say",
                                    "as you point out",
                                    "as you rightly",
                                    "you are right",
                                    "you were right",
                                    "complainant is right",
                                    "complainant was right",
                                    "dismiss your argument",
                                    "you are mistaken",
                                    "you were mistaken",
                                    "you are wrong",
                                    "you were wrong",
                                    "complainant is mistaken",
                                    "complainant was mistaken",
                                    "complainant is wrong",
                                    "complainant was wrong"};
  return has_any(before, cues);
}

bool is_reported(std::string_view before) {
  if (judges_their_view(before)) return false;
  // A clause of its own ("your remark is noted. We …") is over at its stop; "your remark, that" leads on to what was said.
  if (tells_their_speech(before, false) || tells_third_party(before)) return true;
  static constexpr std::string_view cues[] = {"you consider",
                                              "you considered",
                                              "you feel",
                                              "you felt",
                                              "you question",
                                              "you questioned",
                                              "your complaint was that",
                                              "your complaint is that",
                                              "you do not accept",
                                              "you disagree",
                                              "you disagreed",
                                              "you challenged",
                                              "you were told",
                                              "you were informed",
                                              "you pointed out",
                                              "you point out",
                                              "council argued",
                                              "council argues",
                                              "trust argued",
                                              "trust argues",
                                              "authority argued",
                                              "authority argues",
                                              "told the commissioner",
                                              "complainant",
                                              "complainant's",
                                              "council submits",
                                              "council said",
                                              "trust said",
                                              "council says",
                                              "trust says",
                                              "its reply was",
                                              "the supplier said",
                                              "the company said",
                                              "supplier told",
                                              "company told",
                                              "told us that",
                                              "they said",
                                              "they told",
                                              "they argued",
                                              "it replied that",
                                              "they replied that",
                                              "company replied",
                                              "builder replied",
                                              "supplier replied",
                                              "contractor replied",
                                              "the contractor said",
                                              "it was suggested",
                                              "wanted us to",
                                              "asked us to withhold",
                                              "you told us",
                                              "you ask why",
                                              "you asked why",
                                              "you asked whether",
                                              "you asked us to explain",
                                              "you asked how",
                                              "you thought",
                                              "you were concerned",
                                              "your concern",
                                              "said in it that",
                                              "explained to the commissioner",
                                              "informed the commissioner",
                                              "submitted that",
                                              "argued that",
                                              "you had said",
                                              "you had expected"};
  return has_any(before, cues);
}

bool is_requesters_phrase(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"if you rely",
                                              "you claiming",
                                              "you will claim",
                                              "you citing",
                                              "hide behind",
                                              "fob me",
                                              "fobbed off",
                                              "prove me wrong",
                                              "resort to",
                                              "give me section",
                                              "give me the",
                                              "don't use",
                                              "do not use",
                                              "don't tell me",
                                              "do not tell me",
                                              "you might try",
                                              "you are thinking of",
                                              "you're thinking of",
                                              "be tempted to",
                                              "i'd want",
                                              "i'm not asking",
                                              "i am not asking",
                                              "as i see it",
                                              "i don't believe",
                                              "i don't accept",
                                              "you rely",
                                              "should you rely",
                                              "if you refuse",
                                              "you wish to rely",
                                              "if you intend to",
                                              "please note that section",
                                              "in your reply",
                                              "you may wish",
                                              "if you believe",
                                              "if you think",
                                              "if you consider",
                                              "if you decide",
                                              "if you are unable",
                                              "if you need to",
                                              "if you feel",
                                              "if any of this",
                                              "my request",
                                              "i believe",
                                              "i do not believe",
                                              "i do not accept",
                                              "i would argue",
                                              "please advise me",
                                              "if you cite",
                                              "if you apply",
                                              "you have refused",
                                              "you refused",
                                              "your refusal",
                                              "your obligations",
                                              "your duty under",
                                              "please explain why"};
  // "If you believe that we have wrongly applied …" is the authority's.
  return has_any(sentence, cues) && !has_phrase(sentence, "your request") && !has_phrase(sentence, "review") &&
         !has_phrase(sentence, "commissioner") && !has_phrase(sentence, "your complaint") && !has_phrase(sentence, "your argument");
}

// "I", but not the "(i)" of a citation.
static bool speaks_as_i(std::string_view sentence) {
  for (std::size_t at = find_phrase(sentence, "i"); at != std::string_view::npos; at = find_phrase(sentence, "i", at + 1))
    if (at == 0 || sentence[at - 1] != '(') return true;
  return false;
}

bool is_authoritys_voice(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"your request",
                                              "your question",
                                              "your questions",
                                              "we are",
                                              "we have",
                                              "we can",
                                              "we will",
                                              "we do not",
                                              "we consider",
                                              "we rely",
                                              "we are withholding",
                                              "has been withheld",
                                              "have been withheld",
                                              "is withheld",
                                              "are withheld",
                                              "being withheld",
                                              "is exempt",
                                              "are exempt",
                                              "refusal notice",
                                              "exemption applied",
                                              "exemptions applied",
                                              "applied, see",
                                              "applied see",
                                              "applied - see",
                                              "see below",
                                              "see exemption below",
                                              "exemption applies",
                                              "i am withholding",
                                              "withheld under",
                                              "being refused under",
                                              "exempt under",
                                              "this letter",
                                              "this notice",
                                              "the trust has applied",
                                              "the council has applied",
                                              "has been applied",
                                              "have been applied",
                                              "we refuse",
                                              "the force can",
                                              "duty in section",
                                              "to be exempt",
                                              "is therefore"};
  static constexpr std::string_view asks[] = {"my",
                                              "please provide",
                                              "please send",
                                              "please supply",
                                              "please confirm",
                                              "please tell",
                                              "please let me",
                                              "please could",
                                              "please can",
                                              "please state",
                                              "please explain",
                                              "please advise",
                                              "could you",
                                              "can you",
                                              "would you",
                                              "i'd",
                                              "me",
                                              "a colleague",
                                              "was told",
                                              "were told",
                                              "told me",
                                              "other trusts",
                                              "other councils",
                                              "another trust",
                                              "do you",
                                              "did you",
                                              "you refuse",
                                              "have you"};
  if (has_any(sentence, kOfficerSays)) return true;
  static constexpr std::string_view self[] = {"we", "our", "us"};
  static constexpr std::string_view group[] = {"we would like", "we request",  "we are seeking", "we are requesting",
                                               "we want",       "our members", "we wish"};
  return !speaks_as_i(sentence) && !has_any(sentence, asks) &&
         (has_any(sentence, cues) || (has_any(sentence, self) && !has_any(sentence, group)));
}

bool is_finding_line(std::string_view sentence) {
  static constexpr std::string_view heads[] = {"foi ", "eir ", "foia "};
  for (std::string_view head : heads)
    if (sentence.starts_with(head) && sentence.size() > head.size() && sentence[head.size()] >= '0' && sentence[head.size()] <= '9')
      return has_phrase(sentence, "upheld");
  return false;
}

bool is_partys_review(std::string_view sentence) {
  static constexpr std::string_view own[] = {"its position",    "its decision",   "its original",          "its refusal",
                                             "its stance",      "its response",   "its earlier",           "its reliance",
                                             "its view",        "their position", "its initial",           "its first",
                                             "its application", "its previous",   "the original position", "its reply"};
  static constexpr std::string_view judges[] = {"commissioner", "tribunal", "we", "she", "he", "panel", "judge"};
  static constexpr std::string_view keeps[] = {"upheld", "maintained", "uphold", "confirmed", "stood by", "repeated"};
  return has_any(sentence, keeps) && has_any(sentence, own) && !has_any(sentence, judges) && !speaks_as_i(sentence);
}

bool begins_first_answer(std::string_view sentence) {
  static constexpr std::string_view heads[] = {
      "the reply:",      "first reply:",          "the first reply:",   "the response:",     "first response:",
      "our reply:",      "our response:",         "the answer:",        "the first answer:", "our first reply",
      "the first reply", "the first response",    "our first response", "our first answer",  "the original reply",
      "original reply",  "the original response", "the reply said",     "the response said", "the reply was"};
  const std::string_view words = bare(sentence);
  return std::ranges::any_of(heads, [&](std::string_view head) { return words.starts_with(head); });
}

bool tells_first_answer(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"original",
                                              "originally",
                                              "initial",
                                              "initially",
                                              "first response",
                                              "first answer",
                                              "our response",
                                              "our decision",
                                              "our refusal",
                                              "previously",
                                              "previous response",
                                              "earlier response",
                                              "the trust's response",
                                              "the council's response",
                                              "decision to",
                                              "the use of",
                                              "application of",
                                              "your request for a review",
                                              "your request for an internal review",
                                              "review of",
                                              "the exemption",
                                              "exemptions"};
  return has_any(sentence, cues);
}

}  // namespace foi::understand
