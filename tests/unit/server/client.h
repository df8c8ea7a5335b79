// A client that says exactly what a test wants it to.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <string>

namespace foi::server {

class Client {
 public:
  explicit Client(int port, in_addr_t host = INADDR_LOOPBACK) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(host);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { ::close(socket_); }

  bool connected() const { return connected_; }
  void send(const std::string& bytes) const {
    [[maybe_unused]] const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  }
  // Says that no more will come.
  void done() const { ::shutdown(socket_, SHUT_WR); }
  // Everything until the other side closes, or until it has been silent for as long as this.
  std::string read_all(std::chrono::milliseconds silence = std::chrono::seconds(4)) const {
    std::string text;
    char buffer[4096];
    pollfd poll_fd{.fd = socket_, .events = POLLIN, .revents = 0};
    while (::poll(&poll_fd, 1, static_cast<int>(silence.count())) > 0) {
      const auto got = ::recv(socket_, buffer, sizeof buffer, 0);
      if (got <= 0) break;
      text.append(buffer, static_cast<std::size_t>(got));
    }
    return text;
  }
  // One answer with a Content-Length, leaving the connection open.
  std::string read_one() const {
    std::string text;
    char c = 0;
    while (!text.ends_with("\r\n\r\n") && ::recv(socket_, &c, 1, 0) == 1) text.push_back(c);
    const std::size_t at = text.find("Content-Length: ");
    std::size_t left = at == std::string::npos ? 0 : std::stoul(text.substr(at + 16));
    while (left-- > 0 && ::recv(socket_, &c, 1, 0) == 1) text.push_back(c);
    return text;
  }

 private:
  int socket_;
  bool connected_ = false;
};

}  // namespace foi::server
