// Opening a library: whose folder it is, the lock, what killed programs left behind.
#include "indexer/library/library.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "indexer/library/library_impl.h"
#include "indexer/library/schema.h"

namespace foi::library {
namespace {

// Files that a library has before its tables are made. A folder that is the root of a disk has lost+found.
constexpr std::array<std::string_view, 4> kBeginnings{"lock", "library.sqlite", "library.sqlite-journal", "lost+found"};
constexpr std::array<std::string_view, 3> kStores{"originals", "extractions", "generations"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, const fs::path& name) {
  for (const auto each : names)
    if (name == each) return true;
  return false;
}

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

Result<fs::path> absolute_normal(const fs::path& dir) {
  std::error_code error;
  fs::path path = fs::absolute(dir, error).lexically_normal();
  if (error) return file_error("find", dir, error.value());
  return path.has_filename() ? path : path.parent_path();
}

// A folder without a database may become a library when nothing else is in it.
Status may_become_library(const fs::path& dir) {
  return for_each_entry(dir, [&](const fs::path& path) -> Status {
    const fs::path name = path.filename();
    if (among(kBeginnings, name)) return success();
    if (among(kStores, name))
      return environment_error(shown(dir) + " holds " + shown(name) +
                               " but its library.sqlite is missing; put a copy of it back, or build a new library in another folder");
    return foreign_folder_error(dir, name);
  });
}

// Reads the header by hand, so that not even a lock is created beside someone else's database. A journal may hold the true header: then
// SQLite decides once it is open.
Status is_ours_or_empty(const fs::path& dir) {
  constexpr std::size_t kHeaderBytes = 100, kApplicationIdAt = 68;
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  if (is_file(dir / "library.sqlite-journal")) return success();
  const Descriptor file(::open((dir / "library.sqlite").c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open()) return file_error("open", dir / "library.sqlite", errno);
  std::array<char, kHeaderBytes> header{};
  const ssize_t got = ::pread(file.get(), header.data(), header.size(), 0);
  if (got == 0) return may_become_library(dir);
  std::int64_t application = 0;
  for (std::size_t i = 0; i < 4; ++i) application = application << 8 | static_cast<unsigned char>(header[kApplicationIdAt + i]);
  if (got != static_cast<ssize_t>(kHeaderBytes) || std::string_view(header.data(), kMagic.size()) != kMagic ||
      application != kApplicationId)
    return foreign_folder_error(dir, "a library.sqlite of another program");
  return success();
}

Status check_folder_for_build(const fs::path& dir) {
  std::error_code ignored;
  const fs::file_status status = fs::status(dir, ignored);
  if (fs::exists(status) && !fs::is_directory(status)) return environment_error(shown(dir) + " is a file; name a folder for the library");
  return is_file(dir / "library.sqlite") ? is_ours_or_empty(dir) : may_become_library(dir);
}

// A killed builder's half-made change is undone by whoever may write next. Only SQLite's own locks are needed: they show that nobody is
// still making it.
void undo_interrupted_change(const fs::path& file) {
  auto database = Database::open(file, Database::Mode::kWrite);
  if (!database) return;
  const Result<std::int64_t> touched = (*database)->integer("PRAGMA user_version");
  static_cast<void>(touched);  // the caller's next try shows whether it worked
}

Result<std::unique_ptr<Database>> open_database_to_read(const fs::path& dir) {
  const fs::path file = dir / "library.sqlite";
  for (const bool again : {false, true}) {
    auto database = Database::open(file, Database::Mode::kRead);
    if (!database) return database.error();
    const Status checked = check_format(**database, dir);
    if (checked) return database;
    if (!(*database)->needs_rollback()) return checked.error();
    if (again) break;
    undo_interrupted_change(file);
  }
  return environment_error(shown(file) +
                           " holds a change that was interrupted, and undoing it needs to write there; run foi-index build --library " +
                           shown(dir));
}

}  // namespace

Library::Library(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;
Library::~Library() = default;

Result<Library> Library::open_for_build(const fs::path& given) {
  auto dir = absolute_normal(given);
  if (!dir) return dir.error();
  if (auto checked = check_folder_for_build(*dir); !checked) return checked.error();
  if (auto made = ensure_folder(*dir); !made) return made.error();
  auto lock = Lock::take(*dir);
  if (!lock) return lock.error();
  auto impl = std::make_unique<Impl>();
  impl->dir = *dir;
  impl->lock = *std::move(lock);
  auto database = Database::open(impl->database_path(), Database::Mode::kCreate);
  if (!database) return database.error();
  impl->database = *std::move(database);
  if (auto set = prepare_for_writing(*impl->database); !set) return set.error();
  if (auto format = create_or_check_format(*impl->database, *dir); !format) return format.error();
  for (const auto store : kStores)
    if (auto made = ensure_folder(*dir / store); !made) return made.error();
  if (auto cleared = impl->clear_leftovers(); !cleared) return cleared.error();
  if (auto doubted = impl->doubt_sources_without_original(); !doubted) return doubted.error();
  return Library(std::move(impl));
}

Result<Library> Library::open_to_read(const fs::path& given) {
  auto dir = absolute_normal(given);
  if (!dir) return dir.error();
  if (!is_file(*dir / "library.sqlite")) return no_library_error(*dir);
  auto database = open_database_to_read(*dir);
  if (!database) return database.error();
  auto impl = std::make_unique<Impl>();
  impl->dir = *dir;
  impl->database = *std::move(database);
  return Library(std::move(impl));
}

Status Library::Impl::may_put() const {
  if (!lock) return usage_error("the library at " + shown(dir) + " was opened to read only");
  return success();
}

Status Library::Impl::may_write() const {
  if (auto open = may_put(); !open) return open;
  if (batch && !database->in_transaction())
    return environment_error("nothing more can be kept in " + shown(database_path()) + " after an earlier failure; run it again");
  return success();
}

Status Library::Impl::clear_leftovers() {
  for (const fs::path& folder : {dir, dir / "originals", dir / "extractions"})
    if (auto cleared = delete_temporary_files(folder); !cleared) return cleared;
  auto removed = database->prepare(
      "SELECT id, sha256, EXISTS (SELECT 1 FROM removed_inside WHERE removed_inside.id = removal.id AND entry = 1) FROM removal"
      " WHERE keep_original = 0");
  if (!removed) return removed.error();
  while (true) {
    auto row = removed->step();
    if (!row) return row.error();
    if (!*row) return success();
    const std::string sha256 = removed->text(1);
    if (auto dropped = drop_content(sha256); !dropped) return dropped;
    if (removed->integer(2) == 0) denied.insert(removed->text(0));
  }
}

}  // namespace foi::library
