#include "indexer/understand/question_answers.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/list_answers.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/question_cut.h"
#include "indexer/understand/question_lists.h"
#include "indexer/understand/repair.h"

namespace foi::understand {

namespace {

// A heading over an answer is one short line; how much of two questions is compared to see that one repeats the other; in bytes.
constexpr std::size_t kHeadingBytes = 90, kRepeatBytes = 40;

// Which questions have words of some length, told by how those begin, so that each head is compared with what it may name only: a hostile
// letter is full of heads.
class QuestionWords {
 public:
  explicit QuestionWords(std::size_t questions) : questions_(questions) {}

  // Questions in order; text in lower case.
  void add(std::size_t question, std::string_view text) {
    for_words(text, [&](std::string_view word) {
      for (std::size_t size = kLeastWord; size <= std::min(word.size(), kStem); ++size) {
        std::vector<std::size_t>& having = having_[std::string(word.substr(0, size))];
        if (having.empty() || having.back() != question) having.push_back(question);
      }
    });
  }

  // The question that alone has all words of a head: "letters" of "the letter to the firm".
  std::optional<std::size_t> named_by(std::string_view head) const {
    std::vector<std::size_t> had(questions_, 0);  // words of the head
    std::size_t words = 0;
    for_words(head, [&](std::string_view word) {
      ++words;
      const auto having = having_.find(word.substr(0, std::max(kLeastWord, std::min(kStem, word.size() - 1))));
      if (having == having_.end()) return;
      for (const std::size_t question : having->second) ++had[question];
    });
    if (words == 0 || std::ranges::count(had, words) != 1) return std::nullopt;
    return static_cast<std::size_t>(std::ranges::find(had, words) - had.begin());
  }

 private:
  static constexpr std::size_t kLeastWord = 4, kStem = 5;  // letters

  template <class Take>
  static void for_words(std::string_view text, Take take) {
    for (std::size_t i = 0; i < text.size();) {
      std::size_t end = i;
      while (end < text.size() && is_word(text[end])) ++end;
      if (end - i >= kLeastWord) take(text.substr(i, end - i));
      i = end + 1;
    }
  }

  std::size_t questions_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> having_;  // by the first letters of a word
};

class AnswerFinder {
 public:
  AnswerFinder(const QuestionLayout& layout, const std::vector<const ItemList*>& taken, bool quoted, std::vector<FoundQuestion>& questions)
      : letter_(layout.letter()),
        layout_(layout),
        cutter_(layout),
        paragraphs_(layout.paragraphs()),
        blocks_(layout.blocks()),
        taken_(taken),
        by_place_(taken),
        quoted_(quoted),
        questions_(questions) {
    std::ranges::sort(by_place_);
  }

  void run() && {
    drop_leads();
    drop_headings_taken_for_answers();
    join_tails();
    find_answers_elsewhere();
  }

 private:
  std::string_view printed(std::size_t paragraph) const { return layout_.printed(paragraph); }
  std::string cue_text(Span span) const { return layout_.cue_text(span); }
  bool is_heading(Span span) const { return layout_.is_heading(span); }

  // "The other letter asks, for the depot:" leads to questions that are numbered anew.
  void drop_leads() {
    for (std::size_t i = 0; i + 1 < questions_.size(); ++i) {
      const Span answer = questions_[i].answer, next = questions_[i + 1].text;
      const bool anew = questions_[i + 1].number <= questions_[i].number && questions_[i + 1].number.size() == 1;
      if (!anew || answer.empty() || answer.end > next.start || !letter_.view(answer).ends_with(':')) continue;
      const std::size_t lead = layout_.paragraph_at(answer.start);
      if (lead == layout_.paragraph_at(answer.end - 1) && lead + 1 == layout_.paragraph_at(next.start)) questions_[i].answer = {};
    }
  }

