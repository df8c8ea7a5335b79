// Any text as what antiword printed, four times over.
#include <string>

#include "indexer/extract/antiword.h"
#include "tests/fuzz/checking_sink.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  // The first byte says which of them differ.
  const unsigned differ = size > 0 ? data[0] : 0;
  const auto text = [&](unsigned bit) { return std::string(all) + ((differ & bit) != 0 ? "more\n" : ""); };
  foi::extract::CheckingSink sink;
  (void)foi::extract::read_antiword({text(1), text(2), text(4), text(8)}, sink);
  return 0;
}
