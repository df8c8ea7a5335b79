// A document's page: what it says, how its loss is shown, and its original.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "fake_search.h"

namespace foi::server {
namespace {

const std::string kDocument = std::string("/d/") + kDocumentId;

TEST(DocumentPage, SaysWhatWasAskedAnsweredAndApplied) {
  FakeSite site;
  Record record = example_record();
  record.reference = "FOI 4129";
  record.received = parse_iso("2023-02-01");
  record.working_days = 26;
  record.late = true;
  record.questions = {{.number = "1",
                       .heading = "Car parks",
                       .text = "What was the income?",
                       .answer = "£5",
                       .outcome = QuestionOutcome::kDisclosed,
                       .exemptions = {}},
                      {.number = "2",
                       .heading = "Car parks",
                       .text = "Who runs them?",
                       .answer = "",
                       .outcome = QuestionOutcome::kWithheld,
                       .exemptions = {"foia-43"}}};
  Citation citation;
  citation.id = "foia-31-1-a", citation.label = "FOIA s.31(1)(a)";
  citation.evidence = {{.page = 1, .start = 3, .end = 9, .quote = "exempt"}};
  record.exemptions = {citation};
  site.search->add(record, {"is exempt under"});
  const std::string body = site.get(kDocument).body;
  for (const char* part :
       {"What was the income?", "Answered", "Withheld", "FOIA s.43", "FOI 4129", "1 February 2023", "9 March 2023",
        "26 working days, past the time limit", "Law enforcement: prevention or detection of crime", "Relied on in the response",
        "Partly granted", "id=\"page-1\"", "href=\"#page-1\"", "is <span id=\"quote-1\" class=\"cited\">exempt</span> under"}) {
    EXPECT_TRUE(holds(body, part)) << part;
  }
  EXPECT_EQ(body.find("Car parks"), body.rfind("Car parks")) << "a heading over several questions is shown once";
  EXPECT_FALSE(holds(body, "/secret/folder"));
}

TEST(DocumentPage, OneAnswerToManyQuestionsIsShownOnceAndALongOneInPart) {
  FakeSite site;
  Record record = example_record();
  const auto question = [](std::string number, std::string answer) {
    return Question{.number = std::move(number),
                    .heading = "",
                    .text = "Why?",
                    .answer = std::move(answer),
                    .outcome = QuestionOutcome::kDisclosed,
                    .exemptions = {}};
  };
  std::string long_answer;
  for (int i = 0; i < 200; ++i) long_answer += "wörd ";
  record.questions = {question("1", "Because."), question("2", "Because."), question("3", "Because."),
                      question("4", ""),         question("5", ""),         question("6", long_answer + "END")};
  site.search->add(record, {"text"});
  const std::string body = site.get(kDocument).body;
  EXPECT_EQ(body.find("Because."), body.rfind("Because."));
  const std::string same = "The same answer as to question 1.";
  EXPECT_NE(body.find(same), body.rfind(same));
  EXPECT_FALSE(holds(body, "The same answer as to question 4."));
  EXPECT_TRUE(holds(body, "wörd …</span>"));
  EXPECT_TRUE(holds(body, "END</p>"));
}

TEST(DocumentPage, LateIsSaidOnlyWhenItIsKnown) {
  for (const std::optional<bool>& late : {std::optional<bool>(), std::optional<bool>(false)}) {
    FakeSite site;
    Record record = example_record();
    record.working_days = 30;
    record.late = late;
    site.search->add(record, {"text"});
    EXPECT_FALSE(holds(site.get(kDocument).body, "time limit"));
  }
}

TEST(DocumentPage, LossIsCountedAndShown) {
  FakeSite site;
  Record record = example_record();
  record.masks = 4;
  record.hidden = {{.what = "hidden sheet", .count = 2}};
  record.notes = {{.page = 2, .what = "a picture was not read"}};
  record.checks = {Check::kNoPublicInterestTest, Check::kLate};
  site.search->add(record, {"one", "two", "three"});
  Record& stored = site.search->documents.at(kDocumentId);
  stored.pages[0].source = PageSource::kNone;
  stored.pages[1].source = stored.pages[2].source = PageSource::kOcr;
  const std::string body = site.get(kDocument).body;
  for (const char* part :
       {"1 of 3 pages could not be read.", "2 of 3 pages were read from a scan", "In 4 places personal information", "hidden sheet (2)",
        "<a href=\"#page-2\">Page 2</a>: a picture was not read", "Not found in this letter: a public interest test."}) {
    EXPECT_TRUE(holds(body, part)) << part;
  }
}

TEST(DocumentPage, RelatedDocumentsThatAreThere) {
  FakeSite site;
  Record record = example_record(), review = example_record();
  review.id = "bcdefghijklmnopq";
  review.title = "Outcome of the review";
  record.related = {{.id = review.id, .relation = "reviewed-by", .confidence = 1},
                    {.id = "cdefghijklmnopqr", .relation = "attachment", .confidence = 1}};
  site.search->add(record, {"text"});
  site.search->add(review, {"text"});
  const std::string body = site.get(kDocument).body;
  EXPECT_TRUE(holds(body, "href=\"/d/bcdefghijklmnopq\">Outcome of the review"));
  EXPECT_TRUE(holds(body, "Reviewed by"));
  EXPECT_FALSE(holds(body, "cdefghijklmnopqr"));
}

TEST(DocumentPage, AnEntryOfALogIsCalledThatAndLeadsToItsPage) {
  FakeSite site;
  Record record = example_record(), log = example_record();
  record.kind = Kind::kOther;
  record.source.media_type = kLogEntryMediaType;
  record.source.url = "https://example.org/answers/1";
  log.id = "bcdefghijklmnopq";
  log.title = "Our disclosure log";
  record.related = {{.id = log.id, .relation = "listed-in", .confidence = 1}};
  site.search->add(record, {"text"});
  site.search->add(log, {"text"});
  const std::string body = site.get(kDocument).body;
  for (const char* part : {"<span class=\"kind\">Entry of a disclosure log</span>", "The disclosure log it is from",
                           "href=\"/d/bcdefghijklmnopq\">Our disclosure log", "What the publisher links from this entry"})
    EXPECT_TRUE(holds(body, part)) << part;
  EXPECT_FALSE(holds(body, "publisher’s own copy"));
  EXPECT_FALSE(holds(body, "/original"));
}

TEST(DocumentPage, LongDocumentsComeInStretches) {
  FakeSite site;
  site.search->add(example_record(), std::vector<std::string>(120, "text"));
  const std::string first = site.get(kDocument).body, second = site.get(kDocument + "?start=51").body;
  EXPECT_TRUE(holds(first, "id=\"page-50\""));
  EXPECT_FALSE(holds(first, "id=\"page-51\""));
  EXPECT_TRUE(holds(first, "href=\"/d/abcdefghijklmnop?start=51#page-51\""));
  EXPECT_TRUE(holds(second, "id=\"page-100\""));
  EXPECT_TRUE(holds(second, "Pages 51 to 100 of 120"));
  EXPECT_TRUE(holds(second, "href=\"/d/abcdefghijklmnop#page-1\""));
  EXPECT_TRUE(holds(site.get(kDocument + "?start=77").body, "id=\"page-51\""));
  EXPECT_TRUE(holds(site.get(kDocument + "?start=9999999").body, "id=\"page-120\""));
  for (const char* odd : {"0", "-1", "x", "", "99999999999999999999"}) EXPECT_EQ(site.get(kDocument + "?start=" + odd).status, 200) << odd;
}

TEST(DocumentPage, AFileThatCouldNotBeReadHasAPage) {
  FakeSite site;
  Record record = example_record();
  record.title.clear();
  record.authority.reset();
  record.responded.reset();
  record.error = document_error("/secret/folder/letter.pdf is encrypted");
  site.search->add(record, {});
  const Answer answer = site.get(kDocument);
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(holds(answer.body, "This file could not be read"));
  EXPECT_FALSE(holds(answer.body, "/secret"));
}

class OriginalFile : public testing::Test {
 protected:
  void SetUp() override {
    library_ = std::filesystem::path(testing::TempDir()) / ("foi-site-" + std::to_string(::getpid()));
    std::filesystem::create_directories(library_ / "originals" / "aa");
    std::ofstream(library_ / "originals" / "aa" / std::string(62, 'a')) << "%PDF-1.7";
  }
  void TearDown() override { std::filesystem::remove_all(library_); }
  std::filesystem::path library_;
};

TEST_F(OriginalFile, IsSentAsAnAttachmentInASandbox) {
  FakeSite site({.library = library_});
  site.search->add(example_record(), {"text"});
  EXPECT_TRUE(holds(site.get(kDocument).body, "Download the original"));
  const Answer answer = site.get(kDocument + "/original");
  ASSERT_EQ(answer.status, 200);
  ASSERT_TRUE(answer.file);
  EXPECT_EQ(answer.file->bytes(), 8u);
  EXPECT_EQ(answer.content_type, "application/pdf");
  EXPECT_EQ(header_of(answer, "Content-Disposition"), "attachment; filename=\"abcdefghijklmnop.pdf\"");
  EXPECT_TRUE(holds(header_of(answer, "Content-Security-Policy"), "sandbox"));
  EXPECT_EQ(header_of(answer, "X-Content-Type-Options"), "nosniff");
}

TEST_F(OriginalFile, IsWithheldWhenSomethingWasMasked) {
  FakeSite site({.library = library_});
  Record record = example_record();
  record.masks = 1;
  record.source.url = "https://example.org/letter.pdf";
  site.search->add(record, {"text"});
  EXPECT_EQ(site.get(kDocument + "/original").status, 404);
  const std::string body = site.get(kDocument).body;
  EXPECT_FALSE(holds(body, "Download the original"));
  EXPECT_TRUE(holds(body, "href=\"https://example.org/letter.pdf\" rel=\"external noopener noreferrer nofollow\""));
}

TEST_F(OriginalFile, ThatIsGoneIsNotOffered) {
  FakeSite site({.library = library_ / "elsewhere"});
  site.search->add(example_record(), {"text"});
  EXPECT_EQ(site.get(kDocument + "/original").status, 404);
  EXPECT_TRUE(holds(site.get(kDocument).body, "The original is not offered here"));
}

}  // namespace
}  // namespace foi::server
