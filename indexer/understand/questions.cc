#include "indexer/understand/questions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/paragraphs.h"
#include "indexer/understand/repair.h"

namespace foi::understand {

namespace {

// How much of a paragraph tells whether it asks or answers, in bytes.
constexpr std::size_t kCueBytes = 200;
// A heading of a block of questions is one short line.
constexpr std::size_t kHeadingBytes = 90;
// How much of two questions is compared to see that one repeats the other, in bytes.
constexpr std::size_t kRepeatBytes = 40;

// A paragraph under a question that still belongs to it.
constexpr std::string_view kAsksOn[] = {"please use",     "please could",
                                        "please can",     "please provide",
                                        "please include", "please state",
                                        "please confirm", "please specify",
                                        "please also",    "please break",
                                        "please list",    "please indicate",
                                        "please give",    "please note that i",
                                        "could you",      "can you",
                                        "if so",          "if yes",
                                        "if not",         "if no",
                                        "if possible",    "*link",
                                        "link to the",    "this should include",
                                        "for example",    "i would like",
                                        "i would also",   "i am requesting",
                                        "for clarity",    "for the avoidance"};
// A paragraph that begins a question where there are no numbers.
constexpr std::string_view kAsks[] = {"the number of",  "the total",    "the amount",    "please provide", "please can",  "please could",
                                      "please confirm", "please state", "please supply", "please list",    "please send", "could you",
                                      "can you",        "a copy of",    "a list of",     "copies of",      "details of",  "the protocol",
                                      "the name",       "the names",    "number of",     "total number",   "how many",    "how much"};
// The same, where a question mark stands in it as well: such words begin statements too.
constexpr std::string_view kWonders[] = {"how",   "what", "do you", "does", "did", "is", "are", "which", "when", "who",
                                         "where", "why",  "has",    "have", "any", "if", "for", "in",    "was",  "were"};
constexpr std::string_view kGlossary[] = {"abbreviation", "abbreviations", "glossary", "acronym", "acronyms", "definitions"};
constexpr std::string_view kAnswerLabels[] = {
    "answer:", "answer -", "answer", "response:", "our response:", "trust response:", "reply:", "a:", "a -"};
// What an answer typed on the end of a question's line begins with.
constexpr std::string_view kTypedAnswers[] = {"yes",
                                              "no",
                                              "none",
                                              "nil",
                                              "n/a",
                                              "not applicable",
                                              "not held",
                                              "see",
                                              "please see",
                                              "please find",
                                              "section",
                                              "exempt",
                                              "withheld",
                                              "commercially sensitive",
                                              "commercial in confidence",
                                              "data withheld",
                                              "the trust",
                                              "the council",
                                              "we",
                                              "this information"};

bool asks(SectionKind kind) { return kind == SectionKind::request; }
bool answers(SectionKind kind) {
  return kind == SectionKind::response || kind == SectionKind::exemption_reasons || kind == SectionKind::public_interest_test ||
         kind == SectionKind::quoted_thread || kind == SectionKind::review_decision;
}

struct Item {
  Marker marker;
  std::size_t first = 0, end = 0;  // paragraphs, half-open
};

// Items of one list, and the block of paragraphs it stands in.
struct List {
  bool asking = false;  // in a request
  std::vector<Item> items;
};

// Paragraphs in sections of one purpose, next to one another.
struct Block {
  bool asking = false;
  SectionKind kind = SectionKind::response;  // of its last section
  std::size_t first = 0, end = 0;            // paragraphs
};

class Finder {
 public:
  Finder(const Letter& letter, const std::vector<Section>& sections)
      : letter_(letter), sections_(sections), paragraphs_(find_paragraphs(letter)) {}

  std::vector<FoundQuestion> run() && {
    find_blocks();
    for (const Block& block : blocks_) find_lists(block);
    take_question_lists();
    if (questions_.empty()) take_unnumbered();
    drop_headings_taken_for_answers();
    find_answers_elsewhere();
    return std::move(questions_);
  }

 private:
  std::string_view printed(std::size_t paragraph) const { return letter_.view(paragraphs_[paragraph].span); }
  std::string cue_text(Span span) const { return repaired_lower(utf8_prefix(letter_.view(span), kCueBytes)); }
  std::string cue_text(std::size_t paragraph) const { return cue_text(paragraphs_[paragraph].span); }

