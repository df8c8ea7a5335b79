// Any text as one with dates: each found exists, stands in order within the text, and is the same day when read again by itself. Any bytes
// as an ISO date: what is read is what is written.
#include <cstdlib>

#include "indexer/model/date.h"
#include "indexer/model/text.h"
#include "indexer/understand/dates.h"

namespace {

using namespace foi;

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto date = parse_iso(bytes)) require(date->ok() && to_iso(*date) == bytes);
  const std::string text = clean_utf8(bytes);
  std::size_t last = 0;
  for (const understand::PrintedDate& printed : understand::find_printed_dates(text)) {
    require(printed.where.start >= last && printed.where.start < printed.where.end && printed.where.end <= text.size());
    last = printed.where.end;
    const auto date = printed.date();
    require(date.has_value() == (printed.year != 0));
    if (!date) continue;
    require(date->ok() && parse_iso(to_iso(*date)) == *date);
    const auto again = understand::find_printed_dates(text.substr(printed.where.start, printed.where.end - printed.where.start));
    require(again.size() == 1 && again[0].date() == *date && again[0].where.start == 0);
  }
  return 0;
}
