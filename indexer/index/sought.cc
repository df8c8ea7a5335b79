#include "indexer/index/sought.h"

#include <xapian.h>

#include <algorithm>
#include <bitset>
#include <map>
#include <optional>

namespace foi::index {

namespace {

using Xapian::Unicode::append_utf8;

// The characters of a text, as Xapian reads them; quicker than its own iterator where nearly all text is.
class Characters {
 public:
  explicit Characters(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) { read(); }
  bool at_end() const { return at_ == end_; }
  const char* raw() const { return at_; }
  unsigned operator*() const { return character_; }
  void operator++() {
    at_ += bytes_;
    read();
  }

 private:
  void read() {
    if (at_ == end_) return;
    character_ = static_cast<unsigned char>(*at_);
    bytes_ = 1;
    if (character_ < 128) return;
    Xapian::Utf8Iterator here(at_, static_cast<std::size_t>(end_ - at_));
    character_ = *here;
    const char* const next = (++here).raw();
    bytes_ = (next ? next : end_) - at_;
  }

  const char *at_, *end_;
  unsigned character_ = 0;
  std::ptrdiff_t bytes_ = 0;
};

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
  explicit Words(std::string_view text) : begin_(text.data()), it_(text) {}

  // The next word; false when there is none.
  bool next(TextWord& word) {
    while (skip_to_word()) {
      word.word.clear();
      word.from = here();
      if (!take_initials(word.word)) {
        take_word(word.word);
        take_suffix(word.word);
      }
      word.to = here();
      if (word.word.size() <= kMaxWordBytes) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t kMaxWordBytes = 64;  // longer ones are not indexed

  std::uint32_t here() const { return static_cast<std::uint32_t>(it_.raw() - begin_); }

  bool skip_to_word() {
    while (!it_.at_end() && !is_wordchar(*it_)) ++it_;
    return !it_.at_end();
  }

  // "N.H.S." is the word "nhs".
  bool take_initials(std::string& word) {
    if (!is_upper(*it_)) return false;
    Characters at = it_;
    std::string letters;
    std::size_t count = 0;
    while (!at.at_end() && is_upper(*at)) {
      letters.push_back(static_cast<char>(*at - 'A' + 'a'));
      ++count;
      ++at;
      if (at.at_end() || *at != '.') break;
      ++at;
    }
    if (count < 2 || (!at.at_end() && is_wordchar(*at))) return false;
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
        if (it_.at_end()) return;
      } while (is_wordchar(*it_));
      Characters next = it_;
      ++next;
      if (next.at_end() || !is_wordchar(*next)) return;
      const unsigned joint = is_digit(*next) && is_digit(previous) ? infix_of_digits(*it_) : infix(*it_);
      if (joint == 0) return;
      if (joint != kIgnored) append_utf8(word, joint);
      it_ = next;
    }
  }

  // "c++", "c#": at most three, and nothing of the kind behind them.
  void take_suffix(std::string& word) {
    Characters at = it_;
    std::string suffix;
    while (!at.at_end() && (*at == '+' || *at == '#')) {
      if (suffix.size() == 3) return;
      suffix.push_back(static_cast<char>(*at));
      ++at;
    }
    if (!at.at_end() && is_wordchar(*at)) return;
    word += suffix;
    it_ = at;
  }

  const char* begin_;
  Characters it_;
};

bool end_with(const std::vector<TextWord>& words, const std::vector<std::string>& phrase) {
  if (phrase.empty() || phrase.size() > words.size()) return false;
  return std::equal(phrase.begin(), phrase.end(), words.end() - static_cast<std::ptrdiff_t>(phrase.size()),
                    [](const std::string& wanted, const TextWord& word) { return wanted == word.word; });
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

// Calls see with each place that matches, in order of its end, until it says false.
template <class See>
void each_place(std::string_view text, const Sought& sought, See see) {
  if (sought.empty()) return;
  const StemMatcher stems(sought.stems);
  std::vector<TextWord> read;  // so far, where phrases are sought
  Words words(text);
  for (TextWord word; words.next(word);) {
    if (const auto stem = stems.match(word.word); stem && !see(Span{word.from, word.to, *stem})) return;
    auto number = static_cast<std::uint32_t>(sought.stems.size());
    for (const std::string& beginning : sought.beginnings) {
      if (word.word.starts_with(beginning) && !see(Span{word.from, word.to, number})) return;
      ++number;
    }
    if (!sought.phrases.empty()) read.push_back(word);
    for (const auto& phrase : sought.phrases) {
      if (end_with(read, phrase) && !see(Span{read[read.size() - phrase.size()].from, word.to, number})) return;
      ++number;
    }
  }
}

}  // namespace

std::vector<TextWord> words_of(std::string_view text) {
  std::vector<TextWord> out;
  Words words(text);
  for (TextWord word; words.next(word);) out.push_back(word);
  return out;
}

std::vector<Span> find_in(std::string_view text, const Sought& sought) {
  std::vector<Span> out;
  each_place(text, sought, [&out](const Span& place) {
    out.push_back(place);
    return true;
  });
  return merged(std::move(out));
}

bool stands_in(std::string_view text, const Sought& sought) {
  bool out = false;
  each_place(text, sought, [&out](const Span&) {
    out = true;
    return false;
  });
  return out;
}

}  // namespace foi::index
