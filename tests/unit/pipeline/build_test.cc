// The flow over small folders, with the real workers.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <thread>

#include "indexer/index/searcher.h"
#include "indexer/library/identity.h"
#include "indexer/library/library.h"
#include "indexer/library/published.h"
#include "indexer/model/limits.h"
#include "indexer/pipeline.h"
#include "tests/unit/index/dump.h"
#include "tests/unit/pipeline/scratch.h"

extern char** environ;

namespace foi {
namespace {

namespace fs = std::filesystem;

class Told final : public Reporter {
 public:
  void progress(std::string_view, std::uint64_t, std::uint64_t) override {}
  void failure(std::string_view path, const Error& error) override { failures.push_back(std::string(path) + ": " + error.message); }
  void remark(std::string_view text) override { remarks.emplace_back(text); }
  std::vector<std::string> failures, remarks;
};

class BuildTest : public ::testing::Test {
 protected:
  Result<BuildSummary> build(bool allow_removals = false) { return build_folders({corpus_.path()}, allow_removals); }
  Result<BuildSummary> build_folders(std::vector<fs::path> folders, bool allow_removals = false) {
    told_ = Told();
    const BuildOptions options{
        .library = library(), .folders = std::move(folders), .allow_removals = allow_removals, .extract = extract_options()};
    return foi::build(options, builtin_reference(), told_);
  }
  static extract::Options extract_options() {
    extract::Options options;
    options.text_worker = fs::path(FOI_BIN_DIR) / "foi-extract-text";
    options.ocr_worker = fs::path(FOI_BIN_DIR) / "foi-extract-ocr";
    options.jobs = 2;
    return options;
  }
  fs::path library() const { return home_ / "library"; }
  void remove(const std::string& path) {
    std::ifstream in(corpus_ / path, std::ios::binary);
    const std::string id = library::document_id(library::sha256_hex(std::string(std::istreambuf_iterator<char>(in), {})));
    const Status removed =
        foi::remove({.library = library(), .publish = {}}, id, "asked for", "2026-03-01", false, builtin_reference(), told_);
    EXPECT_TRUE(removed.ok()) << (removed.ok() ? "" : removed.error().message);
  }
  // How many letters a search finds; -1 when there is nothing to search.
  int found(const std::string& q) const {
    const Result<fs::path> generation = library::current_generation(library());
    if (!generation) {
      ADD_FAILURE() << generation.error().message;
      return -1;
    }
    const auto searcher = index::Searcher::open(*generation, builtin_reference());
    if (!searcher) {
      ADD_FAILURE() << searcher.error().message;
      return -1;
    }
    index::Request request;
    request.q = q;
    const auto results = (*searcher)->search(request);
    if (!results) ADD_FAILURE() << results.error().message;
    return results ? static_cast<int>(results->total) : -1;
  }

