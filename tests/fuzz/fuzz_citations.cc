// Any text as one that cites: what is repaired leads back, chains stand in order within the text, and sections resolve to codes there are.
#include <cstdlib>

#include "indexer/model/text.h"
#include "indexer/understand/citation_syntax.h"
#include "indexer/understand/reference_number.h"

namespace {

using namespace foi;
using namespace foi::understand;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_repaired(const Repaired& repaired, std::size_t size) {
  require(valid_utf8(repaired.text) && repaired.lower.size() == repaired.text.size());
  std::size_t last = 0;
  for (std::size_t at = 0; at <= repaired.text.size(); at += 1 + repaired.text.size() / 64) {
    const std::size_t original = repaired.original(at);
    require(original >= last && original <= size && repaired.repaired(original) <= repaired.text.size());
    last = original;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const CitationTable kTable(builtin_reference());
  constexpr std::size_t kMostItems = 500;
  const std::string text = clean_utf8({reinterpret_cast<const char*>(data), size});
  const Repaired repaired = repair(text);
  check_repaired(repaired, text.size());
  std::size_t last = 0, items = 0;
  for (const CitationChain& chain : read_citations(repaired, kTable, kMostItems)) {
    require(chain.start >= last && chain.start < chain.end && chain.end <= repaired.text.size() && !chain.items.empty());
    last = chain.end;
    items += chain.items.size();
    for (const CitationItem& item : chain.items) {
      require(item.span.start <= item.span.end && item.span.end <= repaired.text.size());
      for (const char* regime : {"foia", "eir", "foisa"})
        for (const Resolved& resolved : kTable.resolve(regime, item.section, item.elements)) require(kTable.known(resolved.id));
    }
  }
  require(items <= kMostItems + 64);  // the last chain is read to its end
  return 0;
}
