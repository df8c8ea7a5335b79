#include "server/rate_limit.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "indexer/model/text.h"

namespace foi::server {

RateLimiter::Verdict RateLimiter::take(const std::string& address, Clock::time_point now) {
  constexpr std::size_t kSharedFactor = 10;
  const std::lock_guard lock(mutex_);
  if (now - began_ >= window_ || began_ == Clock::time_point{}) {
    began_ = now;
    counts_.clear();
    shared_ = 0;
  }
  auto known = counts_.find(address);
  if (known == counts_.end() && counts_.size() < most_addresses_) known = counts_.emplace(address, 0).first;
  std::size_t& count = known == counts_.end() ? shared_ : known->second;
  const std::size_t limit = known == counts_.end() ? limit_ * kSharedFactor : limit_;
  Verdict verdict;
  verdict.allowed = count < limit;
  if (verdict.allowed) ++count;
  verdict.left = std::min(limit - count, limit_);
  verdict.until_next = std::chrono::ceil<std::chrono::seconds>(began_ + window_ - now);
  return verdict;
}

std::string caller_of(const std::string& address) {
  in6_addr parsed{};
  if (::inet_pton(AF_INET6, address.c_str(), &parsed) != 1) return address;
  std::fill(std::begin(parsed.s6_addr) + 8, std::end(parsed.s6_addr), std::uint8_t{0});
  std::array<char, INET6_ADDRSTRLEN> text{};
  return ::inet_ntop(AF_INET6, &parsed, text.data(), text.size()) ? std::string(text.data()) + "/64" : address;
}

std::string forwarded_address(std::string_view x_forwarded_for) {
  const std::size_t comma = x_forwarded_for.rfind(',');
  const std::string last(trim(comma == std::string_view::npos ? x_forwarded_for : x_forwarded_for.substr(comma + 1)));
  in6_addr parsed{};
  const bool address = ::inet_pton(AF_INET, last.c_str(), &parsed) == 1 || ::inet_pton(AF_INET6, last.c_str(), &parsed) == 1;
  return address ? last : std::string();
}

}  // namespace foi::server
