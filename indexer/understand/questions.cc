#include "indexer/understand/questions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/model/text.h"
#include "indexer/understand/answer_heads.h"
#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/list_answers.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/question_answers.h"
#include "indexer/understand/question_cut.h"
#include "indexer/understand/question_ends.h"
#include "indexer/understand/question_layout.h"
#include "indexer/understand/question_lists.h"
#include "indexer/understand/question_table.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/request_headings.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/request_parts.h"
#include "indexer/understand/section_openers.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/told_request.h"
#include "indexer/understand/topic_leads.h"
#include "indexer/understand/unmarked_questions.h"

namespace foi::understand {

namespace {

// The heading over an answer is one short line, in bytes.
constexpr std::size_t kHeadingBytes = 90;
// A row of a table, in bytes.
constexpr std::size_t kRowBytes = 4'000;

class Finder {
 public:
  Finder(const Letter& letter, const std::vector<Section>& sections)
      : letter_(letter), layout_(letter, sections), cutter_(layout_), paragraphs_(layout_.paragraphs()), lists_(layout_.lists()) {}

  std::vector<FoundQuestion> run() && {
    questions_ = find_table_questions(layout_);
    for (bool inner : {false, true})
      if (questions_.empty()) take_question_lists(ListRole::kRequest, inner);
    for (bool inner : {false, true})
      if (questions_.empty()) take_question_lists(ListRole::kSurelyAsks, inner);
    if (questions_.empty()) questions_ = find_put_and_answered(layout_);
    if (questions_.empty()) questions_ = find_quoted_leads(layout_);
    if (questions_.empty()) take_told_or_asking();
    take_more_question_paragraphs();
    for (bool inner : {false, true})
      if (questions_.empty()) take_question_lists(ListRole::kAsks, inner);
    if (questions_.empty()) take_named_in_thread();
    if (questions_.empty()) questions_ = find_interleaved_quotes(layout_);
    if (questions_.empty()) questions_ = find_answered_paragraphs(layout_, false);
    if (questions_.empty()) questions_ = find_lone_request(layout_);
    if (questions_.empty()) questions_ = find_topic_leads(layout_);
    if (questions_.empty()) take_told_in_parts();
    if (questions_.empty()) take_quoted_request();
    if (questions_.empty()) questions_ = find_told_request(layout_, false);
    join_broken_sentences();
    if (questions_.size() == 1)
      part_request();
    else
      take_marked_paragraph();
    std::erase_if(questions_, [this](const FoundQuestion& q) { return !says_something(q.text); });
    leave_headings_and_repeats();
    take_counted();
    // What stands under a request in a message below the answer is the end of that message.
    if (quoted_)
      for (FoundQuestion& q : questions_) q.answer = {};
    find_answers(layout_, taken_, quoted_, questions_);
    end_before_remarks(questions_, layout_);
    return std::move(questions_);
  }

 private:
  // Lists of one role. The first counts; the others when they go on asking, not when they repeat or answer it.
  void take_question_lists(ListRole role, bool inner) {
    const ItemList* first = nullptr;
    for (ItemList& list : lists_) {
      if (list.inner != inner || role_of(list) != role || is_part(list)) continue;
      // "1 of 2" and "2 of 2" at the foot of pages.
      if (std::ranges::none_of(list.items, [&](const ListItem& item) { return says_something(layout_.asked_text(item)); })) continue;
      if (first != nullptr && (role == ListRole::kAsks || is_quoted(list) != is_quoted(*first) || repeats(list, *first) ||
                               ((!goes_on_asking(list, *first) || list.items.size() < 2) && !quotes_on(list, *first))))
        continue;
      if (first == nullptr) first = &list;
      const std::vector<ListItem> leaves = leaves_of(layout_, list);
      const bool typed = answers_typed(layout_, leaves), named = !typed && answers_named(leaves);
      for (const ListItem& item : leaves)
        if (!(list.table || is_tabbed(item) || (!typed && role == ListRole::kAsks && is_beside(item))) || !take_cells(item))
          take_item(item, typed, named);
      quoted_ = quoted_ || layout_.kind(list.items.front().first) == SectionKind::quoted_thread;
      list.asking = true;
      taken_.push_back(&list);
    }
    take_parts_of_taken();
  }

