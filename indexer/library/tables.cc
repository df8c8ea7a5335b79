// What was found where: the database.
#include <algorithm>
#include <unordered_map>

#include "indexer/library/identity.h"
#include "indexer/library/library_impl.h"
#include "indexer/library/published.h"
#include "indexer/library/schema.h"
#include "indexer/model/codec.h"

namespace foi::library {
namespace {

SourceRow read_source(const Statement& row, std::string_view folder) {
  return {.folder = std::string(folder),
          .path = row.text(0),
          .size = row.unsigned_integer(1),
          .mtime_ns = row.integer(2),
          .inode = row.unsigned_integer(3),
          .id = row.text(4),
          .log = row.text(5),
          .container = row.text(6),
          .depth = static_cast<std::uint32_t>(row.integer(7))};
}

// Rows of a query, each made into a T.
template <class T, class Read>
Result<std::vector<T>> read_rows(Statement& statement, Read read) {
  std::vector<T> rows;
  while (true) {
    auto row = statement.step();
    if (!row) return row.error();
    if (!*row) return rows;
    rows.push_back(read(statement));
  }
}

// The statements that change a folder's sources, and with them what took the place of what.
class SourceWriter {
 public:
  static Result<SourceWriter> prepare(const Database& database, std::string_view folder) {
    SourceWriter writer(folder);
    for (const auto& [statement, sql] : {
             std::pair(&writer.put_,
                       "INSERT OR REPLACE INTO source (folder, path, size, mtime_ns, inode, id, log, container, depth)"
                       " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"),
             std::pair(&writer.drop_, "DELETE FROM source WHERE folder = ?1 AND path = ?2"),
             std::pair(&writer.mark_, kMarkUnfinished),
             std::pair(&writer.leave_, "INSERT OR REPLACE INTO replaced (folder, path, id, successor) VALUES (?1, ?2, ?3, '')"),
             std::pair(&writer.doubt_,
                       "UPDATE record SET made_from = x'' WHERE id = ?3"
                       " AND EXISTS (SELECT 1 FROM source WHERE folder = ?1 AND container = ?2 AND depth > 0)"),
             std::pair(&writer.arrive_, "DELETE FROM replaced WHERE folder = ?1 AND path = ?2 AND id = ?3"),
             std::pair(&writer.follow_, "UPDATE replaced SET successor = ?3 WHERE folder = ?1 AND path = ?2 AND successor = ''"),
         }) {
      auto prepared = database.prepare(sql);
      if (!prepared) return prepared.error();
      statement->emplace(*std::move(prepared));
    }
    return writer;
  }
  // Precondition: nothing stands there, or the same document does.
  Status put(const SourceRow& row) {
    for (auto* statement : {&arrive_, &follow_})
      if (auto done = (*statement)->bind_blob(1, folder_).bind_blob(2, row.path).bind(3, row.id).run(); !done) return done;
    return write(row);
  }
  // Puts a row over one of another document.
  Status replace(const SourceRow& before, const SourceRow& row) {
    if (before.id == row.id) return write(row);
    if (auto left = leave(before); !left) return left;
    return put(row);
  }
  Status drop(const SourceRow& row) {
    if (auto left = leave(row); !left) return left;
    if (auto marked = mark_->run(); !marked) return marked;
    return drop_->bind_blob(1, folder_).bind_blob(2, row.path).run();
  }

