#include "tests/e2e/programs.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <thread>

extern char** environ;

namespace foi::test {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

fs::path temporary_file() {
  std::string name = (fs::temp_directory_path() / "foi-run-XXXXXX").string();
  ::close(::mkstemp(name.data()));
  return name;
}

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

pid_t start(const std::string& program, const std::vector<std::string>& arguments, const fs::path& out, const fs::path& err,
            const Setting& setting = {}) {
  const std::string path = setting.folder + "/" + program;
  const std::string limit = "--as=" + setting.address_space;
  std::vector<char*> argv;
  if (!setting.address_space.empty())
    for (const char* word : {"prlimit", limit.c_str(), "--"}) argv.push_back(const_cast<char*>(word));
  argv.push_back(const_cast<char*>(path.c_str()));
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  std::vector<char*> variables;
  for (char** variable = environ; *variable; ++variable) variables.push_back(*variable);
  for (const std::string& variable : setting.environment) variables.push_back(const_cast<char*>(variable.c_str()));
  variables.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, out.c_str(), O_WRONLY | O_APPEND, 0);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, err.c_str(), O_WRONLY | O_APPEND, 0);
  pid_t pid = -1;
  // The child has the limit from this process, which writes no file meanwhile.
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const rlimit during{setting.largest_file ? setting.largest_file : before.rlim_cur, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &during);
  const int error = posix_spawnp(&pid, argv[0], &files, nullptr, argv.data(), variables.data());
  ::setrlimit(RLIMIT_FSIZE, &before);
  posix_spawn_file_actions_destroy(&files);
  if (error != 0) {
    std::cerr << "cannot start " << path << "\n";
    std::abort();
  }
  return pid;
}

}  // namespace

Ran run(const std::string& program, const std::vector<std::string>& arguments, const Setting& setting) {
  const fs::path out = temporary_file(), err = temporary_file();
  const pid_t pid = start(program, arguments, out, err, setting);
  int status = 0;
  ::waitpid(pid, &status, 0);
  Ran ran{WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(out), read(err)};
  fs::remove(out);
  fs::remove(err);
  return ran;
}

Running::Running(const std::string& program, const std::vector<std::string>& arguments, const std::string& ready) : log_(temporary_file()) {
  pid_ = start(program, arguments, log_, log_);
  for (const auto end = std::chrono::steady_clock::now() + 20s; std::chrono::steady_clock::now() < end; std::this_thread::sleep_for(20ms)) {
    std::ifstream in(log_);
    for (std::string line; std::getline(in, line);)
      if (line.find(ready) != std::string::npos) {
        line_ = line;
        return;
      }
  }
  std::cerr << program << " did not become ready:\n" << read(log_);
  std::abort();
}

Running::~Running() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  fs::remove(log_);
}

int Running::stop() {
  ::kill(pid_, SIGTERM);
  for (const auto end = std::chrono::steady_clock::now() + 10s; std::chrono::steady_clock::now() < end; std::this_thread::sleep_for(10ms)) {
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) == pid_) {
      pid_ = -1;
      return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
  }
  return -1;
}

int port_in(const std::string& text) {
  const std::size_t scheme = text.find("http://");
  const std::size_t colon = text.find(':', scheme + 7);
  return scheme == std::string::npos || colon == std::string::npos ? 0 : std::atoi(text.c_str() + colon + 1);
}

}  // namespace foi::test
