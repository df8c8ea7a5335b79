#include "indexer/understand/part_verdicts.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "indexer/understand/citation_voice.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

using Kind = SentencePiece::Kind;
using Pieces = std::vector<SentencePiece>;

// Pieces in which a "not" denies a verb, in which a verb has its noun, and between "in part" and the verb it goes with.
constexpr std::size_t kDenial = 3, kToNoun = 6, kToPart = 3;

constexpr CueTable kComplaint = {"complaint", "complaints", "appeal", "challenge", "objection", "representations"};
constexpr CueTable kAnswer = {"answer",    "decision",   "reply",     "response",   "refusal",     "position",    "outcome",
                              "redaction", "redactions", "exemption", "exemptions", "withholding", "colleague's", "approach"};
constexpr CueTable kNot = {"not",    "cannot",   "can't", "isn't", "wasn't", "weren't", "doesn't",
                           "didn't", "couldn't", "don't", "no",    "nor",    "never"};
constexpr CueTable kOpen = {"whether", "if",    "would",  "could", "may",     "might",   "should",  "why",
                            "how",     "argue", "argued", "claim", "contend", "believe", "suggest", "asked"};

bool is_open(const Pieces& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind != Kind::word || !among(kOpen, pieces[i].word)) continue;
    const auto is_number = [&](std::size_t k) { return k < pieces.size() && !pieces[k].word.empty() && is_digit(pieces[k].word[0]); };
    const bool month = pieces[i].word == "may" && (is_number(i + 1) || (i > 0 && is_number(i - 1)));
    if (!month) return true;
  }
  return false;
}

class VerdictFinder {
 public:
  explicit VerdictFinder(const Pieces& pieces) : pieces_(pieces) {}

  // The verdict that a piece gives, if any.
  std::optional<PartFate> at(std::size_t i) {
    if (pieces_[i].kind != Kind::word) return std::nullopt;
    if (const auto part = in_part(i)) return part;
    // "…, and not as to (iii)": the first verdict turned about.
    static constexpr CueTable kBut = {"except", "save", "excepting"};
    if (first_ && ((word(i) == "not" && (among(kTo, word(i + 1)) || among(kTo, word(i + 2)))) || among(kBut, word(i))))
      return opposite(*first_);
    auto fate = plain(i);
    if (!fate) return std::nullopt;
    if (is_denied(i)) fate = opposite(*fate);
    if (is_partial(i)) fate = PartFate::partly;
    if (!first_) first_ = fate;
    return fate;
  }

 private:
  static constexpr CueTable<8> kTo = {"as", "on", "for", "to", "in", "with", "regarding", "under"};

  static PartFate opposite(PartFate fate) {
    return fate == PartFate::upheld ? PartFate::overturned : fate == PartFate::overturned ? PartFate::upheld : fate;
  }
  std::string_view word(std::size_t i) const { return i < pieces_.size() ? pieces_[i].word : std::string_view(); }
  // "Partly", "in part", "in large part": a verdict by itself, and what makes one of the verb beside it partial.
  std::optional<PartFate> in_part(std::size_t i) const {
    static constexpr CueTable kPartly = {"partly", "partially"};
    static constexpr CueTable kSize = {"large", "some", "small", "great", "main"};
    const bool in_part = word(i) == "in" && (word(i + 1) == "part" || (among(kSize, word(i + 1)) && word(i + 2) == "part"));
    return among(kPartly, word(i)) || in_part ? std::optional(PartFate::partly) : std::nullopt;
  }
  bool is_partial(std::size_t i) const {
    for (std::size_t k = i < kToPart ? 0 : i - kToPart; k < i; ++k)
      if (in_part(k)) return true;
    // "Question 3: upheld in part"
    for (std::size_t k = i + 1; k < std::min(pieces_.size(), i + kToPart) && pieces_[k].kind == Kind::word; ++k)
      if (in_part(k)) return true;
    // "Confirmed, with modifications, on point 3"
    static constexpr CueTable kChanges = {"modification", "modifications", "changes", "amendments", "alterations", "variations"};
    const std::size_t with = word(i + 1) == "," ? i + 2 : i + 1;
    return word(with) == "with" && (among(kChanges, word(with + 1)) || among(kChanges, word(with + 2)));
  }
  bool is_denied(std::size_t i) const {
    for (std::size_t k = i; k > 0 && i - k < kDenial; --k) {
      if (pieces_[k - 1].kind != Kind::word) return false;
      if (among(kNot, pieces_[k - 1].word)) return true;
    }
    return false;
  }

