// The bad files of corpus/hostile, and what foi-index says of each. The small ones are committed there, as people find such files; the
// large ones are made when they are wanted.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace foi::test {

struct HostileFile {
  std::string name;
  std::string bytes;
  std::string reason;  // how the line about it goes on after its name
};

// All but the enormous one, which is no bytes but a length.
std::vector<HostileFile> hostile_files();

// Files of no more than this many bytes are committed.
inline constexpr std::size_t kLargestCommitted = 8'192;

}  // namespace foi::test
