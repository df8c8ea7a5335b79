// Time and the middle of several, for the benches.
#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace foi::bench {

template <class Work>
double seconds(Work work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Precondition: there are values.
inline double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace foi::bench