  // "Q1 … Q4" in a message under the answer that is not the oldest: that one only came with the questions.
  void take_named_in_thread() {
    const auto named = std::ranges::find_if(lists_, [&](const ItemList& list) {
      const ItemCounts counts = count_items(layout_, list);
      return is_quoted(list) && list.items.size() > 1 && list.items.front().marker.style == MarkerStyle::kQuestion &&
             3 * counts.states <= counts.all();
    });
    if (named == lists_.end()) return;
    for (const ListItem& item : leaves_of(layout_, *named)) take_item(item, false);
    named->asking = true;
    quoted_ = false;
    taken_.push_back(&*named);
  }

  // What is told with its marks ("you asked for (a) … and (b) …") or what stands by itself in the part that asks, whichever comes first.
  void take_told_or_asking() {
    questions_ = find_told_request(layout_, true);
    std::vector<FoundQuestion> asking = find_asking_paragraphs(layout_);
    if (asking.empty() || (!questions_.empty() && asking.front().text.end >= questions_.front().text.start)) return;
    questions_ = std::move(asking);
    // Under what was told of several things a single question is one that the letter puts to itself; two may be one thing with its letters.
    if (questions_.size() > 1) return;
    std::vector<FoundQuestion> told = find_told_request(layout_, false);
    if (told.size() > 2 && told.back().text.end < questions_.front().text.start) questions_ = std::move(told);
  }

  // "You asked the Trust (i) for the log and (ii) for the letters" over an answer knows better than the messages under it.
  void take_told_in_parts() {
    if (std::vector<FoundQuestion> told = find_told_request(layout_, false); told.size() > 1) questions_ = std::move(told);
  }

  // The lists within those whose items are taken are no answers to them.
  void take_parts_of_taken() {
    std::vector<bool> taken(lists_.size(), false);
    for (const ItemList* list : taken_) taken[static_cast<std::size_t>(list - lists_.data())] = true;
    for (const ItemList& part : lists_)
      if (part.inner && part.parent < taken.size() && taken[part.parent] && part.items.front().marker.style != MarkerStyle::kBullet)
        taken_.push_back(&part);
  }

  // More than a number, or courtesies: "Please & thank you".
  bool says_something(Span text) const {
    static constexpr std::string_view courtesies[] = {"please",     "thank", "thanks",  "you",  "many",   "kind",  "regards",
                                                      "and",        "in",    "advance", "best", "wishes", "yours", "sincerely",
                                                      "faithfully", "hello", "hi",      "dear", "sir",    "madam", "cheers"};
    constexpr std::size_t word = 3;  // letters
    const std::string lower = layout_.cue_text(text);
    const std::string_view rest = skip_words(lower, courtesies);
    if (rest.ends_with('?') && rest.size() > word) return true;  // "And in 2024?"
    // "(a) in each year before and (b) in 2024".
    if (lower.starts_with("in ") && !rest.empty() && is_digit(rest.front())) return true;
    std::size_t letters = 0;
    for (std::size_t i = 0; i < rest.size() && letters < word; ++i) letters = is_alpha(rest[i]) ? letters + 1 : 0;
    return letters == word;
  }

  // "Request and answer:" beside the question it heads; a request that the letter prints twice, of some length, since rows of forms ask the
  // same in a few words.
  void leave_headings_and_repeats() {
    if (questions_.size() < 2) return;
    std::erase_if(questions_, [this](const FoundQuestion& q) {
      const std::string text = layout_.cue_text(q.text);
      return text.size() <= kHeadingBytes && heads_request(bare(text));
    });
    for (std::size_t i = 1; i < questions_.size();) {
      const std::string text = layout_.cue_text(questions_[i].text);
      const bool again = text.size() > kHeadingBytes && text == layout_.cue_text(questions_[i - 1].text);
      if (!again) {
        ++i;
        continue;
      }
      questions_[i].number = questions_[i - 1].number;
      questions_.erase(questions_.begin() + static_cast<std::ptrdiff_t>(i) - 1);
    }
  }

