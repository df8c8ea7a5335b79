// What governs a verb of a sentence: who does it, whether it is negated, doubted, over, rightly or wrongly done. For stance.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/understand/cues.h"
#include "indexer/understand/stance_words.h"

namespace foi::understand {

// How far before a verb the words that govern it stand, and how far after it its object, in words.
inline constexpr std::size_t kBefore = 9, kAfter = 9, kLongSubject = 20, kPartReach = 22;
// How near the word "section" stands to a verb of many uses; a citation of the finest level takes up some of it.
inline constexpr std::size_t kNearLaw = 6, kNearFineLaw = 9;

// The words that govern a verb.
struct Frame {
  bool negated = false, only = false, longer = false, modal = false, doubt = false, right = false, wrong = false, own = false,
       generic = false;
  bool should = false, perfect = false, future = false, have = false, decided = false, partly = false, rather = false, obliged = false;
  bool would = false, added = false, whether = false, you = false, asked = false, lets = false, exempt_from = false, continues = false,
       passive = false;
  bool planned = false;     // "we were tempted to", "had intended to"
  bool nothing = false;     // denied by its subject: "nothing has been withheld"
  bool widely = false;      // "applied too widely": wrong, and right for less
  bool any_longer = false;  // "… any longer" after it
};

// The words of a sentence, seen from the one at i_.
class SentenceWords {
 protected:
  explicit SentenceWords(std::string_view lower) : tokens_(clause_words(lower)) {}

  static bool is_turn(std::string_view w) { return w == "but" || w == "however" || w == "although" || w == "though"; }
  std::string_view word(std::size_t at) const { return at < tokens_.size() ? tokens_[at].word : std::string_view(); }
  std::string_view next(std::size_t n) const { return word(i_ + n); }
  std::string_view before(std::size_t n) const { return n <= i_ ? tokens_[i_ - n].word : std::string_view(); }

  // Words after the verb up to a break.
  bool after_has(Cues words, std::size_t most = kAfter) const;
  bool after_has(std::string_view w, std::size_t most = kAfter) const { return after_has(Cues(&w, 1), most); }
  bool before_has(Cues words, std::size_t most = kBefore) const;
  // Over the brackets of a citation, too.
  bool subject_in(Cues nouns) const;
  bool near_law(Cues laws, std::size_t reach = kNearLaw) const;
  bool before_has(std::string_view w, std::size_t most = kBefore) const { return before_has(Cues(&w, 1), most); }
  Frame frame() const;

  // stance_guards.cc: of what the predicate at i_ is said, who says it, whether it is denied
  enum class Subject : std::uint8_t {
    none,     // no word for it
    ground,   // "section 43(2)", "the exemption"
    use,      // "our reliance", "the refusal"
    outcome,  // "our position", "the reply", "we"
    pronoun,
    manner,  // how and when a letter was written: "the timing"
    other,
  };
  Subject subject() const;
  bool of_manners(std::size_t from) const;
  bool object_is_ground(std::size_t n) const;
  bool is_theirs() const;
  bool is_denied() const;
  bool is_doubted() const;
  bool is_done_by_others() const;
  bool is_of_other_requests() const;

  std::vector<ClauseWord> tokens_;
  std::size_t i_ = 0;

 private:
  // Words that are told by how many they stand before the verb; none where farthest is 0.
  struct Aside {
    std::size_t nearest = 1, farthest = 0;
  };
  bool commends(std::size_t n) const;
  bool denies_subject(std::size_t n) const;
  bool denies(std::size_t n, bool finite) const;
  bool inverts(std::size_t at) const;
  bool refrains(std::string_view w) const;
  bool ends_by_longer(std::size_t n) const;
  bool begins_with_reason() const;
  Aside relative_clause() const;
  bool whether_over_citation() const;
  static bool asks_for(std::string_view whom, std::string_view verb);
  bool may_stand_before_parenthesis(std::string_view w) const;
  void note_distant(Frame& f, std::string_view w) const;
  Subject kind_of_noun(std::string_view w) const;
  Subject last_noun(std::size_t from, std::size_t end) const;
  Subject subject_between(std::size_t from, std::size_t end, bool closed) const;
};

}  // namespace foi::understand
