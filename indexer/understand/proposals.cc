#include "indexer/understand/proposals.h"

#include <algorithm>

#include "indexer/understand/cues.h"
#include "indexer/understand/stance.h"
#include "indexer/understand/stance_frame.h"
#include "indexer/understand/stance_lists.h"

namespace foi::understand {

namespace {

// What points back to a ground, or to what was said of one, and the nouns it may go with.
constexpr std::string_view kPronouns[] = {"it", "that", "this", "one", "them", "these", "those", "either", "any", "so"};
constexpr std::string_view kPointing[] = {"that", "this", "these", "those", "such", "the", "either", "any", "his", "her", "its", "their"};
constexpr std::string_view kNouns[] = {"exemption",  "exemptions", "exception", "exceptions", "ground",     "grounds",  "provision",
                                       "provisions", "section",    "sections",  "regulation", "subsection", "argument", "arguments",
                                       "suggestion", "road",       "route",     "path",       "course",     "line",     "point",
                                       "limb",       "claim",      "reason",    "step",       "paragraph",  "proposal", "possibility"};
// What may follow a pronoun that stands by itself.
constexpr std::string_view kAfterPronoun[] = {"",   "for", "in",  "here",    "and",    "but",   "as", "because", "since", "to",    "at",
                                              "on", "now", "any", "further", "with",   "when",  "so", "of",      "today", "again", "this",
                                              "by", "or",  "nor", "either",  "before", "after", "up", "out",     "down",  "no",    "there"};
constexpr std::string_view kHelpers[] = {"is",          "are",   "was",      "were",  "has",       "have",   "had",        "been",
                                         "being",       "be",    "not",      "never", "therefore", "also",   "then",       "now",
                                         "so",          "in",    "the",      "end",   "finally",   "either", "ultimately", "simply",
                                         "accordingly", "event", "actually", "and",   "itself",    "any",    "longer"};
// To take a ground up. Those that do other things as well count only with a word that points back right after them.
constexpr std::string_view kTaking[] = {
    "use",      "used",     "using",   "apply",    "applied",  "applying",   "adopt",    "adopted",  "adopting", "pursue",   "pursued",
    "pursuing", "claim",    "claimed", "claiming", "rely",     "relied",     "relying",  "invoke",   "invoked",  "invoking", "cite",
    "cited",    "citing",   "raise",   "raised",   "press",    "pressed",    "advance",  "advanced", "employ",   "employed", "resorted",
    "resort",   "pleaded",  "plead",   "followed", "follow",   "accept",     "accepted", "take",     "taken",    "took",     "needed",
    "need",     "required", "require", "run",      "maintain", "maintained", "included", "include",  "added",    "add"};
constexpr std::string_view kDoing[] = {"do", "did", "done", "say", "said", "think", "thought"};
constexpr std::string_view kConvinced[] = {"convinced", "persuaded", "satisfied", "attracted", "impressed", "swayed"};

class DeclineReader : private SentenceWords {
 public:
  explicit DeclineReader(std::string_view lower) : SentenceWords(lower) {}

  Declined run() && {
    Declined found = Declined::nothing;
    for (i_ = 0; i_ < tokens_.size(); ++i_) found = std::max(found, declined_here());
    return found;
  }

 private:
  Declined declined_here() const {
    if (denies_group()) return Declined::all;
    if ((takes_up() || is_spared() || leaves()) && !is_done_by_others()) return is_of_group() ? Declined::all : Declined::one;
    return doubts_view() ? Declined::view : Declined::nothing;
  }

