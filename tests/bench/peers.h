// The engines that the search is measured against, each used as its documentation shows.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "corpus/make/synthetic.h"
#include "tests/bench/timing.h"

namespace foi::bench {

struct Answer {
  double milliseconds = 0;
  std::uint64_t total = 0;   // exact
  std::uint64_t counts = 0;  // the sum of all facet counts: engines that count the same agree
};

// The ten best letters and, when faceted, exact counts of authority, exemption, topic, year and outcome.
class Engine {
 public:
  virtual ~Engine() = default;
  virtual std::string name() const = 0;
  virtual Answer ask(const corpus::SyntheticQuery& query, bool faceted) = 0;
};

// Calls back with every letter, in the same order each time.
using EachLetter = std::function<void(const std::function<void(const Published&)>&)>;

// Writes under dir what is not there yet, then opens it. What cannot be done ends the program with a line that says so.
std::unique_ptr<Engine> xapian_peer(const std::filesystem::path& dir, const EachLetter& letters);
std::unique_ptr<Engine> sqlite_peer(const std::filesystem::path& dir, const EachLetter& letters);
// java, and the class path of Lucene with the compiled peer, come from the environment (FOI_BENCH_CLASSPATH). Null without them.
std::unique_ptr<Engine> lucene_peer(const std::filesystem::path& dir, const EachLetter& letters);

// What peers index of a letter: title, text, and its values.
std::string body_of(const Published& letter);
int year_of(const Published& letter);

template <class Work>
double milliseconds(Work work) {
  return 1000 * seconds(work);
}

}  // namespace foi::bench
