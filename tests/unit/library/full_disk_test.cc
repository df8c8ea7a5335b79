// A disk that fills up: one clear error, and what was there before.
#include <sys/resource.h>

#include <csignal>

#include "tests/unit/library/child.h"
#include "tests/unit/library/fixture.h"

namespace foi::library {
namespace {

std::string say_unless(bool good, const std::string& what) { return good ? "" : what + "; "; }

bool is_clear(const Error& error) {
  return error.fault == Fault::kEnvironment && error.message.find("free some space") != std::string::npos &&
         error.message.find('\n') == std::string::npos;
}

// A library with one letter and a published index.
Result<Library> small_library(const fs::path& dir, const Sample& letter) {
  auto library = Library::open_for_build(dir);
  if (!library) return library;
  if (auto kept = keep(*library, {letter}); !kept) return kept.error();
  auto generation = library->begin_generation();
  if (!generation) return generation.error();
  spit(*generation / "index", "one");
  if (auto published = library->publish(*generation); !published) return published.error();
  return library;
}

// What must hold once space is there again: as before the disk was full.
std::string unharmed(const fs::path& dir, const Sample& letter) {
  auto again = Library::open_for_build(dir);
  if (!again) return message_of(again);
  const auto damage = again->check();
  std::string wrong =
      say_unless(damage.ok() && damage->empty(), "damage: " + (damage.ok() && !damage->empty() ? damage->front() : message_of(damage)));
  wrong += say_unless(ids(*again) == std::vector{letter.id}, "other documents");
  wrong += say_unless(record_ids(*again) == std::vector{letter.id}, "other records");
  wrong += say_unless(slurp(*current_generation(dir) / "index") == "one", "another index");
  for (const auto& entry : fs::recursive_directory_iterator(dir))
    wrong += say_unless(!entry.path().filename().string().starts_with(".tmp-"), "left " + entry.path().string());
  return wrong;
}

// Puts until an error; the error must be clear. until: how many puts surely are too many.
template <class Put>
std::string until_full(const std::string& what, Put put) {
  for (int i = 0; i < 100'000; ++i)
    if (const Status done = put(i); !done) return say_unless(is_clear(done.error()), what + ": " + done.error().message);
  return what + " never failed; ";
}

std::string fill(const fs::path& dir, const fs::path& filler) {
  const Sample letter("a letter");
  std::string wrong;
  {
    auto library = small_library(dir, letter);
    if (!library) return message_of(library);
    std::vector<Sample> originals;
    wrong += until_full(
        "originals", [&](int i) { return put_original(*library, originals.emplace_back(std::string(50'000, 'x') + std::to_string(i))); });
    for (const Sample& sample : originals) fs::remove(library->original_path(sample.sha256));
    wrong += until_full("extractions",
                        [&](int i) { return library->put_extraction(letter.sha256 + "-" + std::to_string(i), std::string(50'000, 'x')); });
    for (const auto& entry : fs::recursive_directory_iterator(dir / "extractions"))
      if (entry.is_regular_file() && entry.file_size() > 50'000) fs::remove(entry.path());
    if (auto begun = library->begin(); !begun) return message_of(begun);
    wrong += until_full("records", [&](int i) {
      const Sample sample(std::string(50'000, 'x') + std::to_string(i));
      if (auto put = library->put_record(sample.id, sample.published()); !put) return put;
      return i < 1'000 ? success() : library->commit();  // the cache holds more than the disk
    });
  }
  wrong += unharmed(dir, letter);
  {
    auto library = Library::open_for_build(dir);
    auto generation = library->begin_generation();
    std::ofstream(filler).write(std::string(20'000'000, 'x').data(), 20'000'000);
    wrong += until_full("CURRENT", [&](int) { return library->publish(*generation); });
    fs::remove(filler);
  }
  return wrong + unharmed(dir, letter);
}

TEST(FullDisk, one_clear_error_and_nothing_half) {
  const TemporaryFolder folder;
  const std::string failure = in_child_with_disk(folder.path(), "4m", [&] { return fill(folder / "library", folder / "filler"); });
  if (failure == kCannotTest) GTEST_SKIP() << "mounting is not allowed here";
  EXPECT_EQ(failure, "");
}

// The same without a disk of its own: files may not grow past a limit.
std::string grow(const fs::path& dir) {
  const Sample letter("a letter");
  std::string wrong;
  {
    auto library = small_library(dir, letter);
    if (!library) return message_of(library);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit small{200'000, limit.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto size = [](int i) { return std::string(150'000 + static_cast<std::size_t>(i) * 40'000, 'x'); };
    wrong += until_full("an original", [&](int i) {
      const Sample sample(size(i));
      const fs::path source = dir.parent_path() / "source";
      ::setrlimit(RLIMIT_FSIZE, &limit);
      spit(source, sample.bytes);
      ::setrlimit(RLIMIT_FSIZE, &small);
      std::FILE* file = std::fopen(source.c_str(), "r");
      Status put = library->put_original(sample.sha256, ::fileno(file));
      std::fclose(file);
      if (put) fs::remove(library->original_path(sample.sha256));
      return put;
    });
    wrong += until_full("an extraction", [&](int i) { return library->put_extraction(letter.key(), size(i)); });
    wrong += until_full("a record", [&](int i) {
      const Sample sample(size(i));
      return library->put_record(sample.id, sample.published());
    });
    ::setrlimit(RLIMIT_FSIZE, &limit);
    auto dropped = library->drop_records_except_documents();
    wrong += say_unless(dropped.ok(), message_of(dropped));
  }
  return wrong + unharmed(dir, letter);
}

TEST(FullDisk, a_file_that_may_not_grow) {
  const TemporaryFolder folder;
  EXPECT_EQ(in_child([&] { return grow(folder / "library"); }), "");
}

}  // namespace
}  // namespace foi::library
