// Any bytes as an extraction, a published document or a record: an error or a value that encodes to the same bytes again.
#include <cstdlib>

#include "indexer/model/codec.h"
#include "indexer/model/record_json.h"

namespace {

std::string served_bytes(const foi::Record& record) {
  foi::ByteWriter out;
  foi::encode_served(out, record);
  return std::move(out).take();
}

foi::Record again_of(const std::string& bytes) {
  foi::ByteReader in(bytes);
  foi::Record record = foi::decode_served(in);
  if (in.failed() || !in.at_end()) std::abort();
  return record;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto extraction = foi::decode_extraction(bytes)) {
    const auto again = foi::decode_extraction(foi::encode(*extraction));
    if (!again || !(*again == *extraction)) std::abort();
  }
  if (const auto published = foi::decode_published(bytes))
    if (!foi::decode_published(foi::encode(*published))) std::abort();
  (void)foi::record_from_json(bytes).ok();
  foi::ByteReader in(bytes);
  const foi::Record record = foi::decode_served(in);
  if (!in.failed() && served_bytes(again_of(served_bytes(record))) != served_bytes(record)) std::abort();
  return 0;
}
