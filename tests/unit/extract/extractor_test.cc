#include "indexer/extract/extractor.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <ostream>
#include <thread>
#include <vector>

#include "tests/unit/extract/extraction_fixture.h"

namespace foi::extract {
namespace {

using namespace std::chrono_literals;

constexpr Deadlines kShort{.start = 1s, .text_page = 400ms, .ocr_page = 400ms, .text_document = 1200ms, .end = 400ms};
constexpr auto kWithin = 4s;  // a misdeed costs no more than this, on a busy machine

Options fakes(const Deadlines& deadlines = {}) {
  Options options;
  options.text_worker = options.ocr_worker = program("fake-worker");
  options.ocr.languages = "good";
  options.deadlines = deadlines;
  return options;
}

Result<Extraction> extract_as(const std::string& mode, const Options& options) {
  const MemoryDocument document("%PDF-fake");
  Extractor extractor(options);
  return extractor.extract(document.fd(), document.size(), "Some letter." + mode);
}

std::string notes_of(const Extraction& extraction) {
  std::string all;
  for (const Note& note : extraction.notes) all += std::to_string(note.page) + ": " + note.what + "\n";
  return all;
}

std::string sources_of(const Extraction& extraction) {
  std::string all;
  for (const Page& page : extraction.pages) all += page.source == PageSource::kText ? 't' : page.source == PageSource::kOcr ? 'o' : '-';
  return all;
}

class Extracting : public LeavesNothing {};

struct Misdeed {
  const char* mode;
  Fault fault;
  const char* message;  // part of it
  bool takes_time = false;
};

const Misdeed kMisdeeds[] = {
    {"crashstart", Fault::kWorker, "crashed (signal 11)"},
    {"crashready", Fault::kWorker, "crashed (signal 11)"},
    {"crashdocument", Fault::kWorker, "crashed (signal 11)"},
    {"abort", Fault::kWorker, "crashed (signal 6)"},
    {"killed", Fault::kWorker, "crashed (signal 9)"},
    {"stopped", Fault::kWorker, "took too long", true},
    {"forkbomb", Fault::kWorker, "took too long", true},
#ifndef FOI_SANITIZED
    {"hoard", Fault::kWorker, "crashed (signal 6)"},
#endif
    {"exitearly", Fault::kWorker, "ended before it was done"},
    {"exitcode", Fault::kWorker, "exit code 3"},
    {"hangstart", Fault::kWorker, "did not become ready", true},
    {"hangready", Fault::kWorker, "took too long", true},
    {"deaf", Fault::kWorker, "took too long", true},
    {"drip", Fault::kWorker, "took too long", true},
    {"dripnotes", Fault::kWorker, "took too long", true},
    {"lielarge", Fault::kWorker, "took too long", true},
    {"liehuge", Fault::kWorker, "frame of 4294967295 bytes"},
    {"floodnotes", Fault::kWorker, "more notes"},
    {"floodtext", Fault::kWorker, "more text"},
    {"membershort", Fault::kWorker, "broke off"},
    {"memberlong", Fault::kWorker, "another size of a member"},
    {"memberdone", Fault::kWorker, "broke off"},
    {"memberhuge", Fault::kWorker, "more or larger members"},
    {"memberbytes", Fault::kWorker, "unknown type 9"},
    {"membername", Fault::kWorker, "member it may not send"},
    {"membersmany", Fault::kWorker, "more or larger members"},
    {"memberslarge", Fault::kWorker, "more or larger members"},
    {"leftoutmany", Fault::kWorker, "more notes"},
    {"leftoutname", Fault::kWorker, "member it may not send"},
    {"linkbeyond", Fault::kWorker, "link it may not send"},
    {"linkpage0", Fault::kWorker, "link it may not send"},
    {"linkutf8", Fault::kWorker, "link it may not send"},
    {"linklong", Fault::kWorker, "link it may not send"},
    {"floodlinks", Fault::kWorker, "more links"},
    {"floodbytes", Fault::kWorker, "frame of 2139062143 bytes"},
    {"badutf8", Fault::kWorker, "not well-formed"},
    {"badnote", Fault::kWorker, "note it may not send"},
    {"badmedia", Fault::kWorker, "document frame"},
    {"wordsoutside", Fault::kWorker, "not well-formed"},
    {"manywords", Fault::kWorker, "not well-formed"},
    {"emptyframe", Fault::kWorker, "not well-formed"},
    {"tailedpage", Fault::kWorker, "not well-formed"},
    {"manypages", Fault::kWorker, "announced 4000000000 pages"},
    {"pagefirst", Fault::kWorker, "what document it reads"},
    {"notready", Fault::kWorker, "that it was ready"},
    {"readytwice", Fault::kWorker, "ready frame"},
    {"documenttwice", Fault::kWorker, "document frame"},
    {"doneearly", Fault::kWorker, "what document it reads"},
    {"descending", Fault::kWorker, "out of order"},
    {"repeated", Fault::kWorker, "out of order"},
    {"pagezero", Fault::kWorker, "page 0"},
    {"beyond", Fault::kWorker, "page 4"},
    {"notebeyond", Fault::kWorker, "note it may not send"},
    {"isocr", Fault::kWorker, "not its to read"},
    {"unknowntype", Fault::kWorker, "unknown type 99"},
    {"afterdone", Fault::kWorker, "after its last frame"},
    {"afterfailure", Fault::kWorker, "after its last frame"},
    {"blame", Fault::kWorker, "your disk is full"},  // said after it could have read the document: not believed
    {"blameusage", Fault::kWorker, "you asked wrongly"},
    {"encrypted", Fault::kDocument, "encrypted with a password"},
    {"nomodel", Fault::kEnvironment, "no such language"},
    {"nosuchmode", Fault::kWorker, "exit code 7"},
};

void PrintTo(const Misdeed& row, std::ostream* out) { *out << row.mode; }

class MisdeedTest : public LeavesNothing, public ::testing::WithParamInterface<Misdeed> {};

TEST_P(MisdeedTest, EndsInTheRightFaultInTime) {
  const auto started = std::chrono::steady_clock::now();
  const Result<Extraction> extraction = extract_as(GetParam().mode, fakes(GetParam().takes_time ? kShort : Deadlines{}));
  if (GetParam().takes_time) {
    EXPECT_LT(std::chrono::steady_clock::now() - started, kWithin);
  }
  ASSERT_FALSE(extraction.ok()) << "was believed";
  EXPECT_EQ(extraction.error().fault, GetParam().fault) << extraction.error().message;
  EXPECT_NE(extraction.error().message.find(GetParam().message), std::string::npos) << extraction.error().message;
}

INSTANTIATE_TEST_SUITE_P(Workers, MisdeedTest, ::testing::ValuesIn(kMisdeeds), [](const auto& row) { return std::string(row.param.mode); });

TEST_F(Extracting, LinksOfCellsComeInAnyOrderWithPages) {
  const Result<Extraction> extraction = extract_as("links", fakes());
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  EXPECT_EQ(extraction->cell_links, (std::vector<CellLink>{{1, 2, 3, "before its page.pdf"}, {1, 2, 3, "a.pdf"}}));
}

TEST_F(Extracting, MembersComeWholeAndOneByOne) {
  const MemoryDocument document("%PDF-fake");
  Extractor extractor(fakes());
  std::vector<std::string> taken;
  const auto keep = [&](std::string_view name, std::string_view bytes) {
    taken.push_back(std::string(name) + "=" + std::string(bytes));
    return success();
  };
  ASSERT_TRUE(extractor.extract(document.fd(), document.size(), "letter.members", keep).ok());
  EXPECT_EQ(taken, (std::vector<std::string>{"letter.txt=Dear reade", "empty="}));
  EXPECT_TRUE(extractor.extract(document.fd(), document.size(), "letter.members").ok()) << "nobody has to take them";
}

TEST_F(Extracting, WhatIsLeftOutIsNamedAndCounted) {
  const Result<Extraction> extraction = extract_as("leftout", fakes());
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  EXPECT_EQ(extraction->members, (std::vector<Member>{{"one.txt", "", 0}, {"two \uFFFD.txt", "", 0}}));
  ASSERT_EQ(extraction->notes.size(), 1u);
  EXPECT_EQ(extraction->notes[0].what, "2 of the documents inside were left out: encrypted, or more or larger than are read");
}

TEST_F(Extracting, AMemberThatCannotBeKeptEndsIt) {
  const MemoryDocument document("%PDF-fake");
  Extractor extractor(fakes());
  int asked = 0;
  const auto refuse = [&](std::string_view, std::string_view) -> Status {
    ++asked;
    return environment_error("disk full");
  };
  const Result<Extraction> extraction = extractor.extract(document.fd(), document.size(), "letter.members", refuse);
  ASSERT_FALSE(extraction.ok());
  EXPECT_EQ(extraction.error().fault, Fault::kEnvironment);
  EXPECT_EQ(extraction.error().message, "disk full");
  EXPECT_EQ(asked, 1);
}

struct Loss {
  const char* mode;
  const char* sources;  // t text, o OCR, - not read
  const char* note;
  bool takes_time = false;
};

const Loss kLosses[] = {
    {"good", "ttt", ""},
    {"chatter", "ttt", ""},  // what it prints goes nowhere
    {"nopages", "", ""},
    {"remarks", "t", "0: whole\n1: one line\n"},
    {"crashmid", "t--",
     "2: page could not be read: the reader crashed (signal 11)\n"
     "3: page could not be read: the reader crashed (signal 11) on page 2\n"},
    {"halfframe", "t--", "2: page could not be read: the reader crashed (signal 11)\n"},
    {"exitmid", "t--", "2: page could not be read: the reader ended before it was done\n"},
    {"failmid", "t--", "2: page could not be read: truncated\n"},
    {"hangmid", "t--", "2: page could not be read: the reader took too long\n", true},
    {"closehang", "t--", "2: page could not be read: the reader had to be stopped\n", true},
    {"hangdone", "ttt", "", true},
    {"crashdone", "ttt", "0: the reader crashed (signal 11) after it was done\n"},
    {"fewpages", "-t-",
     "1: page could not be read: the reader gave nothing for it\n"
     "3: page could not be read: the reader gave nothing for it\n"},
};

void PrintTo(const Loss& row, std::ostream* out) { *out << row.mode; }

class LossTest : public LeavesNothing, public ::testing::WithParamInterface<Loss> {};

TEST_P(LossTest, KeepsThePagesThatCame) {
  const Result<Extraction> extraction = extract_as(GetParam().mode, fakes(GetParam().takes_time ? kShort : Deadlines{}));
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  EXPECT_EQ(sources_of(*extraction), GetParam().sources);
  EXPECT_TRUE(notes_of(*extraction).starts_with(GetParam().note)) << notes_of(*extraction);
  for (std::size_t i = 0; i < extraction->pages.size(); ++i) EXPECT_EQ(extraction->pages[i].number, i + 1);
}

INSTANTIATE_TEST_SUITE_P(Workers, LossTest, ::testing::ValuesIn(kLosses), [](const auto& row) { return std::string(row.param.mode); });

TEST_F(Extracting, GivesEveryPageWithItsWords) {
  const Result<Extraction> extraction = extract_as("good", fakes());
  ASSERT_TRUE(extraction.ok());
  EXPECT_EQ(extraction->media_type, "application/pdf");
  EXPECT_EQ(extraction->engine, "fake 1");
  ASSERT_EQ(extraction->pages.size(), 3u);
  EXPECT_EQ(extraction->pages[2].text, "page text");
  EXPECT_EQ(extraction->pages[2].words, (std::vector<Word>{{0, 4, {72, 72, 100, 84}, 1}}));
  EXPECT_TRUE(extraction->notes.empty());
}

TEST_F(Extracting, AWorkerHasItsFiveDescriptorsAndNoOther) {
  const int standard = ::open("/dev/null", O_RDONLY);  // neither of these has O_CLOEXEC
  const int high = ::fcntl(standard, F_DUPFD, 100);
  const Result<Extraction> extraction = extract_as("descriptors", fakes());
  ::close(standard);
  ::close(high);
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  EXPECT_EQ(extraction->pages[0].text, "0 1 2 3 4 ");
}

TEST_F(Extracting, AWorkerHasNothingOfOurEnvironment) {
  ::setenv("FOI_SECRET", "of the parent", 1);
  ::setenv("LC_ALL", "cy_GB.UTF-8", 1);
  ::setenv("TESSDATA_PREFIX", "/models", 1);
  const Result<Extraction> extraction = extract_as("environment", fakes());
  ::unsetenv("TESSDATA_PREFIX");
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  const std::string& text = extraction->pages[0].text;
  for (const char* expected : {"LC_ALL=C.UTF-8\n", "OMP_THREAD_LIMIT=1\n", "TZ=UTC\n", "TESSDATA_PREFIX=/models\n"})
    EXPECT_NE(text.find(expected), std::string::npos) << text;
  for (const char* unwanted : {"FOI_SECRET", "cy_GB", "PATH=", "HOME="}) EXPECT_EQ(text.find(unwanted), std::string::npos) << text;
}

TEST_F(Extracting, AWorkerCannotWriteADocumentThatWeCan) {
  const Result<Extraction> extraction = extract_as("documentwrite", fakes());
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  EXPECT_EQ(extraction->pages[0].text, "Bad file descriptor");
}

TEST_F(Extracting, AWorkerHasPlainSignalsAndAGroupOfItsOwn) {
  const auto former = ::signal(SIGPIPE, SIG_IGN);
  const Result<Extraction> extraction = extract_as("signals", fakes());
  ::signal(SIGPIPE, former);
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  EXPECT_EQ(extraction->pages[0].text, "plain");
}

TEST_F(Extracting, WhatAWorkerLeavesBehindIsStoppedWithIt) {
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);  // so that what is left comes to us
  const auto started = std::chrono::steady_clock::now();
  const Result<Extraction> extraction = extract_as("leavechild", fakes(kShort));
  EXPECT_LT(std::chrono::steady_clock::now() - started, kWithin);
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  int status = 0;
  EXPECT_GT(::waitpid(-1, &status, 0), 0);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
  ::prctl(PR_SET_CHILD_SUBREAPER, 0);
}

TEST_F(Extracting, AMissingWorkerIsTheEnvironmentsFault) {
  Options options = fakes();
  options.text_worker = "/nonexistent/foi-extract-text";
  const Result<Extraction> extraction = extract_as("good", options);
  ASSERT_FALSE(extraction.ok());
  EXPECT_EQ(extraction.error().fault, Fault::kEnvironment);
  EXPECT_EQ(extraction.error().message, "cannot start /nonexistent/foi-extract-text: No such file or directory");
}

TEST_F(Extracting, EmptyAndHugeFilesAreNotGivenToAnyone) {
  Extractor extractor(fakes());
  const Result<Extraction> empty = extractor.extract(-1, 0, "a.pdf");
  ASSERT_FALSE(empty.ok());
  EXPECT_EQ(empty.error().fault, Fault::kDocument);
  EXPECT_EQ(empty.error().message, "empty file");
  const Result<Extraction> huge = extractor.extract(-1, limits::kMaxDocumentBytes + 1, "a.pdf");
  ASSERT_FALSE(huge.ok());
  EXPECT_EQ(huge.error().fault, Fault::kDocument);
}

TEST_F(Extracting, ManyThreadsManyTimes) {
  const MemoryDocument document("%PDF-fake");
  Options options = fakes();
  options.jobs = 4;
  Extractor extractor(options);
  std::atomic<int> good{0}, crashed{0};
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 8; ++thread)
      threads.emplace_back([&, thread] {
        for (int i = 0; i < 125; ++i) {
          const bool bad = i % 5 == thread % 5;
          const auto extraction = extractor.extract(document.fd(), document.size(), bad ? "a.crashready" : "a.good");
          if (extraction.ok()) ++good;
          if (!extraction.ok() && extraction.error().fault == Fault::kWorker) ++crashed;
        }
      });
  }
  EXPECT_EQ(good + crashed, 1000);
  EXPECT_EQ(crashed, 200);
  EXPECT_EQ(extractor.counters().pages, 2400u);
}

