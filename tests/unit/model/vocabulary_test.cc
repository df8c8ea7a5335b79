// The closed vocabularies, as others script against them. A change here is a change of the contract.
#include "indexer/model/vocabulary.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace foi {
namespace {

using Names = std::vector<std::string_view>;

template <class E>
Names all() {
  return {names<E>().begin(), names<E>().end()};
}

TEST(Vocabulary, names) {
  EXPECT_EQ(all<CitationStatus>(),
            (Names{"applied", "ncnd", "upheld", "partly-upheld", "added-at-review", "overturned", "withdrawn", "considered-not-applied"}));
  EXPECT_EQ(all<Stage>(), (Names{"response", "review", "ico", "tribunal"}));
  EXPECT_EQ(all<MentionRole>(), (Names{"requester", "explained", "listed", "threatened", "duty", "reason"}));
  EXPECT_EQ(all<Kind>(), (Names{"response", "refusal-notice", "internal-review", "clarification", "acknowledgement", "fees-notice",
                                "holding-letter", "transfer", "correspondence", "attachment", "policy-statement", "ico-decision",
                                "tribunal-decision", "request", "other"}));
  EXPECT_EQ(all<Outcome>(), (Names{"granted-in-full", "partly-granted", "refused-in-full", "not-held", "published-elsewhere",
                                   "future-publication", "ncnd", "cost-limit", "vexatious", "clarification", "transferred", "review-upheld",
                                   "review-partly-upheld", "review-overturned", "unknown"}));
  EXPECT_EQ(all<QuestionOutcome>(),
            (Names{"disclosed", "nil", "partly-disclosed", "withheld", "not-held", "not-applicable", "cost-limit", "published-elsewhere",
                   "future-publication", "vexatious", "repeated", "ncnd", "clarification-sought", "transferred", "handled-as-sar",
                   "opinion-not-information", "business-as-usual", "unanswered"}));
  EXPECT_EQ(all<ReviewResult>(), (Names{"upheld", "partly-upheld", "overturned", "unknown"}));
  EXPECT_EQ(all<Check>(), (Names{"no-public-interest-test", "one-sided-public-interest-test", "no-qualified-person", "no-cost-estimate",
                                 "no-advice-and-assistance", "number-title-mismatch", "repealed-law", "no-review-rights", "late"}));
}

// Written out once more by member, so that a name moved to another place in its table is seen.
TEST(Vocabulary, members_bear_their_own_names) {
  EXPECT_EQ(name_of(CitationStatus::kApplied), "applied");
  EXPECT_EQ(name_of(CitationStatus::kAddedAtReview), "added-at-review");
  EXPECT_EQ(name_of(CitationStatus::kOverturned), "overturned");
  EXPECT_EQ(name_of(CitationStatus::kConsideredNotApplied), "considered-not-applied");
  EXPECT_EQ(name_of(Stage::kIco), "ico");
  EXPECT_EQ(name_of(MentionRole::kDuty), "duty");
  EXPECT_EQ(name_of(Kind::kRefusalNotice), "refusal-notice");
  EXPECT_EQ(name_of(Kind::kAttachment), "attachment");
  EXPECT_EQ(name_of(Kind::kIcoDecision), "ico-decision");
  EXPECT_EQ(name_of(Kind::kOther), "other");
  EXPECT_EQ(name_of(Outcome::kNcnd), "ncnd");
  EXPECT_EQ(name_of(Outcome::kReviewOverturned), "review-overturned");
  EXPECT_EQ(name_of(Outcome::kUnknown), "unknown");
  EXPECT_EQ(name_of(QuestionOutcome::kNil), "nil");
  EXPECT_EQ(name_of(QuestionOutcome::kHandledAsSar), "handled-as-sar");
  EXPECT_EQ(name_of(QuestionOutcome::kUnanswered), "unanswered");
  EXPECT_EQ(name_of(ReviewResult::kPartlyUpheld), "partly-upheld");
  EXPECT_EQ(name_of(Check::kRepealedLaw), "repealed-law");
}

template <class E>
void expect_unambiguous() {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < names<E>().size(); ++i) {
    const std::string_view name = names<E>()[i];
    EXPECT_TRUE(seen.insert(name).second) << name;
    EXPECT_EQ(parse_name<E>(name), static_cast<E>(i));
    EXPECT_FALSE(parse_name<E>(std::string(name) + " ")) << name;
    EXPECT_FALSE(parse_name<E>(name.substr(1))) << name;
  }
  for (const std::string_view wrong : {"", "Applied", "UPHELD", "upheld-", "granted", "refused", "none", "null"})
    EXPECT_FALSE(parse_name<E>(wrong)) << wrong;
}

TEST(Vocabulary, every_name_is_read_back_and_nothing_else) {
  expect_unambiguous<CitationStatus>();
  expect_unambiguous<Stage>();
  expect_unambiguous<MentionRole>();
  expect_unambiguous<Kind>();
  expect_unambiguous<Outcome>();
  expect_unambiguous<QuestionOutcome>();
  expect_unambiguous<ReviewResult>();
  expect_unambiguous<Check>();
}

TEST(Vocabulary, what_stands) {
  const std::set<std::string_view> standing{"applied", "ncnd", "upheld", "partly-upheld", "added-at-review"};
  for (std::size_t i = 0; i < names<CitationStatus>().size(); ++i)
    EXPECT_EQ(stands(static_cast<CitationStatus>(i)), standing.contains(names<CitationStatus>()[i])) << names<CitationStatus>()[i];
}

template <class E>
void expect_labels() {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < names<E>().size(); ++i) {
    const std::string_view label = label_of(static_cast<E>(i));
    EXPECT_FALSE(label.empty());
    EXPECT_TRUE(seen.insert(label).second) << label;
    EXPECT_EQ(label.find('-'), std::string_view::npos) << label << " is for people";
  }
}

TEST(Vocabulary, people_read_words) {
  expect_labels<Kind>();
  expect_labels<Outcome>();
  expect_labels<QuestionOutcome>();
  expect_labels<CitationStatus>();
}

}  // namespace
}  // namespace foi
