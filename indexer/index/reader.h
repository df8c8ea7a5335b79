// Handles on a generation's databases, and the one place where exceptions of Xapian and of the file system become errors. Inside this
// directory only: it shows Xapian.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "indexer/index/store.h"
#include "indexer/model/record.h"
#include "indexer/model/result.h"

namespace foi::index {

inline constexpr const char* kLettersFolder = "letters";
inline constexpr const char* kQuestionsFolder = "questions";
inline constexpr const char* kPagesFolder = "pages";

Error error_of(const std::string& doing, const Xapian::Error& error);
Error error_of(const std::string& doing, const std::filesystem::filesystem_error& error);

// Runs work; what it throws becomes an error that begins with what was being done.
template <class Work>
auto guarded(const std::string& doing, Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    return error_of(doing, error);
  } catch (const std::filesystem::filesystem_error& error) {
    return error_of(doing, error);
  } catch (const std::bad_alloc&) {
    return environment_error(doing + ": out of memory; close other programs or use fewer --jobs");
  }
}

// A database handle is for one thread at a time.
struct Handle {
  Xapian::Database letters, pages;
};

// A generation's folder, held open: it stays the same one when the library is moved, and tells when it was deleted. Thread safety: any
// number of threads.
class GenerationFolder {
 public:
  // Throws std::filesystem::filesystem_error.
  explicit GenerationFolder(const std::filesystem::path& path);
  GenerationFolder(const GenerationFolder&) = delete;
  GenerationFolder& operator=(const GenerationFolder&) = delete;
  ~GenerationFolder();
  // Where to open what is in it.
  const std::filesystem::path& path() const { return path_; }
  bool deleted() const;

 private:
  int folder_ = -1, version_ = -1;
  std::filesystem::path path_;
};

// Thread safety: any number of threads.
class HandlePool {
 public:
  explicit HandlePool(const std::filesystem::path& generation) : folder_(generation) {}
  const GenerationFolder& folder() const { return folder_; }

  // Gives the handle back when it goes.
  class Lease {
   public:
    Lease(HandlePool& pool, std::unique_ptr<Handle> handle) : pool_(pool), handle_(std::move(handle)) {}
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { pool_.give_back(std::move(handle_)); }
    Handle& operator*() const { return *handle_; }
    Handle* operator->() const { return handle_.get(); }

   private:
    HandlePool& pool_;
    std::unique_ptr<Handle> handle_;
  };

  // Throws Xapian::Error. Opens another handle when none is idle (0.1 ms): it never waits.
  Lease take();

 private:
  void give_back(std::unique_ptr<Handle> handle);

  GenerationFolder folder_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Handle>> idle_;
};

// Letters, questions or pages of a database: less what stands beside them.
std::uint64_t count_in(const Xapian::Database& database);
// What a database keeps under a key (exact_term(kId)). Throws Xapian::Error.
std::optional<std::string> data_of(const Xapian::Database& database, const std::string& key);
// Of a document that is there.
std::string data_of(const Xapian::Database& database, Xapian::docid number);
// A page without its words, which no search needs; nothing when it is not there. Throws Xapian::Error. Errors: kEnvironment: damaged.
Result<std::optional<StoredPage>> page_without_words(const Xapian::Database& pages, std::string_view id, std::uint32_t number);

// A letter of its data as it is served: its record's parent is what stands now where it was when the letter was composed. Throws
// Xapian::Error. Errors: kEnvironment: damaged.
Result<StoredLetter> read_letter(const Xapian::Database& letters, std::string_view data);

// Refuses another format than this program's.
Status check_format(const Xapian::Database& letters, const std::filesystem::path& generation);
// The generation's name, its revision, and the first digits of its own number: two libraries at one path never share an edition.
std::string edition_of(const Xapian::Database& letters, const std::filesystem::path& generation);

}  // namespace foi::index
