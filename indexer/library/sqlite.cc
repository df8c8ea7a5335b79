#include "indexer/library/sqlite.h"

#include <unistd.h>

#include <cerrno>
#include <utility>

#include "indexer/library/files.h"

namespace foi::library {
namespace {

// How long to wait for another program that reads or writes the database, in milliseconds. Readers hold it for one row at a time and
// writers for one commit, unless a build's transaction has outgrown its cache.
constexpr int kBusyMilliseconds = 30'000;

int open_flags(Database::Mode mode) {
  switch (mode) {
    case Database::Mode::kRead:
      return SQLITE_OPEN_READONLY;
    case Database::Mode::kWrite:
      return SQLITE_OPEN_READWRITE;
    case Database::Mode::kCreate:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return 0;
}

}  // namespace

Statement& Statement::bind(int parameter, std::string_view text) {
  bound(sqlite3_bind_text64(statement_.get(), parameter, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
  bound(sqlite3_bind_blob64(statement_.get(), parameter, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_STATIC));
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  bound(sqlite3_bind_int64(statement_.get(), parameter, value));
  return *this;
}

Result<bool> Statement::step() {
  if (bind_code_ != SQLITE_OK) return database_->last_error();
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return database_->last_error();
}

Status Statement::run() {
  auto stepped = step();
  rewind();
  if (!stepped) return stepped.error();
  return success();
}

// The code sqlite3_reset gives is that of the last step, which was reported then.
void Statement::rewind() { sqlite3_reset(statement_.get()); }

std::string_view Statement::bytes(int column) const {
  const void* data = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return data ? std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size)) : std::string_view();
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, Mode mode) {
  sqlite3* handle = nullptr;
  // SQLite never reads an absolute path as a URI, whatever it was compiled with.
  const int code = sqlite3_open_v2(file.c_str(), &handle, open_flags(mode) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  if (!handle) return environment_error("cannot open " + shown(file) + ": out of memory; close other programs and run it again");
  std::unique_ptr<Database> database(new Database(handle, file, mode != Mode::kRead));
  if (code != SQLITE_OK) return database->last_error();
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  return database;
}

Result<Statement> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK) return last_error();
  return Statement(statement, this);
}

Status Database::execute(const char* sql) const {
  if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) return last_error();
  return success();
}

Result<std::int64_t> Database::integer(std::string_view sql) const {
  auto statement = prepare(sql);
  if (!statement) return statement.error();
  auto row = statement->step();
  if (!row) return row.error();
  return *row ? statement->integer(0) : 0;
}

bool Database::needs_rollback() const { return sqlite3_extended_errcode(handle_.get()) == SQLITE_READONLY_ROLLBACK; }

// SQLite does not tell why the system refused a write: undoing the change, or trying again to read only, made other calls since. What
// happens to a file beside it does.
std::optional<Error> Database::why_nothing_is_written() const {
  if (!writes_) return std::nullopt;
  auto probe = TemporaryFile::create(file_.parent_path());
  if (!probe) return probe.error();
  if (Status written = probe->write("probe"); !written) return written.error();
  if (::fsync(probe->descriptor()) != 0) return file_error("write in", file_.parent_path(), errno);
  return std::nullopt;
}

Error Database::last_error() const {
  const std::string path = shown(file_);
  const int code = sqlite3_extended_errcode(handle_.get());
  const int system = sqlite3_system_errno(handle_.get());
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return environment_error(path + " is in use by another program; wait for it to finish and run it again");
    case SQLITE_FULL:
      return file_error("write", file_, ENOSPC);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return environment_error(path + " is damaged (" + sqlite3_errmsg(handle_.get()) + "); put a copy of it back, or build a new library");
    case SQLITE_READONLY:
      return environment_error(path + " cannot be written (" + sqlite3_errmsg(handle_.get()) + "); check who may write there");
    case SQLITE_IOERR:
      if (auto why = why_nothing_is_written()) return *why;
      if (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_FSYNC)
        return environment_error("cannot write " + path + ": the system refused it; free some space or check the disk, and run it again");
      return file_error("read or write", file_, EIO);
    case SQLITE_CANTOPEN:
      if (auto why = why_nothing_is_written()) return *why;
      return file_error("open", file_, system ? system : EIO);
    default:
      return environment_error("cannot use " + path + ": " + sqlite3_errmsg(handle_.get()) + "; run foi-index check");
  }
}

Result<Transaction> Transaction::begin(const Database& database) {
  const bool nested = database.in_transaction();
  if (auto begun = database.execute(nested ? "SAVEPOINT inner" : "BEGIN IMMEDIATE"); !begun) return begun.error();
  return Transaction(database, nested);
}

Transaction::~Transaction() {
  // After some failures SQLite has rolled everything back by itself.
  if (!database_ || !database_->in_transaction()) return;
  const Status undone = database_->execute(nested_ ? "ROLLBACK TO inner; RELEASE inner" : "ROLLBACK");
  static_cast<void>(undone);  // on failure the journal stays, and the next to open the database rolls back
}

Status Transaction::commit() {
  if (auto done = database_->execute(nested_ ? "RELEASE inner" : "COMMIT"); !done) return done;
  database_ = nullptr;
  return success();
}

}  // namespace foi::library
