// Totals, and every damage that can be found without the index.
#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "indexer/library/identity.h"
#include "indexer/library/library_impl.h"
#include "indexer/library/published.h"
#include "indexer/library/schema.h"
#include "indexer/model/codec.h"

namespace foi::library {
namespace {

using Damage = std::vector<std::string>;

// Calls each with every file of a content store and the name its folder and file make together.
Status for_each_content(const fs::path& store, const std::function<Status(const fs::path&, const std::string& name)>& each) {
  return for_each_entry(store, [&](const fs::path& folder) -> Status {
    if (folder.filename().native().starts_with(kTemporaryPrefix)) return success();  // being written, or cleared by the next build
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) return each(folder, folder.filename().native());
    return for_each_entry(folder, [&](const fs::path& file) { return each(file, folder.filename().native() + file.filename().native()); });
  });
}

Result<std::uint64_t> bytes_under(const fs::path& store) {
  std::uint64_t bytes = 0;
  auto read = for_each_content(store, [&](const fs::path& file, const std::string&) -> Status {
    struct stat info {};
    if (::stat(file.c_str(), &info) == 0) bytes += static_cast<std::uint64_t>(info.st_size);  // gone meanwhile: a removal
    return success();
  });
  if (!read) return read.error();
  return bytes;
}

Status check_database(const Database& database, Damage& damage) {
  auto statement = database.prepare("PRAGMA integrity_check");
  if (!statement) return statement.error();
  while (true) {
    auto row = statement->step();
    if (!row) return row.error();
    if (!*row) return success();
    if (statement->bytes(0) != "ok") damage.push_back("library.sqlite: " + statement->text(0));
  }
}

// One line of damage for each row of a query that gives an id (and what else the words say).
Status check_rows(const Database& database, const std::string& sql, std::string_view before, std::string_view after, Damage& damage) {
  auto statement = database.prepare(sql);
  if (!statement) return statement.error();
  while (true) {
    auto row = statement->step();
    if (!row) return row.error();
    if (!*row) return success();
    damage.push_back(std::string(before) + shown(statement->text(0)) + std::string(after));
  }
}

Status check_references(const Database& database, Damage& damage) {
  const std::string live = kLiveDocuments;
  if (auto done = check_rows(database, "SELECT id FROM record WHERE id NOT IN " + live + " ORDER BY id", "record ",
                             " has no document behind it; build again", damage);
      !done)
    return done;
  const std::string half =
      "SELECT id FROM record WHERE id NOT IN (SELECT id FROM published) UNION"
      " SELECT id FROM published WHERE id NOT IN (SELECT id FROM record) ORDER BY id";
  if (auto done = check_rows(database, half, "record ", " is half missing; build again with --rebuild", damage); !done) return done;
  return check_rows(database, "SELECT path FROM source WHERE id NOT IN (SELECT id FROM document) ORDER BY folder, path", "source ",
                    " names a document the library does not hold; build again with its file changed or renamed", damage);
}

Status check_original(const fs::path& file, const std::string& name, Damage& damage) {
  if (!is_sha256(name)) return damage.push_back(shown(file) + " does not belong there; delete it"), success();
  const Descriptor open(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!open.open() && errno == ENOENT) return success();  // removed meanwhile
  if (!open.open()) return damage.push_back(file_error("open", file, errno).message), success();
  auto hash = hash_file(open.get(), UINT64_MAX);
  if (!hash) return damage.push_back(shown(file) + ": " + hash.error().message), success();
  if (hash->sha256 != name)
    damage.push_back(shown(file) + " is damaged: its bytes are no longer those of its name; delete it and build again");
  return success();
}

Status check_extraction(const fs::path& file, const std::string& name, Damage& damage) {
  if (!is_extraction_key(name)) return damage.push_back(shown(file) + " does not belong there; delete it"), success();
  auto bytes = read_file(file, UINT64_MAX);
  if (!bytes) return damage.push_back(bytes.error().message), success();
  if (bytes->has_value() && !open_sealed_extraction(**bytes))
    damage.push_back(shown(file) + " is damaged; the next build that needs it makes it again");
  return success();
}

Status check_contents(const fs::path& dir, Damage& damage) {
  auto originals = for_each_content(dir / "originals",
                                    [&](const fs::path& file, const std::string& name) { return check_original(file, name, damage); });
  if (!originals) return originals;
  return for_each_content(dir / "extractions",
                          [&](const fs::path& file, const std::string& name) { return check_extraction(file, name, damage); });
}

// Live documents must have their original, removed ones must not unless it was kept.
Status check_originals_of(const Database& database, const fs::path& dir, Damage& damage) {
  auto statement = database.prepare(std::string("SELECT id, sha256, 1 FROM document WHERE id IN ") + kLiveDocuments +
                                    " UNION ALL SELECT id, sha256, 0 FROM removal WHERE keep_original = 0 ORDER BY 1");
  if (!statement) return statement.error();
  while (true) {
    auto row = statement->step();
    if (!row) return row.error();
    if (!*row) return success();
    std::error_code ignored;
    const bool there = fs::exists(original_path(dir, statement->text(1)), ignored), wanted = statement->integer(2) == 1;
    if (wanted && !there) damage.push_back("the original of document " + statement->text(0) + " is missing; build again");
    if (!wanted && there) damage.push_back("the original of removed document " + statement->text(0) + " is still there; build again");
  }
}

Status check_records(const Library& library, Damage& damage) {
  return library.for_each_record([&](std::string_view id, std::string_view published) -> Status {
    auto decoded = decode_published(published);
    if (!decoded)
      damage.push_back("record " + std::string(id) + " is damaged (" + decoded.error().message + "); build again with --rebuild");
    else if (decoded->record.id != id)
      damage.push_back("record " + std::string(id) + " says it is " + shown(decoded->record.id) + "; build again with --rebuild");
    return success();
  });
}

void check_current(const fs::path& dir, Damage& damage) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(dir / "CURRENT", ignored))) return;
  if (auto generation = current_generation(dir); !generation) damage.push_back(generation.error().message);
}

