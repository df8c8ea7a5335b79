#include "indexer/library/schema.h"

#include <string>
#include <vector>

#include "indexer/library/files.h"
#include "indexer/library/library.h"

namespace foi::library {
namespace {

// Paths are blobs: a file name is bytes, not text. Records keep the published document's own counts beside it so that totals need not
// decode every one.
constexpr const char* kTables = R"sql(
CREATE TABLE folder (
  path BLOB PRIMARY KEY
) WITHOUT ROWID;
CREATE TABLE source (
  folder BLOB NOT NULL,
  path BLOB NOT NULL,
  size INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL,
  inode INTEGER NOT NULL,
  id TEXT NOT NULL,
  log BLOB NOT NULL DEFAULT x'',
  container BLOB NOT NULL DEFAULT x'',
  depth INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (folder, path)
) WITHOUT ROWID;
CREATE INDEX source_by_id ON source (id);
CREATE INDEX source_inside ON source (folder, container) WHERE depth > 0;
CREATE TABLE document (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE removal (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  reason TEXT NOT NULL,
  date TEXT NOT NULL,
  keep_original INTEGER NOT NULL
) WITHOUT ROWID;
)sql";

// The published documents stand apart from what is looked through on every build: 100,000 small rows are read in a moment, and would not
// be if each lay beside its pages.
constexpr const char* kRecordTables = R"sql(
CREATE TABLE record (
  id TEXT PRIMARY KEY,
  made_from BLOB NOT NULL,
  brief BLOB NOT NULL,
  digest TEXT NOT NULL,
  failed INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  ocr_pages INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE published (
  id TEXT NOT NULL UNIQUE,
  bytes BLOB NOT NULL
);
)sql";

// A document that left a place, and what came to stand there next; empty while nothing does.
constexpr const char* kReplacedTable = R"sql(
CREATE TABLE replaced (
  folder BLOB NOT NULL,
  path BLOB NOT NULL,
  id TEXT NOT NULL,
  successor TEXT NOT NULL,
  PRIMARY KEY (folder, path, id)
) WITHOUT ROWID;
)sql";

// What programs of the same format that lack these may leave out: such tables need no new number, and readers do without them.
// mark: see Library::Mark. removed_inside: which removals follow from that of what they stood inside, and whether of a log's entry.
constexpr const char* kTablesAddedSince = R"sql(
CREATE TABLE IF NOT EXISTS mark (
  what INTEGER PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS removed_inside (
  id TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  entry INTEGER NOT NULL
) WITHOUT ROWID;
)sql";

// The oldest format that is brought up to date, and what is done to it. What logs say comes back as each folder is built again.
constexpr std::int64_t kOldestUpgraded = 1;
constexpr const char* kUpgradeFrom1 = R"sql(
DROP TABLE record;
ALTER TABLE source ADD COLUMN log BLOB NOT NULL DEFAULT x'';
ALTER TABLE source ADD COLUMN container BLOB NOT NULL DEFAULT x'';
ALTER TABLE source ADD COLUMN depth INTEGER NOT NULL DEFAULT 0;
CREATE INDEX source_inside ON source (folder, container) WHERE depth > 0;
)sql";

struct Format {
  std::int64_t application = 0, version = 0, tables = 0;
  bool empty() const { return application == 0 && version == 0 && tables == 0; }
};

Result<Format> read_format(const Database& database) {
  auto application = database.integer("PRAGMA application_id");
  if (!application) return application.error();
  auto version = database.integer("PRAGMA user_version");
  if (!version) return version.error();
  auto tables = database.integer("SELECT count(*) FROM sqlite_schema");
  if (!tables) return tables.error();
  return Format{*application, *version, *tables};
}

Status accept(const Format& format, const fs::path& dir) {
  if (format.application != kApplicationId) return foreign_folder_error(dir, "library.sqlite");
  if (format.version == kLibraryFormat) return success();
  const std::string both = "the library at " + shown(dir) + " has format " + std::to_string(format.version) +
                           " and this program uses format " + std::to_string(kLibraryFormat) + "; ";
  if (format.version > kLibraryFormat) return environment_error(both + "use a newer foi-index, or build a new library in another folder");
  if (format.version >= kOldestUpgraded)
    return environment_error(both + "foi-index build --library " + shown(dir) + " brings it up to date");
  return environment_error(both + "build a new library in another folder with foi-index build");
}

}  // namespace

Error no_library_error(const fs::path& dir) {
  return environment_error("no library at " + shown(dir) + "; run foi-index build CORPUS --library " + shown(dir));
}

Error foreign_folder_error(const fs::path& dir, const fs::path& name) {
  return environment_error(shown(dir) + " is neither empty nor a library (it holds " + shown(name) +
                           "); name an empty folder or a library");
}

Status prepare_for_writing(const Database& database) {
  return database.execute(
      "PRAGMA synchronous = EXTRA;"
      "PRAGMA secure_delete = ON;"
      "PRAGMA temp_store = MEMORY;"
      "PRAGMA cache_size = -65536");  // KiB: what a transaction may change before it must keep readers out
}

Status prepare_for_reading_once(const Database& database) {
  return database.execute("PRAGMA cache_size = -2048; PRAGMA shrink_memory");  // KiB: SQLite's own default
}

Status create_or_check_format(const Database& database, const fs::path& dir) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  auto format = read_format(database);
  if (!format) return format.error();
  const bool older = format->application == kApplicationId && format->version >= kOldestUpgraded && format->version < kLibraryFormat;
  const bool current = !format->empty() && !older;
  if (current)
    if (auto accepted = accept(*format, dir); !accepted) return accepted;
  std::vector<const char*> steps{kTablesAddedSince};
  if (!current) steps.push_back(kReplacedTable);
  if (!current && format->version <= 1) steps.insert(steps.begin(), {older ? kUpgradeFrom1 : kTables, kRecordTables});
  for (const char* step : steps)
    if (auto made = database.execute(step); !made) return made;
  if (current) return transaction->commit();
  const std::string marks =
      "PRAGMA application_id = " + std::to_string(kApplicationId) + "; PRAGMA user_version = " + std::to_string(kLibraryFormat);
  if (auto marked = database.execute(marks.c_str()); !marked) return marked;
  return transaction->commit();
}

Status check_format(const Database& database, const fs::path& dir) {
  auto format = read_format(database);
  if (!format) return format.error();
  if (format->empty()) return no_library_error(dir);
  return accept(*format, dir);
}

}  // namespace foi::library
