// The site on a socket: the only file that speaks cpp-httplib. Connections, deadlines, limits, compression and the access log.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/model/result.h"
#include "server/message.h"

namespace foi::server {

struct Address {
  std::string host;  // without brackets
  int port = 0;      // 0: any free one
};
// "127.0.0.1:8080", "[::1]:8080", "localhost:0". Errors: kUsage.
Result<Address> parse_address(const std::string& text);
// The host and port as they stand in a URL.
std::string to_string(const Address& address);

class HttpServer {
 public:
  struct Hooks {
    std::function<Answer(const Call&)> answer;                            // never throws
    std::function<Answer(int status, const std::string& target)> refuse;  // never throws
    // One line a request: method, route pattern, status, bytes sent, milliseconds. No query, no address.
    std::function<void(const std::string& line)> log;
    // The same, for counting.
    std::function<void(std::string_view route, int status, std::chrono::microseconds took)> measured = [](auto, auto, auto) {};
  };

  struct Peers {
    std::string trusted_proxy{};  // an address that may hold any number of connections and says whom it speaks for; or empty
    bool count_local = false;     // whether the requests of this machine's own programs are counted (Call::caller)
  };

  // Binds and listens; nothing is answered before run(). Errors: kEnvironment (busy, not ours).
  static Result<std::unique_ptr<HttpServer>> bind(const Address& address, Peers peers, Hooks hooks);
  ~HttpServer();

  // Where it listens; the port is the real one.
  const Address& address() const;
  // Serves until stop(). Returns when the requests under way are answered.
  void run();
  // From any thread; once stopped, for good.
  void stop();

 private:
  struct Impl;
  explicit HttpServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace foi::server