  // Told once: a hostile letter is full of lists.
  ListRole role_of(const ItemList& list) {
    if (roles_.empty()) roles_.resize(lists_.size());
    auto& role = roles_[static_cast<std::size_t>(&list - lists_.data())];
    if (!role) role = role_of_list(layout_, list);
    return *role;
  }

  // Counted once, for the same reason.
  const ItemCounts& counts_of(const ItemList& list) {
    if (counts_.empty()) counts_.resize(lists_.size());
    auto& counts = counts_[static_cast<std::size_t>(&list - lists_.data())];
    if (!counts) counts = count_items(layout_, list);
    return *counts;
  }

  // Within a list that asks by itself: its parts are counted there.
  bool is_part(const ItemList& list) {
    return list.inner && list.parent < lists_.size() && role_of(lists_[list.parent]) != ListRole::kOther;
  }

  // The first item over again, or most of them under the same numbers: a request that is printed twice.
  bool repeats(const ItemList& list, const ItemList& first) const {
    if (layout_.repeats(list.items.front(), first.items.front())) return true;
    std::size_t again = 0;
    for (std::size_t i = 0; i < std::min(list.items.size(), first.items.size()); ++i)
      again += layout_.repeats(list.items[i], first.items[i]) ? 1 : 0;
    return 2 * again > list.items.size();
  }

  bool is_tabbed(const ListItem& item) const { return letter_.view(layout_.item_text(item)).find('\t') != std::string_view::npos; }
  bool is_beside(const ListItem& item) const { return layout_.cell_beside(item).has_value(); }
  bool is_quoted(const ItemList& list) const { return layout_.kind(list.items.front().first) == SectionKind::quoted_thread; }

  // Both are marked as quoted in the letter itself: its answers stand between the lines of the request.
  bool quotes_on(const ItemList& list, const ItemList& first) const {
    const auto quotes = [&](const ItemList& of) {
      const std::size_t at = of.items.front().first;
      return layout_.printed(at).starts_with("> ") && layout_.tells_or_answers(at);
    };
    return quotes(list) && quotes(first) && list.items.front().marker.style == first.items.front().marker.style;
  }

  // After the first list of a request another goes on with it when it asks itself, or when what stands above it asks or is a heading.
  // Any other answers: "2. 168. This does not mean that …", rows of figures.
  bool goes_on_asking(const ItemList& list, const ItemList& first) {
    const ItemCounts a = counts_of(first), b = counts_of(list);
    const bool asks = 2 * (b.asks + b.wonders) >= b.all();
    if (2 * (a.asks + a.wonders) >= a.all() || asks) return asks;
    const std::size_t at = list.items.front().first;
    if (at == 0 || at <= first.items.back().first + 1 || is_row(list.items.front())) return false;
    const Span above = paragraphs_[at - 1].span;
    const std::string text = layout_.cue_text(above);
    if (is_answering(text)) return false;
    // With the numbers of the questions it answers them, unless what leads to it asks.
    if (answers_list(first, list)) return introduces_request(text, true) || reads_as(text) == Reads::kAsks;
    return introduces_request(text, true) || reads_as(text) == Reads::kAsks || letter_.view(above).ends_with(':') ||
           layout_.is_heading(above);
  }

  // Figures stand beside it in columns.
  bool is_row(const ListItem& item) const {
    const auto beside = layout_.cell_beside(item);
    if (!beside) return false;
    const Span line = layout_.first_line(layout_.item_text(item));
    return letter_.view(Span{*beside, line.end}).find_first_of("0123456789") != std::string_view::npos;
  }

