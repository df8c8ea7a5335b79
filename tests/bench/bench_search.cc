// Search with exact facets against its peers: bench_search DIR [LETTERS|--queries]. Fills DIR on its first run. The engines answer all the
// queries by turns, as on a machine of their own: query by query each would find its caches emptied by the three before it. What is printed
// are ratios of this one run.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "indexer/index/searcher.h"
#include "tests/bench/bench_library.h"
#include "tests/bench/peers.h"

namespace foi::bench {
namespace {

namespace fs = std::filesystem;
using corpus::SyntheticQuery;
using library::Library;

constexpr int kRepeats = 5;

std::string text_of(const SyntheticQuery& query) {
  std::string out;
  for (const std::string& word : query.words) out += (out.empty() ? "" : query.form == SyntheticQuery::Form::kAny ? " OR " : " ") + word;
  return query.form == SyntheticQuery::Form::kPhrase ? '"' + out + '"' : out;
}

// The whole search as the site does it: records, snippets and why each letter was found are in its time.
class Ours final : public Engine {
 public:
  explicit Ours(const fs::path& generation) : searcher_(must(index::Searcher::open(generation, builtin_reference()))) {}
  std::string name() const override { return "this index"; }
  Answer ask(const SyntheticQuery& query, bool faceted) override {
    index::Request request;
    request.q = text_of(query);
    if (!query.authority.empty()) request.authority = {query.authority};
    if (!query.exemption.empty()) request.exemption = {query.exemption};
    request.limit = 10;
    request.facets = faceted ? std::vector<std::string>{"authority", "exemption", "topic", "year", "outcome"} : std::vector<std::string>{};
    Answer out;
    out.milliseconds = milliseconds([&] {
      const index::Results results = must(searcher_->search(request));
      out.total = results.total;
    });
    return out;
  }

 private:
  std::shared_ptr<const index::Searcher> searcher_;
};

double at(std::vector<double> sorted, double share) {
  std::sort(sorted.begin(), sorted.end());
  return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
}

struct Times {
  std::vector<double> all;
  std::map<std::string, std::vector<double>> by_kind;
  std::vector<std::uint64_t> totals;
};

Times median_of(std::vector<Times>& repeats, const std::vector<SyntheticQuery>& queries) {
  Times out;
  out.totals = repeats.front().totals;
  for (std::size_t q = 0; q < queries.size(); ++q) {
    std::vector<double> one;
    for (const Times& repeat : repeats) one.push_back(repeat.all[q]);
    out.all.push_back(at(one, 0.5));
    out.by_kind[queries[q].kind].push_back(out.all.back());
  }
  return out;
}

// Every engine answers all the queries before any answers them again.
std::vector<Times> run(const std::vector<Engine*>& engines, const std::vector<SyntheticQuery>& queries, bool faceted) {
  std::vector<std::vector<Times>> times(engines.size(), std::vector<Times>(kRepeats));
  for (Engine* engine : engines)  // warm: page cache, statements, the peer's compiler
    for (const SyntheticQuery& query : queries) engine->ask(query, faceted);
  for (int repeat = 0; repeat < kRepeats; ++repeat)
    for (std::size_t e = 0; e < engines.size(); ++e)
      for (const SyntheticQuery& query : queries) {
        const Answer answer = engines[e]->ask(query, faceted);
        times[e][static_cast<std::size_t>(repeat)].all.push_back(answer.milliseconds);
        times[e][static_cast<std::size_t>(repeat)].totals.push_back(answer.total);
      }
  std::vector<Times> out;
  for (auto& of_engine : times) out.push_back(median_of(of_engine, queries));
  return out;
}

void report(const std::vector<Engine*>& engines, const std::vector<Times>& times) {
  for (std::size_t e = 0; e < engines.size(); ++e) {
    const double p50 = at(times[e].all, 0.5), p95 = at(times[e].all, 0.95);
    std::printf("  %-32s p50 %8.2f ms, p95 %8.2f ms", engines[e]->name().c_str(), p50, p95);
    if (e > 0) std::printf("; / ours: p50 %.2f, p95 %.2f", p50 / at(times[0].all, 0.5), p95 / at(times[0].all, 0.95));
    std::printf("\n");
  }
  for (const auto& [kind, of_kind] : times[0].by_kind) {
    std::printf("    %-12s p95", kind.c_str());
    for (std::size_t e = 0; e < engines.size(); ++e) std::printf(" %9.2f", at(times[e].by_kind.at(kind), 0.95));
    std::printf("\n");
  }
}

void report_totals(const std::vector<Engine*>& engines, const std::vector<Times>& times) {
  for (std::size_t e = 1; e < engines.size(); ++e) {
    std::size_t same = 0;
    for (std::size_t q = 0; q < times[0].totals.size(); ++q) same += times[0].totals[q] == times[e].totals[q];
    std::printf("  the same number of letters found as by %s: %zu of %zu queries\n", engines[e]->name().c_str(), same,
                times[0].totals.size());
  }
}

// The queries with words, one a line as they are typed: what other benches ask over HTTP.
int print_queries() {
  for (const SyntheticQuery& query : corpus::synthetic_queries(kSeed, builtin_reference()))
    if (!query.words.empty() && query.authority.empty() && query.exemption.empty()) std::printf("%s\n", text_of(query).c_str());
  return 0;
}

int bench(const fs::path& home, std::size_t count) {
  const fs::path dir = home / "library";
  const bool there = fs::exists(dir);
  fs::create_directories(home);
  Library library = must(Library::open_for_build(dir));
  if (!there) {
    corpus::SyntheticLetters letters(kSeed, builtin_reference());
    put_all(library, letters, count);
    const double time = seconds([&] { publish(library, true, Publication::kWhole, 2); });
    std::printf("%zu letters published in %.0f s; %.0f MB at most in this process\n", count, time, peak_megabytes());
  }
  const fs::path generation = must(library.serving());
  std::printf("index of %zu letters: %.0f MB\n", count, megabytes(generation));
  const EachLetter letters = [count](const std::function<void(const Published&)>& see) {
    corpus::SyntheticLetters again(kSeed, builtin_reference());
    for (std::size_t n = 0; n < count; ++n) see(again.next(std::to_string(n)));
  };
  Ours ours(generation);
  const auto xapian = xapian_peer(home / "xapian", letters), sqlite = sqlite_peer(home / "sqlite", letters),
             lucene = lucene_peer(home / "lucene", letters);
  std::vector<Engine*> engines{&ours, xapian.get(), sqlite.get()};
  if (lucene) engines.push_back(lucene.get());
  const auto queries = corpus::synthetic_queries(kSeed, builtin_reference());
  std::printf("ten best and exact counts of five facets, %zu queries, medians of %d\n", queries.size(), kRepeats);
  const auto faceted = run(engines, queries, true);
  report(engines, faceted);
  report_totals(engines, faceted);
  std::printf("ten best only\n");
  report(engines, run(engines, queries, false));
  return 0;
}

}  // namespace
}  // namespace foi::bench

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: bench_search DIR [LETTERS|--queries]\n");
    return 2;
  }
  if (argc > 2 && std::string_view(argv[2]) == "--queries") return foi::bench::print_queries();
  return foi::bench::bench(argv[1], argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 100'000);
}
