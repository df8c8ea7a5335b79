#include "indexer/index/sought.h"

#include <xapian.h>

#include <algorithm>
#include <bitset>
#include <map>
#include <optional>

namespace foi::index {

namespace {

using Iterator = Xapian::Utf8Iterator;
using Xapian::Unicode::append_utf8;

// As Xapian's, quicker where nearly all text is: it looks each character up in the tables of all of Unicode.
bool is_wordchar(unsigned c) {
  static const std::bitset<128> ascii = [] {
    std::bitset<128> out;
    for (unsigned n = 0; n < 128; ++n) out[n] = Xapian::Unicode::is_wordchar(n);
    return out;
  }();
  return c < 128 ? ascii[c] : Xapian::Unicode::is_wordchar(c);
}

// The rules of Xapian's TermGenerator (queryparser/termgenerator_internal.cc, Xapian 1.4), which a test holds against it.
constexpr unsigned kIgnored = 0xffffffff;

bool is_digit(unsigned c) {
  return c < 128 ? c >= '0' && c <= '9' : Xapian::Unicode::get_category(c) == Xapian::Unicode::DECIMAL_DIGIT_NUMBER;
}
bool is_upper(unsigned c) { return c >= 'A' && c <= 'Z'; }
bool joins_nothing(unsigned c) { return c >= 0x200b && (c <= 0x200d || c == 0x2060 || c == 0xfeff); }

// What joins two letters into one word, as it is kept; 0 when it does not.
unsigned infix(unsigned c) {
  if (c == '\'' || c == '&' || c == 0xb7 || c == 0x5f4 || c == 0x2027) return c;
  if (c == 0x2019 || c == 0x201b) return '\'';
  return joins_nothing(c) ? kIgnored : 0;
}

unsigned infix_of_digits(unsigned c) {
  constexpr unsigned kJoining[] = {',', '.', ';', 0x37e, 0x589, 0x60d, 0x7f8, 0x2044, 0xfe10, 0xfe13, 0xfe14};
  if (std::find(std::begin(kJoining), std::end(kJoining), c) != std::end(kJoining)) return c;
  return joins_nothing(c) ? kIgnored : 0;
}

class Words {
 public:
  explicit Words(std::string_view text) : begin_(text.data()), it_(text.data(), text.size()), size_(text.size()) {}

  std::vector<TextWord> all() && {
    while (skip_to_word()) {
      TextWord word;
      word.from = here();
      if (!take_initials(word.word)) {
        take_word(word.word);
        take_suffix(word.word);
      }
      word.to = here();
      if (word.word.size() <= kMaxWordBytes) words_.push_back(std::move(word));
    }
    return std::move(words_);
  }

 private:
  static constexpr std::size_t kMaxWordBytes = 64;  // longer ones are not indexed

  bool at_end() const { return it_ == Iterator(); }
  std::uint32_t here() const { return static_cast<std::uint32_t>(at_end() ? size_ : static_cast<std::size_t>(it_.raw() - begin_)); }

  bool skip_to_word() {
    while (!at_end() && !is_wordchar(*it_)) ++it_;
    return !at_end();
  }

  // "N.H.S." is the word "nhs".
  bool take_initials(std::string& word) {
    if (!is_upper(*it_)) return false;
    Iterator at = it_;
    std::string letters;
    std::size_t count = 0;
    while (at != Iterator() && is_upper(*at)) {
      letters.push_back(static_cast<char>(*at - 'A' + 'a'));
      ++count;
      ++at;
      if (at == Iterator() || *at != '.') break;
      ++at;
    }
    if (count < 2 || (at != Iterator() && is_wordchar(*at))) return false;
    it_ = at;
    word = std::move(letters);
    return true;
  }

  void take_word(std::string& word) {
    for (;;) {
      unsigned previous = 0;
      do {
        previous = *it_;
        if (previous < 128) {
          if (is_upper(previous)) previous += 'a' - 'A';
          word.push_back(static_cast<char>(previous));
        } else {
          previous = Xapian::Unicode::tolower(previous);
          append_utf8(word, previous);
        }
        ++it_;
        if (at_end()) return;
      } while (is_wordchar(*it_));
      Iterator next = it_;
      ++next;
      if (next == Iterator() || !is_wordchar(*next)) return;
      const unsigned joint = is_digit(*next) && is_digit(previous) ? infix_of_digits(*it_) : infix(*it_);
      if (joint == 0) return;
      if (joint != kIgnored) append_utf8(word, joint);
      it_ = next;
    }
  }

  // "c++", "c#": at most three, and nothing of the kind behind them.
  void take_suffix(std::string& word) {
    Iterator at = it_;
    std::string suffix;
    while (at != Iterator() && (*at == '+' || *at == '#')) {
      if (suffix.size() == 3) return;
      suffix.push_back(static_cast<char>(*at));
      ++at;
    }
    if (at != Iterator() && is_wordchar(*at)) return;
    word += suffix;
    it_ = at;
  }

  const char* begin_;
  Iterator it_;
  std::size_t size_;
  std::vector<TextWord> words_;
};

bool stands_at(const std::vector<TextWord>& words, std::size_t at, const std::vector<std::string>& phrase) {
  if (phrase.empty() || at + phrase.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i)
    if (words[at + i].word != phrase[i]) return false;
  return true;
}

// Which of a query's stems a word has. A word and its stem share the first byte in English, so few words need be stemmed.
class StemMatcher {
 public:
  explicit StemMatcher(const std::vector<std::string>& stems) : stemmer_("english") {
    for (std::uint32_t n = 0; n < stems.size(); ++n) {
      numbers_.emplace(stems[n], n);
      if (!stems[n].empty()) first_.set(static_cast<unsigned char>(stems[n].front()));
    }
  }
  std::optional<std::uint32_t> match(const std::string& word) const {
    if (word.empty() || !first_.test(static_cast<unsigned char>(word.front()))) return std::nullopt;
    const auto found = numbers_.find(stemmer_(word));
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  Xapian::Stem stemmer_;
  std::map<std::string, std::uint32_t> numbers_;
  std::bitset<256> first_;
};

// Sorted, overlaps made one.
std::vector<Span> merged(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.from != b.from ? a.from < b.from : a.to > b.to; });
  std::vector<Span> out;
  for (const Span& span : spans) {
    if (!out.empty() && span.from < out.back().to) {
      out.back().to = std::max(out.back().to, span.to);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

}  // namespace

std::vector<TextWord> words_of(std::string_view text) { return Words(text).all(); }

std::vector<Span> find_in(std::string_view text, const Sought& sought) {
  std::vector<Span> out;
  if (sought.empty()) return out;
  const auto words = words_of(text);
  const StemMatcher stems(sought.stems);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const TextWord& word = words[at];
    if (const auto stem = stems.match(word.word)) out.push_back({word.from, word.to, *stem});
    auto number = static_cast<std::uint32_t>(sought.stems.size());
    for (const std::string& beginning : sought.beginnings) {
      if (word.word.starts_with(beginning)) out.push_back({word.from, word.to, number});
      ++number;
    }
    for (const auto& phrase : sought.phrases) {
      if (stands_at(words, at, phrase)) out.push_back({word.from, words[at + phrase.size() - 1].to, number});
      ++number;
    }
  }
  return merged(std::move(out));
}

}  // namespace foi::index
