#include <algorithm>

#include "indexer/understand/cues.h"
#include "indexer/understand/stance_lists.h"
#include "indexer/understand/stance_reader.h"

namespace foi::understand {

void SentenceReader::add_balance(bool keeps, const Frame& f) {
  const Act act = keeps ? Act::kUpheld : Act::kOverturned;
  if (is_theirs()) return add_judged(act, f, false, false);
  if (Said* said = added(act, f)) said->balance = true;
}

// "The council's reliance fails", "the appeal fails"; but "failed to show that it is engaged".
void SentenceReader::read_fail() {
  static constexpr std::string_view ends[] = {"", "as", "for", "because", "at", "on", "and", "since"};
  if (among(ends, next(1)) && before_has(kComplaints, kLongSubject)) return add(Act::kUpheld, {}, false, true);
  const bool ground = among(kGrounds, before(1)) || (among(kGrounds, before(2)) && tokens_[i_].word == "failed");
  if (among(ends, next(1)) && (ground || before_has(kDecisions, kLongSubject))) return add(Act::kOverturned, {}, false, true);
  if (before(1) != "not") flipped_ = true;
}

// "The question is whether it was entitled to withhold it", but not "whether or not you agree, it was entitled to".
bool SentenceReader::is_open_question() const {
  for (std::size_t n = 1; n <= kLongSubject && n <= i_ && !tokens_[i_ - n + 1].strong && !tokens_[i_ - n + 1].comma; ++n) {
    if (before(n) == "whether") return before(n - 1) != "or";
    if (before(n) == "and" || is_turn(before(n))) return false;
  }
  return false;
}

// "not entitled to apply it to all of the information"
bool SentenceReader::to_all() const {
  for (std::size_t n = 1; n <= kPartReach && i_ + n + 1 < tokens_.size(); ++n)
    if (next(n) == "to" && next(n + 1) == "all" && next(n + 2) != "intents") return true;
  return false;
}

// "The original decision was wrong", "our answer was the correct one", "the refusal stands".
void SentenceReader::read_judged() {
  const std::string_view w = tokens_[i_].word;
  static constexpr std::string_view answers[] = {"decision",   "decisions",   "response", "refusal",    "answer",    "reply",
                                                 "reliance",   "application", "use",      "handling",   "exemption", "approach",
                                                 "position",   "section",     "sections", "exemptions", "s",         "ss",
                                                 "regulation", "regulations", "exception"};
  static constexpr std::string_view referring[] = {"this", "that", "it"};
  if (w.ends_with("founded")) return read_founded();
  static constexpr std::string_view predicates[] = {"course",   "one",    "choice", "exemption", "ground",     "section", "provision",
                                                    "decision", "answer", "call",   "outcome",   "conclusion", "here",    "approach"};
  // "To that extent we were wrong about section 40(2)."
  static constexpr std::string_view about[] = {"about", "on", "over"};
  if ((w == "right" || w == "wrong") && among(about, next(1)) && before_has(kOwn, 4) && after_has(kDecisions, 4)) {
    const Frame f = frame();
    if (f.whether || f.modal || f.would || f.doubt || f.negated) return;
    return add(w == "right" ? Act::kUpheld : is_to_that_extent() ? Act::kPartly : Act::kOverturned, f, false, false);
  }
  // "The Trust got section 43 wrong", "we got this right": judged without "is".
  if ((w == "right" || w == "wrong") && is_got() && !frame().generic)
    return add(w == "right" ? Act::kUpheld : Act::kOverturned, frame(), false, true);
  // "Section 12 has been re-examined and found to be right".
  static constexpr std::string_view found[] = {"found", "held", "shown", "thought", "judged"};
  const bool proved = before(1) == "be" && before(2) == "to" && among(found, before(3)) && before_has(answers, kLongSubject);
  // "The refusal was right", and no more.
  const bool closes = w == "right" && (next(1).empty() || tokens_[i_ + 1].strong || tokens_[i_ + 1].comma || next(1) == "and");
  const Subject of = closes ? subject() : Subject::none;
  const bool predicate = (w == "right" || w == "proper") &&
                         (among(predicates, next(1)) || proved || frame().would || of == Subject::use || of == Subject::ground);
  if (w == "proper" && !predicate) return;
  if (w == "right" && !predicate && (!subject_among(referring) || next(1) == "to" || next(1) == "of" || next(1) == "that")) return;
  if ((w == "error" || w == "mistake") && before(1) != "an" && before(1) != "a") return;
  if (proved)
    return add(w == "right" || w == "correct" || w == "sound" || w == "justified" ? Act::kUpheld : Act::kOverturned, {}, false, true);
  if (predicate && !subject_among(answers)) return;
  if (w == "right" && !predicate) return add(before_has("not", 3) ? Act::kOverturned : Act::kUpheld, frame(), false, true);
  // "We do not stand by while suppliers lose money": of nothing said before.
  static constexpr std::string_view idle[] = {"", "while", "whilst", "as", "and", "when", "if", "idly"};
  if (w == "stand" && (before(1) == "idly" || (next(1) == "by" && (among(idle, next(2)) || tokens_[i_ + 2].strong)))) return;
  if (w == "stand" && (before(1) == "cannot" || before(1) == "not")) return add(Act::kOverturned, {}, false, true);
  if (w == "stand" && flipped_ && before(1) == "would") return add(Act::kNotApplied, {});  // "did not think it would stand up"
  if (w == "stand" && next(1) == "by" && before_has("you", 6)) return;                     // "you ask us not to stand by it"
  // "The Trust does not stand by the refusal", "stands on section 43(2) no more".
  const bool gives_up = next(1) == "by" && (frame().longer || (before_has(kNot, 4) && !frame().modal && !frame().whether && !frame().you));
  if (w == "stand" && gives_up && after_has(answers, 7)) return add(Act::kWithdrawn, frame());
  if ((w == "stand" || w == "stands") && next(1) == "on" && after_has(answers, 4) && is_no_more()) return add(Act::kWithdrawn, frame());
  if (w == "stand" && next(1) == "by" && next(2) == "what" && frame().own) return add(Act::kUpheld, {}, false, true);
  if (w == "stand" && (next(1) == "by" || before(1) == "should" || before(1) == "will" || before(1) == "must")) {
    if (next(1) != "by" || after_has(answers, 5)) add(Act::kUpheld, {}, false, true);
    return;
  }
  if (w == "stand" || !subject_among(answers)) return;
  const Frame f = frame();
  // "Section 36 would not have been right here": nobody said that it was.
  if (f.would && f.have && f.negated && !f.whether && !f.doubt) return add(Act::kNotApplied, f);
  if (f.whether || f.modal || f.would || f.doubt || f.generic) return;
  static constexpr std::string_view merits[] = {"valid",      "lawful",   "legitimate", "warranted",   "proportionate", "persuasive",
                                                "convincing", "sensible", "defensible", "justifiable", "sustainable"};
  const bool right =
      predicate || among(merits, w) || w == "correct" || w == "appropriate" || w == "justified" || w == "sound" || w == "stands";
  if (next(1) == "to" || next(1) == "in") {  // "was right to withhold": the verb that follows says it
    if (verb_of(next(2)) != nullptr) return;
  }
  if (w == "appropriate" && (next(1) == "limit" || before(1) == "the" || before(1) == "an")) return;
  if (subject() == Subject::manner) return;  // "the timing of our reply was wrong"
  const bool far = before(1) == "from" && before(2) == "far";
  const bool denied = (f.negated || far) != flipped_;  // "I do not accept that it was wrong"
  add_judged(right != denied ? Act::kUpheld : Act::kOverturned, f, false, true);
}

// "… no more", at the end of what is said.
bool SentenceReader::is_no_more() const {
  for (std::size_t n = 1; n <= kAfter && i_ + n + 1 < tokens_.size() && !tokens_[i_ + n].strong; ++n)
    if (next(n) == "no" && (next(n + 1) == "more" || next(n + 1) == "longer")) return true;
  return false;
}

// "The Trust got section 43(2) wrong".
bool SentenceReader::is_got() const {
  static constexpr std::string_view getting[] = {"got", "get", "gets", "getting"};
  static constexpr std::string_view objects[] = {"section",   "sections",   "it",         "this",    "that",
                                                 "exemption", "exemptions", "regulation", "decision"};
  static constexpr std::string_view doubts[] = {"if", "whether", "you", "may", "might"};
  return before_has(getting, kNearFineLaw) && before_has(objects, kNearFineLaw) && !before_has(doubts, kLongSubject);
}

// "To that extent", "to the extent that": in part, whatever is said of it.
bool SentenceReader::is_to_that_extent() const {
  for (std::size_t n = 1; n <= kPartReach && n + 1 <= i_; ++n)
    if (before(n) == "extent" && (before(n + 1) == "that" || before(n + 1) == "this")) return true;
  return after_has(std::string_view("extent"), kPartReach);
}

// "Holds water", "passes muster", or does not.
void SentenceReader::read_survive() {
  static constexpr std::string_view judged[] = {"section", "sections", "regulation", "exemption", "exception",
                                                "it",      "decision", "refusal",    "reliance"};
  const Frame f = frame();
  if (f.whether || f.modal || f.would || f.doubt || !(before_has(judged, kLongSubject) || subject_in(judged))) return;
  add(f.negated != flipped_ ? Act::kOverturned : Act::kUpheld, f, false, true);
}

// "The team ruled out section 41", "section 36 was discounted".
void SentenceReader::read_discard() {
  static constexpr std::string_view laws[] = {"section", "sections", "regulation", "regulations", "exemption", "exception", "it"};
  const Frame f = frame();
  if (!near_law(laws, kNearFineLaw) || f.whether || f.doubt || f.generic) return;
  // "Section 40(2) rules it out": the ground is who does it, and not to whom.
  static constexpr std::string_view things[] = {"it", "this", "that", "them", "these", "disclosure", "release"};
  if (tokens_[i_].word.starts_with("rul") && among(things, next(1)) && !f.own && is_of_ground())
    return f.negated || f.modal || f.would ? void() : add(Act::kApplies, f);
  add(f.negated || f.modal ? Act::kThreatens : Act::kNotApplied, f);
}

// "I would have reached the same decision", "would have decided no differently".
bool SentenceReader::decides_alike() const {
  static constexpr std::string_view deciding[] = {"reached", "come", "made",    "decided", "taken",
                                                  "given",   "done", "arrived", "drawn",   "ruled"};
  const std::string_view w = tokens_[i_].word;
  if (w != "same" && w != "differently") return false;
  if (w == "differently" && !before_has(kNot, 6)) return false;
  return before_has(std::string_view("would"), 7) && before_has(std::string_view("have"), 6) && before_has(deciding, 5);
}

// "Your complaint is well founded" is against the answer, "the refusal was well founded" for it.
void SentenceReader::read_founded() {
  if (tokens_[i_].word == "founded" && before(1) != "well" && before(1) != "ill") return;
  const Frame f = frame();
  const bool well = before(1) != "ill" && !f.negated;
  if (f.whether || f.modal) return;
  if (before_has(kComplaints, kPartReach)) return add(well ? Act::kOverturned : Act::kUpheld, f, false, true);
  if (before_has(kDecisions, kPartReach)) add(well ? Act::kUpheld : Act::kOverturned, f, false, true);
}

bool SentenceReader::subject_among(Cues nouns) const {
  if (tokens_[i_].word == "stands" && before(1) == "it" && (next(1).empty() || tokens_[i_ + 1].strong)) return true;
  bool linked = tokens_[i_].word == "stands";
  for (std::size_t n = 1; n <= 12 && n <= i_ && !tokens_[i_ - n + 1].strong; ++n) {
    const std::string_view w = before(n);
    linked = linked || w == "is" || w == "remains" || w == "was" || w == "were" || w == "are" || w == "been";
    if (linked && among(nouns, w)) return true;
    // What comes after these is said of something else: "section 14 is engaged, as the request is …".
    static constexpr std::string_view others[] = {"and", "but", "that", "as", "because", "since", "request", "disclosure", "release"};
    if (among(others, w)) return false;
  }
  return false;
}

void SentenceReader::read_uphold(const VerbRow& row) {
  Frame f = frame();
  const bool backs = row.word.starts_with("support");
  const bool unable = f.negated && f.own && (before(1) == "cannot" || before(1) == "not" || before(1) == "to");
  if (backs && !unable && !(f.own && (before(1) == "i" || before(1) == "we" || before(1) == "fully" || before(1) == "panel"))) return;
  if (f.whether || f.modal || f.doubt || !names_something()) return;
  const bool partly = f.partly || (next(1) == "in" && next(2) == "part") || after_in_part();
  if (partly) return add(Act::kPartly, f, row.past, true);
  const bool bare_complaint = among(kComplaints, before(1)) || (before(1) == "not" && among(kComplaints, before(2)));
  const bool passive = row.word == "upheld" && (f.passive || bare_complaint);
  const bool complaint = passive ? subject_is(kComplaints) : object_is(kComplaints);
  // "The Commissioner was wrong to uphold the University's reliance".
  if (f.wrong) return add(complaint != f.negated ? Act::kUpheld : Act::kOverturned, f, false, true);
  Said* const said = added(complaint != f.negated ? Act::kOverturned : Act::kUpheld, f, row.past && !passive && !f.perfect, true);
  if (said == nullptr) return;
  said->pointed = !passive && (next(1) == "it" || next(1) == "this" || next(1) == "that") && (next(2).empty() || tokens_[i_ + 2].strong);
}

// "I allow your appeal", "the appeal is allowed in respect of section 43".
bool SentenceReader::allows_appeal() const {
  static constexpr std::string_view appeals[] = {"appeal", "complaint", "objection"};
  const std::string_view w = tokens_[i_].word;
  if (w != "allow" && w != "allowed" && w != "allowing") return false;
  const bool active = after_has(appeals, 3) && (before(1) == "i" || before(1) == "we" || before(1) == "therefore" || w == "allowing");
  return active || (w == "allowed" && before_has(appeals, 4) && frame().passive && !before_has(kNot, 4) && !frame().modal);
}

bool SentenceReader::after_in_part() const {
  for (std::size_t n = 1; n <= 12 && i_ + n + 1 < tokens_.size(); ++n)
    if (next(n) == "in" && next(n + 1) == "part") return true;
  return false;
}

// The nearest noun of either kind decides.
bool SentenceReader::object_is(Cues kind) const {
  for (std::size_t n = 1; n <= kAfter && i_ + n < tokens_.size(); ++n) {
    if (among(kind, next(n)) || (next(n) == "request" && next(n + 1) == "for")) return true;
    if (among(kDecisions, next(n))) return false;
  }
  return false;
}

// "Your complaint about section 38 is upheld", but "having read your complaint, the decision is upheld".
bool SentenceReader::subject_is(Cues kind) const {
  bool comma = false, decision = false;
  for (std::size_t n = 1; n <= kLongSubject && n <= i_; ++n) {
    if (among(kind, before(n))) return !(comma && decision);
    decision = decision || among(kDecisions, before(n));
    comma = comma || tokens_[i_ - n].comma;
    if (is_turn(before(n))) break;
  }
  return false;
}

bool SentenceReader::names_something() const {
  if (next(1) == "that" || next(1) == "this" || next(1) == "it" || next(1) == "them" || next(1) == "these") return true;
  for (std::size_t n = 1; n <= kLongSubject; ++n)
    if (among(kComplaints, before(n)) || among(kDecisions, before(n)) ||
        (n <= kAfter && (among(kComplaints, next(n)) || among(kDecisions, next(n)))))
      return true;
  return false;
}

void SentenceReader::read_overturn(const VerbRow& row) {
  const Frame f = frame();
  if (f.whether || f.modal || f.doubt) return;
  static constexpr std::string_view refusals[] = {"exemption", "exemptions", "redaction", "redactions", "exception"};
  if (row.word == "lifted" && !near_law(refusals) && next(1) != "section") return;
  const bool loose = tokens_[i_].word == "set" || tokens_[i_].word == "put" || tokens_[i_].word == "setting";
  // "The refusal falls short of what the section asks for": a ground or its use does, and no report, reply or price.
  const bool falls = tokens_[i_].word.starts_with("f") || tokens_[i_].word == "struck";
  const Subject of = falls ? subject() : Subject::ground;
  if (of == Subject::other || of == Subject::outcome || of == Subject::manner || (falls && of_manners(1))) return;
  if (loose && !near_law(kDecisions) && next(1) != "it" && next(1) != "that") return;
  const bool denied = f.negated != flipped_;  // "I do not agree that it should be set aside"
  add_judged(f.partly ? Act::kPartly : denied ? Act::kUpheld : Act::kOverturned, f, row.past && !f.passive && !f.perfect, true);
}

void SentenceReader::read_withdraw(const VerbRow& row) {
  static constexpr std::string_view other[] = {"request",  "consent",  "care",    "treatment", "service", "services", "questions",
                                               "question", "guidance", "leaflet", "warning",   "policy",  "licence",  "charge"};
  // Words of many uses, of a ground only beside one.
  static constexpr std::string_view loose[] = {"drop",     "drops",    "dropping", "dropped", "concede",
                                               "concedes", "conceded", "ceased",   "ceases",  "abandon"};
  static constexpr std::string_view weighing[] = {"discussed", "considered", "weighed", "examined", "debated", "aired", "mooted"};
  const Frame f = frame();
  const bool theirs = f.you && !before_has(std::string_view("that"));  // "I can tell you that section 12 is withdrawn"
  if (f.modal || f.doubt || f.whether || theirs || f.negated || after_has(other, 3) || before_has(other, kNearLaw)) return;
  static constexpr std::string_view resolved[] = {"decided", "agreed", "resolved", "chosen", "able"};
  if (among(loose, row.word) && before(1) == "to" && !among(resolved, before(2))) return;
  if (among(loose, row.word) && !is_beside_ground() && next(1) != "it" && next(1) != "that") return;
  // "Section 38 was discussed and dropped": it had never been relied on.
  if ((before(1) == "and" || before(1) == "but") && (among(weighing, before(2)) || before(2) == "at")) return add(Act::kNotApplied, f);
  // "The framework has been withdrawn": no ground, and no answer.
  static constexpr std::string_view being[] = {"is", "are", "was", "were", "been", "being", "be"};
  if (before_has(being, 2) && tokens_[i_].word != "withdrew" && subject() == Subject::other && !before_has(kAnswers, kLongSubject)) return;
  const bool phrasal = verb_of(tokens_[i_].word) == nullptr || verb_of(tokens_[i_].word)->verb != Verb::withdraw;
  if (phrasal && !is_beside_ground() && next(1) != "it" && next(1) != "that") return;
  add(Act::kWithdrawn, f, row.past && !f.perfect && !f.passive);
}

bool SentenceReader::is_beside_ground() const {
  return near_law(kDecisions, kNearFineLaw) || near_law(kGrounds, kNearFineLaw) || subject_in(kGrounds);
}

void SentenceReader::read_maintain(const VerbRow& row) {
  const Frame f = frame();
  // "Counsel told us that she could not maintain section 43(2)": whoever says so gives it up.
  static constexpr std::string_view telling[] = {"told", "acknowledged", "accepted", "conceded", "admitted", "recognised", "wrote"};
  const bool unable = f.negated && (f.modal || before_has("cannot", 4)) && !f.whether && row.word != "justify";
  if (unable && subject_in(telling) && near_law(kDecisions, kNearFineLaw)) return add(Act::kWithdrawn, f);
  if (f.whether || (f.modal && !flipped_)) return;  // "I do not think that it can be defended"
  const bool persists = row.word.starts_with("persist");
  if (persists && next(1) != "with" && next(1) != "in") return;
  // "Is not being maintained", "nobody was defending it any longer", "has no wish to defend it".
  const bool ended = f.negated && (before(1) == "being" || persists || f.any_longer || has_no_wish());
  if (f.longer || ended) return add(Act::kWithdrawn, f);
  if (before(1) == "in" || before(1) == "of" || before(1) == "for") return;  // "the public interest in maintaining": a noun
  // "It told him that it would not be defending section 41": what is not to be kept up is given up.
  const bool coming = (f.would || f.future) && before(1) == "be" && row.word.ends_with("ing");
  if (f.negated && coming && near_law(kDecisions, kNearFineLaw)) return add(Act::kWithdrawn, f);
  const bool keeps_ground = row.word == "kept" || row.word == "justify" || row.word.starts_with("defend");
  if (keeps_ground && (!near_law(kDecisions, kNearFineLaw) || next(1) == "back")) return;
  if (row.word == "kept" && !(f.passive && before_has(kDecisions, kNearFineLaw))) return;
  if (!near_law(kDecisions) && !f.passive && before(1) != "not") return;
  if (row.word == "maintained" && before_has(std::string_view("be")) && !near_law(kDecisions)) return;
  static constexpr std::string_view stances[] = {"position", "decision", "reliance", "stance", "view", "refusal", "response"};
  const bool keeps = !(f.negated || flipped_);
  if (!f.passive && after_has(stances, 5)) return add(keeps ? Act::kUpheld : Act::kOverturned, f, row.past && !f.perfect, true);
  add_balance(keeps, f);
}

// The public interest on one side, or the other.
void SentenceReader::read_outweigh() {
  const Frame f = frame();
  if (f.whether || f.should || f.doubt) return;
  bool keeping = false, known = false;
  for (std::size_t n = 1; n <= 24 && n <= i_ && !known; ++n) {
    keeping = among(kKeeping, before(n));
    known = keeping || among(kOpening, before(n));
  }
  if (!known) {
    for (std::size_t n = 1; n <= 16 && !known && i_ + n < tokens_.size(); ++n) {
      const bool opening = among(kOpening, next(n));
      known = opening || among(kKeeping, next(n));
      keeping = opening;
    }
  }
  const bool compared = tokens_[i_].word.ends_with("er");
  if (compared && !(before(1) == "the" || before(1) == "is" || before(1) == "are")) return;
  if (!known && compared && before_has("section", 16)) known = keeping = true;
  if (!known) return;
  const bool by = next(1) == "by";
  const bool keeps = (keeping != by) != f.negated;
  add_balance(keeps, f);
}

// "There is a stronger public interest in disclosure than in maintaining it".
std::optional<bool> SentenceReader::compares_interests() const {
  constexpr std::string_view comparing[] = {"stronger", "greater", "weightier", "heavier"};
  constexpr std::string_view doubts[] = {"whether", "if", "unless", "where", "may", "might", "would"};
  if (!among(comparing, tokens_[i_].word) || next(1) != "public" || next(2) != "interest" || before_has(doubts, kLongSubject) ||
      !after_has(std::string_view("than"), kPartReach))
    return std::nullopt;
  for (std::size_t n = 3; n <= kAfter && next(n) != "than"; ++n) {
    if (among(kKeeping, next(n))) return !before_has(kNot, 4);
    if (among(kOpening, next(n))) return before_has(kNot, 4);
  }
  return std::nullopt;
}

void SentenceReader::read_favour() {
  const bool lies = tokens_[i_].word == "lies" || tokens_[i_].word == "lay";
  if (tokens_[i_].word == "lay" && !before_has(std::string_view("interest"), 6)) return;
  if (lies && next(1) == "in" && next(2) == "favour") return;
  if (before(1) == "in" || before(1) == "of") {  // "in favour of": weighed, not decided, unless it "lies" or "is" there
    static constexpr std::string_view decides[] = {"lies", "lay", "balance", "falls", "tips", "comes", "scales"};
    const bool said = (before(2) == "is" || before(2) == "are") && before_has(std::string_view("interest"), 6);
    if (before(1) != "in" || next(1) != "of" || !(said || before_has(decides, 4))) return;
  }
  const Frame f = frame();
  if (f.whether || f.modal) return;
  bool denied = f.negated && before(1) != "and";  // "has not changed and favours"; "in favour of not disclosing it"
  for (std::size_t n = 1; n <= 6; ++n) {
    denied = denied != (next(n) == "not");
    if (among(kKeeping, next(n))) return add_balance(!denied, f);
    if (among(kOpening, next(n))) return add_balance(denied, f);
  }
}

void SentenceReader::read_confirm() {
  const bool pair = (next(1) == "or" || next(1) == "nor") && (next(2).starts_with("den"));
  const Frame f = frame();
  static constexpr std::string_view kept[] = {"decision", "use", "refusal", "application", "reliance", "position"};
  // "I have no hesitation in confirming section 40(2)"
  const bool ground = next(1) == "section" && tokens_[i_].word != "confirmed" && f.own && !after_has(std::string_view("that"), 2);
  if (!pair && ground && !f.whether && !f.modal && !f.doubt && before(1) != "not" && before(1) != "cannot")
    return add(Act::kUpheld, f, false, true);
  if (!pair && (after_has(kept, 3) || (f.passive && before_has(kept, 7))) && !f.whether && !f.negated && !f.modal)
    return add(Act::kUpheld, f, false, true);
  // "Section 31(1)(a) confirmed."
  static constexpr std::string_view reasons[] = {"", "for", "as", "because", "in"};
  const bool noted =
      tokens_[i_].word == "confirmed" && among(reasons, next(1)) && i_ <= kNearFineLaw && before_has(std::string_view("section"), i_);
  if (noted && !f.own && !f.negated) return add(Act::kUpheld, {}, false, true);
  if (!pair && tokens_[i_].word != "ncnd") return;
  if (before(1) == "whether" || before(2) == "whether" || before(1) == "if" || f.doubt) return;
  if (f.right) return add(before_has("not", 7) ? Act::kOverturned : Act::kUpheld, f);
  add(Act::kNcnd, f);
}

void SentenceReader::read_raise() {
  const Frame f = frame();
  const std::string_view w = tokens_[i_].word;
  const bool object = next(1).starts_with("section") || next(1) == "the" || next(1) == "regulation" || next(1) == "whether" ||
                      next(1) == "any" || next(1) == "it" || next(1) == "them";
  static constexpr std::string_view balance[] = {"public", "balance", "balancing"};
  if ((w == "considered" || (w == "consider" && before(1) == "to" && object)) && f.negated)
    return after_has(balance, 4) ? void() : add(Act::kUnconsidered, f);
  if (w == "considered" && (object || next(1) == "applying" || next(1) == "relying" || next(1) == "using") && !f.generic && !f.modal) {
    add(Act::kWeighed, f);
    return;
  }
  // "We now accept that the request has a serious purpose": of what was said before, and not of a ground it names.
  static constexpr std::string_view laws[] = {"section", "sections", "regulation", "regulations", "s", "exemption"};
  if (w.starts_with("accept") && before(1) == "now" && next(1) == "that" && !after_has(laws, kLongSubject) && f.own)
    return add(Act::kOverturned, {}, false, true);
  const bool disagrees = w.starts_with("disagree");
  // "The rents, which it had not agreed, …", "had not been agreed": no view is denied.
  const bool of_view = before(1) != "been" && !(i_ + 1 < tokens_.size() && tokens_[i_ + 1].comma);
  if (disagrees != f.negated && !f.only && !f.whether && of_view) flipped_ = true;
  const bool pointed = (before(1) == "i" || before(1) == "we") && (next(2) == "it" || next(2) == "that") && w == "agree";
  if (pointed && next(1) == "with" && !f.modal) return add(Act::kUpheld, f, false, true);
  static constexpr std::string_view views[] = {"decision",   "use",    "refusal",     "application", "reliance", "response",
                                               "conclusion", "answer", "withholding", "officer",     "outcome",  "position"};
  if ((w.starts_with("agree") || disagrees) && next(1) == "with" && !f.whether && !f.modal && !f.you && after_has(views, 6))
    add(disagrees != f.negated ? Act::kOverturned : Act::kUpheld, f, false, true);
}

// "wondered whether", "did consider if", "gave thought to", "asked ourselves", "was looked at": a ground is turned over, and no more.
bool SentenceReader::weighs_ground() const {
  const std::string_view w = tokens_[i_].word;
  static constexpr std::string_view selves[] = {"ourselves", "myself", "itself", "himself", "herself", "themselves"};
  static constexpr std::string_view open[] = {"whether", "if", "about"};
  static constexpr std::string_view thoughts[] = {"thought", "consideration", "regard", "attention"};
  const bool has_object = next(1).starts_with("section") || next(1) == "regulation" || next(1) == "the" || next(1) == "whether" ||
                          next(1) == "if" || (!next(1).empty() && next(1)[0] >= '0' && next(1)[0] <= '9');
  static constexpr std::string_view coming[] = {"will", "shall", "may", "might", "would", "should", "can", "could"};
  // "If he had said so I should have gone into section 12(1)."
  static constexpr std::string_view looking[] = {"gone", "looked", "turned"}, into[] = {"into", "at", "to"};
  if (among(looking, w) && among(into, next(1)) && (next(2) == "section" || next(2) == "regulation") && frame().would &&
      before_has(std::string_view("should"), 3))
    return true;
  if (before_has(coming, 3)) return false;
  if (w == "wondered" || w == "wonder") return among(open, next(1));
  // "We did discuss with the police whether section 31 was a reason", "it was debated at length whether".
  static constexpr std::string_view deliberating[] = {"discuss",  "discussed",   "debated",    "examined",   "pondered",
                                                      "explored", "deliberated", "considered", "discussing", "queried"};
  static constexpr std::string_view whether[] = {"whether", "if"}, theirs[] = {"you", "your"};
  if (among(deliberating, w) && after_has(whether, 8))
    return before(1) != "be" && !before_has(theirs, kLongSubject) && near_law(kDecisions, 16);
  // "We had been inclined to say section 41", "I was in two minds about".
  static constexpr std::string_view leaning[] = {"inclined", "tempted", "minded"}, had[] = {"was", "were", "been"};
  if (among(leaning, w)) return next(1) == "to" && before_has(had, 2) && !before_has(std::string_view("if")) && near_law(kDecisions, 6);
  static constexpr std::string_view turned_over[] = {"mooted", "floated", "debated", "aired", "explored", "canvassed"};
  if (among(turned_over, w)) return before_has(kDecisions, kNearFineLaw) && frame().passive;
  if (w == "crossed") return next(2) == "mind" || next(2) == "minds";
  if (w == "looked" && next(2) == "at" && (next(1) == "hard" || next(1) == "closely" || next(1) == "long"))
    return next(3) == "section" || next(3) == "regulation";
  if (w == "toyed" || w == "flirted") return next(1) == "with";
  if (w == "mind" && before(1) == "in") return before_has(std::string_view("had"), kNearFineLaw) && near_law(kDecisions, kNearFineLaw);
  static constexpr std::string_view doubting[] = {"might", "could", "may"};
  const bool own_thought = w == "thought" && (before(1) == "we" || before(1) == "i") && !before_has("if", 4);
  if (own_thought && (next(1) == "section" || next(2) == "section")) return after_has(doubting);
  if (w == "asked" || w == "ask") return among(selves, next(1)) || (among(open, next(1)) && (before(1) == "i" || before(1) == "we"));
  if (w == "consider") return before(1) == "did" && has_object;
  if (w == "considered") return next(1) == "if" && before(1) != "you";
  if (w == "looked" || w == "look") {
    const bool object = next(2).starts_with("section") || next(2) == "regulation";
    return next(1) == "at" && (object || before(1) == "was" || before(1) == "were" || before(1) == "did");
  }
  if (w == "think" || (w == "thought" && next(1) != "to")) {
    const bool own = before(1) == "did" || before(1) == "we" || before(1) == "i" || before(1) == "was" || before(1) == "were" ||
                     ((before(1) == "be" || before(1) == "been") && before_has("not", 6));
    return own && (next(1) == "about" || next(1) == "of");
  }
  static constexpr std::string_view giving[] = {"gave", "given", "give", "giving", "some"};
  if (among(thoughts, w)) return next(1) == "to" && w != "regard" && among(giving, before(1));
  if (w == "mind" || w == "minds") return next(1) == "to" && (before_has("turned", 3) || before_has("turn", 3));
  return w == "contemplated" || w == "pondered";
}

}  // namespace foi::understand
