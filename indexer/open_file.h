// Opens a file that was found, trusting nothing about what stands there now.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>

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
    return descriptor_ < 0 ? std::string("cannot be opened: ") + std::strerror(error_) : "is no file any more";
  }
  bool is_regular() const {
    struct stat st {};
    return descriptor_ >= 0 && ::fstat(descriptor_, &st) == 0 && S_ISREG(st.st_mode);
  }

 private:
  int descriptor_;
  int error_;
};

}  // namespace foi
