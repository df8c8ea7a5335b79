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

}  // namespace foi::understand