// The document of mode "scans": pages 2 and 9 to 14 have no usable text, 4 and 5 have some; all of these ask for OCR.
struct Scan {
  const char* ocr;              // what the OCR worker does; the number is the page it does it to
  std::uint32_t lost_page = 0;  // 0: none
  const char* why = "";
  bool takes_time = false;
};

const Scan kScans[] = {
    {"good"},
    {"slow"},
    {"crash2", 2, "the reader crashed (signal 11)"},  // alone in its chunk
    {"crash4", 4, "the reader crashed (signal 11)"},
    {"crash5", 5, "the reader crashed (signal 11)"},
    {"crash9", 9, "the reader crashed (signal 11)"},  // first, inner and last page of a chunk
    {"crash11", 11, "the reader crashed (signal 11)"},
    {"crash14", 14, "the reader crashed (signal 11)"},
    {"hang10", 10, "the reader took too long", true},
    {"fail12", 12, "needs more memory than is allowed"},
    {"beyond12", 12, "the reader sent page 15 that nobody expects"},
    {"skip12", 12, "the reader gave nothing for it"},
};

const std::string kNoteOfOcr = "one note of every worker";

void PrintTo(const Scan& row, std::ostream* out) { *out << row.ocr; }

class ScanTest : public LeavesNothing, public ::testing::WithParamInterface<Scan> {};

