#include "indexer/understand/questions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/model/text.h"
#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/question_answers.h"
#include "indexer/understand/question_cut.h"
#include "indexer/understand/question_layout.h"
#include "indexer/understand/question_lists.h"
#include "indexer/understand/question_table.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/request_parts.h"
#include "indexer/understand/section_openers.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/told_request.h"

namespace foi::understand {

namespace {

// A heading of a block of questions, or of an answer, is one short line.
constexpr std::size_t kHeadingBytes = 90;
// How much of two questions is compared to see that one repeats the other, in bytes.
constexpr std::size_t kRepeatBytes = 40;

// A row of a table, in bytes.
constexpr std::size_t kRowBytes = 4'000;
// An item of a list without numbers, in bytes.
constexpr std::size_t kBareItemBytes = 250;
constexpr std::size_t kAbbreviationBytes = 8;  // of a word that a glossary explains
// An answer that gives what was asked and says no more, in bytes.
constexpr std::size_t kGivingBytes = 2'000;
// A run of quoted lines that is one question: its bytes and paragraphs.
constexpr std::size_t kQuotedRunBytes = 900, kQuotedRunParagraphs = 3;

void end_before_remarks(std::vector<FoundQuestion>& questions, const QuestionLayout& layout);

class Finder {
 public:
  Finder(const Letter& letter, const std::vector<Section>& sections)
      : letter_(letter),
        layout_(letter, sections),
        cutter_(layout_),
        paragraphs_(layout_.paragraphs()),
        blocks_(layout_.blocks()),
        lists_(layout_.lists()) {}

  std::vector<FoundQuestion> run() && {
    questions_ = find_table_questions(layout_);
    for (bool inner : {false, true})
      if (questions_.empty()) take_question_lists(ListRole::kRequest, inner);
    for (bool inner : {false, true})
      if (questions_.empty()) take_question_lists(ListRole::kSurelyAsks, inner);
    if (questions_.empty()) questions_ = find_told_request(layout_, true);
    if (questions_.empty()) take_asking_blocks();
    take_more_question_paragraphs();
    for (bool inner : {false, true})
      if (questions_.empty()) take_question_lists(ListRole::kAsks, inner);
    if (questions_.empty()) take_interleaved_quotes();
    if (questions_.empty()) take_question_paragraphs();
    if (questions_.empty()) take_lone_request();
    if (questions_.empty()) take_quoted_request();
    if (questions_.empty()) questions_ = find_told_request(layout_, false);
    if (questions_.size() == 1) part_request();
    // What stands under a request in a message below the answer is the end of that message.
    if (quoted_)
      for (FoundQuestion& q : questions_) q.answer = {};
    find_answers(layout_, taken_, quoted_, questions_);
    end_before_remarks(questions_, layout_);
    return std::move(questions_);
  }

 private:
  std::string_view printed(std::size_t paragraph) const { return layout_.printed(paragraph); }
  std::string cue_text(Span span) const { return layout_.cue_text(span); }
  std::string cue_text(std::size_t paragraph) const { return layout_.cue_text(paragraph); }
  bool is_heading(Span span) const { return layout_.is_heading(span); }

  // Lists of one role. The first counts; the others when they go on asking, not when they repeat or answer it.
  void take_question_lists(ListRole role, bool inner) {
    const ItemList* first = nullptr;
    for (ItemList& list : lists_) {
      if (list.inner != inner || role_of(list) != role || is_part(list)) continue;
      if (first != nullptr &&
          (role != ListRole::kRequest || is_quoted(list) != is_quoted(*first) ||
           layout_.repeats(list.items.front(), first->items.front()) || answers_again(list, *first) || list.items.size() < 2))
        continue;
      if (first == nullptr) first = &list;
      const std::vector<ListItem> leaves = leaves_of(layout_, list);
      const bool typed = answers_typed(layout_, leaves);
      for (const ListItem& item : leaves)
        if (!(list.table || is_tabbed(item)) || !take_cells(item)) take_item(item, typed);
      quoted_ = quoted_ || layout_.kind(list.items.front().first) == SectionKind::quoted_thread;
      list.asking = true;
      taken_.push_back(&list);
      take_parts_of(list);
    }
  }

