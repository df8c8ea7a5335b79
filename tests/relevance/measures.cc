#include "tests/relevance/measures.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <optional>

#include "indexer/model/text.h"

namespace foi::relevance {
namespace {

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// Calls row with the columns of each line after the headings; it says what is wrong with them, or nothing.
Status each_row(const char* table, std::string_view text, std::size_t columns,
                const std::function<std::string(const std::vector<std::string_view>&)>& row) {
  std::size_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    if (++number == 1 || line.empty()) continue;
    const auto fields = split(line, '\t');
    const std::string wrong = fields.size() == columns ? row(fields) : "another number of columns than " + std::to_string(columns);
    if (!wrong.empty()) return usage_error(std::string(table) + ", line " + std::to_string(number) + ": " + wrong);
  }
  return success();
}

double discounted(int grade, std::size_t place) { return (std::exp2(grade) - 1) / std::log2(static_cast<double>(place) + 2); }

int grade_of(const Query& query, const std::string& file) {
  const auto found = query.grades.find(file);
  return found == query.grades.end() ? 0 : found->second;
}

double best_gain(const Query& query) {
  std::vector<int> grades;
  for (const auto& [file, grade] : query.grades) grades.push_back(grade);
  std::sort(grades.begin(), grades.end(), std::greater<>());
  double gain = 0;
  for (std::size_t i = 0; i < std::min(kDepth, grades.size()); ++i) gain += discounted(grades[i], i);
  return gain;
}

std::size_t relevant_in(const Query& query) {
  return static_cast<std::size_t>(
      std::count_if(query.grades.begin(), query.grades.end(), [](const auto& judged) { return judged.second >= kRelevant; }));
}

}  // namespace

bool Query::scored() const { return relevant_in(*this) > 0; }

Result<std::vector<Query>> read_queries(std::string_view queries, std::string_view judgements) {
  std::vector<Query> out;
  std::map<int, std::size_t> place;
  const Status asked = each_row("queries.tsv", queries, 5, [&](const auto& fields) -> std::string {
    const auto id = number_of(fields[0]);
    if (!id || !place.emplace(*id, out.size()).second) return "an id that is no number or stands twice";
    out.push_back({*id, std::string(fields[1]), std::string(fields[2]), std::string(fields[3]), std::string(fields[4]), {}});
    return {};
  });
  if (!asked) return asked.error();
  const Status judged = each_row("judgements.tsv", judgements, 3, [&](const auto& fields) -> std::string {
    const auto id = number_of(fields[0]), grade = number_of(fields[2]);
    if (!id || !place.contains(*id)) return "a judgement of no query";
    if (!grade || *grade < 0 || *grade > kHighestGrade) return "a grade that is none";
    if (!out[place[*id]].grades.emplace(std::string(fields[1]), *grade).second) return "a letter judged twice";
    return {};
  });
  if (!judged) return judged.error();
  return out;
}

Measures measure(const Query& query, const std::vector<std::string>& ranked) {
  Measures out;
  std::size_t found = 0;
  for (std::size_t i = 0; i < std::min(kDepth, ranked.size()); ++i) {
    const int grade = grade_of(query, ranked[i]);
    out.ndcg += discounted(grade, i);
    if (grade < kRelevant) continue;
    if (i < kFirst) ++found;
    if (out.rank == 0) out.rank = 1 / static_cast<double>(i + 1);
  }
  out.ndcg /= best_gain(query);
  out.recall = static_cast<double>(found) / static_cast<double>(std::min(kFirst, relevant_in(query)));
  return out;
}

Measures mean(const std::vector<Measures>& all) {
  Measures out;
  if (all.empty()) return out;
  for (const Measures& one : all) {
    out.ndcg += one.ndcg;
    out.recall += one.recall;
    out.rank += one.rank;
  }
  const auto count = static_cast<double>(all.size());
  return {out.ndcg / count, out.recall / count, out.rank / count};
}

}  // namespace foi::relevance
