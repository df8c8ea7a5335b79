#include "indexer/extract/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string>

#include "indexer/extract/descriptor.h"
#include "indexer/extract/wire.h"
#include "indexer/model/limits.h"

namespace foi::extract {

namespace {

// Descriptors a worker may have: its own five, and what fontconfig, Poppler and the OCR models open for a moment.
constexpr rlim_t kMaxDescriptors = 64;

// What may be read after the shut. Names that do not exist are skipped.
constexpr std::array kReadableFolders{
    "/usr/share/fonts",  // fonts a document names but does not hold: Arial, Times …
    "/usr/local/share/fonts",
    "/usr/share/poppler",     // CMaps of predefined encodings
    "/usr/share/fontconfig",  // what the links in /etc/fonts/conf.d point to
    "/etc/fonts",
    "/var/cache/fontconfig",
};

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

std::string system_error(const char* what) { return std::string("cannot shut the sandbox: ") + what + ": " + std::strerror(errno); }

Status set_limit(__rlimit_resource resource, rlim_t value) {
  rlimit limit{};
  if (::getrlimit(resource, &limit) != 0) return environment_error(system_error("getrlimit"));
  // A limit that is stricter already, by an administrator's wish, stays.
  limit.rlim_cur = limit.rlim_max = std::min(value, limit.rlim_max);
  if (::setrlimit(resource, &limit) != 0) return environment_error(system_error("setrlimit"));
  return success();
}

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

bool let_read(int ruleset, const char* folder) {
  const Descriptor parent(::open(folder, O_PATH | O_CLOEXEC));
  if (parent.get() < 0) return true;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  rule.parent_fd = parent.get();
  return ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

// False when this kernel has no Landlock, or a container's own filter hides it.
Result<bool> shut_landlock() {
  const long abi = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (abi < 1) return false;
  const RulesetAttributes attributes = ruleset_for(abi);
  const Descriptor ruleset(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, ruleset_size(abi), 0)));
  if (ruleset.get() < 0) return environment_error(system_error("landlock_create_ruleset"));
  for (const char* folder : kReadableFolders)
    if (!let_read(ruleset.get(), folder)) return environment_error(system_error("landlock_add_rule"));
  if (::syscall(SYS_landlock_restrict_self, ruleset.get(), 0) != 0) return environment_error(system_error("landlock_restrict_self"));
  return true;
}

struct FilterRelease {
  void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FilterRelease>;

// Memory, time, signals of its own, and looking at files: nothing here reaches out of the process.
constexpr std::array kHarmless{
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(fstatfs),
    SCMP_SYS(stat),
    SCMP_SYS(lstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(statfs),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getdents64),
    SCMP_SYS(getcwd),
    SCMP_SYS(fadvise64),
    SCMP_SYS(futex),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getppid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getrandom),
    SCMP_SYS(getrusage),
    SCMP_SYS(getrlimit),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
};

// Never asked for by anything that reads documents: whoever does is not reading documents any more.
constexpr std::array kDeadly{
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(mount),
    SCMP_SYS(umount2),
    SCMP_SYS(pivot_root),
    SCMP_SYS(chroot),
    SCMP_SYS(setns),
    SCMP_SYS(unshare),
    SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(keyctl),
    SCMP_SYS(add_key),
    SCMP_SYS(request_key),
    SCMP_SYS(init_module),
    SCMP_SYS(finit_module),
    SCMP_SYS(kexec_load),
    SCMP_SYS(reboot),
    SCMP_SYS(swapon),
    SCMP_SYS(setuid),
    SCMP_SYS(setgid),
    SCMP_SYS(setresuid),
    SCMP_SYS(setresgid),
    SCMP_SYS(open_by_handle_at),
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(seccomp),
};

scmp_arg_cmp argument(unsigned which, scmp_compare how, scmp_datum_t a, scmp_datum_t b = 0) { return {which, how, a, b}; }

// Collects the rules; the first that libseccomp refuses is remembered.
class FilterBuilder {
 public:
  explicit FilterBuilder(void* filter) : filter_(filter) {}
  template <class... Arguments>
  void add(std::uint32_t action, int call, Arguments... arguments) {
    const std::array<scmp_arg_cmp, sizeof...(Arguments)> list{arguments...};
    const int result = seccomp_rule_add_array(filter_, action, call, static_cast<unsigned>(list.size()), list.data());
    if (result < 0 && error_ == 0) error_ = -result;
  }
  template <class... Arguments>
  void allow(int call, Arguments... arguments) {
    add(SCMP_ACT_ALLOW, call, arguments...);
  }
  int error() const { return error_; }