TEST_P(ScanTest, LosesOnlyThePageThatWasBad) {
  Options options = fakes(GetParam().takes_time ? kShort : Deadlines{});
  options.ocr.languages = GetParam().ocr;
  options.jobs = 2;
  const Result<Extraction> extraction = extract_as("scans", options);
  ASSERT_TRUE(extraction.ok()) << extraction.error().message;
  std::string sources = "totootttoooooo";
  std::vector<Note> notes{{0, kNoteOfOcr}};
  if (const std::uint32_t lost = GetParam().lost_page; lost != 0) {
    const bool has_own_text = lost == 4 || lost == 5;
    sources[lost - 1] = has_own_text ? 't' : '-';
    notes.push_back(
        {lost, (has_own_text ? "OCR failed, so the page's own text stands: " : "page could not be read: ") + std::string(GetParam().why)});
  }
  EXPECT_EQ(sources_of(*extraction), sources);
  EXPECT_EQ(extraction->notes, notes) << notes_of(*extraction);
  EXPECT_EQ(extraction->engine, "fake 1");
  for (const Page& page : extraction->pages) {
    if (page.source == PageSource::kNone) {
      EXPECT_EQ(page.text, "");
    }
    if (page.source == PageSource::kOcr) {
      EXPECT_EQ(page.text, "OCR of page " + std::to_string(page.number));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Ocr, ScanTest, ::testing::ValuesIn(kScans), [](const auto& row) { return std::string(row.param.ocr); });

Result<Extraction> ocr_as(const std::string& mode, const std::string& document_mode = "scans") {
  Options options = fakes();
  options.ocr.languages = mode;
  options.jobs = 2;
  return extract_as(document_mode, options);
}

TEST_F(Extracting, APageOcrFindsBlankKeepsItsOwnText) {
  const Result<Extraction> extraction = ocr_as("blank4");
  ASSERT_TRUE(extraction.ok());
  EXPECT_EQ(extraction->pages[3].source, PageSource::kText);
  EXPECT_EQ(extraction->pages[3].text, "own text of page 4");
}

TEST_F(Extracting, APageWithoutTextThatOcrFindsBlankIsBlankNotUnread) {
  const Result<Extraction> extraction = ocr_as("blank2");
  ASSERT_TRUE(extraction.ok());
  EXPECT_EQ(extraction->pages[1].source, PageSource::kOcr);
  EXPECT_EQ(extraction->pages[1].text, "");
}

TEST_F(Extracting, APageWhoseTextLayerSaysMoreThanItsPictureIsText) {
  const Result<Extraction> extraction = ocr_as("text12");
  ASSERT_TRUE(extraction.ok());
  EXPECT_EQ(extraction->pages[11].source, PageSource::kText);
  EXPECT_EQ(extraction->pages[11].text, "no OCR");
}

TEST_F(Extracting, OcrThatNeverStartsLosesNoTextPage) {
  for (const char* mode : {"crashstart", "crashall", "unreadable"}) {
    const Result<Extraction> extraction = ocr_as(mode);
    ASSERT_TRUE(extraction.ok()) << mode;
    EXPECT_EQ(sources_of(*extraction), "t-tttttt------") << mode;
  }
}

TEST_F(Extracting, OcrGivesUpOnADocumentThatLosesTooManyWorkers) {
  const Result<Extraction> extraction = ocr_as("crashall", "longscan");
  ASSERT_TRUE(extraction.ok());
  EXPECT_EQ(sources_of(*extraction), std::string(200, '-'));
  const auto tried = std::count_if(extraction->notes.begin(), extraction->notes.end(),
                                   [](const Note& note) { return note.what.find("crashed") != std::string::npos; });
  EXPECT_GE(tried, limits::kMaxLostOcrPages);
  EXPECT_LE(tried, limits::kMaxLostOcrPages + 2);  // jobs
}

TEST_F(Extracting, AMissingLanguageStopsTheRun) {
  const Result<Extraction> extraction = ocr_as("nomodel");
  ASSERT_FALSE(extraction.ok());
  EXPECT_EQ(extraction.error().fault, Fault::kEnvironment);
}

TEST_F(Extracting, LongScansShareTheSlotsWithoutStandingStill) {
  const MemoryDocument document("%PDF-fake");
  Options options = fakes();
  options.jobs = 2;
  Extractor extractor(options);
  std::atomic<int> complete{0};
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 6; ++thread)
      threads.emplace_back([&] {
        const auto extraction = extractor.extract(document.fd(), document.size(), "a.longscan");
        if (extraction.ok() && sources_of(*extraction) == std::string(200, 'o')) ++complete;
      });
  }
  EXPECT_EQ(complete, 6);
  EXPECT_EQ(extractor.counters().ocr_pages, 1200u);
}

