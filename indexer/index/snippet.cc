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
  return at >= 2 && text[at - 1] == ' ' && (text[at - 2] == '.' || text[at - 2] == '?' || text[at - 2] == '!' || text[at - 2] == ':');
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
  while (begin > 0 && begin < from && text[begin - 1] != ' ') ++begin;
  std::size_t end = std::min(text.size(), std::max(begin + kSnippetBytes, to));
  if (end < text.size())
    if (const auto space = text.rfind(' ', end); space != std::string_view::npos && space >= to) end = space;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
  return {begin, end};
}

}  // namespace

std::string snippet_text(const StoredPage& page) {
  std::string out;
  for (const std::string_view stretch : searched_stretches(page.page.text, page.boilerplate)) {
    append_on_one_line(out, stretch);
    append_on_one_line(out, " ");
  }
  return clean_utf8(trim(out));
}

void unmark_masks(Snippet& snippet, const StoredPage& page) {
  const CodePointIndex index(snippet.text);
  for (const Mask& mask : page.masks) {
    if (mask.where.start >= mask.where.end || mask.where.end > page.page.text.size()) continue;
    const std::string_view shown = std::string_view(page.page.text).substr(mask.where.start, mask.where.end - mask.where.start);
    for (auto at = snippet.text.find(shown); at != std::string::npos; at = snippet.text.find(shown, at + shown.size())) {
      const std::size_t from = index.code_points_before(at), to = index.code_points_before(at + shown.size());
      std::erase_if(snippet.marks, [from, to](const Snippet::Mark& mark) { return mark.from < to && mark.to > from; });
    }
  }
}

Snippet opening(std::string_view text) {
  std::string line;
  append_on_one_line(line, text.substr(0, 4 * kSnippetBytes));
  std::string_view kept = utf8_prefix(line, kSnippetBytes);
  const bool cut = kept.size() < line.size() || text.size() > 4 * kSnippetBytes;
  if (const auto space = kept.rfind(' '); cut && space != std::string_view::npos) kept = kept.substr(0, space);
  return {clean_utf8(std::string(trim(kept)) + (cut ? "…" : "")), {}};
}

Snippet marked_snippet(std::string_view text, const Sought& sought) {
  const std::vector<Span> spans = find_in(text, sought);
  if (spans.empty()) return {};
  const auto [begin, end] = window_round(text, best_run(spans));
  Snippet out;
  if (begin > 0) out.text = "…";
  const std::size_t lead = out.text.size();
  out.text += text.substr(begin, end - begin);
  if (end < text.size()) out.text += "…";
  const CodePointIndex index(out.text);
  for (const Span& span : spans) {
    if (span.from < begin || span.to > end) continue;
    out.marks.push_back({static_cast<std::uint32_t>(index.code_points_before(lead + span.from - begin)),
                         static_cast<std::uint32_t>(index.code_points_before(lead + span.to - begin))});
  }
  return out;
}

}  // namespace foi::index