  test::Scratch corpus_, home_;
  Told told_;
};

constexpr const char* kLetter =
    "Our Ref: FOI 24-097\n\nThank you for your request.\n\n1. How many zeppelins does the Trust own?\n\nThe Trust owns none.\n";

TEST_F(BuildTest, ALetterBecomesFindable) {
  corpus_.write("letter.txt", kLetter);
  const auto summary = build();
  ASSERT_TRUE(summary.ok()) << summary.error().message;
  EXPECT_EQ(summary->documents, 1u);
  EXPECT_EQ(summary->read, 1u);
  EXPECT_EQ(summary->failed, 0u);
  EXPECT_EQ(found("zeppelins"), 1);
  EXPECT_EQ(found("submarines"), 0);
}

TEST_F(BuildTest, BuildingAgainReadsOnlyNewBytes) {
  corpus_.write("a.txt", kLetter);
  ASSERT_TRUE(build().ok());
  corpus_.write("b.txt", "Thank you for your request about gliders.\n");
  corpus_.write("copy-of-a.txt", kLetter);
  const auto summary = build();
  ASSERT_TRUE(summary.ok());
  EXPECT_EQ(summary->read, 1u);
  EXPECT_EQ(summary->documents, 2u);  // the same bytes at two places are one document
  EXPECT_EQ(found("gliders"), 1);
  EXPECT_EQ(found("zeppelins"), 1);
}

TEST_F(BuildTest, AChangedFileIsAnotherDocumentAndTheOldOneGoes) {
  corpus_.write("letter.txt", kLetter);
  ASSERT_TRUE(build().ok());
  corpus_.write("letter.txt", "Thank you for your request about gliders.\n");
  ASSERT_TRUE(build().ok());
  EXPECT_EQ(found("gliders"), 1);
  EXPECT_EQ(found("zeppelins"), 0);
}

TEST_F(BuildTest, WhatCannotBeReadIsSaidOnceAndTheRestGoesOn) {
  corpus_.write("letter.txt", kLetter);
  corpus_.write("empty.pdf", "");
  corpus_.write("broken.pdf", "%PDF-1.7\nthis is all there is");
  const auto summary = build();
  ASSERT_TRUE(summary.ok());
  EXPECT_EQ(summary->failed, 2u);
  EXPECT_EQ(told_.failures.size(), 2u);
  EXPECT_EQ(found("zeppelins"), 1);
  const auto again = build();
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->read, 0u);  // the same bytes would fail again
  EXPECT_EQ(again->failed, 2u);
}

TEST_F(BuildTest, OtherFoldersStay) {
  corpus_.write("letter.txt", kLetter);
  ASSERT_TRUE(build().ok());
  const test::Scratch other;
  other.write("b.txt", "Thank you for your request about gliders.\n");
  ASSERT_TRUE(build_folders({other.path()}).ok());
  EXPECT_EQ(found("gliders"), 1);
  EXPECT_EQ(found("zeppelins"), 1);
  const auto all = build_folders({});
  ASSERT_TRUE(all.ok());
  EXPECT_EQ(all->documents, 2u);
  EXPECT_EQ(all->read, 0u);
}

TEST_F(BuildTest, AFileThatIsGoneLeavesTheIndex) {
  corpus_.write("a.txt", kLetter);
  corpus_.write("b.txt", "Thank you for your request about gliders.\n");
  ASSERT_TRUE(build().ok());
  fs::remove(corpus_ / "a.txt");
  ASSERT_TRUE(build().ok());
  EXPECT_EQ(found("zeppelins"), 0);
  EXPECT_EQ(found("gliders"), 1);
}

TEST_F(BuildTest, LosingMuchOfAFolderNeedsAWord) {
  for (int i = 0; i < 10; ++i)
    corpus_.write(std::to_string(i) + ".txt", "Thank you for request " + std::to_string(i) + " about gliders.\n");
  ASSERT_TRUE(build().ok());
  for (int i = 0; i < 5; ++i) fs::remove(corpus_ / (std::to_string(i) + ".txt"));
  const auto refused = build();
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().fault, Fault::kEnvironment);
  EXPECT_NE(refused.error().message.find("--allow-removals"), std::string::npos);
  EXPECT_EQ(found("gliders"), 10);
  ASSERT_TRUE(build(true).ok());
  EXPECT_EQ(found("gliders"), 5);
}

TEST_F(BuildTest, OneFolderThatLostTooMuchLeavesTheOthersAsTheyWereToo) {
  const test::Scratch other;
  for (int i = 0; i < 10; ++i) {
    corpus_.write(std::to_string(i) + ".txt", "Thank you for request " + std::to_string(i) + " about gliders.\n");
    other.write(std::to_string(i) + ".txt", "Thank you for request " + std::to_string(i) + " about zeppelins.\n");
  }
  ASSERT_TRUE(build_folders({corpus_.path(), other.path()}).ok());
  for (int i = 0; i < 5; ++i) {
    corpus_.write(std::to_string(i) + ".txt", "Thank you for request " + std::to_string(i) + " about kites.\n");
    fs::remove(other / (std::to_string(i) + ".txt"));
  }
  const auto refused = build_folders({corpus_.path(), other.path()});
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().message.find("nothing was changed"), std::string::npos);
  EXPECT_TRUE(library::Library::open_to_read(library())->check()->empty());
  remove("9.txt");
  EXPECT_EQ(found("gliders"), 9);
  EXPECT_EQ(found("zeppelins"), 10);
}

