#include "indexer/extract/sandbox.h"

#include <fcntl.h>
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
#include <optional>
#include <string>

#include "indexer/extract/landlock.h"
#include "indexer/extract/syscall_filter.h"
#include "indexer/extract/wire.h"
#include "indexer/model/limits.h"

namespace foi::extract {

namespace {

// What may be read after the shut. Names that do not exist are skipped.
constexpr std::array kReadableFolders{
    "/usr/share/fonts",  // fonts a document names but does not hold: Arial, Times …
    "/usr/local/share/fonts",
    "/usr/share/poppler",     // CMaps of predefined encodings
    "/usr/share/fontconfig",  // what the links in /etc/fonts/conf.d point to
    "/etc/fonts",
    "/var/cache/fontconfig",
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

// False when this kernel has no Landlock, or a container's own filter hides it.
Result<bool> shut_landlock() {
  std::optional<Landlock> rules = Landlock::create();
  if (!rules) return false;
  for (const char* folder : kReadableFolders)
    if (!rules->allow(folder, Landlock::kRead)) return environment_error(system_error("landlock_add_rule"));
  if (!rules->restrict_self()) return environment_error(system_error("landlock_restrict_self"));
  return true;
}

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

Status limit_resources(const Resources& resources) {
  if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return environment_error(system_error("PR_SET_PDEATHSIG"));
#ifndef FOI_SANITIZED
  if (const Status set = set_limit(RLIMIT_AS, resources.address_space_bytes); !set) return set;
  if (const Status set = set_limit(RLIMIT_FSIZE, 0); !set) return set;
#endif
  if (const Status set = set_limit(RLIMIT_CORE, 0); !set) return set;
  if (const Status set = set_limit(RLIMIT_NOFILE, limits::kWorkerDescriptors); !set) return set;
  return set_limit(RLIMIT_CPU, resources.cpu_seconds);
}

Result<Shut> shut_sandbox() {
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return environment_error(system_error("PR_SET_NO_NEW_PRIVS"));
  const Result<bool> landlock = shut_landlock();
  if (!landlock) return landlock.error();
  if (const Status shut = shut_seccomp(*landlock); !shut) return shut.error();
  return *landlock ? Shut::kFontsReadable : Shut::kNothingOpens;
}

}  // namespace foi::extract
