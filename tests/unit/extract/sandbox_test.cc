// What a worker that has shut itself in can still do: tests/fakes/shut_worker.cc tries.
#include <seccomp.h>

#include <ostream>
#include <string>

#include "tests/unit/extract/extraction_fixture.h"
#include "tests/unit/extract/old_kernel.h"

namespace foi::extract {
namespace {

Result<Extraction> attempt(const std::string& what, bool sandbox, bool nurseries = true) {
  const MemoryDocument document("a document");
  Options options;
  options.text_worker = options.ocr_worker = program("shut-worker");
  options.sandbox = sandbox;
  options.nurseries = nurseries;
  Extractor extractor(options);
  return extractor.extract(document.fd(), document.size(), "a." + what);
}

// What the attempt says came of it, or how the worker ended.
std::string outcome_of(const Result<Extraction>& extraction) {
  if (!extraction.ok()) return extraction.error().message;
  return extraction->pages.empty() ? "no page" : extraction->pages[0].text;
}

const std::string kKilled = "the reader crashed (signal 31)";  // SIGSYS

struct Attempt {
  const char* what;
  std::string shut;              // what comes of it in the sandbox
  std::string open = "allowed";  // and outside, which shows that the attempt is real; empty: not tried there
};

const Attempt kAttempts[] = {
    {"readpasswd", "Permission denied"},
    {"readprogram", "Permission denied"},
    {"listroot", "Permission denied"},
    {"readbypath", "Permission denied"},
    {"writefonts", "Operation not permitted", ""},
    {"openwrite", "Operation not permitted"},
    {"opentemporary", "Operation not permitted"},
    {"createfile", "Operation not permitted"},
    {"makefolder", "Operation not permitted"},
    {"removefile", "Operation not permitted", "No such file or directory"},
    {"linkfile", "Operation not permitted"},
    {"changemode", "Operation not permitted"},
    {"truncate", "Operation not permitted", "Invalid argument"},
    {"writedocument", "Operation not permitted", "Bad file descriptor"},
    {"memoryfile", "Operation not permitted"},
    {"socketinternet", "Operation not permitted"},
    {"socketlocal", "Operation not permitted"},
    {"socketnetlink", "Operation not permitted"},
    {"connect", "Operation not permitted"},
    {"fork", "Operation not permitted"},
    {"thread", "Operation not permitted"},
    {"program", "Operation not permitted"},
    {"execute", kKilled, "the reader ended with exit code 1"},
    {"trace", kKilled},
    {"mount", kKilled, ""},
    {"namespace", kKilled, ""},
    {"iouring", kKilled, ""},
    {"signalparent", "Operation not permitted"},
    {"signalall", "Operation not permitted", ""},
    {"newfilter", "Operation not permitted", ""},
    {"dumpable", "Operation not permitted"},
    {"terminal", "Operation not permitted", ""},
    {"raiselimit", "Operation not permitted"},
    {"mapexecutable", "Operation not permitted"},
    {"makeexecutable", "Operation not permitted"},
    {"loadlibrary", "refused", ""},
    // And what readers need.
    {"readfonts", "allowed"},
    {"memory", "allowed"},
    {"time", "allowed"},
};

void PrintTo(const Attempt& row, std::ostream* out) { *out << row.what; }

class ShutWorker : public LeavesNothing, public ::testing::WithParamInterface<Attempt> {};

TEST_P(ShutWorker, CanDoOnlyWhatReadersNeed) {
  EXPECT_EQ(outcome_of(attempt(GetParam().what, true)), GetParam().shut);
  EXPECT_EQ(outcome_of(attempt(GetParam().what, true, false)), GetParam().shut) << "loaded anew";
  if (!GetParam().open.empty()) {
    EXPECT_EQ(outcome_of(attempt(GetParam().what, false)), GetParam().open) << "outside the sandbox";
  }
}

INSTANTIATE_TEST_SUITE_P(Attempts, ShutWorker, ::testing::ValuesIn(kAttempts), [](const auto& row) { return std::string(row.param.what); });

class OldKernel : public LeavesNothing {};

TEST_F(OldKernel, WithoutLandlockNothingOpensAndTheExtractionSaysSo) {
  on_kernel_without({SCMP_SYS(landlock_create_ruleset)}, [] {
    for (const char* what : {"readpasswd", "readfonts"}) {
      const Result<Extraction> extraction = attempt(what, true);
      EXPECT_EQ(outcome_of(extraction), "Operation not permitted") << what;
      ASSERT_TRUE(extraction.ok());
      ASSERT_EQ(extraction->notes.size(), 1u);
      EXPECT_NE(extraction->notes[0].what.find("Landlock"), std::string::npos);
    }
  });
}

TEST_F(OldKernel, WithoutSeccompNothingIsRead) {
  on_kernel_without({SCMP_SYS(seccomp)}, [] {
    const Result<Extraction> extraction = attempt("time", true);
    ASSERT_FALSE(extraction.ok());
    EXPECT_EQ(extraction.error().fault, Fault::kEnvironment);
    EXPECT_NE(extraction.error().message.find("cannot shut the sandbox"), std::string::npos) << extraction.error().message;
  });
}

}  // namespace
}  // namespace foi::extract
