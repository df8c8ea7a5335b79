// Any bytes as a web page.
#include "indexer/extract/readers.h"
#include "tests/fuzz/checking_sink.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  foi::extract::CheckingSink sink;
  if (!foi::extract::read_html({reinterpret_cast<const char*>(data), size}, sink)) std::abort();
  return 0;
}
