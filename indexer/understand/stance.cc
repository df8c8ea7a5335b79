#include "indexer/understand/stance.h"

#include <algorithm>
#include <string>

#include "indexer/understand/cues.h"
#include "indexer/understand/stance_lists.h"
#include "indexer/understand/stance_verbs.h"
#include "indexer/understand/stance_words.h"

namespace foi::understand {

namespace {

// How far before a verb the words that govern it stand, and how far after it its object, in words.
constexpr std::size_t kBefore = 9, kAfter = 9, kLongSubject = 20, kPartReach = 22;

// The words that govern a verb.
struct Frame {
  bool negated = false, only = false, longer = false, modal = false, doubt = false, right = false, wrong = false, own = false,
       generic = false;
  bool should = false, perfect = false, future = false, have = false, decided = false, partly = false, rather = false, obliged = false;
  bool would = false, added = false, whether = false, you = false, asked = false, lets = false, exempt_from = false, continues = false,
       passive = false;
};

class SentenceReader {
 public:
  explicit SentenceReader(std::string_view lower) : s_(lower), tokens_(clause_words(lower)) {}

  std::vector<Said> run() && {
    for (i_ = 0; i_ < tokens_.size(); ++i_) {
      if (tokens_[i_].strong || is_turn(tokens_[i_].word)) flipped_ = false;
      if (const VerbRow* row = verb_here()) read(*row);
      if (const auto phrase = set_phrase_at(tokens_, i_)) add(phrase->act, {}, false, phrase->whole);
      if (weighs_ground()) add(Act::kWeighed, {});
      if (is_ellipsis() || denies_exemption()) add(Act::kNotApplied, {});
      if (is_beyond_limit()) add(Act::kCost, frame());
      if (should_not_have()) add(Act::kOverturned, {});
    }
    return std::move(said_);
  }

 private:
  const VerbRow* verb_here() const {
    const VerbRow* phrasal = phrasal_verb_at(tokens_, i_);
    return phrasal != nullptr ? phrasal : verb_of(tokens_[i_].word);
  }
  static bool is_turn(std::string_view w) { return w == "but" || w == "however" || w == "although" || w == "though"; }
  std::string_view word(std::size_t at) const { return at < tokens_.size() ? tokens_[at].word : std::string_view(); }
  std::string_view next(std::size_t n) const { return word(i_ + n); }
  std::string_view before(std::size_t n) const { return n <= i_ ? tokens_[i_ - n].word : std::string_view(); }

  // Words after the verb up to a break.
  bool after_has(Cues words, std::size_t most = kAfter) const {
    for (std::size_t n = 1; n <= most && i_ + n < tokens_.size() && !tokens_[i_ + n].strong; ++n)
      if (among(words, next(n))) return true;
    return false;
  }
  bool after_has(std::string_view w, std::size_t most = kAfter) const { return after_has(Cues(&w, 1), most); }

