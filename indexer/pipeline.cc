#include "indexer/pipeline.h"

#include <algorithm>
#include <utility>

#include "indexer/intake.h"
#include "indexer/library/identity.h"
#include "indexer/library/library.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"
#include "indexer/open_file.h"
#include "indexer/publishing.h"
#include "indexer/reading.h"
#include "indexer/understand/understand.h"

namespace foi {

namespace fs = std::filesystem;
using library::Library;

Result<BuildSummary> build(const BuildOptions& options, const Reference& reference, Reporter& reporter) {
  Result<Library> library = Library::open_for_build(options.library);
  if (!library) return library.error();
  if (Status able = extract::Extractor(options.extract).check(); !able) return able.error();
  BuildSummary summary;
  if (Status taken = take_in(options, *library, reporter, summary); !taken) return taken.error();
  if (Status read = read_documents(options, reference, *library, reporter, summary); !read) return read.error();
  const PublishOptions publish{.code = options.code, .rebuild = options.rebuild, .jobs = options.extract.jobs};
  if (Status published = publish_index(publish, reference, *library, reporter, summary); !published) return published.error();
  return summary;
}

namespace {

// Opens the library, changes it, and lets the index follow. Records that the change calls for are left to the next build.
template <class Change>
Status decide(const DecisionOptions& options, const Reference& reference, Reporter& reporter, Change change) {
  // Opening for building would make a library where there is none.
  if (Result<Library> there = Library::open_to_read(options.library); !there) return there.error();
  Result<Library> library = Library::open_for_build(options.library);
  if (!library) return library.error();
  if (Status changed = change(*library); !changed) return changed;
  PublishOptions publish = options.publish;
  publish.accept_other_code = true;
  return publish_decision(publish, reference, *library, reporter);
}

}  // namespace

Status remove(const DecisionOptions& options, const std::string& id, const std::string& reason, const std::string& today,
              bool keep_original, const Reference& reference, Reporter& reporter) {
  return decide(options, reference, reporter, [&](Library& library) { return library.remove({id, reason, today}, keep_original); });
}

Status restore(const DecisionOptions& options, const std::string& id, const Reference& reference, Reporter& reporter) {
  return decide(options, reference, reporter, [&](Library& library) -> Status {
    if (Status restored = library.restore(id); !restored) return restored;
    std::string folders;
    Status found = library.for_each_place([&](const library::Place& place) -> Status {
      if (place.id == id && folders.find(place.folder) == std::string::npos) folders += " " + clean_utf8(place.folder);
      return success();
    });
    if (!found) return found;
    reporter.remark(folders.empty() ? "no file of it is in a folder the library knows"
                                    : "it comes back with the next foi-index build" + folders);
    return success();
  });
}

Status forget(const DecisionOptions& options, const fs::path& folder, const Reference& reference, Reporter& reporter) {
  return decide(options, reference, reporter, [&](Library& library) -> Status {
    std::error_code ignored;
    // A folder that is there may be named by way of a link, as in a build; one that has gone is named as the library names it.
    const fs::path real = fs::canonical(folder, ignored);
    fs::path named = ignored ? fs::absolute(folder).lexically_normal() : real;
    if (!named.has_filename()) named = named.parent_path();
    return library.forget(named.string());
  });
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
  if (!open.is_regular()) {
    const std::string why = file.string() + " " + open.why_not();
    return open.get() < 0 ? environment_error(why) : usage_error(why);
  }
  ReadFile read;
  read.source.path = file.string();
  read.source.media_type = "application/octet-stream";
  Result<library::FileHash> hash = library::hash_file(open.get(), limits::kMaxDocumentBytes);
  if (!hash && hash.error().fault == Fault::kEnvironment) return hash.error();
  if (!hash) {
    read.unreadable.record = understand::unreadable({}, read.source, hash.error());
    return read;
  }
  read.source.sha256 = hash->sha256;
  read.source.bytes = hash->bytes;
  read.id = library::document_id(hash->sha256);
  Result<Extraction> extraction = extractor.extract(open.get(), hash->bytes, file.filename().string());
  if (!extraction && extraction.error().fault == Fault::kEnvironment) return extraction.error();
  if (!extraction) {
    read.unreadable.record = understand::unreadable(read.id, read.source, extraction.error());
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
  const std::optional<understand::LogPage> is_log = understand::find_log(*read->extraction);
  return understand::understand({read->id, read->source, false, *read->extraction, nullptr, is_log ? &*is_log : nullptr}, reference);
}

Result<Explained> explain(const std::filesystem::path& file, extract::Extractor& extractor, const Reference& reference) {
  Result<ReadFile> read = read_file(file, extractor);
  if (!read) return read.error();
  if (!read->extraction) return Explained{std::move(read->unreadable), {}};
  const std::optional<understand::LogPage> is_log = understand::find_log(*read->extraction);
  const understand::Input input{read->id, read->source, false, *read->extraction, nullptr, is_log ? &*is_log : nullptr};
  Published published = understand::understand(input, reference);
  std::vector<understand::Explanation> explanations = understand::explain(input, published, reference);
  return Explained{std::move(published), std::move(explanations)};
}

}  // namespace foi
