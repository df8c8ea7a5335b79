#include "indexer/understand/claim_features.h"

#include <algorithm>
#include <span>
#include <string>

#include "indexer/understand/tokens.h"
#include "indexer/understand/word_set.h"

namespace foi::understand {

namespace {

using Words = std::vector<std::string>;

// How far beside the sentence words are taken, in bytes, and how many of them.
constexpr std::size_t kBeside = 800, kBesideWords = 80;
// Words so far from the citation count in full; others, and those of other sentences, less.
constexpr std::size_t kNear = 12;
constexpr double kFull = 1, kFar = 0.6, kOutside = 0.5;
// So many sentences that follow and cite nothing are taken to speak of what was cited, each with the weight of its words.
constexpr double kFollowing[] = {0.7, 0.5};
// How far above a heading is looked for, how long it is at most, in bytes, and the weight of its words.
constexpr std::size_t kHeadingReach = 3000, kLongestHeading = 80;
constexpr double kHeading = 0.7;
// How many words next to the citation are taken together at most.
constexpr std::size_t kNextTo = 3;

constexpr std::string_view kSectionSign = "\u00a7", kNumber = "0";
constexpr std::string_view kUnits[] = {"section",     "sections", "sec", "ss",      "s",        "regulation",
                                       "regulations", "regs",     "reg", "article", "articles", "art"};
// In a table of weights ";" parts features.
constexpr char kSemicolon = '|';
constexpr std::string_view kMarks = ".;|:,?!()\"-";

// Reads words one by one.
class WordScanner {
 public:
  explicit WordScanner(std::string_view text) : text_(text) {}

  Words run() && {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_lower(c))
        word();
      else if (is_digit(c))
        number();
      else
        mark(c);
    }
    return std::move(words_);
  }

 private:
  char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  void word() {
    const std::size_t start = at_;
    while (is_lower(peek(at_))) ++at_;
    const std::string_view letters = text_.substr(start, at_ - start);
    if (peek(at_) == '\'' && is_lower(peek(at_ + 1)))
      for (++at_; is_lower(peek(at_));) ++at_;
    if (std::ranges::find(kUnits, letters) != std::end(kUnits) && cites()) return;
    words_.emplace_back(text_.substr(start, at_ - start));
  }

  // "section 40(2)", "s.12": a unit's word is followed by a number.
  bool cites() {
    std::size_t at = at_;
    if (peek(at) == '.') ++at;
    while (peek(at) == ' ' || peek(at) == '\n') ++at;
    if (!is_digit(peek(at))) return false;
    at_ = elements_end(at);
    words_.emplace_back(kSectionSign);
    return true;
  }

  // A number with a bracket is a citation too: "40(2)".
  void number() {
    std::size_t end = at_;
    while (is_digit(peek(end))) ++end;
    const bool citation = peek(end) == '(' && is_digit(peek(end + 1));
    at_ = citation ? elements_end(at_) : end;
    words_.emplace_back(citation ? kSectionSign : kNumber);
  }

  // Where "40(2)(a)" ends.
  std::size_t elements_end(std::size_t at) const {
    while (is_digit(peek(at))) ++at;
    if (is_lower(peek(at)) && !is_lower(peek(at + 1))) ++at;
    constexpr std::size_t kLongestElement = 6;
    while (peek(at) == '(' || (peek(at) == ' ' && peek(at + 1) == '(')) {
      const std::size_t close = text_.find(')', at);
      if (close == std::string_view::npos || close - at > kLongestElement) break;
      at = close + 1;
    }
    return at;
  }

