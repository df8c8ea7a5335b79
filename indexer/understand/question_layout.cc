#include "indexer/understand/question_layout.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/model/text.h"
#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/section_openers.h"
#include "indexer/understand/table_heads.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// How much of a paragraph tells whether it asks or answers, in bytes.
constexpr std::size_t kCueBytes = 200;
// A heading of a block of questions is one short line.
constexpr std::size_t kLineBytes = 90;
// How far above the first row of a table its head may stand, in paragraphs.
constexpr std::size_t kTableHeadParagraphs = 3;
// No page is printed in narrower lines, in bytes; shorter ones are those of a short letter.
constexpr std::size_t kNarrowest = 54;
// How much of two questions is compared to see that one repeats the other, in bytes.
constexpr std::size_t kRepeatBytes = 40;

constexpr CueTable kGlossary = {"abbreviation", "abbreviations", "glossary", "acronym", "acronyms", "definitions", "key:"};
// What may stand before "question 3" where it is answered.
constexpr std::string_view kAnswerPaths[] = {"as to",
                                             "as for",
                                             "as regards",
                                             "with regard to",
                                             "with regards to",
                                             "regarding",
                                             "in relation to",
                                             "in respect of",
                                             "in answer to",
                                             "in response to",
                                             "in reply to",
                                             "turning to",
                                             "answer to",
                                             "our answer to",
                                             "response to",
                                             "our response to",
                                             "answers to",
                                             "concerning",
                                             "for",
                                             "on",
                                             "with respect to"};

bool asks(SectionKind kind) { return kind == SectionKind::request; }
bool answers(SectionKind kind) {
  return kind == SectionKind::response || kind == SectionKind::exemption_reasons || kind == SectionKind::public_interest_test ||
         kind == SectionKind::quoted_thread || kind == SectionKind::review_decision;
}

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
  ListFinder(const QuestionLayout& layout, std::vector<ItemList>& lists) : layout_(layout), lists_(lists) {}

  void run() {
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
    mark_inner();
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
  std::vector<ItemList>& lists_;
  std::vector<Open> open_;
};

// The question that a paragraph's first line says it answers: "Q2", "As to 3".
std::optional<Marker> pointer_of(std::string_view line) {
  const std::string lower = repaired_lower(utf8_prefix(line, kCueBytes));
  const std::size_t skip = std::min(line.find_first_not_of(" \t*_"), line.size());
  const std::string_view path =
      prefix_of(std::string_view(lower).substr(std::min(lower.find_first_not_of(" \t*_"), lower.size())), kAnswerPaths);
  if (path.empty()) {
    auto marker = marker_of(line);
    const bool points = marker && (marker->style == MarkerStyle::kQuestion || marker->style == MarkerStyle::kAnswer);
    return points ? marker : std::nullopt;
  }
  if (line.size() <= skip + path.size()) return std::nullopt;
  auto marker = marker_of(line.substr(skip + path.size()));
  if (!marker || is_bullet(*marker)) return std::nullopt;
  marker->text += skip + path.size();
  return marker;
}

}  // namespace

QuestionLayout::QuestionLayout(const Letter& letter, const std::vector<Section>& sections)
    : letter_(letter), sections_(sections), paragraphs_(find_paragraphs(letter)) {
  part_paragraphs();
  cues_.reserve(paragraphs_.size());
  for (const Paragraph& p : paragraphs_) cues_.push_back(cue_text(p.span));
  for (const Section& s : sections_)
    if (s.kind == SectionKind::mail_headers) oldest_message_ = s.start;
  find_blocks();
  ListFinder(*this, lists_).run();
  list_at_.resize(paragraphs_.size());
  for (std::size_t i = 0; i < lists_.size(); ++i) list_at_[lists_[i].items.front().first] = i + 1;
}

const ItemList* QuestionLayout::list_at(std::size_t paragraph) const {
  return paragraph < list_at_.size() && list_at_[paragraph] > 0 ? &lists_[list_at_[paragraph] - 1] : nullptr;
}

