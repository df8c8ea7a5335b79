// What run_worker makes of readers that fail, throw or give too much: tests/fakes/shut_worker.cc.
#include <string>
#include <vector>

#include "tests/unit/extract/extraction_fixture.h"

namespace foi::extract {
namespace {

constexpr std::string_view kDocument = "eight by";

Options shut_workers() {
  Options options;
  options.text_worker = options.ocr_worker = program("shut-worker");
  return options;
}

// Every test runs with workers that were loaded anew and with workers forked in a nursery: nothing may tell them apart.
class Worker : public LeavesNothing, public ::testing::WithParamInterface<bool> {
 protected:
  static Result<Extraction> read_as(const std::string& mode, bool sandbox = true) {
    const MemoryDocument document(kDocument);
    Options options = shut_workers();
    options.sandbox = sandbox;
    options.nurseries = GetParam();
    Extractor extractor(options);
    return extractor.extract(document.fd(), document.size(), "a." + mode);
  }
};

INSTANTIATE_TEST_SUITE_P(Nurseries, Worker, ::testing::Bool(),
                         [](const auto& row) { return std::string(row.param ? "BornInANursery" : "LoadedAnew"); });

TEST_P(Worker, GivesTheReaderTheBytes) {
  for (const bool sandbox : {true, false}) {
    const Result<Extraction> extraction = read_as("plain", sandbox);
    ASSERT_TRUE(extraction.ok()) << extraction.error().message;
    EXPECT_EQ(extraction->pages[0].text, kDocument);
    EXPECT_EQ(extraction->engine, "shut-worker");
    EXPECT_TRUE(extraction->notes.empty());
  }
}

TEST_P(Worker, TurnsWhatAReaderThrowsIntoTheDocumentsFault) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"throwstandard", "cannot be read: the library gave up"},
      {"throwother", "cannot be read: the reader gave up without a reason"},
      {"failallocation", "needs more memory than is allowed"},
#ifndef FOI_SANITIZED  // which lift the limit of address space
      {"exhaustmemory", "needs more memory than is allowed"},
#endif
  };
  for (const auto& [mode, message] : cases) {
    const Result<Extraction> extraction = read_as(mode);
    ASSERT_FALSE(extraction.ok()) << mode;
    EXPECT_EQ(extraction.error().fault, Fault::kDocument) << mode;
    EXPECT_EQ(extraction.error().message, message);
  }
}

TEST_P(Worker, AReaderThatFindsNothingAndSaysNothingIsAtFault) {
  const Result<Extraction> extraction = read_as("nothing");
  ASSERT_FALSE(extraction.ok());
  EXPECT_EQ(extraction.error().fault, Fault::kWorker);
}

TEST_P(Worker, NotesBeforeTheDocumentArriveAfterIt) {
  const Result<Extraction> extraction = read_as("early");
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  EXPECT_EQ(extraction->notes, (std::vector<Note>{{0, "before the document"}}));
  EXPECT_EQ(extraction->engine, "shut-worker");
}

TEST_P(Worker, CutsAPageThatIsTooLongBetweenCharacters) {
  const Result<Extraction> extraction = read_as("longpage");
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  EXPECT_EQ(extraction->pages[0].text.size(), limits::kMaxPageTextBytes - 1);
  ASSERT_EQ(extraction->notes.size(), 1u);
  EXPECT_EQ(extraction->notes[0].page, 1u);
}

TEST_P(Worker, KeepsTheWordsThatFitAndDropsTheOthers) {
  const Result<Extraction> wild = read_as("wildwords");
  ASSERT_TRUE(wild.ok()) << wild.error().message;
  EXPECT_EQ(wild->pages[0].words, (std::vector<Word>{{0, 4, {}, 1}, {0, 1, {}, 1}, {5, 8, {}, 1}}));
  const Result<Extraction> many = read_as("manywords");
  ASSERT_TRUE(many.ok()) << many.error().message;
  EXPECT_EQ(many->pages[0].words.size(), limits::kMaxPageWords);
  EXPECT_EQ(many->notes.size(), 1u);
}

TEST_P(Worker, MendsTextThatIsNotWellFormed) {
  const Result<Extraction> extraction = read_as("illformed");
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  EXPECT_EQ(extraction->pages[0].text, "bad \uFFFD text");
  EXPECT_TRUE(extraction->pages[0].words.empty());
  EXPECT_EQ(extraction->notes.size(), 1u);
}

TEST_P(Worker, ReadsTheFirstPagesOfADocumentWithTooMany) {
  const Result<Extraction> extraction = read_as("manypages");
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  EXPECT_EQ(extraction->pages.size(), limits::kMaxPages);
  EXPECT_EQ(extraction->notes, (std::vector<Note>{{0, "only the first 5000 of its 5010 pages were read"}}));
}

TEST_P(Worker, StopsNotingBeforeTheParentMinds) {
  const Result<Extraction> extraction = read_as("manynotes");
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  EXPECT_EQ(extraction->notes.size(), limits::kMaxWorkerNotes);
}

TEST_P(Worker, CountsWhatWasHidden) {
  const Result<Extraction> extraction = read_as("hidden");
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  EXPECT_EQ(extraction->hidden, (std::vector<HiddenCount>{{"hidden sheet", 2}}));
}

TEST_P(Worker, HasItsFiveDescriptors) {
  const Result<Extraction> extraction = read_as("descriptors");
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  EXPECT_EQ(extraction->pages[0].text, "0 1 2 3 4 ");
}

TEST_P(Worker, ThatCrashesIsReportedByItsSignal) {
  const Result<Extraction> extraction = read_as("crash");
  ASSERT_FALSE(extraction.ok());
  EXPECT_EQ(extraction.error().message, "the reader crashed (signal 11)");
}

class Preparation : public LeavesNothing {};

TEST_F(Preparation, ThatFailsIsTheEnvironmentsFault) {
  const MemoryDocument document(kDocument);
  Options options = shut_workers();
  options.nurseries = false;  // where the mode, which is the hint, comes after the preparation
  const Result<Extraction> extraction = Extractor(options).extract(document.fd(), document.size(), "a.unprepared");
  ASSERT_FALSE(extraction.ok());
  EXPECT_EQ(extraction.error().fault, Fault::kEnvironment);
  EXPECT_EQ(extraction.error().message, "a model is missing");
}

}  // namespace
}  // namespace foi::extract
