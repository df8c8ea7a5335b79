// Records to summaries and back.
#include <gtest/gtest.h>

#include "indexer/relate/relate.h"

namespace foi::relate {
namespace {

Record record() {
  Record record;
  record.id = "a";
  record.kind = Kind::kInternalReview;
  record.parent = "mail";
  record.authority = Authority{"RJ1-then", "Name then", "RJ1", "Name now", "acute", 0.9};
  record.reference = "FOI 4129/IR";
  record.review = Review{"Our ref: FOI-4129", ReviewResult::kUpheld};
  record.responded = parse_iso("2024-03-09");
  record.exemptions.resize(2);
  record.exemptions[0].id = "foia-31";
  record.exemptions[0].status = CitationStatus::kUpheld;
  record.exemptions[0].stage = Stage::kReview;
  record.exemptions[1].id = "foia-40-2";
  record.inferred.resize(1);
  record.inferred[0].id = "foia-43";
  return record;
}

TEST(Summarise, takes_what_relate_needs) {
  const Summary summary = summarise(record());
  EXPECT_EQ(summary.id, "a");
  EXPECT_EQ(summary.parent, "mail");
  EXPECT_EQ(summary.kind, Kind::kInternalReview);
  EXPECT_EQ(summary.authority, "RJ1");
  EXPECT_EQ(summary.reference, "4129ir");
  EXPECT_EQ(summary.review_of, "4129");
  EXPECT_EQ(summary.responded, parse_iso("2024-03-09"));
  ASSERT_EQ(summary.exemptions.size(), 2u) << "what was inferred is not counted";
  EXPECT_EQ(summary.exemptions[0].id, "foia-31");
  EXPECT_EQ(summary.exemptions[0].status, CitationStatus::kUpheld);
  EXPECT_EQ(summary.exemptions[0].stage, Stage::kReview);
  EXPECT_FALSE(summary.in_reply_to);
}

TEST(Summarise, of_a_record_that_says_nothing) {
  const Summary summary = summarise(Record{});
  EXPECT_EQ(summary.authority, "");
  EXPECT_EQ(summary.reference, "");
  EXPECT_FALSE(summary.review_of || summary.parent || summary.responded);
}

TEST(Apply, writes_what_was_found_and_nothing_else) {
  Record related = record();
  apply({.related = {{"b", "review-of", 0.9}},
         .case_id = "b",
         .now = {std::nullopt, StatusNow{CitationStatus::kOverturned, Stage::kIco, "c"}}},
        related);
  ASSERT_EQ(related.related.size(), 1u);
  EXPECT_EQ(related.related[0].id, "b");
  EXPECT_EQ(related.case_id, "b");
  EXPECT_FALSE(related.exemptions[0].now);
  ASSERT_TRUE(related.exemptions[1].now);
  EXPECT_EQ(related.exemptions[1].now->by, "c");
  EXPECT_EQ(related.reference, record().reference);
}

TEST(Apply, replaces_what_an_earlier_run_found) {
  Record related = record();
  apply({.related = {{"b", "review-of", 0.9}}, .case_id = "b", .now = {StatusNow{}, StatusNow{}}}, related);
  apply({}, related);
  EXPECT_TRUE(related.related.empty());
  EXPECT_FALSE(related.case_id || related.exemptions[0].now || related.exemptions[1].now);
}

}  // namespace
}  // namespace foi::relate
