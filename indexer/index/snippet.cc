#include "indexer/index/snippet.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/index/compose.h"
#include "indexer/model/text.h"

namespace foi::index {

namespace {

constexpr std::size_t kSnippetBytes = 300;
// Xapian scores every stretch of the text it is given; of more than this only the densest window is looked at.
constexpr std::size_t kWholeTextBytes = 32u << 10, kWindowBytes = 4u << 10;
// Marks round a match. snippet_text() leaves no control character.
constexpr char kBegin = '\x01', kEnd = '\x02';

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

struct WordPlace {
  std::size_t byte, word;
};

std::vector<WordPlace> places_of(std::string_view text, const std::vector<std::string>& words) {
  std::unordered_map<std::string, std::size_t> numbers;
  for (const std::string& word : words) numbers.emplace(word, numbers.size());
  std::vector<WordPlace> out;
  std::string word;
  std::size_t start = 0;
  const auto end_word = [&] {
    const auto found = numbers.find(word);
    if (found != numbers.end()) out.push_back({start, found->second});
    word.clear();
  };
  const char* const begin = text.data();
  Xapian::Utf8Iterator it(begin, text.size());
  for (; it != Xapian::Utf8Iterator(); ++it) {
    if (!Xapian::Unicode::is_wordchar(*it)) {
      if (!word.empty()) end_word();
      continue;
    }
    if (word.empty()) start = static_cast<std::size_t>(it.raw() - begin);
    Xapian::Unicode::append_utf8(word, Xapian::Unicode::tolower(*it));
  }
  if (!word.empty()) end_word();
  return out;
}

// The window with the most different words, the first of several.
std::string_view densest_window(std::string_view text, const std::vector<std::string>& words) {
  const auto places = places_of(text, words);
  std::vector<std::size_t> inside(words.size());
  std::size_t different = 0, best = 0, best_start = 0, tail = 0;
  for (const WordPlace& place : places) {
    while (places[tail].byte + kWindowBytes / 2 < place.byte)
      if (--inside[places[tail++].word] == 0) --different;
    if (inside[place.word]++ == 0) ++different;
    if (different > best) best = different, best_start = places[tail].byte;
  }
  std::size_t from = best_start > kWindowBytes / 4 ? best_start - kWindowBytes / 4 : 0;
  while (from > 0 && text[from - 1] != ' ') --from;
  return utf8_prefix(text.substr(from), kWindowBytes);
}

std::string_view html_entity_at(std::string_view text) {
  for (const std::string_view entity : {"&amp;", "&lt;", "&gt;"})
    if (text.starts_with(entity)) return entity;
  return {};
}

// Undoes what MSet::snippet() did: highlights become marks, the three characters it escapes become themselves.
Snippet parse_marked(std::string_view html) {
  Snippet out;
  std::uint32_t code_points = 0;
  for (std::size_t i = 0; i < html.size(); ++i) {
    const char c = html[i];
    if (c == kBegin) {
      out.marks.push_back({code_points, code_points});
    } else if (c == kEnd) {
      if (!out.marks.empty()) out.marks.back().to = code_points;
    } else {
      const std::string_view entity = html_entity_at(html.substr(i));
      out.text.push_back(entity.empty() ? c : entity == "&amp;" ? '&' : entity == "&lt;" ? '<' : '>');
      if (!entity.empty()) i += entity.size() - 1;
      if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ++code_points;
    }
  }
  return out;
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

Snippet marked_snippet(const Xapian::MSet& mset, std::string_view text, const std::vector<std::string>& words) {
  const std::string_view looked_at = text.size() > kWholeTextBytes ? densest_window(text, words) : text;
  const unsigned flags =
      Xapian::MSet::SNIPPET_BACKGROUND_MODEL | Xapian::MSet::SNIPPET_EXHAUSTIVE | Xapian::MSet::SNIPPET_EMPTY_WITHOUT_MATCH;
  return parse_marked(mset.snippet(std::string(looked_at), kSnippetBytes, Xapian::Stem("english"), flags, std::string(1, kBegin),
                                   std::string(1, kEnd), "…"));
}

}  // namespace foi::index
