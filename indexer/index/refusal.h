// Why a request cannot be run, for programs to read. Value types.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "indexer/model/result.h"

namespace foi::index {

struct Refusal {
  enum class Reason : std::uint8_t {
    kUnreadable,    // it means nothing: a query, a cursor, a number out of bounds
    kUnknownValue,  // no letter could have it
    kOutdated,      // a cursor of another edition: it was good once
  };
  Reason reason = Reason::kUnreadable;
  std::string parameter;               // at fault: "cursor"
  std::string value{};                 // at fault, as valid UTF-8 and cut where it is long; or empty
  std::vector<std::string> nearest{};  // what may have been meant, nearest first
  std::string message;                 // one line for people, which begins with the parameter and says what to do
};

template <class T>
using Checked = std::variant<T, Refusal>;

inline Error to_error(const Refusal& refusal) { return usage_error(refusal.message); }

}  // namespace foi::index
