#include "server/http.h"

#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <optional>

#include "server/accept.h"
#include "server/connection.h"
#include "server/limits.h"
#include "server/rate_limit.h"
#include "server/worker_threads.h"

namespace foi::server {
namespace {

using Clock = std::chrono::steady_clock;

// What one request leaves behind for the loop that serves its connection.
struct Exchange {
  Connection& connection;
  Clock::time_point began = Clock::now();
  std::string method = "-";
  std::string_view route = "-";
  int status = 0;
  bool last = false;      // nothing more may be read from this connection
  bool answered = false;  // our handlers gave the answer
};
// The library's hooks carry no context of ours; a connection stays on one thread while it lasts.
thread_local Exchange* current_exchange = nullptr;

class SocketStream : public httplib::Stream {
 public:
  explicit SocketStream(Connection& connection) : connection_(connection) {}
  bool is_readable() const override { return true; }  // read() waits within its deadline
  bool is_writable() const override { return true; }
  ssize_t read(char* to, std::size_t size) override { return connection_.read(to, size); }
  ssize_t write(const char* from, std::size_t size) override { return connection_.write({from, size}); }
  // Nothing of ours asks for an address, so that none can be written down.
  void get_remote_ip_and_port(std::string& ip, int& port) const override { ip.clear(), port = 0; }
  void get_local_ip_and_port(std::string& ip, int& port) const override { ip.clear(), port = 0; }
  socket_t socket() const override { return connection_.socket(); }

 private:
  Connection& connection_;
};

bool has_body(const httplib::Request& request) {
  return request.has_header("Transfer-Encoding") ||
         (request.has_header("Content-Length") && request.get_header_value("Content-Length") != "0");
}

bool body_too_large(const httplib::Request& request) {
  const std::string length = request.get_header_value("Content-Length");
  return !length.empty() && (length.size() > 18 || std::strtoull(length.c_str(), nullptr, 10) > limits::kMaxBodyBytes);
}

// Where a request that could not be read wanted to go, as far as its first bytes tell.
std::string target_of(std::string_view opening) {
  const std::size_t space = opening.find(' ');
  if (space == std::string_view::npos) return {};
  const std::string_view rest = opening.substr(space + 1);
  return std::string(rest.substr(0, rest.find_first_of(" \r\n")));
}

// Why the library gave up on a request, which it calls 400 for whatever reason.
int why_refused(const httplib::Request& request, int status, const Connection& connection) {
  constexpr std::array<std::string_view, 10> kKnown{"GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "PRI"};
  if (status != 400) return status;
  if (connection.timed_out()) return 408;
  const bool spoken = request.version == "HTTP/1.1" || request.version == "HTTP/1.0";
  if (!spoken) return request.version.starts_with("HTTP/") ? 505 : 400;
  if (std::find(kKnown.begin(), kKnown.end(), request.method) == kKnown.end()) return 501;
  return connection.received() > CPPHTTPLIB_HEADER_MAX_LENGTH ? 431 : 400;
}

// An answer on a connection that the library has given up, or never had.
void write_last(const Answer& answer, Connection& connection) {
  const char* reason = answer.status == 408   ? "Request Timeout"
                       : answer.status == 414 ? "URI Too Long"
                       : answer.status == 503 ? "Service Unavailable"
                                              : "Error";
  std::string text = "HTTP/1.1 " + std::to_string(answer.status) + " " + reason + "\r\nConnection: close\r\n";
  for (const auto& [name, value] : answer.headers) text.append(name).append(": ").append(value).append("\r\n");
  text += "Content-Type: " + answer.content_type + "\r\nContent-Length: " + std::to_string(answer.body.size()) + "\r\n\r\n";
  if (!connection.opening().starts_with("HEAD ")) text += answer.body;
  connection.write(text);
}

// Runs before the library routes a request: it takes from it what the library would act upon and we do not want.
void prepare(httplib::Request& request) {
  Exchange& exchange = *current_exchange;
  exchange.method = request.method;
  request.ranges.clear();  // pages are whole; the library would cut any answer to a range
  request.headers.erase("Range");
  // The library prefers Brotli at its slowest level, a hundred milliseconds for a page; gzip takes three.
  const bool gzip = takes_gzip(request.get_header_value("Accept-Encoding"));
  request.headers.erase("Accept-Encoding");
  if (gzip) request.headers.emplace("Accept-Encoding", "gzip");
  if (!has_body(request)) return;
  // No handler reads a body, and what is left of one would pass for the next request.
  exchange.last = true;
  request.headers.erase("Connection");
  request.headers.emplace("Connection", "close");
}

void send_file(const std::shared_ptr<const File>& file, httplib::Response& response, const std::string& type) {
  const auto provide = [file](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
    std::array<char, 65536> buffer;
    const auto got = ::pread(file->descriptor(), buffer.data(), std::min(length, buffer.size()), static_cast<off_t>(offset));
    return got > 0 && sink.write(buffer.data(), static_cast<std::size_t>(got));
  };
  response.set_content_provider(static_cast<std::size_t>(file->bytes()), type, provide);
}

void send_stream(const std::shared_ptr<Stream>& stream, httplib::Response& response, const std::string& type) {
  response.set_chunked_content_provider(type, [stream](std::size_t, httplib::DataSink& sink) {
    const auto chunk = stream->next();
    if (!chunk) return false;
    if (chunk->empty()) return sink.done(), true;
    current_exchange->connection.allow_chunk();
    return sink.write(chunk->data(), chunk->size());
  });
}

void put(Answer answer, httplib::Response& response) {
  Exchange& exchange = *current_exchange;
  exchange.answered = true;
  exchange.route = answer.route;
  response.status = answer.status;
  for (const auto& [name, value] : answer.headers) response.set_header(name, value);
  if (answer.stream) {
    send_stream(answer.stream, response, answer.content_type);
  } else if (answer.file && answer.file->bytes() > 0) {
    send_file(answer.file, response, answer.content_type);
  } else if (!answer.content_type.empty()) {
    response.set_content(answer.body, answer.content_type);
  }
}

std::string log_line(const Exchange& exchange, std::size_t bytes) {
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - exchange.began).count();
  std::array<char, 256> line{};
  std::snprintf(line.data(), line.size(), "%s %.*s %d %zu %lld.%lld", exchange.method.c_str(), static_cast<int>(exchange.route.size()),
                exchange.route.data(), exchange.status, bytes, static_cast<long long>(micros / 1000),
                static_cast<long long>(micros % 1000 / 100));
  return line.data();
}

// The library's own pool starts all its threads at once, and ends the program where one cannot be had.
class Tasks : public httplib::TaskQueue {
 public:
  void enqueue(std::function<void()> job) override { workers_.add(std::move(job)); }
  void shutdown() override { workers_.shutdown(); }

