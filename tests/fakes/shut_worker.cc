// A worker as the real ones are (run_worker, the same sandbox) whose reader tries what a reader taken over by its document would try. The
// hint names the attempt; the text of page 1 says what came of it: "allowed" or the reason of the refusal. Attempts that end the process
// say nothing, and the parent sees the signal. With --no-sandbox each shows that the attempt is a real one.
#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/wire.h"
#include "indexer/extract/worker.h"
#include "indexer/model/limits.h"

extern char** environ;

namespace {

using namespace foi;
using namespace foi::extract;

constexpr const char* kProbePath = "/tmp/foi-shut-worker-probe";

// What came of a call that gives a negative number when refused.
std::string outcome(long result) { return result >= 0 ? "allowed" : std::strerror(errno); }

std::string try_open(const char* path, int flags) {
  const int fd = ::open(path, flags | O_CLOEXEC, 0600);
  std::string result = outcome(fd);
  if (fd >= 0) ::close(fd);
  return result;
}

std::string read_passwd() { return try_open("/etc/passwd", O_RDONLY); }
std::string read_program() { return try_open("/proc/self/exe", O_RDONLY); }
std::string list_root() { return try_open("/", O_RDONLY | O_DIRECTORY); }
std::string read_fonts() { return try_open("/usr/share/fonts", O_RDONLY | O_DIRECTORY); }
std::string write_fonts() { return try_open("/usr/share/fonts/foi-probe", O_WRONLY | O_CREAT); }
std::string open_write() { return try_open("/dev/null", O_WRONLY); }
std::string open_temporary() { return try_open("/tmp", O_TMPFILE | O_RDWR); }

std::string create_file() {
  std::string result = try_open(kProbePath, O_WRONLY | O_CREAT);
  ::unlink(kProbePath);
  return result;
}

std::string make_folder() {
  std::string result = outcome(::mkdir(kProbePath, 0700));
  ::rmdir(kProbePath);
  return result;
}

std::string read_by_path_descriptor() {  // around the filter of flags
  const int fd = ::open("/etc/passwd", O_PATH);
  if (fd < 0) return outcome(fd);
  return try_open(("/proc/self/fd/" + std::to_string(fd)).c_str(), O_RDONLY);
}

std::string remove_file() { return outcome(::unlink("/etc/foi-no-such-file")); }
std::string link_file() {
  std::string result = outcome(::symlink("/etc/passwd", kProbePath));
  ::unlink(kProbePath);
  return result;
}
std::string change_mode() { return outcome(::fchmod(kDocumentDescriptor, 0600)); }
std::string truncate_document() { return outcome(::ftruncate(kDocumentDescriptor, 0)); }
std::string write_document() { return outcome(::write(kDocumentDescriptor, "x", 1)); }
std::string make_memory_file() { return outcome(::memfd_create("probe", 0)); }

std::string open_socket(int family, int type) { return outcome(::socket(family, type | SOCK_CLOEXEC, 0)); }
std::string connect_internet() {
  const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  if (fd < 0) return outcome(fd);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(9);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int result = ::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address);
  return result < 0 && errno == ECONNREFUSED ? "allowed" : outcome(result);  // somebody answered, if only with no
}

std::string start_fork() {
  const pid_t pid = ::fork();
  if (pid == 0) ::_exit(0);
  if (pid > 0) ::waitpid(pid, nullptr, 0);
  return outcome(pid);
}

std::string start_thread() {
  pthread_t thread;
  const int error = ::pthread_create(
      &thread, nullptr, [](void* nothing) { return nothing; }, nullptr);
  if (error == 0) ::pthread_join(thread, nullptr);
  return error == 0 ? "allowed" : std::strerror(error);
}

std::string start_program() {
  char name[] = "true";
  char* arguments[] = {name, nullptr};
  pid_t pid = -1;
  const int error = ::posix_spawn(&pid, "/bin/true", nullptr, nullptr, arguments, environ);
  if (error == 0) ::waitpid(pid, nullptr, 0);
  return error == 0 ? "allowed" : std::strerror(error);
}