// A lease keeps root out as well, for some seconds.
TEST_F(BuildTest, AFileThatCannotBeOpenedKeepsItsPlaceAndIsNamed) {
  for (int i = 0; i < 3; ++i) corpus_.write(std::to_string(i) + ".txt", "Thank you for request " + std::to_string(i) + " about gliders.\n");
  ASSERT_TRUE(build().ok());
  const std::string leased = corpus_.write("1.txt", "Thank you for your request about kites.\n");
  ::signal(SIGIO, SIG_IGN);
  const int holder = ::open(leased.c_str(), O_RDWR);
  if (::fcntl(holder, F_SETLEASE, F_WRLCK) != 0) GTEST_SKIP() << "no leases on this disk";
  const auto kept = build();
  ::close(holder);
  ASSERT_TRUE(kept.ok());
  EXPECT_EQ(kept->failed, 1u);
  ASSERT_EQ(told_.failures.size(), 1u);
  EXPECT_NE(told_.failures[0].find("1.txt: cannot be opened"), std::string::npos) << told_.failures[0];
  EXPECT_EQ(found("gliders"), 3);
  EXPECT_EQ(build()->failed, 0u);
  EXPECT_EQ(found("gliders"), 2);
  EXPECT_EQ(found("kites"), 1) << "it is looked at again";
}

TEST_F(BuildTest, AFileThatHasGrownTooLargeIsNotWhatWasKept) {
  corpus_.write("a.txt", kLetter);
  corpus_.write("b.txt", "Thank you for your request about gliders.\n");
  ASSERT_TRUE(build().ok());
  fs::resize_file(corpus_ / "a.txt", limits::kMaxDocumentBytes + 1);
  EXPECT_EQ(build()->failed, 1u);
  EXPECT_EQ(found("zeppelins"), 0);
}

TEST_F(BuildTest, AChangedFileCostsThatFile) {
  for (int i = 0; i < 30; ++i)
    corpus_.write(std::to_string(i) + ".txt", "Thank you for request " + std::to_string(i) + " about gliders.\n");
  ASSERT_TRUE(build().ok());
  const auto expect_cost = [&](std::uint64_t read, std::uint64_t indexed) {
    const auto summary = build();
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(summary->publication, Publication::kDelta);
    EXPECT_EQ(summary->read, read);
    EXPECT_EQ(summary->made, read);
    EXPECT_EQ(summary->indexed, indexed);
  };
  corpus_.write("7.txt", "Thank you for your request about kites.\n");
  expect_cost(1, 2);  // the old document goes
  corpus_.write("new.txt", "Thank you for your request about balloons.\n");
  expect_cost(1, 1);
  fs::remove(corpus_ / "8.txt");
  expect_cost(0, 1);
}

TEST_F(BuildTest, AFolderThatVanishedRemovesNothing) {
  const auto gone = std::make_unique<test::Scratch>();
  gone->write("letter.txt", kLetter);
  const fs::path path = gone->path();
  ASSERT_TRUE(build_folders({path}).ok());
  fs::remove_all(path);
  const auto refused = build_folders({path});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().fault, Fault::kEnvironment);
  EXPECT_EQ(found("zeppelins"), 1);
}

TEST_F(BuildTest, NoFolderAtAllIsAQuestionToTheCaller) {
  const auto refused = build_folders({});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().fault, Fault::kUsage);
}

TEST_F(BuildTest, TheSecondBuilderIsTurnedAway) {
  corpus_.write("letter.txt", kLetter);
  ASSERT_TRUE(build().ok());
  const auto holder = library::Library::open_for_build(library());
  ASSERT_TRUE(holder.ok());
  const auto refused = build();
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().fault, Fault::kEnvironment);
}

TEST_F(BuildTest, AManifestIsEvidence) {
  corpus_.write("letter.txt", "Thank you for your request about gliders. We hold no information about them.\n");
  corpus_.write("manifest.csv", "path,url,authority,licence\nletter.txt,https://example.org/a.txt,Sheffield City Council,OGL 3.0\n");
  ASSERT_TRUE(build().ok());
  const auto searcher = index::Searcher::open(*library::current_generation(library()), builtin_reference());
  ASSERT_TRUE(searcher.ok());
  const auto results = (*searcher)->search({});
  ASSERT_TRUE(results.ok());
  ASSERT_EQ(results->hits.size(), 1u);
  const Record& record = results->hits[0].record;
  EXPECT_EQ(record.source.url, "https://example.org/a.txt");
  ASSERT_TRUE(record.authority.has_value());
  EXPECT_EQ(record.authority->id, "sheffield-city-council");
}

// An index without what it tells of documents that are gone: that alone depends on what was there before.
std::string of_what_is_there(const fs::path& library) {
  std::string dump = index::made::dump(*library::current_generation(library));
  for (std::size_t at = dump.find("metadata gone/"); at != std::string::npos; at = dump.find("metadata gone/"))
    dump.erase(at, dump.find('\n', at) + 1 - at);
  return dump;
}

