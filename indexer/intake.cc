#include "indexer/intake.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "indexer/discover.h"
#include "indexer/library/identity.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"
#include "indexer/open_file.h"
#include "indexer/work_queue.h"

namespace foi {

namespace {

namespace fs = std::filesystem;
using library::DocumentRow;
using library::Library;
using library::SourceRow;

struct Folder {
  fs::path path;
  Discovery discovery;
  std::vector<SourceRow> known;  // what stood there
};

class Intake {
 public:
  Intake(const BuildOptions& options, Library& library, Reporter& reporter, BuildSummary& summary)
      : options_(options), library_(library), reporter_(reporter), summary_(summary) {}

  // Every folder is looked through before the first is changed: one that cannot be read, or has lost too much, changes nothing.
  Result<std::vector<Folder>> discover_all();
  Status take_in(const Folder& folder);
  void expect(std::uint64_t files) { reporter_.progress("looking", 0, files); }

 private:
  Result<Folder> discover_one(const fs::path& folder);
  void tell_failure(const Folder& folder, const std::string& path, const Error& error);
  Status guard_removals(const Folder& folder) const;
  Result<SourceRow> identify(const Folder& folder, const FoundFile& file, const SourceRow* known);
  Result<std::vector<SourceRow>> identify_all(const Folder& folder);

