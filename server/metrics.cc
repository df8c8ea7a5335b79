#include "server/metrics.h"

#include "server/limits.h"

namespace foi::server {
namespace {

std::string label(std::string_view name, std::string_view value) {
  std::string out(name);
  out += "=\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c == '\n' ? ' ' : c);
  }
  return out + "\"";
}

void head(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
  out.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ").append(name).append(" ").append(type).append("\n");
}

std::string seconds(std::uint64_t micros) {
  std::string fraction = std::to_string(micros % 1'000'000);
  return std::to_string(micros / 1'000'000) + "." + std::string(6 - fraction.size(), '0') + fraction;
}

}  // namespace

void Metrics::answered(std::string_view route, int status, std::chrono::microseconds took) {
  const std::lock_guard lock(mutex_);
  ++requests_[{route, status}];
  Latency& latency = latencies_[route];
  std::size_t bucket = 0;
  while (bucket < kBucketsMs.size() && took > std::chrono::milliseconds(kBucketsMs[bucket])) ++bucket;
  ++latency.buckets[bucket];
  ++latency.count;
  latency.micros += static_cast<std::uint64_t>(took.count());
}

void Metrics::failed(const std::string& title) {
  const std::lock_guard lock(mutex_);
  ++failures_[title];
}

std::string Metrics::text(const std::string& edition, std::uint64_t documents, const std::vector<index::FailureCount>& failures) const {
  const std::lock_guard lock(mutex_);
  std::string out;
  head(out, "foi_documents", "gauge", "Documents in the edition that serves.");
  out += "foi_documents " + std::to_string(documents) + "\n";
  head(out, "foi_documents_failed", "gauge", "Documents in the edition that serves that could not be read, by reason.");
  std::uint64_t others = 0;
  for (std::size_t i = 0; i < failures.size(); ++i) {
    if (i >= limits::kFailureReasons)
      others += failures[i].letters;
    else
      out += "foi_documents_failed{" + label("reason", failures[i].reason) + "} " + std::to_string(failures[i].letters) + "\n";
  }
  if (others > 0) out += "foi_documents_failed{" + label("reason", "others") + "} " + std::to_string(others) + "\n";
  head(out, "foi_edition_info", "gauge", "The edition that serves.");
  out += "foi_edition_info{" + label("edition", edition) + "," + label("version", FOI_VERSION) + "} 1\n";
  head(out, "foi_http_requests_total", "counter", "Requests answered, by route and status.");
  for (const auto& [key, count] : requests_)
    out += "foi_http_requests_total{" + label("route", key.first) + "," + label("status", std::to_string(key.second)) + "} " +
           std::to_string(count) + "\n";
  head(out, "foi_http_request_seconds", "histogram", "Time from a request's first byte to its answer's last, by route.");
  for (const auto& [route, latency] : latencies_) {
    std::uint64_t below = 0;
    for (std::size_t i = 0; i <= kBucketsMs.size(); ++i) {
      below += latency.buckets[i];
      const std::string bound = i == kBucketsMs.size() ? "+Inf" : seconds(static_cast<std::uint64_t>(kBucketsMs[i]) * 1000);
      out += "foi_http_request_seconds_bucket{" + label("route", route) + "," + label("le", bound) + "} " + std::to_string(below) + "\n";
    }
    out += "foi_http_request_seconds_sum{" + label("route", route) + "} " + seconds(latency.micros) + "\n";
    out += "foi_http_request_seconds_count{" + label("route", route) + "} " + std::to_string(latency.count) + "\n";
  }
  head(out, "foi_failures_total", "counter", "Requests that were not answered, by reason.");
  for (const auto& [title, count] : failures_) out += "foi_failures_total{" + label("reason", title) + "} " + std::to_string(count) + "\n";
  return out;
}

}  // namespace foi::server
