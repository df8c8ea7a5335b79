// One connection's bytes, within deadlines. No HTTP here.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace foi::server {

// An event that, once set, stays set and wakes every poll that waits on its descriptor. Thread safety: any number of threads.
class StopEvent {
 public:
  StopEvent();
  StopEvent(const StopEvent&) = delete;
  StopEvent& operator=(const StopEvent&) = delete;
  ~StopEvent();
  void set();
  bool is_set() const { return set_; }
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
  std::atomic<bool> set_ = false;
};

// Thread safety: none; one thread serves a connection.
class Connection {
 public:
  // Takes the socket over.
  // live: how many connections there are, this one among them.
  Connection(int socket, const StopEvent& stop, const std::atomic<std::size_t>& live);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  // True when a request begins before the keep-alive time is over, which is shorter in a crowd; starts its deadline. Once stopping, only
  // what is already here counts.
  bool wait_for_request();
  // Bytes of the request, or -1: too slow, too many, or gone. What waits to be sent goes before it waits for more.
  std::ptrdiff_t read(char* to, std::size_t size);
  // Takes everything, or -1 when the client is gone or too slow. Small pieces wait for more or for flush(): a head and its body go out as
  // one.
  std::ptrdiff_t write(std::string_view bytes);
  // Sends what waits. False when the client is gone or too slow; what waited is dropped.
  bool flush();
  // Gives the client time to take another chunk of an answer that has no length of its own.
  void allow_chunk();
  // Says that no more will come and takes what the client still sends, for a moment, so that closing does not destroy the answer.
  void linger();
  // Gives a client that is to be turned away a moment to say what kind of answer it wants; false when it says nothing.
  bool hear_opening();

  int socket() const { return socket_; }
  const std::string& peer() const { return peer_; }  // numeric address; for limits, never for the log
  // Of the request now being served, as far as they were flushed.
  std::size_t bytes_sent() const { return sent_; }
  // The first bytes of it, enough to tell what kind of answer it wants when it cannot be read as a whole.
  std::string_view opening() const { return opening_; }
  bool over_limit() const { return received_ > kLimit; }
  // Bytes of it that have come, and whether more were waited for in vain.
  std::size_t received() const { return received_; }
  bool timed_out() const { return timed_out_; }

 private:
  using Clock = std::chrono::steady_clock;
  static const std::size_t kLimit;
  bool wait(short events, Clock::time_point until) const;
  bool receive();
  bool send_all(std::string_view bytes);

  int socket_;
  const StopEvent& stop_;
  const std::atomic<std::size_t>& live_;
  std::vector<char> buffer_;
  std::string peer_;
  std::string opening_;
  std::string waiting_;              // to be sent
  std::size_t begin_ = 0, end_ = 0;  // of what is read and not yet taken
  std::size_t received_ = 0, sent_ = 0;
  bool timed_out_ = false;
  Clock::time_point request_deadline_, answer_deadline_;
};

// Whether an address is this machine's own.
bool is_loopback(std::string_view peer);

// How many connections each address holds. Thread safety: any number of threads.
class PeerCounts {
 public:
  PeerCounts(std::size_t limit, std::string exempt) : limit_(limit), exempt_(std::move(exempt)) {}
  // False when the address holds as many as it may; otherwise leave() must follow. Loopback and the exempt address always may.
  bool enter(const std::string& peer);
  void leave(const std::string& peer);

 private:
  const std::size_t limit_;
  const std::string exempt_;
  std::mutex mutex_;
  std::map<std::string, std::size_t> counts_;
};

}  // namespace foi::server
