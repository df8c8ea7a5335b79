#include "indexer/understand/language.h"

#include <algorithm>
#include <iterator>

#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// Words of one language that the other has not.
constexpr CueTable kWelsh = {"yn", "yr", "mae", "wedi", "ar", "gan", "oedd", "eich", "cais", "gwybodaeth", "ddeddf", "nid", "hyn", "gyfer"};
constexpr CueTable kEnglish = {"the", "of", "and", "is", "for", "you", "your", "was", "that", "with", "information", "are"};
// The least that tells; a shorter text is taken for English.
constexpr int kLeast = 8;

}  // namespace

std::string language_of(std::string_view lower) {
  int welsh = 0, english = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= lower.size(); ++i) {
    if (i < lower.size() && is_word(lower[i])) continue;
    const std::string_view word = lower.substr(start, i - start);
    if (word.size() < 12) {
      welsh += among(kWelsh, word) ? 1 : 0;
      english += among(kEnglish, word) ? 1 : 0;
    }
    start = i + 1;
  }
  return welsh >= kLeast && welsh > english ? "cy" : "en";
}

}  // namespace foi::understand
