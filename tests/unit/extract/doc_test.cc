// Word files of before 2007: the fence, what is made of antiword's text, and both together.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

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

// A port of this machine that anyone may reach who may use the network at all.
class Listening {
 public:
  Listening() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    EXPECT_EQ(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), length), 0);
    EXPECT_EQ(::listen(socket_, 1), 0);
    EXPECT_EQ(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length), 0);
    port_ = ntohs(address.sin_port);
  }
  ~Listening() { ::close(socket_); }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

  int port() const { return port_; }
  bool reached() const {
    const int connection = ::accept(socket_, nullptr, nullptr);
    if (connection >= 0) ::close(connection);
    return connection >= 0;
  }

 private:
  int socket_, port_ = 0;
};

TEST(Fence, LetsAProgramReadTheDocumentAndItsTablesAndNothingElse) {
  const Listening listening;
  const Fenced cases[] = {
      {"the document", "/usr/bin/head", {"-n", "9", kFencedDocument}, "the document"},
      {"its own words", "/bin/echo", {"hello"}, "hello\n"},
      {"a file of the system", "/bin/cat", {"/etc/passwd"}, nullptr, "cannot read it"},
      {"the file system", "/bin/ls", {"/"}, nullptr, "cannot read it"},
      {"a file to write", "/usr/bin/touch", {"/tmp/written-by-a-fenced-program"}, nullptr, "cannot read it"},
      {"another program", "/usr/bin/env", {"/bin/echo", "out"}, nullptr, "cannot read it"},
      {"another process", "/bin/sh", {"-c", "(echo child) || exit 1"}, nullptr, "cannot read it"},
      {"more than anybody asked for", "/usr/bin/yes", {}, nullptr, "more text"},
      {"the network", program("network-caller"), {std::to_string(listening.port())}, "Operation not permitted\n"},
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
  EXPECT_FALSE(listening.reached());
  EXPECT_TRUE(run("/bin/ls", {"/usr/share/antiword"}).ok());
  EXPECT_EQ(run("/nonexistent/antiword", {}).error().fault, Fault::kWorker) << "nothing is wrong with the document";
}

TEST(Antiword, ItsTextBecomesAPage) {
  RecordingSink sink;
  const char* printed = "\nDear reader,\n\n\n\n|Month  |Count   |\n|May    |5       |\n\n[pic]Yours\n";
  ASSERT_TRUE(read_antiword({printed, "formatted", "formatted", "formatted"}, sink).ok());
  EXPECT_EQ(sink.text(), "Dear reader,\n\nMonth\tCount\nMay\t5\n\nYours\n");
  EXPECT_EQ(sink.extraction.media_type, "application/msword");
  EXPECT_EQ(sink.extraction.notes.size(), 1u) << "a picture";
  EXPECT_TRUE(sink.extraction.hidden.empty());
}

struct Printed {
  const char* what;
  AntiwordText text;
  const char* page;
  std::uint32_t hidden = 0, deleted = 0;
};

// Its plain text has all words, seen or not.
TEST(Antiword, ItsPlainTextIsTakenOnlyWhereNothingIsHidden) {
  const Printed cases[] = {
      {"nothing hidden", {"bold\n", "*bold*\n", "*bold*\n", "*bold*\n"}, "bold\n"},
      {"hidden", {"bold secretname\n", "*bold*\n", "*bold* secretname\n", "*bold*\n"}, "*bold*\n", 1, 0},
      {"deleted", {"bold secretname\n", "*bold*\n", "*bold*\n", "*bold* secretname\n"}, "*bold*\n", 0, 1},
      {"nobody knows what is hidden", {"bold secretname\n", "*bold*\n", "", "*bold*\n"}, "*bold*\n"},
      {"nobody knows what is deleted", {"bold secretname\n", "*bold*\n", "*bold*\n", ""}, "*bold*\n"},
  };
  for (const Printed& c : cases) {
    RecordingSink sink;
    ASSERT_TRUE(read_antiword(c.text, sink).ok()) << c.what;
    EXPECT_EQ(sink.text(), c.page) << c.what;
    EXPECT_EQ(sink.hidden_count("hidden text"), c.hidden) << c.what;
    EXPECT_EQ(sink.hidden_count("deleted revision"), c.deleted) << c.what;
  }
  RecordingSink nothing;
  EXPECT_FALSE(read_antiword({"\n\n", "\n\n", "\n\n", "\n\n"}, nothing).ok());
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

TEST_F(Doc, WhatWordHidesIsLeftOutAndCounted) {
  for (const corpus::Unseen how : {corpus::Unseen::kHidden, corpus::Unseen::kDeleted}) {
    const Result<Extraction> read =
        Doc::read(corpus::write_word95("Dear reader,\rShown to secretname by us.\rYours\r", 104, "secretname ", how));
    ASSERT_TRUE(read.ok()) << read.error().message;
    ASSERT_EQ(read->pages.size(), 1u);
    EXPECT_EQ(read->pages[0].text, "Dear reader,\nShown to by us.\nYours\n");
    EXPECT_EQ(read->hidden, (std::vector<HiddenCount>{{how == corpus::Unseen::kHidden ? "hidden text" : "deleted revision", 1}}));
  }
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
