#include "indexer/pipeline.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <set>
#include <unordered_map>
#include <utility>

#include "indexer/discover.h"
#include "indexer/index/writer.h"
#include "indexer/library/identity.h"
#include "indexer/library/library.h"
#include "indexer/model/codec.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"
#include "indexer/relate/relate.h"
#include "indexer/understand/understand.h"
#include "indexer/work_queue.h"

namespace foi {

namespace {

namespace fs = std::filesystem;
using library::DocumentRow;
using library::Library;
using library::SourceRow;

class OpenFile {
 public:
  // Never follows a link and never waits on a FIFO: what stands there now may not be what was found.
  explicit OpenFile(const fs::path& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)), error_(errno) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int get() const { return descriptor_; }
  // For people. Precondition: !is_regular().
  std::string why_not() const {
    return descriptor_ < 0 ? std::string("cannot be opened: ") + std::strerror(error_) : "is no file any more";
  }
  bool is_regular() const {
    struct stat st {};
    return descriptor_ >= 0 && ::fstat(descriptor_, &st) == 0 && S_ISREG(st.st_mode);
  }

 private:
  int descriptor_;
  int error_;
};

// Bytes as a file that can be read.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(::memfd_create("member", MFD_CLOEXEC)) {
    while (descriptor_ >= 0 && !bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written > 0)
        bytes.remove_prefix(static_cast<std::size_t>(written));
      else if (errno != EINTR)
        ::close(std::exchange(descriptor_, -1));
    }
  }
  ~MemoryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

// A document and where it was found; the first place in order of folder and path gives its path and its log entry.
struct Found {
  std::string id, sha256;
  std::uint64_t bytes = 0;
  std::string path;  // as shown to people: folder and path
  const LogEntry* log = nullptr;
  std::optional<std::string> parent;  // the document it stands inside
  std::size_t folder = 0, row = 0;    // its place: of folders_, and of the folder's rows
  std::uint32_t depth = 0;            // how many documents it stands inside
  std::size_t file = 0;               // of found_: the document on disk that holds it, or itself
  std::vector<Member> members;        // found inside it in this run
  bool done = false;
};

struct Folder {
  fs::path path;
  Discovery discovery;
  std::vector<SourceRow> rows;
};

// One run. Every stage is a function; build() below says their order.
class Build {
 public:
  Build(const BuildOptions& options, const Reference& reference, Reporter& reporter, Library& library)
      : options_(options), reference_(reference), reporter_(reporter), library_(library), extractor_(options.extract) {}

  Status discover_folders();
  Status identify_files();
  Status read_documents();
  Status relate_records();
  Status publish_index();
  BuildSummary summary() const { return summary_; }

 private:
  Status identify(Folder& folder);
  Result<SourceRow> identify(const Folder& folder, const FoundFile& file, const SourceRow* known);
  Status guard_removals(const Folder& folder, const std::vector<SourceRow>& known) const;
  void collect_found();
  Found* add_found(std::size_t folder, std::size_t row_number, const Found* container);
  Status read_round(const std::vector<std::size_t>& wanted);
  Result<std::vector<std::size_t>> unread_documents();
  Status adopt_members(const std::vector<std::size_t>& read);
  void adopt(std::size_t container);
  Status read(Found& found);
  Result<Result<Extraction>> extraction_of(const Found& found);
  Status keep_member(std::string_view name, std::string_view bytes, std::vector<Member>& members);
  std::string extraction_key(std::string_view sha256) const;
  // Authority '\0' key of the reference → document.
  using ByReference = std::unordered_multimap<std::string, std::string>;
  std::optional<std::string> reply_target(const relate::Summary& summary, const ByReference& by_reference) const;

