#include "tests/relevance/report.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <functional>

#include "indexer/model/text.h"

namespace foi::relevance {
namespace {

// The figures are printed to this many thousandths; a smaller fall is none.
constexpr double kRounding = 0.0015;
constexpr std::size_t kWorst = 10;
constexpr std::string_view kEach = "== nDCG@10 of each query";
constexpr std::string_view kBoilerplate = "Won by boilerplate alone: ";

[[gnu::format(printf, 1, 2)]] std::string format(const char* pattern, ...) {
  char line[600];
  va_list values;
  va_start(values, pattern);
  const int length = std::vsnprintf(line, sizeof line, pattern, values);
  va_end(values);
  return std::string(line, std::min(static_cast<std::size_t>(std::max(length, 0)), sizeof line - 1));
}

using Chosen = std::function<bool(const Query&)>;

std::string group_line(const char* name, const std::vector<Outcome>& outcomes, const Chosen& chosen) {
  std::vector<Measures> ours, baseline;
  for (const Outcome& outcome : outcomes)
    if (outcome.query.scored() && chosen(outcome.query)) {
      ours.push_back(outcome.ours);
      baseline.push_back(outcome.baseline);
    }
  const Measures a = mean(ours), b = mean(baseline);
  return format("%-12s %7zu    %.3f    %.3f  %.3f    %.3f    %.3f  %.3f  %+.3f\n", name, ours.size(), a.ndcg, a.recall, a.rank, b.ndcg,
                b.recall, b.rank, a.ndcg - b.ndcg);
}

std::string table(const std::vector<Outcome>& outcomes) {
  std::string out =
      "                         this index                BM25 over one field\n"
      "             queries  nDCG@10 recall@5    MRR  nDCG@10 recall@5    MRR    gain\n";
  out += group_line("all", outcomes, [](const Query&) { return true; });
  for (const char* kind : {"known-item", "topic", "exemption", "precedent"})
    out += group_line(kind, outcomes, [kind](const Query& query) { return query.kind == kind; });
  out += group_line("even ids", outcomes, [](const Query& query) { return query.id % 2 == 0; });
  out += group_line("odd ids", outcomes, [](const Query& query) { return query.id % 2 != 0; });
  return out;
}

std::string worst(const std::vector<Outcome>& outcomes) {
  std::vector<const Outcome*> order;
  for (const Outcome& outcome : outcomes)
    if (outcome.query.scored()) order.push_back(&outcome);
  std::stable_sort(order.begin(), order.end(), [](const Outcome* a, const Outcome* b) { return a->ours.ndcg < b->ours.ndcg; });
  order.resize(std::min(order.size(), kWorst));
  std::string out = "== The worst ten\n";
  for (const Outcome* outcome : order) out += format("%.3f  %3d  %s\n", outcome->ours.ndcg, outcome->query.id, outcome->query.text.c_str());
  return out;
}

std::string each(const std::vector<Outcome>& outcomes) {
  std::string out = std::string(kEach) + ": this index, BM25 over one field\n";
  for (const Outcome& outcome : outcomes)
    if (outcome.query.scored())
      out += format("%3d  %.3f  %.3f  %s\n", outcome.query.id, outcome.ours.ndcg, outcome.baseline.ndcg, outcome.query.text.c_str());
  return out;
}

bool fell(double before, double now) { return now < before - kRounding; }

std::string falls_of(const std::string& group, const Measures& was, const Measures& is) {
  if (!fell(was.ndcg, is.ndcg) && !fell(was.recall, is.recall) && !fell(was.rank, is.rank)) return {};
  return format("%s fell: nDCG@10 %.3f recall@5 %.3f MRR %.3f; checked in are %.3f %.3f %.3f", group.c_str(), is.ndcg, is.recall, is.rank,
                was.ndcg, was.recall, was.rank);
}

}  // namespace

std::string to_text(const std::vector<Outcome>& outcomes) {
  std::size_t unscored = 0, ours = 0, baseline = 0;
  for (const Outcome& outcome : outcomes) {
    unscored += outcome.query.scored() ? 0 : 1;
    ours += outcome.ours_by_boilerplate ? 1 : 0;
    baseline += outcome.baseline_by_boilerplate ? 1 : 0;
  }
  std::string out =
      "How well a search of the sample letters finds what is needed. tests/relevance/run.sh rewrites this file; a fall fails a test.\n"
      "The queries and how letters serve them: tests/relevance/README.md. Ranking is tuned on queries with even ids.\n\n";
  out += table(outcomes) + "\n";
  out += std::string(kBoilerplate) + format("this index %zu queries, BM25 over one field %zu.\n", ours, baseline);
  out += format("Not scored, as no letter serves them: %zu queries.\n\n", unscored);
  return out + worst(outcomes) + "\n" + each(outcomes);
}

Figures figures_of(const std::string& text) {
  Figures out;
  bool listing = false;
  for (const std::string_view row : split(text, '\n')) {
    const std::string line(row);
    std::size_t queries = 0;
    Measures ours, baseline;
    double gain = 0;
    int id = 0, at = 0;
    if (line.starts_with("== ")) listing = line.starts_with(kEach);
    if (line.starts_with(kBoilerplate)) (void)std::sscanf(line.c_str() + kBoilerplate.size(), "this index %d", &out.by_boilerplate);
    if (listing && std::sscanf(line.c_str(), "%d %lf %lf %n", &id, &ours.ndcg, &baseline.ndcg, &at) == 3)
      out.queries[id] = {ours.ndcg, line.substr(static_cast<std::size_t>(at))};
    constexpr std::size_t kNameColumns = 12;
    if (line.size() > kNameColumns && std::sscanf(line.c_str() + kNameColumns, "%zu %lf %lf %lf %lf %lf %lf %lf", &queries, &ours.ndcg,
                                                  &ours.recall, &ours.rank, &baseline.ndcg, &baseline.recall, &baseline.rank, &gain) == 8) {
      const std::string group(trim(line.substr(0, kNameColumns)));
      out.groups.emplace_back(group, ours);
      if (group == "all") out.gain = gain;
    }
  }
  return out;
}

Comparison compare(const std::string& checked_in, const std::string& now) {
  Comparison out{.falls = {}, .same = checked_in == now};
  const Figures before = figures_of(checked_in), after = figures_of(now);
  for (const auto& [group, was] : before.groups) {
    const auto found = std::ranges::find(after.groups, group, [](const auto& row) { return row.first; });
    const std::string fall = falls_of(group, was, found == after.groups.end() ? Measures{} : found->second);
    if (!fall.empty()) out.falls.push_back(fall);
  }
  if (!out.falls.empty())
    for (const auto& [id, was] : before.queries) {
      const auto found = after.queries.find(id);
      const double is = found == after.queries.end() ? 0 : found->second.first;
      if (fell(was.first, is)) out.falls.push_back(format("  %d \"%s\": %.3f, was %.3f", id, was.second.c_str(), is, was.first));
    }
  if (after.gain < kLeastGain)
    out.falls.push_back(format("nDCG@10 is only %.3f above BM25 over one field; promised are %.2f", after.gain, kLeastGain));
  if (after.by_boilerplate != 0) out.falls.push_back(format("boilerplate alone wins %d queries", after.by_boilerplate));
  return out;
}

}  // namespace foi::relevance
