// Any bytes as what an index or a library keeps beside its documents, the first byte saying what: an error, or a value that is written and
// read again the same.
#include <cstdlib>

#include "indexer/binding.h"
#include "indexer/discover.h"
#include "indexer/index/store.h"
#include "indexer/library/generation_name.h"
#include "indexer/relate/relate.h"

namespace {

using namespace foi;

// What was read is written the same way whenever it is read again.
template <class Decode>
void settles(std::string_view bytes, Decode decode) {
  const auto value = decode(bytes);
  if (!value) return;
  const std::string once = encode(*value);
  const auto again = decode(std::string_view(once));
  if (!again || encode(*again) != once) std::abort();
}

// As the words of a page of 64 letters.
void settles_as_words(std::string_view bytes) {
  index::StoredPage page;
  page.page.text.assign(64, 'a');
  const auto read = index::with_words(page, bytes);
  if (!read) return;
  const std::string once = index::encode_words(*read);
  const auto again = index::with_words(page, once);
  if (!again || index::encode_words(*again) != once) std::abort();
}

void check(unsigned what, std::string_view bytes) {
  switch (what % 9) {
    case 0:
      return settles(bytes, [](std::string_view b) { return index::decode_letter(b); });
    case 1:
      return settles(bytes, [](std::string_view b) { return index::decode_question(b); });
    case 2:
      return settles(bytes, [](std::string_view b) { return index::decode_stored_page(b); });
    case 3:
      return settles(bytes, [](std::string_view b) { return index::decode_fingerprint(b); });
    case 4:
      return settles(bytes, [](std::string_view b) { return index::decode_tombstone("aaaaaaaaaaaaaaaa", b); });
    case 5:
      return settles(bytes, [](std::string_view b) { return decode_binding(b); });
    case 6:
      return settles(bytes, [](std::string_view b) { return relate::decode_summary(b); });
    case 7:
      return settles_as_words(bytes);
    default:
      break;
  }
  if (const auto log = decode_log(bytes)) {
    const auto again = decode_log(encode_log(*log));
    if (!again || encode_log(*again) != encode_log(*log)) std::abort();
  }
  if (const auto number = library::generation_number(bytes))
    if (library::generation_name(*number) != bytes) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 0) check(data[0], {reinterpret_cast<const char*>(data) + 1, size - 1});
  return 0;
}