  // "To whom should one write? A mailbox will do.": where few questions of a request have words after them and an answer follows them all,
  // those words are theirs.
  void join_tails() {
    const std::size_t n = questions_.size();
    if (n < 3 || layout_.kind(layout_.paragraph_before(questions_.front().text.end + 1)) != SectionKind::request) return;
    const auto answered =
        static_cast<std::size_t>(std::ranges::count_if(questions_, [](const FoundQuestion& q) { return !q.answer.empty(); }));
    const bool after = std::ranges::any_of(
        blocks_, [&](const Block& b) { return !b.asking && paragraphs_[b.first].span.start >= questions_.back().text.end; });
    if (!after || 2 * answered >= n) return;
    for (FoundQuestion& q : questions_) {
      if (q.answer.empty() || layout_.kind(layout_.paragraph_at(q.answer.start)) != SectionKind::request) continue;
      if (regrets(cue_text(q.answer))) continue;
      q.text.end = first_line(q.answer).end;
      q.answer = {};
    }
  }

  // "Access to production systems" between question 3 and 4 is the heading of 4, not the answer to 3, when no other question has an answer.
  void drop_headings_taken_for_answers() {
    std::size_t answered = 0;
    for (const FoundQuestion& q : questions_) answered += q.answer.empty() ? 0 : 1;
    std::vector<bool> heads(questions_.size());
    for (std::size_t i = 0; i < questions_.size(); ++i) heads[i] = is_heading(questions_[i].answer) && !answers_below(i, answered);
    const auto headings = static_cast<std::size_t>(std::ranges::count(heads, true));
    if (headings == 0 || headings * 2 < answered) return;
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      if (!heads[i]) continue;
      if (i + 1 < questions_.size()) questions_[i + 1].heading = first_line(questions_[i].answer);
      questions_[i].answer = {};
    }
    give_headings();
  }

  // "Acme Foods" on the line right below "1. Who supplies the meals?": its answer for all its capitals, where a blank line parts it from
  // the next question, or most of them are answered. So is what has a bullet or "Answer:" before it, wherever it stands.
  bool answers_below(std::size_t question, std::size_t answered) const {
    const FoundQuestion& q = questions_[question];
    const std::size_t first = layout_.paragraph_at(q.answer.start);
    const auto marker = layout_.marker(first);
    if (marker && (marker->style == MarkerStyle::kBullet || marker->style == MarkerStyle::kAnswer)) return true;
    if (has_answer_label(cue_text(q.answer))) return true;
    if (blank_between(q.text.end, q.answer.start)) return false;
    const bool last = question + 1 == questions_.size();
    return 2 * answered > questions_.size() || last || blank_between(q.answer.end, questions_[question + 1].text.start);
  }

  bool blank_between(std::size_t end, std::size_t start) const {
    return end < start && std::ranges::count(std::string_view(letter_.text).substr(end, start - end), '\n') > 1;
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
    pair_by_name();
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
    static constexpr std::string_view headings[] = {"response", "our response", "trust response", "the trust's response",
                                                    "answer",   "answers",      "reply",          "our reply"};
    return std::ranges::any_of(blocks_, [&](const Block& b) {
      if (b.asking || paragraphs_[b.first].span.start < questions_.back().text.start) return false;
      return b.kind == SectionKind::review_decision ||
             is_one_of(repaired_lower(letter_.view(first_line(paragraphs_[b.first].span))), headings);
    });
  }

  void share(Span answer) {
    for (FoundQuestion& q : questions_) {
      if (!q.answer.empty()) continue;
      q.answer = answer;
      q.answer_shared = true;
    }
  }

  bool is_taken(const ItemList& list) const { return std::ranges::binary_search(by_place_, &list); }

  bool is_quoted(std::size_t paragraph) const {
    return layout_.kind(paragraph) == SectionKind::quoted_thread && layout_.in_oldest_message(paragraph);
  }

