// Records: each a published document, and beside it what most builds need of it.
#include <algorithm>

#include "indexer/library/identity.h"
#include "indexer/library/library_impl.h"
#include "indexer/library/schema.h"
#include "indexer/model/codec.h"

namespace foi::library {
namespace {

Status write_row(const Database& database, const Record& record, std::string_view published, const RecordNote& note) {
  const auto ocr_pages =
      std::count_if(record.pages.begin(), record.pages.end(), [](const auto& page) { return page.source == PageSource::kOcr; });
  auto put = database.prepare(
      "INSERT OR REPLACE INTO record (id, made_from, brief, digest, failed, pages, ocr_pages) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  if (!put) return put.error();
  const std::string digest = sha256_hex(published);
  put->bind(1, record.id).bind_blob(2, note.made_from).bind_blob(3, note.brief).bind(4, digest);
  put->bind(5, std::int64_t{record.error.has_value()}).bind(6, static_cast<std::uint64_t>(record.pages.size()));
  return put->bind(7, static_cast<std::int64_t>(ocr_pages)).run();
}

}  // namespace

Status Library::put_record(std::string_view id, std::string_view published, const RecordNote& note) {
  if (auto writable = impl_->may_write(); !writable) return writable;
  auto decoded = decode_published(published);
  if (!decoded) return decoded.error();
  if (decoded->record.id != id)
    return usage_error("the record of " + shown(decoded->record.id) + " cannot be kept as that of " + shown(std::string(id)));
  auto transaction = Transaction::begin(*impl_->database);
  if (!transaction) return transaction.error();
  if (auto marked = impl_->database->execute(kMarkUnfinished); !marked) return marked;
  if (auto written = write_row(*impl_->database, decoded->record, published, note); !written) return written;
  auto put =
      impl_->database->prepare("INSERT INTO published (id, bytes) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET bytes = excluded.bytes");
  if (!put) return put.error();
  if (auto done = put->bind(1, id).bind_blob(2, published).run(); !done) return done;
  return transaction->commit();
}

Result<std::vector<RecordRow>> Library::record_rows() const {
  auto statement = impl_->database->prepare("SELECT id, made_from, brief, digest, failed, pages, ocr_pages FROM record ORDER BY id");
  if (!statement) return statement.error();
  std::vector<RecordRow> rows;
  while (true) {
    auto row = statement->step();
    if (!row) return row.error();
    if (!*row) return rows;
    rows.push_back({.id = statement->text(0),
                    .note = {.made_from = statement->text(1), .brief = statement->text(2)},
                    .digest = statement->text(3),
                    .failed = statement->integer(4) != 0,
                    .pages = statement->unsigned_integer(5),
                    .ocr_pages = statement->unsigned_integer(6)});
  }
}

Result<std::optional<std::string>> Library::published(std::string_view id) const {
  auto statement = impl_->database->prepare("SELECT bytes FROM published WHERE id = ?1");
  if (!statement) return statement.error();
  auto row = statement->bind(1, id).step();
  if (!row) return row.error();
  if (!*row) return std::optional<std::string>();
  return std::optional(std::string(statement->bytes(0)));
}

// One row at a time, so that a builder never waits for a reader, and so that each() may put the record it was given.
Status Library::for_each_record(const std::function<Status(std::string_view id, std::string_view published)>& each) const {
  auto next = impl_->database->prepare("SELECT id, bytes FROM published WHERE id > ?1 ORDER BY id LIMIT 1");
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

Result<bool> Library::marked(Mark mark) const {
  auto found = impl_->database->integer("SELECT EXISTS (SELECT 1 FROM mark WHERE what = " + std::to_string(static_cast<int>(mark)) + ")");
  if (!found) return found.error();
  return *found != 0;
}

Status Library::unmark(Mark mark) {
  if (auto writable = impl_->may_write(); !writable) return writable;
  // Most builds change nothing, and then write nothing.
  const Result<bool> there = marked(mark);
  if (!there || !*there) return there ? success() : Status(there.error());
  auto transaction = Transaction::begin(*impl_->database);
  if (!transaction) return transaction.error();
  const std::string drop = "DELETE FROM mark WHERE what = " + std::to_string(static_cast<int>(mark));
  if (auto done = impl_->database->execute(drop.c_str()); !done) return done;
  return transaction->commit();
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

Status Library::drop_record(std::string_view id) {
  if (auto writable = impl_->may_write(); !writable) return writable;
  auto transaction = Transaction::begin(*impl_->database);
  if (!transaction) return transaction.error();
  if (auto marked = impl_->database->execute(kMarkUnfinished); !marked) return marked;
  for (const char* table : {"DELETE FROM record WHERE id = ?1", "DELETE FROM published WHERE id = ?1"}) {
    auto drop = impl_->database->prepare(table);
    if (!drop) return drop.error();
    if (auto done = drop->bind(1, id).run(); !done) return done;
  }
  return transaction->commit();
}

Status Library::drop_records_except_documents() {
  if (auto writable = impl_->may_write(); !writable) return writable;
  auto transaction = Transaction::begin(*impl_->database);
  if (!transaction) return transaction.error();
  for (const char* table : {"record", "published"})
    if (auto done = impl_->database->execute(("DELETE FROM " + std::string(table) + " WHERE id NOT IN " + kLiveDocuments).c_str()); !done)
      return done;
  return transaction->commit();
}

}  // namespace foi::library
