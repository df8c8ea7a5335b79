#include <algorithm>

#include "indexer/understand/cues.h"
#include "indexer/understand/stance_lists.h"
#include "indexer/understand/stance_reader.h"

namespace foi::understand {

// "We have not gone for section 14", "I didn't trouble with the exemption", "neither is section 31(3)": whatever it is that is not done
// with a ground, unless a verb of the table says what.
bool SentenceReader::leaves_ground() const {
  static constexpr std::string_view laws[] = {"section", "sections", "regulation", "regulations", "exemption", "exception"};
  static constexpr std::string_view leading[] = {"the", "that", "this", "either", "any"};
  static constexpr std::string_view auxiliaries[] = {"is", "was", "does", "do", "did", "has", "have", "are", "were"};
  const std::string_view w = tokens_[i_].word;
  if (w == "neither" || w == "nor") return among(auxiliaries, next(1)) && among(laws, next(2));
  static constexpr std::string_view ours[] = {"we", "i"};
  if (w != "not" || !(among(ours, before(1)) || (among(ours, before(2)) && (among(auxiliaries, before(1)) || before(1) == "will"))))
    return false;
  // "We do not regard section 43 as spent", "have not put section 43 to one side"
  static constexpr std::string_view regarding[] = {"regard", "see", "view", "treat", "read", "put", "set", "leave", "left"};
  if (before_has(kDoubts, kLongSubject) || among(regarding, next(1))) return false;
  static constexpr std::string_view bringing[] = {"for", "to", "into", "with", "upon", "on", "down", "after", "behind"};
  for (std::size_t n = 1; n <= 4; ++n) {
    if (i_ + n >= tokens_.size() || tokens_[i_ + n].strong || tokens_[i_ + n].comma || verb_of(next(n)) != nullptr ||
        phrasal_verb_at(tokens_, i_ + n) != nullptr)
      return false;
    if (among(laws, next(n))) return n > 1 && (n == 2 || among(bringing, next(among(leading, next(n - 1)) ? n - 2 : n - 1)));
  }
  return false;
}

// "Section 31 does not arise": a ground; the duty to confirm that does not arise is how the Act refuses to.
bool SentenceReader::does_not_arise() const {
  static constexpr std::string_view arising[] = {"arise", "arises", "arising"};
  static constexpr std::string_view duties[] = {"duty", "obligation", "duties", "obligations", "requirement"};
  static constexpr std::string_view laws[] = {"section", "sections", "regulation", "regulations", "exemption", "exception", "which", "it"};
  return among(arising, tokens_[i_].word) && before_has(kNot, 3) && before_has(laws, kNearFineLaw) && !before_has(duties, kLongSubject) &&
         !before_has(kDoubts, kBefore);
}

// "You are being told neither that it is held nor that it is not", "contrary to the public interest to reveal whether it exists".
bool SentenceReader::tells_neither() const {
  static constexpr std::string_view being[] = {"held", "hold", "holds", "exists", "exist", "have", "has"};
  static constexpr std::string_view telling[] = {"reveal", "say", "disclose", "indicate", "tell", "told", "saying", "telling", "revealing"};
  static constexpr std::string_view against[] = {"contrary", "against", "not", "cannot", "without", "nor", "neither", "unable"};
  const std::string_view w = tokens_[i_].word;
  if (before_has(kDoubts, kBefore)) return false;
  if (w == "neither") return before_has(telling, 3) && after_has(being, kLongSubject) && after_has(std::string_view("nor"), kLongSubject);
  const std::size_t open = next(1) == "you" ? 2 : 1;
  return among(telling, w) && (next(open) == "whether" || next(open) == "if") && before_has(against, kBefore) && after_has(being, 10);
}

// "Section 12(1) means that we need not", "so we don't have to do it", "we are not bound to": whoever need not do it refuses. What a verb
// of giving says ("need not supply it") that verb is read for.
bool SentenceReader::is_excused() const {
  static constexpr std::string_view ours[] = {"we", "i", "trust", "council", "board", "force", "icb", "university", "department"};
  static constexpr std::string_view bound[] = {"obliged", "required", "bound", "compelled", "going"};
  static constexpr std::string_view doing[] = {"do", "go", "carry", "undertake", "look", "read", "collect", "work", "say", "search"};
  static constexpr std::string_view ends[] = {"", "and", "as", "because", "since", "so", "here", "for", "in", "but"};
  static constexpr std::string_view wills[] = {"will", "shall"};
  if (tokens_[i_].word != "not") return false;
  std::size_t at = 1;  // where what need not be done stands
  bool own = among(ours, before(2));
  const bool spared = before(1) == "need" && own;
  if (!spared && next(1) == "have" && next(2) == "to") {
    at = 3;
  } else if (!spared && among(bound, next(1)) && next(2) == "to") {
    at = 3;
    own = own || among(ours, before(1));
  } else if (!spared) {
    // "… and will not": of what the clause before said.
    own = before(2) == "and" && before_has(ours, kLongSubject);
    if (!among(wills, before(1))) return false;
  }
  if (!own || before_has(kDoubts, kBefore)) return false;
  const bool over = i_ + at >= tokens_.size() || tokens_[i_ + at].strong || tokens_[i_ + at].comma;
  return over || among(ends, next(at)) || (at == 3 && among(doing, next(at)) && next(at + 1) != "so") ||
         (spared && among(doing, next(at)) &&
          (next(at + 1).empty() || next(at + 1) == "it" || next(at + 1) == "that" || next(at + 1) == "so"));
}

// "Section 22 lets us keep it", "relieves us from giving them again": what the law allows with the very thing asked for is done with it.
bool SentenceReader::lets_us() const {
  static constexpr std::string_view letting[] = {"lets",     "allows",  "permits", "entitles", "enables", "exempts",
                                                 "relieves", "excuses", "spares",  "frees",    "obliges", "requires"};
  static constexpr std::string_view allowing[] = {"allows", "permits", "provides", "calls"};
  static constexpr std::string_view laws[] = {"section", "sections", "regulation", "exemption", "exception", "subsection"};
  static constexpr std::string_view us[] = {"us", "me"};
  static constexpr std::string_view these[] = {"it", "them", "these", "this", "those"};
  static constexpr std::string_view cases[] = {"where", "when", "if", "information", "unless", "any"};
  // "Section 22 allows for it."
  const bool allows = among(allowing, tokens_[i_].word) && next(1) == "for" && among(these, next(2));
  const bool lets = (among(letting, tokens_[i_].word) && among(us, next(1))) || allows;
  return lets && (before_has(laws, kNearFineLaw) || subject_in(laws)) && after_has(these, 5) && !after_has(cases) &&
         !before_has(kDoubts, kLongSubject) && !before_has(kNot, 4);
}

// "The danger brings section 38(1)(a) into operation", "… has called section 14 into play".
bool SentenceReader::is_put_into_play() const {
  static constexpr std::string_view play[] = {"play", "operation", "effect", "force"};
  static constexpr std::string_view putting[] = {"bring", "brings", "brought", "call", "calls", "called", "put", "puts"};
  static constexpr std::string_view laws[] = {"section", "sections", "regulation", "exemption", "exception"};
  return tokens_[i_].word == "into" && among(play, next(1)) && before_has(putting, kLongSubject) &&
         (before_has(laws, kNearFineLaw) || subject_in(laws));
}

// "This sentence is the notice required by section 17", "please take this as formal notice under": that nothing is held, in Scotland.
bool SentenceReader::is_notice_given() const {
  static constexpr std::string_view leading[] = {"the", "a", "formal", "our", "written", "your", "required"};
  static constexpr std::string_view being[] = {"is", "as", "constitutes", "serves", "be", "forms", "counts"};
  static constexpr std::string_view under[] = {"required", "under", "in", "that", "for", "given", "called", "of", "to", "by"};
  if (tokens_[i_].word != "notice" || !among(under, next(1)) || before_has(kNot, 4)) return false;
  std::size_t n = 1;
  while (n < 4 && among(leading, before(n))) ++n;
  return among(being, before(n));
}

// "We do not use it", "haven't claimed that": a denied verb with nothing but a pronoun for its object.
bool SentenceReader::is_pronoun_left() const {
  static constexpr std::string_view pronouns[] = {"it", "that", "this", "them", "either", "those"};
  static constexpr std::string_view ends[] = {"", "and", "but", "as", "because", "since", "here", "so", "for", "in"};
  if (!among(pronouns, next(1)) || !before_has(kNot, 4)) return false;
  return next(1) == "it" || among(ends, next(2)) || tokens_[i_ + 2].strong || tokens_[i_ + 2].comma;
}

// "We cannot do this within the costs limit", "that is beyond the limit": the limit is passed without a verb that says so.
bool SentenceReader::is_beyond_limit() const {
  static constexpr std::string_view over[] = {"over", "beyond", "above", "past"}, leading[] = {"the", "our"};
  static constexpr std::string_view caps[] = {"limit", "limits", "18", "24", "eighteen", "450", "600", "threshold", "ceiling"};
  static constexpr std::string_view doubts[] = {"if", "whether", "may", "might", "could", "not", "where", "when", "likely"};
  static constexpr std::string_view taking[] = {"cost", "costs", "take", "takes", "need", "be", "require", "requires", "to"};
  // "It would cost more than £450", "comes to more than the 18 hours".
  const bool more = tokens_[i_].word == "more" && next(1) == "than" && (among(caps, next(2)) || among(caps, next(3)));
  static constexpr std::string_view any[] = {"requests", "can", "any", "authority", "authorities"};
  if (more && among(taking, before(1)) && !before_has(any, kLongSubject) && !after_has("can"))
    return !before_has(doubts, kLongSubject) && !frame().generic;
  const auto capped = [&] { return among(caps, next(2)) || among(kLimits, next(3)); };
  if (among(over, tokens_[i_].word) && among(leading, next(1)) && capped()) return !before_has(doubts, kLongSubject) && !frame().generic;
  static constexpr std::string_view costs[] = {"cost", "costs", "appropriate", "fees", "18", "24", "statutory"};
  return tokens_[i_].word == "within" && after_has(kLimits, 4) && after_has(costs, 3) && before_has(kNot, 12) &&
         !before_has(std::string_view("if")) && !before_has(std::string_view("whether"));
}

// "Was mistaken in holding that", "not wrong to conclude that": whether the error is denied.
std::optional<bool> SentenceReader::errs_in_view() const {
  static constexpr std::string_view holding[] = {
      "holding",  "finding", "concluding", "deciding",  "thinking",    "hold",      "find",    "conclude",   "decide",      "think",
      "say",      "saying",  "believe",    "believing", "considering", "consider",  "suggest", "suggesting", "maintaining", "claim",
      "claiming", "argue",   "arguing",    "assume",    "assuming",    "supposing", "suppose", "contending"};
  const bool led = before(1) == "in" || before(1) == "to";
  if (next(1) != "that" || !led || !among(holding, tokens_[i_].word) || !among(kWrong, before(2)) || is_doubted()) return std::nullopt;
  return before(3) == "not" || before(4) == "not";
}

// "Was mistaken in thinking that", but not "it would be wrong to say that": somebody did.
bool SentenceReader::is_finding_of_error() const {
  static constexpr std::string_view finite[] = {"is", "are", "was", "were", "am"};
  return before_has(finite, 5) && !before_has(std::string_view("would"), 6);
}

// Of a view that is told right before: "mistaken in thinking that …", "I do not accept that …", but not "is not persuaded of the harm,
// which means that …": no clause ends between. The distance of its "that", or nothing.
std::optional<std::size_t> SentenceReader::view_before() const {
  static constexpr std::string_view views[] = {
      "accept",   "accepted",  "accepts",    "agree",       "agrees",      "agreed",     "think",    "thinks",     "believe",
      "believes", "consider",  "considers",  "persuaded",   "satisfied",   "convinced",  "find",     "finds",      "say",
      "saying",   "thinking",  "believing",  "finding",     "holding",     "hold",       "conclude", "concluding", "decide",
      "deciding", "suggest",   "suggesting", "argue",       "arguing",     "claim",      "claiming", "assume",     "assuming",
      "suppose",  "supposing", "contending", "maintaining", "considering", "contention", "argument", "submission", "suggestion"};
  static constexpr std::string_view ends[] = {"and", "so", "because", "as", "since", "which", "who", "or", "if", "where", "therefore"};
  for (std::size_t n = 1; n <= kLongSubject && n <= i_ && !tokens_[i_ - n + 1].strong && !tokens_[i_ - n + 1].comma; ++n) {
    if (among(ends, before(n))) return std::nullopt;
    if (before(n) == "that") return among(views, before(n + 1)) ? std::optional(n) : std::nullopt;
  }
  return std::nullopt;
}

// "I do not accept that section 43(2) does not apply": the "not" is of what is disbelieved.
bool SentenceReader::is_denied_view() const {
  const std::optional<std::size_t> view = view_before();
  for (std::size_t n = 1; view && n < *view; ++n)
    if (before(n) == "not" || before(n) == "never") return true;
  return false;
}

// "There is nothing here to which section 40(2) would attach", "none of it that section 43 covers", "none of the exemptions cited".
bool SentenceReader::denies_all() const {
  const std::string_view w = tokens_[i_].word;
  static constexpr std::string_view views[] = {"view", "opinion", "conclusion", "belief"};
  if (w == "share") return before_has(kNot, 2) && among(views, next(2));  // "I do not share the view that"
  // "Nor does it matter that it would be exempt": whether it is makes no odds.
  static constexpr std::string_view open[] = {"that", "whether", "if"};
  // "I cannot say that it was mistaken", "it would be wrong to say that", "I do not accept the argument that".
  static constexpr std::string_view saying[] = {"say", "said", "suggest", "suggested", "pretend", "fault", "follow", "follows"};
  static constexpr std::string_view pleas[] = {"argument",  "suggestion", "contention", "submission", "claim",      "criticism",
                                               "assertion", "allegation", "complaint",  "charge",     "proposition"};
  static constexpr std::string_view rejecting[] = {"accept", "share", "adopt", "agree"};
  if (next(1) == "that" && among(saying, w)) return before_has(kNot, 3) || before(2) == "wrong";
  if (next(1) == "that" && among(pleas, w)) return before_has(rejecting, 3) && before_has(kNot, 5);
  if (w == "matter" || w == "matters") return among(open, next(1)) && before_has(kNot, 4);
  // "Nothing in your e-mail persuades me that", "I see no reason why it should not".
  static constexpr std::string_view winning[] = {"persuades", "persuaded", "convinces", "convinced", "satisfies", "satisfied"};
  if (among(winning, w) && next(2) == "that") return before_has(std::string_view("nothing"), kLongSubject);
  if (w == "reason" && next(1) == "why") return before(1) == "no";
  constexpr std::string_view grounds[] = {"exemptions", "exceptions", "sections", "grounds"};
  if (w == "none") return next(1) == "of" && (among(grounds, next(2)) || among(grounds, next(3)) || among(grounds, next(4)));
  // "It has not demonstrated that section 31 is engaged."
  constexpr std::string_view proving[] = {"demonstrated", "demonstrate", "shown", "established", "proved", "substantiated", "evidenced"};
  if (among(proving, w)) return (next(1) == "that" || next(1) == "how") && before_has(kNot, 4);
  if (w != "which" && w != "that") return false;
  static constexpr std::string_view none[] = {"nothing", "none"};
  return before_has(none, 5) && (next(1) == "section" || next(2) == "section" || next(1) == "regulation");
}

// "The council was not entitled to do so": of what it was said to have done before.
std::optional<bool> SentenceReader::allows_doing() const {
  constexpr std::string_view doubts[] = {"whether", "if", "may", "might", "would"};
  const bool doing = tokens_[i_].word == "so" && before(1) == "do" && before(2) == "to";
  if (!doing || before_has(doubts, kLongSubject)) return std::nullopt;
  if (among(kRight, before(3))) return !before_has(kNot, 6);
  if (among(kWrong, before(3))) return before_has(kNot, 6);
  return std::nullopt;
}

// "Neither of the two grounds is good", "none of the exemptions was available", "both exemptions fail", "each of them stands".
std::optional<Act> SentenceReader::judges_all() const {
  static constexpr std::string_view good[] = {"good",        "available", "valid",    "sound",  "right",   "correct",
                                              "applicable",  "made",      "tenable",  "stands", "stand",   "sustained",
                                              "sustainable", "justified", "survives", "holds",  "survive", "hold",
                                              "apt",         "proper",    "engaged",  "apply",  "applies"};
  static constexpr std::string_view fallen[] = {"fail", "fails", "fall", "falls", "go", "wrong", "collapse"};
  static constexpr std::string_view doubts[] = {"if", "whether", "unless", "may", "might", "you", "your"};
  const std::string_view w = tokens_[i_].word;
  const bool none = w == "neither" || w == "none";
  if ((!none && w != "both" && w != "each") || before_has(doubts, kLongSubject)) return std::nullopt;
  bool grounds = false;
  for (std::size_t n = 1; n <= 9 && i_ + n < tokens_.size() && !tokens_[i_ + n].strong && !is_turn(next(n)); ++n) {
    grounds = grounds || among(kGrounds, next(n)) || next(n) == "them";
    if (!grounds && next(n) != "stands" && next(n) != "stand") continue;
    if (among(good, next(n))) return none ? Act::kOverturned : Act::kUpheld;
    if (!none && among(fallen, next(n))) return Act::kOverturned;
  }
  return std::nullopt;
}

// "Section 40(2) was no answer to your request", "that exemption is no reason to hide it".
bool SentenceReader::is_no_answer() const {
  static constexpr std::string_view linking[] = {"is", "was", "are", "were", "be"};
  static constexpr std::string_view helps[] = {"answer", "reason", "excuse",        "defence", "help",
                                               "shield", "basis",  "justification", "warrant"};
  static constexpr std::string_view doubts[] = {"if", "whether", "there", "may", "might", "you"};
  return tokens_[i_].word == "no" && among(linking, before(1)) && among(helps, next(1)) && before_has(kGrounds, kNearFineLaw) &&
         !before_has(doubts, kNearFineLaw);
}

bool SentenceReader::denies_exemption() const {
  const std::string_view w = tokens_[i_].word;
  return (w == "exemption" || w == "exemptions") && before(1) == "no";
}

// "It should not have done", "they ought not to have been".
bool SentenceReader::should_not_have() const {
  const std::string_view w = tokens_[i_].word;
  // "Section 14(1) should not have featured in our reply": whatever it should not have done.
  const bool ground = w == "have" && (before(1) == "not" || before(1) == "never") && (before(2) == "should" || before(3) == "ought") &&
                      before_has(std::string_view("section"), kNearFineLaw);
  static constexpr std::string_view places[] = {"featured", "figured", "appeared", "entered", "come", "formed", "gone", "played"};
  if (ground && among(places, next(1))) return true;
  if ((w != "done" && w != "been") || !next(1).empty() || !before_has(std::string_view("not"))) return false;
  return before(1) == "have" && (before_has("should", 4) || before_has("ought", 5));
}

// "… whether section 43 might apply, and found that it does not": the verb is left out.
bool SentenceReader::is_ellipsis() const {
  if (tokens_[i_].word != "not") return false;
  static constexpr std::string_view helpers[] = {"does", "do", "did", "is", "was", "could", "should", "are"};
  static constexpr std::string_view ends[] = {"", "and", "as", "because", "since", "for", "here", "in", "so"};
  if (!among(helpers, before(1)) || !among(ends, next(1)) || before(2) == "who" || before(2) == "there") return false;
  // "It would apply if we knew of any; we don't": of the condition.
  if (before_has(std::string_view("if"), kBefore) || (tokens_[i_].strong && before_has(kOwn, 3))) return false;
  for (std::size_t n = 1; n <= kLongSubject && n <= i_; ++n)
    if (before(n) == "if" && among(kOwn, before(2))) return false;
  return std::ranges::any_of(said_, [](const Said& s) {
    return s.act == Act::kUpheld || s.act == Act::kThreatens || s.act == Act::kApplies || s.act == Act::kWeighed;
  });
}

}  // namespace foi::understand
