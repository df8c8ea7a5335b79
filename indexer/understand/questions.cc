#include "indexer/understand/questions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/question_layout.h"
#include "indexer/understand/question_table.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/told_request.h"

namespace foi::understand {

namespace {

// A heading of a block of questions, or of an answer, is one short line.
constexpr std::size_t kHeadingBytes = 90;
// How much of two questions is compared to see that one repeats the other, in bytes.
constexpr std::size_t kRepeatBytes = 40;

// Of paragraphs that are no questions, on average; of a thing named as a question; of a row of a table; in bytes.
constexpr std::size_t kProseBytes = 160, kNamedBytes = 25, kRowBytes = 4'000;
constexpr std::string_view kStates[] = {"is", "are", "was", "were", "has", "have", "can", "will", "would"};
constexpr std::string_view kOfRequester[] = {"clarify",  "clarification", "narrow", "refine", "please could you let us know",
                                             "we could", "you could"};
// An item of a list without numbers, in bytes.
constexpr std::size_t kBareItemBytes = 250;
constexpr std::size_t kAbbreviationBytes = 8;  // of a word that a glossary explains
// A run of quoted lines that is one question: its bytes and paragraphs.
constexpr std::size_t kQuotedRunBytes = 900, kQuotedRunParagraphs = 3;

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

class Finder {
 public:
  Finder(const Letter& letter, const std::vector<Section>& sections)
      : letter_(letter), layout_(letter, sections), paragraphs_(layout_.paragraphs()), blocks_(layout_.blocks()), lists_(layout_.lists()) {}

  std::vector<FoundQuestion> run() && {
    questions_ = find_table_questions(layout_);
    for (bool inner : {false, true})
      if (questions_.empty()) take_question_lists(inner);
    if (questions_.empty()) take_interleaved_quotes();
    if (questions_.empty()) take_unnumbered();
    drop_headings_taken_for_answers();
    find_answers_elsewhere();
    return std::move(questions_);
  }

 private:
  std::string_view printed(std::size_t paragraph) const { return layout_.printed(paragraph); }
  std::string cue_text(Span span) const { return layout_.cue_text(span); }
  std::string cue_text(std::size_t paragraph) const { return layout_.cue_text(paragraph); }
  bool is_heading(Span span) const { return layout_.is_heading(span); }

  // Lists of a request; without one, a list of the authority's own text that asks. Lists inside others only where those do not ask.
  void take_question_lists(bool inner) {
    const bool asked = std::ranges::any_of(lists_, &ItemList::asking);
    const ItemList* first = nullptr;
    for (ItemList& list : lists_) {
      if (list.inner != inner || asked != list.asking || !may_ask(list, asked)) continue;
      if (first != nullptr && (!asked || layout_.repeats(list.items.front(), first->items.front()) || answers_again(list, *first)))
        continue;
      if (first == nullptr) first = &list;
      for (const ListItem& item : list.items)
        if (!list.table || !take_cells(item)) take_item(item);
      quoted_ = quoted_ || (!asked && layout_.kind(list.items.front().first) == SectionKind::quoted_thread);
      list.asking = true;
      taken_.push_back(&list);
    }
  }

  bool may_ask(const ItemList& list, bool asked) const {
    if (asks_requester(list.items.front().first)) return false;
    const std::size_t asking = layout_.asking_items(list), items = list.items.size();
    if (asked) return 4 * asking >= items || !is_prose(list);
    // The request under a mail: its list needs no further sign.
    const SectionKind kind = layout_.kind(list.items.front().first);
    const bool labelled = list.items.front().marker.style == MarkerStyle::kQuestion;
    if (items < 2 || (kind != SectionKind::response && kind != SectionKind::quoted_thread && !labelled)) return false;
    return kind == SectionKind::quoted_thread || 2 * asking >= items || names_and_answers(list);
  }

  // "Please could you clarify:", "You could narrow your request to:" over a list.
  bool asks_requester(std::size_t paragraph) const {
    return paragraph > 0 && has_any(cue_text(paragraph - 1), kOfRequester) && printed(paragraph - 1).ends_with(':');
  }