  void find_blocks() {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      const SectionKind kind = section_at(sections_, paragraphs_[i].span.start);
      if (!asks(kind) && !answers(kind)) continue;
      const bool joins = !blocks_.empty() && blocks_.back().end == i && blocks_.back().asking == asks(kind) &&
                         (kind != SectionKind::review_decision || blocks_.back().kind == kind);
      if (!joins) blocks_.push_back({asks(kind), kind, i, i});
      blocks_.back().end = i + 1;
      blocks_.back().kind = kind;
    }
  }

  void find_lists(const Block& block) {
    std::vector<std::pair<std::size_t, Marker>> marked;
    for (std::size_t i = block.first; i < block.end; ++i)
      if (auto marker = marker_of(letter_.view(letter_.lines[paragraphs_[i].first_line]))) marked.emplace_back(i, std::move(*marker));
    const auto is_number = [](const auto& m) { return m.second.style == MarkerStyle::kNumber || m.second.style == MarkerStyle::kQuestion; };
    const auto is_letter = [](const auto& m) { return m.second.style == MarkerStyle::kLetter || m.second.style == MarkerStyle::kRoman; };
    const auto is_bullet = [](const auto& m) { return m.second.style == MarkerStyle::kBullet; };
    if (std::ranges::any_of(marked, [&](const auto& m) { return is_number(m) && m.second.number == 1; }))
      collect(block, marked, is_number);
    else if (std::ranges::count_if(marked, is_letter) > 1)
      collect(block, marked, is_letter);
    else if (block.asking && std::ranges::count_if(marked, is_bullet) > 1)
      collect(block, marked, is_bullet);
  }

  template <class Kind>
  void collect(const Block& block, const std::vector<std::pair<std::size_t, Marker>>& marked, Kind is_kind) {
    bool open = false;
    for (const auto& m : marked) {
      if (!is_kind(m)) continue;
      const bool bullet = m.second.style == MarkerStyle::kBullet;
      if (bullet && in_glossary(block, m.first)) continue;
      const bool begins = m.second.number == 1 && m.second.label.size() == 1;
      if (open && continues(lists_.back().items.back().marker, m.second)) {
        lists_.back().items.back().end = m.first;
      } else if (begins || (bullet && !open)) {
        if (open) lists_.back().items.back().end = m.first;
        lists_.push_back({block.asking, {}});
        open = true;
      } else {
        continue;
      }
      lists_.back().items.push_back({m.second, m.first, block.end});
    }
  }

  static bool continues(const Marker& before, const Marker& next) {
    if (before.style == MarkerStyle::kBullet) return next.style == MarkerStyle::kBullet;
    if (next.style == MarkerStyle::kLetter && before.style == MarkerStyle::kRoman && before.label.size() == 1)
      return next.number == before.label[0] - 'a' + 2;
    if (next.style == MarkerStyle::kRoman && before.style == MarkerStyle::kLetter)
      return next.label.size() == 1 && next.label[0] - 'a' == before.number;
    if (next.number == before.last + 1) return true;
    return next.number == before.number && next.label != before.label && next.label.size() > 1;  // "1a" after "1", "1b" after "1a"
  }

  // Bullets after "Clarity on the abbreviations below" explain words.
  bool in_glossary(const Block& block, std::size_t paragraph) const {
    const std::size_t from = std::max(block.first, paragraph < 4 ? 0 : paragraph - 4);
    for (std::size_t i = from; i < paragraph; ++i)
      if (is_glossary(i)) return true;
    const std::string text = cue_text(paragraph);
    return text.size() < kHeadingBytes && text.find(" - ") != std::string::npos && text.find('?') == std::string::npos;
  }
  bool is_glossary(std::size_t paragraph) const {
    const std::string text = cue_text(paragraph);
    return text.size() < kHeadingBytes && has_any(text, kGlossary);
  }

  void take_question_lists() {
    const bool asked = std::ranges::any_of(lists_, &List::asking);
    const List* first = nullptr;
    for (List& list : lists_) {
      if (asked != list.asking || (!asked && !is_questionnaire(list))) continue;
      if (first != nullptr && (!asked || repeats(list.items.front(), first->items.front()))) continue;
      if (first == nullptr) first = &list;
      for (const Item& item : list.items) take_item(item);
      list.asking = true;
      taken_.push_back(&list);
    }
  }

  // A list in an answer, where no request is quoted, asks when its items read so and have answers under them.
  bool is_questionnaire(const List& list) const {
    const auto asking = std::ranges::count_if(list.items, [&](const Item& i) {
      const std::string text = cue_text(item_text(i));
      return text.find('?') != std::string::npos || !prefix_of(text, kAsks).empty();
    });
    return list.items.size() > 1 && 2 * static_cast<std::size_t>(asking) >= list.items.size();
  }