  // The lists within one whose items are taken are no answers to it.
  void take_parts_of(const ItemList& list) {
    const auto place = static_cast<std::size_t>(&list - lists_.data());
    for (const ItemList& part : lists_)
      if (part.inner && part.parent == place && part.items.front().marker.style != MarkerStyle::kBullet) taken_.push_back(&part);
  }

  // Told once: a hostile letter is full of lists.
  ListRole role_of(const ItemList& list) {
    if (roles_.empty()) roles_.resize(lists_.size());
    auto& role = roles_[static_cast<std::size_t>(&list - lists_.data())];
    if (!role) role = role_of_list(layout_, list);
    return *role;
  }

  // Within a list that asks by itself: its parts are counted there.
  bool is_part(const ItemList& list) {
    return list.inner && list.parent < lists_.size() && role_of(lists_[list.parent]) != ListRole::kOther;
  }

  bool is_tabbed(const ListItem& item) const { return letter_.view(layout_.item_text(item)).find('\t') != std::string_view::npos; }
  bool is_quoted(const ItemList& list) const { return layout_.kind(list.items.front().first) == SectionKind::quoted_thread; }

  // A list that begins again at 1 after questions that ask, and does not ask itself, answers them.
  bool answers_again(const ItemList& list, const ItemList& first) const {
    const ItemCounts a = count_items(layout_, first), b = count_items(layout_, list);
    return 2 * (a.asks + a.wonders) >= a.all() && 2 * (b.asks + b.wonders) < b.all();
  }

  // typed: on lines like this the answer follows a dash or "=".
  void take_item(const ListItem& item, bool typed) {
    if (questions_.size() >= kMaxQuestions) return;
    FoundQuestion q;
    q.number = item.marker.label.empty() ? std::to_string(questions_.size() + 1) : item.marker.label;
    q.text = layout_.item_text(item);
    std::size_t next = item.first + 1;
    if (const auto at = typed ? typed_at(layout_, item) : std::nullopt) {
      q.answer = {*at, paragraphs_[item.end - 1].span.end};
      q.text.end = *at;
      cutter_.trim_sign(q.text);
      questions_.push_back(std::move(q));
      return;
    }
    // "Request 1" on a line of its own over the question.
    if (q.text.empty() && next < item.end) q.text = paragraphs_[next++].span;
    cutter_.split(q, next, item.end);
    questions_.push_back(std::move(q));
  }

  // A row of a table: what stands beside the question answers it.
  bool take_cells(const ListItem& item) {
    const Line line = letter_.lines[paragraphs_[item.first].first_line];
    const auto beside = layout_.cell_beside(item);
    if (!beside || line.end - line.start > kRowBytes || questions_.size() >= kMaxQuestions) return false;
    FoundQuestion q;
    q.number = item.marker.label.empty() ? std::to_string(questions_.size() + 1) : item.marker.label;
    q.text = {layout_.item_text(item).start, *beside};
    cutter_.trim_text(q.text);
    q.answer = {*beside, paragraphs_[item.first].span.end};
    questions_.push_back(std::move(q));
    return true;
  }

  void take_asking_blocks() {
    for (const Block& block : blocks_)
      if (block.asking) take_unnumbered(block);
  }

  // Answers between questions may look like the end of the request: then there are more such questions below.
  void take_more_question_paragraphs() {
    if (questions_.empty() || !taken_.empty() || questions_.front().answer.empty() || !printed_question(questions_.front())) return;
    const std::vector<FoundQuestion> few = std::exchange(questions_, {});
    take_question_paragraphs(true);
    if (questions_.size() <= few.size()) questions_ = few;
  }
  bool printed_question(const FoundQuestion& q) const { return letter_.view(q.text).ends_with('?'); }

