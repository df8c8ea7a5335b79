#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "indexer/extract/readers.h"
#include "indexer/model/limits.h"

namespace foi::extract {
namespace {

// The numbers of a TIFF file, in the order of bytes that its first two say.
class TiffNumbers {
 public:
  explicit TiffNumbers(std::string_view bytes) : bytes_(bytes), big_(bytes.starts_with("MM")) {}
  std::optional<std::uint32_t> read(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || bytes_.size() - at < size) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
      value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_[at + i])) << (8 * (big_ ? size - 1 - i : i));
    return value;
  }

 private:
  std::string_view bytes_;
  bool big_;
};

// Pictures in a TIFF file: its directories, each of which names the next. A chain that is cut off or bites its tail ends there.
std::uint32_t tiff_pages(std::string_view bytes) {
  constexpr std::size_t kFirstAt = 4;
  constexpr std::uint32_t kEntryBytes = 12;
  const TiffNumbers numbers(bytes);
  std::set<std::uint32_t> seen;
  std::optional<std::uint32_t> at = numbers.read(kFirstAt, 4);
  while (at && *at != 0 && seen.size() < limits::kMaxPages && seen.insert(*at).second) {
    const std::optional<std::uint32_t> entries = numbers.read(*at, 2);
    if (!entries) {
      seen.erase(*at);
      break;
    }
    at = numbers.read(static_cast<std::size_t>(*at) + 2 + static_cast<std::size_t>(*entries) * kEntryBytes, 4);
  }
  return static_cast<std::uint32_t>(seen.size());
}

}  // namespace

Status read_image(std::string_view bytes, std::string_view media_type, Sink& sink) {
  const std::uint32_t pages = media_type == "image/tiff" ? tiff_pages(bytes) : 1;
  if (pages == 0) return document_error("damaged TIFF: there is no picture in it");
  sink.document(media_type, pages, "");
  for (std::uint32_t number = 1; number <= pages; ++number) {
    Page page;
    page.number = number;
    page.source = PageSource::kNone;
    page.confidence = 0;
    sink.page(page, true);
  }
  return success();
}

}  // namespace foi::extract