Result<std::string> generation_served(const fs::path& dir) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(dir / "CURRENT", ignored))) return std::string();
  auto generation = current_generation(dir);
  if (!generation) return generation.error();
  return generation->filename().string();
}

}  // namespace

Result<Totals> Library::totals() const {
  auto counts = impl_->database->prepare(std::string("WITH live AS ") + kLiveDocuments +
                                         " SELECT (SELECT count(*) FROM live), (SELECT count(*) FROM removal), total(failed), total(pages),"
                                         " total(ocr_pages) FROM record WHERE id IN live");
  if (!counts) return counts.error();
  auto row = counts->step();
  if (!row) return row.error();
  Totals totals{.documents = counts->unsigned_integer(0),
                .failed = counts->unsigned_integer(2),
                .removed = counts->unsigned_integer(1),
                .pages = counts->unsigned_integer(3),
                .ocr_pages = counts->unsigned_integer(4),
                .generation = {}};
  counts->rewind();
  auto originals = bytes_under(impl_->dir / "originals");
  if (!originals) return originals.error();
  totals.original_bytes = *originals;
  auto extractions = bytes_under(impl_->dir / "extractions");
  if (!extractions) return extractions.error();
  totals.extraction_bytes = *extractions;
  auto generation = generation_served(impl_->dir);
  if (!generation) return generation.error();
  totals.generation = *std::move(generation);
  return totals;
}

Result<std::vector<std::string>> Library::check() const {
  Damage damage;
  const Database& database = *impl_->database;
  if (auto done = check_database(database, damage); !done) return done.error();
  if (!damage.empty()) return damage;  // what the tables say cannot be trusted
  if (auto done = check_references(database, damage); !done) return done.error();
  if (auto done = check_records(*this, damage); !done) return done.error();
  if (auto done = check_originals_of(database, impl_->dir, damage); !done) return done.error();
  if (auto done = check_contents(impl_->dir, damage); !done) return done.error();
  check_current(impl_->dir, damage);
  return damage;
}

}  // namespace foi::library