  Frame frame() const {
    Frame f;
    bool reaching = true;  // whether a "not" would still govern this verb
    bool parenthesis = false;
    for (std::size_t n = 1; n <= kBefore && n <= i_ && !tokens_[i_ - n + 1].strong; ++n) {
      const std::string_view w = before(n);
      if (is_turn(w) || w == "because" || w == "therefore" || w == "so") reaching = reaching && w != "but" && w != "because" && w != "so";
      if (is_turn(w)) break;
      if (tokens_[i_ - n + 1].comma) parenthesis = !parenthesis;
      // A subject of its own: what stands before it governs another verb ("as you can find them there, they are exempt").
      const bool subject = w == "they" || w == "it" || w == "we" || w == "i" || w == "these" || w == "this" || w == "you";
      const VerbRow* other = verb_of(w);
      if (n > 1 && (w == "and" || w == "which" || w == "that" || w == "or")) reaching = reaching && (w == "or") && n <= 3;
      if (other != nullptr && other->verb != Verb::raise && other->verb != Verb::judged && w != "provided" && w != "given") {
        f.exempt_from = f.exempt_from || (other->verb == Verb::exempt && n <= 3);
        reaching = false;
      }
      if (reaching && parenthesis && !may_stand_before_parenthesis(w)) {
        note_distant(f, w);
        continue;
      }
      const std::string_view earlier = before(n + 1);
      const bool adjective =
          w == "right" && earlier != "was" && earlier != "is" && earlier != "were" && earlier != "are" && earlier != "be";
      constexpr std::string_view plans[] = {"intended", "planned", "proposed", "minded", "hoped", "intending", "tempted"};
      if (w == "reserve" || w == "reserves" || (n <= 3 && (w == "likely" || among(plans, w)))) f.modal = true;
      if (among(kRight, w) && reaching && !adjective && !(w == "appropriate" && before(n - 1) == "limit")) f.right = true;
      if (among(kWrong, w) && reaching) f.wrong = true;
      if (w == "no" && before(n - 1) == "longer")
        f.longer = f.longer || reaching;
      else if (among(kNot, w) && reaching && !(w == "not" && before(n - 1) == "only") && !(w == "no" && n > 2))
        f.negated = true;
      if (w == "not" && before(n - 1) == "only") f.only = true;
      if (reaching && among(kModals, w)) (w == "would" ? f.would : f.modal) = true;
      if (reaching && (w == "should" || w == "ought")) f.should = true;
      if (w == "whether" || (w == "if" && before(n + 1) != "even")) f.whether = true;
      if (w == "unless" || (w == "where" && n <= 6) || inverts(i_ - n)) f.doubt = true;
      if (reaching && (w == "will" || w == "must" || w == "shall")) f.future = true;
      if (reaching && (w == "have" || w == "has") && n <= 4) f.perfect = true;
      if (reaching && w == "have" && n <= 3) f.have = true;
      if (n <= 4 && (w == "been" || w == "be" || w == "is" || w == "are" || w == "was" || w == "were" || w == "being")) f.passive = true;
      if (among(kOwn, w)) f.own = true;
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
      if (subject && before(n + 1) != "do" && before(n + 1) != "does" && before(n + 1) != "nor") reaching = false;
    }
    f.whether = f.whether || whether_over_citation();
    for (std::size_t n = 1; n <= 4 && !is_turn(next(n)) && next(n) != "and" && i_ + n < tokens_.size() && !tokens_[i_ + n].strong; ++n) {
      if (n <= 2 && among(kRight, next(n)) && next(n) != "appropriate" && next(n) != "right") f.right = true;
      if (n <= 2 && among(kWrong, next(n))) f.wrong = true;
      if (next(n) == "part" && next(n - 1) == "in") f.partly = true;
    }
    return f;
  }

  // "Were we to rely on", "had you asked", "should we need to": a condition without "if", at the beginning of a clause.
  bool inverts(std::size_t at) const {
    constexpr std::string_view heads[] = {"were", "had", "should"};
    constexpr std::string_view subjects[] = {"we", "you", "i", "it", "they", "the", "this", "there", "any"};
    return among(heads, tokens_[at].word) && among(subjects, word(at + 1)) && (at == 0 || tokens_[at].strong || tokens_[at].comma);
  }

  // "whether section 24 or section 31(1)(a) is engaged": the numbers take up the room.
  bool whether_over_citation() const {
    for (std::size_t n = 1; n <= kLongSubject && n <= i_ && !tokens_[i_ - n + 1].strong; ++n) {
      const std::string_view w = before(n);
      if (w == "whether") return true;
      if (n > 3 && verb_of(w) != nullptr) return false;
      if (w == "and" || w == "but" || w == "that" || w == "which" || w == "we") return false;
    }
    return false;
  }

  // "asked us to apply", "invited the Trust to rely on": somebody else's wish.
  static bool asks_for(std::string_view whom, std::string_view verb) {
    constexpr std::string_view asking[] = {"asked", "asks",      "wanted", "wants",   "invited",
                                           "urged", "requested", "wished", "pressed", "like"};
    const auto asked = [&](std::string_view w) { return among(asking, w); };
    return (whom == "us" || whom == "trust" || whom == "council" || whom == "me") && (asked(verb) || verb == "the");
  }

  // "may not, in our view, apply": only words that negate or doubt reach over a parenthesis.
  bool may_stand_before_parenthesis(std::string_view w) const { return among(kNot, w) || w == "longer" || among(kModals, w); }
  void note_distant(Frame& f, std::string_view w) const {
    if (among(kOwn, w)) f.own = true;
    if (among(kGeneric, w)) f.generic = true;
    if (w == "you" || w == "your") f.you = true;
    if (w == "whether" || w == "if") f.whether = true;
    if (w == "unless") f.doubt = true;
  }

