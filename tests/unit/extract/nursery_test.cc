// Nurseries outlive what their children do, and end with their parent. The workers are tests/fakes/shut_worker.cc.
#include "indexer/extract/nursery.h"

#include <dirent.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "tests/unit/extract/extraction_fixture.h"

namespace foi::extract {
namespace {

using namespace std::chrono_literals;

Options nursery_options() {
  Options options;
  options.text_worker = options.ocr_worker = program("shut-worker");
  options.deadlines.text_page = 300ms;
  return options;
}

std::vector<pid_t> children_of_this_process() {
  std::vector<pid_t> children;
  DIR* tasks = ::opendir("/proc/self/task");
  while (const dirent* task = ::readdir(tasks)) {
    std::ifstream list("/proc/self/task/" + std::string(task->d_name) + "/children");
    for (pid_t pid = 0; list >> pid;) children.push_back(pid);
  }
  ::closedir(tasks);
  return children;
}

class Nursing : public LeavesNothing {
 protected:
  std::string read_as(Extractor& extractor, const std::string& mode) {
    const Result<Extraction> extraction = extractor.extract(document_.fd(), document_.size(), "a." + mode);
    return extraction.ok() ? extraction->pages.at(0).text : extraction.error().message;
  }
  MemoryDocument document_{"a document"};
};

TEST_F(Nursing, OneNurseryServesOneDocumentAfterAnother) {
  std::vector<pid_t> first;
  Extractor extractor(nursery_options());
  for (int i = 0; i < 20; ++i) {
    ASSERT_EQ(read_as(extractor, "plain"), "a document");
    const std::vector<pid_t> children = children_of_this_process();
    ASSERT_EQ(children.size(), 1u);
    if (first.empty()) first = children;
    EXPECT_EQ(children, first);
  }
}

TEST_F(Nursing, ItSurvivesChildrenThatCrashHangOrAreKilledByTheirFilter) {
  Extractor extractor(nursery_options());
  ASSERT_EQ(read_as(extractor, "plain"), "a document");
  const std::vector<pid_t> nursery = children_of_this_process();
  EXPECT_EQ(read_as(extractor, "crash"), "the reader crashed (signal 11)");
  EXPECT_EQ(read_as(extractor, "hang"), "the reader took too long");
  EXPECT_EQ(read_as(extractor, "execute"), "the reader crashed (signal 31)");
  EXPECT_EQ(read_as(extractor, "plain"), "a document");
  EXPECT_EQ(children_of_this_process(), nursery);
}

TEST_F(Nursing, ALostNurseryIsReplaced) {
  Extractor extractor(nursery_options());
  ASSERT_EQ(read_as(extractor, "plain"), "a document");
  for (const pid_t pid : children_of_this_process()) ::kill(pid, SIGKILL);
  EXPECT_EQ(read_as(extractor, "plain"), "a document");
  EXPECT_EQ(read_as(extractor, "plain"), "a document");
  EXPECT_EQ(children_of_this_process().size(), 1u);
}

TEST_F(Nursing, NoMoreNurseriesThanJobs) {
  Options options = nursery_options();
  options.jobs = 3;
  options.deadlines = {};
  Extractor extractor(options);
  std::atomic<int> good{0};
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 8; ++thread)
      threads.emplace_back([&] {
        for (int i = 0; i < 50; ++i)
          if (read_as(extractor, i % 10 == 3 ? "crash" : "plain") == "a document") ++good;
      });
  }
  EXPECT_EQ(good, 8 * 45);
  EXPECT_LE(children_of_this_process().size(), 3u);
}

TEST_F(Nursing, NurseriesEndWithAParentThatEndsWithoutWarning) {
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);  // so that what is left comes to us
  const pid_t parent = ::fork();
  if (parent == 0) {
    Extractor* extractor = std::make_unique<Extractor>(nursery_options()).release();  // never destroyed
    ::_exit(read_as(*extractor, "plain") == "a document" ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(parent, &status, 0), parent);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  EXPECT_GT(::waitpid(-1, &status, 0), 0) << "no nursery was left to end";
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  ::prctl(PR_SET_CHILD_SUBREAPER, 0);
}

}  // namespace
}  // namespace foi::extract