// What a library of its own, built in one go from what is there now, serves.
std::string built_anew(const std::vector<fs::path>& folders, const extract::Options& extract) {
  const test::Scratch home;
  Told told;
  const auto summary = foi::build({.library = home / "library", .folders = folders, .extract = extract}, builtin_reference(), told);
  if (!summary) return summary.error().message;
  return index::made::dump(*library::current_generation(home / "library"));
}

TEST_F(BuildTest, ManySmallChangesGiveTheIndexOfOneBuild) {
  corpus_.write("response.txt", std::string(kLetter) + "Sheffield City Council\n");
  for (int i = 0; i < 12; ++i)
    corpus_.write(std::to_string(i) + ".txt", "Thank you for request " + std::to_string(i) + " about gliders.\n");
  ASSERT_EQ(build()->publication, Publication::kWhole);
  const std::vector<std::function<void()>> changes{
      [&] { corpus_.write("new.txt", "Thank you for your request about kites.\n"); },
      [&] { corpus_.write("0.txt", "Thank you for your request about balloons.\n"); },
      [&] { fs::remove(corpus_ / "1.txt"); },
      [&] { corpus_.write("manifest.csv", "path,in_reply_to,url\nnew.txt,response.txt,https://example.org/new\n"); },
      [&] { corpus_.write("0-copy.txt", "Thank you for your request about balloons.\n"); },
      [&] { corpus_.write("manifest.csv", "path,in_reply_to\n2.txt,response.txt\n"); },
      [&] { fs::rename(corpus_ / "3.txt", corpus_ / "three.txt"); },
      [&] { fs::remove(corpus_ / "manifest.csv"); },
      [&] { fs::remove(corpus_ / "response.txt"); }};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    changes[i]();
    const auto summary = build();
    ASSERT_TRUE(summary.ok()) << summary.error().message;
    EXPECT_EQ(summary->publication, Publication::kDelta) << "change " << i;
    EXPECT_EQ(of_what_is_there(library()), built_anew({corpus_.path()}, extract_options())) << "change " << i;
    if (HasFailure()) return;
  }
  EXPECT_EQ(build()->publication, Publication::kNothing);
  const std::string in_steps = index::made::dump(*library::current_generation(library()));
  EXPECT_NE(in_steps, of_what_is_there(library())) << "a changed file leads on";
  const BuildOptions again{.library = library(), .folders = {corpus_.path()}, .rebuild = true, .extract = extract_options()};
  EXPECT_EQ(foi::build(again, builtin_reference(), told_)->publication, Publication::kWhole);
  EXPECT_EQ(index::made::dump(*library::current_generation(library())), in_steps);
}

// What relates to a document that changed is changed with it, and nothing else is read again.
TEST_F(BuildTest, AReplyTellsWhatItRepliesTo) {
  corpus_.write("response.txt", kLetter);
  corpus_.write("reply.txt", "Thank you for your request about gliders.\n");
  ASSERT_TRUE(build().ok());
  corpus_.write("manifest.csv", "path,in_reply_to\nreply.txt,response.txt\n");
  EXPECT_EQ(build()->read, 0u);
  const auto searcher = index::Searcher::open(*library::current_generation(library()), builtin_reference());
  index::Request request;
  request.q = "zeppelins";
  const Record response = (*searcher)->search(request)->hits.at(0).record;
  ASSERT_EQ(response.related.size(), 1u);
  EXPECT_EQ(response.related[0].relation, "replied-to-by");
}

TEST_F(BuildTest, OtherCodeMakesEverythingAgainButReadsNothing) {
  corpus_.write("letter.txt", kLetter);
  ASSERT_TRUE(build().ok());
  BuildOptions options{.library = library(), .folders = {}, .code = "other code", .extract = extract_options()};
  const auto summary = foi::build(options, builtin_reference(), told_);
  ASSERT_TRUE(summary.ok());
  EXPECT_EQ(summary->publication, Publication::kWhole);
  EXPECT_EQ(summary->read, 0u);
  EXPECT_EQ(foi::build(options, builtin_reference(), told_)->publication, Publication::kNothing);
  EXPECT_EQ(build()->publication, Publication::kWhole) << "and back";
}