  const BuildOptions& options_;
  const Reference& reference_;
  Reporter& reporter_;
  Library& library_;
  extract::Extractor extractor_;
  std::mutex mutex_;  // over reporter_, summary_ and writing to library_
  std::vector<Folder> folders_;
  std::vector<DocumentRow> new_documents_;
  std::vector<Found> found_;
  std::unordered_map<std::string, std::size_t> found_by_id_;
  std::unordered_map<std::size_t, std::uint32_t> members_of_file_;  // of found_ → how many documents stand inside
  std::unordered_map<std::string, std::string> id_by_place_;        // folder '\0' relative path → id
  std::unordered_map<std::string, relate::Related> related_;
  std::uint64_t identified_ = 0, read_ = 0;
  BuildSummary summary_;
};

// Where a document inside a file is: the file's path, this, and its name there.
constexpr std::string_view kInside = "!/";

// True when the row is of a document inside a file that is present. Of a file and a folder of one name only one can be.
bool is_inside(const SourceRow& row, const std::set<std::string_view>& present) {
  const std::string_view path = row.path;
  for (std::size_t at = path.find(kInside); at != std::string_view::npos; at = path.find(kInside, at + 1))
    if (present.contains(path.substr(0, at))) return true;
  return false;
}

std::string place(std::string_view folder, std::string_view path) { return std::string(folder) + '\0' + std::string(path); }

// -- discover

Status Build::discover_folders() {
  std::vector<fs::path> wanted = options_.folders;
  if (wanted.empty()) {
    Result<std::vector<std::string>> known = library_.folders();
    if (!known) return known.error();
    wanted.assign(known->begin(), known->end());
  }
  if (wanted.empty()) return usage_error("no folder to read: name one, as in foi-index build FOLDER --library DIR");
  std::set<fs::path> seen;
  for (const fs::path& folder : wanted) {
    std::error_code error;
    const fs::path absolute = fs::canonical(folder, error);
    if (error) return environment_error("cannot read the folder " + clean_utf8(folder.string()) + ": " + error.message());
    if (!seen.insert(absolute).second) continue;
    Result<Discovery> discovery = discover(absolute);
    if (!discovery) return discovery.error();
    for (const std::string& remark : discovery->remarks) reporter_.remark(remark);
    folders_.push_back({absolute, std::move(*discovery), {}});
  }
  return success();
}

// -- identify: each file's bytes are hashed once; a file that looks as it did keeps its id

Status Build::identify_files() {
  std::uint64_t total = 0;
  for (const Folder& folder : folders_) total += folder.discovery.files.size();
  reporter_.progress("looking", 0, total);
  for (Folder& folder : folders_)
    if (Status status = identify(folder); !status) return status;
  collect_found();
  return success();
}

Status Build::identify(Folder& folder) {
  Result<std::vector<SourceRow>> known = library_.sources(folder.path.string());
  if (!known) return known.error();
  std::unordered_map<std::string_view, const SourceRow*> by_path;
  for (const SourceRow& row : *known) by_path.emplace(row.path, &row);
  if (Status status = guard_removals(folder, *known); !status) return status;

  const std::vector<FoundFile>& files = folder.discovery.files;
  std::vector<std::optional<SourceRow>> rows(files.size());
  Status status = for_each_in_parallel(files.size(), options_.extract.jobs, [&](std::size_t i) -> Status {
    const auto found = by_path.find(files[i].path);
    Result<SourceRow> row = identify(folder, files[i], found == by_path.end() ? nullptr : found->second);
    const std::lock_guard lock(mutex_);
    if (row) {
      rows[i] = std::move(*row);
    } else if (row.error().fault == Fault::kDocument) {
      reporter_.failure((folder.path / files[i].path).string(), row.error());
      ++summary_.failed;
      ++summary_.failures[row.error().message];
    } else {
      return row.error();
    }
    reporter_.progress("looking", ++identified_, 0);
    return success();
  });
  if (!status) return status;
  for (std::optional<SourceRow>& row : rows)
    if (row) folder.rows.push_back(std::move(*row));
  if (Status put = library_.put_documents(new_documents_); !put) return put;
  new_documents_.clear();
  return library_.replace_sources(folder.path.string(), folder.rows);
}

