#include "indexer/extract/ocr_run.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <new>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "indexer/model/limits.h"

namespace foi::extract {

namespace {

// Pages one worker is asked for, one-based, both included.
struct Chunk {
  std::uint32_t first = 1, last = 1;
};

std::vector<Chunk> chunks_of(const std::vector<std::uint32_t>& pages) {
  std::vector<Chunk> chunks;
  for (const std::uint32_t page : pages) {
    const bool follows = !chunks.empty() && page == chunks.back().last + 1;
    if (follows && page - chunks.back().first < limits::kOcrChunkPages)
      chunks.back().last = page;
    else
      chunks.push_back({page, page});
  }
  return chunks;
}

Command ocr_command(const Options& options, const std::string& media_type, Chunk chunk) {
  Command command{options.ocr_worker,
                  {"--languages=" + options.ocr.languages, "--dpi=" + std::to_string(options.ocr.dpi),
                   "--pages=" + std::to_string(chunk.first) + "-" + std::to_string(chunk.last), "--media-type=" + media_type}};
  if (!options.sandbox) command.arguments.emplace_back("--no-sandbox");
  return command;
}

class OcrRun {
 public:
  OcrRun(const Options& options, Slots& slots, int document, const std::string& media_type, std::vector<Chunk> chunks)
      : options_(options),
        slots_(slots),
        document_(document),
        media_type_(media_type),
        chunks_(std::move(chunks)),
        results_(chunks_.size()) {}

  Result<OcrOutcome> run() &&;

 private:
  void take_chunks();
  Result<OcrOutcome> read_in_slot(Chunk chunk);
  Result<OcrOutcome> read_chunk(Chunk chunk);

  const Options& options_;
  Slots& slots_;
  const int document_;
  const std::string& media_type_;
  const std::vector<Chunk> chunks_;
  std::vector<OcrOutcome> results_;  // one for each chunk, so that order of ending decides nothing
  std::atomic<std::size_t> next_{0};
  std::atomic<std::uint32_t> lost_{0};  // pages at which a worker died or hung
  std::atomic<bool> stopped_{false};
  std::mutex error_mutex_;
  std::optional<Error> error_;
};

// What a report gives, and the page at which its worker ended before it was done (0: it was done).
std::uint32_t add_report(Report&& report, Chunk asked, OcrOutcome& outcome) {
  const std::uint32_t reached = report.pages.empty() ? asked.first : report.pages.back().page.number + 1;
  for (GivenPage& given : report.pages) outcome.pages.emplace(given.page.number, std::move(given.page));
  std::move(report.notes.begin(), report.notes.end(), std::back_inserter(outcome.notes));
  if (!report.engine.empty()) outcome.engine = std::move(report.engine);
  return report.ending.how == Ending::How::kDone || reached > asked.last ? 0 : reached;
}

void fail_missing(Chunk chunk, const std::string& why, OcrOutcome& outcome) {
  for (std::uint32_t page = chunk.first; page <= chunk.last; ++page)
    if (!outcome.pages.contains(page)) outcome.failures.emplace(page, why);
}

Result<OcrOutcome> OcrRun::read_chunk(Chunk chunk) {
  OcrOutcome outcome;
  Chunk left = chunk;
  while (left.first <= left.last && !stopped_) {
    if (lost_ >= limits::kMaxLostOcrPages) {
      fail_missing(left, "not tried, since the reader was lost on too many pages", outcome);
      break;
    }
    Report report = converse(WorkerProcess::start(ocr_command(options_, media_type_, left), document_),
                             {Role::kOcr, left.first, left.last, options_.deadlines, {}});
    const Ending ending = report.ending;
    if (ending.how != Ending::How::kDone && ending.error.fault == Fault::kEnvironment) return ending.error;
    const bool unreadable = ending.how == Ending::How::kFailure && !report.announced;
    const std::uint32_t lost = add_report(std::move(report), left, outcome);
    if (lost == 0) break;
    if (unreadable) {  // the document as a whole: another worker would say the same of each page
      fail_missing(left, ending.error.message, outcome);
      break;
    }
    outcome.failures.emplace(lost, ending.error.message);
    ++lost_;
    left.first = lost + 1;
  }
  fail_missing(chunk, "the reader gave nothing for it", outcome);
  return outcome;
}

Result<OcrOutcome> OcrRun::read_in_slot(Chunk chunk) {
  const Slots::Lease slot(slots_);
  try {
    return read_chunk(chunk);
  } catch (const std::bad_alloc&) {  // must not leave a thread of ours
    return environment_error("out of memory while a scan was read: use fewer --jobs");
  }
}

void OcrRun::take_chunks() {
  for (std::size_t i = next_++; i < chunks_.size() && !stopped_; i = next_++) {
    Result<OcrOutcome> outcome = read_in_slot(chunks_[i]);
    if (outcome) {
      results_[i] = std::move(*outcome);
      continue;
    }
    const std::lock_guard lock(error_mutex_);
    error_ = outcome.error();
    stopped_ = true;
  }
}

Result<OcrOutcome> OcrRun::run() && {
  std::vector<std::jthread> helpers;
  const std::size_t wanted = std::min(static_cast<std::size_t>(std::max(options_.jobs, 1)), chunks_.size());
  try {
    while (helpers.size() + 1 < wanted) helpers.emplace_back([this] { take_chunks(); });
  } catch (const std::system_error&) {
    // No more threads to be had: those there are do the work.
  }
  take_chunks();
  helpers.clear();
  if (error_) return *error_;
  OcrOutcome all;
  for (OcrOutcome& result : results_) {
    all.pages.merge(result.pages);
    all.failures.merge(result.failures);
    std::move(result.notes.begin(), result.notes.end(), std::back_inserter(all.notes));
    if (all.engine.empty()) all.engine = std::move(result.engine);
  }
  return all;
}

}  // namespace

Result<OcrOutcome> run_ocr(const Options& options, Slots& slots, int document, const std::string& media_type,
                           const std::vector<std::uint32_t>& pages) {
  return OcrRun(options, slots, document, media_type, chunks_of(pages)).run();
}

}  // namespace foi::extract
