// Records → published index, and small changes to it: bench_index [DOCUMENTS]. Prints ratios of one run; the peer is one Xapian writer
// with default settings on the same records.
#include <sys/resource.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <thread>

#include "indexer/binding.h"
#include "indexer/index/compose.h"
#include "indexer/library/identity.h"
#include "indexer/library/library.h"
#include "indexer/model/codec.h"
#include "indexer/publishing.h"

namespace foi {
namespace {

namespace fs = std::filesystem;
using library::Library;

constexpr std::size_t kVocabulary = 80'000;  // words, with the frequencies of natural text
constexpr std::size_t kWords = 370;          // a letter's mean

void must(const Status& status) {
  if (status) return;
  std::fprintf(stderr, "bench_index: %s\n", status.error().message.c_str());
  std::exit(1);
}
template <class T>
T must(Result<T> result) {
  if (!result) must(Status(result.error()));
  return std::move(*result);
}

class Letters {
 public:
  explicit Letters(unsigned seed) : random_(seed) {
    double sum = 0;
    for (std::size_t i = 0; i < kVocabulary; ++i) cumulative_.push_back(sum += 1.0 / static_cast<double>(i + 3));
  }
  std::string bytes(std::size_t number) const { return "letter " + std::to_string(number); }
  Published letter(const std::string& id) {
    Published out;
    Record& record = out.record;
    record.id = id;
    record.kind = Kind::kResponse;
    record.title = "Response about " + word() + " and " + word();
    record.reference = "FOI " + std::to_string(random_() % 100'000);
    record.responded = Date(std::chrono::year(2004 + static_cast<int>(random_() % 20)), std::chrono::month(1 + random_() % 12),
                            std::chrono::day(1 + random_() % 28));
    const std::string body = "R" + std::to_string(random_() % 220);
    record.authority = Authority{body, "Trust " + body, body, "Trust " + body, "nhs-trust-acute", 1};
    record.topics = {"workforce-recruitment-vacancies"};
    if (random_() % 2)
      record.exemptions.push_back(
          {.id = "foia-43-2", .label = "FOIA s.43(2)", .questions = {}, .evidence = {}, .rule = "bench", .now = {}});
    for (int i = 1; i <= 3; ++i)
      record.questions.push_back({.number = std::to_string(i), .heading = {}, .text = words(15), .answer = words(40), .exemptions = {}});
    Page page;
    page.number = 1;
    page.text = words(kWords / 2 + random_() % kWords);
    for (std::size_t at = 0; at < page.text.size();) {
      const std::size_t end = std::min(page.text.find(' ', at), page.text.size());
      Word one;
      one.start = static_cast<std::uint32_t>(at);
      one.end = static_cast<std::uint32_t>(end);
      one.box = {10, 10, 50, 20};
      page.words.push_back(one);
      at = end + 1;
    }
    record.pages = {{.number = 1, .source = PageSource::kText, .confidence = 1, .characters = page.text.size()}};
    out.pages.push_back(std::move(page));
    return out;
  }

 private:
  std::string word() {
    const double at = std::uniform_real_distribution<double>(0, cumulative_.back())(random_);
    auto rank = static_cast<std::size_t>(std::lower_bound(cumulative_.begin(), cumulative_.end(), at) - cumulative_.begin());
    std::string out;
    for (rank += 30; rank > 0; rank /= 20) out.push_back("etaoinsrhldcumfpgwyb"[rank % 20]);
    return out;
  }
  std::string words(std::size_t count) {
    std::string out = word();
    for (std::size_t i = 1; i < count; ++i) out += (i % 12 ? " " : ". ") + word();
    return out;
  }
  std::mt19937 random_;
  std::vector<double> cumulative_;
};

class Quiet final : public Reporter {
 public:
  void progress(std::string_view, std::uint64_t, std::uint64_t) override {}
  void failure(std::string_view, const Error&) override {}
  void remark(std::string_view text) override { std::printf("%.*s\n", static_cast<int>(text.size()), text.data()); }
};

template <class Work>
double seconds(Work work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double megabytes(const fs::path& dir) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(dir))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return static_cast<double>(bytes) / 1e6;
}

double peak_megabytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1000;
}

void put(Library& library, Letters& letters, std::size_t number) {
  const std::string sha256 = library::sha256_hex(letters.bytes(number)), id = library::document_id(sha256);
  const Published letter = letters.letter(id);
  must(library.put_record(id, encode(letter),
                          {.made_from = "bench", .brief = encode(Binding{"/bench", {}, relate::summarise(letter.record)})}));
}

void publish(Library& library, bool rebuild, Publication expected, int jobs) {
  Quiet quiet;
  BuildSummary summary;
  must(publish_index({.code = "bench", .rebuild = rebuild, .jobs = jobs}, builtin_reference(), library, quiet, summary));
  if (summary.publication != expected) std::printf("published otherwise than expected\n");
}

// One writer for each database, opened and used as the documentation shows.
void write_as_peer(const Library& library, const fs::path& dir) {
  index::Composer composer(builtin_reference());
  std::vector<Xapian::WritableDatabase> databases;
  for (const char* part : {"letters", "questions", "pages"}) databases.emplace_back((dir / part).string(), Xapian::DB_CREATE);
  must(library.for_each_record([&](std::string_view, std::string_view bytes) -> Status {
    const Published letter = must(decode_published(bytes));
    const index::ComposedLetter composed = composer.letter(letter, "f");
    databases[0].add_document(composed.document);
    for (const auto& [word, frequency] : composed.spelling) databases[0].add_spelling(word, frequency);
    for (const Xapian::Document& question : composer.questions(letter)) databases[1].add_document(question);
    for (const Xapian::Document& page : composer.pages(letter)) databases[2].add_document(page);
    return success();
  }));
  for (Xapian::WritableDatabase& database : databases) database.commit();
}

int bench(std::size_t documents) {
  std::string name = (fs::temp_directory_path() / "foi-bench-XXXXXX").string();
  const fs::path home = ::mkdtemp(name.data());
  const int cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  Letters letters(1);
  Library library = must(Library::open_for_build(home / "library"));
  must(library.begin());
  for (std::size_t i = 0; i < documents; ++i) put(library, letters, i);
  must(library.commit());
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
  fs::remove_all(home);
  return 0;
}

}  // namespace
}  // namespace foi

int main(int argc, char** argv) { return foi::bench(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10'000); }
