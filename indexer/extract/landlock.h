// What a process may still do to the file system: nothing but what is allowed here, from restrict_self() on. Linux's Landlock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/extract/descriptor.h"

namespace foi::extract {

class Landlock {
 public:
  // Rights beneath a folder, or on a file; they add up.
  enum Rights : std::uint8_t { kRead = 1, kExecute = 2 };

  // Nothing when this kernel has no Landlock, or a container's own filter hides it.
  static std::optional<Landlock> create();

  // path may be of a file or a folder; one that does not exist is passed over. False with errno when the kernel refuses.
  bool allow(const std::string& path, unsigned rights);
  // Cannot be undone. The process must have asked for no new privileges. False with errno when the kernel refuses.
  bool restrict_self();

 private:
  explicit Landlock(Descriptor ruleset) : ruleset_(std::move(ruleset)) {}
  Descriptor ruleset_;
};

}  // namespace foi::extract
