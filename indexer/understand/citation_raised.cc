#include "indexer/understand/citation_raised.h"

#include <algorithm>

#include "indexer/understand/citation_lines.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/stance_words.h"

namespace foi::understand {

namespace {

// How far after a citation the letter says what came of it, in bytes.
constexpr std::size_t kUpshotReach = 900;
// How far before a verb its subject stands, over helpers and adverbs, and how far after a citation a verb that has it for subject, in
// words.
constexpr std::size_t kSubjectReach = 6, kVerbReach = 7;

// Verbs of turning something over in the mind: whoever does it has decided nothing yet.
constexpr std::string_view kWeighing[] = {"wonder",    "wondered",  "wondering", "toyed",   "tempted",      "inclined", "minded",
                                          "discuss",   "discussed", "debate",    "debated", "contemplated", "pondered", "mulled",
                                          "hesitated", "explored",  "mooted",    "floated", "talk",         "talked",   "canvassed"};
// Verbs of proposing, asking and holding: said of anybody but the authority itself they claim nothing.
constexpr std::string_view kProposing[] = {
    "suggest", "suggested", "suggests",  "propose",   "proposed", "recommended", "urged",      "invited", "pressed", "raised",  "argued",
    "argues",  "contended", "submitted", "claimed",   "cited",    "felt",        "believed",   "thought", "wished",  "wanted",  "wants",
    "asked",   "asks",      "hoped",     "preferred", "objected", "objects",     "said",       "says",    "wrote",   "spoke",   "mentioned",
    "feared",  "replied",   "insisted",  "pointed",   "pleaded",  "maintained",  "considered", "pleads",  "put",     "invoked", "quoted"};
// Of these a passive says the same: "it was suggested", "section 24 was raised by our Cyber Lead".
constexpr std::string_view kProposedPassive[] = {"suggested", "proposed", "recommended", "urged",     "invited", "pressed", "raised",
                                                 "mooted",    "floated",  "asked",       "discussed", "debated", "put",     "mentioned",
                                                 "canvassed", "pointed",  "argued",      "thought",   "aired"};
constexpr std::string_view kHelpers[] = {"had",  "has",    "have",  "also",   "then",    "first", "at",        "even", "once", "did", "do",
                                         "both", "indeed", "later", "having", "rightly", "would", "initially", "each", "all",  "and"};
constexpr std::string_view kPassiveHelpers[] = {"was", "were", "been", "being", "is", "are", "be"};
// Who speaks for the authority, or decides over it: their view is the letter's own, or its law.
constexpr std::string_view kDeciders[] = {"we",    "i",           "you",         "your",         "trust",     "council",      "board",
                                          "force", "authority",   "department",  "university",   "icb",       "commissioner", "tribunal",
                                          "court", "judge",       "person",      "executive",    "officer",   "minister",     "secretary",
                                          "chair", "director",    "parliament",  "constabulary", "college",   "agency",       "service",
                                          "panel", "reviewer",    "complainant", "requester",    "applicant", "that",         "which",
                                          "act",   "regulations", "governor",    "principal",    "registrar"};
constexpr std::string_view kNegatives[] = {"not",         "no",          "never",     "neither",  "nor",       "none",    "nobody",
                                           "nothing",     "cannot",      "without",   "hardly",   "declined",  "unable",  "unwilling",
                                           "unconvinced", "unpersuaded", "disagreed", "disagree", "disagrees", "doubted", "resisted"};
constexpr std::string_view kAnaphors[] = {"we",   "i",   "it",   "that", "this", "these", "so",  "them", "either",    "neither",
                                          "none", "one", "both", "she",  "he",   "our",   "its", "they", "exemption", "argument"};

class Sentence {
 public:
  explicit Sentence(std::string_view lower) : lower_(lower), words_(clause_words(lower)) {}

  bool brings_up(Span cited) const {
    for (std::size_t i = 0; i < words_.size() && words_[i].at < cited.start; ++i)
      if (raises(i) && !decides_between(words_[i].at, cited.start)) return true;
    return is_raised_after(cited.end);
  }

  bool has(Cues cues) const {
    return std::ranges::any_of(words_, [&](const ClauseWord& w) { return among(cues, w.word); });
  }

 private:
  std::string_view word(std::size_t at) const { return at < words_.size() ? words_[at].word : std::string_view(); }

