// The system call filters of those who read documents: a list of calls that reach nothing outside the process, and how rules are made.
#pragma once

#include <fcntl.h>
#include <seccomp.h>

#include <array>
#include <cstdint>
#include <memory>

namespace foi::extract {

// Memory, time, signals of its own, and looking at files: nothing here reaches out of the process.
inline constexpr std::array kHarmless{
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

inline scmp_arg_cmp argument(unsigned which, scmp_compare how, scmp_datum_t a, scmp_datum_t b = 0) { return {which, how, a, b}; }

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
inline void allow_opens(FilterBuilder& rules) {
  constexpr scmp_datum_t kChanging = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  rules.allow(SCMP_SYS(open), argument(1, SCMP_CMP_MASKED_EQ, kChanging, O_RDONLY));
  rules.allow(SCMP_SYS(openat), argument(2, SCMP_CMP_MASKED_EQ, kChanging, O_RDONLY));
}

struct FilterRelease {
  void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FilterRelease>;

}  // namespace foi::extract
