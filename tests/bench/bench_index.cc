// Records → published index, and small changes to it: bench_index [DOCUMENTS]. Prints ratios of one run; the peer is one Xapian writer
// with default settings on the same records. With the folder that bench_search filled, bench_index DOCUMENTS DIR: small changes alone, to a
// copy of its library.
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "indexer/index/compose.h"
#include "indexer/model/codec.h"
#include "tests/bench/bench_library.h"

namespace foi::bench {
namespace {

namespace fs = std::filesystem;
using library::Library;

// One writer for each database, opened and used as the documentation shows.
void write_as_peer(const Library& library, const fs::path& dir) {
  index::Composer composer(builtin_reference());
  std::vector<Xapian::WritableDatabase> databases;
  for (const char* part : {"letters", "questions", "pages"}) databases.emplace_back((dir / part).string(), Xapian::DB_CREATE);
  must(library.for_each_record([&](std::string_view, std::string_view bytes) -> Status {
    const Published letter = must(decode_published(bytes));
    const index::ComposedLetter composed = composer.letter(letter, {.fingerprint = "f"});
    databases[0].add_document(composed.document);
    for (const auto& [word, frequency] : composed.spelling) databases[0].add_spelling(word, frequency);
    for (const Xapian::Document& question : composer.questions(letter)) databases[1].add_document(question);
    for (const Xapian::Document& page : composer.pages(letter)) databases[2].add_document(page);
    return success();
  }));
  for (Xapian::WritableDatabase& database : databases) database.commit();
}

int cores_here() { return static_cast<int>(std::max(1u, std::thread::hardware_concurrency())); }

// Fills a library in a process of its own: what making the records takes is not the index's memory.
void fill(const fs::path& home, std::size_t documents) {
  const pid_t child = ::fork();
  if (child == 0) {
    {
      corpus::SyntheticLetters letters(kSeed, builtin_reference());
      Library library = must(Library::open_for_build(home));
      put_all(library, letters, documents);
    }
    ::_exit(0);
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child || status != 0) must(environment_error("the library could not be filled"));
}

// The series of letters, which goes on after those the library holds.
corpus::SyntheticLetters letters_after(std::size_t documents) {
  corpus::SyntheticLetters letters(kSeed, builtin_reference());
  for (std::size_t n = 0; n < documents; ++n) letters.next(std::to_string(n));
  return letters;
}

// letters goes on after the documents the library holds.
void change(Library& library, corpus::SyntheticLetters& letters, std::size_t documents) {
  const int cores = cores_here();
  std::printf("nothing changed: %.3f s\n", seconds([&] { publish(library, false, Publication::kNothing, cores); }));
  double sum = 0, worst = 0;
  constexpr int kChanges = 20;
  for (int i = 0; i < kChanges; ++i) {
    put(library, letters, documents + static_cast<std::size_t>(i));
    const double time = seconds([&] { publish(library, false, Publication::kDelta, cores); });
    sum += time;
    worst = std::max(worst, time);
  }
  std::printf("one record added: %.3f s, at most %.3f s; index then %.1f MB\n", sum / kChanges, worst, megabytes(must(library.serving())));
}

int bench_changes(std::size_t documents, const fs::path& filled) {
  std::string name = (fs::temp_directory_path() / "foi-bench-XXXXXX").string();
  const fs::path home = ::mkdtemp(name.data());
  fs::copy(filled / "library", home / "library", fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  corpus::SyntheticLetters letters = letters_after(documents);
  {
    Library library = must(Library::open_for_build(home / "library"));
    std::printf("%zu records\n", documents);
    change(library, letters, documents);
  }
  fs::remove_all(home);
  return 0;
}

int bench(std::size_t documents) {
  std::string name = (fs::temp_directory_path() / "foi-bench-XXXXXX").string();
  const fs::path home = ::mkdtemp(name.data());
  const int cores = cores_here();
  fill(home / "library", documents);
  Library library = must(Library::open_for_build(home / "library"));
  const double before = peak_megabytes();
  const double whole = seconds([&] { publish(library, true, Publication::kWhole, cores); });
  std::printf("%zu records; this process at most %.0f MB before, %.0f MB after the index was written\n", documents, before,
              peak_megabytes());
  const double one = seconds([&] { publish(library, true, Publication::kWhole, 1); });
  const double size = megabytes(must(library.serving()));
  fs::create_directory(home / "peer");
  const double peer = seconds([&] { write_as_peer(library, home / "peer"); });
  const auto rate = [&](double time) { return static_cast<double>(documents) / time; };
  std::printf("documents a second: %.0f with %d jobs, %.0f with one, %.0f one Xapian writer with default settings\n", rate(whole), cores,
              rate(one), rate(peer));
  std::printf("  %d jobs / one job %.2f; %d jobs / one writer %.2f\n", cores, one / whole, cores, peer / whole);
  std::printf("size: %.1f MB, one writer's %.1f MB\n", size, megabytes(home / "peer"));
  corpus::SyntheticLetters letters = letters_after(documents);
  change(library, letters, documents);
  fs::remove_all(home);
  return 0;
}

}  // namespace
}  // namespace foi::bench

int main(int argc, char** argv) {
  const std::size_t documents = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10'000;
  return argc > 2 ? foi::bench::bench_changes(documents, argv[2]) : foi::bench::bench(documents);
}