  // Answers that name their question, then lists after the questions with their numbers.
  void pair_answer_lists() {
    const std::size_t annex = annex_start();
    // "As to 2)" after the answers 1) to 5) says more of what was answered.
    if (const ItemList* twin = twin_of_questions())
      for (const ListItem& item : twin->items) pair(item);
    for (const ListItem& item : layout_.pointers())
      if (quoted_ || paragraphs_[item.first].span.start > questions_.front().text.start) pair(item);
    for (const ItemList& list : layout_.lists()) {
      if (is_taken(list) || list.items.size() > questions_.size() + 1) continue;
      if (!quoted_ && paragraphs_[list.items.front().first].span.start < questions_.front().text.start) continue;
      if (list.items.front().first >= annex) continue;
      // The request itself as it stands in a message below.
      if (!quoted_ && is_quoted(list.items.front().first) && role_of_list(layout_, list) != ListRole::kOther) continue;
      if (weighs_points(layout_, list)) continue;
      for (const ListItem& item : list.items) pair(item);
    }
    pair_loose_markers(annex);
  }

  // The list after those of the questions that has their marks, all of them.
  const ItemList* twin_of_questions() const {
    if (quoted_ || taken_.size() != 1) return nullptr;
    const ItemList* twin = twin_of(layout_, *taken_.front());
    return twin != nullptr && twin->items.size() == questions_.size() ? twin : nullptr;
  }

  // Where an annex begins that does not say that it answers: the schedule of what is kept back, the text of the law.
  std::size_t annex_start() const {
    static constexpr std::string_view annexes[] = {"annex", "annexe", "appendix", "schedule"};
    static constexpr std::string_view answers[] = {"answer",    "answers", "response",  "responses", "reply",   "replies",    "question",
                                                   "questions", "request", "requested", "data",      "figures", "information"};
    for (std::size_t i = layout_.paragraph_at(questions_.back().text.end) + 1; i < paragraphs_.size(); ++i) {
      const std::string text = repaired_lower(letter_.view(first_line(paragraphs_[i].span)));
      if (text.size() > kHeadingBytes || text.ends_with('.') || prefix_of(text, annexes).empty() || has_any(text, answers)) continue;
      return i;
    }
    return paragraphs_.size();
  }

  // "iii. Released." before "i. and ii. Not released.": numbers that make no list, after the questions.
  void pair_loose_markers(std::size_t up_to) {
    const std::vector<bool> own = numbers_of_the_letter();
    std::vector<std::size_t> marked;
    for (std::size_t i = 0; i < up_to; ++i)
      if (const auto marker = layout_.marker(i); marker && marker->style != MarkerStyle::kBullet &&
                                                 paragraphs_[i].span.start >= questions_.back().text.end && !runs_on(i) && !own[i])
        marked.push_back(i);
    for (std::size_t k = 0; k < marked.size(); ++k) {
      const auto after = std::ranges::upper_bound(blocks_, marked[k], {}, &Block::first);
      if (after == blocks_.begin() || std::prev(after)->end <= marked[k]) continue;
      const auto block = std::prev(after);
      const std::size_t end = k + 1 < marked.size() ? std::min(marked[k + 1], block->end) : block->end;
      pair({*layout_.marker(marked[k]), marked[k], end});
    }
  }

  // "1. Thank you for your e-mail, in which …. 2. The Trust holds both.": the numbers of the letter, which began before the questions.
  std::vector<bool> numbers_of_the_letter() const {
    std::vector<bool> own(paragraphs_.size(), false);
    for (const ItemList& list : layout_.lists()) {
      const bool before = paragraphs_[list.items.front().first].span.start < questions_.front().text.start;
      if (is_taken(list) || ((quoted_ || !before) && !weighs_points(layout_, list))) continue;
      for (const ListItem& item : list.items) own[item.first] = true;
    }
    return own;
  }

  // "… by virtue of section 36(2)" / "(c). His reasons": the line before does not end, and is too long for a heading.
  bool runs_on(std::size_t paragraph) const {
    if (paragraph == 0) return false;
    const std::string_view before = printed(paragraph - 1);
    return before.size() >= kHeadingBytes && std::string_view(".:;?!\"").find(before.back()) == std::string_view::npos;
  }

