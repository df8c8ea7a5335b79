#include "indexer/extract/extractor.h"

#include <algorithm>
#include <atomic>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/extract/conversation.h"
#include "indexer/extract/nursery.h"
#include "indexer/extract/ocr_run.h"
#include "indexer/extract/slots.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {

namespace {

using How = Ending::How;

// The text worker tells such a file apart and leaves it to another.
constexpr std::string_view kLegacyWord = "application/msword";

// The extension of a file name as a worker is told it: lower-case letters and digits, or nothing.
std::string extension_of(std::string_view name) {
  constexpr std::size_t kLongest = 16;
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || name.size() - dot - 1 > kLongest) return {};
  const std::string extension = to_lower_ascii(name.substr(dot + 1));
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return std::all_of(extension.begin(), extension.end(), plain) ? extension : std::string();
}

std::vector<std::string> text_arguments(const Options& options, std::string_view name_hint) {
  std::vector<std::string> arguments{"--hint=" + extension_of(name_hint)};
  if (!options.sandbox) arguments.emplace_back("--no-sandbox");
  return arguments;
}

bool has_text(const Page& page) { return page.source != PageSource::kNone && !trim(page.text).empty(); }

Page unread_page(std::uint32_t number) {
  Page page;
  page.number = number;
  page.source = PageSource::kNone;
  page.confidence = 0;
  return page;
}

Note unread_note(std::uint32_t number, const std::string& why) { return {number, "page could not be read: " + why}; }

// Why a page that was announced did not come. The worker ended on page `reached`, if it was not done.
std::string reason_missing(const Report& report, std::uint32_t number, std::uint32_t reached) {
  if (report.ending.how == How::kDone || number < reached) return "the reader gave nothing for it";
  const std::string& why = report.ending.error.message;
  return number == reached ? why : why + " on page " + std::to_string(reached);
}

// Pages that were announced but did not come, in their places.
void fill_gaps(const Report& report, Extraction& extraction) {
  std::vector<Page> given = std::exchange(extraction.pages, {});
  const std::uint32_t reached = given.empty() ? 1 : given.back().number + 1;
  auto next = given.begin();
  for (std::uint32_t number = 1; number <= report.page_count; ++number) {
    if (next != given.end() && next->number == number) {
      extraction.pages.push_back(std::move(*next++));
    } else {
      extraction.pages.push_back(unread_page(number));
      extraction.notes.push_back(unread_note(number, reason_missing(report, number, reached)));
    }
  }
}

// The flagged page, or what OCR made of it; never both. A page without text of its own that OCR could not read either is kNone.
void settle_page(Page& page, OcrOutcome& ocr, std::vector<Note>& notes) {
  const auto read = ocr.pages.find(page.number);
  const bool keep = has_text(page);
  if (read != ocr.pages.end() && (has_text(read->second) || !keep)) {
    page = std::move(read->second);
    return;
  }
  if (const auto failure = ocr.failures.find(page.number); failure != ocr.failures.end())
    notes.push_back(keep ? Note{page.number, "OCR failed, so the page's own text stands: " + failure->second}
                         : unread_note(page.number, failure->second));
  if (keep) return;
  page.source = PageSource::kNone;
  page.confidence = 0;
  page.text.clear();
  page.words.clear();
}

// Why a document of pictures gave not even one page, if it did not.
std::optional<Error> nothing_read(const Extraction& extraction, const OcrOutcome& ocr) {
  const auto unread = [](const Page& page) { return page.source == PageSource::kNone; };
  if (!extraction.media_type.starts_with("image/") || !std::all_of(extraction.pages.begin(), extraction.pages.end(), unread))
    return std::nullopt;
  if (!ocr.failures.empty()) return worker_error(ocr.failures.begin()->second);
  return document_error(ocr.notes.empty() ? "nothing in it can be read" : ocr.notes.front().what);
}

// Notes in the order of pages, those of the document first; the same words from several OCR workers once.
void sort_notes(std::vector<Note>& notes) {
  std::stable_sort(notes.begin(), notes.end(), [](const Note& a, const Note& b) { return a.page < b.page; });
  notes.erase(std::unique(notes.begin(), notes.end()), notes.end());
}

bool environment_failed(const Report& report) {
  return report.ending.how != How::kDone && report.ending.error.fault == Fault::kEnvironment;
}

// True when what came before the end can be used: a worker that lied is not believed in anything.
bool worth_keeping(const Report& report) {
  if (report.ending.how == How::kDone) return true;
  return report.ending.how != How::kLied && !environment_failed(report) && !report.pages.empty();
}

Status check_worker(Command command, const Options& options) {
  command.arguments.emplace_back("--check");
  if (!options.sandbox) command.arguments.emplace_back("--no-sandbox");
  const Report report = converse(WorkerProcess::start(command, -1), {Role::kCheck, 1, 1, options.deadlines, {}});
  if (report.ending.how == How::kDone) return success();
  if (report.ending.how == How::kNotStarted) return report.ending.error;
  std::string message = command.program.string() + ": " + report.ending.error.message;
  // It reads no document here, so the machine is at fault.
  if (report.ending.how == How::kDied) message += "; install it anew, or raise the memory limit";
  return environment_error(std::move(message));
}

}  // namespace

