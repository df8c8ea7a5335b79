#include "server/editions.h"

#include <gtest/gtest.h>

#include <atomic>

#include "fake_search.h"

namespace foi::server {
namespace {

using std::chrono::milliseconds;

// A library whose current generation, and whether it opens, a test decides.
struct FakeLibrary {
  std::mutex mutex;
  std::string current = "000001";
  std::string broken;
  std::vector<std::string> reports;
  std::atomic<int> opened = 0;

  Editions::Hooks hooks() {
    return {.locate = [this]() -> Result<std::filesystem::path> {
              const std::lock_guard lock(mutex);
              if (current.empty()) return environment_error("CURRENT is damaged");
              return std::filesystem::path("generations") / current;
            },
            .open = [this](const std::filesystem::path& path) -> Result<Edition> {
              const std::lock_guard lock(mutex);
              if (path.filename() == broken) return environment_error(broken + " is of another format");
              ++opened;
              auto search = std::make_shared<FakeSearch>();
              Record record = example_record();
              record.title = path.filename().string();
              search->add(record, {});
              return Edition(search);
            },
            .report =
                [this](const std::string& line) {
                  const std::lock_guard lock(mutex);
                  reports.push_back(line);
                }};
  }
  void publish(const std::string& generation) {
    const std::lock_guard lock(mutex);
    current = generation;
  }
  std::size_t report_count() {
    const std::lock_guard lock(mutex);
    return reports.size();
  }
};

std::string serving(const Editions& editions) { return (*editions.current()->document(kDocumentId))->title; }

template <class Condition>
bool soon(Condition condition) {
  for (int i = 0; i < 500; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(milliseconds(10));
  }
  return false;
}

TEST(Editions, ANewGenerationTakesOver) {
  FakeLibrary library;
  auto editions = Editions::start(library.hooks(), milliseconds(5));
  ASSERT_TRUE(editions);
  const Edition held = (*editions)->current();
  library.publish("000002");
  EXPECT_TRUE(soon([&] { return serving(**editions) == "000002"; }));
  EXPECT_EQ((*held->document(kDocumentId))->title, "000001") << "a request keeps the edition it began with";
  EXPECT_EQ(library.opened, 2);
}

TEST(Editions, OneThatDoesNotOpenLeavesTheOldOneServingAndIsToldOnce) {
  FakeLibrary library;
  library.broken = "000002";
  auto editions = Editions::start(library.hooks(), milliseconds(5));
  ASSERT_TRUE(editions);
  library.publish("000002");
  EXPECT_TRUE(soon([&] { return library.report_count() > 0; }));
  std::this_thread::sleep_for(milliseconds(50));
  EXPECT_EQ(library.report_count(), 1u);
  EXPECT_NE(library.reports[0].find("000002 is of another format"), std::string::npos);
  EXPECT_EQ(serving(**editions), "000001");
  library.publish("");
  EXPECT_TRUE(soon([&] { return library.report_count() > 1; }));
  EXPECT_EQ(serving(**editions), "000001");
  library.publish("000003");
  EXPECT_TRUE(soon([&] { return serving(**editions) == "000003"; }));
}

TEST(Editions, NothingToServeIsAnErrorAtTheStart) {
  FakeLibrary library;
  library.current.clear();
  EXPECT_EQ(Editions::start(library.hooks(), milliseconds(5)).error().message, "CURRENT is damaged");
  library.current = library.broken = "000001";
  EXPECT_EQ(Editions::start(library.hooks(), milliseconds(5)).error().fault, Fault::kEnvironment);
}

TEST(Editions, ReadersNeverSeeNothing) {
  FakeLibrary library;
  auto editions = Editions::start(library.hooks(), milliseconds(1));
  ASSERT_TRUE(editions);
  std::atomic<bool> stop = false;
  std::atomic<int> failed = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back([&] {
      while (!stop)
        if (serving(**editions).empty()) ++failed;
    });
  }
  for (int generation = 2; generation < 12; ++generation) {
    const std::string name = "00000" + std::to_string(generation);
    library.publish(name);
    EXPECT_TRUE(soon([&] { return serving(**editions) == name; }));
  }
  stop = true;
  for (auto& reader : readers) reader.join();
  EXPECT_EQ(failed, 0);
}

}  // namespace
}  // namespace foi::server
