// Understanding against the text it understands: the time from extracted pages to records, and the time Poppler takes for the text of the
// same pages: letter by letter, as they are published, in this process; and `pdftotext` on all of them in one file, which is opened and
// started once. Prints medians of alternating repeats and their ratios; run.sh keeps what it prints.
//   bench_understand REPEATS UNITED.pdf FILE…     UNITED.pdf has the pages of every FILE
#include <fcntl.h>
#include <poppler-document.h>
#include <poppler-page.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "indexer/extract/extractor.h"
#include "indexer/understand/understand.h"
#include "tests/bench/timing.h"

extern char** environ;

namespace {

namespace fs = std::filesystem;

[[noreturn]] void die(const std::string& why) {
  std::cerr << "bench_understand: " << why << "\n";
  std::exit(1);
}

foi::Extraction extract_file(foi::extract::Extractor& extractor, const std::string& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) die("cannot open " + file);
  auto extraction = extractor.extract(descriptor, fs::file_size(file), "x.pdf");
  ::close(descriptor);
  if (!extraction) die(file + ": " + extraction.error().message);
  return std::move(*extraction);
}

void run_pdftotext(const std::string& file) {
  const char* command[] = {"pdftotext", file.c_str(), "/dev/null", nullptr};
  pid_t child = 0;
  if (posix_spawnp(&child, command[0], nullptr, nullptr, const_cast<char**>(command), environ) != 0) die("cannot start pdftotext");
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) die("pdftotext failed on " + file);
}

// Bytes of all text, so that none of it can be left out.
std::size_t text_of(const std::string& file) {
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_file(file));
  if (!document) die("Poppler cannot read " + file);
  std::size_t bytes = 0;
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (page) bytes += page->text().to_utf8().size();
  }
  return bytes;
}

void understand_all(const std::vector<foi::Extraction>& letters) {
  for (const foi::Extraction& letter : letters)
    if (foi::understand::understand({"id", {}, false, letter, nullptr}, foi::builtin_reference()).record.id.empty()) die("no record");
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 3) {
    std::cerr << "usage: bench_understand REPEATS UNITED.pdf FILE…\n";
    return 2;
  }
  foi::extract::Options options;
  options.text_worker = fs::read_symlink("/proc/self/exe").parent_path() / "foi-extract-text";
  options.ocr_worker = fs::read_symlink("/proc/self/exe").parent_path() / "foi-extract-ocr";
  options.jobs = 1;
  foi::extract::Extractor extractor(options);
  std::vector<foi::Extraction> letters;
  std::size_t pages = 0;
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    letters.push_back(extract_file(extractor, arguments[i]));
    pages += letters.back().pages.size();
  }
  understand_all(letters);  // the tables are parsed and indexed once
  const auto count = static_cast<double>(pages);
  std::vector<double> ours, one_by_one, united;
  for (int i = 0; i < std::stoi(arguments[0]); ++i) {
    ours.push_back(foi::bench::seconds([&] { understand_all(letters); }));
    one_by_one.push_back(foi::bench::seconds([&] {
      for (std::size_t f = 2; f < arguments.size(); ++f)
        if (text_of(arguments[f]) == 0) die("no text in " + arguments[f]);
    }));
    united.push_back(foi::bench::seconds([&] { run_pdftotext(arguments[1]); }));
  }
  std::printf("%zu letters, %zu pages\n  %-44s %8.2f pages/s\n", letters.size(), pages, "understand, one thread",
              count / foi::bench::median(ours));
  const auto compare = [&](const char* peer, const std::vector<double>& seconds) {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < seconds.size(); ++i) ratios.push_back(ours[i] / seconds[i]);
    std::printf("  %-44s %8.2f pages/s; time of understanding to its time %.2f (median, from %.2f to %.2f)\n", peer,
                count / foi::bench::median(seconds), foi::bench::median(ratios), *std::min_element(ratios.begin(), ratios.end()),
                *std::max_element(ratios.begin(), ratios.end()));
  };
  compare("Poppler, letter by letter in one process", one_by_one);
  compare("pdftotext, all pages in one file", united);
}
