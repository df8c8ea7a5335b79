#include "indexer/understand/question_layout.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// How much of a paragraph tells whether it asks or answers, in bytes.
constexpr std::size_t kCueBytes = 200;
// A heading of a block of questions is one short line.
constexpr std::size_t kHeadingBytes = 90;
// Bytes of a cell in the head of a table.
constexpr std::size_t kHeadCellBytes = 40;
// How far above the first row of a table its head may stand, in paragraphs.
constexpr std::size_t kTableHeadParagraphs = 3;
// How much of two questions is compared to see that one repeats the other, in bytes.
constexpr std::size_t kRepeatBytes = 40;

constexpr std::string_view kAsks[] = {
    "the number of",   "the total",       "the amount",      "please provide", "please can",      "please could",     "please confirm",
    "please state",    "please supply",   "please list",     "please send",    "please give",     "please tell",      "please let",
    "please advise",   "please detail",   "please specify",  "please include", "please explain",  "please share",     "please disclose",
    "please indicate", "please describe", "please identify", "please break",   "please outline",  "please attach",    "please forward",
    "could you",       "can you",         "would you",       "can i",          "could i",         "i would like",     "i request",
    "i am requesting", "i want to know",  "i wish to",       "i should like",  "i am interested", "we would like",    "a copy of",
    "a list of",       "copies of",       "details of",      "a breakdown of", "a summary of",    "a description of", "number of",
    "numbers of",      "total number",    "total cost",      "total amount",   "total spend",     "how many",         "how much",
    "how often",       "how long",        "provide",         "list of",        "list all",        "confirm",          "state",
    "first,",          "second,",         "third,",          "firstly",        "secondly",        "thirdly",          "fourthly",
    "fifthly"};
// Things that are asked for by naming them; such words begin statements as well ("The report is attached").
constexpr std::string_view kNamed[] = {"the protocol",
                                       "the name",
                                       "the names",
                                       "the date",
                                       "the dates",
                                       "the cost",
                                       "the value",
                                       "the contract",
                                       "the report",
                                       "the policy",
                                       "names of",
                                       "name of",
                                       "average",
                                       "the average",
                                       "the percentage",
                                       "confirmation of",
                                       "information on",
                                       "information about",
                                       "minutes of",
                                       "all emails",
                                       "all e-mails",
                                       "any emails",
                                       "all correspondence",
                                       "any correspondence",
                                       "correspondence between"};
constexpr std::string_view kStates[] = {"is", "are", "was", "were", "has", "have", "can", "will"};
// The same, where a question mark stands in it as well: such words begin statements too.
constexpr std::string_view kWonders[] = {"how",   "what",   "do",  "does", "did", "is", "are", "which", "when",  "who",   "whose",
                                         "where", "why",    "has", "have", "any", "if", "for", "in",    "was",   "were",  "will",
                                         "would", "should", "had", "of",   "at",  "on", "by",  "with",  "since", "under", "during"};
constexpr std::string_view kGlossary[] = {"abbreviation", "abbreviations", "glossary", "acronym", "acronyms", "definitions", "key:"};
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

bool is_number(const Marker& m) { return m.style == MarkerStyle::kNumber || m.style == MarkerStyle::kQuestion; }
bool is_letter(const Marker& m) { return m.style == MarkerStyle::kLetter || m.style == MarkerStyle::kRoman; }
bool is_bullet(const Marker& m) { return m.style == MarkerStyle::kBullet; }

bool continues(const Marker& before, const Marker& next) {
  if (before.style == MarkerStyle::kBullet) return next.style == MarkerStyle::kBullet;
  if (next.style == MarkerStyle::kLetter && before.style == MarkerStyle::kRoman && before.label.size() == 1)
    return next.number == before.label[0] - 'a' + 2;
  if (next.style == MarkerStyle::kRoman && before.style == MarkerStyle::kLetter)
    return next.label.size() == 1 && next.label[0] - 'a' == before.number;
  if (next.number == before.last + 1) return true;
  return next.number == before.number && next.label != before.label && next.label.size() > 1;  // "1a" after "1", "1b" after "1a"
}

}  // namespace

bool begins_by_asking(std::string_view cue_text) { return !prefix_of(cue_text, kAsks).empty() || begins_by_naming(cue_text); }
bool begins_by_naming(std::string_view cue_text) { return !prefix_of(cue_text, kNamed).empty() && !has_any(cue_text, kStates); }
bool begins_by_wondering(std::string_view cue_text) { return !prefix_of(cue_text, kWonders).empty(); }

QuestionLayout::QuestionLayout(const Letter& letter, const std::vector<Section>& sections)
    : letter_(letter), sections_(sections), paragraphs_(find_paragraphs(letter)) {
  find_blocks();
  for (const Block& block : blocks_) find_lists(block);
}

std::string QuestionLayout::cue_text(Span span) const { return repaired_lower(utf8_prefix(letter_.view(span), kCueBytes)); }

std::optional<Marker> QuestionLayout::marker(std::size_t paragraph) const {
  return marker_of(letter_.view(letter_.lines[paragraphs_[paragraph].first_line]));
}

Span QuestionLayout::item_text(const ListItem& item) const {
  const Paragraph& p = paragraphs_[item.first];
  const std::size_t start = letter_.lines[p.first_line].start + item.marker.text;
  return {std::min(start, p.span.end), p.span.end};
}

