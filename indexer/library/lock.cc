#include "indexer/library/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace foi::library {
namespace {

// " (process N)", or nothing when the holder has not written its number yet.
std::string holder(int descriptor) {
  std::array<char, 24> text{};
  const ssize_t got = ::pread(descriptor, text.data(), text.size(), 0);
  std::string digits;
  for (ssize_t i = 0; i < got && text[static_cast<std::size_t>(i)] >= '0' && text[static_cast<std::size_t>(i)] <= '9'; ++i)
    digits += text[static_cast<std::size_t>(i)];
  return digits.empty() ? "" : " (process " + digits + ")";
}

}  // namespace

Result<Lock> Lock::take(const fs::path& dir) {
  const fs::path path = dir / "lock";
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (!file.open()) return file_error("open", path, errno);
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return file_error("lock", path, errno);
    return environment_error("another build is running on " + shown(dir) + holder(file.get()) +
                             ", or a backup is being made; wait for it or stop it");
  }
  const std::string number = std::to_string(::getpid()) + "\n";
  if (::ftruncate(file.get(), 0) != 0 || ::pwrite(file.get(), number.data(), number.size(), 0) != static_cast<ssize_t>(number.size()))
    return file_error("write", path, errno);
  return Lock(std::move(file));
}

// Whoever holds it next need not be a builder that writes its number: no message must name this one then.
Lock::~Lock() {
  if (!file_.open()) return;
  const int ignored = ::ftruncate(file_.get(), 0);
  static_cast<void>(ignored);
}

}  // namespace foi::library
