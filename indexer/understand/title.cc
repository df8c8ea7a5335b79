#include "indexer/understand/title.h"

#include <algorithm>
#include <utility>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/paragraphs.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// A subject line stands near the top.
constexpr std::size_t kSubjectLines = 80;

constexpr CueTable kSubjectStarts = {"re:",
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

// False when the first letter of a line tells that it is none.
bool may_be_subject(std::string_view line) {
  const auto first = std::ranges::find_if(line, is_alpha);
  if (first == line.end()) return false;
  const char letter = is_upper(*first) ? static_cast<char>(*first - 'A' + 'a') : *first;
  return !is_lower(letter) || std::ranges::any_of(kSubjectStarts, [&](std::string_view start) { return start.front() == letter; });
}

std::optional<Span> subject_line(const Letter& letter, const std::vector<Section>& sections) {
  for (std::size_t i = 0; i < std::min(letter.lines.size(), kSubjectLines); ++i) {
    const Span line = trimmed(letter, letter.lines[i]);
    if (line.empty() || line.end - line.start > kMaxTitleBytes) continue;
    if (!may_be_subject(letter.view(line))) continue;
    const std::string lower = repaired_lower(letter.view(line));
    if (prefix_of(lower, kSubjectStarts).empty() || lower.ends_with('.') || section_at(sections, line.start) == SectionKind::request)
      continue;
    if (is_boilerplate(section_at(sections, line.start))) continue;
    if (telling_words(lower) >= 2) return without_label(letter, line);
  }
  return std::nullopt;
}

// Of an enclosure: lines that may be its title, on the first page that has any.
constexpr std::size_t kHeadingLines = 60;
// A heading is so much higher than most words of its page, and its lines are about as high as one another.
constexpr float kHeadingHeight = 1.25F;
constexpr float kSameHeight = 0.9F;

struct TitleLine {
  Span span;
  std::size_t page = 0;    // from zero
  std::size_t number = 0;  // of the line in the letter
  float height = 0;        // points; 0 when the page has no boxes
};

float median(std::vector<float> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

float body_height(const Page& page) {
  std::vector<float> heights;
  for (const Word& word : page.words) heights.push_back(word.box.y1 - word.box.y0);
  return median(std::move(heights));
}

// Median, so that a capital or a footnote's digit says nothing. from and to: bytes of the page's text.
float line_height(const Page& page, std::size_t from, std::size_t to) {
  std::vector<float> heights;
  const auto first = std::ranges::lower_bound(page.words, from, {}, [](const Word& word) { return std::size_t{word.start}; });
  for (auto word = first; word != page.words.end() && word->start < to; ++word) heights.push_back(word->box.y1 - word->box.y0);
  return median(std::move(heights));
}

std::vector<TitleLine> title_lines(const Letter& letter, const std::vector<Page>& pages) {
  std::vector<TitleLine> lines;
  for (std::size_t i = 0; i < letter.lines.size() && lines.size() < kHeadingLines; ++i) {
    const Span span = trimmed(letter, letter.lines[i]);
    if (span.empty()) continue;
    const std::size_t page = letter.page_index(span.start);
    if (!lines.empty() && page != lines.front().page) break;
    const std::size_t begin = letter.page_starts[page];
    lines.push_back({span, page, i, line_height(pages[page], span.start - begin, span.end - begin)});
  }
  return lines;
}

// No row of a table, no sentence, no figures.
bool reads_as_title(const Letter& letter, Span line) {
  const std::string_view text = letter.view(line);
  const bool row = text.find("   ") != std::string_view::npos || text.find('\t') != std::string_view::npos ||
                   text.find(" | ") != std::string_view::npos || text.find(',') != std::string_view::npos;
  return !row && text.size() <= kMaxTitleBytes && !text.ends_with('.') && telling_words(repaired_lower(text)) >= 2;
}

// `the minutes" and "the log`: its first quotation mark closes what began before it. Not of one mark alone, as in `6" pipes`.
bool begins_quoted(std::string_view title) {
  const std::size_t straight = title.find('"'), curly = title.find("\u201D");
  if (curly != std::string_view::npos && curly < title.find("\u201C")) return true;
  const bool several = straight != std::string_view::npos && title.find('"', straight + 1) != std::string_view::npos;
  return several && straight > 0 && title[straight - 1] != ' ' && title[straight - 1] != '(';
}

}  // namespace

std::optional<Span> find_title(const Letter& letter, const std::vector<Section>& sections, const std::vector<FoundQuestion>& questions) {
  if (const auto subject = subject_line(letter, sections)) return subject;
  if (questions.empty()) return std::nullopt;
  if (!questions.front().heading.empty()) return questions.front().heading;
  // A row of a table may name its question by the number alone.
  const Span first = questions.front().text;
  return std::ranges::any_of(letter.view(first), is_alpha) ? std::optional(first) : std::nullopt;
}

std::optional<Span> find_heading(const Letter& letter, const std::vector<Page>& pages) {
  const std::vector<TitleLine> lines = title_lines(letter, pages);
  const auto largest = std::ranges::max_element(lines, {}, &TitleLine::height);  // the first of equals
  if (largest == lines.end()) return std::nullopt;
  if (largest->height == 0) {
    const auto first = std::ranges::find_if(lines, [&](const TitleLine& line) { return reads_as_title(letter, line.span); });
    return first == lines.end() ? std::nullopt : std::optional(first->span);
  }
  if (largest->height < kHeadingHeight * body_height(pages[largest->page])) return std::nullopt;
  Span heading = largest->span;
  for (auto next = largest + 1; next != lines.end(); ++next) {
    const bool runs_on = next->number == next[-1].number + 1 && next->height >= kSameHeight * largest->height;
    if (!runs_on || next->span.end - heading.start > kMaxTitleBytes) break;
    heading.end = next->span.end;
  }
  return telling_words(repaired_lower(letter.view(heading))) >= 1 ? std::optional(heading) : std::nullopt;
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

std::string title_of_words(std::string_view text) {
  static constexpr std::string_view kArticles[] = {"the ", "a ", "an ", "its ", "their ", "your "};
  std::string title = title_text(text);
  for (bool cut = true; cut;) {
    cut = false;
    for (std::string_view end : {";", ",", "; and", ", and", " "})
      if (title.ends_with(end)) {
        title.resize(title.size() - end.size());
        cut = true;
      }
  }
  for (const auto& [opens, closes] : {std::pair<std::string_view, std::string_view>{"\"", "\""}, {"\u201C", "\u201D"}})
    if (title.size() > 2 && title.starts_with(opens) && title.find(closes, 1) == title.size() - closes.size())
      title = title.substr(opens.size(), title.size() - opens.size() - closes.size());
  // The end, or the beginning, of a quotation.
  if (std::ranges::count(title, '"') == 1 && (title.starts_with('"') || title.ends_with('"')))
    title.erase(title.starts_with('"') ? 0 : title.size() - 1, 1);
  const std::size_t article = [&] {
    for (std::string_view word : kArticles)
      if (title.starts_with(word)) return word.size();
    return std::size_t{0};
  }();
  if (article + 1 >= title.size() || begins_quoted(title)) return title;
  // "iPads", "the eBay account" are written so.
  const bool written_so = is_upper(title[article + 1]);
  if (!written_so || article > 0) title.erase(0, article);
  if (!written_so && title.front() >= 'a' && title.front() <= 'z') title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

}  // namespace foi::understand
