// A library of synthetic letters, filled without documents, for the benches of the index.
#pragma once

#include <filesystem>
#include <string>

#include "corpus/make/synthetic.h"
#include "indexer/library/library.h"
#include "indexer/pipeline.h"
#include "tests/bench/timing.h"

namespace foi::bench {

constexpr std::uint64_t kSeed = 1;

// Ends the program with a line that says why.
void must(const Status& status);
template <class T>
T must(Result<T> result) {
  if (!result) must(Status(result.error()));
  return std::move(*result);
}

double megabytes(const std::filesystem::path& dir);  // of the files in it
double peak_megabytes();                             // of this process so far

// Says when it was published otherwise than expected.
void publish(library::Library& library, bool rebuild, Publication expected, int jobs);
// The next letter of the series into the library; number tells its document from others.
void put(library::Library& library, corpus::SyntheticLetters& letters, std::size_t number);
void put_all(library::Library& library, corpus::SyntheticLetters& letters, std::size_t count);

}  // namespace foi::bench
