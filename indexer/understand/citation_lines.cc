#include "indexer/understand/citation_lines.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "indexer/understand/citation_words.h"
#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// How far before a citation its row of a table may begin, in bytes.
constexpr std::size_t kRowBytes = 4'000;
// What makes a leaflet's list of exemptions: so many sections in ascending order, each so near the one before.
constexpr std::size_t kListLength = 8, kListGap = 240;
// A list as long as that names all exemptions, and so far after it a leaflet still speaks, in bytes.
constexpr std::size_t kWholeList = 14, kLeaflet = 1'500;

// A heading, in bytes; a line shorter than a cell ends by itself.
constexpr std::size_t kHeadingBytes = 120, kCellBytes = 60;

constexpr std::string_view kAbbreviations[] = {"s",  "ss",  "sec", "secs", "sect", "reg", "regs", "art", "no",   "e.g",
                                               "eg", "i.e", "ie",  "mr",   "mrs",  "ms",  "dr",   "st",  "para", "paras",
                                               "vs", "v",   "etc", "ref",  "nos",  "cf",  "p",    "pp"};
// A line that ends with one of these runs on.
constexpr std::string_view kRunsOn[] = {"under", "of",   "the",  "by",   "to",  "in",  "and",      "or",        "a",
                                        "an",    "as",   "with", "for",  "is",  "are", "section",  "sections",  "from",
                                        "that",  "this", "our",  "your", "s",   "at",  "on",       "act",       "be",
                                        "was",   "were", "has",  "have", "not", "per", "pursuant", "exemption", "regulation"};

std::string_view last_word(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0 && text.size() - start < 12 && (is_word(text[start - 1]) || text[start - 1] == '.')) --start;
  return text.substr(start);
}

// The printed line holding a place of the repaired text.
Span line_at(const Repaired& text, std::size_t at) {
  const std::size_t low = at < kHeadingBytes ? 0 : at - kHeadingBytes;
  std::size_t start = at, end = at;
  while (start > low && text.text[start - 1] != '\n') --start;
  while (end < text.text.size() && end < at + kHeadingBytes && text.text[end] != '\n') ++end;
  return {start, end};
}

