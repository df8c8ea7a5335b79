#include "server/words.h"

#include <gtest/gtest.h>

#include "server/request.h"

namespace foi::server {
namespace {

TEST(Words, NumbersAndDatesAsPeopleWriteThem) {
  EXPECT_EQ(number_for_people(0), "0");
  EXPECT_EQ(number_for_people(999), "999");
  EXPECT_EQ(number_for_people(1000), "1,000");
  EXPECT_EQ(number_for_people(1234567), "1,234,567");
  EXPECT_EQ(count_for_people(1, "document", "documents"), "1 document");
  EXPECT_EQ(count_for_people(0, "document", "documents"), "0 documents");
  EXPECT_EQ(date_for_people(*parse_iso("2024-03-09")), "9 March 2024");
  EXPECT_EQ(date_for_people(Date{}), "");
  EXPECT_EQ(bytes_for_people(1), "1 byte");
  EXPECT_EQ(bytes_for_people(1499), "1 kB");
  EXPECT_EQ(bytes_for_people(2'340'000), "2.3 MB");
}

TEST(Words, AStatusIsNeverBareOfItsStage) {
  EXPECT_EQ(status_phrase(CitationStatus::kApplied, Stage::kResponse), "Relied on in the response");
  EXPECT_EQ(status_phrase(CitationStatus::kUpheld, Stage::kReview), "Upheld at internal review");
  EXPECT_EQ(status_phrase(CitationStatus::kOverturned, Stage::kIco), "Overturned by the Information Commissioner");
  EXPECT_EQ(status_phrase(CitationStatus::kConsideredNotApplied, Stage::kResponse), "Considered, but not relied on, in the response");
  EXPECT_EQ(status_phrase(CitationStatus::kConsideredNotApplied, Stage::kIco), "Not needed by the Information Commissioner");
  for (std::size_t status = 0; status < names<CitationStatus>().size(); ++status) {
    for (std::size_t stage = 0; stage < names<Stage>().size(); ++stage) {
      const auto phrase = status_phrase(static_cast<CitationStatus>(status), static_cast<Stage>(stage));
      EXPECT_NE(phrase.find(stage_phrase(static_cast<Stage>(stage))), std::string::npos) << phrase;
      EXPECT_NE(phrase.front(), ' ') << status;
    }
  }
}

TEST(Words, EveryFilterHasAHeading) {
  for (const auto& name : filter_names()) EXPECT_NE(facet_title(name), name);
}

}  // namespace
}  // namespace foi::server