Span QuestionLayout::asked_text(const ListItem& item) const {
  const Span text = item_text(item);
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

bool QuestionLayout::is_heading(Span span) const {
  const std::string_view line = letter_.view(first_line(span));
  if (line.size() < 8 || line.size() > kHeadingBytes || std::string_view(".?!,").find(line.back()) != std::string_view::npos) return false;
  std::size_t words = 0, capitals = 0;
  for (std::string_view word : foi::split(line, ' ')) {
    if (word.size() < 4) continue;
    ++words;
    capitals += word[0] >= 'A' && word[0] <= 'Z' ? 1 : 0;
  }
  return words >= 2 && capitals == words;
}

bool QuestionLayout::is_table_head(Line line) const {
  constexpr std::string_view asked[] = {"question", "questions", "request", "requested", "query", "sought", "asked", "enquiry"};
  constexpr std::string_view answered[] = {"answer", "answers", "reply", "response", "answered", "our answer"};
  if (line.end - line.start > 2 * kCueBytes) return false;
  bool has_asked = false, has_answered = false;
  for (const Span& cell : cells_of(letter_, line)) {
    const std::string text = cue_text(cell);
    if (text.size() > kHeadCellBytes) return false;
    const bool is_answer = has_any(text, answered);
    has_answered |= is_answer;
    has_asked |= !is_answer && has_any(text, asked);
  }
  return has_asked && has_answered;
}

bool QuestionLayout::is_glossary(std::size_t paragraph) const {
  const std::string text = cue_text(paragraph);
  return text.size() < kHeadingBytes && has_any(text, kGlossary);
}

std::size_t QuestionLayout::asking_items(const ItemList& list) const {
  return static_cast<std::size_t>(std::ranges::count_if(list.items, [&](const ListItem& item) {
    const std::string text = cue_text(asked_text(item));
    // "The cost of vans." in a list of the authority's own is a point it makes.
    const bool point = !list.asking && begins_by_naming(text) && text.ends_with('.');
    if (text.find('?') != std::string::npos || (begins_by_asking(text) && !point)) return true;
    if (!begins_by_wondering(text)) return false;
    // "what it cost to mend each; and": an item of an indirect question. "who supplies them - a framework": its answer typed after it.
    return text.ends_with(';') || text.ends_with("; and") || text.ends_with(" and") ||
           (is_bullet(item.marker) && text.find(" - ") != std::string::npos);
  }));
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
    if (block.asking) continue;
    for (std::size_t i = block.first; i < block.end; ++i) {
      const std::string_view line = letter_.view(letter_.lines[paragraphs_[i].first_line]);
      const std::string lower = repaired_lower(utf8_prefix(line, kCueBytes));
      std::size_t skip = line.find_first_not_of(" \t*_");
      if (skip == std::string_view::npos) skip = 0;
      const std::string_view path =
          prefix_of(std::string_view(lower).substr(std::min(lower.find_first_not_of(" \t*_"), lower.size())), kAnswerPaths);
      std::optional<Marker> found_marker;
      if (path.empty()) {
        found_marker = marker_of(line);
        if (found_marker && found_marker->style != MarkerStyle::kQuestion && found_marker->style != MarkerStyle::kAnswer)
          found_marker.reset();
      } else if (line.size() > skip + path.size()) {
        found_marker = marker_of(line.substr(skip + path.size()));
        if (found_marker && is_bullet(*found_marker)) found_marker.reset();
        if (found_marker) found_marker->text += skip + path.size();
      }
      if (found_marker) {
        if (!found.empty() && found.back().end > i) found.back().end = i;
        found.push_back({std::move(*found_marker), i, block.end});
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

void QuestionLayout::find_lists(const Block& block) {
  std::vector<std::pair<std::size_t, Marker>> marked;
  for (std::size_t i = block.first; i < block.end; ++i)
    if (auto m = marker(i); m && m->style != MarkerStyle::kAnswer) marked.emplace_back(i, std::move(*m));
  const bool numbers = std::ranges::any_of(marked, [](const auto& m) { return is_number(m.second) && m.second.number == 1; });
  const bool letters = std::ranges::count_if(marked, [](const auto& m) { return is_letter(m.second); }) > 1;
  const bool bullets = std::ranges::count_if(marked, [](const auto& m) { return is_bullet(m.second); }) > 1;
  if (numbers) collect(block, marked, is_number);
  const std::size_t outer = lists_.size();
  if (letters) collect(block, marked, is_letter);
  for (std::size_t i = outer; i < lists_.size(); ++i) lists_[i].inner = numbers;
  const std::size_t lettered = lists_.size();
  if (bullets) collect(block, marked, is_bullet);
  for (std::size_t i = lettered; i < lists_.size(); ++i) lists_[i].inner = numbers || letters;
}

template <class Kind>
void QuestionLayout::collect(const Block& block, const std::vector<std::pair<std::size_t, Marker>>& marked, Kind is_kind) {
  bool open = false;
  for (const auto& [paragraph, mark] : marked) {
    if (!is_kind(mark)) continue;
    if (is_bullet(mark) && block.asking && in_glossary(block, paragraph)) continue;
    const bool begins = mark.number == 1 && (mark.label.size() == 1 || mark.label == "1.1");
    // A bullet of another shape begins another list.
    const bool other_shape = open && is_bullet(mark) && printed(paragraph).front() != printed(lists_.back().items.front().first).front();
    if (other_shape) lists_.back().items.back().end = paragraph;
    open = open && !other_shape;
    if (open && continues(lists_.back().items.back().marker, mark)) {
      lists_.back().items.back().end = paragraph;
    } else if (begins || (is_bullet(mark) && !open)) {
      if (open) lists_.back().items.back().end = paragraph;
      const bool table = under_table_head(block, paragraph);
      lists_.push_back({block.asking || table, false, table, {}});
      open = true;
    } else {
      continue;
    }
    lists_.back().items.push_back({mark, paragraph, block.end});
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
  const std::string text = cue_text(paragraph);
  return text.size() < kHeadingBytes && text.find(" - ") != std::string::npos && text.find('?') == std::string::npos;
}

}  // namespace foi::understand