  std::optional<PartFate> plain(std::size_t i) const {
    // Said of the answer alone.
    static constexpr CueTable kGood = {"stands",   "stand",      "confirmed", "confirm",  "confirms",
                                       "affirmed", "maintained", "maintain",  "unchanged"};
    static constexpr CueTable kBad = {"falls",    "overturned", "overturn", "substituted", "substitute",
                                      "reversed", "reverse",    "quashed",  "withdrawn"};
    static constexpr CueTable kUpholds = {"uphold", "upholds", "upheld", "upholding"};
    static constexpr CueTable kSucceeds = {"succeeds", "succeed", "succeeded", "allow", "allowed"};
    static constexpr CueTable kFails = {"fails", "fail", "failed", "dismissed", "dismiss", "reject", "rejected"};
    static constexpr CueTable kRight = {"right", "correct", "justified", "sound"};
    static constexpr CueTable kWrong = {"wrong", "mistaken", "incorrect", "unsound"};
    static constexpr CueTable kRightly = {"rightly", "properly", "correctly"};
    static constexpr CueTable kWrongly = {"wrongly", "incorrectly", "mistakenly"};
    const std::string_view w = word(i);
    if (among(kUpholds, w)) return upholds(i);
    if (w == "agree") return agrees(i);
    if (among(kSucceeds, w)) return of_noun(i, true);
    if (among(kFails, w)) return word(i + 1) == "to" ? std::nullopt : of_noun(i, false);  // "failed to answer"
    if (among(kRight, w)) return by_whom(i, true);
    if (among(kWrong, w)) return by_whom(i, false);
    if ((w == "made" && word(i + 1) == "out") || (w == "well" && word(i + 1) == "founded")) return of_noun(i, true);
    if (changes(i)) return PartFate::partly;
    if (among(kRightly, w) || among(kGood, w)) return PartFate::upheld;
    if (among(kWrongly, w) || among(kBad, w) || (w == "set" && word(i + 1) == "aside")) return PartFate::overturned;
    return given(i);
  }

  // "Part 3: original decision changed", "4: modified".
  bool changes(std::size_t i) const {
    static constexpr CueTable kChanged = {"changed", "modified", "varied", "altered", "amended"};
    if (!among(kChanged, word(i))) return false;
    const bool alone = i + 1 == pieces_.size() && i > 0 && (pieces_[i - 1].kind != Kind::word || i == 1);
    // "Decision is changed": right after it.
    static constexpr std::size_t near = 3;
    for (std::size_t k = i; k > 0 && i - k < near; --k)
      if (noun_at(k - 1)) return noun_at(k - 1) == std::optional(false) && i + 1 == pieces_.size();
    return alone;
  }

  // A complaint that succeeds is an answer that falls: of the complaint where no noun says of which.
  std::optional<PartFate> of_noun(std::size_t i, bool succeeds) const {
    const auto after = noun_after(i), before = noun_before(i);
    const bool verb_first = word(i) == "reject" || word(i) == "dismiss" || word(i) == "allow";
    const bool complaint = (verb_first ? after : before).value_or(true);
    return succeeds == complaint ? PartFate::overturned : PartFate::upheld;
  }

  // A complaint upheld is an answer overturned.
  std::optional<PartFate> upholds(std::size_t i) const {
    const bool passive = word(i) == "upheld" && has(i, kIs);
    const auto before = noun_before(i), after = noun_after(i);
    const auto noun = passive || !after ? (before ? before : after) : after;
    if (!noun) return passive ? std::nullopt : std::optional(PartFate::upheld);  // "Question 3: upheld in part", of the answer
    return *noun ? PartFate::overturned : PartFate::upheld;
  }
  static constexpr CueTable<6> kIs = {"is", "was", "are", "were", "be", "been"};
  template <class Table>
  bool has(std::size_t i, const Table& table) const {
    for (std::size_t k = i; k > 0 && i - k < kDenial; --k)
      if (among(table, pieces_[k - 1].word)) return true;
    return false;
  }
  // True for the complaint, false for the answer.
  std::optional<bool> noun_at(std::size_t k) const {
    if (among(kAnswer, word(k))) return false;
    return among(kComplaint, word(k)) ? std::optional(true) : std::nullopt;
  }
  std::optional<bool> noun_before(std::size_t i) const {
    for (std::size_t k = i; k > 0; --k)
      if (const auto noun = noun_at(k - 1)) return noun;
    return std::nullopt;
  }
  std::optional<bool> noun_after(std::size_t i) const {
    for (std::size_t k = i + 1; k < std::min(pieces_.size(), i + kToNoun); ++k)
      if (const auto noun = noun_at(k)) return noun;
    return std::nullopt;
  }