  bool repeats(const Item& item, const Item& other) const {
    const std::string a = cue_text(item_text(item)), b = cue_text(item_text(other));
    return a.size() >= kRepeatBytes / 2 && a.substr(0, kRepeatBytes) == b.substr(0, kRepeatBytes);
  }

  // The item's first paragraph without its number.
  Span item_text(const Item& item) const {
    const Paragraph& p = paragraphs_[item.first];
    const std::size_t start = letter_.lines[p.first_line].start + item.marker.text;
    return {std::min(start, p.span.end), p.span.end};
  }

  void take_item(const Item& item) {
    if (questions_.size() >= kMaxQuestions) return;
    FoundQuestion q;
    q.number = item.marker.label.empty() ? std::to_string(questions_.size() + 1) : item.marker.label;
    q.text = item_text(item);
    split(q, item.first + 1, item.end);
    questions_.push_back(std::move(q));
  }

  // q.text is the first paragraph; what follows in paragraphs [next, end) goes on asking until it answers.
  void split(FoundQuestion& q, std::size_t next, std::size_t end) {
    if (const auto typed = typed_answer(q.text)) {
      q.answer = {*typed, end > next ? paragraphs_[end - 1].span.end : q.text.end};
      q.text.end = *typed;
      trim_text(q.text);
      for (std::string_view dash : {"-", "\u2013", "="})
        if (letter_.view(q.text).ends_with(dash)) q.text.end -= dash.size();
      trim_text(q.text);
      return;
    }
    bool open_list = letter_.view(q.text).ends_with(':') || letter_.view(q.text).ends_with(';');
    bool marked = false;  // the open list has marks, so a line without one ends it
    for (; next < end && asks_on(next, open_list); ++next) {
      const bool mark = is_marked(next);
      open_list = printed(next).ends_with(':') || (open_list && (mark || !marked) && is_list_line(next));
      marked = marked || mark;
      if (marked && next + 1 < end && !is_marked(next + 1)) open_list = false;
      q.text.end = paragraphs_[next].span.end;
    }
    while (end > next && is_glossary(end - 1)) --end;
    for (std::size_t i = next; i < end; ++i)
      if (is_glossary(i)) end = i;
    if (next < end) q.answer = {paragraphs_[next].span.start, paragraphs_[end - 1].span.end};
    trim_text(q.text);
  }

  bool is_marked(std::size_t paragraph) const {
    return marker_of(letter_.view(letter_.lines[paragraphs_[paragraph].first_line])).has_value();
  }
  bool is_list_line(std::size_t paragraph) const { return is_marked(paragraph) || printed(paragraph).size() < kHeadingBytes; }

  bool asks_on(std::size_t paragraph, bool open_list) const {
    const std::string text = cue_text(paragraph);
    if (!prefix_of(text, kAnswerLabels).empty() || text.starts_with("please see") || text.starts_with("please find") ||
        text.starts_with("please refer"))
      return false;
    const auto marker = marker_of(letter_.view(letter_.lines[paragraphs_[paragraph].first_line]));
    if (marker && marker->style != MarkerStyle::kBullet) return true;  // a), b) under 1.
    if (open_list && (is_list_line(paragraph) || (text.front() >= '0' && text.front() <= '9'))) return true;
    return !prefix_of(text, kAsksOn).empty() || printed(paragraph).ends_with('?');
  }

  // Where an answer begins that is typed on the end of the question's own paragraph: after its last "?", or after a dash.
  std::optional<std::size_t> typed_answer(Span text) const {
    const std::string_view view = letter_.view(text);
    const std::size_t mark = view.rfind('?');
    if (mark != std::string_view::npos) {
      const std::size_t start = view.find_first_not_of(" \t\n\r", mark + 1);
      if (start == std::string_view::npos || view[start] == '(' || view[start] == '"') return std::nullopt;
      if (view[start] >= 'a' && view[start] <= 'z') return std::nullopt;  // "… process? e.g. an address": still the question
      const std::string rest = cue_text(Span{text.start + start, text.end});
      if (!prefix_of(rest, kAsksOn).empty() || !prefix_of(rest, kAsks).empty()) return std::nullopt;
      return text.start + start;
    }
    return typed_after_dash(text);
  }

  std::optional<std::size_t> typed_after_dash(Span text) const {
    const std::string_view view = letter_.view(text);
    for (std::string_view dash : {" - ", " \u2013 ", " = "}) {
      const std::size_t at = view.find(dash);
      if (at == std::string_view::npos) continue;
      const std::size_t start = text.start + at + dash.size();
      if (!prefix_of(cue_text(Span{start, text.end}), kTypedAnswers).empty()) return start;
    }
    return std::nullopt;
  }

