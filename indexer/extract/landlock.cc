#include "indexer/extract/landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>

namespace foi::extract {

namespace {

// Rights of later kernels than the header at hand may know (linux/landlock.h, by ABI).
constexpr std::uint64_t kFsRightsAbi1 = (1ull << 13) - 1;
constexpr std::uint64_t kFsRefer = 1ull << 13;     // ABI 2
constexpr std::uint64_t kFsTruncate = 1ull << 14;  // ABI 3
constexpr std::uint64_t kFsIoctlDev = 1ull << 15;  // ABI 5
constexpr std::uint64_t kNetRights = 3;            // ABI 4: bind and connect TCP
constexpr std::uint64_t kScopes = 3;               // ABI 6: abstract sockets, signals

// struct landlock_ruleset_attr as of ABI 6; an older kernel is given only the part that it knows.
struct RulesetAttributes {
  std::uint64_t fs = 0;
  std::uint64_t net = 0;
  std::uint64_t scoped = 0;
};

std::size_t ruleset_size(long abi) {
  if (abi >= 6) return sizeof(RulesetAttributes);
  return abi >= 4 ? 2 * sizeof(std::uint64_t) : sizeof(std::uint64_t);
}

RulesetAttributes ruleset_for(long abi) {
  RulesetAttributes attributes;
  attributes.fs = kFsRightsAbi1;
  if (abi >= 2) attributes.fs |= kFsRefer;
  if (abi >= 3) attributes.fs |= kFsTruncate;
  if (abi >= 4) attributes.net = kNetRights;
  if (abi >= 5) attributes.fs |= kFsIoctlDev;
  if (abi >= 6) attributes.scoped = kScopes;
  return attributes;
}

}  // namespace

std::optional<Landlock> Landlock::create() {
  const long abi = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (abi < 1) return std::nullopt;
  const RulesetAttributes attributes = ruleset_for(abi);
  Descriptor ruleset(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, ruleset_size(abi), 0)));
  if (!ruleset.valid()) return std::nullopt;
  return Landlock(std::move(ruleset));
}

bool Landlock::allow(const std::string& path, unsigned rights) {
  const Descriptor parent(::open(path.c_str(), O_PATH | O_CLOEXEC));
  struct stat file {};
  if (!parent.valid() || ::fstat(parent.get(), &file) != 0) return true;
  landlock_path_beneath_attr rule{};
  if ((rights & kRead) != 0)
    rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_FILE | (S_ISDIR(file.st_mode) ? LANDLOCK_ACCESS_FS_READ_DIR : 0);
  if ((rights & kExecute) != 0) rule.allowed_access |= LANDLOCK_ACCESS_FS_EXECUTE;
  rule.parent_fd = parent.get();
  return ::syscall(SYS_landlock_add_rule, ruleset_.get(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

bool Landlock::restrict_self() { return ::syscall(SYS_landlock_restrict_self, ruleset_.get(), 0) == 0; }

}  // namespace foi::extract