  // "Section 24(1) was raised by our Cyber Lead", "Both section 24(1), national security, and section 38(1)(b), safety, were put to us".
  bool is_raised_after(std::size_t end) const {
    bool opened = false, apart = false, listed = false;  // a gloss between commas, a comma of something else, another section
    for (std::size_t i = 0, n = 0; i < words_.size() && n < (listed ? 2 * kVerbReach : kVerbReach); ++i) {
      if (words_[i].at < end) continue;
      if (words_[i].strong) return false;
      const std::string_view w = words_[i].word;
      const bool section = w == "section" || w == "sections" || w == "regulation";
      const bool helper = i > 0 && among(kPassiveHelpers, w);
      if (n == 0) opened = words_[i].comma;
      if (words_[i].comma && n > 0 && !(helper && opened)) apart = true;
      listed = listed || section;
      n = section ? 1 : n + 1;
      if (helper && is_proposed_after(i)) return !apart || (listed && w == "were");
    }
    return false;
  }

  bool is_proposed_after(std::size_t helper) const {
    static constexpr std::string_view adverbs[] = {"also", "been", "first", "at", "then", "being", "briefly"};
    std::size_t at = helper + 1;
    while (among(adverbs, word(at))) ++at;
    static constexpr std::string_view no_proposal[] = {"thought", "argued", "pointed", "asked", "invited", "mentioned", "put"};
    const std::string_view w = word(at);
    if (w == "put") return word(at + 1) == "to" || word(at + 1) == "forward";
    if (w == "thought") return word(at + 1) == "of" || word(at + 1) == "about";
    return among(kProposedPassive, w) && !among(no_proposal, w);
  }

  // Whether the word at i brings something up.
  bool raises(std::size_t i) const {
    const std::string_view w = word(i), next = word(i + 1), after = word(i + 2);
    if (w == "mind" && i > 1 && word(i - 1) == "in") return word(i - 2) == "had" || word(i - 2) == "have";
    static constexpr std::string_view theirs[] = {"its", "their", "his", "her"};
    if (w == "view" && i > 1 && word(i - 2) == "in" && among(theirs, word(i - 1))) return true;
    static constexpr std::string_view selves[] = {"ourselves", "myself", "itself", "themselves"};
    static constexpr std::string_view open[] = {"whether", "if"};
    if ((w == "asked" || w == "ask") && (among(selves, next) || among(open, next))) return subject_of(i) != Subject::requester;
    static constexpr std::string_view obliged[] = {"had", "needed", "ought", "obliged", "bound", "have"};
    if (w == "think" && (next == "about" || next == "of") && i > 1 && word(i - 1) == "to" && among(obliged, word(i - 2)))
      return subject_of(i - 2) != Subject::requester;
    // "You may have expected section 42": the office supposes it, and nobody said so.
    static constexpr std::string_view expecting[] = {"expected", "expect", "wonder", "thought", "supposed", "wondered"};
    if (among(expecting, w) && is_supposed_of_requester(i)) return true;
    if (w == "thought" && (next == "about" || (next == "of" && after != "as"))) return subject_of(i) != Subject::requester;
    if (among(kWeighing, w)) return subject_of(i) != Subject::requester;
    if (!among(kProposing, w)) return false;
    if (w == "put" && !(next == "it" || next == "to" || next == "forward" || after == "to")) return false;
    if (w == "considered" && next == "by") return false;
    static constexpr std::string_view speaking[] = {"said", "says", "wrote", "replied"};
    static constexpr std::string_view spoken[] = {"that", "they", "it", "he", "she", "the", "their", "its", "section"};
    if (among(speaking, w) && !among(spoken, next)) return false;
    static constexpr std::string_view asking[] = {"asked", "invited", "pressed", "urged"};
    static constexpr std::string_view asked[] = {"whether", "if", "to", "that"};
    if (among(asking, w) && i > 0 && among(kPassiveHelpers, word(i - 1)) && !among(asked, next)) return false;
    // "the reasons cited", "a proposed contract": of things, and nobody's act.
    static constexpr std::string_view participles[] = {"submitted", "cited",       "quoted",    "mentioned",  "claimed",
                                                       "raised",    "invoked",     "put",       "considered", "proposed",
                                                       "suggested", "recommended", "maintained"};
    static constexpr std::string_view objects[] = {"that", "section", "sections", "regulation", "the",  "it",      "us",  "whether",
                                                   "an",   "this",    "to",       "we",         "both", "against", "for", "forward"};
    static constexpr std::string_view determiners[] = {"the", "a", "an", "all", "any", "our", "its", "their", "your", "this", "these"};
    if (i > 0 && among(determiners, word(i - 1))) return false;
    if (among(participles, w) && !among(objects, next) && !(i > 0 && among(kPassiveHelpers, word(i - 1)))) return false;
    const Subject subject = subject_of(i);
    return subject == Subject::other || (subject == Subject::passive && among(kProposedPassive, w));
  }

