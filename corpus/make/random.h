// Numbers that are the same on every machine: SplitMix64, and no distribution of the standard library, whose results are not fixed.
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

namespace foi::corpus {

// One draw a statement: the order of two draws in one expression is the compiler's choice.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ull);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return z ^ (z >> 31);
  }
  // 0 ≤ x < bound. Precondition: bound > 0.
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  double between(double low, double high) { return low + (high - low) * static_cast<double>(next() >> 11) * 0x1.0p-53; }
  // Near enough normal, mean 0, deviation 1: the sum of four even draws.
  double normal() {
    double sum = 0;
    for (int i = 0; i < 4; ++i) sum += between(-1, 1);
    return sum * std::sqrt(0.75);
  }

 private:
  std::uint64_t state_;
};

// FNV-1a.
inline std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ull;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
  return hash;
}

}  // namespace foi::corpus