// A short line before a capital, a digit or a bullet is a heading, a label or a cell.
bool ends_short_line(const Repaired& text, std::size_t at) {
  const std::string& t = text.text;
  if (at >= t.size() || t[at] != '\n' || at + 1 >= t.size()) return false;
  const char next = t[at + 1];
  const bool bullet = std::string_view(t).substr(at + 1).starts_with("\u2022");
  const bool opens = bullet || (next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9') || next == '-' || next == '*' || next == '(';
  if (!opens || at == 0) return false;
  std::size_t start = at;
  while (start > 0 && at - start <= kCellBytes && t[start - 1] != '\n') --start;
  if (at - start > kCellBytes) return false;
  const char last = t[at - 1];
  if (last == ',' || last == '-' || last == '(') return false;
  std::string_view word = last_word(std::string_view(text.lower).substr(start, at - start));
  return std::ranges::find(kRunsOn, bare(word)) == std::end(kRunsOn);
}

// "… of the Act.He decided that": a stop between two words without the space, but not in a name of a file, a site or a person.
bool joins_sentences(std::string_view t, std::size_t stop) {
  constexpr std::size_t shortest = 3;  // letters of the word before, which is no initial and no title
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::size_t start = stop, end = stop + 1;
  while (start > 0 && stop - start < shortest && is_letter(t[start - 1])) --start;
  while (end < t.size() && is_letter(t[end])) ++end;
  const bool capital = end > stop + 1 && t[stop + 1] >= 'A' && t[stop + 1] <= 'Z';
  return capital && stop - start == shortest && end < t.size() && (t[end] == ' ' || t[end] == ',') && (end > stop + 2 || t[end] == ' ');
}

// "foia-31-1-a" → 31.
int section_number(std::string_view id) {
  const std::size_t dash = id.find('-');
  return dash == std::string_view::npos ? 0 : std::atoi(std::string(id.substr(dash + 1)).c_str());
}

}  // namespace

bool ends_sentence(const Repaired& text, std::size_t at) {
  const std::string_view s = text.lower;
  if (s[at] == '\n' || s[at] == '?' || s[at] == '!') return true;
  if (text.text[at] == '\n') return ends_short_line(text, at);
  if (s[at] == '.' && joins_sentences(text.text, at)) return true;
  if (s[at] != '.' || at + 1 >= s.size() || (s[at + 1] != ' ' && s[at + 1] != '\n')) return false;
  const std::size_t from = at < 12 ? 0 : at - 12;
  return std::ranges::find(kAbbreviations, last_word(s.substr(from, at - from))) == std::end(kAbbreviations);
}

bool is_figure(std::string_view after) {
  while (!after.empty() && (after.front() == ' ' || after.front() == ':' || after.front() == '-' || after.front() == '='))
    after.remove_prefix(1);
  if (after.starts_with("\u00A3")) after.remove_prefix(2);
  if (after.empty() || after.front() < '0' || after.front() > '9') return false;
  std::size_t n = 1;
  while (n < after.size() && ((after[n] >= '0' && after[n] <= '9') || after[n] == ',' || after[n] == '%')) ++n;
  return (n == after.size() || !is_word(after[n]));
}

bool is_heading_line(const Repaired& text, const CodeCited& cited) {
  static constexpr std::string_view labels[] = {"exemption", "exemptions", "applied",     "s",         "refusal",    "notice",  "reason",
                                                "reasons",   "for",        "question",    "questions", "q",          "and",     "the",
                                                "foi",       "foia",       "eir",         "exception", "exceptions", "engaged", "which",
                                                "apply",     "relevant",   "application", "of",        "use",        "of",      "under"};
  const Span line = line_at(text, cited.span.start);
  const std::string_view whole = text.lower_view(line);
  if (whole.size() >= kHeadingBytes || whole.ends_with('.')) return false;
  std::string_view before = text.lower_view({line.start, cited.span.start});
  // Numbers of the heading or of questions, labels.
  std::string kept;
  for (char c : before) kept += (c >= '0' && c <= '9') ? ' ' : c;
  std::string_view rest = skip_words(kept, labels);
  const bool first = bare(rest).empty() || (bare(rest).size() <= 2);
  const std::string_view after = text.lower_view({std::min(cited.chain_end, line.end), line.end});
  if (is_figure(after)) return false;
  const bool titled = bare(after).empty() || title_at(bare(after)) || after.starts_with(" -") || after.starts_with(" applied") ||
                      after.starts_with(":") || cited.title_mismatch;
  return first && (titled || (bare(after).size() < 40 && is_title_gap(after)));
}

bool is_title_gap(std::string_view after) {
  while (!after.empty() && after.front() == ' ') after.remove_prefix(1);
  static constexpr std::string_view titles[] = {"response", "applied", "exemption", "exemptions",
                                                "refusal",  "reasons", "notice",    "considerations"};
  if (!prefix_of(after, titles).empty()) return true;
  return after.empty() || std::string_view("-:,.(").find(after.front()) != std::string_view::npos || title_at(after).has_value();
}

bool ends_row(std::string_view printed, std::size_t start, std::size_t end) {
  std::string_view before = printed.substr(0, start);
  before.remove_prefix(before.size() - std::min(before.size(), kRowBytes));
  if (const std::size_t line = before.rfind('\n'); line != std::string_view::npos) before.remove_prefix(line + 1);
  before.remove_prefix(std::min(before.find_first_not_of(' '), before.size()));
  const std::size_t rest = std::min(printed.find_first_not_of(" .)", end), printed.size());
  const bool last = rest == printed.size() || printed.substr(end, rest - end + 1).find('\n') != std::string_view::npos;
  return last && (before.find("  ") != std::string_view::npos || before.find('\t') != std::string_view::npos);
}

void mark_lists(std::vector<CodeCited>& cited) {
  for (std::size_t first = 0; first < cited.size();) {
    std::size_t end = first + 1, sections = 1;
    while (end < cited.size() && cited[end].span.start < cited[end - 1].span.end + kListGap &&
           section_number(cited[end].id) >= section_number(cited[end - 1].id)) {
      sections += section_number(cited[end].id) > section_number(cited[end - 1].id) ? 1 : 0;
      ++end;
    }
    if (sections >= kListLength)
      for (std::size_t i = first; i < end; ++i) cited[i].listed = true;
    // What stands right after a leaflet's list is of the leaflet.
    for (std::size_t i = end; sections >= kWholeList && i < cited.size() && cited[i].span.start < cited[end - 1].span.end + kLeaflet; ++i)
      cited[i].listed = true;
    first = end;
  }
}

std::size_t paragraph_start(const Repaired& text, std::size_t at, std::size_t reach) {
  const std::string& printed = text.text;
  const std::size_t low = at < reach ? 0 : at - reach;
  while (at > low) {
    const bool ended = at > 1 && printed[at - 1] == '\n' && std::string_view(".?!:\n").find(printed[at - 2]) != std::string_view::npos;
    if (ended) return at;
    --at;
  }
  return at;
}

std::size_t two_paragraphs(const Repaired& text, std::size_t at, std::size_t reach) {
  const std::string_view near = text.lower_view({at, std::min(text.lower.size(), at + reach)});
  const std::size_t first = near.find("\n\n");
  const std::size_t second = first == std::string_view::npos ? first : near.find("\n\n", first + 2);
  return at + std::min(second, near.size());
}

// A sentence reaches no further than this either way, in bytes.
static constexpr std::size_t kSentenceReach = 400;
Span sentence_at(const Repaired& text, Span place) {
  const std::string_view s = text.lower;
  const std::size_t start_of_place = std::min(place.start, s.size());
  // A chain of a thousand sections is no sentence: what lies further on says nothing of this one.
  const std::size_t end_of_place = std::min({std::max(place.end, start_of_place), start_of_place + kSentenceReach, s.size()});
  std::size_t start = start_of_place, end = end_of_place;
  const std::size_t low = start < kSentenceReach ? 0 : start - kSentenceReach, high = std::min(s.size(), end + kSentenceReach);
  while (start > low && !ends_sentence(text, start - 1)) --start;
  while (end < high && !ends_sentence(text, end)) ++end;
  return {start, end};
}

}  // namespace foi::understand
