// Preloaded into foi-index: counts the calls that make something durable or change what a folder lists, writes each to a log, and kills
// the process before the one whose number it was given. In other programs (the workers) it does nothing.
//   FOI_KILL_LOG=FILE    a line a call: its name and path
//   FOI_KILL_AT=N        one-based; 0 or unset never kills
#include <csignal>

#include "tests/fakes/preload.h"

namespace {

using foi::preload::path_of;
using foi::preload::real;

void point(const char* call, const std::string& on) {
  static foi::preload::Plan plan("FOI_KILL_AT", "FOI_KILL_LOG");
  if (plan.idle()) return;
  const long number = plan.count();
  plan.log(call, on);
  if (number == plan.number()) ::kill(::getpid(), SIGKILL);
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
