// Files that are whole or absent after a crash: written under a temporary name on the same disk, made durable, renamed, the rename made
// durable. Internal to library. Thread safety: every function may be called from any thread.
#pragma once

#include <filesystem>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/model/result.h"

namespace foi::library {

namespace fs = std::filesystem;

// Owns a file descriptor.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();
  int get() const { return number_; }
  bool open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

// A path as one line of valid UTF-8, for messages.
std::string shown(const fs::path& path);
// kEnvironment "cannot ACTION PATH: reason; what to do", for an errno value.
Error file_error(std::string_view action, const fs::path& path, int error_number);

// A temporary file that vanishes unless keep() succeeds. Its name begins with kTemporaryPrefix.
inline constexpr std::string_view kTemporaryPrefix = ".tmp-";
class TemporaryFile {
 public:
  // Precondition: folder is on the same file system as the later target.
  static Result<TemporaryFile> create(const fs::path& folder);
  TemporaryFile(TemporaryFile&&) noexcept = default;
  TemporaryFile& operator=(TemporaryFile&&) = delete;
  ~TemporaryFile();
  int descriptor() const { return file_.get(); }
  Status write(std::string_view bytes);
  // Writes what the open file holds now, from its beginning; the position of from does not matter and does not move.
  Status copy_from(int from);
  // Makes the bytes durable and names them target, replacing what stood there; the parent of target is created when missing.
  Status keep(const fs::path& target);

 private:
  TemporaryFile(fs::path path, Descriptor file) : path_(std::move(path)), file_(std::move(file)) {}
  fs::path path_;
  Descriptor file_;
};

// The whole of a file; nothing when it is not there. Errors: kEnvironment, also for one longer than max_bytes.
Result<std::optional<std::string>> read_file(const fs::path& path, std::uint64_t max_bytes);
// Makes what a folder lists durable.
Status sync_folder(const fs::path& folder);
// Makes a folder and everything under it durable.
Status sync_tree(const fs::path& folder);
// Creates folder and the missing ones above it, durably.
Status ensure_folder(const fs::path& folder);
// Deletes a file; one that is not there is no error. True when it was there.
Result<bool> delete_file(const fs::path& path);
Status delete_tree(const fs::path& folder);
// Calls each with the path of every entry of a folder, until one fails. A folder that is not there has none.
Status for_each_entry(const fs::path& folder, const std::function<Status(const fs::path&)>& each);
// Deletes the temporary files that killed programs left directly in folder.
Status delete_temporary_files(const fs::path& folder);

}  // namespace foi::library
