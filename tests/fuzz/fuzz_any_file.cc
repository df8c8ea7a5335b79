// Any bytes as a file whose kind is told by its content, and as one whose kind its name tells; archives with all that is packed in them.
// PDF is Poppler's and has the glance; mail is left to its own fuzzer.
#include "indexer/extract/css.h"
#include "indexer/extract/readers.h"
#include "tests/fuzz/checking_sink.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace foi::extract;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const char* hint : {"", "csv", "md"}) {
    const std::string type = sniff_media_type(bytes, hint);
    if (type == "application/pdf" || type == "message/rfc822" || type.starts_with("image/")) return 0;
    CheckingSink sink;
    (void)read_document(bytes, hint, sink);
  }
  (void)parse_sheet(bytes);
  (void)css_look(bytes);
  (void)media_holds(bytes);
  return 0;
}
