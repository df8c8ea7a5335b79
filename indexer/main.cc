// The command foi-index: builds a library from folders of published responses, and tells what it holds. The only file of the indexer that
// prints or exits.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <map>
#include <mutex>
#include <thread>

#include "indexer/library/library.h"
#include "indexer/model/record_json.h"
#include "indexer/model/shown.h"
#include "indexer/pipeline.h"
#include "indexer/work_queue.h"

namespace {

namespace fs = std::filesystem;
using foi::Error;
using foi::Fault;
using foi::Result;

enum ExitCode { kDone = 0, kSomeFailed = 1, kUsage = 2, kEnvironment = 3 };

int fail(const Error& error) {
  std::cerr << "foi-index: " << foi::shown_line(error.message) << "\n";
  return error.fault == Fault::kUsage ? kUsage : kEnvironment;
}

// The workers stand beside this program in a build tree and under libexec when installed.
fs::path worker(std::string_view name) {
  std::error_code ignored;
  const fs::path here = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  const fs::path installed = here.parent_path() / FOI_LIBEXEC_DIR / name;
  return fs::exists(installed, ignored) ? installed : here / name;
}

struct ExtractFlags {
  int jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  std::string languages = "eng";
};

void add_extract_options(CLI::App& command, ExtractFlags& flags) {
  command.add_option("--jobs", flags.jobs, "documents and pages read at the same time (default: one a core)")
      ->check(CLI::Range(1, 256))
      ->envname("FOI_JOBS");
  command.add_option("--ocr-languages", flags.languages, "languages of scanned pages, as Tesseract names them: eng or eng+cym")
      ->capture_default_str()
      ->check(CLI::Validator(
          [](const std::string& value) {
            const bool good = !value.empty() && value.find_first_not_of("abcdefghijklmnopqrstuvwxyz_+") == std::string::npos;
            return good ? std::string() : "\"" + value + "\" is no list of languages such as eng+cym";
          },
          "LANG[+LANG]"))
      ->envname("FOI_OCR_LANGUAGES");
}

foi::extract::Options extract_options(const ExtractFlags& flags) {
  foi::extract::Options options;
  options.text_worker = worker("foi-extract-text");
  options.ocr_worker = worker("foi-extract-ocr");
  options.doc_worker = worker("foi-extract-doc");
  options.ocr.languages = flags.languages;
  options.jobs = flags.jobs;
  return options;
}

// Progress on stderr: one line that is rewritten on a terminal, a line now and then elsewhere.
class StderrReporter final : public foi::Reporter {
 public:
  void progress(std::string_view stage, std::uint64_t done, std::uint64_t total) override {
    const auto now = std::chrono::steady_clock::now();
    if (stage == stage_ && done != total && now < next_) return;
    if (stage != stage_) end_line();
    stage_ = stage;
    next_ = now + (terminal_ ? std::chrono::milliseconds(100) : std::chrono::milliseconds(5000));
    if (terminal_) std::cerr << "\r\033[K";
    std::cerr << stage << " " << done;
    if (total > 0) std::cerr << " of " << total;
    if (terminal_)
      std::cerr << std::flush;
    else
      std::cerr << "\n";
    open_line_ = terminal_;
  }
  void failure(std::string_view path, const Error& error) override { line("could not read " + std::string(path) + ": " + error.message); }
  void remark(std::string_view text) override { line(std::string(text)); }
  void end_line() {
    if (open_line_) std::cerr << "\n";
    open_line_ = false;
  }

 private:
  void line(const std::string& text) {
    if (open_line_) std::cerr << "\r\033[K";
    open_line_ = false;
    std::cerr << foi::shown_line(text) << "\n";
  }
  const bool terminal_ = ::isatty(STDERR_FILENO) == 1;
  bool open_line_ = false;
  std::string stage_;
  std::chrono::steady_clock::time_point next_{};
};

void print_summary(const foi::BuildSummary& summary, double seconds, const fs::path& library) {
  std::cerr << summary.documents << " documents (" << summary.read << " read now, " << summary.failed << " could not be read), "
            << summary.pages << " pages, " << summary.ocr_pages << " of them by OCR, " << summary.questions << " questions; ";
  char time[32];
  std::snprintf(time, sizeof time, "%.1f s", seconds);
  std::cerr << time << "\n";
  for (const auto& [reason, count] : summary.failures) std::cerr << "  " << count << " × " << foi::shown_line(reason) << "\n";
  std::cerr << "To search it: foi-server --library " << foi::shown_line(library.string()) << "\n";
}

int run_build(foi::BuildOptions options) {
  const auto start = std::chrono::steady_clock::now();
  StderrReporter reporter;
  const Result<foi::BuildSummary> summary = foi::build(options, foi::builtin_reference(), reporter);
  reporter.end_line();
  if (!summary) return fail(summary.error());
  print_summary(*summary, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), options.library);
  return summary->failed > 0 ? kSomeFailed : kDone;
}