  const BuildOptions& options_;
  Library& library_;
  Reporter& reporter_;
  BuildSummary& summary_;
  std::mutex mutex_;  // over what follows, reporter_ and summary_
  std::vector<DocumentRow> new_documents_;
  std::uint64_t identified_ = 0;
};

Result<Folder> Intake::discover_one(const fs::path& folder) {
  std::error_code error;
  fs::path absolute = fs::canonical(folder, error);
  if (error) {
    std::string message = "cannot read the folder " + clean_utf8(folder.string()) + ": " + error.message();
    if (options_.folders.empty()) message += "; if it is gone for good, say foi-index forget " + clean_utf8(folder.string());
    return environment_error(message);
  }
  Result<Discovery> discovery = discover(absolute);
  if (!discovery) return discovery.error();
  Result<std::vector<SourceRow>> known = library_.sources(absolute.string());
  if (!known) return known.error();
  Folder found{std::move(absolute), std::move(*discovery), std::move(*known)};
  if (Status guarded = guard_removals(found); !guarded) return guarded.error();
  return found;
}

// Precondition: mutex_ is held, or no other thread is there yet.
void Intake::tell_failure(const Folder& folder, const std::string& path, const Error& error) {
  reporter_.failure((folder.path / path).string(), error);
  ++summary_.failed;
  ++summary_.failures[error.message];
}

Result<std::vector<Folder>> Intake::discover_all() {
  std::vector<fs::path> wanted = options_.folders;
  if (wanted.empty()) {
    Result<std::vector<std::string>> known = library_.folders();
    if (!known) return known.error();
    wanted.assign(known->begin(), known->end());
  }
  if (wanted.empty()) return usage_error("no folder to read: name one, as in foi-index build FOLDER --library DIR");
  std::vector<Folder> folders;
  std::set<fs::path> seen;
  for (const fs::path& path : wanted) {
    Result<Folder> folder = discover_one(path);
    if (!folder) return folder.error();
    if (!seen.insert(folder->path).second) continue;
    for (const std::string& remark : folder->discovery.remarks) reporter_.remark(remark);
    for (const auto& [unread, why] : folder->discovery.unread) tell_failure(*folder, unread, why);
    folders.push_back(std::move(*folder));
  }
  return folders;
}

Status Intake::guard_removals(const Folder& folder) const {
  if (options_.allow_removals || folder.known.empty()) return success();
  std::set<std::string_view> present;
  for (const FoundFile& file : folder.discovery.files) present.insert(file.path);
  std::size_t files = 0, gone = 0;
  for (const SourceRow& row : folder.known) {
    if (row.depth > 0) continue;
    ++files;
    if (!present.contains(row.path)) ++gone;
  }
  if (gone <= 1 || static_cast<double>(gone) <= limits::kMaxUnconfirmedRemovals * static_cast<double>(files)) return success();
  return environment_error(std::to_string(gone) + " of " + std::to_string(files) + " files are gone from " +
                           clean_utf8(folder.path.string()) + "; nothing was changed. If that is right, say --allow-removals");
}

Result<SourceRow> Intake::identify(const Folder& folder, const FoundFile& file, const SourceRow* known) {
  SourceRow row{folder.path.string(), file.path, file.size, file.mtime_ns, file.inode, {}, {}, {}, 0};
  if (const auto log = folder.discovery.log.find(file.path); log != folder.discovery.log.end()) row.log = encode_log(log->second);
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

Result<std::vector<SourceRow>> Intake::identify_all(const Folder& folder) {
  std::unordered_map<std::string_view, const SourceRow*> by_path;
  for (const SourceRow& row : folder.known) by_path.emplace(row.path, &row);
  const std::vector<FoundFile>& files = folder.discovery.files;
  std::vector<std::optional<SourceRow>> rows(files.size());
  Status status = for_each_in_parallel(files.size(), options_.extract.jobs, [&](std::size_t i) -> Status {
    const auto found = by_path.find(files[i].path);
    const SourceRow* known = found == by_path.end() ? nullptr : found->second;
    Result<SourceRow> row = identify(folder, files[i], known);
    const std::lock_guard lock(mutex_);
    if (row) {
      rows[i] = std::move(*row);
    } else if (row.error().fault == Fault::kDocument) {
      tell_failure(folder, files[i].path, row.error());
      // A file that cannot be opened is not gone, and nobody knows that it has changed. One that is too large is another than was kept.
      if (known && files[i].size <= limits::kMaxDocumentBytes) rows[i] = *known;
    } else {
      return row.error();
    }
    reporter_.progress("looking", ++identified_, 0);
    return success();
  });
  if (!status) return status.error();
  std::vector<SourceRow> read;
  read.reserve(rows.size());
  for (std::optional<SourceRow>& row : rows)
    if (row) read.push_back(std::move(*row));
  return read;
}

// What stood inside files that are there stays until they are read: of a file that changed, most of it may be as it was.
void keep_insides(const std::vector<SourceRow>& known, std::vector<SourceRow>& rows) {
  std::unordered_map<std::string_view, const SourceRow*> was;
  for (const SourceRow& row : known) was.emplace(row.path, &row);
  std::unordered_set<std::string> is;  // paths; owning, since rows grow
  for (const SourceRow& row : rows) is.insert(row.path);
  for (const SourceRow& row : known) {
    const SourceRow* file = &row;
    for (std::uint32_t up = row.depth; up > 0 && file; --up) {
      const auto holder = was.find(file->container);
      file = holder == was.end() ? nullptr : holder->second;
    }
    if (row.depth > 0 && file && !is.contains(row.path) && is.contains(file->path)) rows.push_back(row);
  }
}

Status Intake::take_in(const Folder& folder) {
  Result<std::vector<SourceRow>> rows = identify_all(folder);
  if (!rows) return rows.error();
  if (Status put = library_.put_documents(new_documents_); !put) return put;
  new_documents_.clear();
  keep_insides(folder.known, *rows);
  return library_.replace_sources(folder.path.string(), *rows);
}

}  // namespace

Status take_in(const BuildOptions& options, Library& library, Reporter& reporter, BuildSummary& summary) {
  Intake intake(options, library, reporter, summary);
  Result<std::vector<Folder>> folders = intake.discover_all();
  if (!folders) return folders.error();
  std::uint64_t files = 0;
  for (const Folder& folder : *folders) files += folder.discovery.files.size();
  intake.expect(files);
  for (const Folder& folder : *folders)
    if (Status status = intake.take_in(folder); !status) return status;
  return success();
}

}  // namespace foi