  // At the word n after this one something points back.
  bool points_back(std::size_t n) const {
    const std::string_view w = next(n);
    if (among(kPointing, w) && (among(kNouns, next(n + 1)) || among(kNouns, next(n + 2)))) return true;
    const bool alone = among(kAfterPronoun, next(n + 1)) || tokens_[i_ + n + 1].strong || tokens_[i_ + n + 1].comma;
    return among(kPronouns, w) && alone;
  }
  bool object_points_back() const {
    static constexpr std::string_view prepositions[] = {"on", "upon", "to", "down", "with"};
    return points_back(among(prepositions, next(1)) ? 2 : 1);
  }
  // How many words lead back from a participle to its subject.
  std::size_t subject() const {
    std::size_t n = 1;
    while (n <= i_ && among(kHelpers, before(n)) && !tokens_[i_ - n + 1].strong) ++n;
    return n > 1 && n <= i_ && !tokens_[i_ - n + 1].strong ? n : 0;
  }
  bool begins_clause(std::size_t n) const {
    static constexpr std::string_view leading[] = {"", "and", "but", "so", "as", "because", "since", "therefore"};
    return n > i_ || tokens_[i_ - n].strong || tokens_[i_ - n].comma || among(leading, before(n + 1));
  }
  // "It", "that exemption", "neither ground", "none of them", but no "that" or "which" of a relative clause.
  bool is_subject(std::size_t n) const {
    static constexpr std::string_view pronouns[] = {"that", "this", "these", "those", "which", "they"};
    if (before(n) == "it" || before(n) == "neither" || (among(pronouns, before(n)) && begins_clause(n))) return true;
    return is_of_none(n) || (among(kNouns, before(n)) && (among(kPointing, before(n + 1)) || before(n + 1) == "neither"));
  }
  // "None of these", "none of the three grounds", "neither of them".
  bool is_of_none(std::size_t n) const {
    for (std::size_t more = 1; more <= 4 && n + more <= i_; ++more)
      if (before(n + more) == "of") return before(n + more + 1) == "none" || before(n + more + 1) == "neither";
    return false;
  }

  // "We have not used it", "neither has been relied on", "we decided against applying that exemption", "we haven't done so".
  bool takes_up() const {
    const std::string_view w = tokens_[i_].word;
    const bool goes = (w == "go" || w == "gone" || w == "went") && (next(1) == "down" || (next(1) == "that" && next(2) == "way"));
    const bool doing = among(kDoing, w) && (next(1) == "so" || (next(1) == "it" && w.starts_with("sa")));
    const bool put = w == "put" && next(1) == "forward";
    if (!among(kTaking, w) && !goes && !doing && !put) return false;
    const Frame f = frame();
    if (f.whether || f.doubt || f.would || f.you || f.generic || (f.modal && !before_has("cannot", 4))) return false;
    const std::size_t n = subject();
    const bool neither = n > 0 && (before(n) == "neither" || before(n + 1) == "neither" || is_of_none(n));
    if (!f.negated && !neither && !no_further()) return false;
    if (doing || (goes && next(2) == "way")) return true;
    if (w == "need" && f.passive) return false;
    return (n > 0 && is_subject(n) && (w.ends_with("d") || w.ends_with("n") || put)) || (!put && object_points_back());
  }
  // "We took that no further."
  bool no_further() const {
    for (std::size_t n = 1; n <= 4; ++n)
      if (next(n) == "no" && next(n + 1) == "further") return true;
    return false;
  }

  // "There was no need for that exception", "no call to use it".
  bool is_spared() const {
    static constexpr std::string_view needs[] = {"need", "call", "occasion", "cause", "use", "room", "place", "reason", "case"};
    if (!among(needs, tokens_[i_].word) || before(1) != "no") return false;
    if (next(1) == "for" || next(1) == "of") return points_back(2);
    return next(1) == "to" && among(kTaking, next(2)) && points_back(next(3) == "on" || next(3) == "upon" ? 4 : 3);
  }

