// Any bytes as a publisher's manifest.
#include <cstdlib>

#include "indexer/discover.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::string> remarks;
  const auto log = foi::parse_manifest({reinterpret_cast<const char*>(data), size}, "manifest.csv", remarks);
  for (const auto& [path, entry] : log)
    if (path.empty() || entry.path.empty()) std::abort();
  return 0;
}
