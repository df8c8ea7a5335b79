#include "indexer/understand/list_finder.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/section_openers.h"

namespace foi::understand {

namespace {

// A heading is one short line, in bytes.
constexpr std::size_t kHeadingLine = 90;

// How deep in a list of lists its markers usually stand.
int depth(MarkerStyle style) {
  if (style == MarkerStyle::kNumber || style == MarkerStyle::kQuestion) return 0;
  return style == MarkerStyle::kBullet ? 2 : 1;
}

bool is_bullet(const Marker& m) { return m.style == MarkerStyle::kBullet; }

bool continues(const Marker& before, const Marker& next) {
  if (before.style == MarkerStyle::kBullet) return next.style == MarkerStyle::kBullet;
  // "v" and "x" are letters until the numbers round them are seen.
  const int roman = roman_value(before.label);
  if (roman > 1 && before.style != MarkerStyle::kNumber && roman_value(next.label) == roman + 1) return true;
  if (next.style == MarkerStyle::kLetter && before.style == MarkerStyle::kRoman && before.label.size() == 1)
    return next.number == before.label[0] - 'a' + 2;
  if (next.style == MarkerStyle::kRoman && before.style == MarkerStyle::kLetter)
    return next.label.size() == 1 && next.label[0] - 'a' == before.number;
  if (next.number == before.last + 1) return true;
  return next.number == before.number && next.label != before.label && next.label.size() > 1;  // "1a" after "1", "1b" after "1a"
}

// What stands before an item's text, without the number itself: "#." of "1.", "(#)" of "(b)".
std::string shape_of(std::string_view line, const Marker& marker) {
  if (marker.style == MarkerStyle::kQuestion) return "q";
  std::string shape;
  line = line.substr(0, line.find_last_not_of(" \t", marker.text == 0 ? 0 : marker.text - 1) + 1);
  // What stands in the margin before it is of the letterhead.
  if (const std::size_t gap = line.rfind("    "); gap != std::string_view::npos) line.remove_prefix(gap);
  for (char c : line) {
    if (c == ' ' || c == '\t' || c == '>' || c == '|' || c == '*' || (c == ':' && shape.ends_with(')'))) continue;
    if (!is_word(c) || static_cast<unsigned char>(c) >= 0x80) shape += c;
  }
  return shape + static_cast<char>('0' + depth(marker.style));
}

// Lists within lists, told by the shape of their markers: an item goes on with the innermost open list of its shape, or opens one.
class ListFinder {
 public:
  explicit ListFinder(const QuestionLayout& layout) : layout_(layout) {}

  std::vector<ItemList> run() && {
    for (std::size_t b = 0; b < layout_.blocks().size(); ++b) {
      const Block& block = layout_.blocks()[b];
      if (b > 0 && (block.kind == SectionKind::quoted_thread || layout_.blocks()[b - 1].kind == SectionKind::quoted_thread)) close(0);
      while (!open_.empty() && open_.back().bullet) close(open_.size() - 1);
      if (!block.asking && announces_answers(layout_.cue_text(block.first))) close(0);
      for (std::size_t i = block.first; i < block.end; ++i) take(block, i);
      // The next block may go on with a number, but what stands in this one is its own.
      for (const Open& open : open_) lists_[open.list].items.back().end = block.end;
    }
    close(0);
    part_answers();
    mark_inner();
    return std::move(lists_);
  }

 private:
  struct Open {
    std::size_t list = 0;
    std::string shape;
    bool bullet = false;
    std::size_t seen = 0;     // paragraphs before this were looked at for the end of the quotation
    bool ends_quote = false;  // it was there
  };

