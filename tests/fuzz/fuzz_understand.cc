// Any text as a letter: understanding comes back, and each claim's evidence is the text it says it is.
#include <cstdlib>

#include "indexer/model/text.h"
#include "indexer/understand/understand.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  foi::Extraction extraction;
  extraction.media_type = "text/plain";
  std::string text = foi::clean_utf8({reinterpret_cast<const char*>(data), size});
  const std::size_t half = foi::utf8_prefix(text, text.size() / 2).size();
  for (std::uint32_t number : {1u, 2u}) {
    foi::Page page;
    page.number = number;
    page.text = number == 1 ? text.substr(0, half) : text.substr(half);
    extraction.pages.push_back(page);
  }
  const foi::Published published =
      foi::understand::understand({"aaaaaaaaaaaaaaaa", {}, false, extraction, nullptr}, foi::builtin_reference());
  if (published.pages.size() != 2) std::abort();
  for (const foi::Citation& citation : published.record.exemptions) {
    for (const foi::Evidence& evidence : citation.evidence) {
      const std::string& page = published.pages.at(evidence.page - 1).text;
      const foi::CodePointIndex index(page);
      const std::size_t from = index.byte_offset(evidence.start);
      if (page.substr(from, index.byte_offset(evidence.end) - from) != evidence.quote) std::abort();
    }
  }
  return 0;
}