  void pair(ListItem item) {
    FoundQuestion answer;
    answer.text = layout_.item_text(item);
    // "1. Question 3": the list's own number over the question's.
    if (const auto named = marker_of(letter_.view(answer.text)); named && named->style == MarkerStyle::kQuestion) {
      answer.text.start = std::min(answer.text.start + named->text, answer.text.end);
      item.marker = *named;
    }
    // Up to the next number that is another question's.
    for (std::size_t i = item.first + 1; i < item.end; ++i)
      if (const auto next = layout_.marker(i);
          next && next->style != MarkerStyle::kBullet && next->number > item.marker.last && next->style == item.marker.style) {
        item.end = i;
        break;
      }
    for (FoundQuestion& q : questions_) {
      if (!q.answer.empty() || !names(item.marker, q.number) || (!quoted_ && answer.text.start < q.text.end)) continue;
      FoundQuestion repeated = answer;
      const bool again = cue_text(answer.text).substr(0, kRepeatBytes) == cue_text(q.text).substr(0, kRepeatBytes);
      if (again && !answer.text.empty()) cutter_.split(repeated, item.first + 1, item.end);
      q.answer = again ? repeated.answer : up_to_other(Span{answer.text.start, paragraphs_[item.end - 1].span.end});
    }
  }

  // "Q1 and Q3 are disclosed. Q2 is refused …": up to the sentence that begins with another question.
  Span up_to_other(Span answer) const {
    const std::string_view view = letter_.view(answer);
    for (std::size_t at = view.find(". Q"); at != std::string_view::npos; at = view.find(". Q", at + 1))
      if (const auto next = marker_of(view.substr(at + 2)); next && next->style == MarkerStyle::kQuestion)
        return {answer.start, answer.start + at + 1};
    return answer;
  }

  static bool names(const Marker& marker, const std::string& number) {
    if (marker.last == marker.number) return marker.label == number;
    const auto own = marker_of(number + ") ");
    if (!own || own->number < marker.number || own->number > marker.last) return false;
    return marker.named.empty() || std::ranges::find(marker.named, own->number) != marker.named.end();
  }

  // "Statements. …", "Price per van: …": heads of paragraphs, each of which is named in the words of just one question; most of them.
  void pair_by_name() {
    if (questions_.size() < 2) return;
    QuestionWords asked(questions_.size());
    for (std::size_t q = 0; q < questions_.size(); ++q) asked.add(q, repaired_lower(letter_.view(questions_[q].text)));
    std::vector<std::pair<std::size_t, std::size_t>> paired;  // paragraph, question
    std::vector<bool> used(questions_.size(), false);
    for (std::size_t i = layout_.paragraph_at(questions_.back().text.end) + 1; !quoted_ && i < paragraphs_.size(); ++i) {
      if (!layout_.tells_or_answers(i)) continue;
      const std::optional<std::size_t> named = asked.named_by(head_of(i));
      if (!named || used[*named]) continue;
      used[*named] = true;
      paired.emplace_back(i, *named);
    }
    if (paired.size() < 2 || 2 * paired.size() < questions_.size()) return;
    for (std::size_t n = 0; n < paired.size(); ++n) {
      const auto [first, question] = paired[n];
      const std::size_t next = n + 1 < paired.size() ? paired[n + 1].first : end_of_run(first);
      questions_[question].answer = {paragraphs_[first].span.start, paragraphs_[next - 1].span.end};
    }
  }

  // Where the paragraphs end that are of one kind with this and follow it.
  std::size_t end_of_run(std::size_t paragraph) const {
    std::size_t end = paragraph + 1;
    while (end < paragraphs_.size() && layout_.kind(end) == layout_.kind(paragraph)) ++end;
    return end;
  }

