#include "indexer/extract/fence.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "indexer/extract/descriptor.h"
#include "indexer/extract/landlock.h"
#include "indexer/extract/syscall_filter.h"
#include "indexer/model/limits.h"

namespace foi::extract {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kDocument = 3;
// Exit codes of the child before it is the program; beyond those that programs use.
constexpr int kNoFence = 120;
constexpr int kNoProgram = 121;

// What the dynamic loader reads, and the loader itself.
constexpr std::array kSystemLibraries{"/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache"};
constexpr std::array kLoaders{"/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"};

bool limit(__rlimit_resource resource, rlim_t value) {
  const rlimit both{value, value};
  return ::setrlimit(resource, &both) == 0;
}

bool limit_program(const Fence& fence) {
  const auto seconds = static_cast<rlim_t>(std::chrono::ceil<std::chrono::seconds>(fence.deadline).count());
#ifndef FOI_SANITIZED  // whose own maps are in this process until it becomes the program
  if (!limit(RLIMIT_AS, limits::kFencedAddressSpaceBytes)) return false;
#endif
  return limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, limits::kFencedDescriptors) &&
         limit(RLIMIT_CPU, std::max<rlim_t>(seconds, 1));
}

bool shut_files(const Fence& fence) {
  std::optional<Landlock> rules = Landlock::create();
  if (!rules) return false;
  for (const char* path : kSystemLibraries)
    if (!rules->allow(path, Landlock::kRead)) return false;
  for (const char* loader : kLoaders)
    if (!rules->allow(loader, Landlock::kRead | Landlock::kExecute)) return false;
  for (const std::string& path : fence.readable)
    if (!rules->allow(path, Landlock::kRead)) return false;
  // A document that is a file of no file system cannot be named by a rule, and needs none.
  rules->allow("/proc/self/fd/" + std::to_string(kDocument), Landlock::kRead);
  return rules->allow(fence.program, Landlock::kRead | Landlock::kExecute) && rules->restrict_self();
}

bool shut_calls() {
  const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
  if (!filter) return false;
  FilterBuilder rules(filter.get());
  for (const int call : kHarmless) rules.allow(call);
  allow_opens(rules);
  // What becoming a program takes: Landlock says which.
  for (const int call : {SCMP_SYS(execve), SCMP_SYS(mmap), SCMP_SYS(mprotect), SCMP_SYS(arch_prctl), SCMP_SYS(set_tid_address)})
    rules.allow(call);
  rules.allow(SCMP_SYS(prlimit64), argument(0, SCMP_CMP_EQ, 0), argument(2, SCMP_CMP_EQ, 0));
  for (const int fd : {STDOUT_FILENO, STDERR_FILENO}) {
    rules.allow(SCMP_SYS(write), argument(0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(fd)));
    rules.allow(SCMP_SYS(writev), argument(0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(fd)));
  }
  return rules.error() == 0 && seccomp_load(filter.get()) == 0;
}

bool arrange_descriptors(int document, int output) {
  const int nothing = ::open("/dev/null", O_RDWR);
  // The document may have been at its place already, where dup2 leaves it to be closed.
  return nothing >= 0 && ::dup2(document, kDocument) == kDocument && ::fcntl(kDocument, F_SETFD, 0) == 0 &&
         ::dup2(output, STDOUT_FILENO) >= 0 && ::dup2(nothing, STDIN_FILENO) >= 0 && ::dup2(nothing, STDERR_FILENO) >= 0 &&
         ::syscall(SYS_close_range, kDocument + 1, ~0u, 0) == 0;
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

// The life of the child up to the program.
[[noreturn]] void become(const Fence& fence, int document, int output) {
  std::vector<std::string> command{fence.program};
  command.insert(command.end(), fence.arguments.begin(), fence.arguments.end());
  std::vector<std::string> environment = fence.environment;
  const std::vector<char*> argv = pointers_to(command);
  const std::vector<char*> envp = pointers_to(environment);
  const bool fenced = ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                      arrange_descriptors(document, output) && limit_program(fence) && shut_files(fence) && shut_calls();
  if (!fenced) ::_exit(kNoFence);
  ::execve(fence.program.c_str(), argv.data(), envp.data());
  ::_exit(kNoProgram);
}

enum class Ended { kWhole, kTooMuch, kTooLong };

Ended read_output(int output, const Fence& fence, std::string& text) {
  const Clock::time_point deadline = Clock::now() + fence.deadline;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd waiting{output, POLLIN, 0};
    const int ready = left > 0 ? ::poll(&waiting, 1, static_cast<int>(left)) : 0;
    if (ready == 0) return Ended::kTooLong;
    if (ready < 0) continue;
    std::array<char, 65'536> chunk;
    const ssize_t got = ::read(output, chunk.data(), chunk.size());
    if (got == 0) return Ended::kWhole;
    if (got < 0) continue;
    if (text.size() + static_cast<std::size_t>(got) > fence.most_bytes) return Ended::kTooMuch;
    text.append(chunk.data(), static_cast<std::size_t>(got));
  }
}

std::string name_of(const Fence& fence) { return fence.program.substr(fence.program.rfind('/') + 1); }

Result<std::string> judged(const Fence& fence, Ended ended, int status, std::string text) {
  const std::string name = name_of(fence);
  if (ended == Ended::kTooLong) return document_error(name + " took too long over it");
  if (ended == Ended::kTooMuch) return document_error(name + " gave more text than any document holds");
  if (WIFSIGNALED(status)) return document_error(name + " crashed (signal " + std::to_string(WTERMSIG(status)) + ")");
  const int code = WEXITSTATUS(status);
  if (code == kNoFence) return worker_error(name + " cannot be fenced in: the kernel has no Landlock");
  if (code == kNoProgram) return worker_error("it takes the program " + name + ", which cannot be started");
  if (code != 0) return document_error("damaged or encrypted: " + name + " cannot read it");
  return text;
}

}  // namespace

Result<std::string> run_fenced(const Fence& fence, int document) {
  if (::access(fence.program.c_str(), X_OK) != 0)
    return worker_error("it takes the program " + name_of(fence) + ": install the package of that name");
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return worker_error("no descriptor is left for " + name_of(fence));
  const Descriptor reading(ends[0]);
  Descriptor writing(ends[1]);
  const pid_t pid = ::fork();
  if (pid < 0) return worker_error(name_of(fence) + " cannot be started");
  if (pid == 0) become(fence, document, writing.get());
  writing.reset();
  std::string text;
  const Ended ended = read_output(reading.get(), fence, text);
  if (ended != Ended::kWhole) ::kill(pid, SIGKILL);
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
  return judged(fence, ended, status, std::move(text));
}

}  // namespace foi::extract
