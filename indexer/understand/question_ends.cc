#include "indexer/understand/question_ends.h"

#include <algorithm>
#include <string>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
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

}  // namespace

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

}  // namespace foi::understand