// A line that stands by itself though no blank line says so: "Your request" over the request, "Dear Ms Hope" among the lines of the
// letterhead, a question far shorter than the lines are wide over its answer.
bool QuestionLayout::stands_alone(const Paragraph& p, std::size_t line, std::size_t full) const {
  const Span text = trimmed(letter_, letter_.lines[line]);
  if (text.empty() || text.end - text.start > kLineBytes) return false;
  const std::string lower = repaired_lower(letter_.view(text));
  if (lower.starts_with("dear ")) return true;
  if (line != p.first_line) return false;
  if (heading_kind(lower)) return true;
  const Span next = trimmed(letter_, letter_.lines[line + 1]);
  const bool wrapped = next.empty() || is_lower(letter_.text[next.start]) ||
                       found_no_room(letter_.lines[line], text.end - text.start, letter_.view(next), full);
  return letter_.markers[line] && letter_.markers[line]->style != MarkerStyle::kBullet && !wrapped;
}

// "How many vans are owned;" over a line that begins with a capital: both are items of one sentence. Of quoted lines a full stop does the
// same where the next word would have found room.
bool QuestionLayout::ends_item(std::size_t line, std::size_t full) const {
  const std::string_view text = letter_.view(trimmed(letter_, letter_.lines[line]));
  if (text.ends_with("; and") || text.ends_with("; or")) return true;
  std::string_view next = letter_.view(trimmed(letter_, letter_.lines[line + 1]));
  const bool quoted = text.starts_with("> ") && next.starts_with("> ");
  if (quoted) next.remove_prefix(std::min(next.find_first_not_of("> "), next.size()));
  // "> how many are hired": put line by line.
  if (quoted && puts_question(to_lower_ascii(utf8_prefix(next, kLineBytes))) &&
      !found_no_room(letter_.lines[line], text.size(), next, full))
    return true;
  if (next.empty() || !is_upper(next.front())) return false;
  if (text.ends_with(';')) return true;
  return quoted && (text.ends_with('.') || text.ends_with('?')) && !found_no_room(letter_.lines[line], text.size(), next, full);
}

// Of a request, lines under "you asked for:" none of which runs on into the next, or several that all begin with a capital: a thing on
// each.
bool QuestionLayout::names_line_by_line(const Paragraph& above, const Paragraph& p, std::size_t full) const {
  constexpr std::size_t several = 3;
  if (section_at(sections_, p.span.start) != SectionKind::request || !letter_.view(above.span).ends_with(':')) return false;
  bool runs_on = false;
  for (std::size_t i = p.first_line; i + 1 < p.end_line; ++i) {
    const Span text = trimmed(letter_, letter_.lines[i]), next = trimmed(letter_, letter_.lines[i + 1]);
    if (text.empty() || next.empty() || !is_upper(letter_.text[next.start]) || cells_of(letter_, letter_.lines[i]).size() != 1)
      return false;
    const std::string_view line = letter_.view(text);
    const bool sentence = (line.ends_with('.') || line.ends_with(',')) && line.find('?') == std::string_view::npos;
    if (sentence && !line.starts_with('>')) return false;
    runs_on = runs_on || found_no_room(letter_.lines[i], text.end - text.start, letter_.view(next), full);
  }
  return !runs_on || p.end_line - p.first_line >= several;
}

// A line was broken because the next word would have run over its end.
bool QuestionLayout::found_no_room(Line line, std::size_t size, std::string_view next, std::size_t full) const {
  const std::size_t word = std::min(next.find(' '), next.size()) + 1;
  return trimmed(letter_, line).start - line.start + size + word >= std::max(full + full / 6, kNarrowest);
}