TEST_F(Extracting, TheSameWhateverTheNumberOfJobs) {
  Options options = fakes();
  options.ocr.languages = "crash11";
  const Result<Extraction> alone = extract_as("scans", options);
  options.jobs = 8;
  const Result<Extraction> together = extract_as("scans", options);
  ASSERT_TRUE(alone.ok() && together.ok());
  EXPECT_EQ(*alone, *together);
}

struct Check {
  const char* languages;
  const char* message;  // empty: passes
};

TEST_F(Extracting, CheckSaysWhatIsMissing) {
  const Check checks[] = {{"good", ""}, {"nomodel", "no such language"}, {"crashstart", "crashed (signal 11)"}, {"talkative", "document"}};
  for (const Check& check : checks) {
    Options options = fakes();
    options.ocr.languages = check.languages;
    const Status status = Extractor(options).check();
    EXPECT_EQ(status.ok(), std::string(check.message).empty()) << check.languages;
    if (status.ok()) continue;
    EXPECT_EQ(status.error().fault, Fault::kEnvironment);
    EXPECT_NE(status.error().message.find(check.message), std::string::npos) << status.error().message;
  }
  Options options = fakes();
  options.ocr_worker = "/nonexistent/foi-extract-ocr";
  const Status status = Extractor(options).check();
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().message, "cannot start /nonexistent/foi-extract-ocr: No such file or directory");
}

}  // namespace
}  // namespace foi::extract
