// Any bytes as a table, as text, and as a picture file's directory.
#include "indexer/extract/readers.h"
#include "tests/fuzz/checking_sink.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace foi::extract;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  CheckingSink csv, text, tiff;
  (void)read_csv(bytes, csv);
  (void)read_text(bytes, "text/plain", text);
  (void)read_image(bytes, "image/tiff", tiff);
  return 0;
}
