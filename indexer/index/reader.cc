#include "indexer/index/reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "indexer/index/schema.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::index {

namespace {

std::filesystem::path without_trailing_slash(const std::filesystem::path& path) {
  const auto normal = path.lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

// DIR of DIR/generations/000042; an index that stands elsewhere is named as it is.
std::string library_of(const std::filesystem::path& generation) {
  const auto parent = without_trailing_slash(generation).parent_path();
  return parent.filename() == "generations" ? parent.parent_path().string() : std::string("DIR");
}

// Xapian gives the cause of a failure in words only.
std::string advice_on(const std::string& message) {
  for (const int full : {ENOSPC, EDQUOT, EFBIG})
    if (message.find(std::generic_category().message(full)) != std::string::npos) return "; free some space and run it again";
  return {};
}

}  // namespace

Error error_of(const std::string& doing, const Xapian::Error& error) {
  std::string message = doing + ": " + error.get_type() + ": " + error.get_msg();
  if (const char* cause = error.get_error_string()) message += std::string(" (") + cause + ")";
  const std::string_view type = error.get_type();
  if (type == "DatabaseCorruptError" || type == "DatabaseVersionError" || type == "DatabaseOpeningError" || type == "DatabaseNotFoundError")
    message += "; foi-index build makes the index again";
  return environment_error(clean_utf8(message + advice_on(message)));
}

Error error_of(const std::string& doing, const std::filesystem::filesystem_error& error) {
  std::string message = doing + ": cannot write " + error.path1().string() + ": " + error.code().message();
  return environment_error(clean_utf8(message + advice_on(message)));
}

GenerationFolder::GenerationFolder(const std::filesystem::path& path)
    : folder_(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)), path_("/proc/self/fd/" + std::to_string(folder_)) {
  // No other generation shares this file, so it has no name any more when the folder has been deleted.
  if (folder_ >= 0) version_ = ::openat(folder_, "letters/iamglass", O_RDONLY | O_CLOEXEC);
  if (version_ >= 0) return;
  const std::error_code error(errno, std::generic_category());
  if (folder_ >= 0) ::close(folder_);
  throw std::filesystem::filesystem_error("cannot open", path, error);
}

GenerationFolder::~GenerationFolder() {
  ::close(version_);
  ::close(folder_);
}

bool GenerationFolder::deleted() const {
  struct stat info {};
  return ::fstat(version_, &info) != 0 || info.st_nlink == 0;
}

HandlePool::Lease HandlePool::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto handle = std::move(idle_.back());
      idle_.pop_back();
      return {*this, std::move(handle)};
    }
  }
  auto handle = std::make_unique<Handle>();
  handle->letters = Xapian::Database((folder_.path() / kLettersFolder).string());
  handle->pages = Xapian::Database((folder_.path() / kPagesFolder).string());
  return {*this, std::move(handle)};
}

void HandlePool::give_back(std::unique_ptr<Handle> handle) {
  const std::lock_guard lock(mutex_);
  if (idle_.size() < limits::kMaxIdleHandles) idle_.push_back(std::move(handle));
}

std::uint64_t count_in(const Xapian::Database& database) {
  std::uint64_t out = database.get_doccount();
  for (const std::string_view beside : {kBlank, kWordsOfPage}) out -= database.get_termfreq(exact_term(Field::kBeside, beside));
  return out;
}

std::optional<std::string> data_of(const Xapian::Database& database, const std::string& key) {
  const std::string term = exact_term(Field::kId, key);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return std::nullopt;
  return data_of(database, *posting);
}

std::string data_of(const Xapian::Database& database, Xapian::docid number) {
  return database.get_document(number, Xapian::DOC_ASSUME_VALID).get_data();
}

Result<std::optional<StoredPage>> page_without_words(const Xapian::Database& pages, std::string_view id, std::uint32_t number) {
  const auto data = data_of(pages, page_key(id, number));
  if (!data) return std::optional<StoredPage>();
  auto page = decode_stored_page(*data);
  if (!page) return page.error();
  return std::optional<StoredPage>(std::move(*page));
}

Result<StoredLetter> read_letter(const Xapian::Database& letters, std::string_view data) {
  Result<StoredLetter> letter = decode_letter(data);
  if (!letter || letter->holder.empty()) return letter;
  Record& record = letter->record;
  const std::string parent = letters.get_metadata(std::string(kHolderPrefix) + letter->holder);
  if (parent.empty()) return environment_error("the index is damaged: it does not know what " + record.id + " stands inside");
  record.parent = parent;
  for (Relation& relation : record.related)
    if (relation.id.empty()) relation.id = parent;
  return letter;
}

Status check_format(const Xapian::Database& letters, const std::filesystem::path& generation) {
  const std::string found = letters.get_metadata(std::string(kFormatKey));
  if (found == std::to_string(kIndexFormat)) return success();
  return environment_error("the index in " + generation.string() + " has format " + (found.empty() ? "none" : clean_utf8(found)) +
                           " and this program reads format " + std::to_string(kIndexFormat) + "; run foi-index build --library " +
                           library_of(generation) + " again");
}

std::string edition_of(const Xapian::Database& letters, const std::filesystem::path& generation) {
  constexpr std::size_t kDigits = 8;
  return without_trailing_slash(generation).filename().string() + "-" + std::to_string(letters.get_revision()) + "-" +
         letters.get_uuid().substr(0, kDigits);
}

}  // namespace foi::index
