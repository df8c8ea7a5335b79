#include "indexer/understand/unmarked_questions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/model/text.h"
#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/dates.h"
#include "indexer/understand/question_cut.h"
#include "indexer/understand/question_lists.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/request_headings.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/section_openers.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// A heading of a block of questions is one short line, in bytes.
constexpr std::size_t kHeadingBytes = 90;
// What is shorter may be a fragment rather than a question, in bytes.
constexpr std::size_t kPutBytes = 40;
// An item of a list without numbers, in bytes.
constexpr std::size_t kBareItemBytes = 250;
// A thing is named by so much, in bytes.
constexpr std::size_t kNamedBytes = 12;
constexpr std::size_t kAbbreviationBytes = 8;  // of a word that a glossary explains
// A run of quoted lines that is one question: its bytes and paragraphs.
constexpr std::size_t kQuotedRunBytes = 900, kQuotedRunParagraphs = 3;

// "Your questions and our answers are as follows", "with the answer under each": each answer stands with its question. text in lower case.
bool says_answered_in_turn(std::string_view text) {
  static constexpr std::string_view cues[] = {
      "below each",         "under each",        "beneath each",     "after each",          "underneath each",       "next to each",
      "each question",      "each of your",      "each point",       "each part",           "each in turn",          "in turn",
      "questions and our",  "questions and the", "request and our",  "question and answer", "questions and answers", "and our answers",
      "and our responses",  "and our replies",   "with our answers", "with our responses",  "with our replies",      "with the answers",
      "with the responses", "answered below",    "points and our"};
  return has_any(text, cues);
}

class Finder {
 public:
  explicit Finder(const QuestionLayout& layout)
      : letter_(layout.letter()), layout_(layout), cutter_(layout), paragraphs_(layout.paragraphs()), blocks_(layout.blocks()) {}

  std::vector<FoundQuestion> found() && { return std::move(questions_); }

  void take_asking_blocks() {
    for (const Block& block : blocks_) {
      // What stands in quoted lines after a request was found is that request over again.
      const bool again = !questions_.empty() && printed(block.first).starts_with('>');
      if (block.asking && !again) take_unnumbered(block);
    }
  }

  // Lines that put something, in turn with sentences that answer, where the letter says that it goes so.
  void take_put_and_answered() {
    for (const Block& block : blocks_) {
      if (!block.asking || block.first == 0 || !says_answered_in_turn(to_lower_ascii(printed(block.first - 1)))) continue;
      std::vector<std::size_t> starts;
      std::size_t i = block.first;
      for (; i < paragraphs_.size() && goes_on_from(block, i); ++i) {
        if (!puts(i)) continue;
        if (!starts.empty() && starts.back() + 1 == i) starts.pop_back();  // its heading
        starts.push_back(i);
      }
      while (!starts.empty() && starts.back() + 1 >= i) starts.pop_back();
      if (starts.size() < 2 || starts.front() > block.first + 1) continue;
      for (std::size_t n = 0; n < starts.size() && questions_.size() < kMaxQuestions; ++n)
        take_paragraphs(starts[n], n + 1 < starts.size() ? starts[n + 1] : i);
      return;
    }
  }

