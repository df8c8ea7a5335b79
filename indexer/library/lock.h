// One builder at a time. Internal to library.
#pragma once

#include "indexer/library/files.h"

namespace foi::library {

// Holds DIR/lock until destroyed, or until the process ends in whatever way.
class Lock {
 public:
  // Errors: kEnvironment "another build is running on DIR (process N), …".
  static Result<Lock> take(const fs::path& dir);
  Lock(Lock&&) noexcept = default;
  Lock& operator=(Lock&&) noexcept = default;
  ~Lock();

 private:
  explicit Lock(Descriptor file) : file_(std::move(file)) {}
  Descriptor file_;
};

}  // namespace foi::library
