#include "indexer/understand/paragraphs.h"

#include <algorithm>
#include <string_view>

#include "indexer/understand/markers.h"

namespace foi::understand {

namespace {

// Lines longer than this were not wrapped by a printer, so each is a paragraph.
constexpr std::size_t kLongestPrintedLine = 160;
// A line that ends a sentence before this part of the usual width ends its paragraph.
constexpr double kShortLine = 0.75;

constexpr std::string_view kNoBreakSpace = "\u00A0";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v'; }

bool ends_sentence(std::string_view line) {
  while (!line.empty() && (line.back() == '*' || line.back() == ')' || line.back() == '"' || line.back() == '\'')) line.remove_suffix(1);
  return !line.empty() && std::string_view(".:?!;").find(line.back()) != std::string_view::npos;
}

// The width nine of ten lines keep to, in bytes.
std::size_t usual_width(const Letter& letter) {
  std::vector<std::size_t> widths;
  for (const Line& line : letter.lines) {
    const Span text = trimmed(letter, line);
    if (!text.empty()) widths.push_back(text.end - line.start);
  }
  if (widths.empty()) return 0;
  const auto place = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
  std::nth_element(widths.begin(), place, widths.end());
  return *place;
}

}  // namespace

Span trimmed(const Letter& letter, Line line) {
  const std::string_view text = letter.text;
  while (line.start < line.end) {
    if (is_space(text[line.start]))
      ++line.start;
    else if (text.substr(line.start, 2) == kNoBreakSpace)
      line.start += 2;
    else
      break;
  }
  while (line.start < line.end) {
    if (is_space(text[line.end - 1]))
      --line.end;
    else if (line.end >= line.start + 2 && text.substr(line.end - 2, 2) == kNoBreakSpace)
      line.end -= 2;
    else
      break;
  }
  return {line.start, line.end};
}

std::vector<Paragraph> find_paragraphs(const Letter& letter) {
  const std::size_t width = usual_width(letter);
  const bool flowing = width > kLongestPrintedLine;
  const auto short_width = static_cast<std::size_t>(static_cast<double>(width) * kShortLine);
  std::vector<Paragraph> paragraphs;
  bool open = false;
  for (std::size_t i = 0; i < letter.lines.size(); ++i) {
    const Span text = trimmed(letter, letter.lines[i]);
    if (text.empty()) {
      open = false;
      continue;
    }
    if (!open || marker_of(letter.view(letter.lines[i]))) paragraphs.push_back({i, i, {text.start, text.start}});
    paragraphs.back().end_line = i + 1;
    paragraphs.back().span.end = text.end;
    const std::size_t line_width = text.end - letter.lines[i].start;
    open = !flowing && line_width <= kLongestPrintedLine && !(ends_sentence(letter.view(text)) && line_width < short_width);
  }
  return paragraphs;
}

}  // namespace foi::understand
