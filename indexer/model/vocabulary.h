// The closed vocabularies of design.md. Each is an enum with one table of names; the order of the table is the order of the enum.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace foi {

// What became of an exemption. The first five stand, the others do not.
enum class CitationStatus : std::uint8_t {
  kApplied,
  kNcnd,
  kUpheld,
  kPartlyUpheld,
  kAddedAtReview,
  kOverturned,
  kWithdrawn,
  kConsideredNotApplied,
};
// Who decided it.
enum class Stage : std::uint8_t { kResponse, kReview, kIco, kTribunal };
// Why a section that is not a ground here is mentioned at all.
enum class MentionRole : std::uint8_t { kRequester, kExplained, kListed, kThreatened, kDuty, kReason };
enum class Kind : std::uint8_t {
  kResponse,
  kRefusalNotice,
  kInternalReview,
  kClarification,
  kAcknowledgement,
  kFeesNotice,
  kHoldingLetter,
  kTransfer,
  kCorrespondence,
  kAttachment,
  kPolicyStatement,
  kIcoDecision,
  kTribunalDecision,
  kRequest,
  kOther,
};
enum class Outcome : std::uint8_t {
  kGrantedInFull,
  kPartlyGranted,
  kRefusedInFull,
  kNotHeld,
  kPublishedElsewhere,
  kFuturePublication,
  kNcnd,
  kCostLimit,
  kVexatious,
  kClarification,
  kTransferred,
  kReviewUpheld,
  kReviewPartlyUpheld,
  kReviewOverturned,
  kUnknown,
};
enum class QuestionOutcome : std::uint8_t {
  kDisclosed,
  kNil,
  kPartlyDisclosed,
  kWithheld,
  kNotHeld,
  kNotApplicable,
  kCostLimit,
  kPublishedElsewhere,
  kFuturePublication,
  kVexatious,
  kRepeated,
  kNcnd,
  kClarificationSought,
  kTransferred,
  kHandledAsSar,
  kOpinionNotInformation,
  kBusinessAsUsual,
  kUnanswered,
};
enum class ReviewResult : std::uint8_t { kUpheld, kPartlyUpheld, kOverturned, kUnknown };
enum class Check : std::uint8_t {
  kNoPublicInterestTest,
  kOneSidedPublicInterestTest,
  kNoQualifiedPerson,
  kNoCostEstimate,
  kNoAdviceAndAssistance,
  kNumberTitleMismatch,
  kRepealedLaw,
  kNoReviewRights,
  kLate,
};

// The names of a vocabulary, in the order of its enum.
template <class E>
std::span<const std::string_view> names();
// The name others script against, e.g. "considered-not-applied".
template <class E>
std::string_view name_of(E value) {
  return names<E>()[static_cast<std::size_t>(value)];
}
// The member with this name, if there is one.
template <class E>
std::optional<E> parse_name(std::string_view name) {
  const auto all = names<E>();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i] == name) return static_cast<E>(i);
  return std::nullopt;
}
// A few words for people in British English, e.g. "Refused in full". Never shown without context that says of what.
std::string_view label_of(Kind kind);
std::string_view label_of(Outcome outcome);
std::string_view label_of(QuestionOutcome outcome);
std::string_view label_of(CitationStatus status);

template <>
std::span<const std::string_view> names<CitationStatus>();
template <>
std::span<const std::string_view> names<Stage>();
template <>
std::span<const std::string_view> names<MentionRole>();
template <>
std::span<const std::string_view> names<Kind>();
template <>
std::span<const std::string_view> names<Outcome>();
template <>
std::span<const std::string_view> names<QuestionOutcome>();
template <>
std::span<const std::string_view> names<ReviewResult>();
template <>
std::span<const std::string_view> names<Check>();

inline bool stands(CitationStatus status) { return status <= CitationStatus::kAddedAtReview; }

}  // namespace foi
