// Understanding a letter given as text: pages parted by form feeds, no boxes.
#pragma once

#include <string>
#include <string_view>

#include "indexer/understand/understand.h"

namespace foi::understand {

inline Extraction make_extraction(std::string_view text, std::string media_type = "text/plain") {
  Extraction extraction;
  extraction.media_type = std::move(media_type);
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\f', start), text.size());
    Page page;
    page.number = static_cast<std::uint32_t>(extraction.pages.size() + 1);
    page.text = std::string(text.substr(start, end - start));
    extraction.pages.push_back(std::move(page));
    start = end + 1;
  }
  return extraction;
}

inline Published understand_text(std::string_view text, const LogEntry* log = nullptr, const Reference& reference = builtin_reference()) {
  const Extraction extraction = make_extraction(text);
  return understand({"aaaaaaaaaaaaaaaa", {}, false, extraction, log}, reference);
}

}  // namespace foi::understand
