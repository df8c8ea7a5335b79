// Preloaded into foi-index: counts the calls that make something durable or change what a folder lists, writes each to a log, and kills
// the process before the one whose number it was given. In other programs (the workers) it does nothing.
//   FOI_KILL_LOG=FILE    a line a call: its name and path
//   FOI_KILL_AT=N        one-based; 0 or unset never kills
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

struct Plan {
  Plan() {
    char path[4096] = {};
    const ssize_t got = ::readlink("/proc/self/exe", path, sizeof path - 1);
    const char* name = got > 0 ? std::strrchr(path, '/') : nullptr;
    if (!name || std::strcmp(name, "/foi-index") != 0) return;
    if (const char* at = std::getenv("FOI_KILL_AT")) kill_at = std::atol(at);
    if (const char* file = std::getenv("FOI_KILL_LOG")) log = ::open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  }
  long kill_at = 0;
  int log = -1;
  std::atomic<long> calls = 0;
};

Plan& plan() {
  static Plan it;
  return it;
}

void point(const char* call, const std::string& on) {
  Plan& it = plan();
  if (it.log < 0 && it.kill_at == 0) return;
  const long number = ++it.calls;
  const std::string line = std::string(call) + " " + on + "\n";
  if (it.log >= 0 && ::write(it.log, line.data(), line.size()) < 0) std::abort();
  if (number == it.kill_at) ::kill(::getpid(), SIGKILL);
}

std::string path_of(int descriptor) {
  char path[4096] = {};
  const ssize_t got = ::readlink(("/proc/self/fd/" + std::to_string(descriptor)).c_str(), path, sizeof path - 1);
  return got > 0 ? path : "?";
}

template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

int fsync(int descriptor) {
  point("fsync", path_of(descriptor));
  return real<int (*)(int)>("fsync")(descriptor);
}
int fdatasync(int descriptor) {
  point("fdatasync", path_of(descriptor));
  return real<int (*)(int)>("fdatasync")(descriptor);
}
int rename(const char* from, const char* to) {
  point("rename", to);
  return real<int (*)(const char*, const char*)>("rename")(from, to);
}
int link(const char* from, const char* to) {
  point("link", to);
  return real<int (*)(const char*, const char*)>("link")(from, to);
}
int unlink(const char* path) {
  point("unlink", path);
  return real<int (*)(const char*)>("unlink")(path);
}
int unlinkat(int folder, const char* path, int flags) {
  point("unlinkat", path);
  return real<int (*)(int, const char*, int)>("unlinkat")(folder, path, flags);
}
int mkdir(const char* path, mode_t mode) {
  point("mkdir", path);
  return real<int (*)(const char*, mode_t)>("mkdir")(path, mode);
}
int ftruncate64(int descriptor, off64_t size) {
  point("ftruncate", path_of(descriptor));
  return real<int (*)(int, off64_t)>("ftruncate64")(descriptor, size);
}

}  // extern "C"
