// What each citation does where it stands: claims a ground, gives one up, or only mentions it.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/model/reference.h"
#include "indexer/model/vocabulary.h"
#include "indexer/understand/citation_grammar.h"
#include "indexer/understand/letter.h"
#include "indexer/understand/questions.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

// How a code counts in a letter, from the table's kind and the number.
enum class CodeClass : std::uint8_t {
  ground,     // exemptions, exceptions, cost, vexatious, FOISA 17 and 18: stand for themselves
  condition,  // gateways and conditions: stand with a ground
  duty,       // what the Act obliges to; never a ground
  reason,     // data protection, confidence: explains a ground
};
CodeClass class_of(const ExemptionInfo& info);

struct Role {
  // A claim about the ground, or nothing when it is only mentioned.
  std::optional<CitationStatus> claim;
  Stage stage = Stage::kResponse;
  MentionRole mention = MentionRole::kExplained;
  double confidence = 0;
  std::string_view rule;
  bool added = false;      // said to be new at review
  bool kept = false;       // said to go on at review: "should continue to be withheld under …"
  bool aside = false;      // said to play no part: not what another citation of its section means
  bool left_open = false;  // the notice says that it does not go into the ground
  bool barred = false;     // claims nothing for certain: what is learnt of such words is not asked
  bool releases = false;   // what was withheld under it is given at review, all or some
  // How likely each Stance of claim_model.h is by the words of the place; empty for one that can claim nothing.
  std::vector<double> stances = {};
};

struct RoleContext {
  const Letter& letter;
  const Repaired& text;  // of letter.text
  const std::vector<Section>& sections;
  const std::vector<FoundQuestion>& questions;
  Kind kind = Kind::kOther;
  bool review = false;  // the letter decides an internal review
  // How likely each Outcome is by the words of the letter (outcome_words.h); empty where they are not asked.
  std::span<const double> told = {};

  // A Commissioner's or a Tribunal's decision.
  bool is_notice() const { return kind == Kind::kIcoDecision || kind == Kind::kTribunalDecision; }
  bool decides() const { return review || is_notice(); }
  // An answer, not a letter that asks back, passes the request on, wants a fee or more time.
  bool answers() const {
    return kind != Kind::kFeesNotice && kind != Kind::kClarification && kind != Kind::kTransfer && kind != Kind::kHoldingLetter;
  }
  // Where what the letter itself says of a ground is said.
  Stage stage() const {
    if (is_notice()) return kind == Kind::kIcoDecision ? Stage::kIco : Stage::kTribunal;
    return review ? Stage::kReview : Stage::kResponse;
  }
};

// One role for each code cited, in the same order: as the rules have it, with how likely each stance is by the words (claim_model.h).
// O(bytes).
std::vector<Role> roles_of(const std::vector<CodeCited>& cited, const Reference& reference, const RoleContext& context);

// Every place that may claim a ground, with the role that the rules alone give it: what the model is learnt from.
struct CitedPlace;
void each_claim(const std::vector<CodeCited>& cited, const Reference& reference, const RoleContext& context,
                const std::function<void(const CitedPlace&)>& see);

}  // namespace foi::understand
