// The measure itself: what counts as right, and what as a fall.
#include "tests/accuracy/score.h"

#include <gtest/gtest.h>

#include "tests/accuracy/report.h"

namespace foi::accuracy {
namespace {

Truth letter(const std::string& file = "documents/a.pdf") {
  Truth truth;
  truth.file = file;
  truth.kind = "response";
  truth.outcome = "unknown";
  return truth;
}

Reading reading() {
  Reading reading;
  reading.record.kind = Kind::kResponse;
  return reading;
}

Citation claim(const std::string& id, CitationStatus status, double confidence = 0.9) {
  Citation citation;
  citation.id = id;
  citation.status = status;
  citation.confidence = confidence;
  return citation;
}

Scores scored(const Truth& truth, const Reading& reading) {
  Scores scores;
  score(truth, reading, scores);
  return scores;
}

TEST(Score, AGroundCountsAtTheFinestLevelAndBySection) {
  Truth truth = letter();
  truth.exemptions = {{"foia-40-2", "applied"}, {"foia-31-1-a", "overturned"}};
  Reading read = reading();
  read.record.exemptions = {claim("foia-40", CitationStatus::kApplied), claim("foia-31-1-a", CitationStatus::kWithdrawn, 0.6)};
  const Scores scores = scored(truth, read);
  EXPECT_EQ(scores.at(Field::kStanding), (Tally{.missed = 1, .extra = 1}));
  EXPECT_EQ(scores.at(Field::kStandingSections), (Tally{.right = 1}));
  EXPECT_EQ(scores.at(Field::kNotStanding), (Tally{.missed = 1, .extra = 1})) << "withdrawn is not overturned";
  EXPECT_EQ(scores.exemptions.back().claims, 1u);
  EXPECT_EQ(scores.exemptions.back().right, 0u) << "the section is not the sub-section";
  EXPECT_EQ(scores.exemptions[2].right, 1u) << "it does not stand, whatever became of it";
}

TEST(Score, FalseFriendsAreLettersThatRelyOnNothing) {
  Truth truth = letter();
  truth.mentioned_only = {"foia-12"};
  EXPECT_EQ(scored(truth, reading()).at(Field::kFalseFriends), (Tally{.right = 1}));
  Reading read = reading();
  read.record.exemptions = {claim("foia-12", CitationStatus::kOverturned)};
  EXPECT_EQ(scored(truth, read).at(Field::kFalseFriends), (Tally{.right = 1})) << "nothing is claimed to stand";
  read.record.exemptions = {claim("foia-12", CitationStatus::kNcnd)};
  EXPECT_EQ(scored(truth, read).at(Field::kFalseFriends), (Tally{.wrong = 1}));
  truth.exemptions = {{"foia-21", "applied"}};
  EXPECT_TRUE(scored(truth, read).at(Field::kFalseFriends).empty()) << "a letter that relies on a ground is counted elsewhere";
}

TEST(Score, ReferencesAreComparedByLettersAndDigits) {
  const struct {
    const char *truth, *claimed;
    bool same;
  } rows[] = {{"FOI 4129", "4129", true}, {"FOI-4129", "foi 4129", true},    {"EIR 1187", "Ref: FOI/1187", true},
              {"4129", "4128", false},    {"FOI 4129", "FOI 4129/2", false}, {"FOI2023/41", "FOI 2023-41", true},
              {"FOI", "FOI 1", false}};
  for (const auto& row : rows) {
    Truth truth = letter();
    truth.reference = row.truth;
    Reading read = reading();
    read.record.reference = row.claimed;
    EXPECT_EQ(scored(truth, read).at(Field::kReference).right, row.same ? 1u : 0u) << row.truth << " and " << row.claimed;
  }
}

TEST(Score, AValueIsRightWrongMissedOrExtra) {
  Truth truth = letter();
  Reading read = reading();
  EXPECT_TRUE(scored(truth, read).at(Field::kResponded).empty()) << "nothing there, nothing claimed: nothing to count";
  read.record.responded = parse_iso("2024-03-09");
  EXPECT_EQ(scored(truth, read).at(Field::kResponded), (Tally{.extra = 1}));
  truth.responded = "2024-03-09";
  EXPECT_EQ(scored(truth, read).at(Field::kResponded), (Tally{.right = 1}));
  truth.responded = "2024-09-03";
  EXPECT_EQ(scored(truth, read).at(Field::kResponded), (Tally{.wrong = 1}));
  read.record.responded.reset();
  EXPECT_EQ(scored(truth, read).at(Field::kResponded), (Tally{.missed = 1}));
}

TEST(Score, AnAcceptedAuthorityIsNoMistake) {
  const struct {
    const char *truth, *accepted, *claimed, *claimed_now;
    Tally tally;
  } rows[] = {{"RTX", "", "RTX", "RTX", {.right = 1}}, {"RTX", "RBN", "RBN", "RBN", {.right = 1}},
              {"RTX", "", "RBN", "RTX", {.right = 1}},                                 // the body it is now
              {"RTX", "", "RBN", "RBN", {.wrong = 1}}, {"", "RTX", "RTX", "RTX", {}},  // named, but not the author
              {"", "RTX", "RBN", "RBN", {.extra = 1}}};
  for (const auto& row : rows) {
    Truth truth = letter();
    if (*row.truth != 0) truth.authority = row.truth;
    if (*row.accepted != 0) truth.authority_ok = {row.accepted};
    Reading read = reading();
    read.record.authority = Authority{row.claimed, "", row.claimed_now, "", "", 0.95};
    EXPECT_EQ(scored(truth, read).at(Field::kAuthority), row.tally) << row.truth << "/" << row.accepted << " claimed " << row.claimed;
  }
}

TEST(Score, ANameIsLeftWhenItsWordsStandTogether) {
  const struct {
    const char *name, *shown;
    bool left;
  } rows[] = {{"Wilfreda Stanmarsh", "Signed by WILFREDA STANMARSH, Head", true},
              {"Wilfreda Stanmarsh", "I spoke to Mrs Stanmarsh.", true},
              {"Wilfreda Stanmarsh", "the Stanmarsh clinic", false},
              {"Corwen", "Dear Corwen,", true},
              {"Corwen", "the Corwenshire council", false},
              {"Corwen", "Dear [requester]", false}};
  for (const auto& row : rows) {
    Truth truth = letter();
    truth.requesters = {row.name};
    Reading read = reading();
    read.shown = row.shown;
    EXPECT_EQ(scored(truth, read).at(Field::kRequesters).wrong, row.left ? 1u : 0u) << row.shown;
  }
}

// Two letters with a ground each, as one would find them checked in.
std::string report_of(bool first, bool second) {
  Report report;
  for (const auto& [file, found] : {std::pair{"documents/a.pdf", first}, std::pair{"documents/b: two.pdf", second}}) {
    Truth truth = letter(file);
    truth.exemptions = {{"foia-43-2", "applied"}};
    Reading read = reading();
    if (found) read.record.exemptions = {claim("foia-43-2", CitationStatus::kApplied)};
    score(truth, read, report.digital);
  }
  return to_text(report);
}

TEST(Compare, AFallNamesTheLettersAtFault) {
  const Comparison fall = compare(report_of(true, true), report_of(true, false));
  ASSERT_FALSE(fall.falls.empty());
  EXPECT_NE(fall.falls[0].find("born-digital: exemptions standing fell"), std::string::npos) << fall.falls[0];
  EXPECT_EQ(fall.falls[1], "  documents/b: two.pdf: foia-43-2 missed");
}

TEST(Compare, ALetterThatWasWrongBeforeIsNotAtFault) {
  const Comparison fall = compare(report_of(false, true), report_of(false, false));
  ASSERT_GE(fall.falls.size(), 2u);
  EXPECT_EQ(fall.falls[1], "  documents/b: two.pdf: foia-43-2 missed");
}

TEST(Compare, ARiseIsNoFallButIsNotTheSame) {
  EXPECT_TRUE(compare(report_of(true, false), report_of(true, true)).falls.empty());
  EXPECT_FALSE(compare(report_of(true, false), report_of(true, true)).same);
  EXPECT_TRUE(compare(report_of(true, false), report_of(true, false)).same);
  EXPECT_TRUE(compare(report_of(true, false), report_of(false, true)).falls.empty()) << "another letter, the same figures";
}

TEST(Compare, AFieldNoLongerMeasuredFell) { EXPECT_FALSE(compare(report_of(true, true), to_text(Report{})).falls.empty()); }

TEST(Report, TheSecondPartIsKeptAsItStands) {
  const std::string second = to_text(Rescan{});
  const Parts parts = parts_of(report_of(true, true) + "\n" + second);
  EXPECT_EQ(parts.report, report_of(true, true));
  EXPECT_EQ(parts.rescan, second);
  EXPECT_EQ(parts_of(report_of(true, true)).rescan, "");
}

}  // namespace
}  // namespace foi::accuracy
