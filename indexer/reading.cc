#include "indexer/reading.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "indexer/binding.h"
#include "indexer/discover.h"
#include "indexer/extract/extractor.h"
#include "indexer/library/identity.h"
#include "indexer/model/codec.h"
#include "indexer/model/text.h"
#include "indexer/open_file.h"
#include "indexer/understand/understand.h"
#include "indexer/work_queue.h"

namespace foi {

namespace {

namespace fs = std::filesystem;
using library::Library;
using library::Place;
using library::RecordRow;

// Records put in one transaction: few enough to stay in the database's memory and to lose little when killed, and a commit costs
// milliseconds.
constexpr std::size_t kRecordsPerCommit = 256;

// A document and where it stands; the first place in order of folder and path names it, the first with a log entry speaks for it.
struct Found {
  std::string id, sha256;
  std::uint64_t bytes = 0;
  std::string folder, path;  // path: as shown to people, folder and path
  std::string log;           // coded, or empty
  std::string made_from;
};

// Extensions that tell text formats apart, which bytes cannot: what the extraction of such a file depends on beside its bytes.
std::string text_hint(const std::string& path) {
  constexpr std::array<std::string_view, 6> kHints{"csv", "tsv", "md", "markdown", "txt", "eml"};
  std::string extension = to_lower_ascii(fs::path(path).extension().string());
  if (!extension.empty()) extension.erase(0, 1);
  return std::find(kHints.begin(), kHints.end(), extension) == kHints.end() ? std::string() : "-" + extension;
}

// The cache keeps failures too, when the bytes are at fault: they would fail again.
std::string encode_cached(const Result<Extraction>& extraction) {
  if (extraction) return "+" + encode(*extraction);
  return "-" + extraction.error().message;
}

Result<Result<Extraction>> decode_cached(std::string_view bytes) {
  if (bytes.starts_with('-')) return Result<Extraction>(document_error(std::string(bytes.substr(1))));
  if (!bytes.starts_with('+')) return environment_error("a cached extraction is damaged");
  Result<Extraction> extraction = decode_extraction(bytes.substr(1));
  if (!extraction) return extraction.error();
  return extraction;
}

Source source_of(const Found& found, const std::optional<LogEntry>& log, std::string media_type) {
  Source source;
  source.path = found.path;
  source.sha256 = found.sha256;
  source.bytes = found.bytes;
  source.media_type = std::move(media_type);
  if (log) {
    source.url = log->url;
    source.licence = log->licence;
  }
  return source;
}

class Reading {
 public:
  Reading(const BuildOptions& options, const Reference& reference, Library& library, Reporter& reporter, BuildSummary& summary)
      : options_(options), reference_(reference), library_(library), reporter_(reporter), summary_(summary), extractor_(options.extract) {}

  Status find();
  Status read_all();

 private:
  std::string extraction_key(const Found& found) const;
  std::string made_from(const Found& found) const;
  Status tell_failure(const Found& found);
  Result<Result<Extraction>> extraction_of(const Found& found);
  Status read(const Found& found);
  Status keep(const Found& found, const Published& document, bool retry);

