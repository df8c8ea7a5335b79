// How many requests an address may make: so many a window, counted from the window's start. Bounded memory whatever addresses come.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace foi::server {

// Thread safety: any number of threads.
class RateLimiter {
 public:
  using Clock = std::chrono::steady_clock;
  struct Verdict {
    bool allowed = true;
    std::size_t left = 0;  // requests in this window
    std::chrono::seconds until_next{0};
  };

  // limit: requests a window. most_addresses: how many are told apart; those beyond share one count ten times as large, until the window
  // ends.
  RateLimiter(std::size_t limit, std::chrono::seconds window, std::size_t most_addresses)
      : limit_(limit), window_(window), most_addresses_(most_addresses) {}
  Verdict take(const std::string& address, Clock::time_point now);

  std::size_t limit() const { return limit_; }
  std::chrono::seconds window() const { return window_; }

 private:
  const std::size_t limit_;
  const std::chrono::seconds window_;
  const std::size_t most_addresses_;
  std::mutex mutex_;
  Clock::time_point began_{};
  std::unordered_map<std::string, std::size_t> counts_;
  std::size_t shared_ = 0;
};

// What is counted as one caller: an IPv4 address, or the first half of an IPv6 one, which a household holds whole. Anything else as it is.
std::string caller_of(const std::string& address);
// The address that a trusted proxy says it speaks for: the last of X-Forwarded-For, which the proxy itself added. Empty when it is none.
std::string forwarded_address(std::string_view x_forwarded_for);

}  // namespace foi::server
