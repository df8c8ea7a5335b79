#include "indexer/index/sought.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <optional>

namespace foi::index {

namespace {

using Xapian::Unicode::append_utf8;

// As Xapian's, quicker where nearly all text is: it looks each character up in the tables of all of Unicode.
constexpr bool is_ascii_wordchar(unsigned c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= 'a' && c <= 'z');
}
bool is_wordchar(unsigned c) { return c < 128 ? is_ascii_wordchar(c) : Xapian::Unicode::is_wordchar(c); }

// Of the characters of words in ASCII, in lower case; 0 of all others.
constexpr std::array<char, 256> kLowerCase = [] {
  std::array<char, 256> out{};
  for (unsigned c = 0; c < 128; ++c)
    if (is_ascii_wordchar(c)) out[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return out;
}();

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
  // Goes over what is no part of a word.
  void skip_to_word() {
    while (at_ != end_ && kLowerCase[static_cast<unsigned char>(*at_)] == 0) {
      read();
      if (is_wordchar(character_)) return;
      at_ += bytes_;
    }
    read();
  }
  // Goes over characters of words in ASCII, and appends them in lower case. True when there were any.
  bool take_ascii(std::string& word) {
    const char* const from = at_;
    while (at_ != end_ && kLowerCase[static_cast<unsigned char>(*at_)] != 0) ++at_;
    if (at_ == from) return false;
    const std::size_t before = word.size();
    word.append(from, at_);
    std::transform(from, at_, word.data() + before, [](char c) { return kLowerCase[static_cast<unsigned char>(c)]; });
    read();
    return true;
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

constexpr std::size_t kMaxWordBytes = 64;  // longer ones are not indexed

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
  std::uint32_t here() const { return static_cast<std::uint32_t>(it_.raw() - begin_); }

  bool skip_to_word() {
    it_.skip_to_word();
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
        if (it_.take_ascii(word)) {
          previous = static_cast<unsigned char>(word.back());
        } else {
          previous = Xapian::Unicode::tolower(*it_);
          append_utf8(word, previous);
          ++it_;
        }
        if (it_.at_end()) return;
      } while (is_wordchar(*it_));
      if (*it_ == ' ') return;  // as after nearly every word
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
    if (it_.at_end() || (*it_ != '+' && *it_ != '#')) return;
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

// Whether the bytes between two words are a hyphen that ends a line.
bool is_line_end_hyphen(std::string_view between) {
  if (!between.starts_with('-')) return false;
  const std::string_view spaces = between.substr(1);
  return std::count(spaces.begin(), spaces.end(), '\n') == 1 && spaces.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Whether a word may go on over a hyphen between these: a number, a code or an abbreviation does not.
bool may_go_on(std::string_view before, std::string_view after) {
  std::size_t last = before.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(before[last]) & 0xc0) == 0x80) --last;
  const auto kind = [](std::string_view at) { return Xapian::Unicode::get_category(*Xapian::Utf8Iterator(at.data(), at.size())); };
  const auto is = kind(before.substr(last));
  return is == kind(after) && (is == Xapian::Unicode::LOWERCASE_LETTER || is == Xapian::Unicode::UPPERCASE_LETTER);
}

// A word as it stands and, where it is a half of a broken one, the whole; otherwise that is empty.
struct ReadWord {
  TextWord word, whole;
};

// Words of a text with what they are broken of.
class UnbrokenWords {
 public:
  explicit UnbrokenWords(std::string_view text) : text_(text), words_(text) { more_ = words_.next(ahead_); }

  // The next word; false when there is none.
  bool next(ReadWord& out) {
    if (!more_) return false;
    std::swap(out.word, ahead_);
    more_ = words_.next(ahead_);
    std::swap(out.whole, whole_);  // of which this is the second half
    whole_.word.clear();
    begins_ = more_ && text_[out.word.to] == '-' && is_broken(out.word);
    if (!begins_) return true;
    whole_ = {out.word.word + ahead_.word, out.word.from, ahead_.to};
    out.whole = whole_;
    return true;
  }
  // Whether the word read last is a first half.
  bool begins_whole() const { return begins_; }

 private:
  bool is_broken(const TextWord& word) const {
    return is_line_end_hyphen(text_.substr(word.to, ahead_.from - word.to)) && word.word.size() + ahead_.word.size() <= kMaxWordBytes &&
           may_go_on(text_.substr(word.from, word.to - word.from), text_.substr(ahead_.from));
  }

  std::string_view text_;
  Words words_;
  TextWord ahead_, whole_;
  bool more_ = false, begins_ = false;
};

// The last words read, as many as the longest phrase has.
class LastWords {
 public:
  explicit LastWords(const std::vector<std::vector<std::string>>& phrases) {
    std::size_t longest = 0;
    for (const auto& phrase : phrases) longest = std::max(longest, phrase.size());
    words_.resize(longest);
  }
  void add(const ReadWord& word) {
    if (!words_.empty()) words_[read_++ % words_.size()] = word;
  }
  // Where the phrase stands that they end with; nothing when they do not.
  std::optional<Span> place_of(const std::vector<std::string>& phrase, std::uint32_t number) const {
    if (phrase.empty() || phrase.size() > read_) return std::nullopt;
    Span out{0, 0, number};
    for (std::size_t back = 1; back <= phrase.size(); ++back) {
      const ReadWord& here = from_end(back);
      const std::string& wanted = phrase[phrase.size() - back];
      if (here.word.word != wanted && here.whole.word != wanted) return std::nullopt;
      const TextWord& stands = here.word.word == wanted ? here.word : here.whole;
      if (back == 1) out.to = stands.to;
      out.from = stands.from;
    }
    return out;
  }

 private:
  const ReadWord& from_end(std::size_t back) const { return words_[(read_ - back) % words_.size()]; }
  std::vector<ReadWord> words_;
  std::size_t read_ = 0;
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

// A word and its stem share the first two bytes in English, so few words need be stemmed; but "dying", "lying" and "tying" end on "die",
// "lie" and "tie".
bool may_have(std::string_view word, std::string_view stem) {
  if (stem.empty() || word.front() != stem.front()) return false;
  return stem.size() == 1 || word.size() == 1 || word[1] == stem[1] || word[1] == 'y';
}

}  // namespace

std::vector<TextWord> words_of(std::string_view text) {
  std::vector<TextWord> out;
  Words words(text);
  for (TextWord word; words.next(word);) out.push_back(word);
  return out;
}

std::vector<BrokenWord> broken_words(std::string_view text) {
  std::vector<BrokenWord> out;
  UnbrokenWords words(text);
  ReadWord word;
  for (std::uint32_t n = 0; words.next(word); ++n)
    if (words.begins_whole()) out.push_back({word.whole, n});
  return out;
}

PlaceFinder::PlaceFinder(const Sought& sought) : sought_(sought), stemmer_("english") {
  for (const std::string& stem : sought.stems)
    if (!stem.empty()) first_.set(static_cast<unsigned char>(stem.front()));
}

const std::uint32_t* PlaceFinder::stem_of(const std::string& word) {
  if (!first_.test(static_cast<unsigned char>(word.front()))) return nullptr;
  if (std::none_of(sought_.stems.begin(), sought_.stems.end(), [&](const std::string& stem) { return may_have(word, stem); }))
    return nullptr;
  const auto [known, is_new] = met_.try_emplace(word, kNotSought);
  if (is_new) {
    const auto found = std::find(sought_.stems.begin(), sought_.stems.end(), stemmer_(word));
    if (found != sought_.stems.end()) known->second = static_cast<std::uint32_t>(found - sought_.stems.begin());
  }
  return known->second == kNotSought ? nullptr : &known->second;
}

// Calls see with each place that matches, in order of its end, until it says false.
template <class See>
void PlaceFinder::each_place(std::string_view text, See see) {
  if (sought_.empty()) return;
  LastWords last(sought_.phrases);
  UnbrokenWords words(text);
  const auto see_word = [&](const TextWord& word) {
    if (const std::uint32_t* stem = stem_of(word.word); stem && !see(Span{word.from, word.to, *stem})) return false;
    auto number = static_cast<std::uint32_t>(sought_.stems.size());
    for (const std::string& beginning : sought_.beginnings) {
      if (word.word.starts_with(beginning) && !see(Span{word.from, word.to, number})) return false;
      ++number;
    }
    return true;
  };
  for (ReadWord read; words.next(read);) {
    if (!see_word(read.word) || (words.begins_whole() && !see_word(read.whole))) return;
    last.add(read);
    auto number = static_cast<std::uint32_t>(sought_.stems.size() + sought_.beginnings.size());
    for (const auto& phrase : sought_.phrases) {
      if (const auto place = last.place_of(phrase, number); place && !see(*place)) return;
      ++number;
    }
  }
}

std::vector<Span> PlaceFinder::find_in(std::string_view text) {
  std::vector<Span> out;
  each_place(text, [&out](const Span& place) {
    out.push_back(place);
    return true;
  });
  return merged(std::move(out));
}

bool PlaceFinder::stands_in(std::string_view text) {
  bool out = false;
  each_place(text, [&out](const Span&) {
    out = true;
    return false;
  });
  return out;
}

}  // namespace foi::index