  void trim_text(Span& span) const {
    while (!span.empty() && std::string_view(" \t\r\n\f").find(letter_.text[span.end - 1]) != std::string_view::npos) --span.end;
  }

  // "Access to production systems" between question 3 and 4 is the heading of 4, not the answer to 3, when no other question has an answer.
  void drop_headings_taken_for_answers() {
    std::size_t answered = 0, headings = 0;
    for (const FoundQuestion& q : questions_) {
      answered += q.answer.empty() ? 0 : 1;
      headings += is_heading(q.answer) ? 1 : 0;
    }
    if (headings == 0 || headings * 2 < answered) return;
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      if (!is_heading(questions_[i].answer)) continue;
      if (i + 1 < questions_.size()) questions_[i + 1].heading = first_line(questions_[i].answer);
      questions_[i].answer = {};
    }
    give_headings();
  }

  Span first_line(Span span) const {
    const std::size_t end = letter_.view(span).find('\n');
    return {span.start, end == std::string_view::npos ? span.end : span.start + end};
  }

  // A short line without a full stop, most of its words with capitals; perhaps followed by what introduces the questions under it.
  bool is_heading(Span span) const {
    const std::string_view line = letter_.view(first_line(span));
    if (line.size() < 8 || line.size() > kHeadingBytes || std::string_view(".?!,").find(line.back()) != std::string_view::npos)
      return false;
    std::size_t words = 0, capitals = 0;
    for (std::string_view word : foi::split(line, ' ')) {
      if (word.size() < 4) continue;
      ++words;
      capitals += word[0] >= 'A' && word[0] <= 'Z' ? 1 : 0;
    }
    return words >= 2 && capitals == words;
  }

  // A heading holds for the questions after it, up to the next; the first block's stands above the first question.
  void give_headings() {
    const std::size_t above = paragraph_before(questions_.front().text.start);
    for (std::size_t i = above + 1; i-- > 0 && above - i < 3 && questions_.front().heading.empty();) {
      if (asks(section_at(sections_, paragraphs_[i].span.start)) && is_heading(paragraphs_[i].span))
        questions_.front().heading = first_line(paragraphs_[i].span);
    }
    for (std::size_t i = 1; i < questions_.size(); ++i)
      if (questions_[i].heading.empty()) questions_[i].heading = questions_[i - 1].heading;
  }

  std::size_t paragraph_before(std::size_t offset) const {
    const auto after = std::ranges::lower_bound(paragraphs_, offset, {}, [](const Paragraph& p) { return p.span.end; });
    const auto index = static_cast<std::size_t>(after - paragraphs_.begin());
    return index == 0 ? 0 : index - 1;
  }

  void take_unnumbered() {
    for (const Block& block : blocks_)
      if (block.asking) take_unnumbered(block);
  }

  void take_unnumbered(const Block& block) {
    std::size_t first = block.first;
    if (first + 1 < block.end && introduces(first)) ++first;
    if (first < block.end && first + 1 < block.end && introduces(first)) ++first;
    std::vector<std::size_t> starts;
    bool asking = false;  // the last question has no answer yet
    for (std::size_t i = first; i < block.end; ++i) {
      const bool goes_on = asking && asks_on(i, printed(i - 1).ends_with(':'));
      if (begins_question(i) && !(goes_on && !prefix_of(cue_text(i), kAsksOn).empty())) {
        starts.push_back(i);
        asking = true;
      } else if (!goes_on) {
        asking = false;
      }
    }
    if (starts.empty() && first < block.end && questions_.empty()) starts.push_back(first);
    for (std::size_t i = 0; i < starts.size() && questions_.size() < kMaxQuestions; ++i) {
      FoundQuestion q;
      q.number = std::to_string(questions_.size() + 1);
      q.text = paragraphs_[starts[i]].span;
      split(q, starts[i] + 1, i + 1 < starts.size() ? starts[i + 1] : block.end);
      questions_.push_back(std::move(q));
    }
  }

  bool introduces(std::size_t paragraph) const {
    const std::string_view text = printed(paragraph);
    return text.ends_with(':') || text.ends_with(";") || text.ends_with(":-") || (text.size() < kHeadingBytes && !text.ends_with('?'));
  }

  bool begins_question(std::size_t paragraph) const {
    const std::string text = cue_text(paragraph);
    if (printed(paragraph).ends_with('?') || !prefix_of(text, kAsks).empty()) return true;
    return !prefix_of(text, kWonders).empty() && text.find('?') != std::string::npos;
  }