  void take(const Block& block, std::size_t paragraph) {
    const auto mark = layout_.marker(paragraph);
    if (!mark || mark->style == MarkerStyle::kAnswer) return;
    if (mark->style == MarkerStyle::kNumber && layout_.heads_section(paragraph)) {
      end_items(0, paragraph);
      return close(0);
    }
    const bool bullet = is_bullet(*mark);
    if (bullet && block.asking && layout_.in_glossary(block, paragraph)) return;
    const std::string shape =
        bullet ? std::string(layout_.printed(paragraph).substr(0, 1))
               : shape_of(layout_.letter().view(layout_.letter().lines[layout_.paragraphs()[paragraph].first_line]), *mark);
    for (std::size_t k = open_.size(); k-- > 0;) {
      if (!fits(open_[k].shape, shape)) continue;
      ItemList& list = lists_[open_[k].list];
      if (!continues(list.items.back().marker, *mark)) continue;
      if (is_closed(open_[k], block, paragraph)) continue;
      if (bullet && further_in(list.items.back().first, paragraph)) break;
      // Under a line that leads to bullets begins another list of them.
      if (bullet && list.items.back().first + 1 < paragraph && !layout_.marker(paragraph - 1) &&
          layout_.printed(paragraph - 1).ends_with(':')) {
        end_items(k, paragraph - 1);
        close(k);
        break;
      }
      if (bullet && further_in(paragraph, list.items.back().first) && has_open(shape, k)) continue;
      // What stands under another heading only goes on with a request when it asks.
      if (list.items.back().first < block.first && list.asking && !block.asking && !may_ask(paragraph, *mark)) continue;
      end_items(k, paragraph);
      close(k + 1);
      list.items.push_back({*mark, paragraph, block.end});
      return;
    }
    const bool begins = mark->number == 1 && (mark->label.size() == 1 || mark->label == "1a" || mark->style == MarkerStyle::kQuestion ||
                                              mark->label.find_first_of(".(") != std::string::npos);
    if (!begins && !bullet) return;
    for (std::size_t k = 0; k < open_.size(); ++k)
      if (open_[k].shape == shape && !nests(open_[k], paragraph) &&
          !(bullet && further_in(lists_[open_[k].list].items.back().first, paragraph))) {
        end_items(k, paragraph);
        close(k);
      }
    const bool table = layout_.under_table_head(block, paragraph);
    lists_.push_back({block.asking || table, false, table, open_.empty() ? kNone : open_.back().list, {{*mark, paragraph, block.end}}});
    open_.push_back({lists_.size() - 1, shape, bullet});
  }

  bool has_beside(std::size_t paragraph) const {
    return layout_.cell_beside({*layout_.marker(paragraph), paragraph, paragraph + 1}).has_value();
  }

  // A quotation that is closed, a table that is left: the letter's own numbers may go on from theirs.
  bool is_closed(Open& open, const Block& block, std::size_t paragraph) const {
    const ItemList& list = lists_[open.list];
    const std::size_t last = list.items.back().first;
    if (list.table) return last < block.first && !block.asking && !layout_.under_table_head(block, paragraph) && !has_beside(paragraph);
    const bool quoted = open.shape.starts_with('"') || open.shape.starts_with("\u201C");
    if (!quoted || layout_.printed(paragraph).starts_with(open.shape.substr(0, 1))) return false;
    if (open.seen <= last) open.ends_quote = false;
    for (open.seen = std::max(open.seen, last); open.seen < paragraph && !open.ends_quote; ++open.seen)
      open.ends_quote = layout_.printed(open.seen).ends_with('"') || layout_.printed(open.seen).ends_with("\u201D");
    return open.ends_quote;
  }

  // So far in that it stands under the other, on the same page.
  bool further_in(std::size_t above, std::size_t paragraph) const {
    constexpr std::size_t step = 3;  // bytes
    return layout_.indent(paragraph) >= layout_.indent(above) + step;
  }
  // A list of such marks round the one at depth k.
  bool has_open(std::string_view shape, std::size_t k) const {
    return std::any_of(open_.begin(), open_.begin() + static_cast<std::ptrdiff_t>(k), [&](const Open& o) { return fits(o.shape, shape); });
  }

  // Of a list that is quoted only the first item has the quotation mark before its number.
  static bool fits(std::string_view open, std::string_view shape) {
    for (std::string_view quote : {"\"", "\u201C"})
      if (open.starts_with(quote)) open.remove_prefix(quote.size());
    return open == shape;
  }

  // The list begins again at 1 within an item: what it stands under is a sentence that leads to it, and it stands further in or is quoted.
  bool nests(const Open& open, std::size_t paragraph) const {
    if (open.bullet || paragraph == 0) return false;
    const ListItem& item = lists_[open.list].items.back();
    if (item.first + 1 != paragraph || layout_.printed(paragraph - 1).size() < kHeadingLetters) return false;
    return layout_.indent(paragraph) > layout_.indent(item.first) || layout_.printed(paragraph - 1).ends_with(':');
  }

  bool may_ask(std::size_t paragraph, const Marker& mark) const {
    const Span text = layout_.asked_text({mark, paragraph, paragraph + 2});
    return text.end - text.start >= kHeadingLetters && reads_as(layout_.cue_text(text)) != Reads::kStates;
  }

  // The items of the list at depth k and of those within it end here.
  void end_items(std::size_t k, std::size_t paragraph) {
    for (; k < open_.size(); ++k) {
      ListItem& last = lists_[open_[k].list].items.back();
      last.end = std::min(last.end, paragraph);
    }
  }
  void close(std::size_t k) { open_.resize(std::min(k, open_.size())); }

