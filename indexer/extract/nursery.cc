#include "indexer/extract/nursery.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <optional>
#include <utility>

#include "indexer/extract/messages.h"

namespace foi::extract {

namespace {

// A message that comes before the deadline.
std::optional<Message> receive_before(const Descriptor& socket, Clock::time_point deadline) {
  if (!wait_readable(socket.get(), deadline)) return std::nullopt;
  return receive_message(socket.get());
}

std::optional<int> wait_status(const Message& message) {
  if (message.bytes.size() != 4) return std::nullopt;
  std::uint32_t status = 0;
  for (unsigned i = 0; i < 4; ++i) status |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(message.bytes[i])) << (8 * i);
  return static_cast<int>(status);
}

}  // namespace

// One nursery and the socket to it. Its end ends the process.
class Nursery {
 public:
  Nursery(std::unique_ptr<Process> process, Descriptor socket, const Deadlines& deadlines)
      : deadlines_(deadlines), process_(std::move(process)), socket_(std::move(socket)) {}

  // Null when the program does not become a nursery in time.
  static std::unique_ptr<Nursery> start(const std::filesystem::path& program, const Deadlines& deadlines) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return nullptr;
    Descriptor ours(ends[0]);
    Descriptor theirs(ends[1]);
    Result<std::unique_ptr<Process>> process = spawn_process({program, {"--nursery"}}, -1, theirs.get());
    if (!process) return nullptr;
    auto nursery = std::make_unique<Nursery>(std::move(*process), std::move(ours), deadlines);
    theirs.reset();  // else the socket would not end when the program does
    const std::optional<Message> ready = receive_before(nursery->socket_, Clock::now() + deadlines.start);
    return ready && ready->bytes == kNurseryReady ? std::move(nursery) : nullptr;
  }

  // A descriptor of the child that reads document; invalid when there is none.
  Descriptor bear(const std::vector<std::string>& arguments, int document, int replies) {
    std::string request;
    for (const std::string& argument : arguments) request.append(argument).push_back('\0');
    if (!send_message(socket_.get(), request, {document, replies})) return {};
    std::optional<Message> born = receive_before(socket_, Clock::now() + deadlines_.start);
    if (!born || born->bytes != kNurseryBorn || born->descriptors.size() != 1) return {};
    return std::move(born->descriptors[0]);
  }

  // The wait status of the child, when it ends before the deadline.
  std::optional<int> child_status(Clock::time_point deadline) {
    const std::optional<Message> message = receive_before(socket_, deadline);
    return message ? wait_status(*message) : std::nullopt;
  }

 private:
  const Deadlines deadlines_;
  std::unique_ptr<Process> process_;
  Descriptor socket_;
};

// A worker born in a nursery, which it occupies until it has ended.
class BornProcess final : public Process {
 public:
  BornProcess(Descriptor child, std::unique_ptr<Nursery> nursery, Nurseries& home, std::chrono::milliseconds patience)
      : child_(std::move(child)), nursery_(std::move(nursery)), home_(home), patience_(patience) {}
  ~BornProcess() override { finish(Clock::now()); }

  Exit finish(Clock::time_point deadline) override {
    Exit exit;
    if (!nursery_) return exit;
    std::optional<int> status = nursery_->child_status(deadline);
    if (!status) {
      exit.killed = true;
      ::syscall(SYS_pidfd_send_signal, child_.get(), SIGKILL, nullptr, 0);
      status = nursery_->child_status(Clock::now() + patience_);
    }
    child_.reset();
    if (!status) {  // the nursery itself is lost; its end ends whatever it bore
      nursery_.reset();
      return exit;
    }
    set_status(exit, *status);
    home_.give_back(std::exchange(nursery_, nullptr));
    return exit;
  }

 private:
  Descriptor child_;
  std::unique_ptr<Nursery> nursery_;  // null once finished
  Nurseries& home_;
  const std::chrono::milliseconds patience_;
};

Nurseries::Nurseries(std::filesystem::path program, const Deadlines& deadlines) : program_(std::move(program)), deadlines_(deadlines) {}
Nurseries::~Nurseries() = default;

std::unique_ptr<Nursery> Nurseries::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Nursery> nursery = std::move(idle_.back());
      idle_.pop_back();
      return nursery;
    }
  }
  std::unique_ptr<Nursery> nursery = Nursery::start(program_, deadlines_);
  if (!nursery) known_ = false;
  return nursery;
}

void Nurseries::give_back(std::unique_ptr<Nursery> nursery) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(nursery));
}

Result<WorkerProcess> Nurseries::start(std::vector<std::string> arguments, int document) {
  std::unique_ptr<Nursery> nursery = known_ ? take() : nullptr;
  if (nursery) {
    ReplyPipe pipe = open_reply_pipe();
    const Descriptor readable = read_only(document);
    if (pipe.reading.valid() && readable.valid()) {
      Descriptor child = nursery->bear(arguments, readable.get(), pipe.writing.get());
      if (child.valid())
        return WorkerProcess(std::make_unique<BornProcess>(std::move(child), std::move(nursery), *this, deadlines_.end),
                             std::move(pipe.reading));
    }
  }
  return WorkerProcess::start({program_, std::move(arguments)}, document);
}

}  // namespace foi::extract