std::string today() {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return foi::to_iso(foi::Date(days));
}

foi::DecisionOptions decision(const fs::path& library) {
  return {library, {.jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()))}};
}

// Carries out a decision and says in one line what holds now.
template <class Decide>
int run_decision(const std::string& done, Decide decide) {
  StderrReporter reporter;
  const foi::Status status = decide(reporter);
  reporter.end_line();
  if (!status) return fail(status.error());
  std::cerr << foi::shown_line(done) << "\n";
  return kDone;
}

int run_removals(const fs::path& dir) {
  const Result<foi::library::Library> library = foi::library::Library::open_to_read(dir);
  if (!library) return fail(library.error());
  const auto removals = library->removals();
  if (!removals) return fail(removals.error());
  for (const foi::library::Removal& removal : *removals)
    std::cout << removal.id << "  " << removal.date << "  " << foi::shown_line(removal.reason) << "\n";
  return kDone;
}

// Prints lines in the order of their number, whatever order they arrive in.
class OrderedPrinter {
 public:
  void put(std::size_t number, std::string line) {
    const std::lock_guard lock(mutex_);
    waiting_.emplace(number, std::move(line));
    for (auto first = waiting_.begin(); first != waiting_.end() && first->first == next_; first = waiting_.erase(first), ++next_)
      if (!first->second.empty()) std::cout << first->second << "\n";
  }

 private:
  std::mutex mutex_;
  std::size_t next_ = 0;
  std::map<std::size_t, std::string> waiting_;
};

struct InspectFlags {
  bool pages = false, explain = false;
};

// What inspect prints of one file, without the end of its last line; error says why the file could not be read.
struct Inspected {
  std::string text;
  std::optional<Error> error;
};

Result<Inspected> explained(const fs::path& file, bool with_pages, foi::extract::Extractor& extractor) {
  const Result<foi::Explained> document = foi::explain(file, extractor, foi::builtin_reference());
  if (!document) return document.error();
  std::string text = foi::shown_line(file.string()) + "\n" + foi::understand::to_text(document->explanations);
  if (with_pages)
    for (const foi::Page& page : document->published.pages) text += "  page " + std::to_string(page.number) + "\n" + page.text + "\n";
  return Inspected{std::move(text), document->published.record.error};
}

Result<Inspected> inspected(const fs::path& file, bool with_pages, foi::extract::Extractor& extractor) {
  const Result<foi::Published> document = foi::inspect(file, extractor, foi::builtin_reference());
  if (!document) return document.error();
  return Inspected{with_pages ? foi::record_to_json_with_text(document->record, document->pages)
                              : foi::record_to_json(document->record, foi::Audience::kInspect),
                   document->record.error};
}

int run_inspect(const std::vector<fs::path>& files, InspectFlags what, const ExtractFlags& flags) {
  foi::extract::Extractor extractor(extract_options(flags));
  if (foi::Status status = extractor.check(); !status) return fail(status.error());
  OrderedPrinter printer;
  std::mutex mutex;
  bool some_failed = false;
  const auto one = [&](std::size_t i) -> foi::Status {
    const Result<Inspected> read = what.explain ? explained(files[i], what.pages, extractor) : inspected(files[i], what.pages, extractor);
    printer.put(i, read ? read->text : std::string());
    if (!read) return read.error();
    if (read->error) {
      const std::lock_guard lock(mutex);
      some_failed = true;
      std::cerr << foi::shown_line("could not read " + files[i].string() + ": " + read->error->message) << "\n";
    }
    return foi::success();
  };
  const foi::Status status = foi::for_each_in_parallel(files.size(), flags.jobs, one);
  std::cout << std::flush;
  if (!status) return fail(status.error());
  if (!std::cout) return fail(foi::environment_error("cannot write to standard output"));
  return some_failed ? kSomeFailed : kDone;
}

int run_stats(const fs::path& dir) {
  const Result<foi::library::Library> library = foi::library::Library::open_to_read(dir);
  if (!library) return fail(library.error());
  const Result<foi::library::Totals> totals = library->totals();
  if (!totals) return fail(totals.error());
  std::cout << "documents           " << totals->documents << "\n"
            << "could not be read   " << totals->failed << "\n"
            << "removed             " << totals->removed << "\n"
            << "pages               " << totals->pages << "\n"
            << "pages read by OCR   " << totals->ocr_pages << "\n"
            << "originals, bytes    " << totals->original_bytes << "\n"
            << "extractions, bytes  " << totals->extraction_bytes << "\n"
            << "generation          " << (totals->generation.empty() ? "none published yet" : totals->generation) << "\n";
  return kDone;
}

