// The folder on disk that outlives builds. One writer at a time (a lock); every change is whole or absent after a crash.
//
//   DIR/library.sqlite          sources, documents, records, removals; format version in user_version
//   DIR/originals/ab/cdef…      bytes by SHA-256, written once
//   DIR/extractions/ab/cdef…    what extraction made of them, by key, written once
//   DIR/generations/000042/     a published index, complete once CURRENT names it. What it says never changes while the folder is there;
//                               its files may be shared with the next one, and are written to only after the folder has gone
//   DIR/CURRENT                 one line: the generation that serves; replaced by rename
//   DIR/lock                    held by the builder
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/record.h"
#include "indexer/model/result.h"

namespace foi::library {

// 2: records know what they were made from; sources keep what the publisher's log says. 3: what took the place of what is kept.
// A library of an older format is brought up to it by the next build, which keeps originals and extractions.
inline constexpr int kLibraryFormat = 3;

// Where a document was found. A covered folder is named by its absolute, lexically normal path.
struct SourceRow {
  std::string folder;  // the CORPUS folder it was found under
  std::string path;    // relative to folder, any bytes
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::uint64_t inode = 0;
  std::string id;     // of the document that stood there when last seen
  std::string log{};  // what the publisher's log says of it, in the caller's own coding; empty when nothing
  // Of a document inside another: the path of what holds it, in the same folder, and how many documents it stands inside. Its path begins
  // with that path and kInside. Empty and 0 for a file.
  std::string container{};
  std::uint32_t depth = 0;
  bool operator==(const SourceRow&) const = default;
};

struct DocumentRow {
  std::string id, sha256;
  std::uint64_t bytes = 0;
};

// Between the path of a document and the name of one inside it.
inline constexpr std::string_view kInside = "!/";

// One place where a document that is not removed was last seen.
struct Place {
  std::string id, sha256;
  std::uint64_t bytes = 0;
  std::string folder, path, log;
  std::string parent;     // id of the document it stands inside; empty: a file
  std::string container;  // the path of that
  std::uint32_t depth = 0;
};

// A document that stands nowhere any more and was not removed, and the one that has its place now: a live one, however often the place
// changed in between; where there is none, one that was removed.
struct Replacement {
  std::string id, successor;
  bool operator==(const Replacement&) const = default;
};

// What is kept beside a record for those who need not read it whole. made_from and brief are the caller's own coding.
struct RecordNote {
  std::string made_from;  // tells whether the record would come out the same again
  std::string brief;      // what binds it to others
};
struct RecordRow {
  std::string id;
  RecordNote note;
  std::string digest;  // of the published document
  bool failed = false;
  std::uint64_t pages = 0, ocr_pages = 0;
};

struct Removal {
  std::string id, reason, date;  // date ISO
};

struct Totals {
  std::uint64_t documents = 0, failed = 0, removed = 0, pages = 0, ocr_pages = 0, original_bytes = 0, extraction_bytes = 0;
  std::string generation;  // empty when none is published
};

// Thread safety: one thread at a time; put_original, original_path, get_extraction and put_extraction may be called from any thread
// meanwhile. Every function gives kEnvironment on disk or database errors, naming the file and what to do.
class Library {
 public:
  // Opens or creates DIR for building, and clears what killed builds left. Errors: kEnvironment "another build is running", a newer format
  // (naming both), not a library (a folder with other things in it), disk.
  static Result<Library> open_for_build(const std::filesystem::path& dir);
  // Opens an existing library without the lock, read-only, also from a read-only disk and while a build runs. Creates nothing; a change to
  // the database that a killed build left half made is undone first. Errors: as above, and "no library at DIR; run foi-index build".
  static Result<Library> open_to_read(const std::filesystem::path& dir);
  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;
  ~Library();

  // -- originals and extractions, by content
  // Copies the open file in; nothing happens when it is there already. sha256 is what the file had when it was hashed; kDocument when the
  // bytes have changed since. Of a document that was removed with its original nothing is kept, here and in put_extraction.
  Status put_original(std::string_view sha256, int descriptor);
  std::filesystem::path original_path(std::string_view sha256) const;
  // A key is the document's SHA-256, then "-" and what else the extraction depends on (letters, digits, - _ + . and at most 200
  // characters). Nothing when there is none or it is damaged: then it is to be made again, and put_extraction replaces it.
  Result<std::optional<std::string>> get_extraction(std::string_view key) const;
  Status put_extraction(std::string_view key, std::string_view bytes);

