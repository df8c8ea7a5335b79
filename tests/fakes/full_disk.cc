// Preloaded into foi-index: a disk that is full from the call on whose number it was given. It counts the calls that take room on the disk
// of one folder (write, make a file or a folder, make longer, make durable); those before go through, that one and all later fail with
// ENOSPC. Deleting and renaming go on, as they do on a full disk.
//   FOI_FULL_UNDER=DIR   the disk
//   FOI_FULL_LOG=FILE    a line a call: its name and path
//   FOI_FULL_AT=N        one-based; 0 or unset: never full
#include <sys/stat.h>
#include <sys/uio.h>

#include <cerrno>
#include <cstdarg>

#include "tests/fakes/preload.h"

namespace {

using foi::preload::path_of;
using foi::preload::real;

foi::preload::Plan& plan() {
  static foi::preload::Plan it("FOI_FULL_AT", "FOI_FULL_LOG");
  return it;
}

bool is_full(const char* call, const std::string& on) {
  const char* under = std::getenv("FOI_FULL_UNDER");
  if (plan().idle() || under == nullptr || !on.starts_with(under)) return false;
  const long number = plan().count();
  plan().log(call, on);
  if (plan().number() == 0 || number < plan().number()) return false;
  errno = ENOSPC;
  return true;
}

bool is_full(const char* call, int descriptor) {
  if (plan().idle() || plan().is_log(descriptor)) return false;
  return is_full(call, path_of(descriptor));
}

// A path as given, or below the folder it is relative to.
std::string path_below(int folder, const char* path) {
  if (path[0] == '/') return path;
  return (folder == AT_FDCWD ? std::string(".") : path_of(folder)) + "/" + path;
}

bool makes_full(const char* call, int folder, const char* path, int flags) {
  struct stat there {};
  return (flags & O_CREAT) != 0 && ::fstatat(folder, path, &there, 0) != 0 && is_full(call, path_below(folder, path));
}

mode_t mode_of(int flags, std::va_list arguments) {
  return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(arguments, mode_t) : 0;
}

}  // namespace

extern "C" {

ssize_t write(int descriptor, const void* bytes, std::size_t size) {
  if (is_full("write", descriptor)) return -1;
  return real<ssize_t (*)(int, const void*, std::size_t)>("write")(descriptor, bytes, size);
}
ssize_t writev(int descriptor, const iovec* parts, int count) {
  if (is_full("write", descriptor)) return -1;
  return real<ssize_t (*)(int, const iovec*, int)>("writev")(descriptor, parts, count);
}
ssize_t pwrite64(int descriptor, const void* bytes, std::size_t size, off64_t at) {
  if (is_full("pwrite", descriptor)) return -1;
  return real<ssize_t (*)(int, const void*, std::size_t, off64_t)>("pwrite64")(descriptor, bytes, size, at);
}
ssize_t pwrite(int descriptor, const void* bytes, std::size_t size, off_t at) {
  if (is_full("pwrite", descriptor)) return -1;
  return real<ssize_t (*)(int, const void*, std::size_t, off_t)>("pwrite")(descriptor, bytes, size, at);
}
ssize_t copy_file_range(int from, off64_t* from_at, int to, off64_t* to_at, std::size_t size, unsigned flags) {
  if (is_full("copy_file_range", to)) return -1;
  return real<ssize_t (*)(int, off64_t*, int, off64_t*, std::size_t, unsigned)>("copy_file_range")(from, from_at, to, to_at, size, flags);
}
int posix_fallocate64(int descriptor, off64_t at, off64_t size) {
  if (is_full("fallocate", descriptor)) return ENOSPC;
  return real<int (*)(int, off64_t, off64_t)>("posix_fallocate64")(descriptor, at, size);
}
int fallocate64(int descriptor, int mode, off64_t at, off64_t size) {
  if (is_full("fallocate", descriptor)) return -1;
  return real<int (*)(int, int, off64_t, off64_t)>("fallocate64")(descriptor, mode, at, size);
}
int ftruncate64(int descriptor, off64_t size) {
  struct stat there {};
  if (::fstat(descriptor, &there) == 0 && size > there.st_size && is_full("ftruncate", descriptor)) return -1;
  return real<int (*)(int, off64_t)>("ftruncate64")(descriptor, size);
}
int fsync(int descriptor) {
  if (is_full("fsync", descriptor)) return -1;
  return real<int (*)(int)>("fsync")(descriptor);
}
int fdatasync(int descriptor) {
  if (is_full("fdatasync", descriptor)) return -1;
  return real<int (*)(int)>("fdatasync")(descriptor);
}
int mkdir(const char* path, mode_t mode) {
  if (is_full("mkdir", path_below(AT_FDCWD, path))) return -1;
  return real<int (*)(const char*, mode_t)>("mkdir")(path, mode);
}
int link(const char* from, const char* to) {
  if (is_full("link", path_below(AT_FDCWD, to))) return -1;
  return real<int (*)(const char*, const char*)>("link")(from, to);
}
int open(const char* path, int flags, ...) {
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  if (makes_full("open", AT_FDCWD, path, flags)) return -1;
  return real<int (*)(const char*, int, mode_t)>("open")(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  if (makes_full("open", AT_FDCWD, path, flags)) return -1;
  return real<int (*)(const char*, int, mode_t)>("open64")(path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  if (makes_full("open", folder, path, flags)) return -1;
  return real<int (*)(int, const char*, int, mode_t)>("openat")(folder, path, flags, mode);
}

}  // extern "C"