std::string execute() {
  char name[] = "false";
  char* arguments[] = {name, nullptr};
  ::execv("/bin/false", arguments);
  return std::strerror(errno);
}

std::string trace() { return outcome(::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr)); }
std::string signal_parent() { return outcome(::kill(::getppid(), 0)); }
std::string signal_all() { return outcome(::kill(-1, 0)); }
std::string mount_something() { return outcome(::mount("none", "/tmp", "tmpfs", 0, nullptr)); }
std::string leave_namespace() { return outcome(::unshare(CLONE_NEWUSER)); }
std::string io_uring() { return outcome(::syscall(SYS_io_uring_setup, 1, nullptr)); }
std::string new_filter() { return outcome(::prctl(PR_SET_SECCOMP, 2, nullptr)); }
std::string become_dumpable() { return outcome(::prctl(PR_SET_DUMPABLE, 1)); }
std::string type_into_terminal() { return outcome(::ioctl(STDIN_FILENO, 0x5412 /* TIOCSTI */, "x")); }

std::string raise_limit() {
  const rlimit limit{16, 16};
  return outcome(::setrlimit(RLIMIT_NOFILE, &limit));
}

std::string map_executable() {
  void* memory = ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? std::strerror(errno) : "allowed";
}

std::string make_executable() {
  void* memory = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return outcome(::mprotect(memory, 4096, PROT_READ | PROT_EXEC));
}

std::string load_library() { return ::dlopen("libbz2.so.1.0", RTLD_NOW) != nullptr ? "allowed" : "refused"; }

