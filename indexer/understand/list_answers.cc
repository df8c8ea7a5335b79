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
  static constexpr CueTable cues = {"in favour",           "favour of",      "favouring",          "factors",
                                    "arguments",           "considerations", "against disclosure", "against releasing it",
                                    "against maintaining", "against it"};
  const std::size_t first = list.items.front().first;
  if (first == 0) return false;
  const std::string_view lead = layout.printed(first - 1);
  if (!lead.ends_with(':') && !lead.ends_with('.')) return false;
  const std::string end = repaired_lower(end_of(lead));
  const std::size_t stop = std::string_view(end).substr(0, end.size() - std::min<std::size_t>(end.size(), 2)).rfind(". ");
  return has_any(stop == std::string::npos ? end : end.substr(stop + 2), cues);
}

}  // namespace foi::understand
