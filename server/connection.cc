#include "server/connection.h"

#include <netdb.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "server/limits.h"

namespace foi::server {
namespace {

constexpr std::size_t kBufferBytes = 4096;
constexpr std::size_t kOpeningBytes = 32;
constexpr std::size_t kWaitingBytes = 16384;  // most that waits for more to be sent with it: a page without its pictures

int milliseconds_until(std::chrono::steady_clock::time_point until) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
  return static_cast<int>(std::clamp<long long>(left, 0, 1'000'000));
}

std::string peer_of(int socket) {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  std::array<char, NI_MAXHOST> host{};
  if (::getpeername(socket, reinterpret_cast<sockaddr*>(&address), &length) != 0) return {};
  if (::getnameinfo(reinterpret_cast<const sockaddr*>(&address), length, host.data(), host.size(), nullptr, 0, NI_NUMERICHOST) != 0)
    return {};
  const std::string_view name(host.data());
  constexpr std::string_view kMapped = "::ffff:";  // an IPv4 visitor on an IPv6 socket
  return std::string(name.starts_with(kMapped) ? name.substr(kMapped.size()) : name);
}

}  // namespace

StopEvent::StopEvent() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
StopEvent::~StopEvent() { ::close(descriptor_); }

void StopEvent::set() {
  set_ = true;
  const std::uint64_t one = 1;
  // Fails only when it is set already, many times over.
  [[maybe_unused]] const auto written = ::write(descriptor_, &one, sizeof one);
}

const std::size_t Connection::kLimit = limits::kMaxRequestBytes;

Connection::Connection(int socket, const StopEvent& stop, const std::atomic<std::size_t>& live)
    : socket_(socket), stop_(stop), live_(live), buffer_(kBufferBytes), peer_(peer_of(socket)) {}

Connection::~Connection() {
  ::shutdown(socket_, SHUT_RDWR);
  ::close(socket_);
}

bool Connection::wait(short events, Clock::time_point until) const {
  pollfd poll_fd{.fd = socket_, .events = events, .revents = 0};
  int ready = 0;
  do {
    ready = ::poll(&poll_fd, 1, milliseconds_until(until));
  } while (ready < 0 && errno == EINTR);
  return ready > 0 && (poll_fd.revents & (events | POLLHUP | POLLERR)) != 0;
}

bool Connection::wait_for_request() {
  const auto began = Clock::now();
  const auto idle_until = began + limits::kKeepAlive;
  bool here = begin_ < end_;
  received_ = end_ - begin_;
  while (!here) {
    std::array<pollfd, 2> polled{
        {{.fd = socket_, .events = POLLIN, .revents = 0}, {.fd = stop_.descriptor(), .events = POLLIN, .revents = 0}}};
    // Looks again now and then whether it has become crowded.
    const auto next = std::min(idle_until, Clock::now() + limits::kKeepAliveCrowded);
    const int ready = ::poll(polled.data(), polled.size(), milliseconds_until(next));
    if (ready < 0 && errno == EINTR) continue;
    here = ready > 0 && polled[0].revents != 0;
    const auto now = Clock::now();
    const bool crowded = live_ > limits::kCrowded && now - began >= limits::kKeepAliveCrowded;
    if (!here && (ready > 0 || crowded || now >= idle_until)) return false;
  }
  // The poll has just said so: reading now spares read() another.
  if (begin_ == end_ && !receive()) return false;
  sent_ = 0;
  timed_out_ = false;
  opening_.clear();
  request_deadline_ = Clock::now() + limits::kRequestDeadline;
  answer_deadline_ = Clock::now() + limits::kAnswerDeadline;
  return true;
}

bool Connection::receive() {
  const auto got = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
  if (got <= 0) return false;
  begin_ = 0;
  end_ = static_cast<std::size_t>(got);
  received_ += end_;
  return true;
}

std::ptrdiff_t Connection::read(char* to, std::size_t size) {
  if (begin_ == end_) {
    if (over_limit() || !flush()) return -1;
    timed_out_ = !wait(POLLIN, std::min(request_deadline_, Clock::now() + limits::kReadTimeout));
    if (timed_out_ || !receive()) return -1;
  }
  const std::size_t taken = std::min(size, end_ - begin_);
  std::memcpy(to, buffer_.data() + begin_, taken);
  begin_ += taken;
  if (opening_.size() < kOpeningBytes) opening_.append(to, std::min(taken, kOpeningBytes - opening_.size()));
  return static_cast<std::ptrdiff_t>(taken);
}

std::ptrdiff_t Connection::write(std::string_view bytes) {
  if (waiting_.size() + bytes.size() > kWaitingBytes && !flush()) return -1;
  if (bytes.size() > kWaitingBytes) {
    if (!send_all(bytes)) return -1;
  } else {
    waiting_ += bytes;
  }
  return static_cast<std::ptrdiff_t>(bytes.size());
}

bool Connection::flush() {
  const bool sent = send_all(waiting_);
  waiting_.clear();
  return sent;
}

bool Connection::send_all(std::string_view rest) {
  while (!rest.empty()) {
    const auto put = ::send(socket_, rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (put > 0) {
      rest.remove_prefix(static_cast<std::size_t>(put));
      sent_ += static_cast<std::size_t>(put);
      continue;
    }
    if (put < 0 && errno == EINTR) continue;
    if (put < 0 && errno != EAGAIN && errno != EWOULDBLOCK) return false;
    if (!wait(POLLOUT, std::min(answer_deadline_, Clock::now() + limits::kWriteTimeout))) return false;
  }
  return true;
}

void Connection::allow_chunk() { answer_deadline_ = Clock::now() + limits::kChunkDeadline; }

void Connection::linger() {
  if (!flush()) return;
  ::shutdown(socket_, SHUT_WR);
  const auto until = Clock::now() + limits::kLingerTimeout;
  std::size_t drained = 0;
  while (drained < limits::kLingerBytes && wait(POLLIN, until)) {
    const auto got = ::recv(socket_, buffer_.data(), buffer_.size(), MSG_DONTWAIT);
    if (got <= 0) return;
    drained += static_cast<std::size_t>(got);
  }
}

bool Connection::hear_opening() {
  answer_deadline_ = Clock::now() + limits::kAnswerDeadline;
  if (!wait(POLLIN, Clock::now() + limits::kLingerTimeout) || !receive()) return false;
  opening_.assign(buffer_.data(), std::min(end_, kOpeningBytes));
  return true;
}

bool is_loopback(std::string_view peer) { return peer == "::1" || peer.starts_with("127."); }

bool PeerCounts::enter(const std::string& peer) {
  if (peer == exempt_ || is_loopback(peer)) return true;
  const std::lock_guard lock(mutex_);
  std::size_t& count = counts_[peer];
  if (count >= limit_) return false;
  ++count;
  return true;
}

void PeerCounts::leave(const std::string& peer) {
  const std::lock_guard lock(mutex_);
  const auto found = counts_.find(peer);
  if (found != counts_.end() && --found->second == 0) counts_.erase(found);
}

}  // namespace foi::server
