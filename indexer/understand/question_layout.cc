#include "indexer/understand/question_layout.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/model/text.h"
#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/list_finder.h"
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
  if (!marker || marker->style == MarkerStyle::kBullet) return std::nullopt;
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
  lists_ = find_lists(*this);
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
  if (line == p.first_line && is_answered_below(p, full)) return true;
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

// "1. Please provide a list of the notices served." over "The list is attached.": what asks has ended with its line, or the next is what
// only the authority would write. In letters of full lines what is stated there may as well be of the request, but for a bare answer.
bool QuestionLayout::is_answered_below(const Paragraph& p, std::size_t full) const {
  static constexpr CueTable answers = {"refused", "withheld", "exempt",   "redacted",   "none",        "nil",         "not held",
                                       "see",     "attached", "enclosed", "please see", "please find", "please refer"};
  const std::optional<Marker>& marker = letter_.markers[p.first_line];
  if (!marker || marker->style == MarkerStyle::kBullet || p.end_line < p.first_line + 2) return false;
  const Span line = trimmed(letter_, letter_.lines[p.first_line]);
  const Span below{trimmed(letter_, letter_.lines[p.first_line + 1]).start, p.span.end};
  if (line.end - line.start > kCueBytes || below.empty() || is_lower(letter_.text[below.start])) return false;
  if (letter_.view(below).find('?') != std::string_view::npos) return false;
  const std::string asked = cue_text({std::min(letter_.lines[p.first_line].start + marker->text, line.end), line.end});
  if (asked.empty() || reads_as(asked) == Reads::kStates) return false;
  const std::string said = cue_text(below);
  const bool narrow = full + full / 6 < kNarrowest;
  if (narrow && is_answering(said)) return true;
  if (!asked.ends_with('.') || asks_on(said)) return false;
  return !prefix_of(said, answers).empty() || (narrow && reads_as(said) == Reads::kStates);
}

// "In response to question 3, …" on a line after the end of a sentence.
bool QuestionLayout::begins_pointer(std::size_t line) const {
  const std::string_view above = letter_.view(trimmed(letter_, letter_.lines[line - 1]));
  return above.ends_with('.') && pointer_of(letter_.view(letter_.lines[line])).has_value();
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
      if (items || ends_item(i, full) || begins_pointer(i + 1)) {
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
