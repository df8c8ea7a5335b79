#include "indexer/index/spelling.h"

#include <string>
#include <unordered_set>

#include "indexer/index/sought.h"

namespace foi::index {

void drop_names(std::vector<Spelling>& spelling, const std::vector<std::string_view>& stretches) {
  std::unordered_set<std::string> small;
  for (const std::string_view stretch : stretches)
    for (TextWord& word : words_of(stretch)) {
      const unsigned first = *Xapian::Utf8Iterator(stretch.data() + word.from, word.to - word.from);
      if (first == Xapian::Unicode::tolower(first)) small.insert(std::move(word.word));
    }
  std::erase_if(spelling, [&](const Spelling& s) { return !small.contains(s.word); });
}

}  // namespace foi::index
