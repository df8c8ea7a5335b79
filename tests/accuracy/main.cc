// accuracy: measures what is claimed of the sample letters, and holds the figures against those checked in.
#include <CLI/CLI.hpp>
#include <iostream>

#include "corpus/make/files.h"
#include "tests/accuracy/report.h"
#include "tests/accuracy/rescan.h"

namespace {

namespace fs = std::filesystem;
using namespace foi::accuracy;

const fs::path kSource = FOI_SOURCE_DIR;
const fs::path kCorpus = kSource / "corpus" / "sample";
const fs::path kGolden = kSource / "tests" / "golden" / "accuracy.txt";

int fail(const foi::Error& error) {
  std::cerr << "accuracy: " << error.message << "\n";
  return 3;
}

foi::Result<Report> measure(const fs::path& corpus) {
  const foi::Result<std::vector<Truth>> letters = read_truth(corpus);
  if (!letters) return letters.error();
  std::vector<fs::path> files;
  for (const Truth& letter : *letters) files.push_back(corpus / letter.file);
  const foi::Result<std::vector<Reading>> readings = read_files(files);
  if (!readings) return readings.error();
  Report report;
  for (std::size_t i = 0; i < files.size(); ++i)
    score((*letters)[i], (*readings)[i], (*letters)[i].scanned ? report.scanned : report.digital);
  return report;
}

int show(const fs::path& corpus) {
  const foi::Result<Report> report = measure(corpus);
  if (!report) return fail(report.error());
  std::cout << to_text(*report);
  return 0;
}

int check() {
  const foi::Result<std::string> golden = foi::corpus::read_text(kGolden);
  if (!golden) return fail(golden.error());
  const foi::Result<Report> report = measure(kCorpus);
  if (!report) return fail(report.error());
  const Comparison comparison = compare(parts_of(*golden).report, to_text(*report));
  for (const std::string& line : comparison.falls) std::cout << line << "\n";
  if (!comparison.falls.empty()) {
    std::cout << "If the letters changed and not the program, tests/accuracy/run.sh rewrites tests/golden/accuracy.txt.\n";
    return 1;
  }
  if (!comparison.same) std::cout << "accuracy: nothing fell, but tests/golden/accuracy.txt is behind; tests/accuracy/run.sh rewrites it\n";
  return 0;
}

int rewrite(bool with_rescan) {
  const foi::Result<Report> report = measure(kCorpus);
  if (!report) return fail(report.error());
  const foi::Result<std::string> golden = foi::corpus::read_text(kGolden);
  std::string second = golden ? parts_of(*golden).rescan : "";
  if (with_rescan) {
    const foi::Result<Rescan> measured = rescan(kSource / "corpus" / "make" / "letters", kCorpus);
    if (!measured) return fail(measured.error());
    second = to_text(*measured);
  }
  const std::string text = to_text(*report) + (second.empty() ? "" : "\n" + second);
  if (const foi::Status written = foi::corpus::write_file(kGolden, text); !written) return fail(written.error());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Measures what is claimed of the sample letters against what is true of them");
  app.require_subcommand(1);
  bool with_rescan = false;
  fs::path corpus = kCorpus;
  CLI::App* shown = app.add_subcommand("show", "Prints the figures of the sample corpus, or of another that make-corpus made");
  shown->add_option("CORPUS", corpus, "Folder with documents, truth.jsonl and CONTENTS.tsv");
  CLI::App* compared = app.add_subcommand("check", "Compares with tests/golden/accuracy.txt; exit code 1 when a figure fell");
  app.add_subcommand("rewrite", "Writes tests/golden/accuracy.txt")
      ->add_flag("--rescan", with_rescan, "also measures the same letters scanned (minutes)");
  CLI11_PARSE(app, argc, argv);
  if (*shown) return show(corpus);
  return *compared ? check() : rewrite(with_rescan);
}