  // Paragraphs that ask, each with words of the authority under it.
  void take_question_paragraphs(bool in_request = false) {
    std::vector<std::size_t> starts;
    std::size_t end = 0;
    for (const Block& block : blocks_) {
      if ((block.asking && !in_request) || block.kind == SectionKind::quoted_thread) continue;
      for (std::size_t i = block.first; i < block.end; ++i) {
        const bool asks = begins_question(i) || (!starts.empty() && starts.back() + 1 < i && names_next(i, block.end));
        if (!asks || asks_of_requester(cue_text(i)) || asks_of_letter(cue_text(i))) continue;
        const bool again =
            !starts.empty() && starts.back() + 1 == i && cutter_.asks_on(i, false) && !cutter_.typed_answer(paragraphs_[i - 1].span);
        if (!again) starts.push_back(i);
        end = block.end;
      }
    }
    if (starts.size() < 2) return;
    const auto answered = std::ranges::count_if(starts, [&](std::size_t i) {
      return cutter_.typed_answer(paragraphs_[i].span) || (i + 1 < paragraphs_.size() && !std::ranges::binary_search(starts, i + 1));
    });
    if (answered + 1 < static_cast<std::ptrdiff_t>(starts.size())) return;
    for (std::size_t i = 0; i < starts.size() && questions_.size() < kMaxQuestions; ++i)
      take_paragraphs(starts[i], i + 1 < starts.size() ? starts[i + 1] : end);
  }

  // Between questions with their answers, one put without a question mark: "Number of flights by purpose".
  bool names_next(std::size_t i, std::size_t end) const {
    const std::string text = cue_text(i);
    if (i + 1 >= end || layout_.marker(i) || printed(i).size() > kBareItemBytes || printed(i).ends_with('.')) return false;
    const Reads reads = reads_as(text);
    return (reads == Reads::kWonders && text.starts_with("for each")) || (reads == Reads::kNames && names_wanted(text));
  }

  // A request printed without a word before it.
  void take_lone_request() {
    for (const Block& block : blocks_) {
      if (block.asking || block.kind == SectionKind::quoted_thread) continue;
      for (std::size_t i = block.first; i < block.end; ++i) {
        const std::string text = cue_text(i);
        if (reads_as(text) != Reads::kAsks || !leads_in(text) || asks_on(text) || asks_of_requester(text)) continue;
        return take_paragraphs(i, block.end);
      }
    }
  }

  // The request as it stands in the oldest message under the answer.
  void take_quoted_request() {
    const Block* oldest = nullptr;
    for (const Block& block : blocks_)
      if (block.kind == SectionKind::quoted_thread) oldest = &block;
    if (oldest == nullptr) return;
    for (std::size_t i = oldest->first; i < oldest->end && questions_.size() < kMaxQuestions; ++i) {
      if (!begins_question(i)) continue;
      FoundQuestion q;
      q.number = std::to_string(questions_.size() + 1);
      q.text = paragraphs_[i].span;
      // "For each of these …" goes on with the question above.
      if (!questions_.empty() && asks_on(cue_text(i)))
        questions_.back().text.end = q.text.end;
      else
        questions_.push_back(std::move(q));
    }
    part_all();
    quoted_ = !questions_.empty();
  }

  // The text after "Original request:".
  Span without_label(Span text) const {
    const std::string_view view = letter_.view(text);
    const std::size_t colon = view.find(": ");
    if (colon == std::string_view::npos || colon > kHeadingBytes / 2 || colon < 4) return text;
    const bool label = heading_kind(repaired_lower(view.substr(0, colon))) == SectionKind::request;
    return label ? Span{text.start + colon + 2, text.end} : text;
  }

  void take_paragraphs(std::size_t first, std::size_t end) {
    FoundQuestion q;
    q.number = std::to_string(questions_.size() + 1);
    q.text = without_label(paragraphs_[first].span);
    cutter_.split(q, first + 1, end);
    questions_.push_back(std::move(q));
  }

  void take_unnumbered(const Block& block) {
    std::size_t first = block.first;
    if (first + 1 < block.end && introduces(first)) ++first;
    if (first < block.end && first + 1 < block.end && introduces(first)) ++first;
    std::size_t end = first;
    while (end < block.end && !(reads_as(cue_text(end)) == Reads::kStates && asks_of_requester(cue_text(end)))) ++end;
    const Block part{block.asking, block.kind, block.first, end};
    take_unnumbered_part(part, first);
  }