  // Numbered paragraphs of a notice are no questions.
  bool is_prose(const ItemList& list) const {
    std::size_t bytes = 0;
    for (const ListItem& item : list.items) bytes += layout_.item_text(item).end - layout_.item_text(item).start;
    return bytes > kProseBytes * list.items.size();
  }

  // Things named one after the other, each with the authority's words under it.
  bool names_and_answers(const ItemList& list) const {
    return std::ranges::all_of(list.items, [&](const ListItem& item) {
      const Span text = layout_.item_text(item);
      const std::string_view view = letter_.view(text);
      return item.end > item.first + 1 && view.size() >= kNamedBytes && view.size() <= kBareItemBytes && !view.ends_with('.') &&
             !is_heading(text) && !has_any(cue_text(text), kStates);
    });
  }

  // A list that begins again at 1 after questions that ask, and does not ask itself, answers them.
  bool answers_again(const ItemList& list, const ItemList& first) const {
    return 2 * layout_.asking_items(first) >= first.items.size() && 2 * layout_.asking_items(list) < list.items.size();
  }

  void take_item(const ListItem& item) {
    if (questions_.size() >= kMaxQuestions) return;
    FoundQuestion q;
    q.number = item.marker.label.empty() ? std::to_string(questions_.size() + 1) : item.marker.label;
    q.text = layout_.item_text(item);
    std::size_t next = item.first + 1;
    // "Request 1" on a line of its own over the question.
    if (q.text.empty() && next < item.end) q.text = paragraphs_[next++].span;
    split(q, next, item.end);
    questions_.push_back(std::move(q));
  }

  // A row of a table: what stands beside the question, on its first line or in its only one, answers it.
  bool take_cells(const ListItem& item) {
    const Line line = letter_.lines[paragraphs_[item.first].first_line];
    const std::vector<Span> cells = cells_of(letter_, line);
    const Span text = layout_.item_text(item);
    if (cells.size() < 2 || line.end - line.start > kRowBytes || questions_.size() >= kMaxQuestions) return false;
    const auto beside = std::ranges::find_if(cells, [&](Span cell) { return cell.start > text.start; });
    if (beside == cells.end()) return false;
    FoundQuestion q;
    q.number = item.marker.label.empty() ? std::to_string(questions_.size() + 1) : item.marker.label;
    q.text = {text.start, beside->start};
    trim_text(q.text);
    q.answer = *beside;
    questions_.push_back(std::move(q));
    return true;
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
    while (end > next && layout_.is_glossary(end - 1)) --end;
    for (std::size_t i = next; i < end; ++i)
      if (layout_.is_glossary(i)) end = i;
    if (next < end) q.answer = {paragraphs_[next].span.start, paragraphs_[end - 1].span.end};
    trim_text(q.text);
  }

  bool is_marked(std::size_t paragraph) const { return layout_.marker(paragraph).has_value(); }
  bool is_list_line(std::size_t paragraph) const { return is_marked(paragraph) || printed(paragraph).size() < kHeadingBytes; }

