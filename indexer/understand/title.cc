#include "indexer/understand/title.h"

#include <algorithm>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/paragraphs.h"
#include "indexer/understand/repair.h"

namespace foi::understand {

namespace {

// A subject line stands near the top.
constexpr std::size_t kSubjectLines = 80;

constexpr std::string_view kSubjectStarts[] = {"re:",
                                               "re -",
                                               "subject:",
                                               "request for information",
                                               "freedom of information request",
                                               "foi request",
                                               "freedom of information act 2000 - request",
                                               "freedom of information",
                                               "your request for information"};
// Words that name no subject.
constexpr std::string_view kGeneric[] = {"freedom",     "information", "request", "requests", "foia",     "your",   "under",
                                         "response",    "reference",   "subject", "section",  "decision", "notice", "environmental",
                                         "regulations", "from",        "dated",   "2000",     "2004"};

std::size_t telling_words(std::string_view lower) {
  std::size_t words = 0, start = 0;
  for (std::size_t i = 0; i <= lower.size(); ++i) {
    if (i < lower.size() && is_word(lower[i])) continue;
    const std::string_view word = lower.substr(start, i - start);
    const bool letters = std::ranges::none_of(word, [](char c) { return c >= '0' && c <= '9'; });
    if (word.size() > 3 && letters && std::ranges::find(kGeneric, word) == std::end(kGeneric)) ++words;
    start = i + 1;
  }
  return words;
}

// The part of a subject line after its label.
Span without_label(const Letter& letter, Span line) {
  const std::string_view text = letter.view(line);
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon > 10) return line;
  const std::size_t start = text.find_first_not_of(" \t*", colon + 1);
  return start == std::string_view::npos ? line : Span{line.start + start, line.end};
}

std::optional<Span> subject_line(const Letter& letter, const std::vector<Section>& sections) {
  for (std::size_t i = 0; i < std::min(letter.lines.size(), kSubjectLines); ++i) {
    const Span line = trimmed(letter, letter.lines[i]);
    if (line.empty() || line.end - line.start > kMaxTitleBytes) continue;
    const std::string lower = repaired_lower(letter.view(line));
    if (prefix_of(lower, kSubjectStarts).empty() || lower.ends_with('.') || section_at(sections, line.start) == SectionKind::request)
      continue;
    if (is_boilerplate(section_at(sections, line.start))) continue;
    if (telling_words(lower) >= 2) return without_label(letter, line);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Span> find_title(const Letter& letter, const std::vector<Section>& sections, const std::vector<FoundQuestion>& questions) {
  if (const auto subject = subject_line(letter, sections)) return subject;
  if (questions.empty()) return std::nullopt;
  if (!questions.front().heading.empty()) return questions.front().heading;
  return questions.front().text.empty() ? std::nullopt : std::optional(questions.front().text);
}

std::string title_text(std::string_view text) {
  std::string line;
  for (char c : text.substr(0, 4 * kMaxTitleBytes)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    if (c == '*' || c == '#') continue;
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  if (line.size() <= kMaxTitleBytes) return line;
  const std::string_view cut = utf8_prefix(line, kMaxTitleBytes);
  const std::size_t space = cut.rfind(' ');
  return std::string(cut.substr(0, space == std::string_view::npos ? cut.size() : space)) + "\u2026";
}

}  // namespace foi::understand
