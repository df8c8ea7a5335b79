// Word files of before 2007: the fence, what is made of antiword's text, and both together.
#include <gtest/gtest.h>

#include "corpus/make/word95.h"
#include "indexer/extract/antiword.h"
#include "indexer/extract/extractor.h"
#include "indexer/extract/fence.h"
#include "tests/unit/extract/extraction_fixture.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

using namespace std::chrono_literals;

struct Fenced {
  const char* what;
  std::string program;
  std::vector<std::string> arguments;
  const char* output;      // or null: it must fail
  const char* error = "";  // part of it
};

Result<std::string> run(const std::string& program, const std::vector<std::string>& arguments) {
  const MemoryDocument document("the document");
  const int at_three = ::dup2(document.fd(), 3);
  EXPECT_EQ(at_three, 3);
  return run_fenced({.program = program,
                     .arguments = arguments,
                     .environment = {"LC_ALL=C"},
                     .readable = {"/usr/share/antiword"},
                     .most_bytes = 100'000,
                     .deadline = 2s},
                    document.fd());
}

TEST(Fence, LetsAProgramReadTheDocumentAndItsTablesAndNothingElse) {
  const Fenced cases[] = {
      {"the document", "/usr/bin/head", {"-n", "9", kFencedDocument}, "the document"},
      {"its own words", "/bin/echo", {"hello"}, "hello\n"},
      {"a file of the system", "/bin/cat", {"/etc/passwd"}, nullptr, "cannot read it"},
      {"the file system", "/bin/ls", {"/"}, nullptr, "cannot read it"},
      {"a file to write", "/usr/bin/touch", {"/tmp/written-by-a-fenced-program"}, nullptr, "cannot read it"},
      {"another program", "/usr/bin/env", {"/bin/echo", "out"}, nullptr, "cannot read it"},
      {"another process", "/bin/sh", {"-c", "(echo child) || exit 1"}, nullptr, "cannot read it"},
      {"more than anybody asked for", "/usr/bin/yes", {}, nullptr, "more text"},
      {"a crash", "/bin/sh", {"-c", "kill -SEGV $$"}, nullptr, "cannot read it"},
      {"time", "/bin/sleep", {"60"}, nullptr, "too long"},
      {"a program that is not there", "/nonexistent/antiword", {}, nullptr, "install"},
  };
  for (const Fenced& c : cases) {
    const Result<std::string> output = run(c.program, c.arguments);
    ASSERT_EQ(output.ok(), c.output != nullptr) << c.what << ": " << (output ? *output : output.error().message);
    if (output) {
      EXPECT_EQ(*output, c.output) << c.what;
    } else {
      EXPECT_NE(output.error().message.find(c.error), std::string::npos) << c.what << ": " << output.error().message;
    }
  }
  EXPECT_TRUE(run("/bin/ls", {"/usr/share/antiword"}).ok());
  EXPECT_EQ(run("/nonexistent/antiword", {}).error().fault, Fault::kWorker) << "nothing is wrong with the document";
}

TEST(Antiword, ItsTextBecomesAPage) {
  RecordingSink sink;
  const char* printed = "\nDear reader,\n\n\n\n|Month  |Count   |\n|May    |5       |\n\n[pic]Yours\n";
  ASSERT_TRUE(read_antiword(printed, {}, sink).ok());
  EXPECT_EQ(sink.text(), "Dear reader,\n\nMonth\tCount\nMay\t5\n\nYours\n");
  EXPECT_EQ(sink.extraction.media_type, "application/msword");
  EXPECT_EQ(sink.extraction.notes.size(), 1u) << "a picture";
  EXPECT_TRUE(sink.extraction.hidden.empty());
}

TEST(Antiword, WhatItShowsOnlyWhenAskedToIsCounted) {
  RecordingSink sink;
  ASSERT_TRUE(read_antiword("shown\n", {.with_hidden = "shown secretname\n", .with_deleted = "shown\n"}, sink).ok());
  EXPECT_EQ(sink.text(), "shown\n");
  EXPECT_EQ(sink.hidden_count("hidden text"), 1u);
  EXPECT_EQ(sink.hidden_count("deleted revision"), 0u);
  RecordingSink nothing;
  EXPECT_FALSE(read_antiword("\n\n", {}, nothing).ok());
}

class Doc : public LeavesNothing {
 protected:
  static Result<Extraction> read(const std::string& bytes) {
    const MemoryDocument document(bytes);
    Options options;
    options.text_worker = program("foi-extract-text");
    options.ocr_worker = program("foi-extract-ocr");
    options.doc_worker = program("foi-extract-doc");
    return Extractor(options).extract(document.fd(), document.size(), "letter.doc");
  }
};

TEST_F(Doc, IsReadThroughAntiword) {
  const Result<Extraction> read =
      Doc::read(corpus::write_word95("Dear reader,\rThe Trust\x92s zeppelins cost \xA3"
                                     "5.\rYours\r"));
  ASSERT_TRUE(read.ok()) << read.error().message;
  ASSERT_EQ(read->pages.size(), 1u);
  EXPECT_EQ(read->pages[0].text, "Dear reader,\nThe Trust’s zeppelins cost £5.\nYours\n");
  EXPECT_EQ(read->pages[0].source, PageSource::kText);
  EXPECT_EQ(read->media_type, "application/msword");
  EXPECT_TRUE(read->hidden.empty());
}

TEST_F(Doc, OneThatAntiwordFailsOnSaysSo) {
  const Result<Extraction> unknown = Doc::read(corpus::write_word95("Dear reader,\r", 3));
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().fault, Fault::kDocument);
  EXPECT_EQ(unknown.error().message, "damaged or encrypted: antiword cannot read it");
  const Result<Extraction> cut = Doc::read(corpus::write_word95("Dear reader,\r").substr(0, 2'000));
  ASSERT_FALSE(cut.ok());
  EXPECT_EQ(cut.error().message, "damaged or encrypted: antiword cannot read it");
}

}  // namespace
}  // namespace foi::extract
