// What a reader of a file cannot see: every case hides "secretname" in its own way beside "shown". It must be in nothing that extraction
// gives, and be counted. pdf_sight_test.cc does the same for PDF pages.
#include "indexer/model/hidden.h"

#include <gtest/gtest.h>

#include "indexer/extract/authors.h"
#include "indexer/extract/mail.h"
#include "indexer/extract/readers.h"
#include "tests/unit/extract/hidden_files.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

class HiddenText : public testing::TestWithParam<HiddenFile> {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(prepare_mail().ok()); }
};

TEST_P(HiddenText, IsInNothingThatExtractionGives) {
  RecordingSink sink;
  const Status status = read_document(GetParam().bytes, {}, sink);
  ASSERT_TRUE(status.ok()) << GetParam().how << ": " << status.error().message;
  std::string all;
  for (const Page& page : sink.extraction.pages) all += page.text;
  for (const Note& note : sink.extraction.notes) all += note.what;
  for (const HiddenCount& hidden : sink.extraction.hidden) all += hidden.what;
  for (const auto& [name, bytes] : sink.members) all += name + bytes;
  EXPECT_EQ(all.find("secretname"), std::string::npos) << GetParam().how << ":\n" << all;
  EXPECT_NE(all.find("shown"), std::string::npos) << GetParam().how << ":\n" << all;
  EXPECT_EQ(sink.hidden_count(GetParam().counted), 1u) << GetParam().how;
}

INSTANTIATE_TEST_SUITE_P(Ways, HiddenText, testing::ValuesIn(hidden_files("secretname")),
                         [](const auto& made) { return "Case" + std::to_string(made.index); });

// Near-misses of an author whom no page names.
TEST(NamedAuthors, AreCountedOnlyWhereNoPageShowsThem) {
  struct Case {
    std::vector<std::string> authors;
    std::uint32_t counted;
  };
  const Case cases[] = {
      {{}, 0},
      {{"", " ", "-", "A. B."}, 0},
      {{"Example Borough Council"}, 0},
      {{"EXAMPLE council", "Borough, Example"}, 0},
      {{"Example Borough Council", "Records Team"}, 1},
      {{"Records Team", "records team"}, 1},
      {{"Records Team", "Team of Records"}, 2},
      {{"Exam"}, 1},
      {{"example_council"}, 0},
      {{"user2"}, 1},
      {{"Caf\xC3\xA9"}, 1},
  };
  for (const Case& c : cases) {
    NamedAuthors authors(c.authors);
    authors.shown("Example Borough\n");
    authors.shown("the Council's answer");
    RecordingSink sink;
    authors.give(sink);
    EXPECT_EQ(sink.hidden_count(kAuthorNamed), c.counted) << testing::PrintToString(c.authors);
  }
}

}  // namespace
}  // namespace foi::extract