  void add(Act act, const Frame& f, bool past = false, bool stands = false) {
    if (flipped_ && act == Act::kOverturned && !stands)
      act = Act::kUpheld;
    else if (flipped_ && (act == Act::kApplies || act == Act::kUpheld || act == Act::kCost))
      act = Act::kNotApplied;
    // "… refused on 10 April, citing section 36": the participle is of its verb's time.
    const std::string_view here = tokens_[i_].word;
    if (act == Act::kApplies && here.ends_with("ing") && !is_progressive())
      past = past || std::ranges::any_of(said_, [](const Said& s) { return s.act == Act::kApplies && s.past; });
    said_.push_back({act, tokens_[i_].at, tokens_[i_].at + tokens_[i_].word.size(), past, f.own && !f.generic, false, stands});
  }

  bool is_progressive() const {
    constexpr std::string_view auxiliaries[] = {"is", "are", "am", "be", "been", "now", "also", "still", "therefore", "not"};
    return among(auxiliaries, before(1)) || before(1) == "we" || before(1) == "i";
  }

  void add_balance(bool keeps, const Frame& f) {
    add(keeps ? Act::kUpheld : Act::kOverturned, f);
    said_.back().balance = true;
  }

  void read(const VerbRow& row) {
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
      case Verb::breach:
      case Verb::none:
        return;
    }
  }

  // "The council's reliance fails", "the appeal fails"; but "failed to show that it is engaged".
  void read_fail() {
    constexpr std::string_view ends[] = {"", "as", "for", "because", "at", "on", "and", "since"};
    if (among(ends, next(1)) && before_has(kComplaints, kLongSubject)) return add(Act::kUpheld, {}, false, true);
    if (among(ends, next(1)) && before_has(kDecisions, kLongSubject)) return add(Act::kOverturned, {}, false, true);
    if (before(1) != "not") flipped_ = true;
  }

  // "The original decision was wrong", "our answer was the correct one", "the refusal stands".
  void read_judged() {
    const std::string_view w = tokens_[i_].word;
    constexpr std::string_view answers[] = {"decision",    "decisions", "response", "refusal",   "answer",   "reply",    "reliance",
                                            "application", "use",       "handling", "exemption", "approach", "position", "section"};
    constexpr std::string_view referring[] = {"this", "that", "it"};
    if (w.ends_with("founded")) return read_founded();
    if (w == "right" && (!subject_among(referring) || next(1) == "to" || next(1) == "of")) return;
    if (w == "right") return add(before_has("not", 3) ? Act::kOverturned : Act::kUpheld, frame(), false, true);
    if (w == "stand" && (before(1) == "cannot" || before(1) == "not")) return add(Act::kOverturned, {}, false, true);
    if (w == "stand" && (next(1) == "by" || before(1) == "should" || before(1) == "will" || before(1) == "must")) {
      if (next(1) != "by" || after_has(answers, 5)) add(Act::kUpheld, {}, false, true);
      return;
    }
    if (w == "stand" || !subject_among(answers)) return;
    const Frame f = frame();
    if (f.whether || f.modal || f.would || f.doubt) return;
    const bool right = w == "correct" || w == "appropriate" || w == "justified" || w == "sound" || w == "stands";
    if (next(1) == "to" || next(1) == "in") {  // "was right to withhold": the verb that follows says it
      if (verb_of(next(2)) != nullptr) return;
    }
    if (w == "appropriate" && (next(1) == "limit" || before(1) == "the" || before(1) == "an")) return;
    add(right != f.negated ? Act::kUpheld : Act::kOverturned, f, false, true);
  }
  // "Your complaint is well founded" is against the answer, "the refusal was well founded" for it.
  void read_founded() {
    if (tokens_[i_].word == "founded" && before(1) != "well" && before(1) != "ill") return;
    const Frame f = frame();
    const bool well = before(1) != "ill" && !f.negated;
    if (f.whether || f.modal) return;
    if (before_has(kComplaints, kPartReach)) return add(well ? Act::kOverturned : Act::kUpheld, f, false, true);
    if (before_has(kDecisions, kPartReach)) add(well ? Act::kUpheld : Act::kOverturned, f, false, true);
  }
  bool subject_among(Cues nouns) const {
    bool linked = tokens_[i_].word == "stands";
    for (std::size_t n = 1; n <= 12 && n <= i_ && !tokens_[i_ - n + 1].strong; ++n) {
      const std::string_view w = before(n);
      linked = linked || w == "is" || w == "remains" || w == "was" || w == "were" || w == "are" || w == "been";
      if (linked && among(nouns, w)) return true;
      if (w == "and" || w == "but" || w == "that") return false;
    }
    return false;
  }

  bool before_has(Cues words, std::size_t most = kBefore) const {
    for (std::size_t n = 1; n <= most && n <= i_ && !tokens_[i_ - n + 1].strong; ++n)
      if (among(words, before(n))) return true;
    return false;
  }

