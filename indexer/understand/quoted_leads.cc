// Questions in quotation marks: find_quoted_leads of unmarked_questions.h.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/unmarked_questions.h"

namespace foi::understand {

namespace {

// The most of what is quoted, and the least that names something, in bytes.
constexpr std::size_t kQuotedBytes = 250, kNamedBytes = 12;

// The words in the quotation marks with which a paragraph begins, where nothing else stands on the line on which they end.
std::optional<Span> quoted_lead(const QuestionLayout& layout, std::size_t paragraph) {
  const std::vector<Paragraph>& paragraphs = layout.paragraphs();
  const std::string_view text = layout.printed(paragraph);
  const std::size_t open = text.find_first_not_of("*_ |>");
  if (open == std::string_view::npos) return std::nullopt;
  for (auto [from, to] : {std::pair<std::string_view, std::string_view>{"\u201C", "\u201D"}, {"\"", "\""}}) {
    if (!text.substr(open).starts_with(from)) continue;
    const std::size_t start = open + from.size(), end = text.find(to, start);
    if (end == std::string_view::npos || end - start > kQuotedBytes || end - start < kNamedBytes) return std::nullopt;
    const std::size_t after = text.find_first_not_of("*_. ", end + to.size());
    if (after != std::string_view::npos && text[after] != '\n') return std::nullopt;
    return Span{paragraphs[paragraph].span.start + start, paragraphs[paragraph].span.start + end};
  }
  return std::nullopt;
}

}  // namespace

std::vector<FoundQuestion> find_quoted_leads(const QuestionLayout& layout) {
  const std::vector<Paragraph>& paragraphs = layout.paragraphs();
  std::vector<FoundQuestion> questions;
  std::vector<std::pair<std::size_t, Span>> leads;  // paragraph, words quoted
  std::size_t states = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (layout.kind(i) != SectionKind::response && layout.kind(i) != SectionKind::request) continue;
    const std::optional<Span> quoted = quoted_lead(layout, i);
    if (!quoted) continue;
    const bool answered = quoted->end + 2 < paragraphs[i].span.end || (i + 1 < paragraphs.size() && !quoted_lead(layout, i + 1));
    if (!answered) return questions;
    states += reads_as(layout.cue_text(*quoted)) == Reads::kStates ? 1 : 0;
    leads.emplace_back(i, *quoted);
  }
  if (leads.size() < 2 || 3 * states > leads.size()) return questions;
  for (std::size_t n = 0; n < leads.size() && questions.size() < kMaxQuestions; ++n) {
    std::size_t end = n + 1 < leads.size() ? leads[n + 1].first : leads[n].first + 1;
    if (n + 1 == leads.size() && leads[n].second.end + 2 >= paragraphs[leads[n].first].span.end) ++end;
    FoundQuestion q;
    q.number = std::to_string(n + 1);
    q.text = leads[n].second;
    q.answer = {q.text.end + 1, paragraphs[end - 1].span.end};
    while (!q.answer.empty() && !is_word(layout.letter().text[q.answer.start]) && layout.letter().text[q.answer.start] < 0x7f)
      ++q.answer.start;
    questions.push_back(std::move(q));
  }
  return questions;
}

}  // namespace foi::understand