Status Build::guard_removals(const Folder& folder, const std::vector<SourceRow>& known) const {
  if (options_.allow_removals || known.empty()) return success();
  std::set<std::string_view> present;
  for (const FoundFile& file : folder.discovery.files) present.insert(file.path);
  const auto gone = static_cast<std::size_t>(std::count_if(
      known.begin(), known.end(), [&](const SourceRow& row) { return !present.contains(row.path) && !is_inside(row, present); }));
  if (gone <= 1 || static_cast<double>(gone) <= limits::kMaxUnconfirmedRemovals * static_cast<double>(known.size())) return success();
  return environment_error(std::to_string(gone) + " of " + std::to_string(known.size()) + " files are gone from " +
                           clean_utf8(folder.path.string()) + "; nothing was changed. If that is right, say --allow-removals");
}

Result<SourceRow> Build::identify(const Folder& folder, const FoundFile& file, const SourceRow* known) {
  SourceRow row{folder.path.string(), file.path, file.size, file.mtime_ns, file.inode, {}};
  if (known && known->size == file.size && known->mtime_ns == file.mtime_ns && known->inode == file.inode) {
    row.id = known->id;
    return row;
  }
  const OpenFile open(folder.path / file.path);
  if (!open.is_regular()) return document_error(open.why_not());
  Result<library::FileHash> hash = library::hash_file(open.get(), limits::kMaxDocumentBytes);
  if (!hash) return hash.error();
  if (Status kept = library_.put_original(hash->sha256, open.get()); !kept) return kept.error();
  row.id = library::document_id(hash->sha256);
  const std::lock_guard lock(mutex_);
  new_documents_.push_back({row.id, hash->sha256, hash->bytes});
  return row;
}

// Which place stands for a document that is at several: the first by folder and path.
void Build::collect_found() {
  for (std::size_t f = 0; f < folders_.size(); ++f)
    for (std::size_t r = 0; r < folders_[f].rows.size(); ++r) add_found(f, r, nullptr);
}

Found* Build::add_found(std::size_t folder, std::size_t row_number, const Found* container) {
  const Folder& in = folders_[folder];
  const SourceRow& row = in.rows[row_number];
  id_by_place_.emplace(place(row.folder, row.path), row.id);
  const auto log = in.discovery.log.find(row.path);
  const LogEntry* entry = log == in.discovery.log.end() ? nullptr : &log->second;
  const auto [at, is_new] = found_by_id_.emplace(row.id, found_.size());
  if (!is_new) {
    if (!found_[at->second].log) found_[at->second].log = entry;
    return nullptr;
  }
  Found found;
  found.id = row.id;
  found.path = (in.path / row.path).string();
  found.log = entry;
  found.folder = folder;
  found.row = row_number;
  found.file = container ? container->file : found_.size();
  if (container) {
    found.parent = container->id;
    found.depth = container->depth + 1;
  }
  return &found_.emplace_back(std::move(found));
}

// -- extract and understand: round after round, since documents may stand inside others

Status Build::read_documents() {
  for (;;) {
    const Result<std::vector<std::size_t>> wanted = unread_documents();
    if (!wanted) return wanted.error();
    if (wanted->empty()) return library_.drop_records_except_documents();
    if (Status read = read_round(*wanted); !read) return read;
    if (Status adopted = adopt_members(*wanted); !adopted) return adopted;
  }
}

// In the order of folders and paths.
Result<std::vector<std::size_t>> Build::unread_documents() {
  Result<std::vector<DocumentRow>> documents = library_.documents();
  if (!documents) return documents.error();
  std::vector<std::size_t> wanted;
  for (const DocumentRow& row : *documents) {
    const auto at = found_by_id_.find(row.id);
    if (at == found_by_id_.end()) continue;  // of a folder this build does not cover: its record stays
    Found& found = found_[at->second];
    if (std::exchange(found.done, true)) continue;
    found.sha256 = row.sha256;
    found.bytes = row.bytes;
    wanted.push_back(at->second);
  }
  std::sort(wanted.begin(), wanted.end());
  return wanted;
}