  // What the frame makes of a verb that relies on a ground.
  void add_framed(const Frame& f, const VerbRow& row, bool hypothetical_stands) {
    if (f.only) return add(Act::kExplains, f);
    if (f.asked) return add(Act::kThreatens, f);
    constexpr std::string_view cases[] = {"where", "when", "if"};
    if (f.lets && !f.passive && after_has(cases)) return add(Act::kExplains, f);  // "the Act lets us refuse where"
    if (f.generic && !f.right && !f.wrong) return add(Act::kExplains, f);
    if (f.longer) return add(Act::kWithdrawn, f);
    if (f.rather) return add(Act::kNotApplied, f);
    if (f.wrong) return add(f.negated ? Act::kUpheld : Act::kOverturned, f, row.past);
    if (f.should && f.have) return add(f.negated ? Act::kOverturned : Act::kAdded, f);
    if (f.right) return add(f.negated ? Act::kOverturned : f.partly || but_not() ? Act::kPartly : Act::kUpheld, f, row.past);
    if (f.whether && !f.negated) return add(Act::kThreatens, f);
    if (f.negated) return add(Act::kNotApplied, f);
    if (f.modal && f.have) return add(Act::kNotApplied, f);    // "could have applied"
    if (could_have()) return add(Act::kNotApplied, f);         // "could have said that it was exempt"
    if (f.modal && flipped_) return add(Act::kNotApplied, f);  // "we did not feel that we could rely on"
    if (f.would && f.have) return add(Act::kNotApplied, f);
    if (f.modal || f.doubt || (f.would && !hypothetical_stands)) return add(Act::kThreatens, f);
    const bool some = (row.verb == Verb::apply || row.verb == Verb::rely) && but_not();
    add(some ? Act::kPartly : Act::kApplies, f, row.past && !f.perfect && !is_present(), false);
    if (f.added) add(Act::kAdded, f);
  }

  // "applies to the formula but not to the price", "entitled to rely on it for the first but not for the second"
  bool but_not() const {
    constexpr std::string_view prepositions[] = {"to", "for", "in", "as"};
    for (std::size_t n = 1; n <= kPartReach && i_ + n + 1 < tokens_.size(); ++n)
      if (next(n) == "but" && next(n + 1) == "not" && among(prepositions, next(n + 2))) return true;
    return false;
  }
  bool could_have() const {
    for (std::size_t n = 1; n <= kBefore && n <= i_ && !tokens_[i_ - n + 1].strong; ++n)
      if (before(n) == "have" && (before(n + 1) == "could" || before(n + 1) == "might")) return true;
    return false;
  }

  // "is applied", "are being withheld", "to be withheld": participles of what is done now.
  bool is_present() const {
    for (std::size_t n = 1; n <= 4 && n <= i_; ++n) {
      const std::string_view w = before(n);
      if (w == "is" || w == "are" || w == "be" || w == "being" || w == "been" || w == "am" || w == "has" || w == "have") return true;
      if (w == "was" || w == "were" || w == "we" || w == "i") return false;
    }
    return i_ == 0 || !(before_has(kOwn, 4));  // a bare participle: "Withheld under …", "Section 43 applied"
  }

