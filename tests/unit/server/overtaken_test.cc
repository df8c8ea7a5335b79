// Requests while the index is changed as fast as it can be: builds that publish faster than anybody looks. Nothing but the check after each
// answer keeps a request from reading what is being written over.
#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "indexer/index/lexicon.h"
#include "indexer/index/update.h"
#include "indexer/index/writer.h"
#include "indexer/library/library.h"
#include "indexer/library/published.h"
#include "server/editions.h"
#include "server/site.h"
#include "tests/unit/pipeline/scratch.h"

namespace foi::server {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using library::Library;

Published letter(const std::string& id, const std::string& text) {
  Published out;
  out.record.id = id;
  out.record.title = "A letter";
  out.record.pages = {{.number = 1, .source = PageSource::kText, .confidence = 1, .characters = text.size()}};
  out.pages.emplace_back();
  out.pages.back().number = 1;
  out.pages.back().text = text;
  return out;
}

// Three letters that all say the number of the state.
std::vector<Published> marked(int number) {
  std::vector<Published> out;
  for (const char* id : {"aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "cccccccccccccccc"})
    out.push_back(letter(id, "About whole markers. This is state" + std::to_string(number) + " and no other."));
  return out;
}

void publish_first(Library& library) {
  const auto folder = library.begin_generation();
  ASSERT_TRUE(folder.ok());
  auto writer = index::Writer::create(*folder, builtin_reference());
  ASSERT_TRUE(writer.ok());
  auto lane = writer->begin_lane();
  ASSERT_TRUE(lane.ok());
  for (const Published& one : marked(0)) ASSERT_TRUE(lane->add(one).ok());
  for (int i = 0; i < 200; ++i)
    ASSERT_TRUE(lane->add(letter("other" + std::to_string(i), "Request " + std::to_string(i) + " about gliders and markers.")).ok());
  ASSERT_TRUE(lane->finish().ok());
  ASSERT_TRUE(writer->finish().ok());
  ASSERT_TRUE(library.publish(*folder).ok());
}

void publish_next(Library& library, int number) {
  const auto folders = library.begin_successor();
  ASSERT_TRUE(folders.ok() && *folders);
  auto update = index::Update::begin((*folders)->serving, (*folders)->next, builtin_reference());
  ASSERT_TRUE(update.ok()) << update.error().message;
  for (const Published& one : marked(number)) ASSERT_TRUE(update->put(one).ok());
  ASSERT_TRUE(update->drop("other" + std::to_string(number)).ok());
  ASSERT_TRUE(update->finish().ok());
  ASSERT_TRUE(library.publish((*folders)->next).ok());
}

// What readers saw.
struct Seen {
  std::mutex mutex;
  std::map<std::string, std::string> state_of_edition;
  std::atomic<int> asked = 0, failed = 0, mixed = 0;

  void add(const Answer& answer) {
    ++asked;
    if (answer.status != 200) {
      if (++failed < 4) ADD_FAILURE() << answer.body;
      return;
    }
    const Json page = Json::parse(answer.body);
    std::set<std::string> states;
    for (const Json& hit : page.at("results")) {
      const std::string text = hit.at("snippet").at("text");
      const std::size_t at = text.find("state");
      states.insert(at == std::string::npos ? "" : text.substr(at, text.find(' ', at) - at));
    }
    const bool whole = page.at("total") == 3 && page.at("results").size() == 3 && states.size() == 1;
    const std::lock_guard lock(mutex);
    const auto& state = state_of_edition.emplace(page.at("edition"), whole ? *states.begin() : "").first->second;
    if (whole && state == *states.begin()) return;
    if (++mixed < 4) ADD_FAILURE() << page;
  }
};

TEST(Overtaken, RequestsAreAnsweredFromOneEditionEach) {
  constexpr int kChanges = 150, kReaders = 3;
  const test::Scratch home;
  auto library = Library::open_for_build(home / "library");
  ASSERT_TRUE(library.ok());
  publish_first(*library);
  // Nobody looks by the clock: every new edition is taken up because the one before was overtaken.
  const auto lexicon = std::make_shared<const index::Lexicon>(builtin_reference());
  auto editions = Editions::start({.locate = [&] { return library::current_generation(home / "library"); },
                                   .open = [&](const fs::path& path) { return open_edition(path, builtin_reference(), lexicon); },
                                   .report = [](const std::string&) {}},
                                  std::chrono::hours(1));
  ASSERT_TRUE(editions.ok());
  const Site site({.edition = [&] { return (*editions)->current(); },
                   .renew = [&](const Edition& seen) { (*editions)->renew(seen); },
                   .report = [](const std::string& line) { ADD_FAILURE() << line; }},
                  builtin_reference(), {.library = home / "library", .search_slots = 4});
  Seen seen;
  std::atomic<bool> done = false;
  std::vector<std::jthread> readers;
  for (int i = 0; i < kReaders; ++i)
    readers.emplace_back([&] {
      while (!done) seen.add(site.answer({.method = "GET", .target = "/api/v1/search?q=whole+markers", .if_none_match = {}}));
    });
  for (int number = 1; number <= kChanges && !::testing::Test::HasFailure(); ++number) {
    // No faster than requests are answered, else a reader that waits for a core is overtaken again and again.
    for (const int asked = seen.asked; seen.asked < asked + kReaders;) std::this_thread::yield();
    publish_next(*library, number);
  }
  done = true;
  readers.clear();
  EXPECT_EQ(seen.failed, 0) << "of " << seen.asked;
  EXPECT_EQ(seen.mixed, 0) << "of " << seen.asked;
  EXPECT_GT(seen.state_of_edition.size(), std::size_t{kChanges / 4}) << "too few editions were seen";
}

}  // namespace
}  // namespace foi::server