  void mark(char c) {
    if (kMarks.find(c) != std::string_view::npos) words_.emplace_back(1, c == ';' ? kSemicolon : c);
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Words words_;
};

bool is_mark(const std::string& word) { return word.size() == 1 && kMarks.find(word[0]) != std::string_view::npos; }

Words without_marks(std::span<const std::string> words) {
  Words out;
  for (const std::string& word : words)
    if (!is_mark(word)) out.push_back(word);
  return out;
}

std::string number_of(auto value) { return std::to_string(static_cast<int>(value)); }

// "0pa": the act and what else was said of it.
std::string code_of(const Verdict& verdict) {
  std::string code = verdict.act ? number_of(*verdict.act) : "-";
  const std::pair<bool, char> marks[] = {{verdict.past, 'p'},    {verdict.added, 'a'}, {verdict.releases, 'r'}, {verdict.reported, 't'},
                                         {verdict.balance, 'b'}, {verdict.aside, 's'}, {verdict.unclaimed, 'u'}};
  for (const auto& [said, letter] : marks)
    if (said && verdict.act) code += letter;
  return code;
}
std::string act_of(const Verdict& verdict) { return verdict.act ? number_of(*verdict.act) : "-"; }

class FeatureMaker {
 public:
  explicit FeatureMaker(const CitedPlace& place) : place_(place), text_(place.context.text) {}

  Features run() && {
    words();
    where();
    rules();
    acts();
    Features features;
    for (auto& [name, value] : features_.entries()) features.emplace_back(std::move(name), value);
    return features;
  }

 private:
  void add(std::string_view name, double value = kFull) {
    double& kept = features_[name];
    kept = std::max(kept, value);
  }

  std::string_view lower(std::size_t from, std::size_t to) const { return text_.lower_view({from, std::max(from, to)}); }

  // The end of the paragraph before the sentence, and the beginning of that after it.
  std::string_view before() const {
    const std::size_t end = place_.chain.sentence.start;
    const std::size_t low = end < kBeside ? 0 : end - kBeside;
    const std::size_t blank = std::string_view(text_.text).substr(low, end - low).rfind("\n\n");
    return lower(blank == std::string_view::npos ? low : low + blank + 2, end);
  }
  std::string_view after() const {
    std::size_t start = place_.chain.sentence.end;
    const std::size_t end = std::min(text_.text.size(), start + kBeside);
    const std::string_view rest = std::string_view(text_.text).substr(start, end - start);
    if (rest.starts_with("\n\n") || rest.starts_with(".\n\n")) return {};
    return lower(start, start + std::min(rest.size(), rest.find("\n\n")));
  }

  void words() {
    const Span sentence = place_.chain.sentence, citation = place_.chain.place;
    const Words left = claim_words(lower(sentence.start, citation.start)), right = claim_words(lower(citation.end, sentence.end));
    Words nearest = without_marks(left);
    pairs("L:", nearest);
    pairs("C:", nearest);
    std::ranges::reverse(nearest);
    one_by_one("L:", nearest);
    const Words following = without_marks(right);
    pairs("R:", following);
    pairs("C:", following);
    one_by_one("R:", following);
    next_to(left, right);
    if (std::ranges::find(right, "?") != right.end()) add("asked");
    if (std::ranges::find(left, "\"") != left.end()) add("quoted");
    const Words told = claim_words(before()), next = claim_words(after());
    beside("P:", std::span(told).last(std::min(told.size(), kBesideWords)));
    beside("Q:", std::span(next).first(std::min(next.size(), kBesideWords)));
    sentences_after(next);
    all_words("H:", claim_words(heading_above()), kHeading);
  }