  // "you may have", "you might" right before.
  bool is_supposed_of_requester(std::size_t i) const {
    static constexpr std::string_view maybe[] = {"may", "might", "will"};
    const std::size_t back = i > 0 && word(i - 1) == "have" ? 2 : 1;
    return i > back && among(maybe, word(i - back)) && word(i - back - 1) == "you";
  }

  enum class Subject : std::uint8_t { own, requester, other, passive, none };
  // Who does what the verb at i says: the nearest word before it that is no helper.
  Subject subject_of(std::size_t i) const {
    bool passive = false;
    for (std::size_t n = 1; n <= kSubjectReach; ++n) {
      if (n > i || words_[i - n + 1].strong) return passive ? Subject::passive : Subject::none;
      const std::string_view w = word(i - n);
      if (w == "you" || w == "your") return Subject::requester;
      if (w == "nobody" || w == "never") return Subject::none;
      if (among(kPassiveHelpers, w)) {
        passive = true;
        continue;
      }
      if (among(kHelpers, w)) continue;
      if (passive) return Subject::passive;
      if (w == "there" || w == "to" || w == "as") return Subject::none;
      if (among(kDeciders, w)) return Subject::own;
      // A participle after a noun of its own clause: "the information submitted by bidders".
      return word(i + 1) == "by" || word(i + 1) == "under" ? Subject::none : Subject::other;
    }
    return Subject::none;
  }

  // The letter's own decision, or another matter, between what was brought up and the citation: "the maker objected and we refuse it
  // under".
  bool decides_between(std::size_t from, std::size_t to) const {
    static constexpr std::string_view turns[] = {"but",      "however",   "and we",      "and i",           "and so",
                                                 "so we",    "therefore", "accordingly", "public interest", "on balance",
                                                 "we agree", "i agree",   "is engaged",  "although"};
    const std::string_view gap = lower_.substr(from, to - from);
    static constexpr std::string_view breaks[] = {";", ", we ", ", i ", ", so ", ", which we "};
    return has_any(gap, turns) ||
           std::ranges::any_of(breaks, [&](std::string_view mark) { return gap.find(mark) != std::string_view::npos; });
  }