// What must go on working.
std::string use_memory() { return std::string(64u << 20, 'x').size() == 64u << 20 ? "allowed" : "lost"; }
std::string keep_time() {
  const timespec moment{0, 1'000};
  return outcome(::nanosleep(&moment, nullptr));
}

// What it has of its parent.
std::string list_descriptors() {
  std::string all;
  for (int fd = 0; fd < 64; ++fd) {
    struct stat file {};
    if (::fstat(fd, &file) == 0) all += std::to_string(fd) + " ";
  }
  return all;
}

[[noreturn]] std::string hang() {
  for (;;) ::sleep(1);
}
[[noreturn]] std::string crash() {
  ::signal(SIGSEGV, SIG_DFL);
  ::raise(SIGSEGV);
  ::abort();
}

// Ways for a reader to end that the worker turns into failures.
std::string throw_standard() { throw std::runtime_error("the library gave up"); }
std::string throw_other() { throw 42; }
std::string exhaust_memory() { return std::string(limits::kWorkerAddressSpaceBytes, 'x'); }
std::string fail_allocation() { throw std::bad_alloc(); }

struct Attempt {
  std::string_view name;
  std::string (*run)();
};

const std::array kAttempts{
    Attempt{"readpasswd", read_passwd},
    Attempt{"readprogram", read_program},
    Attempt{"listroot", list_root},
    Attempt{"readfonts", read_fonts},
    Attempt{"writefonts", write_fonts},
    Attempt{"openwrite", open_write},
    Attempt{"opentemporary", open_temporary},
    Attempt{"createfile", create_file},
    Attempt{"makefolder", make_folder},
    Attempt{"readbypath", read_by_path_descriptor},
    Attempt{"removefile", remove_file},
    Attempt{"linkfile", link_file},
    Attempt{"changemode", change_mode},
    Attempt{"truncate", truncate_document},
    Attempt{"writedocument", write_document},
    Attempt{"memoryfile", make_memory_file},
    Attempt{"socketinternet", [] { return open_socket(AF_INET, SOCK_STREAM); }},
    Attempt{"socketlocal", [] { return open_socket(AF_UNIX, SOCK_STREAM); }},
    Attempt{"socketnetlink", [] { return open_socket(AF_NETLINK, SOCK_RAW); }},
    Attempt{"connect", connect_internet},
    Attempt{"fork", start_fork},
    Attempt{"thread", start_thread},
    Attempt{"program", start_program},
    Attempt{"execute", execute},
    Attempt{"trace", trace},
    Attempt{"signalparent", signal_parent},
    Attempt{"signalall", signal_all},
    Attempt{"mount", mount_something},
    Attempt{"namespace", leave_namespace},
    Attempt{"iouring", io_uring},
    Attempt{"newfilter", new_filter},
    Attempt{"dumpable", become_dumpable},
    Attempt{"terminal", type_into_terminal},
    Attempt{"raiselimit", raise_limit},
    Attempt{"mapexecutable", map_executable},
    Attempt{"makeexecutable", make_executable},
    Attempt{"loadlibrary", load_library},
    Attempt{"memory", use_memory},
    Attempt{"time", keep_time},
    Attempt{"descriptors", list_descriptors},
    Attempt{"hang", [] { return hang(); }},
    Attempt{"crash", [] { return crash(); }},
    Attempt{"throwstandard", throw_standard},
    Attempt{"throwother", throw_other},
    Attempt{"exhaustmemory", exhaust_memory},
    Attempt{"failallocation", fail_allocation},
};

// Readers that give more, or worse, than they should; what arrives is cut to what may arrive.
void give_document(std::string_view name, std::string_view bytes, Sink& sink) {
  if (name == "early") sink.note({0, "before the document"});
  const std::uint32_t pages = name == "manypages" ? limits::kMaxPages + 10 : 1;
  sink.document("text/plain", pages, "shut-worker");
  if (name == "early") sink.document("text/plain", pages, "again");
  Page page;
  page.text = std::string(bytes);
  if (name == "longpage") page.text = std::string(limits::kMaxPageTextBytes - 1, 'a') + "\u00e9\u00e9";
  if (name == "illformed") page.text = "bad \xff text", page.words = {{0, 3, {}, 1}};
  if (name == "wildwords") page.words = {{0, 4, {}, 1}, {4, 2, {}, 1}, {2, 900, {}, 1}, {0, 1, {}, 1}, {5, 8, {}, 1}};
  if (name == "manywords") page.words.assign(limits::kMaxPageWords + 1, {0, 1, {}, 1});
  for (std::uint32_t number = 1; number <= pages; ++number) {
    page.number = number;
    sink.page(page, false);
  }
  if (name == "manynotes")
    for (std::uint32_t i = 0; i < limits::kMaxWorkerNotes + 100; ++i) sink.note({1, std::to_string(i)});
  if (name == "hidden") sink.hidden({"hidden sheet", 2});
}

Status read(std::string_view name, std::string_view bytes, Sink& sink) {
  if (name == "nothing") return success();
  const auto* attempt = std::find_if(kAttempts.begin(), kAttempts.end(), [&](const Attempt& a) { return a.name == name; });
  if (attempt == kAttempts.end()) return give_document(name, bytes, sink), success();
  Page page;
  page.text = attempt->run();
  sink.document("text/plain", 1, "shut-worker");
  sink.page(page, false);
  return success();
}

Status prepare(std::string_view name) {
  if (name == "unprepared") return environment_error("a model is missing");
  return success();
}

std::optional<WorkerPlan> plan(const std::vector<std::string>& arguments) {
  std::string hint;
  WorkerOptions options;
  for (const std::string& argument : arguments) {
    if (argument.starts_with("--hint=")) hint = argument.substr(7);
    if (argument == "--no-sandbox") options.sandbox = false;
    if (argument == "--check") options.check = true;
  }
  const WorkerRole role{.prepare = [hint] { return prepare(hint); },
                        .read = [hint](std::string_view bytes, Sink& sink) { return read(hint, bytes, sink); }};
  return WorkerPlan{role, options};
}

}  // namespace

int main(int argc, char** argv) { return worker_main(argc, argv, plan); }
