// What the preloaded libraries share: they act in foi-index only, not in its workers, count calls, and write each to a log.
#pragma once

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <string>

namespace foi::preload {

// The function that an interposed one stands before.
template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

inline std::string path_of(int descriptor) {
  char path[4096] = {};
  const ssize_t got = ::readlink(("/proc/self/fd/" + std::to_string(descriptor)).c_str(), path, sizeof path - 1);
  return got > 0 ? path : "?";
}

class Plan {
 public:
  // Names of environment variables: the number of a call (one-based; 0 or unset is none), and the file to log to.
  Plan(const char* number_variable, const char* log_variable) {
    char path[4096] = {};
    const ssize_t got = ::readlink("/proc/self/exe", path, sizeof path - 1);
    const char* name = got > 0 ? std::strrchr(path, '/') : nullptr;
    if (!name || std::strcmp(name, "/foi-index") != 0) return;
    if (const char* at = std::getenv(number_variable)) number_ = std::atol(at);
    if (const char* file = std::getenv(log_variable))
      log_ = real<int (*)(const char*, int, mode_t)>("open")(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  }
  bool idle() const { return log_ < 0 && number_ == 0; }
  bool is_log(int descriptor) const { return descriptor == log_; }
  long number() const { return number_; }
  // Counts a call: the number it has.
  long count() { return ++calls_; }
  void log(const char* call, const std::string& on) const;

 private:
  long number_ = 0;
  int log_ = -1;
  std::atomic<long> calls_ = 0;
};

inline void Plan::log(const char* call, const std::string& on) const {
  if (log_ < 0) return;
  const std::string line = std::string(call) + " " + on + "\n";
  if (real<ssize_t (*)(int, const void*, std::size_t)>("write")(log_, line.data(), line.size()) < 0) std::abort();
}

}  // namespace foi::preload