std::string left_out_message(std::size_t count) {
  return std::to_string(count) + " of the documents inside were left out: encrypted, or more or larger than are read";
}

struct Extractor::Impl {
  explicit Impl(Options given)
      : options(std::move(given)), slots(std::max(options.jobs, 1)), nurseries(options.text_worker, options.deadlines) {}

  Result<WorkerProcess> start_text_worker(std::vector<std::string> arguments, int descriptor) {
    if (options.nurseries) return nurseries.start(std::move(arguments), descriptor);
    return WorkerProcess::start({options.text_worker, std::move(arguments)}, descriptor);
  }

  Result<Extraction> extract(int descriptor, std::string_view name_hint, const MemberTaker& take_member);
  Status read_scans(int descriptor, const std::vector<std::uint32_t>& scans, Extraction& extraction);
  Report read_legacy_word(int descriptor);

  const Options options;
  Slots slots;
  Nurseries nurseries;
  std::atomic<std::uint64_t> pages{0}, ocr_pages{0};
};

Report Extractor::Impl::read_legacy_word(int descriptor) {
  if (options.doc_worker.empty()) {
    Report report;
    report.ending = {How::kFailure, document_error("not read yet: " + std::string(kLegacyWord))};
    return report;
  }
  const Slots::Lease slot(slots);
  return converse(WorkerProcess::start({options.doc_worker, text_arguments(options, "")}, descriptor),
                  {Role::kText, 1, limits::kMaxPages, options.deadlines, {}});
}

Status Extractor::Impl::read_scans(int descriptor, const std::vector<std::uint32_t>& scans, Extraction& extraction) {
  Result<OcrOutcome> ocr = run_ocr(options, slots, descriptor, extraction.media_type, scans);
  if (!ocr) return ocr.error();
  for (const std::uint32_t number : scans) settle_page(extraction.pages[number - 1], *ocr, extraction.notes);
  if (const std::optional<Error> nothing = nothing_read(extraction, *ocr)) return *nothing;
  std::move(ocr->notes.begin(), ocr->notes.end(), std::back_inserter(extraction.notes));
  if (!ocr->engine.empty() && ocr->engine != extraction.engine) extraction.engine += (extraction.engine.empty() ? "" : "; ") + ocr->engine;
  return success();
}

Result<Extraction> Extractor::Impl::extract(int descriptor, std::string_view name_hint, const MemberTaker& take_member) {
  Report report = [&] {
    const Slots::Lease slot(slots);
    return converse(start_text_worker(text_arguments(options, name_hint), descriptor),
                    {Role::kText, 1, limits::kMaxPages, options.deadlines, take_member});
  }();
  if (worth_keeping(report) && report.media_type == kLegacyWord) report = read_legacy_word(descriptor);
  if (!worth_keeping(report)) return report.ending.error;
  Extraction extraction{
      report.media_type,           {}, std::move(report.hidden), std::move(report.notes), {}, report.engine, std::move(report.listings),
      std::move(report.cell_links)};
  for (std::string& name : report.left_out) extraction.members.push_back({std::move(name), {}, 0});
  if (!extraction.members.empty()) extraction.notes.push_back({0, left_out_message(extraction.members.size())});
  std::vector<std::uint32_t> scans;
  for (GivenPage& given : report.pages) {
    if (given.needs_ocr) scans.push_back(given.page.number);
    extraction.pages.push_back(std::move(given.page));
  }
  if (report.fonts_closed) extraction.notes.push_back({0, "read without fonts: the kernel has no Landlock"});
  fill_gaps(report, extraction);
  if (!scans.empty())
    if (const Status read = read_scans(descriptor, scans, extraction); !read) return read.error();
  sort_notes(extraction.notes);
  return extraction;
}

Extractor::Extractor(Options options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Extractor::~Extractor() = default;

Status Extractor::check() const {
  const Options& options = impl_->options;
  if (const Status text = check_worker({options.text_worker, {}}, options); !text) return text;
  return check_worker({options.ocr_worker, {"--languages=" + options.ocr.languages}}, options);
}

Result<Extraction> Extractor::extract(int descriptor, std::uint64_t size, std::string_view name_hint, const MemberTaker& take_member) {
  if (size == 0) return document_error("empty file");
  if (size > limits::kMaxDocumentBytes)
    return document_error("larger than " + std::to_string(limits::kMaxDocumentBytes >> 20) + " MiB, the most that is read");
  try {
    Result<Extraction> extraction = impl_->extract(descriptor, name_hint, take_member);
    if (!extraction) return extraction;
    impl_->pages += extraction->pages.size();
    impl_->ocr_pages += static_cast<std::uint64_t>(std::count_if(extraction->pages.begin(), extraction->pages.end(),
                                                                 [](const Page& page) { return page.source == PageSource::kOcr; }));
    return extraction;
  } catch (const std::bad_alloc&) {
    return environment_error("out of memory while a document was read: use fewer --jobs");
  }
}

Counters Extractor::counters() const { return {impl_->pages, impl_->ocr_pages}; }

}  // namespace foi::extract
