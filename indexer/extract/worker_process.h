// A worker as its parent sees it: a process of its own group at the other end of a pipe, which may do anything at all. Knows frames, not
// what they mean (conversation.h does). Thread safety: one WorkerProcess belongs to one thread; any number may live at the same time.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/descriptor.h"
#include "indexer/model/result.h"

namespace foi::extract {

using Clock = std::chrono::steady_clock;

struct Command {
  std::filesystem::path program;
  std::vector<std::string> arguments;  // without the program's own name
};

// A frame as it came: its type is whatever the byte said. payload lives until the next call of read_frame.
struct Frame {
  std::uint8_t type = 0;
  std::string_view payload;
};

// What a wait for a frame gave.
struct Incoming {
  enum class What { kFrame, kEnd, kDeadline, kLie } what = What::kEnd;
  Frame frame;      // of kFrame
  std::string lie;  // of kLie: what no worker may send
};

// How the process ended.
struct Exit {
  int code = 0;         // when it ended by itself
  int signal = 0;       // when a signal of its own making ended it, else 0
  bool killed = false;  // it had to be stopped
  bool clean() const { return code == 0 && signal == 0 && !killed; }
};
// "crashed (signal 11)", "ended with exit code 3", "had to be stopped".
std::string describe(const Exit& exit);

// Reads a status of waitpid into exit.
void set_status(Exit& exit, int status);

// A process that is someone's to end. Its destructor stops and reaps it.
class Process {
 public:
  virtual ~Process() = default;
  // Waits for the end until the deadline, then stops the process and its group; reaps either way. Called at most once.
  virtual Exit finish(Clock::time_point deadline) = 0;
};

// Starts command with document and replies at the numbers of wire.h, the standard streams leading nowhere, and no other descriptor.
// document is not written through; -1: nothing. Errors: kEnvironment, naming the program.
Result<std::unique_ptr<Process>> spawn_process(const Command& command, int document, int replies);

// The ends of a pipe; invalid when there are no more descriptors.
struct ReplyPipe {
  Descriptor reading, writing;
};
ReplyPipe open_reply_pipe();
// document as a worker may have it: a descriptor that cannot write, whatever ours can. Invalid when that cannot be had.
Descriptor read_only(int document);
// True when fd can be read, or its other side has ended, before the deadline.
bool wait_readable(int fd, Clock::time_point deadline);

class WorkerProcess {
 public:
  // Starts command with document (a descriptor open for reading; -1: nothing) at kDocumentDescriptor. The environment holds only what
  // workers need. Errors: kEnvironment, naming the program.
  static Result<WorkerProcess> start(const Command& command, int document);

  WorkerProcess(std::unique_ptr<Process> process, Descriptor replies) : process_(std::move(process)), replies_(std::move(replies)) {}

  // The next frame. Nothing is allocated beyond what has really arrived; a frame larger than kMaxFrameBytes, or more than
  // kMaxWorkerOutputBytes in all, is a lie.
  Incoming read_frame(Clock::time_point deadline);

  // As Process::finish. Nothing can be read afterwards.
  Exit finish(Clock::time_point deadline);

 private:
  enum class Fill { kMore, kEnd, kDeadline };
  Fill fill(Clock::time_point deadline);

  std::unique_ptr<Process> process_;
  Descriptor replies_;
  std::string buffer_;
  std::size_t consumed_ = 0;  // of buffer_
  std::uint64_t received_ = 0;
};

}  // namespace foi::extract