Status Build::read_round(const std::vector<std::size_t>& wanted) {
  const std::uint64_t total = read_ + wanted.size();
  reporter_.progress("reading", read_, total);
  if (Status begun = library_.begin(); !begun) return begun;
  Status status = for_each_in_parallel(wanted.size(), options_.extract.jobs, [&](std::size_t i) -> Status {
    if (Status done = read(found_[wanted[i]]); !done) return done;
    const std::lock_guard lock(mutex_);
    reporter_.progress("reading", ++read_, total);
    return success();
  });
  // What was understood before an error stays: the next build carries on from it.
  if (Status committed = library_.commit(); !committed) return committed;
  return status;
}

// Documents inside those just read become documents with a place of their own.
Status Build::adopt_members(const std::vector<std::size_t>& read) {
  std::set<std::size_t> changed;
  for (const std::size_t i : read) {
    if (found_[i].members.empty()) continue;
    changed.insert(found_[i].folder);
    adopt(i);
  }
  if (Status put = library_.put_documents(std::exchange(new_documents_, {})); !put) return put;
  for (const std::size_t folder : changed)
    if (Status put = library_.replace_sources(folders_[folder].path.string(), folders_[folder].rows); !put) return put;
  return success();
}

// A member's name as a part of a path: no steps up, and another than those before it. It keeps its extension.
std::string name_inside(std::string_view given, std::set<std::string>& taken) {
  std::string name;
  for (const std::string_view step : split(given, '/'))
    if (!step.empty() && step != "." && step != "..") name += (name.empty() ? "" : "/") + std::string(step);
  if (name.empty()) name = "unnamed";
  const fs::path path(name);
  for (int again = 2; !taken.insert(name).second; ++again)
    name = (path.parent_path() / path.stem()).string() + " (" + std::to_string(again) + ")" + path.extension().string();
  return name;
}

void Build::adopt(std::size_t container) {
  std::set<std::string> names;
  for (const Member& member : std::exchange(found_[container].members, {})) {
    const Found holder = found_[container];
    if (++members_of_file_[holder.file] > limits::kMaxMembers) {
      reporter_.failure(holder.path, document_error("more documents are inside than are read: the rest was left out"));
      return;
    }
    Folder& folder = folders_[holder.folder];
    SourceRow row = folder.rows[holder.row];
    const std::string name = name_inside(member.name, names);
    row.path += kInside;
    row.path += name;
    row.size = member.bytes;
    row.id = library::document_id(member.sha256);
    new_documents_.push_back({row.id, member.sha256, member.bytes});
    folder.rows.push_back(std::move(row));
    add_found(holder.folder, folder.rows.size() - 1, &holder);
  }
}