 private:
  WorkerThreads workers_{limits::kThreads};
};

class Listener : public httplib::Server {
 public:
  Listener(HttpServer::Peers peers, HttpServer::Hooks hooks)
      : hooks_(std::move(hooks)), known_(std::move(peers)), peers_(limits::kConnectionsPerAddress, known_.trusted_proxy) {
    // SO_REUSEPORT, which the library sets by default, would let a second server share a busy port without a word.
    set_socket_options([this](socket_t socket) {
      const int on = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
      listening_ = socket;
    });
    set_tcp_nodelay(true);  // without it every answer on a kept connection waits 40 ms for an acknowledgement
    set_keep_alive_max_count(limits::kRequestsPerConnection);
    set_keep_alive_timeout(std::chrono::duration_cast<std::chrono::seconds>(limits::kKeepAlive).count());
    set_payload_max_length(limits::kMaxBodyBytes);
    new_task_queue = [] { return std::make_unique<Tasks>().release(); };
    install_handlers();
  }

  // The real port, or nothing; errno says why.
  std::optional<int> bind_address(const Address& address) {
    errno = 0;
    const int port = address.port == 0 ? bind_to_any_port(address.host) : bind_to_port(address.host, address.port) ? address.port : -1;
    if (port <= 0) return std::nullopt;
    // The library compiles in a backlog of 5; listening again on the same socket widens it.
    ::listen(listening_, limits::kListenBacklog);
    return port;
  }

  void stop_serving() {
    stop_event_.set();
    // The library's own stop() does nothing until its loop has begun; a socket shut before that ends the loop as it begins.
    if (!stopped_.exchange(true)) ::shutdown(listening_, SHUT_RDWR);
  }

 private:
  // Whose requests are counted: who stands behind the trusted proxy; programs of this machine itself only where that is asked for.
  std::string caller_of_request(const httplib::Request& request) const {
    const std::string& peer = current_exchange->connection.peer();
    if (peer != known_.trusted_proxy) return !known_.count_local && is_loopback(peer) ? std::string() : peer;
    const std::size_t headers = request.get_header_value_count("X-Forwarded-For");
    const std::string forwarded =
        headers == 0 ? std::string() : forwarded_address(request.get_header_value("X-Forwarded-For", headers - 1));
    return forwarded.empty() ? peer : forwarded;
  }

  void install_handlers() {
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      if (request.version == "HTTP/1.1" && request.get_header_value_count("Host") != 1) {
        current_exchange->last = true;
        put(hooks_.refuse(400, request.target), response);
      } else if (body_too_large(request)) {
        put(hooks_.refuse(413, request.target), response);
      } else {
        put(hooks_.answer({.method = request.method,
                           .target = request.target,
                           .if_none_match = request.get_header_value("If-None-Match"),
                           .accept = request.get_header_value("Accept"),
                           .caller = caller_of_request(request),
                           .arrived = current_exchange->began}),
            response);
      }
      return HandlerResponse::Handled;
    });
    set_error_handler(HandlerWithResponse([this](const httplib::Request& request, httplib::Response& response) {
      if (current_exchange->answered) return HandlerResponse::Unhandled;
      current_exchange->last = true;  // where the next request would begin is anybody's guess
      const int status = why_refused(request, response.status, current_exchange->connection);
      put(hooks_.refuse(status, request.target.empty() ? target_of(current_exchange->connection.opening()) : request.target), response);
      return HandlerResponse::Handled;
    }));
    set_exception_handler([this](const httplib::Request& request, httplib::Response& response, const std::exception_ptr&) {
      put(hooks_.refuse(500, request.target), response);
    });
    set_post_routing_handler([](const httplib::Request&, httplib::Response& response) {
      response.headers.erase("Accept-Ranges");
      response.headers.erase("Keep-Alive");
      if (response.status == 204 || response.status == 304) response.headers.erase("Content-Length");  // RFC 9110, 8.6
      if (current_exchange->last) {
        response.headers.erase("Connection");
        response.set_header("Connection", "close");
      }
      current_exchange->status = response.status;
    });
  }

