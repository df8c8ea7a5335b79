#include "indexer/understand/stance.h"

#include <algorithm>
#include <utility>

#include "indexer/understand/cues.h"
#include "indexer/understand/stance_lists.h"
#include "indexer/understand/stance_reader.h"

namespace foi::understand {

// "comes within section 36", which no verb of the table says.
static constexpr VerbRow kWithin{"within", Verb::fall};
// "brings section 38 into operation", neither.
static constexpr VerbRow kIntoPlay{"engages", Verb::apply};

std::vector<Said> SentenceReader::run() && {
  for (i_ = 0; i_ < tokens_.size(); ++i_) {
    const bool next_clause = tokens_[i_].word == "and" && tokens_[i_].comma;
    const bool conceded = i_ > 0 && tokens_[i_ - 1].at < concession_ && tokens_[i_].at >= concession_;
    if (conceded || tokens_[i_].strong || next_clause || is_turn(tokens_[i_].word) || begins_own_clause()) flipped_ = erred_ = false;
    const bool disbelieved = flipped_;
    const bool phrase = read_phrase();
    if (const VerbRow* row = verb_here()) read(*row);
    if (weighs_ground() && !is_asked_of_us())
      add(before_has("not", tokens_[i_].word == "thought" ? 6 : 2) ? Act::kUnconsidered : Act::kWeighed, {});
    if ((!phrase && is_ellipsis()) || denies_exemption()) add(Act::kNotApplied, {});
    if (const auto fate = judges_all()) add(*fate, {}, false, true);
    if (is_no_answer()) add(Act::kOverturned, {});
    if (is_beyond_limit()) add(Act::kCost, frame());
    if (leaves_ground()) {
      static constexpr std::string_view going[] = {"gone", "go", "going", "got", "come", "proceeded", "proceed", "moved"};
      const bool on = among(going, next(1)) && next(2) == "on";  // "I haven't gone on to section 35"
      if (Said* said = added(on || next(1) == "reached" ? Act::kUnconsidered : Act::kNotApplied, frame())) said->unclaimed = true;
    }
    if (does_not_arise()) add(Act::kUnconsidered, frame());
    if (is_excused()) add(Act::kApplies, frame());
    if (tells_neither()) add(Act::kNcnd, frame());
    if (lets_us()) add(Act::kApplies, frame());
    if (is_put_into_play()) add_framed(frame(), kIntoPlay, false);
    if (is_notice_given()) add(Act::kNotHeld, frame());
    if (is_within_ground()) {
      Frame f = frame();
      f.negated = f.negated || (f.own && before_has(kNot, 4));  // "we cannot bring this within section 41"
      add_framed(f, kWithin, false);
    }
    if (const auto keeps = compares_interests()) add_balance(*keeps, {});
    if (const auto allowed = allows_doing()) add(*allowed ? Act::kUpheld : Act::kOverturned, {});
    if (decides_alike()) add(Act::kUpheld, {}, false, true);
    if (denies_all()) flipped_ = true;
    if (const auto denied = errs_in_view()) {
      flipped_ = disbelieved == *denied;
      erred_ = is_finding_of_error();
    }
    if (should_not_have() || allows_appeal()) add(Act::kOverturned, {});
  }
  return std::move(said_);
}

// "I do not agree and uphold it", "we disagree and we withhold them": what was denied before is over.
bool SentenceReader::begins_own_clause() const {
  static constexpr std::string_view subjects[] = {"we", "i", "therefore", "so", "accordingly", "instead"};
  static constexpr std::string_view verbs[] = {"uphold", "withhold", "overturn", "find",     "withdraw", "maintain", "confirm", "conclude",
                                               "accept", "refuse",   "release",  "disclose", "apply",    "rely",     "dismiss", "decide"};
  return tokens_[i_].word == "and" && (among(subjects, next(1)) || among(verbs, next(1)));
}

// "You wanted to know if section 38 was looked at."
bool SentenceReader::is_asked_of_us() const {
  static constexpr std::string_view theirs[] = {"you", "your"};
  static constexpr std::string_view open[] = {"whether", "if", "why"};
  return before_has(theirs, kLongSubject) && before_has(open, kLongSubject);
}

const VerbRow* SentenceReader::verb_here() const {
  const VerbRow* phrasal = phrasal_verb_at(tokens_, i_);
  return phrasal != nullptr ? phrasal : verb_of(tokens_[i_].word);
}

Said* SentenceReader::added(Act act, const Frame& f, bool past, bool stands) {
  if (tokens_[i_].at < concession_) return nullptr;
  if (act == Act::kWithdrawn && (is_done_by_others() || is_of_other_requests())) return nullptr;
  if (((flipped_ && act == Act::kApplies) || act == Act::kNotApplied) && is_what_was_judged()) return nullptr;
  if (flipped_ && act == Act::kOverturned && !stands)
    act = Act::kUpheld;
  else if (flipped_ && (act == Act::kApplies || act == Act::kUpheld || act == Act::kCost)) {
    static constexpr std::string_view nouns[] = {"reliance",    "refusal", "application", "use",      "redaction", "redactions",
                                                 "withholding", "relying", "applying",    "refusing", "redacting"};
    if (among(nouns, tokens_[i_].word)) denied_noun_ = said_.size();
    act = Act::kNotApplied;
  }
  // "… refused on 10 April, citing section 36": the participle is of its verb's time.
  const std::string_view here = tokens_[i_].word;
  if (act == Act::kApplies && here.ends_with("ing") && !is_progressive())
    past = past || std::ranges::any_of(said_, [](const Said& s) { return s.act == Act::kApplies && s.past; });
  relied_ = relied_ || (act == Act::kApplies && !past);
  said_.push_back({act, tokens_[i_].at, tokens_[i_].at + tokens_[i_].word.size(), past, f.own && !f.generic, false, stands});
  return &said_.back();
}

// A judgement that has taken what denies it into account. The noun it judges says nothing besides: "I do not think that our reliance on
// section 43(2) was wrong".
void SentenceReader::add_judged(Act act, const Frame& f, bool past, bool stands) {
  const bool flipped = std::exchange(flipped_, false);
  if (flipped && denied_noun_ < said_.size()) said_.erase(said_.begin() + static_cast<std::ptrdiff_t>(denied_noun_));
  denied_noun_ = kNone;
  if (tokens_[i_].at >= concession_ && concession_ > 0)
    add(act, f, past, stands);
  else if (is_theirs())
    told_.push_back({act, tokens_[i_].at, tokens_[i_].at + tokens_[i_].word.size()});
  else
    add(act, f, past, stands);
  flipped_ = flipped;
  if (flipped) judged_at_ = i_;
}

// "I do not think that we went too far in relying on section 43(2)": what was denied is that it went too far.
bool SentenceReader::is_what_was_judged() const {
  static constexpr std::string_view leading[] = {"in", "by", "when", "for", "with", "to"};
  if (judged_at_ == kNone) return false;
  bool led = false;
  for (std::size_t at = judged_at_ + 1; at <= i_; ++at) {
    if (tokens_[at].strong || tokens_[at].comma || tokens_[at].word == "and" || is_turn(tokens_[at].word)) return false;
    led = led || among(leading, tokens_[at].word);
  }
  return led;
}

bool SentenceReader::is_progressive() const {
  static constexpr std::string_view auxiliaries[] = {"is", "are", "am", "be", "been", "now", "also", "still", "therefore", "not"};
  return among(auxiliaries, before(1)) || before(1) == "we" || before(1) == "i";
}

void SentenceReader::read(const VerbRow& row) {
  switch (row.verb) {
    case Verb::apply:
    case Verb::rely:
      return read_apply(row);
    case Verb::withhold:
      return read_withhold(row);
    case Verb::exempt:
    case Verb::fall:
      return read_exempt(row);
    case Verb::disclose:
      return read_disclose(row);
    case Verb::hold:
      return read_hold();
    case Verb::uphold:
      return read_uphold(row);
    case Verb::overturn:
      return read_overturn(row);
    case Verb::withdraw:
      return read_withdraw(row);
    case Verb::maintain:
      return read_maintain(row);
    case Verb::dismiss:
      if (after_has(kComplaints) || before_has(kComplaints)) add(Act::kUpheld, frame(), row.past, true);
      return;
    case Verb::outweigh:
      return read_outweigh();
    case Verb::favour:
      return read_favour();
    case Verb::exceed:
      return read_exceed();
    case Verb::confirm:
      return read_confirm();
    case Verb::raise:
      return read_raise();
    case Verb::fail:
      return read_fail();
    case Verb::judged:
      return read_judged();
    case Verb::survive:
      return read_survive();
    case Verb::discard:
      return read_discard();
    case Verb::need:
      return read_need();
    case Verb::replace:
    case Verb::breach:
    case Verb::none:
      return;
  }
}

// What the frame makes of a verb that relies on a ground.
void SentenceReader::add_framed(const Frame& f, const VerbRow& row, bool hypothetical_stands) {
  // "To rely on the section a different kind of harm has to be shown."
  static constexpr std::string_view us[] = {"we", "i", "us"};
  const bool purpose = before(1) == "to" && (i_ == 1 || tokens_[i_ - 1].strong) && !f.own && !after_has(us, kLongSubject);
  if (f.only || purpose) return add(Act::kExplains, f);
  if (f.planned) return add(Act::kWeighed, f);
  if (f.asked) return add(Act::kThreatens, f);
  static constexpr std::string_view cases[] = {"where", "when", "if"};
  if (f.lets && !f.passive && after_has(cases)) return add(Act::kExplains, f);  // "the Act lets us refuse where"
  if (f.generic && !f.right && !f.wrong) return add(Act::kExplains, f);
  constexpr std::string_view considering[] = {"consider", "considered", "considering"};
  if (f.any_longer && f.negated && before_has(considering)) return add(Act::kUnconsidered, f);  // "did not consider its use any further"
  if (f.longer || (f.any_longer && (f.negated || flipped_))) return add(Act::kWithdrawn, f);
  if (f.negated && before(1) == "now" && before(2) == "not") return add(Act::kWithdrawn, f);  // "not now relied on"
  // "It told the Commissioner that it would not press section 21": what will not be pressed was relied on.
  const bool presses = row.word.starts_with("press") || row.word.starts_with("pursu");
  if (presses && f.negated && (f.would || f.future || has_no_wish()) && !f.have && !f.doubt) return add(Act::kWithdrawn, f);
  // "It will not be relying on section 43(2) after all."
  const bool after_all = after_has("after", kAfter) && after_has("all", kAfter + 1);
  if (f.negated && f.future && after_all && !f.have && !f.doubt && !f.whether) return add(Act::kWithdrawn, f);
  if (f.rather) return add(Act::kNotApplied, f);
  if ((f.right || f.wrong) && is_open_question()) return add(Act::kThreatens, f);
  if (f.wrong && is_theirs()) return add_judged(f.negated ? Act::kUpheld : Act::kOverturned, f, row.past, false);
  if (f.wrong) return add(f.negated ? Act::kUpheld : f.widely ? Act::kPartly : Act::kOverturned, f, row.past);
  if (f.should && f.have && !f.whether && is_theirs()) return add_judged(f.negated ? Act::kOverturned : Act::kAdded, f, false, false);
  if (f.should && f.have && !f.whether) return add(f.negated ? Act::kOverturned : Act::kAdded, f);
  if (f.right && is_concession()) return add(Act::kNotApplied, f);
  if (f.right && f.negated && to_all()) return add(Act::kPartly, f);
  if (f.right) return add(f.negated ? Act::kOverturned : f.partly || but_not() ? Act::kPartly : Act::kUpheld, f, row.past);
  if (f.whether && !f.negated) return add(Act::kThreatens, f);
  if (f.negated && is_law_of_cases()) return add(Act::kExplains, f);
  // "Mistaken in thinking that section 43(2) was not engaged", "not wrong to say that it applied"; of its use ("that we applied it") only
  // a "not" is denied.
  const bool view =
      erred_ && view_before() && !f.own && (!f.passive || row.word == "engaged" || row.word == "met") && !f.modal && !f.would && !f.whether;
  if (view || (f.negated && flipped_ && !f.modal && is_denied_view()))
    return add_judged(f.negated == flipped_ ? Act::kUpheld : Act::kOverturned, f, false, false);
  if (f.negated) {
    Said* const said = added(Act::kNotApplied, f);
    if (said == nullptr) return;
    static constexpr std::string_view claims[] = {"rely", "relied", "relying", "relies", "cite",   "cited",   "claim", "claimed",
                                                  "use",  "used",   "raise",   "raised", "invoke", "invoked", "plead", "pleaded"};
    // "Neither section 41(1) nor section 43(2) was applied."
    const bool none = tokens_[i_].word == "applied" && f.passive && (before_has("neither", kPartReach) || before_has("nor", kPartReach));
    said->unclaimed = (none || among(claims, tokens_[i_].word)) && !f.modal && !before_has("cannot", 4) && !flipped_;
    return;
  }
  if (f.modal && f.have) return add(Act::kNotApplied, f);                 // "could have applied"
  if (could_have()) return add(Act::kNotApplied, f);                      // "could have said that it was exempt"
  if ((f.modal || f.would) && flipped_) return add(Act::kNotApplied, f);  // "we did not feel that we could rely on"
  if (f.would && f.have) return add(f.doubt ? Act::kThreatens : Act::kNotApplied, f);
  if (f.modal || f.doubt || (f.would && !hypothetical_stands)) return add(Act::kThreatens, f);
  const bool some = (row.verb == Verb::apply || row.verb == Verb::rely) && but_not();
  // "You were told that it was exempt": but "I find that it was exempt" is said now.
  static constexpr std::string_view views[] = {"find", "found", "satisfied", "agree", "consider", "view", "think", "believe", "conclude"};
  const bool was = row.word == "exempt" && (before(1) == "was" || before(1) == "were") && !before_has(views, kLongSubject);
  add(some ? Act::kPartly : Act::kApplies, f, was || (row.past && !f.perfect && !is_present()), false);
  if (f.added) add(Act::kAdded, f);
}

// "Does not wish to press it", "has no wish to".
bool SentenceReader::has_no_wish() const {
  static constexpr std::string_view wishes[] = {"wish", "wished",  "wishing", "seek",   "seeking",
                                                "want", "propose", "intend",  "desire", "intention"};
  return before(1) == "to" && among(wishes, before(2)) && before_has(kNot, 5);
}

// "While we were entitled to refuse, we have chosen to help": the right is told to be given up.
bool SentenceReader::is_concession() const {
  static constexpr std::string_view heads[] = {"while", "although", "though", "whilst", "even"};
  static constexpr std::string_view giving[] = {"chosen",  "chose", "decided",     "nevertheless", "nonetheless", "anyway", "still",
                                                "pleased", "happy", "voluntarily", "goodwill",     "instead",     "have",   "enclose"};
  std::size_t first = i_;
  while (first > 0 && !tokens_[first].strong) --first;
  if (!among(heads, word(first))) return false;
  for (std::size_t n = 1; n <= kPartReach && i_ + n < tokens_.size() && !tokens_[i_ + n].strong; ++n)
    if (tokens_[i_ + n].comma && (next(n) == "we" || next(n) == "i" || next(n) == "the"))
      return among(giving, next(n + 1)) || among(giving, next(n + 2)) || among(giving, next(n + 3));
  return false;
}

// "Where section 30 is engaged, section 31 cannot be": how the law parts one ground from another, whatever is asked for.
bool SentenceReader::is_law_of_cases() const {
  static constexpr std::string_view barred[] = {"cannot", "may", "can"};
  if (!before_has(barred, 4) || before_has(kOwn, 4)) return false;
  std::size_t first = i_;
  while (first > 0 && !tokens_[first].strong) --first;
  return word(first) == "where" || word(first) == "when";
}

// "The minutes come within section 36(2)(b)", "which brings us within that exemption", "they are within the section too".
bool SentenceReader::is_within_ground() const {
  static constexpr std::string_view laws[] = {"section", "sections", "s", "exemption", "exception", "regulation", "regulations"};
  static constexpr std::string_view leading[] = {"the", "that", "this"};
  static constexpr std::string_view verbs[] = {"come", "comes", "came", "coming", "bring", "brings", "brought", "is", "are", "be",
                                               "was",  "were",  "lie",  "lies",   "place", "places", "puts",    "am", "put", "stand"};
  // "They sit under section 43(2)", "that comes under section 31": of what one does with papers, less is said by "under".
  static constexpr std::string_view sorting[] = {"come", "comes", "came", "sit", "sits", "sat", "lie", "lies", "belong", "belongs"};
  if (tokens_[i_].word == "under" && among(sorting, before(1)) && !before_has(kLimits, 4)) return among(laws, next(1));
  if (tokens_[i_].word != "within") return false;
  const std::size_t law = among(leading, next(1)) ? 2 : 1;
  return among(laws, next(law)) && before_has(verbs, 4) && !before_has(kLimits, 4);
}

// "applies to the formula but not to the price", "entitled to rely on it for the first but not for the second", "entitled to withhold the
// formula but not the price"
bool SentenceReader::but_not() const {
  static constexpr std::string_view prepositions[] = {"to", "for", "in", "as", "the", "those", "these", "its"};
  for (std::size_t n = 1; n <= kPartReach && i_ + n + 1 < tokens_.size(); ++n)
    if (next(n) == "but" && next(n + 1) == "not" && among(prepositions, next(n + 2))) return true;
  return false;
}

bool SentenceReader::could_have() const {
  for (std::size_t n = 1; n <= kBefore && n <= i_ && !tokens_[i_ - n + 1].strong; ++n)
    if (before(n) == "have" && before(n - 1) != "to" && (before(n + 1) == "could" || before(n + 1) == "might")) return true;
  return false;
}

// "The Council's letter of 31 October relied on section 43", "… replied on 20 March and refused the request": no participle has an object.
bool SentenceReader::has_object() const {
  static constexpr std::string_view laws[] = {"section", "sections", "regulation", "regulations"};
  static constexpr std::string_view auxiliaries[] = {"have", "has", "having"};
  const VerbRow* row = verb_of(tokens_[i_].word);
  static constexpr std::string_view determiners[] = {"the", "your", "it", "them", "this", "these", "those", "both"};
  if (row == nullptr || i_ == 0 || tokens_[i_].strong || before_has(auxiliaries, 4)) return false;
  const std::size_t object = next(1) == "on" || next(1) == "upon" ? 2 : 1;
  const bool relies = (row->verb == Verb::apply || row->verb == Verb::rely) && among(laws, next(object));
  if (!relies && !(row->verb == Verb::withhold && among(determiners, next(object)))) return false;
  const ClauseWord& last = tokens_[i_ + object - 1];  // a dash or a colon between ends the clause: "Exemption applied - section 40"
  return tokens_[i_ + object].at == last.at + last.word.size() + 1;
}

// "is applied", "are being withheld", "to be withheld": participles of what is done now.
bool SentenceReader::is_present() const {
  // "The decision maker refused (a)", "the first reply withheld names": who did it makes a verb of the participle.
  static constexpr std::string_view actors[] = {"maker", "officer", "handler", "he",       "she",        "colleague", "reply",
                                                "team",  "letter",  "answer",  "response", "colleagues", "they",      "decision-maker"};
  if (has_object() || among(actors, before(1))) return false;
  for (std::size_t n = 1; n <= 4 && n <= i_; ++n) {
    const std::string_view w = before(n);
    if (w == "is" || w == "are" || w == "be" || w == "being" || w == "been" || w == "am" || w == "has" || w == "have") return true;
    if (w == "was" || w == "were" || w == "we" || w == "i") return false;
  }
  return i_ == 0 || !(before_has(kOwn, 4));  // a bare participle: "Withheld under …", "Section 43 applied"
}

void SentenceReader::read_apply(const VerbRow& row) {
  static constexpr std::string_view laws[] = {"section",    "sections",   "s",  "exemption", "exemptions", "exception",
                                              "exceptions", "regulation", "s.", "foia",      "ground"};
  static constexpr std::string_view noun[] = {"form", "forms", "process", "number", "numbers", "for"};
  if (row.word == "application" && next(1) != "of") return;
  if (of_whole_law() || errs_in_view()) return;  // "mistaken in claiming that": what follows is judged
  if (row.word == "met") return read_met();
  const bool denied = row.word == "available" && before_has(kNot, 2) && is_of_ground();
  if (row.word == "available" && !denied && (next(1) != "to" || before(1) == "publicly" || !is_of_ground())) return;
  // "We have not adopted it", "introduced at review", "no longer pursues": verbs of many things, of a ground only beside one.
  static constexpr std::string_view raising[] = {"adopt", "pursu", "introduc", "advanc", "press", "rais"};
  const bool raises = std::ranges::any_of(raising, [&](std::string_view stem) { return row.word.starts_with(stem); });
  const bool it = is_pronoun_left();
  static constexpr std::string_view pleas[] = {"argument", "suggestion", "submission", "proposal", "approach"};
  if (raises && !near_law(laws, kNearFineLaw) && !it && !(before_has(kNot, 4) && after_has(pleas, 3))) return;
  if (row.word.starts_with("rais") && raises_otherwise()) return;
  if (tokens_[i_].word.starts_with("com") || tokens_[i_].word == "came") {
    if (!comes_into_play()) return;
  }
  if (row.word.starts_with("press") && (next(1) == "us" || next(1) == "for")) return;
  // "You can see how we use section 31": of what is done as a rule.
  if (before(2) == "how" && (before(1) == "we" || before(1) == "i") && (row.word == "use" || row.word == "apply"))
    return add(Act::kExplains, frame());
  // "It did not argue section 41": to argue one says what was claimed before.
  if (row.word.starts_with("argu") && !(near_law(laws, kNearFineLaw) && before_has(kNot, 4))) return;
  if (row.word.starts_with("extend") && !(next(1) == "to" && is_of_ground())) return;
  if (row.word.starts_with("lean") && next(1) != "on" && next(1) != "upon") return;
  const bool loose = (row.word == "cited" && tokens_[i_].word == "turned") || row.word.starts_with("catch") || row.word.starts_with("fit");
  if ((loose || row.word.starts_with("bite") || row.word == "triggered") && !near_law(laws, kNearFineLaw)) return;
  if (row.word.starts_with("substitut")) return near_law(laws) ? add(Act::kAdded, frame()) : void();
  if (row.word == "application" && among(noun, next(1))) return;
  static constexpr std::string_view amounts[] = {"to", "up", "together", "nothing", "little"};
  if (row.word.starts_with("add") && (among(amounts, next(1)) || next(2) == "up")) return;
  static constexpr std::string_view determiners[] = {"the", "these", "this", "our", "it", "them", "those", "that", "your"};
  if ((row.word == "covers" || row.word == "cover" || row.word == "protects" || row.word == "exempts") && !among(determiners, next(1)) &&
      !(row.word == "exempts" && next(1) == "us"))
    return;
  const bool vague = row.word == "covers" || row.word == "cover" || row.word == "protects" || row.word.starts_with("us") ||
                     row.word.starts_with("claim") || row.word == "covered" || row.word == "protected" || row.word == "caught" ||
                     row.word == "application";
  // "I have not used it", "and is not being used"
  const bool none = before_has(std::string_view("neither"), kBefore) || before_has(std::string_view("none"), kBefore);
  const bool left = (row.word.starts_with("claim") && it) || (row.word == "used" && none) ||
                    (row.word.starts_with("us") && (it || ((before(1) == "being" || before(1) == "been") && before_has(kNot, 4))));
  const bool judged = among(kRight, before(1)) || among(kWrong, before(1)) || before(1) == "be" || before(1) == "been";
  const bool asserted =
      (row.word == "used" || row.word == "claimed") && judged && !frame().whether;  // "section 36(2)(b)(i) should be used"
  if (vague && !left && !near_law(laws, asserted ? kNearFineLaw : kNearLaw)) return;
  static constexpr std::string_view noun_before[] = {"of", "in", "the", "for", "our", "its", "their", "your", "further", "re", "any"};
  static constexpr std::string_view of_money[] = {"a", "any", "an", "this", "that", "her", "his"};
  if (row.word.starts_with("claim") && among(of_money, before(1))) return;
  if (row.word == "use" && among(noun_before, before(1))) return;
  if (row.word == "refers" && !next(1).empty()) return;
  Frame f = frame();
  if (row.word.starts_with("introduc")) f.added = true;
  if (row.word.starts_with("add")) {
    if (!near_law(laws)) return;
    f.added = true;
    if (f.would && (before(1) == "would" && (before(2) == "i" || before(2) == "we"))) f.would = false;  // said politely
  }
  static constexpr std::string_view misdeeds[] = {"misapplied", "misused", "overused", "misread", "misunderstood"};
  if (among(misdeeds, row.word) && is_theirs()) return add_judged(Act::kOverturned, f, false, false);
  // "I reject your argument that it was misapplied": said of the authority, whoever argued it.
  const bool addressed = f.you && !before_has("that");
  if (among(misdeeds, row.word) && (addressed || f.generic || !near_law(laws, kNearFineLaw))) return;
  f.wrong = f.wrong || among(misdeeds, row.word);
  if (f.would && is_view()) f.would = false;
  // "The duty in section 1(1)(a) does not apply, by virtue of …" refuses.
  static constexpr std::string_view duties[] = {"duty", "obligation", "obligations", "requirement", "right", "duties"};
  if (f.negated && subject_in(duties)) return add(Act::kApplies, f);
  add_framed(f, row, false);
}

// "It is my view that section 41 would cover it": said with care, and said.
bool SentenceReader::is_view() const {
  static constexpr std::string_view views[] = {"view", "opinion", "judgement", "judgment", "conclusion"};
  static constexpr std::string_view ours[] = {"my", "our"};
  static constexpr std::string_view conditions[] = {"if", "were", "had", "unless"};
  return before_has(views, kLongSubject) && before_has(ours, kLongSubject) && !before_has(conditions, kLongSubject) &&
         !after_has(conditions, kLongSubject);
}

// "You raised section 40", "concerns were raised about section 43": no authority's claim.
bool SentenceReader::raises_otherwise() const {
  static constexpr std::string_view laws[] = {"section", "sections", "regulation", "regulations", "exemption", "exception"};
  static constexpr std::string_view theirs[] = {"you", "your", "complainant"};
  const bool object = among(laws, next(1)) || (next(1) == "the" && among(laws, next(2)));
  const bool passive = frame().passive && before(1) != "be" && before_has(laws, kNearFineLaw) && !before_has(kComplaints, kLongSubject);
  return !((object && frame().own) || passive) || before_has(theirs, kLongSubject) || after_has(theirs, 4);
}

// "Section 38 comes into play", "comes in at this stage".
bool SentenceReader::comes_into_play() const {
  static constexpr std::string_view laws[] = {"section", "sections", "regulation", "exemption", "exception", "it"};
  static constexpr std::string_view play[] = {"play", "operation", "effect"};
  static constexpr std::string_view stage[] = {"", "at", "here", "too", "as", "also", "now"};
  static constexpr std::string_view cases[] = {"where", "when", "if", "whenever", "only"};
  if (before_has(cases)) return false;
  if ((!before_has(laws, kLongSubject) && !subject_in(laws)) || before_has(std::string_view("would"), 3)) return false;
  if (next(1) == "in") return among(stage, next(2)) && !after_has(cases);
  return among(play, next(2)) && !after_has(cases);
}

// "We don't need section 12 to deal with this."
void SentenceReader::read_need() {
  static constexpr std::string_view laws[] = {"section", "sections", "regulation", "regulations"};
  const std::size_t object = next(1) == "the" || next(1) == "to" ? 2 : 1;
  static constexpr std::string_view using_it[] = {"use", "apply", "rely", "claim", "invoke", "cite"};
  const bool law = among(laws, next(object)) || next(2) == "exemption";
  if (!law || among(using_it, next(1))) return;
  const Frame f = frame();
  if (f.negated && !f.modal && !f.would && !f.doubt && !f.generic) add(Act::kNotApplied, f);
}

// "The Regulations apply in place of the Act": said of the law and of no ground.
bool SentenceReader::of_whole_law() const {
  static constexpr std::string_view laws[] = {"regulations", "act",         "eir", "eirs",   "foia",
                                              "foisa",       "legislation", "law", "regime", "policy"};
  const std::string_view w = tokens_[i_].word;
  if ((w != "apply" && w != "applies" && w != "applied") || !(among(laws, before(1)) || (i_ > 1 && is_year(before(1))))) return false;
  for (std::size_t n = 2; n <= kLongSubject && n <= i_ && !tokens_[i_ - n + 1].strong; ++n)
    if (before(n) == "section" || before(n) == "exemption" || before(n) == "regulation" || before(n) == "sections") return false;
  return true;
}

bool SentenceReader::is_year(std::string_view w) { return w.size() == 4 && (w.starts_with("19") || w.starts_with("20")); }

// "The test is not met", "the exemption is not made out".
void SentenceReader::read_met() {
  const Frame f = frame();
  if (verb_of(tokens_[i_].word) != nullptr && !is_of_ground()) return;
  if (f.whether || f.modal || f.doubt) return;
  if (f.negated && flipped_ && is_denied_view()) return add_judged(Act::kUpheld, f, false, false);
  if (f.negated || flipped_) return add(Act::kNotApplied, f);
  add(Act::kApplies, f);
}

// The subject is a ground, or what takes its place.
bool SentenceReader::is_of_ground() const {
  static constexpr std::string_view grounds[] = {"section", "exemption", "regulation", "exception", "test", "it", "limb", "condition", "s"};
  return before_has(grounds, 7) || (i_ > 0 && subject_in(Cues(grounds, 4)));
}

void SentenceReader::read_withhold(const VerbRow& row) {
  const Frame f = frame();
  // "I reject the argument that section 42 applies": what follows is denied.
  static constexpr std::string_view cases[] = {"argument", "arguments", "submission", "suggestion", "contention", "claim", "view", "case"};
  if (row.word.starts_with("reject") && !f.negated && after_has(cases, 4) &&
      (!after_has(std::string_view("your"), 3) || next(3) == "that")) {
    flipped_ = true;
    return;
  }
  if (row.word.starts_with("reject") && (before_has(kComplaints, kPartReach) || after_has(kComplaints, 4)))
    return add(Act::kUpheld, f, row.past, true);
  static constexpr std::string_view own[] = {"us", "the", "our", "this"};
  if ((row.word == "relieves" || row.word == "excuses" || row.word == "absolves") && !among(own, next(1))) return;
  if (row.word.starts_with("reject") && rejects_ground()) return add(Act::kNotApplied, f);
  // "The reasons which the Commissioner has just rejected": who decides refuses no request.
  static constexpr std::string_view deciding[] = {"commissioner", "tribunal", "panel"};
  if (row.word.starts_with("reject") && before_has(deciding, 5)) return;
  if (row.word == "removed" && next(1) == "from" && !near_law(kDecisions)) return;
  // "Section 38 is removed from our answer": the ground is, and nothing that it kept.
  if (row.word == "removed" && next(1) == "from" && f.passive && !f.negated && after_has(kAnswers, 4) && is_of_ground())
    return add(Act::kOverturned, f);
  // "Nothing has been held back" says something of no ground, unless one is named there.
  if (f.nothing && !after_has("under", 4) && !after_has("section", 2)) return;
  const bool stops = row.word.starts_with("stop") || row.word.starts_with("preclude") || row.word == "prevent" || row.word == "bar";
  if (stops && next(1) != "us" && next(1) != "disclosure" && next(1) != "release" && next(1) != "this" && next(1) != "me") return;
  // "refusal notice", "a refusal under": nouns; "decision to refuse/withhold" stands with its own verb.
  if (before(1) == "to" && among(kDecisions, before(2))) return;
  if (row.word == "refusal" && before_has(std::string_view("no"), 5) && before_has(std::string_view("part"), 4)) return;
  if (row.word == "refusal" && (f.modal || f.doubt || f.whether)) return add(Act::kThreatens, f);
  if (row.word == "refusal") return f.negated ? void() : add(Act::kApplies, f);
  // "in favour of withholding", "arguments for withholding", "public interest in withholding"
  if (row.word == "withholding" && (before(1) == "of" || before(1) == "for" || before(1) == "in" || before(1) == "against" ||
                                    before(1) == "favours" || before(1) == "favour"))
    return;
  add_framed(f, row, false);
}

// "Section 24 was looked at and rejected"; but "we reject your request under section 14".
bool SentenceReader::rejects_ground() const {
  static constexpr std::string_view grounds[] = {"section", "sections", "exemption", "exemptions", "regulation", "exception"};
  static constexpr std::string_view asked[] = {"request", "requests", "it", "application"};
  return !after_has(asked, 4) && (before_has(grounds, kLongSubject) || among(grounds, next(1)) || among(grounds, next(2)));
}

std::size_t concession_end(std::string_view lower) {
  static constexpr CueTable theirs = {"while you",
                                      "although you",
                                      "though you",
                                      "whilst you",
                                      "even though you",
                                      "while the complainant",
                                      "although the complainant",
                                      "whilst the complainant"};
  static constexpr std::string_view own[] = {"the ", "our ", "i ", "we ", "my ", "this ", "it ", "section ", "he "};
  const std::size_t first = lower.find_first_not_of(" \n\"*");
  if (first == std::string_view::npos || prefix_of(lower.substr(first), theirs).empty()) return 0;
  for (std::size_t at = lower.find(", "); at != std::string_view::npos; at = lower.find(", ", at + 1)) {
    const std::string_view rest = lower.substr(at + 2);
    if (std::ranges::any_of(own, [rest](std::string_view word) { return rest.starts_with(word); })) return at;
  }
  return 0;
}

std::vector<Said> acts_in(std::string_view lower) { return SentenceReader(lower).run(); }
std::vector<Said> acts_told(std::string_view lower) { return SentenceReader(lower).run_for_others(); }

}  // namespace foi::understand
