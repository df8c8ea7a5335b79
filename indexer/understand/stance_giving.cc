#include "indexer/understand/cues.h"
#include "indexer/understand/stance_lists.h"
#include "indexer/understand/stance_reader.h"

namespace foi::understand {

void SentenceReader::read_exempt(const VerbRow& row) {
  static constexpr std::string_view refusals[] = {"refusal", "reliance", "decision"};
  // "personal data which does not fall within subsection (1)": the law tells two of its parts apart.
  if (row.verb == Verb::fall && next(1) == "within" && (next(2) == "subsection" || next(2) == "sub-section")) return;
  if (row.verb == Verb::fall && among(refusals, before(1)) && (next(1).empty() || next(1) == "and"))
    return add(Act::kOverturned, {}, false, true);  // "the refusal falls"
  if (row.verb == Verb::fall && !after_has(std::string_view("within"), 2) && !after_has(std::string_view("under"), 2) &&
      !after_has(std::string_view("outside"), 2) && !(next(1) == "foul" && next(2) == "of"))
    return;
  constexpr std::string_view bounds[] = {"scope", "remit", "terms"};
  if (row.verb == Verb::fall && after_has(bounds, 4) && !after_has(std::string_view("outside"), 2)) return;  // of the request
  const Frame f = frame();
  if (row.verb == Verb::fall && after_has(std::string_view("outside"), 2)) return add(Act::kNotApplied, f);
  if (row.word == "exempt" && next(1) == "from" &&
      (next(2).starts_with("section") || next(2) == "regulation" || next(2) == "this" || next(2) == "paying" || next(2) == "the"))
    return;
  // "It would be exempt here too because …": a view that gives its reason.
  static constexpr std::string_view reasons[] = {"because", "since"};
  const bool reasoned = after_has(reasons, kLongSubject) && !f.whether && !f.doubt;
  if (row.word == "exempt" && f.would && !f.own && !flips_before() && !reasoned) return add(Act::kThreatens, f);
  if (row.word == "exempt" && (next(1) == "if" || next(1) == "where" || (next(1) == "information" && next(2) == "if")))
    return add(Act::kExplains, f);
  // "Information … is exempt information" is how the Act speaks.
  if (row.word == "exempt" && next(1) == "information" && f.passive && !f.own && (before(2) == "information" || !after_has("under", 4)))
    return add(Act::kExplains, f);
  if (row.word == "exempt" && next(1) == "information" && f.negated && !f.own) return add(Act::kExplains, f);
  // "… information that is not exempt by virtue of section 35": how the Act parts one section from another.
  if (row.word == "exempt" && f.negated && !f.own && (before(3) == "that" || before(3) == "which" || before(2) == "if"))
    return add(Act::kExplains, f);
  if (row.word == "manifestly" && next(1) != "unreasonable") return;
  if (row.word == "vexatious" && (f.whether || before(1) == "a" || next(1) == "requests" || next(1) == "or")) return;
  add_framed(f, row, true);
}

// "We consider that it would be exempt": a view, not a threat.
bool SentenceReader::flips_before() const {
  static constexpr std::string_view views[] = {"consider",  "considers", "believe", "believes", "view", "satisfied",
                                               "therefore", "opinion",   "think",   "and",      "so"};
  return before_has(views);
}

void SentenceReader::read_disclose(const VerbRow& row) {
  Frame f = frame();
  if (next(1) == "notice" && row.word.starts_with("gi")) return add_framed(f, row, false);  // of section 17 of FOISA
  if (row.word.starts_with("tell") && !f.negated) return;
  if (row.word == "answer" && (before(1) == "the" || before(1) == "an")) return;  // "section 12 was not the answer"
  if (row.word == "let" && (!f.negated || next(2) != "have")) return;
  static constexpr std::string_view views[] = {"opinion", "view", "ruling", "judgment"};
  if (among(views, next(2)) || among(views, next(1))) return;  // "she declined to give an opinion"
  static constexpr std::string_view laws[] = {"section", "regulation", "exemption"};
  if (row.word == "attach" && before_has(laws, kNearFineLaw) && !f.own) return add_framed(f, row, false);  // "section 40 does not attach"
  if (f.generic) return f.negated ? add(Act::kExplains, f) : void();
  if (f.should && f.negated && f.have) return add(Act::kAdded, f);
  // "The prices should have been sent to you": the answer was wrong.
  constexpr std::string_view dues[] = {"reasons", "notice", "advice", "assistance", "explanation", "response", "reply", "acknowledgement"};
  const bool due = after_has(dues, 7);  // "should have given its reasons": late or lame, and no word on a ground
  // "The reply should have been sent by May."
  const Subject sent = f.should && f.have && f.passive ? subject() : Subject::none;
  if (sent == Subject::outcome || sent == Subject::manner) return;
  if (f.should && f.have && row.past && !f.negated && !f.whether && !due) add(Act::kOverturned, f, false, true);
  if (f.negated || f.exempt_from) {
    if (f.whether && !f.negated) return;
    // "may not be provided", "if not provided": no decision.
    if (f.doubt || (f.modal && before_has(std::string_view("may")))) return;
    return add(flipped_ ? Act::kReleases : Act::kApplies, f, row.past && !f.perfect && !is_present());
  }
  if (f.modal || f.doubt || f.whether || f.would) return;
  const bool gives = f.decided || f.future || (f.should && f.have) || row.word == "enclosed" || row.word == "attached" ||
                     row.word == "enclose" || row.word == "attach" || row.word == "disclosing" || row.word == "releasing" ||
                     (f.should && row.past) || (f.added && f.passive) || before(1) == "to";
  const bool noun = row.word == "release" || row.word == "answer" || row.word == "process" || row.word == "share";
  if (gives && !(noun && before(1) != "to" && before(1) != "will") && row.word != "respond" && row.word != "comply" &&
      row.word != "answered" && row.word != "process" && !(before(1) == "to" && !f.decided && !f.should))
    add(flipped_ ? Act::kOverturned : Act::kReleases, f);
}

void SentenceReader::read_hold() {
  const Frame f = frame();
  if (f.negated && !f.whether && !f.only) add(Act::kNotHeld, f);
}

void SentenceReader::read_exceed() {
  static constexpr std::string_view hours[] = {"hours", "hour", "limit", "limits", "threshold"};
  if (!after_has(kLimits) && !before_has(hours)) return;
  const Frame f = frame();
  static constexpr std::string_view others[] = {"wider", "future", "further", "broader", "larger", "subsequent", "any", "probably"};
  if (f.negated && !f.whether && !f.doubt) {
    if (Said* said = added(Act::kNotApplied, f)) said->cost = true;
  }
  if (f.negated) return;
  if (before_has(others)) return add(Act::kThreatens, f);
  if (f.generic || ((f.modal || f.whether || f.doubt) && !f.own)) return add(Act::kThreatens, f);
  static constexpr std::string_view doubtful[] = {"may", "might", "could"};
  if (f.whether || f.doubt || before_has(doubtful)) return add(Act::kThreatens, f);
  add(Act::kCost, f);
}

}  // namespace foi::understand