  void read_apply(const VerbRow& row) {
    constexpr std::string_view laws[] = {"section",    "sections",   "s",  "exemption", "exemptions", "exception",
                                         "exceptions", "regulation", "s.", "foia",      "ground"};
    constexpr std::string_view noun[] = {"form", "forms", "process", "number", "numbers", "for"};
    if (row.word == "application" && next(1) != "of") return;
    if (of_whole_law()) return;
    if (row.word == "met") return read_met();
    if (row.word == "available" && (next(1) != "to" || before(1) == "publicly" || !is_of_ground())) return;
    const bool loose = row.word == "cited" && tokens_[i_].word == "turned";
    if ((loose || row.word.starts_with("bite") || row.word == "triggered") && !near_law(laws)) return;
    if (row.word.starts_with("substitut")) return near_law(laws) ? add(Act::kAdded, frame()) : void();
    if (row.word == "application" && among(noun, next(1))) return;
    if (row.word.starts_with("add") && (next(1) == "to" || next(1) == "up" || next(1) == "together")) return;
    constexpr std::string_view determiners[] = {"the", "these", "this", "our", "it", "them", "those", "that", "your"};
    if ((row.word == "covers" || row.word == "protects" || row.word == "exempts") && !among(determiners, next(1))) return;
    const bool vague = row.word == "covers" || row.word == "protects" || row.word.starts_with("us") || row.word.starts_with("claim") ||
                       row.word == "covered" || row.word == "protected" || row.word == "caught" || row.word == "application";
    if (vague && !near_law(laws)) return;
    constexpr std::string_view noun_before[] = {"of", "in", "the", "for", "our", "its", "their", "your", "further", "re", "any"};
    if (row.word == "use" && among(noun_before, before(1))) return;
    if (row.word == "refers" && !next(1).empty()) return;
    Frame f = frame();
    if (row.word.starts_with("add")) {
      if (!near_law(laws)) return;
      f.added = true;
    }
    // "The duty in section 1(1)(a) does not apply, by virtue of …" refuses.
    constexpr std::string_view duties[] = {"duty", "obligation", "obligations", "requirement", "right", "duties"};
    if (f.negated && subject_in(duties)) return add(Act::kApplies, f);
    add_framed(f, row, false);
  }
  // "The Regulations apply in place of the Act": said of the law and of no ground.
  bool of_whole_law() const {
    constexpr std::string_view laws[] = {"regulations", "act", "eir", "eirs", "foia", "foisa", "legislation", "law", "regime", "policy"};
    const std::string_view w = tokens_[i_].word;
    if ((w != "apply" && w != "applies" && w != "applied") || !(among(laws, before(1)) || (i_ > 1 && is_year(before(1))))) return false;
    for (std::size_t n = 2; n <= kLongSubject && n <= i_ && !tokens_[i_ - n + 1].strong; ++n)
      if (before(n) == "section" || before(n) == "exemption" || before(n) == "regulation" || before(n) == "sections") return false;
    return true;
  }
  static bool is_year(std::string_view w) { return w.size() == 4 && (w.starts_with("19") || w.starts_with("20")); }
  // "The test is not met", "the exemption is not made out".
  void read_met() {
    const Frame f = frame();
    if (verb_of(tokens_[i_].word) != nullptr && !is_of_ground()) return;
    if (f.whether || f.modal || f.doubt) return;
    if (f.negated || flipped_) return add(Act::kNotApplied, f);
    add(Act::kApplies, f);
  }
  // The subject is a ground, or what takes its place.
  bool is_of_ground() const {
    constexpr std::string_view grounds[] = {"section", "exemption", "regulation", "exception", "test", "it", "limb", "condition", "s"};
    return before_has(grounds, 7) || (i_ > 0 && subject_in(Cues(grounds, 4)));
  }
  // Over the brackets of a citation, too.
  bool subject_in(Cues nouns) const {
    for (std::size_t n = 1; n <= kLongSubject && n <= i_; ++n)
      if (among(nouns, before(n))) return true;
    return false;
  }
  bool near_law(Cues laws) const {
    for (std::size_t n = 1; n <= 6; ++n) {
      const auto is_law = [&](std::string_view w) { return among(laws, w) || (w.size() > 1 && w[0] == 's' && w[1] >= '0' && w[1] <= '9'); };
      if (is_law(next(n)) || is_law(before(n))) return true;
    }
    return false;
  }

  void read_withhold(const VerbRow& row) {
    const Frame f = frame();
    if (row.word.starts_with("reject") && (before_has(kComplaints, kPartReach) || after_has(kComplaints, 4)))
      return add(Act::kUpheld, f, row.past, true);
    constexpr std::string_view own[] = {"us", "the", "our", "this"};
    if ((row.word == "relieves" || row.word == "excuses" || row.word == "absolves") && !among(own, next(1))) return;
    if (row.word.starts_with("reject") && rejects_ground()) return add(Act::kNotApplied, f);
    if (row.word == "removed" && next(1) == "from" && !near_law(kDecisions)) return;
    // "refusal notice", "a refusal under": nouns; "decision to refuse/withhold" stands with its own verb.
    if (before(1) == "to" && among(kDecisions, before(2))) return;
    if (row.word == "refusal" && (f.modal || f.doubt || f.whether)) return add(Act::kThreatens, f);
    if (row.word == "refusal") return f.negated ? void() : add(Act::kApplies, f);
    // "in favour of withholding", "arguments for withholding", "public interest in withholding"
    if (row.word == "withholding" && (before(1) == "of" || before(1) == "for" || before(1) == "in" || before(1) == "against" ||
                                      before(1) == "favours" || before(1) == "favour"))
      return;
    add_framed(f, row, false);
  }

