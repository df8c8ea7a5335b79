// Files to read: one that was found, trusting nothing about what stands there now, and bytes in memory.
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace foi {

class OpenFile {
 public:
  // Never follows a link and never waits on a FIFO: what stands there now may not be what was found.
  explicit OpenFile(const std::filesystem::path& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)), error_(errno) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int get() const { return descriptor_; }
  // For people. Precondition: !is_regular().
  std::string why_not() const {
    if (descriptor_ >= 0) return "is a folder or a device, not a file";
    return std::string("cannot be opened: ") + (error_ == ELOOP ? "it is a symbolic link" : std::strerror(error_));
  }
  bool is_regular() const {
    struct stat st {};
    return descriptor_ >= 0 && ::fstat(descriptor_, &st) == 0 && S_ISREG(st.st_mode);
  }

 private:
  int descriptor_;
  int error_;
};

// Bytes as a file that can be read.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(::memfd_create("member", MFD_CLOEXEC)) {
    while (descriptor_ >= 0 && !bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written > 0)
        bytes.remove_prefix(static_cast<std::size_t>(written));
      else if (errno != EINTR)
        ::close(std::exchange(descriptor_, -1));
    }
  }
  ~MemoryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  int get() const { return descriptor_; }  // negative when there is no memory for it

 private:
  int descriptor_;
};

}  // namespace foi
