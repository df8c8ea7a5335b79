#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/messages.h"
#include "indexer/extract/wire.h"
#include "indexer/extract/worker.h"

namespace foi::extract {

namespace {

constexpr int kUsageExit = 2;
constexpr int kNotPreparedExit = 3;

// Arguments, each ended by a zero byte.
std::vector<std::string> split_arguments(std::string_view bytes) {
  std::vector<std::string> arguments;
  for (std::size_t end = bytes.find('\0'); end != std::string_view::npos; end = bytes.find('\0')) {
    arguments.emplace_back(bytes.substr(0, end));
    bytes.remove_prefix(end + 1);
  }
  return arguments;
}

// The life of a child: from here on it is a worker like any other, and has nothing of the nursery's but what was prepared.
int live(const Planner& planner, Message request) {
  ::setpgid(0, 0);
  const bool placed = ::dup2(request.descriptors[0].get(), kDocumentDescriptor) == kDocumentDescriptor &&
                      ::dup2(request.descriptors[1].get(), kReplyDescriptor) == kReplyDescriptor;
  request.descriptors.clear();
  std::optional<WorkerPlan> plan = planner(split_arguments(request.bytes));
  if (!placed || !plan) return kUsageExit;
  plan->role.prepare = nullptr;
  return run_worker(plan->role, plan->options);
}

// Waits until the child has ended, or the parent has; then nobody waits for the child.
void await_end(int child) {
  pollfd waiting[] = {{child, POLLIN, 0}, {kReplyDescriptor, 0, 0}};
  while (::poll(waiting, 2, -1) < 0 && errno == EINTR) continue;
}

int stop_and_reap(pid_t pid) {
  ::kill(-pid, SIGKILL);
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
  return status;
}

bool send_status(int status) {
  std::string bytes;
  for (unsigned shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<char>((static_cast<std::uint32_t>(status) >> shift) & 0xff));
  return send_message(kReplyDescriptor, bytes, {});
}

// In the nursery: false when the parent is gone.
bool watch(pid_t pid) {
  ::setpgid(pid, pid);  // the child does so too; whoever comes first
  const Descriptor child(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  if (!child.valid()) {
    stop_and_reap(pid);
    return send_message(kReplyDescriptor, kNurseryBarren, {});
  }
  if (send_message(kReplyDescriptor, kNurseryBorn, {child.get()})) await_end(child.get());
  return send_status(stop_and_reap(pid));
}

int serve(const Planner& planner) {
  const std::optional<WorkerPlan> plan = planner({});
  if (!plan) return kUsageExit;
  if (plan->role.prepare && !plan->role.prepare().ok()) return kNotPreparedExit;
  bool parent = send_message(kReplyDescriptor, kNurseryReady, {});
  while (parent) {
    std::optional<Message> request = receive_message(kReplyDescriptor);
    if (!request || request->descriptors.size() != 2) break;
    const pid_t pid = ::fork();
    if (pid == 0) return live(planner, std::move(*request));
    request.reset();  // else the parent would never see the end of the pipe
    parent = pid > 0 ? watch(pid) : send_message(kReplyDescriptor, kNurseryBarren, {});
  }
  return 0;
}

}  // namespace

int worker_main(int argc, char** argv, const Planner& planner) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() == 1 && arguments[0] == "--nursery") return serve(planner);
  const std::optional<WorkerPlan> plan = planner(arguments);
  return plan ? run_worker(plan->role, plan->options) : kUsageExit;
}

}  // namespace foi::extract