  // Paragraphs that ask, each with words of the authority under it.
  void take_question_paragraphs(bool in_request) {
    std::vector<std::size_t> starts;
    std::size_t end = 0;
    for (const Block& block : blocks_) {
      if ((block.asking && !in_request) || block.kind == SectionKind::quoted_thread) continue;
      bool under_requester = false;  // in a list under "would you tell us:", of which some items may be questions
      for (std::size_t i = block.first; i < block.end; ++i) {
        const bool marked = layout_.marker(i).has_value();
        if (!marked || i == block.first) under_requester = ends_asking_requester(i);
        const bool asks = begins_question(i) || (!starts.empty() && starts.back() + 1 < i && names_next(i, block.end));
        if (!asks || asks_of_requester(cue_text(i)) || asks_of_letter(cue_text(i)) || (marked && under_requester)) continue;
        // The request itself, quoted after it was told.
        if (printed(i).starts_with('>') && !starts.empty() && !printed(starts.front()).starts_with('>')) continue;
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

  // A request printed without a word before it.
  void take_lone_request() {
    for (const Block& block : blocks_) {
      if (block.asking || block.kind == SectionKind::quoted_thread) continue;
      for (std::size_t i = block.first; i < block.end; ++i) {
        const std::string& text = cue_text(i);
        const bool quoted = printed(i).starts_with('>') && printed(i).ends_with('?');
        if (reads_as(text) != Reads::kAsks || !(leads_in(text) || quoted) || asks_on(text) || asks_of_requester(text)) continue;
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
    std::erase_if(runs, [&](const auto& run) {
      return run.second >= paragraphs_.size() || run.second - run.first > kQuotedRunParagraphs || asks_on(bare(cue_text(run.first)));
    });
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

 private:
  std::string_view printed(std::size_t paragraph) const { return layout_.printed(paragraph); }
  const std::string& cue_text(std::size_t paragraph) const { return layout_.cue_text(paragraph); }

  // "Would you tell us:" at the end of a paragraph.
  bool ends_asking_requester(std::size_t paragraph) const {
    const std::string_view text = printed(paragraph);
    const std::size_t stop = text.size() < 2 ? std::string_view::npos : text.rfind(". ", text.size() - 2);
    return asks_of_requester(to_lower_ascii(stop == std::string_view::npos ? text : text.substr(stop + 2)));
  }

  // "The report on lettings. Ordered last autumn; it goes to the board in June." among questions answered on their own lines.
  bool names_and_answers(std::size_t i) const {
    if (i == 0 || layout_.marker(i) || !cutter_.typed_answer(paragraphs_[i - 1].span)) return false;
    const std::string_view text = printed(i);
    const std::size_t stop = text.find(". ");
    if (stop == std::string_view::npos || stop < kNamedBytes || stop > kHeadingBytes) return false;
    const std::string named = layout_.cue_text(Span{paragraphs_[i].span.start, paragraphs_[i].span.start + stop});
    return reads_as(named) == Reads::kNames && !is_section_heading(named) && !is_reasons_heading(named) &&
           named.find(' ') != std::string::npos;
  }

  // Between questions with their answers, one put without a question mark: "Number of flights by purpose".
  bool names_next(std::size_t i, std::size_t end) const {
    const std::string& text = cue_text(i);
    if (names_and_answers(i)) return true;
    // "And the log of that day, please." goes on with what was asked above the answer.
    if (i + 1 < end && !layout_.marker(i) && text.starts_with("and ") && printed(i).size() <= kBareItemBytes)
      if (const Reads reads = reads_as(text); reads == Reads::kNames || reads == Reads::kWonders) return true;
    if (i + 1 >= end || layout_.marker(i) || printed(i).size() > kBareItemBytes) return false;
    if (printed(i).ends_with('.') && !names_of(text)) return false;
    const Reads reads = reads_as(text);
    return (reads == Reads::kWonders && text.starts_with("for each")) || (reads == Reads::kNames && names_wanted(text));
  }

  // "The names of the drivers.": with its stop it asks like a sentence; "copies of the log are attached" answers.
  static bool names_of(std::string_view text) {
    static constexpr CueTable wanted = {"the name of", "the names of",   "the number of", "number of", "the cost of",
                                        "the date of", "the dates of",   "a list of",     "a copy of", "copies of",
                                        "details of",  "any records of", "all records of"};
    static constexpr CueTable given = {"attached",  "enclosed", "below",    "above",   "withheld",
                                       "published", "included", "supplied", "provided"};
    return !prefix_of(text, wanted).empty() && reads_as(text) == Reads::kNames && !has_any(text, given);
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
    std::vector<std::size_t> starts = quoted_items(block);
    if (starts.size() < 2 && questions_.empty()) starts = siblings(block);
    if (starts.size() < 2) starts = openers(block, first);
    if (starts.size() < 2 && is_bare_list(block, first)) {
      starts.clear();
      for (std::size_t i = first; i < block.end; ++i) starts.push_back(i);
    }
    const bool of_you = first < block.end && (cue_text(first).starts_with("you ") || cue_text(first).starts_with("your "));
    const bool quoted = first < block.end && (printed(first).front() == '"' || printed(first).starts_with("\u201C"));
    const bool told = first < block.end && !quoted && (of_you || told_at(to_lower_ascii(printed(first))).has_value()) &&
                      !printed(first).ends_with(':') && !printed(first).ends_with('?');
    // "Request 2023/1190" heads the letter.
    const bool headed = first < block.end && block.end == first + 1 && heads_request(bare(cue_text(first)));
    // What the letter decides is nothing that it was asked.
    const bool decides = first < block.end && !quoted && reads_as(cue_text(first)) == Reads::kStates && refuses(cue_text(first));
    const bool asked = first < block.end && !headed && !decides && !says_where_it_goes(cue_text(first)) && !is_day(first) &&
                       !explains_words(first) && !told && !wants_review(cue_text(first)) && !answers_thread(block, first);
    if (starts.empty() && questions_.empty() && asked) starts.push_back(first);
    for (std::size_t i = 0; i < starts.size() && questions_.size() < kMaxQuestions; ++i)
      take_paragraphs(starts[i], i + 1 < starts.size() ? starts[i + 1] : block.end);
  }

  static bool refuses(std::string_view text) {
    static constexpr CueTable cues = {"is refusing", "are refusing", "refuses the request", "relies on",      "relies upon",
                                      "is refused",  "has refused",  "has decided",         "have decided",   "is not obliged",
                                      "we refuse",   "i refuse",     "is withholding",      "are withholding"};
    return has_any(text, cues);
  }

  // Nothing but a date: the letter's own, under "Request of 3 May 2024".
  bool is_day(std::size_t paragraph) const {
    const std::vector<PrintedDate> dates = find_printed_dates(printed(paragraph));
    return dates.size() == 1 && dates.front().where.start == 0 && dates.front().where.end == printed(paragraph).size();
  }

  // "Your email is copied below." over an answer: the request stands in the message under it.
  bool answers_thread(const Block& block, std::size_t paragraph) {
    static constexpr std::string_view self[] = {"i", "my", "me", "please"};
    if (reads_as(cue_text(paragraph)) != Reads::kStates || has_any(cue_text(paragraph), self)) return false;
    if (!after_thread_) after_thread_ = after_asking_thread();
    return block.end < *after_thread_;
  }
  // The paragraph after the first of the last message that asks something; 0 when none does.
  std::size_t after_asking_thread() const {
    const auto asks = [&](std::size_t i) { return printed(i).find('?') != std::string_view::npos || begins_question(i); };
    for (std::size_t b = blocks_.size(); b-- > 0;) {
      if (blocks_[b].kind != SectionKind::quoted_thread) continue;
      for (std::size_t i = blocks_[b].first; i < blocks_[b].end; ++i)
        if (asks(i)) return blocks_[b].first + 1;
    }
    return 0;
  }

  // Paragraphs of a block that begin a question. Among paragraphs that ask, none of them answered, one that names a thing asks for it.
  std::vector<std::size_t> openers(const Block& block, std::size_t first) const {
    std::vector<std::size_t> starts;
    const bool answered_after = is_answered_after(block);
    bool asking = false;     // the last question has no answer yet
    bool unanswered = true;  // nor has any before it
    for (std::size_t i = first; i < block.end; ++i) {
      const bool put = printed(i).size() >= kPutBytes || printed(i).ends_with('?');
      unanswered = unanswered && put && !printed(i).ends_with(':') && reads_as(cue_text(i)) != Reads::kStates;
      const bool goes_on = asking && cutter_.asks_on(i, printed(i - 1).ends_with(':'));
      const bool row = cells_of(letter_, letter_.lines[paragraphs_[i].first_line]).size() > 1;
      const bool names = asking && unanswered && answered_after && !layout_.marker(i) && !row && !heads_row(block, i) && !asks_much(starts);
      if ((begins_question(i) || names) && !(goes_on && asks_on(cue_text(i)))) {
        starts.push_back(i);
        asking = true;
      } else if (!goes_on) {
        asking = false;
      }
    }
    return starts;
  }
  // Over a table of figures.
  bool heads_row(const Block& block, std::size_t paragraph) const {
    return paragraph + 1 < block.end && cells_of(letter_, letter_.lines[paragraphs_[paragraph + 1].first_line]).size() > 1;
  }
  // The whole request stands in one paragraph: what is named in a line under it heads the answers.
  bool asks_much(const std::vector<std::size_t>& starts) const {
    return starts.size() == 1 && std::ranges::count(printed(starts.front()), '?') > 1;
  }

  // After "you asked:", items of one sentence, a semicolon after each but the last; or things that are named one after the other, each in a
  // paragraph, up to the first that states something.
  std::vector<std::size_t> siblings(const Block& block) const {
    std::vector<std::size_t> starts;
    std::size_t first = block.first;
    bool led = first > 0 && printed(first - 1).ends_with(':');
    for (std::size_t heads = 0; !led && heads < 2 && first < block.end; ++heads) {
      led =
          printed(first).ends_with(':') || (heads_request(cue_text(first)) && first + 1 < block.end && !printed(first + 1).ends_with(':'));
      if (led || heads_request(cue_text(first))) ++first;
    }
    if (!led || first >= block.end || layout_.marker(first)) return starts;
    const bool parted = ends_part(first);
    if (!parted && reads_as(cue_text(first)) == Reads::kAsks) return starts;
    for (std::size_t i = first; i < block.end; ++i) {
      const bool row = cells_of(letter_, letter_.lines[paragraphs_[i].first_line]).size() > 1;
      const bool short_enough = !row && printed(i).size() <= kBareItemBytes && !printed(i).ends_with(':');
      if (layout_.marker(i) || !short_enough || (!parted && reads_as(cue_text(i)) == Reads::kStates) || asks_on(cue_text(i))) break;
      if (!parted && is_section_heading(cue_text(i))) break;
      starts.push_back(i);
      if (parted && !ends_part(i)) break;
    }
    return starts;
  }
  // "…;", "…; and".
  bool ends_part(std::size_t paragraph) const {
    std::string_view text = printed(paragraph);
    for (std::string_view word : {" and", " or"})
      if (text.ends_with(word)) text.remove_suffix(word.size());
    return text.ends_with(';');
  }

  bool is_answered_after(const Block& block) const {
    const auto last = std::find_if(blocks_.rbegin(), blocks_.rend(), [](const Block& b) { return !b.asking; });
    return last != blocks_.rend() && last->first >= block.end;
  }

  // A quotation of several paragraphs, each of which asks or names something; what leads in to them is none.
  std::vector<std::size_t> quoted_items(const Block& block) const {
    const auto opens = [](std::string_view text) { return text.starts_with('"') || text.starts_with("\u201C"); };
    const auto closes = [](std::string_view text) {
      return text.find('"', 1) != std::string_view::npos || text.find("\u201D") != std::string_view::npos;
    };
    std::vector<std::size_t> starts;
    std::size_t i = block.first;
    if (!opens(printed(i)) || closes(printed(i))) return starts;
    for (bool closed = false; i < block.end && !closed; ++i) {
      const std::string& text = cue_text(i);
      if (layout_.marker(i) || printed(i).size() > kBareItemBytes || reads_as(text) == Reads::kStates || asks_on(text)) return {};
      closed = i > block.first && closes(printed(i));
      const bool leads = starts.empty() && leads_in_only(text);
      if (!leads) starts.push_back(i);
      if (i + 1 == block.end && !closed) return {};
    }
    return starts;
  }

  // "Please can you send me": who asks, and nothing asked for.
  static bool leads_in_only(std::string_view text) {
    static constexpr std::string_view words[] = {
        "please", "can",        "could",   "would", "you",         "i",   "we",   "like",  "to",      "send",      "provide",
        "tell",   "give",       "supply",  "let",   "have",        "me",  "us",   "with",  "know",    "see",       "kindly",
        "under",  "the",        "freedom", "of",    "information", "act", "foi",  "2000",  "request", "following", "also",
        "am",     "requesting", "for",     "want",  "wish",        "a",   "copy", "copies"};
    return bare(skip_words(text, words)).empty();
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

  bool goes_on_from(const Block& block, std::size_t paragraph) const {
    const SectionKind kind = layout_.kind(paragraph);
    return paragraph < block.end || kind == SectionKind::response || kind == SectionKind::exemption_reasons;
  }

  // A line that asks or names something and does not end as a sentence does.
  bool puts(std::size_t paragraph) const {
    const std::string_view text = printed(paragraph);
    if (layout_.marker(paragraph) || text.size() > kBareItemBytes || text.size() < kNamedBytes) return false;
    if (text.ends_with('.') || text.ends_with(':') || text.ends_with(',') || text.ends_with(';')) return false;
    if (text.find('\t') != std::string_view::npos || text.find("   ") != std::string_view::npos || !is_upper(text.front())) return false;
    const std::string& cue = cue_text(paragraph);
    return !is_section_heading(cue) && !heads_request(cue) && !is_reasons_heading(cue) &&
           (reads_as(cue) != Reads::kStates || text.ends_with('?'));
  }

  bool introduces(std::size_t paragraph) const {
    const std::string_view text = printed(paragraph);
    if (text.ends_with(':') || text.ends_with(";") || text.ends_with(":-")) return true;
    const bool told = text.ends_with('.') && told_at(to_lower_ascii(text)).has_value();
    return text.size() < kHeadingBytes && !text.ends_with('?') && !told && reads_as(cue_text(paragraph)) != Reads::kAsks;
  }

  // "What could we do within 18 hours?", "Did we overdo it?": the authority asks itself, and goes on to answer.
  static bool asks_itself(std::string_view text) {
    static constexpr std::string_view aux[] = {"could we", "can we", "did we", "have we", "should we",
                                               "were we",  "are we", "do we",  "will we", "would we"};
    // "Is section 31 engaged?" over how it was decided.
    static constexpr CueTable grounds = {"section", "sections", "regulation", "exemption", "exemptions", "exception", "exceptions"};
    static constexpr CueTable counted = {"how many", "how often", "number of", "you", "your", "why"};
    static constexpr CueTable holds = {"engaged", "apply", "applies", "applied", "made out"};
    const std::string_view first = text.substr(0, std::min(text.find('?'), text.size()));
    if (first.size() == text.size() || first.size() >= kHeadingBytes) return false;
    return has_any(first, aux) || (has_any(first, grounds) && has_any(first, holds) && !has_any(first, counted));
  }

  bool begins_question(std::size_t paragraph) const {
    const std::string& text = cue_text(paragraph);
    static constexpr std::string_view orders[] = {"first,",  "firstly",  "second,", "secondly", "third,",  "thirdly",
                                                  "fourth,", "fourthly", "fifth,",  "fifthly",  "lastly,", "finally,"};
    if (wants_review(text) || asks_itself(text)) return false;
    if (printed(paragraph).ends_with('?') || reads_as(text) == Reads::kAsks) return true;
    // "> what the hire costs": a line of a quoted request.
    if (printed(paragraph).starts_with("> ") && reads_as(text) == Reads::kWonders &&
        printed(paragraph).find(". ") == std::string_view::npos && !asks_on(text))
      return true;
    // "First, an apology. We ought to have …": more than one thing that is named.
    return !prefix_of(text, orders).empty() && printed(paragraph).find(". ") == std::string_view::npos;
  }

  const Letter& letter_;
  const QuestionLayout& layout_;
  QuestionCutter cutter_;
  const std::vector<Paragraph>& paragraphs_;
  const std::vector<Block>& blocks_;
  std::optional<std::size_t> after_thread_;  // see after_asking_thread; told once
  std::vector<FoundQuestion> questions_;
};

}  // namespace

std::vector<FoundQuestion> find_put_and_answered(const QuestionLayout& layout) {
  Finder finder(layout);
  finder.take_put_and_answered();
  return std::move(finder).found();
}

std::vector<FoundQuestion> find_asking_paragraphs(const QuestionLayout& layout) {
  Finder finder(layout);
  finder.take_asking_blocks();
  return std::move(finder).found();
}

std::vector<FoundQuestion> find_answered_paragraphs(const QuestionLayout& layout, bool also_in_request) {
  Finder finder(layout);
  finder.take_question_paragraphs(also_in_request);
  return std::move(finder).found();
}

std::vector<FoundQuestion> find_interleaved_quotes(const QuestionLayout& layout) {
  Finder finder(layout);
  finder.take_interleaved_quotes();
  return std::move(finder).found();
}

std::vector<FoundQuestion> find_lone_request(const QuestionLayout& layout) {
  Finder finder(layout);
  finder.take_lone_request();
  return std::move(finder).found();
}

std::vector<FoundQuestion> find_quoted_request(const QuestionLayout& layout) {
  Finder finder(layout);
  finder.take_quoted_request();
  return std::move(finder).found();
}

}  // namespace foi::understand