void QuestionLayout::part_paragraphs() {
  const std::size_t full = full_line(letter_);
  std::vector<Paragraph> parted;
  const auto add = [&](std::size_t first, std::size_t end) {
    while (first < end && trimmed(letter_, letter_.lines[first]).empty()) ++first;
    while (end > first && trimmed(letter_, letter_.lines[end - 1]).empty()) --end;
    if (first == end) return;
    parted.push_back({first, end, {trimmed(letter_, letter_.lines[first]).start, trimmed(letter_, letter_.lines[end - 1]).end}});
  };
  for (const Paragraph& p : paragraphs_) {
    std::size_t from = p.first_line;
    const bool items = !parted.empty() && names_line_by_line(parted.back(), p, full);
    for (std::size_t i = p.first_line; i + 1 < p.end_line; ++i) {
      if (items || ends_item(i, full)) {
        add(from, i + 1);
        from = i + 1;
        continue;
      }
      if (!stands_alone(p, i, full)) continue;
      add(from, i);
      add(i, i + 1);
      from = i + 1;
    }
    add(from, p.end_line);
  }
  paragraphs_ = std::move(parted);
}

std::size_t QuestionLayout::indent(std::size_t paragraph) const {
  return paragraphs_[paragraph].span.start - letter_.lines[paragraphs_[paragraph].first_line].start;
}

bool QuestionLayout::tells_or_answers(std::size_t paragraph) const {
  const SectionKind in = kind(paragraph);
  return in == SectionKind::response || in == SectionKind::request || in == SectionKind::exemption_reasons ||
         in == SectionKind::review_decision;
}

std::string QuestionLayout::cue_text(Span span) const { return repaired_lower(utf8_prefix(letter_.view(span), kCueBytes)); }

std::optional<Marker> QuestionLayout::marker(std::size_t paragraph) const { return letter_.markers[paragraphs_[paragraph].first_line]; }

Span QuestionLayout::item_text(const ListItem& item) const {
  const Paragraph& p = paragraphs_[item.first];
  const std::size_t start = letter_.lines[p.first_line].start + item.marker.text;
  return {std::min(start, p.span.end), p.span.end};
}

std::optional<std::size_t> QuestionLayout::cell_beside(const ListItem& item) const {
  const Span line = first_line(item_text(item));
  const std::string_view text = letter_.view(line);
  const std::size_t gap = std::min(text.find("  "), text.find('\t'));
  const std::size_t beside = gap == std::string_view::npos ? gap : text.find_first_not_of(" \t", gap);
  return beside == std::string_view::npos ? std::nullopt : std::optional(line.start + beside);
}

Span QuestionLayout::asked_text(const ListItem& item, bool row) const {
  const Span text = item_text(item);
  if (const auto beside = row ? cell_beside(item) : std::nullopt) return {text.start, *beside};
  return text.empty() && item.first + 1 < item.end ? paragraphs_[item.first + 1].span : text;
}

Span QuestionLayout::first_line(Span span) const {
  const std::size_t end = letter_.view(span).find('\n');
  return {span.start, end == std::string_view::npos ? span.end : span.start + end};
}

std::size_t QuestionLayout::paragraph_before(std::size_t offset) const {
  const auto after = std::ranges::lower_bound(paragraphs_, offset, {}, [](const Paragraph& p) { return p.span.end; });
  const auto index = static_cast<std::size_t>(after - paragraphs_.begin());
  return index == 0 ? 0 : index - 1;
}

std::size_t QuestionLayout::paragraph_at(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(paragraphs_, offset, {}, [](const Paragraph& p) { return p.span.start; });
  return after == paragraphs_.begin() ? 0 : static_cast<std::size_t>(after - paragraphs_.begin()) - 1;
}

bool QuestionLayout::is_heading(Span span) const {
  const std::string_view line = letter_.view(first_line(span));
  if (line.size() < 8 || line.size() > kLineBytes || std::string_view(".?!,").find(line.back()) != std::string_view::npos) return false;
  std::size_t words = 0, capitals = 0;
  for (std::string_view word : foi::split(line, ' ')) {
    if (word.size() < 4) continue;
    ++words;
    capitals += word[0] >= 'A' && word[0] <= 'Z' ? 1 : 0;
  }
  return words >= 2 && capitals == words;
}