  // "So it was left out", "we put that aside", "nothing came of it", "it is no part of this refusal".
  bool leaves() const {
    const std::string_view w = tokens_[i_].word;
    static constexpr std::string_view away[] = {"out", "aside", "alone", "there"};
    static constexpr std::string_view ours[] = {"refusal", "reply", "decision", "answer", "response", "notice", "letter"};
    static constexpr std::string_view doubts[] = {"if", "whether", "may", "might", "would", "could", "should", "not", "you"};
    if (before_has(doubts, kLongSubject)) return false;
    if (w == "left" || w == "put" || w == "set" || w == "laid") {
      const std::size_t n = subject();
      if (among(away, next(1))) return n > 0 && is_subject(n);
      return points_back(1) && (among(away, next(2)) || among(away, next(3)) || (next(2) == "at" && next(3) == "that"));
    }
    if (w == "dropped" || w == "discarded" || w == "abandoned" || w == "rejected" || w == "dismissed" || w == "reject" || w == "dismiss") {
      const std::size_t n = subject();
      return (n > 0 && is_subject(n)) || points_back(1);
    }
    if (w == "came") return before(1) == "nothing" && next(1) == "of" && points_back(2);
    if (w == "part" || w == "basis")
      return before(1) == "no" && (next(1) == "of" || next(1) == "for" || next(1) == "in") && among(ours, next(3));
    return w == "further" && before(1) == "no" && (before(2) == "went" || before(2) == "gone");
  }

  // "None of these has been used", "under any of them".
  bool denies_group() const {
    const std::string_view w = tokens_[i_].word;
    if ((w != "any" && w != "either") || next(1) != "of" || !(next(2) == "these" || next(2) == "those" || next(2) == "them")) return false;
    static constexpr std::string_view doubts[] = {"if", "whether", "may", "might", "would", "could", "should"};
    static constexpr std::string_view law[] = {"under", "on", "upon", "use", "used", "by", "apply", "applied", "rely", "relied", "claim"};
    return before_has(kNot, kLongSubject) && before_has(law, 3) && !before_has(doubts, kLongSubject);
  }
  bool is_of_group() const {
    static constexpr std::string_view subjects[] = {"neither", "none", "both"}, objects[] = {"them", "these", "those", "either", "both"};
    return before_has(subjects, 7) || after_has(objects, 3);
  }

  // "We weren't convinced", "I do not agree with them", "we don't think so".
  bool doubts_view() const {
    const std::string_view w = tokens_[i_].word;
    static constexpr std::string_view own[] = {"we", "i", "trust", "council"};
    if (!before_has(own, 6)) return false;
    const Frame f = frame();
    if (f.whether || f.doubt || f.would || f.you || f.modal) return false;
    if ((w == "refused" || w == "declined") && (next(1).empty() || tokens_[i_ + 1].strong || (next(1) == "to" && next(3) == "so")))
      return before(1) == "i" || before(1) == "we";
    const bool alone =
        next(1).empty() || next(1) == "and" || next(1) == "by" || next(1) == "with" || next(1) == "so" || tokens_[i_ + 1].strong;
    if (w == "disagree" || w == "disagreed") return !f.negated && alone;
    if (among(kConvinced, w) || w == "agree" || w == "think") return f.negated && alone;
    return w == "share" && f.negated;
  }
};

constexpr std::string_view kOthers[] = {
    "owner",    "owners",    "company",  "companies",  "supplier",   "suppliers",    "contractor",    "contractors", "bidder",
    "bidders",  "maker",     "makers",   "lawyer",     "lawyers",    "manufacturer", "manufacturers", "solicitor",   "solicitors",
    "practice", "practices", "union",    "unions",     "colleague",  "colleagues",   "official",      "officials",   "officer",
    "police",   "insurer",   "insurers", "landlord",   "consultant", "consultants",  "agent",         "agents",      "firm",
    "firms",    "partner",   "partners", "provider",   "providers",  "operator",     "operators",     "developer",   "developers",
    "builder",  "school",    "schools",  "manager",    "managers",   "director",     "clinician",     "clinicians",  "member",
    "members",  "some",      "others",   "one",        "two",        "three",        "several",       "somebody",    "someone",
    "they",     "adviser",   "advisers", "counsel",    "vendor",     "author",       "authors",       "hr",          "team",
    "lead",     "head",      "tenant",   "university", "college",    "charity",      "publisher"};
constexpr std::string_view kSpeaking[] = {
    "said",    "say",         "says",       "told",    "suggested", "suggests",   "suggest",  "argued",    "argue",    "argues",
    "asked",   "wished",      "wanted",     "felt",    "feel",      "feels",      "thought",  "think",     "thinks",   "objected",
    "cited",   "proposed",    "urged",      "raised",  "replied",   "spoke",      "claimed",  "submitted", "believed", "believes",
    "invoked", "recommended", "advised",    "pressed", "mentioned", "maintained", "insisted", "preferred", "hoped",    "pointed",
    "relied",  "sought",      "considered", "put",     "quoted",    "favoured"};

class ProposalReader : private SentenceWords {
 public:
  explicit ProposalReader(std::string_view lower) : SentenceWords(lower) {}