  static constexpr CueTable<3> kReader = {"you", "your", "you're"};
  static constexpr CueTable<20> kAuthor = {"we",    "trust",      "council",   "colleague",    "colleagues", "board", "university",
                                           "force", "department", "authority", "it",           "they",       "he",    "she",
                                           "icb",   "agency",     "college",   "constabulary", "commission", "panel"};
  // "I agree with you on (i)", "I agree with the refusal of (i)".
  std::optional<PartFate> agrees(std::size_t i) const {
    for (std::size_t k = i + 1; k < std::min(pieces_.size(), i + kToNoun); ++k) {
      if (among(kReader, word(k))) return PartFate::overturned;
      if (among(kAnswer, word(k)) || among(kAuthor, word(k))) return PartFate::upheld;
    }
    return std::nullopt;
  }
  // "You are right on c)"; "the Trust was right about 2", "the answer to your question 2 was wrong".
  std::optional<PartFate> by_whom(std::size_t i, bool right) const {
    for (std::size_t k = i; k > 0; --k) {
      const bool reader = word(k - 1) == "you" || word(k - 1) == "you're";
      if (!reader && !among(kAuthor, word(k - 1)) && !among(kAnswer, word(k - 1))) continue;
      return reader == right ? PartFate::overturned : PartFate::upheld;
    }
    return std::nullopt;
  }

  // "Item 2 is now disclosed", "(b) and (c) remain withheld".
  std::optional<PartFate> given(std::size_t i) const {
    static constexpr CueTable kGiven = {"released", "disclosed", "enclosed", "attached", "lifted", "supplied"};
    static constexpr CueTable kKept = {"withheld", "exempt", "refused"};
    static constexpr CueTable kAux = {"is", "are", "been", "be", "now", "therefore", "to"};
    static constexpr CueTable kStay = {"remain", "remains", "stay", "stays", "still", "remaining"};
    if (among(kGiven, word(i)) && has(i, kAux)) return PartFate::overturned;
    return among(kKept, word(i)) && has(i, kStay) ? std::optional(PartFate::upheld) : std::nullopt;
  }

  const Pieces& pieces_;
  std::optional<PartFate> first_;
};

// "About two thirds of the messages", "a part of (b)", "half of item 4".
bool of_some(const Pieces& pieces, std::size_t label) {
  static constexpr CueTable kSome = {"some", "most", "part", "half", "third", "thirds", "quarter", "quarters", "majority", "much", "bulk"};
  static constexpr CueTable kBetween = {"of", "the", "item", "question", "point", "part", "these", "those"};
  bool of = false;  // "part (b)" is all of it
  for (std::size_t k = label; k > 0 && pieces[k - 1].kind == Kind::word; --k) {
    of = of || pieces[k - 1].word == "of";
    if (of && among(kSome, pieces[k - 1].word)) return true;
    if (!among(kBetween, pieces[k - 1].word)) return false;
  }
  return false;
}

// "Two of five documents".
bool is_some_of(const Words& words, std::size_t i) {
  static constexpr CueTable kNumbers = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  const auto counts = [&](std::size_t k) { return k < words.size() && (is_digit(words[k][0]) || among(kNumbers, words[k])); };
  const bool the = i + 1 < words.size() && words[i + 1] == "the";
  const std::size_t all = i + (the ? 2 : 1);
  return words[i] == "of" && i > 0 && counts(i - 1) && counts(all) && words[i - 1] != words[all] && (i < 2 || words[i - 2] != "section");
}

}  // namespace

