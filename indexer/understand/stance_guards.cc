// Of what something is said, who says it, and whether it is denied: for set phrases, and for verbs that judge.
#include "indexer/understand/cues.h"
#include "indexer/understand/stance_lists.h"
#include "indexer/understand/stance_phrases.h"
#include "indexer/understand/stance_reader.h"

namespace foi::understand {

namespace {

constexpr std::string_view kLaws[] = {"section",   "sections",   "subsection", "regulation", "regulations", "exemption", "exemptions",
                                      "exception", "exceptions", "provision",  "provisions", "ground",      "grounds",   "limb"};
// A ground as it is used, and what is decided by it.
constexpr std::string_view kUses[] = {"reliance",  "application", "use",       "engagement", "case",       "argument",   "arguments",
                                      "claim",     "plea",        "reasoning", "reasons",    "analysis",   "refusal",    "decision",
                                      "decisions", "withholding", "redaction", "redactions", "conclusion", "invocation", "evidence",
                                      "relying",   "applying",    "using",     "citing",     "refusing",   "redacting",  "invoking",
                                      "exempting", "finding",     "approach"};
constexpr std::string_view kOutcomes[] = {"position", "view",     "opinion", "outcome", "answer",    "response",
                                          "reply",    "stance",   "result",  "letter",  "review",    "complaint",
                                          "balance",  "findings", "we",      "i",       "assessment"};
constexpr std::string_view kPronouns[] = {"it", "this", "that", "they", "these", "those", "both", "neither", "either", "which", "none"};
// How and when a letter was written, which says nothing of a ground.
constexpr std::string_view kManners[] = {"timescale", "timescales", "timeliness", "time",           "timing",  "days",         "deadline",
                                         "deadlines", "date",       "dates",      "delay",          "delays",  "late",         "lateness",
                                         "tone",      "wording",    "standards",  "courtesy",       "service", "expectations", "spelling",
                                         "typing",    "format",     "layout",     "acknowledgement"};
// Who writes and who decides.
constexpr std::string_view kVoices[] = {"we", "i", "he", "she", "commissioner", "panel", "reviewer", "tribunal"};
constexpr std::string_view kSaying[] = {
    "say",     "says",     "said",     "argue",     "argues",    "argued",  "claim",   "claims",    "claimed", "contend",  "contends",
    "believe", "believes", "believed", "think",     "thinks",    "thought", "feel",    "feels",     "felt",    "consider", "considers",
    "suggest", "suggests", "maintain", "suggested", "maintains", "submit",  "submits", "submitted", "dispute", "disputes", "complain",
    "wrote",   "write",    "told",     "point",     "pointed",   "state",   "states",  "stated",    "insist",  "insists",  "contended",
    "ask",     "asks",     "asked",    "want",      "wanted",    "assert",  "asserts", "asserted",  "allege",  "alleged",  "considered"};

// Who withheld it, in a letter by somebody else.
constexpr std::string_view kDoers[] = {"trust",      "council",      "board",   "force",         "authority", "department",
                                       "university", "service",      "icb",     "agency",        "college",   "police",
                                       "colleague",  "colleagues",   "officer", "officers",      "team",      "handler",
                                       "maker",      "constabulary", "office",  "decision-maker"};

// How far back the clause of a predicate is sought, in words: a citation of the finest level takes up some of it.
constexpr std::size_t kClause = 30;

bool is_number(std::string_view w) { return !w.empty() && (w[0] == '(' || (w[0] >= '0' && w[0] <= '9') || w.size() == 1) && w != "i"; }

// The words of a predicate that stand before what it says: "has also been".
bool is_predicates(std::string_view w) {
  static constexpr std::string_view words[] = {
      "is",     "are",    "was",      "were", "be",       "been",    "being", "has",       "have",    "had",         "having",
      "does",   "do",     "did",      "will", "would",    "should",  "may",   "might",     "could",   "can",         "cannot",
      "must",   "not",    "never",    "also", "quite",    "simply",  "now",   "therefore", "clearly", "just",        "well",
      "always", "wholly", "entirely", "very", "rather",   "a",       "an",    "the",       "so",      "of",          "to",
      "here",   "too",    "both",     "no",   "thus",     "found",   "held",  "seem",      "seems",   "proved",      "fallen",
      "fell",   "fall",   "falls",    "gone", "somewhat", "taken",   "shown", "remained",  "remains", "accordingly", "took",
      "take",   "takes",  "came",     "come", "comes",    "reached", "reach", "reaches",   "arrived", "formed",      "drew"};
  static constexpr std::string_view nouns[] = {"reply", "apply", "rely", "supply", "comply", "family", "company"};
  return among(words, w) || (w.ends_with("ly") && !among(nouns, w));
}

bool leads_phrase(std::string_view w) {
  static constexpr std::string_view words[] = {"in",   "on",   "at",   "under", "from",  "with",  "after",  "given",
                                               "by",   "for",  "to",   "of",    "about", "as",    "having", "before",
                                               "upon", "into", "over", "since", "per",   "until", "within"};
  return among(words, w);
}
bool is_determiner(std::string_view w) {
  static constexpr std::string_view words[] = {"the", "a",     "an", "our", "your", "its", "his",
                                               "her", "their", "my", "any", "some", "no",  "such"};
  return among(words, w);
}

}  // namespace

// The nearest part of the sentence before i_ that has a subject in it: a clause, or what stands between commas.
SentenceWords::Subject SentenceWords::subject() const {
  static constexpr std::string_view joints[] = {"that",    "because", "so",    "and", "or",       "if",     "whether", "unless", "while",
                                                "whereas", "where",   "which", "who", "although", "though", "but",     "however"};
  std::size_t end = i_;
  bool antecedent = false;
  for (std::size_t n = 1; n <= kClause && n <= i_; ++n) {
    const std::size_t at = i_ - n;
    const std::string_view w = word(at);
    const VerbRow* verb = verb_of(w);
    static constexpr std::string_view passive[] = {"is", "was", "are", "were", "been", "be"};
    const bool told = (verb != nullptr && verb->verb == Verb::raise) || among(kSaying, w);
    const bool view = n > 1 && told && !is_predicates(w) && !(at > 0 && among(passive, word(at - 1)));  // "we find that"
    const bool joint = among(joints, w) || view;
    const bool break_after = tokens_[at + 1].strong || tokens_[at + 1].comma;
    const std::size_t from = joint || break_after ? at + 1 : at;
    const bool over = joint || break_after || at == 0 || tokens_[at].strong;
    // "Section 43(2), which our first reply relied on, has fallen by the wayside."
    if ((w == "which" || w == "who") && tokens_[at].comma && end < i_) {
      antecedent = true;
      end = at;
      continue;
    }
    if (over && from < end) {
      Subject found = antecedent ? last_noun(from, end) : subject_between(from, end, end == i_);
      if (antecedent && found == Subject::ground) found = Subject::pronoun;  // "exempt under section 43(2), which"
      if (found != Subject::none) return found;
      // "This is not in issue": the pronoun is the subject itself.
      if (joint && among(kPronouns, w) && end == i_ && (w == "that" || w == "which") && (at == 0 || !is_predicates(word(at - 1)))) {
        if (w == "which" || (at > 0 && !among(joints, word(at - 1)) && !tokens_[at].strong && !tokens_[at].comma))
          antecedent = true;
        else
          return Subject::pronoun;
      }
      end = from;
    } else if (over && joint && (w == "which" || w == "who")) {
      antecedent = true;
    }
    if (over && joint) end = at;
    if (tokens_[at + 1].strong || tokens_[at].strong) return Subject::none;
  }
  return Subject::none;
}

SentenceWords::Subject SentenceWords::kind_of_noun(std::string_view w) const {
  if (among(kLaws, w)) return Subject::ground;
  if (among(kManners, w)) return Subject::manner;
  if (among(kUses, w)) return Subject::use;
  if (among(kOutcomes, w) || among(kOwn, w)) return Subject::outcome;
  return among(kPronouns, w) ? Subject::pronoun : Subject::other;
}

SentenceWords::Subject SentenceWords::last_noun(std::size_t from, std::size_t end) const {
  while (end > from && (is_predicates(word(end - 1)) || is_number(word(end - 1)))) --end;
  return end > from ? kind_of_noun(word(end - 1)) : Subject::none;
}

// The head of what stands in [from, end): its last word before a preposition or a verb. closed: the predicate follows, and no comma.
SentenceWords::Subject SentenceWords::subject_between(std::size_t from, std::size_t end, bool closed) const {
  std::size_t at = from;
  while (at < end && is_predicates(word(at)) && !is_determiner(word(at))) ++at;
  if (at == end) return Subject::none;
  if (leads_phrase(word(at))) return closed ? last_noun(from, end) : Subject::none;  // "in our view section 43(2) is"
  // "What role section 43(2) might have played", "whether it applies": as a whole.
  static constexpr std::string_view open[] = {"what", "how", "question", "possibility"};
  Subject head = Subject::none;
  for (; at < end; ++at) {
    const std::string_view w = word(at);
    if (among(open, w)) {
      for (std::size_t k = at + 1; k < end; ++k)
        if (among(kLaws, word(k))) return Subject::ground;
      return Subject::other;
    }
    if (among(kLaws, w)) return Subject::ground;
    const bool demonstrative = (w == "this" || w == "that" || w == "these" || w == "those" || w == "both" || w == "neither");
    if (is_determiner(w) || (demonstrative && at + 1 < end && !is_predicates(word(at + 1)) && !leads_phrase(word(at + 1)))) continue;
    if (head != Subject::none && (leads_phrase(w) || is_predicates(w))) break;
    if (leads_phrase(w) || is_predicates(w) || is_number(w)) continue;
    head = w == "notice" && at > from && word(at - 1) == "refusal" ? Subject::manner : kind_of_noun(w);
    if (head == Subject::pronoun || w == "we" || w == "i" || w.ends_with("ing")) break;
  }
  return head;
}

// How or when it was done, in the words round it: "on the delay I find in your favour", "fell short of the twenty days".
bool SentenceWords::of_manners(std::size_t from) const {
  for (std::size_t n = 1; n <= kClause && n <= i_ && !tokens_[i_ - n + 1].strong; ++n)
    if (among(kManners, before(n))) return true;
  for (std::size_t n = from; n <= from + kAfter && i_ + n < tokens_.size() && !tokens_[i_ + n].strong; ++n)
    if (among(kManners, next(n))) return true;
  return false;
}

// "Nothing turns on section 43(2)", "no basis for withholding it": within so many words from the one n after i_.
bool SentenceWords::object_is_ground(std::size_t n) const {
  static constexpr std::string_view others[] = {"public",  "balance", "disclosing", "disclosure", "releasing",
                                                "release", "and",     "but",        "wording"};
  static constexpr std::string_view pronouns[] = {"it", "them", "that", "this", "either", "those", "these", "any"};
  constexpr std::size_t reach = 6;
  if (i_ + n >= tokens_.size() || tokens_[i_ + n].strong) return true;
  for (std::size_t k = n; k <= n + reach && i_ + k < tokens_.size(); ++k) {
    if (k > n && (tokens_[i_ + k].strong || tokens_[i_ + k].comma)) return false;
    const std::string_view w = next(k);
    if (among(others, w)) return false;
    const bool last = i_ + k + 1 >= tokens_.size() || tokens_[i_ + k + 1].strong || tokens_[i_ + k + 1].comma ||
                      is_predicates(next(k + 1)) || leads_phrase(next(k + 1));
    const VerbRow* verb = verb_of(w);
    const bool keeps = verb != nullptr && (verb->verb == Verb::withhold || verb->verb == Verb::rely || verb->verb == Verb::apply);
    if (among(kLaws, w) || among(kUses, w) || keeps || (among(pronouns, w) && last)) return true;
  }
  return false;
}

// "You say that", "your complaint is that", "the complainant believes": between there and here nobody else speaks, and nobody agrees.
bool SentenceWords::is_theirs() const {
  static constexpr std::string_view theirs[] = {"you",      "complainant", "requester", "applicant", "appellant", "company",
                                                "supplier", "contractor",  "bidder",    "they",      "firm"};
  static constexpr std::string_view pleas[] = {"complaint", "view",   "argument",  "contention", "point",  "submission", "appeal",
                                               "opinion",   "belief", "objection", "concern",    "claim",  "suggestion", "words",
                                               "case",      "letter", "email",     "e-mail",     "review", "request"};
  static constexpr std::string_view agreeing[] = {"as",      "agree",     "agrees", "accept", "accepts", "right",  "rightly",
                                                  "correct", "correctly", "agreed", "share",  "shares",  "concede"};
  static constexpr std::string_view judging[] = {"accept", "accepts", "accepted", "share",     "agree",     "agrees",  "agreed",
                                                 "reject", "rejects", "dismiss",  "persuaded", "convinced", "disagree"};
  // "…, and I agree"
  for (std::size_t n = 1; n <= kPartReach && i_ + n + 2 < tokens_.size() && !tokens_[i_ + n].strong; ++n)
    if (next(n) == "and" && among(kVoices, next(n + 1)) && (among(agreeing, next(n + 2)) || among(agreeing, next(n + 3)))) return false;
  bool said = false, told = false;  // a verb of speech, and "us", stand between
  for (std::size_t n = 1; n <= kClause && n <= i_ && !tokens_[i_ - n + 1].strong; ++n) {
    const std::string_view w = before(n);
    if (among(agreeing, w) && !(w == "as" && n > 1 && before(n - 1) != "you")) return false;
    if (((is_turn(w) && n > 1) || w == "and") && before(n - 1) != "that") return false;
    if (w == "us" || w == "me") told = true;
    const VerbRow* verb = verb_of(w);
    const bool speaks = among(kSaying, w) || (verb != nullptr && verb->verb == Verb::raise);
    // "You ask for a review, and I find that".
    const VerbRow* after = n > 1 ? verb_of(before(n - 1)) : nullptr;
    if (among(kVoices, w) && !said && after != nullptr && after->verb == Verb::raise) return false;
    // "Acme argues that", "your solicitor insisted that": whoever it is, it is not the letter. "The Library argues" may well be.
    static constexpr std::string_view arguing[] = {"says",    "argues", "contends", "believes",  "asserts", "alleges",
                                                   "insists", "argued", "insisted", "contended", "alleged"};
    const bool body = before(n + 2) == "the" || before(n + 2) == "this" || among(kOwn, before(n + 1)) || among(kVoices, before(n + 1));
    if (n > 1 && among(arguing, w) && before(n - 1) == "that" && !body) return !among(agreeing, before(n + 3));
    if (speaks) {
      for (std::size_t k = 1; k <= 4 && n + k <= i_; ++k) {
        if (among(theirs, before(n + k)) && before(n + k + 1) != "with" && before(n + k + 1) != "to" && before(n + k + 1) != "if")
          return !among(agreeing, before(n + k + 1));
        if (among(kVoices, before(n + k))) break;
        // "You are mistaken in thinking that", "wrong to say that": the writer's judgement.
        if (k >= 2 && among(kWrong, before(n + k)) && (before(n + 1) == "to" || before(n + 1) == "in")) return false;
        if (among(agreeing, before(n + k)) && before(n + k) != "as") return false;  // "you are right to say that"
      }
      if (told && (w == "told" || w == "wrote") && !among(kOwn, before(n + 1))) return before(n + 1) != "have" && before(n + 1) != "were";
    }
    const bool that = before(n - 1) == "is" || before(n - 1) == "was" || before(n - 1) == "that";
    const bool in_view = before(n + 2) == "in" && (w == "view" || w == "opinion" || w == "submission");
    if (n > 1 && among(pleas, w) && (before(n + 1) == "your" || before(n + 1) == "their" || before(n + 1).ends_with("'s")) &&
        (that || in_view)) {
      // "I do not accept your view that", "I reject your argument that": the reader's own judgement, by a verb before it.
      for (std::size_t k = n + 2; k <= n + 5 && k <= i_; ++k)
        if (among(judging, before(k))) return false;
      return true;
    }
    said = said || speaks;
  }
  // "…, the complainant says", "…, you say".
  for (std::size_t n = 1; n <= kPartReach && i_ + n < tokens_.size() && !tokens_[i_ + n].strong; ++n) {
    if (!tokens_[i_ + n].comma) continue;
    const std::size_t who = next(n) == "the" ? n + 1 : n;
    if (among(theirs, next(who)) && among(kSaying, next(who + 1))) return true;
  }
  return false;
}

// Whether the clause denies what is said at i_: "was not", "no reason to take". A "not" before a verb of belief is the reader's to keep.
bool SentenceWords::is_denied() const {
  static constexpr std::string_view denying[] = {"not", "never",   "no",     "cannot",  "unable", "neither",
                                                 "nor", "nothing", "hardly", "without", "decline"};
  static constexpr std::string_view ends[] = {"that", "which", "because", "so", "who", "if"};
  for (std::size_t n = 1; n <= kBefore + 3 && n <= i_ && !tokens_[i_ - n + 1].strong; ++n) {
    const std::string_view w = before(n);
    if (among(ends, w) || is_turn(w)) return false;
    if (w == "and" && n > 1) return false;
    if (n > 1 && tokens_[i_ - n + 1].comma) return false;
    const VerbRow* verb = verb_of(w);
    if (verb != nullptr && verb->verb == Verb::raise && w != "found") return false;
    if (w == "far" && before(n - 1) == "from") return true;
    if (among(denying, w) && !(w == "not" && before(n - 1) == "only") && !(w == "no" && before(n - 1) == "longer")) return true;
  }
  return false;
}

// "The supplier will not be using its rights after all", "the bidder told us that it no longer relied on it": none of it is the
// authority's act.
bool SentenceWords::is_done_by_others() const {
  static constexpr std::string_view others[] = {
      "supplier", "suppliers", "company", "contractor", "contractors", "builder",   "firm",         "firms",      "developer",
      "bidder",   "bidders",   "union",   "provider",   "insurer",     "landlord",  "manufacturer", "consultant", "party",
      "parties",  "tenant",    "owner",   "owners",     "complainant", "requester", "applicant",    "appellant",  "consultants"};
  static constexpr std::string_view voices[] = {"we", "i", "he", "she"};
  static constexpr std::string_view leading[] = {"of",       "to",    "by",    "from",     "with",    "for",   "told",
                                                 "informed", "about", "given", "notified", "advised", "asked", "against"};
  static constexpr std::string_view being[] = {"is", "are", "was", "were", "been", "being", "be"};
  // What is done to a ground is told of no one: "at the supplier's wish section 43(2) has been withdrawn".
  if (before_has(being, 3) && !word(i_).ends_with("ing")) return false;
  for (std::size_t n = 1; n <= kClause && n <= i_ && !tokens_[i_ - n + 1].strong; ++n) {
    const std::string_view w = before(n);
    if (among(voices, w) || among(kLaws, w) || among(kUses, w)) return false;
    if ((w == "it" || w == "they") && before(n + 1) != "that") return false;
    const bool theirs = among(others, w);
    if (!theirs && !among(kOwn, w)) continue;
    // "Sent the complainant a new reply, withdrawing": not who does it, but "the supplier will", "the bidder told us".
    static constexpr std::string_view doing[] = {"will", "would", "does",  "do", "did", "has", "have", "had", "no",    "now",   "can",
                                                 "then", "also",  "could", "is", "was", "are", "were", "may", "might", "still", "never"};
    const std::string_view then = before(n - 1);
    if (theirs && n > 1 && !among(doing, then) && !among(kSaying, then)) continue;
    // "Told the supplier", "the wish of the third party": neither.
    std::size_t name = n + 1;
    while (name < n + 4 && name <= i_ && !among(leading, before(name)) && !tokens_[i_ - name + 1].comma &&
           (is_determiner(before(name)) || before(name) == "third" || before(name).ends_with("ful")))
      ++name;
    // "The Council, whose supplier has ceased trading, has", "we and the supplier have": the authority's act, or also its act.
    if (before(name) == "whose" || before(name) == "and" || before(name) == "met") return false;
    if (!among(leading, before(name))) return theirs;
  }
  return false;
}

// "Since then section 43(2) has played no part in other requests".
bool SentenceWords::is_of_other_requests() const {
  static constexpr std::string_view other[] = {"other", "others", "another", "later", "subsequent", "future", "similar"};
  static constexpr std::string_view matters[] = {"request", "requests",  "case",       "cases",    "matter",    "matters", "appeal",
                                                 "appeals", "complaint", "complaints", "response", "responses", "replies", "answers"};
  for (std::size_t n = 1; n <= kAfter + 2 && i_ + n < tokens_.size() && !tokens_[i_ + n].strong && !tokens_[i_ + n].comma; ++n) {
    if (next(n) == "this" || next(n) == "your") return false;
    if (among(other, next(n)) && among(matters, next(n + 1))) return true;
  }
  return false;
}

// "Whether section 43(2) was the wrong exemption", "may have gone too far", "if you think that".
bool SentenceWords::is_doubted() const {
  static constexpr std::string_view doubts[] = {"if", "whether", "unless", "may", "might", "could"};
  for (std::size_t n = 1; n <= kLongSubject && n <= i_ && !tokens_[i_ - n + 1].strong; ++n) {
    if (among(doubts, before(n))) return before(n + 1) != "even";
    if (is_turn(before(n)) || (n > 1 && tokens_[i_ - n + 1].comma)) return false;
  }
  return false;
}

// "We cited the wrong section", "section 43(2) was the wrong exemption"; but "sent to the wrong section of the Council".
bool SentenceReader::is_chosen(std::size_t words) const {
  static constexpr std::string_view laws[] = {"act", "foia", "foisa", "regulations", "eir", "freedom", "legislation", "law", "2000"};
  static constexpr std::string_view choosing[] = {"use",   "used",    "using",   "cite",     "cited",    "citing",   "rely",   "relied",
                                                  "apply", "quote",   "quoted",  "applied",  "applying", "relying",  "chose",  "chosen",
                                                  "gave",  "given",   "named",   "invoked",  "referred", "selected", "picked", "under",
                                                  "by",    "claimed", "refused", "withheld", "choosing", "put"};
  if (next(words) == "of" && !among(laws, next(words + 1)) && !among(laws, next(words + 2))) return false;
  for (std::size_t n = 1; n <= 4 && n <= i_; ++n)
    if (among(choosing, before(n))) return true;
  const bool linked = before_has("was", 4) || before_has("is", 4) || before_has("were", 4) || before_has("be", 4) || before_has("been", 4);
  const Subject of = subject();
  return linked ? of != Subject::other && of != Subject::manner : of == Subject::ground || of == Subject::none;
}

bool SentenceReader::is_laid() const {
  static constexpr std::string_view laying[] = {"put",     "set",     "left",    "leave",  "lay",  "laid",
                                                "putting", "setting", "leaving", "pushed", "moved"};
  for (std::size_t n = 1; n <= kBefore && n <= i_; ++n) {
    if (!among(laying, before(n))) continue;
    for (std::size_t k = 1; k < n; ++k)
      if (among(kLaws, before(k)) || before(k) == "it" || before(k) == "that" || before(k) == "them" || before(k) == "this") return true;
    return n <= 2 && subject_in(kLaws);  // "section 43(2) was put to one side"
  }
  return false;
}

// "The officer went too far in blanking the rates": it is told how.
bool SentenceReader::tells_excess(std::size_t words) const {
  static constexpr std::string_view leading[] = {"in", "when", "by", "with"};
  if (!among(leading, next(words)) || !(before_has(kDoers, 4) || (before_has(kVoices, 3) && !is_theirs()))) return false;
  for (std::size_t n = words + 1; n <= words + 4 && i_ + n < tokens_.size() && !tokens_[i_ + n].strong; ++n) {
    const VerbRow* phrasal = phrasal_verb_at(tokens_, i_ + n);
    const VerbRow* verb = phrasal != nullptr ? phrasal : verb_of(next(n));
    if (verb != nullptr && (verb->verb == Verb::withhold || verb->verb == Verb::rely || verb->verb == Verb::apply)) return true;
  }
  return false;
}

bool SentenceReader::speaks_of_ground(const SetPhrase& phrase) const {
  static constexpr std::string_view looking[] = {"consider", "look",    "decide",    "rule", "use",  "rely",  "apply",
                                                 "invoke",   "cite",    "claim",     "go",   "turn", "reach", "address",
                                                 "deal",     "examine", "determine", "test", "weigh"};
  // "In your favour there is the time that has passed": weighed, and not decided.
  if (tokens_[i_].word == "in" && next(1) == "your" && (i_ == 0 || tokens_[i_].strong)) return false;
  if (phrase.about == About::anything) return true;
  // "No grounds for overturning it": they are missed for what would undo it.
  static constexpr std::string_view undoing[] = {"overturning", "changing",    "altering",   "setting",    "reversing",
                                                 "departing",   "interfering", "disturbing", "revisiting", "varying",
                                                 "lifting",     "doubting",    "criticism",  "complaint"};
  if (phrase.about == About::object) return object_is_ground(phrase.words) && !among(undoing, next(phrase.words));
  if (phrase.about == About::looking) return among(looking, next(phrase.words)) && object_is_ground(phrase.words);
  if (phrase.about == About::chosen) return is_chosen(phrase.words);
  if (phrase.about == About::laid) return is_laid();
  // "The prices are exempt, and it is not at issue", "… and we need not consider how old they are": of what, nobody knows; the ground was
  // relied on.
  if (phrase.about == About::spared) return !relied_ || object_is_ground(1);
  const Subject of = subject();
  const bool named = of == Subject::ground || of == Subject::use || of == Subject::none;
  // "It is irrelevant who asks."
  static constexpr std::string_view open[] = {"who", "that", "how", "why", "what", "whether", "if", "when", "where"};
  if (phrase.about == About::ground && of == Subject::pronoun && among(open, next(phrase.words))) return object_is_ground(phrase.words + 1);
  if (phrase.about == About::ground) return named || (of == Subject::pronoun && !relied_);
  if (phrase.about == About::either) return of == Subject::ground || object_is_ground(phrase.words);
  if (phrase.about == About::judged && tells_excess(phrase.words)) return true;
  if (of_manners(phrase.words)) return false;
  if (phrase.about == About::withheld) return of != Subject::outcome && of != Subject::manner;
  const bool ours = of == Subject::outcome && phrase.about == About::outcome;
  return named || ours || of == Subject::pronoun || (of == Subject::outcome && before_has(kVoices, 4));
}

bool SentenceReader::read_phrase() {
  const auto phrase = set_phrase_at(tokens_, i_);
  if (!phrase || !speaks_of_ground(*phrase)) return phrase.has_value();
  const bool denied = phrase->about != About::spared && is_denied() != flipped_;
  const bool fate = phrase->act == Act::kOverturned || phrase->act == Act::kWithdrawn;
  if (fate && (is_doubted() || (phrase->one_way && before_has(std::string_view("would"), 4)))) return true;
  if (is_of_other_requests() && (fate || phrase->act == Act::kUnconsidered)) return true;
  std::optional<Act> act = phrase->act;
  // "From that date section 43(2) has played no part."
  static constexpr std::string_view since[] = {"since", "date", "then", "thereafter", "point"};
  if (tokens_[i_].word == "played" && before_has(since, kLongSubject) && before_has("has", 2)) act = Act::kWithdrawn;
  if (denied) act = phrase->one_way ? std::nullopt : denial_of(phrase->act);
  if (act) add_judged(*act, {}, false, phrase->whole);
  return true;
}

// What is said when that is denied: nothing, mostly.
std::optional<Act> SentenceReader::denial_of(Act act) {
  switch (act) {
    case Act::kOverturned:
    case Act::kWithdrawn:
      return Act::kUpheld;
    case Act::kUpheld:
      return Act::kOverturned;
    case Act::kApplies:
      return Act::kNotApplied;
    default:
      return std::nullopt;
  }
}

}  // namespace foi::understand