std::string Build::extraction_key(std::string_view sha256) const {
  return std::string(sha256) + "-" + std::to_string(extract::kExtractorNumber) + "-" + options_.extract.ocr.languages + "-" +
         std::to_string(options_.extract.ocr.dpi);
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

// The outer error is the world's, the inner one the document's or the worker's.
Result<Result<Extraction>> Build::extraction_of(const Found& found) {
  const std::string key = extraction_key(found.sha256);
  Result<std::optional<std::string>> cached = library_.get_extraction(key);
  if (!cached) return cached.error();
  if (*cached)
    if (Result<Result<Extraction>> decoded = decode_cached(**cached)) return decoded;  // a damaged one is made again

  const OpenFile original(library_.original_path(found.sha256));
  if (!original.is_regular())
    return environment_error("the library has lost the original of " + clean_utf8(found.path) + "; see foi-index check");
  std::vector<Member> members;
  const auto keep = [&](std::string_view name, std::string_view bytes) { return keep_member(name, bytes, members); };
  Result<Extraction> extraction = extractor_.extract(original.get(), found.bytes, fs::path(found.path).filename().string(), keep);
  if (!extraction && extraction.error().fault == Fault::kEnvironment) return extraction.error();
  if (extraction) extraction->members = std::move(members);
  if (extraction || extraction.error().fault == Fault::kDocument)
    if (Status kept = library_.put_extraction(key, encode_cached(extraction)); !kept) return kept.error();
  const std::lock_guard lock(mutex_);
  ++summary_.read;
  return extraction;
}

// The bytes of a document inside another go to the originals at once: no more than one is ever held in memory.
Status Build::keep_member(std::string_view name, std::string_view bytes, std::vector<Member>& members) {
  const MemoryFile file(bytes);
  if (file.get() < 0) return environment_error("no memory for a document inside another: use fewer --jobs");
  Member member{std::string(name), library::sha256_hex(bytes), bytes.size()};
  if (Status kept = library_.put_original(member.sha256, file.get()); !kept) return kept;
  members.push_back(std::move(member));
  return success();
}

Source source_of(const Found& found, std::string media_type) {
  Source source;
  source.path = found.path;
  source.sha256 = found.sha256;
  source.bytes = found.bytes;
  source.media_type = std::move(media_type);
  if (found.log) {
    source.url = found.log->url;
    source.licence = found.log->licence;
  }
  return source;
}

Status Build::read(Found& found) {
  Result<Result<Extraction>> outcome = found.depth > limits::kMaxMemberDepth
                                           ? Result<Extraction>(document_error("inside a document inside others, more deeply than is read"))
                                           : extraction_of(found);
  if (!outcome) return outcome.error();
  const Result<Extraction>& extraction = *outcome;
  if (extraction) found.members = extraction->members;
  Published document;
  if (extraction)
    document =
        understand::understand({found.id, source_of(found, extraction->media_type), found.parent, *extraction, found.log}, reference_);
  else
    document.record = understand::unreadable(found.id, source_of(found, "application/octet-stream"), found.parent, extraction.error());

  const std::lock_guard lock(mutex_);
  if (!extraction) {
    reporter_.failure(found.path, extraction.error());
    ++summary_.failed;
    ++summary_.failures[extraction.error().message];
  }
  return library_.put_record(found.id, encode(document));
}

// -- relate

// The log names what a document replies to by path or by reference; a reference counts when just one document of the authority bears it.
std::optional<std::string> Build::reply_target(const relate::Summary& summary, const ByReference& by_reference) const {
  const auto at = found_by_id_.find(summary.id);
  if (at == found_by_id_.end() || !found_[at->second].log || !found_[at->second].log->in_reply_to) return std::nullopt;
  const std::string& target = *found_[at->second].log->in_reply_to;
  for (const Folder& folder : folders_)
    if (const auto there = id_by_place_.find(place(folder.path.string(), target)); there != id_by_place_.end()) return there->second;
  const auto [from, to] = by_reference.equal_range(place(summary.authority, relate::reference_key(target)));
  if (from == to || std::next(from) != to || from->second == summary.id) return std::nullopt;
  return from->second;
}

Status Build::relate_records() {
  std::vector<relate::Summary> summaries;
  Status status = library_.for_each_record([&](std::string_view, std::string_view bytes) -> Status {
    Result<Published> document = decode_published(bytes);
    if (!document) return document.error();
    summaries.push_back(relate::summarise(document->record));
    return success();
  });
  if (!status) return status;
  ByReference by_reference;
  for (const relate::Summary& summary : summaries)
    if (!summary.reference.empty()) by_reference.emplace(place(summary.authority, summary.reference), summary.id);
  for (relate::Summary& summary : summaries) summary.in_reply_to = reply_target(summary, by_reference);
  related_ = relate::relate(summaries);
  return success();
}

// -- index and publish

Status Build::publish_index() {
  Result<fs::path> generation = library_.begin_generation();
  if (!generation) return generation.error();
  Result<index::Writer> writer = index::Writer::create(*generation, reference_);
  if (!writer) return writer.error();
  Status status = library_.for_each_record([&](std::string_view id, std::string_view bytes) -> Status {
    Result<Published> document = decode_published(bytes);
    if (!document) return document.error();
    if (const auto related = related_.find(std::string(id)); related != related_.end()) relate::apply(related->second, document->record);
    for (const PageSummary& page : document->record.pages) summary_.ocr_pages += page.source == PageSource::kOcr;
    summary_.pages += document->record.pages.size();
    reporter_.progress("indexing", ++summary_.documents, 0);
    return writer->add(*document);
  });
  if (!status) return status;
  Result<index::WriterTotals> totals = writer->finish();
  if (!totals) return totals.error();
  summary_.letters = totals->letters;
  summary_.questions = totals->questions;
  return library_.publish(*generation);
}

}  // namespace

