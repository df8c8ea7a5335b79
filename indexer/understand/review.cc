#include "indexer/understand/review.h"

#include <algorithm>

#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// How much of a letter without a headed decision is read for its result, in bytes.
constexpr std::size_t kDecisionBytes = 20'000;

constexpr std::string_view kPartly[] = {"partly upheld",
                                        "partially upheld",
                                        "upheld in part",
                                        "uphold in part",
                                        "partly uphold",
                                        "partially uphold",
                                        "uphold your complaint in part",
                                        "upheld that decision in part",
                                        "upheld the decision in part"};
constexpr std::string_view kAgainstComplaint[] = {
    "complaint is not upheld",  "complaint has not been upheld", "not uphold your complaint", "not upheld your complaint",
    "complaint was not upheld", "do not uphold the complaint",   "review not upheld",         "appeal is not upheld"};
constexpr std::string_view kForComplaint[] = {"complaint is upheld",   "complaint has been upheld", "uphold your complaint",
                                              "upheld your complaint", "upholding your complaint",  "complaint was upheld",
                                              "appeal is upheld",      "uphold the complaint"};
constexpr std::string_view kOverturned[] = {"overturn",
                                            "overturned",
                                            "overturning",
                                            "is incorrect",
                                            "was incorrect",
                                            "incorrectly applied",
                                            "wrongly applied",
                                            "applied incorrectly",
                                            "should not have been applied",
                                            "should not have been withheld",
                                            "should have been disclosed",
                                            "set aside",
                                            "decided to release",
                                            "decided to disclose",
                                            "not satisfied that the exemption",
                                            "not satisfied that section",
                                            "revised response",
                                            "was not engaged",
                                            "in error",
                                            "do not uphold the original",
                                            "not uphold the original",
                                            "do not uphold the decision",
                                            "should have been provided"};
constexpr std::string_view kUpheld[] = {"uphold the original",
                                        "upheld the original",
                                        "uphold the decision",
                                        "upheld the decision",
                                        "uphold our",
                                        "upheld our",
                                        "uphold the trust's",
                                        "upheld the trust's",
                                        "uphold the council's",
                                        "upheld the council's",
                                        "uphold the application",
                                        "upheld the application",
                                        "uphold the use",
                                        "upheld that decision",
                                        "upheld its position",
                                        "uphold the exemption",
                                        "uphold the response",
                                        "upheld the response",
                                        "decision is upheld",
                                        "decision was upheld",
                                        "decision has been upheld",
                                        "response is upheld",
                                        "response was upheld",
                                        "response has been upheld",
                                        "original response upheld",
                                        "original decision upheld",
                                        "correctly applied",
                                        "applied correctly",
                                        "correctly engaged",
                                        "correctly withheld",
                                        "original response was correct",
                                        "decision was correct",
                                        "response was appropriate",
                                        "was correct to",
                                        "were correct to",
                                        "agree with the original",
                                        "stand by the original",
                                        "satisfied that the original",
                                        "therefore uphold",
                                        "refusal is upheld",
                                        "exemption is upheld",
                                        "exemption was correctly"};
constexpr std::string_view kReviews[] = {"request for an internal review",
                                         "internal review was conducted",
                                         "conducted an internal review",
                                         "carried out an internal review",
                                         "carried out the internal review",
                                         "completed an internal review",
                                         "completed the internal review",
                                         "internal review has now been",
                                         "internal review has been completed",
                                         "outcome of the internal review",
                                         "outcome of your internal review",
                                         "i have reviewed the",
                                         "i have now reviewed"};
constexpr std::string_view kAcknowledges[] = {"will be carried out", "will be conducted", "will carry out",   "we will conduct",
                                              "we aim to",           "will respond",      "will write to you"};

bool is_notice(std::string_view text) { return has_any(text, kReviews) && !has_any(text, kAcknowledges); }

// The parts in which a letter speaks for itself: what it decided, or its body before any boilerplate.
std::string_view opening(const Letter& letter, const Repaired& text, const std::vector<Section>& sections) {
  for (const Section& s : sections)
    if (s.kind == SectionKind::response || s.kind == SectionKind::review_decision)
      return text.lower_view(text.repaired(Span{s.start, std::min(s.end, s.start + kDecisionBytes)}));
  return text.lower_view({0, std::min(letter.text.size(), kDecisionBytes)});
}

}  // namespace

ReviewResult review_result(std::string_view lower) {
  if (has_any(lower, kPartly)) return ReviewResult::kPartlyUpheld;
  if (has_any(lower, kAgainstComplaint)) return ReviewResult::kUpheld;
  const bool overturned = has_any(lower, kForComplaint) || has_any(lower, kOverturned);
  const bool upheld = has_any(lower, kUpheld);
  if (overturned && upheld) return ReviewResult::kPartlyUpheld;
  if (overturned) return ReviewResult::kOverturned;
  return upheld ? ReviewResult::kUpheld : ReviewResult::kUnknown;
}

std::optional<ReviewResult> find_review(const Letter& letter, const Repaired& text, const std::vector<Section>& sections, Kind kind) {
  const auto decision = std::ranges::find(sections, SectionKind::review_decision, &Section::kind);
  if (decision == sections.end() && kind != Kind::kInternalReview) return std::nullopt;
  if (kind != Kind::kInternalReview && !is_notice(opening(letter, text, sections))) return std::nullopt;
  if (decision != sections.end()) return review_result(text.lower_view(text.repaired(Span{decision->start, decision->end})));
  ReviewResult result = ReviewResult::kUnknown;
  for (const Section& s : sections) {
    if (s.kind != SectionKind::response && s.kind != SectionKind::exemption_reasons) continue;
    result = review_result(text.lower_view(text.repaired(Span{s.start, std::min(s.end, s.start + kDecisionBytes)})));
    if (result != ReviewResult::kUnknown) break;
  }
  return result;
}

}  // namespace foi::understand