TEST_F(BuildTest, WhichFoldersABuildCoversChangesNothing) {
  const test::Scratch other;
  corpus_.write("a.txt", kLetter);
  other.write("same.txt", kLetter);
  other.write("b.txt", "Thank you for your request about gliders.\n");
  other.write("manifest.csv", "path,in_reply_to,url\nb.txt,same.txt,https://example.org/b\nsame.txt,,https://example.org/same\n");
  ASSERT_TRUE(build_folders({other.path()}).ok());
  ASSERT_TRUE(build_folders({corpus_.path()}).ok());
  EXPECT_EQ(index::made::dump(*library::current_generation(library())), built_anew({corpus_.path(), other.path()}, extract_options()));
}

TEST_F(BuildTest, ManyChangesAreWrittenAnew) {
  for (int i = 0; i < 10; ++i)
    corpus_.write(std::to_string(i) + ".txt", "Thank you for request " + std::to_string(i) + " about gliders.\n");
  ASSERT_TRUE(build().ok());
  for (int i = 10; i < 100; ++i)
    corpus_.write(std::to_string(i) + ".txt", "Thank you for request " + std::to_string(i) + " about gliders.\n");
  EXPECT_EQ(build()->publication, Publication::kWhole);
  EXPECT_EQ(found("gliders"), 100);
}

TEST_F(BuildTest, ADamagedIndexIsMadeAgain) {
  corpus_.write("letter.txt", kLetter);
  ASSERT_TRUE(build().ok());
  for (const auto& entry : fs::directory_iterator(*library::current_generation(library()) / "pages")) std::ofstream(entry.path()) << "x";
  EXPECT_EQ(build()->publication, Publication::kWhole);
  EXPECT_EQ(found("zeppelins"), 1);
}

TEST_F(BuildTest, AnIndexOfAnotherFormatIsMadeAgain) {
  corpus_.write("letter.txt", kLetter);
  ASSERT_TRUE(build().ok());
  const fs::path before = *library::current_generation(library());
  const std::string said = index::made::dump(before);
  Xapian::WritableDatabase((before / "letters").string()).set_metadata("format", "3");
  EXPECT_FALSE(index::Searcher::open(before, builtin_reference()).ok());
  const auto summary = build();
  ASSERT_TRUE(summary.ok());
  EXPECT_EQ(summary->publication, Publication::kWhole);
  EXPECT_EQ(summary->made, 0u) << "its records are as good as ever";
  EXPECT_EQ(index::made::dump(*library::current_generation(library())), said);
}

// Killed at any moment, the library serves what it served and the next build carries on.
TEST_F(BuildTest, KilledAtAnyMomentTheOldIndexServes) {
  corpus_.write("a.txt", kLetter);
  ASSERT_TRUE(build().ok());
  for (int i = 0; i < 40; ++i)
    corpus_.write("more/" + std::to_string(i) + ".txt", "Thank you for request " + std::to_string(i) + " about gliders.\n");
  int killed = 0;
  for (int delay_ms = 20; delay_ms <= 500; delay_ms += 60) {
    const std::string program = std::string(FOI_BIN_DIR) + "/foi-index", corpus = corpus_.path().string(), dir = library().string();
    const char* arguments[] = {program.c_str(), "build", corpus.c_str(), "--library", dir.c_str(), nullptr};
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", 1, 0);
    pid_t child = 0;
    ASSERT_EQ(posix_spawn(&child, program.c_str(), &quiet, nullptr, const_cast<char**>(arguments), environ), 0);
    posix_spawn_file_actions_destroy(&quiet);
    std::this_thread::sleep_for(std::chrono::milliseconds(delay_ms));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    killed += WIFSIGNALED(status);
    EXPECT_EQ(found("zeppelins"), 1) << "after " << delay_ms << " ms";
    const int gliders = found("gliders");
    EXPECT_TRUE(gliders == 0 || gliders == 40) << gliders << " after " << delay_ms << " ms";
  }
  EXPECT_GT(killed, 0) << "no build was slow enough to be killed";
  const auto summary = build();
  ASSERT_TRUE(summary.ok()) << summary.error().message;
  EXPECT_EQ(summary->documents, 41u);
  EXPECT_EQ(found("gliders"), 40);
  const auto library = library::Library::open_to_read(this->library());
  ASSERT_TRUE(library.ok());
  const auto damages = library->check();
  ASSERT_TRUE(damages.ok());
  EXPECT_TRUE(damages->empty()) << damages->front();
}

}  // namespace
}  // namespace foi
