// What an index says of documents it no longer holds.
#pragma once

#include <string>

namespace foi::index {

// Removed by a decision: a date alone. Replaced, because its file changed: the successor, which the index holds; with a date, what took its
// place was removed then.
struct Tombstone {
  std::string id, date;  // date ISO
  std::string successor{};
  bool operator==(const Tombstone&) const = default;
};

}  // namespace foi::index
