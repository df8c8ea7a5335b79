#include "indexer/understand/list_answers.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/repair.h"

namespace foi::understand {

namespace {

// Paragraphs from the last question of a list to the first of the answers that have its marks.
constexpr std::size_t kTwinGap = 4;
// The end of a paragraph that leads to a list, in bytes.
constexpr std::size_t kLeadBytes = 90;

std::string_view end_of(std::string_view text) {
  std::size_t start = text.size() - std::min(text.size(), kLeadBytes);
  while (start < text.size() && continues_character(text[start])) ++start;
  return text.substr(start);
}

// "The factors against disclosure were", "in favour of maintaining it": not "we find in favour of release", "the factors recorded".
bool weighs(std::string_view sentence) {
  static constexpr CueTable weighed = {"factors in favour",
                                       "factors favouring",
                                       "factors for",
                                       "factors against",
                                       "arguments in favour",
                                       "arguments favouring",
                                       "arguments for",
                                       "arguments against",
                                       "considerations in favour",
                                       "considerations against",
                                       "considerations favouring",
                                       "public interest factors",
                                       "public interest arguments",
                                       "public interest considerations"};
  static constexpr std::string_view sides[] = {"in favour of", "favouring", "against"};
  static constexpr CueTable fates = {"disclosure",  "disclosing",  "release",        "releasing",     "publication",   "publishing",
                                     "withholding", "maintaining", "non-disclosure", "the exemption", "the exception", "openness"};
  static constexpr std::string_view decides[] = {"find",      "finds", "found", "decide", "decided", "rule", "ruled",
                                                 "concluded", "down",  "out",   "is",     "are",     "was",  "were",
                                                 "lies",      "lay",   "falls", "fell",   "tips",    "comes"};
  if (has_any(sentence, weighed)) return true;
  for (const std::string_view side : sides)
    for (std::size_t at = find_phrase(sentence, side); at != std::string_view::npos; at = find_phrase(sentence, side, at + 1)) {
      const std::string_view fate = sentence.substr(std::min(at + side.size() + 1, sentence.size()));
      if (prefix_of(fate, fates).empty() && !(at == 0 && fate.starts_with("it:"))) continue;
      std::string_view before = sentence.substr(0, at);
      while (before.ends_with(' ')) before.remove_suffix(1);
      const std::size_t space = before.rfind(' ');
      const std::string_view last = space == std::string_view::npos ? before : before.substr(space + 1);
      if (std::ranges::find(decides, last) == std::end(decides)) return true;
    }
  return false;
}

}  // namespace

bool answers_list(const ItemList& asked, const ItemList& list) {
  // Half of the marks may be left out.
  const std::vector<ListItem>&a = asked.items, &b = list.items;
  if (a.front().marker.style == MarkerStyle::kBullet || b.size() < 2 || b.size() > a.size() || 2 * b.size() < a.size()) return false;
  if (b.front().first <= a.back().first || b.front().first > a.back().first + kTwinGap) return false;
  for (std::size_t i = 0; i < b.size(); ++i)
    if (b[i].marker.label != a[i].marker.label) return false;
  return true;
}

const ItemList* twin_of(const QuestionLayout& layout, const ItemList& asked) {
  const std::size_t last = asked.items.back().first;
  for (std::size_t paragraph = last + 1; paragraph <= last + kTwinGap; ++paragraph)
    if (const ItemList* list = layout.list_at(paragraph); list != nullptr && answers_list(asked, *list) && !weighs_points(layout, *list))
      return list;
  return nullptr;
}

bool weighs_points(const QuestionLayout& layout, const ItemList& list) {
  const std::size_t first = list.items.front().first;
  if (first == 0 || !layout.printed(first - 1).ends_with(':')) return false;
  const std::string end = repaired_lower(end_of(layout.printed(first - 1)));
  const std::size_t stop = end.rfind(". ");
  return weighs(stop == std::string::npos ? std::string_view(end) : std::string_view(end).substr(stop + 2));
}

}  // namespace foi::understand
