// Runs a piece of a test in a process of its own.
#pragma once

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <string>

namespace foi::library {

// What a piece answers when this machine does not allow what it needs.
inline constexpr const char* kCannotTest = "cannot test";

// What run gives back, from a child; "died" when the child did.
inline std::string in_child(const std::function<std::string()>& run) {
  int ends[2];
  if (::pipe(ends) != 0) return "no pipe";
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    const std::string answer = "." + run();
    const ssize_t written = ::write(ends[1], answer.data(), answer.size());
    ::_exit(written == static_cast<ssize_t>(answer.size()) ? 0 : 1);
  }
  ::close(ends[1]);
  std::string answer;
  char buffer[512];
  for (ssize_t got; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;) answer.append(buffer, static_cast<std::size_t>(got));
  ::close(ends[0]);
  ::waitpid(child, nullptr, 0);
  return answer.empty() ? "died" : answer.substr(1);
}

// The same with a small disk in memory at mount_point that only the child sees. size as mount says it: "1m".
inline std::string in_child_with_disk(const std::filesystem::path& mount_point, const std::string& size,
                                      const std::function<std::string()>& run) {
  return in_child([&]() -> std::string {
    if (::unshare(CLONE_NEWNS) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return kCannotTest;
    if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return kCannotTest;
    if (::mount("none", mount_point.c_str(), "tmpfs", 0, ("size=" + size).c_str()) != 0) return kCannotTest;
    return run();
  });
}

}  // namespace foi::library