bool QuestionLayout::is_table_head(Line line) const {
  if (line.end - line.start > 2 * kCueBytes) return false;
  const std::span<const Span> columns = cells_of(letter_, line);
  if (columns.size() < 2) return false;
  std::vector<std::string> cells;
  for (const Span& cell : columns) cells.push_back(cue_text(cell));
  return head_of(cells) || heads_review(cells);
}

bool QuestionLayout::is_glossary(std::size_t paragraph) const {
  const std::string& text = cue_text(paragraph);
  return text.size() < kLineBytes && has_any(text, kGlossary);
}

bool QuestionLayout::in_oldest_message(std::size_t paragraph) const { return paragraphs_[paragraph].span.start >= oldest_message_; }

bool QuestionLayout::heads_section(std::size_t paragraph) const {
  const std::string_view text = printed(paragraph);
  if (text.size() > kLineBytes) return false;
  const std::string lower = repaired_lower(text);
  return heading_kind(lower).has_value() || (heading_kind(bare(lower)).has_value());
}

bool QuestionLayout::repeats(const ListItem& item, const ListItem& other) const {
  // "Question A" twice: once asked, once answered.
  if (item.marker.style == MarkerStyle::kQuestion && other.marker.style == MarkerStyle::kQuestion &&
      item.marker.label == other.marker.label)
    return true;
  const std::string a = cue_text(item_text(item)), b = cue_text(item_text(other));
  return a.size() >= kRepeatBytes / 2 && a.substr(0, kRepeatBytes) == b.substr(0, kRepeatBytes);
}

std::vector<ListItem> QuestionLayout::pointers() const {
  std::vector<ListItem> found;
  for (const Block& block : blocks_) {
    for (std::size_t i = block.first; i < block.end; ++i) {
      const std::string_view line = letter_.view(letter_.lines[paragraphs_[i].first_line]);
      std::optional<Marker> pointer = pointer_of(line);
      if (pointer) {
        if (!found.empty() && found.back().end > i) found.back().end = i;
        found.push_back({std::move(*pointer), i, block.end});
      } else if (!found.empty() && found.back().end > i && kind(i) != kind(found.back().first)) {
        found.back().end = i;
      }
    }
  }
  return found;
}

void QuestionLayout::find_blocks() {
  for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
    const SectionKind of = kind(i);
    if (!asks(of) && !answers(of)) continue;
    const bool joins = !blocks_.empty() && blocks_.back().end == i && blocks_.back().asking == asks(of) &&
                       (of != SectionKind::review_decision || blocks_.back().kind == of);
    if (!joins) blocks_.push_back({asks(of), of, i, i});
    blocks_.back().end = i + 1;
    blocks_.back().kind = of;
  }
}

// "Question     Answer" over the rows of a table, not far above.
bool QuestionLayout::under_table_head(const Block& block, std::size_t paragraph) const {
  for (std::size_t i = paragraph < kTableHeadParagraphs ? 0 : paragraph - kTableHeadParagraphs; i < paragraph; ++i) {
    if (i < block.first) continue;
    const Line line = letter_.lines[paragraphs_[i].first_line];
    if (line.end - line.start > 2 * kCueBytes) continue;
    if (is_table_head(line)) return true;
  }
  return false;
}

// Bullets after "Clarity on the abbreviations below" explain words.
bool QuestionLayout::in_glossary(const Block& block, std::size_t paragraph) const {
  const std::size_t from = std::max(block.first, paragraph < 4 ? 0 : paragraph - 4);
  for (std::size_t i = from; i < paragraph; ++i)
    if (is_glossary(i)) return true;
  const std::string text = cue_text(item_text({*marker(paragraph), paragraph, paragraph + 1}));
  return text.size() < kLineBytes && text.find(" - ") != std::string::npos && text.find('?') == std::string::npos;
}

}  // namespace foi::understand