  // "Section 24 was looked at and rejected"; but "we reject your request under section 14".
  bool rejects_ground() const {
    constexpr std::string_view grounds[] = {"section", "sections", "exemption", "exemptions", "regulation", "exception"};
    constexpr std::string_view asked[] = {"request", "requests", "it", "application"};
    return !after_has(asked, 4) && (before_has(grounds, kLongSubject) || among(grounds, next(1)) || among(grounds, next(2)));
  }

  void read_exempt(const VerbRow& row) {
    if (row.verb == Verb::fall && !after_has(std::string_view("within"), 2) && !after_has(std::string_view("under"), 2) &&
        !after_has(std::string_view("outside"), 2))
      return;
    const Frame f = frame();
    if (row.verb == Verb::fall && after_has(std::string_view("outside"), 2)) return add(Act::kNotApplied, f);
    if (row.word == "exempt" && next(1) == "from" &&
        (next(2).starts_with("section") || next(2) == "regulation" || next(2) == "this" || next(2) == "paying" || next(2) == "the"))
      return;
    if (row.word == "exempt" && f.would && !f.own && !flips_before()) return add(Act::kThreatens, f);
    if (row.word == "exempt" && (next(1) == "if" || next(1) == "where" || (next(1) == "information" && next(2) == "if")))
      return add(Act::kExplains, f);
    // "Information … is exempt information" is how the Act speaks.
    if (row.word == "exempt" && next(1) == "information" && f.passive && !f.own && (before(2) == "information" || !after_has("under", 4)))
      return add(Act::kExplains, f);
    // "… information that is not exempt by virtue of section 35": how the Act parts one section from another.
    if (row.word == "exempt" && f.negated && !f.own && (before(3) == "that" || before(3) == "which" || before(2) == "if"))
      return add(Act::kExplains, f);
    if (row.word == "manifestly" && next(1) != "unreasonable") return;
    if (row.word == "vexatious" && (f.whether || before(1) == "a" || next(1) == "requests" || next(1) == "or")) return;
    add_framed(f, row, true);
  }

  // "We consider that it would be exempt": a view, not a threat.
  bool flips_before() const {
    constexpr std::string_view views[] = {"consider",  "considers", "believe", "believes", "view", "satisfied",
                                          "therefore", "opinion",   "think",   "and",      "so"};
    return before_has(views);
  }

