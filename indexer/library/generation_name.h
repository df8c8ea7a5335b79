// How a generation's folder is named: its number in decimal, at least six digits. Internal to library.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foi::library {

inline constexpr std::size_t kGenerationDigits = 6;
inline constexpr std::size_t kMaxGenerationDigits = 18;  // fits 64 bits
inline constexpr std::uint64_t kMaxCurrentBytes = kMaxGenerationDigits + 1;

inline std::string generation_name(std::uint64_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < kGenerationDigits) digits.insert(0, kGenerationDigits - digits.size(), '0');
  return digits;
}

// The number of a folder named so; nothing for any other name.
inline std::optional<std::uint64_t> generation_number(std::string_view name) {
  if (name.size() < kGenerationDigits || name.size() > kMaxGenerationDigits) return std::nullopt;
  std::uint64_t number = 0;
  for (const char digit : name) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  if (number == 0 || generation_name(number) != name) return std::nullopt;
  return number;
}

}  // namespace foi::library
