// Any bytes as a message.
#include "indexer/extract/mail.h"
#include "indexer/extract/readers.h"
#include "tests/fuzz/checking_sink.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bool prepared = foi::extract::prepare_mail().ok();
  if (!prepared) std::abort();
  foi::extract::CheckingSink sink;
  (void)foi::extract::read_mail({reinterpret_cast<const char*>(data), size}, sink);
  return 0;
}