  // Questions 1 to 4, "Our response", and the answers as 5 to 8: a word processor counts on. They are numbered as what they answer.
  void part_answers() {
    std::vector<ItemList> all;
    std::vector<std::size_t> place(lists_.size());  // of each list among all
    std::map<std::size_t, ItemList> waiting;        // answers, by their first paragraph
    std::map<std::size_t, std::size_t> answers_at;  // of a list that was parted, by its place
    for (std::size_t i = 0; i <= lists_.size(); ++i) {
      const std::size_t here = i < lists_.size() ? lists_[i].items.front().first : kNone;
      while (!waiting.empty() && waiting.begin()->first < here) {
        answers_at[waiting.begin()->second.parent] = all.size();
        all.push_back(std::move(waiting.begin()->second));
        waiting.erase(waiting.begin());
      }
      if (i == lists_.size()) break;
      place[i] = all.size();
      if (std::optional<ItemList> answers = take_answers(lists_[i])) {
        answers->parent = i;
        waiting.emplace(answers->items.front().first, std::move(*answers));
      }
      all.push_back(std::move(lists_[i]));
    }
    for (const auto& [i, at] : answers_at) all[at].parent = all[place[i]].parent;
    for (ItemList& list : all) {
      if (list.parent == kNone) continue;
      const auto parted = answers_at.find(list.parent);
      const bool under = parted != answers_at.end() && all[parted->second].items.front().first <= list.items.front().first;
      list.parent = under ? parted->second : place[list.parent];
    }
    lists_ = std::move(all);
  }
  // The second half of a list, cut from it where that answers the first.
  std::optional<ItemList> take_answers(ItemList& list) const {
    const std::size_t half = list.items.size() / 2;
    if (list.items.size() != 2 * half || half < 2 || list.table) return std::nullopt;
    if (!answers_stand_in({list.items.begin() + static_cast<std::ptrdiff_t>(half), list.items.end()})) return std::nullopt;
    for (std::size_t k = 0; k + 1 < list.items.size(); ++k) {
      if (list.items[k].marker.style != MarkerStyle::kNumber) return std::nullopt;
      if (answers_begin_between(list.items[k].first + 1, list.items[k + 1].first) != (k + 1 == half)) return std::nullopt;
    }
    ItemList answers;
    const auto middle = list.items.begin() + static_cast<std::ptrdiff_t>(half);
    answers.items.assign(middle, list.items.end());
    list.items.erase(middle, list.items.end());
    list.items.back().end = std::min(list.items.back().end, answers.items.front().first);
    for (std::size_t k = 0; k < half; ++k) {
      const std::size_t text = answers.items[k].marker.text;
      answers.items[k].marker = list.items[k].marker;
      answers.items[k].marker.text = text;
    }
    return answers;
  }
  // They stand under the heading itself and state things, with no other answers behind them: else the request goes on there.
  bool answers_stand_in(std::span<const ListItem> items) const {
    const std::size_t first = items.front().first, last = items.back().first;
    if (!answers_begin_between(first - 1, first)) return false;
    if (answers_begin_between(last + 1, std::min(items.back().end + 1, layout_.paragraphs().size()))) return false;
    std::size_t stating = 0;
    for (const ListItem& item : items) {
      const Reads reads = reads_as(layout_.cue_text(layout_.asked_text({item.marker, item.first, item.first + 1})));
      if (reads == Reads::kAsks || reads == Reads::kWonders) return false;
      stating += reads == Reads::kStates ? 1 : 0;
    }
    return 2 * stating > items.size();
  }
  bool answers_begin_between(std::size_t first, std::size_t end) const {
    for (std::size_t i = first; i < end; ++i)
      if (layout_.printed(i).size() <= kHeadingLine && heading_kind(bare(layout_.cue_text(i))) == SectionKind::response) return true;
    return false;
  }

  // Within an item of another list when that goes on after it, or in its last item when its markers are of a deeper kind.
  void mark_inner() {
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      if (lists_[i].parent == kNone) continue;
      const std::vector<ListItem>& outer = lists_[lists_[i].parent].items;
      const ListItem& first = lists_[i].items.front();
      const bool goes_on = outer.back().first > first.first;
      const bool deeper = depth(first.marker.style) > depth(outer.front().marker.style) && first.first < outer.back().end;
      lists_[i].inner = outer.size() > 1 && (goes_on || deeper);
    }
  }

  static constexpr std::size_t kHeadingLetters = 28;  // bytes: a number with less behind it may be that of a heading
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  const QuestionLayout& layout_;
  std::vector<ItemList> lists_;
  std::vector<Open> open_;
};

}  // namespace

std::vector<ItemList> find_lists(const QuestionLayout& layout) { return ListFinder(layout).run(); }

}  // namespace foi::understand
