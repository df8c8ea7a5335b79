#include "indexer/understand/paragraphs.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "indexer/understand/line_markers.h"
#include "indexer/understand/page_edges.h"

namespace foi::understand {

namespace {

// Lines longer than this were not wrapped by a printer, so each is a paragraph.
constexpr std::size_t kLongestPrintedLine = 160;
// A line that ends a sentence before this part of the usual width ends its paragraph.
constexpr double kShortLine = 0.75;

// A line after the end of a sentence that begins so much further in or out, in bytes, begins another paragraph.
constexpr std::size_t kShift = 3;

constexpr std::string_view kNoBreakSpace = "\u00A0";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v'; }

bool ends_sentence(std::string_view line) {
  while (!line.empty() && (line.back() == '*' || line.back() == ')' || line.back() == '"' || line.back() == '\'')) line.remove_suffix(1);
  return !line.empty() && std::string_view(".:?!;").find(line.back()) != std::string_view::npos;
}

// ">" alone: the blank line of a quoted mail.
bool is_blank_quote(std::string_view text) { return text.find_first_not_of("> ") == std::string_view::npos; }

// Prose that no printer wrapped: long, and without the gaps of columns.
bool is_unwrapped(std::string_view text) {
  return text.size() > kLongestPrintedLine && text.find("   ") == std::string_view::npos && text.find('\t') == std::string_view::npos &&
         !text.starts_with('|');
}

// By line: it stands among lines, with no blank one between, of which some were not wrapped, so that each of them is a paragraph, as the
// lines of a Word file are.
std::vector<bool> flowing_lines(const Letter& letter) {
  std::vector<bool> flowing(letter.lines.size());
  for (std::size_t i = 0; i < letter.lines.size();) {
    std::size_t end = i;
    bool unwrapped = false;
    while (end < letter.lines.size() && !trimmed(letter, letter.lines[end]).empty())
      unwrapped = is_unwrapped(letter.view(trimmed(letter, letter.lines[end++]))) || unwrapped;
    if (unwrapped) std::fill(flowing.begin() + static_cast<std::ptrdiff_t>(i), flowing.begin() + static_cast<std::ptrdiff_t>(end), true);
    i = end + 1;
  }
  return flowing;
}

// A line of a quoted mail, or of an answer put after such marks.
bool starts_quoted(const Letter& letter, std::size_t line) { return letter.view(trimmed(letter, letter.lines[line])).starts_with('>'); }

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

std::size_t full_line(const Letter& letter) {
  return static_cast<std::size_t>(static_cast<double>(std::min(usual_width(letter), kLongestPrintedLine)) * kShortLine);
}

std::vector<Paragraph> find_paragraphs(const Letter& letter) {
  const std::size_t width = usual_width(letter);
  const bool flowing = width > kLongestPrintedLine;
  const auto short_width = static_cast<std::size_t>(static_cast<double>(width) * kShortLine);
  const std::vector<bool> unwrapped = flowing_lines(letter), edges = page_edges(letter);
  std::vector<Paragraph> paragraphs;
  bool open = false, after_sentence = false;
  std::size_t last_indent = 0;
  std::optional<std::size_t> item_indent;  // of the last number or bullet, until something stands further out
  for (std::size_t i = 0; i < letter.lines.size(); ++i) {
    const Span text = trimmed(letter, letter.lines[i]);
    if (text.empty() || edges[i] || is_blank_quote(letter.view(text))) {
      open = false;
      continue;
    }
    const std::size_t indent = text.start - letter.lines[i].start;
    const bool shifted = after_sentence && (indent > last_indent ? indent - last_indent : last_indent - indent) >= kShift;
    // Under an item, what stands further out than its number.
    const bool outdented = item_indent && indent < *item_indent;
    if (letter.markers[i]) item_indent = indent;
    if (outdented) item_indent.reset();
    last_indent = indent;
    after_sentence = ends_sentence(letter.view(text));
    // Answers put under the items of a list behind such marks.
    const bool quoted = open && starts_quoted(letter, i) != starts_quoted(letter, i - 1) && letter.markers[paragraphs.back().first_line];
    if (!open || letter.markers[i] || shifted || outdented || quoted) paragraphs.push_back({i, i, {text.start, text.start}});
    paragraphs.back().end_line = i + 1;
    paragraphs.back().span.end = text.end;
    const std::size_t line_width = text.end - letter.lines[i].start;
    if (letter.view(text).ends_with('?') || letter.view(text).ends_with(':')) {
      open = false;
      continue;
    }
    open =
        !flowing && !unwrapped[i] && line_width <= kLongestPrintedLine && !(ends_sentence(letter.view(text)) && line_width < short_width);
  }
  return paragraphs;
}

}  // namespace foi::understand