  void take_unnumbered_part(const Block& block, std::size_t first) {
    std::vector<std::size_t> starts = openers(block, first);
    if (starts.size() < 2 && is_bare_list(block, first)) {
      starts.clear();
      for (std::size_t i = first; i < block.end; ++i) starts.push_back(i);
    }
    const bool of_you = first < block.end && (cue_text(first).starts_with("you ") || cue_text(first).starts_with("your "));
    const bool quoted = first < block.end && (printed(first).front() == '"' || printed(first).starts_with("\u201C"));
    const bool told = first < block.end && !quoted && (of_you || told_at(to_lower_ascii(printed(first))).has_value()) &&
                      !printed(first).ends_with(':') && !printed(first).ends_with('?');
    if (starts.empty() && first < block.end && questions_.empty() && !explains_words(first) && !told) starts.push_back(first);
    for (std::size_t i = 0; i < starts.size() && questions_.size() < kMaxQuestions; ++i)
      take_paragraphs(starts[i], i + 1 < starts.size() ? starts[i + 1] : block.end);
  }

  // Paragraphs of a block that begin a question. Among paragraphs that ask, none of them answered, one that names a thing asks for it.
  std::vector<std::size_t> openers(const Block& block, std::size_t first) const {
    std::vector<std::size_t> starts;
    const bool answered_after = is_answered_after(block);
    bool asking = false;     // the last question has no answer yet
    bool unanswered = true;  // nor has any before it
    for (std::size_t i = first; i < block.end; ++i) {
      const bool put = printed(i).size() >= kRepeatBytes || printed(i).ends_with('?');
      unanswered = unanswered && put && !printed(i).ends_with(':') && reads_as(cue_text(i)) != Reads::kStates;
      const bool goes_on = asking && cutter_.asks_on(i, printed(i - 1).ends_with(':'));
      const bool names = asking && unanswered && answered_after && !layout_.marker(i);
      if ((begins_question(i) || names) && !(goes_on && asks_on(cue_text(i)))) {
        starts.push_back(i);
        asking = true;
      } else if (!goes_on) {
        asking = false;
      }
    }
    return starts;
  }
  bool is_answered_after(const Block& block) const {
    return std::ranges::any_of(blocks_, [&](const Block& b) { return !b.asking && b.first >= block.end; });
  }

  // "I would like to know:" over lines that name things and are no sentences, with the answers after them all.
  bool is_bare_list(const Block& block, std::size_t first) const {
    if (first == block.first || block.end - first < 2 || !printed(first - 1).ends_with(':')) return false;
    const bool answered_after = is_answered_after(block);
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

  // Without marks every sentence that asks anew is a question.
  void part_all() {
    std::vector<FoundQuestion> parted;
    for (const FoundQuestion& q : std::exchange(questions_, {})) {
      questions_ = {q};
      part_request();
      for (FoundQuestion& part : questions_) {
        if (parted.size() >= kMaxQuestions) break;
        part.number = std::to_string(parted.size() + 1);
        parted.push_back(std::move(part));
      }
    }
    questions_ = std::move(parted);
  }

  // A request of one paragraph that asks for several things.
  void part_request() {
    const FoundQuestion whole = questions_.front();
    const std::vector<RequestPart> parts = parts_of_request(layout_, whole.text);
    if (parts.empty()) return;
    questions_.assign(std::min(parts.size(), kMaxQuestions), whole);
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      questions_[i].number = parts[i].label.empty() ? std::to_string(i + 1) : parts[i].label;
      questions_[i].text = parts[i].text;
      questions_[i].answer = {};
    }
    questions_.back().answer = whole.answer;
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
    return text.size() < kHeadingBytes && !text.ends_with('?') && reads_as(cue_text(paragraph)) != Reads::kAsks;
  }

  bool begins_question(std::size_t paragraph) const {
    const std::string text = cue_text(paragraph);
    constexpr std::string_view orders[] = {"first,",  "firstly",  "second,", "secondly", "third,",  "thirdly",
                                           "fourth,", "fourthly", "fifth,",  "fifthly",  "lastly,", "finally,"};
    if (wants_review(text)) return false;
    return printed(paragraph).ends_with('?') || reads_as(text) == Reads::kAsks || !prefix_of(text, orders).empty();
  }