  // -- what was found where
  // Ordered by path. A row whose original is not in the library any more looks changed (size, time and inode 0), so that it is read again;
  // the record of what such a document stands inside is in doubt, for the same.
  Result<std::vector<SourceRow>> sources(std::string_view folder) const;
  // Every folder that replace_sources was ever given, also when it has no files now; ordered.
  Result<std::vector<std::string>> folders() const;
  // Makes the rows of folder exactly these, in one transaction. kUsage, and no change, when a path comes twice or a row names a document
  // that put_documents was not given: a build killed between the two would never look at that file again.
  Status replace_sources(std::string_view folder, const std::vector<SourceRow>& rows);
  // Documents that some source still names, ordered by id, removed ones left out.
  Result<std::vector<DocumentRow>> documents() const;
  // Makes the documents inside the one at (folder, container) exactly these, and what stands inside them as it was where they are the same;
  // nothing is put where a file stands. Between begin() and commit() it is done with the rest. Preconditions: the rows' documents were put;
  // their paths, containers and depths fit. The record of that document is in doubt until it is put again: its RecordNote::made_from is
  // empty, as is that of each document that leaves a place, here or by replace_sources, and what stood inside it with it.
  Status put_inside(std::string_view folder, std::string_view container, const std::vector<SourceRow>& rows);
  // Every place of every such document: files before what stands inside them, then ordered by folder and path. Stops at the first error
  // that each returns.
  Status for_each_place(const std::function<Status(Place)>& each) const;
  // Ordered by id. Of several places that a document left, the first (by folder and path) that leads to a live document counts.
  Result<std::vector<Replacement>> replacements() const;
  // What stood at a place when last seen, removed or not; nothing when nothing did.
  Result<std::optional<std::string>> id_at(std::string_view folder, std::string_view path) const;
  // Forgets a folder and all its sources, as if it had never been named: what stands nowhere else leaves with the next build. kUsage: not
  // a folder the library knows, naming those it does.
  Status forget(std::string_view folder);
  // Rows that are known already stay as they are. kUsage when an id is not that of its SHA-256.
  Status put_documents(const std::vector<DocumentRow>& rows);

  // -- records: each a published document (codec.h) beside its JSON
  // Replaces the one before. published is what encode(Published) gives, of this id; errors when it is not.
  Status put_record(std::string_view id, std::string_view published, const RecordNote& note = {});
  // All but the published documents themselves, in order of id, each read before the first is given out.
  Result<std::vector<RecordRow>> record_rows() const;
  // The published document; nothing when there is no record of it.
  Result<std::optional<std::string>> published(std::string_view id) const;
  // In order of id; stops at the first error that each returns. each may put the record it was given. Rows are read one at a time: what
  // another process publishes meanwhile may show from some id on.
  Status for_each_record(const std::function<Status(std::string_view id, std::string_view published)>& each) const;
  // Groups what is put between them into one transaction: cheap and all or nothing. Without commit() all of it is dropped with the Library;
  // after an error from the database nothing more can be put.
  Status begin();
  Status commit();
  // The record of a document that is there and is to have none; nothing happens when it has none.
  Status drop_record(std::string_view id);
  Status drop_records_except_documents();  // records no document stands behind any more

  // -- what is left to do, in whatever way the program ended that began it
  enum class Mark : std::uint8_t {
    kUnfinished = 1,  // sources or records differ from what an index was last published of; set with every change of theirs
    kTraces = 2,      // the index that serves may hold, in parts that are in use no more, what was removed; set by remove()
  };
  Result<bool> marked(Mark mark) const;
  Status unmark(Mark mark);

  // -- removals: human decisions, applied on every build
  // Its record goes at once, its original and extractions too unless kept; the index it stands in is left to the caller. What stands inside
  // it and nowhere else is removed with it, for the reason "inside ID: …", and restored with it. Entries of a log are so only while no
  // page has them: whichever is read next brings them back. Removing again replaces reason and date. kUsage: no such document, no reason,
  // or between begin() and commit().
  Status remove(const Removal& removal, bool keep_original);
  // The next build reads its sources again, and what it stands inside. kUsage: not removed.
  Status restore(std::string_view id);
  Result<std::vector<Removal>> removals() const;

  // -- generations
  // The folder of the one that serves. Errors: as current_generation (published.h).
  Result<std::filesystem::path> serving() const;
  // A new, empty folder to write an index into; leftovers of killed builds are cleared first, so one begun and not yet published is too.
  Result<std::filesystem::path> begin_generation();
  // The same for an index that will share files with the one that serves and write into them: every other generation is deleted first,
  // since readers of those could meet what is being written. Nothing when none serves.
  struct Successor {
    std::filesystem::path serving, next;
  };
  Result<std::optional<Successor>> begin_successor();
  // Makes it durable, then CURRENT names it by one rename. Generations older than the previous one are deleted; the previous one too unless
  // kept: after a removal it holds what nobody may see. kUsage: not a generation of this library.
  enum class Previous { kKeep, kDelete };
  Status publish(const std::filesystem::path& generation, Previous previous = Previous::kKeep);

  Result<Totals> totals() const;
  // Every damage found, a line each; empty when all is well: database integrity, originals missing or whose bytes do not match, damaged
  // extractions, records that are damaged or have no document behind them, sources of unknown documents, what a removal should have
  // deleted, CURRENT naming what is not there. Reads every file. While a build runs, or after one was killed, records that the next build
  // drops are named as well.
  Result<std::vector<std::string>> check() const;

 private:
  struct Impl;
  explicit Library(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace foi::library
