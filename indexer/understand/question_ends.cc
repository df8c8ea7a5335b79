#include "indexer/understand/question_ends.h"

#include <algorithm>
#include <string>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/paragraphs.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/section_openers.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// The heading over an answer is one short line; an answer that gives what was asked and says no more; in bytes.
constexpr std::size_t kAnswerHeadBytes = 90, kGivingBytes = 2'000;

// What a letter says when its answers are done: how to complain, where else to ask, what is printed with every letter.
bool is_closing_remark(std::string_view lower) {
  static constexpr std::string_view begins[] = {"your right",
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

// "Decision", "The first response": what is asked for of each case may be called so as well.
bool may_head_answer(std::string_view lower) {
  static constexpr std::string_view words[] = {"the",        "first",    "original", "initial",   "full",      "review",
                                               "reviewer's", "internal", "revised",  "corrected", "further",   "new",
                                               "trust",      "council",  "force",    "board",     "authority", "university"};
  static constexpr CueTable heads = {"reply",
                                     "response",
                                     "responses",
                                     "answer",
                                     "answers",
                                     "decision",
                                     "decisions",
                                     "finding",
                                     "findings",
                                     "outcome",
                                     "conclusion",
                                     "conclusions",
                                     "consideration",
                                     "considerations",
                                     "background",
                                     "result",
                                     "reasons",
                                     "reasoning",
                                     "discussion",
                                     "law",
                                     "exemption",
                                     "exemptions",
                                     "information held",
                                     "information provided",
                                     "answers given",
                                     "position",
                                     "exemptions applied",
                                     "information we hold",
                                     "information sent",
                                     "searches",
                                     "search"};
  return is_one_of(skip_words(lower, words), heads);
}

// "Our response", "What we can tell you", "The Council's reply", "How we have dealt with your request".
bool surely_heads_answer(std::string_view lower) {
  static constexpr CueTable ours = {"our", "my"};
  static constexpr CueTable begins = {"what we",
                                      "what i",
                                      "what you asked",
                                      "what you requested",
                                      "what you were told",
                                      "what was decided",
                                      "what was said",
                                      "what was answered",
                                      "what the review found",
                                      "how we dealt",
                                      "how we have dealt",
                                      "how i dealt",
                                      "why we",
                                      "why i"};
  const std::string_view text = bare(lower);
  if (!prefix_of(text, begins).empty()) return true;
  if (const std::string_view own = prefix_of(text, ours); !own.empty()) {
    const std::string_view rest = bare(text.substr(own.size()));
    const std::size_t to_you = rest.find(" to you");
    return may_head_answer(rest.substr(0, to_you));
  }
  const std::size_t whose = text.find("'s ");
  return text.starts_with("the ") && whose != std::string_view::npos && text.find(' ', 4) > whose &&
         may_head_answer(text.substr(whose + 3));
}

class HeadingsBelow {
 public:
  HeadingsBelow(const std::vector<FoundQuestion>& questions, const Letter& letter) : questions_(questions), letter_(letter) {}

  // Where the text of a question ends before the first such heading.
  std::size_t end_of(std::size_t question) const {
    const Span text = questions_[question].text;
    std::size_t end = text.start;
    bool lists = false;  // a line leads to what each is to tell
    for (std::size_t i = letter_.line_index(text.start); i < letter_.lines.size() && letter_.lines[i].start < text.end; ++i) {
      const Span line = trimmed(letter_, letter_.lines[i]);
      if (line.empty()) continue;
      const std::string_view printed = letter_.view(line);
      if (line.start > text.start && end > text.start &&
          heads_below(printed, question, letter_.view(Span{end, line.start}), last_of(end), lists))
        return end;
      end = std::min(line.end, text.end);
      lists = lists || printed.ends_with(':');
    }
    return text.end;
  }

 private:
  char last_of(std::size_t end) const { return letter_.text[end - 1]; }

  // between: what parts the line from the one before, which ends with last.
  bool heads_below(std::string_view printed, std::size_t question, std::string_view between, char last, bool lists) const {
    const bool marked = printed.starts_with('#') || printed.starts_with("**");
    printed.remove_prefix(std::min(printed.find_first_not_of("#*_ "), printed.size()));
    if (const auto number = marker_of(printed); number && number->style == MarkerStyle::kNumber)
      printed.remove_prefix(std::min(number->text, printed.size()));
    if (printed.empty() || printed.size() > kAnswerHeadBytes || !is_upper(printed.front()) ||
        std::string_view(".?;,").find(printed.back()) != std::string_view::npos)
      return false;
    const bool apart = marked || std::ranges::count(between, '\n') > 1 || std::string_view(".?!").find(last) != std::string_view::npos;
    const std::string lower = repaired_lower(printed);
    if (!lists && surely_heads_answer(lower)) return true;
    if (apart && !lists && (may_head_answer(lower) || names_body(printed, lower))) return true;
    return names_earlier(printed, question, apart);
  }

  // "HMRC response": a body by its capitals.
  static bool names_body(std::string_view printed, std::string_view lower) {
    const std::size_t space = std::min(printed.find(' '), printed.size());
    const bool capitals = space > 1 && std::ranges::all_of(printed.substr(0, space), is_upper);
    return capitals && space < lower.size() && may_head_answer(lower.substr(space + 1));
  }

  // "Question 1 - vans", "Item 2" on a line apart: of this question or one before it.
  bool names_earlier(std::string_view printed, std::size_t question, bool apart) const {
    const auto marker = marker_of(printed);
    if (!marker || marker->style != MarkerStyle::kQuestion) return false;
    const std::string_view name = printed.substr(0, marker->text), rest = printed.substr(std::min(marker->text, printed.size()));
    const bool parted = name.find_first_of("-:\u2013") != std::string_view::npos || rest.starts_with('-') || rest.starts_with("\u2013");
    if (!parted && !(apart && (rest.empty() || is_upper(rest.front())))) return false;
    for (std::size_t i = 0; i <= question; ++i)
      if (questions_[i].number == marker->label) return true;
    return false;
  }

  const std::vector<FoundQuestion>& questions_;
  const Letter& letter_;
};

}  // namespace

void end_before_headings(std::vector<FoundQuestion>& questions, const Letter& letter) {
  const HeadingsBelow headings(questions, letter);
  for (std::size_t i = 0; i < questions.size(); ++i) questions[i].text.end = headings.end_of(i);
}

void end_before_reasons(std::vector<FoundQuestion>& questions, const Letter& letter, const std::vector<Section>& sections) {
  static constexpr std::string_view refuses[] = {"withh", "exempt", "redact",  "remov",   "section",   "not able", "unable",  "cannot",
                                                 "refus", "below",  "not pro", "not rel", "sensitive", "declin",   "not disc"};
  for (FoundQuestion& q : questions) {
    auto s = std::ranges::upper_bound(sections, q.answer.start, {}, &Section::start);
    const std::size_t end = std::min(q.answer.end, q.answer.start + kGivingBytes);
    while (s != sections.end() && s->start < end && s->kind == SectionKind::response) ++s;
    if (s == sections.end() || s->start >= end || s->kind != SectionKind::exemption_reasons) continue;
    const std::string_view rest = letter.view(Span{s->start, s->end});
    const std::string heading = repaired_lower(rest.substr(0, std::min(rest.find('\n'), kAnswerHeadBytes * 2)));
    const std::string before = repaired_lower(letter.view(Span{q.answer.start, s->start}));
    const bool refused = std::ranges::any_of(refuses, [&](std::string_view cue) { return before.find(cue) != std::string::npos; });
    if (refused || !(is_section_heading(trim(heading)) || is_reasons_heading(trim(heading)))) continue;
    q.answer.end = q.answer.start + trim(letter.view(Span{q.answer.start, s->start})).size();
  }
}

namespace {

// Every answer but the last is one short paragraph, and the last begins with one.
bool answers_are_short(const std::vector<FoundQuestion>& questions, const QuestionLayout& layout) {
  constexpr std::size_t short_answer = 60;  // bytes
  return std::ranges::all_of(questions, [&](const FoundQuestion& q) {
    if (q.answer.empty() || q.answer_shared) return false;
    const std::size_t first = layout.paragraph_at(q.answer.start);
    const std::size_t end = &q == &questions.back() ? std::min(layout.paragraphs()[first].span.end, q.answer.end) : q.answer.end;
    return end <= layout.paragraphs()[first].span.end && end - q.answer.start <= short_answer;
  });
}

// "The names of the officers have been withheld under section 40(2)." apart from the figures above it, of something that the last question
// does not speak of: said of all answers.
bool withholds_besides(const QuestionLayout& layout, std::size_t paragraph, const FoundQuestion& last) {
  static constexpr CueTable begins = {"the", "any", "all", "names", "some"};
  static constexpr CueTable withheld = {"withheld",           "been removed", "been redacted", "exempt",           "are redacted",
                                        "is redacted",        "been omitted", "are removed",   "is removed",       "not disclosed",
                                        "not been disclosed", "not released", "not provided",  "not been provided"};
  // What points back at what was just answered.
  static constexpr CueTable same = {"this",        "these",     "that",     "those", "it",      "above",  "rest",    "remaining",
                                    "remainder",   "balance",   "question", "same",  "such",    "other",  "others",  "answer",
                                    "information", "breakdown", "further",  "data",  "figures", "figure", "details", "latter"};
  const std::vector<Paragraph>& paragraphs = layout.paragraphs();
  if (paragraphs[paragraph].first_line < paragraphs[paragraph - 1].end_line + 1) return false;  // no blank line between
  const std::string& said = layout.cue_text(paragraph);
  if (layout.marker(paragraph) || prefix_of(said, begins).empty() || !has_any(said, withheld)) return false;
  const std::string asked = repaired_lower(layout.letter().view(Span{last.text.start, last.answer.start}));
  constexpr std::size_t least = 4, stem = 5;  // letters
  static constexpr CueTable common = {"have", "been",  "under", "with", "section", "withheld",
                                      "were", "their", "that",  "from", "which",   "each"};
  const std::string subject = said.substr(0, said.find(" under "));
  if (has_any(subject, same)) return false;
  for (std::size_t i = 0; i < subject.size();) {
    std::size_t end = i;
    while (end < subject.size() && is_word(subject[end])) ++end;
    const std::string_view word = std::string_view(subject).substr(i, end - i);
    if (word.size() >= least && !is_one_of(word, common) && asked.find(word.substr(0, stem)) != std::string::npos) return false;
    i = end + 1;
  }
  return true;
}

}  // namespace

void end_before_remarks(std::vector<FoundQuestion>& questions, const QuestionLayout& layout) {
  if (questions.size() < 2) return;
  FoundQuestion& last = questions.back();
  if (last.answer.empty() || last.answer_shared) return;
  const std::vector<Paragraph>& paragraphs = layout.paragraphs();
  const std::size_t first = layout.paragraph_at(last.answer.start);
  const bool brief = answers_are_short(questions, layout);
  for (std::size_t i = first + 1; i < paragraphs.size() && paragraphs[i].span.start < last.answer.end; ++i) {
    const bool besides = brief && i == first + 1 && withholds_besides(layout, i, last);
    if (!besides && !is_closing_remark(layout.cue_text(i))) continue;
    last.answer.end = paragraphs[i - 1].span.end;
    return;
  }
}

}  // namespace foi::understand
