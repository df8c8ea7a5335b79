// Many threads put, one builds, others read: nobody sees half of anything.
#include <atomic>
#include <thread>

#include "tests/unit/library/fixture.h"

namespace foi::library {
namespace {

TEST(Concurrency, any_thread_may_put_contents) {
  const TemporaryFolder folder;
  auto library = Library::open_for_build(folder / "library");
  ASSERT_TRUE(library.ok());
  constexpr int kThreads = 4, kDocuments = 40;
  std::atomic<int> failures{0};
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread)
    threads.emplace_back([&] {
      for (int i = 0; i < kDocuments; ++i) {  // the same documents in each thread
        const Sample sample("document " + std::to_string(i));
        if (!put_original(*library, sample) || !library->put_extraction(sample.key(), sample.bytes)) ++failures;
        const auto got = library->get_extraction(sample.key());
        if (!got || !got->has_value() || **got != sample.bytes) ++failures;
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(failures, 0);
  EXPECT_TRUE(library->check()->empty());
  EXPECT_EQ(library->totals()->original_bytes, 40u * 11u - 10u);
}

// Build n keeps 20 letters titled n and publishes an index that says n.
void build(const fs::path& dir, const std::vector<Sample>& letters, int number) {
  auto library = Library::open_for_build(dir);
  ASSERT_TRUE(library.ok()) << message_of(library);
  EXPECT_OK(keep(*library, letters));
  EXPECT_OK(library->begin());
  for (const Sample& letter : letters) EXPECT_OK(library->put_record(letter.id, letter.published(std::to_string(number))));
  EXPECT_OK(library->commit());
  auto generation = library->begin_generation();
  ASSERT_TRUE(generation.ok()) << message_of(generation);
  spit(*generation / "index", std::string(10'000, static_cast<char>('a' + number)));
  EXPECT_OK(library->publish(*generation));
}

TEST(Concurrency, readers_see_before_or_after_while_builds_publish) {
  const TemporaryFolder folder;
  const fs::path dir = folder / "library";
  std::vector<Sample> letters;
  for (int i = 0; i < 20; ++i) letters.emplace_back("letter " + std::to_string(i));
  build(dir, letters, 0);
  std::atomic<bool> done{false};
  std::atomic<int> looked{0}, failures{0};
  std::string first_failure;
  std::mutex mutex;
  const auto fail = [&](const std::string& what) {
    ++failures;
    const std::scoped_lock held(mutex);
    if (first_failure.empty()) first_failure = what;
  };
  const auto look_at_index = [&] {
    while (!done) {
      const auto generation = current_generation(dir);
      if (!generation) {
        fail(generation.error().message);
        continue;
      }
      const std::string content = slurp(*generation / "index");
      if (content.size() != 10'000 || content.find_first_not_of(content[0]) != std::string::npos) fail("half an index");
      ++looked;
    }
  };
  const auto look_at_tables = [&] {
    while (!done) {
      auto reader = Library::open_to_read(dir);
      if (!reader) {
        fail(reader.error().message);
        continue;
      }
      const auto totals = reader->totals();
      if (!totals || totals->documents != letters.size() || totals->pages != letters.size()) fail(message_of(totals));
      std::size_t records = 0;
      const auto read = reader->for_each_record([&](std::string_view, std::string_view) -> Status { return ++records, success(); });
      if (!read || records != letters.size()) fail(message_of(read));
      ++looked;
    }
  };
  std::thread index_reader(look_at_index), table_reader(look_at_tables);
  for (int number = 1; number <= 12; ++number) build(dir, letters, number);
  done = true;
  index_reader.join();
  table_reader.join();
  EXPECT_EQ(failures, 0) << first_failure;
  EXPECT_GT(looked, 12);
}

}  // namespace
}  // namespace foi::library