 private:
  void* filter_;
  int error_ = 0;
};

// Opens that could change anything are refused whatever Landlock says.
void allow_opens(FilterBuilder& rules) {
  constexpr scmp_datum_t kChanging = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  rules.allow(SCMP_SYS(open), argument(1, SCMP_CMP_MASKED_EQ, kChanging, O_RDONLY));
  rules.allow(SCMP_SYS(openat), argument(2, SCMP_CMP_MASKED_EQ, kChanging, O_RDONLY));
}

void allow_memory(FilterBuilder& rules) {
  rules.allow(SCMP_SYS(mmap), argument(2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  rules.allow(SCMP_SYS(mprotect), argument(2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
}

void allow_output(FilterBuilder& rules) {
  for (const int fd : {STDOUT_FILENO, STDERR_FILENO, kReplyDescriptor}) {
    rules.allow(SCMP_SYS(write), argument(0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(fd)));
    rules.allow(SCMP_SYS(writev), argument(0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(fd)));
  }
}

// UndefinedBehaviorSanitizer finds out whether memory can be read by writing it to a pipe of its own.
void allow_sanitizer([[maybe_unused]] FilterBuilder& rules) {
#ifdef FOI_SANITIZED
  rules.allow(SCMP_SYS(pipe));
  rules.allow(SCMP_SYS(pipe2));
  rules.allow(SCMP_SYS(write), argument(0, SCMP_CMP_GT, static_cast<scmp_datum_t>(kReplyDescriptor)));
#endif
}

void allow_narrowly(FilterBuilder& rules) {
  for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC})
    rules.allow(SCMP_SYS(fcntl), argument(1, SCMP_CMP_EQ, static_cast<scmp_datum_t>(command)));
  // Reading its own limits; abort() raises a signal in itself.
  rules.allow(SCMP_SYS(prlimit64), argument(0, SCMP_CMP_EQ, 0), argument(2, SCMP_CMP_EQ, 0));
  rules.allow(SCMP_SYS(tgkill), argument(0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid())));
  // The C library asks for clone3 first and takes "not known" as a reason to ask for clone, which is refused plainly.
  rules.add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3));
}

Status shut_seccomp(bool files_readable) {
  const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
  if (!filter) return environment_error("cannot shut the sandbox: no memory for a seccomp filter");
  FilterBuilder rules(filter.get());
  for (const int call : kHarmless) rules.allow(call);
  for (const int call : kDeadly) rules.add(SCMP_ACT_KILL_PROCESS, call);
  allow_memory(rules);
  allow_output(rules);
  allow_narrowly(rules);
  allow_sanitizer(rules);
  if (files_readable) allow_opens(rules);
  seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1);
  seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2);
  const int loaded = rules.error() != 0 ? -rules.error() : seccomp_load(filter.get());
  if (loaded < 0) return environment_error(std::string("cannot shut the sandbox: seccomp: ") + std::strerror(-loaded));
  return success();
}

}  // namespace

Status limit_resources() {
  if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return environment_error(system_error("PR_SET_PDEATHSIG"));
#ifndef FOI_SANITIZED
  if (const Status set = set_limit(RLIMIT_AS, limits::kWorkerAddressSpaceBytes); !set) return set;
  if (const Status set = set_limit(RLIMIT_FSIZE, 0); !set) return set;
#endif
  if (const Status set = set_limit(RLIMIT_CORE, 0); !set) return set;
  if (const Status set = set_limit(RLIMIT_NOFILE, kMaxDescriptors); !set) return set;
  return set_limit(RLIMIT_CPU, limits::kWorkerCpuSeconds);
}

Result<Shut> shut_sandbox() {
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return environment_error(system_error("PR_SET_NO_NEW_PRIVS"));
  const Result<bool> landlock = shut_landlock();
  if (!landlock) return landlock.error();
  if (const Status shut = shut_seccomp(*landlock); !shut) return shut.error();
  return *landlock ? Shut::kFontsReadable : Shut::kNothingOpens;
}

}  // namespace foi::extract
