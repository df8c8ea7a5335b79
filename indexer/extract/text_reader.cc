#include <algorithm>
#include <string>
#include <vector>

#include "indexer/extract/encoding.h"
#include "indexer/extract/readers.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {

Status read_text(std::string_view bytes, std::string_view media_type, Sink& sink) {
  if (bytes.empty()) return document_error("empty file");
  const std::string text = decode_text(bytes);
  std::vector<std::string_view> pages = split(text, '\f');
  if (pages.size() > 1 && trim(pages.back()).empty()) pages.pop_back();
  const auto count = static_cast<std::uint32_t>(std::min<std::size_t>(pages.size(), limits::kMaxPages));
  sink.document(media_type, count, "");
  if (count < pages.size()) sink.note({0, "only the first " + std::to_string(count) + " pages were read"});
  for (std::uint32_t i = 0; i < count; ++i) {
    Page page;
    page.number = i + 1;
    page.text = clean_utf8(utf8_prefix(pages[i], limits::kMaxPageTextBytes));
    if (page.text.size() < pages[i].size()) sink.note({page.number, "longer than a page may be: the rest was left out"});
    sink.page(page, false);
  }
  return success();
}

}  // namespace foi::extract
