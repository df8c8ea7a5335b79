// What was found where, records, and removals: the database.
#include <algorithm>

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
          .id = row.text(4)};
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

// The two statements that change a folder's sources.
class SourceWriter {
 public:
  static Result<SourceWriter> prepare(const Database& database, std::string_view folder) {
    auto put = database.prepare("INSERT OR REPLACE INTO source (folder, path, size, mtime_ns, inode, id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    if (!put) return put.error();
    auto drop = database.prepare("DELETE FROM source WHERE folder = ?1 AND path = ?2");
    if (!drop) return drop.error();
    return SourceWriter(*std::move(put), *std::move(drop), folder);
  }
  Status put(const SourceRow& row) {
    put_.bind_blob(1, folder_).bind_blob(2, row.path).bind(3, row.size).bind(4, row.mtime_ns).bind(5, row.inode).bind(6, row.id);
    return put_.run();
  }
  Status drop(const SourceRow& row) { return drop_.bind_blob(1, folder_).bind_blob(2, row.path).run(); }

 private:
  SourceWriter(Statement put, Statement drop, std::string_view folder) : put_(std::move(put)), drop_(std::move(drop)), folder_(folder) {}
  Statement put_, drop_;
  std::string_view folder_;
};

bool same_place(const SourceRow& a, const SourceRow& b) {
  return a.size == b.size && a.mtime_ns == b.mtime_ns && a.inode == b.inode && a.id == b.id;
}

// Walks both lists, ordered by path, and writes only what differs: most builds find most files as they were.
Status write_differences(SourceWriter& writer, const std::vector<SourceRow>& before, const std::vector<const SourceRow*>& after) {
  auto old_row = before.begin();
  for (const SourceRow* row : after) {
    for (; old_row != before.end() && old_row->path < row->path; ++old_row)
      if (auto dropped = writer.drop(*old_row); !dropped) return dropped;
    const bool known = old_row != before.end() && old_row->path == row->path;
    if (!known || !same_place(*old_row, *row))
      if (auto put = writer.put(*row); !put) return put;
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
  auto doubt = database->prepare(kDoubtSources);
  if (!doubt) return doubt.error();
  for (const auto& document : *documents)
    if (auto done = doubt->bind(1, document.first).run(); !done) return done;
  return transaction->commit();
}

Result<std::vector<SourceRow>> Library::sources(std::string_view folder) const {
  auto statement = impl_->database->prepare("SELECT path, size, mtime_ns, inode, id FROM source WHERE folder = ?1 ORDER BY path");
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

Status Library::put_record(std::string_view id, std::string_view published) {
  if (auto writable = impl_->may_write(); !writable) return writable;
  auto decoded = decode_published(published);
  if (!decoded) return decoded.error();
  const Record& record = decoded->record;
  if (record.id != id) return usage_error("the record of " + shown(record.id) + " cannot be kept as that of " + shown(std::string(id)));
  const auto ocr_pages =
      std::count_if(record.pages.begin(), record.pages.end(), [](const auto& page) { return page.source == PageSource::kOcr; });
  auto put = impl_->database->prepare(
      "INSERT INTO record (id, failed, pages, ocr_pages, published) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO UPDATE SET "
      "failed = excluded.failed, pages = excluded.pages, ocr_pages = excluded.ocr_pages, published = excluded.published");
  if (!put) return put.error();
  put->bind(1, id).bind(2, std::int64_t{record.error.has_value()}).bind(3, static_cast<std::uint64_t>(record.pages.size()));
  return put->bind(4, static_cast<std::int64_t>(ocr_pages)).bind_blob(5, published).run();
}

// One row at a time, so that a builder never waits for a reader, and so that each() may put the record it was given.
Status Library::for_each_record(const std::function<Status(std::string_view id, std::string_view published)>& each) const {
  auto next = impl_->database->prepare("SELECT id, published FROM record WHERE id > ?1 ORDER BY id LIMIT 1");
  if (!next) return next.error();
  std::string id, published;
  while (true) {
    auto row = next->bind(1, id).step();
    if (!row) return row.error();
    if (!*row) return success();
    std::string found = next->text(0);
    published = next->bytes(1);
    next->rewind();
    id = std::move(found);
    if (auto done = each(id, published); !done) return done;
  }
}

Status Library::begin() {
  if (auto writable = impl_->may_write(); !writable) return writable;
  if (impl_->batch) return usage_error("begin() was called twice without commit()");
  if (auto begun = impl_->database->execute("BEGIN IMMEDIATE"); !begun) return begun;
  impl_->batch = true;
  return success();
}

Status Library::commit() {
  if (auto writable = impl_->may_write(); !writable) return writable;
  if (!impl_->batch) return usage_error("commit() was called without begin()");
  if (auto done = impl_->database->execute("COMMIT"); !done) return done;
  impl_->batch = false;
  return success();
}

Status Library::drop_records_except_documents() {
  if (auto writable = impl_->may_write(); !writable) return writable;
  return impl_->database->execute((std::string("DELETE FROM record WHERE id NOT IN ") + kLiveDocuments).c_str());
}

}  // namespace foi::library