 private:
  explicit SourceWriter(std::string_view folder) : folder_(folder) {}
  // What stands inside it has no place any more: should the document be here again, it must be read again.
  Status leave(const SourceRow& row) {
    for (auto* statement : {&doubt_, &leave_})
      if (auto done = (*statement)->bind_blob(1, folder_).bind_blob(2, row.path).bind(3, row.id).run(); !done) return done;
    return success();
  }
  Status write(const SourceRow& row) {
    if (auto marked = mark_->run(); !marked) return marked;
    put_->bind_blob(1, folder_)
        .bind_blob(2, row.path)
        .bind(3, row.size)
        .bind(4, row.mtime_ns)
        .bind(5, row.inode)
        .bind(6, row.id)
        .bind_blob(7, row.log)
        .bind_blob(8, row.container)
        .bind(9, std::int64_t{row.depth});
    return put_->run();
  }
  std::optional<Statement> put_, drop_, mark_, doubt_, leave_, arrive_, follow_;
  std::string_view folder_;
};

bool same_place(const SourceRow& a, const SourceRow& b) {
  return a.size == b.size && a.mtime_ns == b.mtime_ns && a.inode == b.inode && a.id == b.id && a.log == b.log &&
         a.container == b.container && a.depth == b.depth;
}

// Walks both lists, ordered by path, and writes only what differs: most builds find most files as they were.
Status write_differences(SourceWriter& writer, const std::vector<SourceRow>& before, const std::vector<const SourceRow*>& after) {
  auto old_row = before.begin();
  for (const SourceRow* row : after) {
    for (; old_row != before.end() && old_row->path < row->path; ++old_row)
      if (auto dropped = writer.drop(*old_row); !dropped) return dropped;
    const bool known = old_row != before.end() && old_row->path == row->path;
    if (!known || !same_place(*old_row, *row))
      if (auto put = known ? writer.replace(*old_row, *row) : writer.put(*row); !put) return put;
    if (known) ++old_row;
  }
  for (; old_row != before.end(); ++old_row)
    if (auto dropped = writer.drop(*old_row); !dropped) return dropped;
  return success();
}

Result<std::vector<const SourceRow*>> by_path(const std::vector<SourceRow>& rows) {
  std::vector<const SourceRow*> ordered;
  ordered.reserve(rows.size());
  for (const SourceRow& row : rows) ordered.push_back(&row);
  std::sort(ordered.begin(), ordered.end(), [](const SourceRow* a, const SourceRow* b) { return a->path < b->path; });
  const auto twice = std::adjacent_find(ordered.begin(), ordered.end(), [](auto* a, auto* b) { return a->path == b->path; });
  if (twice != ordered.end()) return usage_error("the source " + shown((*twice)->path) + " is named twice");
  return ordered;
}

// A source whose document the library does not hold would hide that document from every later build that finds the file unchanged.
Status all_documents_known(const Database& database, std::string_view folder) {
  auto unknown = database.prepare(
      "SELECT path, id FROM source WHERE folder = ?1 AND NOT EXISTS (SELECT 1 FROM document WHERE document.id = source.id) LIMIT 1");
  if (!unknown) return unknown.error();
  auto row = unknown->bind_blob(1, folder).step();
  if (!row) return row.error();
  if (!*row) return success();
  return usage_error("the source " + shown(unknown->text(0)) + " names document " + unknown->text(1) + ", which must be put before it");
}

Error unknown_folder(const Library& library, std::string_view folder) {
  auto known = library.folders();
  if (!known) return known.error();
  std::string message = "the library knows no folder " + shown(std::string(folder));
  if (known->empty()) return usage_error(message + ", and no other either");
  message += "; it knows";
  for (const std::string& each : *known) message += " " + shown(each);
  return usage_error(message);
}

}  // namespace

Status Library::Impl::doubt_sources_without_original() const {
  auto live = database->prepare(std::string("SELECT id, sha256 FROM document WHERE id IN ") + kLiveDocuments);
  if (!live) return live.error();
  const auto read = [](const Statement& row) { return std::pair(row.text(0), row.text(1)); };
  auto documents = read_rows<std::pair<std::string, std::string>>(*live, read);
  if (!documents) return documents.error();
  live->rewind();
  std::error_code ignored;
  std::erase_if(*documents, [&](const auto& document) { return fs::exists(library::original_path(dir, document.second), ignored); });
  auto transaction = Transaction::begin(*database);
  if (!transaction) return transaction.error();
  for (const char* what : kDoubtSources) {
    auto doubt = database->prepare(what);
    if (!doubt) return doubt.error();
    for (const auto& document : *documents)
      if (auto done = doubt->bind(1, document.first).run(); !done) return done;
  }
  return transaction->commit();
}

Result<std::vector<SourceRow>> Library::sources(std::string_view folder) const {
  auto statement =
      impl_->database->prepare("SELECT path, size, mtime_ns, inode, id, log, container, depth FROM source WHERE folder = ?1 ORDER BY path");
  if (!statement) return statement.error();
  statement->bind_blob(1, folder);
  return read_rows<SourceRow>(*statement, [&](const Statement& row) { return read_source(row, folder); });
}

Result<std::vector<std::string>> Library::folders() const {
  auto statement = impl_->database->prepare("SELECT path FROM folder ORDER BY path");
  if (!statement) return statement.error();
  return read_rows<std::string>(*statement, [](const Statement& row) { return row.text(0); });
}

Status Library::replace_sources(std::string_view folder, const std::vector<SourceRow>& rows) {
  if (auto writable = impl_->may_write(); !writable) return writable;
  const Database& database = *impl_->database;
  auto after = by_path(rows);
  if (!after) return after.error();
  auto transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  auto before = sources(folder);
  if (!before) return before.error();
  auto known = database.prepare("INSERT OR IGNORE INTO folder (path) VALUES (?1)");
  if (!known) return known.error();
  if (auto put = known->bind_blob(1, folder).run(); !put) return put;
  auto writer = SourceWriter::prepare(database, folder);
  if (!writer) return writer.error();
  if (auto written = write_differences(*writer, *before, *after); !written) return written;
  if (auto complete = all_documents_known(database, folder); !complete) return complete;
  return transaction->commit();
}

Result<std::vector<DocumentRow>> Library::documents() const {
  auto statement =
      impl_->database->prepare(std::string("SELECT id, sha256, bytes FROM document WHERE id IN ") + kLiveDocuments + " ORDER BY id");
  if (!statement) return statement.error();
  return read_rows<DocumentRow>(*statement, [](const Statement& row) {
    return DocumentRow{.id = row.text(0), .sha256 = row.text(1), .bytes = row.unsigned_integer(2)};
  });
}

Status Library::for_each_place(const std::function<Status(Place)>& each) const {
  auto statement = impl_->database->prepare(
      "SELECT source.id, sha256, bytes, source.folder, source.path, source.log, holder.id, source.container, source.depth FROM source"
      " JOIN document ON document.id = source.id"
      " LEFT JOIN source AS holder ON source.depth > 0 AND holder.folder = source.folder AND holder.path = source.container"
      " WHERE NOT EXISTS (SELECT 1 FROM removal WHERE removal.id = source.id) ORDER BY source.depth, source.folder, source.path");
  if (!statement) return statement.error();
  while (true) {
    auto row = statement->step();
    if (!row) return row.error();
    if (!*row) return success();
    Place place{statement->text(0), statement->text(1), statement->unsigned_integer(2),
                statement->text(3), statement->text(4), statement->text(5),
                statement->text(6), statement->text(7), static_cast<std::uint32_t>(statement->integer(8))};
    if (auto done = each(std::move(place)); !done) return done;
  }
}

namespace {

// What stands inside the document at container, at whatever depth: their paths are those between these two ('0' follows '/').
Result<std::vector<SourceRow>> rows_inside(const Database& database, std::string_view folder, std::string_view container) {
  auto statement = database.prepare(
      "SELECT path, size, mtime_ns, inode, id, log, container, depth FROM source"
      " WHERE folder = ?1 AND path > ?2 AND path < ?3 AND depth > 0 ORDER BY path");
  if (!statement) return statement.error();
  const std::string first = std::string(container).append(kInside);
  std::string last = first;
  last.back() = '0';
  statement->bind_blob(1, folder).bind_blob(2, first).bind_blob(3, last);
  return read_rows<SourceRow>(*statement, [&](const Statement& row) { return read_source(row, folder); });
}

// A place inside stays while each document it stands in, from the outermost in, is still what it was there.
// before and after: what stood and what is put directly inside the container, by path; first_name: where the path of what stands there
// begins.
using RowsByPath = std::unordered_map<std::string_view, const SourceRow*>;
bool stays(const SourceRow& row, std::size_t first_name, const RowsByPath& before, const RowsByPath& after) {
  for (std::size_t end = row.path.find(kInside, first_name);; end = row.path.find(kInside, end + 1)) {
    const std::string_view outer = std::string_view(row.path).substr(0, end);
    const auto put = after.find(outer), was = before.find(outer);
    if (put != after.end() && was != before.end() && put->second->id == was->second->id) return true;
    if (end == std::string::npos) return false;
  }
}

// Those that stand there already are left alone: a log of thousands of rows gains one.
Status put_new(const Database& database, SourceWriter& writer, std::string_view folder, const RowsByPath& before,
               const std::vector<SourceRow>& rows) {
  auto file = database.prepare("SELECT 1 FROM source WHERE folder = ?1 AND path = ?2 AND depth = 0");
  if (!file) return file.error();
  for (const SourceRow& row : rows) {
    if (const auto there = before.find(row.path); there != before.end() && same_place(*there->second, row)) continue;
    auto taken = file->bind_blob(1, folder).bind_blob(2, row.path).step();
    if (!taken) return taken.error();
    file->rewind();
    if (*taken) continue;
    if (auto written = writer.put(row); !written) return written;
  }
  return success();
}

// An entry that was removed with its page is a row of this one too, which nobody removed.
Status lift_entries(const Database& database, std::string_view folder, std::string_view container) {
  constexpr const char* kTheirs =
      " WHERE id IN (SELECT removed_inside.id FROM removed_inside JOIN source ON source.id = removed_inside.id"
      " WHERE entry = 1 AND folder = ?1 AND container = ?2 AND depth > 0)";
  for (const char* table : {"DELETE FROM removal", "DELETE FROM removed_inside"}) {
    auto lift = database.prepare(std::string(table) + kTheirs);
    if (!lift) return lift.error();
    if (auto done = lift->bind_blob(1, folder).bind_blob(2, container).run(); !done) return done;
  }
  return success();
}

}  // namespace

Status Library::put_inside(std::string_view folder, std::string_view container, const std::vector<SourceRow>& rows) {
  if (auto writable = impl_->may_write(); !writable) return writable;
  auto transaction = Transaction::begin(*impl_->database);
  if (!transaction) return transaction.error();
  auto before = rows_inside(*impl_->database, folder, container);
  if (!before) return before.error();
  auto writer = SourceWriter::prepare(*impl_->database, folder);
  if (!writer) return writer.error();
  auto doubt =
      impl_->database->prepare("UPDATE record SET made_from = x'' WHERE id = (SELECT id FROM source WHERE folder = ?1 AND path = ?2)");
  if (!doubt) return doubt.error();
  if (auto done = doubt->bind_blob(1, folder).bind_blob(2, container).run(); !done) return done;
  RowsByPath was, put;
  for (const SourceRow& row : *before) was.emplace(row.path, &row);
  for (const SourceRow& row : rows) put.emplace(row.path, &row);
  for (const SourceRow& row : *before)
    if (!stays(row, container.size() + kInside.size(), was, put))
      if (auto dropped = writer->drop(row); !dropped) return dropped;
  if (auto written = put_new(*impl_->database, *writer, folder, was, rows); !written) return written;
  if (auto lifted = lift_entries(*impl_->database, folder, container); !lifted) return lifted;
  return transaction->commit();
}

Result<std::optional<std::string>> Library::id_at(std::string_view folder, std::string_view path) const {
  auto statement = impl_->database->prepare("SELECT id FROM source WHERE folder = ?1 AND path = ?2");
  if (!statement) return statement.error();
  auto row = statement->bind_blob(1, folder).bind_blob(2, path).step();
  if (!row) return row.error();
  if (!*row) return std::optional<std::string>();
  return std::optional(statement->text(0));
}

Status Library::forget(std::string_view folder) {
  if (auto writable = impl_->may_write(); !writable) return writable;
  const Database& database = *impl_->database;
  auto transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  auto drop = database.prepare("DELETE FROM folder WHERE path = ?1");
  if (!drop) return drop.error();
  if (auto done = drop->bind_blob(1, folder).run(); !done) return done;
  if (database.changes() == 0) return unknown_folder(*this, folder);
  for (const char* rows : {"DELETE FROM source WHERE folder = ?1", "DELETE FROM replaced WHERE folder = ?1"}) {
    auto dropped = database.prepare(rows);
    if (!dropped) return dropped.error();
    if (auto done = dropped->bind_blob(1, folder).run(); !done) return done;
  }
  // Nothing is left that a build would finish.
  auto none_left = database.integer("SELECT NOT EXISTS (SELECT 1 FROM folder)");
  if (!none_left) return none_left.error();
  if (*none_left != 0)
    if (auto finished = unmark(Mark::kUnfinished); !finished) return finished;
  return transaction->commit();
}

Status Library::put_documents(const std::vector<DocumentRow>& rows) {
  if (auto writable = impl_->may_write(); !writable) return writable;
  auto transaction = Transaction::begin(*impl_->database);
  if (!transaction) return transaction.error();
  auto put = impl_->database->prepare("INSERT OR IGNORE INTO document (id, sha256, bytes) VALUES (?1, ?2, ?3)");
  if (!put) return put.error();
  for (const DocumentRow& row : rows) {
    if (!is_sha256(row.sha256) || row.id != document_id(row.sha256))
      return usage_error("\"" + shown(row.id) + "\" is not the id of the bytes with SHA-256 " + shown(row.sha256));
    if (auto done = put->bind(1, row.id).bind(2, row.sha256).bind(3, row.bytes).run(); !done) return done;
  }
  return transaction->commit();
}

}  // namespace foi::library