  // When no question has an answer of its own, or only the last: what stands under that one may be the one answer for all, or more of the
  // request.
  void find_answers_elsewhere() {
    const auto has_answer = [](const FoundQuestion& q) { return !q.answer.empty(); };
    if (questions_.empty()) return;
    if (std::any_of(questions_.begin(), std::prev(questions_.end()), has_answer)) return answer_last();
    const Span last = std::exchange(questions_.back().answer, Span{});
    pair_answer_lists();
    if (std::ranges::any_of(questions_, has_answer)) return;
    if (last.empty() || has_headed_answer()) return share_answer();
    if (questions_.size() == 1)
      questions_.front().answer = last;
    else
      share(last);
  }

  // The last question's answer may begin like an answer to all ("I can confirm …") and so stand in a section of its own.
  void answer_last() {
    FoundQuestion& last = questions_.back();
    if (!last.answer.empty()) return;
    for (const Block& block : blocks_) {
      const bool next = !block.asking && block.first > 0 && paragraphs_[block.first - 1].span.end == last.text.end;
      if (next) last.answer = {paragraphs_[block.first].span.start, paragraphs_[block.end - 1].span.end};
    }
  }

  // "Response" on a line of its own after the questions, or what a review decided.
  bool has_headed_answer() const {
    constexpr std::string_view headings[] = {"response", "our response", "trust response", "the trust's response",
                                             "answer",   "answers",      "reply",          "our reply"};
    return std::ranges::any_of(blocks_, [&](const Block& b) {
      if (b.asking || paragraphs_[b.first].span.start < questions_.back().text.start) return false;
      return b.kind == SectionKind::review_decision ||
             is_one_of(repaired_lower(letter_.view(first_line(paragraphs_[b.first].span))), headings);
    });
  }

  void share(Span answer) {
    for (FoundQuestion& q : questions_) {
      q.answer = answer;
      q.answer_shared = true;
    }
  }

  // A list after the questions, with their numbers.
  void pair_answer_lists() {
    for (const List& list : lists_) {
      if (std::ranges::find(taken_, &list) != taken_.end() || list.items.size() > questions_.size() + 1) continue;
      if (paragraphs_[list.items.front().first].span.start < questions_.front().text.start) continue;
      for (const Item& item : list.items) pair(item);
    }
  }

  void pair(const Item& item) {
    for (FoundQuestion& q : questions_) {
      if (!q.answer.empty() || !names(item.marker, q.number)) continue;
      FoundQuestion answer;
      answer.text = item_text(item);
      const bool repeated = cue_text(answer.text).substr(0, kRepeatBytes) == cue_text(q.text).substr(0, kRepeatBytes);
      if (repeated) split(answer, item.first + 1, item.end);
      q.answer = repeated ? answer.answer : Span{answer.text.start, paragraphs_[item.end - 1].span.end};
    }
  }

  static bool names(const Marker& marker, const std::string& number) {
    if (marker.last == marker.number) return marker.label == number;
    int n = 0;
    for (char c : number) {
      if (c < '0' || c > '9') break;
      n = n * 10 + (c - '0');
    }
    return n >= marker.number && n <= marker.last;
  }

  // One answer for all: what a review decided, else the first answer after the questions.
  void share_answer() {
    const Block* shared = nullptr;
    for (const Block& block : blocks_) {
      if (block.asking || paragraphs_[block.first].span.start < questions_.back().text.start) continue;
      if (shared == nullptr || block.kind == SectionKind::review_decision) shared = &block;
    }
    if (shared == nullptr) return;
    std::size_t first = shared->first;
    if (first + 1 < shared->end && printed(first).size() < kHeadingBytes && !printed(first).ends_with('.')) ++first;  // its heading
    share({paragraphs_[first].span.start, paragraphs_[shared->end - 1].span.end});
  }

  const Letter& letter_;
  const std::vector<Section>& sections_;
  std::vector<Paragraph> paragraphs_;
  std::vector<Block> blocks_;
  std::vector<List> lists_;
  std::vector<const List*> taken_;
  std::vector<FoundQuestion> questions_;
};

}  // namespace

std::vector<FoundQuestion> find_questions(const Letter& letter, const std::vector<Section>& sections) {
  return Finder(letter, sections).run();
}

std::size_t question_answered_at(const std::vector<FoundQuestion>& questions, std::size_t offset) {
  for (std::size_t i = 0; i < questions.size(); ++i)
    if (!questions[i].answer_shared && questions[i].answer.contains(offset)) return i;
  return kNoQuestion;
}

}  // namespace foi::understand
