#include "indexer/understand/cues.h"

#include <algorithm>
#include <cstring>

namespace foi::understand {

std::size_t find_bytes(std::string_view text, std::string_view phrase, std::size_t from) {
  if (from > text.size()) return std::string_view::npos;
  // Views of nothing may point nowhere.
  if (phrase.empty()) return from;
  if (text.empty()) return std::string_view::npos;
  const void* found = ::memmem(text.data() + from, text.size() - from, phrase.data(), phrase.size());
  return found == nullptr ? std::string_view::npos : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

bool among(Cues words, std::string_view word) {
  // Told by the first letter before any call.
  const char first = word.empty() ? '\0' : word[0];
  return std::ranges::any_of(
      words, [&](std::string_view one) { return one.size() == word.size() && (one.empty() || one[0] == first) && one == word; });
}

namespace {

bool whole(std::string_view text, std::size_t at, std::string_view phrase) {
  const std::size_t end = at + phrase.size();
  if (at > 0 && is_word(phrase.front()) && is_word(text[at - 1])) return false;
  return end >= text.size() || !is_word(phrase.back()) || !is_word(text[end]);
}

}  // namespace

std::size_t find_phrase(std::string_view text, std::string_view phrase, std::size_t from) {
  for (std::size_t at = find_bytes(text, phrase, from); at != std::string_view::npos; at = find_bytes(text, phrase, at + 1))
    if (whole(text, at, phrase)) return at;
  return std::string_view::npos;
}

bool has_phrase(std::string_view text, std::string_view phrase) { return find_phrase(text, phrase) != std::string_view::npos; }

std::string_view first_of(std::string_view text, Cues cues) {
  for (std::string_view cue : cues)
    if (has_phrase(text, cue)) return cue;
  return {};
}

// One walk over the text for all cues, from word to word.
bool has_any(std::string_view text, Cues cues, const Beginnings& beginnings) {
  for (std::size_t at = 0; at < text.size();) {
    if (beginnings.may_begin(text, at)) {
      const std::string_view rest = text.substr(at);
      for (const std::string_view cue : cues)
        if (same_beginning(rest, cue) && rest.starts_with(cue) && whole(text, at, cue)) return true;
    }
    if (is_word(text[at++]))
      while (at < text.size() && is_word(text[at])) ++at;
  }
  return false;
}

bool has_any(std::string_view text, Cues cues) { return has_any(text, cues, Beginnings(cues)); }

WordStarts::WordStarts(std::string_view text) {
  constexpr std::size_t bytes_of_word = 4;
  starts_.reserve(text.size() / bytes_of_word);
  for (std::size_t at = 0; at < text.size();) {
    const char first = text[at];
    if (first == ' ' || first == '\n') {
      ++at;
      continue;
    }
    const std::size_t key = Beginnings::key(text, at);
    starts_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint16_t>(key)});
    beginnings_.add(key);
    if (is_word(text[at++]))
      while (at < text.size() && is_word(text[at])) ++at;
  }
}

bool WordStarts::has_any(std::string_view text, Cues cues, const Beginnings& beginnings) const {
  if (!beginnings_.meet(beginnings)) return false;
  for (const Start& start : starts_) {
    if (!beginnings.has(start.key)) continue;
    const std::string_view rest = text.substr(start.at);
    for (const std::string_view cue : cues)
      if (same_beginning(rest, cue) && rest.starts_with(cue) && whole(text, start.at, cue)) return true;
  }
  return false;
}

bool WordStarts::has_any(std::string_view text, Cues cues) const {
  return std::ranges::any_of(cues, [&](std::string_view cue) { return may_have(cue); }) && has_any(text, cues, Beginnings(cues));
}

std::string_view prefix_of(std::string_view text, Cues cues) {
  std::string_view best;
  if (text.empty()) return best;
  for (std::string_view cue : cues)
    if (cue.size() > best.size() && same_beginning(text, cue) && text.starts_with(cue) && whole(text, 0, cue)) best = cue;
  return best;
}

std::string_view bare(std::string_view text) {
  while (!text.empty() && !is_word(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_word(text.back())) text.remove_suffix(1);
  return text;
}

bool is_one_of(std::string_view text, Cues cues) { return std::ranges::find(cues, bare(text)) != cues.end(); }

std::string_view skip_words(std::string_view text, Cues skip) {
  for (;;) {
    while (!text.empty() && !is_word(text.front())) text.remove_prefix(1);
    std::size_t n = 0;
    while (n < text.size() && (is_word(text[n]) || text[n] == '-' || text[n] == '\'')) ++n;
    if (n == 0 || std::ranges::find(skip, text.substr(0, n)) == skip.end()) return text;
    text.remove_prefix(n);
  }
}

}  // namespace foi::understand
