// Any bytes as a PDF that is looked at without being drawn.
#include "indexer/extract/pdf_glance.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  (void)foi::extract::glance_at({reinterpret_cast<const char*>(data), size}, {0, 0, 595, 842});
  return 0;
}
