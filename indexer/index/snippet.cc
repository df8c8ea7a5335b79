#include "indexer/index/snippet.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "indexer/index/compose.h"
#include "indexer/model/text.h"

namespace foi::index {

namespace {

constexpr std::size_t kSnippetBytes = 300;
constexpr std::size_t kOpeningBytes = 4 * kSnippetBytes;  // of a text, from which its opening is cut

bool is_space(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; }

// Spaces, line breaks and control characters: one space.
void append_on_one_line(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (!is_space(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
}

// The stretch of spans that one snippet can show: the most different things, then the most hits, then the first.
std::span<const Span> best_run(const std::vector<Span>& spans) {
  std::map<std::uint32_t, std::size_t> inside;
  std::pair<std::size_t, std::size_t> best{0, 0};
  std::span<const Span> out;
  std::size_t first = 0;
  for (std::size_t last = 0; last < spans.size(); ++last) {
    ++inside[spans[last].sought];
    for (; first < last && spans[last].to - spans[first].from > kSnippetBytes; ++first)
      if (const auto left = inside.find(spans[first].sought); --left->second == 0) inside.erase(left);
    const std::pair score{inside.size(), last - first + 1};
    if (score <= best) continue;
    best = score;
    out = std::span(spans).subspan(first, last - first + 1);
  }
  return out;
}

bool ends_sentence(std::string_view text, std::size_t at) {
  return at >= 2 && is_space(text[at - 1]) && (text[at - 2] == '.' || text[at - 2] == '?' || text[at - 2] == '!' || text[at - 2] == ':');
}

// Bytes of text round run: from the beginning of its sentence where that is near, otherwise of a word; to the end of a word.
std::pair<std::size_t, std::size_t> window_round(std::string_view text, std::span<const Span> run) {
  if (text.size() <= kSnippetBytes) return {0, text.size()};
  const std::size_t from = run.front().from, to = run.back().to;
  const std::size_t spare = kSnippetBytes - std::min<std::size_t>(kSnippetBytes, to - from);
  std::size_t begin = from - std::min(from, spare / 2);
  // Near the end of the text there is more room before.
  if (begin + kSnippetBytes > text.size()) begin = std::min(from, text.size() - kSnippetBytes);
  for (std::size_t at = begin; at < from && begin > 0; ++at)
    if (ends_sentence(text, at)) begin = at;
  while (begin > 0 && begin < from && !is_space(text[begin - 1])) ++begin;
  std::size_t end = std::min(text.size(), std::max(begin + kSnippetBytes, to));
  if (end < text.size())
    for (std::size_t at = end; at > to; --at)
      if (is_space(text[at])) {
        end = at;
        break;
      }
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
  return {begin, end};
}

// Puts a snippet together, on one line.
class SnippetWriter {
 public:
  void plain(std::string_view text) {
    const std::size_t before = snippet_.text.size();
    append_on_one_line(snippet_.text, text);
    code_points_ += static_cast<std::uint32_t>(count_code_points(std::string_view(snippet_.text).substr(before)));
  }
  void marked(std::string_view text) {
    const std::uint32_t from = code_points_;
    plain(text);
    snippet_.marks.push_back({from, code_points_});
  }
  Snippet finish(bool cut_before, bool cut_after) && {
    snippet_.text = (cut_before ? "…" : "") + std::string(trim(snippet_.text)) + (cut_after ? "…" : "");
    if (cut_before)
      for (Snippet::Mark& mark : snippet_.marks) ++mark.from, ++mark.to;
    return std::move(snippet_);
  }

 private:
  Snippet snippet_;
  std::uint32_t code_points_ = 0;
};

}  // namespace

std::string snippet_text(const StoredPage& page) {
  std::string out;
  for (const std::string_view stretch : searched_stretches(page.page.text, page.boilerplate)) {
    if (out.size() > kOpeningBytes) break;
    append_on_one_line(out, utf8_prefix(stretch, kOpeningBytes));
    append_on_one_line(out, " ");
  }
  return clean_utf8(trim(out));
}

std::vector<Span> find_on(const StoredPage& page, PlaceFinder& finder) {
  std::vector<Span> out;
  for (const std::string_view stretch : searched_stretches(page)) {
    const auto at = static_cast<std::uint32_t>(stretch.data() - page.page.text.data());
    for (const Span& span : finder.find_in(stretch)) out.push_back({at + span.from, at + span.to, span.sought});
  }
  return out;
}

Snippet opening(std::string_view text) {
  std::string line;
  append_on_one_line(line, text.substr(0, kOpeningBytes));
  std::string_view kept = utf8_prefix(line, kSnippetBytes);
  const bool cut = kept.size() < line.size() || text.size() > kOpeningBytes;
  if (const auto space = kept.rfind(' '); cut && space != std::string_view::npos) kept = kept.substr(0, space);
  return {clean_utf8(std::string(trim(kept)) + (cut ? "…" : "")), {}};
}

Snippet marked_snippet(const StoredPage& page, const std::vector<Span>& spans) {
  if (spans.empty()) return {};
  const std::string_view text = page.page.text;
  const auto [begin, end] = window_round(text, best_run(spans));
  SnippetWriter writer;
  auto span = std::find_if(spans.begin(), spans.end(), [begin = begin](const Span& one) { return one.from >= begin; });
  for (const std::string_view stretch : searched_stretches(text, page.boilerplate)) {
    const auto at = static_cast<std::size_t>(stretch.data() - text.data());
    const std::size_t from = std::max(at, begin), to = std::min(at + stretch.size(), end);
    if (from >= to) continue;
    std::size_t done = from;
    for (; span != spans.end() && span->to <= to; ++span) {
      writer.plain(text.substr(done, span->from - done));
      writer.marked(text.substr(span->from, span->to - span->from));
      done = span->to;
    }
    writer.plain(text.substr(done, to - done));
    writer.plain(" ");
  }
  return std::move(writer).finish(begin > 0, end < text.size());
}

}  // namespace foi::index
