// Understanding against the text it understands: the time from extracted pages to records, and the time Poppler takes for the text of the
// same pages (`pdftotext` on all of them in one file, so that starting it counts once). Prints medians of alternating repeats and their
// ratio; run.sh keeps what it prints.
//   bench_understand REPEATS UNITED.pdf FILE…     UNITED.pdf has the pages of every FILE
#include <fcntl.h>
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
  std::vector<double> ours, peer, ratios;
  for (int i = 0; i < std::stoi(arguments[0]); ++i) {
    ours.push_back(foi::bench::seconds([&] { understand_all(letters); }));
    peer.push_back(foi::bench::seconds([&] { run_pdftotext(arguments[1]); }));
    ratios.push_back(ours.back() / peer.back());
  }
  const auto count = static_cast<double>(pages);
  std::printf(
      "%zu letters, %zu pages\n  %-44s %8.2f pages/s\n  %-44s %8.2f pages/s\n  time of understanding to time of its text %.2f (median, "
      "from %.2f to %.2f)\n",
      letters.size(), pages, "understand, one thread", count / foi::bench::median(ours), "pdftotext, all pages in one file",
      count / foi::bench::median(peer), foi::bench::median(ratios), *std::min_element(ratios.begin(), ratios.end()),
      *std::max_element(ratios.begin(), ratios.end()));
}