  bool asks_on(std::size_t paragraph, bool open_list) const {
    const std::string text = cue_text(paragraph);
    if (!prefix_of(text, kAnswerLabels).empty() || text.starts_with("please see") || text.starts_with("please find") ||
        text.starts_with("please refer"))
      return false;
    const auto marker = layout_.marker(paragraph);
    if (marker && marker->style == MarkerStyle::kAnswer) return false;
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
      if (!prefix_of(rest, kAsksOn).empty() || begins_by_asking(rest)) return std::nullopt;
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

  Span first_line(Span span) const { return layout_.first_line(span); }

  // A heading holds for the questions after it, up to the next; the first block's stands above the first question.
  void give_headings() {
    const std::size_t above = layout_.paragraph_before(questions_.front().text.start);
    for (std::size_t i = above + 1; i-- > 0 && above - i < 3 && questions_.front().heading.empty();) {
      if (layout_.kind(i) == SectionKind::request && is_heading(paragraphs_[i].span))
        questions_.front().heading = first_line(paragraphs_[i].span);
    }
    for (std::size_t i = 1; i < questions_.size(); ++i)
      if (questions_[i].heading.empty()) questions_[i].heading = questions_[i - 1].heading;
  }

  void take_unnumbered() {
    for (const Block& block : blocks_)
      if (block.asking) take_unnumbered(block);
    if (questions_.empty()) questions_ = find_told_request(layout_);
  }

  void take_unnumbered(const Block& block) {
    std::size_t first = block.first;
    if (first + 1 < block.end && introduces(first)) ++first;
    if (first < block.end && first + 1 < block.end && introduces(first)) ++first;
    std::vector<std::size_t> starts = openers(block, first);
    if (starts.size() < 2 && is_bare_list(block, first)) {
      starts.clear();
      for (std::size_t i = first; i < block.end; ++i) starts.push_back(i);
    }
    const bool told = first < block.end && tells_request(cue_text(first)) && !printed(first).ends_with(':');
    if (starts.empty() && first < block.end && questions_.empty() && !explains_words(first) && !told) starts.push_back(first);
    for (std::size_t i = 0; i < starts.size() && questions_.size() < kMaxQuestions; ++i) {
      FoundQuestion q;
      q.number = std::to_string(questions_.size() + 1);
      q.text = paragraphs_[starts[i]].span;
      split(q, starts[i] + 1, i + 1 < starts.size() ? starts[i + 1] : block.end);
      questions_.push_back(std::move(q));
    }
    if (questions_.size() == 1) part_sentences();
  }

  // Paragraphs of a block that begin a question.
  std::vector<std::size_t> openers(const Block& block, std::size_t first) const {
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
    return starts;
  }

  // "I would like to know:" over lines that name things and are no sentences, with the answers after them all.
  bool is_bare_list(const Block& block, std::size_t first) const {
    if (first == block.first || block.end - first < 2 || !printed(first - 1).ends_with(':')) return false;
    const bool answered_after = std::ranges::any_of(blocks_, [&](const Block& b) { return !b.asking && b.first >= block.end; });
    std::size_t sentences = 0;
    for (std::size_t i = first; i < block.end; ++i) {
      if (explains_words(i)) return false;
      if (printed(i).size() > kBareItemBytes || printed(i).ends_with(':')) return false;
      sentences += printed(i).ends_with('.') ? 1 : 0;
    }
    return answered_after && 2 * sentences <= block.end - first;
  }

  // "EPR – Electronic Record": a line of a glossary.
  bool explains_words(std::size_t paragraph) const {
    const std::string_view text = printed(paragraph);
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos || space > kAbbreviationBytes || text.size() > kHeadingBytes) return false;
    const std::string_view word = text.substr(0, space), rest = text.substr(space + 1);
    return std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; }) &&
           (rest.starts_with("- ") || rest.starts_with("\u2013 ") || rest.starts_with("= ") || rest.starts_with("\u2014 "));
  }