Result<BuildSummary> build(const BuildOptions& options, const Reference& reference, Reporter& reporter) {
  Result<Library> library = Library::open_for_build(options.library);
  if (!library) return library.error();
  Build run(options, reference, reporter, *library);
  if (Status status = extract::Extractor(options.extract).check(); !status) return status.error();
  for (auto stage :
       {&Build::discover_folders, &Build::identify_files, &Build::read_documents, &Build::relate_records, &Build::publish_index})
    if (Status status = (run.*stage)(); !status) return status.error();
  return run.summary();
}

namespace {

// A file as extraction leaves it. extraction is empty when it could not be read; unreadable holds its record then.
struct ReadFile {
  std::string id;
  Source source;
  std::optional<Extraction> extraction;
  Published unreadable;
};

Result<ReadFile> read_file(const std::filesystem::path& file, extract::Extractor& extractor) {
  const OpenFile open(file);
  if (!open.is_regular()) return environment_error(clean_utf8(file.string()) + " " + open.why_not());
  ReadFile read;
  read.source.path = file.string();
  read.source.media_type = "application/octet-stream";
  Result<library::FileHash> hash = library::hash_file(open.get(), limits::kMaxDocumentBytes);
  if (!hash && hash.error().fault == Fault::kEnvironment) return hash.error();
  if (!hash) {
    read.unreadable.record = understand::unreadable({}, read.source, std::nullopt, hash.error());
    return read;
  }
  read.source.sha256 = hash->sha256;
  read.source.bytes = hash->bytes;
  read.id = library::document_id(hash->sha256);
  Result<Extraction> extraction = extractor.extract(open.get(), hash->bytes, file.filename().string());
  if (!extraction && extraction.error().fault == Fault::kEnvironment) return extraction.error();
  if (!extraction) {
    read.unreadable.record = understand::unreadable(read.id, read.source, std::nullopt, extraction.error());
    return read;
  }
  read.source.media_type = extraction->media_type;
  read.extraction = std::move(*extraction);
  return read;
}

}  // namespace

Result<Published> inspect(const std::filesystem::path& file, extract::Extractor& extractor, const Reference& reference) {
  Result<ReadFile> read = read_file(file, extractor);
  if (!read) return read.error();
  if (!read->extraction) return std::move(read->unreadable);
  return understand::understand({read->id, read->source, std::nullopt, *read->extraction, nullptr}, reference);
}

Result<Explained> explain(const std::filesystem::path& file, extract::Extractor& extractor, const Reference& reference) {
  Result<ReadFile> read = read_file(file, extractor);
  if (!read) return read.error();
  if (!read->extraction) return Explained{std::move(read->unreadable), {}};
  const understand::Input input{read->id, read->source, std::nullopt, *read->extraction, nullptr};
  Published published = understand::understand(input, reference);
  std::vector<understand::Explanation> explanations = understand::explain(input, published, reference);
  return Explained{std::move(published), std::move(explanations)};
}

}  // namespace foi