  const Letter& letter_;
  QuestionLayout layout_;
  QuestionCutter cutter_;
  const std::vector<Paragraph>& paragraphs_;
  const std::vector<Block>& blocks_;
  std::vector<ItemList>& lists_;
  std::vector<std::optional<ListRole>> roles_;
  std::vector<const ItemList*> taken_;
  bool quoted_ = false;  // the questions stand in a message under the answer
  std::vector<FoundQuestion> questions_;
};

// An answer that gives what was asked ends where the reasons for keeping other things begin: "Section 43 – Commercial interests". One that
// refuses may be explained there.
void end_before_reasons(std::vector<FoundQuestion>& questions, const Letter& letter, const std::vector<Section>& sections) {
  constexpr std::string_view refuses[] = {"withh", "exempt", "redact",  "remov",   "section",   "not able", "unable",  "cannot",
                                          "refus", "below",  "not pro", "not rel", "sensitive", "declin",   "not disc"};
  for (FoundQuestion& q : questions) {
    auto s = std::ranges::upper_bound(sections, q.answer.start, {}, &Section::start);
    const std::size_t end = std::min(q.answer.end, q.answer.start + kGivingBytes);
    while (s != sections.end() && s->start < end && s->kind == SectionKind::response) ++s;
    if (s == sections.end() || s->start >= end || s->kind != SectionKind::exemption_reasons) continue;
    const std::string_view rest = letter.view(Span{s->start, s->end});
    const std::string heading = repaired_lower(rest.substr(0, std::min(rest.find('\n'), kHeadingBytes * 2)));
    const std::string before = repaired_lower(letter.view(Span{q.answer.start, s->start}));
    const bool refused = std::ranges::any_of(refuses, [&](std::string_view cue) { return before.find(cue) != std::string::npos; });
    if (refused || !(is_section_heading(trim(heading)) || is_reasons_heading(trim(heading)))) continue;
    q.answer.end = q.answer.start + trim(letter.view(Span{q.answer.start, s->start})).size();
  }
}

// What a letter says when its answers are done: how to complain, where else to ask, what is printed with every letter.
bool is_closing_remark(std::string_view lower) {
  constexpr std::string_view begins[] = {"your right",
                                         "your rights",
                                         "if you are",
                                         "if you're",
                                         "if you aren't",
                                         "if you wish",
                                         "if you would",
                                         "if you have",
                                         "if you disagree",
                                         "should you",
                                         "you may ask",
                                         "you can ask",
                                         "you have a right",
                                         "you have the right",
                                         "please quote",
                                         "review",
                                         "reviews",
                                         "complaints",
                                         "to complain",
                                         "i hope",
                                         "we hope",
                                         "hope this",
                                         "i trust",
                                         "that completes",
                                         "this completes",
                                         "by way of",
                                         "to be of assistance",
                                         "to help you",
                                         "about exemptions",
                                         "under the code",
                                         "you also asked",
                                         "unhappy",
                                         "not happy",
                                         "for an internal review",
                                         "not satisfied",
                                         "a review",
                                         "in line with our duty",
                                         "under our duty",
                                         "there is nothing",
                                         "nothing has been",
                                         "that concludes",
                                         "this concludes",
                                         "that's all",
                                         "that is all",
                                         "i am sorry that",
                                         "re-use",
                                         "most of the information",
                                         "happy to explain"};
  while (!lower.empty() && !is_word(lower.front())) lower.remove_prefix(1);
  return !prefix_of(lower, begins).empty();
}

// The last answer ends before them.
void end_before_remarks(std::vector<FoundQuestion>& questions, const QuestionLayout& layout) {
  if (questions.size() < 2) return;
  FoundQuestion& last = questions.back();
  if (last.answer.empty() || last.answer_shared) return;
  const std::vector<Paragraph>& paragraphs = layout.paragraphs();
  for (std::size_t i = layout.paragraph_at(last.answer.start) + 1; i < paragraphs.size() && paragraphs[i].span.start < last.answer.end;
       ++i) {
    if (!is_closing_remark(layout.cue_text(i))) continue;
    last.answer.end = paragraphs[i - 1].span.end;
    return;
  }
}

}  // namespace

std::vector<FoundQuestion> find_questions(const Letter& letter, const std::vector<Section>& sections) {
  std::vector<FoundQuestion> questions = Finder(letter, sections).run();
  end_before_reasons(questions, letter, sections);
  return questions;
}

std::size_t question_answered_at(const std::vector<FoundQuestion>& questions, std::size_t offset) {
  for (std::size_t i = 0; i < questions.size(); ++i)
    if (!questions[i].answer_shared && questions[i].answer.contains(offset)) return i;
  return kNoQuestion;
}

}  // namespace foi::understand