std::vector<PartVerdict> verdicts_on_parts(std::string_view lower, const Pieces& pieces) {
  const auto is_label = [](const SentencePiece& piece) { return piece.kind == Kind::label; };
  // "Fails on item 3, although the reason has changed": the part stays closed, its ground does not stand.
  static constexpr CueTable kAnother = {
      "reason has changed", "reasons have changed", "different reason",  "different reasons", "another reason",
      "other reasons",      "different ground",     "different grounds", "another ground",    "new ground"};
  if (std::ranges::none_of(pieces, is_label) || is_open(pieces) || is_reported(lower) || has_any(lower, kAnother)) return {};
  std::vector<std::optional<PartFate>> said;
  VerdictFinder finder(pieces);
  for (std::size_t i = 0; i < pieces.size(); ++i) said.push_back(finder.at(i));
  const auto first_label = std::ranges::find_if(pieces, is_label) - pieces.begin();
  const auto first_said = std::ranges::find_if(said, [](const auto& fate) { return fate.has_value(); }) - said.begin();
  std::vector<PartVerdict> found;
  if (first_said < first_label) {
    // "Succeeds on c), fails on b)": the verb before the parts.
    std::optional<PartFate> now;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (said[i]) now = said[i];
      if (is_label(pieces[i]) && now) found.push_back({pieces[i].label, of_some(pieces, i) ? PartFate::partly : *now});
    }
    return found;
  }
  // "The decision on b) stands; that on c) falls": the verb after them.
  std::vector<std::size_t> named;
  bool decided = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (is_label(pieces[i])) {
      if (decided) named.clear();
      decided = false;
      named.push_back(i);
    }
    if (!said[i] || decided) continue;
    for (const std::size_t part : named) found.push_back({pieces[part].label, of_some(pieces, part) ? PartFate::partly : *said[i]});
    decided = true;
  }
  return found;
}

std::optional<PartFate> fate_in_cell(std::string_view lower) {
  // A longer cell gives reasons, and says with its first words what they are for.
  constexpr std::size_t most = 30, first_words = 12, verdict_words = 4;
  const std::string_view first = lower.substr(0, std::min(lower.find(". "), lower.size()));
  // "Upheld. Drivers would not expect …", but not "Withheld before. Now disclosed."
  if (first.size() < lower.size() && spoken_words(first, verdict_words + 1).size() <= verdict_words && !has_phrase(lower, "now"))
    if (const auto fate = fate_in_cell(first)) return fate;
  if (spoken_words(lower, most + 1).size() > most) {
    lower = first;
    if (spoken_words(lower, first_words + 1).size() > first_words) return std::nullopt;
  }
  static constexpr CueTable kGiven = {"given",    "released", "disclosed",  "enclosed",  "provided", "attached",
                                      "supplied", "reversed", "overturned", "published", "replaced"};
  static constexpr CueTable kKept = {"withheld", "unchanged", "same",    "maintained", "confirmed",
                                     "stands",   "upheld",    "refused", "stays",      "kept"};
  static constexpr CueTable kSome = {"part", "partly", "partially", "bar", "except", "apart", "save", "some", "most", "but"};
  static constexpr CueTable kComplaints = {"complaint", "complaints", "appeal"};
  bool gives = false, keeps = false, some = false, about_complaint = false;
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t end = std::min(lower.find_first_of(".;,", at), lower.size());
    const Words words = spoken_words(lower.substr(at, end - at), most);
    for (std::size_t i = 0; i < words.size(); ++i) {
      about_complaint = about_complaint || among(kComplaints, words[i]);
      const bool denied = among_any(words, back_from(i, 3), i, kNot);
      const bool turned = denied != (about_complaint && words[i] == "upheld");
      if (among(kGiven, words[i])) (denied ? keeps : gives) = true;
      if (among(kKept, words[i])) (turned ? gives : keeps) = true;
      some = some || among(kSome, words[i]) || is_some_of(words, i);
    }
    at = end + 1;
  }
  keeps = keeps || lower.find("no change") != std::string_view::npos;
  if (!gives && !keeps) return std::nullopt;
  if ((gives && keeps) || some) return PartFate::partly;
  return gives ? PartFate::overturned : PartFate::upheld;
}

}  // namespace foi::understand
