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

// Of a document that is removed: itself, or what stands inside it.
struct Leaving {
  std::string id, sha256;
  bool entry = false;  // of a log
};

Result<std::vector<Leaving>> read_leaving(Statement& statement, std::string_view id) {
  statement.bind(1, id);
  std::vector<Leaving> all;
  while (true) {
    auto row = statement.step();
    if (!row) return row.error();
    if (!*row) return all;
    all.push_back({statement.text(0), statement.text(1), statement.integer(2) != 0});
  }
}

// The places inside those of ?1, at whatever depth.
constexpr const char* kInsidePlaces =
    "WITH RECURSIVE inside (folder, path) AS ("
    " SELECT source.folder, source.path FROM source JOIN source AS holder"
    "  ON source.depth > 0 AND source.folder = holder.folder AND source.container = holder.path WHERE holder.id = ?1"
    " UNION SELECT source.folder, source.path FROM source JOIN inside"
    "  ON source.depth > 0 AND source.folder = inside.folder AND source.container = inside.path) ";

// What stands inside it and nowhere else, but for what was removed before. Only entries of logs have something said of them there.
Result<std::vector<Leaving>> only_inside(const Database& database, std::string_view id) {
  auto statement = database.prepare(std::string(kInsidePlaces) +
                                    "SELECT document.id, sha256, min(length(source.log)) > 0 FROM inside JOIN source USING (folder, path)"
                                    " JOIN document ON document.id = source.id WHERE source.id != ?1"
                                    " AND NOT EXISTS (SELECT 1 FROM source AS other WHERE other.id = source.id AND (folder, path) NOT IN "
                                    "(SELECT folder, path FROM inside))"
                                    " AND NOT EXISTS (SELECT 1 FROM removal WHERE removal.id = source.id) GROUP BY document.id");
  if (!statement) return statement.error();
  return read_leaving(*statement, id);
}

// What was removed with it, and is restored with it.
Result<std::vector<Leaving>> removed_with(const Database& database, std::string_view id) {
  auto statement = database.prepare("SELECT id, sha256, entry FROM removed_inside JOIN removal USING (id) WHERE holder = ?1");
  if (!statement) return statement.error();
  return read_leaving(*statement, id);
}

Status run_for(const Database& database, const char* sql, std::string_view id) {
  auto statement = database.prepare(sql);
  if (!statement) return statement.error();
  return statement->bind(1, id).run();
}

// holder: why it is removed, when that is only for what it stands inside.
Status write_removal(const Database& database, const Leaving& leaving, const Removal& removal, bool keep_original,
                     std::string_view holder) {
  auto put = database.prepare("INSERT OR REPLACE INTO removal (id, sha256, reason, date, keep_original) VALUES (?1, ?2, ?3, ?4, ?5)");
  if (!put) return put.error();
  const std::string reason = holder.empty() ? removal.reason : "inside " + std::string(holder) + ": " + removal.reason;
  put->bind(1, leaving.id).bind(2, leaving.sha256).bind(3, reason).bind(4, removal.date).bind(5, std::int64_t{keep_original});
  if (auto done = put->run(); !done) return done;
  for (const char* drop :
       {"DELETE FROM record WHERE id = ?1", "DELETE FROM published WHERE id = ?1", "DELETE FROM removed_inside WHERE id = ?1"})
    if (auto done = run_for(database, drop, leaving.id); !done) return done;
  if (holder.empty()) return success();
  auto follow = database.prepare("INSERT INTO removed_inside (id, holder, entry) VALUES (?1, ?2, ?3)");
  if (!follow) return follow.error();
  return follow->bind(1, leaving.id).bind(2, holder).bind(3, std::int64_t{leaving.entry}).run();
}

// In one transaction.
Status write_removals(const Database& database, const Removal& removal, const Leaving& itself, const std::vector<Leaving>& inside,
                      bool keep_original) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  if (auto done = write_removal(database, itself, removal, keep_original, {}); !done) return done;
  for (const Leaving& each : inside)
    if (auto done = write_removal(database, each, removal, keep_original, removal.id); !done) return done;
  if (auto done = run_for(
          database, (kInsidePlaces + std::string("DELETE FROM source WHERE (folder, path) IN (SELECT folder, path FROM inside)")).c_str(),
          removal.id);
      !done)
    return done;
  const std::string mark = "INSERT OR IGNORE INTO mark (what) VALUES (" + std::to_string(static_cast<int>(Library::Mark::kTraces)) + ")";
  if (auto done = database.execute(mark.c_str()); !done) return done;
  return transaction->commit();
}

}  // namespace

// The decision is durable before anything is deleted; a builder that opens the library later deletes what a killed removal did not.
Status Library::remove(const Removal& removal, bool keep_original) {
  if (auto writable = impl_->may_write(); !writable) return writable;
  if (impl_->batch) return usage_error("remove() was called between begin() and commit()");
  if (auto valid = check_id(removal.id); !valid) return valid;
  if (removal.reason.find_first_not_of(" \t\r\n") == std::string::npos) return usage_error("a removal needs a reason, and this is none");
  auto sha256 = known_sha256(*impl_->database, removal.id);
  if (!sha256) return sha256.error();
  auto leaving = only_inside(*impl_->database, removal.id);
  if (!leaving) return leaving.error();
  auto before = removed_with(*impl_->database, removal.id);
  if (!before) return before.error();
  leaving->insert(leaving->end(), before->begin(), before->end());
  const Leaving itself{removal.id, *sha256};
  if (auto written = write_removals(*impl_->database, removal, itself, *leaving, keep_original); !written) return written;
  if (keep_original) return success();
  leaving->push_back(itself);
  {
    const std::scoped_lock held(impl_->denied_mutex);
    for (const Leaving& each : *leaving)
      if (!each.entry) impl_->denied.insert(each.id);
  }
  for (const Leaving& each : *leaving)
    if (auto dropped = impl_->drop_content(each.sha256); !dropped) return dropped;
  return success();
}

// The original may have been dropped: the next build must read the file again instead of finding it unchanged.
Status Library::restore(std::string_view id) {
  if (auto writable = impl_->may_write(); !writable) return writable;
  if (impl_->batch) return usage_error("restore() was called between begin() and commit()");
  if (auto valid = check_id(id); !valid) return valid;
  const Database& database = *impl_->database;
  auto transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  auto restored = removed_with(database, id);
  if (!restored) return restored.error();
  restored->push_back({.id = std::string(id), .sha256 = {}});
  for (const Leaving& each : *restored)
    for (const char* undo :
         {kDoubtSources[0], kDoubtSources[1], "DELETE FROM removed_inside WHERE id = ?1", "DELETE FROM removal WHERE id = ?1"})
      if (auto done = run_for(database, undo, each.id); !done) return done;
  if (database.changes() == 0) return usage_error("document " + std::string(id) + " is not removed; nothing to restore");
  if (auto done = transaction->commit(); !done) return done;
  const std::scoped_lock held(impl_->denied_mutex);
  for (const Leaving& each : *restored) impl_->denied.erase(each.id);
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