  bool run() && {
    for (i_ = 0; i_ < tokens_.size(); ++i_)
      if (others_speak() || is_mooted()) return true;
    return false;
  }

 private:
  // "Two owners felt", "an official had suggested", "in its view", but not "we told the company".
  bool others_speak() const {
    const std::string_view w = tokens_[i_].word;
    if (w == "view" || w == "opinion") return before(2) == "in" && (before(1) == "its" || before(1) == "their");
    if (!among(kSpeaking, w)) return false;
    if (before(1) == "we" || before(1) == "i" || before(1) == "to" || before(1) == "you") return false;
    static constexpr std::string_view passing[] = {"who", "that", "which", "and", "of"};
    for (std::size_t n = 1; n <= 5 && n <= i_ && !tokens_[i_ - n + 1].strong; ++n) {
      if (before(n) == "we" || before(n) == "i" || before(n) == "you" || before(n) == "to" || before(n) == "be") return false;
      if (n > 1 && among(passing, before(n))) continue;
      if (among(kOthers, before(n))) return true;
    }
    return false;
  }
  // "It was suggested", "there was talk of", "section 24 was raised by our security lead".
  bool is_mooted() const {
    static constexpr std::string_view mooted[] = {"suggested", "proposed", "argued",      "mooted",
                                                  "urged",     "floated",  "recommended", "canvassed"};
    static constexpr std::string_view talk[] = {"talk", "discussion", "debate", "question", "suggestion", "mention", "thought", "pressure"};
    static constexpr std::string_view were[] = {"was", "were", "been"};
    const std::string_view w = tokens_[i_].word;
    if (among(talk, w)) return before_has(std::string_view("there"), 5) && before_has(were, 4) && !before_has(kNot, 4);
    const bool raised = (w == "raised" || w == "put") && (after_has(std::string_view("by"), 3) || next(1) == "to");
    return (among(mooted, w) || raised) && before_has(were, 3) && !before_has(kNot, 4) && !before_has(std::string_view("you"), 6);
  }
};

}  // namespace

Declined declined_before(std::string_view sentence) { return DeclineReader(sentence).run(); }

bool is_put_forward(std::string_view words) { return ProposalReader(words).run(); }

bool is_opposed(std::string_view sentence) {
  static constexpr CueTable others = {"you",    "your",   "complainant", "they",     "requester", "appellant", "applicant", "says",
                                      "argues", "argued", "believes",    "contends", "thinks",    "maintains", "insists",   "told"};
  static constexpr Act against[] = {Act::kOverturned, Act::kNotApplied, Act::kUnconsidered, Act::kWithdrawn, Act::kPartly};
  return has_any(sentence, others) && std::ranges::any_of(acts_told(sentence), [](const Said& said) {
           return std::ranges::find(against, said.act) != std::end(against);
         });
}

}  // namespace foi::understand
