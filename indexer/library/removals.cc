// Human decisions: what was removed, and what was restored.
#include "indexer/library/identity.h"
#include "indexer/library/library_impl.h"
#include "indexer/library/schema.h"

namespace foi::library {
namespace {

// The SHA-256 of a document the library knows, or has known and removed.
Result<std::string> known_sha256(const Database& database, std::string_view id) {
  auto statement = database.prepare("SELECT sha256 FROM document WHERE id = ?1 UNION SELECT sha256 FROM removal WHERE id = ?1");
  if (!statement) return statement.error();
  auto row = statement->bind(1, id).step();
  if (!row) return row.error();
  if (!*row) return usage_error("no document " + std::string(id) + " in this library; the id stands in the address of its page, after /d/");
  return statement->text(0);
}

Status check_id(std::string_view id) {
  if (is_document_id(id)) return success();
  return usage_error("\"" + shown(std::string(id)) + "\" is not a document id (16 characters, a to z and 2 to 7)");
}

Status write_removal(const Database& database, const Removal& removal, std::string_view sha256, bool keep_original) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  auto put = database.prepare("INSERT OR REPLACE INTO removal (id, sha256, reason, date, keep_original) VALUES (?1, ?2, ?3, ?4, ?5)");
  if (!put) return put.error();
  put->bind(1, removal.id).bind(2, sha256).bind(3, removal.reason).bind(4, removal.date).bind(5, std::int64_t{keep_original});
  if (auto done = put->run(); !done) return done;
  for (const char* table : {"DELETE FROM record WHERE id = ?1", "DELETE FROM published WHERE id = ?1"}) {
    auto drop = database.prepare(table);
    if (!drop) return drop.error();
    if (auto done = drop->bind(1, removal.id).run(); !done) return done;
  }
  auto inside = database.prepare(
      "WITH RECURSIVE inside (folder, path) AS ("
      " SELECT source.folder, source.path FROM source JOIN source AS holder"
      "  ON source.depth > 0 AND source.folder = holder.folder AND source.container = holder.path WHERE holder.id = ?1"
      " UNION SELECT source.folder, source.path FROM source JOIN inside"
      "  ON source.depth > 0 AND source.folder = inside.folder AND source.container = inside.path)"
      " DELETE FROM source WHERE (folder, path) IN (SELECT folder, path FROM inside)");
  if (!inside) return inside.error();
  if (auto done = inside->bind(1, removal.id).run(); !done) return done;
  return transaction->commit();
}

}  // namespace

// The decision is durable before anything is deleted; a builder that opens the library later deletes what a killed removal did not.
Status Library::remove(const Removal& removal, bool keep_original) {
  if (auto writable = impl_->may_write(); !writable) return writable;
  if (impl_->batch) return usage_error("remove() was called between begin() and commit()");
  if (auto valid = check_id(removal.id); !valid) return valid;
  auto sha256 = known_sha256(*impl_->database, removal.id);
  if (!sha256) return sha256.error();
  if (auto written = write_removal(*impl_->database, removal, *sha256, keep_original); !written) return written;
  if (keep_original) return success();
  {
    const std::scoped_lock held(impl_->denied_mutex);
    impl_->denied.insert(removal.id);
  }
  return impl_->drop_content(*sha256);
}

// The original may have been dropped: the next build must read the file again instead of finding it unchanged.
Status Library::restore(std::string_view id) {
  if (auto writable = impl_->may_write(); !writable) return writable;
  if (impl_->batch) return usage_error("restore() was called between begin() and commit()");
  if (auto valid = check_id(id); !valid) return valid;
  const Database& database = *impl_->database;
  auto transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  auto doubt = database.prepare(kDoubtSources);
  if (!doubt) return doubt.error();
  if (auto done = doubt->bind(1, id).run(); !done) return done;
  auto drop = database.prepare("DELETE FROM removal WHERE id = ?1");
  if (!drop) return drop.error();
  if (auto done = drop->bind(1, id).run(); !done) return done;
  if (database.changes() == 0) return usage_error("document " + std::string(id) + " is not removed; nothing to restore");
  if (auto done = transaction->commit(); !done) return done;
  const std::scoped_lock held(impl_->denied_mutex);
  impl_->denied.erase(std::string(id));
  return success();
}

Result<std::vector<Removal>> Library::removals() const {
  auto statement = impl_->database->prepare("SELECT id, reason, date FROM removal ORDER BY id");
  if (!statement) return statement.error();
  std::vector<Removal> all;
  while (true) {
    auto row = statement->step();
    if (!row) return row.error();
    if (!*row) return all;
    all.push_back({.id = statement->text(0), .reason = statement->text(1), .date = statement->text(2)});
  }
}

}  // namespace foi::library
