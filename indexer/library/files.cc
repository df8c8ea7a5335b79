#include "indexer/library/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <vector>

#include "indexer/model/folder.h"
#include "indexer/model/shown.h"

namespace foi::library {
namespace {

constexpr std::size_t kCopyBytes = 1u << 20;  // one read or write when the kernel cannot copy by itself

std::string_view advice(int error_number) {
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "free some space and run it again";
    case EACCES:
    case EPERM:
    case EROFS:
      return "check who may read and write there";
    case ENOENT:
    case ENOTDIR:
      return "check the path";
    default:
      return "check the disk";
  }
}

Status write_all(int descriptor, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return file_error("write in", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return success();
}

Status sync_descriptor(int descriptor, const fs::path& path) {
  if (::fsync(descriptor) != 0) return file_error("write", path, errno);
  return success();
}

Status sync_path(const fs::path& path, int flags) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags));
  if (!file.open()) return file_error("open", path, errno);
  return sync_descriptor(file.get(), path);
}

// The kernel's own copy shares blocks where the file system can; it refuses some pairs of files, and those are read and written.
bool kernel_cannot_copy(int error_number) {
  return error_number == EXDEV || error_number == EINVAL || error_number == ENOSYS || error_number == EOPNOTSUPP || error_number == EBADF ||
         error_number == EPERM;
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

std::string shown(const fs::path& path) { return shown_line(path.native()); }

Error file_error(std::string_view action, const fs::path& path, int error_number) {
  return environment_error("cannot " + std::string(action) + " " + shown(path) + ": " + std::generic_category().message(error_number) +
                           "; " + std::string(advice(error_number)));
}

Result<TemporaryFile> TemporaryFile::create(const fs::path& folder) {
  static std::atomic<std::uint64_t> counter{0};
  const fs::path path = folder / (std::string(kTemporaryPrefix) + std::to_string(::getpid()) + "-" + std::to_string(counter++));
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  if (!file.open()) return file_error("create a file in", folder, errno);
  return TemporaryFile(path, std::move(file));
}

TemporaryFile::~TemporaryFile() {
  if (file_.open()) ::unlink(path_.c_str());
}

Status TemporaryFile::write(std::string_view bytes) { return write_all(file_.get(), bytes, path_.parent_path()); }

Status TemporaryFile::copy_from(int from) {
  off_t offset = 0;
  while (true) {
    const ssize_t copied = ::copy_file_range(from, &offset, file_.get(), nullptr, kCopyBytes * 64, 0);
    if (copied > 0) continue;
    if (copied < 0 && errno == EINTR) continue;
    if (copied < 0 && !kernel_cannot_copy(errno)) return file_error("write in", path_.parent_path(), errno);
    break;  // at the end, or (some file systems say 0 too early) to be read from here on
  }
  std::string buffer(kCopyBytes, '\0');
  while (true) {
    const ssize_t got = ::pread(from, buffer.data(), buffer.size(), offset);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return file_error("read the document to be copied to", path_.parent_path(), errno);
    if (got == 0) return success();
    if (auto written = write(std::string_view(buffer).substr(0, static_cast<std::size_t>(got))); !written) return written;
    offset += got;
  }
}

Status TemporaryFile::keep(const fs::path& target) {
  if (auto synced = sync_descriptor(file_.get(), path_.parent_path()); !synced) return synced;
  if (auto folder = ensure_folder(target.parent_path()); !folder) return folder;
  if (::rename(path_.c_str(), target.c_str()) != 0) return file_error("write", target, errno);
  file_ = Descriptor();
  return sync_folder(target.parent_path());
}

Result<std::optional<std::string>> read_file(const fs::path& path, std::uint64_t max_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open() && errno == ENOENT) return std::optional<std::string>();
  if (!file.open()) return file_error("open", path, errno);
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return file_error("read", path, errno);
  if (info.st_size < 0 || static_cast<std::uint64_t>(info.st_size) > max_bytes)
    return environment_error(shown(path) + " is larger than anything this program writes; delete it and build again");
  std::string bytes(static_cast<std::size_t>(info.st_size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return file_error("read", path, errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return std::optional(std::move(bytes));
}

Status sync_folder(const fs::path& folder) { return sync_path(folder, O_DIRECTORY); }

Status sync_tree(const fs::path& folder) {
  const auto sync_entry = [](const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(fs::symlink_status(path, ignored)) ? sync_tree(path) : sync_path(path, 0);
  };
  if (auto entries = for_each_entry(folder, sync_entry); !entries) return entries;
  return sync_folder(folder);
}

Status ensure_folder(const fs::path& folder) {
  std::error_code ignored;
  if (fs::is_directory(folder, ignored)) return success();
  if (::mkdir(folder.c_str(), 0755) == 0) return sync_folder(folder.parent_path());
  if (errno == EEXIST) {
    if (fs::is_directory(folder, ignored)) return success();  // made by another thread just now
    return environment_error(shown(folder) + " is a file, and a folder is needed there; move it away");
  }
  if (errno != ENOENT || !folder.has_relative_path()) return file_error("create", folder, errno);
  if (auto above = ensure_folder(folder.parent_path()); !above) return above;
  if (::mkdir(folder.c_str(), 0755) != 0 && errno != EEXIST) return file_error("create", folder, errno);
  return sync_folder(folder.parent_path());
}

Result<bool> delete_file(const fs::path& path) {
  if (::unlink(path.c_str()) == 0) return true;
  if (errno == ENOENT || errno == ENOTDIR) return false;
  return file_error("delete", path, errno);
}

Status delete_tree(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(fs::symlink_status(folder, error)))
    if (auto emptied = for_each_entry(folder, delete_tree); !emptied) return emptied;
  fs::remove(folder, error);
  if (error) return file_error("delete", folder, error.value());
  return success();
}

Status for_each_entry(const fs::path& folder, const std::function<Status(const fs::path&)>& each) {
  std::vector<fs::path> names;
  const std::error_code error = list_folder(folder, names);
  if (error == std::errc::no_such_file_or_directory) return success();
  if (error) return file_error("read", folder, error.value());
  for (const fs::path& name : names)
    if (auto done = each(folder / name); !done) return done;
  return success();
}

Status delete_temporary_files(const fs::path& folder) {
  return for_each_entry(folder, [](const fs::path& path) -> Status {
    if (!path.filename().native().starts_with(kTemporaryPrefix)) return success();
    if (auto deleted = delete_file(path); !deleted) return deleted.error();
    return success();
  });
}

}  // namespace foi::library