  void one_by_one(const std::string& side, const Words& by_distance) {
    for (std::size_t i = 0; i < by_distance.size(); ++i) {
      add(side + by_distance[i], i < kNear ? kFull : kFar);
      add("C:" + by_distance[i]);
    }
  }
  void pairs(const std::string& side, const Words& words, double value = kFull) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) add(side + words[i] + '_' + words[i + 1], value);
  }
  void all_words(const std::string& side, std::span<const std::string> words, double value) {
    const Words kept = without_marks(words);
    for (const std::string& word : kept) add(side + word, value);
    pairs(side, kept, value);
  }
  void beside(const std::string& side, std::span<const std::string> words) { all_words(side, words, kOutside); }

  // "Section 43(2) was cited. We no longer rely on it."
  void sentences_after(std::span<const std::string> next) {
    while (!next.empty() && is_mark(next.front())) next = next.subspan(1);
    for (double value : kFollowing) {
      const auto stop = std::ranges::find(next, ".");
      const auto sentence = next.first(static_cast<std::size_t>(stop - next.begin()));
      if (std::ranges::find(sentence, kSectionSign) != sentence.end()) return;
      all_words("N:", sentence, value);
      if (stop == next.end()) return;
      next = next.subspan(sentence.size() + 1);
    }
  }

  // The nearest paragraph above the sentence's own that is one short line and ends no sentence.
  std::string_view heading_above() const {
    const std::size_t from = place_.chain.sentence.start, low = from < kHeadingReach ? 0 : from - kHeadingReach;
    const std::string_view above = lower(low, from);
    for (std::size_t end = above.rfind("\n\n"); end != std::string_view::npos && end > 0;) {
      const std::size_t blank = above.rfind("\n\n", end - 1);
      const std::size_t start = blank == std::string_view::npos ? 0 : blank + 2;
      std::string_view line = above.substr(start, end - std::min(start, end));
      while (!line.empty() && (line.back() == '\n' || line.back() == ' ' || line.back() == '*')) line.remove_suffix(1);
      const bool heads = !line.empty() && line.size() <= kLongestHeading && line.find('\n') == std::string_view::npos;
      if (heads && std::string_view(".,;").find(line.back()) == std::string_view::npos) return line;
      end = blank;
    }
    return {};
  }

  // Word for word, marks too.
  void next_to(const Words& left, const Words& right) {
    std::string before, after;
    for (std::size_t n = 1; n <= kNextTo; ++n) {
      if (n <= left.size()) before = left[left.size() - n] + (before.empty() ? "" : "_") + before;
      if (n <= right.size()) after += (after.empty() ? "" : "_") + right[n - 1];
      add("l" + std::to_string(n) + ':' + before);
      add("r" + std::to_string(n) + ':' + after);
    }
  }

  std::string kind() const { return number_of(place_.context.kind) + (place_.context.review ? "R" : ""); }

  void where() {
    add("kind:" + kind());
    add("section:" + number_of(place_.chain.section));
    add("part:" + number_of(place_.part));
    add(place_.chain.heading ? "heading" : "no-heading");
    if (place_.cited.listed) add("listed");
    if (place_.cited.titled) add("titled");
    if (place_.cited.named_act) add("act-named");
  }

  void rules() {
    const Role& role = place_.rules;
    const std::string claim = role.claim ? number_of(*role.claim) : "-";
    add("rule:" + std::string(role.rule));
    add("claim:" + claim + '/' + number_of(role.stage));
    add("claim-in:" + claim + '/' + kind());
    add("mention:" + (role.claim ? "-" : number_of(role.mention)));
    const Chain& chain = place_.chain;
    verdict("own", chain.verdict);
    verdict("intro", chain.introduction);
    verdict("after", chain.aftermath);
    verdict("preface", chain.preface);
    add("own/after:" + act_of(chain.verdict) + '/' + act_of(chain.aftermath));
  }
  void verdict(const std::string& name, const Verdict& verdict) {
    const char letter = place_.context.review ? 'R' : 'A';
    add(name + ':' + code_of(verdict));
    add(name + '=' + act_of(verdict));
    add(name + '=' + act_of(verdict) + letter);
  }

  void acts() {
    const std::size_t citation = place_.chain.place.start - place_.chain.sentence.start;
    for (const Said& said : place_.chain.acts) {
      const std::string act = "act:" + number_of(said.act);
      std::string how = act;
      if (said.own) how += 'o';
      if (said.past) how += 'p';
      if (said.stands) how += 's';
      if (said.balance) how += 'b';
      add(act);
      add(how);
      add(act + (said.start < citation ? 'L' : 'R'));
    }
  }

  const CitedPlace& place_;
  const Repaired& text_;
  WordTable<std::string, double> features_;  // few: the sentences are bounded
};

}  // namespace

std::vector<std::string> claim_words(std::string_view lower) { return WordScanner(lower).run(); }

Features claim_features(const CitedPlace& place) { return FeatureMaker(place).run(); }

}  // namespace foi::understand
