#include "indexer/extract/worker_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "indexer/extract/wire.h"
#include "indexer/model/limits.h"

namespace foi::extract {

namespace {

// What the system's loader and shells end with when a program cannot begin.
constexpr int kNotLoaded = 127;

// Passed on when set: where a distribution keeps models and fonts is the machine's business, everything else would make results differ.
constexpr std::array kPassedOn{
    "TESSDATA_PREFIX", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
#ifdef FOI_SANITIZED
    "ASAN_OPTIONS",    "UBSAN_OPTIONS",   "LSAN_OPTIONS",    "TSAN_OPTIONS",
#endif
};

std::vector<std::string> worker_environment() {
  std::vector<std::string> environment{"LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1", "TZ=UTC"};
  for (const char* name : kPassedOn)
    if (const char* value = std::getenv(name)) environment.push_back(std::string(name) + "=" + value);
  return environment;
}

// What execve takes. The strings must outlive it.
std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

struct FileActions {
  FileActions() { posix_spawn_file_actions_init(&actions); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  posix_spawn_file_actions_t actions;
};

struct Attributes {
  Attributes() { posix_spawnattr_init(&attributes); }
  ~Attributes() { posix_spawnattr_destroy(&attributes); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  posix_spawnattr_t attributes;
};

// A copy of fd beyond the numbers a worker uses, so that no dup2 below overwrites what a later one needs.
Descriptor out_of_the_way(int fd) { return Descriptor(::fcntl(fd, F_DUPFD_CLOEXEC, kReplyDescriptor + 1)); }

void arrange_descriptors(posix_spawn_file_actions_t& actions, int document, int replies) {
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
#ifndef FOI_SANITIZED  // whose reports should be seen
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
#endif
  posix_spawn_file_actions_adddup2(&actions, document, kDocumentDescriptor);
  posix_spawn_file_actions_adddup2(&actions, replies, kReplyDescriptor);
  posix_spawn_file_actions_addclosefrom_np(&actions, kReplyDescriptor + 1);
}

// A group of its own, no signal blocked, handled or ignored, whatever the program that uses this library does with signals.
void arrange_signals(posix_spawnattr_t& attributes) {
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
}

// 0 or an error number. document and replies are out of the way of the worker's own numbers.
int spawn(const Command& command, int document, int replies, pid_t& pid) {
  FileActions files;
  arrange_descriptors(files.actions, document, replies);
  Attributes attributes;
  arrange_signals(attributes.attributes);
  std::vector<std::string> arguments{command.program.filename().string()};
  arguments.insert(arguments.end(), command.arguments.begin(), command.arguments.end());
  std::vector<std::string> environment = worker_environment();
  return ::posix_spawn(&pid, command.program.c_str(), &files.actions, &attributes.attributes, pointers_to(arguments).data(),
                       pointers_to(environment).data());
}

Error cannot_start(const Command& command, int error) {
  return environment_error("cannot start " + command.program.string() + ": " + std::strerror(error));
}

int milliseconds_until(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<decltype(left)>(left, 0, 3'600'000));
}

bool has_ended(pid_t pid) {
  siginfo_t info{};
  return ::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == pid;
}

// Waits without reaping. Where the kernel gives no descriptor for a process, looks again every millisecond.
bool wait_ended(pid_t pid, Clock::time_point deadline) {
  const Descriptor process(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  if (process.valid()) return wait_readable(process.get(), deadline);
  while (!has_ended(pid)) {
    if (Clock::now() >= deadline) return false;
    ::usleep(1'000);
  }
  return true;
}

// Ends whoever is left in the group of a child that is not yet reaped, so its number cannot be anyone else's; then reaps.
int stop_and_reap(pid_t pid) {
  ::kill(-pid, SIGKILL);
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
  return status;
}

class SpawnedProcess final : public Process {
 public:
  explicit SpawnedProcess(pid_t pid) : pid_(pid) {}
  ~SpawnedProcess() override {
    if (pid_ > 0) stop_and_reap(pid_);
  }
  Exit finish(Clock::time_point deadline) override {
    const pid_t pid = std::exchange(pid_, -1);
    Exit exit;
    exit.killed = !wait_ended(pid, deadline);
    set_status(exit, stop_and_reap(pid));
    return exit;
  }

 private:
  pid_t pid_;  // -1 once reaped
};

std::uint32_t payload_length(std::string_view header) {
  std::uint32_t length = 0;
  for (unsigned i = 0; i < 4; ++i) length |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(header[i])) << (8 * i);
  return length;
}

}  // namespace

std::string describe(const Exit& exit) {
  if (exit.killed) return "had to be stopped";
  if (exit.signal != 0) return "crashed (signal " + std::to_string(exit.signal) + ")";
  if (exit.code == kNotLoaded) return "could not be loaded: a library of it is missing, or a memory limit is too low";
  return "ended with exit code " + std::to_string(exit.code);
}

Descriptor read_only(int document) {
  if (document < 0) return Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  const int flags = ::fcntl(document, F_GETFL);
  if (flags < 0 || (flags & O_ACCMODE) == O_RDONLY) return out_of_the_way(document);
  return Descriptor(::open(("/proc/self/fd/" + std::to_string(document)).c_str(), O_RDONLY | O_CLOEXEC));
}

bool wait_readable(int fd, Clock::time_point deadline) {
  pollfd waiting{fd, POLLIN, 0};
  for (;;) {
    const int ready = ::poll(&waiting, 1, milliseconds_until(deadline));
    if (ready > 0) return true;
    if (ready == 0 && Clock::now() >= deadline) return false;
    if (ready < 0 && errno != EINTR && errno != EAGAIN) return false;
  }
}

void set_status(Exit& exit, int status) {
  if (WIFSIGNALED(status)) exit.signal = WTERMSIG(status);
  if (WIFEXITED(status)) exit.code = WEXITSTATUS(status);
}

ReplyPipe open_reply_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return {};
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

Result<std::unique_ptr<Process>> spawn_process(const Command& command, int document, int replies) {
  const Descriptor readable = read_only(document);
  const Descriptor moved_document = readable.valid() ? out_of_the_way(readable.get()) : Descriptor();
  const Descriptor moved_replies = out_of_the_way(replies);
  if (!moved_document.valid() || !moved_replies.valid()) return cannot_start(command, errno);
  pid_t pid = -1;
  if (const int error = spawn(command, moved_document.get(), moved_replies.get(), pid); error != 0) return cannot_start(command, error);
  return std::unique_ptr<Process>(std::make_unique<SpawnedProcess>(pid));
}

Result<WorkerProcess> WorkerProcess::start(const Command& command, int document) {
  ReplyPipe pipe = open_reply_pipe();
  if (!pipe.writing.valid()) return cannot_start(command, errno);
  Result<std::unique_ptr<Process>> process = spawn_process(command, document, pipe.writing.get());
  if (!process) return process.error();
  return WorkerProcess(std::move(*process), std::move(pipe.reading));
}

Incoming WorkerProcess::read_frame(Clock::time_point deadline) {
  for (;;) {
    const std::string_view rest = std::string_view(buffer_).substr(consumed_);
    if (rest.size() >= kFrameHeaderBytes) {
      const std::uint32_t length = payload_length(rest);
      if (length > limits::kMaxFrameBytes) return {Incoming::What::kLie, {}, "announced a frame of " + std::to_string(length) + " bytes"};
      if (rest.size() - kFrameHeaderBytes >= length) {
        consumed_ += kFrameHeaderBytes + length;
        return {Incoming::What::kFrame, {static_cast<std::uint8_t>(rest[4]), rest.substr(kFrameHeaderBytes, length)}, {}};
      }
    }
    switch (fill(deadline)) {
      case Fill::kDeadline:
        return {Incoming::What::kDeadline, {}, {}};
      case Fill::kEnd:
        return {Incoming::What::kEnd, {}, {}};
      case Fill::kMore:
        break;
    }
    if (received_ > limits::kMaxWorkerOutputBytes) return {Incoming::What::kLie, {}, "sent more than any document holds"};
  }
}

WorkerProcess::Fill WorkerProcess::fill(Clock::time_point deadline) {
  buffer_.erase(0, consumed_);
  consumed_ = 0;
  for (;;) {
    if (!wait_readable(replies_.get(), deadline)) return Fill::kDeadline;
    std::array<char, 65'536> chunk;  // what a pipe holds
    const ssize_t got = ::read(replies_.get(), chunk.data(), chunk.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got <= 0) return Fill::kEnd;
    buffer_.append(chunk.data(), static_cast<std::size_t>(got));
    received_ += static_cast<std::uint64_t>(got);
    return Fill::kMore;
  }
}

Exit WorkerProcess::finish(Clock::time_point deadline) {
  const Exit exit = process_->finish(deadline);
  replies_.reset();
  return exit;
}

}  // namespace foi::extract