  // A request of one paragraph in which every sentence is a question asks as many.
  void part_sentences() {
    const FoundQuestion whole = questions_.front();
    const std::string_view text = letter_.view(whole.text);
    std::vector<FoundQuestion> parts;
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size() && parts.size() < kMaxQuestions; ++i) {
      const bool ends = (text[i] == '.' || text[i] == '?') && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n');
      if (!ends) continue;
      if (text[i] == '.') return;
      parts.push_back(whole);
      parts.back().number = std::to_string(parts.size());
      parts.back().text = {whole.text.start + start, whole.text.start + i + 1};
      start = std::min(text.find_first_not_of(" \n\t", i + 1), text.size());
    }
    if (parts.size() < 2 || start < text.size()) return;
    for (FoundQuestion& part : parts) part.answer_shared = !part.answer.empty();
    questions_ = std::move(parts);
  }

  // A reply typed between the lines of a quoted mail: each run of quoted lines is answered by what follows it.
  void take_interleaved_quotes() {
    std::vector<std::pair<std::size_t, std::size_t>> runs;  // paragraphs
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      if (!printed(i).starts_with('>') || printed(i).size() > kQuotedRunBytes) continue;
      if (!runs.empty() && runs.back().second == i)
        runs.back().second = i + 1;
      else
        runs.emplace_back(i, i + 1);
    }
    std::erase_if(runs, [&](const auto& run) { return run.second >= paragraphs_.size() || run.second - run.first > kQuotedRunParagraphs; });
    if (runs.size() < 2) return;
    for (std::size_t i = 0; i < runs.size() && questions_.size() < kMaxQuestions; ++i) {
      FoundQuestion q;
      q.number = std::to_string(i + 1);
      q.text = {paragraphs_[runs[i].first].span.start + 1, paragraphs_[runs[i].second - 1].span.end};
      const std::size_t end = i + 1 < runs.size() ? runs[i + 1].first : runs[i].second + 1;
      q.answer = {paragraphs_[runs[i].second].span.start, paragraphs_[end - 1].span.end};
      questions_.push_back(std::move(q));
    }
  }

  bool introduces(std::size_t paragraph) const {
    const std::string_view text = printed(paragraph);
    if (text.ends_with(':') || text.ends_with(";") || text.ends_with(":-")) return true;
    return text.size() < kHeadingBytes && !text.ends_with('?') && !begins_by_asking(cue_text(paragraph));
  }

  bool begins_question(std::size_t paragraph) const {
    const std::string text = cue_text(paragraph);
    if (printed(paragraph).ends_with('?') || begins_by_asking(text)) return true;
    return begins_by_wondering(text) && text.find('?') != std::string::npos;
  }

  // When no question has an answer of its own, or only the last: what stands under that one may be the one answer for all, or more of the
  // request.
  void find_answers_elsewhere() {
    const auto has_answer = [](const FoundQuestion& q) { return !q.answer.empty(); };
    if (questions_.empty()) return;
    if (std::any_of(questions_.begin(), std::prev(questions_.end()), has_answer)) {
      pair_answer_lists();
      return answer_last();
    }
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

  // Answers that name their question, then lists after the questions with their numbers.
  void pair_answer_lists() {
    for (const ListItem& item : layout_.pointers())
      if (quoted_ || paragraphs_[item.first].span.start > questions_.front().text.start) pair(item);
    for (const ItemList& list : lists_) {
      if (std::ranges::find(taken_, &list) != taken_.end() || list.items.size() > questions_.size() + 1) continue;
      if (!quoted_ && paragraphs_[list.items.front().first].span.start < questions_.front().text.start) continue;
      for (const ListItem& item : list.items) pair(item);
    }
  }

  void pair(ListItem item) {
    FoundQuestion answer;
    answer.text = layout_.item_text(item);
    // "1. Question 3": the list's own number over the question's.
    if (const auto named = marker_of(letter_.view(answer.text)); named && named->style == MarkerStyle::kQuestion) {
      answer.text.start = std::min(answer.text.start + named->text, answer.text.end);
      item.marker = *named;
    }
    for (FoundQuestion& q : questions_) {
      if (!q.answer.empty() || !names(item.marker, q.number) || (!quoted_ && answer.text.start < q.text.end)) continue;
      FoundQuestion repeated = answer;
      const bool again = cue_text(answer.text).substr(0, kRepeatBytes) == cue_text(q.text).substr(0, kRepeatBytes);
      if (again && !answer.text.empty()) split(repeated, item.first + 1, item.end);
      q.answer = again ? repeated.answer : Span{answer.text.start, paragraphs_[item.end - 1].span.end};
    }
  }

  static bool names(const Marker& marker, const std::string& number) {
    if (marker.last == marker.number) return marker.label == number;
    const auto own = marker_of(number + ") ");
    if (!own || own->number < marker.number || own->number > marker.last) return false;
    return marker.named.empty() || std::ranges::find(marker.named, own->number) != marker.named.end();
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
  QuestionLayout layout_;
  const std::vector<Paragraph>& paragraphs_;
  const std::vector<Block>& blocks_;
  std::vector<ItemList>& lists_;
  std::vector<const ItemList*> taken_;
  bool quoted_ = false;  // the questions stand in a message under the answer
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
