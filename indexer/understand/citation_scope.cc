#include "indexer/understand/citation_scope.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "indexer/understand/citation_lines.h"
#include "indexer/understand/citation_words.h"
#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

int number_at(std::string_view s, std::size_t& at) {
  int n = 0;
  for (std::size_t digits = 0; digits < 3 && at < s.size() && s[at] >= '0' && s[at] <= '9'; ++digits) n = n * 10 + (s[at++] - '0');
  return n;
}

// The numbers after "question", "questions", "q" in a sentence: "questions 1 and 2", "Q3-5", "questions 1, 2 & 4".
std::vector<std::pair<int, int>> question_ranges(std::string_view sentence) {
  std::vector<std::pair<int, int>> ranges;
  for (std::string_view word : {"questions ", "question ", "q", "item ", "part ", "parts ", "points ", "point "}) {
    for (std::size_t at = sentence.find(word); at != std::string_view::npos && ranges.size() < 32; at = sentence.find(word, at + 1)) {
      if (at > 0 && is_word(sentence[at - 1])) continue;
      std::size_t p = at + word.size();
      while (p < sentence.size() && sentence[p] >= '0' && sentence[p] <= '9') {
        const int first = number_at(sentence, p);
        int last = first;
        const bool to = sentence.substr(p).starts_with(" to ");
        if (p + 1 < sentence.size() && (sentence[p] == '-' || to)) {
          std::size_t q = p + (to ? 4 : 1);
          if (const int end = number_at(sentence, q); end > first) last = end, p = q;
        }
        ranges.emplace_back(first, last);
        const Joiner joiner = joiner_at(sentence.substr(p, 16));
        p += joiner.length;
        if (joiner.length == 0) break;
      }
    }
  }
  return ranges;
}

}  // namespace

void add_question(FoundCitation& citation, const std::string& number) {
  if (std::ranges::find(citation.questions, number) == citation.questions.end()) citation.questions.push_back(number);
}

void Scopes::add(FoundCitation& c, const CodeCited& cited, Span place) const {
  const auto& questions = context_.questions;
  if (const std::size_t q = question_answered_at(questions, place.start); q != kNoQuestion) return add_question(c, questions[q].number);
  for (const auto& [first, last] : ranges_for(cited))
    for (const FoundQuestion& q : questions)
      if (const int n = std::atoi(q.number.c_str()); n >= first && n <= last) add_question(c, q.number);
}

// Of the citation's own part of its sentence: between the citation before and this, else between this and the next.
std::vector<std::pair<int, int>> Scopes::ranges_for(const CodeCited& cited) const {
  Span before = sentence_at(context_.text, cited.span), after = before;
  before.end = cited.chain_start;
  after.start = cited.chain_end;
  const auto other = [&](const CodeCited& c) { return c.chain_start != cited.chain_start; };
  const std::size_t i = static_cast<std::size_t>(&cited - cited_.data());
  std::size_t previous = i, next = i;
  while (previous > 0 && !other(cited_[previous])) --previous;
  while (next + 1 < cited_.size() && !other(cited_[next])) ++next;
  if (other(cited_[previous])) before.start = std::clamp(cited_[previous].chain_end, before.start, std::max(before.start, before.end));
  if (other(cited_[next])) after.end = std::clamp(cited_[next].chain_start, after.start, std::max(after.start, after.end));
  auto ranges = question_ranges(context_.text.lower_view(before));
  return ranges.empty() ? question_ranges(context_.text.lower_view(after)) : ranges;
}

void Scopes::add_blocks(std::vector<FoundCitation>& citations) const {
  static constexpr std::string_view points[] = {"see below",     "see exemption below", "exempt", "exemption", "withheld",
                                                "data withheld", "see refusal notice"};
  for (FoundCitation& c : citations) {
    if (!c.questions.empty()) continue;
    for (const FoundQuestion& q : context_.questions) {
      if (q.answer_shared && !q.answer.empty() && std::ranges::any_of(c.places, [&](Span p) { return q.answer.contains(p.start); }))
        add_question(c, q.number);
      if (q.answer_shared || q.answer.end - q.answer.start > 200) continue;
      if (has_any(context_.text.lower_view(context_.text.repaired(q.answer)), points)) add_question(c, q.number);
    }
  }
  const bool quoted = std::ranges::find(context_.sections, SectionKind::quoted_thread, &Section::kind) != context_.sections.end();
  if (!context_.review || !quoted) return;
  for (FoundCitation& c : citations)  // the first answer of a review was one for all
    if (c.questions.empty() && std::ranges::all_of(context_.questions, &FoundQuestion::answer_shared))
      for (const FoundQuestion& q : context_.questions) c.questions.push_back(q.number);
}

}  // namespace foi::understand
