#include "indexer/model/vocabulary.h"

#include <array>

namespace foi {

namespace {

using namespace std::string_view_literals;

constexpr std::array kStatus{"applied"sv,         "ncnd"sv,       "upheld"sv,    "partly-upheld"sv,
                             "added-at-review"sv, "overturned"sv, "withdrawn"sv, "considered-not-applied"sv};
constexpr std::array kStage{"response"sv, "review"sv, "ico"sv, "tribunal"sv};
constexpr std::array kMentionRole{"requester"sv, "explained"sv, "listed"sv, "threatened"sv, "duty"sv, "reason"sv};
constexpr std::array kKind{"response"sv,         "refusal-notice"sv, "internal-review"sv,   "clarification"sv,  "acknowledgement"sv,
                           "fees-notice"sv,      "holding-letter"sv, "transfer"sv,          "correspondence"sv, "attachment"sv,
                           "policy-statement"sv, "ico-decision"sv,   "tribunal-decision"sv, "request"sv,        "other"sv};
constexpr std::array kOutcome{
    "granted-in-full"sv,    "partly-granted"sv, "refused-in-full"sv,      "not-held"sv,          "published-elsewhere"sv,
    "future-publication"sv, "ncnd"sv,           "cost-limit"sv,           "vexatious"sv,         "clarification"sv,
    "transferred"sv,        "review-upheld"sv,  "review-partly-upheld"sv, "review-overturned"sv, "unknown"sv};
constexpr std::array kQuestionOutcome{"disclosed"sv,
                                      "nil"sv,
                                      "partly-disclosed"sv,
                                      "withheld"sv,
                                      "not-held"sv,
                                      "not-applicable"sv,
                                      "cost-limit"sv,
                                      "published-elsewhere"sv,
                                      "future-publication"sv,
                                      "vexatious"sv,
                                      "repeated"sv,
                                      "ncnd"sv,
                                      "clarification-sought"sv,
                                      "transferred"sv,
                                      "handled-as-sar"sv,
                                      "opinion-not-information"sv,
                                      "business-as-usual"sv,
                                      "unanswered"sv};
constexpr std::array kReviewResult{"upheld"sv, "partly-upheld"sv, "overturned"sv, "unknown"sv};
constexpr std::array kCheck{"no-public-interest-test"sv,
                            "one-sided-public-interest-test"sv,
                            "no-qualified-person"sv,
                            "no-cost-estimate"sv,
                            "no-advice-and-assistance"sv,
                            "number-title-mismatch"sv,
                            "repealed-law"sv,
                            "no-review-rights"sv,
                            "late"sv};

constexpr std::array kKindLabels{"Response"sv,          "Refusal notice"sv, "Internal review"sv,    "Request for clarification"sv,
                                 "Acknowledgement"sv,   "Fees notice"sv,    "Holding letter"sv,     "Transfer"sv,
                                 "Correspondence"sv,    "Attachment"sv,     "Standing statement"sv, "ICO decision notice"sv,
                                 "Tribunal decision"sv, "Request"sv,        "Other document"sv};
constexpr std::array kOutcomeLabels{"Granted in full"sv,
                                    "Partly granted"sv,
                                    "Refused in full"sv,
                                    "Information not held"sv,
                                    "Published elsewhere"sv,
                                    "To be published later"sv,
                                    "Neither confirmed nor denied"sv,
                                    "Over the cost limit"sv,
                                    "Vexatious or repeated"sv,
                                    "Clarification asked for"sv,
                                    "Transferred"sv,
                                    "Review: decision upheld"sv,
                                    "Review: partly upheld"sv,
                                    "Review: decision overturned"sv,
                                    "Outcome not clear"sv};
constexpr std::array kQuestionOutcomeLabels{"Answered"sv,
                                            "Answered: none"sv,
                                            "Partly answered"sv,
                                            "Withheld"sv,
                                            "Not held"sv,
                                            "Not applicable"sv,
                                            "Over the cost limit"sv,
                                            "Published elsewhere"sv,
                                            "To be published later"sv,
                                            "Refused as vexatious"sv,
                                            "Refused as repeated"sv,
                                            "Neither confirmed nor denied"sv,
                                            "Clarification asked for"sv,
                                            "Transferred"sv,
                                            "Handled as a request for one's own data"sv,
                                            "Opinion, not recorded information"sv,
                                            "Answered outside the Act"sv,
                                            "No answer found"sv};
constexpr std::array kStatusLabels{
    "Applied"sv,   "Neither confirmed nor denied"sv, "Upheld"sv, "Partly upheld"sv, "Added at review"sv, "Overturned"sv,
    "Withdrawn"sv, "Considered, not applied"sv};

static_assert(kStatus.size() == static_cast<std::size_t>(CitationStatus::kConsideredNotApplied) + 1);
static_assert(kStage.size() == static_cast<std::size_t>(Stage::kTribunal) + 1);
static_assert(kMentionRole.size() == static_cast<std::size_t>(MentionRole::kReason) + 1);
static_assert(kKind.size() == static_cast<std::size_t>(Kind::kOther) + 1 && kKindLabels.size() == kKind.size());
static_assert(kOutcome.size() == static_cast<std::size_t>(Outcome::kUnknown) + 1 && kOutcomeLabels.size() == kOutcome.size());
static_assert(kQuestionOutcome.size() == static_cast<std::size_t>(QuestionOutcome::kUnanswered) + 1);
static_assert(kQuestionOutcomeLabels.size() == kQuestionOutcome.size());
static_assert(kReviewResult.size() == static_cast<std::size_t>(ReviewResult::kUnknown) + 1);
static_assert(kCheck.size() == static_cast<std::size_t>(Check::kLate) + 1);
static_assert(kStatusLabels.size() == kStatus.size());

template <class Labels, class E>
std::string_view at(const Labels& labels, E value) {
  return labels[static_cast<std::size_t>(value)];
}

}  // namespace

template <>
std::span<const std::string_view> names<CitationStatus>() {
  return kStatus;
}
template <>
std::span<const std::string_view> names<Stage>() {
  return kStage;
}
template <>
std::span<const std::string_view> names<MentionRole>() {
  return kMentionRole;
}
template <>
std::span<const std::string_view> names<Kind>() {
  return kKind;
}
template <>
std::span<const std::string_view> names<Outcome>() {
  return kOutcome;
}
template <>
std::span<const std::string_view> names<QuestionOutcome>() {
  return kQuestionOutcome;
}
template <>
std::span<const std::string_view> names<ReviewResult>() {
  return kReviewResult;
}
template <>
std::span<const std::string_view> names<Check>() {
  return kCheck;
}

std::string_view label_of(Kind kind) { return at(kKindLabels, kind); }
std::string_view label_of(Outcome outcome) { return at(kOutcomeLabels, outcome); }
std::string_view label_of(QuestionOutcome outcome) { return at(kQuestionOutcomeLabels, outcome); }
std::string_view label_of(CitationStatus status) { return at(kStatusLabels, status); }

}  // namespace foi
