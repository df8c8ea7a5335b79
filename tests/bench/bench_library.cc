#include "tests/bench/bench_library.h"

#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>

#include "indexer/binding.h"
#include "indexer/library/identity.h"
#include "indexer/model/codec.h"
#include "indexer/publishing.h"

namespace foi::bench {

namespace fs = std::filesystem;
using library::Library;

namespace {

class Quiet final : public Reporter {
 public:
  void progress(std::string_view, std::uint64_t, std::uint64_t) override {}
  void failure(std::string_view, const Error&) override {}
  void remark(std::string_view text) override { std::printf("%.*s\n", static_cast<int>(text.size()), text.data()); }
};

}  // namespace

void must(const Status& status) {
  if (status) return;
  std::fprintf(stderr, "bench: %s\n", status.error().message.c_str());
  std::exit(1);
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

void publish(Library& library, bool rebuild, Publication expected, int jobs) {
  Quiet quiet;
  BuildSummary summary;
  must(publish_index({.code = "bench", .rebuild = rebuild, .jobs = jobs}, builtin_reference(), library, quiet, summary));
  if (summary.publication != expected) std::printf("published otherwise than expected\n");
}

void put(Library& library, corpus::SyntheticLetters& letters, std::size_t number) {
  const std::string sha256 = library::sha256_hex("letter " + std::to_string(number)), id = library::document_id(sha256);
  const Published letter = letters.next(id);
  must(library.put_record(id, encode(letter),
                          {.made_from = "bench", .brief = encode(Binding{"/bench", {}, relate::summarise(letter.record)})}));
}

void put_all(Library& library, corpus::SyntheticLetters& letters, std::size_t count) {
  must(library.begin());
  for (std::size_t i = 0; i < count; ++i) put(library, letters, i);
  must(library.commit());
}

}  // namespace foi::bench