  void read_disclose(const VerbRow& row) {
    Frame f = frame();
    if (row.word.starts_with("tell") && !f.negated) return;
    if (row.word == "let" && (!f.negated || next(2) != "have")) return;
    if (f.generic) return f.negated ? add(Act::kExplains, f) : void();
    if (f.should && f.negated && f.have) return add(Act::kAdded, f);
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
  bool before_has(std::string_view w, std::size_t most = kBefore) const { return before_has(Cues(&w, 1), most); }

  void read_hold() {
    const Frame f = frame();
    if (f.negated && !f.whether && !f.only) add(Act::kNotHeld, f);
  }

  void read_uphold(const VerbRow& row) {
    Frame f = frame();
    const bool backs = row.word.starts_with("support");
    if (backs && !(f.own && (before(1) == "i" || before(1) == "we" || before(1) == "fully" || before(1) == "panel"))) return;
    if (f.whether || f.modal || f.doubt || !names_something()) return;
    const bool partly = f.partly || (next(1) == "in" && next(2) == "part") || after_in_part();
    if (partly) return add(Act::kPartly, f, row.past, true);
    const bool passive = row.word == "upheld" && f.passive;
    const bool complaint = passive ? subject_is(kComplaints) : object_is(kComplaints);
    add(complaint != f.negated ? Act::kOverturned : Act::kUpheld, f, row.past && !passive && !f.perfect, true);
  }
  bool after_in_part() const {
    for (std::size_t n = 1; n <= 12 && i_ + n + 1 < tokens_.size(); ++n)
      if (next(n) == "in" && next(n + 1) == "part") return true;
    return false;
  }
  // The nearest noun of either kind decides.
  bool object_is(Cues kind) const {
    for (std::size_t n = 1; n <= kAfter && i_ + n < tokens_.size(); ++n) {
      if (among(kind, next(n)) || (next(n) == "request" && next(n + 1) == "for")) return true;
      if (among(kDecisions, next(n))) return false;
    }
    return false;
  }
  // "Your complaint about section 38 is upheld", but "having read your complaint, the decision is upheld".
  bool subject_is(Cues kind) const {
    bool comma = false, decision = false;
    for (std::size_t n = 1; n <= kLongSubject && n <= i_; ++n) {
      if (among(kind, before(n))) return !(comma && decision);
      decision = decision || among(kDecisions, before(n));
      comma = comma || tokens_[i_ - n].comma;
      if (is_turn(before(n))) break;
    }
    return false;
  }
  bool names_something() const {
    if (next(1) == "that" || next(1) == "this" || next(1) == "it" || next(1) == "them" || next(1) == "these") return true;
    for (std::size_t n = 1; n <= kLongSubject; ++n)
      if (among(kComplaints, before(n)) || among(kDecisions, before(n)) ||
          (n <= kAfter && (among(kComplaints, next(n)) || among(kDecisions, next(n)))))
        return true;
    return false;
  }

  void read_overturn(const VerbRow& row) {
    const Frame f = frame();
    if (f.whether || f.modal || f.doubt) return;
    constexpr std::string_view refusals[] = {"exemption", "exemptions", "redaction", "redactions", "exception"};
    if (row.word == "lifted" && !near_law(refusals)) return;
    const bool loose = tokens_[i_].word == "set" || tokens_[i_].word == "put" || tokens_[i_].word == "setting";
    if (loose && !near_law(kDecisions) && next(1) != "it" && next(1) != "that") return;
    add(f.partly ? Act::kPartly : f.negated ? Act::kUpheld : Act::kOverturned, f, row.past && !f.passive && !f.perfect, true);
  }

  void read_withdraw(const VerbRow& row) {
    constexpr std::string_view other[] = {"request", "consent", "care", "treatment", "service", "services", "questions", "question"};
    const Frame f = frame();
    if (f.modal || f.doubt || f.whether || f.you || f.negated || after_has(other, 3) || before_has(other, 4)) return;
    const bool phrasal = verb_of(tokens_[i_].word) == nullptr || verb_of(tokens_[i_].word)->verb != Verb::withdraw;
    if (phrasal && !near_law(kDecisions) && next(1) != "it" && next(1) != "that") return;
    add(Act::kWithdrawn, f, row.past && !f.perfect && !f.passive);
  }

  void read_maintain(const VerbRow& row) {
    const Frame f = frame();
    if (f.whether || f.modal) return;
    if (f.longer) return add(Act::kWithdrawn, f);
    if (before(1) == "in" || before(1) == "of" || before(1) == "for") return;  // "the public interest in maintaining": a noun
    if (!near_law(kDecisions) && !f.passive && before(1) != "not") return;
    if (row.word == "maintained" && before_has(std::string_view("be")) && !near_law(kDecisions)) return;
    constexpr std::string_view stances[] = {"position", "decision", "reliance", "stance", "view", "refusal", "response"};
    const bool keeps = !(f.negated || flipped_);
    if (!f.passive && after_has(stances, 5)) return add(keeps ? Act::kUpheld : Act::kOverturned, f, row.past && !f.perfect, true);
    add_balance(keeps, f);
  }

  // The public interest on one side, or the other.
  void read_outweigh() {
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

  void read_favour() {
    if (tokens_[i_].word == "lies" && next(1) == "in" && next(2) == "favour") return;
    if (before(1) == "in" || before(1) == "of") {  // "in favour of": weighed, not decided, unless it "lies" or "is" there
      constexpr std::string_view decides[] = {"lies", "balance", "falls", "tips", "comes", "scales"};
      if (before(1) != "in" || next(1) != "of" || !before_has(decides, 4)) return;
    }
    const Frame f = frame();
    if (f.whether || f.modal) return;
    for (std::size_t n = 1; n <= 6; ++n) {
      if (among(kKeeping, next(n))) return add_balance(!f.negated, f);
      if (among(kOpening, next(n))) return add_balance(f.negated, f);
    }
  }

  // "We cannot do this within the costs limit": the limit is passed without a verb that says so.
  bool is_beyond_limit() const {
    constexpr std::string_view costs[] = {"cost", "costs", "appropriate", "fees", "18", "24", "statutory"};
    return tokens_[i_].word == "within" && after_has(kLimits, 4) && after_has(costs, 3) && before_has(kNot, 12) &&
           !before_has(std::string_view("if")) && !before_has(std::string_view("whether"));
  }

  void read_exceed() {
    constexpr std::string_view hours[] = {"hours", "hour", "limit", "limits", "threshold"};
    if (!after_has(kLimits) && !before_has(hours)) return;
    const Frame f = frame();
    constexpr std::string_view others[] = {"wider", "future", "further", "broader", "larger", "subsequent", "any", "probably"};
    if (f.negated && !f.whether && !f.doubt) {
      add(Act::kNotApplied, f);
      said_.back().cost = true;
    }
    if (f.negated) return;
    if (before_has(others)) return add(Act::kThreatens, f);
    if (f.generic || ((f.modal || f.whether || f.doubt) && !f.own)) return add(Act::kThreatens, f);
    if (f.whether || f.doubt || before_has(std::string_view("may"))) return add(Act::kThreatens, f);
    add(Act::kCost, f);
  }

  void read_confirm() {
    const bool pair = (next(1) == "or" || next(1) == "nor") && (next(2).starts_with("den"));
    const Frame f = frame();
    constexpr std::string_view kept[] = {"decision", "use", "refusal", "application", "reliance", "position"};
    if (!pair && (after_has(kept, 3) || (f.passive && before_has(kept, 7))) && !f.whether && !f.negated && !f.modal)
      return add(Act::kUpheld, f, false, true);
    if (!pair && tokens_[i_].word != "ncnd") return;
    if (before(1) == "whether" || before(2) == "whether" || before(1) == "if" || f.doubt) return;
    if (f.right) return add(before_has("not", 7) ? Act::kOverturned : Act::kUpheld, f);
    add(Act::kNcnd, f);
  }

  void read_raise() {
    const Frame f = frame();
    const std::string_view w = tokens_[i_].word;
    const bool object =
        next(1).starts_with("section") || next(1) == "the" || next(1) == "regulation" || next(1) == "whether" || next(1) == "any";
    if ((w == "considered" || (w == "consider" && before(1) == "to" && object)) && f.negated) return add(Act::kUnconsidered, f);
    if (w == "considered" && (object || next(1) == "applying" || next(1) == "relying" || next(1) == "using") && !f.generic && !f.modal) {
      add(Act::kWeighed, f);
      return;
    }
    const bool disagrees = w.starts_with("disagree");
    if (disagrees != f.negated && !f.only && !f.whether) flipped_ = true;
    constexpr std::string_view views[] = {"decision",   "use",    "refusal",     "application", "reliance", "response",
                                          "conclusion", "answer", "withholding", "officer",     "outcome",  "position"};
    if ((w.starts_with("agree") || disagrees) && next(1) == "with" && !f.whether && !f.modal && !f.you && after_has(views, 6))
      add(disagrees != f.negated ? Act::kOverturned : Act::kUpheld, f, false, true);
  }

  // "wondered whether", "gave consideration to", "was thought about".
  bool weighs_ground() const {
    const std::string_view w = tokens_[i_].word;
    return ((w == "wondered" || w == "wonder") && (next(1) == "whether" || next(1) == "about")) ||
           (w == "looked" && next(1) == "at" && (next(2).starts_with("section") || next(2) == "regulation" || before(1) == "was")) ||
           (w == "think" && next(1) == "about" && before(1) == "did") ||
           (w == "consideration" && next(1) == "to" && (before(1) == "gave" || before(1) == "given")) ||
           (w == "thought" && (next(1) == "about" || (next(1) == "to" && (before(1) == "gave" || before(1) == "give")))) ||
           (w == "asked" && (next(1) == "ourselves" || next(1) == "myself"));
  }
  bool denies_exemption() const {
    const std::string_view w = tokens_[i_].word;
    return (w == "exemption" || w == "exemptions") && before(1) == "no";
  }

  // "It should not have done", "they ought not to have been".
  bool should_not_have() const {
    const std::string_view w = tokens_[i_].word;
    if ((w != "done" && w != "been") || !next(1).empty() || !before_has(std::string_view("not"))) return false;
    return before(1) == "have" && (before_has("should", 4) || before_has("ought", 5));
  }

  // "… whether section 43 might apply, and found that it does not": the verb is left out.
  bool is_ellipsis() const {
    if (tokens_[i_].word != "not") return false;
    constexpr std::string_view helpers[] = {"does", "do", "did", "is", "was", "could", "should", "are"};
    constexpr std::string_view ends[] = {"", "and", "as", "because", "since", "for", "here", "in", "so"};
    if (!among(helpers, before(1)) || !among(ends, next(1))) return false;
    return std::ranges::any_of(said_, [](const Said& s) {
      return s.act == Act::kUpheld || s.act == Act::kThreatens || s.act == Act::kApplies || s.act == Act::kWeighed;
    });
  }

  std::string_view s_;
  std::vector<ClauseWord> tokens_;
  std::vector<Said> said_;
  std::size_t i_ = 0;
  bool flipped_ = false;
};

}  // namespace

std::vector<Said> acts_in(std::string_view lower) { return SentenceReader(lower).run(); }

}  // namespace foi::understand