  // The few words with which a paragraph begins, before a full stop, a colon or the end of its only line.
  std::string head_of(std::size_t paragraph) const {
    constexpr std::size_t most = 60;  // bytes
    const std::string_view text = printed(paragraph);
    const std::size_t stop = text.substr(0, most).find_first_of(".:\n");
    if (stop == std::string_view::npos && text.size() > most) return {};
    if (text.substr(0, stop).find('\t') != std::string_view::npos) return {};  // a row of a table
    return repaired_lower(text.substr(0, stop));
  }

  // One answer for all: what a review decided, else the first answer after the questions.
  void share_answer() {
    const Block* shared = nullptr;
    for (const Block& block : blocks_) {
      const bool above = paragraphs_[block.first].span.start < questions_.back().text.start;
      if (block.asking || above != quoted_ || (quoted_ && block.kind == SectionKind::quoted_thread)) continue;
      if (shared == nullptr || block.kind == SectionKind::review_decision) shared = &block;
    }
    if (shared == nullptr) return answer_told();
    std::size_t first = shared->first;
    if (first + 1 < shared->end && printed(first).size() < kHeadingBytes && !printed(first).ends_with('.')) ++first;  // its heading
    share({paragraphs_[first].span.start, paragraphs_[shared->end - 1].span.end});
  }

  // "You asked for the number of cells. There are 211.": a letter that tells its only question in a sentence of its own, and has no part
  // that answers, answers it in what follows there.
  void answer_told() {
    if (quoted_ || !taken_.empty() || questions_.size() != 1) return;
    const Span asked = questions_.front().text;
    const std::size_t telling = layout_.paragraph_at(asked.start);
    const Span whole = paragraphs_[telling].span;
    if (whole.start == asked.start || asked.end > whole.end || layout_.marker(telling)) return;  // printed, and not told
    static constexpr CueTable reviews = {"a review", "internal review", "review of"};
    if (has_any(cue_text(asked), reviews)) return;
    const auto block = std::ranges::find_if(blocks_, [&](const Block& b) { return b.first <= telling && telling < b.end; });
    if (block == blocks_.end()) return;
    Span answer{said_after(asked.end, whole.end), paragraphs_[block->end - 1].span.end};
    const std::size_t next = telling + 1;
    if (answer.start == whole.end) {
      if (next == block->end || reads_as(layout_.cue_text(next)) == Reads::kAsks) return;
      answer.start = paragraphs_[next].span.start;
    }
    if (!answer.empty()) share(answer);
  }

  // Where the first sentence begins, after what was asked in its own, that speaks of something else than the request; the end when none
  // does.
  std::size_t said_after(std::size_t from, std::size_t end) const {
    static constexpr CueTable of_request = {"your request", "your email",   "your e-mail", "your letter", "your enquiry",
                                            "you asked",    "was received", "we received", "i received",  "received on"};
    const std::string_view text = letter_.text;
    const auto stops = [&](std::size_t at) {
      return (text[at] == '.' || text[at] == '?') && at + 1 < end && (text[at + 1] == ' ' || text[at + 1] == '\n');
    };
    for (std::size_t at = from; at < end;) {
      while (at < end && !stops(at)) ++at;
      at = std::min(text.find_first_not_of(" \n.?", at), end);
      std::size_t stop = at;
      while (stop < end && !stops(stop)) ++stop;
      if (at < end && !has_any(cue_text({at, stop}), of_request)) return at;
      at = stop;
    }
    return end;
  }

  const Letter& letter_;
  const QuestionLayout& layout_;
  QuestionCutter cutter_;
  const std::vector<Paragraph>& paragraphs_;
  const std::vector<Block>& blocks_;
  const std::vector<const ItemList*>& taken_;
  std::vector<const ItemList*> by_place_;  // taken, in the order of the letter
  bool quoted_ = false;
  std::vector<FoundQuestion>& questions_;
};

}  // namespace

void find_answers(const QuestionLayout& layout, const std::vector<const ItemList*>& taken, bool quoted,
                  std::vector<FoundQuestion>& questions) {
  AnswerFinder(layout, taken, quoted, questions).run();
}

}  // namespace foi::understand
