#include "indexer/understand/page_edges.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/understand/cues.h"
#include "indexer/understand/paragraphs.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// Lines with words at a page's head or foot that may be printed on every page, and how long they are in bytes.
constexpr std::size_t kEdgeLines = 3, kEdgeBytes = 160;
// Pages from which on what nearly all of them have is known not to be their own.
constexpr std::size_t kLeastPages = 3;
// Stands for the page's number at the end of a foot; no line has it.
constexpr std::string_view kOwnNumber = " | \f";

// In lower case, each number "#" and each space one.
std::string with_numbers_alike(std::string_view line) {
  std::string shape;
  for (const char c : line) {
    if (is_digit(c)) {
      if (!shape.ends_with('#')) shape += '#';
    } else if (c == ' ' || c == '\t') {
      if (!shape.ends_with(' ')) shape += ' ';
    } else {
      shape += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return shape;
}

// Told by its first byte before any shape is made: few lines begin so.
bool may_number_page(std::string_view line) {
  return !line.empty() && (is_digit(line.front()) || std::string_view("-pPtT#").find(line.front()) != std::string_view::npos);
}

bool is_page_number(std::string_view shape) {
  static constexpr std::string_view kNumbers[] = {"page # of #", "page #/#",     "page # / #",    "page | #", "# | page",   "# | p a g e",
                                                  "p a g e | #", "page: # of #", "tudalen # o #", "p. #",     "- page # -", "page # -"};
  return among(kNumbers, shape);
}

// "3", "- 3 -", "Page 3", "3 of 7": a page's number where those of the pages go up with them.
bool may_be_page_number(std::string_view shape) {
  static constexpr std::string_view kNumbers[] = {"#", "-#-", "- # -", "page #", "[#]", "(#)", "# of #", "#/#", "tudalen #"};
  return among(kNumbers, shape);
}

// "Answer", "Response:": over what is answered, though each page may have one.
bool labels_answer(std::string_view shape) {
  static constexpr std::string_view kLabels[] = {"answer", "response", "reply", "our answer", "our response"};
  if (shape.ends_with(':')) shape.remove_suffix(1);
  return among(kLabels, shape);
}

// "NB1 2AB", its digits "#": the outward part, a space, the inward.
bool has_postcode(std::string_view shape) {
  for (std::size_t at = shape.find("# #"); at != std::string_view::npos; at = shape.find("# #", at + 1)) {
    const std::string_view inward = shape.substr(at + 3);
    const bool letters = inward.size() >= 2 && is_lower(inward[0]) && is_lower(inward[1]) && (inward.size() == 2 || !is_word(inward[2]));
    if (at > 0 && is_lower(shape[at - 1]) && letters) return true;
  }
  return false;
}

// An address of any kind: printed twice it is nobody's answer.
bool is_of_stationery(std::string_view shape) {
  static constexpr std::string_view signs[] = {"www.", "http", "tel:", "tel. ", "telephone", "switchboard", ".gov.uk", ".nhs.uk", ".ac.uk"};
  if (shape.find('@') != std::string_view::npos && shape.find(" | ") != std::string_view::npos) return true;
  return has_postcode(shape) ||
         std::ranges::any_of(signs, [&](std::string_view sign) { return shape.find(sign) != std::string_view::npos; });
}

// "Town Council | FOI 12 | 2" as the foot of the second page, without its number; empty where the last cell is no such number. "Vans | 2"
// may be a row of a table.
std::string_view before_own_number(std::string_view line, std::size_t page) {
  const std::size_t bar = line.rfind(" | ");
  if (bar == std::string_view::npos || line.substr(bar + 3) != std::to_string(page + 1)) return {};
  const std::string_view rest = line.substr(0, bar);
  return rest.find(" | ") == std::string_view::npos ? std::string_view() : rest;
}

std::optional<std::size_t> first_number(std::string_view line) {
  constexpr std::size_t most = 4;  // digits
  const std::size_t at = std::min(line.find_first_of("0123456789"), line.size());
  std::size_t number = 0, n = 0;
  for (; at + n < line.size() && is_digit(line[at + n]) && n < most; ++n)
    number = number * 10 + static_cast<std::size_t>(line[at + n] - '0');
  return n == 0 ? std::nullopt : std::optional(number);
}

class EdgeFinder {
 public:
  explicit EdgeFinder(const Letter& letter) : letter_(letter), edges_(letter.lines.size(), false) {}

  std::vector<bool> run() && {
    for (std::size_t i = 0; i < letter_.lines.size(); ++i)
      if (letter_.lines[i].end - letter_.lines[i].start <= kEdgeBytes) edges_[i] = may_number_page(printed(i)) && is_page_number(shape(i));
    if (letter_.page_starts.size() < 2) return std::move(edges_);
    gather();
    mark_numbers(heads_);
    mark_numbers(feet_);
    mark_repeated(heads_, true);
    mark_repeated(feet_, false);
    return std::move(edges_);
  }

 private:
  using Edges = std::vector<std::vector<std::size_t>>;  // by page, lines from the edge inwards

  std::string_view printed(std::size_t line) const { return letter_.view(trimmed(letter_, letter_.lines[line])); }
  std::string shape(std::size_t line) const { return with_numbers_alike(printed(line)); }

  void gather() {
    const std::size_t pages = letter_.page_starts.size();
    for (std::size_t page = 0; page < pages; ++page) {
      const std::size_t first = letter_.line_index(letter_.page_starts[page]);
      const std::size_t end = page + 1 < pages ? letter_.line_index(letter_.page_starts[page + 1]) : letter_.lines.size();
      std::vector<std::size_t> head, foot;
      for (std::size_t i = first; i < end && head.size() < kEdgeLines; ++i) add(head, i);
      for (std::size_t i = end; i-- > first && foot.size() < kEdgeLines;) add(foot, i);
      heads_.push_back(std::move(head));
      feet_.push_back(std::move(foot));
    }
  }
  void add(std::vector<std::size_t>& edge, std::size_t line) const {
    if (!trimmed(letter_, letter_.lines[line]).empty()) edge.push_back(line);
  }

  // The outermost line of most pages is a number that goes up with them.
  void mark_numbers(const Edges& edges) {
    std::map<std::ptrdiff_t, std::vector<std::size_t>> by_first;  // lines, by the number that the first page has or would have
    for (std::size_t page = 0; page < edges.size(); ++page) {
      if (edges[page].empty()) continue;
      const std::size_t line = edges[page].front();
      if (letter_.lines[line].end - letter_.lines[line].start > kEdgeBytes || !may_be_page_number(shape(line))) continue;
      if (const auto number = first_number(letter_.view(letter_.lines[line])))
        by_first[static_cast<std::ptrdiff_t>(*number) - static_cast<std::ptrdiff_t>(page)].push_back(line);
    }
    for (const auto& [first, lines] : by_first)
      if (lines.size() >= 2 && 2 * lines.size() >= edges.size() && are_of_pages(first, lines, edges.size()))
        for (const std::size_t line : lines) edges_[line] = true;
  }

  // Bare numbers may be figures that were asked for, "7" and on the next page "8". first: the number of the first page, which may not be
  // printed; lines: where the numbers stand.
  bool are_of_pages(std::ptrdiff_t first, const std::vector<std::size_t>& lines, std::size_t pages) const {
    const std::size_t bare = static_cast<std::size_t>(std::ranges::count_if(lines, [&](std::size_t line) { return shape(line) == "#"; }));
    if (2 * bare < lines.size()) return true;
    const bool counted = first == 0 || first == 1;
    if (lines.size() + 1 < pages || (!counted && lines.size() < kLeastPages)) return false;
    const std::size_t answers = static_cast<std::size_t>(std::ranges::count_if(lines, [&](std::size_t line) { return is_awaited(line); }));
    return 2 * answers < lines.size();
  }

  // "How many?", "Fires:", "Answer" on the line before, empty ones aside.
  bool is_awaited(std::size_t line) const {
    constexpr std::size_t reach = 4;  // lines
    for (std::size_t above = line, n = 0; above-- > 0 && n < reach; ++n) {
      const std::string_view text = printed(above);
      if (text.empty()) continue;
      return text.ends_with('?') || text.ends_with(':') || labels_answer(with_numbers_alike(text.substr(0, kEdgeBytes)));
    }
    return false;
  }

  void mark_repeated(const Edges& edges, bool heads) {
    // Of two pages what stands by their numbers.
    const bool numbered = std::ranges::all_of(edges, [&](const auto& edge) { return !edge.empty() && edges_[edge.front()]; });
    const std::size_t least = numbered ? 2 : kLeastPages;
    std::map<std::string, std::vector<std::size_t>> by_shape;  // lines
    for (std::size_t page = 0; page < edges.size(); ++page) {
      std::vector<std::string> here;
      for (const std::size_t line : edges[page]) {
        // On a page of few lines the head is no foot.
        if (!heads && std::ranges::find(heads_[page], line) != heads_[page].end()) continue;
        if (letter_.lines[line].end - letter_.lines[line].start > kEdgeBytes) continue;
        // The head of a table goes on over its rows.
        if (heads && cells_of(letter_, letter_.lines[line]).size() > 1) continue;
        // "Annex 1" and "Annex 2" are two; "FOI 12, page 1" and "FOI 12, page 2" one.
        std::string of_line = with_numbers_alike(printed(line));
        if (!has_phrase(of_line, "page")) of_line = printed(line);
        if (const std::string_view own = heads ? std::string_view() : before_own_number(printed(line), page); !own.empty())
          of_line = std::string(own).append(kOwnNumber);
        if (labels_answer(with_numbers_alike(of_line)) || std::ranges::find(here, of_line) != here.end()) continue;
        by_shape[of_line].push_back(line);
        here.push_back(std::move(of_line));
      }
    }
    for (const auto& [shape, lines] : by_shape) {
      const bool counts = shape.ends_with(kOwnNumber);  // on every page its own
      const std::size_t enough = counts ? edges.size() : is_of_stationery(with_numbers_alike(shape)) ? 2 : least;
      if (lines.size() < enough || 3 * lines.size() < 2 * edges.size()) continue;
      for (const std::size_t line : lines)
        if (!heads || letter_.lines[line].start >= letter_.page_starts[1]) edges_[line] = true;
    }
  }

  const Letter& letter_;
  std::vector<bool> edges_;
  Edges heads_, feet_;
};

}  // namespace

std::vector<bool> page_edges(const Letter& letter) { return EdgeFinder(letter).run(); }

std::vector<Span> without_edges(const Letter& letter, const std::vector<bool>& edges, Span span) {
  std::vector<Span> pieces;
  if (span.empty()) return pieces;
  std::size_t start = span.start;
  const auto is_blank = [&](std::size_t at) { return std::string_view(" \t\r\n\f").find(letter.text[at]) != std::string_view::npos; };
  const auto close = [&](std::size_t end) {
    Span piece{start, end};
    while (!piece.empty() && is_blank(piece.end - 1)) --piece.end;
    while (!piece.empty() && is_blank(piece.start)) ++piece.start;
    if (!piece.empty()) pieces.push_back(piece);
  };
  for (std::size_t i = letter.line_index(span.start); i < letter.lines.size() && letter.lines[i].start < span.end; ++i) {
    const Line& line = letter.lines[i];
    // What a span begins or ends within is not its page's edge alone.
    const bool edge = edges[i] && line.start >= span.start && line.end <= span.end;
    const bool breaks = line.start > span.start && letter.text[line.start - 1] == '\f';
    if (!edge && !breaks) continue;
    close(std::max(start, line.start));
    start = edge ? line.end : line.start;
  }
  close(span.end);
  return pieces;
}

}  // namespace foi::understand
