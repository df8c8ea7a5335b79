// make-corpus: the sample corpus from its letters, bench corpora from a seed, and the tables of learnt weights from labelled texts.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "corpus/make/bench.h"
#include "corpus/make/claim_training.h"
#include "corpus/make/files.h"
#include "corpus/make/ground_training.h"
#include "corpus/make/outcome_training.h"
#include "corpus/make/sample.h"
#include "corpus/make/topic_training.h"

namespace {

// The exit codes of design.md.
int report(const foi::Error& error) {
  std::fprintf(stderr, "make-corpus: %s\n", error.message.c_str());
  return error.fault == foi::Fault::kUsage ? 2 : 3;
}

foi::Result<std::string> claim_table(const foi::corpus::ClaimTexts& texts) {
  const auto examples = foi::corpus::ClaimExamples::read(texts, foi::builtin_reference());
  if (!examples) return examples.error();
  return examples->table();
}

foi::Result<std::string> outcome_words_table(const std::vector<std::filesystem::path>& letters) {
  const auto examples = foi::corpus::OutcomeExamples::read(letters);
  if (!examples) return examples.error();
  return examples->table();
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Makes the sample corpus and bench corpora");
  app.require_subcommand(1);
  std::string letters, out;
  foi::corpus::BenchOptions bench;
  CLI::App* sample = app.add_subcommand("sample", "Renders every letter specification into documents, with manifest, truth and contents");
  sample->add_option("LETTERS", letters, "Folder of .letter files")->required();
  sample->add_option("OUT", out, "Folder to write into")->required();
  CLI::App* many = app.add_subcommand("bench", "Writes letters, one long report and scans with their words, for measurements");
  many->add_option("--letters", bench.letters, "Short letters")->capture_default_str();
  many->add_option("--pages", bench.report_pages, "Pages of the report")->capture_default_str();
  many->add_option("--scans", bench.scans, "Scanned sheets")->capture_default_str();
  many->add_option("--seed", bench.seed, "Seed")->capture_default_str();
  many->add_option("OUT", out, "Folder to write into")->required();
  foi::corpus::TopicTexts texts;
  CLI::App* topics = app.add_subcommand("topics", "Learns the table of topic weights");
  topics->add_option("REQUESTS", texts.requests, "Folder of requests, a file a topic")->required();
  topics->add_option("OUT", out, "Table to write")->required();
  topics->add_option("--letters", texts.letters, "Folders of .letter files to learn from too");
  foi::corpus::ClaimTexts claimed;
  CLI::App* claims = app.add_subcommand("claims", "Learns the table of claim weights");
  claims->add_option("PASSAGES", claimed.passages, "Folder of passages that cite a ground, with its stance")->required();
  claims->add_option("OUT", out, "Table to write")->required();
  claims->add_option("--letters", claimed.letters, "Folders of .letter files to learn from too")->required();
  CLI::App* grounds = app.add_subcommand("grounds", "Learns the table of ground weights");
  grounds->add_option("LETTERS", letters, "Folder of .letter files that no rule was written with in sight")->required();
  grounds->add_option("PASSAGES", claimed.passages, "Folder of passages, as for claims")->required();
  grounds->add_option("OUT", out, "Table to write")->required();
  grounds->add_option("--letters", claimed.letters, "Folders of .letter files that the claim weights are learnt from")->required();
  CLI::App* outcome_words = app.add_subcommand("outcome-words", "Learns the table of what words say of a letter's outcome");
  outcome_words->add_option("OUT", out, "Table to write")->required();
  outcome_words->add_option("--letters", claimed.letters, "Folders of .letter files to learn from")->required();
  CLI::App* outcomes = app.add_subcommand("outcomes", "Learns the table of outcome weights");
  outcomes->add_option("LETTERS", letters, "Folder of .letter files that no rule was written with in sight")->required();
  outcomes->add_option("OUT", out, "Table to write")->required();
  outcomes->add_option("--letters", claimed.letters, "Folders of .letter files that the words are learnt from")->required();
  CLI::App* places = app.add_subcommand("places", "Prints the places of letters that cite a ground and have no label in their places.tsv");
  places->add_option("LETTERS", letters, "Folder of .letter files")->required();
  CLI11_PARSE(app, argc, argv);
  if (*topics || *claims || *grounds || *outcome_words || *outcomes) {
    const auto table = *topics          ? foi::corpus::train_topics(texts, foi::builtin_reference())
                       : *claims        ? claim_table(claimed)
                       : *grounds       ? foi::corpus::train_grounds(letters, claimed)
                       : *outcome_words ? outcome_words_table(claimed.letters)
                                        : foi::corpus::train_outcomes(letters, claimed.letters);
    if (!table) return report(table.error());
    const auto written = foi::corpus::write_file(out, *table);
    return written ? 0 : report(written.error());
  }
  if (*places) {
    const auto table = foi::corpus::unlabelled_places(letters, foi::builtin_reference());
    if (!table) return report(table.error());
    std::fwrite(table->data(), 1, table->size(), stdout);
    return 0;
  }
  if (*sample) {
    const auto made = foi::corpus::make_sample(letters, out);
    if (!made) return report(made.error());
    std::printf("%zu documents in %s\n", *made, out.c_str());
    return 0;
  }
  const auto made = foi::corpus::make_bench(bench, out);
  if (!made) return report(made.error());
  std::printf("bench corpus in %s\n", out.c_str());
  return 0;
}
