// Reads one sentence verb by verb. For stance.cc, which relies on and refuses, stance_giving.cc, which gives and holds, stance_turns.cc,
// which does all that by turns of phrase, stance_fates.cc, which decides and weighs, and stance_guards.cc, which knows of what something is
// said and by whom.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/understand/stance.h"
#include "indexer/understand/stance_frame.h"
#include "indexer/understand/stance_phrases.h"
#include "indexer/understand/stance_verbs.h"

namespace foi::understand {

class SentenceReader : private SentenceWords {
 public:
  explicit SentenceReader(std::string_view lower) : SentenceWords(lower), concession_(concession_end(lower)) {}
  std::vector<Said> run() &&;
  // run, and what others are told to say.
  std::vector<Said> run_for_others() && {
    std::move(*this).run();
    return std::move(told_);
  }

 private:
  void read(const VerbRow& row);

  // stance.cc
  const VerbRow* verb_here() const;
  bool is_asked_of_us() const;
  // What was added, good until the next; null where the words are of a concession, or of what a judgement denies.
  Said* added(Act act, const Frame& f, bool past = false, bool stands = false);
  void add(Act act, const Frame& f, bool past = false, bool stands = false) { added(act, f, past, stands); }
  void add_judged(Act act, const Frame& f, bool past, bool stands);
  bool begins_own_clause() const;
  bool is_progressive() const;
  bool is_what_was_judged() const;
  void add_framed(const Frame& f, const VerbRow& row, bool hypothetical_stands);
  bool is_law_of_cases() const;
  bool is_within_ground() const;
  bool but_not() const;
  bool could_have() const;
  bool has_object() const;
  bool is_present() const;
  bool is_concession() const;
  bool has_no_wish() const;
  bool is_view() const;
  bool raises_otherwise() const;
  bool comes_into_play() const;
  void read_need();
  void read_apply(const VerbRow& row);
  bool of_whole_law() const;
  static bool is_year(std::string_view w);
  void read_met();
  bool is_of_ground() const;
  void read_withhold(const VerbRow& row);
  bool rejects_ground() const;

  // stance_giving.cc
  void read_exempt(const VerbRow& row);
  bool flips_before() const;
  void read_disclose(const VerbRow& row);
  void read_hold();
  void read_exceed();

  // stance_turns.cc
  bool leaves_ground() const;
  bool does_not_arise() const;
  bool tells_neither() const;
  bool is_excused() const;
  bool lets_us() const;
  bool is_put_into_play() const;
  bool is_notice_given() const;
  bool is_pronoun_left() const;
  bool is_beyond_limit() const;
  bool denies_all() const;
  std::optional<bool> errs_in_view() const;
  bool is_finding_of_error() const;
  std::optional<std::size_t> view_before() const;
  bool is_denied_view() const;
  bool denies_exemption() const;
  std::optional<Act> judges_all() const;
  bool is_no_answer() const;
  std::optional<bool> allows_doing() const;
  bool should_not_have() const;
  bool is_ellipsis() const;

  // stance_guards.cc
  bool is_chosen(std::size_t words) const;
  bool is_laid() const;
  bool tells_excess(std::size_t words) const;
  bool speaks_of_ground(const SetPhrase& phrase) const;
  bool read_phrase();
  static std::optional<Act> denial_of(Act act);

  // stance_fates.cc
  bool is_open_question() const;
  bool to_all() const;
  void add_balance(bool keeps, const Frame& f);
  void read_fail();
  void read_judged();
  void read_survive();
  void read_discard();
  bool is_got() const;
  bool is_no_more() const;
  bool is_to_that_extent() const;
  bool decides_alike() const;
  void read_founded();
  bool subject_among(Cues nouns) const;
  void read_uphold(const VerbRow& row);
  bool allows_appeal() const;
  bool after_in_part() const;
  bool object_is(Cues kind) const;
  bool subject_is(Cues kind) const;
  bool names_something() const;
  void read_overturn(const VerbRow& row);
  void read_withdraw(const VerbRow& row);
  bool is_beside_ground() const;
  void read_maintain(const VerbRow& row);
  void read_outweigh();
  void read_favour();
  std::optional<bool> compares_interests() const;
  void read_confirm();
  void read_raise();
  bool weighs_ground() const;

  std::vector<Said> said_, told_;
  std::size_t concession_ = 0;       // byte of the sentence
  std::size_t judged_at_ = kNone;    // where a judgement begins whose denial was taken into account
  std::size_t denied_noun_ = kNone;  // of said_: "our reliance", where what follows "not think that" is still to come
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  bool relied_ = false;   // a ground is relied on in what was read
  bool flipped_ = false;  // "not satisfied that": what follows is denied
  bool erred_ = false;    // "was mistaken in thinking that": a view is judged, and with it the ground it is of
};

}  // namespace foi::understand
