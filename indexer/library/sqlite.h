// SQLite behind three small classes; nothing else in the project speaks it. Internal to library. Thread safety: a Database and all that
// comes from it belong to one thread at a time.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/model/result.h"

namespace foi::library {

class Database;

// A prepared statement. Text and blobs given to bind() are not copied: they must live until the statement is stepped through or rewound.
class Statement {
 public:
  // One-based, as in SQL.
  Statement& bind(int parameter, std::string_view text);
  Statement& bind_blob(int parameter, std::string_view bytes);
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, std::uint64_t value) { return bind(parameter, static_cast<std::int64_t>(value)); }  // same 64 bits
  // True when there is a row to read. Errors: kEnvironment, also for what went wrong while binding.
  Result<bool> step();
  // For a statement that gives no rows: steps once and rewinds.
  Status run();
  void rewind();
  // Columns of the current row, zero-based. The view lives until the next step() or rewind().
  std::string_view bytes(int column) const;
  std::string text(int column) const { return std::string(bytes(column)); }
  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  std::uint64_t unsigned_integer(int column) const { return static_cast<std::uint64_t>(integer(column)); }

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  Statement(sqlite3_stmt* statement, const Database* database) : statement_(statement), database_(database) {}
  void bound(int code) { bind_code_ = code != SQLITE_OK ? code : bind_code_; }

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  const Database* database_;
  int bind_code_ = SQLITE_OK;
};

// Not movable once statements were prepared: they point back to it.
class Database {
 public:
  enum class Mode { kRead, kWrite, kCreate };
  static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, Mode mode);
  Result<Statement> prepare(std::string_view sql) const;
  // Several statements without parameters or rows.
  Status execute(const char* sql) const;
  // The first column of the first row of a query.
  Result<std::int64_t> integer(std::string_view sql) const;
  bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
  std::int64_t changes() const { return sqlite3_changes64(handle_.get()); }
  // What the last call that failed on this database says, as one line with advice.
  Error last_error() const;
  // True when the last failure says that a killed writer's change must first be undone, which a read-only connection cannot do.
  bool needs_rollback() const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  Database(sqlite3* handle, std::filesystem::path file, bool writes) : handle_(handle), file_(std::move(file)), writes_(writes) {}
  std::optional<Error> why_nothing_is_written() const;

  std::unique_ptr<sqlite3, Close> handle_;
  std::filesystem::path file_;
  bool writes_;
};

// Rolls back unless commit() succeeds. Inside another transaction it is a savepoint of that one.
class Transaction {
 public:
  static Result<Transaction> begin(const Database& database);
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)), nested_(other.nested_) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Status commit();

 private:
  Transaction(const Database& database, bool nested) : database_(&database), nested_(nested) {}
  const Database* database_;
  bool nested_;
};

}  // namespace foi::library