  bool process_and_close_socket(socket_t socket) override {
    struct Lease {
      std::atomic<std::size_t>& live;
      explicit Lease(std::atomic<std::size_t>& count) : live(count) { ++live; }
      ~Lease() { --live; }
    } const lease(live_);
    Connection connection(socket, stop_event_, live_);
    const std::string& peer = connection.peer();
    if (!peers_.enter(peer)) {
      Exchange exchange{.connection = connection};
      const bool heard = connection.hear_opening();
      refuse(503, exchange);
      finish(exchange);
      if (heard) connection.linger();
      return false;
    }
    serve(connection);
    peers_.leave(peer);
    return true;
  }

  void serve(Connection& connection) {
    SocketStream stream(connection);
    for (std::size_t left = limits::kRequestsPerConnection; left > 0 && connection.wait_for_request(); --left) {
      Exchange exchange{.connection = connection};
      current_exchange = &exchange;
      bool closed = false;
      const bool answered = process_request(stream, left == 1 || stop_event_.is_set(), closed, prepare);
      const bool sent = connection.flush() && answered;
      // A line without an end, or one that never ended: the library gives up without a word.
      if (!sent && exchange.status == 0 && connection.over_limit()) refuse(414, exchange);
      if (!sent && exchange.status == 0 && connection.timed_out()) refuse(408, exchange);
      if (exchange.status != 0) finish(exchange);
      current_exchange = nullptr;
      if (!sent || closed || exchange.last) return connection.linger();
    }
  }

  void refuse(int status, Exchange& exchange) {
    exchange.status = status;
    write_last(hooks_.refuse(status, target_of(exchange.connection.opening())), exchange.connection);
    exchange.connection.flush();
  }

  void finish(const Exchange& exchange) {
    hooks_.measured(exchange.route, exchange.status, std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - exchange.began));
    hooks_.log(log_line(exchange, exchange.connection.bytes_sent()));
  }

  HttpServer::Hooks hooks_;
  HttpServer::Peers known_;
  PeerCounts peers_;
  StopEvent stop_event_;
  std::atomic<std::size_t> live_ = 0;  // connections that have a thread
  int listening_ = -1;                 // owned by the library, which closes it when its loop ends
  std::atomic<bool> stopped_ = false;
};

}  // namespace

Result<Address> parse_address(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  const Error wrong = usage_error("\"" + text + "\" is not an address to listen on; write it like 127.0.0.1:8080 or [::1]:8080");
  if (colon == std::string::npos || colon == 0) return wrong;
  std::string host = text.substr(0, colon);
  if (host.starts_with('[') != host.ends_with(']')) return wrong;
  if (host.starts_with('['))
    host = host.substr(1, host.size() - 2);
  else if (host.find(':') != std::string::npos)
    return wrong;
  const std::string port = text.substr(colon + 1);
  const bool digits = !port.empty() && port.size() <= 5 && port.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || host.empty() || std::stoi(port) > 65535) return wrong;
  return Address{.host = std::move(host), .port = std::stoi(port)};
}

std::string to_string(const Address& address) {
  const std::string host = address.host.find(':') == std::string::npos ? address.host : "[" + address.host + "]";
  return host + ":" + std::to_string(address.port);
}

struct HttpServer::Impl {
  Address address;
  Listener listener;
};

Result<std::unique_ptr<HttpServer>> HttpServer::bind(const Address& address, Peers peers, Hooks hooks) {
  std::unique_ptr<Impl> impl(new Impl{.address = address, .listener = {std::move(peers), std::move(hooks)}});
  const auto port = impl->listener.bind_address(address);
  if (!port) {
    const int error = errno;
    const std::string where = "cannot listen on " + to_string(address) + ": ";
    if (error == EADDRINUSE) return environment_error(where + "another program uses that port; choose another with --listen");
    if (error == EACCES) return environment_error(where + "ports below 1024 are for root; choose another with --listen");
    return environment_error(where + "it is not an address of this machine; choose another with --listen");
  }
  impl->address.port = *port;
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl)));
}

HttpServer::HttpServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HttpServer::~HttpServer() = default;
const Address& HttpServer::address() const { return impl_->address; }
void HttpServer::run() { impl_->listener.listen_after_bind(); }
void HttpServer::stop() { impl_->listener.stop_serving(); }

}  // namespace foi::server