int run_check(const fs::path& dir) {
  const Result<foi::library::Library> library = foi::library::Library::open_to_read(dir);
  if (!library) return fail(library.error());
  const Result<std::vector<std::string>> damages = library->check();
  if (!damages) return fail(damages.error());
  for (const std::string& damage : *damages) std::cout << foi::shown_line(damage) << "\n";
  if (!damages->empty())
    return fail(
        foi::environment_error(std::to_string(damages->size()) + " faults found; foi-index build mends the index, not lost originals"));
  std::cout << "no fault found\n";
  return kDone;
}

int run(int argc, char** argv) {
  CLI::App app("Reads published Freedom of Information responses and makes them searchable.", "foi-index");
  app.set_version_flag("--version", FOI_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 done; 1 done, but some documents could not be read; 2 wrong use; 3 the surroundings failed (disk, library, "
      "programs).");

  fs::path library;
  const auto add_library = [&](CLI::App* command) {
    command->add_option("--library", library, "the folder that holds the library")->required()->envname("FOI_LIBRARY")->type_name("DIR");
  };
  ExtractFlags flags;

  foi::BuildOptions options;
  CLI::App* build = app.add_subcommand("build", "read folders into a library and publish its index");
  build->add_option("CORPUS", options.folders, "folders of published responses (default: those the library knows)")->type_name("FOLDER");
  build->add_flag("--allow-removals", options.allow_removals, "go on although more than a tenth of a folder's files are gone");
  build->add_flag("--rebuild", options.rebuild, "make every record and the index again; what was extracted stays");
  add_library(build);
  add_extract_options(*build, flags);

  std::vector<fs::path> files;
  InspectFlags what;
  CLI::App* inspect = app.add_subcommand("inspect", "print what is understood of files, one JSON record a line; needs no library");
  inspect->add_option("FILE", files, "files to read")->required()->type_name("FILE");
  inspect->add_flag("--pages", what.pages, "with the masked text of each page");
  inspect->add_flag("--explain", what.explain, "instead of a record: which words led to which claim, for people");
  add_extract_options(*inspect, flags);

  std::string id, reason;
  bool keep_original = false;
  CLI::App* remove =
      app.add_subcommand("remove", "take a document out, with what stands only inside it, for ever and wherever they turn up again");
  remove->add_option("ID", id, "the document's id: in the address of its page after /d/")->required();
  remove->add_option("--reason", reason, "why; kept in the list of removals, shown to nobody else")->required()->type_name("TEXT");
  remove->add_flag("--keep-original", keep_original, "keep the original and what was extracted from it in the library");
  add_library(remove);
  CLI::App* restore = app.add_subcommand("restore", "undo a removal");
  restore->add_option("ID", id, "the document's id")->required();
  add_library(restore);
  CLI::App* removals = app.add_subcommand("removals", "list what was removed, when and why");
  add_library(removals);
  fs::path folder;
  CLI::App* forget = app.add_subcommand("forget", "forget a folder that is gone for good; its documents leave the index");
  forget->add_option("FOLDER", folder, "the folder, as foi-index build was given it")->required();
  add_library(forget);

  CLI::App* stats = app.add_subcommand("stats", "count what a library holds");
  add_library(stats);
  CLI::App* check = app.add_subcommand("check", "look for damage in a library");
  add_library(check);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kUsage;
  }
  const foi::Reference& reference = foi::builtin_reference();
  if (build->parsed()) {
    options.library = library;
    options.extract = extract_options(flags);
    return run_build(options);
  }
  if (remove->parsed())
    return run_decision("removed " + id + "; foi-index restore " + id + " would undo it", [&](foi::Reporter& reporter) {
      return foi::remove(decision(library), id, reason, today(), keep_original, reference, reporter);
    });
  if (restore->parsed())
    return run_decision("restored " + id,
                        [&](foi::Reporter& reporter) { return foi::restore(decision(library), id, reference, reporter); });
  if (forget->parsed())
    return run_decision("forgot " + folder.string(),
                        [&](foi::Reporter& reporter) { return foi::forget(decision(library), folder, reference, reporter); });
  if (removals->parsed()) return run_removals(library);
  if (inspect->parsed()) return run_inspect(files, what, flags);
  if (stats->parsed()) return run_stats(library);
  return run_check(library);
}

}  // namespace

int main(int argc, char** argv) {
  // A quota or limit that is reached is an error like a full disk, not a signal.
  std::signal(SIGXFSZ, SIG_IGN);
  int exit_code = kEnvironment;
  const foi::Status ran = foi::without_throwing([&] {
    exit_code = run(argc, argv);
    return foi::success();
  });
  return ran ? exit_code : fail(ran.error());
}
