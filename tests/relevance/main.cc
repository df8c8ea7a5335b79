// relevance: measures how well searches find what is needed, and holds the figures against those checked in.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "corpus/make/files.h"
#include "indexer/index/compose.h"
#include "tests/relevance/baseline.h"
#include "tests/relevance/library.h"
#include "tests/relevance/report.h"
#include "tests/relevance/twins.h"
#include "tests/unit/pipeline/scratch.h"

namespace {

namespace fs = std::filesystem;
using namespace foi::relevance;
using foi::Result;

const fs::path kSource = FOI_SOURCE_DIR;
const fs::path kCorpus = kSource / "corpus" / "sample";
const fs::path kHere = kSource / "tests" / "relevance";
const fs::path kGolden = kSource / "tests" / "golden" / "relevance.txt";
const fs::path kGoldenTwins = kSource / "tests" / "golden" / "twins.txt";
const std::string kDocuments = "documents";  // judgements name files as truth.jsonl does, from the corpus

constexpr std::size_t kPool = 15;        // letters of each engine that were looked at when judging
constexpr std::size_t kBoilerplate = 3;  // letters in which boilerplate must not win

int fail(const foi::Error& error) {
  std::cerr << "relevance: " << error.message << "\n";
  return 3;
}

Result<std::vector<Query>> read_all() {
  const Result<std::string> queries = foi::corpus::read_text(kHere / "queries.tsv");
  if (!queries) return queries.error();
  const Result<std::string> judgements = foi::corpus::read_text(kHere / "judgements.tsv");
  if (!judgements) return judgements.error();
  return read_queries(*queries, *judgements);
}

Result<LetterText> text_of(const TestLibrary& library, const std::string& id, const std::string& file) {
  const auto record = library.searcher().document(id);
  if (!record) return record.error();
  LetterText out{kDocuments + "/" + file, {}, {}};
  if (!*record) return out;
  for (const foi::PageSummary& summary : (*record)->pages) {
    const auto page = library.searcher().page(id, summary.number);
    if (!page) return page.error();
    if (!*page) continue;
    out.whole += (*page)->page.text + "\n";
    for (const std::string_view stretch : foi::index::searched_stretches(**page)) out.own.append(stretch).append("\n");
  }
  out.own += (*record)->title + "\n" + (*record)->reference.value_or("") + "\n";
  if ((*record)->authority) out.own += (*record)->authority->name + "\n" + (*record)->authority->name_now + "\n";
  for (const foi::Question& question : (*record)->questions) out.own += question.heading + "\n" + question.text + "\n";
  return out;
}

Result<Baseline> baseline_of(const TestLibrary& library) {
  std::vector<LetterText> letters;
  for (const auto& [id, file] : library.files()) {
    Result<LetterText> text = text_of(library, id, file);
    if (!text) return text.error();
    letters.push_back(std::move(*text));
  }
  std::ranges::sort(letters, {}, &LetterText::file);
  return Baseline(std::move(letters));
}

struct Answers {
  std::vector<std::string> ours, baseline;
  Outcome outcome;
};

Result<Answers> answer(const TestLibrary& library, const Baseline& baseline, const Query& query) {
  const auto found = library.search(query.text, kPool);
  if (!found) return found.error();
  Answers out;
  out.outcome.query = query;
  out.baseline = baseline.search(query.text, kPool);
  const auto useless = [&query](const std::string& file) { return !query.grades.contains(file) || query.grades.at(file) == 0; };
  for (const TestLibrary::Found& letter : *found) {
    out.ours.push_back(kDocuments + "/" + letter.file);
    if (out.ours.size() <= kBoilerplate && useless(out.ours.back()) && !letter.anywhere) out.outcome.ours_by_boilerplate = true;
  }
  for (std::size_t i = 0; i < std::min(kBoilerplate, out.baseline.size()); ++i)
    if (useless(out.baseline[i]) && baseline.only_in_boilerplate(query.text, out.baseline[i])) out.outcome.baseline_by_boilerplate = true;
  if (query.scored()) {
    out.outcome.ours = measure(query, out.ours);
    out.outcome.baseline = measure(query, out.baseline);
  }
  return out;
}

Result<std::vector<Answers>> ask_all(const fs::path& library_folder) {
  const Result<std::vector<Query>> queries = read_all();
  if (!queries) return queries.error();
  const Result<TestLibrary> library = TestLibrary::build(kCorpus / kDocuments, library_folder);
  if (!library) return library.error();
  const Result<Baseline> baseline = baseline_of(*library);
  if (!baseline) return baseline.error();
  std::vector<Answers> out;
  for (const Query& query : *queries) {
    Result<Answers> answers = answer(*library, *baseline, query);
    if (!answers) return answers.error();
    out.push_back(std::move(*answers));
  }
  return out;
}

std::string text_of(const std::vector<Answers>& all) {
  std::vector<Outcome> outcomes;
  for (const Answers& one : all) outcomes.push_back(one.outcome);
  return to_text(outcomes);
}

// What each engine found, with the grades: for judging, and for seeing why a query is answered badly.
void print_pool(const std::vector<Answers>& all) {
  for (const Answers& one : all) {
    const Query& query = one.outcome.query;
    std::printf("%d\t%s\t%.3f\t%.3f\n", query.id, query.text.c_str(), one.outcome.ours.ndcg, one.outcome.baseline.ndcg);
    const auto print = [&query](const char* engine, const std::vector<std::string>& files) {
      for (const std::string& file : files)
        std::printf("\t%s\t%d\t%s\n", engine, query.grades.contains(file) ? query.grades.at(file) : 0, file.c_str());
    };
    print("ours", one.ours);
    print("baseline", one.baseline);
  }
}

int check(const std::string& now) {
  const Result<std::string> golden = foi::corpus::read_text(kGolden);
  if (!golden) return fail(golden.error());
  const Comparison comparison = compare(*golden, now);
  for (const std::string& line : comparison.falls) std::cout << line << "\n";
  if (!comparison.falls.empty()) {
    std::cout << "If the letters or the queries changed and not the program, tests/relevance/run.sh rewrites tests/golden/relevance.txt.\n";
    return 1;
  }
  if (!comparison.same)
    std::cout << "relevance: nothing fell, but tests/golden/relevance.txt is behind; tests/relevance/run.sh rewrites it\n";
  return 0;
}

int twins(bool write) {
  const Result<Twins> measured = measure_twins(kSource / "corpus" / "make" / "letters", kCorpus / kDocuments);
  if (!measured) return fail(measured.error());
  const std::string now = to_text(*measured);
  std::cout << now;
  if (write) {
    const foi::Status written = foi::corpus::write_file(kGoldenTwins, now);
    return written ? 0 : fail(written.error());
  }
  const Result<std::string> golden = foi::corpus::read_text(kGoldenTwins);
  if (!golden) return fail(golden.error());
  return ratio_in(now) < std::max(ratio_in(*golden), kGoal) ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Measures how well searches of the sample letters find what is needed");
  app.require_subcommand(1);
  const foi::test::Scratch scratch;
  fs::path library = scratch / "library";
  app.add_option("--library", library, "Where to make the library; kept, so that the next run reads no document again");
  CLI::App* shown = app.add_subcommand("show", "Prints the figures");
  CLI::App* pooled = app.add_subcommand("pool", "Prints what each engine finds first for each query, with the grades");
  CLI::App* compared = app.add_subcommand("check", "Compares with tests/golden/relevance.txt; exit code 1 when a figure fell");
  CLI::App* rewritten = app.add_subcommand("rewrite", "Writes tests/golden/relevance.txt");
  bool write = false;
  CLI::App* twinned = app.add_subcommand("twins",
                                         "How often scanned letters are found by words of their digital twins; exit code 1 when less than "
                                         "in tests/golden/twins.txt or than the "
                                         "goal");
  twinned->add_flag("--write", write, "Writes tests/golden/twins.txt");
  CLI11_PARSE(app, argc, argv);
  if (*twinned) return twins(write);
  const Result<std::vector<Answers>> answers = ask_all(library);
  if (!answers) return fail(answers.error());
  if (*shown) std::cout << text_of(*answers);
  if (*pooled) print_pool(*answers);
  if (*compared) return check(text_of(*answers));
  if (*rewritten)
    if (const foi::Status written = foi::corpus::write_file(kGolden, text_of(*answers)); !written) return fail(written.error());
  return 0;
}
