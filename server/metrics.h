// Counts for the operator in Prometheus' text format. Names and labels are ours: nothing a visitor typed is in them.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/index/searcher.h"

namespace foi::server {

// Thread safety: any number of threads.
class Metrics {
 public:
  // route: a pattern that lives as long as the program.
  void answered(std::string_view route, int status, std::chrono::microseconds took);
  // title: of a problem; a fixed phrase.
  void failed(const std::string& title);
  // failures: documents of the edition that could not be read, by reason.
  std::string text(const std::string& edition, std::uint64_t documents, const std::vector<index::FailureCount>& failures) const;

  static constexpr std::array kBucketsMs{1, 5, 10, 25, 50, 100, 250, 500, 1000, 5000};

 private:
  struct Latency {
    std::array<std::uint64_t, kBucketsMs.size() + 1> buckets{};
    std::uint64_t count = 0, micros = 0;
  };
  mutable std::mutex mutex_;
  std::map<std::pair<std::string_view, int>, std::uint64_t> requests_;
  std::map<std::string_view, Latency> latencies_;
  std::map<std::string, std::uint64_t> failures_;
};

}  // namespace foi::server