  const BuildOptions& options_;
  const Reference& reference_;
  Library& library_;
  Reporter& reporter_;
  BuildSummary& summary_;
  extract::Extractor extractor_;
  std::mutex mutex_;  // over reporter_, summary_, read_ and writing to library_
  std::vector<Found> found_;
  std::vector<std::size_t> wanted_;  // places in found_
  std::uint64_t read_ = 0;
};

std::string Reading::extraction_key(const Found& found) const {
  return found.sha256 + "-" + std::to_string(extract::kExtractorNumber) + "-" + options_.extract.ocr.languages + "-" +
         std::to_string(options_.extract.ocr.dpi) + text_hint(found.path);
}

std::string Reading::made_from(const Found& found) const {
  ByteWriter out;
  for (const std::string& part : {options_.code, extraction_key(found), found.folder, found.path, found.log}) out.string(part);
  return library::sha256_hex(out.bytes());
}

Status Reading::find() {
  std::unordered_map<std::string, std::size_t> by_id;
  Status gathered = library_.for_each_place([&](Place place) -> Status {
    const auto [at, is_new] = by_id.emplace(place.id, found_.size());
    if (is_new)
      found_.push_back({.id = std::move(place.id),
                        .sha256 = std::move(place.sha256),
                        .bytes = place.bytes,
                        .folder = place.folder,
                        .path = (fs::path(place.folder) / place.path).string(),
                        .log = std::move(place.log),
                        .made_from = {}});
    else if (found_[at->second].log.empty())
      found_[at->second].log = std::move(place.log);
    return success();
  });
  if (!gathered) return gathered;
  Result<std::vector<RecordRow>> rows = library_.record_rows();
  if (!rows) return rows.error();
  std::unordered_map<std::string_view, const RecordRow*> by_record;
  for (const RecordRow& row : *rows) by_record.emplace(row.id, &row);
  for (std::size_t i = 0; i < found_.size(); ++i) {
    Found& found = found_[i];
    found.made_from = made_from(found);
    const auto known = by_record.find(found.id);
    if (options_.rebuild || known == by_record.end() || known->second->note.made_from != found.made_from)
      wanted_.push_back(i);
    else if (known->second->failed)
      if (Status told = tell_failure(found); !told) return told;
  }
  return success();
}

// What could not be read before and would not be now is named again: it is still missing.
Status Reading::tell_failure(const Found& found) {
  Result<std::optional<std::string>> bytes = library_.published(found.id);
  if (!bytes) return bytes.error();
  Result<Published> document = decode_published(*bytes ? **bytes : std::string());
  if (!document || !document->record.error) return success();  // foi-index check tells of damage
  reporter_.failure(found.path, *document->record.error);
  ++summary_.failed;
  ++summary_.failures[document->record.error->message];
  return success();
}

Status Reading::read_all() {
  reporter_.progress("reading", 0, wanted_.size());
  if (Status begun = library_.begin(); !begun) return begun;
  Status status = for_each_in_parallel(wanted_.size(), options_.extract.jobs, [&](std::size_t i) -> Status {
    if (Status done = read(found_[wanted_[i]]); !done) return done;
    const std::lock_guard lock(mutex_);
    reporter_.progress("reading", ++read_, wanted_.size());
    if (read_ % kRecordsPerCommit != 0) return success();
    if (Status committed = library_.commit(); !committed) return committed;
    return library_.begin();
  });
  // What was understood before an error stays: the next build carries on from it.
  if (Status committed = library_.commit(); !committed) return status ? committed : status;
  if (!status) return status;
  return library_.drop_records_except_documents();
}

// The outer error is the world's, the inner one the document's or the worker's.
Result<Result<Extraction>> Reading::extraction_of(const Found& found) {
  const std::string key = extraction_key(found);
  Result<std::optional<std::string>> cached = library_.get_extraction(key);
  if (!cached) return cached.error();
  if (*cached)
    if (Result<Result<Extraction>> decoded = decode_cached(**cached)) return decoded;  // a damaged one is made again

  const OpenFile original(library_.original_path(found.sha256));
  if (!original.is_regular())
    return Result<Extraction>(
        worker_error("its original is not in the library; foi-index build " + clean_utf8(found.folder) + " reads it again"));
  Result<Extraction> extraction = extractor_.extract(original.get(), found.bytes, fs::path(found.path).filename().string());
  if (!extraction && extraction.error().fault == Fault::kEnvironment) return extraction.error();
  if (extraction || extraction.error().fault == Fault::kDocument)
    if (Status kept = library_.put_extraction(key, encode_cached(extraction)); !kept) return kept.error();
  const std::lock_guard lock(mutex_);
  ++summary_.read;
  return extraction;
}

Status Reading::read(const Found& found) {
  Result<Result<Extraction>> outcome = extraction_of(found);
  if (!outcome) return outcome.error();
  const Result<Extraction>& extraction = *outcome;
  const std::optional<LogEntry> log = found.log.empty() ? std::nullopt : decode_log(found.log);
  Published document;
  if (extraction)
    document = understand::understand(
        {found.id, source_of(found, log, extraction->media_type), std::nullopt, *extraction, log ? &*log : nullptr}, reference_);
  else
    document.record = understand::unreadable(found.id, source_of(found, log, "application/octet-stream"), std::nullopt, extraction.error());
  return keep(found, document, !extraction && extraction.error().fault == Fault::kWorker);
}

// retry: the next build tries again, since the fault may not be the document's.
Status Reading::keep(const Found& found, const Published& document, bool retry) {
  const std::optional<LogEntry> log = found.log.empty() ? std::nullopt : decode_log(found.log);
  const Binding binding{found.folder, log && log->in_reply_to ? *log->in_reply_to : std::string(), relate::summarise(document.record)};
  const std::lock_guard lock(mutex_);
  if (document.record.error) {
    reporter_.failure(found.path, *document.record.error);
    ++summary_.failed;
    ++summary_.failures[document.record.error->message];
  }
  return library_.put_record(found.id, encode(document), {.made_from = retry ? std::string() : found.made_from, .brief = encode(binding)});
}

}  // namespace

Status read_documents(const BuildOptions& options, const Reference& reference, Library& library, Reporter& reporter,
                      BuildSummary& summary) {
  Reading reading(options, reference, library, reporter, summary);
  if (Status found = reading.find(); !found) return found;
  return reading.read_all();
}

}  // namespace foi
