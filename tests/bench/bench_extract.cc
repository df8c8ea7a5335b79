// Extraction against its peers on the same files in the same run: text with word boxes against `pdftotext -bbox`, OCR against
// `ocrmypdf --deskew`. Prints medians of alternating repeats and their ratio; run.sh keeps what it prints.
//   bench_extract text REPEATS FILE…        one file after the other, a process each on both sides
//   bench_extract ocr REPEATS JOBS FILE…    all cores; beside FILE.pdf stands FILE.txt, what the scan says
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/extract/extractor.h"
#include "indexer/work_queue.h"
#include "tests/bench/timing.h"

extern char** environ;

namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

[[noreturn]] void die(const std::string& why) {
  std::cerr << "bench_extract: " << why << "\n";
  std::exit(1);
}

void run_process(const Strings& command) {
  std::vector<char*> arguments;
  for (const std::string& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  if (posix_spawnp(&child, arguments[0], &quiet, nullptr, arguments.data(), environ) != 0) die("cannot start " + command[0]);
  int status = 0;
  waitpid(child, &status, 0);
  posix_spawn_file_actions_destroy(&quiet);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) die(command[0] + " failed on " + command.back());
}

struct Read {
  std::size_t pages = 0;
  std::string text;
};

Read extract_file(foi::extract::Extractor& extractor, const std::string& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) die("cannot open " + file);
  auto extraction = extractor.extract(descriptor, fs::file_size(file), "x.pdf");
  ::close(descriptor);
  if (!extraction) die(file + ": " + extraction.error().message);
  Read read{extraction->pages.size(), {}};
  for (const foi::Page& page : extraction->pages) read.text += page.text + "\n";
  return read;
}

foi::extract::Options options(int jobs) {
  foi::extract::Options out;
  const fs::path here = fs::read_symlink("/proc/self/exe").parent_path();
  out.text_worker = here / "foi-extract-text";
  out.ocr_worker = here / "foi-extract-ocr";
  out.jobs = jobs;
  return out;
}

Strings words_of(const std::string& text) {
  std::istringstream in(text);
  Strings words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// Words inserted, deleted or changed, as a part of the words there are.
double word_errors(const Strings& truth, const Strings& read) {
  std::vector<std::size_t> row(read.size() + 1);
  for (std::size_t j = 0; j <= read.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= truth.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= read.size(); ++j) {
      const std::size_t changed = diagonal + (truth[i - 1] != read[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return static_cast<double>(row[read.size()]);
}

std::string slurp(const fs::path& file) {
  std::ifstream in(file);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

void compare(const char* ours_name, const char* peer_name, std::size_t pages, int repeats, const std::function<void()>& ours,
             const std::function<void()>& peer) {
  std::vector<double> our_times, peer_times, ratios;
  for (int i = 0; i < repeats; ++i) {
    our_times.push_back(foi::bench::seconds(ours));
    peer_times.push_back(foi::bench::seconds(peer));
    ratios.push_back(peer_times.back() / our_times.back());
  }
  const auto count = static_cast<double>(pages);
  std::printf("  %-44s %8.2f pages/s\n  %-44s %8.2f pages/s\n  ratio %.2f (median of %d, each from %.2f to %.2f)\n", ours_name,
              count / foi::bench::median(our_times), peer_name, count / foi::bench::median(peer_times), foi::bench::median(ratios), repeats,
              *std::min_element(ratios.begin(), ratios.end()), *std::max_element(ratios.begin(), ratios.end()));
}

void bench_text(int repeats, const Strings& files) {
  foi::extract::Extractor extractor(options(1));
  std::size_t pages = 0;
  for (const std::string& file : files) pages += extract_file(extractor, file).pages;
  std::printf("%zu files, %zu pages\n", files.size(), pages);
  compare(
      "foi-extract-text, sandboxed, text and boxes", "pdftotext -bbox", pages, repeats,
      [&] {
        for (const std::string& file : files) extract_file(extractor, file);
      },
      [&] {
        for (const std::string& file : files) run_process({"pdftotext", "-bbox", file, "/dev/null"});
      });
}

void bench_ocr(int repeats, int jobs, const Strings& files) {
  foi::extract::Extractor extractor(options(jobs));
  const fs::path scratch = fs::temp_directory_path() / ("foi-bench-" + std::to_string(::getpid()));
  fs::create_directories(scratch);
  std::vector<Read> read(files.size());
  std::size_t pages = 0;
  const auto sidecar = [&](const std::string& file) { return (scratch / fs::path(file).stem()).string() + ".txt"; };
  const auto ours = [&] {
    const foi::Status done = foi::for_each_in_parallel(files.size(), jobs, [&](std::size_t i) -> foi::Status {
      read[i] = extract_file(extractor, files[i]);
      return foi::success();
    });
    if (!done) die(done.error().message);
  };
  const auto peer = [&] {
    for (const std::string& file : files)
      run_process({"ocrmypdf", "--jobs", std::to_string(jobs), "--deskew", "--output-type", "pdf", "-O0", "--force-ocr", "--sidecar",
                   sidecar(file), file, (scratch / "out.pdf").string()});
  };
  ours();
  for (const Read& r : read) pages += r.pages;
  std::printf("%zu scans, %zu pages, %d jobs\n", files.size(), pages, jobs);
  compare("foi-extract-ocr", "ocrmypdf --deskew --output-type pdf -O0", pages, repeats, ours, peer);
  double total = 0, our_errors = 0, peer_errors = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const Strings truth = words_of(slurp(fs::path(files[i]).replace_extension(".txt")));
    total += static_cast<double>(truth.size());
    our_errors += word_errors(truth, words_of(read[i].text));
    peer_errors += word_errors(truth, words_of(slurp(sidecar(files[i]))));
  }
  std::printf("  word error rate: ours %.2f %%, ocrmypdf %.2f %%\n", 100 * our_errors / total, 100 * peer_errors / total);
  fs::remove_all(scratch);
}

}  // namespace

int main(int argc, char** argv) {
  const Strings arguments(argv + 1, argv + argc);
  if (arguments.size() >= 3 && arguments[0] == "text") {
    bench_text(std::stoi(arguments[1]), {arguments.begin() + 2, arguments.end()});
  } else if (arguments.size() >= 4 && arguments[0] == "ocr") {
    bench_ocr(std::stoi(arguments[1]), std::stoi(arguments[2]), {arguments.begin() + 3, arguments.end()});
  } else {
    std::cerr << "usage: bench_extract text REPEATS FILE… | bench_extract ocr REPEATS JOBS FILE…\n";
    return 2;
  }
}