  // "(1) Vans in each year. Those appear in the annual report." on most lines, or its answer behind a question mark.
  bool answers_named(const std::vector<ListItem>& items) const {
    const auto answered = std::ranges::count_if(items, [&](const ListItem& item) {
      const auto named = named_answer(layout_, item.first);
      return (named && named->at_once) || cutter_.typed_answer(layout_.item_text(item));
    });
    return items.size() > 2 && 2 * answered >= static_cast<std::ptrdiff_t>(items.size());
  }

  // typed: on lines like this the answer follows a dash or "="; named: it follows the name of what was asked.
  void take_item(const ListItem& item, bool typed, bool named = false) {
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
    const auto name = named && !cutter_.typed_answer(q.text) ? named_answer(layout_, item.first) : std::nullopt;
    if (name) {
      q.text = name->asked;
      q.answer = {name->answer, paragraphs_[item.end - 1].span.end};
      return questions_.push_back(std::move(q));
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

  // Answers between questions may look like the end of the request: then there are more such questions below.
  void take_more_question_paragraphs() {
    if (questions_.empty() || !taken_.empty() || questions_.front().answer.empty() || !printed_question(questions_.front())) return;
    std::vector<FoundQuestion> more = find_answered_paragraphs(layout_, true);
    if (more.size() > questions_.size()) questions_ = std::move(more);
  }
  bool printed_question(const FoundQuestion& q) const { return letter_.view(q.text).ends_with('?'); }

  void take_quoted_request() {
    questions_ = find_quoted_request(layout_);
    part_all();
    quoted_ = !questions_.empty();
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

  // "(i) Which shops shut? (ii) Which …?" and a paragraph of remarks, neither of them marked: what is marked within the one is all that is
  // asked.
  void take_marked_paragraph() {
    constexpr std::size_t least = 3;
    if (questions_.size() != 2 || !taken_.empty()) return;
    for (const FoundQuestion& q : questions_) {
      const std::vector<RequestPart> parts = parts_of_request(layout_, q.text);
      if (parts.size() < least || parts.front().label.empty()) continue;
      questions_ = {FoundQuestion(q)};
      return part_request();
    }
  }

  // One quotation of which lines end with questions was taken for several.
  void join_broken_sentences() {
    if (questions_.size() < 2 || !taken_.empty()) return;
    const std::string_view first = letter_.view(questions_.front().text);
    const bool curly = first.find("\u201C") != std::string_view::npos && first.find("\u201D") == std::string_view::npos;
    if (!curly && std::ranges::count(first, '"') % 2 == 0) return;  // nothing left open
    for (std::size_t i = 0; i + 1 < questions_.size(); ++i) {
      const std::size_t end = questions_[i].text.end, next = questions_[i + 1].text.start;
      if (end > next || std::ranges::count(std::string_view(letter_.text).substr(end, next - end), '\n') > 1) return;
      if (trim(std::string_view(letter_.text).substr(end, next - end)).size() > 1) return;
      // "Part 2. …" is marked by its name.
      const std::string_view rest = std::string_view(letter_.text).substr(next);
      const std::size_t word = std::min(rest.find(' '), rest.size());
      if (word + 1 < rest.size() && is_digit(rest[word + 1])) return;
    }
    questions_.front().text.end = questions_.back().text.end;
    questions_.front().answer = questions_.back().answer;
    questions_.resize(1);
  }

  // The letter itself counts so many: in so many words, or by the heads of its answers.
  bool is_counted(std::size_t count, std::size_t from) const {
    if (const std::size_t announced = announced_questions(layout_)) return announced == count;
    return find_headed_answers(layout_, from).size() == count || find_run_in_answers(layout_, from).size() == count;
  }

  // "You put five points to us; we use our own headings": just so many headings, each over its answer. Where fewer were found: as many
  // paragraphs that ask or begin with the name of what was asked, or items of one list.
  void take_counted() {
    const std::size_t announced = announced_questions(layout_);
    if (announced == 0 || questions_.size() == announced) return;
    const bool fewer = questions_.size() < announced;
    std::vector<FoundQuestion> counted = fewer ? find_counted_rows(layout_, announced) : std::vector<FoundQuestion>{};
    if (counted.size() != announced) counted = find_headed_answers(layout_, 0);
    if (counted.size() != announced && fewer) counted = find_answered_paragraphs(layout_, true);
    if (counted.size() != announced && fewer) counted = find_run_in_answers(layout_, 0);
    if (counted.size() == announced) {
      questions_ = std::move(counted);
      taken_.clear();
      quoted_ = false;
    } else if (fewer) {
      take_counted_list(announced);
    }
  }

  // The numbers stand in the letter itself, and what stands behind them is not what the letter says.
  void take_counted_list(std::size_t announced) {
    for (ItemList& list : lists_) {
      if (list.inner || list.items.front().marker.style == MarkerStyle::kBullet || !layout_.tells_or_answers(list.items.front().first))
        continue;
      const std::vector<ListItem> leaves = leaves_of(layout_, list);
      const ItemCounts counts = count_items(layout_, list);
      if (leaves.size() != announced || 3 * counts.states > counts.all()) continue;
      questions_.clear();
      const bool typed = answers_typed(layout_, leaves), named = !typed && answers_named(leaves);
      for (const ListItem& item : leaves) take_item(item, typed, named);
      taken_ = {&list};
      quoted_ = false;
      return;
    }
  }

  // A request of one paragraph that asks for several things.
  void part_request() {
    const FoundQuestion whole = questions_.front();
    std::vector<RequestPart> parts = parts_of_request(layout_, whole.text);
    // "In your e-mail you said you'd like to know how many …": the parts begin where the telling ends.
    if (parts.empty())
      if (const auto told = told_at(to_lower_ascii(letter_.view(whole.text))))
        parts = parts_of_request(layout_, {whole.text.start + *told, whole.text.end});
    if (parts.empty()) return;
    if (std::vector<RequestPart> sentences = sentences_of_request(layout_, whole.text);
        parts.front().label.empty() && sentences.size() > 1 && sentences.size() < parts.size() &&
        is_counted(sentences.size(), whole.text.end) && !is_counted(parts.size(), whole.text.end))
      parts = std::move(sentences);
    questions_.assign(std::min(parts.size(), kMaxQuestions), whole);
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      questions_[i].number = parts[i].label.empty() ? std::to_string(i + 1) : parts[i].label;
      questions_[i].text = parts[i].text;
      questions_[i].answer = {};
    }
    questions_.back().answer = whole.answer;
  }

  const Letter& letter_;
  QuestionLayout layout_;
  QuestionCutter cutter_;
  const std::vector<Paragraph>& paragraphs_;
  std::vector<ItemList>& lists_;
  std::vector<std::optional<ListRole>> roles_;
  std::vector<std::optional<ItemCounts>> counts_;
  std::vector<const ItemList*> taken_;
  bool quoted_ = false;  // the questions stand in a message under the answer
  std::vector<FoundQuestion> questions_;
};

}  // namespace

std::vector<FoundQuestion> find_questions(const Letter& letter, const std::vector<Section>& sections) {
  std::vector<FoundQuestion> questions = Finder(letter, sections).run();
  end_before_headings(questions, letter);
  end_before_reasons(questions, letter, sections);
  return questions;
}

std::size_t answered_alone(const std::vector<FoundQuestion>& questions) {
  return static_cast<std::size_t>(
      std::ranges::count_if(questions, [](const FoundQuestion& q) { return !q.answer.empty() && !q.answer_shared; }));
}

std::vector<Span> texts_answered_alone(const std::vector<FoundQuestion>& questions) {
  std::vector<Span> texts;
  for (const FoundQuestion& q : questions)
    if (!q.answer.empty() && !q.answer_shared) texts.push_back(q.text);
  std::ranges::sort(texts, {}, &Span::start);
  return texts;
}

std::size_t question_answered_at(const std::vector<FoundQuestion>& questions, std::size_t offset) {
  for (std::size_t i = 0; i < questions.size(); ++i)
    if (!questions[i].answer_shared && questions[i].answer.contains(offset)) return i;
  return kNoQuestion;
}

}  // namespace foi::understand
