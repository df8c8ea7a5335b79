// Starts the project's programs as a person would and says what they answered.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace foi::test {

struct Ran {
  int exit_code = -1;  // -1 when a signal ended it
  std::string out, err;
};

// How a program is run, beside its arguments.
struct Setting {
  std::vector<std::string> environment = {};  // NAME=value, beside what this process has
  std::uint64_t largest_file = 0;             // bytes a file may grow to; 0: no limit
  std::string address_space = {};             // as prlimit takes it ("soft:hard", bytes); empty: no limit
  std::string folder = FOI_BIN_DIR;           // where the program is
};

// Runs a program of the build to its end.
Ran run(const std::string& program, const std::vector<std::string>& arguments, const Setting& setting = {});

// A program that goes on until it is told to stop.
class Running {
 public:
  // Starts it and waits for a line on stdout or stderr that holds `ready`; line() gives it. Fails the process when none comes in 20 s.
  Running(const std::string& program, const std::vector<std::string>& arguments, const std::string& ready);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  const std::string& line() const { return line_; }
  // SIGTERM, then its exit code; -1 when a signal ended it or it did not end within 10 s.
  int stop();

 private:
  pid_t pid_ = -1;
  std::filesystem::path log_;
  std::string line_;
};

// The port in the first "http://host:port" of the text.
int port_in(const std::string& text);

}  // namespace foi::test
