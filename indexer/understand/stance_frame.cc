#include "indexer/understand/stance_frame.h"

#include "indexer/understand/stance_lists.h"
#include "indexer/understand/stance_verbs.h"

namespace foi::understand {

bool SentenceWords::after_has(Cues words, std::size_t most) const {
  for (std::size_t n = 1; n <= most && i_ + n < tokens_.size() && !tokens_[i_ + n].strong; ++n)
    if (among(words, next(n))) return true;
  return false;
}

// "reasonable in all the circumstances" is a condition of the law, "the appropriate limit" a sum.
bool SentenceWords::commends(std::size_t n) const {
  const std::string_view w = before(n), earlier = before(n + 1);
  static constexpr std::string_view linking[] = {"was", "is", "were", "are", "be"};
  if (w == "right" && !among(linking, earlier)) return false;
  if (w == "appropriate" && before(n - 1) == "limit") return false;
  return !(w == "reasonable" && before(n - 1) == "in" && before(n - 2) == "all");
}

// "No information has been withheld", "no part of it is exempt": the subject is denied. But "no test applies".
bool SentenceWords::denies_subject(std::size_t n) const {
  static constexpr std::string_view subjects[] = {
      "information", "part",     "data",      "exemption", "exemptions", "exception", "exceptions", "names",  "section",
      "material",    "document", "documents", "redaction", "redactions", "figure",    "figures",    "record", "records",
      "details",     "reliance", "use",       "claim",     "page",       "pages",     "one"};
  static constexpr std::string_view leading[] = {"but", "and", "that", "so", "because", "as", "since"};
  const std::size_t at = i_ - n;
  // "No error in applying", "no reason to withhold": there is none, and what it would lead to is denied.
  static constexpr std::string_view causes[] = {"reason", "need", "basis", "cause", "grounds", "justification", "intention", "wish"};
  static constexpr std::string_view leads[] = {"to", "for", "in"};
  const bool on_which = word(at + 2) == "on" && word(at + 3) == "which";
  if (among(kWrong, word(at + 1)) || (among(causes, word(at + 1)) && (among(leads, word(at + 2)) || on_which))) return true;
  const bool first = at == 0 || tokens_[at].strong || tokens_[at].comma || among(leading, before(n + 1));
  if (!first || tokens_[at + 1].comma) return false;
  return among(subjects, word(at + 1)) || among(subjects, word(at + 2)) || among(subjects, word(at + 3));
}

// Whether the word n before the verb denies it. finite: the verb's own "is" or "has" stands between, over which no "not" reaches ("the
// candidates who were not successful are exempt"), unless it is only said or thought ("it does not mean that").
bool SentenceWords::denies(std::size_t n, bool finite) const {
  const std::string_view w = before(n);
  if (!among(kNot, w) || (w == "not" && before(n - 1) == "only")) return false;
  if (w == "no" && n > 2) return denies_subject(n);
  static constexpr std::string_view subjects[] = {"no", "nor", "neither", "nothing", "none", "nobody"};
  return !finite || among(subjects, w);
}

// "Decided against relying", "stopped short of invoking", "refrained from applying": w stands right before the participle.
bool SentenceWords::refrains(std::string_view w) const {
  static constexpr std::string_view deciding[] = {"decided", "decide", "deciding", "chose", "chosen", "advised", "resolved", "argued"};
  static constexpr std::string_view sparing[] = {"refrained", "refrain", "refraining", "desisted", "abstained", "shied"};
  if (w == "to" && before(2) == "temptation") return true;
  if (w == "against") return among(deciding, before(2));
  return (w == "of" && before(2) == "short") || (w == "from" && (among(sparing, before(2)) || among(sparing, before(3))));
}

// Whether the "no longer" that ends n words before the verb is the verb's: "we no longer, for that reason, seek to rely on", but not "the
// tender is no longer live, section 43(2) is engaged", nor "as the prices are no longer current section 43(2) is".
bool SentenceWords::ends_by_longer(std::size_t n) const {
  static constexpr std::string_view laws[] = {"section", "sections", "exemption", "exemptions", "exception", "regulation", "regulations"};
  const std::size_t first = i_ - n + 1;
  if (first >= i_) return true;
  bool comma = false, law = false;
  for (std::size_t at = first + 1; at <= i_; ++at) {
    comma = comma || tokens_[at].comma;
    law = law || among(laws, tokens_[at - 1].word);
  }
  if (comma || tokens_[first].comma) return comma && tokens_[first].comma;
  static constexpr std::string_view views[] = {"the", "maintains", "maintain", "argues", "argue", "says", "say", "contends", "any"};
  return !law || among(views, tokens_[first].word) || verb_of(tokens_[first].word) != nullptr;
}

// A relative clause that ends at a comma right before the verb, or before its subject: ", which was not mentioned in the first reply,
// applies", ", which is not part of this complaint, the council applied".
SentenceWords::Aside SentenceWords::relative_clause() const {
  static constexpr std::string_view heads[] = {"which", "who", "whose", "although", "though"};
  constexpr std::size_t subject_words = 4;
  std::size_t end = 0;
  while (end < i_ && end < subject_words && !tokens_[i_ - end].comma && !tokens_[i_ - end].strong) ++end;
  if (end >= i_ || !tokens_[i_ - end].comma) return {};
  for (std::size_t n = end + 1; n <= end + kLongSubject && n <= i_ && !tokens_[i_ - n + 1].strong; ++n)
    if (tokens_[i_ - n].comma) return among(heads, before(n)) ? Aside{end + 1, n} : Aside{};
  return {};
}

// The clause opens with "as", "since": what stands before its comma is said to lead to what follows.
bool SentenceWords::begins_with_reason() const {
  static constexpr std::string_view reasons[] = {"as", "since", "because", "given"};
  std::size_t first = i_;
  while (first > 0 && !tokens_[first].strong) --first;
  return among(reasons, tokens_[first].word);
}

Frame SentenceWords::frame() const {
  Frame f;
  const Aside aside = relative_clause();
  bool reaching = true;  // whether a "not" would still govern this verb
  bool parenthesis = false, finite = false;
  for (std::size_t n = 1; n <= kBefore && n <= i_ && !tokens_[i_ - n + 1].strong; ++n) {
    const std::string_view w = before(n);
    if (n >= aside.nearest && n <= aside.farthest) {
      note_distant(f, w);
      continue;
    }
    if (is_turn(w) || w == "because" || w == "therefore" || w == "so") reaching = reaching && w != "but" && w != "because" && w != "so";
    if (is_turn(w)) break;
    if (tokens_[i_ - n + 1].comma) parenthesis = !parenthesis;
    // A subject of its own: what stands before it governs another verb ("as you can find them there, they are exempt").
    const bool subject = w == "they" || w == "it" || w == "we" || w == "i" || w == "these" || w == "this" || w == "you";
    const VerbRow* other = verb_of(w);
    if (n == 1 && w == "and" && tokens_[i_ - 1].comma) reaching = false;
    const bool on_which = w == "which" && before(n + 1) == "on" && before(n - 1) == "to";  // "no basis on which to set it aside"
    if (n > 1 && !on_which && (w == "and" || w == "which" || w == "that" || w == "or")) reaching = reaching && (w == "or") && n <= 3;
    if (other != nullptr && other->verb != Verb::raise && other->verb != Verb::judged && other->verb != Verb::need && w != "provided" &&
        w != "given") {
      f.exempt_from = f.exempt_from || (other->verb == Verb::exempt && n <= 3);
      reaching = false;
    }
    if (reaching && parenthesis && !may_stand_before_parenthesis(w)) {
      note_distant(f, w);
      // A clause of its own stands before the comma: "As you can obtain it there, section 21 applies".
      static constexpr std::string_view inserted[] = {"had", "were", "as", "if"};  // "we could not, even had we wished to, have used"
      if (subject && !among(inserted, before(n + 1)) && begins_with_reason()) reaching = false;
      continue;
    }
    static constexpr std::string_view plans[] = {"intended",  "planned", "proposed", "minded",   "hoped",
                                                 "intending", "tempted", "meant",    "planning", "inclined"};
    static constexpr std::string_view were[] = {"was", "were", "had", "been"};
    if (reaching && n <= 3 && among(plans, w) && among(were, before(n + 1)) && before(n + 2) != "if") f.planned = true;
    if (n == 1 && refrains(w)) f.negated = true;
    static constexpr std::string_view ending[] = {"stopped", "ceased", "stop", "cease", "stopping", "quit", "finished"};
    if (n == 1 && among(ending, w)) f.longer = true;  // "has stopped relying on it"
    if (w == "reserve" || w == "reserves" || (n <= 3 && (w == "likely" || among(plans, w)))) f.modal = true;
    if (among(kRight, w) && reaching && commends(n)) f.right = true;
    if (among(kWrong, w) && reaching) f.wrong = true;
    if (w == "no" && before(n - 1) == "longer")
      f.longer = f.longer || (reaching && ends_by_longer(n - 1));
    else if (reaching && denies(n, finite)) {
      f.negated = true;
      f.nothing = f.nothing || w == "nothing" || w == "none" || (w == "no" && n > 2);
    }
    if (w == "not" && before(n - 1) == "only") f.only = true;
    if (reaching && among(kModals, w)) (w == "would" ? f.would : f.modal) = true;
    // "If he had said so I should have looked at section 12": as an older hand writes "would".
    static constexpr std::string_view first[] = {"i", "we"}, conditions[] = {"if", "had"};
    const bool hypothetical = w == "should" && among(first, before(n + 1)) && before_has(conditions, kPartReach);
    if (reaching && hypothetical)
      f.would = true;
    else if (reaching && (w == "should" || w == "ought"))
      f.should = true;
    if (w == "whether" || (w == "if" && before(n + 1) != "even")) f.whether = true;
    if (w == "unless" || (w == "where" && n <= 6) || inverts(i_ - n)) f.doubt = true;
    if (reaching && (w == "will" || w == "must" || w == "shall")) f.future = true;
    const bool must = before(n - 1) == "to";  // "might have to be withheld"
    if (reaching && (w == "have" || w == "has") && n <= 4 && !must) f.perfect = true;
    if (reaching && w == "have" && n <= 3 && !must) f.have = true;
    if (n <= 4 && (w == "been" || w == "be" || w == "is" || w == "are" || w == "was" || w == "were" || w == "being")) f.passive = true;
    if (among(kOwn, w)) f.own = true;
    static constexpr std::string_view letting[] = {"lets", "allows", "permits", "enables", "entitles"};
    if (w == "authority" && before(n + 1) == "an" && among(letting, before(n + 2))) f.generic = true;
    // "A body that relies on", "staff who misapplied", "often got wrong": of anybody, of other times.
    static constexpr std::string_view relative[] = {"that", "which", "who"}, any[] = {"a", "an", "any", "every"};
    static constexpr std::string_view bodies[] = {"authority",    "body",       "trust", "council",
                                                  "organisation", "department", "force", "university"};
    static constexpr std::string_view often[] = {"often",      "sometimes", "rarely",       "seldom",
                                                 "frequently", "commonly",  "occasionally", "normally"};
    if (n > 1 && among(bodies, w) && among(any, before(n + 1)) && among(relative, before(n - 1))) f.generic = true;
    if ((n == 1 && w == "who") || (n <= 3 && among(often, w))) f.generic = true;
    if (among(kGeneric, w) || (w == "authority" && (before(n + 1) == "public" && before(n + 2) == "a"))) f.generic = true;
    if (w == "you" || w == "your") f.you = true;
    if (n <= 4 && (w == "lets" || w == "allows" || w == "permits" || w == "enables" || w == "entitles")) f.lets = true;
    if (w == "to" && n <= 2 && asks_for(before(n + 1), before(n + 2))) f.asked = true;
    if (reaching && (w == "rather" || w == "instead")) f.rather = before(n - 1) == "than" || before(n - 1) == "of";
    if (reaching && (w == "obliged" || w == "required" || w == "able" || w == "possible" || w == "position")) f.obliged = true;
    if (reaching && (w == "also" || w == "additionally" || w == "instead" || w == "now" || w == "further")) f.added = true;
    if (reaching && (w == "continue" || w == "continues" || w == "still" || w == "remains" || w == "remain")) f.continues = true;
    if (reaching && (w == "decided" || w == "agreed" || w == "able" || w == "pleased")) f.decided = true;
    if (w == "partly" || w == "partially") f.partly = true;
    static constexpr std::string_view auxiliaries[] = {"is", "are", "was", "were", "has", "had"};
    static constexpr std::string_view saying[] = {"mean", "means", "say", "saying", "suggest", "appear", "seem", "follow", "show"};
    finite = (finite || among(auxiliaries, w)) && !among(saying, w);
    if (subject && before(n + 1) != "of" && before(n + 1) != "do" && before(n + 1) != "does" && before(n + 1) != "nor") reaching = false;
  }
  f.whether = f.whether || whether_over_citation();
  for (std::size_t n = kBefore + 1; f.would && n <= kLongSubject && n <= i_ && !tokens_[i_ - n + 1].strong; ++n)
    f.doubt = f.doubt || inverts(i_ - n);  // "had you asked for the names of the staff we would"
  static constexpr std::string_view over[] = {"longer", "more", "further"};
  for (std::size_t n = 1; n <= 7 && i_ + n < tokens_.size() && !tokens_[i_ + n].strong; ++n)
    f.any_longer = f.any_longer || (next(n) == "any" && among(over, next(n + 1)));
  for (std::size_t n = 1; n <= 4 && !is_turn(next(n)) && next(n) != "and" && i_ + n < tokens_.size() && !tokens_[i_ + n].strong; ++n) {
    if (n <= 2 && among(kRight, next(n)) && next(n) != "appropriate" && next(n) != "right") f.right = true;
    if (n <= 2 && among(kWrong, next(n))) f.wrong = true;
    static constexpr std::string_view excess[] = {"readily", "quickly", "widely", "broadly", "hastily", "far", "liberally", "freely"};
    if (n <= 2 && next(n) == "too" && among(excess, next(n + 1))) {
      static constexpr std::string_view broad[] = {"widely", "broadly", "far", "liberally", "freely"};
      f.wrong = true;
      f.widely = among(broad, next(n + 1));
    }
    if (next(n) == "part" && next(n - 1) == "in") f.partly = true;
  }
  return f;
}

// "Were we to rely on", "had you asked", "should we need to": a condition without "if", at the beginning of a clause.
bool SentenceWords::inverts(std::size_t at) const {
  static constexpr std::string_view heads[] = {"were", "had", "should"};
  static constexpr std::string_view subjects[] = {"we", "you", "i", "it", "they", "the", "this", "there", "any"};
  return among(heads, tokens_[at].word) && among(subjects, word(at + 1)) && (at == 0 || tokens_[at].strong || tokens_[at].comma);
}

// "whether section 24 or section 31(1)(a) is engaged": the numbers take up the room.
bool SentenceWords::whether_over_citation() const {
  for (std::size_t n = 1; n <= kLongSubject && n <= i_ && !tokens_[i_ - n + 1].strong; ++n) {
    const std::string_view w = before(n);
    if (w == "whether") return true;
    if (n > 3 && verb_of(w) != nullptr) return false;
    if (w == "and" || w == "but" || w == "that" || w == "which" || w == "we") return false;
  }
  return false;
}

// "asked us to apply", "invited the Trust to rely on": somebody else's wish.
bool SentenceWords::asks_for(std::string_view whom, std::string_view verb) {
  static constexpr std::string_view asking[] = {"asked",  "asks",    "wanted", "wants",  "invited",  "urged",   "requested",
                                                "wished", "pressed", "like",   "begged", "implored", "advised", "encouraged"};
  const auto asked = [&](std::string_view w) { return among(asking, w); };
  return (whom == "us" || whom == "trust" || whom == "council" || whom == "me") && (asked(verb) || verb == "the");
}

// "may not, in our view, apply": only words that negate or doubt reach over a parenthesis.
bool SentenceWords::may_stand_before_parenthesis(std::string_view w) const { return among(kNot, w) || w == "longer" || among(kModals, w); }

void SentenceWords::note_distant(Frame& f, std::string_view w) const {
  if (among(kOwn, w)) f.own = true;
  if (among(kGeneric, w)) f.generic = true;
  if (w == "you" || w == "your") f.you = true;
  if (w == "whether" || w == "if") f.whether = true;
  if (w == "unless") f.doubt = true;
}

bool SentenceWords::before_has(Cues words, std::size_t most) const {
  for (std::size_t n = 1; n <= most && n <= i_ && !tokens_[i_ - n + 1].strong; ++n)
    if (among(words, before(n))) return true;
  return false;
}

// Over the brackets of a citation, too.
bool SentenceWords::subject_in(Cues nouns) const {
  for (std::size_t n = 1; n <= kLongSubject && n <= i_; ++n)
    if (among(nouns, before(n))) return true;
  return false;
}

bool SentenceWords::near_law(Cues laws, std::size_t reach) const {
  for (std::size_t n = 1; n <= reach; ++n) {
    const auto is_law = [&](std::string_view w) { return among(laws, w) || (w.size() > 1 && w[0] == 's' && w[1] >= '0' && w[1] <= '9'); };
    if (is_law(next(n)) || is_law(before(n))) return true;
  }
  return false;
}

}  // namespace foi::understand