  std::string_view lower_;
  std::vector<ClauseWord> words_;
};

// "We agree", "I was persuaded": of what was brought up.
bool agrees(std::string_view sentence) {
  static constexpr std::string_view assents[] = {"we agree",          "i agree",         "we agreed",        "we share that view",
                                                 "we were persuaded", "i was persuaded", "we are persuaded", "we concur",
                                                 "that is right",     "that is so"};
  return has_any(sentence, assents);
}

// "Our letter of 3 May cited section 22": what it said was the authority's own word.
bool tells_own_letter(std::string_view sentence) {
  static constexpr std::string_view letters[] = {
      "our letter",       "our reply",   "our response",      "our answer", "our earlier letter", "our first reply", "our first letter",
      "our first answer", "our refusal", "our earlier reply", "our notice", "our message",        "our e-mail",      "our email"};
  return has_any(sentence, letters);
}

bool gives(std::string_view sentence) {
  static constexpr std::string_view giving[] = {
      "is enclosed", "are enclosed",   "is attached", "are attached",      "are given",          "is given",    "are below",
      "is below",    "they are named", "is set out",  "are set out",       "you have them",      "you have it", "is shown",
      "are shown",   "are included",   "is included", "has been released", "have been released", "is released", "are released"};
  return has_any(sentence, giving);
}

}  // namespace

bool brings_up(std::string_view sentence, Span cited) { return Sentence(sentence).brings_up(cited); }

Upshot upshot_in(std::string_view sentence) {
  const std::vector<Said> acts = acts_in(sentence);
  const auto said = [&](auto&& test) { return std::ranges::any_of(acts, test); };
  if (said([](const Said& s) { return s.act == Act::kNotApplied || s.act == Act::kUnconsidered || s.act == Act::kWithdrawn; }))
    return Upshot::left;
  static constexpr std::string_view pointing[] = {"it", "that exemption", "this exemption", "the exemption", "that section", "therefore"};
  const bool relies = said([&](const Said& s) {
    return (s.act == Act::kApplies || s.act == Act::kAdded || s.act == Act::kNcnd) && !s.past && (s.own || has_any(sentence, pointing));
  });
  if (relies || agrees(sentence) || said([](const Said& s) { return s.act == Act::kUpheld; })) return Upshot::taken_up;
  const Sentence words(sentence);
  const bool released = gives(sentence) || said([](const Said& s) { return s.act == Act::kReleases || s.act == Act::kOverturned; });
  return released || (words.has(kNegatives) && words.has(kAnaphors)) ? Upshot::passed : Upshot::open;
}

bool is_raised_and_left(const RoleContext& context, const std::vector<Chain>& chains, const Chain& chain) {
  const std::string_view own = context.text.lower_view(chain.sentence);
  const Span cited{chain.place.start - chain.sentence.start, chain.place.end - chain.sentence.start};
  const bool relied =
      std::ranges::any_of(chain.acts, [&](const Said& s) { return s.own && s.act == Act::kApplies && !s.past && s.start >= cited.end; });
  bool raised = !relied && !tells_own_letter(own) && brings_up(own, cited);
  if (!raised && !chain.heading) return false;
  Upshot upshot = raised ? upshot_in(own.substr(std::min(cited.end, own.size()))) : Upshot::open;
  if (upshot == Upshot::taken_up) upshot = Upshot::open;  // what the citation is the object of says nothing yet
  const std::size_t limit = std::min(two_paragraphs(context.text, chain.sentence.end, kUpshotReach), context.text.lower.size());
  const auto cites = [&](Span sentence) {
    auto other = std::ranges::lower_bound(chains, sentence.start, {}, [](const Chain& c) { return c.place.start; });
    while (other != chains.end() && !other->ground && other->place.start < sentence.end) ++other;
    return other != chains.end() && other->place.start < sentence.end;
  };
  bool first = true;
  for (std::size_t at = chain.sentence.end; at < limit && upshot != Upshot::left;) {
    while (at < limit && (context.text.lower[at] == ' ' || context.text.lower[at] == '\n' || context.text.lower[at] == '.')) ++at;
    if (at >= limit) break;
    const Span sentence = sentence_at(context.text, {at, at + 1});
    if (cites(sentence)) break;
    const std::string_view words = context.text.lower_view(sentence);
    at = std::max(sentence.end, at) + 1;
    // Under a heading the first sentence brings it up.
    if (chain.heading && first && !raised) {
      first = false;
      raised = brings_up(words, {words.size(), words.size()});
      if (!raised) return false;
      continue;
    }
    const Upshot then = upshot_in(words);
    if (then == Upshot::taken_up) return false;
    upshot = std::max(upshot, then);
  }
  return upshot == Upshot::left || (upshot == Upshot::passed && !chain.heading);
}

bool leaves_every_ground(std::string_view sentence) {
  static constexpr std::string_view denials[] = {"nothing", "none", "neither", "not"};
  static constexpr std::string_view all[] = {
      "any of these",      "any of them",    "any of those",    "either of these",        "either of them",    "under these",
      "under them",        "none of these",  "none of them",    "none of those",          "neither of these",  "neither of them",
      "neither exemption", "neither ground", "neither section", "none of the exemptions", "none of the three", "none of the exceptions",
      "neither exception"};
  static constexpr std::string_view uses[] = {"kept",   "withheld", "refused",  "held back", "removed", "redacted", "used",    "applied",
                                              "relied", "claimed",  "left out", "taken out", "invoked", "engaged",  "applies", "apply"};
  static constexpr std::string_view doubts[] = {"if", "whether", "unless", "may", "might", "would"};
  return has_any(sentence, denials) && has_any(sentence, all) && has_any(sentence, uses) && !has_any(sentence, doubts);
}

}  // namespace foi::understand
