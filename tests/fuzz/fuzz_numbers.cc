// Any bytes as the number format of a cell and a value in it; as a reference number; as an authority's name. What is shown is text.
#include <cstdlib>
#include <cstring>

#include "indexer/extract/xlsx_format.h"
#include "indexer/model/text.h"
#include "indexer/relate/relate.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace foi::extract;
  double value = 0;
  if (size < sizeof value) return 0;
  std::memcpy(&value, data, sizeof value);
  const std::string code = foi::clean_utf8({reinterpret_cast<const char*>(data) + sizeof value, size - sizeof value});
  const NumberFormat format(code);
  for (const double shown : {value, 0.0, -1.5, 44197.75, 1e300})
    for (const DateBase base : {DateBase::k1900, DateBase::k1904})
      if (const auto text = format.show(shown, base)) require(foi::valid_utf8(*text) && text->size() < code.size() + 2'000);
  (void)format.shows_text();
  require(foi::valid_utf8(plain_number(value)));
  const std::string key = foi::relate::reference_key(code);
  require(foi::relate::reference_key(key).size() <= key.size());
  for (const char c : key) require((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  return 0;
}
